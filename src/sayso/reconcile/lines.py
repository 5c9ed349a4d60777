"""A digest in, the lines of its lists out that each tell of a happening: "- 21 June: Rockets hit Bor. Two killed"; so
its paragraphs that open with the name of their place: "Bor. Two people were killed ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from sayso.reconcile.accounts import Account, is_violent
from sayso.reconcile.sets import join_sets
from sayso.reconcile.terms import place_skeleton
from sayso.records import AnyClaim, Block, Figure, Place, Span, Time

_LABEL = re.compile(r"\s?[.:–—-]\s+(?=\S)")
"""What stands behind a place's name by which a paragraph is headed."""
FEWEST = 2
"""Happenings that a list must tell of, to be a digest."""
OF_ONE_HAPPENING = frozenset(("event_count", "part"))


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """Lines of a list that tell of one happening: where they stand, the skeletons of the places that they name and the
    days, and their claims."""

    spans: tuple[Span, ...]
    places: frozenset[str]
    days: frozenset[str]
    claims: tuple[AnyClaim, ...]


def part_lines(account: Account) -> tuple[Line, ...]:
    """The happenings of a report's lists, in its order; none where these tell of fewer than two."""
    report = account.record.report
    labels = _labels(account)
    blocks = [block for block in report.blocks if block.kind == "list" or (block.start in labels and len(labels) > 1)]
    lines = [line for block in blocks for line in _lines(account, block, labels.get(block.start))]
    names = [str(at) for at in range(len(lines))]
    alike = [
        {names[at], names[to]} for at in range(len(lines)) for to in range(at) if not _are_apart(lines[at], lines[to])
    ]
    groups = sorted(sorted(map(int, group)) for group in join_sets([*({name} for name in names), *alike]))
    return tuple(_joined([lines[at] for at in group]) for group in groups) if len(groups) >= FEWEST else ()


def _labels(account: Account) -> dict[int, str]:
    """Where a paragraph begins that opens with the name of its place -> the skeleton of the place."""
    report = account.record.report
    starts = {block.start for block in report.blocks if block.kind == "paragraph"}
    named = ((place, start, end) for place in account.record.places for start, end in place.evidence)
    opening = ((place, start) for place, start, end in named if start in starts and _LABEL.match(report.text, end))
    return {start: place_skeleton(place.name) for place, start in opening}


def _lines(account: Account, block: Block, label: str | None = None) -> Iterator[Line]:
    """A line with the violence that it tells of as news, and a place or a day of its own."""
    inside = range(block.start, block.end)
    claims = tuple(each for each in account.record.claims if each.evidence[0][0] in inside)
    record = account.record
    places = frozenset(place_skeleton(place.name) for place in record.places if _is_own(place, inside)) - {""}
    days = frozenset(time.start for time in record.times if time.start and _is_day(time) and _stands(time, inside))
    places = frozenset((label,)) if label else places
    if any(map(_tells, claims)) and (places or days):
        yield Line(spans=((block.start, block.end),), places=places, days=days, claims=claims)


def _tells(claim: AnyClaim) -> bool:
    summed = isinstance(claim, Figure) and claim.nature not in OF_ONE_HAPPENING
    return is_violent(claim) and not claim.background and not summed


def _is_own(place: Place, inside: range) -> bool:
    return place.kind not in ("region", "country") and _stands(place, inside)


def _is_day(time: Time) -> bool:
    return time.start == time.end


def _stands(mention: Place | Time, inside: range) -> bool:
    return any(start in inside for start, _ in mention.evidence)


def _are_apart(one: Line, other: Line) -> bool:
    """Whether each has a day of its own, or a place of its own."""
    if one.days and other.days and one.days.isdisjoint(other.days):
        return True
    return bool(one.places - other.places) and bool(other.places - one.places)


def _joined(lines: Sequence[Line]) -> Line:
    return Line(
        spans=tuple(span for line in lines for span in line.spans),
        places=frozenset[str]().union(*(line.places for line in lines)),
        days=frozenset[str]().union(*(line.days for line in lines)),
        claims=tuple(claim for line in lines for claim in line.claims),
    )
