"""Which day a story is at: what is told in the past goes on where the sentence, or the one before, was."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from itertools import islice

from sayso.extract.reading import Reading
from sayso.extract.setting.compared import Yardsticks
from sayso.extract.setting.lasting import is_earlier, is_outcome, lasts_for_long
from sayso.extract.setting.timed import (
    bounds_only,
    is_of_the_speaker,
    is_old,
    is_said_to_be,
    is_wide,
    judges,
    only_names,
    when_of,
)  # fmt: skip
from sayso.parse import Clause
from sayso.records import Time, When

CLIMB = 6
STORY_BACK = 2
ABOUT = frozenset(("for", "over", "with", "about", "against", "of", "to"))
"""Words between what is done and the deed that it is about."""


def owner_above(reading: Reading, clause: Clause) -> Clause | None:
    """The clause that one stands under."""
    upper = reading.owner(clause.governor) if clause.governor is not None else None
    return upper if upper is not clause else None


class Story:
    """The days that the sentences of a report tell of.

    times: token by which a time hangs in the tree -> Time; speech: tokens of verbs that report; day: the report's day,
    ISO.
    """

    def __init__(
        self,
        reading: Reading,
        *,
        times: Mapping[int, Time],
        speech: frozenset[int],
        day: str | None,
        yardsticks: Yardsticks,
    ) -> None:
        self.reading, self.times, self.speech, self.day, self.yardsticks = reading, times, speech, day, yardsticks
        self.time_tokens = sorted(times)

    def day_of(self, clause: Clause) -> When | None:
        """What is told in the past goes on where the sentence, or the one before, was: its only day is the day of
        this too."""
        if not self._told_in_the_past(clause) or lasts_for_long(self.reading, clause):
            return None
        grammar = self.reading.grammar
        sentence = grammar.sentence_of[clause.predicate]
        reported = clause.how == "content" and clause.kind != "nominal" and clause.progressive
        told = (sentence, *islice(self.reading.sentences_before(sentence), STORY_BACK))
        for back, earlier in enumerate(told):
            if (back > 1 or reported) and grammar.block_of[earlier] != grammar.block_of[sentence]:
                return None
            if back and (self.reading.is_heading(earlier) or self.reading.are_items(earlier, sentence)):
                return None
            days = self._days_beside(earlier, clause) if back == 0 else self._days_told(earlier, clause)
            days = [time for time in days if not self.is_to_come(time) and not (reported and is_old(time, self.day))]
            if len({(time.start, time.end) for time in days}) == 1:
                return when_of(days[0], "sentence" if back == 0 else "sentence before")
            if days or self._goes_on_from_then(earlier):
                break
        return None

    def _goes_on_from_then(self, sentence: int) -> bool:
        """ "Since then 4,000 have been killed": whether a sentence moves on from the day of the one before."""
        first, after = self.reading.grammar.sentences[sentence]
        return "since" in self.reading.grammar.lowers[first:after]

    def _told_in_the_past(self, clause: Clause) -> bool:
        at: Clause | None = clause
        for _ in range(CLIMB):
            if at is None:
                return False
            if is_said_to_be(self.reading, at, self.speech):
                return False
            if at.kind != "nominal" and (at.tense is not None or at.modal) and not is_outcome(self.reading, at):
                return at.tense == "past" and at.modal is None and not is_earlier(self.reading, at)
            at = owner_above(self.reading, at)
        return False

    def days_of(self, sentence: int) -> list[Time]:
        """The times of a sentence that say on which day something happened, those of reporting verbs left out."""
        first, after = self.reading.grammar.sentences[sentence]
        told = (token for token in self.times_in(first, after) if not self.yardsticks.holds(token))
        tokens = [token for token in told if not only_names(self.reading.grammar, token)]
        found = [(token, self.times[token]) for token in tokens]
        kept = [(token, time) for token, time in found if not bounds_only(time) and not self._dates_speech(token)]
        kept = [(token, time) for token, time in kept if not is_of_the_speaker(self.reading, token, self.speech)]
        return [time for token, time in kept if not (is_wide(time) and self._dates_an_aside(token))]

    def _days_beside(self, sentence: int, clause: Clause) -> list[Time]:
        """The days of its own sentence; what was done a while ago need not be the day of who condemns it, or of what
        is told beside it ("welcomed the step under the deal signed in April")."""
        judging, asides = judges(self.reading, clause), self._asides_of(sentence)
        return [
            time for time in self.days_of(sentence) if not (is_old(time, self.day) and (judging or time.id in asides))
        ]

    def _asides_of(self, sentence: int) -> frozenset[str]:
        """The ids of the times that date asides."""
        first, after = self.reading.grammar.sentences[sentence]
        return frozenset(self.times[t].id for t in self.times_in(first, after) if self._dates_an_aside(t))

    def _days_told(self, sentence: int, clause: Clause) -> list[Time]:
        """The days of an earlier sentence that a story goes on from: neither those of asides, nor days to come, nor,
        in another paragraph, whole months."""
        grammar = self.reading.grammar
        beside = grammar.block_of[sentence] == grammar.block_of[grammar.sentence_of[clause.predicate]]
        asides = self._asides_of(sentence)
        days = [time for time in self.days_of(sentence) if time.id not in asides]
        days = [time for time in days if not (self.day and time.end and time.end > self.day)]
        return [time for time in days if beside or not is_wide(time)]

    def times_in(self, first: int, after: int) -> list[int]:
        """The tokens of times from one token to before another."""
        return self.time_tokens[bisect_left(self.time_tokens, first) : bisect_left(self.time_tokens, after)]

    def _dates_an_aside(self, token: int) -> bool:
        """ "Lawmakers ousted in the 2021 coup": the day of what says who somebody is, which nothing else need share."""
        at = self.reading.owner(token)
        if at is not None and self._is_spoken_of(at):
            return True
        for _ in range(CLIMB):
            if at is None or (at.how == "relative" and at.kind != "nominal"):
                return at is not None
            at = owner_above(self.reading, at)
        return False

    def _is_spoken_of(self, deed: Clause) -> bool:
        """ "Arrested in connection with the killing of a priest last month": a deed that something else is about."""
        grammar = self.reading.grammar
        if deed.kind != "nominal" or grammar.deps[deed.predicate] != "pobj":
            return False
        return grammar.lowers[grammar.heads[deed.predicate]] in ABOUT

    def _dates_speech(self, token: int) -> bool:
        owner = self.reading.owner(token)
        return owner is not None and owner.verb in self.speech

    def is_to_come(self, time: Time) -> bool:
        """ "Refused to leave before polls are held in March": no day of what is told as past."""
        return self.day is not None and time.start is not None and time.start > self.day
