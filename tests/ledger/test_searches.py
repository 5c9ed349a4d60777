"""Queries that people keep: whose they are, what is new of them, what is refused."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from sayso.errors import QueryError, UserRefused
from sayso.ledger import (
    THIS_MACHINE,
    add_user,
    append_harvest,
    drop_search,
    look_at_search,
    newer_answers,
    save_search,
    saved_searches,
    searches,
)
from sayso.records import Record

WORDS = "seven horses in the rain"


@pytest.fixture
def engine(engine: Engine) -> Engine:
    for name in ("Ana Petrović", "ben"):
        add_user(engine, name, WORDS)
    return engine


def test_searches_are_kept(engine: Engine) -> None:
    save_search(engine, "ana petrović", "shells", "mortar")
    save_search(engine, "Ana Petrović", " shells ", "mortar OR shell*")
    save_search(engine, "ben", "shells", "drone")
    save_search(engine, THIS_MACHINE, "shells", "rocket")
    queries = [[each.query for each in saved_searches(engine, name)] for name in ("Ana Petrović", "ben", THIS_MACHINE)]
    assert queries == [["mortar OR shell*"], ["drone"], ["rocket"]]
    assert (drop_search(engine, "ben", "shells"), drop_search(engine, "ben", "shells")) == (True, False)
    assert [len(saved_searches(engine, name)) for name in ("Ana Petrović", "ben", THIS_MACHINE)] == [1, 0, 1]


@pytest.mark.parametrize(
    ("owner", "label", "query", "error"),
    [
        ("ben", "", "x", UserRefused),
        ("ben", "a\x07b", "x", UserRefused),
        ("ben", "long", "x" * 10_001, UserRefused),
        ("ben", "empty", " ", UserRefused),
        ("ben", "broken", "((", QueryError),
        ("cem", "mine", "mortar", UserRefused),
    ],
)
def test_searches_that_are_refused(engine: Engine, owner: str, label: str, query: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        save_search(engine, owner, label, query)
    assert saved_searches(engine, owner) == []


def test_there_is_an_end_to_what_is_kept(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searches, "MOST_SEARCHES", 2)
    for label in ("one", "two", "two"):
        save_search(engine, "ben", label, "mortar")
    with pytest.raises(UserRefused, match="drop one first"):
        save_search(engine, "ben", "three", "mortar")


def test_what_came_since_somebody_looked_is_new(engine: Engine, records: list[Record]) -> None:
    first, second, *_ = records
    append_harvest(engine, first, method="by hand")
    kept = save_search(engine, "ben", "Kadugli", "Kadugli AND kind:report")
    assert newer_answers(engine, kept.query, than=kept.seen, most=9) == []
    append_harvest(engine, second, method="by hand")
    assert [each.report for each in newer_answers(engine, kept.query, than=kept.seen, most=9)] == [second.report.id]
    looked = look_at_search(engine, "ben", "Kadugli")
    assert looked and newer_answers(engine, kept.query, than=looked.seen, most=9) == []
    assert len(newer_answers(engine, kept.query, than=0, most=1)) == 1
    assert look_at_search(engine, "ben", "Dilling") is None
