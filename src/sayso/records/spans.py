"""Spans: half-open `[start, end)` offsets, in code points, into the text of a report."""

from __future__ import annotations

from collections.abc import Iterable

Span = tuple[int, int]


def overlaps(one: Span, other: Span) -> bool:
    """Whether two spans share a code point."""
    return one[0] < other[1] and other[0] < one[1]


def inside(inner: Span, outer: Span) -> bool:
    """Whether `inner` lies wholly in `outer`."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def tidy(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans sorted, each once, empty ones dropped, those that lie in another one dropped."""
    once = {s for s in spans if s[0] < s[1]}
    if len(once) < 2:
        return tuple(once)
    kept: list[Span] = []
    for span in sorted(once, key=lambda s: (s[0], -s[1])):
        if not kept or not inside(span, kept[-1]):
            kept.append(span)
    return tuple(kept)


def trim(text: str, span: Span) -> Span:
    """The span without white space at its two ends, of whatever kind."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
