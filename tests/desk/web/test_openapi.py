"""The description of the desk, and whether the desk keeps to it whatever it is sent."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance, status_code_conformance
from starlette.testclient import TestClient

from sayso.desk.web import make_app
from sayso.desk.web.openapi import POSTS, describe_desk
from sayso.desk.web.own_pages import OWN_PAGES
from sayso.desk.web.pages import PAGES
from sayso.ledger import open_ledger
from tests.desk.web.conftest import SETTINGS, fill
from tests.desk.web.served import serve_app

CHECKS = [not_a_server_error, status_code_conformance, response_schema_conformance]


described = schemathesis.openapi.from_dict(msgspec.json.decode(msgspec.json.encode(describe_desk())))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a desk that is being served."""
    with open_ledger(str(tmp_path_factory.mktemp("described") / "desk.sqlite"), make=True) as engine:
        fill(engine, made=10)
        with serve_app(make_app(engine, SETTINGS)) as address:
            yield address


def test_every_page_is_described() -> None:
    paths = describe_desk()["paths"]
    posts = {post.path for post in POSTS}
    assert set(paths) == {*(f"{page.path}.json" for page in (*PAGES, *OWN_PAGES)), *posts}


def test_the_description_is_given(client: TestClient) -> None:
    assert client.get("/openapi.json").content == msgspec.json.encode(describe_desk())


@described.parametrize()
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_the_desk_keeps_to_its_description(case: schemathesis.Case, desk: str) -> None:
    case.call_and_validate(base_url=desk, checks=CHECKS)
