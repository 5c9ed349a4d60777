"""Verdicts on claims: what they change, that they come undone, and that they outlive the extractor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from sqlalchemy import Engine

from sayso.errors import DecisionRefused
from sayso.ledger import append_harvest, load_decisions, load_harvests, verify_ledger
from sayso.records import AnyClaim, Event, Figure, Incident, Record
from sayso.review import (
    ReviewedIncident,
    accept_claim,
    comment_claim,
    correct_claim,
    decide_harvests,
    find_claim,
    grade_claim,
    history,
    load_docket,
    reject_claim,
    undo,
)
from sayso.review.verdicts import claim_locus, claim_target, decided_on_claims, review_claims
from tests.review.told import ingest_told, told_records

ANA: dict[str, Any] = {"who": "Ana", "reason": "as I read it"}


@pytest.fixture
def records() -> tuple[Record, ...]:
    return told_records()


@pytest.fixture
def engine(engine: Engine) -> Engine:
    """A ledger that has the reports."""
    ingest_told(engine)
    return engine


def market(engine: Engine) -> ReviewedIncident:
    return load_docket(engine).incidents()[0]


def figure_of(record: Record, measure: str) -> Figure:
    return next(claim for claim in record.claims if isinstance(claim, Figure) and claim.measure == measure)


def event_of(record: Record, words: str) -> Event:
    text = record.report.text
    events = (claim for claim in record.claims if isinstance(claim, Event))
    return next(claim for claim in events if words in text[slice(*claim.trigger)])


def numbers(incident: Incident, measure: str) -> tuple[float | None, float | None, float | None]:
    found = next(each for each in incident.figures if each.measure == measure and each.group is None)
    return found.low, found.best, found.high


def test_a_rejected_claim_counts_for_nothing_and_stays_to_be_seen(engine: Engine, records: tuple[Record, ...]) -> None:
    before = market(engine)
    hurt = [figure_of(record, "injured") for record in (records[0], records[2])]
    done = [reject_claim(engine, claim.id, **ANA) for claim in hurt]
    now = market(engine)
    assert "injured" in {each.measure for each in before.incident.figures}
    assert "injured" not in {each.measure for each in now.incident.figures}
    assert {each.id for each in hurt} & {each.id for each in now.incident.claims} == set()
    assert {each.id for each in now.claims} == {each.id for each in hurt}
    assert all((each.verdict, each.decided) == ("rejected", None) for each in now.claims)
    assert now.incident.review and set(now.incident.review.rejected) == {each.id for each in hurt}
    assert set(now.incident.review.decisions) == {each.key for each in done}
    for each in done:
        undo(engine, each.key, **ANA)
    assert market(engine) == before


def test_whom_no_counted_claim_names_is_not_held_to_account(engine: Engine, records: tuple[Record, ...]) -> None:
    def charged() -> list[str]:
        return [charge.party for charge in load_docket(engine).incidents()[1].incident.responsibility]

    events = [claim for record in records[3:5] for claim in record.claims if isinstance(claim, Event) and claim.actor]
    assert [party.lower() for party in charged()] == ["gunmen"]
    for claim in events:
        reject_claim(engine, claim.id, field="actor", **ANA)
    assert charged() == []


def test_a_corrected_number_counts(engine: Engine, records: tuple[Record, ...]) -> None:
    before = market(engine)
    claims = [figure_of(record, "injured") for record in (records[0], records[2])]
    done = [correct_claim(engine, claim.id, "best", 31, **ANA) for claim in claims]
    assert done[0].decision.before == {"value": 30.0}
    assert numbers(market(engine).incident, "injured") == (31, 31, 31)
    assert [each.corrected for each in market(engine).claims] == [{"best": 31.0}] * 2
    assert [(each.claim.best, each.decided and each.decided.best) for each in market(engine).claims] == [(30, 31)] * 2  # type: ignore[union-attr]
    again = correct_claim(engine, claims[0].id, "best", 32, **ANA)
    with pytest.raises(DecisionRefused) as refused:
        undo(engine, done[0].key, **ANA)
    assert refused.value.by == again.key
    for each in (again, *reversed(done)):
        undo(engine, each.key, **ANA)
    assert market(engine) == before


def test_a_corrected_day_moves_the_incident(engine: Engine, records: tuple[Record, ...]) -> None:
    day = {"start": "2024-03-04", "end": "2024-03-04", "basis": "by hand"}
    for record in records[:3]:
        for claim in record.claims:
            correct_claim(engine, claim.id, "when", day, **ANA)
    assert market(engine).incident.when.start == "2024-03-04"
    assert len(load_docket(engine).incidents()) == 4


def test_a_doer_may_come_from_the_codebook(engine: Engine, records: tuple[Record, ...]) -> None:
    claim = event_of(records[0], "struck")
    correct_claim(engine, claim.id, "actor", ["sudan-peoples-liberation-movement-north"], **ANA)
    correct_claim(engine, claim.id, "actor_status", "stated", **ANA)
    charged = {charge.party: charge.status for charge in market(engine).incident.responsibility}
    assert any("Sudan People" in party for party in charged), charged


def test_a_field_may_be_rejected_or_accepted(engine: Engine, records: tuple[Record, ...]) -> None:
    claim = event_of(records[0], "struck")
    reject_claim(engine, claim.id, field="where", **ANA)
    accept_claim(engine, claim.id, field="mode", **ANA)
    accept_claim(engine, claim.id, **ANA)
    (reviewed,) = market(engine).claims
    assert reviewed.decided and (reviewed.decided.where, reviewed.verdict) == ((), "accepted")
    assert reviewed.corrected == {"where": [], "mode": claim.mode}
    accept_claim(engine, claim.id, field="where", **ANA)
    assert market(engine).claims[0].corrected["where"] == [], "what is accepted is what it is by now"


def test_harvests_are_as_decided(engine: Engine, records: tuple[Record, ...]) -> None:
    rejected, corrected = figure_of(records[0], "killed"), figure_of(records[2], "injured")
    reject_claim(engine, rejected.id, **ANA)
    correct_claim(engine, corrected.id, "best", 31, **ANA)
    harvests = decide_harvests(load_harvests(engine), load_decisions(engine))
    claims = {claim.id: claim for each in harvests for claim in each.record.claims}
    assert rejected.id not in claims
    assert claims[corrected.id] == msgspec.structs.replace(corrected, best=31.0)
    assert len(claims) == sum(len(record.claims) for record in records) - 1


def newer(record: Record, **values: Any) -> Record:
    """The record as a newer version of the extractor may read it: other ids, other methods, other values."""
    claims = [
        msgspec.structs.replace(claim, id=f"{claim.id}b", method="newer", event=None, **values)
        if isinstance(claim, Figure)
        else msgspec.structs.replace(claim, id=f"{claim.id}b", method="newer")
        for claim in record.claims
    ]
    return msgspec.structs.replace(record, claims=tuple(claims))


def test_a_verdict_survives_a_new_version_of_the_extractor(engine: Engine, records: tuple[Record, ...]) -> None:
    claim, other = figure_of(records[0], "injured"), figure_of(records[2], "injured")
    rejected = reject_claim(engine, claim.id, **ANA)
    correct_claim(engine, other.id, "best", 31, **ANA)
    accept_claim(engine, other.id, field="group", **ANA)
    for record in records[:3]:
        append_harvest(engine, newer(record, group="soldiers"), method="another")
    found = {each.id: each for each in market(engine).claims}
    assert found[f"{claim.id}b"].verdict == "rejected"
    decided = found[f"{other.id}b"].decided
    assert isinstance(decided, Figure) and (decided.best, decided.group) == (31, other.group)
    assert load_docket(engine).lost() == []
    with pytest.raises(DecisionRefused, match="there is no claim"):
        accept_claim(engine, claim.id, **ANA)
    assert accept_claim(engine, f"{claim.id}b", **ANA).decision.before == rejected.decision.after


def test_an_approved_incident_read_the_same_anew_has_not_changed(engine: Engine, records: tuple[Record, ...]) -> None:
    before = load_docket(engine)
    content = before.content(before.find(market(engine).incident.id))
    for record in records[:3]:
        append_harvest(engine, newer(record), method="another")
    after = load_docket(engine)
    assert after.content(after.find(market(engine).incident.id)) == content


def test_a_verdict_on_what_is_not_read_any_more_is_shown(engine: Engine, records: tuple[Record, ...]) -> None:
    claim = figure_of(records[0], "injured")
    done = reject_claim(engine, claim.id, **ANA)
    less = msgspec.structs.replace(records[0], claims=tuple(each for each in records[0].claims if each != claim))
    append_harvest(engine, less, method="another")
    assert [each.key for each in load_docket(engine).lost()] == [done.key]
    undo(engine, done.key, **ANA)
    assert load_docket(engine).lost() == []


def test_claims_that_share_a_locus_are_told_apart(records: tuple[Record, ...]) -> None:
    first, *_ = events = [claim for claim in records[0].claims if isinstance(claim, Event)][:2]
    shared = [msgspec.structs.replace(claim, evidence=first.evidence) for claim in events]
    record = msgspec.structs.replace(records[0], claims=tuple(shared))
    targets = [claim_target(record, claim) for claim in shared]
    assert len({*targets}) == 2
    assert {target.partition("@")[0] for target in targets} == {claim_locus(record, shared[0])}


def test_a_verdict_on_one_of_two_claims_at_a_locus(engine: Engine, records: tuple[Record, ...]) -> None:
    """It finds its claim by the place of the trigger, also where the other is not read any more, or was not yet."""
    one, other = [claim for claim in records[0].claims if isinstance(claim, Event)][:2]
    other = msgspec.structs.replace(other, evidence=one.evidence)
    both, alone = (with_claims(records[0], claims) for claims in ((one, other), (one,)))
    append_harvest(engine, both, method="another")
    reject_claim(engine, one.id, **ANA)
    decided = decided_on_claims(load_decisions(engine))
    found = [
        [each.id for each in review_claims(record, decided)] for record in (both, alone, with_claims(both, (other,)))
    ]
    assert found == [[one.id], [one.id], []]
    with pytest.raises(DecisionRefused, match=f"several claims stand there: {one.id}, {other.id}"):
        find_claim(engine, claim_locus(both, one))


def with_claims(record: Record, claims: tuple[AnyClaim, ...]) -> Record:
    return msgspec.structs.replace(record, claims=claims)


def test_grades_and_comments_of_a_claim(engine: Engine, records: tuple[Record, ...]) -> None:
    claim = figure_of(records[0], "injured")
    grade_claim(engine, claim.id, 4, **ANA)
    comment_claim(engine, claim_locus(records[0], claim), "who counted them?", **ANA)
    (reviewed,) = market(engine).claims
    assert (reviewed.marks["information"].decision.after["value"], reviewed.decided) == (4, claim)
    docket = load_docket(engine)
    assert [each.decision.kind for each in history(docket, docket.incidents()[0].incident.id)] == ["grade", "comment"]
    assert list(verify_ledger(engine)) == []


Decide = Callable[[Engine, str], Any]
REFUSED: dict[str, tuple[Decide, str]] = {
    "a word for a number": (lambda e, c: correct_claim(e, c, "best", "many", **ANA), "Expected `float | null`"),
    "an unknown measure": (lambda e, c: correct_claim(e, c, "measure", "beaten", **ANA), "Invalid enum value"),
    "no field": (lambda e, c: correct_claim(e, c, "colour", 1, **ANA), "no field to decide on"),
    "where it stands": (lambda e, c: correct_claim(e, c, "evidence", [[0, 1]], **ANA), "no field to decide on"),
    "how it was found": (lambda e, c: accept_claim(e, c, field="method", **ANA), "no field to decide on"),
    "numbers out of order": (lambda e, c: correct_claim(e, c, "high", 3, **ANA), "out of order"),
    "fewer than nobody": (lambda e, c: correct_claim(e, c, "best", -3, **ANA), "out of order"),
    "a party of nowhere": (lambda e, c: correct_claim(e, c, "perpetrator", ["martians"], **ANA), "neither in the report"),
    "a place of nowhere": (lambda e, c: correct_claim(e, c, "where", ["place:moon"], **ANA), "neither in the report"),
    "a field it can't be without": (lambda e, c: reject_claim(e, c, field="measure", **ANA), "can't be without"),
    "no claim": (lambda e, c: reject_claim(e, "claim:none", **ANA), "there is no claim"),
    "no grade": (lambda e, c: grade_claim(e, c, 0, **ANA), "no grade of information"),
    "nobody": (lambda e, c: accept_claim(e, c, who="", reason="x"), "it has no who"),
}  # fmt: skip


@pytest.mark.parametrize(("decide", "why"), REFUSED.values(), ids=REFUSED)
def test_a_decision_that_can_not_be_taken(
    engine: Engine, records: tuple[Record, ...], decide: Decide, why: str
) -> None:
    with pytest.raises(DecisionRefused, match=why):
        decide(engine, figure_of(records[0], "injured").id)
    assert load_decisions(engine) == []
