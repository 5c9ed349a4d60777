"""The day of the report, and how it is known; the days that a report covers; the day that a picture was taken."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import msgspec

from sayso.codebook.times import load_times
from sayso.records import Block, Caption, Interval, Published, Span, inside, overlaps
from sayso.records.report import PublishedBasis
from sayso.resolve.time_values import TimeMention, TimeValue
from sayso.resolve.times import resolve_values, tense_by_words

HEAD_LINES = 14
LEAD_PARAGRAPHS = 3
DAILY = re.compile(r"\bdaily\b", re.IGNORECASE)
PAST_DAY = re.compile(r"\b(?:(?:past|last|previous) (?:day|24 hours|twenty-four hours)|in 24 hours)\b", re.IGNORECASE)
PERIODIC = re.compile(
    r"\b(?:daily|weekly|monthly|fortnightly|quarterly|annual|digest|bulletin|round-?up|overview|summary|chronology|tracker"
    r"|tracking|[a-z]*watch|snapshot|trends|in review|log|recap|key (?:events|incidents|developments))\b",
    re.IGNORECASE,
)
"""What a report is called that tells of the days in its title."""
LONGEST_TITLE, LEAST_BESIDE = 90, 3
"""Code points beside the days: of a title, of a line that has nothing else."""
LEAD_LENGTH = 60
STAMP_LENGTH = 90
STAMP_WORDS = 3
PLACE_LENGTH = 80
WEEK = 7
LATEST_AFTER = 4
LONGEST_COVERAGE = 100
YEARS_ON = 4
AFTER_DATELINE = re.compile(r"\s*,?\s*(?:[(\[/][^)/\n]{1,60}[)\]/]\s*)?(?:-{1,3}|–|—|\||:|_)(?=\s|$|\[)")
DAY_BLOCKS = frozenset({"dateline", "timestamp", "byline"})
NOT_TEXT = frozenset({"caption", "headline", "byline", "dateline", "timestamp"})


class _Dated(msgspec.Struct, frozen=True):
    day: dt.date
    spans: tuple[Span, ...]


def infer_published(
    text: str,
    mentions: Sequence[TimeMention],
    *,
    captions: Sequence[Caption] = (),
    blocks: Sequence[Block] = (),
    given: Interval | None = None,
    metadata: Interval | None = None,
    url_day: Interval | None = None,
) -> Published:
    """The day of a report: as given, else by the page's metadata, its address, a dateline or time stamp, or inferred.

    Inferred is the weekday that the lead tells ("said Sunday") where it agrees with a full date of the lead, or the
    first such day in the days after the latest picture that is no file picture; else the last day that the report
    covers. Evidence holds the spans that decided. What nothing decides has the basis unknown and no days.
    """
    known: tuple[tuple[PublishedBasis, Interval | None], ...] = (
        ("given", given),
        ("metadata", metadata),
        ("url", url_day),
    )
    for basis, days in known:
        if days and (days.start or days.end):
            return Published(start=days.start or days.end, end=days.end or days.start, basis=basis)
    told = days_told(text, mentions, captions=captions, blocks=blocks)
    return next((published for _, published in told if published is not None), Published())


def days_told(
    text: str, mentions: Sequence[TimeMention], *, captions: Sequence[Caption] = (), blocks: Sequence[Block] = ()
) -> Iterator[tuple[str, Published | None]]:
    """(What of the text may tell the report's day, the day that it tells), in the order in which they are asked."""
    page = _Page(text, mentions, captions, blocks)
    yield "dateline, time stamp or line with hardly more than a date", _published(page.stamped(), "dateline")
    yield "weekday of the lead with a date or picture beside it", _published(page.by_lead(), "inferred")
    yield "last day that the report covers", _published(page.by_coverage(), "inferred")


def coverage(text: str, mentions: Sequence[TimeMention]) -> Interval | None:
    """The days that a report says it covers ("Reporting period: 1-7 May 2023"), or None."""
    found = _coverage(text, mentions)
    return found[0] if found else None


def caption_taken(mentions: Sequence[TimeMention], *, text: str, day: Interval | None = None) -> Interval | None:
    """The day of a picture by the time mentions of its caption, out of the whole `text`; `day` is the report's.

    A date that words such as "taken" or "released" stand before wins, then a full date, then the last one.
    """
    values = resolve_values(mentions, text=text, day=day, tense_at=lambda _: "past")
    dated = [
        value
        for value in values
        if value.bare.start and value.bare.end and value.time.precision in ("day", "month", "year")
    ]
    best = max(dated, key=lambda value: _picture_rank(value.mention, text), default=None)
    return best.bare if best else None


def _picture_rank(mention: TimeMention, text: str) -> tuple[bool, int, int]:
    value = mention.value
    parts = sum(part is not None for part in (value.year, value.month, value.day, value.weekday))
    return bool(_taken().search(text, max(0, mention.full[0] - LEAD_LENGTH), mention.full[0])), parts, mention.full[0]


def _published(found: _Dated | None, basis: PublishedBasis) -> Published | None:
    if found is None:
        return None
    day = found.day.isoformat()
    return Published(start=day, end=day, basis=basis, evidence=found.spans)


def _words_before(words: Iterable[str]) -> re.Pattern[str]:
    choices = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"\b(?:{choices})\b[\s:,]*(?:(?:the|this|on|in|from|period|week|of)\s+)*\Z", re.IGNORECASE)


