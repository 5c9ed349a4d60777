"""`sayso review sample`, `code`, `agreement` and `adjudicate`: blind double coding, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec
import typer

import sayso.review as review
from sayso.errors import CodingRefused
from sayso.ledger import open_ledger
from sayso.run.options import DEFAULT_LEDGER, LedgerOption
from sayso.run.review_options import ReasonOption, WhoOption
from sayso.run.rows import json_or_word, print_rows, write_lines
from sayso.run.search import Form, FormOption

SampleArgument = Annotated[str, typer.Argument(metavar="SAMPLE", help="What the sample is called.")]
UnitArgument = Annotated[str | None, typer.Argument(metavar="[UNIT]", help="What is coded; without it the next one.")]
ValuesArgument = Annotated[
    list[str] | None, typer.Argument(metavar="[FIELD=VALUE]...", help="What it is; as JSON, or a word.")
]
CoderOption = Annotated[list[str], typer.Option("--coder", metavar="NAME", help="Who codes; two or more.")]
OfOption = Annotated[str, typer.Option("--of", metavar="KIND", help=f"Of what: {', '.join(review.CODED)}.")]
UnitsOption = Annotated[int, typer.Option("--units", min=1, metavar="NUMBER", help="How many are drawn.")]
FieldsOption = Annotated[
    list[str] | None,
    typer.Option("--field", metavar="FIELD", help="What is coded of each, if not the usual."),
]
SeedOption = Annotated[int, typer.Option("--seed", metavar="NUMBER", help="The same seed draws the same ones.")]
NoteOption = Annotated[str, typer.Option("--note", metavar="TEXT", help="Why, where it is not plain.")]
AROUND = 200
"""Characters of a report that are shown on either side of what is coded."""


def sample(
    name: SampleArgument,
    coders: CoderOption,
    who: WhoOption,
    of: OfOption = "figure",
    units: UnitsOption = 50,
    fields: FieldsOption = None,
    seed: SeedOption = 1,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Draw claims or incidents by lot, for two or more to code without seeing one another's work."""
    with open_ledger(ledger) as engine:
        drawn = review.draw_sample(engine, name, coders, of=of, units=units, fields=fields or (), seed=seed, who=who)
    told = f"{len(drawn.units)} of {drawn.of}, each {', '.join(drawn.fields)}, for {', '.join(drawn.coders)}"
    typer.echo(f"{drawn.name}: {told}.")


def code(
    name: SampleArgument,
    who: WhoOption,
    unit: UnitArgument = None,
    values: ValuesArgument = None,
    note: NoteOption = "",
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Show what is to be coded next, or say what the fields of a unit are."""
    with open_ledger(ledger) as engine:
        if unit and values:
            review.code_unit(engine, name, unit, dict(map(_parted, values)), coder=who, note=note)
        found = review.find_sample(engine, name)
        units = review.coding_units(engine, name, coder=who)
    left = [each for each in units if {*found.fields} - each.said.keys()]
    shown = [each for each in units if each.unit == unit] if unit and not values else left[:1]
    typer.echo(f"{name}: {len(units) - len(left)} of {len(units)} are coded; of each: {', '.join(found.fields)}.")
    for each in shown:
        typer.echo(f"\n{each.unit}\n{_around(each)}")


def agreement(name: SampleArgument, ledger: LedgerOption = DEFAULT_LEDGER, form: FormOption = Form.TABLE) -> None:
    """Say how far coders agree, by Krippendorff's alpha, and on what they do not, once all have coded everything."""
    with open_ledger(ledger) as engine:
        found = review.agreement_of(engine, name)
    if form is Form.JSONL:
        write_lines([found])
        return
    rows = ((each.field, each.scale, _alpha(each), str(each.units), str(each.same)) for each in found.fields)
    print_rows(("Field", "Scale", "Alpha", "Units", "The same"), rows)
    print_rows(("Unit", "Field", *found.sample.coders, "Decided"), _disagreed(found))


def adjudicate(
    name: SampleArgument,
    unit: Annotated[str, typer.Argument(metavar="UNIT", help="On what they disagree.")],
    field: Annotated[str, typer.Argument(metavar="FIELD", help="In which field.")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="What it is; as JSON, or a word.")],
    reason: ReasonOption,
    who: WhoOption,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Decide on what coders disagree on: a decision like any other."""
    with open_ledger(ledger) as engine:
        done = review.adjudicate(engine, name, unit, field, json_or_word(value), who=who, reason=reason)
    typer.echo(f"{done.decision.kind} {field}: decision {done.number}.")


def _parted(given: str) -> tuple[str, object]:
    field, equals, value = given.partition("=")
    if not equals:
        raise CodingRefused(f"{given!r} is no FIELD=VALUE")
    return field, json_or_word(value)


def _around(unit: review.CodingUnit) -> str:
    """The words, and what stands around them; the reports of an incident."""
    if not unit.evidence:
        return "\n".join(unit.reports)
    start, end = unit.evidence[0][0], unit.evidence[-1][1]
    before, after = unit.text[max(0, start - AROUND) : start], unit.text[end : end + AROUND]
    return f"{before}[{unit.text[start:end]}]{after}"


def _alpha(each: review.FieldAgreement) -> str:
    return "" if each.alpha is None else f"{each.alpha:.3f}"


def _disagreed(found: review.Agreement) -> Iterator[tuple[str, ...]]:
    for each in found.disagreements:
        said = [msgspec.json.encode(each.said[coder].value).decode() for coder in found.sample.coders]
        yield each.unit, each.field, *said, (each.decided or "").removeprefix("decision:")[:12]
