"""A form that stands in a text -> the value of its words, or nothing where the words around it speak against a time."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import partial

from sayso.codebook.times import FormKind, load_times
from sayso.resolve.time_deeds import deed_behind
from sayso.resolve.time_forms import Found
from sayso.resolve.time_read import CENTURY, Read, holiday_of_name, season_of_word
from sayso.resolve.time_tokens import YEAR_FOLLOWS, Tokens, is_year_of_our_times
from sayso.resolve.time_values import TimeValue

SHORTEST_HOURS = 12
PARTS = {"quarter": 4, "half": 2, "week": 5}
"""Into how many a year or a month is parted."""
DIRECTIONS = frozenset(("AGO", "EARLIER", "LATER", "BEFORE", "AFTER", "NOW"))
AHEAD_OF_LENGTH = re.compile(
    r"\b(?:will|shall|(?:is|are|was|were)\s(?:due|set|expected|scheduled|slated|likely|to\s)|would|plans?\sto)\b(?!\s(?:not|never|take)\b)[^.;:!?\n]*\Z"
)
AHEAD_REACH = 80
NOT_BEFORE_YEAR = frozenset(
    {"QUANTIFIER", "APPROX", "VAGUE", "NUMBERED", "MONEY", "OTHERNUMBER", "D", "YY", "N", "SLASH", "EVERY"}
)
NOT_AFTER_YEAR = frozenset(
    {"PEOPLE", "UHOURS", "UHOUR", "UDAYS", "UWEEKS", "UMONTHS", "UYEARS", "OTHERNUMBER", "SLASH", "MONEY"}
)
BEFORE_YEAR = frozenset({
    "IN", "SINCE", "UNTIL", "TILL", "BY", "FROM", "BETWEEN", "OF", "BEFORE", "AFTER", "DURING", "THE", "A", "POSS",
    "POSSESSOR", "THROUGH", "THROUGHOUT", "UYEAR", "CLOSE", "CIRCA", "PART", "TO", "INTO", "COMMA", "FOR",
})  # fmt: skip
BEFORE_COUNTED = (BEFORE_YEAR | {"DASH"}) - {"OF"}
BEFORE_CLOCK = frozenset({"FROM", "UNTIL", "TILL", "TO", "BETWEEN", "BY", "AT", "AFTER", "BEFORE"})
COUNTED_AFTER = re.compile(r"\s+[a-z]+(?<!s)s\b(?<!\bwas)(?<!\bis)(?<!\bhas)(?<!\bas)(?<!us)")


def _valid(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


def _day(year: int, month: int, day: int, *, swapped: bool = False) -> TimeValue | None:
    if not _valid(year, month, day):
        return None
    return TimeValue(kind="date", year=year, month=month, day=day, swapped=swapped)


def _iso(read: Read) -> TimeValue | None:
    year, month, day = (int(part) for part in read.of("ISO")[0][:10].split("-"))
    return _day(year, month, day)


def _numeric(read: Read) -> TimeValue | None:
    word = read.of("NUMERIC")[0]
    first, second, third = (int(part) for part in re.split(r"[./-]", word))
    if first > 31:
        return _day(first, second, third)
    year = third if third >= 100 else third + (2000 if third < 70 else 1900)
    if second > 12:
        return _day(year, first, second)
    return _day(year, second, first, swapped="." not in word and first <= 12 and first != second)


def _date(read: Read) -> TimeValue | None:
    months, days, shift = read.months, read.days, read.shift
    if not months and not (days and "ORDNUM" in read):
        return None
    month, day = (months or [None])[0], (days or [None])[0]
    if (day is not None and day > 31) or (month and day and not _valid(2000, month, day)):
        return None
    unit = {"unit": "year"} if "UYEAR" in read else {}
    return TimeValue(
        kind="date", year=read.year, month=month, day=day, weekday=read.weekday, part=read.part, **shift, **unit
    )


def _days(read: Read) -> TimeValue | None:
    month, (first, last) = read.months[0], read.days[:2]
    if not (_valid(2000, month, first) and _valid(2000, month, last) and first < last):
        return None
    one, other = (TimeValue(kind="date", year=read.year, month=month, day=day) for day in (first, last))
    return TimeValue(kind="range", ref=one, last=other)


def _months(read: Read) -> TimeValue | None:
    first, last = read.months[:2]
    year = read.year
    earlier = year - 1 if year and first > last else year
    one, other = TimeValue(kind="date", year=earlier, month=first), TimeValue(kind="date", year=year, month=last)
    return TimeValue(kind="range", ref=one, last=other)


def _years(read: Read) -> TimeValue | None:
    first = int(read.of("Y")[0])
    short = read.of("D", "YY")
    last = first - first % CENTURY + int(short[0]) if short else int(read.of("Y")[-1])
    if not first < last or not plausible_year(read):
        return None
    one, other = TimeValue(kind="date", year=first), TimeValue(kind="date", year=last)
    return TimeValue(kind="range", ref=one, last=other)


def _week_of(read: Read) -> TimeValue | None:
    date = _date(read)
    return TimeValue(kind="week_of", ref=date) if date else None


def _listed(kind: str, read: Read) -> TimeValue | None:
    return TimeValue(kind="date", day=read.days[0]) if kind == "day" else TimeValue(kind="date", month=read.months[0])


def _season(read: Read) -> TimeValue | None:
    words = read.of("SEASON", "SEASONW")
    return TimeValue(
        kind="season", name=season_of_word()[words[0]], year=_first_year(read), part=read.part, **read.shift
    )


def _first_year(read: Read) -> int | None:
    years = read.of("Y")
    return int(years[0]) if years else read.year


def _holiday(read: Read) -> TimeValue | None:
    at = read.names.index("HOLIDAY")
    last = at + next((n for n, name in enumerate(read.names[at + 1 :]) if name != "REST"), len(read.names) - at - 1)
    tokens, first = read.tokens, read.found.first
    words = tokens.text[tokens.start(first + at) : tokens.ends[first + last]]
    name = holiday_of_name()[" ".join(words.lower().replace("’", "'").split())]
    day = TimeValue(kind="holiday", name=name, year=read.year, **read.shift)
    return TimeValue(kind="week_of", unit=read.unit, ref=day) if read.unit else day


def _quarter(read: Read) -> TimeValue | None:
    named = read.of("QUARTERNUMBER")
    unit = "quarter" if named or "UQUARTER" in read else "week" if "UWEEK" in read else "half"
    ordinal = int(named[0][1:]) if named else (read.days or [PARTS[unit]])[0]
    of_a_year = "UYEAR" in read or read.months or read.year
    if ordinal > PARTS[unit] or (unit == "half" and not of_a_year):
        return None
    if not of_a_year and read.next_name() == "OF":
        return None
    shift = read.shift if "UYEAR" in read and "LAST" not in read.names[:2] else {}
    if "UYEAR" in read and not shift:
        shift = {"steps": 0, "anchor": "report"}
    return TimeValue(
        kind="quarter", unit=unit, ordinal=ordinal, year=read.year, month=(read.months or [None])[0], **shift
    )


def _year(read: Read) -> TimeValue | None:
    return TimeValue(kind="date", year=read.year, part=read.part)


def _bare_year(read: Read) -> TimeValue | None:
    return _year(read) if plausible_year(read) else None


def plausible_year(read: Read) -> bool:
    """Whether a four-digit number is a year where it stands: not an amount, a number of something or a time of day."""
    before, after = read.previous_name(), read.next_name()
    if before == "APPROX" and read.previous_name(2) in BEFORE_YEAR:
        before = read.previous_name(2)
    if before in NOT_BEFORE_YEAR or after in NOT_AFTER_YEAR or (before == "DOT" and _numbered_by_dot(read)):
        return False
    year = int(read.of("Y")[0])
    if year < 1900 and year % CENTURY < 60 and before in BEFORE_CLOCK:
        return False
    if COUNTED_AFTER.match(read.tokens.text, read.tokens.ends[read.found.last]):
        sure = before in YEAR_FOLLOWS and is_year_of_our_times(year)
        return after == "OTHER" and (sure or (before in BEFORE_COUNTED and year % 10 != 0))
    if before in ("AND", "OR", "DASH"):
        return year >= 1900 and not _numbered_list(read)
    return before in BEFORE_YEAR or (1900 <= year < 2050 and year % CENTURY != 0)


def _numbered_by_dot(read: Read) -> bool:
    return read.tokens.word(read.found.first - 2).lower() in ("no", "nos")


def _numbered_list(read: Read) -> bool:
    token = read.found.first - 2
    while read.tokens.name(token) in ("Y", "COMMA", "AND"):
        token -= 1
    return read.tokens.name(token) in NOT_BEFORE_YEAR


def _century(read: Read) -> TimeValue | None:
    return TimeValue(kind="century", ordinal=read.days[0], part=read.part)


def _decade(read: Read) -> TimeValue | None:
    if words := read.of("DECADEWORD"):
        return TimeValue(kind="decade", year=load_times().decades[words[0]], part=read.part) if "THE" in read else None
    word = read.of("DECADE")[0]
    year = int("".join(char for char in word if char.isdecimal()))
    if year >= CENTURY:
        return TimeValue(kind="decade", year=year, part=read.part) if 1800 <= year <= 2090 else None
    if year < 20 or (word[0].isdigit() and ("THE" not in read or read.previous_name() == "POSSESSOR")):
        return None
    return TimeValue(kind="decade", year=1900 + year, part=read.part)


def _weekday(read: Read) -> TimeValue | None:
    week = {"unit": "week"} if "UWEEK" in read else {}
    return TimeValue(kind="weekday", weekday=read.weekday, **read.shift, **week)


def _stretch(read: Read) -> TimeValue | None:
    count, unit = read.count, read.unit
    back = read.shift["steps"] < 0
    if count is None:
        return TimeValue(kind="vague", unit=unit, count=-1 if back else 1)
    if unit == "hour" and count < SHORTEST_HOURS:
        return None
    anchor = "told" if "FOLLOWING" in read else "report"
    return TimeValue(kind="stretch", unit=unit, count=-count if back else count, anchor=anchor)


def _vague(read: Read) -> TimeValue | None:
    return TimeValue(kind="vague", unit=read.unit, count=1 if "COMING" in read else -1)


def _night(read: Read) -> TimeValue | None:
    if "LAST" not in read:
        return TimeValue(kind="days_on")
    return TimeValue(kind="days_on", first_day=-1, last_day=-1) if "night" in read.words["DAYPART"] else None


def _unit(read: Read) -> TimeValue | None:
    unit = read.unit or "day"
    shift = read.shift or {"steps": 0, "anchor": "either"}
    if unit == "weekend" and not read.shift:
        shift = {}
    if shift.get("anchor") == "either" and read.shift:
        shift["anchor"] = "told" if unit == "day" else "report"
    return TimeValue(kind="unit", unit=unit, part=read.part, **shift)


def _offset(read: Read) -> TimeValue | None:
    direction = next((name for name in reversed(read.names) if name in DIRECTIONS), "NOW")
    if direction not in read and not _lies_ahead(read):
        return None
    sign = -1 if direction in ("AGO", "EARLIER", "BEFORE") else 1
    count = read.count if "THE" not in read.names[:1] else 1
    anchor = "report" if direction in ("AGO", "NOW") or "DASH" in read else "told"
    if direction in ("BEFORE", "AFTER") and read.next_name() not in ("DOT", "COMMA", "BREAK", "CLOSE", "AND"):
        anchor = "deed" if _before_a_deed(read) else None
    return TimeValue(kind="offset", unit=read.unit, count=count and sign * count, steps=sign, anchor=anchor)


def _lies_ahead(read: Read) -> bool:
    """Whether words before a length of time say that it is yet to pass: "will be held in two months"."""
    end = read.tokens.start(read.found.first)
    return AHEAD_OF_LENGTH.search(read.tokens.text, max(0, end - AHEAD_REACH), end) is not None


def _before_a_deed(read: Read) -> bool:
    """ "The day after the bombing", "two days before his death": a known deed, whose day may have been told."""
    after = read.found.last + 1
    known = read.tokens.name(after) in ("THE", "THAT", "THIS", "POSSESSOR")
    return known and deed_behind(read.tokens.text, read.tokens.ends[read.found.last]) is not None


def _day_word(read: Read) -> TimeValue | None:
    first, last = load_times().days[read.of("DAYWORD")[0]]
    return TimeValue(kind="days_on", first_day=first, last_day=last)


_BUILDERS: dict[FormKind, Callable[[Read], TimeValue | None]] = {
    "iso": _iso, "numeric": _numeric, "date": _date, "days": _days, "months": _months, "years": _years,
    "week_of": _week_of, "listed_day": partial(_listed, "day"), "listed_month": partial(_listed, "month"),
    "season": _season, "holiday": _holiday, "quarter": _quarter, "year": _year, "bare_year": _bare_year,
    "century": _century, "decade": _decade, "weekday": _weekday, "stretch": _stretch, "vague": _vague, "night": _night,
    "unit": _unit, "offset": _offset, "day_word": _day_word,
}  # fmt: skip


def build_value(tokens: Tokens, found: Found) -> TimeValue | None:
    """A form where it stands, in; what it says out, or None where it is no time after all."""
    return _BUILDERS[found.kind](Read(tokens, found))
