"""Sites that are named by a common noun alone ("the stadium", "a mosque"), where something is there, happens there or
is hit."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from sayso.codebook.places import load_place_words
from sayso.extract.names.name_book import known_name
from sayso.extract.reading import Reading
from sayso.extract.where.place_ranks import is_of_a_parley
from sayso.extract.where.places import site_mention
from sayso.parse import Grammar
from sayso.records import overlaps
from sayso.resolve.places_types import PlaceMention

SITE_PREPOSITIONS = frozenset(
    (
        "in",
        "at",
        "inside",
        "near",
        "outside",
        "on",
        "from",
        "to",
        "into",
        "around",
        "including",
        "behind",
        "through",
        "against",
        "over",
        "of",
    )
)
AGAIN = 4
"""Sentences between a site and "the camp" that means it."""
INSTITUTED = frozenset(("house", "office", "university", "church", "bank"))
"""Sites whose nouns in capitals are those who sit there."""
DETERMINERS = frozenset(("the", "a", "an", "its", "their"))
DOING = frozenset(("dobj", "ccomp", "xcomp"))
"""What the verb of somebody who acts may have: "the mayor's office has opened shelters"."""
HIT_DEPS = frozenset(("dobj", "nsubjpass", "nsubj"))


def with_sites(reading: Reading, found: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The mentions with the common-noun sites behind them, so that the numbers of the others stay; each site in a
    settlement."""
    told = (*found, *_sites(reading, found))
    return tuple(_told_again(reading, told, mention) or _anchored(reading, found, mention) for mention in told)


def _told_again(reading: Reading, told: Sequence[PlaceMention], mention: PlaceMention) -> PlaceMention | None:
    """ "The camp" a few sentences behind "the Abu Shouk camp", with no other place in front of it: the same one."""
    grammar = reading.grammar
    token = bisect_right(grammar.starts, mention.span[0]) - 1
    if mention.role != "site" or not mention.name.islower() or grammar.lowers[token - 1] != "the":
        return None
    first = grammar.starts[grammar.sentences[max(0, grammar.sentence_of[token] - AGAIN)][0]]
    here = grammar.starts[grammar.sentences[grammar.sentence_of[token]][0]]
    before = [(n, other) for n, other in enumerate(told) if first <= other.span[0] < mention.span[0]]
    alike = [n for n, other in before if other.name.rpartition(" ")[2] == mention.name and other.role != "people"]
    elsewhere = any(other.role == "name" and other.span[0] >= here for _, other in before) or _is_told_where(
        told, mention
    )
    if not alike or elsewhere:
        return None
    return msgspec.structs.replace(mention, role="back", anchor=max(alike, key=lambda n: told[n].span))


def _is_told_where(told: Sequence[PlaceMention], mention: PlaceMention) -> bool:
    """ "The camp in X": whether its anchor stands behind it."""
    return mention.anchor is not None and told[mention.anchor].span[0] > mention.span[0]


def _is_titled(grammar: Grammar, token: int) -> bool:
    """Whether a noun is an institution in capitals: "the House", no house."""
    return grammar.words[token].istitle() and grammar.lowers[token] in INSTITUTED


def _anchored(reading: Reading, found: Sequence[PlaceMention], mention: PlaceMention) -> PlaceMention:
    if mention.role == "name" and mention.anchor is None and _is_part_of_town(mention):
        last = _last_place(reading, found, mention)
        around = mention.qualifiers[0] if mention.qualifiers else found[last].stem if last is not None else ""
        return msgspec.structs.replace(mention, anchor=last, town=around)
    if mention.role != "site" or (mention.anchor is not None and _may_hold(reading, found[mention.anchor])):
        return mention
    return msgspec.structs.replace(mention, anchor=_last_place(reading, found, mention))


def _may_hold(reading: Reading, place: PlaceMention) -> bool:
    """Whether a site may lie there that is told behind it: not in a whole state, nor where something was signed."""
    return not (_is_state(place) or _is_of_a_parley(reading, place))


