"""Sites that are named by a common noun alone ("the stadium", "a mosque"), where something is there, happens there or is hit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from sayso.extract.reading import Reading
from sayso.extract.where import site_mention
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
DETERMINERS = frozenset(("the", "a", "an", "its", "their"))
HIT_DEPS = frozenset(("dobj", "nsubjpass", "nsubj"))


def with_sites(reading: Reading, found: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The mentions with the common-noun sites behind them, so that the numbers of the others stay."""
    return (*found, *_sites(reading, found))


def _sites(reading: Reading, found: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    grammar = reading.grammar
    for token, tag in enumerate(grammar.tags):
        if (
            tag not in ("NN", "NNP")
            or not reading.is_a(token, "site", "structure")
            or not _is_set_there(reading, token)
        ):
            continue
        if reading.index.happenings.nouns.ending_at(grammar.lemmas, token):
            continue
        mention = site_mention(grammar, token, mentions=found)
        if mention is not None and not any(overlaps(mention.span, other.span) for other in found):
            yield (
                mention
                if mention.anchor is not None
                else msgspec.structs.replace(mention, anchor=_last_place(found, mention))
            )


def _last_place(found: Sequence[PlaceMention], mention: PlaceMention) -> int | None:
    """The number of the place that was named last before a site, for one that the sentence does not set anywhere."""
    before = [n for n, other in enumerate(found) if other.role == "name" and other.span[0] < mention.span[0]]
    return max(before, key=lambda n: found[n].span[0], default=None)


def _is_set_there(reading: Reading, token: int) -> bool:
    """One certain site ("the", "a") behind a preposition of place, or the object of what is done."""
    grammar = reading.grammar
    at = token
    while grammar.deps[at] in ("conj", "nmod") and grammar.heads[at] != at:
        at = grammar.heads[at]
    if not any(grammar.lowers[t] in DETERMINERS for t in range(max(0, min(at, token) - 4), token)):
        return False
    if grammar.deps[at] == "pobj":
        return grammar.lowers[grammar.heads[at]] in SITE_PREPOSITIONS
    return grammar.deps[at] in HIT_DEPS
