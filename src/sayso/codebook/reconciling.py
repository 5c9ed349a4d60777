"""How reports become incidents: what agreements weigh, and the named rules for figures. Data: `data/reconcile/`."""

from __future__ import annotations

from functools import cache
from typing import Literal

from sayso.codebook.frames import Checked
from sayso.codebook.load import DATA, read_data

BestRule = Literal["most_supported", "lowest_recent", "latest", "none"]
BoundRule = Literal["lowest", "highest", "lowest_recent", "highest_recent", "latest"]


class Level(Checked, frozen=True, kw_only=True):
    """One answer that a feature may give: its name, and its weight in bits (log2 of how much likelier it is where two
    accounts tell of one happening). to: the greatest value that still falls here, for features that are numbers."""

    name: str
    bits: float
    to: float | None = None


class FeatureWeights(Checked, frozen=True, kw_only=True):
    """A feature of a pair of accounts, with the levels that it may have, in rising order where they are numbers."""

    name: str
    levels: tuple[Level, ...]


class JoiningWeights(Checked, frozen=True, kw_only=True):
    """Everything by which two accounts are weighed against each other. Data: `data/reconcile/joining.yaml`.

    version: raised with every change. join_above: bits that a join must exceed on the average, and per_doubling those
    that are added with every doubling of the number of tellings, since two of many are less likely to tell of one
    happening than two of few; in all no less than least_above and no more than most_above. unseen: bits of a pair that
    has too little in common to be looked at. most_bits: what a single pair counts at the most. rare: words that so
    many accounts have, or fewer, bring them together to be looked at. common: words of every text, never compared.
    place_words: words of places' names that do not tell which place it is. town_parts: words of the names of what is a
    part of a town. care: words of the names of places where the hurt are brought. openers: words with which a sentence
    opens that turns elsewhere.
    """

    version: int
    source: str
    join_above: float
    per_doubling: float
    least_above: float
    most_above: float
    unseen: float
    most_bits: float
    rare: int
    common: frozenset[str]
    place_words: frozenset[str]
    town_parts: frozenset[str]
    care: frozenset[str]
    openers: tuple[str, ...]
    features: tuple[FeatureWeights, ...]


class Policy(Checked, frozen=True, kw_only=True):
    """A named rule for low, best and high. Data: `data/reconcile/policies.yaml`.

    recent_days: how old a word may be, against the newest, to count as recent. source: whose practice it follows, in
    our words, and since when.
    """

    name: str
    version: int
    title: str
    source: str
    best: BestRule
    low: BoundRule
    high: BoundRule
    recent_days: int = 3


@cache
def load_joining() -> JoiningWeights:
    """The weights that ship with Sayso, read once a process. Raises CodebookError."""
    return read_data(DATA / "reconcile" / "joining.yaml", JoiningWeights)


@cache
def load_policies() -> dict[str, Policy]:
    """Name -> policy, read once a process. Raises CodebookError."""
    return {policy.name: policy for policy in read_data(DATA / "reconcile" / "policies.yaml", tuple[Policy, ...])}
