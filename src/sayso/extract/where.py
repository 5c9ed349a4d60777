"""Grammar in, place mentions out: the door of "where"."""

from __future__ import annotations

from sayso.extract.where_mentions import to_mention
from sayso.extract.where_names import look_up, weigh
from sayso.extract.where_people import People
from sayso.extract.where_words import Words
from sayso.parse.grammar import Grammar
from sayso.records.spans import Span
from sayso.resolve.places_types import PlaceMention


def find_places(grammar: Grammar, *, masked: tuple[Span, ...] = ()) -> tuple[PlaceMention, ...]:
    """The places that a text names, left to right, and the peoples that it names (role "people": context, no places).

    masked: spans of the names of parties and people, in which no place is looked for.
    """
    words = Words(grammar, masked)
    runs = words.runs()
    found = weigh(words, People(words, runs), look_up(words, runs))
    at = {hit.first: hit for hit in found}
    return tuple(to_mention(words, hit, at) for hit in found)
