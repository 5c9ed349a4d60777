"""What is told of a whole country, or of a part of it that has no name: "nationwide", "in the south"."""

from __future__ import annotations

from sayso.extract.reading import Reading
from sayso.parse import Clause

EVERYWHERE = frozenset(("nationwide", "countrywide", "nationally", "statewide", "worldwide", "globally", "elsewhere"))
WIDE = frozenset(
    ("country", "nation", "south", "north", "east", "west", "southeast", "southwest", "northeast", "northwest",
     "south-east", "south-west", "north-east", "north-west", "centre", "world")
)  # fmt: skip
STATES = frozenset(("country", "nation", "world"))
SHARES = frozenset(
    ("%", "percent", "cent", "half", "third", "quarter", "most", "much", "part", "rest", "fifth", "tenth")
)
WITHIN = frozenset(("in", "across", "throughout", "around", "over"))


def is_everywhere(reading: Reading, clause: Clause) -> bool:
    """Whether its sentence says that it is told of a wide stretch, and of no place that was named before."""
    grammar = reading.grammar
    first, after = grammar.sentences[grammar.sentence_of[clause.predicate]]
    lowers = grammar.lowers[first:after]
    if not EVERYWHERE.isdisjoint(lowers):
        return True
    return not WIDE.isdisjoint(lowers) and any(_is_wide_setting(reading, token) for token in range(first, after))


def _is_wide_setting(reading: Reading, token: int) -> bool:
    """ "In the south", "across the country", "40% of the country": not "in the south of the town"."""
    grammar = reading.grammar
    if grammar.lowers[token] not in WIDE or grammar.deps[token] != "pobj":
        return False
    behind = any(grammar.lowers[child] == "of" for child in grammar.children[token])
    link = grammar.heads[token]
    if grammar.lowers[link] == "of":
        return grammar.lowers[token] in STATES and grammar.lemmas[grammar.heads[link]] in SHARES
    return not behind and grammar.lowers[link] in WITHIN
