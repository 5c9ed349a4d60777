"""One happening told in many ways: whatever the syntax, the record has to stay the same.

    python -m bench.alternations [FILE.yaml ...] [--by way|base] [--show NAME] [--only NAME] [--every N]

A file has bases (a happening in parts: who, what was done, to whom, where, on which day) and ways of telling
("{Object} {o_was} {done} by {actor} {place} on {day}."). Each base is told in each way that its parts allow, read as a
report of one sentence, and compared with what base and way say should be read. The table has one row a way, or a base,
the worst first: how often the happening was found, then each field's share of those that should have it.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bench.telling import DATA, Telling, load_alternations, tell_all
from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.records import Claim, Event, Record, Report, report_id
from sayso.records.report import Block, Published

PUBLISHED = dt.date(2024, 3, 14)
"""A Thursday: the day of every report."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FOUND, ALONE = "found", "nothing else"


class Outcome(NamedTuple):
    """A telling, what was read of it, and by field whether that is what was told."""

    telling: Telling
    record: Record
    checks: dict[str, bool]


# -- reading ----------------------------------------------------------------------------------------------------------
def read_tellings(tellings: Sequence[Telling]) -> Iterator[Outcome]:
    """Tellings in, what was read of each out."""
    reports = [as_report(telling.text) for telling in tellings]
    for telling, report, grammar in zip(tellings, reports, parse_grammars(reports), strict=True):
        record = extract_record(report, grammar)
        yield Outcome(telling, record, check(telling, record))


def as_report(text: str) -> Report:
    """A report of one paragraph, or of a headline where no stop ends it."""
    day = PUBLISHED.isoformat()
    kind = "paragraph" if text.rstrip('"').endswith((".", "?")) else "headline"
    return Report(
        id=report_id(text.encode()),
        text=text,
        published=Published(start=day, end=day, basis="given"),
        blocks=(Block(kind=kind, start=0, end=len(text)),),
    )


def check(telling: Telling, record: Record) -> dict[str, bool]:
    """Field -> whether it is as told, of the claim that fits best; what was not found is right in nothing."""
    wanted = telling.wanted()
    fields = [field for field in wanted if field in CHECKS]
    about = [claim for claim in record.claims if is_about(telling, claim)]
    each = [{field: CHECKS[field](record, claim, wanted[field]) for field in fields} for claim in about]
    best = max(each, key=lambda checks: sum(checks.values()), default=dict.fromkeys(fields, False))
    return {FOUND: bool(about), **best, ALONE: not strays(telling, record)}


def is_about(telling: Telling, claim: Claim) -> bool:
    """Whether the claim is of the kind and the values that the base is; an event also of its words."""
    base = telling.base
    if claim.__struct_config__.tag != base.kind:
        return False
    same = all(_same(getattr(claim, field), value) for field, value in base.reads.items())
    if not isinstance(claim, Event):
        return same
    start, end = claim.trigger
    return same and any(start < deed_end and deed_start < end for deed_start, deed_end in telling.deed)


def _same(value: Any, wanted: Any) -> bool:
    if isinstance(value, tuple):
        return set(as_list(wanted)) <= set(value)
    return value in as_list(wanted)


def strays(telling: Telling, record: Record) -> list[Event]:
    """Events that nobody told of."""
    base, way = telling.base, telling.way
    told = {*base.besides, *way.besides, *as_list(base.reads.get("type", []))}
    return [claim for claim in record.claims if isinstance(claim, Event) and claim.type not in told]


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


# -- comparing --------------------------------------------------------------------------------------------------------
def words_of(record: Record, one: str | None) -> str:
    """The name and the words of the party, person or place behind an id."""
    items = itertools.chain(record.parties, record.people, record.places)
    text = record.report.text
    known = (i for i in items if i.id == one)
    return " ".join(part for i in known for part in (i.name or "", *(text[a:b] for a, b in i.evidence))).lower()


def is_them(record: Record, ids: Sequence[str], wanted: str | Sequence[str]) -> bool:
    """Whether the ids are those whose words are wanted, all of them and no others; nobody where none is."""
    names = [wanted] if isinstance(wanted, str) else wanted
    names = [name.lower() for name in names if name]
    told = [words_of(record, one) for one in ids]
    return all(any(n in w for n in names) for w in told) and all(any(n in w for w in told) for n in names)


def is_said_by(record: Record, claim: Claim, wanted: str) -> bool:
    """Whether the one wanted stands in the claim's chain of speakers; where none is, it is the outlet's own word, or
    nobody's by name."""
    sayings, at, who = {u.id: u for u in record.utterances}, claim.utterance, []
    while at is not None:
        who += [" ".join((words_of(record, s.party), words_of(record, s.person))) for s in sayings[at].speakers]
        at = sayings[at].outer
    return any(wanted.lower() in words for words in who) if wanted else not who


def is_place(record: Record, claim: Claim, wanted: str | Sequence[str]) -> bool:
    """Whether it is set there, or on a site there."""
    sites = {place.id: place.within for place in record.places if place.kind == "site"}
    towns = dict.fromkeys(sites.get(one) or one for one in claim.where)
    named = [one for one in towns if one not in sites]
    return is_them(record, claim.where, wanted) or is_them(record, named, wanted)


