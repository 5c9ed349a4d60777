"""Words by which a report is told to be about armed conflict, or about something else. Data: `data/relevance.yaml`."""

from __future__ import annotations

from functools import cache
from typing import Literal

from sayso.codebook.frames import Checked
from sayso.codebook.load import DATA, read_data
from sayso.records.mentions import PartyKind

Topic = Literal[
    "business", "disaster", "disease", "accident", "crime", "sport", "entertainment", "science", "home politics"
]


class WeightedWords(Checked, frozen=True, kw_only=True):
    """Words that weigh the same: so much is added each time that one is met."""

    weight: float
    words: tuple[str, ...]


class TopicWords(Checked, frozen=True, kw_only=True):
    """Words that speak for another topic than war: so much is taken away each time that one is met."""

    topic: Topic
    weight: float
    words: tuple[str, ...]


class RelevanceWords(Checked, frozen=True, kw_only=True):
    """What speaks for armed conflict and what against it. Data: `data/relevance.yaml`, one mapping.

    Words and phrases are in lower case, matched without regard to case, with a blank for a hyphen; a star at the end
    stands for any ending ("insurgen*"). The longest win: those of `neither` ("price war") count for nothing and take
    the shorter ones inside them out. parties: how much a name of the codebook's parties weighs, by the party's kind; a
    name that holds one of the `civil` words ("police") weighs nothing.
    """

    conflict: tuple[WeightedWords, ...]
    neither: tuple[str, ...]
    against: tuple[TopicWords, ...]
    parties: dict[PartyKind, float]
    civil: tuple[str, ...]


@cache
def load_relevance() -> RelevanceWords:
    """The words that ship with Sayso, read once a process. Raises CodebookError."""
    return read_data(DATA / "relevance.yaml", RelevanceWords)
