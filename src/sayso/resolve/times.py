"""Time mentions -> the days that they mean, each with its basis and the spans that it was worked out from."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import cache
from typing import Literal

import msgspec

from sayso.codebook.times import load_times
from sayso.records import Interval, Span, Time, content_id
from sayso.records.mentions import TimeBasis
from sayso.resolve.time_calendar import Tense
from sayso.resolve.time_deeds import deed_behind, tells_of
from sayso.resolve.time_rules import Meaning, Sight, Told, mean
from sayso.resolve.time_scan import scan_times
from sayso.resolve.time_values import TimeMention, TimeValue

__all__ = ["ResolvedTime", "TimeMention", "resolve_times", "resolve_values", "resolved_value", "scan_times"]

PARAGRAPH = re.compile(r"\n\s*\n")
TOLD_JUST_BEFORE = re.compile(
    r"(?<!\bbe)(?<!\bto)(?<!\bbeen)\s(?:said|told|\w\w+ed)\s+(?:(?:early|late)\s+)?(?:on\s+)?\Z"
)
SAID_JUST_BEFORE = re.compile(
    r"\b(?:said|says|told\s[^.,;]{1,40}|announced|reported|stated|added|declared|confirmed|warned|tweeted|wrote|statement)"
    r"(?:\s(?:late|early|earlier))?\s\Z"
)
JUST_SAID = re.compile(r"(?<!be )\b(?:said|told\s[^.,;]{1,40})(?:\s(?:late|early|earlier))?\s\Z")
"""Before the day of a saying, whatever is said of days to come: "talks planned for May were off, they said Friday"."""
SINCE_BEFORE = re.compile(
    r"\bsince\s(?:(?!\b(?:will|would|to|and|but|has|have|is|are)\b)[^.,;:!?\n])+\Z", re.IGNORECASE
)
AS_AHEAD = re.compile(r"\bas\s(?:\w+ly\s)?\Z")
"""Before what lay ahead once: "began as previously planned Saturday"."""
OWNED = re.compile(r"[’']s\s+([\w-]+)")
NEW_SENTENCE = re.compile(r"[.!?][\"”’]?\s")
TELLABLE = frozenset({"day", "week", "month", "season", "year"})
NAMES_AN_EDGE = frozenset({"from", "until"})
SINCE_LONG_AGO = 366
AHEAD_REACH = 60
WORD = re.compile(r"\w+")
OWNERS = ("a", "the", "this", "that", "its", "his", "her", "their", "our", "new", "peace")
REACH = 3
REACH_OF_DEED = 12
IN_A_CLOCK = r"(?<=\d):(?=\d)|(?<=[ap])\.(?=m\.)|(?<=[ap]\.m)\."
"""Points that end no statement: those of "9:30 a.m."."""


class ResolvedTime(msgspec.Struct, frozen=True, kw_only=True):
    """A mention with its record, and the days of the expression without its preposition ("since April": April).

    `within`: the days in which that lies which is told with it, open where "until Friday" leaves it so.
    """

    mention: TimeMention
    time: Time
    bare: Interval
    within: Interval


def resolve_times(
    mentions: Iterable[TimeMention],
    *,
    text: str,
    day: Interval | None = None,
    tense_at: Callable[[int], Tense | None] | None = None,
    hemisphere: Literal["north", "south"] = "north",
) -> tuple[Time, ...]:
    """The mentions of a text in, their records out, in order.

    `day`: the days of the report, its last one counts; `tense_at`: the tense of the clause at an offset of the text.
    """
    found = resolve_values(mentions, text=text, day=day, tense_at=tense_at, hemisphere=hemisphere)
    return tuple(resolved.time for resolved in found)


def resolve_values(
    mentions: Iterable[TimeMention],
    *,
    text: str,
    day: Interval | None = None,
    tense_at: Callable[[int], Tense | None] | None = None,
    hemisphere: Literal["north", "south"] = "north",
    covered: Interval | None = None,
) -> tuple[ResolvedTime, ...]:
    """Like `resolve_times`, with the mentions and the days of the bare expressions. covered: the days that the report
    says it covers, whose weekdays are meant."""
    south = hemisphere == "south"
    return _Resolver(tuple(mentions), text, last_day(day), tense_at, south, last_day(covered)).run()


def resolved_value(times: tuple[ResolvedTime, ...], span: Span) -> ResolvedTime | None:
    """The time whose full span shares a code point with `span`, the first of several; None where there is none."""
    number = bisect_right(times, span[0], key=lambda resolved: resolved.mention.full[1])
    if number < len(times) and times[number].mention.full[0] < span[1]:
        return times[number]
    return None


def last_day(day: Interval | None) -> dt.date | None:
    """The last day of an interval that is known at all."""
    known = day and (day.end or day.start)
    return dt.date.fromisoformat(known) if known else None


def interval(meaning: Meaning) -> Interval:
    """The days of a meaning as ISO dates."""
    return Interval(start=meaning.start and meaning.start.isoformat(), end=meaning.end and meaning.end.isoformat())


class _Resolver:
    """One pass over the mentions of a text, with what has been told so far."""

    def __init__(
        self,
        mentions: tuple[TimeMention, ...],
        text: str,
        day: dt.date | None,
        tense_at: Callable[[int], Tense | None] | None,
        southern: bool,
        covered: dt.date | None,
    ) -> None:
        self.covered = covered
        self.mentions, self.text, self.day, self.tense_at, self.southern = mentions, text, day, tense_at, southern
        self.breaks = [found.start() for found in PARAGRAPH.finditer(text)] if mentions else []
        self.told_day: tuple[int, Told] | None = None
        self.said_day: tuple[int, Told] | None = None
        self.told: tuple[int, Told] | None = None
        self.told_days: list[tuple[int, Told]] = []
        self.period: Told | None = None
        self.year, self.year_span = (None, None) if day else _year_to_borrow(mentions)

    def run(self) -> tuple[ResolvedTime, ...]:
        return tuple(self._resolve(mention) for mention in self.mentions)

    def _resolve(self, mention: TimeMention) -> ResolvedTime:
        paragraph = bisect_right(self.breaks, mention.full[0])
        sight = self._sight(mention, paragraph)
        bare = _mean(mention.value, sight)
        opened = _open(mention, bare, self.day)
        self._remember(mention, bare, paragraph)
        told = bare if mention.opening in NAMES_AN_EDGE else opened
        return ResolvedTime(
            mention=mention, time=self._record(mention, told), bare=interval(bare), within=interval(opened)
        )

    def _sight(self, mention: TimeMention, paragraph: int) -> Sight:
        return Sight(
            day=self.day,
            covered=self.covered,
            tense=tense_by_words(self.text, mention, self.tense_at),
            begun=mention.opening == "since" or self._is_since(mention),
            told_day=self._day_told(mention, paragraph),
            told=_near(self.told, paragraph),
            deed=self._day_of_deed(mention, paragraph) if mention.value.anchor == "deed" else None,
            period=self.period,
            southern=self.southern,
            year=self.year,
            year_span=self.year_span,
        )

    def _is_since(self, mention: TimeMention) -> bool:
        """ "Since the fall of the town in December"."""
        at = mention.full[0]
        return SINCE_BEFORE.search(self.text, max(0, at - AHEAD_REACH), at) is not None

    def _day_told(self, mention: TimeMention, paragraph: int) -> Told | None:
        """The last day told; that of a saying counts in its own sentence, or where no other is told ("died on 9 March,
        it said today. The previous day ...")."""
        told, said = _near(self.told_day, paragraph), _near(self.said_day, paragraph)
        if said is None or (told is not None and NEW_SENTENCE.search(self.text, said.span[1], mention.full[0])):
            return told
        return said

    def _day_of_deed(self, mention: TimeMention, paragraph: int) -> Told | None:
        """The one day on which an earlier sentence tells of the deed that stands behind the mention; none of two."""
        deed = deed_behind(self.text, mention.full[1])
        lately = [told for at, told in self.told_days if deed and paragraph - at <= REACH_OF_DEED]
        told = [one for one in lately if deed and tells_of(self.text, one.span, deed)]
        if len({one.days for one in told}) != 1:
            return None
        return told[-1] if NEW_SENTENCE.search(self.text, told[-1].span[1], mention.full[0]) else None

    def _remember(self, mention: TimeMention, bare: Meaning, paragraph: int) -> None:
        """What words such as "the next day" count from: a day that is told, not one that something has lasted since."""
        if bare.start is None or bare.end is None or bare.precision not in TELLABLE:
            return
        told = Told((bare.start, bare.end), mention.full, dated=mention.value.year is not None)
        self.told = (paragraph, told)
        bare_day = not mention.opening and mention.value.kind == "date"
        if mention.opening not in ("at", "from") and not bare_day:
            return
        if bare.start == bare.end:
            self.said_day = (paragraph, told)
            if not SAID_JUST_BEFORE.search(self.text, max(0, mention.full[0] - AHEAD_REACH), mention.full[0]):
                self.told_day = (paragraph, told)
                self.told_days += [self.told_day] if mention.value.kind != "offset" else []
        elif mention.value.kind == "range":
            self.period = told

    def _record(self, mention: TimeMention, meaning: Meaning) -> Time:
        words = self.text[mention.full[0] : mention.full[1]]
        days = interval(meaning)
        evidence = (mention.full, *(span for span in dict.fromkeys(meaning.anchors) if span != mention.full))
        return Time(
            id=content_id("time", mention.full, words, days.start, days.end),
            text=words,
            start=days.start,
            end=days.end,
            precision=meaning.precision,
            basis=meaning.basis,
            evidence=evidence,
        )


def tense_by_words(text: str, mention: TimeMention, tense_at: Callable[[int], Tense | None] | None) -> Tense | None:
    """The tense of a mention's clause, unless words just before settle it ("due to end Friday", "said Friday")."""
    at = mention.span[0]
    tense = tense_at(at) if tense_at else None
    if tense == "future" and _is_of_the_known(text, mention):
        return "past"
    if mention.opening in ("by", "until") and tense != "past":
        return "future"
    if JUST_SAID.search(text, max(0, mention.full[0] - AHEAD_REACH), mention.full[0]):
        return "past"
    before = _said_ahead(text, at)
    if before and not AS_AHEAD.search(text, max(0, at - AHEAD_REACH), before.start()):
        return "past" if before["had"] else "future"
    return "past" if TOLD_JUST_BEFORE.search(text, max(0, at - AHEAD_REACH), at) else tense


def _is_of_the_known(text: str, mention: TimeMention) -> bool:
    """ "Will appeal Wednesday's ruling": the day of a thing that is spoken of as known, and nothing to be awaited."""
    owned = OWNED.match(text, mention.full[1])
    return owned is not None and mention.value.kind == "weekday" and owned[1].lower() not in load_times().awaited


def _near(told: tuple[int, Told] | None, paragraph: int) -> Told | None:
    """What was told in this paragraph or in the few before it."""
    if told is None or paragraph - told[0] > REACH:
        return None
    return told[1] if told[0] == paragraph else msgspec.structs.replace(told[1], here=False)


@cache
def ahead_words() -> frozenset[str]:
    """Words that set a day beside them in the future, whatever the tense."""
    return frozenset((*load_times().ahead, *load_times().ahead_verbs))


@cache
def scheduled_verbs() -> dict[str, tuple[tuple[str, ...], ...]]:
    """First lemma of each verb whose present tells what is to come -> the further lemmas of its phrases."""
    phrases = [tuple(phrase.split()) for phrase in load_times().scheduled]
    firsts = dict.fromkeys(phrase[0] for phrase in phrases)
    return {first: tuple(phrase[1:] for phrase in phrases if phrase[0] == first) for first in firsts}


@cache
def weekday_words() -> frozenset[str]:
    """Names of weekdays, long and short, in lower case, and "tomorrow"."""
    names = (name for weekday in load_times().weekdays for name in (*weekday.names, *weekday.short))
    return frozenset((*names, "tomorrow"))


def _said_ahead(text: str, at: int) -> re.Match[str] | None:
    """The words just before that set a day in the future; most days have none of them before."""
    first = max(0, at - AHEAD_REACH)
    if _ahead_openers().isdisjoint(WORD.findall(text[first:at].lower())):
        return None
    return _ahead().search(text, first, at)


@cache
def _ahead_openers() -> frozenset[str]:
    phrases = (*load_times().ahead, *load_times().ahead_verbs)
    return frozenset(WORD.findall(phrase.lower())[0] for phrase in phrases)


@cache
def _ahead() -> re.Pattern[str]:
    words, verbs = load_times().ahead, load_times().ahead_verbs
    owners = "".join(rf"(?<!\b{word}\s)" for word in OWNERS)
    either = "|".join((*map(re.escape, words), rf"{owners}(?:{'|'.join(map(re.escape, verbs))})"))
    return re.compile(
        rf"(?P<had>\bhad (?:been )?)?(?<![\w-])(?:{either})\b(?!-)(?:[^.;:!?\n]|{IN_A_CLOCK})*\Z", re.IGNORECASE
    )


def _mean(value: TimeValue, sight: Sight) -> Meaning:
    if value.swapped and value.month and value.day and sight.day:
        straight, swapped = (
            mean(value, sight),
            mean(msgspec.structs.replace(value, month=value.day, day=value.month), sight),
        )
        if _apart(swapped, sight.day) < _apart(straight, sight.day):
            return msgspec.structs.replace(swapped, basis="inferred")
    return mean(value, sight)


def _apart(meaning: Meaning, day: dt.date) -> int:
    """Days between a date and the report; a date after the report counts as far away."""
    if meaning.start is None:
        return SINCE_LONG_AGO * 1000
    return (day - meaning.start).days if meaning.start <= day else SINCE_LONG_AGO + (meaning.start - day).days


def _open(mention: TimeMention, bare: Meaning, day: dt.date | None) -> Meaning:
    """What the preposition makes of the days of that which is told with it."""
    opening = mention.opening
    if opening == "at" or (opening == "from" and mention.value.kind == "range"):
        return bare
    if opening == "since":
        end = day if bare.start and (day is None or bare.start <= day) else bare.end
        basis: TimeBasis = "inferred" if bare.start and day else bare.basis
        return msgspec.structs.replace(bare, end=end if bare.start else None, basis=basis)
    if opening == "from":
        return msgspec.structs.replace(bare, end=None)
    if opening in ("by", "until"):
        return msgspec.structs.replace(bare, start=None)
    if opening == "before":
        return msgspec.structs.replace(bare, start=None, end=bare.start and bare.start - dt.timedelta(1))
    return msgspec.structs.replace(bare, start=bare.end and bare.end + dt.timedelta(1), end=None)


def _year_to_borrow(mentions: tuple[TimeMention, ...]) -> tuple[int | None, Span | None]:
    """The latest year that stands in a date with its month, and where."""
    dated = [(mention.value.year, mention.full) for mention in mentions if mention.value.year and mention.value.month]
    return max(dated, key=lambda entry: (entry[0], -entry[1][0])) if dated else (None, None)
