"""Days counted from another happening: "a day after police shot six", "came two weeks before the vote"."""

from __future__ import annotations

import datetime as dt
import re

from sayso.records import Time, When

COUNTS = {
    word: number
    for number, words in enumerate(
        (("a", "an", "one", "the"), ("two",), ("three",), ("four",), ("five",), ("six",), ("seven",), ("eight",),
         ("nine",), ("ten",)), start=1)
    for word in words
}  # fmt: skip
UNITS = {"day": 1, "week": 7}
APART = re.compile(r"(?:just |only )?(\w+) (day|week)s? (after|before)$")
LONGEST = 60
"""Days from which on nobody counts to the day."""


def days_apart(time: Time) -> int | None:
    """How many days the main happening lies behind ("two days after": 2) or ahead (-2) of the one that is told beside
    it; None where the words do not say."""
    return None if time.start or time.end else days_counted(time)


def days_counted(time: Time) -> int | None:
    """The same count, also where the day that it leads to is known."""
    match = APART.match(time.text.lower())
    if match is None:
        return None
    count = COUNTS.get(match[1]) or (int(match[1]) if match[1].isdigit() else None)
    if count is None or count * UNITS[match[2]] > LONGEST:
        return None
    return count * UNITS[match[2]] * (1 if match[3] == "after" else -1)


def moved(time: Time | None, days: int, basis: str) -> When | None:
    """The day of a time, so many days later; None where it is no day."""
    if time is None or time.start is None or time.start != time.end:
        return None
    day = (dt.date.fromisoformat(time.start) + dt.timedelta(days=days)).isoformat()
    return When(start=day, end=day, basis=basis, time=time.id)


def next_day(day: str) -> str:
    """The ISO date after an ISO date."""
    return (dt.date.fromisoformat(day) + dt.timedelta(days=1)).isoformat()
