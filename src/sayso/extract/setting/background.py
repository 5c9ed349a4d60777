"""What a report tells as context: long before the news, in the past perfect, or going on from what is so told."""

from __future__ import annotations

import datetime as dt

from sayso.extract.framing.light import light_verb
from sayso.extract.reading import Reading
from sayso.extract.setting.days import Days
from sayso.extract.setting.lasting import counted_apart, is_long_before
from sayso.parse import Clause
from sayso.records import When

OLD_NEWS = dt.timedelta(days=30)
"""What lies a month or more before the news is background (record contract)."""
CLIMB = 6


class Context:
    """Which clauses of a report tell of what was before the news; a flashback lasts until its paragraph ends, or names
    another day."""

    def __init__(self, reading: Reading, days: Days) -> None:
        self.reading, self.days = reading, days
        self._flashbacks: dict[int, bool] = {}

    def holds(self, clause: Clause | None, when: When | None) -> bool:
        """Whether the clause, with these days, is background."""
        if self._is_old(when):
            return True
        if clause is None:
            return False
        clause = self._of_outcome(clause)
        if self.days.yardsticks.measures(clause) or self._is_before(clause) or _is_past_perfect(clause):
            return True
        return when is None and self._goes_on(clause)

    def _is_old(self, when: When | None) -> bool:
        if when is None or when.basis == "saying" or not self.days.day or not (when.end or when.start):
            return False
        last = dt.date.fromisoformat(when.end or when.start or "")
        return last <= dt.date.fromisoformat(self.days.day) - OLD_NEWS

    def _of_outcome(self, clause: Clause) -> Clause:
        """ "Had bombed the town in May, killing 12", "had carried out a raid": what came of a deed, and what is told
        by a verb without meaning, is told in the verb's tense."""
        if clause.perfect or clause.governor is None:
            return clause
        grammar = self.reading.grammar
        outcome = grammar.tags[clause.verb] == "VBG" and grammar.deps[clause.verb] == "advcl"
        carried = clause.kind == "nominal" and light_verb(self.reading, clause) is not None
        return self.reading.clause_at.get(clause.governor, clause) if outcome or carried else clause

    def _is_before(self, clause: Clause) -> bool:
        """ "Months after taking Y"; "weeks after taking Y" of what was long ago itself."""
        link = counted_apart(self.reading, clause)
        if link is None or self.reading.grammar.lowers[link] != "after":
            return False
        upper = next(self.days.clauses_above(clause), None)
        return is_long_before(self.reading, clause) or (upper is not None and self._is_old(self.days.when(upper)))

    # -- flashbacks ---------------------------------------------------------------------------------------------------
    def _goes_on(self, clause: Clause) -> bool:
        """Whether what is told without a day, in the past, goes on from a sentence before that told of long ago."""
        sentence = self.reading.grammar.sentence_of[clause.predicate]
        return self._is_plain_past(clause) and self._carries_on(sentence)

    def _is_plain_past(self, clause: Clause) -> bool:
        at: Clause | None = clause
        for _ in range(CLIMB):
            if at is None or at.verb in self.days.speech:
                return False
            if at.kind != "nominal" and at.tense is not None:
                return at.tense == "past" and at.modal is None
            at = self.reading.owner(at.governor) if at.governor is not None else None
        return False

    def _carries_on(self, sentence: int) -> bool:
        """Whether a sentence that names no day, and quotes nobody, stands behind one of a flashback."""
        grammar = self.reading.grammar
        first, after = grammar.sentences[sentence]
        if not sentence or grammar.block_of[sentence - 1] != grammar.block_of[sentence]:
            return False
        told = self.days.story.times_in(first, after) or any(verb in self.days.speech for verb in range(first, after))
        return not told and self._is_flashback(sentence - 1)

    def _is_flashback(self, sentence: int) -> bool:
        if sentence not in self._flashbacks:
            self._flashbacks[sentence] = self._tells_of_long_ago(sentence)
        return self._flashbacks[sentence]

    def _tells_of_long_ago(self, sentence: int) -> bool:
        """Whether its main verb does, or, where that tells of how things are, the last past verb behind it."""
        grammar = self.reading.grammar
        first, after = grammar.sentences[sentence]
        root = next((token for token in range(first, after) if grammar.heads[token] == token), first)
        main = self.reading.clause_at.get(root)
        if main is None or main.verb in self.days.speech:
            return False
        if main.tense == "past":
            return self._is_dated_back(main) or self._goes_on(main)
        behind = (self.reading.clause_at.get(token) for token in range(after - 1, main.verb, -1))
        last = next((one for one in behind if one is not None and one.kind != "nominal" and one.tense), None)
        still = not main.perfect or self.days.when(main) is not None
        return (
            still
            and last is not None
            and last.tense == "past"
            and (_is_past_perfect(last) or self._is_dated_back(last))
        )

    def _is_dated_back(self, clause: Clause) -> bool:
        return self._is_old(self.days.when(clause))


def _is_past_perfect(clause: Clause) -> bool:
    return clause.tense == "past" and clause.perfect and clause.how in ("relative", "main", "time")
