"""A reporting word at its place."""

from __future__ import annotations

from typing import Literal, NamedTuple

from sayso.codebook import Cue

Form = Literal["verb", "noun", "adjective", "phrase"]


class Hit(NamedTuple):
    """A reporting word at its place. head: its token; words: all tokens of the form; tail: the last of them."""

    cue: Cue
    form: Form
    head: int
    words: tuple[int, ...]

    @property
    def tail(self) -> int:
        return self.words[-1]
