"""How much ground is held: "controls 80 per cent of the city", "captured 15 towns", "occupies some 240 sq km"."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.extract.counted.draft import Counted
from sayso.extract.counted.nouns import counts_nothing
from sayso.extract.counted.quantities import Quantity
from sayso.extract.framing.framer import Framed
from sayso.extract.scene import Scene

AREAS = frozenset(("place", "territory", "site"))
SQUARE = frozenset(("square", "sq", "sq.", "sqkm", "km2", "km²"))
BARE_UNITS = frozenset(("hectare", "acre", "dunam"))


def ground_held(
    scene: Scene, by_predicate: Mapping[int, Framed], quantity: Quantity, head: int, noun: int
) -> Counted | None:
    """A number of places, a share of one or an area in, where its clause tells who holds it; else None."""
    reading = scene.reading
    if quantity.best == 1 or not (_is_area(scene, quantity, noun) or _is_of_places(scene, quantity, head, noun)):
        return None
    above = reading.owner(scene.grammar.heads[head])
    item = by_predicate.get(above.predicate) if above is not None else None
    if item is None or item.frame.control is None:
        return None
    return Counted(quantity, head, noun, "area_controlled", "frame", item)


def _is_of_places(scene: Scene, quantity: Quantity, head: int, noun: int) -> bool:
    if counts_nothing(scene.reading, quantity, head, noun):
        return False
    return scene.reading.is_a(noun, *AREAS) or noun in scene.setting.places


def _is_area(scene: Scene, quantity: Quantity, noun: int) -> bool:
    """ "240 sq km", "1,200 square miles", "300 hectares"; no "12 km" of a way."""
    if quantity.percent:
        return False
    squared = not SQUARE.isdisjoint(scene.grammar.lowers[quantity.last + 1 : noun + 1])
    return squared or scene.grammar.lemmas[noun] in BARE_UNITS
