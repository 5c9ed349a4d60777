"""The functions of the client over a desk that is really served."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest
from sqlalchemy import Engine

import sayso
from sayso.desk.client import Desk, open_desk
from sayso.desk.views import found, situation
from sayso.desk.web import make_app
from sayso.errors import DeskRefused
from sayso.ledger import add_user, append_harvest, load_changes, make_token, open_ledger
from sayso.review import load_docket, note_changes, update_incidents
from tests.desk.web.conftest import SETTINGS
from tests.desk.web.served import serve_app
from tests.desk.web.test_feeds import LATER
from tests.reconcile.conftest import read_told
from tests.review.told import ingest_told


@pytest.fixture
def engine(make_ledger: Callable[[Path], str], tmp_path: Path) -> Iterator[Engine]:
    with open_ledger(make_ledger(tmp_path), make=True) as opened:
        ingest_told(opened)
        update_incidents(opened)
        note_changes(opened)
        yield opened


@pytest.fixture
def desk(engine: Engine) -> Iterator[Desk]:
    with serve_app(make_app(engine, SETTINGS)) as address, open_desk(address) as opened:
        yield opened


def ids(engine: Engine) -> list[str]:
    return [each.incident.id for each in load_docket(engine).incidents()]


def test_lists_go_over_all_their_pages(desk: Desk, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(situation, "ROWS", 1)
    monkeypatch.setattr(found, "ROWS", 2)
    assert sorted(f"incident:{row.id}" for row in desk.incidents(all=True)) == sorted(ids(engine))
    assert [each.number for each in desk.changes()] == [each.number for each in load_changes(engine)]
    answers = [answer.id for answer in desk.search("type:killed")]
    assert len(answers) > 2 and len({*answers}) == len(answers)


def test_an_incident_leads_to_its_reports_and_their_claims(desk: Desk, engine: Engine) -> None:
    for name in ids(engine):
        shown = desk.incident(name)
        assert shown.id == name
        reports = [desk.report(source.id) for source in shown.sources]
        assert all(report.paragraphs for report in reports)


def test_a_decision_is_taken_and_is_in_the_queue(desk: Desk, engine: Engine) -> None:
    name = ids(engine)[0]
    decided = desk.decide("state", incident=name, to="in_progress", reason="to look")
    assert decided.decision.reason == "to look"
    assert [f"incident:{row.id}" for row in desk.queue(state="in_progress").rows] == [name]
    desk.decide("undo", decision=decided.key, reason="by mistake")
    assert desk.queue(state="in_progress").rows == ()


def test_changes_are_followed_as_they_come(desk: Desk, engine: Engine) -> None:
    before = load_changes(engine)
    coming = desk.follow(after=before[-2].number)
    assert next(coming).number == before[-1].number
    for record in read_told((LATER,)):
        append_harvest(engine, record, method="one")
    assert [each.number for each in islice(coming, 1)] == [before[-1].number + 1]


def test_what_is_refused_says_why(desk: Desk) -> None:
    with pytest.raises(DeskRefused, match=r"There is no incident ffff; look for it in the situation\.") as refused:
        desk.incident("ffff")
    assert refused.value.status == 404
    with pytest.raises(DeskRefused, match="no incident begins"):
        desk.decide("state", incident="incident:ffff", to="in_progress", reason="to look")
    with pytest.raises(TypeError):
        desk.situation(colour="red")


def test_who_is_not_known_is_refused_and_who_has_a_token_is_not(engine: Engine) -> None:
    add_user(engine, "Ana", "correct horse battery", role="reader")
    token = make_token(engine, "Ana", "client")
    with serve_app(make_app(engine, SETTINGS)) as address:
        with open_desk(address) as stranger, pytest.raises(DeskRefused, match="for users"):
            stranger.situation()
        with open_desk(address, token=token) as ana:
            assert ana.situation(all=True).total
            with pytest.raises(DeskRefused, match="A reader may not do that"):
                ana.decide("state", incident="incident:ffff", to="in_progress", reason="to look")


def test_a_desk_that_is_not_there_says_so() -> None:
    with sayso.open_desk("http://127.0.0.1:9") as nowhere:
        with pytest.raises(DeskRefused, match="can't be reached"):
            nowhere.situation()
        with pytest.raises(DeskRefused, match="can't be reached"):
            next(nowhere.follow())
