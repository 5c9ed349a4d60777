"""One report: its text with every claim underlined, and the claims beside it, in step; a long one in parts."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from sayso.desk.sitrep_lines import Line
from sayso.desk.sitrep_text import Paragraph, lay_out_text
from sayso.desk.sitrep_words import days_words
from sayso.desk.views.evidence import LoneAccount, Statement, statement_of
from sayso.desk.views.left_out import LeftOutView
from sayso.desk.views.rows import short_id
from sayso.ledger import Harvest
from sayso.records import Record, Report, Span
from sayso.review import ReviewedClaim

PART = 60_000
"""Code points of the text on one page."""
MOST_CLAIMS = 400
"""Claims beside it."""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A report's id; which part of a long one, from 1; the short id of a claim that somebody decides on; left_out:
    whether to show what is not in its text."""

    id: str
    part: int = 1
    claim: str = ""
    left_out: bool = False


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody decided on a claim: accepted, rejected, or a field's value; who, why, by which decision."""

    words: str
    who: str
    reason: str
    decision: str


class SideClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim of the list beside the text. anchor: where its words stand in the page; fields: its own, as JSON."""

    anchor: str
    statement: Statement
    verdicts: tuple[Verdict, ...] = ()


class ReportView(msgspec.Struct, frozen=True, kw_only=True):
    """One report as its page shows it. method: which reading of it this is; was_read: False where it was left unread.

    part, parts: which stretch of the text this is, and of how many; total: the claims of the whole report; left_out:
    what is not in its text, where that is asked for.
    """

    id: str
    title: str
    outlet: str
    byline: str | None
    published: str
    basis: str
    uris: tuple[str, ...]
    method: str
    was_read: bool
    relevance: str
    part: int
    parts: int
    total: int
    claims: tuple[SideClaim, ...]
    paragraphs: tuple[Paragraph, ...]
    chosen: SideClaim | None
    fields: tuple[str, ...]
    left_out: LeftOutView | None = None


def view_report(
    harvest: Harvest, reviewed: dict[str, ReviewedClaim], asked: Asked, left_out: LeftOutView | None = None
) -> ReportView:
    """A report as the ledger has it, its claims on which somebody decided, what is asked, and, where it is, what was
    left out in; its page out."""
    account = LoneAccount(harvest.record)
    report = harvest.record.report
    parts = max(1, -(-len(report.text) // PART))
    part = min(max(asked.part, 1), parts)
    window = (PART * (part - 1), PART * part)
    claims = tuple(_claims(account, window, reviewed))
    chosen = next((each for each in claims if short_id(each.statement.id) == asked.claim), None)
    return ReportView(
        id=short_id(report.id),
        title=account.title,
        outlet=account.outlet,
        byline=report.byline,
        published=days_words(report.published.start, report.published.end),
        basis=report.published.basis,
        uris=harvest.uris,
        method=harvest.method,
        was_read=harvest.was_read,
        relevance=_relevance(report),
        part=part,
        parts=parts,
        total=len(harvest.record.claims),
        claims=claims,
        paragraphs=lay_out_text(account, window),
        chosen=chosen,
        fields=_fields(harvest.record, chosen),
        left_out=left_out,
    )


def _claims(account: LoneAccount, window: Span, reviewed: dict[str, ReviewedClaim]) -> Iterator[SideClaim]:
    """The claims whose words begin in the window, the first few hundred of them."""
    inside = [line for line in account.lines if _begins(line, window)]
    for line in inside[:MOST_CLAIMS]:
        decided = reviewed.get(line.claim.id)
        yield SideClaim(
            anchor=line.anchor,
            statement=statement_of(line, account),
            verdicts=tuple(_verdicts(decided)) if decided else (),
        )


def _begins(line: Line, window: Span) -> bool:
    start = min((span[0] for span in line.claim.evidence), default=0)
    return window[0] <= start < window[1]


def _verdicts(decided: ReviewedClaim) -> Iterator[Verdict]:
    for field, each in decided.marks.items():
        said = each.decision
        value = said.after["value"]
        words = str(value) if field == "verdict" else f"{field}: {msgspec.json.encode(value).decode()}"
        yield Verdict(words=words, who=said.who, reason=said.reason, decision=each.key)


def _fields(record: Record, chosen: SideClaim | None) -> tuple[str, ...]:
    """The fields of the chosen claim that a person may correct: those of its kind."""
    found = next((claim for claim in record.claims if chosen and claim.id == chosen.statement.id), None)
    unchanged = ("id", "utterance", "confidence", "method", "basis", "evidence")
    return tuple(name for name in found.__struct_fields__ if name not in unchanged) if found else ()


def _relevance(report: Report) -> str:
    if report.relevance is None or report.relevance.conflict is None:
        return "not judged"
    about = "about armed conflict" if report.relevance.conflict else "not about armed conflict"
    return f"{about} ({report.relevance.basis})"
