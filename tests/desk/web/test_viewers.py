"""Who may see and do what, once users are set up: sessions, tokens, roles; how often one may try."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import httpx2
import pytest
from sqlalchemy import Engine
from starlette.applications import Starlette
from starlette.testclient import TestClient

from sayso.desk.web import make_app, viewers
from sayso.ledger import add_user, make_token, open_ledger
from sayso.review import undo, update_incidents, withhold_incident
from tests.desk.web.conftest import SETTINGS
from tests.review.told import ingest_told

PASSWORD = "seven horses in the rain"
OWN = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture(scope="module")
def engine(make_ledger: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with open_ledger(make_ledger(tmp_path_factory.mktemp("viewers")), make=True) as opened:
        ingest_told(opened)
        update_incidents(opened)
        for role in ("reader", "coder", "reviewer", "admin"):
            add_user(opened, role.capitalize(), PASSWORD, role=role)
        yield opened


@pytest.fixture
def client(engine: Engine) -> Iterator[TestClient]:
    with TestClient(make_app(engine, SETTINGS), follow_redirects=False) as opened:
        yield opened


def sign_in(client: TestClient, name: str, password: str = PASSWORD, back: str = "/review") -> int:
    form = {"name": name, "password": password, "back": back}
    return client.post("/login", data=form, headers=OWN).status_code


def test_who_is_not_known_is_asked_to_sign_in(client: TestClient) -> None:
    page = client.get("/situation?all=true")
    assert (page.status_code, page.headers["location"]) == (303, "/login?back=%2Fsituation%3Fall%3Dtrue")
    assert client.get("/situation.json").status_code == 401
    assert client.post("/decisions.json", json={"act": "undo", "decision": "1", "reason": "x"}).status_code == 401


def test_a_session_opens_the_desk_until_it_ends(client: TestClient) -> None:
    assert sign_in(client, "reader") == 303
    assert client.get("/situation").status_code == 200
    cookie = next(iter(client.cookies.jar))
    assert cookie.has_nonstandard_attr("HttpOnly") and cookie.get_nonstandard_attr("SameSite") == "strict"
    assert client.post("/logout", headers=OWN).status_code == 303
    client.cookies.set(cookie.name, cookie.value or "")
    assert client.get("/situation").status_code == 303


@pytest.mark.parametrize(("role", "status"), [("reader", 403), ("coder", 403), ("reviewer", 409), ("admin", 409)])
def test_a_role_may_decide_or_not(client: TestClient, role: str, status: int) -> None:
    assert sign_in(client, role) == 303
    sent = {"act": "undo", "decision": "nothing", "reason": "to try"}
    assert client.post("/decisions.json", json=sent, headers=OWN).status_code == status
    incident = client.get("/situation.json?all=true").json()["rows"][0]["id"]
    assert ("Take it there" in client.get(f"/incidents/{incident}").text) is (status == 409)


def test_a_token_opens_the_api(client: TestClient, engine: Engine) -> None:
    token = make_token(engine, "Reviewer", "backup")
    assert client.get("/situation.json", headers={"Authorization": f"Bearer {token}"}).status_code == 200
    assert client.get("/situation.json", headers={"Authorization": f"Bearer {token}x"}).status_code == 401


def test_what_is_decided_is_decided_by_the_user(client: TestClient) -> None:
    sign_in(client, "reviewer")
    incident = client.get("/situation.json?all=true").json()["rows"][0]["id"]
    sent = {"act": "note", "incident": f"incident:{incident}", "text": "seen"}
    assert client.post("/decisions.json", json=sent, headers=OWN).json()["decision"]["who"] == "Reviewer"


def test_whoever_mistypes_too_often_has_to_wait(client: TestClient) -> None:
    assert [sign_in(client, "reader", "wrong password") for _ in range(6)] == [401] * 5 + [429]
    assert sign_in(client, "reader") == 429


def test_a_flood_of_tries_to_sign_in_leaves_the_desk_alone(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """From many addresses, as many names: few passwords are checked at once, few wait, and pages are given meanwhile."""
    checking, most = Counter[str](), 0
    open_again = Event()

    def slow(*_given: object) -> None:
        nonlocal most
        checking["now"] += 1
        most = max(most, checking["now"])
        open_again.wait(30)
        checking["now"] -= 1

    monkeypatch.setattr(viewers, "check_password", slow)
    token = {"Authorization": f"Bearer {make_token(engine, 'Reader', 'flood')}"}

    async def flood() -> list[int]:
        app = make_app(engine, SETTINGS)
        tries = [asyncio.create_task(try_from(app, number)) for number in range(60)]
        while sum(each.done() for each in tries) < 60 - viewers.MOST_WAITING:
            await asyncio.sleep(0.01)
        async with client_at(app, "10.9.9.9") as other:
            assert (await other.get("/situation", headers=token)).status_code == 200
        open_again.set()
        return [await each for each in tries]

    assert Counter(asyncio.run(flood())) == {503: 60 - viewers.MOST_WAITING, 401: viewers.MOST_WAITING}
    assert most == viewers.CHECKS


def client_at(app: Starlette, address: str) -> httpx2.AsyncClient:
    transport = httpx2.ASGITransport(app=app, client=(address, 4_000))
    return httpx2.AsyncClient(transport=transport, base_url="http://testserver")


async def try_from(app: Starlette, number: int) -> int:
    async with client_at(app, f"10.0.0.{number}") as client:
        form = {"name": f"user{number}", "password": PASSWORD}
        return (await client.post("/login", data=form, headers=OWN)).status_code


@pytest.mark.parametrize("back", ["//evil.example/", "https://evil.example/"])
def test_signing_in_leads_to_no_other_site(client: TestClient, back: str) -> None:
    answer = client.post("/login", data={"name": "reader", "password": PASSWORD, "back": back}, headers=OWN)
    assert answer.headers["location"] == "/situation"


def test_what_is_withheld_is_told_to_nobody_who_may_not_see_it(client: TestClient, engine: Engine) -> None:
    sign_in(client, "admin")
    rows = client.get("/situation.json?all=true").json()["rows"]
    hidden, *others = rows
    shown = client.get(f"/incidents/{hidden['id']}.json").json()
    withheld = withhold_incident(engine, shown["id"], who="Admin", reason="a source is at risk")
    client.post("/logout", headers=OWN)
    with TestClient(make_app(engine, SETTINGS), follow_redirects=False) as reader:
        sign_in(reader, "reader")
        seen = reader.get("/situation.json?all=true").json()["rows"]
        assert next(row for row in seen if row["id"] == hidden["id"])["sentence"] == "Withheld."
        assert {row["id"] for row in seen} == {row["id"] for row in rows}
        assert reader.get(f"/incidents/{hidden['id']}.json").status_code == 403
        assert reader.get(f"{shown['sources'][0]['href']}.json").status_code == 403
        assert reader.get(f"/incidents/{others[0]['id']}.json").status_code == 200
        texts = [reader.get(path).text for path in ("/situation?all=true", "/review", "/breaking", "/breaking.atom")]
        assert [text for text in texts if hidden["sentence"] in text] == []
        words = shown["sources"][0]["title"].split()[0]
        answers = reader.get("/search.json", params={"q": words}).json()["answers"]
        assert [each for each in answers if each["href"].startswith(shown["sources"][0]["href"])] == []
    undo(engine, withheld.key, who="Admin", reason="a test")
