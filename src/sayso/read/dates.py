"""What a date looks like in a report's furniture, and what a given day means."""

from __future__ import annotations

import calendar
import re
from datetime import date
from email.utils import parsedate_to_datetime

from sayso.records import Interval

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_TO = r"(?:\s*[-–—]\s*|\s+(?:to|and)\s+)"
_YEAR = r"(?:19|20)\d\d"
_COMMA = "[,،，]"
"""That of any keyboard: pages that were translated keep their own."""
FULL_DATE = (
    rf"(?:{_DAY}(?:\s+{_MONTH})?(?:{_TO}{_DAY})?\s+{_MONTH}{_COMMA}?\s+(?:{_YEAR}|\d\d\b)"
    rf"|{_MONTH}\s+{_DAY}(?:{_TO}(?:{_MONTH}\s+)?{_DAY})?{_COMMA}?\s+{_YEAR}|{_MONTH}\s+\d\d{_COMMA}?{_YEAR}"
    rf"|{_YEAR}[-/.]\d\d?[-/.]\d\d?|\d\d?[-/.]\d\d?[-/.](?:{_YEAR}|\d\d\b))"
)
DATE = rf"(?:{FULL_DATE}|{_DAY}(?:{_TO}{_DAY})?\s+{_MONTH}|{_MONTH}\s+{_DAY}(?:{_TO}{_DAY})?)"

_ISO = re.compile(rf"({_YEAR})(?:-(\d\d))?(?:-(\d\d))?(?![\d-])")


def given_day(given: str | Interval | None) -> Interval | None:
    """A day as a giver writes it: ISO 8601 (year, month or day, a time behind it let pass) or the date of a mail;
    else None."""
    if isinstance(given, Interval):
        return _interval(_iso_day(given.start), _iso_day(given.end))
    if not given:
        return None
    if (found := _ISO.match(given.strip())) and (days := _days(*found.groups())):
        return Interval(start=days[0].isoformat(), end=days[1].isoformat())
    return _mail_day(given)


def _interval(start: str | None, end: str | None) -> Interval | None:
    """None where no day is given, or the last one lies before the first."""
    if not (start or end) or (start and end and end < start):
        return None
    return Interval(start=start, end=end)


def _iso_day(given: str | None) -> str | None:
    day = given_day(given)
    return day.start if day else None


def _days(year: str, month: str | None, day: str | None) -> tuple[date, date] | None:
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    if day:
        return first, first
    last_month = int(month or 12)
    return first, date(first.year, last_month, calendar.monthrange(first.year, last_month)[1])


def _mail_day(given: str) -> Interval | None:
    try:
        day = parsedate_to_datetime(given).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return None
    return Interval(start=day, end=day)
