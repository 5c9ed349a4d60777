"""Figures of monitors' digests, communiqués and local papers: losses and whose they are, what came of the wounded, shares of
a change, areas; and who is not said to have done it."""

from __future__ import annotations

import pytest

from sayso.records import Figure
from tests.extract.counted_table import read_text, shown

ALL = ("killed", "injured", "captured", "detained", "evacuated", "missing", "structures_destroyed", "area_controlled", "other",
       "displaced", "in_need", "released")  # fmt: skip
ROWS = [
    ("the wounded who died", "Bandits shot nine farmers near Bukuyum. Two of the wounded later died.",
     ["injured 9 civilians", "killed 2 people"]),
    ("the wounded who lie in hospital", "Shells hit Bor. Two of the wounded are in a critical condition.", ["injured 2 people part"]),
    ("others captured", "The rebels killed 15 soldiers and captured nine others near Falam.",
     ["killed 15 soldiers", "captured 9 people"]),
    ("others that are things", "Shells destroyed eleven houses and damaged six others in Orikhiv.",
     ["structures_destroyed 11 -"]),
    ("one of them, who", "Five members of the union were arrested; one of them, a woman of 22, died in custody.",
     ["killed 1 women", "detained 5 people"]),
    ("prisoners of war", "The brigade took 14 prisoners of war and 31 rifles near Lashio.",
     ["captured 14 prisoners", "other 31 -"]),
    ("survivors pulled out", "Rescuers pulled 14 bodies and 22 survivors from the rubble.",
     ["killed 14 people", "evacuated 22 civilians"]),
    ("in hospital", "Two people remain in hospital.", ["injured 2 people"]),
    ("sheltered in the hospital", "Some 2,000 displaced people remain in the hospital.", ["displaced 2000 people"]),
    ("losses of the enemy", "The enemy's losses were 40 killed and 65 wounded.", ["killed 40 fighters", "injured 65 fighters"]),
    ("losses behind a colon", "The terrorists suffered heavy losses: 30 dead, 12 captured.",
     ["killed 30 fighters", "captured 12 fighters"]),
    ("losses of civilians", "Civilian casualties were 40 killed and 65 wounded.", ["killed 40 people", "injured 65 people"]),
    ("recorded by troops", "Troops recorded two killed in action and five wounded in action.", ["killed 2 soldiers", "injured 5 soldiers"]),
    ("recorded by a ministry", "The ministry recorded 20 dead.", ["killed 20 people"]),
    ("lost and had", "The army lost 14 men and had 37 wounded.", ["killed 14 men", "injured 37 soldiers"]),
    ("rose by a share", "Killings of aid workers rose 40 percent last year, the agency said.", []),
    ("an increase", "The group recorded a 25 per cent increase in civilian deaths.", []),
    ("up on the year before", "Civilian deaths were up 40 percent on the year before.", []),
    ("a share that is left", "Some 40 percent of the residents fled the town.", ["displaced 40 civilians rate"]),
    ("bound of people, not of houses", "Over 20 others were hurt and six homes burned in Jos.",
     ["injured >20 people", "structures_destroyed 6 -"]),
    ("square kilometres", "The army has retaken 240 sq km of territory.", ["area_controlled 240 - stock"]),
    ("kilometres of a way", "The rebels captured two villages 4 km from Sake.", ["area_controlled 2 - stock"]),
    ("among those killed was one", "Among those killed was a two-year-old girl and her grandfather.", ["killed 1 children"]),
    ("the dead by country", "The dead include 12 Kenyans, three Somalis and a Ugandan.", ["killed 12 people", "killed 3 people"]),
    ("put at, beside them", "The dead, put at 60 by doctors, were buried on Friday.", ["killed 60 people"]),
    ("of the so many", "Of the 200 detainees, 40 remain behind bars and 12 have been sentenced to death.",
     ["detained 200 prisoners", "detained 40 people part", "detained 12 people part"]),
    ("supreme price", "Two officers paid the supreme price near Maradun.", ["killed 2 police"]),
    ("hoodlums", "Police said 15 hoodlums were neutralised in Maradun.", ["killed 15 fighters"]),
    ("attacks of a year", "At least 383 people were killed in attacks in the province in 2024.", ["killed >=383 people cumulative"]),
    ("one attack of a year", "Gunmen killed 130 pupils in a school of Peshawar in 2014.", ["killed 130 civilians"]),
]  # fmt: skip
DOERS = [
    ("who downs drones", "Air defences shot down 25 drones over the region. Two people were killed.", ""),
    ("debris", "Air defence units destroyed 25 drones but falling debris killed a woman.", ""),
    ("who beats off", "Troops repelled an attack on the base. Nine civilians were killed.", ""),
    ("who attacked before", "Gunmen attacked a base near Tabla. Nine civilians were killed.", "Gunmen"),
    ("an air strike after a fight",
     "Clashes between the army and the militias went on. On Sunday an airstrike on Mathiang killed 11 people.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_counts_losses_and_what_came_of_them(text: str, wanted: list[str]) -> None:
    assert sorted(shown(text, *ALL)) == sorted(wanted)


@pytest.mark.parametrize(("text", "doer"), [row[1:] for row in DOERS], ids=[row[0] for row in DOERS])
def test_lays_deaths_to_whom_the_text_does(text: str, doer: str) -> None:
    record = read_text(text)
    names = {party.id: party.name for party in record.parties}
    killed = [c for c in record.claims if isinstance(c, Figure) and c.measure == "killed"]
    assert [" and ".join(names.get(p) or "" for p in figure.perpetrator) for figure in killed] == [doer]


def test_those_to_whom_it_did_not_happen_are_so_many() -> None:
    figures = [c for c in read_text("Nearly 4,000 families did not receive aid.").claims if isinstance(c, Figure)]
    assert [figure.realis for figure in figures] == ["happened"]


PRONOUNS = [
    ("shot them", "They dragged out two wounded youths and shot them dead.", ["killed 2 people"]),
    ("freed them", "The rebels abducted nine nurses near Bor and later freed them.", ["abducted 9 medics"]),
    ("raped them", "Nine women told researchers that soldiers had raped them.", ["raped 9 women"]),
    ("told to leave", "Troops stopped 12 men and told them to leave.", ["other 12 men"]),
    ("escaped from kidnappers", "Gunmen kidnapped six oil workers; two escaped.", ["abducted 6 civilians", "released 2 people"]),
    ("hit in the neck", "A boy was hit in the neck.", ["injured 1 children"]),
    ("men of an army", "The army has 600 men in the garrison.", ["fighters_present 600 men stock"]),
    ("men of a village", "The village has 600 men.", ["other 600 men"]),
    ("nationals", "About 300 Kenyans gathered in the square.", ["other 300 people"]),
    ("nationals in want", "Some 5.4 million Haitians face hunger.", ["in_need 5.4e+06 people stock"]),
    ("counted on a day", "A teacher counted 24 bodies on the first day.", ["killed 24 people"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in PRONOUNS], ids=[row[0] for row in PRONOUNS])
def test_counts_those_whom_a_pronoun_means(text: str, wanted: list[str]) -> None:
    assert sorted(
        shown(text, *ALL, "raped", "abducted", "executed", "fighters_present", "civilians_present")
    ) == sorted(wanted)


def test_bodies_counted_on_a_day_are_there() -> None:
    (figure,) = (c for c in read_text("A teacher counted 24 bodies on the first day.").claims if isinstance(c, Figure))
    assert figure.realis == "happened"


THEM = [
    ("whom troops killed", "Troops made contact with ISWAP terrorists and neutralised 17 of them.", ["killed 17 fighters"]),
    ("of a number before", "Police detained 12 students. Nine of them were later freed.", ["detained 12 civilians", "released 9 civilians"]),
    ("not of a smaller number", "Gunmen killed two guards. The army said it had killed 60 of them.", ["killed 2 police", "killed 60 people"]),
    ("rescued", "Gunmen abducted 40 villagers. Troops rescued 31 of them on Friday.", ["abducted 40 civilians", "evacuated 31 civilians"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in THEM], ids=[row[0] for row in THEM])
def test_counts_some_of_those_before(text: str, wanted: list[str]) -> None:
    assert sorted(shown(text, *ALL, "abducted")) == sorted(wanted)


def test_whoever_kills_some_of_them_is_none_of_them() -> None:
    record = read_text("The rebels attacked a base near Bor. The army said it had killed 60 of them.")
    (figure,) = (c for c in record.claims if isinstance(c, Figure))
    assert not {*figure.party} & {*figure.perpetrator}
