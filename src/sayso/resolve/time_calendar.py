"""Days and stretches of the calendar: what a unit, a season, a third of a month or a holiday covers."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Iterable
from functools import cache
from typing import Literal

from sayso.codebook.times import Holiday, load_holidays
from sayso.resolve.time_values import Part

Days = tuple[dt.date, dt.date]
Tense = Literal["past", "present", "future"]
SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
THIRDS_OF_MONTH: dict[str, tuple[int, int]] = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
THIRDS_OF_YEAR: dict[str, tuple[int, int]] = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14}
UNIT_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
HOURS_OF_DAY = 24
AGAINST_TENSE = 5
AGAINST_PAST = 8
"""What is told as past lies ahead only where the tense was misread, so by a few days at most."""
AGAINST_NEWS = 2
OLD_NEWS, STORY_BREAK = 30, 365


def days_of_month(year: int, month: int, part: Part | None = None) -> Days:
    """A month, or its first (1 to 10), second (11 to 20) or last third."""
    last = calendar.monthrange(year, month)[1]
    first_day, last_day = THIRDS_OF_MONTH[part] if part else (1, last)
    return dt.date(year, month, first_day), dt.date(year, month, min(last, last_day))


def days_of_year(year: int, part: Part | None = None) -> Days:
    """A year, or its first (to April), second (to August) or last third."""
    first, last = THIRDS_OF_YEAR[part] if part else (1, 12)
    return dt.date(year, first, 1), days_of_month(year, last)[1]


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day of another month, or that month's last. Raises ValueError outside the years 1 to 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_units(day: dt.date, count: int, unit: str) -> dt.date:
    """A day so many units on; hours are the days that they fill. ValueError or OverflowError outside the calendar."""
    if unit == "hour":
        return day + dt.timedelta(-(-abs(count) // HOURS_OF_DAY) * (1 if count > 0 else -1))
    if unit == "weekend":
        return day + dt.timedelta(7 * count)
    if unit in UNIT_DAYS:
        return day + dt.timedelta(UNIT_DAYS[unit] * count)
    return add_months(day, UNIT_MONTHS[unit] * count)


def unit_around(day: dt.date, unit: str, part: Part | None = None) -> Days:
    """The day, week (Monday to Sunday), weekend, month, quarter, half, year, decade or century that a day lies in."""
    if unit in ("week", "fortnight", "weekend"):
        monday = day - dt.timedelta(day.weekday())
        return monday + dt.timedelta(5 if unit == "weekend" else 0), monday + dt.timedelta(6)
    if unit == "month":
        return days_of_month(day.year, day.month, part)
    if unit == "year":
        return days_of_year(day.year, part)
    if unit in ("quarter", "half"):
        size = UNIT_MONTHS[unit]
        return part_of_year(day.year, (day.month - 1) // size + 1, size)
    if unit in ("decade", "century"):
        years = UNIT_MONTHS[unit] // 12
        first = day.year - day.year % years
        return dt.date(first, 1, 1), dt.date(first + years - 1, 12, 31)
    return day, day


def part_of_year(year: int, ordinal: int, months: int) -> Days:
    """The ordinal-th stretch of so many months in a year."""
    return dt.date(year, (ordinal - 1) * months + 1, 1), days_of_month(year, ordinal * months)[1]


def part_of_month(days: Days, unit: str | None, ordinal: int) -> Days:
    """The first or the second half of a month, or a week that is counted in it; its fifth is its last."""
    start, end = days
    if unit == "week":
        first = min(start + dt.timedelta(7 * (ordinal - 1)), end - dt.timedelta(6))
        return first, first + dt.timedelta(6)
    middle = start.replace(day=15)
    return (start, middle) if ordinal == 1 else (middle + dt.timedelta(1), end)


def days_of_century(ordinal: int) -> Days:
    """The nineteenth century is 1801 to 1900."""
    return dt.date(ordinal * 100 - 99, 1, 1), dt.date(ordinal * 100, 12, 31)


def days_of_season(name: str, year: int, *, southern: bool = False) -> Days:
    """Three whole months; a northern winter (a southern summer) starts in December of its year."""
    start = (SEASON_STARTS[name] + (6 if southern else 0) - 1) % 12 + 1
    first = dt.date(year, start, 1)
    return first, add_months(first, 3) - dt.timedelta(1)


def third_of(days: Days, part: Part | None) -> Days:
    """The first, second or last third of a stretch of days."""
    if part is None:
        return days
    size = (days[1] - days[0]).days + 1
    cut = [0, size // 3, 2 * size // 3, size]
    number = ("early", "mid", "late").index(part)
    return days[0] + dt.timedelta(cut[number]), days[0] + dt.timedelta(cut[number + 1] - 1)


def easter(year: int) -> dt.date:
    """Western Easter Sunday, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8)."""
    golden, century = year % 19, year // 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - epact - year % 100 % 4) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


def orthodox_easter(year: int) -> dt.date:
    """Orthodox Easter Sunday as a Gregorian date, by Meeus's Julian computus; right from 1900 to 2099."""
    moon = (19 * (year % 19) + 15) % 30
    to_sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + to_sunday + 114, 31)
    return dt.date(year, month, day + 1) + dt.timedelta(13)


