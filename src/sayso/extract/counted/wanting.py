"""Those who go without: a number of people of whom the report tells that they want something counts people in need."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import structs

from sayso.extract.counted.nouns import PEOPLE_UNITS
from sayso.extract.scene import Scene
from sayso.records import Condition, Figure

WANTS = frozenset(("food", "water", "nutrition", "shelter", "electricity", "general"))
"""Themes of what people need; who is ill or out of school is counted as such."""


def counted_in_need(scene: Scene, figures: Sequence[Figure], conditions: Sequence[Condition]) -> tuple[Figure, ...]:
    """Figures and conditions in, the figures out: "17 million people are food insecure" counts so many in need."""
    wants = [condition for condition in conditions if WANTS.intersection(condition.themes)]
    return tuple(
        _in_need(figure) if any(_is_of(scene, figure, want) for want in wants) else figure for figure in figures
    )


def _in_need(figure: Figure) -> Figure:
    return structs.replace(figure, measure="in_need", nature="stock")


def _is_of(scene: Scene, figure: Figure, want: Condition) -> bool:
    """Whether the want is told of those who are counted: its words take them in, or name them as its group behind."""
    if figure.measure != "other" or figure.unit not in PEOPLE_UNITS or figure.utterance != want.utterance:
        return False
    (first, last), (start, end) = want.evidence[0], figure.span
    if first < end and start < last:
        return True
    named = want.group == figure.what.lower() and end <= first
    return named and _sentence(scene, start) == _sentence(scene, first)


def _sentence(scene: Scene, offset: int) -> int:
    return scene.grammar.sentence_of[bisect_right(scene.grammar.starts, offset) - 1]
