"""Which side those who are counted belonged to: by what they are said to be, by rank, by whose men they were."""

from __future__ import annotations

import pytest

from sayso.records import Figure
from tests.extract.counted_table import shown
from tests.extract.test_counted_doers import record_of

SAID_TO_BE = [
    ("those killed were", "The raid on Kidal killed 30 people. Ten of those killed were soldiers.",
     ["killed 30 people", "killed 10 soldiers"]),
    ("believed to be", "The raid killed 30 people. Ten of the dead were believed to be civilians, the mayor said.",
     ["killed 30 people", "killed 10 civilians"]),
    ("victims were", "The raid killed 30 people in Gao. Medics said 12 of the victims were children.",
     ["killed 30 people", "killed 12 children"]),
    ("some are still a part", "The raid killed 30 people. Six of the dead were from one village.",
     ["killed 30 people", "killed 6 people part"]),
    ("medics are a part", "At least two of the killed in Tal were medical staff, the group said.",
     ["killed >=2 medics part"]),
]  # fmt: skip
RANKS = [
    ("servicemen", "Militants killed 17 Nigerian servicemen and wounded three others.",
     ["killed 17 soldiers", "injured 3 people"]),
    ("colonels", "Rebels shot dead two colonels in Bamako.", ["killed 2 soldiers"]),
    ("one of the commanders", "The army killed one of the most feared commanders of the group.", ["killed 1 fighters"]),
    ("conscripts beside guards", "The attack killed two gendarmes and three conscripts.",
     ["killed 2 police", "killed 3 soldiers"]),
]  # fmt: skip
WHOSE_MEN = [
    ("men from a group", "The strike killed two men from Hezbollah and three men from a loyalist militia.",
     ["killed 2 fighters", "killed 3 fighters"]),
    ("men of a battalion", "Gunmen killed four men of the Azov battalion.", ["killed 4 soldiers"]),
    ("men of a town", "Gunmen killed four men of the town.", ["killed 4 men"]),
    ("members of two forces", "Eight members of the police and three members of the army were killed.",
     ["killed 8 police", "killed 3 soldiers"]),
    ("a leader and others", "A leader of the group and eight more militants were killed.",
     ["killed 1 people", "killed 8 fighters"]),
]  # fmt: skip
EACH = [
    ("equal numbers in a list", "Two doctors and two nurses were killed in the strike.",
     ["killed 2 medics part", "killed 4 medics", "killed 2 medics part"]),
    ("the son of a policeman", "The teenage son of a police officer was killed by a mortar round.", []),
    ("the wife of a commander", "The wife of a commander was killed in Gao.", []),
]  # fmt: skip
ROWS = SAID_TO_BE + RANKS + WHOSE_MEN + EACH


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_who_the_counted_were(text: str, wanted: list[str]) -> None:
    assert shown(text, "killed", "injured") == wanted


LOSSES = {
    "for the loss of": ("The militia killed nine villagers for the loss of 34 cadres.", ["militia"]),
    "lost killed and wounded": ("The Russian army lost 1,640 people killed and wounded.", ["Russian Armed Forces"]),
    "losses of two kinds": (
        "The mayor put the militia's losses at 48 killed and 172 wounded and said it had fled.",
        ["militia", "militia"],
    ),
}


@pytest.mark.parametrize(("text", "parties"), LOSSES.values(), ids=LOSSES.keys())
def test_whose_losses(text: str, parties: list[str]) -> None:
    record = record_of(text)
    names = {party.id: party.name for party in record.parties}
    assert [names[claim.party[0]] for claim in record.claims if isinstance(claim, Figure) and claim.party] == parties


def test_attacks_are_nobodys_people() -> None:
    record = record_of("The army repelled 12 assaults of the militia near Terny.")
    names = {party.id: party.name for party in record.parties}
    (figure,) = (claim for claim in record.claims if isinstance(claim, Figure))
    assert (figure.party, [names[one] for one in figure.perpetrator]) == ((), ["militia"])
