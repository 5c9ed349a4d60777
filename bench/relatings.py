"""Who stands with whom, told in many ways: which verbs, nouns and compounds are read, and what is made up.

    python -m bench.relatings [FILE.yaml] [--show WAY]

The table has one row a way that is not always read, the worst first: the share of checks that hold, found and wanted,
made up.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.records import Record, Relation, Report, report_id

DATA = Path(__file__).with_name("relatings.yaml")


class Told(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence, and its relations as "subject | type | object" with the realis behind where one is asked for.

    A slash parts what will do as well; a party will do whose words hold the word that is given.
    """

    text: str
    wants: tuple[str, ...] = ()


class Way(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Sentences that tell it in one way."""

    name: str
    told: tuple[Told, ...]


class Relatings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All ways."""

    ways: tuple[Way, ...]


class Outcome(NamedTuple):
    """What was read of a sentence: the wants that were missed, how many were asked, what was made up."""

    way: str
    text: str
    asked: int
    missed: list[str]
    made_up: list[str]


def load_relatings(path: Path = DATA) -> tuple[Way, ...]:
    """A file in, its ways out. Raises msgspec.ValidationError for what the file may not have."""
    return msgspec.yaml.decode(path.read_bytes(), type=Relatings).ways


def read_relatings(ways: Sequence[Way]) -> Iterator[Outcome]:
    """Ways in, what was read of each sentence out."""
    rows = [(way.name, told) for way in ways for told in way.told]
    reports = [Report(id=report_id(told.text.encode()), text=told.text) for _, told in rows]
    for (name, told), report, grammar in zip(rows, reports, parse_grammars(reports), strict=True):
        yield check(name, told, relations(extract_record(report, grammar)))


def relations(record: Record) -> list[tuple[str, str, str, str]]:
    """(subject, type, object, realis) of every relation; parties by their name and all words that name them."""
    text, items = record.report.text, (*record.parties, *record.people, *record.places)
    words = {i.id: " ".join((i.name or "", *(text[a:b] for a, b in i.evidence))).lower() for i in items}
    found = [claim for claim in record.claims if isinstance(claim, Relation)]
    return [(words[a], c.type, words[b], c.realis) for c in found for a in c.subject for b in c.object]


def check(way: str, told: Told, found: Sequence[tuple[str, ...]], *, exact: Sequence[int] = (1, 3)) -> Outcome:
    """A sentence and what was read of it in; what was missed and what was made up out. exact: which parts are words of
    the record and no names."""
    wanted = [(want, [part.lower().split("/") for part in want.split(" | ")]) for want in told.wants]
    fits = [[row for row in found if _fits(parts, row, exact)] for _, parts in wanted]
    used = {row for rows in fits for row in rows}
    missed = [want for (want, _), rows in zip(wanted, fits, strict=True) if not rows]
    return Outcome(way, told.text, len(wanted), missed, [" | ".join(row) for row in found if row not in used])


def _fits(parts: Sequence[Sequence[str]], row: tuple[str, ...], exact: Sequence[int]) -> bool:
    pairs = zip(parts, row, strict=False)
    return all(
        any(word == told if at in exact else word in told for word in words) for at, (words, told) in enumerate(pairs)
    )


# -- telling of it ----------------------------------------------------------------------------------------------------
def share_of(outcomes: Sequence[Outcome]) -> float:
    """Of all relations that are wanted or made up, the share that is found."""
    found = sum(outcome.asked - len(outcome.missed) for outcome in outcomes)
    total = sum(outcome.asked + len(outcome.made_up) for outcome in outcomes)
    return found / total if total else 1.0


def show_relatings(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """The table, in lines."""
    by_way: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        by_way.setdefault(outcome.way, []).append(outcome)
    rows = sorted((share_of(group), _row(name, group)) for name, group in by_way.items())
    yield from (row for share, row in rows if share < 1)
    yield _row("all", outcomes)


def _row(name: str, group: Sequence[Outcome]) -> str:
    asked, made_up = sum(outcome.asked for outcome in group), sum(len(outcome.made_up) for outcome in group)
    found = asked - sum(len(outcome.missed) for outcome in group)
    return f"{share_of(group):5.2f} {found:4}/{asked:<4} +{made_up:<3} {name}"


def run(read: Callable[[Sequence[Way]], Iterable[Outcome]], *, data: Path, about: str) -> None:
    """The command line of a table of ways: what reads them, where they are, and what is said of it."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=data, metavar="FILE.yaml")
    parser.add_argument("--show", action="append", default=[], metavar="WAY", help="what is read wrongly of a way")
    args = parser.parse_args()
    outcomes = list(read(load_relatings(args.file)))
    for outcome in outcomes:
        if outcome.way in args.show and (outcome.missed or outcome.made_up):
            print(f"{outcome.text}\n    missed {outcome.missed}\n    made up {outcome.made_up}")
    print("\n".join(show_relatings(outcomes)))


if __name__ == "__main__":
    run(read_relatings, data=DATA, about=__doc__)
