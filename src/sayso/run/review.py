"""`sayso review`: one command a decision, and the lists that wait for one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer
from rich.console import Console
from sqlalchemy import Engine

import sayso.review as review
from sayso.desk import make_console, show_decisions, show_review_list, show_reviewed
from sayso.errors import DecisionRefused
from sayso.ledger import Decided, has_outlet, open_ledger
from sayso.run.coding import adjudicate, agreement, code, sample
from sayso.run.options import DEFAULT_LEDGER, LedgerOption
from sayso.run.review_options import ReasonOption, WhoOption
from sayso.run.rows import json_or_word, write_lines
from sayso.run.search import Form, FormOption, SkipOption

LISTED = 50
"""Incidents that a table lists."""

FieldOption = Annotated[str | None, typer.Option(metavar="FIELD", help="One field of it, instead of the whole.")]
IncidentArgument = Annotated[str, typer.Argument(metavar="INCIDENT", help="An id, or the beginning of one.")]
IncidentsArgument = Annotated[
    list[str], typer.Argument(metavar="INCIDENT...", help="Ids; what was decided on the first counts.")
]
ReportArgument = Annotated[str, typer.Argument(metavar="REPORT", help="A report's id, or where it was found.")]
FromArgument = Annotated[str, typer.Argument(metavar="FROM", help="The incident in which it stands.")]
ToArgument = Annotated[str, typer.Argument(metavar="TO", help="The incident to which it belongs.")]
ReportsArgument = Annotated[list[str], typer.Argument(metavar="REPORT...", help="Those that are another incident.")]
ClaimArgument = Annotated[str, typer.Argument(metavar="CLAIM", help="A claim's id, or its locus.")]
DecisionArgument = Annotated[str, typer.Argument(metavar="DECISION", help="A decision's number, or its key.")]
TargetArgument = Annotated[
    str, typer.Argument(metavar="WHAT", help="An incident or a claim by its id; a report; an outlet by its name.")
]
StateOption = Annotated[str | None, typer.Option(metavar="STATE", help="Those in this state.")]
AssignedOption = Annotated[str | None, typer.Option(metavar="NAME", help="Those given to somebody.")]
ChangedOption = Annotated[bool, typer.Option("--changed", help="Approved or signed off, and another since.")]
RivalsOption = Annotated[bool, typer.Option("--rivals", help="Those whose figures cannot all hold.")]
OneSourceOption = Annotated[bool, typer.Option("--one-source", help="Those that one independent source tells of.")]
BelowOption = Annotated[
    float | None, typer.Option(min=0, max=1, metavar="SHARE", help="Those that count on a claim less sure than this.")
]
ListedOption = Annotated[
    int | None, typer.Option("--rows", min=1, help=f"Incidents at most; a table shows {LISTED} where nothing is said.")
]
LostOption = Annotated[bool, typer.Option("--lost", help="Decisions whose claim, report or incident is not there.")]

app = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False,
    help="Decide on claims and incidents, undo it, and see what waits for a decision.",
)  # fmt: skip


for each in (sample, code, agreement, adjudicate):
    app.command()(each)


# -- to look ------------------------------------------------------------------------------------------------------
@app.command("list")
def list_incidents(
    state: StateOption = None,
    assigned: AssignedOption = None,
    changed: ChangedOption = False,
    rivals: RivalsOption = False,
    one_source: OneSourceOption = False,
    below: BelowOption = None,
    lost: LostOption = False,
    rows: ListedOption = None,
    skip: SkipOption = 0,
    ledger: LedgerOption = DEFAULT_LEDGER,
    form: FormOption = Form.TABLE,
) -> None:
    """List the incidents to which everything that is asked for applies."""
    most = rows or (LISTED if form is Form.TABLE else None)
    wanted = review.Wanted(
        state=state, assignee=assigned, changed=changed, rivals=rivals, one_source=one_source, below=below
    )
    with open_ledger(ledger) as engine:
        docket = review.load_docket(engine)
        if lost:
            _write(docket.lost(), form, show_decisions)
            return
        found = review.work_list(docket, wanted)[skip:]
    _write(found[:most], form, show_review_list)
    if form is Form.TABLE and most and len(found) > most:
        typer.echo(f"There is more: --skip {skip + most} goes on.")


@app.command()
def show(incident: IncidentArgument, ledger: LedgerOption = DEFAULT_LEDGER, form: FormOption = Form.TABLE) -> None:
    """Show an incident as decided: its reports and claims, where it stands, who judged what, what the rule suggests."""
    with open_ledger(ledger) as engine:
        docket = review.load_docket(engine)
        found = docket.review(docket.find(incident))
        _write([found], form, lambda _, console: show_reviewed(docket, found, console))


@app.command()
def history(incident: IncidentArgument, ledger: LedgerOption = DEFAULT_LEDGER, form: FormOption = Form.TABLE) -> None:
    """List what was decided on an incident, its reports and its claims, and what of it was undone."""
    with open_ledger(ledger) as engine:
        docket = review.load_docket(engine)
        _write(review.history(docket, incident), form, show_decisions)


# -- claims -------------------------------------------------------------------------------------------------------
@app.command()
def accept(
    claim: ClaimArgument,
    reason: ReasonOption,
    who: WhoOption,
    field: FieldOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    form: FormOption = Form.TABLE,
) -> None:
    """Accept a claim, or one field of it: a later version of Sayso can't change it."""
    _decide(ledger, form, lambda engine: review.accept_claim(engine, claim, field=field, who=who, reason=reason))


