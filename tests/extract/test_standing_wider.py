"""Who stands with whom, where the words that say it stand far from the names, or the other way round."""

from __future__ import annotations

import pytest
from test_standing_general import claims

STANDING = {
    "who the ally is": ("Iran's main ally in the region is Hezbollah.", "hezbollah", "allied_with", "iran"),
    "who the backers are": ("The chief backers of the SDF are Norway and France.", "france", "backs", "syrian"),
    "name with its letters": (
        "Jama'at Nusrat al-Islam wal-Muslimin (JNIM), al-Qaeda's affiliate in the Sahel, wants war.",
        "nusrat",
        "allied_with",
        "qaeda",
    ),
    "merger of several by name": (
        "JNIM was born from the merger of three groups: Ansar Dine, Katiba Macina and al-Mourabitoun.",
        "macina",
        "part_of",
        "nusrat",
    ),
    "relies on such as": (
        "The Malian army relies on militias such as Dan Na Ambassagou.", "dan na", "backs", "malian"
    ),
    "relies on one and on another": (
        "The Malian army relies on old friends, and on GATIA, a movement from Kidal.", "gatia", "backs", "malian"
    ),
    "seen as one thing and another": (
        "The United Wa State Army, seen as Beijing's proxy and the main arms supplier of the Arakan Army, is neutral.",
        "united wa",
        "arms",
        "arakan",
    ),
    "whose fighters": (
        "The FARC, whose fighters have received training from the IRA, denied it.", "irish", "backs", "farc"
    ),
    "a militia whose commanders": (
        "The Security Belt, a militia whose commanders are loyal to the UAE, took the post.",
        "security belt",
        "allied_with",
        "emirates",
    ),
    "the two": (
        "Ansar Dine and the Malian army met. But the two have been at odds for years.", "ansar", "opposes", "malian"
    ),
    "its money": ("Jaysh al-Islam gets its money from Saudi Arabia.", "saudi", "funds", "jaysh"),
    "set up to fight": (
        "The Multinational Joint Task Force, set up in 2015 to fight Boko Haram, is based in Lagos.",
        "multinational",
        "opposes",
        "boko",
    ),
    "a man's ally in a relative clause": (
        "Hezbollah, the militant group which is Bashar Karim's strongest ally, has left.", "hezbollah", "allied_with", "karim"
    ),
    "among the allies": (
        "Hezbollah and its allies, among them the Free Patriotic Movement, won.", "patriotic", "allied_with", "hezbollah"
    ),
    "and other factions": (
        "Men of the Sultan Murad Division and other factions of the Syrian National Army came.",
        "murad",
        "part_of",
        "syrian national",
    ),
    "helps the army fight": (
        "The Civilian Joint Task Force was set up to help the Nigerian army fight the gunmen.", "civilian", "backs", "nigeria"
    ),
    "depends for its survival": (
        "The Government of National Accord depends on the Nawasi Brigade for its survival.", "nawasi", "backs", "accord"
    ),
    "hired": ("Rebels of the FARC were hired by Khalifa Haftar.", "farc", "backs", "haftar"),
    "stipends": ("The militia gets stipends from the Nigerian government.", "nigeria", "funds", "militia"),
    "intelligence": (
        "The United States was sharing intelligence with the Nigerian army.", "united states", "backs", "nigeria"
    ),
    "a group behind a long name": (
        "The town fell, said the Observatory for Human Rights, a group opposed to Hezbollah.",
        "observatory",
        "opposes",
        "hezbollah",
    ),
    "second accused": (
        "The ministry accuses Togo of arming the Ogaden Youth Front, and Uganda of sheltering the M23.",
        "uganda",
        "backs",
        "march 23",
    ),
    "which a faction did, not its leader": (
        "The town is besieged by the SPLM-N faction led by Hamid Deng, which joined the Tasis coalition in May.",
        "sudan people",
        "allied_with",
        "tasis",
    ),
    "helped to retake": ("Wagner mercenaries helped the army of Mali retake Ber.", "wagner", "backs", "mali"),
    "helped by those sent": ("Chad sent 800 soldiers to help Niger recapture Diffa.", "chad", "backs", "niger"),
    "helps to fight": ("The Vigilance Group helped the Nigerian army fight Boko Haram.", "vigilance", "backs", "nigeria"),
    "remains its patron": ("Hezbollah is weaker. Iran remains its patron.", "iran", "backs", "hezbollah"),
    "a name cut short": (
        "The Hadramawt Tribal Alliance fell back. Oman backs the tribal alliance.", "oman", "backs", "hadramawt tribal"
    ),
    "a militia that is not the Fano": (
        "The Amhara militia, paid by the Prosperity Party, entered Kobo.", "prosperity", "funds", "amhara militia"
    ),
    "volunteers on a side": ("Chechen volunteers who fight on Ukraine's side have left.", "volunteers", "backs", "ukraine"),
    "presence": ("Hezbollah opposes the presence of American troops in Iraq.", "hezbollah", "opposes", "united states"),
    "led by one and close to another": (
        "The Ahwar Tribal Alliance, led by Salim Hatem and close to Riyadh, holds the wells.", "ahwar", "allied_with", "saudi"
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "subject", "kind", "other"), STANDING.values(), ids=STANDING.keys()
)  # fmt: skip
def test_reads_relations_from_afar(text: str, subject: str, kind: str, other: str, tmp_path) -> None:
    found = claims(text, tmp_path)
    assert any(subject in row[0].lower() and row[1] == kind and other in row[2].lower() for row in found), found


NOT_STANDING = {
    "former head speaks for others": "Ann Kone, a former head of the electoral commission, speaks for the Juba Alliance.",
    "armed with a make": "Fighters of the 47th Brigade, armed with American vehicles, burned two tanks.",
    "relied on for food": "The Government of National Accord depends on the Nawasi Brigade for bread.",
    "one battle": "Rebels of the M23 fighting government troops near Goma killed 12 people.",
    "first accused of the second's deed": "The ministry accuses Togo of bombing villages, and Uganda of looting them.",
    "aid agencies' partners": "The World Food Programme and its partners have suspended their work.",
    "another army": "The Free Syrian Army fell back. The Syrian army came.",
    "near a capital": "Fighters of the M23 are close to Kinshasa.",
    "what is the enemy": "Iran's main enemy is time.",
}


@pytest.mark.parametrize("text", NOT_STANDING.values(), ids=NOT_STANDING)
def test_makes_no_relation_of_it(text: str, tmp_path) -> None:
    assert claims(text, tmp_path) == []


def test_what_somebody_is_accused_of_has_happened_by_the_word_of_who_accuses(tmp_path) -> None:
    assert {row[3] for row in claims("Kinshasa accuses Rwanda of backing the M23.", tmp_path)} == {"happened"}


def test_a_land_in_which_somebody_has_allies_has_none(tmp_path) -> None:
    found = claims("The M23 has 600 men in Venezuela, where they are allied with officers.", tmp_path)
    assert [row[0] for row in found if "venezuela" in row[0].lower()] == []
