"""What is wrong with a record, whatever its text says: spans that lie nowhere, ids of nothing, numbers upside down."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from sayso.errors import RecordError
from sayso.records import Claim, Record, Span, Utterance, When, check_record
from sayso.records.claims import Condition, Control, Event, Figure, Relation

UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
"""What no report's text may hold: SQLite and browsers stumble over it, and a reader does not see it."""
MARKS = '"“”„«»'


def find_faults(record: Record) -> list[str]:
    """A record in, one line for each thing wrong with it out; empty where it is sound."""
    try:
        check_record(record)
    except RecordError as error:
        return [f"contract: {error}"]
    return [*_layout(record), *_spans(record), *_ids(record), *_references(record), *_values(record), *_sayings(record)]


def is_empty(record: Record) -> bool:
    """Whether nothing at all was found in the text."""
    return not any((record.parties, record.people, record.places, record.times, record.utterances, record.claims))


# -- the text and its blocks ------------------------------------------------------------------------------------------
def _layout(record: Record) -> Iterator[str]:
    text, end = record.report.text, 0
    if found := UNSEEN.search(text):
        yield f"text: holds {found[0]!r} at {found.start()}"
    for block in record.report.blocks:
        if not end <= block.start < block.end <= len(text):
            yield f"block: {block.kind} {block.start}-{block.end} out of order or text"
        end = block.end
    for caption in record.report.captions:
        if not 0 <= caption.start < caption.end <= len(text):
            yield f"caption: {caption.start}-{caption.end} outside the text"


# -- spans ------------------------------------------------------------------------------------------------------------
def _spans(record: Record) -> Iterator[str]:
    text = record.report.text
    for what, (start, end) in _all_spans(record):
        if not 0 <= start < end <= len(text):
            yield f"span: {what} {start}-{end} outside a text of {len(text)}"
        elif not text[start:end].strip():
            yield f"span: {what} {start}-{end} holds white space only"
        elif text[start].isspace() or text[end - 1].isspace():
            yield f"span: {what} {text[start:end][:40]!r} has white space at its edge"


def _all_spans(record: Record) -> Iterator[tuple[str, Span]]:
    yield from (("published", span) for span in record.report.published.evidence)
    for items in (record.parties, record.people, record.places, record.times, record.utterances, record.claims):
        for item in items:
            yield from ((f"{type(item).__name__} evidence", span) for span in item.evidence)
    for utterance in record.utterances:
        yield from _utterance_spans(utterance)
    for claim in record.claims:
        yield from ((f"{type(claim).__name__} hedge", span) for span in claim.hedges)
        if isinstance(claim, Event):
            yield "trigger", claim.trigger
        elif isinstance(claim, Figure):
            yield "figure", claim.span


def _utterance_spans(utterance: Utterance) -> Iterator[tuple[str, Span]]:
    yield from (("cue", span) for span in (utterance.cue,) if span is not None)
    yield from (("content", span) for span in utterance.content)
    yield from (("verbatim", span) for span in utterance.verbatim)
    yield from (("speaker", span) for speaker in utterance.speakers for span in speaker.evidence)


# -- ids --------------------------------------------------------------------------------------------------------------
def _ids(record: Record) -> Iterator[str]:
    for items in (record.parties, record.people, record.places, record.times, record.utterances, record.claims):
        for name, times in Counter(item.id for item in items).items():
            if times > 1 or not name:
                yield f"id: {name!r} is there {times} times"


def _references(record: Record) -> Iterator[str]:
    for what, wanted, known in _wanted(record):
        for name in wanted:
            if name is not None and name not in known:
                yield f"reference: {what} {name!r} is nowhere"
    yield from _rings("outer", {item.id: item.outer for item in record.utterances})
    yield from _rings("within", {item.id: item.within for item in record.places})


Wanted = tuple[str, Iterable[str | None], frozenset[str]]


