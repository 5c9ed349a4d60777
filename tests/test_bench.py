"""The measuring itself: rounds, ratios, where a clock looks, and the table of public sets."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import bench.accuracy as accuracy
from bench import corpus, profile, speed
from sayso import errors
from sayso.errors import SaysoError


def test_rounds_go_on_where_the_last_one_stopped() -> None:
    assert list(speed.portions([40, 60, 50], tokens=300, rounds=3)) == [[0, 1], [2, 0, 1], [2, 0, 1]]


def test_no_text_is_one_sentence() -> None:
    with pytest.raises(SaysoError, match="no text"):
        list(speed.portions([], tokens=10, rounds=1))


def test_a_slow_round_does_not_move_the_ratio() -> None:
    measured = speed.Measured(
        tokens=3,
        rates={"stock": [100, 10, 120], "parse": [400, 40, 480], "read": [200, 20, 230]},
        loading={"read": 1.0},
    )
    assert measured.times_stock("read") == 2.0
    assert measured.median("read") == 200
    assert "2.00" in "\n".join(speed.show(measured))


def test_the_clock_knows_the_rooms() -> None:
    assert profile.place_of_file(errors.__file__) == ("errors", "errors")
    assert profile.place_of_file("/any/site-packages/spacy/language.py") == ("language model", "spaCy")
    assert profile.place_of_file("/any/lib/json/decoder.py") is None
    assert profile.place_of(sys._getframe()) == ("outside", "outside")


def test_shares_of_the_clock_add_up() -> None:
    seen = Counter({("parse", "parse/model"): 30, ("extract", "extract/said"): 50, ("extract", "extract/who"): 20})
    lines = list(profile.show(seen, 1_000, 0.1))
    assert any(line.startswith("extract ") and "70.0%" in line and "70.0" in line for line in lines)
    assert any(line.startswith("extract/said") and "50.0%" in line for line in lines)


def test_every_report_of_the_gold_is_there() -> None:
    assert all(report.exists() for _, report in corpus.gold_pairs(corpus.GOLD))


def test_gold_without_its_report_is_told(tmp_path: Path) -> None:
    (tmp_path / "lost.gold.yaml").write_text("report: {}\n")
    with pytest.raises(FileNotFoundError, match=r"lost\.txt"):
        corpus.gold_pairs(tmp_path)


def test_without_public_sets_there_are_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(accuracy, "EVAL", tmp_path)
    assert accuracy.sets_at_hand() == []


METRICS = {"mean": {"value": 0.71249, "n": 1_500}, "other": {"value": 1.0, "n": 3}}
RESULT: dict[str, Any] = {"documents": 1_500, "trouble": "", "metrics": METRICS}


def test_a_line_of_the_table() -> None:
    (line,) = accuracy.show_set("muc4", RESULT)
    assert line.startswith("| muc4 (1,500) |") and "| 0.712 | 1,500 | .591" in line


def test_trouble_is_told() -> None:
    assert (
        "3 documents have no record"
        in list(accuracy.show_set("muc4", {**RESULT, "trouble": "3 documents have no record"}))[-1]
    )


def test_tables_go_between_their_marks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    page = tmp_path / "accuracy.md"
    page.write_text(f"before\n{accuracy.OPENS}\nold\n{accuracy.CLOSES}\nafter\n")
    monkeypatch.setattr(accuracy, "DOCS", page)
    accuracy.write_tables(["new"])
    assert page.read_text() == f"before\n{accuracy.OPENS}\n\nnew\n\n{accuracy.CLOSES}\nafter\n"


@pytest.mark.parametrize("name", accuracy.figures())
def test_every_figure_has_its_others(name: str) -> None:
    assert all({"metric", "figure", "others"} == set(row) for row in accuracy.figures()[name])
