"""Where and when a clause is set: its own place and time, else those around it, each step away written down."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.extract.reading import Reading
from sayso.parse import Clause
from sayso.records import Time, When

PLACE_PREPOSITIONS = ("in", "at", "near", "inside", "outside", "around", "on", "over", "across", "throughout", "within", "along", "into", "of", "from", "to")
CLIMB = 6
SENTENCES_BACK = 2


class Found(NamedTuple):
    """Items with the step of inference that gave them (empty where they stand in the clause itself)."""

    items: tuple[str, ...]
    how: str = ""


class Setting:
    """Places and times by the clause that they stand in.

    places: token -> place id; times: token of the time's last word -> Time; speech: tokens of verbs that report.
    """

    def __init__(
        self,
        reading: Reading,
        *,
        places: dict[int, str],
        times: dict[int, Time],
        speech: frozenset[int],
        dateline: str | None,
    ) -> None:
        self.reading, self.speech, self.dateline = reading, speech, dateline
        self.places, self.times = places, times
        self.place_tokens = sorted(places)
        self.places_of = self._by_owner(places)
        self.times_of = self._by_owner(times)

    def _by_owner(self, tokens: Sequence[int] | dict) -> dict[int, list[int]]:
        """Predicate of the clause -> the tokens that stand in it, those of sub-clauses left to these."""
        owned: dict[int, list[int]] = defaultdict(list)
        for token in sorted(tokens):
            if (clause := self.reading.owner(token)) is not None:
                owned[clause.predicate].append(token)
        return owned

    # -- where ------------------------------------------------------------------------------------------------------
    def where(self, clause: Clause) -> Found:
        """Place ids of the clause: its own, of the happenings in its slots, of the clauses above, of the sentence, of the last one."""
        own = self._inside(clause)
        if own:
            return Found(own)
        for upper in self._upwards(clause):
            if found := self._inside(upper):
                return Found(found, "where: from the clause above")
        sentence = self.reading.grammar.sentence_of[clause.predicate]
        if found := self._in_sentence(sentence):
            return Found(found, "where: from the sentence")
        return self._before(sentence)

    def _inside(self, clause: Clause) -> tuple[str, ...]:
        tokens = list(self.places_of.get(clause.predicate, ()))
        for fillers in clause.slots.values():
            for filler in fillers:
                below = self.reading.clause_at.get(filler)
                if below is not None and below is not clause and below.kind == "nominal":
                    tokens += self.places_of.get(below.predicate, ())
        return self._ids(self._set_here(clause, tokens))

    def _set_here(self, clause: Clause, tokens: list[int]) -> list[int]:
        """Of the places in a clause those where it is set: not whom it is about, and not whence or whither where a "where" stands."""
        ranked = [(self._rank(token), token) for token in tokens]
        ranked = [row for row in ranked if row[0] is not None]
        best = min((rank for rank, _ in ranked), default=None)
        return sorted(token for rank, token in ranked if rank == best)

    def _rank(self, token: int) -> int | None:
        """0 in, at, near; 1 objects; 2 of, from, to, owners; None where the place stands for those who act or for a name's part."""
        grammar = self.reading.grammar
        at = token
        while grammar.deps[at] in ("compound", "appos", "conj", "nmod") and grammar.heads[at] != at:
            if grammar.deps[at] == "compound" and at not in self.places:
                return 2
            at = grammar.heads[at]
        dep = grammar.deps[at]
        if dep == "pobj":
            word = grammar.lowers[grammar.heads[at]]
            return 0 if word in PLACE_PREPOSITIONS[:11] else 2
        if dep in ("nsubj", "agent"):
            return 3
        return 1 if dep in ("dobj", "nsubjpass", "npadvmod", "advmod") else 2

    def _upwards(self, clause: Clause) -> Iterator[Clause]:
        at = clause
        for _ in range(CLIMB):
            upper = self.reading.owner(at.governor) if at.governor is not None else None
            if upper is None or upper is at or upper.verb in self.speech:
                return
            yield upper
            at = upper

    def _in_sentence(self, sentence: int) -> tuple[str, ...]:
        first, after = self.reading.grammar.sentences[sentence]
        low, high = bisect_left(self.place_tokens, first), bisect_left(self.place_tokens, after)
        tokens = [t for t in self.place_tokens[low:high] if not self._speaks(t)]
        ids = self._ids(self._set_here_any(tokens))
        return ids if len(ids) == 1 else ()

    def _set_here_any(self, tokens: list[int]) -> list[int]:
        ranked = [(rank, token) for token in tokens if (rank := self._rank(token)) is not None]
        best = min((rank for rank, _ in ranked), default=None)
        return [token for rank, token in ranked if rank == best]

    def _speaks(self, token: int) -> bool:
        """Whether the place stands within the words that name a speaker."""
        grammar = self.reading.grammar
        at = token
        for _ in range(CLIMB):
            head = grammar.heads[at]
            if head == at:
                return False
            if head in self.speech and grammar.deps[at] in ("nsubj", "nsubjpass"):
                return True
            at = head
        return False

    def _before(self, sentence: int) -> Found:
        grammar = self.reading.grammar
        for back in range(1, SENTENCES_BACK + 1):
            earlier = sentence - back
            if earlier < 0 or grammar.block_of[earlier] != grammar.block_of[sentence]:
                break
            if found := self._in_sentence(earlier):
                return Found(found, "where: from the sentence before")
        return Found((self.dateline,), "where: from the dateline") if self.dateline else Found(())

    def _ids(self, tokens: Sequence[int]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.places[token] for token in tokens))

    # -- when -------------------------------------------------------------------------------------------------------
    def when(self, clause: Clause) -> When | None:
        """The days of the clause: its own time, those of the clauses above, the day of saying where it is told as present."""
        own = self._time_inside(clause)
        if own is not None:
            return _when(own, "stated")
        for upper in self._upwards(clause):
            if (found := self._time_inside(upper)) is not None:
                return _when(found, "clause above")
        return self._from_saying(clause) or self._from_before(clause)

    def _time_inside(self, clause: Clause) -> Time | None:
        tokens = list(self.times_of.get(clause.predicate, ()))
        for fillers in clause.slots.values():
            for filler in fillers:
                below = self.reading.clause_at.get(filler)
                if below is not None and below is not clause and below.kind == "nominal":
                    tokens += self.times_of.get(below.predicate, ())
        found = [self.times[t] for t in sorted(tokens)]
        dated = [time for time in found if time.start or time.end]
        return (dated or found or [None])[0]

    def _from_saying(self, clause: Clause) -> When | None:
        """The day of saying dates what is told in the present or the present perfect and has no date of its own."""
        if clause.kind == "nominal" or clause.tense != "present":
            upper = self.reading.owner(clause.governor) if clause.governor is not None else None
            if clause.kind != "nominal" or upper is None or upper.tense != "present":
                return None
        token = clause.governor
        for _ in range(CLIMB):
            upper = self.reading.owner(token) if token is not None else None
            if upper is None:
                return None
            if upper.verb in self.speech and (time := self._time_inside(upper)) is not None:
                return _when(time, "saying")
            token = upper.governor
        return None

    def _from_before(self, clause: Clause) -> When | None:
        return None


def _when(time: Time, basis: str) -> When:
    return When(start=time.start, end=time.end, basis=basis, time=time.id)
