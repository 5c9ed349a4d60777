"""Figures as monitors and aid agencies write them: shares, parts by "of whom", running counts, people in need."""

from __future__ import annotations

import pytest

from sayso.records import Event, Figure
from tests.extract.counted_table import read_text, shown

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
LABELS = [
    ("civilians", "Civilians killed: 7 (2 children)", ["killed 7 civilians", "killed 2 children"]),
    ("soldiers", "Junta soldiers killed: 38 (claimed by the resistance)", ["killed 38 soldiers"]),
    ("several", "Killed: 14. Wounded: 31. Missing: 3. Persons newly arrested: 9.",
     ["killed 14 people", "injured 31 people", "detained 9 people"]),
    ("families", "Displaced families: 120", ["displaced 120 civilians"]),
    ("lines", "Gaza, day 200\n\nKilled: 34,183\n\nInjured: 77,143\n\nDisplaced: 1.7 million",
     ["killed 34183 people", "injured 77143 people", "displaced 1.7e+06 people"]),
    ("sides in brackets", "Total killed since 1 January: 204 (civilians: 102; soldiers: 60; rebels: 42)",
     ["killed 204 people cumulative", "killed 102 civilians cumulative", "killed 60 soldiers cumulative",
      "killed 42 fighters cumulative"]),
    ("a verb in front", "The message of those killed is clear: 12 ways out.", []),
]  # fmt: skip
STATES = [
    ("in some condition", "Six people died and 18 people remained in a critical condition.",
     ["killed 6 people", "injured 18 people"]),
    ("in schools", "In Pemba, 9,300 are staying in two schools and an open field.", ["displaced 9300 people stock"]),
    ("in tents", "Some 300 people live in tents.", ["displaced 300 people"]),
    ("at home", "Some 300 people live in the town.", []),
    ("are refugees", "Some 300 Kenyans are refugees in Uganda.", ["displaced 300 people"]),
    ("freed", "Three of those abducted in May have been released.", []),
]  # fmt: skip
ROWS = STATES + PARTS + COUNTS + NEEDS + LISTS + LABELS


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_monitors_count(text: str, wanted: list[str]) -> None:
    assert shown(text, *ALL) == wanted


def test_cases_of_rape_are_counted_as_such() -> None:
    assert shown("Monitors verified 38 cases of rape and other sexual violence against women.", "raped") == [
        "raped 38 people"
    ]


def test_raids_and_houses_behind_labels() -> None:
    text = "Air strikes recorded: 9. Houses destroyed: 17."
    assert shown(text, "attacks", "structures_destroyed") == ["attacks 9 -", "structures_destroyed 17 -"]


def test_the_soldiers_of_a_label_killed_nobody() -> None:
    record = read_text("Junta soldiers killed: 38")
    assert [claim.actor for claim in record.claims if isinstance(claim, Event)] == [()]
    assert [claim.perpetrator for claim in record.claims if isinstance(claim, Figure)] == [()]


OTHERWISE = [
    ("inhabitants", "A town of 30,000 inhabitants lies in Mali; 12 inhabitants were killed.",
     ["civilians_present 30000 people stock", "killed 12 people"]),
    ("freed", "Three of those abducted in May have been released.", ["released 3 people"]),
    ("arms laid down", "Some 52 rebels laid down their arms.", ["surrendered 52 fighters"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in OTHERWISE], ids=[row[0] for row in OTHERWISE])
def test_what_became_of_them(text: str, wanted: list[str]) -> None:
    assert (
        shown(text, "civilians_present", "killed", "released", "surrendered", "abducted", "fighters_present") == wanted
    )


SIDES = [
    ("captured beside the dead", "The group said 11 soldiers were killed and four captured in Sagaing.",
     ["killed 11 soldiers", "captured 4 soldiers"]),
    ("six others", "The rebels killed three soldiers and wounded six others.", ["killed 3 soldiers", "injured 6 people"]),
    ("civilians and others", "The raid killed 12 civilians and wounded 30 others.", ["killed 12 civilians", "injured 30 people"]),
    ("an estimate of another", "Kyiv said 31,000 soldiers had been killed; Paris estimated the number at close to 70,000.",
     ["killed 31000 soldiers", "killed ~<70000 soldiers"]),
    ("members by a name", "The army said 86 NPA members had been captured.", ["captured 86 fighters"]),
    ("of an army that is none of a state's", "Five of the Free Syrian Army were killed.", ["killed 5 fighters"]),
    ("so many in so many", "Four in five of the men have been wounded.", ["injured 80 men rate"]),
    ("whom they make up", "Women make up 53 per cent of those displaced.", ["displaced 53 women rate"]),
    ("of money", "Only 28 per cent of the $352 million required has been received.", []),
    ("an increase of", "The UN verified 413 violations, an increase of 12 per cent over the previous six months.", []),
    ("behind a dash", "Some 700,000 - more than half of them children - have been forced out of their homes.",
     ["displaced 700000 people", "displaced >50 children rate"]),
    ("the judged", "A court convicted 61 soldiers.", ["other 61 soldiers"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in SIDES], ids=[row[0] for row in SIDES])
def test_of_which_side(text: str, wanted: list[str]) -> None:
    assert shown(text, "killed", "injured", "captured", "displaced", "other", "fighters_present") == wanted
