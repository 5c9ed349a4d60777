"""What a dispute is about, in words that a reader understands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.records import AnyClaim, Event, Figure, Party, Place, Relation

LONGEST = 110
PART_BEFORE = re.compile(r"\b(?:including|among them|of whom|of which),?\s+(?:at least\s+|about\s+)?$", re.IGNORECASE)
PART_BEHIND = re.compile(r"(?<!all )\bof (?:them|these|those|whom|which)\b", re.IGNORECASE)
"""Words around a figure that is a part of another and so no rival to it."""
CORRECTING = re.compile(r"\b(?:only|just|merely|(?:no|not) more than|fewer than|far fewer)\b", re.IGNORECASE)
STANDING = {
    "backs": "backs", "leads": "leads", "part_of": "is part of", "allied_with": "is allied with", "opposes": "opposes",
    "speaks_for": "speaks for", "arms": "arms", "funds": "funds",
}  # fmt: skip
GROUPS = {"aid_workers": "aid workers", None: "people", "mixed": "people"}


class Names:
    """The words of the report and the names of its places and parties."""

    def __init__(self, text: str, named: Sequence[Place | Party]) -> None:
        self.text, self._named = text, {item.id: item.name for item in named}

    def first(self, ids: Sequence[str]) -> str | None:
        """The name of the first that has one."""
        return next((self._named[i] for i in ids if self._named.get(i)), None)

    def places(self, ids: Sequence[str]) -> str:
        """The first place's name."""
        return self.first(ids) or "the place"

    def words(self, start: int, end: int) -> str:
        """A stretch of the report in one line."""
        return " ".join(self.text[start:end].split())

    def corrects(self, figure: Figure) -> bool:
        """Whether a figure is told against a greater one: "only 19", "no more than 11"."""
        start, end = figure.span
        return bool(CORRECTING.search(self.text[max(0, start - 12) : end]))

    def is_part(self, figure: Figure) -> bool:
        """Whether a figure is told as a part of something counted before."""
        start, end = figure.span
        return bool(
            PART_BEFORE.search(self.text[max(0, start - 30) : start]) or PART_BEHIND.search(self.text[start : end + 12])
        )

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
    """The claim's own words, cut at a word where they are long; a relation in plain words, where both have a name."""
    if isinstance(claim, Relation) and (one := names.first(claim.subject)) and (other := names.first(claim.object)):
        return f"{one} {STANDING[claim.type]} {other}"
    words = names.words(*claim.evidence[0])
    if len(words) <= LONGEST:
        return words.strip(" \"“”'.,;:")
    return words[:LONGEST].rsplit(" ", 1)[0].strip(" \"“”'.,;:") + " …"
