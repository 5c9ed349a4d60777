"""Believed names -> mentions: what kind the text calls them, where it says they lie, which part of them it means."""

from __future__ import annotations

import re

from sayso.extract.where.held import SUBJECTS
from sayso.extract.where.names import Found, holds, is_kind
from sayso.extract.where.words import HYPHENS, Words, kind_nouns, noun_at
from sayso.records.mentions import PlaceKind
from sayso.resolve.places_score import fame
from sayso.resolve.places_types import PlaceMention

METRES = {
    "km": 1000, "kms": 1000, "kilometer": 1000, "kilometers": 1000, "kilometre": 1000, "kilometres": 1000, "mile": 1609,
    "miles": 1609, "mi": 1609, "meters": 1, "metres": 1, "m": 1, "yards": 0.9144,
}  # fmt: skip
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?$")
FILLERS = frozenset({"the", "to", "away", "-"})
ROUGHLY = frozenset({"some", "about", "approximately", "around", "roughly", "nearly", "almost", "just", "only", "over"})
LONGEST_LINK = 7
"""Tokens from a name to the place behind it that is said to hold it."""
INNER = frozenset({"central", "inner", "rural", "coastal", "mainland"})


TOWNSHIPS = frozenset(("township", "locality", "municipality", "commune"))
"""Settlements of which others are parts."""
PORTS = frozenset(("port", "city", "resort"))


def to_mention(words: Words, hit: Found, at: dict[int, Found], ends: frozenset[int]) -> PlaceMention:
    """One believed name as a mention; `at`: believed names by their first token; `ends`: their last tokens.

    In "Ain Issa, 50 km north of Raqqa" the distance tells where Ain Issa is: Raqqa is a mention of itself, where
    nothing happens.
    """
    grammar = words.grammar
    first, last, kind = _with_kind(words, hit, at)
    direction, distance, part, start = _direction(words, first)
    told, beside = _told_before(words, start, ends) if start < first else None, False
    if told is not None and (beside := any(known.last == told and _is_town(known) for known in at.values())):
        direction, distance, part = None, None, False
    else:
        first = start
    span = grammar.span(first, last)
    if hit.is_people or _is_of_a_compound(words, hit):
        return PlaceMention(
            span=grammar.span(hit.first, hit.last), name=_text(words, hit), stem=_text(words, hit), role="people"
        )
    return PlaceMention(
        span=span,
        name=grammar.text[span[0] : span[1]],
        stem=_text(words, hit),
        kind=kind,
        qualifiers=_qualifiers(words, hit, last, at),
        town=_town_of(words, hit, last, at),
        direction=direction,
        distance_m=distance,
        part=part,
        acts=acts(words, hit.last),
        inside_name=hit.inside_name,
        beside=beside,
    )


def _told_before(words: Words, start: int, ends: frozenset[int]) -> int | None:
    """The last token of the place of which a distance or a direction tells where it is: "X, some 50 km north of",
    "X district, north of"."""
    before = start - 1
    while words.lower(before) in ROUGHLY:
        before -= 1
    before -= words.lower(before) == ","
    return before if before in ends else before - 1 if is_kind(words, before) and before - 1 in ends else None


def _is_town(hit: Found) -> bool:
    levels = {entry.level for entry in hit.entries}
    return "settlement" in levels and max(hit.entries, key=fame).level not in ("country", "region")


def _is_of_a_compound(words: Words, hit: Found) -> bool:
    """ "US-backed", "Saudi-led": who does it, in an adjective, and no place; who is "Nairobi-based" is there."""
    grammar, after = words.grammar, hit.last + 2
    joined = words.lower(hit.last + 1) in HYPHENS and after < len(words.capital)
    tight = joined and grammar.starts[after] == grammar.ends[hit.last] + 1
    return tight and grammar.tags[after] in ("VBN", "VBD") and words.lower(after) not in ("based", "born")


def _text(words: Words, hit: Found) -> str:
    grammar = words.grammar
    return grammar.text[grammar.starts[hit.first] : grammar.ends[hit.last]]


def _with_kind(words: Words, hit: Found, at: dict[int, Found]) -> tuple[int, int, PlaceKind | None]:
    """The kind that a noun beside the name gives it; a noun behind the name ("Kharkiv region") joins the span."""
    for kind, nouns in kind_nouns(words.book):
        if kind in ("town", "district") and _is_country(hit):
            continue
        if words.lower(hit.last) in nouns and hit.last > hit.first:
            return hit.first, hit.last, kind  # type: ignore[return-value]
        end = noun_at(words, hit.last + 1, nouns)
        if end is not None and _joins(words, hit, end) and not _names_another(words, hit, end):
            return hit.first, hit.last if _is_last_of_many(words, hit, end) else end, kind  # type: ignore[return-value]
        called = words.lower(hit.first - 1) == "of" and words.lower(hit.first - 2) in nouns
        if called and not (kind == "district" and _is_named(words, hit.first - 3)):
            return hit.first, hit.last, kind  # type: ignore[return-value]
        if _is_listed(words, hit, at, nouns):
            return hit.first, hit.last, kind  # type: ignore[return-value]
    return hit.first, hit.last, None