def is_day(record: Record, claim: Claim, wanted: str) -> bool:
    when = (claim.when.start, claim.when.end) if claim.when is not None else (None, None)
    return when == (day_before(wanted),) * 2 if wanted else when == (None, None)


def day_before(name: str) -> str:
    """A weekday's name, or the day itself, in; the day out."""
    if name not in WEEKDAYS:
        return name
    return (PUBLISHED - dt.timedelta(days=(PUBLISHED.weekday() - WEEKDAYS.index(name)) % 7)).isoformat()


def _who(field: str) -> Callable[[Record, Any, Any], bool]:
    return lambda record, claim, wanted: is_them(record, getattr(claim, field, ()), wanted)


CHECKS: dict[str, Callable[[Record, Any, Any], bool]] = {
    "actor": _who("actor"),
    "recipient": _who("recipient"),
    "holder": _who("holder"),
    "area": _who("area"),
    "realis": lambda record, claim, wanted: _same(claim.realis, wanted),
    "said_by": is_said_by,
    "place": is_place,
    "day": is_day,
}


# -- telling of it ----------------------------------------------------------------------------------------------------
class Row(NamedTuple):
    """A way or a base: how many tellings, the share of all checks that hold, and the same by field."""

    name: str
    tellings: int
    share: float
    fields: Mapping[str, float]


def make_rows(outcomes: Iterable[Outcome], *, by: str) -> list[Row]:
    """The outcomes by "way" or "base", the worst first."""
    grouped: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        grouped.setdefault(getattr(outcome.telling, by).name, []).append(outcome)
    return sorted((make_row(name, group) for name, group in grouped.items()), key=lambda row: row.share)


def make_row(name: str, outcomes: Sequence[Outcome]) -> Row:
    asked = Counter(field for outcome in outcomes for field in outcome.checks)
    right = Counter(field for outcome in outcomes for field, holds in outcome.checks.items() if holds)
    share = right.total() / asked.total() if asked else 1.0
    return Row(name, len(outcomes), share, {field: right[field] / asked[field] for field in asked})


def as_shares(outcomes: Iterable[Outcome]) -> dict[str, float]:
    """Field -> the share that is as told; "all" of all checks."""
    row = make_row("all", list(outcomes))
    return {"all": row.share, **row.fields}


def show_rows(rows: Sequence[Row]) -> Iterator[str]:
    """The table, in lines."""
    fields = [FOUND, *CHECKS, ALONE]
    fields = [field for field in fields if any(field in row.fields for row in rows)]
    width = max((len(row.name) for row in rows), default=0)
    yield " ".join([" " * width, "   n", "  all", *(f"{field:>12}" for field in fields)])
    for row in rows:
        shares = (f"{row.fields[field]:12.2f}" if field in row.fields else " " * 12 for field in fields)
        yield " ".join([f"{row.name:{width}}", f"{row.tellings:4}", f"{row.share:5.2f}", *shares])


def show_outcome(outcome: Outcome) -> Iterator[str]:
    """The sentence, what is wrong with it, and what was read."""
    telling, record = outcome.telling, outcome.record
    wrong = [field for field, holds in outcome.checks.items() if not holds]
    yield f"{telling.base.name} / {telling.way.name}: {telling.text}"
    wanted = {field: value for field, value in telling.wanted().items() if field in wrong}
    yield f"    wrong: {', '.join(wrong)} {wanted}" if wrong else "    as told"
    yield from (f"    read: {shown(record, claim)}" for claim in record.claims if wrong)


def shown(record: Record, claim: Any) -> str:
    """A claim in one line."""
    own = " ".join(
        str(getattr(claim, field)) for field in ("type", "measure", "state", "themes") if hasattr(claim, field)
    )
    words = "/".join(record.report.text[slice(*span)] for span in claim.evidence)[:60]
    who = " ".join(
        f"{field}={[words_of(record, one)[:40] for one in ids]}"
        for field in ("actor", "recipient", "holder", "where", "area")
        if (ids := getattr(claim, field, ()))
    )
    said = next((u for u in record.utterances if u.id == claim.utterance), None)
    speakers = [words_of(record, s.party or s.person)[:30] for s in said.speakers] if said else ""
    day = claim.when.start if claim.when else None
    return f"{own} {words!r} {claim.realis} {who} {day} {f'said by {speakers}' if said else ''}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=[DATA], metavar="FILE.yaml")
    parser.add_argument("--by", choices=("way", "base"), default="way")
    parser.add_argument(
        "--show", action="append", default=[], metavar="NAME", help="what is read wrongly of a way or base"
    )
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="read these ways or bases only")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="one telling in so many")
    args = parser.parse_args()
    tellings = [telling for path in args.files for telling in tell_all(load_alternations(path))][:: args.every]
    if names := {*args.only, *args.show}:
        tellings = [t for t in tellings if names & {t.base.name, t.way.name}]
    outcomes = list(read_tellings(tellings))
    for outcome in outcomes:
        if {outcome.telling.base.name, outcome.telling.way.name} & set(args.show) and not all(outcome.checks.values()):
            print("\n".join(show_outcome(outcome)))
    print("\n".join(show_rows([*make_rows(outcomes, by=args.by), make_row("all", outcomes)])))


if __name__ == "__main__":
    main()