@cache
def _holidays() -> dict[str, Holiday]:
    return {entry.names[0]: entry for entry in load_holidays()}


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date:
    if nth < 0:
        last = days_of_month(year, month)[1]
        return last - dt.timedelta((last.weekday() - weekday) % 7)
    first = dt.date(year, month, 1)
    return first + dt.timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _first_days(entry: Holiday, year: int) -> list[dt.date]:
    if entry.fixed:
        return [dt.date(year, *entry.fixed)]
    if entry.weekday:
        return [_nth_weekday(year, entry.weekday.month, entry.weekday.weekday, entry.weekday.nth)]
    if entry.easter is not None:
        return [easter(year) + dt.timedelta(entry.easter)]
    if entry.orthodox_easter is not None:
        return [orthodox_easter(year) + dt.timedelta(entry.orthodox_easter)]
    return [day for day in entry.table if day.year == year]


def days_of_holiday(name: str, year: int) -> list[Days]:
    """The days of a holiday in a year: none where its table ends, two where a lunar year fits twice."""
    entry = _holidays()[name]
    return [(day, day + dt.timedelta(entry.days - 1)) for day in _first_days(entry, year)]


def nearest(options: Iterable[Days], day: dt.date, tense: Tense | None) -> Days | None:
    """The nearest of several stretches; what goes against the tense counts as farther off; on a tie the earlier."""
    return min(options, key=lambda days: (distance(days, day) * _against(days, day, tense), days), default=None)


def _against(days: Days, day: dt.date, tense: Tense | None) -> int:
    if tense == "future":
        return AGAINST_TENSE if days[1] < day else 1
    if days[0] <= day:
        return 1
    return AGAINST_PAST if tense == "past" else AGAINST_NEWS


def after_long_ago(options: Iterable[Days], days: Days, *, told: dt.date, day: dt.date) -> Days | None:
    """Of several stretches the first after a day that is told with its year, where `days`, which are meant otherwise,
    are no late news on the report's day and more than a year later."""
    if (day - days[1]).days < OLD_NEWS or (days[0] - told).days < STORY_BREAK:
        return None
    return min((one for one in options if one[0] >= told), default=None)


def distance(days: Days, day: dt.date) -> int:
    """How many days lie between a stretch and a day; 0 inside it."""
    return max((days[0] - day).days, (day - days[1]).days, 0)


def around_year(year: int, stretch: Callable[[int], Days]) -> list[Days]:
    """A stretch in the years about a year; those that lack it (29 February) are left out."""
    found: list[Days] = []
    for candidate in (year - 1, year, year + 1, year - 4, year - 3, year - 2):
        try:
            found.append(stretch(candidate))
        except ValueError:
            continue
        if candidate > year and len(found) > 1:
            break
    return found
