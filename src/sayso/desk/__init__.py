"""The desk: the situation as a page and on the terminal."""

from sayso.desk.sitrep import Situation, gather_situation
from sayso.desk.sitrep_terminal import show_situation

__all__ = ["Situation", "gather_situation", "show_situation"]