def _is_named(words: Words, before: int) -> bool:
    """ "The Karima district of Goma", "a district of Goma": the noun is that of a part of the place behind it."""
    return bool(words.capital[before]) or words.lower(before) in ("a", "an")


def _is_country(hit: Found) -> bool:
    """ "The US city of Dallas": a country's name is that of no town beside it."""
    return bool(hit.entries) and max(hit.entries, key=fame).level == "country"


def _is_last_of_many(words: Words, hit: Found, noun: int) -> bool:
    """ "Grant and Douglas counties": the plural is no part of the last one's name."""
    return words.lower(noun)[-1:] == "s" and words.lower(hit.first - 1) in ("and", "or", ",")


def _is_listed(words: Words, hit: Found, at: dict[int, Found], nouns: frozenset[str]) -> bool:
    """Whether a list of names ends in a plural that says what they are: "Clay, Grant and Douglas counties"."""
    last, listed = hit.last, 0
    while (gap := _gap(words, last)) and (after := at.get(last + gap + 1)) is not None:
        last, listed = after.last, listed + 1
    return listed > 0 and words.lower(last + 1) in nouns and words.lower(last + 1)[-1:] == "s"


def _gap(words: Words, last: int) -> int:
    """How many tokens part two names of a list: a comma, "and" or "or", or both."""
    if words.lower(last + 1) in ("and", "or"):
        return 1
    if words.lower(last + 1) != ",":
        return 0
    return 2 if words.lower(last + 2) in ("and", "or") else 1


def _names_another(words: Words, hit: Found, noun: int) -> bool:
    """ "The White Nile town of Kosti", "the Red Sea port of Mokha": the noun is that of the name behind it."""
    behind = words.lower(noun + 1) == "of" and words.capital[noun + 2 : noun + 3] == b"\1"
    return behind and words.lower(hit.first - 1) == "the" and words.lower(noun) in words.book.settlement_nouns | PORTS


def _joins(words: Words, hit: Found, noun: int) -> bool:
    """Whether a noun behind a name belongs to it: not that of an institution's name ("Elkton Town Council", "Ohio
    State").
    """
    if not words.follows_closely(noun) or words.masked[noun]:
        return False
    if not words.capital[noun] or words.caseless:
        return True
    more = noun + 1 < len(words.capital) and words.capital[noun + 1]
    town = bool(hit.entries) and all(entry.level == "settlement" for entry in hit.entries)
    return not more and not town


def _direction(words: Words, first: int) -> tuple[tuple[int, int] | None, int | None, bool, int]:
    """What a direction before the name makes of it: direction, distance in metres, whether only a part, first token."""
    direction, start = _towards(words, first - 1)
    if direction is not None and words.follows_closely(first) and (any(direction) or words.lower(start) in INNER):
        return direction, None, True, start
    if words.lower(first - 1) in ("outside", "from") and (distance := _distance(words, first - 2)) is not None:
        return None, distance, False, _number_before(words, first - 2)
    if words.lower(first - 1) != "of":
        return None, None, False, first
    direction, start = _towards(words, first - 2)
    if direction is None:
        return _outskirts(words, first)
    unit = _past_brackets(words, start - 1)
    distance = _distance(words, unit)
    if distance is None:
        return direction, None, True, start
    return direction, distance, False, _number_before(words, unit)


def _towards(words: Words, last: int) -> tuple[tuple[int, int] | None, int]:
    """The direction that ends at a token and its first token: "north", "south-east" in one token or in three."""
    directions = words.book.directions
    direction = directions.get(words.lower(last))
    other = directions.get(words.lower(last - 2)) if words.lower(last - 1) in HYPHENS else None
    if direction is None or other is None:
        return direction, last
    return (direction[0] + other[0], direction[1] + other[1]), last - 2


def _past_brackets(words: Words, token: int) -> int:
    """ "60 km (37 miles) north of": the token before what stands in brackets."""
    if words.lower(token) != ")":
        return token
    opened = next((t for t in range(token - 1, token - 5, -1) if words.lower(t) == "("), token + 1)
    return opened - 1


def _number_before(words: Words, unit: int) -> int:
    """The token of the number before a unit of length: "50 km", "50-km", "50 km to the"."""
    while words.lower(unit) in FILLERS:
        unit -= 1
    return unit - 1 if words.lower(unit - 1) not in HYPHENS else unit - 2


def _outskirts(words: Words, first: int) -> tuple[tuple[int, int] | None, int | None, bool, int]:
    """ "the outskirts of", "the eastern outskirts of" before a name."""
    if words.lower(first - 2) not in words.book.outskirts:
        return None, None, False, first
    direction = words.book.directions.get(words.lower(first - 3))
    return direction, None, True, first - 2 if direction is None else first - 3


def _distance(words: Words, i: int) -> int | None:
    """The metres of "50 km", "some 30 miles (to the)" that end at a token."""
    while words.lower(i) in FILLERS:
        i -= 1
    metres = METRES.get(words.lower(i))
    number = words.lower(i - 1) if words.lower(i - 1) not in HYPHENS else words.lower(i - 2)
    if metres is None or not NUMBER.match(number):
        return None
    return round(float(number.replace(",", "")) * metres)


