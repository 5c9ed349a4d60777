"""Figures as monitors and aid agencies write them: shares, parts by "of whom", running counts, people in need."""

from __future__ import annotations

import pytest

from tests.extract.counted_table import shown

ALL = ("killed", "injured", "detained", "displaced", "in_need", "other")

PARTS = [
    ("of whom", "The raid killed 40 people, of whom 12 were children.", ["killed 40 people", "killed 12 children"]),
    ("of whom, of a toll", "The toll stands at 3,698, of whom 1,623 were civilians.",
     ["killed 3698 people", "killed 1623 civilians"]),
    ("behind it", "Some 300 people were killed, 120 of whom were women.", ["killed 300 people", "killed 120 women"]),
    ("of the whole", "Of the 40 killed, 12 were children.", ["killed 40 people", "killed 12 children"]),
    ("in the next sentence", "The raid killed 30 people. Twelve were children.", ["killed 30 people", "killed 12 children"]),
    ("of other people", "There were 30 people in the bus. Two were armed men.", ["other 30 people"]),
    ("all but", "They killed 26 people, all but five of them civilians.", ["killed 26 people", "killed 21 civilians"]),
    ("a single one beside", "An air raid left at least 17 civilians dead, among them four children and a midwife.",
     ["killed >=17 civilians", "killed 4 children", "killed 1 medics part"]),
    ("the dead included", "The dead included two children and a nurse.", ["killed 2 children", "killed 1 medics"]),
    ("those detained included", "Those detained included four women.", ["detained 4 women"]),
    ("what else is included", "The convoy included 12 trucks.", ["other 12 -"]),
]  # fmt: skip
COUNTS = [
    ("deaths climb", "Deaths from cholera in Nasir have climbed to 78.", ["killed 78 people"]),
    ("injuries pass", "Injuries passed 300.", ["injured >300 people"]),
    ("from and to", "Civilian deaths rose to 45 from 12.", ["killed 45 people", "killed 12 people part background"]),
    ("two verbs", "Conflict-related violence killed at least 125 civilians and injured 428 in October.",
     ["killed >=125 civilians", "injured 428 people"]),
    ("those who have fled", "The army put the number of people who have fled the town at 62,609.", ["displaced 62609 people"]),
    ("those killed since", "The network puts the number of those killed since the war began in 2017 at 3,698.",
     ["killed 3698 people cumulative"]),
]  # fmt: skip
NEEDS = [
    ("need", "Twenty-two million people need assistance.", ["in_need 2.2e+07 people stock"]),
    ("depend on", "Some 2.4 million people depend on food aid.", ["in_need 2.4e+06 people stock"]),
    ("a bare number", "Some 900,000 depend on rations.", ["in_need 900000 people stock"]),
    ("refugees", "Almost half a million have become refugees abroad.", ["displaced ~<500000 people"]),
    ("affected", "The floods affected 126,000.", ["other 126000 people"]),
    ("cases of a crime", "Monitors verified 38 cases of rape against women.", []),
    ("cases of a sickness", "Cholera spread in Nasir, with 1,512 cases recorded.", ["other 1512 people"]),
    ("cases of a court", "The prosecutor opened 38 cases.", []),
    ("villages affected", "The floods affected 12 villages.", []),
    ("a share", "Six in ten families have no roof over their heads.", ["other 60 civilians rate"]),
    ("in so many villages", "The gunmen killed two in four villages.", ["killed 2 people"]),
]  # fmt: skip
LISTS = [
    ("a list", "Kirkuk: 31 dead, 4 hurt.\n\nMosul: 11\n\nBasra: 5 (no details)",
     ["killed 31 people", "injured 4 people", "killed 11 people part", "killed 5 people part"]),
    ("a list with parts", "Kirkuk: 31 killed.\n\nMosul: 9 (3 women, 6 soldiers)",
     ["killed 31 people", "killed 9 people part", "killed 3 women", "killed 6 soldiers"]),
    ("equal numbers of a list", "Kirkuk: 31 killed.\n\nMosul: 9\n\nBasra: 9",
     ["killed 31 people", "killed 9 people part", "killed 9 people part"]),
    ("a label that counts nothing", "Kirkuk: 31 killed.\n\nPage: 9 of the report is missing.", ["killed 31 people"]),
    ("a list with parts told behind it", "Kirkuk: 31 killed.\n\nMosul: 12, of whom nine were women and two children",
     ["killed 31 people", "killed 12 people part", "killed 9 women", "killed 2 children"]),
    ("a label with an article", "Kirkuk: 31 killed.\n\nDeir ez-Zor: 4. The rest of the east was calm.",
     ["killed 31 people", "killed 4 people part"]),
    ("spread over deeds", "Those civilians were killed as follows: 52 including 13 children in air strikes, 36 in shelling.",
     ["killed 52 civilians", "killed 13 children", "killed 36 civilians part"]),
    ("parts of those who are uncounted", "The toll is over 200. The clinic treated 39 Rohingya, 40 per cent of them women.",
     ["killed >200 people", "other 40 - rate"]),
    ("behind the colon of a deed", "Killed on 28 January, by report of the clinic: 46 civilians, eight of them under ten.",
     ["killed 46 civilians", "killed 8 civilians part"]),
    ("called by their party", "The coalition killed 218 Houthis around Marib.", ["killed 218 fighters"]),
    ("spread over places", "At least 18 people were killed: 10 in Kona, five in Bala and three near Duma.",
     ["killed >=18 people", "killed 10 people part", "killed 5 people part", "killed 3 people part"]),
    ("spread behind a dash", "Shells wounded five - three in Kona and one each in Bala and Duma.",
     ["injured 5 people", "injured 3 people part", "injured 1 people part"]),
    ("a toll by sides", "Official toll as of 31 May: 89 militants, 21 soldiers KIA, 19 civilians.",
     ["killed 89 fighters", "killed 21 soldiers", "killed 19 civilians"]),
    ("letters behind a number", "21 soldiers KIA and 40 WIA in Hodeidah.", ["killed 21 soldiers", "injured 40 people"]),
    ("behind a colon", "A total of 2,240 civilians were harmed in 2022: 1,120 were killed and 405 abducted.",
     ["injured 2240 civilians", "killed 1120 civilians"]),
    ("compared with another year", "Fifteen medics were killed in 2022, up from five in 2021.",
     ["killed 15 medics", "killed 5 medics part background"]),
    ("compared with two times", "Police killed 74 people in August, compared with 92 in July and 51 in June.",
     ["killed 74 people", "killed 92 people background", "killed 51 people part background"]),
    ("sides that clash are no clashes", "Clashes between the two groups left at least 27 fighters dead.",
     ["killed >=27 fighters"]),
    ("men lost", "Eritrea lost 140 personnel and six tanks at Badme.", ["killed 140 soldiers"]),
    ("those who moved in", "About 45,000 people have moved to Kona since May.", ["displaced 45000 people cumulative"]),
    ("armed people who arrive", "About 300 troops have arrived in Kona.", []),
    ("casualties of both kinds", "The monitor counted 11,842 casualties: 4,117 killed and 7,725 wounded.",
     ["other 11842 people", "killed 4117 people", "injured 7725 people"]),
    ("casualties that somebody caused", "The army caused 963 casualties (227 deaths, 736 injured).",
     ["other 963 people", "killed 227 people", "injured 736 people"]),
    ("a total before its parts", "Total: 68 killed (52 civilians, 11 soldiers), 143 injured.",
     ["killed 68 people", "killed 52 civilians part", "killed 11 soldiers", "injured 143 people"]),
]  # fmt: skip
ROWS = PARTS + COUNTS + NEEDS + LISTS


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_monitors_count(text: str, wanted: list[str]) -> None:
    assert shown(text, *ALL) == wanted


def test_cases_of_rape_are_counted_as_such() -> None:
    assert shown("Monitors verified 38 cases of rape and other sexual violence against women.", "raped") == [
        "raped 38 people"
    ]
