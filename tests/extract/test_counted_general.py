"""Figures of reports from many wars: ranges, joint and elided counts, families, parts and their wholes, sums over time."""

from __future__ import annotations

import pytest

from sayso.records import Figure
from tests.extract.counted_table import read_text, shown

HARM = ("killed", "injured", "executed")

PRESENT = [
    ("left there", "Fewer than 100 civilians are left in the city.", ["civilians_present <100 civilians stock"]),
    (
        "thought to be there",
        "Some 2,000 civilians are thought to be in the town.",
        ["civilians_present 2000 civilians stock"],
    ),
    ("asked to stay there", "More than 300 men were asked to stay in the camp.", ["other >300 men"]),
    ("in danger", "Some 300 civilians are in danger.", ["other 300 civilians"]),
]
IN_NEED = [
    ("food insecure", "Some 177,000 people are acutely food insecure.", ["in_need 177000 people stock"]),
    ("no access", "About 300,000 people in Kadugli have no access to clean water.", ["in_need 300000 people stock"]),
    (
        "half of them",
        "Half of the islanders, 54,000 people, do not have enough to eat.",
        ["in_need 54000 people stock"],
    ),
    ("cases are counted as such", "Doctors in Renk recorded 57 suspected cases of measles.", ["other 57 people"]),
]
BESIDE = [
    (
        "deaths beside cases",
        "The ministry recorded 1,200 cases of measles and 30 deaths.",
        ["other 1200 people", "killed 30 people"],
    ),
    ("prisoners exchanged", "Kyiv and Moscow exchanged 103 prisoners on Monday.", ["released 103 prisoners"]),
    ("bodies exchanged", "The two sides exchanged 12 bodies on Monday.", ["killed 12 people"]),
]

