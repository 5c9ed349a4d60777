"""Statements of one cell in, low, best and high out, by a named policy; no statement is touched by it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from sayso.codebook import Policy
from sayso.reconcile.accounts import ordinal
from sayso.reconcile.sets import join_sets
from sayso.reconcile.statements import Statement
from sayso.records import IncidentFigure, SourceCounts

UNDATED = "0000"

Bounds = tuple[float | None, Sequence[Statement]]


def reconcile_figures(statements: Iterable[Statement], policy: Policy) -> tuple[IncidentFigure, ...]:
    """Statements of one incident in, a figure for each measure and group out. Totals to date are left aside; so is that
    nobody (else) was harmed, where anybody of another group was."""
    cells: dict[tuple[str, str | None], list[Statement]] = defaultdict(list)
    for each in statements:
        if each.nature == "event_count":
            cells[each.measure, each.group].append(each)
    harmed = {measure for (measure, _), words in cells.items() if any(each.value for each in words)}
    order = sorted(cells, key=lambda cell: (cell[0], cell[1] or ""))
    said = (explicit(cells[cell]) for cell in order)
    return tuple(_figure(each, policy) for each in said if each[0].measure not in harmed or each[0].value)


def explicit(statements: Sequence[Statement]) -> list[Statement]:
    """Without those that tell of people and give no number, where any gives one; sums of groups come second too.

    Nobody ("no one else was hurt") counts only where nobody tells of anybody, one side's soldiers only where nobody
    counts all.
    """
    statements = [each for each in statements if each.value] or statements
    statements = [each for each in statements if each.whose is None] or statements
    for derived in (("stated", "hit, without the dead"), ("sum of groups",)):
        kept = [each for each in statements if each.derived in derived]
        if kept:
            return kept
    return list(statements)


def last_words(statements: Iterable[Statement]) -> list[Statement]:
    """Each speaker's last word: what one says later supersedes what the same one said before.

    Residents whom two outlets quote are not the same ones, unless the one outlet copied from the other.
    """
    ordered = sorted(statements, key=_by_day)
    origins = join_sets({f"outlet {each.outlet}", f"source {each.source}"} for each in ordered)
    origin_of = {name: at for at, names in enumerate(origins) for name in names}
    last: dict[tuple[object, ...], Statement] = {}
    for each in ordered:
        speakers = tuple(name.casefold() for name in each.speakers)
        last[each.voice or (speakers, origin_of[f"source {each.source}"])] = each
    return sorted(last.values(), key=_by_day)


def _by_day(statement: Statement) -> tuple[str, str]:
    return statement.day or UNDATED, statement.report


def _figure(said: Sequence[Statement], policy: Policy) -> IncidentFigure:
    statements = last_words(said)
    recent = _recent(statements, policy.recent_days)
    best, behind = BEST[policy.best](recent if policy.best == "lowest_recent" else statements)
    low, lowest = BOUNDS[policy.low](recent if "recent" in policy.low else statements)
    high, highest = BOUNDS[policy.high](recent if "recent" in policy.high else statements)
    claims = [claim for each in (*behind, *lowest, *highest) for claim in each.claims]
    first = statements[0]
    return IncidentFigure(
        measure=first.measure, group=first.group, low=low, best=best, high=high,  # type: ignore[arg-type]
        policy=f"{policy.name}/{policy.version}", rule=_rule(statements, policy), claims=tuple(dict.fromkeys(claims)),
        given_by=_count([each for each in said if best is None or each.best == best]),
    )  # fmt: skip


def _count(statements: Sequence[Statement]) -> SourceCounts:
    """Who gives a number: copies count once, and so do an outlet, and outlets that have it from the same speakers."""
    sources = join_sets(
        {f"source {each.source}", f"voice {each.voice or each.source}", f"outlet {each.outlet}"} for each in statements
    )
    return SourceCounts(
        reports=len({each.report for each in statements}),
        outlets=len({each.outlet for each in statements}),
        independent=len(sources),
    )


def _rule(statements: Sequence[Statement], policy: Policy) -> str:
    derived = sorted({each.derived for each in statements})
    return f"low: {policy.low}; best: {policy.best}; high: {policy.high}; numbers: {', '.join(derived)}"


def _recent(statements: Sequence[Statement], days: int) -> list[Statement]:
    """Those said within so many days of the newest; all, where no day is known."""
    dated = [(ordinal(each.day), each) for each in statements if each.day]
    newest = max((day for day, _ in dated if day is not None), default=None)
    if newest is None:
        return list(statements)
    return [each for day, each in dated if day is not None and newest - day <= days]


def _most_supported(statements: Sequence[Statement]) -> Bounds:
    """The number that most sources give; of equals, the one said last, then the lower."""
    behind: dict[float, list[Statement]] = defaultdict(list)
    for each in statements:
        behind[each.value].append(each)
    value = max(behind, key=lambda v: (len({each.source for each in behind[v]}), _by_day(behind[v][-1])[0], -v))
    return _point(behind[value])


def _point(statements: Sequence[Statement]) -> Bounds:
    """The number of statements that agree in it; None where each gives a bound only."""
    return next((each.best for each in statements if each.best is not None), None), statements


def _lowest_point(statements: Sequence[Statement]) -> Bounds:
    least = min(statements, key=lambda each: each.value)
    return _point([each for each in statements if each.value == least.value])


def _latest_point(statements: Sequence[Statement]) -> Bounds:
    return _point([statements[-1]])


def _no_point(_: Sequence[Statement]) -> Bounds:
    return None, ()


def _low(statement: Statement) -> float | None:
    return statement.low if statement.low is not None else statement.best


def _high(statement: Statement) -> float | None:
    return statement.high if statement.high is not None else statement.best


def _lowest(statements: Sequence[Statement]) -> Bounds:
    lows = [(low, each) for each in statements if (low := _low(each)) is not None]
    least = min((low for low, _ in lows), default=None)
    return least, [each for low, each in lows if low == least]


def _highest(statements: Sequence[Statement]) -> Bounds:
    """The highest number; None where any statement is open above it."""
    highs = [(high, each) for each in statements if (high := _high(each)) is not None]
    most = max((high for high, _ in highs), default=None)
    floor = max((low for each in statements if (low := _low(each)) is not None and _high(each) is None), default=None)
    if most is None or (floor is not None and floor > most):
        return None, ()
    return most, [each for high, each in highs if high == most]


def _latest_bound(side: Callable[[Statement], float | None]) -> Callable[[Sequence[Statement]], Bounds]:
    return lambda statements: (side(statements[-1]), [statements[-1]])


BEST: dict[str, Callable[[Sequence[Statement]], Bounds]] = {
    "most_supported": _most_supported,
    "lowest_recent": _lowest_point,
    "latest": _latest_point,
    "none": _no_point,
}
BOUNDS: dict[str, Callable[[Sequence[Statement]], Bounds]] = {
    "lowest": _lowest,
    "highest": _highest,
    "lowest_recent": _lowest,
    "highest_recent": _highest,
    "latest": _latest_bound(_low),
}
