"""Quantities: numbers with their bounds, and words for none or one. Conventions are data (`numbers.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from sayso.codebook import load_codebook
from sayso.extract.counted.quantities_pattern import NO_SPELLED_NUMBER, quantity_pattern
from sayso.extract.counted.quantities_values import is_range, value_of
from sayso.extract.reading import Reading
from sayso.records import Span
from sayso.records.claims import Modifier

MONEY = re.compile(r"(?:[$€£¥₦₹]|\b(?:US\$|USD|EUR|GBP|Rs\.?|SDG|LBP|UAH))\s?$|(?<![A-Za-z])N$")
COMPOUND = re.compile(r"[-‐‑–](?=\w|\s+(?:or|to|and)\s)")
STRONG = re.compile(r"[-‐‑](?:strong|member|man|person|odd|plus)\b")
IN_BRACKETS = re.compile(r"\(\s*(?:possibly|probably|perhaps|maybe|reportedly|then|now)?\s*$")
NUMBERLESS = frozenset(("and", "of", "not", "m", "k", "or"))
ONE_WORDS = frozenset(("a", "an", "another"))
HARMING = frozenset(
    ("kill", "wound", "injure", "hurt", "shoot", "stab", "maim", "execute", "behead", "abduct", "kidnap", "arrest",
     "detain", "die", "murder", "assassinate")
)  # fmt: skip
"""What is done to "another" who is a human being, since nothing else has it done to it."""
SMALL_WORDS = ONE_WORDS | {"nobody", "none", "no", "both"}
LONGEST_OPENING = 5
"""Tokens from the first word of a bound to its number."""
PEOPLE = ("person", "civilian", "fighter")


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """A number in the text. first, last: its tokens (bounds included); number: the token that carries it.

    percent: a share whose whole is not given; single: no number but "a" or "an"; span: where it stands.
    """

    span: Span
    first: int
    last: int
    number: int
    low: float | None = None
    best: float | None = None
    high: float | None = None
    modifier: Modifier = "exactly"
    percent: bool = False
    single: bool = False


def size_of(quantity: Quantity) -> float:
    """About how many they are: the least, else the number itself, else the most."""
    return quantity.low or quantity.best or quantity.high or 0


def find_quantities(reading: Reading, *, taken: frozenset[int] = frozenset()) -> tuple[Quantity, ...]:
    """Every quantity of the report outside the tokens of times (`taken`), in the order of their numbers."""
    numbers, small = _worth_a_look(reading)
    found = [quantity for quantity in _at_numbers(reading, numbers) if quantity.number not in taken]
    found += [quantity for token in small if (quantity := _without_number(reading, token)) is not None]
    return tuple(sorted(found, key=lambda quantity: quantity.number))


@cache
def _number_words() -> frozenset[str]:
    words = load_codebook().numbers
    phrases = (*words.units, *words.scales, *words.vague, *words.fractions)
    parts = (part for phrase in phrases for part in phrase.replace("-", " ").split())
    return frozenset(parts) - NUMBERLESS - NO_SPELLED_NUMBER - {"one", "the", "most"}


@cache
def _openers() -> frozenset[str]:
    """The first words of bounds and shares: where the phrase of a number may begin before it."""
    words = load_codebook().numbers
    phrases = (*words.before, *words.fractions, "between", "several")
    return frozenset(re.split(r"[\s-]", phrase)[0] for phrase in phrases)


def _worth_a_look(reading: Reading) -> tuple[list[int], list[int]]:
    """The tokens that are numbers, and those of words such as "nobody" and "a"."""
    grammar = reading.grammar
    small = grammar.tokens_of(SMALL_WORDS)
    digits = {word for word in set(grammar.lowers) if word[0].isdigit()}
    numbers = {token for token, tag in enumerate(grammar.tags) if tag == "CD"}
    numbers.update(grammar.tokens_of(_number_words() | digits))
    numbers.update(token for token in grammar.tokens_of({"one"}) if _is_harmed_one(reading, token))
    return sorted(numbers.difference(small)), small


def _at_numbers(reading: Reading, numbers: list[int]) -> Iterator[Quantity]:
    """The quantities around the number tokens, each match as wide as it gets, none overlapping."""
    at = 0
    for token in numbers:
        if reading.grammar.starts[token] < at:
            continue
        match = _match(reading, token, at)
        if match is None:
            continue
        at = match.end()
        if not _is_other_number(reading.text, match) and (quantity := _quantity(reading, match)) is not None:
            yield quantity


def _match(reading: Reading, token: int, at: int) -> re.Match[str] | None:
    """The pattern's match that holds the number token and begins with the earliest opener before it."""
    grammar, pattern, openers = reading.grammar, quantity_pattern(), _openers()
    first, after = grammar.sentences[grammar.sentence_of[token]]
    end = grammar.ends[after - 1]
    for opener in range(max(first, token - LONGEST_OPENING), token + 1):
        if grammar.starts[opener] < at or (opener < token and grammar.lowers[opener] not in openers):
            continue
        if opener < token and (grammar.deps[opener] == "prt" or _is_come_under(reading, opener)):
            continue
        match = pattern.match(reading.text, grammar.starts[opener], end)
        if match is not None and match.end() > grammar.starts[token]:
            doubled = match["two"] and not is_range(match)
            return pattern.match(reading.text, match.start(), match.end("one")) if doubled else match
    return None


def _is_come_under(reading: Reading, opener: int) -> bool:
    """As in "came under 64 attacks": so many, and no fewer."""
    grammar = reading.grammar
    return grammar.lowers[opener] == "under" and opener > 0 and grammar.lemmas[opener - 1] == "come"