@app.command()
def reject(
    claim: ClaimArgument,
    reason: ReasonOption,
    who: WhoOption,
    field: FieldOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    form: FormOption = Form.TABLE,
) -> None:
    """Reject a claim, or one field of it: it counts for nothing, and stays to be seen."""
    _decide(ledger, form, lambda engine: review.reject_claim(engine, claim, field=field, who=who, reason=reason))


@app.command()
def correct(
    claim: ClaimArgument,
    field: Annotated[str, typer.Argument(metavar="FIELD", help="A field of the claim: best, group, actor, realis.")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="As JSON (15, null, a list), or a word.")],
    reason: ReasonOption,
    who: WhoOption,
    ledger: LedgerOption = DEFAULT_LEDGER,
    form: FormOption = Form.TABLE,
) -> None:
    """Correct a field of a claim; what was read stays beside it."""
    given = json_or_word(value)
    _decide(ledger, form, lambda engine: review.correct_claim(engine, claim, field, given, who=who, reason=reason))


# -- incidents ----------------------------------------------------------------------------------------------------
@app.command()
def merge(
    incidents: IncidentsArgument,
    reason: ReasonOption,
    who: WhoOption,
    ledger: LedgerOption = DEFAULT_LEDGER,
    form: FormOption = Form.TABLE,
) -> None:
    """Make one incident of several; the first one's state and grades count."""
    _decide(ledger, form, lambda engine: review.merge_incidents(engine, incidents, who=who, reason=reason))


@app.command()
def split(
    incident: IncidentArgument,
    reports: ReportsArgument,
    reason: ReasonOption,
    who: WhoOption,
    ledger: LedgerOption = DEFAULT_LEDGER,
    form: FormOption = Form.TABLE,
) -> None:
    """Make two incidents of one; the part with the earliest report keeps the id, the state and the grades."""
    _decide(ledger, form, lambda engine: review.split_incident(engine, incident, reports, who=who, reason=reason))


@app.command()
def move(
    report: ReportArgument,
    source: FromArgument,
    to: ToArgument,
    reason: ReasonOption,
    who: WhoOption,
    ledger: LedgerOption = DEFAULT_LEDGER,
    form: FormOption = Form.TABLE,
) -> None:
    """Move a report from one incident to another."""
    _decide(ledger, form, lambda engine: review.move_report(engine, report, source, to, who=who, reason=reason))


@app.command()
def grade(
    what: TargetArgument,
    given: Annotated[str, typer.Argument(metavar="GRADE", help="A to F for a source, 1 to 6 for what it says, or B2.")],
    reason: ReasonOption,
    who: WhoOption,
    ledger: LedgerOption = DEFAULT_LEDGER,
    form: FormOption = Form.TABLE,
) -> None:
    """Grade a report or an outlet (A to F), a report, a claim or an incident (1 to 6), by the Admiralty scale."""
    parts = _grades(given)
    with open_ledger(ledger) as engine:
        _write([_grade(engine, what, part, who, reason) for part in parts], form, show_decisions)


@app.command()
def harm(
    incident: IncidentArgument,
    word: Annotated[str, typer.Argument(metavar="WORD", help="confirmed, fair, weak, contested or discounted.")],
    reason: ReasonOption,
    who: WhoOption,
    ledger: LedgerOption = DEFAULT_LEDGER,
    form: FormOption = Form.TABLE,
) -> None:
    """Decide by which of Airwars' five words an incident's harm goes; 'show' says which one the rule suggests."""
    _decide(ledger, form, lambda engine: review.set_harm(engine, incident, word, who=who, reason=reason))


