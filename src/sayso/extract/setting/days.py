"""When a clause is set: its own time, else those around it, each step away written down."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from msgspec import structs

from sayso.extract.reading import Reading
from sayso.extract.setting.begun import Begun
from sayso.extract.setting.compared import Yardsticks
from sayso.extract.setting.days_apart import days_apart, days_counted, moved
from sayso.extract.setting.headed import HeadedDays
from sayso.extract.setting.lasting import (
    SUBJECTS,
    before_its_war,
    beginnings,
    counted_apart,
    first_joined,
    lasts_with,
)
from sayso.extract.setting.story import CLIMB, Story, owner_above
from sayso.extract.setting.timed import (
    bounds_only,
    is_old,
    judges,
    makes_do,
    only_names,
    records,
    tells_of,
    times_by_clause,
    times_opened,
    when_of,
    whole,
)  # fmt: skip
from sayso.parse import Clause
from sayso.records import Interval, Time, When

JOINTS = frozenset(("and", ", and", "&", "and again", ","))
AT_ONCE = frozenset(("when", "as", "while"))
ABOUT = frozenset(("for", "over", "about", "with", "against"))
"""Words that bring what something is done about: "arrested over the killing last month"."""


class Days:
    """Times by the clause that they stand in.

    times: token by which a time hangs in the tree -> Time; speech: tokens of verbs that report; day: the report's day,
    ISO; coverage: the days that a report says it covers.
    """

    def __init__(
        self,
        reading: Reading,
        *,
        times: dict[int, Time],
        speech: frozenset[int],
        day: str | None,
        coverage: Interval | None,
    ) -> None:
        self.reading, self.day, self.coverage = reading, day, coverage
        self.speech = frozenset(verb for verb in speech if not records(reading, verb) and not tells_of(reading, verb))
        self.bare, self.times = times, times_opened(reading, times, day)
        self.times_of = times_by_clause(reading, self.times, speech=self.speech, day=day)
        self.below = self._by_governor()
        self.begun = Begun(reading, times=self.times, time_of=self._time_inside, below=self.below)
        self.headed = HeadedDays(reading, times)
        self.yardsticks = Yardsticks(reading)
        self.story = Story(reading, times=self.times, speech=self.speech, day=day, yardsticks=self.yardsticks)
        self._when: dict[int, When | None] = {}

    def _by_governor(self) -> dict[int, list[Clause]]:
        found: dict[int, list[Clause]] = defaultdict(list)
        for clause in self.reading.clauses:
            if clause.governor is not None:
                found[clause.governor].append(clause)
        return found

    # -- where ------------------------------------------------------------------------------------------------------

    def when(self, clause: Clause) -> When | None:
        """The days of the clause: its own time, those of the clauses above, a "since" below it, the day of saying
        where it is told as present, the sentence's, the story's so far, the days that the report covers."""
        if clause.predicate not in self._when:
            self._when[clause.predicate] = self._dated(clause)
        return self._when[clause.predicate]

    def _dated(self, clause: Clause) -> When | None:
        return next((when for _, when in self.looks_when(clause) if when is not None), None)

    def looks_when(self, clause: Clause) -> Iterator[tuple[str, When | None]]:
        """(Where one looks, the days that it gives), in the order in which they are asked, nearest first."""
        own = self._time_inside(clause)
        yield "so many days before or after the clause beside it", self._counted_off(clause)
        yield "in the clause", self._with_the_next(own) if own is not None else None
        yield "in what the relative clause is about", self._of_antecedent(clause)
        if counted_apart(self.reading, clause) is not None:
            return
        measure = self.yardsticks.measures(clause)
        for upper in self.clauses_above(clause):
            if measure and not self.yardsticks.measures(upper):
                return
            yield "in the clause above", self._lent_by(upper, clause)
        if measure:
            return
        yield "in the clause that it is joined to", self._of_the_first(clause)
        yield "in what somebody was made to do", self._of_what_was_caused(clause)
        yield "in a clause with when or as below", self._of_what_came_with_it(clause)
        yield "in a clause with since below", self._since(clause)
        yield "in the clause that tells how it began", self._since_it_began(clause)
        yield "in another sentence that tells how it began", self._since_another_told(clause)
        yield "in the saying", self._from_saying(clause)
        yield "in the heading above", self._from_heading(clause)
        yield "in the story so far", self.story.day_of(clause)
        yield "in the days that the report covers", self.covered()

    def _with_the_next(self, time: Time, basis: str = "stated") -> When:
        """ "On Sunday and Monday", "on 3 and 5 May", "in June and July": from the first of some that are listed to the
        last."""
        at = next((at for at, token in enumerate(self.story.time_tokens) if self.times[token].id == time.id), None)
        when = when_of(time, basis)
        for token in self.story.time_tokens[at + 1 :] if at is not None else ():
            after = self.times[token]
            if not self._is_listed_with(time, after):
                break
            when, time = structs.replace(when, end=after.end), after
        return when

    def _is_listed_with(self, time: Time, after: Time) -> bool:
        """Whether a time goes on from the one before it, by "and" or a comma alone."""
        if not time.end or not after.start or not after.end or time.precision != after.precision:
            return False
        between = self.reading.text[time.evidence[-1][1] : after.evidence[0][0]].strip()
        return between in JOINTS and not after.text.startswith("on ") and time.end < after.start

    def _counted_off(self, clause: Clause) -> When | None:
        """ "Marched on Saturday, a day after police shot six": each of the two is dated by the other."""
        if clause.kind == "nominal":
            return self._counted_from(clause)
        own = self._time_inside(clause)
        if own is not None and clause.how == "time":
            upper, apart = owner_above(self.reading, clause), days_apart(own)
            base = self._time_inside(upper) if upper is not None and apart is not None else None
            return moved(base, -(apart or 0), "clause above")
        below = self.below.get(clause.predicate, ()) if own is None else ()
        for lower in (lower for lower in below if lower.how == "time"):
            for token in self.times_of.get(lower.predicate, ()):
                if (apart := days_apart(self.times[token])) is not None:
                    return moved(self._time_inside(lower), apart, "clause below")
        return None

    def _counted_from(self, deed: Clause) -> When | None:
        """ "On Friday, two days after the attack": the attack's day, from that of what came so many days after it."""
        grammar, before = self.reading.grammar, self.reading.grammar.heads[deed.predicate]
        time = self.times.get(before) or self.times.get(grammar.heads[before])
        apart = days_counted(time) if time is not None and grammar.lowers[before] in ("after", "before") else None
        if time is None or apart is None:
            return None
        upper = owner_above(self.reading, deed)
        base = time if time.start or upper is None else self._time_inside(upper)
        return moved(base, -apart, "clause above")

    def _lent_by(self, upper: Clause, clause: Clause) -> When | None:
        found = self._time_inside(upper)
        if found is None:
            dated = self._of_antecedent(upper)
            return structs.replace(dated, basis="clause above") if dated is not None else None
        lends = not bounds_only(found) or self._is_recorded(clause, upper) or lasts_with(self.reading, clause, upper)
        done = clause.how == "relative" and (clause.tense == "past" or clause.perfect) and clause.modal is None
        if done and self.story.is_to_come(found):
            return None
        return self._with_the_next(found, "clause above") if lends else None

    def _of_antecedent(self, clause: Clause) -> When | None:
        """ "In March, when 40 died", "since 2019, when 49 died": the days that a relative clause is told of."""
        if clause.how != "relative" or clause.governor is None:
            return None
        time = self.bare.get(clause.governor) or self.bare.get(self.reading.grammar.heads[clause.governor])
        return When(start=time.start, end=whole(time), basis="stated", time=time.id) if time is not None else None

    def _is_recorded(self, clause: Clause, upper: Clause) -> bool:
        return clause.kind == "nominal" and records(self.reading, upper.verb)

    def _of_the_first(self, clause: Clause) -> When | None:
        """ "Since May, they have killed six and wounded nine": what stands before the first verb dates both."""
        first = first_joined(self.reading, clause)
        tokens = self.times_of.get(first.predicate, ()) if first is not None else ()
        before = [self.times[token] for token in tokens if first is not None and token < first.verb]
        return when_of(before[0], "clause above") if before and bounds_only(before[0]) else None

    def _of_what_was_caused(self, clause: Clause) -> When | None:
        """ "Has forced 20,000 people to leave since May", "talks are to resume on Friday": the days of the leaving are
        those of the forcing, the days of the resuming those of the talks."""
        below = list(self.below.get(clause.predicate, ())) if makes_do(self.reading, clause.verb) else []
        upper = owner_above(self.reading, clause) if clause.kind == "nominal" and clause.marker in SUBJECTS else None
        if upper is not None:
            told = self.below.get(upper.predicate, ())
            below += [one for one in told if clause.predicate in one.slots.get("subject", ())]
        found = (self._time_inside(inner) for inner in below if inner.how == "infinitive")
        return next((when_of(time, "stated") for time in found if time is not None), None)

    def _time_inside(self, clause: Clause) -> Time | None:
        tokens = list(self.times_of.get(clause.predicate, ()))
        for slot, fillers in clause.slots.items():
            for filler in fillers:
                below = self.reading.clause_at.get(filler)
                if below is not None and below is not clause and below.kind == "nominal":
                    lent = self.times_of.get(below.predicate, ())
                    old = lent and (slot in ABOUT or judges(self.reading, clause))
                    tokens += [t for t in lent if not (old and is_old(self.times[t], self.day))]
        own = self.bare if clause.kind == "nominal" else self.times
        kept = [t for t in sorted(tokens) if not only_names(self.reading.grammar, t, clause.predicate)]
        found = [(own if self._is_own(t, clause) else self.times)[t] for t in kept]
        dated = [time for time in found if time.start or time.end]
        summed = [time for time in dated if records(self.reading, clause.verb) and time.text.startswith("since")]
        return (summed or dated or found or [None])[0]

    def _is_own(self, token: int, clause: Clause) -> bool:
        return token in self.times_of.get(clause.predicate, ())

    def _since(self, clause: Clause) -> When | None:
        """ "Have been displaced since the war reached the town in 2015": from then to the report's day; in "the
        heaviest bombing since a truce took hold" it is told since when it was not so bad."""
        told_since = (one for one in self._below_it_or_the_first(clause) if one.marker == "since")
        for below in told_since:
            if not self.yardsticks.measures(below) and (time := self._time_inside(below)) is not None and time.start:
                return When(start=time.start, end=self.day, basis="clause below", time=time.id)
        return None

    def _below_it_or_the_first(self, clause: Clause) -> Iterator[Clause]:
        """The clauses under it, under the verb whose noun it is, and those before the first of the verbs joined to
        it."""
        upper = owner_above(self.reading, clause)
        if upper is not None and lasts_with(self.reading, clause, upper):
            clause = upper
        yield from self.below.get(clause.predicate, ())
        first = first_joined(self.reading, clause)
        if first is not None:
            yield from (one for one in self.below.get(first.predicate, ()) if one.verb < first.verb)

    def _of_what_came_with_it(self, clause: Clause) -> When | None:
        """ "Took the town as it overran the north three years ago": both were done then."""
        if clause.kind == "nominal" or clause.tense != "past" or clause.modal is not None:
            return None
        beside = (one for one in self.below.get(clause.predicate, ()) if one.marker in AT_ONCE and one.tense == "past")
        found = (self._time_inside(one) for one in beside if one.how == "time" and not one.perfect)
        return next((when_of(time, "clause below") for time in found if time and not bounds_only(time)), None)

    def _since_it_began(self, clause: Clause) -> When | None:
        """ "The war, which began in 2020, has killed 300 people", "at war since 2020, a conflict that has killed": from
        then to the report's day."""
        since = (self.times[token] for token in self.story.times_in(*before_its_war(self.reading, clause)))
        if (time := next((time for time in since if time.start and bounds_only(time)), None)) is not None:
            return When(start=time.start, end=self.day, basis="sentence", time=time.id)
        for below in beginnings(self.reading, clause, self.below):
            if (time := self._time_inside(below)) is not None and time.start:
                return When(start=time.start, end=self.day, basis="clause below", time=time.id)
        return None

    def _since_another_told(self, clause: Clause) -> When | None:
        """ "Have died since the battle began", "since then": from the day of which another sentence tells."""
        upper = owner_above(self.reading, clause)
        lasting = upper if upper is not None and lasts_with(self.reading, clause, upper) else clause
        time = self.begun.since(lasting)
        return When(start=time.start, end=self.day, basis="sentence elsewhere", time=time.id) if time else None

    def _from_saying(self, clause: Clause) -> When | None:
        """The day of saying dates what is told in the present or the present perfect and has no date of its own."""
        finite = clause if clause.kind != "nominal" else owner_above(self.reading, clause)
        if finite is None or finite.tense != "present" or finite.modal is not None:
            return None
        at: Clause | None = clause
        for _ in range(CLIMB):
            at = owner_above(self.reading, at)
            if at is None:
                return None
            if at.verb in self.speech and (time := self._time_inside(at)) is not None:
                return when_of(time, "saying")
        return None

    def _from_heading(self, clause: Clause) -> When | None:
        """ "Monday 11 June" dates the lines under it that name no day before the clause."""
        day = self.headed.day_at(clause.predicate) if self.headed.starts else None
        if day is None:
            return None
        grammar = self.reading.grammar
        block = grammar.block_of[grammar.sentence_of[clause.predicate]]
        at = bisect_left(self.story.time_tokens, clause.predicate) - 1
        named = at >= 0 and grammar.block_of[grammar.sentence_of[self.story.time_tokens[at]]] == block
        return None if named else when_of(day, "heading")

    def covered(self) -> When | None:
        days = self.coverage
        return When(start=days.start, end=days.end, basis="coverage line") if days else None

    def clauses_above(self, clause: Clause) -> Iterator[Clause]:
        """Those that it stands under, nearest first, up to one that reports."""
        at = clause
        for _ in range(CLIMB):
            upper = self.reading.owner(at.governor) if at.governor is not None else None
            if upper is None or upper is at or upper.verb in self.speech:
                return
            yield upper
            at = upper
