"""The capitalised runs of a text: where a place name may stand, and what stands around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import cache, cached_property

from sayso.codebook.places import PlaceWords, load_place_words
from sayso.parse import Grammar, is_title
from sayso.records.spans import Span

Run = tuple[int, int]
"""First and last token, both included."""
BRIDGES = frozenset({"of", "and", "the", "&"})
HYPHENS = frozenset("-–‐‑")
ROADS = frozenset(("road", "highway", "motorway", "axis", "route"))
CASELESS_SHARE = 0.01
SHOUTED_SHARE = 0.6
"""Shares of capitalised tokens below and above which capitals tell no names."""
MARKS_AND_ARTICLES = frozenset("‘'ʿʻdl")
"""How a word may open that opens a name: "‘Ain", "d'Ivoire", "l'Aigle"."""
TITLES = frozenset(("headline", "heading"))


class _Lowers(dict[int, str]):
    """Token -> its word in lower case; empty outside the text."""

    def __missing__(self, token: int) -> str:
        return ""


class Words:
    """A grammar's tokens, seen for names. `capital`: one flag a token; `masked`: tokens inside the names of others;
    `lower`: a token's word in lower case, empty outside the text."""

    def __init__(self, grammar: Grammar, masked: tuple[Span, ...]) -> None:
        self.grammar = grammar
        self.lower: Callable[[int], str] = _Lowers(enumerate(grammar.lowers)).__getitem__
        self.book = load_place_words()
        self.masked = _masked(grammar, masked)
        self._mask_operations()
        capitals = [
            i
            for i, word in enumerate(grammar.words)
            if word[0].isupper() or (word[0] in MARKS_AND_ARTICLES and _opens_with_mark(word))
        ]
        self.caseless = len(capitals) < CASELESS_SHARE * len(grammar.words)
        self.shouted = len(capitals) > SHOUTED_SHARE * len(grammar.words)
        self.capital = bytearray(len(grammar.words))
        for i in self._proper() if self.caseless else capitals:
            self.capital[i] = grammar.lowers[i] not in self.book.function_words or self._is_the_state(i)
        for i in self._raised_by_a_title():
            self.capital[i] = False
        self.never = never_names(self.book)
        self.small = {low for low, word in zip(grammar.lowers, grammar.words, strict=True) if word[0].islower()}

    def _mask_operations(self) -> None:
        """ "Operation Volcano of Anger": what soldiers call a campaign is no place."""
        words, lowers, at = self.grammar.words, self.grammar.lowers, -1
        for _ in range(lowers.count("operation")):
            at = last = lowers.index("operation", at + 1)
            while last + 1 < len(words) and (words[last + 1][0].isupper() or self._goes_on(last + 1)):
                last += 1
            if words[at][0].isupper() and last > at:
                self.masked[at : last + 1] = b"\1" * (last + 1 - at)

    def _goes_on(self, token: int) -> bool:
        after = self.grammar.words[token + 1 : token + 2]
        return self.grammar.lowers[token] in ("of", "the", "-", '"', "“") and bool(after) and after[0][0].isupper()

    @cached_property
    def road_ends(self) -> frozenset[str]:
        """The names that roads are called by: both of "the Elwak-Kotulo road"."""
        lowers, words = self.grammar.lowers, self.grammar.words
        joints = [i for i in range(1, len(words) - 2) if lowers[i] in HYPHENS and lowers[i + 2] in ROADS]
        return frozenset(words[i + k] for i in joints for k in (-1, 1) if self.capital[i + k])

    def _proper(self) -> list[int]:
        tags, lowers, book = self.grammar.tags, self.grammar.lowers, self.book
        return [
            i
            for i, tag in enumerate(tags)
            if tag[:2] in ("NN", "JJ", "FW") and (tag[:3] == "NNP" or (i and lowers[i - 1] in book.strong_prepositions))
        ]

    def _raised_by_a_title(self) -> Iterator[int]:
        """ "Rebels Say They Control Key Trade Town": capitals that a headline gives to every word and no name has."""
        grammar = self.grammar
        for number, (first, after) in enumerate(grammar.sentences):
            block = grammar.blocks[grammar.block_of[number]] if grammar.blocks else None
            words = grammar.words[first:after]
            if block is None or block.kind not in TITLES or not is_title(words):
                continue
            yield from (
                i for i in range(first, after) if grammar.tags[i][:3] != "NNP" and not grammar.words[i].isupper()
            )

    def _is_the_state(self, token: int) -> bool:
        """ "US" where it is no shouted "us"."""
        tags, words = self.grammar.tags, self.grammar.words
        beside = [words[t] for t in (token - 1, token + 1) if 0 <= t < len(words) and words[t].isalpha()]
        return words[token] == "US" and tags[token][:3] == "NNP" and not all(word.isupper() for word in beside)

    def runs(self) -> list[Run]:
        """The maximal runs of capitalised words with what may stand inside a name, left to right."""
        found: list[Run] = []
        i, capital = 0, self.capital
        while (i := capital.find(1, i)) >= 0:
            last = self._run_end(i)
            found.append((i, last))
            i = last + 1
        return found

    def _run_end(self, first: int) -> int:
        last, grammar = first, self.grammar
        end = grammar.sentences[grammar.sentence_of[first]][1]
        while (after := self.next_in_name(last, end)) is not None:
            last = after
        return last

    def next_in_name(self, token: int, end: int) -> int | None:
        """The next capitalised token of the same name: the next one, or past a hyphen or small inner words ("Deir
        ez-Zor").
        """
        i, lowers = token + 1, self.grammar.lowers
        while i < end and (lowers[i] in HYPHENS or lowers[i] in self.book.inner_words) and not self.capital[i]:
            i += 1
        if i >= end or i > token + 4 or not self.capital[i]:
            return None
        if i == token + 1 or self.capital[token]:
            return None if lowers[i] in self.book.months_and_days or lowers[token] in self.book.months_and_days else i
        return None

    def before(self, token: int, *, skip: int = 3) -> int | None:
        """The word that governs a name from the left, past articles, directions and adjectives of the same sentence."""
        grammar = self.grammar
        first, i = grammar.sentences[grammar.sentence_of[token]][0], token - 1
        while i >= first and i >= token - skip and self._is_light(i):
            i -= 1
        return i if i >= first else None

    def _is_light(self, i: int) -> bool:
        tag, low = self.grammar.tags[i], self.grammar.lowers[i]
        return tag in ("DT", "JJ", "PRP$", "JJS") or low in self.book.directions or low in HYPHENS

    def follows_closely(self, token: int) -> bool:
        """Whether a token stands right behind the one before it, in the same sentence."""
        of = self.grammar.sentence_of
        return 0 < token < len(of) and of[token] == of[token - 1]


