"""Searches that are kept at the desk: by each user their own, by this machine where there are no users."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from sqlalchemy import Engine
from starlette.testclient import TestClient

from sayso.desk.web import make_app
from sayso.ledger import add_user, append_harvest, make_token, open_ledger
from sayso.review import update_incidents, withhold_report
from tests.desk.web.conftest import SETTINGS, read_week

OWN = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def engine(make_ledger: Callable[[Path], str], tmp_path: Path) -> Iterator[Engine]:
    """The first reports of the week."""
    with open_ledger(make_ledger(tmp_path), make=True) as opened:
        add_some(opened, slice(0, 3))
        yield opened


def add_some(engine: Engine, some: slice) -> list[str]:
    for record in read_week()[some]:
        append_harvest(engine, record, method="test")
    update_incidents(engine)
    return [record.report.id for record in read_week()[some]]


@pytest.fixture
def client(engine: Engine) -> Iterator[TestClient]:
    with TestClient(make_app(engine, SETTINGS), follow_redirects=False) as opened:
        yield opened


def keep(client: TestClient, name: str, query: str) -> Any:
    return client.post("/searches", data={"act": "save", "name": name, "query": query}, headers=OWN)


def new_of(client: TestClient) -> dict[str, int]:
    return {each["name"]: each["new"] for each in client.get("/saved.json").json()["searches"]}


def test_a_search_is_kept_looked_at_and_dropped(client: TestClient, engine: Engine) -> None:
    page = html.fromstring(client.get("/search?q=kind:report").text)
    form = page.xpath("//form[@action='/searches']")[0]
    sent = {each.get("name"): each.get("value", "") for each in form.xpath(".//input")} | {"name": "reports"}
    kept = client.post("/searches", data=sent, headers=OWN)
    assert (kept.status_code, kept.headers["location"]) == (303, "/saved")
    assert new_of(client) == {"reports": 0}
    came = add_some(engine, slice(3, 5))
    assert new_of(client) == {"reports": len(came)}
    assert f"{len(came)} new answers" in html.fromstring(client.get("/saved").text).text_content()
    looked = client.post("/searches", data={"act": "look", "name": "reports"}, headers=OWN)
    assert looked.headers["location"] == "/search?q=kind%3Areport"
    assert new_of(client) == {"reports": 0}
    assert client.post("/searches", data={"act": "drop", "name": "reports"}, headers=OWN).status_code == 303
    assert new_of(client) == {}


REFUSED: dict[str, tuple[dict[str, str], int]] = {
    "no name": ({"act": "save", "name": "", "query": "x"}, 422),
    "no query": ({"act": "save", "name": "x", "query": " "}, 400),
    "a query that can't be read": ({"act": "save", "name": "x", "query": "(("}, 400),
    "no such act": ({"act": "burn", "name": "x"}, 422),
    "nothing there": ({"act": "look", "name": "x"}, 404),
    "nothing to drop": ({"act": "drop", "name": "x"}, 404),
}


@pytest.mark.parametrize(("sent", "status"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_kept_says_why(client: TestClient, sent: dict[str, str], status: int) -> None:
    assert client.post("/searches", data=sent, headers=OWN).status_code == status
    answer = client.post("/searches.json", json=sent)
    assert (answer.status_code, answer.json()["why"][-1]) == (status, ".")
    assert client.post("/searches", data=sent, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_everybody_has_their_own(client: TestClient, engine: Engine) -> None:
    assert keep(client, "the machine's", "mortar").status_code == 303
    for name in ("Ana", "Ben"):
        add_user(engine, name, "seven horses in the rain")
    shown = {name: {"Authorization": f"Bearer {make_token(engine, name, 'x')}"} for name in ("Ana", "Ben")}
    with TestClient(make_app(engine, SETTINGS), follow_redirects=False) as desk:
        assert desk.get("/saved.json").status_code == 401
        sent = {"act": "save", "name": "mine", "query": "mortar"}
        kept = desk.post("/searches.json", json=sent, headers=shown["Ana"])
        assert (kept.status_code, [each["name"] for each in kept.json()["searches"]]) == (201, ["mine"])
        assert desk.get("/saved.json", headers=shown["Ben"]).json() == {"searches": []}
        assert desk.get("/saved", headers=shown["Ana"]).headers["cache-control"] == "private, no-cache"


def test_what_is_withheld_is_not_counted(client: TestClient, engine: Engine) -> None:
    add_user(engine, "Ana", "seven horses in the rain")
    shown = {"Authorization": f"Bearer {make_token(engine, 'Ana', 'x')}"}
    with TestClient(make_app(engine, SETTINGS)) as desk:
        desk.post("/searches.json", json={"act": "save", "name": "all", "query": "kind:report"}, headers=shown)
    hidden, *others = add_some(engine, slice(3, 6))
    withhold_report(engine, hidden, who="Cem", reason="a source is at risk")
    with TestClient(make_app(engine, SETTINGS)) as desk:
        assert desk.get("/saved.json", headers=shown).json()["searches"][0]["new"] == len(others)