RANGES = [
    ("between, spelled", "Between six and ten herders were killed in the raid on Kagarko.", ["killed 6-10 civilians"]),
    ("between and to", "Between four to seven paramedics were killed near Nyala.", ["killed 4-7 medics"]),
    ("with parts behind",
     "Between seven and eight members of the Hadid family, including two women and four children, were killed in Idlib.",
     ["killed 7-8 people", "killed 2 women", "killed 4 children"]),
    ("two ranges",
     "Between 10 to 11 villagers, including at least four women, were killed and between 20 and 30 were wounded near Bor.",
     ["killed 10-11 civilians", "killed >=4 women", "injured 20-30 people"]),
    ("toll of a long subject",
     "The number of people killed in Monday's rocket attack on the bus station of Bentiu has risen to nine, police said.",
     ["killed 9 people"]),
    ("toll by now", "The number of the injured is now 35, the mayor said.", ["injured 35 people"]),
    ("toll at", "Witnesses put the number of dead at between 15 and 20.", ["killed 15-20 people"]),
    ("or", "Six or seven policemen were killed at the checkpoint.", ["killed 6-7 police"]),
    ("open end", "The shelling injured between 80 and more than 100 people.", ["injured 80-100 people"]),
    ("hundreds", "Between one hundred and two hundred soldiers were killed.", ["killed 100-200 soldiers"]),
    ("one number with an and", "A hundred and ten people were killed.", ["killed 110 people"]),
    ("left dead", "The clashes left 40 to 50 people dead and up to 80 wounded.", ["killed 40-50 people", "injured <=80 people"]),
]  # fmt: skip
JOINT = [
    ("deaths and injuries", "The blast in Quetta caused at least seven deaths and at least eight injuries.",
     ["killed >=7 people", "injured >=8 people"]),
    ("vague injuries", "Radio Okapi reported 11 deaths and dozens of injuries.", ["killed 11 people", "injured 12 people"]),
    ("dead and wounded together", "The air raid on Taiz left dozens of dead and wounded.", []),
    ("killed or injured", "Some 75 people were killed or injured in the market.", []),
    ("killed and wounded", "A car bomb killed and wounded 35 people in Kabul.", []),
    ("named and not counted", "Nour Abdi was killed by shelling. Friends mourned Abdi, who was killed at home.", ["killed 1 people"]),
    ("two named", "Osama Lahia and his son, Adel Tafesh, were killed at a school in Homs.", ["killed 2 people"]),
    ("behind what they are", "A strike killed the engineer Omar Shawish in Taiz.", ["killed 1 people"]),
    ("named beside a count", "A blast killed nine people. Nour Abdi was killed too.", ["killed 9 people"]),
    ("named and threatened", "The militia threatened to kill Nour Abdi.", []),
    ("members of a group", "Ten members of the jihadist group were killed in Gao.", ["killed 10 fighters"]),
    ("members of a family", "Ten members of the Abdi family were killed in Gao.", ["killed 10 people"]),
    ("a commander", "The army killed a field commander near Gao.", ["killed 1 fighters"]),
    ("the only count is no earlier one", "Initial reports said 40 people were killed in Gao.", ["killed 40 people"]),
    ("a man by name", "Shells killed 12 people in Gao. Nour Abdi reported the death of a man named Saleh Omar.",
     ["killed 12 people", "killed 1 men part"]),
    ("who kills is not killed", "Two gunmen have killed 30 worshippers in Kano.", ["killed 30 civilians"]),
    ("who kills at least", "On Monday three bombers killed at least two people near the base.", ["killed >=2 people"]),
    ("no comma between", "Three killed over 70 injured in attacks in Hama.", ["killed 3 people", "injured >70 people"]),
    ("hurt beside soldiers killed", "Four soldiers were killed and eight were wounded at the airfield of Gao.",
     ["killed 4 soldiers", "injured 8 soldiers"]),
    ("people hurt beside soldiers", "Four soldiers were killed and eight people wounded at the airfield of Gao.",
     ["killed 4 soldiers", "injured 8 people"]),
    ("bodies that a reporter saw", "Shells killed seven civilians in Gao, police said. A reporter saw four bodies by a kiosk.",
     ["killed 7 civilians", "killed 4 people part"]),
    ("and another", "A drone hit a car in Bor, killing one person and seriously wounding another.",
     ["killed 1 people", "injured 1 people"]),
    ("another, gapped", "One person was killed and another wounded in Bor.", ["killed 1 people", "injured 1 people"]),
    ("injury of another", "The strike led to the death of one person and the serious injury of another in Bor.",
     ["killed 1 people", "injured 1 people"]),
    ("another three", "The strike killed one person and wounded another three in Bor.", ["killed 1 people", "injured 3 people"]),
    ("another town", "The rebels took one town and attacked another.", []),
    ("each its own number", "Five people were killed and 35 injured in the raid.", ["killed 5 people", "injured 35 people"]),
    ("received", "Hospitals in Aden received four dead and 12 wounded.", ["killed 4 people", "injured 12 people"]),
    ("injuries to", "The shelling resulted in four deaths and injuries to 15 to 19 residents of Donetsk.",
     ["killed 4 people", "injured 15-19 civilians"]),
    ("families behind", "Three mothers from two families and their six children were killed in Homs.",
     ["killed 3 women", "killed 9 people", "killed 6 children"]),
    ("members of families", "The bombing killed several members of four families in Saada.", []),
    ("a couple", "A couple and their five children were killed in Aleppo.",
     ["killed 2 people part", "killed 7 people", "killed 5 children"]),
    ("an age", "A young man of 18 was killed in Jenin.", ["killed 1 men"]),
    ("an age in brackets", "His son Karim (possibly 8-9) was also killed.", ["killed 1 people"]),
    ("ages behind names", "Named as dead are Mona Smith, 30; Omar Sims, 10; and Lea Abdi, 6.", []),
    ("an age behind a child", "The girl, 6, who was hit by shrapnel was buried in Homs.", []),
    ("two ages", "Two teenagers, 17 and 19 years old, were shot dead in Bor.", ["killed 2 children"]),
    ("three ages", "Three men, ages 17, 19 and 20, were shot on Haifa Street.", ["injured 3 men"]),
    ("fatally shooting", "He is charged with fatally shooting four people in Bor.", ["killed 4 people"]),
    ("who fatally stabbed", "A guard fatally stabbed two officers in Gao.", ["killed 2 police"]),
    ("victims in hospital", "Five victims were taken to a hospital in Aden.", ["injured 5 people"]),
    ("victims in critical condition", "Two victims of the blast were in critical condition.", ["injured 2 people"]),
    ("victims who were buried", "The 36 victims of the raid were buried on Friday.", ["killed 36 people"]),
    ("victims of whom nothing is told", "The raid on Bor had 36 victims.", ["killed 36 people"]),
    ("wounds of one body", "Her sister had two gunshot wounds.", []),
    ("no life", "There is no life left in Vovchansk.", []),
    ("no lives", "No deaths were reported.", ["killed 0 people"]),
    ("a family of five", "A family of five was killed in Rutshuru.", ["killed 5 people"]),
]  # fmt: skip
PARTS = [
    (
        "a headline's toll without its auxiliary",
        "12 farmers hacked to death in Ituri, army blames a militia",
        ["killed 12 civilians"],
    ),
    (
        "items behind a colon",
        "The fighting left 75 people dead: 40 rebels, 25 soldiers and 10 civilians.",
        ["killed 75 people", "killed 40 fighters", "killed 25 soldiers", "killed 10 civilians"],
    ),
    (
        "items behind a dash",
        "Some 75 died in the clashes - 40 rebels and 35 soldiers.",
        ["killed 75 people", "killed 40 fighters", "killed 35 soldiers"],
    ),
    ("who was pulled out", "Four people died in Bor. Rescuers pulled out 19 survivors, among them a boy.",
     ["killed 4 people"]),
    ("whoever tells of them", "The clinic received 22 wounded, including nine women, a nurse said.", ["injured 22 people", "injured 9 women"]),
    ("of the victims", "Thirty miners were killed in the attack. Six of the victims were from Mali.",
     ["killed 30 civilians", "killed 6 people part"]),
    ("names of the dead", "Officials have released the names of nine of the dead.", ["killed 9 people part"]),
    ("doctors among people", "At least 45 people, including two doctors, were killed off Mocha.",
     ["killed >=45 people", "killed 2 medics part"]),
    ("children are a count of their own", "The raid killed 12 people, including five children.",
     ["killed 12 people", "killed 5 children"]),
    ("fighters are a count of their own", "The strike killed 20 people, including 12 fighters.",
     ["killed 20 people", "killed 12 fighters"]),
    ("civilians are a count of their own", "The strike killed 20 people, among them eight civilians.",
     ["killed 20 people", "killed 8 civilians"]),
    ("bodies of the victims", "Nine people were killed in Maiduguri. The bodies of three of the victims were taken away.",
     ["killed 9 people", "killed 3 people part"]),
    ("gravely, of them", "Nine people were hurt in Aden, three of them critically.", ["injured 9 people", "injured 3 people part"]),
    ("gravely, bare", "The bombs killed seven people and wounded 11, four seriously.",
     ["killed 7 people", "injured 11 people", "injured 4 people part"]),
    ("fatally", "A mine wounded three guards, one of them fatally.", ["injured 3 police", "killed 1 police"]),
    ("others without a noun", "Gunmen killed two clerks in Tikrit. Four others were shot.",
     ["killed 2 people", "injured 4 people"]),
    ("behind an aside", "Three others, among them two nurses, sustained injuries.", ["injured 3 people", "injured 2 medics part"]),
    ("put the dead at", "The district chief put the dead at 23.", ["killed 23 people"]),
    ("estimated the wounded at", "Doctors estimated the wounded at 40.", ["injured 40 people"]),
    ("of its own men", "The army lost 12 of its own men in the valley.", ["killed 12 soldiers"]),
    ("among the dead", "Forty people were killed in Bucha. A teacher was among the dead.",
     ["killed 40 people", "killed 1 civilians part"]),
    ("others", "A rocket killed 12 people in Mykolaiv. Two other residents were also killed when a wall collapsed.",
     ["killed 12 people", "killed 2 civilians part"]),
    ("members among them", "Twelve people, seven of them members of one family, were killed in Sirte.",
     ["killed 12 people", "killed 7 people part"]),
    ("the same voice counts some", "At least 14 people were killed when shells hit the camp. Four brothers died in one tent.",
     ["killed >=14 people", "killed 4 men part"]),
    ("another voice is a rival", "The mayor said 14 people were killed. The army said six people were killed.",
     ["killed 14 people", "killed 6 people"]),
    ("another strike", "A first strike killed nine people in Hodeidah. A second strike killed six people.",
     ["killed 9 people", "killed 6 people"]),
    ("another town", "An air raid killed nine people in Hodeidah. In Marib, six people were killed.",
     ["killed 9 people", "killed 6 people"]),
    ("a greater number follows", "A mortar killed three people. The bombing of the market killed 20 people.",
     ["killed 3 people", "killed 20 people"]),
    ("soldiers are no share of villagers", "The raid killed 30 villagers. Two soldiers were also killed.",
     ["killed 30 civilians", "killed 2 soldiers"]),
]  # fmt: skip
NATURES = [
    ("since a month", "More than 1,200 people have been killed in Kivu since January.",
     ["killed >1200 people cumulative"]),
    ("running toll of one event", "The death toll from Monday's strike has risen to 19.", ["killed 19 people"]),
    ("so far", "Hospital officials said they had received 22 bodies so far.", ["killed 22 people cumulative"]),
]  # fmt: skip
DATED = [
    ("date and range", "On Monday, May 16, 2022, between 10 and 11 residents, including three women, were killed in Bilohorivka.",
     ["killed 10-11 civilians", "killed 3 women"]),
    ("date and plain number", "On Saturday, 21 October 2017, nine miners, among them a boy, were killed in Djibo.",
     ["killed 9 civilians", "killed 1 children"]),
    ("dawn and a list", "At dawn on 3 June 2019, at least 12 people, 10 of them students, were killed in Khartoum.",
     ["killed >=12 people", "killed 10 civilians"]),
    ("list that ends in a child", "On Friday, March 5, 2021, between two and four women and an infant were killed in Ocotepeque.",
     ["killed 2-4 women", "killed 3-5 people", "killed 1 children"]),
    ("active", "On Sunday, July 4, 2010, 20 militants attacked the base and killed three guards.", ["killed 3 police"]),
    ("no rate", "The shelling killed four people a day after the truce.", ["killed 4 people"]),
    ("rate", "The shelling killed four people a day.", ["killed 4 people rate"]),
]  # fmt: skip
BESIDE = [
    ("along with", "The mayor, along with 15 relatives, including three women, was killed in the bombing of his house.",
     ["killed 16 people", "killed 15 people part", "killed 3 women"]),
    ("alongside", "The shell killed the wife of a commander, alongside their four children.",
     ["killed 5 people", "killed 4 children"]),
    ("together with", "He was killed together with his three sons.", ["killed 4 people", "killed 3 children"]),
    ("among the dead were", "The strike killed a surgeon. Among the dead were between 24 and 31 civilians.",
     ["killed 1 medics", "killed 24-31 civilians"]),
    ("a woman and her infant", "A woman and her infant were killed in Kherson.", ["killed 1 women", "killed 2 people"]),
    ("one woman and her children", "The strike claimed the lives of one woman and her children.", ["killed 1 women"]),
    ("reported killed", "A civilian was reported killed in a raid north of Kunduz.", ["killed 1 civilians"]),
    ("a man with a name", "A 49-year-old man named Basil Idris was killed by a shell.", ["killed 1 men"]),
    ("superseded and not",
     "Initial reports stated that there were no deaths, however it was later reported that a man had been killed.",
     ["killed 0 people background", "killed 1 men"]),
]  # fmt: skip
SEEN = [
    ("his relatives", "The raid killed 30 people in Zliten. Ahmed Idris mourned the death of his six cousins.",
     ["killed 30 people", "killed 6 men part"]),
    ("seen on a video", "The raid killed 30 people in Zliten. A video shows four bodies in a yard.",
     ["killed 30 people", "killed 4 people part"]),
    ("a body", "The mayor said 30 people died in Zliten. Medics said a man's body was found under a wall.",
     ["killed 30 people"]),
    ("a survey is no picture", "The army said 30 people had died. A UN report shows 12 civilians were killed.",
     ["killed 30 people", "killed 12 civilians"]),
    ("a number in a name", "The corporal was killed at 92 Base Hospital in Srinagar.", []),
    ("ages", "The dead were between the ages of three and 62.", []),
    ("aged between", "Four girls aged between 6 and 11 were killed.", ["killed 4 children"]),
    ("bodies and injured men", "Crews recovered five bodies and ten injured men.", ["killed 5 people", "injured 10 men"]),
    ("to have been killed and injured", "Hundreds of people are reported to have been killed and injured in Bor.", []),
    ("belonging to families", "The names of 139 civilians belonging to 14 families were read out.", []),
    ("first reported", "Radio Okapi first reported four deaths. It now says nine people were killed.",
     ["killed 4 people background", "killed 9 people"]),
]  # fmt: skip
WIRES = [
    ("a count that rose", "An initial count of 11 rose to 19, the mayor said.", ["killed 11 people background", "killed 19 people"]),
    ("more than a group of them", "The bodies of three women were found. The count rose to 26 on Friday.",
     ["killed 3 women", "killed 26 people"]),
    ("men lost", "The army lost nine soldiers in an ambush near Dioura.", ["killed 9 soldiers"]),
    ("treated for wounds", "A further 34 people were being treated for burns, nine of them in critical condition.",
     ["injured 34 people", "injured 9 people part"]),
    ("the worst of two deeds", "Soldiers rounded up and executed dozens of villagers.", ["executed 12 civilians"]),
    ("which of how many", "Troops shot dead a shepherd near Tyre, the third killing of a civilian in a week.",
     ["killed 1 civilians"]),
    ("a day earlier", "A man died on Tuesday. A day earlier, a raid on Kona killed 13 people.",
     ["killed 1 men", "killed 13 people"]),
    ("mass killings are attacks", "Jihadists have killed 280 civilians in at least six mass killings.",
     ["killed 280 civilians"]),
    ("since it was so bad", "A raid killed 13 people in the heaviest bombing since the truce.", ["killed 13 people"]),
]  # fmt: skip
ROWS = WIRES + SEEN + BESIDE + DATED + RANGES + JOINT + PARTS + NATURES


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in IN_NEED], ids=[row[0] for row in IN_NEED])
def test_those_of_whom_a_want_is_told_are_in_need(text: str, wanted: list[str]) -> None:
    assert [line for line in shown(text, "in_need", "other") if " 50 " not in line] == wanted


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in PRESENT], ids=[row[0] for row in PRESENT])
def test_who_is_said_to_be_there_is_present(text: str, wanted: list[str]) -> None:
    assert shown(text, "other", "civilians_present") == wanted


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in BESIDE], ids=[row[0] for row in BESIDE])
def test_a_number_counts_what_stands_beside_it(text: str, wanted: list[str]) -> None:
    assert shown(text, "other", "killed", "released", "detained") == wanted


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_the_numbers_say(text: str, wanted: list[str]) -> None:
    assert shown(text, *HARM) == wanted


