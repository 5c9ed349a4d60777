"""Sayings with something beside them: a feeling's object, a second accused, a denial of what was alleged, a doubt."""

from __future__ import annotations

import pytest
from test_said import told

CASES = {
    "figures that somebody verified": (
        "Air raids damaged 41 schools, according to data verified by the cluster.",
        [("cluster", "according to", "Air raids damaged 41 schools")],
    ),
    "concern over": (
        "The mission expressed concern over the fighting in Aden.",
        [("mission", "expressed concern", "the fighting in Aden")],
    ),
    "deep concern, later that day": (
        "Moscow expressed deep concern on Monday about the fighting.",
        [("Moscow", "expressed", "the fighting")],
    ),
    "concern that": (
        "Moscow expressed concern that the truce could collapse.",
        [("Moscow", "expressed concern", "the truce could collapse")],
    ),
    "two accused": (
        "The ministry accuses Togo of arming the rebels, and Uganda of sheltering them.",
        [("ministry", "accuses", "Togo of arming the rebels, and Uganda of sheltering them")],
    ),
    "a charge that is denied": (
        "Nadia claimed that soldiers had beaten villagers, a charge that the mayor denied.",
        [("Nadia", "claimed", "soldiers had beaten villagers"), ("mayor", "denied", "a charge")],
    ),
    "whose word goes on in quotation marks": (
        'The envoy said the allies did not agree with the plan, "but we have to respect it".',
        [("envoy", "said", "the allies did not agree with the plan / but we have to respect it")],
    ),
    "her name": (
        "A nurse, who asked that her name not be used, said gunmen came.",
        [("nurse", "said", "gunmen came")],
    ),
    "calls of others": ("The general rejected calls for a truce.", []),
    "admitted to a ward": ("The wounded were admitted to a ward.", []),
    "attacks directed at somebody": ("Directing attacks against villagers is a crime.", []),
    "also called": ("The guards of the Special Force, also called Rada, fled.", []),
    "celebrated": ("The army celebrated its victories with parades.", []),
}


@pytest.mark.parametrize(("text", "sayings"), CASES.values(), ids=CASES.keys())
def test_what_stands_beside(text: str, sayings: list[tuple[str, str, str]]) -> None:
    assert told(text) == sayings
