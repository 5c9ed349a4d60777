"""Numbers of a list that leave out what they count, below a line that says it: "Homs: 11", "Daraa: 9 (3 children)"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.extract.counted.draft import Counted
from sayso.extract.counted.nouns import head_of, noun_of, people_class, said_to_be
from sayso.extract.counted.quantities import Quantity
from sayso.extract.scene import Scene

SIGNS = frozenset((":", "-", "–", "—"))
ENDS = frozenset((".", ",", ";", "(", ")"))
TOLD = frozenset(("killed", "injured", "displaced", "abducted", "detained", "missing", "executed", "released"))
PART_WORDS = frozenset(("of", "including", "among", "mostly", "mainly", "most"))
FARTHEST = 60
"""Tokens from a line of a list to the one before it."""


def count_listed(scene: Scene, quantities: Sequence[Quantity], counted: Sequence[Counted]) -> list[Counted]:
    """The quantities that only their list tells of, in order. counted: all others."""
    if not (bare := [quantity for quantity in quantities if _is_listed(scene, quantity)]):
        return []
    taken = {item.quantity.number for item in counted if item.measure != "other"}
    found: list[Counted] = []
    for quantity in bare:
        above = _above(scene, quantity, [*counted, *found])
        if above is not None and quantity.number not in taken:
            whole = Counted(quantity, quantity.number, quantity.number, above.measure, "listed", alone=False)
            found += [whole, *_parts(scene, whole, quantities, taken)]
    return found


def places_listed(scene: Scene, item: Counted) -> tuple[str, ...]:
    """Ids of the places that the label in front of a number of a list names."""
    grammar, places = scene.grammar, scene.setting.places
    first, after = grammar.sentences[grammar.sentence_of[item.quantity.number] - 1]
    return tuple(dict.fromkeys(places[token] for token in range(first, after) if token in places))


def _is_listed(scene: Scene, quantity: Quantity) -> bool:
    """Whether the number stands straight behind a label, with no noun behind it."""
    grammar, at = scene.grammar, quantity.first
    sentence = grammar.sentence_of[at]
    if not at or grammar.sentences[sentence][0] != at or grammar.words[at - 1] not in SIGNS or quantity.percent:
        return False
    same_block = grammar.block_of[grammar.sentence_of[at - 1]] == grammar.block_of[sentence]
    after = quantity.last + 1
    ends = after == grammar.sentences[sentence][1] or grammar.words[after] in ENDS
    return same_block and ends


def _above(scene: Scene, quantity: Quantity, counted: Sequence[Counted]) -> Counted | None:
    """The first number of the nearest line or sentence before that tells of people."""
    near = [
        item for item in counted
        if 0 < quantity.number - item.quantity.number <= FARTHEST and item.measure in TOLD and not item.quantity.percent
    ]  # fmt: skip
    last = max((scene.grammar.sentence_of[item.quantity.number] for item in near), default=None)
    of_line = [item for item in near if scene.grammar.sentence_of[item.quantity.number] == last]
    return min(of_line, key=lambda item: item.quantity.number, default=None)


def _parts(scene: Scene, whole: Counted, quantities: Sequence[Quantity], taken: set[int]) -> list[Counted]:
    """ "9 (3 policemen, 6 civilians)", "12, of whom nine civilians": those in the brackets, or told of, behind it."""
    grammar, at = scene.grammar, whole.quantity.last + 1
    end = grammar.sentences[grammar.sentence_of[whole.quantity.number]][1]
    if at + 1 >= end or not (grammar.words[at] == "(" or grammar.lowers[at + 1] in PART_WORDS):
        return []
    close = next((t for t in range(at, end) if grammar.words[t] == ")"), end) if grammar.words[at] == "(" else end
    found = []
    for quantity in (q for q in quantities if at < q.number < close and q.number not in taken):
        noun = said_to_be(scene.reading, quantity.number) or noun_of(scene.reading, head_of(scene.reading, quantity))
        noun = noun if noun > quantity.last else quantity.last + 1
        if noun < close and people_class(scene.reading, noun) is not None:
            found.append(Counted(quantity, noun, noun, whole.measure, "listed", whole=whole))
    return found
