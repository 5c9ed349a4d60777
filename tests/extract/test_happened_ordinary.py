"""Ordinary verbs in ordinary sentences: shared doers, pronouns, descriptions, what others say of whom."""

from __future__ import annotations

import pytest

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.records import Block, Event, Record, Report, report_id

Row = tuple[str, str, str, list[str], list[str]]
"""Text, type, trigger, the names of all actors, of all recipients; "*" for whoever it is."""


def read(text: str) -> Record:
    """Paragraphs in, their record out."""
    starts = [0, *(at + 2 for at in range(len(text)) if text.startswith("\n\n", at))]
    ends = [*(start - 2 for start in starts[1:]), len(text)]
    blocks = tuple(Block(kind="paragraph", start=a, end=b) for a, b in zip(starts, ends, strict=True))
    report = Report(id=report_id(text.encode()), text=text, blocks=blocks)
    return extract_record(report, next(parse_grammars([report])))


def told(record: Record) -> list[tuple[str, str, list[str], list[str]]]:
    """Type, trigger, names of actors and of recipients of each event."""
    named = {item.id: item.name or item.role or "" for item in record.people}
    named |= {item.id: item.name for item in record.parties}
    return [
        (e.type, record.report.text[slice(*e.trigger)], [named[i] for i in e.actor], [named[i] for i in e.recipient])
        for e in record.claims
        if isinstance(e, Event)
    ]


