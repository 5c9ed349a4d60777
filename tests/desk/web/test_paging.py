"""The situation page by page, and what changed since a moment, with what is no more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from starlette.testclient import TestClient

from sayso.desk.views import situation as situation_view
from sayso.desk.web import make_app
from sayso.ledger import load_changes, open_ledger
from sayso.review import load_docket, merge_incidents, note_changes, set_state, split_incident, undo, update_incidents
from tests.desk.web.conftest import SETTINGS
from tests.review.told import AMBUSH_AT, MARKET_AT, SCHOOL_AT, ingest_told

ANA = {"who": "Ana", "reason": "as I see it"}
LONG_AGO = "1970-01-01T00:00:00Z"


@pytest.fixture
def engine(make_ledger: Callable[[Path], str], tmp_path: Path) -> Iterator[Engine]:
    with open_ledger(make_ledger(tmp_path), make=True) as opened:
        ingest_told(opened)
        update_incidents(opened)
        note_changes(opened)
        yield opened


@pytest.fixture
def client(engine: Engine) -> TestClient:
    return opened(engine)


def opened(engine: Engine) -> TestClient:
    """A desk opened now, which looks for no changes by itself."""
    return TestClient(make_app(engine, SETTINGS), follow_redirects=False)


def ids(engine: Engine) -> list[str]:
    return [each.incident.id for each in load_docket(engine).incidents()]


def short(name: str) -> str:
    return name.partition(":")[2]


def asked(client: TestClient, **query: str) -> dict:
    return client.get("/situation.json", params=query).json()


def test_pages_follow_each_other_without_gap_or_repeat(
    client: TestClient, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(situation_view, "ROWS", 1)
    seen, after = [], ""
    while after is not None:
        page = asked(client, all="true", after=after)
        seen += [row["id"] for row in page["rows"]]
        after = page["next"]
    assert len(seen) == page["total"] and sorted(seen) == sorted(map(short, ids(engine)))
    assert "Older incidents" in client.get("/situation?all=true").text


@pytest.mark.parametrize("after", ["x", "2024-13", "~", "~incident:\x00", "2024-05-01~incident:xyz"])
def test_where_no_page_ended_none_goes_on(client: TestClient, after: str) -> None:
    assert client.get("/situation.json", params={"after": after}).status_code == 400


def test_everything_changed_since_long_ago_and_nothing_since_the_last(client: TestClient, engine: Engine) -> None:
    whole = asked(client, changed_since=LONG_AGO)
    assert {row["id"] for row in whole["rows"]} == {*map(short, ids(engine))}
    assert whole["gone"] == []
    assert whole["as_of"] == load_changes(engine)[-1].at
    assert asked(client, changed_since="2999-01-01T00:00:00+00:00")["rows"] == []


CHANGES = {
    "a state": lambda engine, names: set_state(engine, names[MARKET_AT], "in_progress", **ANA),
    "a merge": lambda engine, names: merge_incidents(engine, [names[AMBUSH_AT], names[SCHOOL_AT]], **ANA),
    "a split": lambda engine, names: split_incident(
        engine, names[MARKET_AT], [load_docket(engine).incidents()[MARKET_AT].incident.accounts[-1].id], **ANA
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_copy_kept_by_changes_is_the_situation(
    client: TestClient, engine: Engine, change: Callable[[Engine, list[str]], object]
) -> None:
    first = asked(client, changed_since=LONG_AGO)
    kept = {row["id"]: row for row in first["rows"]}
    decided = change(engine, ids(engine))
    follow(engine, kept, first["as_of"])
    undo(engine, decided.key, **ANA)
    follow(engine, kept, first["as_of"])


def follow(engine: Engine, kept: dict[str, dict], since: str) -> None:
    """Takes in what changed since a moment; what is kept then has to be what is there."""
    note_changes(engine)
    client = opened(engine)
    page = asked(client, changed_since=since)
    for gone in page["gone"]:
        kept.pop(gone["id"], None)
    kept.update({row["id"]: row for row in page["rows"]})
    assert sorted(kept.values(), key=lambda row: row["id"]) == sorted(
        asked(client, all="true")["rows"], key=lambda row: row["id"]
    )


def test_what_was_merged_is_gone_into_the_other(client: TestClient, engine: Engine) -> None:
    names = ids(engine)
    since = asked(client, all="true")["as_of"]
    merge_incidents(engine, [names[AMBUSH_AT], names[SCHOOL_AT]], **ANA)
    note_changes(engine)
    (gone,) = asked(opened(engine), changed_since=since)["gone"]
    assert {gone["id"], gone["into"]} == {short(names[AMBUSH_AT]), short(names[SCHOOL_AT])}
