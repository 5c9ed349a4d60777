"""Who is said to have done it: known, suspected, contested, conceded or denied."""

from __future__ import annotations

import pytest

from sayso.reconcile import reconcile_records
from tests.reconcile.conftest import Told, read_told

RSF, ARMY = "Rapid Support Forces", "Sudanese Armed Forces"
STATUSES: dict[str, tuple[list[str], str, str]] = {
    "known": (["The Rapid Support Forces shelled the market of Kadugli on Monday, killing six people."], RSF, "known"),
    "suspected": (
        ["Six people were killed in the market of Kadugli on Monday by shells that the Rapid Support Forces are suspected of firing.",
         "The governor blamed the Rapid Support Forces for the shelling of the market of Kadugli on Monday. Six people were killed."],
        RSF, "suspected",
    ),
    "contested, by a rival charge": (
        ["The Sudanese army accused the Rapid Support Forces of the shelling of the market of Kadugli on Monday. Six people were killed.",
         "The Rapid Support Forces blamed the Sudanese army for the shelling of the market of Kadugli on Monday. Six people died."],
        RSF, "contested",
    ),
    "contested, by a denial": (
        ["The Sudanese army said that the Rapid Support Forces had shelled the market of Kadugli on Monday. Six people were killed.",
         "The Rapid Support Forces denied that they had shelled the market of Kadugli on Monday, where six people were killed."],
        RSF, "contested",
    ),
    "contested, by a word": (
        ["The Sudanese army said that the Rapid Support Forces had shelled the market of Kadugli on Monday, killing six people. "
         "The Rapid Support Forces denied it."],
        RSF, "contested",
    ),
    "a coalition by two names": (
        ["An air strike by the Saudi-led coalition killed six people in the market of Kadugli on Monday, witnesses said.",
         "The coalition denied that it had struck the market of Kadugli on Monday, where six people were killed."],
        "Saudi-led coalition", "contested",
    ),
    "conceded": (
        ["The Rapid Support Forces said that they had shelled the market of Kadugli on Monday. Six people were killed."],
        RSF, "conceded",
    ),
    "contested, by who owns another deed": (
        ["The governor said that the Rapid Support Forces had shelled the market of Kadugli on Monday. Six people were killed.",
         "The Rapid Support Forces denied that they had shelled the market of Kadugli on Monday, where six people were killed. "
         "The Rapid Support Forces said that they had bombed a depot in Kadugli."],
        RSF, "contested",
    ),
    "denied": (
        ["The Rapid Support Forces denied that they had shelled the market of Kadugli on Monday, where six people were killed."],
        RSF, "denied",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("texts", "party", "status"), STATUSES.values(), ids=STATUSES)
def test_responsibility(texts: list[str], party: str, status: str) -> None:
    told: list[Told] = [
        (f"Outlet {at}", "2024-06-04", f"Market of Kadugli shelled\n\nKADUGLI, Sudan - {text}")
        for at, text in enumerate(texts)
    ]
    (incident,) = reconcile_records(read_told(tuple(told)))
    assert {each.party: each.status for each in incident.responsibility}[party] == status


def test_the_enemy_is_nobody() -> None:
    told: Told = (
        "Plains Agency",
        "2024-06-04",
        "The enemy shelled the market of Kadugli on Monday, killing six people.",
    )
    (incident,) = reconcile_records(read_told((told,)))
    assert incident.responsibility == ()


def test_what_led_up_to_it_is_laid_to_nobody_here() -> None:
    text = (
        "KADUGLI, Sudan - Shells killed six people in Kadugli on Monday, after the Sudanese army bombed the camps of the SPLM-N "
        "in May."
    )
    told: Told = ("Plains Agency", "2024-06-04", text)
    (incident,) = reconcile_records(read_told((told,)))
    assert [each.party for each in incident.responsibility] == []
