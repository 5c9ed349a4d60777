"""Search reports, claims and incidents by words and fields: the newest first, each with the words that answer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, and_, exists, literal, or_, select, tuple_

from sayso.ledger.dialects import newest_matches
from sayso.ledger.incidents import stands_now
from sayso.ledger.query import AllOf, AnyOf, Node, Query, Term, parse_query, terms_of
from sayso.ledger.tables import claim, entry, evidence, harvest, incident, report
from sayso.ledger.words import BREAK, fold, words_of_range
from sayso.records import Incident, IncidentFigure, Interval, Span

MOST = 20
SPARE, MOST_AT_ONCE = 20, 1_000
"""Entries that are looked up beyond what is wanted, and at once."""
AROUND = 90
"""Code points shown before and after the word that answers, where a whole report is found."""
_WORD = re.compile(r"[^\W_]+")


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """One answer: a report, or a claim of one.

    of: report, claim or incident; key: its name in the ledger; id: the report's, the incident's, or the claim's in its
    record; report: the id of the report, of an incident's first one; days are ISO dates; evidence: spans of the
    report's text, and `quote` what stands there; an incident has none, and its figures for a quote.
    """

    of: str
    key: str
    id: str
    report: str
    title: str | None
    publisher: str | None
    type: str | None
    day_start: str | None
    day_end: str | None
    speakers: str
    places: str
    quote: str
    evidence: tuple[Span, ...]


def newer_answers(engine: Engine, query: str, *, than: int, most: int) -> list[Found]:
    """A query and the number of an entry in, the answers that stand behind it out, no more than so many. Raises
    QueryError."""
    asked = parse_query(query)
    with engine.connect() as connection:
        return _all_found(connection, asked, _first_rows(connection, asked, most, than=than))


def search_ledger(engine: Engine, query: str, *, most: int = MOST, after: int = 0) -> list[Found]:
    """A query in, its answers out, the newest in the ledger first. Raises QueryError where it can't be read.

    most: how many at once; after: how many to leave out. Only what the latest reading of a report gave is found.
    """
    asked = parse_query(query)
    with engine.connect() as connection:
        return _all_found(connection, asked, _first_rows(connection, asked, most + after)[after:])


def _all_found(connection: Connection, asked: Query, rows: Sequence[Mapping[str, Any]]) -> list[Found]:
    quotes = _load_quotes(connection, rows)
    wanted = [term for term in terms_of(asked.tree) if term.words[0][1:2] != BREAK]
    return [_found(row, quotes, wanted) for row in rows]


def _first_rows(connection: Connection, asked: Query, most: int, *, than: int = 0) -> list[Mapping[str, Any]]:
    """The newest rows that answer, no more than so many. The words are looked up first, for some more entries than are
    wanted, since some may be of other days or superseded; then for ever more."""
    tree, size, below = _with_days(asked), most + SPARE, None
    rows: list[Mapping[str, Any]] = []
    while len(rows) < most:
        numbers = newest_matches(connection, tree, most=size, above=than, below=below)
        rows += connection.execute(_statement(asked, numbers)).mappings()
        if len(numbers) < size:
            break
        size, below = min(2 * size, MOST_AT_ONCE), numbers[-1]
    return rows[:most]


def _statement(asked: Query, numbers: Sequence[int]) -> Any:
    columns = (entry, harvest.c.report_id, report.c.title, report.c.text, claim.c.id, incident.c.body)
    of_claim = and_(claim.c["pass"] == entry.c["pass"], claim.c.position == entry.c.position)
    joined = (
        select(*columns)
        .select_from(entry)
        .outerjoin(harvest, harvest.c.key == entry.c["pass"])
        .outerjoin(report, report.c.key == harvest.c.report)
        .outerjoin(claim, of_claim)
        .outerjoin(incident, incident.c.entry == entry.c.number)
        .where(entry.c.number.in_(numbers), ~_superseded(), or_(entry.c.of != "incident", stands_now(entry.c.key)))
        .order_by(entry.c.number.desc())
    )
    return joined.where(_touches(asked.days)) if asked.days else joined


def _with_days(asked: Query) -> Node:
    """The tree, with the months of the days that were asked for: they narrow it down, `_touches` decides."""
    if asked.days is None or asked.days.start is None or asked.days.end is None:
        return asked.tree or AllOf(())
    months = AnyOf(tuple(Term((word,)) for word in words_of_range(asked.days.start, asked.days.end)))
    return AllOf((asked.tree, months)) if asked.tree else months


def _touches(days: Interval) -> Any:
    start, end = entry.c.day_start, entry.c.day_end
    return and_(
        or_(start.is_not(None), end.is_not(None)),
        or_(start.is_(None), start <= days.end),
        or_(end.is_(None), end >= days.start),
    )


def _superseded() -> Any:
    """Whether a later pass read the same report: the rule by which `load_harvests` picks one."""
    later = harvest.alias("later")
    order = [tuple_(each.c.was_read, each.c.recorded_at, each.c.key) for each in (later, harvest)]
    return exists(select(literal(1)).where(later.c.report_id == harvest.c.report_id, order[0] > order[1]))


def _load_quotes(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> dict[tuple[str, int], list[Any]]:
    """(pass, position) of the claims found -> the spans of each, with their words."""
    quotes: dict[tuple[str, int], list[Any]] = {
        (row["pass"], row["position"]): [] for row in rows if row["of"] == "claim"
    }
    passes = {pass_ for pass_, _ in quotes}
    wanted = select(evidence).where(evidence.c["pass"].in_(passes), evidence.c.of == "claim")
    for row in connection.execute(wanted.order_by(evidence.c.number)).mappings():
        if (place := (row["pass"], row["position"])) in quotes:
            quotes[place].append(row)
    return quotes


def _found(row: Mapping[str, Any], quotes: Mapping[tuple[str, int], list[Any]], wanted: Sequence[Term]) -> Found:
    shared = {
        column: row[column]
        for column in ("of", "key", "publisher", "type", "day_start", "day_end", "speakers", "places")
    }
    if row["of"] == "incident":
        return Found(**shared, **_incident(msgspec.json.decode(row["body"], type=Incident)), evidence=())
    if row["of"] == "claim":
        spans = quotes[row["pass"], row["position"]]
        evidence = tuple((each["start"], each["end"]) for each in spans)
        quote = " … ".join(each["quote"] for each in spans)
    else:
        evidence, quote = _find_words(row["text"], wanted)
    own = {"id": row["id"] or row["report_id"], "report": row["report_id"], "title": row["title"]}
    return Found(**shared, **own, quote=quote, evidence=evidence)


def _incident(found: Incident) -> dict[str, str]:
    """An incident's name for a reader: where and when; and its figures with their bounds, of people of any kind."""
    places = ", ".join(each.name for each in found.where) or "place unknown"
    whole = [figure for figure in found.figures if figure.group is None]
    counted = [f"{figure.measure} {_bounds(figure)}" for figure in whole or found.figures]
    reports = f"reports: {len(found.accounts)}, independent: {found.independent_sources}"
    title = f"{places}, {found.when.start or 'day unknown'}"
    return {"id": found.id, "report": found.accounts[0].id, "title": title, "quote": "; ".join([*counted, reports])}


