"""Who did it to whom where another word than a name tells: pronouns of the sentence before, shares, rivals, the blamed."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.records import Block, Event, Record, Report, report_id


class Row(NamedTuple):
    """One event by its trigger: names of its actors and recipients, and more of it where that is asked."""

    text: str
    trigger: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    status: str | None = None
    mode: str | None = None


ROWS = {
    "sentenced for what they plotted": Row(
        "The two men were convicted of plotting to bomb a train and sentenced to 20 years.", "sentenced",
        (), ("men",),
    ),
    "an answer with gas": Row(
        "Youths burned tyres and police responded with tear gas.", "responded with tear gas", ("police",), (),
        mode="crowd-control",
    ),
    "a bid by others": Row(
        "Police thwarted a bid by gunmen to storm the depot.", "storm", ("gunmen",), (),
    ),
    "two kinds of fighters": Row(
        "Islamist fighters and the rebels clashed near the mill.", "clashed", ("Islamist fighters", "rebels"),
        ("Islamist fighters", "rebels"),
    ),
    "a list of states": Row(
        "Kenya, Saudi Arabia, Egypt and the United Arab Emirates condemned the raid.", "condemned",
        ("Kenya", "Saudi Arabia", "Egypt", "United Arab Emirates"), (),
    ),
    "two of those counted": Row(
        "Nurses said four people were hit by shells. Two of them died on the way.", "died", (), ("people",),
    ),
    "one of those killed beside a town": Row(
        "Gunmen attacked Bor, killing nine people. One of them was beaten.", "beaten", (), ("people",),
    ),
    "whom they were about something": Row(
        "Russian forces have repeatedly attacked emergency crews repairing power lines in Sumy.", "attacked", ("Russian Armed Forces",),
        ("emergency crews",),
    ),
    "others hurt after it began": Row(
        "Two guards were shot dead and four others injured after suspected rebels opened fire at the mill.",
        "opened fire", ("suspected rebels",), (),
    ),
    "forces of a ministry": Row(
        "The Russian Defence Ministry said its forces struck a depot.", "struck", ("Russian armed forces",), (),
    ),
    "a headline's two sides": Row("Police, gang clash in Goma", "clash", ("Police", "gang"), ("Police", "gang")),
    "they whom others help": Row(
        "Hundreds of families fled to Bor, where aid workers said they were sleeping in churches.", "sleeping",
        ("families",), (),
    ),
    "they who say so": Row("Residents said they were sleeping in churches.", "sleeping", ("Residents",), ()),
    "the group told of last": Row(
        "The Dawn Front controls the capital. Doctors Without Borders said two patients died. The group accused soldiers "
        "of shooting them.", "accused", ("Médecins Sans Frontières",), ("soldiers",),
    ),
    "a body of many that is one": Row(
        "The World Food Programme said it was ready. Doctors Without Borders denounced the attack. It accused soldiers of "
        "killing its staff.", "accused", ("Médecins Sans Frontières",), ("soldiers",),
    ),
    "its own": Row(
        "The rebels withdrew. Doctors Without Borders said nothing. Its teams treated 30 wounded people.", "treated",
        ("Médecins Sans Frontières",), ("wounded people",),
    ),
    "a second gerund": Row(
        "Soldiers were accused of raping women and recruiting children.", "recruiting", ("Soldiers",), ("children",), "suspected"
    ),
    "our forces": Row(
        "Sudan's army repelled an attack by the terrorist Daglo militia. Our forces destroyed a post of the militia.",
        "destroyed", ("Sudanese Armed Forces",), ("Rapid Support Forces",),
    ),
    "urged by phone": Row(
        "Kenji Mori spoke by phone with Ali Reza and urged both sides to cease hostilities.",
        "urged both sides to cease",
        ("Kenji Mori",),
        ("sides",),
    ),
    "given aid": Row("The families were given food by the army.", "given", ("army",), ("families",)),
    "a comrade given aid": Row(
        "Rebels fled, leaving a comrade who was given first aid by soldiers.", "given", ("soldiers",), ("comrade",)
    ),
    "fired from a country": Row("Rockets fired from Lebanon struck a house.", "struck", (), ()),
    "launched by somebody": Row("Rockets launched by the rebels from Sudan hit a house.", "hit", ("rebels",), ()),
    "denied by who speaks for them": Row(
        "An army spokesman denied killing farmers.", "killing", ("army",), ("farmers",), "denied"
    ),
    "so called": Row(
        "The Carlos Rua front attacked a post. Police blamed the Juan Paz front. The Carlos Rua front killed two men.",
        "killed",
        ("Carlos Rua front",),
        ("men",),
    ),
    "a front that is fought on": Row(
        "Troops fighting on the Donetsk front killed two men.", "killed", ("Troops",), ("men",)
    ),
    "of dissidents": Row(
        "Dissidents of the former FARC movement handed over three soldiers near Cali.",
        "handed over",
        ("FARC dissidents",),
        ("Colombian armed forces",),
    ),
    "armed forces of the country": Row(
        "Bogota sent an envoy. Rebels released kidnapped Colombian soldiers. The armed forces killed two men.",
        "killed",
        ("Colombian armed forces",),
        ("men",),
    ),
    "our troops": Row(
        "Manila sent an envoy. Our troops killed two men.", "killed", ("Philippine armed forces",), ("men",)
    ),
    "for passengers": Row("Gunmen hijacked a passenger train.", "hijacked", ("Gunmen",), ()),
    "carted away": Row("Gunmen carted away food from the traders.", "carted away", ("Gunmen",), ("traders",)),
    "freed afterwards": Row(
        "President Ruiz broke off talks after guerrillas abducted the father of a singer. He was freed in May.",
        "freed", (), ("father",),
    ),
    "a leader of theirs": Row(
        "Ground forces pursued the rebels and captured one of their leaders.", "captured", ("Ground forces",), ("rebels",)
    ),
    "hostages of their own": Row("The rebels killed their hostages.", "killed", ("rebels",), ("hostages",)),
    "some of his kin": Row("A militia killed three of his kinsmen.", "killed", ("militia",), ("kinsmen",)),
    "violence between two": Row(
        "The district has suffered violence between farmers and herders.", "violence", ("farmers", "herders"),
        ("farmers", "herders"),
    ),
    "attributed to": Row(
        "Two men were killed in an attack that police attributed to smugglers.", "killed", ("smugglers",), ("men",), "suspected"
    ),
    "blamed on": Row("Two men were killed in a raid blamed on the rebels.", "killed", ("rebels",), ("men",), "suspected"),
    "what luck did": Row("The escape, which officials attributed to luck, followed a raid on Bor.", "raid", (), ()),
    "an attack of others": Row(
        "Gunmen stormed Kwari. A man was shot dead. The mayor blamed the attack on herders.", "shot dead", (), ("man",)
    ),
    "a counterpart": Row("Kenji Mori met his Chinese counterpart in Bor.", "met", ("Kenji Mori", ""), ("Kenji Mori", "")),
    "volunteers": Row("Volunteers guarding the hamlet returned fire.", "returned fire", ("Volunteers",), ()),
    "one of the volunteers": Row(
        "Rebels shelled Bor. Volunteers returned fire. One of them was killed when he was hit by a bullet.", "killed", (), ("Volunteers",)
    ),
    "from both banks": Row("The patrol came under fire from both banks.", "came under fire", (), ("patrol",)),
    "robbers": Row("Robbers attacked the convoy of traders.", "attacked", ("Robbers",), ("traders",)),
    "a rival group": Row(
        "The army fought a rival group, Al-Shabaab, in Bor.", "fought", ("army", "Al-Shabaab"), ("army", "Al-Shabaab")
    ),
    "three of whom": Row("Police held six men, three of whom were freed.", "freed", (), ("men",)),
    "one of whom": Row("Two nurses, one of whom was wounded, left Bor.", "wounded", (), ("nurses",)),
    "a second toll": Row("Two guards were killed and a teacher was wounded.", "killed", (), ("guards", "teacher")),
    "killing and wounding": Row("Rebels raided Bor, killing two guards and wounding a teacher.", "killing", ("Rebels",), ("guards", "teacher")),
    "four of them": Row("A gang abducted 11 farmworkers. Four of them have been released.", "released", (), ("farmworkers",)),
    "a list of deeds": Row(
        "The assailants attacked three hamlets. They looted shops, torched homes and abducted a nurse.", "abducted",
        ("assailants",), ("nurse",),
    ),
    "a share of the people": Row("Half of the population has left for Bor.", "left", ("population",), ()),
    "control of a valley": Row("The Reds have long fought Al-Shabaab for control of the valley.", "fought Al-Shabaab for",
                               ("Reds", "Al-Shabaab"), ("Reds", "Al-Shabaab")),
    "movement of goods": Row("The Dawn Movement left. The governor banned the movement of lorries.", "banned", ("",), ()),
    "a town held by them": Row("Rebels launched an assault on Tina, a town held by the army.", "assault", ("Rebels",), ("army",)),
    "a town used by them": Row("Rebels attacked Tina, a town built by the army.", "attacked", ("Rebels",), ()),
    "from a motorcycle": Row("Assailants on a motorcycle opened fire on a cleric.", "opened fire",
                             ("Assailants",), ("cleric",)),
    "fired on last Monday": Row("The buses carrying women were fired on last Monday.", "fired on", (), ("women",)),
    "its aircraft": Row("The army said its aircraft struck a depot.", "struck", ("army",), (), "stated", "aerial"),
}  # fmt: skip
SPEAKERS = {
    "one of them by name": (
        "Hundreds of people arrived. One of them, Aisha Adam, said rebels had robbed the men.",
        "Aisha Adam",
    ),
    "one of the officials": ("One of its officials said that six boys had died.", "official"),
    "one of those seized": ("Soldiers arrested three men. One of them said police had burned his hut.", "men"),
    "a staff": ("The General Staff denied this. It called on residents to flee.", "General Staff"),
    "hours after": ("Five men were killed, a doctor said, hours after the two sides had agreed to a truce.", "doctor"),
    "one of them, a nurse": (
        "Guards kept a camp where families live. One of them, a nurse, said five had died.",
        "nurse",
    ),
    "according to him": (
        'The head of a club left. According to Jules Tsuba, huts burned. "We ran," he said.',
        "Jules Tsuba",
    ),
    "another association": (
        "The head of the youth association said five died. The chairman of the herders' association, Musa Kone, denied it. "
        "The herders' association said two were hurt.",
        "herders' association",
    ),
}
NOTHING_OF = {
    "what the law says": ("Attacks on civilians are war crimes, the group said.", "Attacks"),
    "what the law says of doing it": ("Deliberately attacking civilians is a war crime.", "attacking"),
    "how they stand": ("Fighters backed by Rwanda entered the town.", "backed"),
    "dismissed from it": ("The council dismissed Jules Tsuba as prime minister last week.", "dismissed as"),
    "how many nobody says": ("The spokesman declined to say how many civilians had died.", "died"),
    "a charge denied by others": (
        "Islamabad has accused Kabul of arming rebels, a charge the Taliban deny.",
        "negated",
    ),
    "a charge denied": ("Turkey has denied the allegation.", "allegation"),
    "a charge called something": ("India rejected the charge, calling it an attempt to divert attention.", "rejected"),
    "what was cut off": ("The town was shelled. Electricity has been cut off.", "cut off"),
    "a banned movement": ("Three members of the banned Dawn Front were held.", "banned"),
    "a refused charge": ("The minister rejected the criticism.", "criticism"),
    "where they live now": ("Displaced people have gathered in the town.", "gathered"),
    "a title": ("Somalia: Deadly mortar barrage hits the port.", "Deadly"),
    "a truce before": ("Five died, a doctor said, hours after the sides had agreed to a truce.", "planned"),
}


def read(*paragraphs: str) -> Record:
    """Paragraphs in, their record out."""
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(Block(kind="paragraph", start=len(text), end=len(text) + len(paragraph)))
        text += paragraph + "\n\n"
    report = Report(id=report_id(text.encode()), text=text, blocks=tuple(blocks))
    return extract_record(report, next(parse_grammars([report])))


def names(record: Record, ids: tuple[str, ...]) -> tuple[str, ...]:
    """The names of ids; empty for a person without one."""
    known = {item.id: item.name or "" for items in (record.parties, record.people) for item in items}
    return tuple(known[i] for i in ids)


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_who_to_whom(row: Row) -> None:
    """The event with that trigger has these actors and recipients."""
    record = read(row.text)
    events = [c for c in record.claims if isinstance(c, Event) and record.report.text[slice(*c.trigger)] == row.trigger]
    assert len(events) == 1
    assert names(record, events[0].actor) == row.actor
    assert names(record, events[0].recipient) == row.recipient
    assert row.status in (None, events[0].actor_status)
    assert row.mode in (None, events[0].mode)


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS.values(), ids=SPEAKERS)
def test_speakers(text: str, speaker: str) -> None:
    """The last utterance of the text but its speech acts is that speaker's."""
    record = read(text)
    people = {person.id: person.name or person.role or "" for person in record.people}
    said = {people.get(s.person or "") or names(record, (s.party or "",))[0] for u in record.utterances for s in u.speakers
            if s.person or s.party}  # fmt: skip
    assert speaker in said


@pytest.mark.parametrize(("text", "word"), NOTHING_OF.values(), ids=NOTHING_OF)
def test_nothing_of(text: str, word: str) -> None:
    """No event is told by the word, and none has it as its realis."""
    record = read(text)
    events = [claim for claim in record.claims if isinstance(claim, Event)]
    assert word not in {record.report.text[slice(*event.trigger)] for event in events}
    assert word not in {event.realis for event in events}


def test_a_statement_announced() -> None:
    """ "Our aircraft", under "The General Staff announces:", are those of the General Staff."""
    record = read("The General Staff of the Armed Forces announces:", "Our men killed five rebels near Gorom.")
    events = [claim for claim in record.claims if isinstance(claim, Event)]
    assert [names(record, event.actor) for event in events] == [("General Staff",)]
