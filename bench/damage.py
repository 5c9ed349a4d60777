"""Ways to damage a document, and texts that nobody would write. All draw from a given lot and from nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

Change = Callable[[str, Random], str]

MARKS = frozenset("\"“”„«»‘’'()[]{}<>")
PARAGRAPH = "\n\n"
LONG_SENTENCE = 3_000
MANY = 100_000
ODD = (
    "\0", "\ud800", "\udfff", "\u202e", "\u2066", "\u200b", "\u200d", "\ufeff", "\u00ad", "\u0301\u0302\u0303", "\ue000",
    "\U0010ffff", "\U0001f480", "👩\u200d👩\u200d👧", "🇸🇾", "السلام عليكم", "Україна", "戦争", "İ", "İSTANBUL", "ß", "ŉ", "ﬁ", "ΐ",
    "ǅ", "ſ", "\u212a", "\t", "\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029", "\u3000",
    "\u00a0", "\u2007", "①", "²", "½", "٣٤", "Ⅻ", "१२", "''", "``", "`", "&amp;", "&#0;", "&#x110000;", "<", "</p>", "…", "—",
    "%", "$", "€", "#", "@", "|", "\\", "...........",
)  # fmt: skip
"""Characters and bits of text that break programs: unseen, of no plane, of another script, of a case that changes
length, digits that are none to `int`, line ends of all kinds, what HTML would read."""
NUMBERS = (
    "0", "7" * 400, "7" * 5_000, "²²", "1,000,000,000", "-3", "1.2.3.4", "12/13/2014", "31 February", "0000", "1e999",
    "999999999 million", "00:00", "5-3", "2017-99-99", "tens of dozens of hundreds", "the 1st of 2nd", "Feb. 29, 2023",
    "year 0", "99999 years ago", "3,,4", "1/0", "half of half", "100 of 0", "from 90 to 10", "the 0s", "0 or 1",
)  # fmt: skip


class Damage(NamedTuple):
    """A way to damage a text. whole: all that it said is still there, so something must be found in it."""

    name: str
    change: Change
    whole: bool


def cut(text: str, lot: Random) -> str:
    """A stretch of the text, from anywhere to anywhere; half of them from the beginning."""
    start = 0 if lot.random() < 0.5 else lot.randrange(len(text) + 1)
    return text[start : lot.randint(start, len(text))]


def without_marks(text: str, lot: Random) -> str:
    """Some of the quotation marks and brackets removed, from few to all."""
    share = lot.choice((0.1, 0.5, 0.9, 1.0))
    return "".join(c for c in text if c not in MARKS or lot.random() > share)


def doubled(text: str, lot: Random) -> str:
    return PARAGRAPH.join(each for part in _paragraphs(text) for each in (part, part))


def shuffled(text: str, lot: Random) -> str:
    parts = _paragraphs(text)
    lot.shuffle(parts)
    return PARAGRAPH.join(parts)


def one_line(text: str, lot: Random) -> str:
    return " ".join(text.split())


def one_word_a_line(text: str, lot: Random) -> str:
    return "\n".join(text.split())


def windows_lines(text: str, lot: Random) -> str:
    return text.replace("\n", "\r\n").replace("  ", "\t")


def one_sentence(text: str, lot: Random) -> str:
    """Sentences without their ends, over and over, to thousands of words."""
    words = re.sub(r"[.!?;:\"“”]+(?=\s|$)", lambda found: lot.choice(("", ",", " and", " that")), text).split()
    return " ".join((words * (1 + LONG_SENTENCE // max(1, len(words))))[:LONG_SENTENCE]) + "."


def odd(text: str, lot: Random) -> str:
    """Odd characters between any two others."""
    return _sown(text, lot, ODD, times=lot.choice((3, 20, 100)))


def more_marks(text: str, lot: Random) -> str:
    return _sown(text, lot, ('"', "“", "”", "'", "‘", "’", "''", '""""""', "«", "(", ")", "[", "]"), times=60)


def more_stops(text: str, lot: Random) -> str:
    return _sown(text, lot, (".", ",", ";", ":", "-", "--", "—", "\n", "\n\n", " ", ", and ", "?", "!", "/"), times=60)


def more_numbers(text: str, lot: Random) -> str:
    return _sown(text, lot, tuple(f" {number} " for number in NUMBERS), times=40)


def swapped(text: str, lot: Random) -> str:
    """Words in another order, so that the parser has nothing to go by."""
    words = text.split(" ")
    for _ in range(len(words) // 4):
        one, other = lot.randrange(len(words)), lot.randrange(len(words))
        words[one], words[other] = words[other], words[one]
    return " ".join(words)


def dropped(text: str, lot: Random) -> str:
    """Words left out, one in five."""
    return " ".join(word for word in text.split(" ") if lot.random() > 0.2)


def _paragraphs(text: str) -> list[str]:
    return [part for part in re.split(r"\n\s*\n", text) if part.strip()]


def _sown(text: str, lot: Random, seeds: tuple[str, ...], *, times: int) -> str:
    places = sorted(lot.randrange(len(text) + 1) for _ in range(times))
    parts, last = [], 0
    for at in places:
        parts += (text[last:at], lot.choice(seeds))
        last = at
    return "".join((*parts, text[last:]))


DAMAGES = (
    Damage("marks removed", without_marks, True),
    Damage("upper case", lambda text, lot: text.upper(), True),
    Damage("lower case", lambda text, lot: text.lower(), True),
    Damage("every paragraph doubled", doubled, True),
    Damage("paragraphs shuffled", shuffled, True),
    Damage("line breaks lost", one_line, True),
    Damage("one word a line", one_word_a_line, False),
    Damage("Windows lines, tabs", windows_lines, True),
    Damage("one endless sentence", one_sentence, False),
    Damage("odd characters", odd, False),
    Damage("marks added", more_marks, False),
    Damage("stops added", more_stops, False),
    Damage("numbers added", more_numbers, False),
    Damage("words swapped", swapped, False),
    Damage("words left out", dropped, False),
)
CUT = Damage("cut", cut, False)


def monsters() -> Iterator[tuple[str, str]]:
    """Name and text of documents that nobody wrote."""
    sentence = "The army said on Monday that at least 40 people were killed in an attack on the town of Bama. "
    yield "one word, over and over", "killed " * MANY
    yield "one name, over and over", "Aleppo " * (MANY // 10)
    yield "one number, over and over", "40 " * (MANY // 10)
    yield "digits", "Some " + "7" * MANY + " people were killed."
    yield "digits with commas", "About " + ",".join(["700"] * 20_000) + " people were killed."
    yield "brackets within brackets", sentence + "(" * 20_000 + "army" + ")" * 20_000
    yield "quotation marks", sentence + '"' * 20_000
    yield "apostrophes", sentence + "'s " * 20_000
    yield "quotations within quotations", "".join(f'The army said "{n} people ' for n in range(3_000))
    yield "one letter", "a" * MANY * 3
    yield "one syllable with hyphens", "anti-" * MANY
    yield "combining marks", sentence + "e" + "\u0301" * MANY
    yield "only marks", "?!,.;:" * 2_000 + " army"
    yield "of the, over and over", "The leader " + "of the brother " * 5_000 + "was killed."
    yield "said that he said", "The army said " + "that the army said " * 5_000 + "that 40 people were killed."
    yield "and, over and over", "Troops " + "and troops " * 10_000 + "were killed."
    yield "capitals", "Abu " + "Bakr " * 10_000 + "was killed."
    yield "one day, over and over", "on Monday, " * 5_000
    yield "number words", "The attack killed " + "two hundred thousand and " * 5_000 + "people."
    yield "links", "https://example.org/" + "a/" * 20_000
    yield "rows of a table", "Aleppo | 40 | 30\n" * 5_000
    yield "bullets", "".join(f"{n % 90}. {sentence}\n" for n in range(300))
    yield "nothing but spaces between", sentence + " " * MANY + sentence
