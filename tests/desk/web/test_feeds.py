"""What changed: as a page, as feeds, as a stream that is taken up where it was left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2
import msgspec
import pytest
from lxml import etree
from sqlalchemy import Engine
from starlette.testclient import TestClient

from sayso.desk.web import make_app
from sayso.ledger import add_user, append_harvest, disable_user, load_changes, make_token, open_ledger
from sayso.review import note_changes, undo, update_incidents, withhold_incident
from tests.desk.web.conftest import SETTINGS
from tests.desk.web.served import serve_app
from tests.reconcile.conftest import read_told
from tests.review.told import SCHOOL, ingest_told

ATOM = "{http://www.w3.org/2005/Atom}"
LATER = (
    "Savanna Post",
    "2024-05-13",
    SCHOOL[0][2].replace("two teachers", "three teachers").replace("hits", "strikes"),
)


def catch_up(engine: Engine) -> None:
    update_incidents(engine)
    note_changes(engine)


@pytest.fixture
def engine(make_ledger: Callable[[Path], str], tmp_path: Path) -> Iterator[Engine]:
    with open_ledger(make_ledger(tmp_path), make=True) as opened:
        ingest_told(opened)
        catch_up(opened)
        yield opened


@pytest.fixture
def client(engine: Engine) -> Iterator[TestClient]:
    with TestClient(make_app(engine, SETTINGS), follow_redirects=False) as opened:
        yield opened


def test_changes_are_paged_by_number_and_by_moment(client: TestClient, engine: Engine) -> None:
    changes = load_changes(engine)
    whole = client.get("/breaking.json").json()
    assert [each["number"] for each in whole["changes"]] == [each.number for each in reversed(changes)]
    rest = client.get(f"/breaking.json?after={changes[1].number}").json()
    assert [each["number"] for each in rest["changes"]] == [each.number for each in changes[2:]]
    assert client.get("/breaking.json", params={"since": changes[-1].at}).json()["changes"]
    assert client.get("/breaking.json?since=2999-01-01T00:00:00Z").json()["changes"] == []
    assert client.get("/breaking.json?since=yesterday").status_code == 400


def test_feeds_have_every_change_and_say_that_nobody_looked(client: TestClient, engine: Engine) -> None:
    changes = load_changes(engine)
    atom = etree.fromstring(client.get("/breaking.atom").content)
    entries = atom.findall(f"{ATOM}entry")
    assert len(entries) == len(changes)
    assert all("not reviewed" in (entry.findtext(f"{ATOM}summary") or "") for entry in entries)
    feed = client.get("/breaking/feed.json").json()
    assert [item["_sayso"]["number"] for item in feed["items"]] == [each.number for each in reversed(changes)]
    assert client.get(feed["items"][0]["url"].partition("testserver")[2]).status_code == 200


def test_what_is_withheld_later_is_taken_back(engine: Engine) -> None:
    """Whoever may not see it is told to drop it, without its words; and told again once it is no more withheld."""
    shown = {name: {"Authorization": f"Bearer {token_of(engine, name, role)}"} for name, role in ROLES.items()}
    first = load_changes(engine)[0]
    words = first.body["headline"]
    done = withhold_incident(engine, first.incident, who="Eva", reason="a source is at risk")
    catch_up(engine)
    with TestClient(make_app(engine, SETTINGS)) as client:
        last = client.get("/breaking.json", headers=shown["Ana"]).json()["changes"][0]
        assert (last["kind"], last["replaces"], last["headline"]) == ("cancel", first.number, "Withheld")
        for feed in (
            "/breaking.json",
            "/breaking.atom",
            "/breaking/feed.json",
            "/breaking",
            "/situation.json?all=true",
        ):
            assert (words in client.get(feed, headers=shown["Ana"]).text) is False, feed
        seen = client.get("/breaking.json", headers=shown["Eva"]).json()["changes"][0]
        assert (seen["kind"], seen["headline"], seen["body"]["withheld"]) == ("update", words, True)
    undo(engine, done.key, who="Eva", reason="the source is safe")
    catch_up(engine)
    with TestClient(make_app(engine, SETTINGS)) as client:
        again = client.get("/breaking.json", headers=shown["Ana"]).json()["changes"][0]
        assert (again["kind"], again["headline"], again["replaces"]) == ("update", words, last["number"])


ROLES = {"Ana": "reader", "Eva": "admin"}


def token_of(engine: Engine, name: str, role: str) -> str:
    add_user(engine, name, "seven horses in the rain", role=role)
    return make_token(engine, name, "test")


def test_a_stream_goes_on_behind_what_a_reader_has(engine: Engine) -> None:
    before = load_changes(engine)
    for record in read_told((LATER,)):
        append_harvest(engine, record, method="one")
    with serve_app(make_app(engine, SETTINGS)) as desk:
        events = read_events(f"{desk}/breaking/stream", last=before[-2].number, number=2)
    numbers = [each["number"] for each in events]
    assert numbers == [before[-1].number, before[-1].number + 1]
    assert events[-1]["kind"] in ("new", "update")


def test_a_stream_ends_with_the_right_to_see_it(engine: Engine) -> None:
    shown = {"Authorization": f"Bearer {token_of(engine, 'Ana', 'reader')}"}
    first = load_changes(engine)[0]
    with serve_app(make_app(engine, SETTINGS)) as desk:
        url = f"{desk}/breaking/stream?after={first.number}"
        with httpx2.stream("GET", url, headers=shown, timeout=30) as answer:
            lines = answer.iter_lines()
            while not next(lines).startswith("data:"):
                pass
            disable_user(engine, "Ana")
            list(lines)  # to the end, which a stream that goes on does not have
        assert httpx2.get(url, headers=shown).status_code == 303


def read_events(url: str, *, last: int, number: int) -> list[dict]:
    """So many events of a stream, behind the last one."""
    found: list[dict] = []
    with httpx2.stream("GET", url, headers={"Last-Event-ID": str(last)}, timeout=30) as answer:
        for line in answer.iter_lines():
            if line.startswith("data:"):
                found.append(msgspec.json.decode(line.removeprefix("data:")))
            if len(found) == number:
                return found
    return found
