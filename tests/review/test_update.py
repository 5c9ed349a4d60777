"""A ledger's incidents: the same as those of its records, however they came in, were cut off, or were read again."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from contextlib import contextmanager
from functools import cache
from typing import Any

import msgspec
import pytest
from sqlalchemy import Engine

from bench.made import made_records
from sayso.ledger import (
    append_harvest,
    append_sighting,
    load_incident,
    load_incidents,
    search_ledger,
    taking_turn,
    verify_ledger,
)
from sayso.ledger.load import find_harvest
from sayso.reconcile import reconcile_records
from sayso.records import Incident, Record
from sayso.review import update as updating
from sayso.review import update_incidents

REPORTS = 24


@cache
def made() -> tuple[Record, ...]:
    return tuple(made_records(REPORTS))


def ingest(engine: Engine, records: Iterable[Record], method: str = "by hand") -> None:
    for record in records:
        append_harvest(engine, record, method=method)


def ids(incidents: Iterable[Incident]) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return sorted((each.id, each.earlier_ids, each.reports) for each in incidents)


def test_a_ledger_has_the_incidents_of_its_records(engine: Engine) -> None:
    ingest(engine, made())
    done = update_incidents(engine)
    expected = reconcile_records(made())
    assert tuple(load_incidents(engine)) == expected
    assert (done.told, done.anew, done.made) == (REPORTS, True, len(expected))
    assert list(verify_ledger(engine)) == []


def test_what_is_up_to_date_is_left_alone(engine: Engine) -> None:
    ingest(engine, made()[:6])
    update_incidents(engine)
    again = update_incidents(engine)
    assert (again.told, again.placed, again.made, again.anew) == (0, 0, 0, False)


def test_an_update_looks_at_nothing_but_what_waits(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    ingest(engine, made()[:12])
    update_incidents(engine)
    monkeypatch.setattr(updating, "untold_passes", lambda *_: pytest.fail("it looked through all passes"))
    ingest(engine, made()[12:14])
    assert (update_incidents(engine).told, update_incidents(engine).told) == (2, 0)


@pytest.mark.parametrize("order", [1, -1], ids=["forwards", "backwards"])
def test_one_by_one_then_anew_gives_what_all_at_once_gives(engine: Engine, order: int) -> None:
    for record in made()[::order]:
        ingest(engine, [record])
        update_incidents(engine)
    assert sum(len(each.reports) for each in load_incidents(engine)) >= REPORTS
    update_incidents(engine, anew=True)
    assert ids(load_incidents(engine)) == ids(reconcile_records(made()))


def test_every_id_that_an_incident_had_leads_to_it(engine: Engine) -> None:
    had: set[str] = set()
    for record in made():
        ingest(engine, [record])
        update_incidents(engine)
        had |= {each.id for each in load_incidents(engine)}
    now = {each.id: each for each in load_incidents(engine)}
    for id in had:
        found = load_incident(engine, id)
        assert found is not None and found.id in now
        assert id in (found.id, *found.earlier_ids)
    assert load_incident(engine, "incident:0000000000000000") is None


def test_a_report_that_was_read_again_counts_once(engine: Engine) -> None:
    ingest(engine, made()[:8])
    update_incidents(engine)
    first = made()[0]
    fewer = msgspec.structs.replace(first, claims=first.claims[:3], disputes=())
    ingest(engine, [fewer], method="a later version")
    assert update_incidents(engine).anew
    assert tuple(load_incidents(engine)) == reconcile_records([fewer, *made()[1:8]])


def test_another_address_of_the_same_bytes_is_shown(engine: Engine) -> None:
    record = made()[0]
    ingest(engine, [record])
    known = find_harvest(engine, record.report, method="by hand", was_read=True)
    assert known
    append_sighting(engine, known, "elsewhere")
    update_incidents(engine)
    assert "elsewhere" in next(load_incidents(engine)).reports


def test_incidents_are_searched_and_those_that_are_no_more_are_not(engine: Engine) -> None:
    for record in made():
        ingest(engine, [record])
        update_incidents(engine)
    found = search_ledger(engine, "kind:incident", most=1000)
    assert sorted(each.id for each in found) == sorted(each.id for each in load_incidents(engine))
    one = next(each for each in load_incidents(engine) if each.where and each.figures)
    narrowed = f'kind:incident place:"{one.where[0].name}" type:{one.figures[0].measure}'
    assert one.id in {each.id for each in search_ledger(engine, narrowed, most=1000)}


class CutOff(Exception):
    pass


@pytest.mark.parametrize("after", range(1, 12))
def test_an_update_that_was_cut_off_is_taken_up(engine: Engine, after: int, monkeypatch: pytest.MonkeyPatch) -> None:
    turns = 0

    @contextmanager
    def cut_off(engine: Engine) -> Any:
        nonlocal turns
        turns += 1
        with taking_turn(engine) as connection:
            yield connection
            if turns == after:
                raise CutOff

    for name in ("PASSES_AT_ONCE", "TELLINGS_AT_ONCE", "GROUPS_AT_ONCE"):
        monkeypatch.setattr(updating, name, 6)
    ingest(engine, made())
    with monkeypatch.context() as cutting:
        cutting.setattr(updating, "taking_turn", cut_off)
        try:
            update_incidents(engine)
        except CutOff:
            assert list(load_incidents(engine)) == []
    update_incidents(engine)
    assert tuple(load_incidents(engine)) == reconcile_records(made())


def test_two_at_once_take_turns(engine: Engine) -> None:
    ingest(engine, made()[:12])
    update_incidents(engine)
    ingest(engine, made()[12:])
    wrong: list[Exception] = []

    def update() -> None:
        try:
            update_incidents(engine)
        except Exception as error:
            wrong.append(error)

    both = [threading.Thread(target=update) for _ in range(2)]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert wrong == []
    assert sorted(telling for each in load_incidents(engine) for telling in (each.id, *each.earlier_ids)) == sorted(
        telling for each in reconcile_records(made()) for telling in (each.id, *each.earlier_ids)
    )
