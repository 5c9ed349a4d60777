"""Records to JSON and back, the schema that they answer to, and what breaks the contract."""

from __future__ import annotations

import json
from typing import Any

import jsonschema_rs
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from record_strategies import records

from sayso.errors import RecordError
from sayso.records import (
    Block,
    Event,
    Figure,
    Party,
    Record,
    Refusal,
    RefusedInput,
    Report,
    Span,
    check_record,
    record_from_json,
    record_schema,
    record_to_json,
)

TEXT = "Troops shelled Beni, killing 12 people."
DRAWN = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def record_with(*, text: str = TEXT, parties: tuple[Party, ...] = (), claims: tuple[Any, ...] = ()) -> Record:
    blocks = (Block(kind="paragraph", start=0, end=len(text)),)
    return Record(report=Report(id="sha256:0", text=text, blocks=blocks), parties=parties, claims=claims)


def party(*evidence: Span) -> Party:
    return Party(id="party:1", name="troops", kind="state_force", evidence=evidence)


def event(**changes: Any) -> Event:
    given: dict[str, Any] = {"id": "claim:1", "type": "ASSAULT", "trigger": (7, 14), "confidence": 0.9, "method": "m"}
    return Event(**{**given, "evidence": ((0, 19),), **changes})


@given(records)
@DRAWN
def test_a_record_answers_to_its_schema_and_comes_back_as_it_went(record: Record) -> None:
    line = check_record(record)
    assert b"\n" not in line
    assert record_from_json(line) == record


def test_the_schema_is_a_schema() -> None:
    jsonschema_rs.validator_for(record_schema())
    assert record_schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize(
    "span",
    [(0, len(TEXT) + 1), (-1, 3), (5, 5), (6, 2), (len(TEXT), len(TEXT) + 4)],
    ids=["past the end", "before the start", "empty", "turned round", "outside"],
)
def test_a_span_that_leaves_the_text_is_refused(span: Span) -> None:
    with pytest.raises(RecordError, match=r"party:1: evidence .* does not lie in a text of 39 code points"):
        check_record(record_with(parties=(party((0, 6), span),)))


def test_an_item_without_evidence_is_refused() -> None:
    with pytest.raises(RecordError, match="party:1"):
        check_record(record_with(parties=(party(),)))


@pytest.mark.parametrize(
    ("claim", "where"),
    [
        (event(type="FIGHT"), "claims/0"),
        (event(realis="maybe"), "claims/0"),
        (event(trigger=(7, 14, 20)), "claims/0"),
        (event(actor="party:1"), "claims/0"),
        (event(confidence=None), "claims/0"),
    ],
    ids=["type", "realis", "trigger", "actor not a list", "no confidence"],
)
def test_a_value_that_the_schema_lacks_is_refused(claim: Event, where: str) -> None:
    with pytest.raises(RecordError, match=where):
        check_record(record_with(claims=(claim,)))


@pytest.mark.parametrize(
    "line",
    [b"", b"not json", b"[]", b"{}", b'{"report": {"id": "sha256:0"}}', b'{"report": {"id": 1, "text": "a"}}'],
    ids=["nothing", "no JSON", "a list", "no report", "no text", "a number for an id"],
)
def test_a_line_that_is_no_record_is_refused(line: bytes) -> None:
    with pytest.raises(RecordError):
        record_from_json(line)


def test_claims_are_told_apart_by_their_kind() -> None:
    line = json.loads(record_to_json(record_with(claims=(event(),))))
    assert line["claims"][0]["kind"] == "event"
    line["claims"][0]["kind"] = "opinion"
    with pytest.raises(RecordError, match="opinion"):
        record_from_json(json.dumps(line))


def test_lists_are_lists_and_nulls_are_nulls() -> None:
    claim = json.loads(record_to_json(record_with(claims=(event(),))))["claims"][0]
    assert (claim["actor"], claim["where"], claim["hedges"], claim["basis"]) == ([], [], [], [])
    assert (claim["utterance"], claim["when"], claim["weapon"], claim["mode"]) == (None, None, None, None)


def test_bounds_may_be_open() -> None:
    figure = Figure(
        id="claim:2", measure="killed", low=12, modifier="at_least", unit="people", what="people", span=(29, 38),
        confidence=0.8, method="m", evidence=((21, 38),),
    )  # fmt: skip
    line = json.loads(check_record(record_with(claims=(figure,))))
    assert [line["claims"][0][bound] for bound in ("low", "best", "high")] == [12, None, None]


def test_records_are_frozen() -> None:
    with pytest.raises(AttributeError):
        party((0, 6)).name = "rebels"  # type: ignore[misc]


def test_a_refusal_has_a_line_of_its_own() -> None:
    refusal = Refusal(code="empty", why="it holds no text", what_to_do="leave it out")
    line = msgspec.json.decode(record_to_json(RefusedInput(uri="a.txt", refused=refusal)))
    assert line == {
        "uri": "a.txt",
        "refused": {"code": "empty", "why": "it holds no text", "what_to_do": "leave it out"},
    }
