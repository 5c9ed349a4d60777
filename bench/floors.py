"""Floors under the quality of the record, pinned in tests/floors.yaml with a hash of the gold they were measured on."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import yaml

from bench.alternations import as_shares, read_tellings
from bench.corpus import EVAL, GOLD, HOLDOUT, ROOT, corpus_hash, file_hash, gold_pairs, read_pairs
from bench.score import SECTIONS, Score, score_records
from bench.telling import DATA, Telling, load_alternations, tell_all

FLOORS = ROOT / "tests" / "floors.yaml"
CHANGELOG = ROOT / "CHANGELOG.md"
FOLDERS = {"gold": GOLD, "holdout": HOLDOUT, "seed": EVAL / "seed"}
ALTERNATIONS = {"alternations": DATA}
EVERY = 7
"""Of the tellings of a file of alternations one in so many is read for its floors."""
SLACK = 0.01
"""How far below what was measured a floor is pinned: another processor may round a parse another way."""
HEADING = """\
# Floors under F1 per section, over all reports of a set, and under the share of attributes that are right. They only go
# up: `python -m bench.raise_floors` writes this file; going down takes `--lower REASON`, which goes into CHANGELOG.md.
# `hash` is that of the gold and its reports. `shares`: of a sample of bench.alternations, the share of each field.
"""

Floors = dict[str, dict[str, Any]]


def load_floors() -> Floors:
    """Set ("gold") -> its hash and its floors by section."""
    return yaml.safe_load(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}


def save_floors(floors: Floors) -> None:
    FLOORS.write_text(HEADING + yaml.safe_dump(floors, sort_keys=False), encoding="utf-8")


def present_sets() -> dict[str, Path]:
    """The sets that are at hand: name -> folder."""
    return {name: folder for name, folder in FOLDERS.items() if gold_pairs(folder)}


def measure(name: str, *, model: str | None = None) -> Score:
    """Read the reports of a set and score them together."""
    return score_records(read_pairs(gold_pairs(FOLDERS[name]), model=model))


def reached(score: Score) -> dict[str, float]:
    """F1 by section, and the share of attributes that are right."""
    asked = sum(count for (_, what), count in score.right.items() if what == "asked")
    right = sum(count for (_, what), count in score.right.items() if what == "right")
    return {**{section: score.f1(section) for section in SECTIONS}, "attributes": right / asked if asked else 1.0}


def sample_of(name: str) -> list[Telling]:
    """The tellings of a file of alternations that its floors are about."""
    return tell_all(load_alternations(ALTERNATIONS[name]))[::EVERY]


def values_of(name: str) -> dict[str, float]:
    """What is reached now by a set or a file of alternations."""
    return as_shares(read_tellings(sample_of(name))) if name in ALTERNATIONS else reached(measure(name))


def pin(value: float) -> float:
    """The floor under a measured value: a little below, in whole hundredths."""
    return max(0.0, math.floor(round((value - SLACK) * 100, 6)) / 100)


def fallen(floors: dict[str, float], values: dict[str, float]) -> dict[str, tuple[float, float]]:
    """Section -> (floor, value) of those below their floor."""
    return {name: (floor, values[name]) for name, floor in floors.items() if values[name] < floor}


def hash_of(name: str) -> str:
    return file_hash(ALTERNATIONS[name]) if name in ALTERNATIONS else corpus_hash(FOLDERS[name])