def _bounds(figure: IncidentFigure) -> str:
    low, high = (f"{bound:g}" if bound is not None else "" for bound in (figure.low, figure.high))
    return low if low == high else f"{low}–{high}" if low and high else f"{low} or more" if low else f"up to {high}"


def _find_words(text: str, wanted: Sequence[Term]) -> tuple[tuple[Span, ...], str]:
    """The first place where a wanted term stands, and the words around it; the beginning where none does. No more of
    the text is read than up to there."""
    words: list[str] = []
    spans: list[Span] = []
    for found in _WORD.finditer(text):
        words.append(fold(found[0]))
        spans.append(found.span())
        if term := next((term for term in wanted if _ends(words, term)), None):
            span = (spans[-len(term.words)][0], spans[-1][1])
            return (span,), _around(text, span)
    return (), _around(text, (0, 0))


def _ends(words: Sequence[str], term: Term) -> bool:
    """Whether a term stands at the end of the words."""
    last = term.words[-1]
    if not (words[-1].startswith(last) if term.open else words[-1] == last):
        return False
    return len(term.words) == 1 or tuple(words[-len(term.words) : -1]) == term.words[:-1]


def _around(text: str, span: Span) -> str:
    start, end = max(0, span[0] - AROUND), min(len(text), span[1] + AROUND)
    cut = " ".join(text[start:end].split())
    return f"{'…' if start else ''}{cut}{'…' if end < len(text) else ''}"
