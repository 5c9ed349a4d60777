"""What a merge, a split or a move would come to: the same as it comes to, and where the incidents are at odds."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from sqlalchemy import Engine

from sayso.errors import DecisionRefused
from sayso.ledger import load_decisions
from sayso.review import (
    Docket,
    Preview,
    ReviewedIncident,
    assign,
    grade_incident,
    load_docket,
    load_docket_of,
    merge_incidents,
    move_report,
    preview_merge,
    preview_move,
    preview_split,
    set_harm,
    split_incident,
)
from tests.review.told import AMBUSH_AT, MARKET_AT, SCHOOL_AT, ingest_told

ANA: dict[str, Any] = {"who": "Ana", "reason": "as I see it"}


@pytest.fixture
def engine(engine: Engine) -> Engine:
    """A ledger that has the reports."""
    ingest_told(engine)
    return engine


def ids(docket: Docket) -> list[str]:
    return [each.incident.id for each in docket.incidents()]


def bare(each: ReviewedIncident) -> ReviewedIncident:
    """Without the key of the decision, which only one that was taken has."""
    accounts = tuple(msgspec.structs.replace(account, decided_by=None) for account in each.incident.accounts)
    review = msgspec.structs.replace(each.incident.review, decisions=())
    incident = msgspec.structs.replace(each.incident, accounts=accounts, review=review)
    return msgspec.structs.replace(each, incident=incident, formed_by=())


def field(preview: Preview, name: str, of: str | None = None) -> Any:
    return next(each for each in preview.fields if (each.field, each.of) == (name, of))


def as_decided(engine: Engine, preview: Preview) -> None:
    docket = load_docket(engine)
    assert [bare(docket.review(docket.find(each.incident.id))) for each in preview.after] == [*map(bare, preview.after)]


def test_a_merge_as_it_would_be(engine: Engine) -> None:
    docket = load_docket(engine)
    _, ambush, school, _ = ids(docket)
    set_harm(engine, ambush, "weak", **ANA)
    set_harm(engine, school, "fair", **ANA)
    grade_incident(engine, school, 2, **ANA)
    docket = load_docket(engine)
    preview = preview_merge(docket, [ambush, school])
    assert len(load_decisions(engine)) == docket.number, "nothing is written"
    assert [each.incident.id for each in preview.before] == [ambush, school]
    assert {each.field for each in preview.conflicts} == {"when", "harm"}
    assert preview.fields[: len(preview.conflicts)] == preview.conflicts
    harm, killed = field(preview, "harm"), field(preview, "figure", "killed civilians")
    assert (harm.before, harm.after, harm.conflict) == (("weak", "fair"), ("weak",), "people have decided differently")
    assert field(preview, "information").before == (None, 2) and field(preview, "information").after == (2,)
    assert field(preview, "information").conflict is None, "what only one has is kept"
    assert field(preview, "where").conflict is None
    assert field(preview, "reports").before == (2, 1) and field(preview, "reports").after == (3,)
    assert len(killed.before) == 2 and len(killed.after) == 1
    merge_incidents(engine, [ambush, school], docket=docket, **ANA)
    as_decided(engine, preview)


def test_a_split_as_it_would_be(engine: Engine) -> None:
    docket = load_docket(engine)
    market = docket.incidents()[MARKET_AT].incident
    assign(engine, market.id, "Ben", **ANA)
    docket = load_docket(engine)
    preview = preview_split(docket, market.id, [market.reports[-1]])
    assert (len(preview.before), len(preview.after)) == (1, 2)
    assert field(preview, "assignee").after == ("Ben", None)
    assert field(preview, "reports").before == (3,) and field(preview, "reports").after == (2, 1)
    split_incident(engine, market.id, [market.reports[-1]], docket=docket, **ANA)
    as_decided(engine, preview)


def test_a_move_as_it_would_be(engine: Engine) -> None:
    docket = load_docket(engine)
    ambush, school = (docket.incidents()[at].incident for at in (AMBUSH_AT, SCHOOL_AT))
    preview = preview_move(docket, ambush.reports[0], ambush.id, school.id)
    assert field(preview, "reports").before == (2, 1) and field(preview, "reports").after == (1, 2)
    move_report(engine, ambush.reports[0], ambush.id, school.id, docket=docket, **ANA)
    as_decided(engine, preview)
    left = preview_move(load_docket(engine), ambush.reports[1], ambush.earlier_ids[0], school.id)
    assert len(left.after) == 1, "nobody is left where it stood"


def test_a_docket_of_the_two_says_the_same(engine: Engine) -> None:
    docket = load_docket(engine)
    market, ambush, *_ = ids(docket)
    assert preview_merge(load_docket_of(engine, [market, ambush]), [market, ambush]) == preview_merge(
        docket, [market, ambush]
    )


@pytest.mark.parametrize(
    ("one", "other", "conflicts"),
    [
        (MARKET_AT, AMBUSH_AT, {"when", "where", "actors", "figure"}),
        (MARKET_AT, SCHOOL_AT, {"when", "where", "figure"}),
        (AMBUSH_AT, SCHOOL_AT, {"when"}),
    ],
)
def test_where_two_are_at_odds(engine: Engine, one: int, other: int, conflicts: set[str]) -> None:
    docket = load_docket(engine)
    found = preview_merge(docket, [ids(docket)[one], ids(docket)[other]]).conflicts
    assert {each.field for each in found} == conflicts


def test_what_would_be_refused_is_refused(engine: Engine) -> None:
    docket = load_docket(engine)
    market, ambush, *_ = ids(docket)
    with pytest.raises(DecisionRefused, match="two incidents"):
        preview_merge(docket, [market, market])
    with pytest.raises(DecisionRefused, match="some have to stay"):
        preview_split(docket, ambush, [account.id for account in docket.incidents()[AMBUSH_AT].incident.accounts])
    with pytest.raises(DecisionRefused, match="there already"):
        preview_move(docket, "x", ambush, ambush)
