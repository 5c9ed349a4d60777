"""Who stands with whom, where several are meant by one word, or one is told of by the words of another."""

from __future__ import annotations

import pytest
from test_standing_general import claims

STANDING = {
    "both": ("The M23 and the CODECO met. Both have received weapons from Rwanda.", "rwanda", "arms", "codeco"),
    "all three": (
        "The Arakan Army, the KIA and the TNLA met. All three buy weapons from the United Wa State Army.",
        "united wa",
        "arms",
        "ta'ang",
    ),
    "enemy of both": ("The Houthis and the STC met. Islah is an enemy of both.", "islah", "opposes", "houthi"),
    "of which": (
        "The Congo River Alliance, of which the Twirwaneho militia is a member, met.", "twirwaneho", "part_of", "congo river"
    ),
    "ties to both": ("Oman, which has ties to both Riyadh and the Houthis, left.", "oman", "allied_with", "saudi"),
    "works with": ("Rwanda accused Congo of working with the FDLR.", "congo", "allied_with", "liberation of rwanda"),
    "a war of its own": (
        "The Kachin Independence Army has its own war with the Tatmadaw.", "kachin", "opposes", "tatmadaw"
    ),
    "army's brigade": ("Bara was recaptured by the army's 54th Brigade in Sudan.", "54th", "part_of", "sudan"),
    "brigade of": (
        "Men of the Sultan Murad Division of the Syrian National Army came.", "murad", "part_of", "syrian national"
    ),
    "participles joined": (
        "Kenya is to lead a security mission mandated by the Council and bankrolled by Washington.",
        "united states",
        "funds",
        "mission",
    ),
    "body apposed to a man's party": (
        "Aidarous al-Zubaidi of the Southern Transitional Council, a separatist body funded by Oman, left.",
        "oman",
        "funds",
        "southern transitional",
    ),
    "army-backed": (
        "In Myanmar, three ethnic armies attacked the army-backed Union Solidarity and Development Party.",
        "burmese",
        "backs",
        "union solidarity",
    ),
    "government-allied": ("In Nyala, government-backed militias burned a village.", "government", "backs", "militias"),
    "support withdrawn": (
        "Beijing has backed the Tatmadaw. It has withdrawn its support for the Tatmadaw.", "china", "backs", "tatmadaw"
    ),
    "coalition known as": (
        "A coalition of militias known as the Wazalendo helps the Congolese army.", "wazalendo", "backs", "congo"
    ),
    "known collectively as": (
        "The TNLA and the Arakan Army, known collectively as the Brotherhood Alliance, took Laukkai.",
        "arakan",
        "part_of",
        "brotherhood",
    ),
    "among them are": (
        "The army relies on the Wazalendo. Among them are the APCLS and the Nyatura groups.",
        "nyatura",
        "part_of",
        "wazalendo",
    ),
    "aside with links": (
        "The Wagner Group, a contractor with links to the Kremlin, has left Sirte.", "wagner", "allied_with", "russia"
    ),
    "on a man's side": (
        "Khalifa Haftar leads the LNA. The Wagner Group has fought on his side since May.", "wagner", "backs", "libyan"
    ),
    "switched to": ("The Kaniyat, a militia, switched to the LNA last year.", "kaniyat", "allied_with", "libyan"),
    "men at odds": (
        "Khalifa Haftar is at odds with Aguila Saleh, the head of the parliament.", "haftar", "opposes", "parliament"
    ),
    "relies on the faithful": ("The LNA relies on Salafists of the Madkhali current.", "salafists", "backs", "libyan"),
    "two of whom a relative tells": (
        "The TPLF and the OLA, which concluded a military pact in August, met.", "tigray", "allied_with", "oromo"
    ),
    "answers to those sent": (
        "The Hamza Division answers to Turkish instructors.", "hamza", "part_of", "turkish instructors"
    ),
    "army's named brigade": (
        "Clan fighters were backed by the army's Danab brigade in Somalia.", "danab", "part_of", "somali"
    ),
    "allies of a capital": (
        "Cameroon and Congo-Brazzaville are allies of Bangui as well.", "cameroon", "allied_with", "central african"
    ),
    "traders fund": ("Local traders fund the Arakan Army.", "traders", "funds", "arakan"),
    "supplier and ally": ("The FDLR, Togo's arms supplier and closest ally, left.", "liberation of rwanda", "allied_with", "togo"),
    "whose allies include": (
        "The KIA, whose allies include the Arakan Army and the TNLA, took Kawlin.", "ta'ang", "allied_with", "kachin"
    ),
    "counts among its allies": (
        "The Arakan Army counts the KIA and the TNLA among its allies.", "kachin", "allied_with", "arakan"
    ),
    "means of a state": (
        "The Libyan army, which is supported by French intelligence and aerial surveillance, met.", "france", "backs", "liby"
    ),
    "strikes beside fighters": (
        "The Houthis, supported by Hezbollah advisers and Iranian drone strikes, met.", "iran", "backs", "houthi"
    ),
    "its ally, of the first of two": (
        "The YPG accused Nusra and its ally Ahrar al-Sham of looting.", "ahrar", "allied_with", "nusra"
    ),
    "its proxy": ("Iran and its proxy Hezbollah attacked Israel.", "hezbollah", "part_of", "iran"),
    "told before its subject": (
        "Sheltered for years by Venezuela, where it was allied with the FARC, the ELN has left.", "liberation", "allied_with", "farc"
    ),
    "sheltered for years": ("Sheltered for years by Venezuela, the ELN has left.", "venezuela", "backs", "liberation"),
    "group opposed to": (
        "Hezbollah is not the only group opposed to the Lebanese government.", "hezbollah", "opposes", "leban"
    ),
    "foes of": ("The ELN has joined forces with its old foes of the EMC.", "liberation", "allied_with", "estado"),
    "brothers in": ("The Houthis are in coordination with the brothers in Hezbollah.", "houthi", "allied_with", "hezbollah"),
    "strongest member": (
        "The alliance's strongest member, the Arakan Army, has left.", "arakan", "part_of", "alliance"
    ),
    "a member of two": ("Chad is a member of the G5 Sahel and of the African Union.", "chad", "part_of", "african union"),
    "of a body by its name": ("Turkey, a NATO member, has troops in Idlib.", "turkey", "part_of", "nato"),
    "shiploads of": ("Egypt has sent two shiploads of weapons to the Somali army.", "egypt", "arms", "somali"),
    "close to a capital": (
        "The Kurdistan Democratic Party, which is close to Ankara, called for calm.", "kurdistan", "allied_with", "turkey"
    ),
    "second of a list": (
        "Its components were the MNLA, the HCUA, which split from Ansar Dine, and a wing of the MAA.", "high council", "opposes", "ansar"
    ),
    "breakaway front": ("The Comuneros del Sur, a breakaway front of the ELN, met.", "comuneros", "part_of", "liberation"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "subject", "kind", "other"), STANDING.values(), ids=STANDING.keys()
)  # fmt: skip
def test_reads_relations_of_those_grouped(text: str, subject: str, kind: str, other: str, tmp_path) -> None:
    found = claims(text, tmp_path)
    assert any(subject in row[0] and row[1] == kind and other in row[2] for row in found), found