def _opens_with_mark(word: str) -> bool:
    """Whether a name begins behind a mark or an elided article: "‘Ain", "d'Ivoire"."""
    return len(word) > 3 and (word[0] in "‘'ʿʻ" or (word[:2] in ("d'", "d’", "l'", "l’") and word[2].isupper()))


def _masked(grammar: Grammar, spans: tuple[Span, ...]) -> bytearray:
    flags = bytearray(len(grammar.words))
    for start, end in spans:
        first, after = bisect_right(grammar.ends, start), bisect_left(grammar.starts, end)
        flags[first:after] = b"\1" * (after - first)
    return flags


@cache
def never_names(book: PlaceWords) -> frozenset[str]:
    """Single words that are no place's name wherever they stand: kinds of places, offices, institutions, directions."""
    lists = (
        book.settlement_nouns, book.region_nouns, book.district_nouns, book.water_nouns, book.site_nouns, book.titles,
        book.street_nouns, book.numbered_roads, book.institutions, book.abbreviated_titles, book.directions.keys(),
        book.months_and_days, book.never,
    )  # fmt: skip
    return frozenset(word for words in lists for word in words)


@cache
def long_nouns(nouns: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """The nouns of two words or more, by their first word, the longest first ("medical" -> "medical complex", "medical
    center")."""
    known: dict[str, tuple[str, ...]] = {}
    for noun in sorted((noun for noun in nouns if " " in noun), key=lambda noun: (-noun.count(" "), noun)):
        first = noun.split()[0]
        known[first] = (*known.get(first, ()), noun)
    return known


def noun_at(words: Words, token: int, nouns: frozenset[str]) -> int | None:
    """The last token of one of these nouns that begins at a token, or none."""
    low = words.lower(token)
    for noun in long_nouns(nouns).get(low, ()):
        if all(words.lower(token + k) == part for k, part in enumerate(noun.split())):
            return token + noun.count(" ")
    return token if low in nouns else None


def kind_nouns(book: PlaceWords) -> tuple[tuple[str, frozenset[str]], ...]:
    """What a place can be called, with the kind that it makes of it."""
    return (
        ("region", book.region_nouns),
        ("district", book.district_nouns),
        ("town", book.settlement_nouns),
        ("water", book.water_nouns),
    )
