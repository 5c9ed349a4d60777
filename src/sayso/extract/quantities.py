"""Quantities: numbers with their bounds, on the noun that they count. Conventions are data (`numbers.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from sayso.codebook import NumberWords, load_codebook
from sayso.extract.reading import Reading
from sayso.records import Span
from sayso.records.claims import Modifier

DIGITS = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
LOOSE = r"[\s\u00a0]+[\"“'‘]?"
NOT_BEFORE = r"(?<![\w.,:$€£¥/#№-])"
MONEY = re.compile(r"(?:[$€£¥₦₹]|US\$|USD|EUR|Rs\.?|N|SDG|LBP|UAH)\s?$")


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """A number in the text. first, last: its tokens (bounds included); number: the token that carries it; percent: a share."""

    span: Span
    first: int
    last: int
    number: int
    low: float | None = None
    best: float | None = None
    high: float | None = None
    modifier: Modifier = "exactly"
    percent: bool = False


class Bounds(NamedTuple):
    """low, best, high."""

    low: float | None = None
    best: float | None = None
    high: float | None = None


def _alternatives(words: Sequence[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"[\s-]+") for w in sorted(words, key=len, reverse=True))


@cache
def _pattern() -> re.Pattern[str]:
    """One expression for all: [bound] number [to number] [scale] [percent] [bound]."""
    words = load_codebook().numbers
    count = _alternatives([w for w in words.units if w not in ("a", "an", "no", "none", "nobody", "no one", "single", "both", "zero", "one")] + ["one", "zero"])
    scale = _alternatives([s for s in words.scales if len(s) > 2])
    spelled = rf"(?:(?:{count}|an?[\s-]+(?:{scale}))(?:[\s-]+(?:and[\s-]+)?(?:{count}|{scale}))*)"
    number = rf"(?:{DIGITS})(?:[\s\u00a0]?(?:{scale}|k|m|bn|mn)\b)?|\b{spelled}\b"
    vague = _alternatives(list(words.vague))
    before = _alternatives([w for w in words.before if w[0].isalpha()])
    after = _alternatives([w for w in words.after if w[0].isalpha()])
    return re.compile(
        rf"(?:\b(?P<before>(?:{before})(?:[\s]+(?:{before}))?)[\"”'’]?{LOOSE})?"
        rf"(?:(?P<vague>\b(?:{vague})\b)|(?P<between>\bbetween{LOOSE})?{NOT_BEFORE}(?P<one>{number})"
        rf"(?:(?:[\s]*(?P<dash>[-–—])[\s]*|{LOOSE}(?P<to>to|and|or){LOOSE})(?P<two>{number}))?)"
        rf"(?P<percent>[\s\u00a0]?(?:%|per[\s-]?cent\b))?(?:[\s-]+(?P<after>{after})\b)?(?![\w/]|[.,:]\d)",
        re.IGNORECASE,
    )


def find_quantities(reading: Reading, *, taken: frozenset[int] = frozenset()) -> tuple[Quantity, ...]:
    """Every quantity of the report outside the tokens of times (`taken`), in order."""
    found = []
    for start, end in _worth_a_look(reading):
        for match in _pattern().finditer(reading.text, start, end):
            quantity = _quantity(reading, match)
            if quantity is not None and quantity.number not in taken:
                found.append(quantity)
    return (*found, *_zeros(reading))


@cache
def _number_words() -> frozenset[str]:
    words = load_codebook().numbers
    phrases = (*words.units, *words.scales, *words.vague)
    return frozenset(part for phrase in phrases for part in phrase.split()) - {"a", "an", "no", "one", "not", "and", "of", "single", "both", "m", "k"}


def _worth_a_look(reading: Reading) -> Iterator[Span]:
    """The sentences that hold a number or a number word at all."""
    grammar, words = reading.grammar, _number_words()
    for first, after in grammar.sentences:
        if any(grammar.tags[t] == "CD" or grammar.lowers[t] in words for t in range(first, after)):
            yield grammar.starts[first], grammar.ends[after - 1]


def _quantity(reading: Reading, match: re.Match[str]) -> Quantity | None:
    start, end = match.span()
    if MONEY.search(reading.text, max(0, match.start("one") - 4), match.start("one")) if match["one"] else False:
        return None
    core = match.span("vague") if match["vague"] else match.span("two") if _is_range(match) else match.span("one")
    tokens = _tokens(reading, (start, end)), _tokens(reading, core)
    if tokens[0] is None or tokens[1] is None:
        return None
    read = _values(match)
    if read is None:
        return None
    bounds, modifier = read
    if not _is_range(match) and match["two"]:
        end = match.end("one")
    return Quantity(
        span=(start, end), first=tokens[0][0], last=tokens[0][1], number=tokens[1][1], low=bounds.low, best=bounds.best,
        high=bounds.high, modifier=modifier, percent=bool(match["percent"]),
    )  # fmt: skip


def _is_range(match: re.Match[str]) -> bool:
    """"200 to 300", "between 40 and 50", "6-7"; "three and two" are two numbers."""
    if not match["two"]:
        return False
    return bool(match["between"]) or match["to"] != "and" if match["to"] else True


def _tokens(reading: Reading, span: Span) -> tuple[int, int] | None:
    grammar = reading.grammar
    first = next((t for s in range(span[0], span[1]) if (t := reading.token_starting.get(s)) is not None), None)
    if first is None:
        return None
    last = first
    while last + 1 < len(grammar) and grammar.ends[last] < span[1]:
        last += 1
    return first, last


def _values(match: re.Match[str]) -> tuple[Bounds, Modifier] | None:
    words = load_codebook().numbers
    bound = _bound(match, words)
    if match["vague"]:
        floor = float(words.vague[_plain(match["vague"])])
        return Bounds(low=floor), "vague" if bound in (None, "about", "exactly") else bound
    one = number_of(match["one"], words)
    two = number_of(match["two"], words) if _is_range(match) and match["two"] else None
    if one is None:
        return None
    if two is not None and one < two >= 100 and one < 100 and not match["one"].isdigit() and not match["two"].isdigit():
        one *= two / (first_digit(two) or 1)
    if two is not None and two > one:
        return Bounds(low=one, high=two), bound or "about"
    return bounded(one, bound or "exactly"), bound or "exactly"


def first_digit(value: float) -> int:
    """The leading digit: what "two to three hundred" shares with its scale."""
    return int(str(int(value))[0])


def _bound(match: re.Match[str], words: NumberWords) -> Modifier | None:
    before = _plain(match["before"] or "")
    if before:
        if before in words.before:
            return words.before[before]
        return next((words.before[w] for w in (before.split(" ", 1)[0], *_tails(before)) if w in words.before), None)
    after = _plain(match["after"] or "")
    return words.after.get(after)


def _tails(phrase: str) -> Iterator[str]:
    parts = phrase.split()
    for size in range(len(parts), 0, -1):
        yield " ".join(parts[:size])
        yield " ".join(parts[-size:])


def _plain(phrase: str) -> str:
    return " ".join(phrase.lower().replace("-", " ").split())


def bounded(value: float, modifier: Modifier) -> Bounds:
    """A number under its bound: the counting conventions of the record contract."""
    if modifier in ("at_least", "more_than"):
        return Bounds(low=value)
    if modifier in ("at_most", "up_to", "fewer_than"):
        return Bounds(high=value)
    if modifier == "nearly":
        return Bounds(best=value, high=value)
    return Bounds(best=value)


def number_of(phrase: str, words: NumberWords) -> float | None:
    """"1,000", "2.5 million", "twenty-three", "a hundred and ten" -> the number; None where it is none."""
    total = current = 0.0
    seen = False
    for part in re.findall(rf"{DIGITS}|[a-z]+", phrase.lower()):
        if part in ("and",):
            continue
        if part[0].isdigit():
            current, seen = current + float(re.sub(r"[,\u00a0\u202f]", "", part)), True
        elif part in words.scales and (seen or part == "dozen"):
            current = (current or 1) * words.scales[part]
            if words.scales[part] >= 1000:
                total, current = total + current, 0.0
        elif part in words.units:
            current, seen = current + words.units[part], True
        elif part in words.scales:
            current, seen = float(words.scales[part]), True
        else:
            return None
    return total + current if seen else None


def _zeros(reading: Reading) -> Iterator[Quantity]:
    """"No civilians", "nobody", "no one", "none": zero, where they stand before or as a noun of people."""
    grammar = reading.grammar
    for token, lower in enumerate(grammar.lowers):
        if lower == "no" and grammar.deps[token] in ("det", "neg") and reading.is_a(grammar.heads[token], "person", "civilian", "fighter"):
            yield _zero(reading, token)
        elif lower in ("nobody", "none") and grammar.deps[token] in ("nsubj", "nsubjpass", "dobj"):
            yield _zero(reading, token)
        elif lower == "one" and token and grammar.lowers[token - 1] == "no":
            yield _zero(reading, token)


def _zero(reading: Reading, token: int) -> Quantity:
    return Quantity(span=reading.span(token, token), first=token, last=token, number=token, best=0.0)