@app.command()
def state(
    incident: IncidentArgument,
    to: Annotated[str, typer.Argument(metavar="STATE", help="in_progress, ready_for_review, approved, signed_off.")],
    reason: ReasonOption,
    who: WhoOption,
    ledger: LedgerOption = DEFAULT_LEDGER,
    form: FormOption = Form.TABLE,
) -> None:
    """Take an incident to another state."""
    _decide(ledger, form, lambda engine: review.set_state(engine, incident, to, who=who, reason=reason))


@app.command()
def assign(
    incident: IncidentArgument,
    reason: ReasonOption,
    who: WhoOption,
    assignee: Annotated[str | None, typer.Argument(metavar="[NAME]", help="To whom; to nobody without a name.")] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    form: FormOption = Form.TABLE,
) -> None:
    """Give an incident to somebody, or back."""
    _decide(ledger, form, lambda engine: review.assign(engine, incident, assignee, who=who, reason=reason))


@app.command()
def comment(
    what: Annotated[str, typer.Argument(metavar="WHAT", help="An incident or a claim, by its id.")],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What there is to note.")],
    who: WhoOption,
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why it is noted.")] = "a comment",
    ledger: LedgerOption = DEFAULT_LEDGER,
    form: FormOption = Form.TABLE,
) -> None:
    """Note something on an incident or a claim."""
    note = review.comment_claim if _is_claim(what) else review.comment_incident
    _decide(ledger, form, lambda engine: note(engine, what, text, who=who, reason=reason))


@app.command()
def withhold(
    what: Annotated[str, typer.Argument(metavar="WHAT", help="An incident or a report, by its id.")],
    reason: ReasonOption,
    who: WhoOption,
    release: Annotated[bool, typer.Option("--release", help="Withhold it no more.")] = False,
    ledger: LedgerOption = DEFAULT_LEDGER,
    form: FormOption = Form.TABLE,
) -> None:
    """Withhold a report, or an incident with its reports, from who may not see restricted records."""
    take = review.withhold_incident if what.startswith("incident:") else review.withhold_report
    _decide(ledger, form, lambda engine: take(engine, what, withheld=not release, who=who, reason=reason))


@app.command()
def undo(
    decision: DecisionArgument,
    reason: ReasonOption,
    who: WhoOption,
    ledger: LedgerOption = DEFAULT_LEDGER,
    form: FormOption = Form.TABLE,
) -> None:
    """Undo a decision exactly; refused, with its key, where a later decision rests on it."""
    _decide(ledger, form, lambda engine: review.undo(engine, decision, who=who, reason=reason))


# -- what they share ----------------------------------------------------------------------------------------------
def _decide(ledger: str, form: Form, decision: Callable[[Engine], Decided]) -> None:
    with open_ledger(ledger) as engine:
        _write([decision(engine)], form, show_decisions)


def _write(found: Sequence[Any], form: Form, show: Callable[[Any, Console], None]) -> None:
    if form is Form.TABLE:
        show(found, make_console())
        return
    write_lines(found)


def _grades(given: str) -> list[str | int]:
    """A letter, a digit, or one after the other."""
    found = re.fullmatch(r"([A-Fa-f])?([1-6])?", given)
    if not given or not found:
        raise typer.BadParameter(f"{given!r} is no grade; give A to F, 1 to 6, or both (B2)", param_hint="GRADE")
    letter, digit = found.groups()
    return [*([letter.upper()] if letter else []), *([int(digit)] if digit else [])]


def _grade(engine: Engine, what: str, given: str | int, who: str, reason: str) -> Decided:
    """A letter is for a report or an outlet, also for the report of a claim; a digit for what is said."""
    if _is_claim(what):
        if isinstance(given, int):
            return review.grade_claim(engine, what, given, who=who, reason=reason)
        what = review.find_claim(engine, what)[0].report.id
    if what.startswith("incident:"):
        if isinstance(given, str):
            raise DecisionRefused("an incident has several sources: give the letter to a report or an outlet")
        return review.grade_incident(engine, what, given, who=who, reason=reason)
    if isinstance(given, str) and has_outlet(engine, what):
        return review.grade_outlet(engine, what, given, who=who, reason=reason)
    return review.grade_report(engine, what, given, who=who, reason=reason)


def _is_claim(what: str) -> bool:
    return what.startswith(("claim:", "locus:"))
