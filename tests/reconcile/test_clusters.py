"""Pairs into clusters, names into skeletons, pairs of tellings into levels."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.codebook import load_joining
from sayso.reconcile.clusters import cluster
from sayso.reconcile.features import FEATURES, cannot_be_one, level_of
from sayso.reconcile.grouping import APART, group_tellings, join_above
from sayso.reconcile.tellings import Spot, Telling
from sayso.reconcile.terms import place_skeleton, skeleton, terms
from sayso.reconcile.vocabulary import PERSON, Vocabulary, Weighed, weigh

CLUSTERS = {
    "two that agree": ({(0, 1): 9.0}, [[0, 1], [2], [3]]),
    "one pair does not chain two groups": ({(0, 1): 12.0, (2, 3): 12.0, (1, 2): 8.0}, [[0, 1], [2, 3]]),
    "all agree": ({(a, b): 9.0 for a in range(4) for b in range(a + 1, 4)}, [[0, 1, 2, 3]]),
    "what cannot be one is never one": ({(0, 1): 20.0, (1, 2): 20.0, (0, 2): APART}, [[0, 1], [2], [3]]),
    "nothing agrees": ({(0, 1): 1.0}, [[0], [1], [2], [3]]),
}


@pytest.mark.parametrize(("pairs", "expected"), CLUSTERS.values(), ids=CLUSTERS)
def test_pairs_become_clusters(pairs: dict[tuple[int, int], float], expected: list[list[int]]) -> None:
    assert cluster([0, 1, 2, 3], pairs, above=5.0, unseen=-8.0) == expected


PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
    st.integers(-10, 20).map(float),
)


@given(PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_pairs_changes_nothing(pairs: dict[tuple[int, int], float], shuffler: random.Random) -> None:
    rows = list(pairs.items())
    shuffler.shuffle(rows)
    members = list(range(8))
    found = cluster(members, dict(rows), above=5.0, unseen=-8.0)
    assert found == cluster(members, pairs, above=5.0, unseen=-8.0)
    assert sorted(member for group in found for member in group) == members


ONE_NAME = {
    "vowels": ("Tessalvo", "Tesselvu"),
    "article": ("al-Dumayr", "Dumair"),
    "q and k": ("Qasrine", "Kasrin"),
    "marks": ("Gürün", "Gurun"),
    "doubled": ("Gaddarif", "Gadarif"),
}


@pytest.mark.parametrize(("one", "other"), ONE_NAME.values(), ids=ONE_NAME)
def test_spellings_of_a_name_meet(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


def test_a_place_is_its_name_and_not_its_kind() -> None:
    assert place_skeleton("northern countryside of Tessalvo") == place_skeleton("Tessalvo town")
    assert place_skeleton("old market") == ""


def test_words_of_every_text_are_left_out() -> None:
    assert set(terms("The shelling of Tessalvo was the army's")) == {"shelling", skeleton("Tessalvo"), "army"}


@pytest.mark.parametrize("feature", load_joining().features, ids=lambda feature: feature.name)
def test_every_feature_is_measured_and_every_measure_has_a_level(feature) -> None:
    tops = [level.to for level in feature.levels]
    assert feature.name in FEATURES
    assert tops[-1] is None
    assert tops[:-1] == sorted(tops[:-1])
    assert level_of(feature, -1.0) is feature.levels[0]


def telling(day: int, lat: float, **more: frozenset[str]) -> Telling:
    spot = Spot(place="place:1", lat=lat, lon=20.0, weight=1.0)
    return Telling(key=f"{day} {lat}", report=f"{day} {lat}", claims=(), days=(day,), spots=(spot,), **more)


CANNOT = {
    "two days, two places": (telling(1, 10.0), telling(9, 11.0), True),
    "one day": (telling(1, 10.0), telling(1, 11.0), False),
    "one place": (telling(1, 10.0), telling(9, 10.1), False),
    "one person": (telling(1, 10.0, people=frozenset("a")), telling(9, 11.0, people=frozenset("a")), False),
}


@pytest.mark.parametrize(("one", "other", "expected"), CANNOT.values(), ids=CANNOT)
def test_what_cannot_be_one(one: Telling, other: Telling, expected: bool) -> None:
    assert cannot_be_one(one, other) is expected


def weighed(**parts: object) -> Weighed:
    """One of forty tellings: eight of them name Orlan, two Vesk, and all of the outlet's words are alike."""
    counted = {PERSON + "orlan": 8, PERSON + "vesk": 2}
    telling = Telling(key="1", report="1", claims=(), terms={"shells": 1}, **parts)  # type: ignore[arg-type]
    return weigh(telling, Vocabulary(tellings=40, having=counted))


