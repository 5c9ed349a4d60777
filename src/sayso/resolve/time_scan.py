"""Text in, time mentions out: forms found, values built, neighbours joined ("1 May to 3 June"), prepositions taken."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

import msgspec

from sayso.codebook.times import Opening, load_times
from sayso.resolve.time_build import build_value
from sayso.resolve.time_forms import find_forms
from sayso.resolve.time_tokens import Tokens, tokenize
from sayso.resolve.time_values import TimeMention, TimeValue

CLOCK = re.compile(
    r"\s(?:\d\d?(?:[.:]\d\d)?\s?[ap]\.?m\b\.?|\d\d[.:]\d\d|noon|midday|midnight|dawn|dusk|sunrise|sunset|nightfall|dark)"
    r"(?:\s\(?(?:[A-Z]{3,4}|local time)\)?)?,?(?:\son)?\Z"
)
CLOCK_LENGTH = 30
BESIDE_A_CLOCK = frozenset(("after", "before"))
"""What is done "shortly after noon on Friday" is done on Friday."""
INTO = (("INTO",), ("TO",), ("AND", "INTO"))
LEADING = frozenset({"BETWEEN", "OF", "ON"})
AFTER_GUARDED = frozenset({
    "DOT", "COMMA", "BREAK", "CLOSE", "MARK", "DASH", "FUNCTION", "AND", "OR", "TO", "THE", "A", "THAT", "THIS", "IN",
    "ON", "AT", "BY", "FROM", "OF", "AFTER", "BEFORE", "DURING", "SINCE", "UNTIL", "AROUND", "WITHIN", "OVER",
})  # fmt: skip


class _Piece(msgspec.Struct):
    """A form with its value, before neighbours are joined."""

    kind: str
    first: int
    last: int
    value: TimeValue


def scan_times(text: str) -> tuple[TimeMention, ...]:
    """Text in, its time expressions out, left to right, none overlapping another. About two microseconds a word."""
    tokens = tokenize(text)
    pieces = [
        _Piece(found.kind, found.first, found.last, value)
        for found in find_forms(tokens)
        if (value := build_value(tokens, found)) is not None
    ]
    joined = _nights(tokens, _join(tokens, _complete(tokens, pieces)))
    return tuple(_mention(tokens, piece) for piece in joined)


def _complete(tokens: Tokens, pieces: list[_Piece]) -> list[_Piece]:
    """Days and months of a list take month and year from the member of the list that has them."""
    kept: list[_Piece] = []
    for number in range(len(pieces) - 1, -1, -1):
        piece = pieces[number]
        if piece.kind in ("listed_day", "listed_month"):
            value = _from_list(piece, kept[-1] if kept else None, pieces[number - 1] if number else None)
            if value is None:
                continue
            piece = _Piece("date", piece.first, piece.last, value)
        kept.append(piece)
    return kept[::-1]


def _from_list(piece: _Piece, after: _Piece | None, before: _Piece | None) -> TimeValue | None:
    for other, near in (
        (after, after and after.first - piece.last <= 3),
        (before, before and piece.first - before.last == 2),
    ):
        if other and near and other.value.kind == "date" and other.value.month:
            if piece.kind == "listed_month":
                return msgspec.structs.replace(piece.value, year=other.value.year)
            if other.value.day:
                return msgspec.structs.replace(piece.value, month=other.value.month, year=other.value.year)
    return None


def _join(tokens: Tokens, pieces: list[_Piece]) -> list[_Piece]:
    joined: list[_Piece] = []
    for piece in pieces:
        merged = _merge(tokens, joined[-1], piece) if joined else None
        if merged is None:
            joined.append(piece)
        else:
            joined[-1] = merged
    return joined


def _merge(tokens: Tokens, one: _Piece, other: _Piece) -> _Piece | None:
    between = [tokens.name(token) for token in range(one.last + 1, other.first)]
    if one.kind == "offset" and one.value.anchor is None and between in ([], ["THE"]):
        return _Piece("joined", one.first, other.last, msgspec.structs.replace(one.value, ref=other.value))
    if len(between) == 1 and _makes_range(between[0], tokens.name(one.first - 1), one.value, other.value):
        ref, last = _share_year(one.value, other.value)
        return _Piece("joined", one.first, other.last, TimeValue(kind="range", ref=ref, last=last))
    return None


def _nights(tokens: Tokens, pieces: list[_Piece]) -> list[_Piece]:
    """ "Overnight" beside the days that it parts is no night before the report."""
    joined: list[_Piece] = []
    for piece in pieces:
        night = _night_of(tokens, joined[-1], piece) if joined else None
        if night is None:
            joined.append(piece)
        else:
            joined[-1] = _Piece("joined", joined[-1].first, piece.last, night)
    return joined


def _night_of(tokens: Tokens, one: _Piece, other: _Piece) -> TimeValue | None:
    """ "Overnight into Tuesday", "overnight on Monday", "overnight from Monday to Tuesday": its two days."""
    if one.kind != "day_word" or other.value.kind not in ("weekday", "date", "range"):
        return None
    if tokens.word(one.last).lower() != "overnight":
        return None
    between = tuple(tokens.name(token) for token in range(one.last + 1, other.first))
    if other.value.kind == "range":
        return other.value if between in ((), ("FROM",), ("BETWEEN",), ("ON",)) else None
    beside = TimeValue(kind="offset", unit="day", count=-1 if between in INTO else 1, ref=other.value)
    if between in INTO:
        return TimeValue(kind="range", ref=beside, last=other.value)
    return TimeValue(kind="range", ref=other.value, last=beside) if between in ((), ("ON",)) else None


def _makes_range(between: str, before: str, one: TimeValue, other: TimeValue) -> bool:
    if "range" in (one.kind, other.kind) or other.kind == "offset":
        return False
    if between == "AND":
        return before == "BETWEEN"
    alike = (
        one.kind == other.kind
        and (one.day is None) == (other.day is None)
        and (one.month is None) == (other.month is None)
    )
    if between in ("TO", "UNTIL", "TILL", "THROUGH", "INTO"):
        return before == "FROM" or (alike and one.kind in ("date", "weekday", "decade"))
    return between == "DASH" and alike and one.kind in ("date", "weekday", "decade")


def _share_year(one: TimeValue, other: TimeValue) -> tuple[TimeValue, TimeValue]:
    if one.kind != "date" or other.kind != "date" or not one.month or not other.month:
        return one, other
    wraps = (one.month, one.day or 0) > (other.month, other.day or 0)
    if other.year and not one.year:
        one = msgspec.structs.replace(one, year=other.year - wraps)
    elif one.year and not other.year:
        other = msgspec.structs.replace(other, year=one.year + wraps)
    return one, other


@cache
def _opening_of_class() -> dict[str, Opening]:
    openings = load_times().openings
    return {word.upper(): opening for opening, words in openings.items() for word in words}


@cache
def _guarded() -> frozenset[str]:
    return frozenset(word.upper() for word in load_times().guarded_openings)


def _mention(tokens: Tokens, piece: _Piece) -> TimeMention:
    first = piece.first
    while tokens.name(first) in LEADING:
        first += 1
    owned = tokens.name(piece.last + 1) == "POSS"
    preposition = piece.first if owned else _preposition(tokens, piece.first)
    start = tokens.start(min(preposition, piece.first))
    full = (start, tokens.ends[piece.last])
    opening = _opening(tokens, tokens.name(preposition), piece.last)
    if opening in BESIDE_A_CLOCK and _before_clock(tokens, piece.first - 1) < piece.first - 1:
        opening = "at"
    return TimeMention(span=(tokens.start(first), full[1]), full=full, value=piece.value, opening=opening)


def _preposition(tokens: Tokens, first: int) -> int:
    """The token of the preposition before token `first`, or `first`."""
    at = first - 1
    if tokens.name(first - 1) == "THE" and tokens.name(first) == "ORDNUM":
        at -= 1
    at = _before_clock(tokens, at)
    while tokens.name(at) == "APPROX":
        at -= 1
    return at if tokens.name(at) in _opening_of_class() else first


def _before_clock(tokens: Tokens, at: int) -> int:
    """The token before a time of day that ends at token `at` ("until 9 a.m. EST Tuesday"), or `at`."""
    end = tokens.ends[at] if at >= 0 else 0
    clock = CLOCK.search(tokens.text, max(0, end - CLOCK_LENGTH), end)
    return bisect_right(tokens.ends, clock.start()) - 1 if clock else at


def _opening(tokens: Tokens, name: str, last: int) -> Opening:
    after = tokens.name(last + 1)
    if name in _guarded() and after not in AFTER_GUARDED:
        return "at"
    if name == "BY" and tokens.text.endswith("overnight", 0, tokens.ends[last]) and after not in AFTER_GUARDED:
        return "at"
    return _opening_of_class().get(name, "at")
