"""The word that the rule suggests, and what makes an incident another than it was."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.codebook import load_states
from sayso.ledger import Decided, Decision
from sayso.records import (
    Incident,
    IncidentDispute,
    IncidentFigure,
    IncidentReview,
    IncidentWhen,
    ResponsibilityClaim,
)
from sayso.review import next_states, suggest_harm
from sayso.review.judged import find_state, judged


def figure(measure: str = "killed", group: str | None = None) -> IncidentFigure:
    return IncidentFigure(measure=measure, group=group, best=5, policy="ucdp/1", rule="", claims=("c",))  # type: ignore[arg-type]


def charge(party: str, status: str = "known", said_by: tuple[str, ...] = ("residents",)) -> ResponsibilityClaim:
    return ResponsibilityClaim(party=party, status=status, said_by=said_by, claims=("c",))  # type: ignore[arg-type]


def dispute(kind: str) -> IncidentDispute:
    return IncidentDispute(kind=kind, about="", why="", sides=())  # type: ignore[arg-type]


def incident(**given: Any) -> Incident:
    usual: dict[str, Any] = {"id": "incident:1", "reports": (), "claims": (), "when": IncidentWhen(), "where": ()}
    told: dict[str, Any] = {"parties": (), "disputes": (), "figures": (figure(),), "independent_sources": 2}
    return Incident(**{**usual, **told, **given})


HARM: dict[str, tuple[dict[str, Any], str | None]] = {
    "two sources": ({}, "fair"),
    "two sources on the hurt": ({"figures": (figure("injured"),)}, "fair"),
    "one source": ({"independent_sources": 1}, "weak"),
    "its own word": ({"responsibility": (charge("Army", "conceded"), charge("Rebels"))}, "confirmed"),
    "two are accused": ({"responsibility": (charge("Army"), charge("Rebels"))}, "contested"),
    "one is accused and denies it": ({"responsibility": (charge("Army", "contested"),)}, "fair"),
    "one is accused, another only denies": ({"responsibility": (charge("Army"), charge("Rebels", "denied", ()))}, "fair"),
    "speakers differ on the doer": ({"disputes": (dispute("perpetrators"),)}, "contested"),
    "speakers differ on the dead": ({"disputes": (dispute("descriptions"),)}, "contested"),
    "speakers differ on how many": ({"disputes": (dispute("figures"),)}, "fair"),
    "fighters only": ({"figures": (figure(group="fighters"), figure("injured", "soldiers"))}, "discounted"),
    "fighters and others": ({"figures": (figure(group="fighters"), figure(group="civilians"))}, "fair"),
    "fighters to the one, civilians to the other": (
        {"figures": (figure(group="fighters"),), "disputes": (dispute("descriptions"),)}, "contested",
    ),
    "fighters only, by somebody's own word": (
        {"figures": (figure(group="fighters"),), "responsibility": (charge("Army", "conceded"),)}, "discounted",
    ),
    "its own word, but not on whom it harmed": (
        {"responsibility": (charge("Army", "conceded"),), "disputes": (dispute("descriptions"),)}, "contested",
    ),
    "nobody was harmed": ({"figures": (figure("displaced"),)}, None),
    "no figure": ({"figures": ()}, None),
}  # fmt: skip


@pytest.mark.parametrize(("given", "word"), HARM.values(), ids=HARM)
def test_the_word_that_the_rule_suggests(given: dict[str, Any], word: str | None) -> None:
    found = suggest_harm(incident(**given))
    assert (found.word if found else None) == word
    assert found is None or (found.rule.startswith("airwars/") and found.why)


def mark(value: str | None, content: str = "content:1", field: str = "state") -> dict[str, Decided]:
    decision = Decision(
        kind="state", who="Ana", reason="x", of="incident", targets=("incident:1",), field=field,
        after={"value": value, "content": content},
    )  # fmt: skip
    return {field: Decided(number=1, key="decision:1", previous=None, decided_at="2031-04-07", decision=decision)}


STATES: dict[str, tuple[dict[str, Decided], str]] = {
    "nobody looked": ({}, "machine_read"),
    "given to somebody": (mark("Ben", field="assignee"), "assigned"),
    "given back": (mark(None, field="assignee"), "machine_read"),
    "put back, still somebody's": (mark("machine_read") | mark("Ben", field="assignee"), "assigned"),
    "at work": (mark("in_progress") | mark("Ben", field="assignee"), "in_progress"),
    "at work, changed": (mark("in_progress", "content:0"), "in_progress"),
    "approved": (mark("approved"), "approved"),
    "approved, changed": (mark("approved", "content:0"), "approved_but_changed"),
    "signed off, changed": (mark("signed_off", "content:0"), "signed_off_but_changed"),
}


@pytest.mark.parametrize(("marks", "state"), STATES.values(), ids=STATES)
def test_states(marks: dict[str, Decided], state: str) -> None:
    assert find_state(marks, "content:1") == state


def test_every_state_leads_somewhere_and_none_to_a_change() -> None:
    states = load_states().states
    assert all(next_states(state.name) for state in states)
    assert not {to for state in states for to in state.to if "changed" in to or to == "assigned"}
    assert next_states("nowhere") == ()


def test_a_judgement_says_whether_its_subject_changed_since() -> None:
    decided = mark("fair")["state"]
    assert [judged(decided, content).changed_since for content in (None, "content:1", "content:2")] == [
        False,
        False,
        True,
    ]
    assert IncidentReview(state="machine_read").decisions == ()
