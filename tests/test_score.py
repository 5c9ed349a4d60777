"""The scorer: what answers a gold item and what does not; where the reference scorer is at hand, that both agree."""

from __future__ import annotations

import importlib.util
from collections import Counter
from datetime import date
from types import ModuleType
from typing import Any

import pytest

from bench.corpus import EVAL, GOLD, gold_pairs, read_pairs
from bench.matching import Ground, days, find_all, fold, points_at
from bench.score import SECTIONS, score_records

TEXT = "Rebels shelled Beni on Monday, killing 12 people, the army said."
REFERENCE = EVAL / "eval" / "score.py"


def span(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


def record(**parts: Any) -> dict[str, Any]:
    return {"report": {"text": TEXT}, **parts}


REBELS = {"id": "p1", "name": "rebels", "kind": "armed_group", "evidence": [span("Rebels")]}
ARMY = {"id": "p2", "name": "the army", "kind": "state_force", "evidence": [span("the army")]}
BENI = {"id": "l1", "name": "Beni", "country": "CD", "lat": 0.49, "lon": 29.47, "evidence": [span("Beni")]}
SAID = {
    "id": "u1",
    "speakers": [{"party": "p2", "person": None, "evidence": [span("the army")]}],
    "content": [[0, 48]],
    "verbatim": [],
    "evidence": [[0, 64]],
}
SHELLED = {
    "id": "c1",
    "kind": "event",
    "utterance": "u1",
    "realis": "happened",
    "type": "ASSAULT",
    "trigger": span("shelled"),
    "actor": ["p1"],
    "where": ["l1"],
    "when": {"start": "2024-03-04", "end": "2024-03-04"},
    "evidence": [[0, 29]],
}
DEAD = {
    "id": "c2",
    "kind": "figure",
    "measure": "killed",
    "low": None,
    "best": 12,
    "high": None,
    "span": span("12 people"),
    "evidence": [span("killing 12 people")],
}
GOLD_PARTIES = [{"id": "R", "names": ["Rebels"]}, {"id": "A", "names": ["the army"]}]


def counts(gold: dict[str, Any], answer: dict[str, Any], section: str) -> tuple[int, int, int]:
    """(found, gold, given) of a section."""
    score = score_records([({"parties": GOLD_PARTIES, **gold}, answer)])
    return tuple(score.counts[section, what] for what in ("found", "gold", "given"))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"quote": "Rebels shelled Beni", "type": "ASSAULT"}, (1, 1, 1)),
        ({"quote": "Rebels shelled Beni", "type": ["COERCE", "ASSAULT"]}, (1, 1, 1)),
        ({"quote": "Rebels shelled Beni", "type": "COERCE"}, (0, 1, 1)),
        ({"quote": "the army said", "type": "ASSAULT"}, (0, 1, 1)),
        ({"quote": "the army said", "type": "ASSAULT", "optional": True}, (0, 0, 1)),
    ],
    ids=["right", "one of two types", "wrong type", "wrong words", "optional"],
)
def test_an_event(wanted: dict[str, Any], expected: tuple[int, int, int]) -> None:
    assert counts({"events": [wanted]}, record(claims=[SHELLED]), "events") == expected


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"quote": "killing 12 people", "measure": "killed", "best": 12}, (1, 1, 1)),
        ({"quote": "killing 12 people", "measure": "killed", "low": None, "best": 12}, (1, 1, 1)),
        ({"quote": "killing 12 people", "measure": "killed", "low": 12}, (0, 1, 1)),
        ({"quote": "killing 12 people", "measure": "injured", "best": 12}, (0, 1, 1)),
    ],
    ids=["right", "null bound", "another bound", "another measure"],
)
def test_a_figure(wanted: dict[str, Any], expected: tuple[int, int, int]) -> None:
    assert counts({"figures": [wanted]}, record(claims=[DEAD]), "figures") == expected


def test_a_repeat_is_not_counted_and_an_invention_is() -> None:
    gold = {"events": [{"quote": "Rebels shelled Beni", "type": "ASSAULT"}]}
    elsewhere = {**SHELLED, "trigger": span("said")}
    assert counts(gold, record(claims=[SHELLED, SHELLED]), "events") == (1, 1, 1)
    assert counts(gold, record(claims=[SHELLED, elsewhere]), "events") == (1, 1, 2)


def test_a_section_that_the_gold_lacks_is_not_scored_and_an_empty_one_is() -> None:
    assert counts({}, record(claims=[SHELLED]), "events") == (0, 0, 0)
    assert counts({"events": []}, record(claims=[SHELLED]), "events") == (0, 0, 1)


