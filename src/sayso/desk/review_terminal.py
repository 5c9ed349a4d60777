"""Worklists, reviewed incidents and the log of decisions as tables for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.codebook import load_grades
from sayso.desk.incidents_terminal import show_incidents
from sayso.desk.sitrep_words import count_words, days_words, shorten, visible
from sayso.ledger import Decided
from sayso.review import Docket, Judged, ReviewedClaim, ReviewedIncident

SHORT = 12
"""Digits of a key that are shown: enough to name it again."""
LONGEST_QUOTE, LONGEST_VALUE = 160, 60
PARTS = "incidents"
"""Where a merge, a split or a move keeps which ids are one incident."""
HASHED = frozenset(("incident", "locus", "sha256"))
UNBROKEN = frozenset(("Incident", "Claim", "Report", "No.", "Key"))
"""Columns of names that somebody copies into the next command."""
LISTED = ("Incident", "When", "Where", "Reports", "Sources", "State", "Whose", "Harm")
REPORTED = ("Report", "Outlet", "Day", "Grade", "Put here by", "Where it was found")
CLAIMED = ("Claim", "Kind", "What", "Sure", "Decided", "The words")
LOGGED = ("No.", "Key", "When", "Who", "What", "Of", "Before", "After", "Why", "Stands")


def show_review_list(found: Sequence[ReviewedIncident], console: Console) -> None:
    """A row for each incident."""
    console.print(Text(count_words(len(found), "incident"), style="bold"))
    _print_table(console, LISTED, map(_listed, found))


def show_reviewed(docket: Docket, reviewed: ReviewedIncident, console: Console) -> None:
    """One incident with its judgements, its reports, its claims with what was decided on them, its comments."""
    show_incidents([reviewed.incident], console)
    for line in _judgements(reviewed):
        console.print(Text(visible(line)), soft_wrap=True)
    _print_table(console, REPORTED, _reported(reviewed))
    _print_table(console, CLAIMED, _claimed(docket, reviewed))
    for remark in reviewed.comments:
        console.print(Text(visible(f"{remark.who}, {_moment(remark.decided_at)}: {remark.text}")), soft_wrap=True)


def show_decisions(log: Sequence[Decided], console: Console) -> None:
    """A row for each row of the log."""
    _print_table(console, LOGGED, map(_logged, log))


def _print_table(console: Console, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="dim", show_edge=False)
    for name in columns:
        table.add_column(name, overflow="fold", no_wrap=name in UNBROKEN)
    for row in rows:
        table.add_row(*(Text(visible(cell)) for cell in row))
    console.print(table)


def _listed(each: ReviewedIncident) -> tuple[str, ...]:
    incident = each.incident
    return (
        incident.id,
        days_words(incident.when.start, incident.when.end),
        incident.where[0].name if incident.where else "",
        str(len({account.id for account in incident.accounts})),
        str(incident.independent_sources),
        each.state,
        each.assignee or "",
        _harm(each),
    )


def _harm(each: ReviewedIncident) -> str:
    if each.harm:
        return each.harm.value
    return f"({each.suggested.word}?)" if each.suggested else ""


def _judgements(each: ReviewedIncident) -> Iterator[str]:
    yield f"State: {each.state}" + (f"; given to {each.assignee}" if each.assignee else "")
    if each.suggested:
        yield f"Harm suggested: {each.suggested.word} ({each.suggested.why}; {each.suggested.rule})"
    if each.harm:
        yield f"Harm: {_judgement(each.harm)}"
    if each.information:
        meaning = load_grades().credibility[each.information.value]
        yield f"Information: {_judgement(each.information)} ({meaning})"


def _judgement(judged: Judged) -> str:
    since = "; the incident is another since" if judged.changed_since else ""
    return f"{judged.value}, says {judged.who} on {_moment(judged.decided_at)}: {judged.reason}{since}"


def _reported(each: ReviewedIncident) -> Iterator[tuple[str, ...]]:
    for report in each.incident.accounts:
        graded = (each.sources.get(report.id), each.credibility.get(report.id))
        yield (
            _named(report.id),
            report.outlet or "",
            report.day or "",
            "".join(str(grade.value) for grade in graded if grade),
            _short(report.decided_by) if report.decided_by else "",
            " ".join(report.uris),
        )


def _claimed(docket: Docket, each: ReviewedIncident) -> Iterator[tuple[str, ...]]:
    """The claims as decided, rejected ones at the end."""
    decided = {claim.id: claim for claim in each.claims}
    rows = [*each.incident.claims, *(claim for claim in each.claims if claim.decided is None)]
    for row in rows:
        account = docket.machine.accounts[row.report][0]
        claim = account.claims[row.id]
        words = " ".join(account.record.report.text[start:end] for start, end in claim.evidence)
        what = getattr(claim, "measure", None) or getattr(claim, "type", None) or ""
        verdict = verdict_words(decided[row.id]) if row.id in decided else ""
        quote = shorten(" ".join(words.split()), LONGEST_QUOTE)
        yield row.id, str(claim.__struct_config__.tag), what, f"{claim.confidence:.2f}", verdict, quote


def verdict_words(claim: ReviewedClaim) -> str:
    """What was decided on a claim: accepted or rejected, the fields put right, its grade."""
    fields = (f"{field}: {_value(value)}" for field, value in claim.corrected.items())
    grade = claim.marks.get("information")
    graded = [str(grade.decision.after["value"])] if grade else []
    return "; ".join([*filter(None, [claim.verdict]), *fields, *graded])


def _logged(each: Decided) -> tuple[str, ...]:
    said = each.decision
    what = f"{said.kind} {said.field}" if said.field and said.field != said.kind else said.kind
    return (
        str(each.number), _short(each.key), _moment(each.decided_at), said.who, what,
        " ".join(map(_named, said.targets)), _value(said.before), _value(said.after), said.reason, _standing(each),
    )  # fmt: skip


def _standing(each: Decided) -> str:
    if each.undoes:
        return f"undoes {_short(each.undoes)}"
    return f"undone by {_short(each.undone_by)}" if each.undone_by else "yes"


def _value(value: Any) -> str:
    """What was decided, without what it was decided on; of reports that were grouped anew only how many."""
    if isinstance(value, dict) and PARTS in value:
        return " + ".join(str(len(part)) for part in value[PARTS])
    inner = value.get("value", value) if isinstance(value, dict) else value
    told = inner if isinstance(inner, str) else msgspec.json.encode(inner).decode()
    return "" if inner is None else shorten(told, LONGEST_VALUE)


def _named(target: str) -> str:
    """The target with as many digits of its hash as name it."""
    kind, colon, digits = target.partition(":")
    return f"{kind}:{digits[:SHORT]}" if colon and kind in HASHED else target


def _moment(iso: str) -> str:
    return f"{iso[:10]} {iso[11:16]}"


def _short(key: str) -> str:
    return key.removeprefix("decision:")[:SHORT]
