"""A telling's figures in, statements out: what one report says on one measure of one group, parts apart from wholes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec
from msgspec.structs import replace

from sayso.reconcile.accounts import TOLD, Account, frame_of, harm_of, ordinal
from sayso.reconcile.voices import ORGANISED, side_key
from sayso.records import AnyClaim, Event, Figure

Derived = Literal["stated", "hit, without the dead", "sum of groups", "told without a number"]
PEOPLE = frozenset((None, "people", "mixed", "other"))
"""Groups of a figure that may hold anybody: rows of theirs have group null."""
ROLES = frozenset((
    "civilians", "fighters", "soldiers", "police", "journalists", "aid_workers", "medics", "prisoners", "refugees",
))  # fmt: skip
"""Groups by what people are; the others say how old or of which sex they are, and cut across these."""
ARMED = frozenset(("fighters", "soldiers", "police"))
BY_NOUN = "/noun"
"""The end of the method by which a number is known by its noun alone ("three victims")."""
FATE_UNTOLD = frozenset(("shoot",))
"""Frames by which people are hit who may have died of it."""
WEEKS = 27
"""Days that one happening may take at most, or by which the day of an arrest may lie behind it: less than any month."""
NEWS = 1_200
"""Code points in which a report tells its news with its numbers."""
HEAD = 600
"""Code points in which a report says whether its news is of the dead or of the hurt."""
_BREAK = re.compile(r"[.!?][\"'”’)\]]*\s|\n")
_PERIOD = re.compile(r"\b(?:past|last|previous|preceding)\s+(?:\S+\s+)?(?:hours?|days?|weeks?|24)\b", re.IGNORECASE)
"""Times over which armies and monitors count: what is so told is of many places."""
_OTHERS = re.compile(r"\b(?:others?|more|another|else)\b", re.IGNORECASE)
"""Words by which those who were hit are counted beside the dead, and not with them."""
AS_KILLED = {"executed": "killed"}
"""Measures that are a way of another one and count into it."""


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One report's word on a measure of a group (null: people of any kind), with everybody whose word it is.

    day: of saying, ISO. source: what counts as one independent source. derived: how the number came about. voice: the
    speakers, where they are somebody in particular ("the mayor", not "residents" or the outlet itself). whose: the side
    whose people alone are counted, where it has a name.
    """

    measure: str
    group: str | None
    nature: str
    low: float | None
    best: float | None
    high: float | None
    day: str | None
    speakers: tuple[str, ...]
    report: str
    source: str
    claims: tuple[str, ...]
    derived: Derived = "stated"
    voice: tuple[str, ...] = ()
    outlet: str = ""
    whose: str | None = None

    @property
    def value(self) -> float:
        """The one number: best, else low, else high."""
        return next((each for each in (self.best, self.low, self.high) if each is not None), 0.0)


def gather_statements(
    account: Account, claims: Sequence[AnyClaim], source: str, *, is_news: bool = True, day: int | None = None
) -> tuple[Statement, ...]:
    """The statements of one telling, counts of the happening first, running totals behind them. is_news: whether
    the report leads with it: then harm that is told without a number counts in the report's head only. day: that of
    the happening; what is dated long before it, or by a month or a year, is of others."""
    past = account.past_places
    told = [
        claim for claim in claims
        if claim.realis in TOLD and not claim.background and _is_of(day, claim)
        and not (claim.where and past.issuperset(claim.where))
    ]  # fmt: skip
    figures = _without_periods(account, [c for c in told if isinstance(c, Figure) and _has_number(c)])
    figures = _with_wholes(account, figures, claims)
    found: list[Statement] = []
    for (measure, nature), alike in sorted(_by_measure(figures).items()):
        cells = _cells(alike)
        found += [_state(account, each, measure, group, source) for group, each in cells]
        found += _sum_up(account, cells, measure, nature, source)
    found = _without_the_dead(account, found)
    counted = {each.measure for each in found if each.nature == "event_count"}
    in_head = [claim for claim in told if isinstance(claim, Event) and (not is_news or claim.trigger[0] < HEAD)]
    return (*found, *_without_number(account, in_head, counted, source))


def _is_of(day: int | None, claim: AnyClaim) -> bool:
    """Whether a claim may be of a happening of that day, or of one day at all, by its own time."""
    start, end = (ordinal(claim.when.start), ordinal(claim.when.end)) if claim.when else (None, None)
    is_past = day is not None and end is not None and end < day - WEEKS
    return not is_past and (start is None or end is None or end - start <= WEEKS)


