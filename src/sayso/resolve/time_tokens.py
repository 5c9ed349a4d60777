"""Text -> classes of tokens, one character each: what the forms of time expressions are matched on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

import msgspec

from sayso.codebook.times import TimeWords, load_holidays, load_times
from sayso.errors import CodebookError

MARKS = {
    **dict.fromkeys(",،，", "COMMA"), ".": "DOT", "-": "DASH", "–": "DASH", "—": "MARK", "‑": "DASH", "/": "SLASH",
    "'s": "POSS", "’s": "POSS", **dict.fromkeys(")]:;!?\"”|(", "CLOSE"),
}  # fmt: skip
NUMBER_CLASSES = ("D", "YY", "N", "Y", "ORDNUM", "DECADE", "ISO", "NUMERIC", "MONEY", "OTHERNUMBER")
PLAIN_CLASSES = (
    "OTHER",
    "REST",
    "BREAK",
    "HOLIDAY",
    "DAYWORD",
    "DECADEWORD",
    "SEASON",
    "SEASONW",
    "SEASONNOUN",
    "PART",
    "EDGE",
)
MONTH_CLASSES = ("MONTH", "MONTHN", "MONTHW", "MONTHUP", "MONTHLOW", "MSHORT", "WEEKDAY", "WDSHORT")
FIRST_YEAR, LAST_YEAR = 1800, 2100
YEAR_FOLLOWS = ("IN", "SINCE", "DURING", "THROUGHOUT")

_PIECE = re.compile(
    r"[ \t\r]*\n[ \t\r]*\n\s*"
    r"|\s*(?:[Qq][1-4]\b|[^\W\d_]+"
    r"|\d{4}-\d\d-\d\d(?:T\d\d:?\d\d(?::?\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\w)"
    r"|\d\d?/\d\d?/(?:\d{4}|\d\d)(?![\w/])|\d\d?\.\d\d?\.(?:\d{4}|\d\d)(?![\w.])|\d\d?-\d\d?-\d{4}(?!\w)|\d{4}/\d\d?/\d\d?(?!\w)"
    r"|['’]s\b|['’]?\d0['’]?s\b|\d{3}0['’]?s\b|\d\d?(?:st|nd|rd|th|ST|ND|RD|TH)\b"
    r"|[$€£]\s?\d[\d.,]*"
    r"|\d+(?:[.,:]\d+)*%?"
    r"|\S)"
)
MEMORY = 100_000


class Tokens(msgspec.Struct, frozen=True):
    """A text as tokens, only white space between them: in `classes` one character a token, in `ends` its end."""

    text: str
    classes: str
    ends: list[int]

    def start(self, token: int) -> int:
        """Where a token starts, the white space before it left out."""
        before = self.ends[token - 1] if token else 0
        return self.ends[token] - len(self.text[before : self.ends[token]].lstrip())

    def word(self, token: int) -> str:
        """The token as printed; nothing beyond the ends of the text."""
        return self.text[self.start(token) : self.ends[token]] if 0 <= token < len(self.ends) else ""

    def name(self, token: int) -> str:
        """The class of a token; BREAK beyond the ends of the text."""
        return class_names()[self.classes[token]] if 0 <= token < len(self.classes) else "BREAK"


def _cases(word: str) -> tuple[str, ...]:
    return word, word[:1].upper() + word[1:], word.upper()


def _month_entries(words: TimeWords) -> Iterator[tuple[str, str]]:
    for month in words.months:
        for short in month.short:
            yield from ((form, "MSHORT") for form in _cases(short)[1:])
        for name in month.names:
            lower, capital, upper = _cases(name)
            if name in words.months_also_words:
                yield from ((lower, "MONTHLOW"), (capital, "MONTHW"), (upper, "MONTHUP"))
            elif name in words.months_also_names:
                yield from ((lower, "MONTHLOW"), (capital, "MONTHN"), (upper, "MONTHN"))
            else:
                yield from ((form, "MONTH") for form in (lower, capital, upper))


def _class_words(words: TimeWords) -> Iterator[tuple[str, str]]:
    for name, listed in words.words.items():
        yield from ((word, name) for word in listed)
    for name, shift in words.shifts.items():
        yield from ((word, name) for word in shift.words)
    for unit in words.units.values():
        yield from ((word, f"U{word.upper()}") for word in (unit.one, unit.many))
    for name, values in words.numbers.items():
        yield from ((word, name) for word in values)
    yield from ((word, word.upper()) for listed in words.openings.values() for word in listed)
    for part in words.parts.values():
        yield from ((word, "PART") for word in part.words)
        yield from ((word, "EDGE") for word in part.edges)
    yield from ((word, "DAYWORD") for word in words.days)
    yield from ((word, "DECADEWORD") for word in words.decades)
    yield from ((word, "SEASONNOUN") for word in words.season_nouns)
    for word in (word for season in words.seasons.values() for word in season):
        yield word, "SEASONW" if word in words.seasons_also_words else "SEASON"


def _entries(words: TimeWords) -> Iterator[tuple[str, str]]:
    yield from _month_entries(words)
    for weekday in words.weekdays:
        yield from ((form, "WEEKDAY") for name in weekday.names for form in _cases(name))
        yield from ((form, "WDSHORT") for short in weekday.short for form in _cases(short)[1:])
    yield from ((form, name) for word, name in _class_words(words) for form in dict.fromkeys(_cases(word)))
    yield from MARKS.items()


@cache
def _class_of_word() -> dict[str, str]:
    known: dict[str, str] = {}
    for word, name in _entries(load_times()):
        if known.setdefault(word, name) != name:
            raise CodebookError("times.yaml", f"{word!r} is both {known[word]} and {name}")
    return known


@cache
def class_letters() -> dict[str, str]:
    """Each class and the character that stands for it."""
    names = (*NUMBER_CLASSES, *PLAIN_CLASSES, *MONTH_CLASSES, *_class_of_word().values())
    return {name: chr(0x100 + number) for number, name in enumerate(dict.fromkeys(names))}


@cache
def class_names() -> dict[str, str]:
    """Each class character and its class."""
    return {letter: name for name, letter in class_letters().items()}


@cache
def _holiday_words() -> re.Pattern[str]:
    names = sorted(
        (form for entry in load_holidays() for name in entry.names for form in (name, name.upper())), key=len
    )
    pattern = "|".join(re.escape(name).replace("'", "['’]").replace(r"\ ", r"\s+") for name in reversed(names))
    return re.compile(rf"(?:{pattern})(?!\w)")


def _number_class(word: str) -> str:
    if word.isdecimal():
        return _integer_class(word)
    if word[0] in "$€£":
        return "MONEY"
    if word[-1] in "sS":
        return "DECADE"
    if word[-1].isalpha() and word[-2:].lower() in ("st", "nd", "rd", "th"):
        return "ORDNUM"
    if len(word) >= 10 and word[4:5] == "-":
        return "ISO"
    return "NUMERIC" if word.count("/") == 2 or word.count(".") == 2 or word.count("-") == 2 else "OTHERNUMBER"


def _integer_class(word: str) -> str:
    if len(word) > 4:
        return "OTHERNUMBER"
    value = int(word)
    if len(word) <= 2:
        return "D" if 1 <= value <= 31 else "YY" if value else "N"
    if len(word) == 4:
        return "Y" if FIRST_YEAR <= value <= LAST_YEAR else "OTHERNUMBER"
    return "N" if len(word) == 3 else "OTHERNUMBER"


class _Letters(dict[str, str]):
    """Class characters of pieces of text (a token with the space before it), remembered up to `MEMORY` of them."""

    def __missing__(self, piece: str) -> str:
        if len(self) > MEMORY:
            self.clear()
        letter = self[piece] = _letter(piece.lstrip())
        return letter


_letters = _Letters()


def _letter(word: str) -> str:
    letters, known = class_letters(), _class_of_word().get(word)
    if known:
        return letters[known]
    if word[:1].isdecimal() or (len(word) > 1 and word[0] in "$€£'’"):
        return letters[_number_class(word)]
    return letters["OTHER" if word else "BREAK"]


def _mark_holidays(tokens: Tokens) -> Tokens:
    classes, text = class_letters(), tokens.text
    letters = list(tokens.classes)
    for found in _holiday_words().finditer(text):
        if text[found.start() - 1 : found.start()].isalnum():
            continue
        first = bisect_left(tokens.ends, found.start() + 1)
        last = bisect_left(tokens.ends, found.end())
        letters[first : last + 1] = [classes["HOLIDAY"], *[classes["REST"]] * (last - first)]
    return Tokens(text, "".join(letters), tokens.ends)


@cache
def _crowd_after_year() -> re.Pattern[str]:
    letters = class_letters()
    before = "".join(letters[name] for name in (*YEAR_FOLLOWS, *MONTH_CLASSES[:-2]))
    edge = letters["EDGE"] + letters["OF"]
    return re.compile(rf"(?:(?<=[{before}])|(?<={edge})){letters['Y']}{letters['PEOPLE']}")


def _mark_crowds(tokens: Tokens) -> Tokens:
    """ "In 2015 rebels took the town": behind a year of our times stands who acted in it, and no number of them."""
    letters = list(tokens.classes)
    for found in _crowd_after_year().finditer(tokens.classes):
        year = int(tokens.word(found.start()))
        if is_year_of_our_times(year) and tokens.word(found.start() + 1).lower() in load_times().crowds:
            letters[found.start() + 1] = class_letters()["OTHER"]
    return Tokens(tokens.text, "".join(letters), tokens.ends)


def is_year_of_our_times(year: int) -> bool:
    """Whether a four-digit number behind "in" is rather a year than an amount: 1950 to 2049, but not 2000."""
    return 1950 <= year < 2050 and year % 100 != 0


def tokenize(text: str) -> Tokens:
    """Text in, its tokens and their classes out; one pass."""
    pieces = _PIECE.findall(text)
    classes = "".join(map(_letters.__getitem__, pieces))
    tokens = _mark_holidays(Tokens(text, classes, list(accumulate(map(len, pieces)))))
    return _mark_crowds(tokens) if _crowd_after_year().search(tokens.classes) else tokens
