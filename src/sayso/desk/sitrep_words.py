"""Plain words for what records say in codes: days, bounds, types, who speaks."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from sayso.records import Figure

MEASURES = {
    "killed": "killed",
    "injured": "injured",
    "executed": "executed",
    "missing": "missing",
    "abducted": "abducted",
    "detained": "detained",
    "raped": "raped",
    "captured": "captured",
    "surrendered": "surrendered",
    "released": "released",
    "recruited": "recruited",
    "displaced": "displaced",
    "evacuated": "evacuated",
    "returned": "returned",
    "trapped": "trapped",
    "in_need": "in need",
    "fighters_present": "fighters there",
    "civilians_present": "civilians there",
    "attacks": "attacks",
    "structures_destroyed": "buildings destroyed",
    "structures_damaged": "buildings damaged",
    "area_controlled": "area controlled",
    "other": "other figures",
}
"""Measure -> words, in the order in which figures are shown."""

EVENTS = {
    "ASSAULT": "attack",
    "COERCE": "coercion",
    "RETREAT": "withdrawal or truce",
    "FLEE": "flight",
    "MOBILIZE": "deployment",
    "PROTEST": "protest",
    "SANCTION": "sanction",
    "THREATEN": "threat",
    "ACCUSE": "accusation",
    "REJECT": "refusal",
    "REQUEST": "call or demand",
    "AGREE": "agreement",
    "CONSULT": "talks",
    "SUPPORT": "support",
    "CONCEDE": "concession",
    "COOPERATE": "cooperation",
    "AID": "aid",
    "OTHER": "other",
}
STATUSES = {
    "happened": "",
    "ongoing": "under way",
    "planned": "planned",
    "expected": "expected",
    "possible": "possible",
    "demanded": "demanded",
    "conditional": "conditional",
    "negated": "said not to be so",
}
RELATIONS = {
    "backs": "backs",
    "leads": "leads",
    "part_of": "is part of",
    "allied_with": "is allied with",
    "opposes": "opposes",
    "speaks_for": "speaks for",
    "arms": "arms",
    "funds": "funds",
}
NATURES = {
    "event_count": "",
    "cumulative": "total to date",
    "stock": "at that time",
    "flow": "in that time",
    "rate": "rate",
    "part": "part of a number beside it",
}
_BOUNDS = {
    "about": "about {}",
    "at_least": "at least {}",
    "at_most": "at most {}",
    "more_than": "more than {}",
    "fewer_than": "fewer than {}",
    "nearly": "nearly {}",
    "up_to": "up to {}",
    "exactly": "{}",
    "vague": "{}",
}
_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    """Text without the characters that steer a terminal or turn the direction of writing."""
    return _UNSEEN.sub("", text)


def shorten(text: str, longest: int) -> str:
    """White space made single, and cut at a word where it is longer."""
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else flat[:longest].rsplit(" ", 1)[0][:longest] + " …"


def number_words(value: float) -> str:
    """1234567 -> 1,234,567; 2.5 -> 2.5."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def bounds_words(figure: Figure) -> str:
    """The figure with its bounds: at least 40, 200 to 300, up to 500, 10 or more, about 275."""
    low, best, high = figure.low, figure.best, figure.high
    unit = "%" if figure.unit == "percent" else ""
    if best is not None:
        return _BOUNDS[figure.modifier].format(number_words(best)) + unit
    if low is not None and high is not None:
        prefix = "about " if figure.modifier == "about" else ""
        return f"{prefix}{number_words(low)} to {number_words(high)}{unit}"
    if low is not None:
        form = {"vague": "{} or more"}.get(figure.modifier, _BOUNDS[figure.modifier])
        return form.format(number_words(low)) + unit
    if high is not None:
        form = {"vague": "{} or fewer"}.get(figure.modifier, _BOUNDS[figure.modifier])
        return form.format(number_words(high)) + unit
    return "no number"


def day_words(day: str) -> str:
    """2017-10-05 -> 5 Oct 2017."""
    found = date.fromisoformat(day)
    return f"{found.day} {found:%b} {found.year}"


def days_words(start: str | None, end: str | None) -> str:
    """An interval as people write it; an open end says so."""
    if start is None and end is None:
        return "no date"
    if start is None:
        return f"until {day_words(end or '')}"
    if end is None:
        return f"from {day_words(start)}"
    return _closed_words(date.fromisoformat(start), date.fromisoformat(end))


def _closed_words(start: date, end: date) -> str:
    if start == end:
        return day_words(start.isoformat())
    if (start.year, start.month) == (end.year, end.month):
        whole = (start.day, end.day) == (1, monthrange(end.year, end.month)[1])
        return f"{start:%b} {start.year}" if whole else f"{start.day}–{end.day} {end:%b} {end.year}"
    if start.year == end.year:
        whole = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
        return f"{start.year}" if whole else f"{start.day} {start:%b} – {end.day} {end:%b} {end.year}"
    return f"{day_words(start.isoformat())} – {day_words(end.isoformat())}"


def count_words(number: int, one: str, many: str | None = None) -> str:
    """1 report, 2 reports."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