def _wanted(record: Record) -> Iterator[Wanted]:
    parties, people, places, times, utterances, claims = (
        frozenset(item.id for item in items)
        for items in (record.parties, record.people, record.places, record.times, record.utterances, record.claims)
    )
    events = frozenset(claim.id for claim in record.claims if isinstance(claim, Event))
    anybody = parties | people
    yield "dateline", (record.report.dateline,), places
    yield "person's party", (person.party for person in record.people), parties
    yield "within", (place.within for place in record.places), places
    yield "dispute", (name for dispute in record.disputes for name in dispute.claims), claims
    for utterance in record.utterances:
        yield "outer", (utterance.outer,), utterances
        yield "addressee", utterance.addressee, anybody
        yield "speaking party", (speaker.party for speaker in utterance.speakers), parties
        yield "speaking person", (speaker.person for speaker in utterance.speakers), people
        yield "time of saying", (utterance.when.time if utterance.when else None,), times
    for claim in record.claims:
        yield "utterance", (claim.utterance,), utterances
        yield "where", claim.where, places
        yield "time", (claim.when.time if claim.when else None,), times
        yield from _wanted_by(claim, anybody, places, events)


def _wanted_by(
    claim: Claim, anybody: frozenset[str], places: frozenset[str], events: frozenset[str]
) -> Iterator[Wanted]:
    if isinstance(claim, Event):
        yield "actor", claim.actor, anybody
        yield "recipient", claim.recipient, anybody
    elif isinstance(claim, Figure):
        yield "figure's party", claim.party, anybody
        yield "perpetrator", claim.perpetrator, anybody
        yield "event", (claim.event,), events
    elif isinstance(claim, Control):
        yield "holder", (*claim.holder, *claim.other), anybody
        yield "area", claim.area, places
    elif isinstance(claim, Relation):
        yield "subject or object", (*claim.subject, *claim.object), anybody


def _rings(what: str, above: dict[str, str | None]) -> Iterator[str]:
    for name in above:
        at, seen = name, {name}
        while (at := above.get(at) or "") and at not in seen:
            seen.add(at)
        if at == name:
            yield f"reference: {what} of {name!r} leads back to it"


# -- values -----------------------------------------------------------------------------------------------------------
def _values(record: Record) -> Iterator[str]:
    yield from _days("published", record.report.published.start, record.report.published.end)
    for time in record.times:
        yield from _days("time", time.start, time.end)
        if time.text not in {record.report.text[start:end] for start, end in time.evidence}:
            yield f"time: {time.text!r} is not what its evidence says"
    for item in (*record.utterances, *record.claims):
        if isinstance(item.when, When):
            yield from _days("when", item.when.start, item.when.end)
    for place in record.places:
        if not (abs(place.lat or 0) <= 90 and abs(place.lon or 0) <= 180):
            yield f"place: {place.name!r} lies at {place.lat}, {place.lon}"
    for claim in record.claims:
        yield from _claim_values(claim)


def _days(what: str, start: str | None, end: str | None) -> Iterator[str]:
    try:
        first, last = (dt.date.fromisoformat(day) if day else None for day in (start, end))
    except ValueError:
        yield f"{what}: {start} to {end} are no days"
        return
    if first and last and first > last:
        yield f"{what}: {start} is after {end}"


def _claim_values(claim: Claim) -> Iterator[str]:
    if not 0 <= claim.confidence <= 1:
        yield f"claim: confidence {claim.confidence}"
    if isinstance(claim, Figure):
        yield from _bounds(claim)
    elif isinstance(claim, Condition) and not claim.themes:
        yield "condition: without a theme"
    elif isinstance(claim, Relation) and not (claim.subject and claim.object):
        yield "relation: without its two sides"


def _bounds(figure: Figure) -> Iterator[str]:
    given = [value for value in (figure.low, figure.best, figure.high) if value is not None]
    if any(value != value or value < 0 or value == float("inf") for value in given):
        yield f"figure: {given} are no numbers of anything"
    if given != sorted(given):
        yield f"figure: low {figure.low}, best {figure.best}, high {figure.high}"


# -- what was said ----------------------------------------------------------------------------------------------------
def _sayings(record: Record) -> Iterator[str]:
    text = record.report.text
    for utterance in record.utterances:
        if not utterance.content:
            yield f"utterance: {utterance.id} says nothing"
        if (utterance.mode == "reported") is bool(utterance.verbatim):
            yield f"utterance: {utterance.mode} with {len(utterance.verbatim)} verbatim spans"
        for start, end in utterance.verbatim:
            if not any(start < b and a < end for a, b in utterance.content):
                yield f"utterance: verbatim {text[start:end][:40]!r} outside its content"
            if text[start] in MARKS and text[end - 1] in MARKS and end - start > 1:
                yield f"utterance: verbatim {text[start:end][:40]!r} takes its marks along"