REFUSED = {
    "to neither": "Hezbollah belongs to neither alliance.",
    "ally of neither": "China is an ally of neither the Tatmadaw nor the Arakan Army.",
    "opposed arming": "Germany opposes arming Ukraine.",
    "ended": "China has withdrawn its support for the Tatmadaw.",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_tells_what_is_refused(text: str, tmp_path) -> None:
    found = claims(text, tmp_path)
    assert found and {row[3] for row in found} == {"negated"}, found


NOT_STANDING = {
    "agency works with everybody": "The UNHCR works with the Lebanese army in Beirut.",
    "himself a former member": "Mr Petro, himself a former member of the M-19, has met the governor of Cauca.",
    "joined forces": "Six armed groups in the Central African Republic joined forces in December.",
    "made up and commanded": "UNIFIL, a force made up of soldiers from 48 countries and commanded by an Italian general, left.",
    "two groups brought up": "Two groups were seen in Goma on Monday. Three have left.",
    "the dead among them": "Fighters of the Wazalendo were killed. Among them were two Rwandan soldiers.",
    "seats in parliament": "Hezbollah, whose party has 10 seats in parliament, did not sign.",
    "men of a group": "Two members of Hamas, Ahmed Jabari and Omar Deif, were killed.",
    "rebels near a capital": "The rebels are close to Damascus.",
    "named force beside a site": (
        "Loikaw is divided: the army holds the airport, the Karenni Nationalities Defence Force (KNDF) the western wards."
    ),
    "a proxy war": "A proxy war between Iran and Israel has begun.",
    "its, of a thing": "The Houthis shelled Taiz and its ally Marib.",
    "a land's brigade": "The fire brigade of Goma put out a fire that the M23 had lit.",
    "government-run": "Shells hit a government-run hospital in Taiz held by the Houthis.",
    "people support": "Villagers support the Arakan Army.",
    "passives of two subjects": "The village was attacked by rebels and funded by Norway.",
}


@pytest.mark.parametrize("text", NOT_STANDING.values(), ids=NOT_STANDING)
def test_makes_no_relation_of_it(text: str, tmp_path) -> None:
    assert claims(text, tmp_path) == []
