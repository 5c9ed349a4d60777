"""What the news is measured by: in "the deadliest attack since 2019, when 49 died in X" all behind "since" is of
another time, and of another place."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from sayso.extract.reading import Reading
from sayso.extract.setting.timed import ranks_before
from sayso.parse import Clause, is_below

SINCE = "since"
ENDS = frozenset((",", ";", ".", ":", "–", "—"))


class Yardsticks:
    """The stretches of a report behind a "since" that somebody ranks the news by."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    @cached_property
    def _since(self) -> list[int]:
        """The tokens of each such "since", left to right."""
        grammar, found, at = self.reading.grammar, [], -1
        for _ in range(grammar.lowers.count(SINCE)):
            at = grammar.lowers.index(SINCE, at + 1)
            if ranks_before(grammar, at):
                found.append(at)
        return found

    def holds(self, token: int) -> bool:
        """Whether the token stands behind such a "since": below it in the tree, or before the next comma."""
        return bool(self._since) and self._opener_of(token) is not None

    def _opener_of(self, token: int) -> int | None:
        at = bisect_left(self._since, token) - 1
        if at < 0:
            return None
        since, grammar = self._since[at], self.reading.grammar
        if grammar.sentence_of[since] != grammar.sentence_of[token]:
            return None
        beside = not any(grammar.words[t] in ENDS for t in range(since, token))
        return since if beside or self._is_below(token, since) else None

    def _is_below(self, token: int, since: int) -> bool:
        grammar = self.reading.grammar
        return is_below(grammar, token, grammar.heads[since] if grammar.deps[since] == "mark" else since)

    def measures(self, clause: Clause) -> bool:
        """Whether the clause tells of what the news is measured by."""
        return self.holds(clause.predicate)
