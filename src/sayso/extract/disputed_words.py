"""What a dispute is about, in words that a reader understands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.records import AnyClaim, Event, Figure, Place

LONGEST = 110
PART_OF = re.compile(r"\b(?:of (?:them|these|those|whom|which)|among them|including)\b", re.IGNORECASE)
"""Words by which a figure is a part of another and so no rival to it."""
GROUPS = {"aid_workers": "aid workers", None: "people", "mixed": "people"}


class Names:
    """The words of the report and the names of its places."""

    def __init__(self, text: str, places: Sequence[Place]) -> None:
        self.text, self._places = text, {place.id: place.name for place in places}

    def places(self, ids: Sequence[str]) -> str:
        """The first place's name."""
        return next((self._places[i] for i in ids if i in self._places), "the place")

    def words(self, start: int, end: int) -> str:
        """A stretch of the report in one line."""
        return " ".join(self.text[start:end].split())

    def is_part(self, one: Figure, other: Figure) -> bool:
        """Whether either is told as a part of something counted before."""
        return any(PART_OF.search(self.text, max(0, f.span[0] - 12), f.span[1] + 16) for f in (one, other))

    def same_trigger(self, one: Event, other: Event) -> bool:
        """Whether both are told with one word, whatever its ending."""
        first, second = (self.words(*claim.trigger).lower()[:5] for claim in (one, other))
        return first == second


def about_figures(figures: Sequence[Figure], names: Names, *, group: bool = True) -> str:
    """ "The killed civilians in Wad Hamdan": measure, people and place of rival figures."""
    groups = {figure.group for figure in figures} - {None, "people", "mixed"}
    who = groups.pop() if group and len(groups) == 1 else None
    where = next((figure.where for figure in figures if figure.where), ())
    people = GROUPS.get(who, who) if figures[0].unit == "people" else figures[0].unit
    return f"the {figures[0].measure} {people}" + (f" in {names.places(where)}" if where else "")


def about_claim(claim: AnyClaim, names: Names) -> str:
    """The claim's own words, cut at a word where they are long."""
    words = names.words(*claim.evidence[0])
    if len(words) <= LONGEST:
        return words.strip(" \"“”'.,;:")
    return words[:LONGEST].rsplit(" ", 1)[0].strip(" \"“”'.,;:") + " …"
