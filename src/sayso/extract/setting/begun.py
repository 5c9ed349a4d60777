"""Since when what a report speaks of has gone on, where another sentence tells it: "since the battle began"."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property

from sayso.codebook import load_codebook
from sayso.extract.reading import Reading
from sayso.extract.setting.lasting import BEGINNING, says_since_then
from sayso.parse import Clause, prepositional
from sayso.records import Time

SINCE = "since"
LAUNCHING = frozenset(("launch", "begin", "start", "open", "mount"))
OUTSETS = frozenset(("start", "beginning", "outbreak", "onset", "eruption", "outset", "launch"))


class Begun:
    """The days from which the wars and the battles of a report have gone on, and what "since then" counts from.

    times: token by which a time hangs in the tree -> Time; time_of: a clause in, the time that stands in it out; below:
    token -> the clauses that stand under it.
    """

    def __init__(
        self,
        reading: Reading,
        *,
        times: Mapping[int, Time],
        time_of: Callable[[Clause], Time | None],
        below: Mapping[int, Sequence[Clause]],
    ) -> None:
        self.reading, self.times, self.time_of, self.below = reading, times, time_of, below
        self.time_tokens = sorted(times)

    def since(self, clause: Clause) -> Time | None:
        """The time of its beginning, where the clause tells of what came since it began and one day of that is told."""
        if not self._says_since:
            return None
        if says_since_then(self.reading, clause):
            return self._told_before(clause)
        kinds = {kind for noun in self._nouns_since(clause) for kind in self._kinds_of(noun)}
        starts = {time.start: time for kind in kinds for time in self._starts.get(kind, ())}
        return next(iter(starts.values())) if len(starts) == 1 else None

    def _told_before(self, clause: Clause) -> Time | None:
        """The last time told in front of a clause in its paragraph."""
        grammar = self.reading.grammar
        block = grammar.block_of[grammar.sentence_of[clause.verb]]
        at = bisect_left(self.time_tokens, clause.verb) - 1
        if at < 0 or grammar.block_of[grammar.sentence_of[self.time_tokens[at]]] != block:
            return None
        time = self.times[self.time_tokens[at]]
        return time if time.start is not None else None

    @cached_property
    def _says_since(self) -> bool:
        return SINCE in self.reading.grammar.lowers

    def _nouns_since(self, clause: Clause) -> Iterator[int]:
        """ "Since the war began", "since the start of the war", "since the offensive": the nouns of what began."""
        for one in self.below.get(clause.predicate, ()):
            if one.marker == SINCE and one.lemma in BEGINNING and self.time_of(one) is None:
                yield from one.slots.get("subject", ())
        for noun in clause.slots.get(SINCE, ()):
            if self.reading.grammar.lemmas[noun] in OUTSETS:
                yield from prepositional(self.reading.grammar, noun, "of")
            else:
                yield noun

    @cached_property
    def _starts(self) -> dict[str, list[Time]]:
        """war, battle -> the times at which one is told to have begun."""
        found: dict[str, list[Time]] = defaultdict(list)
        for clause in self.reading.clauses:
            nouns = self._begun_by(clause)
            kinds = {kind for noun in nouns for kind in self._kinds_of(noun)}
            time = self.time_of(clause) if kinds else None
            if time is not None and time.start is not None and self._is_beginning(clause, time):
                for kind in kinds:
                    found[kind].append(time)
        return found

    def _begun_by(self, clause: Clause) -> tuple[int, ...]:
        """What began or goes on by a verb."""
        if clause.kind == "nominal" or clause.negated or clause.modal is not None:
            return ()
        if clause.lemma in LAUNCHING and clause.slots.get("object"):
            return clause.slots["object"]
        return clause.slots.get("subject", ()) if clause.lemma in BEGINNING or clause.perfect else ()

    def _kinds_of(self, noun: int) -> frozenset[str]:
        return _kinds(self.reading.grammar.lemmas[noun]) | _kinds(self.reading.grammar.lowers[noun])

    def _is_beginning(self, clause: Clause, time: Time) -> bool:
        return clause.lemma in BEGINNING | LAUNCHING or time.text.lower().startswith(SINCE)


@cache
def _kinds(lemma: str) -> frozenset[str]:
    """Whether a noun is one of a war, of a battle, or of either."""
    measures = load_codebook().measures
    named = {"war": measures.long, "battle": measures.lasting}
    return frozenset(kind for kind, nouns in named.items() if lemma in nouns)
