"""The description of the desk, and whether the desk keeps to it whatever it is sent."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance, status_code_conformance
from sqlalchemy import Engine
from starlette.testclient import TestClient

from sayso.desk.web import make_app
from sayso.desk.web.openapi import POSTS, describe_desk
from sayso.desk.web.own_pages import OWN_PAGES
from sayso.desk.web.pages import PAGES
from sayso.ledger import THIS_MACHINE, load_incidents, load_samples, open_ledger, save_search
from tests.desk.web.conftest import SETTINGS, fill_with_samples, read_week
from tests.desk.web.served import serve_app

EXAMPLES = 60
UNNAMED, NAMED = 0.4, 0.8
"""Of requests that are sent as they were made up; of fields of the others, that name what there is."""
CHECKS = [not_a_server_error, status_code_conformance, response_schema_conformance]


described = schemathesis.openapi.from_dict(msgspec.json.decode(msgspec.json.encode(describe_desk())))


class Desk(msgspec.Struct, frozen=True, kw_only=True):
    """A desk that is being served: where, and names of what it has, by the fields that ask for them."""

    address: str
    names: dict[str, list[Any]]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with open_ledger(str(tmp_path_factory.mktemp("described") / "desk.sqlite"), make=True) as engine:
        fill_with_samples(engine, made=10)
        save_search(engine, THIS_MACHINE, "the dead", "killed")
        with serve_app(make_app(engine, SETTINGS)) as address:
            yield Desk(address=address, names=names_in(engine))


def names_in(engine: Engine) -> dict[str, list[Any]]:
    records = read_week()
    incidents = [each.id for each in load_incidents(engine)][:5]
    reports = [record.report.id for record in records][:5]
    claims = [claim.id for record in records for claim in record.claims][:8]
    units = [unit for sample in load_samples(engine) for unit in sample.units]
    return {
        "/incidents/{id}.json": [name.partition(":")[2] for name in incidents],
        "/reports/{id}.json": [name.partition(":")[2] for name in reports],
        "incident": incidents, "incidents": [incidents[at : at + 2] for at in range(3)], "source": incidents,
        "to": [*incidents, "in_progress", "approved"], "report": reports, "reports": [reports[:1], reports[1:3]],
        "claim": claims, "sample": ["spring", "autumn"], "unit": units, "word": ["fair", "weak"],
        "field": ["best", "group", "type", "actor", "harm", "information"], "decision": ["1", "2", "3"],
        "name": ["the dead"], "said": [{"type": "ASSAULT", "actor": []}, {"best": 3, "group": None}], "act": ["adjudicate", "correct", "merge", "split", "move", "save", "look", "drop"],
    }  # fmt: skip


def with_names(case: schemathesis.Case, desk: Desk) -> None:
    """Puts names of what there is in the place of some that were made up, so that what they lead to is tried too."""
    lot = random.Random(repr((case.path, case.path_parameters, case.query, case.body)))
    if lot.random() < UNNAMED:
        return
    for asked in (case.query, case.body):
        for name in asked if isinstance(asked, dict) else ():
            if name in desk.names and lot.random() < NAMED:
                asked[name] = lot.choice(desk.names[name])
    if "id" in (case.path_parameters or {}):
        case.path_parameters["id"] = lot.choice(desk.names[case.path])


def test_every_page_is_described() -> None:
    paths = describe_desk()["paths"]
    posts = {post.path for post in POSTS}
    assert set(paths) == {*(f"{page.path}.json" for page in (*PAGES, *OWN_PAGES)), *posts}


def test_the_description_is_given(client: TestClient) -> None:
    assert client.get("/openapi.json").content == msgspec.json.encode(describe_desk())


@described.parametrize()
@settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_the_desk_keeps_to_its_description(case: schemathesis.Case, desk: Desk) -> None:
    with_names(case, desk)
    case.call_and_validate(base_url=desk.address, checks=CHECKS)
