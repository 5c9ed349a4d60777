"""Property: whatever people decide and undo, and whatever comes in between, who follows the changes knows the ledger."""

from __future__ import annotations

import random
import threading

import pytest
from sqlalchemy import Engine

from bench.made import made_records
from sayso.errors import DecisionRefused
from sayso.ledger import Change, append_harvest, load_changes, load_decisions
from sayso.review import Docket, headline_of, load_docket, load_machine_groups, note_changes, undo, update_incidents
from tests.review.test_any_order import ANA, Desk
from tests.review.told import told_records


class Reader:
    """Somebody who follows the changes, from where they came to."""

    def __init__(self, engine: Engine) -> None:
        self.engine, self.last = engine, 0
        self.known: dict[int, Change] = {}

    def knows(self) -> dict[str, str]:
        """Incident -> what is known of it."""
        for each in load_changes(self.engine, after=self.last, most=10_000):
            assert each.number == self.last + 1
            replaced = self.known.pop(each.replaces, None) if each.replaces else None
            assert each.kind == "new" or replaced, "what is replaced was known"
            self.known |= {} if each.kind == "cancel" else {each.number: each}
            self.last = each.number
        return {each.incident: each.body["headline"] + each.body["state"] for each in self.known.values()}


def as_it_is(docket: Docket) -> dict[str, str]:
    return {each.incident.id: headline_of(each.incident) + each.state for each in docket.incidents()}


def decide(engine: Engine, chance: random.Random) -> None:
    """Some decision, or the undoing of one; nothing where it can't be taken."""
    try:
        if chance.random() < 0.3 and (standing := [each for each in load_decisions(engine) if each.stands]):
            undo(engine, chance.choice(standing).key, **ANA)
        else:
            Desk(engine, load_machine_groups(engine), chance.choice).decide()
    except DecisionRefused:
        pass


@pytest.mark.parametrize("seed", range(4))
def test_who_follows_the_changes_knows_the_ledger(engine: Engine, seed: int) -> None:
    chance, reader = random.Random(seed), Reader(engine)
    records = list(told_records())
    chance.shuffle(records)
    while records:
        for _ in range(chance.randrange(3)):
            if records:
                append_harvest(engine, records.pop(), method="one")
        if load_docket(engine).incidents():
            for _ in range(chance.randrange(4)):
                decide(engine, chance)
        update_incidents(engine, anew=chance.random() < 0.2)
        note_changes(engine)
        assert reader.knows() == as_it_is(load_docket(engine))
        assert note_changes(engine) == 0


def test_two_at_once_tell_everything_once(engine: Engine) -> None:
    for record in made_records(16):
        append_harvest(engine, record, method="by hand")
    update_incidents(engine)
    wrong: list[Exception] = []

    def note() -> None:
        try:
            note_changes(engine)
        except Exception as error:
            wrong.append(error)

    both = [threading.Thread(target=note) for _ in range(2)]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert wrong == []
    told = [each.incident for each in load_changes(engine, most=1000)]
    assert sorted(told) == sorted({*told}) == sorted(as_it_is(load_docket(engine)))
