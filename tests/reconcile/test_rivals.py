"""Rival accounts of one deed are disputed; what each side of a battle does is not."""

from __future__ import annotations

import pytest

from sayso.reconcile import reconcile_records
from tests.reconcile.conftest import Told, read_told

BATTLE = "The army and the rebels of the SPLM-N fought for Kadugli on Tuesday."
TOLD = {
    "each side of a battle has its own victims": (
        f"{BATTLE} The army said that the rebels shelled the town and killed three civilians. The SPLM-N said that the "
        "army shelled it and killed seven civilians.",
        False,
    ),
    "two towns": (
        "The army said on Tuesday that the rebels of the SPLM-N killed three civilians in Kadugli. The SPLM-N said that "
        "the army killed three civilians in Dilling.",
        False,
    ),
    "two days": (
        "The army said that the rebels of the SPLM-N killed three civilians in Kadugli on Monday. The SPLM-N said that "
        "the army killed three civilians in Kadugli on Tuesday.",
        False,
    ),
    "one number, in a battle": (
        f"{BATTLE} The army said that the rebels killed nine civilians in the town. The SPLM-N said that the army killed "
        "the nine civilians.",
        True,
    ),
    "one deed": (
        "The army said that the rebels of the SPLM-N killed nine civilians in Kadugli on Tuesday. The SPLM-N said that "
        "the army killed the civilians in Kadugli.",
        True,
    ),
    "a state and its army": (
        "Six people died in Sudanese shelling of Kadugli on Tuesday. Six people died when the Sudanese army shelled the "
        "market of Kadugli on Tuesday, the mayor said.",
        False,
    ),
    "two words for rebels": (
        "A bomb of terrorists killed nine people in Kadugli on Tuesday. The army blamed the rebels for the attack.",
        False,
    ),
    "a charge on either side": (
        "A bomb killed nine civilians in Kadugli on Tuesday. The army blamed the SPLM-N for the attack. The SPLM-N "
        "accused the army of the attack.",
        True,
    ),
}


@pytest.mark.parametrize(("text", "disputed"), TOLD.values(), ids=TOLD)
def test_who_did_it_is_disputed_where_one_deed_is_told(text: str, disputed: bool) -> None:
    told: Told = ("Plains Agency", "2024-05-15", f"KADUGLI, Sudan - {text}")
    kinds = [dispute.kind for each in reconcile_records(read_told((told,))) for dispute in each.disputes]
    assert ("perpetrators" in kinds) is disputed


ALLIES = (
    ("Plains Agency", "2024-05-15", "KADUGLI, Sudan - Rockets killed nine people in a camp in Kadugli on Tuesday. The "
     "army blamed the SPLM-N and the Janjaweed for the attack."),
    ("Nile Paper", "2024-05-15", "KADUGLI, Sudan - Rockets killed nine people in a camp in Kadugli on Tuesday. The SPLM-N "
     "accused Sudanese gunners of the attack. The mayor accused the Janjaweed of it."),
)  # fmt: skip


def test_whom_somebody_charges_together_are_one_side() -> None:
    found = [each for incident in reconcile_records(read_told(ALLIES)) for each in incident.disputes]
    sides = [side.says for each in found if each.kind == "perpetrators" for side in each.sides]
    assert len(sides) == 2
    assert any(" and " in says for says in sides)


DEALS = {
    "no agreement": ("The rebels denied that there was any agreement.", True),
    "no deal": ('"There are no talks and there is no deal," a spokesman for the rebels said.', True),
    "another matter": ("The rebels denied that they had shelled the clinic.", False),
}


@pytest.mark.parametrize(("text", "disputed"), DEALS.values(), ids=DEALS)
def test_a_deal_that_a_party_to_it_denies(text: str, disputed: bool) -> None:
    head = "KADUGLI, Sudan - The army said on Tuesday that it had agreed with the rebels on a truce in Kadugli."
    told: Told = ("Plains Agency", "2024-05-15", f"{head} {text}")
    kinds = [dispute.kind for each in reconcile_records(read_told((told,))) for dispute in each.disputes]
    assert ("denial" in kinds) is disputed


HELD = {
    "taken, and not taken": (
        'The rebels said that they had captured Kadugli. The army said: "Kadugli is not captured."',
        True,
    ),
    "surrounded, and not": (
        "The rebels said they had encircled Kadugli. The army denied that Kadugli was encircled.",
        True,
    ),
    "two towns": ("The rebels said that they had captured Kadugli. The army denied that Dilling was captured.", False),
}


@pytest.mark.parametrize(("text", "disputed"), HELD.values(), ids=HELD)
def test_a_hold_that_somebody_denies(text: str, disputed: bool) -> None:
    told: Told = ("Plains Agency", "2024-05-15", f"KADUGLI, Sudan - {text}")
    kinds = [dispute.kind for each in reconcile_records(read_told((told,))) for dispute in each.disputes]
    assert ("control" in kinds) is disputed