@cache
def _taken() -> re.Pattern[str]:
    return _words_before(load_times().taken)


@cache
def _covers() -> re.Pattern[str]:
    return _words_before(load_times().covers)


@cache
def _stamp_words() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in load_times().stamps)
    return re.compile(rf"\b(?:{words})\b|\d\d?[:.h]\d\d|\d\d?\s?[ap]\.?m\b\.?", re.IGNORECASE)


def _full_day(value: TimeValue) -> dt.date | None:
    if value.kind == "range" and value.last:
        return _full_day(value.last)
    if value.kind != "date" or value.year is None or value.month is None or value.day is None:
        return None
    try:
        return dt.date(value.year, value.month, value.day)
    except ValueError:
        return None


def _coverage(text: str, mentions: Sequence[TimeMention]) -> tuple[Interval, Span] | None:
    values = [value for value in resolve_values(mentions, text=text) if value.bare.start and value.bare.end]
    for value in values:
        span = value.mention.full
        if _covers().search(text, max(0, span[0] - LEAD_LENGTH), span[0]):
            return value.bare, span
    head = _end_of_lines(text, HEAD_LINES)
    heads = [value for value in values if value.mention.full[1] <= head]
    days_before = next((found for value in heads if (found := _past_day(text, value.mention.full, value.bare))), None)
    titled = (value for value in heads if _is_of_period(text, value.mention.full, value.bare))
    return days_before or next(((value.bare, value.mention.full) for value in titled), None)


def _past_day(text: str, span: Span, days: Interval) -> tuple[Interval, Span] | None:
    """ "Shelling over the past day, 4 October 2023" at its head: a report on that day and the one before."""
    line = _line_around(text, span)
    if days.start is None or days.start != days.end or PAST_DAY.search(line) is None or len(line) > LONGEST_COVERAGE:
        return None
    return Interval(start=str(dt.date.fromisoformat(days.start) - dt.timedelta(days=1)), end=days.end), span


def _line_around(text: str, span: Span) -> str:
    start, end = text.rfind("\n", 0, span[0]) + 1, text.find("\n", span[1])
    return text[start : end if end >= 0 else len(text)]


def _end_of_lines(text: str, lines: int) -> int:
    end = -1
    for _ in range(lines):
        end = text.find("\n", end + 1)
        if end < 0:
            return len(text)
    return end