def _without_periods(account: Account, figures: Sequence[Figure]) -> list[Figure]:
    """The figures without those of a period ("in the past 24 hours"), where others of their measure are of the day."""
    spans = {time.id for time in account.record.times if _PERIOD.search(time.text)}
    summed = [each for each in figures if each.when and each.when.time in spans]
    of_the_day = {each.measure for each in figures if each not in summed}
    return [each for each in figures if each not in summed or each.measure not in of_the_day]


def _with_wholes(account: Account, figures: Sequence[Figure], claims: Sequence[AnyClaim]) -> list[Figure]:
    """The figures; a part of what the report counts elsewhere ("167 dead in a week") is all of its own happening."""
    if len(claims) == len(account.claims):
        return list(figures)
    here = {each.id for each in claims}
    others = {each.measure for each in account.claims.values() if isinstance(each, Figure) and each.id not in here}
    lone = others - {each.measure for each in figures if each.nature == "event_count"}
    parts = sorted((each for each in figures if each.nature == "part"), key=lambda each: each.best or each.low or 0)
    largest = {each.measure: each.id for each in parts if each.measure in lone}
    return [replace(each, nature="event_count") if each.id == largest.get(each.measure) else each for each in figures]


def _has_number(figure: Figure) -> bool:
    return any(each is not None for each in (figure.low, figure.best, figure.high))


def _by_measure(figures: Iterable[Figure]) -> dict[tuple[str, str], list[Figure]]:
    found: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in sorted(figures, key=_order):
        found[AS_KILLED.get(figure.measure, figure.measure), figure.nature].append(figure)
    return found


def _order(figure: Figure) -> tuple[bool, bool, bool, tuple[int, int], str]:
    """Somebody before nobody, numbers before words for numbers, who was killed before who is called a victim; then as
    the text has them."""
    nobody = not any((figure.low, figure.best, figure.high))
    return nobody, figure.modifier == "vague", figure.method.endswith(BY_NOUN), figure.span, figure.id


def _cells(figures: Sequence[Figure]) -> list[tuple[str | None, list[Figure]]]:
    """The figures of one measure by group: the first of each in the text, and those that say the same. A word for a
    number ("dozens") is asked only where there is no number."""
    found: dict[str | None, list[Figure]] = defaultdict(list)
    for figure in figures:
        found[None if figure.group in PEOPLE else figure.group].append(figure)
    return [(group, _same_as_first(alike)) for group, alike in found.items()]


def _same_as_first(figures: Sequence[Figure]) -> list[Figure]:
    first = figures[0]
    return [each for each in figures if (each.low, each.best, each.high) == (first.low, first.best, first.high)]


def _state(account: Account, figures: Sequence[Figure], measure: str, group: str | None, source: str) -> Statement:
    """Figures that say the same as one statement, by the last day on which it is said: on the word of whoever is quoted
    for it anywhere in the report, since headlines and leads repeat in the outlet's voice what somebody told it."""
    first = figures[0]
    said = next((each for each in figures if each.utterance), first)
    return Statement(
        measure=measure, group=group, nature=first.nature, low=first.low, best=first.best, high=first.high,
        day=max(filter(None, map(account.said_on, figures)), default=None), speakers=account.speakers(said),
        voice=account.voice(said), outlet=account.outlet, report=account.report, source=source,
        claims=tuple(each.id for each in figures), whose=_whose(account, first),
    )  # fmt: skip


def _whose(account: Account, figure: Figure) -> str | None:
    """Whose soldiers or fighters, and nobody else's, a number is of."""
    party = account.parties.get(figure.party or "")
    named = party is not None and bool(party.country or party.wikidata) and party.kind in ORGANISED
    return side_key(party) if named and party is not None and figure.group in ARMED else None


Cells = Sequence[tuple[str | None, Sequence[Figure]]]


def _without_the_dead(account: Account, found: Sequence[Statement]) -> list[Statement]:
    """The statements without the dead among those who were hit: "sixteen people were shot and one of them died"."""
    dead = {each.group: each for each in found if (each.measure, each.nature) == ("killed", "event_count")}
    return [_alive(each, dead.get(each.group) or dead.get(None), account) for each in found]


