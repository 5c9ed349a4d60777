"""Counts that rise: what a count has come to stands, what it has risen from is told before it."""

from __future__ import annotations

import pytest

from tests.extract.counted_table import shown

ROWS = [
    ("rose later", "The blast killed three people, a hospital said. The death toll later rose to 11.",
     ["killed 3 people background", "killed 11 people"]),
    ("had risen", "At 11 a.m. Radio Okapi reported six deaths. By noon the number of victims had risen to eight.",
     ["killed 6 people background", "killed 8 people"]),
    ("climbed", "A correspondent reported one death. The toll then climbed to five, the ministry said.",
     ["killed 1 people background", "killed 5 people"]),
    ("bodies", "Rescuers recovered five bodies. Within hours the number of dead increased to 19.",
     ["killed 5 people background", "killed 19 people"]),
    ("brought to", "A mortar killed two people in Homs, bringing the week's death toll to 40.",
     ["killed 2 people", "killed 40 people"]),
    ("elsewhere", "A bomb killed six people in Quetta on Monday. In Kabul, the death toll from a blast at a school rose to 30.",
     ["killed 6 people", "killed 30 people"]),
    ("the wounded", "Two children died in the shelling. The number of wounded rose to 16.",
     ["killed 2 children", "injured 16 people"]),
    ("two voices", "The mayor put the toll at 14. The army said six people had died.", ["killed 14 people", "killed 6 people"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_a_count_has_risen_from(text: str, wanted: list[str]) -> None:
    assert shown(text, "killed", "injured") == wanted
