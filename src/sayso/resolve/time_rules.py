"""What an unresolved value means, seen from the report's day, the dates told before it and the tense around it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import msgspec

import sayso.resolve.time_calendar as cal
from sayso.records import Span
from sayso.records.mentions import TimeBasis, TimePrecision
from sayso.resolve.time_values import TimeValue, ValueKind

PRECISION: dict[str, TimePrecision] = {
    "hour": "day", "day": "day", "week": "week", "fortnight": "week", "weekend": "week", "month": "month",
    "quarter": "season", "half": "season", "year": "year", "decade": "decade", "century": "vague",
}  # fmt: skip
ABOUT = {"week": (5, 8), "month": (27, 32)}


class Told(msgspec.Struct, frozen=True):
    """A date that was told before, and its span; `here`: in the same paragraph; `dated`: with its year."""

    days: cal.Days
    span: Span
    here: bool = True
    dated: bool = False


class Sight(msgspec.Struct, frozen=True, kw_only=True):
    """From where a value is seen.

    `day`: the report's day; `covered`: the last day that it says it covers; `begun`: "since" stands before it, so that
    it has come; `told_day`, `told`: the last date told as a day, and as anything; `deed`: the day of the deed spoken
    of, told in an earlier sentence; `period`: the last stretch of days told by its first and last ("the week" is one
    of about seven days); `year`: a year to borrow where the report's day is not known, and `year_span` where it stands.
    """

    day: dt.date | None = None
    covered: dt.date | None = None
    tense: cal.Tense | None = None
    begun: bool = False
    told_day: Told | None = None
    told: Told | None = None
    deed: Told | None = None
    period: Told | None = None
    southern: bool = False
    year: int | None = None
    year_span: Span | None = None


class Meaning(msgspec.Struct, frozen=True, kw_only=True):
    """The days that a value means (either end may be open), how precisely, on what basis, and by which other spans."""

    start: dt.date | None = None
    end: dt.date | None = None
    precision: TimePrecision
    basis: TimeBasis
    anchors: tuple[Span, ...] = ()


def unresolved(precision: TimePrecision) -> Meaning:
    """A meaning that stays open."""
    return Meaning(precision=precision, basis="unresolved")


def _meaning(
    days: cal.Days | None, precision: TimePrecision, basis: TimeBasis = "inferred", *anchors: Span | None
) -> Meaning:
    if days is None:
        return unresolved(precision)
    spans = tuple(span for span in anchors if span)
    return Meaning(start=days[0], end=days[1], precision=precision, basis=basis, anchors=spans)


def _anchor(value: TimeValue, sight: Sight) -> tuple[dt.date | None, Span | None]:
    """The day to count from, and its span where it is told; what follows a date never counts from the report."""
    if value.anchor == "deed":
        return (sight.deed.days[0], sight.deed.span) if sight.deed else (None, None)
    if value.anchor == "either" and sight.told_day and sight.told_day.here:
        return sight.told_day.days[0], sight.told_day.span
    if value.anchor != "told":
        return sight.day, None
    told = sight.told_day if value.unit in (None, "day", "week") else sight.told
    back = (value.steps or 0) < 0
    if told and (told.here or not back or value.unit == "day"):
        return told.days[0], told.span
    return (sight.day, None) if back else (None, None)


def _date(value: TimeValue, sight: Sight) -> Meaning:
    if value.year is not None:
        return _meaning(_dated(value, value.year, value.month), _date_precision(value), "stated")
    if value.anchor:
        return _shifted_date(value, sight)
    if value.month is None:
        return _day_of_month(value, sight)
    if sight.day is None:
        return _borrowed_year(value, sight)
    days = _nearest_date(value, sight)
    if days is not None and (later := _later_in_the_story(value, sight, days)) is not None:
        return _meaning(later, _date_precision(value), "inferred", sight.told.span if sight.told else None)
    return _meaning(days, _date_precision(value))


def _later_in_the_story(value: TimeValue, sight: Sight, days: cal.Days) -> cal.Days | None:
    """ "In September 2024 jets bombed the port. Troops crossed on October 1st": of that year."""
    told, day = sight.told, sight.day
    if told is None or day is None or not (told.here and told.dated and value.day) or sight.tense == "future":
        return None
    first = told.days[0]
    return cal.after_long_ago(_dates_about(value, first.year), days, told=first, day=day)


def _dated(value: TimeValue, year: int, month: int | None) -> cal.Days | None:
    if month is None:
        return cal.days_of_year(year, value.part)
    if value.day is None:
        return cal.days_of_month(year, month, value.part)
    try:
        day = dt.date(year, month, value.day)
    except ValueError:
        return None
    return day, day


def _date_precision(value: TimeValue) -> TimePrecision:
    if value.day is not None:
        return "day"
    return "month" if value.month is not None or value.part else "year"


def _dates_about(value: TimeValue, year: int) -> list[cal.Days]:
    def stretch(candidate: int) -> cal.Days:
        days = _dated(value, candidate, value.month)
        if days is None:
            raise ValueError(candidate)
        return days

    return cal.around_year(year, stretch)


def _nearest_date(value: TimeValue, sight: Sight) -> cal.Days | None:
    assert sight.day is not None
    options = _dates_about(value, sight.day.year)
    if value.weekday is not None:
        fitting = [days for days in options if days[0].weekday() == value.weekday]
        options = fitting or options
    if sight.begun or (sight.tense == "past" and value.day is None):
        options = [days for days in options if days[0] <= sight.day] or options
    return cal.nearest(options, sight.day, sight.tense)


def _borrowed_year(value: TimeValue, sight: Sight) -> Meaning:
    if sight.year is None or value.day is None:
        return unresolved(_date_precision(value))
    options = [days for days in _dates_about(value, sight.year) if value.weekday in (None, days[0].weekday())]
    days = next((days for days in options if days[0].year == sight.year), None)
    return _meaning(days, _date_precision(value), "inferred", sight.year_span)


def _shifted_date(value: TimeValue, sight: Sight) -> Meaning:
    """ "last April", "that September", "January this year"."""
    precision = _date_precision(value)
    by_year = msgspec.structs.replace(value, unit="year")
    day, span = _anchor(by_year, sight)
    if day is None:
        return unresolved(precision)
    steps = value.steps or 0
    if value.unit == "year":
        return _meaning(_dated(value, day.year + steps, value.month), precision, "inferred", span)
    options = _dates_about(value, day.year)
    if steps < 0:
        days = max((days for days in options if days[1] < day), default=None)
    elif steps > 0:
        days = min((days for days in options if days[0] > day), default=None)
    else:
        days = next((days for days in options if days[0].year == day.year), None)
    return _meaning(days, precision, "inferred", span)


def _day_of_month(value: TimeValue, sight: Sight) -> Meaning:
    told = sight.told_day or sight.told
    near = told.days[0] if told else sight.day
    if near is None or value.day is None:
        return unresolved("day")
    options = []
    for months in (-1, 0, 1):
        first = cal.add_months(near.replace(day=1), months)
        days = _dated(value, first.year, first.month)
        options += [days] if days else []
    tense = None if told else sight.tense or "past"
    return _meaning(cal.nearest(options, near, tense), "day", "inferred", told.span if told else None)


def _weekday(value: TimeValue, sight: Sight) -> Meaning:
    day, span = _anchor(value, sight)
    if day is None or value.weekday is None:
        return unresolved("day")
    if span is None and sight.covered and day - dt.timedelta(7) <= sight.covered < day and sight.tense != "future":
        day = sight.covered
    if value.unit == "week":
        monday = day - dt.timedelta(day.weekday()) + dt.timedelta(7 * (value.steps or 0))
        chosen = monday + dt.timedelta(value.weekday)
    else:
        chosen = _step_to_weekday(day, value, sight)
    return _meaning((chosen, chosen), "day", "inferred", span)


def _step_to_weekday(day: dt.date, value: TimeValue, sight: Sight) -> dt.date:
    assert value.weekday is not None
    forth, back = (value.weekday - day.weekday()) % 7, (day.weekday() - value.weekday) % 7
    if value.steps == -1:
        return day - dt.timedelta(back or 7)
    if value.steps == 1:
        return day + dt.timedelta(forth or 7)
    ahead = sight.tense == "future" or (value.steps == 0 and sight.tense != "past")
    return day + dt.timedelta(forth) if ahead else day - dt.timedelta(back)


def _unit(value: TimeValue, sight: Sight) -> Meaning:
    unit = value.unit or "day"
    precision = PRECISION[unit] if not (value.part and unit == "year") else "month"
    if unit == "weekend":
        return _weekend(value, sight)
    if value.anchor == "either" and sight.period and _about(sight.period.days, unit):
        return _meaning(sight.period.days, precision, "inferred", sight.period.span)
    day, span = _anchor(value, sight)
    if day is None:
        return unresolved(precision)
    days = cal.unit_around(cal.add_units(day, value.steps or 0, unit), unit, value.part)
    return _meaning(days, precision, "inferred", span)


def _about(days: cal.Days, unit: str) -> bool:
    """Whether a stretch is about as long as a week or a month."""
    shortest, longest = ABOUT.get(unit, (0, -1))
    return shortest <= (days[1] - days[0]).days + 1 <= longest


def _weekend(value: TimeValue, sight: Sight) -> Meaning:
    """The weekend last begun, or the coming one; "last" and "next" never mean one that the day is in."""
    day, span = _anchor(value, sight)
    if day is None:
        return unresolved("week")
    weekends = [cal.unit_around(day + dt.timedelta(7 * weeks), "weekend") for weeks in (-1, 0, 1)]
    if value.steps == -1:
        days = max(days for days in weekends if days[1] < day)
    elif value.steps == 1:
        days = min(days for days in weekends if days[0] > day)
    else:
        ahead = sight.tense == "future" or value.steps == 0
        days = cal.nearest(weekends, day, "future" if ahead else "past") or weekends[1]
    return _meaning(days, "week", "inferred", span)


def _offset(value: TimeValue, sight: Sight) -> Meaning:
    unit = value.unit or "day"
    if value.count is None:
        return unresolved("vague")
    if value.ref:
        near = mean(value.ref, sight)
        day, spans = (near.start if value.count < 0 else near.end), near.anchors
    else:
        day, span = _anchor(value, sight) if value.anchor else (None, None)
        spans = (span,) if span else ()
    if day is None:
        return unresolved(PRECISION[unit])
    return _meaning(cal.unit_around(cal.add_units(day, value.count, unit), unit), PRECISION[unit], "inferred", *spans)


def _stretch(value: TimeValue, sight: Sight) -> Meaning:
    precision = PRECISION[value.unit or "day"]
    day, span = _anchor(value, sight)
    if day is None or value.count is None:
        return unresolved(precision)
    other = cal.add_units(day, value.count, value.unit or "day")
    return _meaning((min(other, day), max(other, day)), precision, "inferred", span)


def _vague(value: TimeValue, sight: Sight) -> Meaning:
    if sight.day is None:
        return unresolved("vague")
    ahead = (value.count or 0) > 0
    return Meaning(
        start=sight.day if ahead else None, end=None if ahead else sight.day, precision="vague", basis="inferred"
    )


def _days_on(value: TimeValue, sight: Sight) -> Meaning:
    if sight.day is None:
        return unresolved("day")
    return _meaning((sight.day + dt.timedelta(value.first_day), sight.day + dt.timedelta(value.last_day)), "day")


def _named_days(
    value: TimeValue, sight: Sight, of_year: Callable[[int], list[cal.Days]], precision: TimePrecision
) -> Meaning:
    """A season or a holiday: of its year, or by the word before it, or the one that the tense points to."""
    if value.year is not None:
        return _meaning(next(iter(of_year(value.year)), None), precision, "stated")
    day, span = _anchor(msgspec.structs.replace(value, unit="year"), sight)
    if day is None:
        return unresolved(precision)
    options = [days for year in (day.year - 1, day.year, day.year + 1) for days in of_year(year)]
    if value.steps == -1:
        days = max((days for days in options if days[1] < day), default=None)
    elif value.steps == 1:
        days = min((days for days in options if days[0] > day), default=None)
    elif value.steps == 0:
        days = cal.nearest(options, day, None)
    else:
        days = cal.nearest(options, day, sight.tense or "past")
    return _meaning(days, precision, "inferred", span)


def _season(value: TimeValue, sight: Sight) -> Meaning:
    def of_year(year: int) -> list[cal.Days]:
        return [cal.third_of(cal.days_of_season(value.name or "", year, southern=sight.southern), value.part)]

    return _named_days(value, sight, of_year, "season")


def _holiday(value: TimeValue, sight: Sight) -> Meaning:
    def of_year(year: int) -> list[cal.Days]:
        return cal.days_of_holiday(value.name or "", year)

    found = _named_days(value, sight, of_year, "day")
    many = found.start and found.end and (found.end - found.start).days
    return msgspec.structs.replace(found, precision="week" if many < 10 else "month") if many else found


def _quarter(value: TimeValue, sight: Sight) -> Meaning:
    ordinal = value.ordinal or 1
    if value.month is not None:
        return _part_of_month(value, sight)
    size = cal.UNIT_MONTHS[value.unit or "quarter"]
    if value.year is not None:
        return _meaning(cal.part_of_year(value.year, ordinal, size), "season", "stated")
    if sight.day is None:
        return unresolved("season")
    if value.steps is not None:
        return _meaning(cal.part_of_year(sight.day.year + value.steps, ordinal, size), "season")
    options = [cal.part_of_year(sight.day.year + years, ordinal, size) for years in (-1, 0, 1)]
    return _meaning(cal.nearest(options, sight.day, sight.tense or "past"), "season")


def _part_of_month(value: TimeValue, sight: Sight) -> Meaning:
    month = _date(TimeValue(kind="date", year=value.year, month=value.month), sight)
    if month.start is None or month.end is None:
        return unresolved("week")
    return _meaning(cal.part_of_month((month.start, month.end), value.unit, value.ordinal or 1), "week", month.basis)


def _decade(value: TimeValue, sight: Sight) -> Meaning:
    assert value.year is not None
    return _meaning(cal.unit_around(dt.date(value.year, 1, 1), "decade"), "decade", "stated")


def _century(value: TimeValue, sight: Sight) -> Meaning:
    return _meaning(cal.third_of(cal.days_of_century(value.ordinal or 1), value.part), "vague", "stated")


def _week_of(value: TimeValue, sight: Sight) -> Meaning:
    assert value.ref is not None
    day = mean(value.ref, sight)
    if day.start is None:
        return unresolved("week")
    unit = value.unit or "week"
    start = day.start - dt.timedelta(1) if unit == "weekend" and day.start.weekday() == 0 else day.start
    return _meaning(cal.unit_around(start, unit), "week", day.basis, *day.anchors)


def _range(value: TimeValue, sight: Sight) -> Meaning:
    assert value.ref is not None and value.last is not None
    one, other = mean(value.ref, sight), mean(value.last, sight)
    if one.start and other.end and one.start > other.end:
        one = mean(value.ref, msgspec.structs.replace(sight, day=other.end, tense="past"))
    if one.start is None or other.end is None or one.start > other.end:
        return unresolved(other.precision)
    basis: TimeBasis = "stated" if one.basis == other.basis == "stated" else "inferred"
    return _meaning((one.start, other.end), other.precision, basis, *one.anchors, *other.anchors)


_RULES: dict[ValueKind, Callable[[TimeValue, Sight], Meaning]] = {
    "date": _date, "weekday": _weekday, "unit": _unit, "offset": _offset, "stretch": _stretch, "vague": _vague,
    "season": _season, "holiday": _holiday, "quarter": _quarter, "decade": _decade, "century": _century,
    "week_of": _week_of, "days_on": _days_on, "range": _range,
}  # fmt: skip


def mean(value: TimeValue, sight: Sight) -> Meaning:
    """A value and where it is seen from, in; the days that it means out, unresolved where they cannot be known."""
    try:
        return _RULES[value.kind](value, sight)
    except (ValueError, OverflowError):
        return unresolved("vague")
