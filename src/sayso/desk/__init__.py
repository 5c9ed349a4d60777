"""The desk: the situation as a page and on the terminal."""

from sayso.desk.found_terminal import show_found
from sayso.desk.incidents_terminal import show_incidents
from sayso.desk.review_terminal import show_decisions, show_review_list, show_reviewed
from sayso.desk.sitrep import Situation, gather_situation
from sayso.desk.sitrep_page import render_page
from sayso.desk.sitrep_terminal import make_console, show_situation, show_unread

__all__ = [
    "Situation", "gather_situation", "make_console", "render_page", "show_decisions", "show_found", "show_incidents",
    "show_review_list", "show_reviewed", "show_situation", "show_unread",
]  # fmt: skip
