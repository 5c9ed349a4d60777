"""The gates: what was once reached on hand-made gold is not lost again."""

from __future__ import annotations

from functools import cache

import pytest

from bench.corpus import corpus_hash, gold_pairs
from bench.floors import FOLDERS, fallen, hash_of, load_floors, measure, pin, present_sets, reached
from bench.raise_floors import raised, with_change
from bench.score import SECTIONS, Score

SETS = tuple(FOLDERS)


@cache
def score_of(name: str) -> Score:
    return measure(name)


def at_hand(name: str) -> None:
    if name not in present_sets():
        pytest.skip(f"the set {name!r} is not at hand: no gold in {FOLDERS[name].name}/")
    if name not in load_floors():
        pytest.skip(f"no floors are pinned for the set {name!r}: run python -m bench.raise_floors")


@pytest.mark.parametrize("section", [*SECTIONS, "attributes"])
@pytest.mark.parametrize("name", SETS)
def test_no_floor_is_broken(name: str, section: str) -> None:
    at_hand(name)
    if load_floors()[name]["hash"] != hash_of(name):
        pytest.skip("the gold has changed since the floors were pinned, which is a failure of its own")
    floor, value = load_floors()[name]["f1"][section], reached(score_of(name))[section]
    assert value >= floor, f"{name} {section}: {value:.3f} is below its floor {floor:.2f}"


@pytest.mark.parametrize("name", SETS)
def test_no_record_is_unsound(name: str) -> None:
    at_hand(name)
    assert score_of(name).unsound == []


@pytest.mark.parametrize("name", SETS)
def test_floors_were_pinned_on_this_gold(name: str) -> None:
    at_hand(name)
    assert load_floors()[name]["hash"] == hash_of(name), "the gold has changed: run python -m bench.raise_floors"


@pytest.mark.parametrize("name", ["gold", "seed"])
def test_what_a_report_is_was_read_rightly(name: str) -> None:
    """Title, day, captions and furniture: all right, always."""
    at_hand(name)
    of_the_report = {what: share for what, share in score_of(name).attributes().items() if what.startswith("report.")}
    assert of_the_report and set(of_the_report.values()) == {1.0}, of_the_report


def test_there_is_gold_about_many_conflicts() -> None:
    assert len(gold_pairs(FOLDERS["gold"])) >= 20


def test_every_section_has_a_floor() -> None:
    assert set(load_floors()["gold"]["f1"]) == {*SECTIONS, "attributes"}


def test_the_hash_is_of_the_gold() -> None:
    assert corpus_hash(FOLDERS["gold"]) == corpus_hash(FOLDERS["gold"]) != corpus_hash(FOLDERS["gold"].parent / "parse")


@pytest.mark.parametrize(
    ("value", "floor"), [(0.9, 0.89), (0.999, 0.98), (1.0, 0.99), (0.0, 0.0), (0.005, 0.0)], ids=str
)
def test_a_floor_is_pinned_a_little_below(value: float, floor: float) -> None:
    assert pin(value) == floor


def test_floors_only_go_up() -> None:
    old, values = {"events": 0.80, "figures": 0.80}, {"events": 0.70, "figures": 0.91, "times": 0.95}
    assert fallen(old, values) == {"events": (0.80, 0.70)}
    assert raised(old, values, may_fall=False) == {"events": 0.80, "figures": 0.90, "times": 0.94}
    assert raised(old, values, may_fall=True) == {"events": 0.69, "figures": 0.90, "times": 0.94}


def test_a_value_within_the_slack_leaves_the_floor_where_it_is() -> None:
    assert raised({"events": 0.80}, {"events": 0.805}, may_fall=True) == {"events": 0.80}


@pytest.mark.parametrize(
    ("changelog", "wanted"),
    [
        ("L\n\n## 2\n\n### Added\n\n- a\n\n## 1\n", "L\n\n## 2\n\n### Changed\n\n- x\n\n### Added\n\n- a\n\n## 1\n"),
        ("L\n\n## 2\n\n### Changed\n\n- b\n", "L\n\n## 2\n\n### Changed\n\n- x\n- b\n"),
        (
            "L\n\n## 2\n\n- c\n\n## 1\n\n### Changed\n",
            "L\n\n## 2\n\n### Changed\n\n- x\n\n- c\n\n## 1\n\n### Changed\n",
        ),
    ],
    ids=["no heading", "a heading", "a heading of an older version"],
)
def test_a_lowered_floor_is_noted_in_the_changelog(changelog: str, wanted: str) -> None:
    assert with_change(changelog, "- x") == wanted
