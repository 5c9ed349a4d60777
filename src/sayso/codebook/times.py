"""Words and forms of time expressions, and days with a name. Data: `data/times.yaml` and `data/holidays.yaml`.

A form is a pattern over classes of tokens: each word, number and mark of a text has one class (`MONTH`, `D`, `COMMA`,
`OTHER`), and a form says which classes in a row make a time expression. Its syntax is that of a regular expression with
class names for letters.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Literal

from sayso.codebook.frames import Checked
from sayso.codebook.load import DATA, read_data

Opening = Literal["at", "since", "from", "by", "until", "before", "after"]
Anchor = Literal["report", "told", "either", "deed"]
FormKind = Literal[
    "iso", "numeric", "days", "months", "years", "week_of", "date", "listed_day", "listed_month", "season", "holiday",
    "quarter", "year", "bare_year", "century", "decade", "weekday", "stretch", "vague", "night", "unit", "offset",
    "day_word",
]  # fmt: skip


class NamedNumber(Checked, frozen=True, kw_only=True):
    """A month (1 to 12) or a weekday (Monday is 0): its names and the short forms that a dot may follow."""

    number: int
    names: tuple[str, ...]
    short: tuple[str, ...]


class UnitWords(Checked, frozen=True, kw_only=True):
    """The singular and the plural of a unit of time."""

    one: str
    many: str


class PartWords(Checked, frozen=True, kw_only=True):
    """A third of a month or a year: words that stand before it, and those that stand before "of"."""

    words: tuple[str, ...]
    edges: tuple[str, ...]


class ShiftWords(Checked, frozen=True, kw_only=True):
    """Words such as "last": how many units on, from the report's day, from the date told before, or from either."""

    words: tuple[str, ...]
    steps: int
    anchor: Anchor


class DeedWords(Checked, frozen=True, kw_only=True):
    """Nouns for what is over within a day, and how the words begin that tell of it."""

    nouns: tuple[str, ...]
    told_by: tuple[str, ...]


class TimeForm(Checked, frozen=True, kw_only=True):
    """One form of time expression. `reads`: texts with each expression of this form in square brackets."""

    name: str
    kind: FormKind
    form: str
    reads: tuple[str, ...]


class TimeWords(Checked, frozen=True, kw_only=True):
    """All of `times.yaml`.

    months_also_names: months that are also first names or words; months_also_words: those that are common words, and
    are months only beside a day, a year or a preposition. numbers: class -> word -> value. decades: word -> its first
    year. days: word -> days from the report's day to its first and its last day. shifts, words: by class.
    openings: what they make of the days after them -> prepositions; guarded_openings do so only where nothing that
    they could govern instead follows. ahead: words that set a day after them in the future; ahead_verbs: those that do
    so only as verbs ("plans"), not after an article or an owner ("the plan"). scheduled: verbs, as lemmas, that set a
    weekday beside them in the future by their present tense. awaited: nouns, and words before them, whose weekday may
    lie ahead. deeds: what others are counted from. crowds: plurals that a year may stand before. taken, covers, stamps:
    words beside the day of a picture, the days that a report covers, a date line. macros: names for pieces of forms.
    """

    months: tuple[NamedNumber, ...]
    months_also_names: tuple[str, ...]
    months_also_words: tuple[str, ...]
    weekdays: tuple[NamedNumber, ...]
    units: dict[str, UnitWords]
    numbers: dict[str, dict[str, int]]
    decades: dict[str, int]
    seasons: dict[str, tuple[str, ...]]
    seasons_also_words: tuple[str, ...]
    season_nouns: tuple[str, ...]
    parts: dict[str, PartWords]
    days: dict[str, tuple[int, int]]
    shifts: dict[str, ShiftWords]
    openings: dict[Opening, tuple[str, ...]]
    guarded_openings: tuple[str, ...]
    words: dict[str, tuple[str, ...]]
    ahead: tuple[str, ...]
    ahead_verbs: tuple[str, ...]
    scheduled: tuple[str, ...]
    awaited: tuple[str, ...]
    deeds: tuple[DeedWords, ...]
    crowds: tuple[str, ...]
    taken: tuple[str, ...]
    covers: tuple[str, ...]
    stamps: tuple[str, ...]
    macros: dict[str, str]
    forms: tuple[TimeForm, ...]


class NthWeekday(Checked, frozen=True, kw_only=True):
    """The nth weekday of a month (Monday is 0; -1 is the last one)."""

    month: int
    weekday: int
    nth: int


class Holiday(Checked, frozen=True, kw_only=True):
    """A day with a name: a month and day, the nth weekday of a month, days after an Easter, or a list of first days.

    `days`: how many days it lasts.
    """

    names: tuple[str, ...]
    fixed: tuple[int, int] | None = None
    weekday: NthWeekday | None = None
    easter: int | None = None
    orthodox_easter: int | None = None
    table: tuple[dt.date, ...] = ()
    days: int = 1


@cache
def load_times() -> TimeWords:
    """The words and forms of time that ship with Sayso, read once a process."""
    return read_data(DATA / "times.yaml", TimeWords)


@cache
def load_holidays() -> tuple[Holiday, ...]:
    """The days with a name that ship with Sayso, read once a process."""
    return read_data(DATA / "holidays.yaml", tuple[Holiday, ...])  # type: ignore[arg-type]
