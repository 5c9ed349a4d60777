"""The reports that come with the project: examples, and tests with their gold."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from sayso.records import Record, RefusedInput, record_to_json
from sayso.run.reading import read_inputs, read_records

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests" / "gold"
HOLDOUT = ROOT / "tests" / "holdout"
EXAMPLES = ROOT / "examples"
EVAL = Path(os.environ.get("SAYSO_EVAL") or ROOT.parent / "shared")
"""A folder with public sets and their scorers, where there is one: data/SET/dev.jsonl, eval/SET.py."""

Item = dict[str, Any]


def gold_pairs(folder: Path) -> list[tuple[Path, Path]]:
    """(gold, report) of a folder, by name: NAME.gold.yaml beside NAME.txt or NAME.html."""
    golds = sorted(folder.glob("*.gold.yaml"))
    return [(gold, report_of(gold)) for gold in golds]


def report_of(gold: Path) -> Path:
    """The report that a gold file is about. Raises FileNotFoundError where there is none."""
    stem = gold.name.removesuffix(".gold.yaml")
    for suffix in (".txt", ".html"):
        if (report := gold.with_name(stem + suffix)).exists():
            return report
    raise FileNotFoundError(f"{gold}: no {stem}.txt or {stem}.html beside it")


def load_gold(path: Path) -> Item:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def read_paths(paths: Iterable[Path], *, model: str | None = None) -> Iterator[Record | RefusedInput]:
    """Reports in, records out, as `sayso read --all` does it."""
    return read_records(read_inputs([str(path) for path in paths]), every=True, model=model)


def read_pairs(pairs: Sequence[tuple[Path, Path]], *, model: str | None = None) -> list[tuple[Item, Item]]:
    """(gold, report) in, (gold, record as JSON has it) out."""
    records = read_paths((report for _, report in pairs), model=model)
    plain = (json.loads(record_to_json(record)) for record in records)
    return [(load_gold(gold), record) for (gold, _), record in zip(pairs, plain, strict=True)]


def corpus_hash(folder: Path) -> str:
    """12 hexadecimal digits over the names and bytes of a folder's gold and reports."""
    digest = hashlib.sha256()
    for path in sorted(each for pair in gold_pairs(folder) for each in pair):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def file_hash(path: Path) -> str:
    """12 hexadecimal digits over the bytes of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def bundled_paths() -> list[str]:
    """All single reports that come with the project."""
    examples = [path for path in sorted(EXAMPLES.iterdir()) if path.suffix in (".txt", ".html")]
    return [str(path) for path in (*examples, *(report for _, report in gold_pairs(GOLD)))]
