"""The data of review is refused where it leaves something open."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from sayso.codebook import GradeWords, HarmRules, ReviewStates, load_grades, load_harm_rules, load_states

ALL = {"anything": {"word": "weak", "why": "x"}, "conceded": {"word": "confirmed", "conceded": True, "why": "x"}}


def harm(**given: Any) -> dict[str, Any]:
    return {**msgspec.to_builtins(load_harm_rules()), **given}


def states(*rows: dict[str, Any]) -> dict[str, Any]:
    begin = {"name": "begin", "title": "x", "set_by": "nobody", "to": ["done"]}
    done = {"name": "done", "title": "x", "set_by": "somebody", "to": ["begin"]}
    return {"version": 1, "states": [begin, done, *rows]}


LATER = {"name": "later", "title": "x", "set_by": "change", "to": ["done"]}
REFUSED = {
    "a grade without a meaning": (GradeWords, {**msgspec.to_builtins(load_grades()), "reliability": {"A": "x"}}),
    "a sixth word": (HarmRules, harm(rules=[{"word": "likely", "why": "x"}])),
    "no rule that always holds": (HarmRules, harm(rules=[ALL["conceded"]])),
    "a rule behind the one that always holds": (HarmRules, harm(rules=[ALL["anything"], ALL["conceded"]])),
    "a rule that asks what nobody knows": (HarmRules, harm(rules=[{**ALL["anything"], "moon": True}])),
    "a state that there is not": (ReviewStates, states({**LATER, "to": ["nowhere"]})),
    "a state that nobody can set": (ReviewStates, states(LATER, {**LATER, "name": "last", "to": ["later"]})),
    "a change into what is set": (ReviewStates, states({**LATER, "changed": "done"})),
    "a state twice": (ReviewStates, states(LATER, LATER)),
}  # fmt: skip


@pytest.mark.parametrize(("form", "data"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused(form: type, data: dict[str, Any]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(data, form, strict=False)


def test_what_ships_is_whole() -> None:
    assert msgspec.convert(states(LATER), ReviewStates).find("later")
    assert load_states().find("nowhere") is None
    assert [state.name for state in load_states().states if state.set_by == "change"] == [
        "approved_but_changed",
        "signed_off_but_changed",
    ]
    assert load_harm_rules().rules[-1].asks_nothing
