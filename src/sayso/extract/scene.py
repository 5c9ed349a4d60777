"""What every claim of a report is set in: who, where, when, whose word, whether it happened. Claims are made here."""

from __future__ import annotations

from typing import Any, Protocol

from sayso.extract.reading import Reading
from sayso.records import Span, When


class Scene(Protocol):
    """One report's reading with its mentions resolved. Token numbers are those of `reading.grammar`."""

    reading: Reading

    def who(self, *tokens: int) -> tuple[str, ...]:
        """Noun phrase heads in, ids of parties or persons out: partitives, descriptions and pronouns resolved; conjoined
        heads are to be given each. A head that names nobody gives nothing. A place name gives the state only where it acts."""

    def party_of(self, token: int) -> tuple[str, ...]:
        """The parties to whom the people of a noun phrase belong: "Syrian soldiers" -> the Syrian army; none for "civilians"."""

    def place(self, *tokens: int) -> tuple[str, ...]:
        """Noun phrase heads in, place ids out; "the city" gives the city meant; a site is made a place where asked for."""

    def where(self, token: int) -> tuple[str, ...]:
        """The places of the clause around a predicate: its own, else those of the clauses above, the sentence, the last one."""

    def when(self, token: int) -> When | None:
        """The days of the clause around a predicate, with how they are known."""

    def common(self, token: int, *, evidence: tuple[Span, ...], confidence: float, method: str, **known: Any) -> dict[str, Any]:
        """The fields that all claims share, for the clause around a predicate token: utterance, realis, hedges, background, when,
        where, confidence, method, basis, evidence. What is given in `known` (realis=..., where=..., when=..., basis=...) outranks what
        would be worked out. Ids are given later: pass id="" yourself."""