def _is_of_a_parley(reading: Reading, place: PlaceMention) -> bool:
    return is_of_a_parley(reading, bisect_right(reading.grammar.starts, place.span[1] - 1) - 1)


def _sites(reading: Reading, found: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    grammar = reading.grammar
    for token, tag in enumerate(grammar.tags):
        if (
            tag not in ("NN", "NNP")
            or not reading.is_a(token, "site", "structure")
            or _is_titled(grammar, token)
            or not _is_set_there(reading, token)
        ):
            continue
        if reading.index.happenings.nouns.ending_at(grammar.lemmas, token):
            continue
        mention = site_mention(grammar, token, mentions=found)
        if mention is not None and not any(overlaps(mention.span, other.span) for other in found):
            yield mention


def _last_place(reading: Reading, found: Sequence[PlaceMention], mention: PlaceMention) -> int | None:
    """The number of the place that a site without one of its own lies in: the last one named in its block, else the
    one that the report names most."""
    named = [
        n
        for n, other in enumerate(found)
        if other.role == "name"
        and not (_is_state(other) or _is_part_of_town(other) or _is_measured_from(other) or other.kind == "water")
    ]
    block = next((b for b in reading.report.blocks if b.start <= mention.span[0] < b.end), None)
    here = [n for n in named if block is not None and block.start <= found[n].span[0] < mention.span[0]]
    here = [n for n in here if not _is_of_a_parley(reading, found[n])]
    if here:
        last = max(here, key=lambda n: found[n].span[0])
        filed = block is not None and found[last].span[0] == block.start and found[last].name.isupper()
        behind = _next_in_sentence(reading, found, named, mention) if filed else None
        return last if behind is None else behind
    counts = Counter(found[n].stem for n in named)
    return max(named, key=lambda n: (counts[found[n].stem], -n), default=None)


def _next_in_sentence(
    reading: Reading, found: Sequence[PlaceMention], named: Sequence[int], mention: PlaceMention
) -> int | None:
    """ "BANGKOK (Wire) - Shells hit a market in the town of Kawkareik": the place behind the site in its sentence."""
    grammar = reading.grammar
    at = bisect_right(grammar.starts, mention.span[0]) - 1
    last = grammar.ends[grammar.sentences[grammar.sentence_of[at]][1] - 1]
    behind = (n for n in named if mention.span[1] <= found[n].span[0] < last)
    return min(behind, key=lambda n: found[n].span[0], default=None)


def _is_measured_from(mention: PlaceMention) -> bool:
    """ "Kramatorsk, 50 km north of Debaltseve": a place that only tells where another lies."""
    return mention.beside or mention.distance_m is not None


def _is_part_of_town(mention: PlaceMention) -> bool:
    """ "Al-Midan neighbourhood": what the text calls a part of a town."""
    return mention.name.rpartition(" ")[2].lower() in load_place_words().city_parts


def _is_state(mention: PlaceMention) -> bool:
    entry = known_name(mention.name)
    return entry is not None and entry.kind == "state" and mention.name in (entry.name, *entry.names)


def _is_set_there(reading: Reading, token: int) -> bool:
    """One certain site ("the", "a") behind a preposition of place, or the object of what is done."""
    grammar = reading.grammar
    at = token
    while grammar.deps[at] in ("conj", "nmod") and grammar.heads[at] != at:
        at = grammar.heads[at]
    near = (t for t in range(max(0, min(at, token) - 4), token) if grammar.lowers[t] in DETERMINERS)
    if not any(max(grammar.heads[t], grammar.heads[grammar.heads[t]]) >= min(at, token) for t in near):
        return False
    if grammar.deps[at] == "pobj":
        return grammar.lowers[grammar.heads[at]] in SITE_PREPOSITIONS
    return grammar.deps[at] in HIT_DEPS and not _acts(grammar, at)


def _acts(grammar: Grammar, noun: int) -> bool:
    """ "The mayor's office has opened two shelters": those who sit there, and no place."""
    if grammar.lemmas[noun] not in INSTITUTED or grammar.deps[noun] != "nsubj":
        return False
    return any(grammar.deps[child] in DOING for child in grammar.children[grammar.heads[noun]])