ROWS: dict[str, Row] = {
    "they are not the one who says so": (
        "Militiamen entered Lodwar at dawn. A shopkeeper said they shot his brothers.",
        "ASSAULT", "shot", ["Militiamen"], ["brothers"],
    ),
    "them whom a teacher saw": (
        "Gunmen attacked Lodwar. A teacher who fled said he had seen them drag men from a bus.",
        "ASSAULT", "drag", ["Gunmen"], ["men"],
    ),
    "a second deed before its object": (
        "Raiders attacked Lodwar, killing nine people and burning shops and lorries.", "ASSAULT", "burning", ["Raiders"], [],
    ),
    "a second deed on whom": (
        "Raiders left Kona, stealing cattle and abducting children.", "ASSAULT", "abducting", ["Raiders"], ["children"],
    ),
    "people who visit are no deed": (
        "Rebels shelled Kona, killing four nurses and visiting relatives.",
        "ASSAULT", "killing", ["Rebels"], ["nurses", "visiting relatives"],
    ),
    "what others say of the strikes": (
        "Jets carried out strikes that residents said hit a clinic.", "ASSAULT", "hit", [], ["*"],
    ),
    "who gave the order": (
        "Villagers near Kona were ordered to leave by the rebels.", "REQUEST", "ordered to", ["rebels"], ["Villagers"],
    ),
    "by when they were to leave": (
        "Villagers near Kona were ordered to leave by Friday.", "REQUEST", "ordered to", [], ["Villagers"],
    ),
    "remnants of a group": (
        "Remnants of Boko Haram attacked a base.", "ASSAULT", "attacked", ["Boko Haram"], [],
    ),
    "a mob of youths": ("A mob of youths beat a driver in Kona.", "ASSAULT", "beat", ["youths"], ["*"]),
    "the army whose country it is": (
        "Jihadists ambushed soldiers near Gao in Mali. The captain who rules Mali has expelled French troops. "
        "A rights group accused the army of executing herders in Mali.",
        "ASSAULT", "executing", ["Malian armed forces"], ["herders"],
    ),
    "soldiers of the entry's country": (
        "Colombia. In Tibu, troops seized rifles. Colombia sent troops to Cali.\n\n"
        "Ecuador. Soldiers stormed a prison in Guayaquil.",
        "ASSAULT", "stormed", ["Ecuadorian armed forces"], [],
    ),
    "both sides but not who calls on them": (
        "Fighting between the Kachin Independence Army and the junta went on. China, which has closed its gates, has "
        "opened a school and called on both sides to resume talks.",
        "REQUEST", "called", ["China"], ["Kachin Independence Army", "junta"],
    ),
    "both sides but not whose general meets them": (
        "Armenia accused Azerbaijan of an attack. Russian peacekeepers stayed away. Their commander, General Rustam Mur, "
        "met both sides.",
        "CONSULT", "met", ["Rustam Mur", "Armenia", "Azerbaijan"], ["Rustam Mur", "Armenia", "Azerbaijan"],
    ),
    "its ally by name": ("Turkey stood by its ally Azerbaijan.", "SUPPORT", "stood by", ["Turkey"], ["Azerbaijan"]),
    "dragged out and shot": (
        "The trader was dragged out of his house and shot dead by two men.", "ASSAULT", "dragged out", ["men"], ["trader"],
    ),
    "handed to prosecutors": (
        "The guards handed a rebel over to prosecutors.", "COOPERATE", "handed a rebel over", ["guards"], ["prosecutors"],
    ),
    "handed to the Red Cross": (
        "The militia handed over six soldiers to the Red Cross.", "RETREAT", "handed over", ["militia"], ["soldiers"],
    ),
    "holding rebels": ("Police are holding 14 rebels in Lodwar.", "COERCE", "holding", ["Police"], ["rebels"]),
    "sheets to families": (
        "The charity gave plastic sheeting to 1,200 families.", "AID", "gave", ["charity"], ["families"],
    ),
    "whom it plans to execute": (
        "The army is holding 14 rebels, whom it plans to execute in Lodwar.",
        "ASSAULT", "execute", ["Kenyan armed forces"], ["rebels"],
    ),
    "what rebels had tried to take": (
        "Police guarded the town that rebels had tried to capture from the militia.",
        "ASSAULT", "capture", ["rebels"], ["militia"],
    ),
    "whom others were ordered to arrest": (
        "The reporter whom the junta had ordered the police to arrest left.",
        "COERCE", "arrest", ["police"], ["reporter"],
    ),
    "who was asked to disarm": (
        "The rebels whom the government had asked to leave killed two men.",
        "REQUEST", "asked to leave", ["government"], ["rebels"],
    ),
    "who had tried themselves": (
        "The rebels that had tried to capture the town killed nine men.", "ASSAULT", "killed", ["rebels"], ["men"],
    ),
    "a base of the rebels": ("Jets bombed a rebel base near Lodwar.", "ASSAULT", "bombed", [], ["rebel"]),
    "outposts of the junta": (
        "Resistance forces captured three junta outposts on the highway.",
        "ASSAULT", "captured", ["Resistance forces"], ["junta"],
    ),
    "a market of the people": ("Gunmen attacked a popular market near Lodwar.", "ASSAULT", "attacked", ["Gunmen"], []),
    "the bomb that was set off": (
        "Dissidents detonated a motorcycle bomb outside a police station.",
        "ASSAULT", "detonated", ["Dissidents"], ["police"],
    ),
    "operations of a charity": (
        "Humanitarian partners have suspended operations in Lodwar.",
        "SANCTION", "suspended", ["Humanitarian partners"], [],
    ),
    "as he had promised": (
        "The prime minister halted arms deliveries to Ukraine, as he had promised.",
        "SANCTION", "halted", ["prime minister"], ["Ukraine"],
    ),
    "remained involved": (
        "The rebels had remained involved in attacks against police.", "ASSAULT", "attacks", ["rebels"], ["police"],
    ),
    "what has not let up": ("The shelling of Lodwar has not let up for weeks.", "ASSAULT", "shelling", [], []),
    "provided with water": (
        "Peacekeepers provided the villagers with water and medical care.",
        "AID", "provided the villagers with", ["Peacekeepers"], ["villagers"],
    ),
    "posts that can be attacked": (
        "Rebels responded by attacking Burundian posts along the border.",
        "ASSAULT", "attacking Burundian posts", ["Rebels"], ["Burundi"],
    ),
    "they who bomb villagers": (
        'The army shut the road. Villagers burned tyres. "They bomb us at night," said one of the elders.',
        "ASSAULT", "bomb", ["army"], ["elders"],
    ),
    "villagers who beat thieves": (
        "Villagers caught two thieves. They beat them to death.", "ASSAULT", "beat them to death", ["Villagers"], ["*"],
    ),
    "coordinates to the other side": (
        "Police held a student they accuse of passing coordinates to Ukrainian intelligence.",
        "COOPERATE", "passing coordinates to", ["student"], ["*"],
    ),
    "a jirga": (
        "A jirga of elders refused to let the army enter the valley.", "REJECT", "refused", ["jirga"], ["army"],
    ),
    "a government that an army backs": (
        "The Rapid Support Forces shelled Bara. Egypt sent an envoy. The army-backed government rejected a truce.",
        "REJECT", "rejected", ["army-backed government"], ["*"],
    ),
    "the second of three verbs": (
        "The gunmen set fire to the hall, freed inmates and abducted the imam.",
        "ASSAULT", "abducted", ["gunmen"], ["imam"],
    ),
    "those whom they say armed others": (
        "A union met. Washington, which pays the mission, imposed sanctions on two senators it says armed the gangs, and "
        "is pressing Kenya to send officers.",
        "REQUEST", "pressing Kenya to send", ["United States"], ["Kenya"],
    ),
    "a base that others hold": (
        "The army launched an assault on a base held by the rebels.", "ASSAULT", "assault", ["army"], ["rebels"],
    ),
    "no brigade is the group": (
        "Al-Shabaab fled. The 103rd Infantry Brigade shelled Lodwar. The group shot two men.",
        "ASSAULT", "shot", ["Al-Shabaab"], ["men"],
    ),
    "killed when rockets hit": (
        "Six people were killed and 14 wounded when rockets fired by the rebels hit a market in Lodwar.",
        "ASSAULT", "killed", ["rebels"], ["people"],
    ),
    "rockets that hit beside a toll": (
        "Six people were killed and 14 wounded when rockets fired by the rebels hit a market in Lodwar.",
        "ASSAULT", "hit", ["rebels"], [],
    ),
    "exercises of one state": (
        "Iran is holding exercises along the Aras river.", "MOBILIZE", "holding exercises", ["Iran"], [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
def test_what_is_told_and_of_whom(row: Row) -> None:
    check_told(row)


def check_told(row: Row) -> None:
    text, kind, trigger, actors, recipients = row
    events = told(read(text))
    found = [e for e in events if e[:2] == (kind, trigger)]
    assert any(e[2] == actors and recipients in (["*"], e[3]) for e in found), events


LEFT_ALONE: dict[str, tuple[str, str]] = {
    "keys to the police": ("Friends handed over the keys to the police.", "COOPERATE"),
    "a bomb told of once": ("The rebels detonated a motorcycle bomb.", "OTHER"),
    "left for work": ("Hundreds of people left for work in Nairobi.", "FLEE"),
    "cargo given by force": ("Gangs forced the drivers to hand over their cargo.", "AID"),
    "no end of shelling": ("The shelling of Lodwar has not let up for weeks.", "RETREAT"),
    "a courtroom": ("The mission handed over a renovated courtroom to the authorities.", "RETREAT"),
    "taken away in a pickup": ("Three nurses were taken away in a pickup.", "AID"),
    "posts online": ("Critics attacked her posts on Telegram.", "ASSAULT"),
    "casualties taken in": ("The hospital has been taking in casualties since dawn.", "ASSAULT"),
    "new arrivals": ("New arrivals at the camp said it was calm.", "OTHER"),
    "walked out alive": ("Nobody thought they would walk out alive.", "PROTEST"),
    "a school's drills": ("The school held drills for its pupils.", "MOBILIZE"),
}


@pytest.mark.parametrize(("text", "kind"), LEFT_ALONE.values(), ids=LEFT_ALONE.keys())
def test_what_is_not_told(text: str, kind: str) -> None:
    assert kind not in [e[0] for e in told(read(text))]


WEAPONS: dict[str, tuple[str, list[tuple[str, str | None]]]] = {
    "rockets fired by somebody": ("Rockets fired by the rebels hit a school in Lodwar.", [("hit", "rocket")]),
    "a bomb planted by somebody": ("A bomb planted by militants killed nine people in Lodwar.", [("killed", "bomb")]),
    "rockets that hit": ("Residents filmed the rockets that hit Lodwar on Monday.", [("hit", "rocket")]),
    "rockets that hit and killed": ("Rockets that hit Lodwar on Monday killed nine people.", [("killed", "rocket")]),
    "shells, and no missile": ("Shells struck Lodwar on Monday.", [("struck", "shell")]),
    "the shelled who hit back": ("Soldiers shelled by the rebels shot two men.", [("shelled", "artillery"), ("shot", "gun")]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), WEAPONS.values(), ids=WEAPONS.keys())
def test_what_a_weapon_did_is_one_happening(text: str, wanted: list[tuple[str, str | None]]) -> None:
    record = read(text)
    found = [(text[slice(*e.trigger)], e.weapon) for e in record.claims if isinstance(e, Event)]
    assert found == wanted
