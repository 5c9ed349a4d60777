"""`sayso explain`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any

import msgspec
import typer

from sayso.desk import make_console
from sayso.extract import KINDS, ClaimLine, Explainer, Explanation
from sayso.parse import parse_grammars
from sayso.records import RefusedInput, Report
from sayso.run.explain_terminal import show_explanations, show_list
from sayso.run.options import ModelOption, PublishedOption, given_days
from sayso.run.read import tell_refusal
from sayso.run.reading import read_inputs
from sayso.run.status import status_of


class Format(StrEnum):
    """How explanations are written."""

    TABLE = "table"
    JSON = "json"


class Ask(msgspec.Struct, frozen=True):
    """What is asked of a report; nothing for a list of its claims."""

    claim: str | None
    at: int | None
    words: str | None
    kind: str | None

    def __post_init__(self) -> None:
        if sum(option is not None for option in (self.claim, self.at, self.words, self.kind)) > 1:
            raise typer.BadParameter("give one of --claim, --at, --words and --kind")
        if self.kind is not None and self.kind not in KINDS:
            raise typer.BadParameter(f"{self.kind!r} is none of {', '.join(KINDS)}", param_hint="--kind")

    @property
    def is_list(self) -> bool:
        return (self.claim, self.at, self.words, self.kind) == (None, None, None, None)

    def of(self, explainer: Explainer) -> tuple[Explanation, ...]:
        """The answers of one report."""
        if self.claim is not None:
            found = explainer.by_id(self.claim)
            return (found,) if found is not None else ()
        if self.at is not None:
            return explainer.at(self.at)
        return explainer.words(self.words) if self.words is not None else explainer.of_kind(self.kind or "")

    def __str__(self) -> str:
        rows = (("--claim", self.claim), ("--at", self.at), ("--words", self.words), ("--kind", self.kind))
        return " ".join(f"{name} {value!r}" for name, value in rows if value is not None)


PathArgument = Annotated[str, typer.Argument(metavar="PATH", help="A report, a corpus, or - for standard input.")]
ClaimOption = Annotated[str | None, typer.Option(metavar="ID", help="The item whose id is, or begins with, this.")]
AtOption = Annotated[int | None, typer.Option(metavar="OFFSET", min=0, help="All at a code point of report.text.")]
WordsOption = Annotated[str | None, typer.Option(metavar="TEXT", help="All where these words are, or why none.")]
KindOption = Annotated[str | None, typer.Option(metavar="KIND", help=f"All of one kind: {', '.join(KINDS)}.")]
FormatOption = Annotated[Format, typer.Option("--format", help="For a person, or one JSON object a report.")]


def command(
    path: PathArgument,
    claim: ClaimOption = None,
    at: AtOption = None,
    words: WordsOption = None,
    kind: KindOption = None,
    published: PublishedOption = None,
    form: FormatOption = Format.TABLE,
    model: ModelOption = None,
) -> None:
    """Show how a value of a record was made: words, rules, alternatives. Without an option, list the claims."""
    ask, codes, answered = Ask(claim, at, words, kind), set(), False
    for item in read_inputs([path], published=given_days(published)):
        if isinstance(item, RefusedInput):
            tell_refusal(item)
            codes.add(item.refused.code)
        else:
            answered = _answer(item, ask, form, model) or answered
    if not answered and not codes:
        raise typer.BadParameter(f"nothing in {path} answers to {ask}")
    raise typer.Exit(status_of(codes))


def _answer(report: Report, ask: Ask, form: Format, model: str | None) -> bool:
    """Print what one report has to say; whether it has anything."""
    explainer = Explainer(report, next(parse_grammars([report], model=model)))
    found = explainer.claims() if ask.is_list else ask.of(explainer)
    if found or ask.is_list:
        (_write_json if form is Format.JSON else _show)(explainer, found, ask)
    return bool(found) or ask.is_list


def _write_json(explainer: Explainer, found: tuple[Any, ...], ask: Ask) -> None:
    name = "claims" if ask.is_list else "explanations"
    line = msgspec.json.encode({"uri": explainer.record.report.uri, name: found})
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()


def _show(explainer: Explainer, found: tuple[ClaimLine | Explanation, ...], ask: Ask) -> None:
    console = make_console()
    for line in _headlines(explainer):
        console.print(line, style="bold", markup=False)
    (show_list if ask.is_list else show_explanations)(explainer, found, console)


def _headlines(explainer: Explainer) -> Iterator[str]:
    report = explainer.record.report
    yield report.uri or report.id
    if report.relevance is not None and not report.relevance.conflict:
        yield f"Not about armed conflict ({report.relevance.basis}): 'sayso read' leaves it unread without --all."