def _is_other_number(text: str, match: re.Match[str]) -> bool:
    """Money, the first half of a compound ("three-storey"), an age in brackets after a name."""
    start = match.start("one") if match["one"] else match.start()
    if match["one"] and MONEY.search(text, max(0, start - 4), start):
        return True
    if COMPOUND.match(text, match.end()) and not STRONG.match(text, match.end()):
        return True
    return bool(IN_BRACKETS.search(text, max(0, start - 14), start)) and text[match.end() : match.end() + 1] == ")"


def _quantity(reading: Reading, match: re.Match[str]) -> Quantity | None:
    value, whole = value_of(match), _tokens(reading, match.span())
    core = _carrier(reading, _core(match))
    if value is None or whole is None or core is None:
        return None
    low, best, high = value.bounds
    return Quantity(
        span=match.span(), first=whole[0], last=whole[1], number=core, low=low, best=best, high=high,
        modifier=value.modifier, percent=value.percent,
    )  # fmt: skip


def _core(match: re.Match[str]) -> Span:
    name = next(name for name in ("vague", "alone", "one") if match[name])
    return match.start(name), match.end("two" if match["two"] else name)


def _carrier(reading: Reading, span: Span) -> int | None:
    """The token of the number that hangs on something outside it: the "20" of "between 20 and 40 people"."""
    tokens, heads = _tokens(reading, span), reading.grammar.heads
    if tokens is None:
        return None
    first, last = tokens
    outer = [t for t in range(first, last + 1) if not first <= heads[t] <= last or heads[t] == t]
    return next((t for t in reversed(outer) if reading.grammar.tags[t] in ("CD", "NNS", "NN")), last)


def _tokens(reading: Reading, span: Span) -> tuple[int, int] | None:
    grammar = reading.grammar
    first = next((t for s in range(*span) if (t := reading.token_starting.get(s)) is not None), None)
    if first is None:
        return None
    last = first
    while last + 1 < len(grammar) and grammar.ends[last] < span[1]:
        last += 1
    return first, last


def _without_number(reading: Reading, token: int) -> Quantity | None:
    """Zero for "nobody", "no civilians", "no one"; one for "a woman"; None where nobody is counted."""
    grammar, lower = reading.grammar, reading.grammar.lowers[token]
    head = grammar.heads[token]
    if lower == "another" and grammar.deps[token] in ("dobj", "nsubjpass", "nsubj", "pobj"):
        return _small(reading, token, token, best=1.0) if _is_harmed_too(reading, token) else None
    if lower in ONE_WORDS:
        one = grammar.deps[token] == "det" and grammar.tags[head] in ("NN", "NNP")
        single = one and grammar.lowers[head] not in _number_words() and reading.is_a(head, *PEOPLE)
        single = single and not _is_of_so_many(reading, head)
        return _small(reading, token, head, best=1.0, single=True) if single else None
    if lower == "both":
        two = grammar.deps[token] in ("det", "predet", "preconj") and grammar.tags[head] == "NNS"
        counted = two and not grammar.children[head][-1:] > [head] and reading.is_a(head, *PEOPLE)
        return _small(reading, token, token, best=2.0) if counted else None
    if lower == "no":
        one = token + 1 < len(grammar) and grammar.lowers[token + 1] == "one"
        counted = one or (grammar.deps[token] in ("det", "neg") and _countable(reading, head))
        return _small(reading, token, token + 1 if one else token, best=0.0) if counted else None
    return _small(reading, token, token, best=0.0) if grammar.deps[token] in ("nsubj", "nsubjpass", "dobj") else None


def _is_harmed_one(reading: Reading, token: int) -> bool:
    """As in "three were hurt; one died", "one is in critical condition": one of them, though tagged a pronoun."""
    grammar, verb = reading.grammar, reading.grammar.heads[token]
    if grammar.deps[token] not in ("nsubj", "nsubjpass") or not token:
        return False
    lying = grammar.lemmas[verb] in ("be", "remain") and "condition" in grammar.lowers[verb + 1 : verb + 5]
    return grammar.lemmas[verb] in HARMING or lying


def _is_of_so_many(reading: Reading, noun: int) -> bool:
    """As in "a family of five", not "a man of 18": five are counted, and no family."""
    grammar, entries = reading.grammar, reading.classes(noun)
    if all(entry.unit == "people" and not entry.collective for entry in entries):
        return False
    return grammar.lowers[noun + 1 : noun + 2] == ["of"] and grammar.tags[noun + 2 : noun + 3] == ["CD"]


def _is_harmed_too(reading: Reading, token: int) -> bool:
    """ "Killing one person and wounding another", "the death of one and the injury of another": one more of the people
    told of before."""
    grammar, above = reading.grammar, reading.grammar.heads[token]
    if grammar.deps[token] == "pobj":
        return grammar.lowers[above] in ("of", "to") and grammar.lemmas[grammar.heads[above]] in _harm_nouns()
    return grammar.lemmas[above] in HARMING


def _countable(reading: Reading, noun: int) -> bool:
    """Nobody is counted by "no life on this earth"; "no lives were lost" is a count."""
    if reading.grammar.lowers[noun] == "life":
        return False
    return reading.is_a(noun, *PEOPLE) or reading.grammar.lemmas[noun] in _harm_nouns()


@cache
def _harm_nouns() -> frozenset[str]:
    nouns = load_codebook().measures.nouns
    return frozenset(noun for measure in ("killed", "injured") for noun in nouns[measure]) - {"life"} | {"casualty"}


def _small(reading: Reading, token: int, last: int, *, best: float, single: bool = False) -> Quantity:
    last = last if not single else token
    span = reading.span(token, last)
    return Quantity(span=span, first=token, last=last, number=last, best=best, single=single)
