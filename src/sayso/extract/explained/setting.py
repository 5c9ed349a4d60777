"""Where and when a claim is set: each place that was looked at, nearest first, up to the one that gave the answer."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.explained.scene import Note, Seen
from sayso.extract.explained.types import Step, Word
from sayso.extract.scene import cost_of
from sayso.parse import Clause
from sayso.records import AnyClaim, Time, When


def where_steps(seen: Seen, clause: Clause, claim: AnyClaim | None) -> tuple[Step, ...]:
    """Where the places of a clause were looked for; last, what the claim has where its own slots outrank these."""
    steps = list(_looks_where(seen, clause))
    found = seen.scene.setting.where(clause).items
    if claim is not None and claim.where != found:
        steps.append(Step(rule="the claim's own slots outrank these", gives=seen.list_names(claim.where)))
    return tuple(steps)


def _looks_where(seen: Seen, clause: Clause) -> Iterator[Step]:
    for found in seen.scene.setting.looks_where(clause):
        yield Step(rule=found.how.removeprefix("where: ") or "in the clause itself", gives=seen.list_names(found.items))
        if found.items:
            return


def when_steps(seen: Seen, clause: Clause, claim: AnyClaim | None) -> tuple[Step, ...]:
    """Where the days of a clause were looked for; last, what the claim has where that differs."""
    steps = list(_looks_when(seen, clause))
    if claim is not None and claim.when != seen.scene.setting.days.when(clause):
        steps.append(Step(rule="as the claim has it", words=_time_words(seen, claim.when), gives=_days(claim.when)))
    return tuple(steps)


def _looks_when(seen: Seen, clause: Clause) -> Iterator[Step]:
    for rule, when in seen.scene.setting.days.looks_when(clause):
        yield Step(rule=rule, words=_time_words(seen, when), gives=_days(when))
        if when is not None:
            return


def _time_words(seen: Seen, when: When | None) -> Word | None:
    time = seen.items.get(when.time or "") if when is not None else None
    return seen.words(time.evidence[0]) if isinstance(time, Time) else None


def _days(when: When | None) -> str | None:
    if when is None:
        return None
    return f"{when.start or '…'} to {when.end or '…'} ({when.basis})"


def confidence_steps(seen: Seen, claim: AnyClaim, note: Note | None) -> tuple[Step, ...]:
    """Where confidence starts, and what each step of inference takes."""
    if note is None:
        return (Step(rule="as the claim has it", gives=f"{claim.confidence:.2f}"),)
    costs = tuple(Step(rule=step, gives=f"-{cost_of(step):.2f}") for step in note.basis)
    start = Step(rule=f"{note.method} starts from", gives=f"{note.start:.2f}")
    best = "the best of its tellings" if claim.confidence > note.confidence else "together"
    return (start, *costs, Step(rule=best, gives=f"{claim.confidence:.2f}"))