def test_what_is_left_out_is_taken_off() -> None:
    told = shown("Rebels overran all but three of the state's 17 townships.", "area_controlled")
    assert told == ["area_controlled 14 - stock"]


def test_who_is_not_accounted_for_is_missing() -> None:
    assert shown("Some 66 people were hurt and 22 were still unaccounted for.", "missing") == ["missing 22 people"]


def test_the_dead_and_wounded_together_are_kept_as_casualties() -> None:
    assert shown("The air raid on Taiz left dozens of dead and wounded.", "other") == ["other 12 people"]
    aside = "Nine people, most of them women, were killed or injured when a drone hit Mota."
    assert shown(aside, "killed", "injured", "other") == ["other 9 people"]


def test_what_is_handed_over_is_no_more_than_its_number() -> None:
    assert shown("Rebels turned over 31 captives to the envoy on Friday.", "released") == ["released 31 prisoners"]


def test_what_is_told_according_to_the_unions_befell_the_trucks() -> None:
    assert shown("Some 120 trucks have been torched, according to the unions.", "structures_destroyed") != []


def test_captives_who_are_returned_are_released() -> None:
    assert shown("The swap saw each side return 300 captives.", "released") == ["released 300 prisoners"]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("No deaths or injuries were reported.", ["killed 0 people", "injured 0 people"]),
        ("There were no injuries or deaths.", ["injured 0 people", "killed 0 people"]),
        ("The blast caused no deaths and many injuries.", ["killed 0 people"]),
    ],
    ids=["reported", "there were", "and"],
)
def test_a_zero_holds_for_each_of_two_harms(text: str, measures: list[str]) -> None:
    assert sorted(shown(text, "killed", "injured")) == sorted(measures)


@pytest.mark.parametrize(
    "text",
    ["The March 23 Movement has some 6,000 fighters.", "M23, which fields about 6,000 fighters, left the talks."],
    ids=["has", "which fields"],
)
def test_fighters_are_those_of_whoever_has_them(text: str) -> None:
    record = read_text(text)
    party = next(claim for claim in record.claims if isinstance(claim, Figure)).party
    assert [one.name for one in record.parties if one.id in party] == ["March 23 Movement"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The blast killed 12 people, and 30 others were being treated.", ["killed 12 people", "injured 30 people"]),
        ("Twelve people died and 30 more are receiving treatment.", ["killed 12 people", "injured 30 people"]),
        ("Six of his neighbours had not been seen since.", ["missing 6 people background"]),
        ("Two jawans were killed near Uri.", ["killed 2 soldiers"]),
    ],
    ids=["being treated", "receiving treatment", "not seen since", "jawans"],
)
def test_what_becomes_of_people_is_told_by_what_is_done_for_them(text: str, told: list[str]) -> None:
    assert shown(text, "killed", "injured", "missing") == told