def _is_of_period(text: str, span: Span, days: Interval) -> bool:
    """ "Daily bulletin: 14 May 2014", "Monthly digest - April 2019", or some days that have a line for themselves: what
    the report is of, by a line at its head."""
    line = _line_around(text, span)
    rest = len(line.strip()) - (span[1] - span[0])
    if days.start == days.end:
        return DAILY.search(line) is not None and rest < LONGEST_TITLE
    return rest <= LEAST_BESIDE or (PERIODIC.search(line) is not None and rest < LONGEST_TITLE)


class _Page:
    """A text with its mentions and layout, asked for the day that it was written."""

    def __init__(
        self, text: str, mentions: Sequence[TimeMention], captions: Sequence[Caption], blocks: Sequence[Block]
    ) -> None:
        self.text, self.mentions, self.captions = text, mentions, captions
        self.aside = [(caption.start, caption.end) for caption in captions]
        self.aside += [(block.start, block.end) for block in blocks if block.kind == "caption"]
        self.stamps = [(block.start, block.end) for block in blocks if block.kind in DAY_BLOCKS]
        self.not_lead = [*self.aside, *((block.start, block.end) for block in blocks if block.kind in NOT_TEXT)]

    def _in_captions(self, mention: TimeMention) -> bool:
        return any(overlaps(mention.full, span) for span in self.aside)

    def _line_of(self, mention: TimeMention) -> Span:
        start = self.text.rfind("\n", 0, mention.full[0]) + 1
        end = self.text.find("\n", mention.full[1])
        return start, end if end >= 0 else len(self.text)

    def stamped(self) -> _Dated | None:
        """The day of a dateline, a time stamp or a line that is hardly more than a date."""
        for mention in self._stamps():
            if day := _full_day(mention.value):
                return _Dated(day, (mention.full,))
            if (
                mention.value.kind == "date"
                and mention.value.month
                and mention.value.day
                and mention.value.steps is None
            ):
                return self._with_year(mention)
        return None

    def _stamps(self) -> Iterator[TimeMention]:
        yield from (mention for mention in self.mentions if any(inside(mention.span, span) for span in self.stamps))
        head = self._head_end()
        for mention in self.mentions:
            if mention.full[0] > head:
                return
            if not self._in_captions(mention) and (self._is_dateline(mention) or self._is_stamp(mention)):
                yield mention

    def _head_end(self) -> int:
        return _end_of_lines(self.text, HEAD_LINES)

    def _is_dateline(self, mention: TimeMention) -> bool:
        """ "KABUL, Oct 15 (Agency) -", or a full date that the text starts with."""
        start, _ = self._line_of(mention)
        before = self.text[: mention.span[0]]
        if _full_day(mention.value) and not re.search(r"\w", _stamp_words().sub(" ", before)):
            return mention.value.kind == "date" and (mention.full == mention.span or " " in before.strip())
        if mention.full != mention.span or mention.span[0] - start > PLACE_LENGTH:
            return False
        place = self.text[start : mention.span[0]]
        return place[:1].isupper() and bool(AFTER_DATELINE.match(self.text, mention.span[1])) and ". " not in place

    def _is_stamp(self, mention: TimeMention) -> bool:
        """A line with a date and hardly anything else: "Published 12 October 2017, 10:22 GMT"."""
        start, end = self._line_of(mention)
        if (
            end - start > STAMP_LENGTH
            or mention.value.kind != "date"
            or _covers().search(self.text, start, mention.full[0])
        ):
            return False
        rest = self.text[start : mention.full[0]] + " " + self.text[mention.full[1] : end]
        left = _stamp_words().sub(" ", rest)
        return len(re.findall(r"\w+", left)) <= STAMP_WORDS

    def _with_year(self, stamp: TimeMention) -> _Dated | None:
        """The one year, from the latest in the text on, in which a day is its weekday, or the lead's."""
        years = [
            (mention.value.year, mention.full)
            for mention in self.mentions
            if mention.value.year and mention.value.kind == "date"
        ]
        weekday = stamp if stamp.value.weekday is not None else self._lead_weekday()
        if not years or stamp.value.month is None or stamp.value.day is None:
            return None
        latest, span = max(years)
        if weekday is None:
            return None
        fitting = []
        for year in range(latest, latest + YEARS_ON):
            day = _full_day(msgspec.structs.replace(stamp.value, year=year))
            if day and day.weekday() == weekday.value.weekday and not self._too_early(day):
                fitting.append(day)
        spans = dict.fromkeys((stamp.full, weekday.full, span))
        return _Dated(fitting[0], tuple(spans)) if len(fitting) == 1 else None

    def _too_early(self, day: dt.date) -> bool:
        """Whether the text tells of a later day or year as past."""
        for mention in self.mentions:
            year = mention.value.year
            later = year and (year > day.year or (_full_day(mention.value) or day) > day)
            if later and not self._is_ahead(mention):
                return True
        return False

    def _is_ahead(self, mention: TimeMention) -> bool:
        return mention.opening in ("by", "until", "before") or tense_by_words(self.text, mention, None) == "future"

    def by_lead(self) -> _Dated | None:
        """The weekday that the lead tells: a full date's, or in the days after a picture or dated weekday."""
        weekday = self._lead_weekday()
        pictured, told = self._latest(self._pictures()), self._latest(self._told_in_lead()) or self._paired()
        if weekday is None or weekday.value.weekday is None:
            return None
        fresh = max((dated for dated in (pictured, told) if dated), key=lambda dated: dated.day, default=None)
        if fresh is None:
            return None
        gap = (weekday.value.weekday - fresh.day.weekday()) % WEEK
        if gap > (0 if fresh is told and len(fresh.spans) == 1 else LATEST_AFTER):
            return None
        day = fresh.day + dt.timedelta(gap)
        return None if self._too_early(day) else _Dated(day, (*fresh.spans, weekday.full))

    def _lead(self) -> Iterator[TimeMention]:
        """The mentions of the first paragraphs of running text."""
        seen: list[Span] = []
        for mention in self.mentions:
            if any(overlaps(mention.full, span) for span in self.not_lead):
                continue
            line = self._line_of(mention)
            if line not in seen and (len(seen) == LEAD_PARAGRAPHS or line[1] - line[0] < LEAD_LENGTH):
                continue
            seen += [line] if line not in seen else []
            yield mention

    def _lead_weekday(self) -> TimeMention | None:
        """The first weekday that the lead tells of as past."""
        plain = (mention for mention in self._lead() if mention.value.kind == "weekday" and mention.value.steps is None)
        return next(
            (mention for mention in plain if mention.opening in ("at", "since") and not self._is_ahead(mention)), None
        )

    def _paired(self) -> _Dated | None:
        """The latest day that the lead tells with its weekday, in the one year in which the two agree."""
        pairs = (mention for mention in self._lead() if mention.value.weekday is not None and mention.value.day)
        dated = [self._with_year(pair) for pair in pairs if pair.value.year is None and not self._is_ahead(pair)]
        return max((found for found in dated if found), key=lambda found: found.day, default=None)

    def _latest(self, mentions: Iterable[TimeMention]) -> _Dated | None:
        dated = [_Dated(day, (mention.full,)) for mention in mentions if (day := _full_day(mention.value))]
        return max(dated, key=lambda found: found.day, default=None)

    def _pictures(self) -> Iterator[TimeMention]:
        """The mentions of captions whose picture is no file picture."""
        old = [(caption.start, caption.end) for caption in self.captions if caption.file_picture]
        for mention in self.mentions:
            if self._in_captions(mention) and not any(overlaps(mention.full, span) for span in old):
                yield mention

    def _told_in_lead(self) -> Iterator[TimeMention]:
        return (mention for mention in self._lead() if mention.opening == "at" and not self._is_ahead(mention))

    def by_coverage(self) -> _Dated | None:
        """The last day that the report covers."""
        found = _coverage(self.text, self.mentions)
        if found is None or found[0].start is None or found[0].end is None:
            return None
        first, last = dt.date.fromisoformat(found[0].start), dt.date.fromisoformat(found[0].end)
        return _Dated(last, (found[1],)) if (last - first).days <= LONGEST_COVERAGE else None
