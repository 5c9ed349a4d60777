"""The layout words of the codebook, compiled once: what furniture, captions, bylines, datelines and times look like."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.codebook.layout import load_layout
from sayso.read.dates import DATE, FULL_DATE, WEEKDAY

_WORDS = load_layout()


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


def _edge(words: Iterable[str]) -> str:
    return "|".join(
        _any([word]) + (r"\b" if word[-1].isalnum() else "") for word in sorted(words, key=len, reverse=True)
    )


FURNITURE = frozenset(_WORDS.furniture_lines)
SECTIONS = frozenset(_WORDS.sections)
NEIGHBOURS = frozenset(_WORDS.neighbours)
NAVIGATION = frozenset(_WORDS.navigation)
ENGLISH = frozenset(_WORDS.english)

FURNITURE_ENDINGS = _WORDS.furniture_endings
OPENER_KEY = 4
"""How many letters a furniture opener is looked up by."""
FURNITURE_OPENERS = {
    key: tuple(opener for opener in _WORDS.furniture_openers if opener[:OPENER_KEY] == key)
    for key in {opener[:OPENER_KEY] for opener in _WORDS.furniture_openers}
}
COPYRIGHT = re.compile(
    r"[(\s]*(?:(?:(?i:copyright)\W*)?(?:©|\([cC]\))|(?i:copyright)\W+(?i:by\s+)?(?:(?:19|20)\d\d|[A-Z][^.]{0,60}$|[^.]{0,60}\b(?:19|20)\d\d\b))"
)
CLOSING_MARK = re.compile(r"[-–—*#\s]+30[-–—*#\s]+$")
RELEASE = re.compile(rf"(?:{_edge(_WORDS.releases)})", re.IGNORECASE)

CAPTION_OPENER = re.compile(rf"(?:{_any(_WORDS.caption_openers)})")
CAPTION_LABEL = re.compile(rf"(?:{_any(_WORDS.caption_labels)})\b\s*:?\s+(?=\S)", re.IGNORECASE)
FILE_PICTURE = re.compile(rf"\bFILE\b|(?i:{_any(_WORDS.file_words)})")
_LABEL = _any(_WORDS.credit_labels)
_LABEL_CASED = _any([cased for word in _WORDS.credit_labels for cased in (word, word.capitalize())])
_AGENCY = _any(_WORDS.agencies)
CREDIT_BRACKET = re.compile(
    rf"[(\[](?P<credit>(?i:{_LABEL})\b\s*[:/|©\s]\s*[^()\[\]]{{2,80}}|[^()\[\]/]{{2,60}}/\s*(?:{_AGENCY})\b[^()\[\]]{{0,40}}"
    rf"|(?:{_AGENCY})(?:\s+(?i:{_LABEL})\b|/|\s+via\s)[^()\[\]]{{0,60}})[)\]]\.?$"
    rf"|(?:^|[.!?”\"’]\s*)[(\[](?P<agency>(?i:{_AGENCY})(?:,\s*(?i:{_AGENCY}))*)[)\]]$"
)
CREDIT_LABEL = re.compile(
    rf"[\s|(\[–—-](?:{_LABEL_CASED})\s*(?::|©|\bby\b)\s*(?P<credit>[^.:;()\[\]|]{{2,80}})[)\].]*$"
)
CREDIT_PROVIDED = re.compile(
    r"\b(?:provided|released|supplied|distributed) by (?:the )?(?P<credit>[A-Z][^,.;:()]{1,60}?)"
    r"(?=,|\.$|\s+(?:shows|which|on|and|via|purports)\b|$)"
)
CREDIT_PREFIX = re.compile(rf"(?:{_LABEL})\b\s*[:/|©]?\s*(?:by\s+)?", re.IGNORECASE)
DATED_END = re.compile(
    rf"(?P<before>\b(?!{WEEKDAY})\w\S*),\s+(?:(?P<on>on)\s+)?(?:{WEEKDAY},?\s+)?(?:{FULL_DATE})\.?$", re.IGNORECASE
)

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’.-]*"
_NAME = rf"{_CAPITAL}(?:[ -](?:{_CAPITAL}|{_any(_WORDS.name_particles)}))*"
_ROLE = _any(_WORDS.byline_roles)
BYLINE_OPENER = re.compile(rf"\(?(?:{_any(_WORDS.byline_openers)})\b:?\s+(?!{WEEKDAY}|{DATE})", re.IGNORECASE)
BYLINE_WORDS = frozenset(
    word
    for part in (_WORDS.byline_openers, _WORDS.byline_roles, _WORDS.name_particles)
    for phrase in part
    for word in phrase.split()
)
BYLINE_JOINTS = frozenset({"and", "in", "for", "with", "of", "at", "the", "&", "-", "–", "—", "|", "/"})
BYLINE_ROLE = re.compile(rf"{_NAME},\s+(?:[\w-]+\s+){{0,4}}(?i:{_ROLE})(?:,\s+{_NAME}|\s+in\s+{_NAME})?$")
BYLINE_PLACE = re.compile(rf"{_CAPITAL}\s+{_NAME}\s+in\s+{_NAME}(?:,?\s+(?:and\s+)?{_NAME}\s+in\s+{_NAME})*$")

_ZONE = rf"(?:(?:{_any(_WORDS.zones)})(?:\s*[+-]\s*\d{{1,2}}(?::?\d\d)?)?|[A-Z]\w+\s+time)\b"
_CLOCK = (
    r"(?:[01]?\d|2[0-3])(?:[:.]|h)[0-5]\d(?::[0-5]\d)?(?:\s*[ap]\.?\s?m\b\.?)?|1?\d\s*[ap]\.?\s?m\b\.?"
    r"|(?:[01]\d|2[0-3])[0-5]\d(?=\s*(?:GMT|UTC|Z|hours|hrs))"
)
OPENING_CLOCK = re.compile(rf"\[?(?i:{_CLOCK})(?:\s*{_ZONE})?\]?(?:\s*[-–—|:]\s*|\s+)(?=[\"“‘'(]?[A-Z])")
"""The hour in front of an entry of a live report."""
READERS = re.compile(
    r"(?:\d+\s+)?(?:(?:readers?|users?|visitors?)['’]?s?\s+(?:comments?|views|opinions|responses|reactions)"
    r"|comments?\s+from\s+(?:our\s+)?readers|your\s+comments)(?:\s*\(\d+\))?\W*$"
    r"|\d+\s+comments?\W*$|comments?\s*[(:]\s*\d+\)?\W*$|have\s+your\s+say\W*$",
    re.IGNORECASE,
)
"""The line under which readers have their say."""
_AGO = r"\d+\s+(?:min(?:ute)?s?|hours?|days?|weeks?)\s+ago|yesterday|today|the\s+night\s+of"
_MOMENT = rf"(?:{WEEKDAY}|{DATE}|{_CLOCK}|{_ZONE}|\bat\b|\bon\b|hours|hrs|{_AGO})"
_MOMENTS = rf"{_MOMENT}(?:[\s,،，|·•/@()–—-]+{_MOMENT})*"
TIMESTAMP = re.compile(
    rf"[(\[]?(?:(?:{_any(_WORDS.timestamp_labels)})\s*[:,|–-]?\s+)?{_MOMENTS}[\s|·)\].]*$", re.IGNORECASE
)
TIMED = re.compile(r"\d|\bago\b|yesterday|today", re.IGNORECASE)
LEADING_DATE = re.compile(rf"(?:{WEEKDAY},?\s+)?(?:{DATE})\W*", re.IGNORECASE)
_ON_THE_WIRE = rf"(?:(?:{_AGENCY})\b\s*)?"
OPENING_STAMP = re.compile(
    rf"{_ON_THE_WIRE}(?i:(?:(?:{_any(_WORDS.timestamp_labels)})\s*[:,|–-]?\s+)?(?:{WEEKDAY},?\s+)?(?:{FULL_DATE}))"
    rf"(?:[\s,|@–—-]+(?i:at\s+)?(?i:{_CLOCK})(?:\s*{_ZONE})?)?(?:\s*[|/–—:-]+\s*|\s+){_ON_THE_WIRE}(?=[\"“‘(]?[A-Z0-9])"
    rf"(?!{_ZONE}\W*$)"
)
"""Agency, date and clock run together with the first sentence that they stood above."""

_PLACE = r"[A-ZÀ-ÖØ-Þ][\w'’.-]*(?:[ -][A-ZÀ-ÖØ-Þa-z][\w'’.-]*){0,3}"
DATELINE = re.compile(
    rf"{_PLACE}(?:\s*[,|/]\s*{_PLACE}){{0,2}}(?:\s*[,|]\s*(?i:{_MOMENTS}))(?:\s*\([^()]{{2,40}}\))?\s*[-–—:.]*$"
    rf"|[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’. -]{{1,30}}(?:,\s+{_PLACE})?(?:\s*\([^()]{{2,40}}\))?\s*[-–—_]+$"
)
