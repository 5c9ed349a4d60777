"""What goes to the model by itself: a desk's slug in front of a headline ("UPDATE 2-", "(LEAD)", "Breaking:"), what
stands behind its last dash or colon ("- police"), the label of a digest's entry in front of its first sentence
("Homs: ...", "Monguno LGA – 8 Jan: ..."), and each of the statements that a semicolon parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sayso.codebook import load_layout

_DAY = r"\d{1,2}(?:[-–]\d{1,2})? [A-Z][a-z]+\.?(?: \d{4})?|[A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?"
_NAME = r"(?:(?:al|an|ar|as|ash|at|az|el|ad|ed|er|es|ez|ul|ur|us)-)?[A-Z][\w.'’]*(?:[-/][\w'’]+)*"
_BETWEEN = r"(?:al|as|ash|el|de|del|da|do|du|la|of|the|and|&)"
_NAMES = rf"{_NAME}(?: (?:{_BETWEEN} )?{_NAME}){{0,3}}"
LABEL = re.compile(
    rf"(?P<name>{_NAMES}(?:, {_NAMES}){{0,2}})(?: \([A-Z][^)\n]{{1,30}}\))?(?P<day>,? ?[-–—(,] ?(?:{_DAY})\)?)?"
    r"(?P<sign>: | ?[–—] | -{1,2} )(?=[\w(])(?!(?:who|what|why|how|where|when)\b)"
)
TAIL = re.compile(r"(?P<sign>(?<=\s)[-–—]{1,2} ?|(?<=\w): )(?P<who>[\w.'’&]+(?: [\w.'’&-]+){0,3})\s*$")
"""The last dash or colon of a headline, with the few words behind it."""
PLACED = frozenset(("in", "from", "at", "on", "to", "as", "with", "after", "over", "near", "amid", "by", "not", "is"))
"""Words of what is told behind a dash; no speaker's name has them."""
LONGEST_LINE = 200
"""Code points of a line that may be a headline."""
DASHED = re.compile(r"[A-Z0-9]")
ASIDE = re.compile(r"[^.\n]{0,200}? [-–—]{1,2} ")
PARTED = re.compile(r"; (?!(?:and|or|including|among|with|which|who|whose|plus|as well)\b)")
ITEM = re.compile(
    r"(?:at least |about |some |nearly |another )?(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|a|an) )"
)
"""How an item of a list opens that a colon has opened: "254 dead: 92 villagers; 138 soldiers"."""
SHORTEST_PART = 25
"""Code points of a statement that stands by itself beside a semicolon; shorter is an item of a list."""
MOST_DASHED = 3
"""Words of a label that ends in a dash: what is longer is a sentence with an aside."""


@cache
def _speaking() -> frozenset[str]:
    return frozenset(load_layout().speakers)


@cache
def _slug() -> re.Pattern[str]:
    """One or more of a desk's words, each parted by a hyphen or a colon from what it is put on, or within brackets."""
    words = "|".join(re.escape(word) for word in sorted(load_layout().slugs, key=len, reverse=True))
    upper, nth = words.upper(), r"\d{1,2}(?:st|nd|rd|th|ST|ND|RD|TH) "
    printed = rf"(?:{nth})?(?:{upper})(?: \(?(?:\d{{1,2}}|OFFICIAL)\)?)?(?: ?[-–—] ?|: ?)"
    said = rf"(?i:(?:{nth})?(?:{words})(?: \d{{1,2}})?): (?=[^a-z\s])"
    live = r"(?:[A-Z][\w'’-]+(?:[ -][\w'’-]+){0,4},? )(?i:live(?: updates?| blog)?): (?=[^a-z\s])"
    return re.compile(rf"(?:{live}|{printed}|{said}|\((?i:(?:{nth})?(?:{words}))\) |{nth}(?:LEAD|LD|ROUNDUP|UPDATE) )+")


def slug_end(text: str, start: int, end: int) -> int:
    """Where the slug ends that a desk has put in front of a headline; the start where there is none."""
    match = _slug().match(text, start, end)
    return start if match is None or match.end() >= end else match.end()


def tail_sign(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the dash or colon stands behind which a headline names, in few words, whose word it is; None where it has
    none."""
    if end - start > LONGEST_LINE or text[start:end].rstrip()[-1:] in ".?!":
        return None
    match = TAIL.search(text[start:end])
    if match is None or match.start() == 0 or not PLACED.isdisjoint(match["who"].lower().split()):
        return None
    return start + match.start(), start + match.end("sign")


def label_end(text: str, start: int, end: int) -> int:
    """Where the label at the start of a block ends; the start where there is none."""
    match = LABEL.match(text, start, end)
    if match is None or match.end() >= end or not _names_a_subject(text, match):
        return start
    if match["sign"].strip() != ":" and not _parts(text, match, end):
        return start
    return match.end()


def _names_a_subject(text: str, match: re.Match[str]) -> bool:
    words = match["name"].replace(",", " ").split()
    acronym = len(words) == 1 and words[0].isupper() and f"({words[0]})" in text
    return not acronym and _speaking().isdisjoint(word.lower().strip(".") for word in words)


def _parts(text: str, match: re.Match[str], end: int) -> bool:
    """Whether the dash ends a label, and opens no aside."""
    short = len(match["name"].split()) <= MOST_DASHED
    return short and DASHED.match(text, match.end()) is not None and ASIDE.match(text, match.end(), end) is None


def statements(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between semicolons that are statements; within brackets and quotation marks nothing is parted."""
    at = start
    for match in PARTED.finditer(text, start + SHORTEST_PART, max(start, end - SHORTEST_PART)):
        before = text[at : match.end()]
        if ":" in before and ITEM.match(text, match.end()):
            continue
        if match.end() - at >= SHORTEST_PART and _is_closed(before):
            yield at, match.end()
            at = match.end()
    yield at, end


def _is_closed(text: str) -> bool:
    pairs = ("()", "[]", "“”")
    return text.count('"') % 2 == 0 and all(text.count(a) == text.count(b) for a, b in pairs)
