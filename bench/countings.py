"""Numbers told in many ways: whatever the construction, the figures have to stay the same.

    python -m bench.countings [FILE.yaml] [--show WAY]

A file has bases (a number, whom it counts, where, by whose word) and ways of telling, each with the figures that it
should give. The table has one row a way that is not always read, the worst first.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.records import Figure, Record, Report, report_id

DATA = Path(__file__).with_name("countings.yaml")
PART = re.compile(r"\{(\w+)\}")
SIGNS = {
    "at_least": ">=",
    "more_than": ">",
    "up_to": "<=",
    "fewer_than": "<",
    "nearly": "~<",
    "about": "~",
    "vague": "v",
}
LEFT_OUT = ("other", "attacks", "fighters_present")
FIELDS = ("found", "group", "status")

Words = tuple[str, ...]


class Way(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How it is told, and the figures that should be read: "killed {value} {group}", with nature and status behind.

    Parts of a base stand in braces, with a capital where one is wanted. needs: what a base must be marked with. place,
    said_by: words of the place and of the speaker of every figure; empty where there is none, null where nobody asks.
    """

    name: str
    text: str
    wants: Words
    needs: Words = ()
    place: str | None = None
    said_by: str | None = None


class Countings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """bases: name -> its parts and what they are worth; marks: name of a base -> what it is marked with."""

    bases: dict[str, dict[str, str]]
    marks: dict[str, Words]
    ways: tuple[Way, ...]


class Counting(NamedTuple):
    """A base told in a way."""

    base: str
    way: Way
    text: str
    parts: dict[str, str]


class Outcome(NamedTuple):
    """What was read of a telling, and how many checks of each kind were asked and held."""

    counting: Counting
    read: list[str]
    asked: Counter[str]
    held: Counter[str]


# -- telling ----------------------------------------------------------------------------------------------------------
def load_countings(path: Path = DATA) -> Countings:
    """A file in, its bases and ways out. Raises msgspec.ValidationError for what the file may not have."""
    return msgspec.yaml.decode(path.read_bytes(), type=Countings)


def fill(text: str, parts: dict[str, str]) -> str:
    """The text with the parts in their places, a capital part where its name has a capital."""
    capital = {name.capitalize(): words[:1].upper() + words[1:] for name, words in parts.items()}
    return PART.sub(lambda match: {**capital, **parts}[match[1]], text)


def tell_countings(data: Countings) -> list[Counting]:
    """Each base in each way whose needs it meets."""
    pairs = ((way, base) for way in data.ways for base in data.bases if {*way.needs} <= {*data.marks.get(base, ())})
    return [Counting(base, way, fill(way.text, data.bases[base]), data.bases[base]) for way, base in pairs]


# -- reading ----------------------------------------------------------------------------------------------------------
def read_countings(countings: Sequence[Counting]) -> Iterator[Outcome]:
    """Tellings in, what was read of each out."""
    reports = [Report(id=report_id(counting.text.encode()), text=counting.text) for counting in countings]
    for counting, report, grammar in zip(countings, reports, parse_grammars(reports), strict=True):
        yield check(counting, extract_record(report, grammar))


def check(counting: Counting, record: Record) -> Outcome:
    """A telling and its record in; what was asked and what held out."""
    figures = [c for c in record.claims if isinstance(c, Figure) and c.measure not in LEFT_OUT]
    lines = [in_a_line(figure) for figure in sorted(figures, key=lambda figure: figure.span)]
    asked, held, left = Counter[str](), Counter[str](), list(lines)
    for wanted in (fill(want, counting.parts).split() for want in counting.way.wants):
        told = nearest(wanted, left)
        if told:
            left.remove(" ".join(told))
        asked.update(FIELDS)
        held.update(found=bool(told), group=told[2:3] == wanted[2:3], status=bool(told) and told[3:] == wanted[3:])
    for field, words in (("place", counting.way.place), ("said by", counting.way.said_by)):
        if words is not None and figures:
            asked[field] += 1
            held[field] += all(fill(words, counting.parts) in words_of(record, figure, field) for figure in figures)
    asked["nothing else"], held["nothing else"] = 1, int(not left)
    return Outcome(counting, lines, asked, held)


def nearest(wanted: list[str], lines: Sequence[str]) -> list[str]:
    """The words of the line with the measure and number that are wanted, the same in all where there is one."""
    same = [line.split() for line in lines if line.split()[:2] == wanted[:2]]
    return min(same, key=lambda told: told != wanted, default=[])


def in_a_line(figure: Figure) -> str:
    """As in "killed >=12 civilians part"."""
    words = [figure.measure, number_of(figure), figure.group or "-"]
    words += [figure.nature] if figure.nature != "event_count" else []
    words += [figure.realis] if figure.realis not in ("happened", "ongoing") else []
    return " ".join([*words, *(["background"] if figure.background else [])])


def number_of(figure: Figure) -> str:
    """The number with a sign for its bound."""
    if figure.low is not None and figure.high is not None:
        return f"{figure.low:.0f}-{figure.high:.0f}"
    value = next(n for n in (figure.best, figure.low, figure.high) if n is not None)
    return f"{SIGNS.get(figure.modifier, '')}{value:.0f}"


def words_of(record: Record, figure: Figure, field: str) -> str:
    """The words of the places of a figure, or of those who say it."""
    saying = next((u for u in record.utterances if u.id == figure.utterance), None)
    speakers = [one for s in saying.speakers for one in (s.party, s.person)] if saying is not None else []
    ids = {*(figure.where if field == "place" else speakers)}
    items = [item for item in (*record.parties, *record.people, *record.places) if item.id in ids]
    return " ".join(record.report.text[start:end] for item in items for start, end in item.evidence)


# -- telling of it ----------------------------------------------------------------------------------------------------
def share_of(outcomes: Sequence[Outcome]) -> float:
    """The share of all checks that hold."""
    asked = sum((outcome.asked for outcome in outcomes), Counter[str]())
    held = sum((outcome.held for outcome in outcomes), Counter[str]())
    return held.total() / asked.total() if asked else 1.0


def show_countings(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """The table, in lines."""
    by_way: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        by_way.setdefault(outcome.counting.way.name, []).append(outcome)
    rows = sorted((share_of(group), name, len(group)) for name, group in by_way.items())
    yield from (f"{share:5.2f} {number:4} {name}" for share, name, number in rows if share < 1)
    yield f"{share_of(outcomes):5.2f} {len(outcomes):4} all"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=DATA, metavar="FILE.yaml")
    parser.add_argument("--show", action="append", default=[], metavar="WAY", help="what is read wrongly of a way")
    args = parser.parse_args()
    outcomes = list(read_countings(tell_countings(load_countings(args.file))))
    for outcome in outcomes:
        if outcome.counting.way.name in args.show and outcome.asked != outcome.held:
            print(f"{outcome.counting.text}\n    {outcome.read}")
    print("\n".join(show_countings(outcomes)))


if __name__ == "__main__":
    main()
