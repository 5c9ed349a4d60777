"""A desk on a ledger of each kind: a made-up week that is read, three reports full of markup, and many made-up ones."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from sqlalchemy import Engine
from starlette.testclient import TestClient

from bench.made import made_records
from sayso.desk.web import Settings, make_app
from sayso.ledger import append_harvest, open_ledger
from sayso.records import Record, record_from_json
from sayso.review import code_unit, draw_sample, find_sample, update_incidents
from tests.reconcile.conftest import read_told
from tests.reconcile.week import WEEK

SITUATION = Path(__file__).parents[1] / "situation.jsonl"
SETTINGS = Settings(name="test.sqlite", who="tester", hosts=("testserver", "127.0.0.1", "localhost"))
MADE = 40
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome") or ""
FLAGS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]


@cache
def read_week() -> tuple[Record, ...]:
    """The week, read once for all tests."""
    return read_told(tuple(WEEK.values()))


def fill(engine: Engine, *, made: int = MADE) -> None:
    """The week, the three reports, and so many made-up ones, with their incidents."""
    lines = SITUATION.read_bytes().splitlines()[:3]
    for record in (*read_week(), *map(record_from_json, lines), *made_records(made)):
        append_harvest(engine, record, method="test")
    update_incidents(engine)


def fill_with_samples(engine: Engine, *, made: int = MADE) -> None:
    """So, with samples of the week, whose claims have ids of their own."""
    for record in read_week():
        append_harvest(engine, record, method="test")
    draw_samples(engine)
    fill(engine, made=made)


def draw_samples(engine: Engine) -> None:
    """One to code, and one that is coded, with something to decide."""
    for name, of in (("spring", "event"), ("autumn", "figure")):
        draw_sample(engine, name, (SETTINGS.who, "Ben"), of=of, units=4, who="Cem")
    for at, unit in enumerate(find_sample(engine, "autumn").units):
        said = {"measure": "killed", "group": None, "low": None, "best": 5, "high": None}
        code_unit(engine, "autumn", unit, said, coder=SETTINGS.who)
        code_unit(engine, "autumn", unit, said | {"best": 5 + at}, coder="Ben", note="as I see it")


@pytest.fixture(scope="module")
def engine(make_ledger: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with open_ledger(make_ledger(tmp_path_factory.mktemp("desk")), make=True) as opened:
        fill(opened)
        yield opened


@pytest.fixture(scope="module")
def client(engine: Engine) -> Iterator[TestClient]:
    with TestClient(make_app(engine, SETTINGS), follow_redirects=False) as opened:
        yield opened


@pytest.fixture(scope="module")
def situation(client: TestClient) -> dict:
    """Every incident."""
    return client.get("/situation.json?all=true").json()


@pytest.fixture(scope="module")
def incident(client: TestClient, situation: dict) -> dict:
    """The incident of the week in which most is disputed."""
    shown = [client.get(f"/incidents/{row['id']}.json").json() for row in situation["rows"]]
    own = [each for each in shown if any(said.startswith("claim:") for said in claims_of(each))]
    return max(own, key=lambda each: (len(each["disputes"]), len(each["sources"]), each["id"]))


def claims_of(incident: dict) -> list[str]:
    """The claims behind an incident's figures; made-up ones have no ids of their own."""
    return [claim for each in incident["figures"] for rival in each["rivals"] for claim in rival["claims"]]


@pytest.fixture(scope="module")
def addresses(situation: dict, incident: dict) -> list[str]:
    """One of each page."""
    return [
        "/", "/situation?all=true", f"/incidents/{incident['row']['id']}", f"/reports/{incident['sources'][0]['id']}",
        "/review", "/search", "/search?q=killed",
    ]  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()
