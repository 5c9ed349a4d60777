"""How right: our own gold, and the development halves of public sets beside what other programs reach on them.

    python -m bench.accuracy [SET ...] [--limit N] [--model NAME ...] [--write]

Public sets are looked for in the folder that SAYSO_EVAL names (default: ../shared): `data/SET/dev.jsonl` and its scorer
`eval/SET.py`; without it only our own gold is scored. What others reach stands in public_sets.yaml. `--model`
asks another language model than the one that comes with the program; given more than once, the tables of all are
printed one after the other. `--write` puts the tables into docs/accuracy.md.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from bench.corpus import EVAL, ROOT
from bench.floors import measure, present_sets
from bench.score import SECTIONS, Score

DOCS = ROOT / "docs" / "accuracy.md"
OPENS, CLOSES = "<!-- tables -->", "<!-- end of tables -->"
FIGURES = Path(__file__).with_name("public_sets.yaml")
READ_ALL = f"{sys.executable} -m sayso.run.main read --all"
READ = f"{sys.executable} -m sayso.run.main read"


def figures() -> dict[str, list[dict[str, str]]]:
    """Public set -> its figures: the scorer's name, ours, what others reach."""
    return yaml.safe_load(FIGURES.read_text(encoding="utf-8"))


def score_set(name: str, *, limit: int | None = None, model: str | None = None) -> dict[str, Any]:
    """Run the set's scorer over what `sayso read` makes of it; the scorer's JSON out.

    The filter of relevance is judged by what `sayso read` does by itself; all other sets are read whole.
    """
    command = (READ if name == "relevance" else READ_ALL) + (f" --model {model}" if model else "")
    call = [sys.executable, str(EVAL / "eval" / f"{name}.py"), str(data_of(name)), "--json", "--cmd", command]
    call += ["--limit", str(limit)] if limit else []
    with tempfile.TemporaryFile() as sink:
        subprocess.run(call, stdout=sink, check=True)
        sink.seek(0)
        return json.load(sink)


def data_of(name: str) -> Path:
    return EVAL / "data" / name / "dev.jsonl"


def sets_at_hand(wanted: Sequence[str] = ()) -> list[str]:
    """The sets of the table that are there, in its order."""
    return [name for name in figures() if data_of(name).exists() and name in (wanted or [name])]


def show_set(name: str, result: dict[str, Any]) -> Iterator[str]:
    """The table's lines of one set."""
    for row in figures()[name]:
        if metric := result["metrics"].get(row["metric"]):
            value, n = f"{metric['value']:.3f}", f"{metric['n']:,}"
            yield f"| {name} ({result['documents']:,}) | {row['figure']} | {value} | {n} | {row['others']} |"
    if result["trouble"]:
        yield f"| {name} | trouble: {result['trouble']} | | | |"


def show_gold(name: str, score: Score) -> Iterator[str]:
    """Our own gold, all reports of a set together."""
    yield f"| {name} | found / gold | right / given | recall | precision | F1 |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for section in SECTIONS:
        found, gold, given = (score.counts[section, what] for what in ("found", "gold", "given"))
        shares = " | ".join(f"{of(section):.2f}" for of in (score.recall, score.precision, score.f1))
        yield f"| {section} | {found} / {gold} | {found} / {given} | {shares} |"


def show_attributes(score: Score) -> str:
    return (
        "Right, of what was found: "
        + ", ".join(f"{name} {share:.2f}" for name, share in score.attributes().items())
        + "."
    )


def tables(wanted: Sequence[str], *, limit: int | None, model: str | None = None) -> Iterator[str]:
    """All that is at hand, as lines of Markdown, as it comes."""
    if model:
        yield from (f"Language model: {model}", "")
    for name in present_sets():
        if name in (wanted or [name]):
            score = measure(name, model=model)
            yield from (*show_gold(name, score), "", show_attributes(score), "")
    if names := sets_at_hand(wanted):
        yield "| set (documents) | figure | Sayso | n | others |"
        yield "| --- | --- | --- | --- | --- |"
        for name in names:
            yield from show_set(name, score_set(name, limit=limit, model=model))
    elif not wanted:
        yield "The public sets are not at hand: SAYSO_EVAL names no folder that has them."


def write_tables(lines: Iterable[str]) -> None:
    """Put the tables between their marks in docs/accuracy.md."""
    head, _, rest = DOCS.read_text(encoding="utf-8").partition(OPENS)
    _, _, tail = rest.partition(CLOSES)
    body = "\n".join(lines)
    DOCS.write_text(f"{head}{OPENS}\n\n{body}\n\n{CLOSES}{tail}", encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", metavar="SET", help="gold, holdout, seed, or a public set")
    parser.add_argument("--limit", type=int, help="the first N documents of each public set only")
    parser.add_argument("--model", action="append", metavar="NAME", help="a spaCy package instead of the usual one")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/accuracy.md")
    args = parser.parse_args()
    lines = []
    for model in args.model or [None]:
        for line in tables(args.sets, limit=args.limit, model=model):
            print(line, flush=True)
            lines.append(line)
    if args.write:
        write_tables(lines)
    return 0


if __name__ == "__main__":
    sys.exit(main())
