"""What the words of one form of time expression say: months, days, years, counts, sorted by what they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from sayso.codebook.times import load_holidays, load_times
from sayso.resolve.time_forms import Found
from sayso.resolve.time_tokens import Tokens
from sayso.resolve.time_values import Part

CENTURY = 100
MONTH_CLASSES = ("MONTH", "MONTHN", "MONTHW", "MONTHUP", "MONTHLOW", "MSHORT")


class Read:
    """What the tokens of one form say, sorted by what they are."""

    def __init__(self, tokens: Tokens, found: Found) -> None:
        self.tokens, self.found = tokens, found
        self.names = [tokens.name(token) for token in range(found.first, found.last + 1)]
        self.words: dict[str, list[str]] = defaultdict(list)
        for token, name in enumerate(self.names, found.first):
            self.words[name].append(tokens.word(token).lower())

    def __contains__(self, name: str) -> bool:
        return name in self.words

    def of(self, *names: str) -> list[str]:
        """The words of these classes, in order of class."""
        return [word for name in names for word in self.words.get(name, ())]

    def in_order(self, *names: str) -> Iterator[tuple[str, str]]:
        """Class and word of the tokens of these classes, in order of the text."""
        for token, name in enumerate(self.names, self.found.first):
            if name in names:
                yield name, self.tokens.word(token).lower()

    @property
    def months(self) -> list[int]:
        return [month_numbers()[word] for _, word in self.in_order(*MONTH_CLASSES)]

    @property
    def days(self) -> list[int]:
        named = load_times().numbers["ORDWORD"]
        return [
            named[word] if name == "ORDWORD" else int(word.rstrip("stndrh"))
            for name, word in self.in_order("D", "ORDNUM", "ORDWORD")
        ]

    @property
    def year(self) -> int | None:
        if years := self.of("Y"):
            return int(years[-1])
        if two_digits := self.of("YY"):
            return 1900 + int(two_digits[-1])
        return self._worded_year()

    def _worded_year(self) -> int | None:
        numbers = load_times().numbers
        if "TEENS" not in self or "TENS" not in self:
            return None
        ones = self.of("ONES")
        return (
            CENTURY * numbers["TEENS"][self.of("TEENS")[0]]
            + numbers["TENS"][self.of("TENS")[0]]
            + (numbers["ONES"][ones[0]] if ones else 0)
        )

    @property
    def weekday(self) -> int | None:
        named = self.of("WEEKDAY", "WDSHORT")
        return weekday_numbers()[named[0]] if named else None

    @property
    def unit(self) -> str | None:
        return next((unit_of_class()[name] for name in self.names if name in unit_of_class()), None)

    @property
    def part(self) -> Part | None:
        words = self.of("PART", "EDGE")
        return part_of_word().get(words[0]) if words else None

    @property
    def count(self) -> int | None:
        numbers = load_times().numbers
        if "VAGUE" in self:
            return 2 if "couple" in self.words["VAGUE"] else None
        total = [int(word) for word in self.of("D", "YY", "N")]
        total += [numbers[name][word] for name in ("TENS", "TEENS", "ONES") for word in self.of(name)]
        return sum(total) if total else 1

    @property
    def shift(self) -> dict:
        """`steps` and `anchor` of words such as "last"; a "same" or "past" beside another one adds nothing."""
        shifts = load_times().shifts
        named = [name for name in self.names if name in shifts]
        chosen = next((name for name in named if name not in ("SAME", "THIS")), named[0] if named else None)
        return {"steps": shifts[chosen].steps, "anchor": shifts[chosen].anchor} if chosen else {}

    def next_name(self) -> str:
        return self.tokens.name(self.found.last + 1)

    def previous_name(self, back: int = 1) -> str:
        return self.tokens.name(self.found.first - back)


@cache
def month_numbers() -> dict[str, int]:
    """Month names and their short forms, in lower case, to 1 to 12."""
    return {name: month.number for month in load_times().months for name in (*month.names, *month.short)}


@cache
def weekday_numbers() -> dict[str, int]:
    """Weekday names and their short forms, in lower case, to 0 (Monday) to 6."""
    return {name: day.number for day in load_times().weekdays for name in (*day.names, *day.short)}


@cache
def unit_of_class() -> dict[str, str]:
    """Classes of units, singular and plural, to the unit."""
    return {f"U{word.upper()}": unit for unit, words in load_times().units.items() for word in (words.one, words.many)}


@cache
def part_of_word() -> dict[str, Part]:
    """Words for a third of a month or a year to the third."""
    parts = load_times().parts.items()
    return {word: part for part, words in parts for word in (*words.words, *words.edges)}  # type: ignore[misc]


@cache
def season_of_word() -> dict[str, str]:
    """Words for a season to the season."""
    return {word: season for season, words in load_times().seasons.items() for word in words}


@cache
def holiday_of_name() -> dict[str, str]:
    """Names of holidays in lower case to the first name of each."""
    return {name.lower(): entry.names[0] for entry in load_holidays() for name in entry.names}