def _qualifiers(words: Words, hit: Found, last: int, at: dict[int, Found]) -> tuple[str, ...]:
    """The places that may hold it: "Elkton, Maryland"; "Elkton in Cecil county"; "the Oak quarter of Elkton"."""
    part = noun_at(words, last, words.book.city_parts) is not None or _is_part_of(words, hit, last)
    if (part or not hit.entries) and (lord := _said_to_hold(words, hit, last, at)) is not None:
        return (_text(words, lord),)
    found: list[str] = []
    behind = _past_its_kind(words, last)
    behind = behind if words.lower(behind) in ("in", "of") and behind > last + 1 else last + 1
    lord, inner = at.get(behind + 1) if behind > last + 1 or words.lower(last + 1) in (",", "in") else None, hit
    while lord is not None and len(found) < 3 and (holds(lord, inner) or _may_hold(words, lord, inner)):
        found.append(_text(words, lord))
        inner, after = lord, _past_its_noun(words, lord)
        lord = at.get(after + 1) if words.lower(after) == "," else None
    return tuple(found)


def _is_part_of(words: Words, hit: Found, last: int) -> bool:
    """ "The Karima district of Goma"."""
    return last > hit.last and words.lower(last + 1) == "of" and words.lower(last) in words.book.district_nouns


def _town_of(words: Words, hit: Found, last: int, at: dict[int, Found]) -> str:
    """The town of which a district is said to be one, as its name is printed; empty where it is of a wider place."""
    lord = _said_to_hold(words, hit, last, at) if _is_part_of(words, hit, last) else None
    return _text(words, lord) if lord is not None and _is_town(lord) else ""


def _said_to_hold(words: Words, hit: Found, last: int, at: dict[int, Found]) -> Found | None:
    """The place that is said to hold a name no list knows: behind "in" or, for a district, "of"; its owner; or before
    what it is called."""
    opening = _past_its_kind(words, last)
    opening += words.lower(opening) == "," and words.lower(opening + 1) == "in"
    if words.lower(opening) == "in" or (words.lower(opening) == "of" and last > hit.last):
        token = opening + 1
        while token <= opening + LONGEST_LINK - 1 and token not in at and _links(words, token):
            token += 1
        return at.get(token)
    before = hit.first - 2 if words.lower(hit.first - 1) in ("'s", "’s") else _before_kind(words, hit.first)
    return next((lord for lord in at.values() if before is not None and _reaches(words, lord, before)), None)


def _past_its_kind(words: Words, last: int) -> int:
    """The token behind a name, or behind what it is called there: "X, a town in Y"."""
    called = words.lower(last + 1) == "," and words.lower(last + 2) in ("a", "the")
    kind = next((t for t in (last + 3, last + 4) if called and is_kind(words, t)), last)
    return kind + 1


def _before_kind(words: Words, first: int) -> int | None:
    """ "The Kharkiv region village of X": the token before what a name is called."""
    called = words.lower(first - 1) == "of" and words.lower(first - 2) in words.book.settlement_nouns
    return first - 3 if called else None


def _reaches(words: Words, lord: Found, token: int) -> bool:
    """Whether a name ends at a token, with or without the noun for what it is."""
    return lord.last == token or (lord.last == token - 1 and words.lower(token) in words.book.region_nouns)


def _links(words: Words, token: int) -> bool:
    """Words between "in" and the place: "in the north-eastern parts of X", "in the town of X"."""
    low, book = words.lower(token), words.book
    kinds = book.settlement_nouns | book.region_nouns | book.district_nouns | book.outskirts
    return (
        low in ("the", "of", "part", "parts", "-", "rural", "area", "jurisdiction", "outskirts")
        or low in kinds
        or low in book.directions
    )


def _past_its_noun(words: Words, lord: Found) -> int:
    """The token behind a name and the noun for what it is: behind "Palin Township"."""
    noun = noun_at(words, lord.last + 1, words.book.district_nouns | words.book.region_nouns | TOWNSHIPS)
    return (lord.last if noun is None else noun) + 1


def _may_hold(words: Words, lord: Found, inner: Found) -> bool:
    """Whether a country or area stands behind a name of which nothing is known, or what is called a district behind any
    name that it may hold ("Hta Naung, Palin Township")."""
    called = _past_its_noun(words, lord) - 1
    district = lord.last < called and words.lower(called)[-1:] != "s"
    if inner.entries:
        return district and not lord.entries
    return district or any(entry.level in ("country", "admin1") for entry in lord.entries)


def acts(words: Words, token: int) -> bool:
    """Whether a name is the subject of a verb of speech or action."""
    grammar = words.grammar
    if grammar.deps[token] not in SUBJECTS:
        return False
    verb = grammar.heads[token]
    low = grammar.lowers[verb]
    forms = {low, grammar.lemmas[verb], low.removesuffix("s"), low.removesuffix("ed"), low.removesuffix("d")}
    return low == "said" or low == "told" or not forms.isdisjoint(words.book.acting_verbs)
