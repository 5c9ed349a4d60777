"""What a text says of a place, before it is known which place that is."""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.records.mentions import PlaceKind
from sayso.records.spans import Span

Role = Literal["name", "people", "site", "back"]


class PlaceMention(msgspec.Struct, frozen=True, kw_only=True):
    """One place where the text names or describes a place.

    span: what a reader underlines; name: the place as printed ("northern Syria", "Kharkiv region"); stem: what the
    gazetteer is asked for ("Syria", "Kharkiv"). role: name; people (an adjective or a people's name, "Syrian":
    context, never a place); site ("the national hospital"); back ("the city": means a place named before). kind: what
    the text itself calls it ("town", "province"). qualifiers: the places that it is said to lie in, the nearest first
    ("Elkton, Maryland"; they are mentions of their own too). direction: north and east (each -1, 0, 1) of a part
    ("northern Syria") or of a point at `distance_m` metres ("50 km north of"). part: it is a part or the surroundings
    of the named place ("outskirts of"), not the place itself. anchor: the number (among the mentions) of the place
    that a site lies in or that "the city" means. acts: it is the subject of a verb of speech or action ("Moscow
    said"). inside_name: it stands in the name of an institution ("the Elkton Police Department"). beside: it only
    tells where the place before it lies ("Elkton, 20 miles east of"); near: the stem of such a place behind it.
    town: of a part of a town ("the Midan quarter") the stem of the place in which it lies.
    """

    span: Span
    name: str
    stem: str
    role: Role = "name"
    kind: PlaceKind | None = None
    qualifiers: tuple[str, ...] = ()
    direction: tuple[int, int] | None = None
    distance_m: int | None = None
    part: bool = False
    anchor: int | None = None
    acts: bool = False
    inside_name: bool = False
    beside: bool = False
    near: str = ""
    town: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether the mention means the named place itself, and no part of it or point near it."""
        return not self.part and self.distance_m is None