MEASURED = {
    "words of two outlets": ("words", {"outlet": "A"}, {"outlet": "B"}, "nearly the same"),
    "words of one outlet": ("words", {"outlet": "A"}, {"outlet": "A"}, "unknown"),
    "one outlet's own words": ("own words", {"outlet": "A"}, {"outlet": "A"}, "nearly the same"),
    "somebody many name": ("people", {"people": {"orlan"}}, {"people": {"orlan"}}, "whom many name"),
    "somebody few name": ("people", {"people": {"vesk"}}, {"people": {"vesk"}}, "whom some name"),
    "two dates": ("dates", {"days": (8,), "dated": True}, {"days": (9,), "dated": True}, "a day apart"),
    "near tolls of a mass": (
        "toll",
        {"days": (8,), "toll": {"killed": 43.0}},
        {"days": (8,), "toll": {"killed": 57.0}},
        "near and of a mass on one day",
    ),
    "near tolls of two days": (
        "toll",
        {"days": (8,), "toll": {"killed": 43.0}},
        {"days": (9,), "toll": {"killed": 57.0}},
        "near",
    ),
    "one site": ("site", {"sites": {"bor"}}, {"sites": {"bor", "dur"}}, "one shared"),
    "two sites": ("site", {"sites": {"bor"}}, {"sites": {"dur"}}, "each its own"),
    "a site only named": (
        "site",
        {"sites": {"bor"}, "place_names": {"dur"}},
        {"sites": {"dur"}},
        "one names the other's",
    ),
    "one site on one day": (
        "site",
        {"sites": {"bor"}, "days": (8,)},
        {"sites": {"bor"}, "days": (9,)},
        "one shared on one day",
    ),
    "a deal and an attack": ("matter", {"matters": {"deal"}}, {"matters": {"violence"}}, "none shared"),
    "no day and a day of the week": ("days", {"published": (9, 9)}, {"days": (8,)}, "a day apart"),
    "dates are no weekdays": ("dates", {"days": (8,), "dated": True}, {"days": (9,)}, "unknown"),
    "a date and a weekday": ("days", {"days": (8,), "dated": True}, {"days": (9,)}, "a day apart"),
}


@pytest.mark.parametrize(("name", "one", "other", "level"), MEASURED.values(), ids=MEASURED)
def test_pairs_are_measured(name: str, one: dict[str, Any], other: dict[str, Any], level: str) -> None:
    feature = next(each for each in load_joining().features if each.name == name)
    assert level_of(feature, FEATURES[name][0](weighed(**one), weighed(**other))).name == level


def test_more_is_asked_of_a_join_among_many() -> None:
    weights = load_joining()
    wanted = [join_above(weights, number) for number in (1, 1_000, 2_000, 10**9)]
    assert wanted == sorted(wanted)
    assert (wanted[0], wanted[-1]) == (weights.least_above, weights.most_above)


def test_two_tellings_of_one_report_are_apart_however_many_hang_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.reconcile.grouping.MOST_COMPARED", 2)
    words = {f"w{number}": 1 for number in range(30)}
    alike = [Telling(key=f"{number}", report=f"r{number}", claims=(), terms=words) for number in range(4)]
    twin = Telling(key="twin", report="r0", claims=(), terms=words)
    _, groups = group_tellings([*alike, twin])
    assert not any({"0", "twin"} <= set(group) for group in groups)
    assert len(groups) < 5