def _alive(hit: Statement, dead: Statement | None, account: Account) -> Statement:
    """Who was hit and lives, where one sentence counts those who were hit and then the dead among them."""
    if dead is None or not hit.best or not dead.best or dead.best >= hit.best or not _is_hit(hit, account):
        return hit
    first, second = account.claims[hit.claims[0]], account.claims[dead.claims[0]]
    if not (_are_told_at_once(account, first, second) or _are_the_news(account, first, second)):
        return hit
    return replace(hit, best=hit.best - dead.best, derived="hit, without the dead", claims=(*hit.claims, *dead.claims))


def _are_told_at_once(account: Account, hit: AnyClaim, dead: AnyClaim) -> bool:
    """As in "sixteen people were shot and one of them died": in one sentence, and not as others."""
    text = account.record.report.text[hit.evidence[0][0] : dead.evidence[0][1]]
    return bool(text) and not _BREAK.search(text) and not _OTHERS.search(text)


def _are_the_news(account: Account, hit: AnyClaim, dead: AnyClaim) -> bool:
    """As in "One dead in Gao", and below "Police said that four people were shot": both at the head of the report, by
    words that leave open who lives, and not as others."""
    event = account.claims.get(hit.event or "") if isinstance(hit, Figure) else None
    if not isinstance(event, Event) or frame_of(event) not in FATE_UNTOLD or dead.method.endswith(BY_NOUN):
        return False
    (start, _), (last, end) = sorted((hit.evidence[0], dead.evidence[0]))
    end = max(end, hit.evidence[0][1], dead.evidence[0][1])
    return last < NEWS and not _OTHERS.search(account.record.report.text[start:end])


def _is_hit(statement: Statement, account: Account) -> bool:
    """Whether people are counted who were shot or stabbed, which some may not have lived through."""
    figure = account.claims[statement.claims[0]]
    event = account.claims.get(figure.event or "") if isinstance(figure, Figure) else None
    counted = (statement.measure, statement.nature) == ("injured", "event_count")
    return counted and isinstance(event, Event) and event.mode is not None


def _sum_up(account: Account, cells: Cells, measure: str, nature: str, source: str) -> Iterator[Statement]:
    """People of any kind where the report counts men, women and children only. Civilians are never added to fighters:
    that is a number which nobody said, of people whom every assessment keeps apart."""
    if nature != "event_count" or any(group is None or group in ROLES for group, _ in cells):
        return
    first = cells[0][1][0]
    low, best, high = _add([figures[0] for _, figures in cells])
    yield Statement(
        measure=measure, group=None, nature=nature, low=low, best=best, high=high, day=account.said_on(first),
        speakers=account.speakers(first), voice=account.voice(first), outlet=account.outlet, report=account.report,
        source=source, derived="sum of groups",
        claims=tuple(each.id for _, figures in cells for each in figures),
    )  # fmt: skip


def _add(figures: Iterable[Figure]) -> tuple[float | None, float | None, float | None]:
    low = best = high = 0.0
    exact = bounded = True
    for figure in figures:
        low += next(n for n in (figure.low, figure.best, 0.0) if n is not None)
        best += figure.best or 0.0
        high += next(n for n in (figure.high, figure.best, 0.0) if n is not None)
        exact = exact and figure.best is not None
        bounded = bounded and (figure.high is not None or figure.best is not None)
    return (None, best, None) if exact else (low or None, None, high if bounded else None)


def _without_number(account: Account, events: Sequence[Event], counted: set[str], source: str) -> Iterator[Statement]:
    """The dead of a report whose head tells of death and that gives no number: at least one. So the hurt, where
    nobody died: wounds are told of the dead as well."""
    dead = [claim for claim in events if harm_of(claim) == "killed"]
    hurt = [claim for claim in events if harm_of(claim) == "injured"]
    if "killed" not in counted and dead:
        yield _at_least_one(account, dead, "killed", source)
    elif "injured" not in counted and hurt and not dead and "killed" not in counted:
        yield _at_least_one(account, hurt, "injured", source)


def _at_least_one(account: Account, events: Sequence[Event], measure: str, source: str) -> Statement:
    first = events[0]
    return Statement(
        measure=measure, group=None, nature="event_count", low=1.0, best=None, high=None,
        day=account.said_on(first), speakers=account.speakers(first), voice=account.voice(first), outlet=account.outlet,
        report=account.report, source=source,
        claims=tuple(each.id for each in events), derived="told without a number",
    )  # fmt: skip