def test_one_utterance_may_answer_two() -> None:
    gold = {
        "utterances": [
            {"speaker": "A", "content": "Rebels shelled Beni on Monday"},
            {"speaker": "A", "content": "killing 12 people"},
        ]
    }
    assert counts(gold, record(parties=[REBELS, ARMY], utterances=[SAID]), "utterances") == (2, 2, 2)


def test_an_utterance_of_another_speaker_is_made_up() -> None:
    gold = {"utterances": [{"speaker": "R", "content": "Rebels shelled Beni on Monday"}]}
    assert counts(gold, record(parties=[REBELS, ARMY], utterances=[SAID]), "utterances") == (0, 1, 1)


def test_a_party_split_in_two_costs_precision() -> None:
    again = {**REBELS, "id": "p3"}
    assert counts({}, record(parties=[REBELS, again]), "parties") == (1, 2, 2)


def test_attributes_of_what_was_found() -> None:
    wanted = {
        "quote": "Rebels shelled Beni",
        "type": "ASSAULT",
        "actor": "R",
        "recipient": None,
        "place": "Beni",
        "when": date(2024, 3, 4),
        "said_by": "A",
        "realis": "planned",
    }
    answer = record(parties=[REBELS, ARMY], places=[BENI], utterances=[SAID], claims=[SHELLED])
    score = score_records([({"parties": GOLD_PARTIES, "events": [wanted]}, answer)])
    assert score.attributes() == {
        "events.actor": 1.0,
        "events.recipient": 1.0,
        "events.place": 1.0,
        "events.when": 1.0,
        "events.said_by": 1.0,
        "events.realis": 0.0,
    }


@pytest.mark.parametrize(
    ("wanted", "right"),
    [("A", True), ("R", False), (None, False), (["R", "A"], True), ("soldiers", False), ("army", True)],
    ids=["speaker", "another party", "the outlet", "one of two", "another word", "the word for the speaker"],
)
def test_whose_word(wanted: Any, right: bool) -> None:
    ground = Ground({"parties": GOLD_PARTIES}, record(parties=[REBELS, ARMY], utterances=[SAID], claims=[SHELLED]))
    assert ground.is_said_by(SHELLED, wanted) is right


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (2017, ("2017-01-01", "2017-12-31")),
        ("2016-02", ("2016-02-01", "2016-02-29")),
        (date(2017, 10, 15), ("2017-10-15", "2017-10-15")),
        (["2017-06-06", None], ("2017-06-06", None)),
        ([2014, "2017-10"], ("2014-01-01", "2017-10-31")),
        (None, (None, None)),
    ],
    ids=str,
)
def test_days_of_the_gold(value: Any, wanted: tuple[str | None, str | None]) -> None:
    assert days(value) == wanted


def test_words_are_compared_without_case_marks_and_articles() -> None:
    assert fold("The  Army’s “men”") == 'army\'s "men"'
    assert find_all('"stay," he', "He said:  “stay,”\nhe did: “stay,” he") == [(10, 20), (26, 36)]


@pytest.mark.parametrize(
    ("given", "right"),
    [([(0, 6)], True), ([(4, 8)], True), ([(5, 12)], False), ([(0, 500)], False), ([], False)],
    ids=["same", "half", "less than half", "longer than a sentence", "nothing"],
)
def test_spans_must_point(given: list[tuple[int, int]], right: bool) -> None:
    assert points_at([(0, 6)], given) is right


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    if not REFERENCE.exists():
        pytest.skip("the reference scorer is not at hand")
    spec = importlib.util.spec_from_file_location("reference_score", REFERENCE)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_reference_scorer_counts_the_same(reference: ModuleType) -> None:
    pairs = read_pairs([*gold_pairs(GOLD), *gold_pairs(EVAL / "seed")])
    score, theirs, right = score_records(pairs), Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for gold, answer in pairs:
        scorer = reference.Scorer(gold, answer)
        scorer.run()
        for section in SECTIONS:
            for what, counter in (("found", scorer.hits), ("gold", scorer.golds), ("given", scorer.preds)):
                theirs[section, what] += counter[section]
        for (section, name), (good, asked) in scorer.attr.items():
            right[f"{section}.{name}", "right"] += good
            right[f"{section}.{name}", "asked"] += asked
    assert {key: score.counts[key] for key in theirs} == dict(theirs)
    assert +score.right == +right
