"""Incidents browsed and then decided are those of the docket, whatever was decided."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Engine

from sayso.ledger import Browsed, browse_incidents, count_incidents, cursor_of, load_decisions
from sayso.review import (
    comment_incident,
    grade_incident,
    load_docket,
    merge_incidents,
    reject_claim,
    review_browsed,
    set_state,
    split_incident,
    undo,
)
from tests.review.told import AMBUSH_AT, EVERYTHING, MARKET_AT, SCHOOL_AT, ingest_told

ANA: dict[str, Any] = {"who": "Ana", "reason": "as I see it"}
Deciding = Callable[[Engine, list[str], str], Any]


def nothing(_engine: Engine, _ids: list[str], _claim: str) -> None:
    """Nobody decides anything."""


DECISIONS: dict[str, Deciding] = {
    "nothing": nothing,
    "a state": lambda engine, ids, _: set_state(engine, ids[MARKET_AT], "in_progress", **ANA),
    "a grade and a note": lambda engine, ids, _: (
        grade_incident(engine, ids[SCHOOL_AT], 2, **ANA),
        comment_incident(engine, ids[SCHOOL_AT], "seen", **ANA),
    ),
    "a merge": lambda engine, ids, _: merge_incidents(engine, [ids[AMBUSH_AT], ids[SCHOOL_AT]], **ANA),
    "a merge undone": lambda engine, ids, _: undo(
        engine, merge_incidents(engine, [ids[AMBUSH_AT], ids[SCHOOL_AT]], **ANA).key, **ANA
    ),
    "a split": lambda engine, ids, _: split_incident(
        engine, ids[MARKET_AT], [load_docket(engine).incidents()[MARKET_AT].incident.accounts[-1].id], **ANA
    ),
    "a claim rejected": lambda engine, _, claim: reject_claim(engine, claim, **ANA),
}


@pytest.mark.parametrize("decide", DECISIONS.values(), ids=DECISIONS)
def test_browsed_incidents_are_as_decided(engine: Engine, decide: Deciding) -> None:
    ingest_told(engine)
    before = load_docket(engine).incidents()
    decide(engine, [each.incident.id for each in before], before[MARKET_AT].incident.figures[0].claims[0])
    reviewed = review_browsed(engine, browse_incidents(engine, Browsed()), load_decisions(engine))
    assert sorted(reviewed, key=lambda each: each.incident.id) == sorted(
        load_docket(engine).incidents(), key=lambda each: each.incident.id
    )


WANTED = {
    "everything": (Browsed(), 4),
    "a period": (Browsed(start="2024-05-01", end="2024-05-31"), 2),
    "until a day": (Browsed(end="2024-05-02"), 2),
    "a place": (Browsed(place="Dilling"), 2),
    "a country": (Browsed(place="SO"), 1),
    "a party": (Browsed(party="pirates"), 1),
    "words of the search": (Browsed(words="type:killed"), 3),
    "a place in a period": (Browsed(place="Dilling", start="2024-05-10"), 1),
    "nothing like it": (Browsed(place="Atlantis"), 0),
    "a name that is no word": (Browsed(place="- -", party="..."), 4),
}


@pytest.mark.parametrize(("wanted", "number"), WANTED.values(), ids=WANTED)
def test_incidents_are_browsed_by_period_place_and_party(engine: Engine, wanted: Browsed, number: int) -> None:
    ingest_told(engine)
    load_docket(engine)
    found = browse_incidents(engine, wanted)
    assert (len(found), count_incidents(engine, wanted)) == (number, number)
    days = [each.when.start or "" for each in found]
    assert days == sorted(days, reverse=True)


def test_a_page_goes_on_where_the_one_before_ended(engine: Engine) -> None:
    ingest_told(engine)
    load_docket(engine)
    whole = browse_incidents(engine, Browsed())
    first = browse_incidents(engine, Browsed(), most=2)
    rest = browse_incidents(engine, Browsed(), after=cursor_of(first[-1]))
    assert (*first, *rest) == whole
    assert len(EVERYTHING) > len(whole)
