"""Families, lists of the dead, and parts told by who they were: whoever is told of is counted once."""

from __future__ import annotations

import pytest

from tests.extract.counted_table import shown

LISTS = [
    ("alongside a range", "A reporter named Omar Sabri was killed alongside at least 15 to 18 other civilians in Bor.",
     ["killed 1 journalists part", "killed 16-19 people", "killed 15-18 civilians part"]),
    ("his wife and their sons", "Hassan Nader, his wife and their two sons were killed in the raid.",
     ["killed 4 people", "killed 2 children"]),
    ("behind one of kin", "The gunman killed his mother, 25 pupils and six adults before he fled.",
     ["killed 25 civilians part", "killed 6 people part", "killed 32 people"]),
    ("a name as statement", "48-year-old Iyad Nader, a clerk for the railways, and his mother were killed in a raid.",
     ["killed 2 people"]),
    ("who a leader is", "A leader of the party, Saleh Omar, and his driver were killed in the raid.",
     ["killed 1 people part", "killed 2 people"]),
    ("teachers and nurses", "The raid killed three teachers and two nurses.",
     ["killed 3 civilians part", "killed 2 medics part", "killed 5 people"]),
]  # fmt: skip
FAMILIES = [
    ("among them a family", "Nine people lost their lives in the attack, among them a family of five.",
     ["killed 9 people", "killed 5 people part"]),
    ("including a family", "Twelve people were killed, including a family of six.", ["killed 12 people", "killed 6 people part"]),
    ("among the dead", "Among the dead were a family of five.", ["killed 5 people"]),
    ("a man of 18", "A man of 18 was killed in Bor.", ["killed 1 men"]),
]  # fmt: skip
PARTS = [
    ("of whom, and beside", "Shelling killed 311 people, of whom 47 were children under the age of 18 and 58 were women.",
     ["killed 311 people", "killed 47 children", "killed 58 women"]),
    ("of whom, twice", "At least 311 people died, 47 of whom were children and 58 of whom were women.",
     ["killed >=311 people", "killed 47 children", "killed 58 women"]),
    ("of the last", "In the valley 78 were killed, and more than 600 have been wounded, 66 of these children.",
     ["killed 78 people", "injured >600 people", "injured 66 children"]),
    ("ages", "Their two children, ages 4 and 7, were wounded.", ["injured 2 children"]),
    ("homicides", "The city recorded 81 homicides.", ["killed 81 people"]),
    ("lost", "A farmer lost two brothers in the shelling.", ["killed 2 men"]),
    ("injured scores", "The strike killed at least 25 soldiers and injured scores, a monitor said.",
     ["killed >=25 soldiers", "injured 20 soldiers"]),
]  # fmt: skip
OF_WHOM = [
    ("some of those who travelled", "The bus carried 40 pilgrims, six of whom were killed by gunmen.", ["killed 6 people"]),
    ("shot of the dead", "Monitors documented the deaths of nine people. Five of them, a vendor and four nurses, were shot by a gang.",
     ["killed 9 people", "killed 5 people part"]),
    ("some of the casualties", "The casualties were flown to Gao, three of whom died there. At least 87 people died.",
     ["killed 3 people part", "killed >=87 people"]),
    ("two sides", "The army killed 61 men in the valley. Jihadists killed four villagers.",
     ["killed 61 men", "killed 4 civilians"]),
    ("who monitors the war", "Raids killed 20 farmers near Bor, an agency monitoring the conflict said.", ["killed 20 civilians"]),
    ("in hostilities", "Troops killed 11 men, seven of whom were taking part in hostilities.",
     ["killed 11 men", "killed 7 men part"]),
    ("in a month", "During the month, soldiers killed 61 men in the valley.", ["killed 61 men cumulative"]),
    ("a range and a number", "Between six and nine killed by gunfire in Bor\n\nRadio Bor counted six dead.",
     ["killed 6-9 people", "killed 6 people"]),
    ("recovered", "A strike killed 15 people in Bor. Crews recovered 12 bodies, Radio Bor said.",
     ["killed 15 people", "killed 12 people part"]),
    ("arrived", "A strike killed 15 people in Bor. Four of the dead arrived at the hospital, a nurse said.",
     ["killed 15 people", "killed 4 people part"]),
    ("two brothers", "A strike killed 15 people in Bor. Two brothers, Omar and Ali Nader, were killed, Radio Bor said.",
     ["killed 15 people", "killed 2 men part"]),
    ("also in the strike", "A strike killed 15 people in Bor. A teacher, Omar Nader, was also killed in the strike in Gao.",
     ["killed 15 people", "killed 1 civilians part"]),
    ("by two trades", "A farmer and trader was killed alongside his two sons.",
     ["killed 1 civilians part", "killed 3 people", "killed 2 children"]),
]  # fmt: skip
EARLY = [
    ("soon after", "Soon after the strike, the ministry reported that 50 people had been killed. Later Radio Bor put the toll at over 200.",
     ["killed 50 people background", "killed >200 people"]),
    ("behind the whole", "A strike killed 15 people in Bor. Shortly after the strike Radio Bor reported ten dead.",
     ["killed 15 people", "killed 10 people background"]),
    ("within hours", "Within a few hours the number of those killed had risen to 15. Hospitals counted 20 dead.",
     ["killed 15 people background", "killed 20 people"]),
    ("the only count", "Soon after the strike, the ministry reported that 50 people had been killed.", ["killed 50 people"]),
    ("by the clock", "At least 13 people were killed in Bor. At 11:32 a reporter of Radio Bor said five had died.",
     ["killed >=13 people", "killed 5 people background"]),
    ("brought to", "Radio Bor said a boy was found, bringing the number of victims to seven. A day later it said a woman was "
     "found, bringing the number of victims to eleven.",
     ["killed 7 people background", "killed 11 people"]),
]  # fmt: skip
SHOT = [
    ("shot and killed", "A man was shot and killed and two women were critically wounded in Bor.",
     ["killed 1 men", "injured 2 women"]),
    ("to the leg", "A police officer suffered a gunshot wound to the leg.", ["injured 1 police"]),
    ("struck, and one died", "Two teens were struck by gunfire; one died.", ["injured 2 children", "killed 1 people"]),
    ("in critical condition", "Three people are dead and one is in critical condition after a shooting.",
     ["killed 3 people", "injured 1 people"]),
    ("nobody is in a condition", "One is in no doubt that the war goes on.", []),
]  # fmt: skip
ROWS = SHOT + OF_WHOM + EARLY + LISTS + FAMILIES + PARTS


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_whoever_is_told_of_is_counted_once(text: str, wanted: list[str]) -> None:
    assert sorted(shown(text, "killed", "injured")) == sorted(wanted)


def test_what_a_place_came_under_is_so_many() -> None:
    assert shown("Bor came under 64 attacks.", "attacks") == ["attacks 64 -"]
