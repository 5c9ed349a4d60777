"""Whom a description, a pronoun or an office means, in reports of two sentences."""

from __future__ import annotations

import pytest

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.records import Block, Event, Record, Report, report_id

SPEAKERS = {
    "according to a capital": ("Troops shot down nine drones, according to Kyiv.", "Ukraine"),
    "the army where there is none": (
        "The Israeli military left Gaza City. Shops were shut. Schools were shut. Roads were shut. Rain fell on Gaza. "
        "The army said two homes had burned.",
        "Israel Defense Forces",
    ),
    "the rights group": ("Human Rights Watch visited Bor. The rights group said 40 people were killed.", "Human Rights Watch"),
    "the militant group": ("Al-Shabaab attacked the base. The militant group said it killed 20 men.", "Al-Shabaab"),
    "the paramilitary group": ("The Rapid Support Forces left Bara. The paramilitary group said it was calm.",
                               "Rapid Support Forces"),
    "a rights group of its own": ("A rights group said 14 died. Armed groups said they held the town.", "Armed groups"),
    "an office": ("Interior Minister Ihor Havryliuk said 66 people had been hurt.", "Ihor Havryliuk"),
    "whose country": ("Chadian Interior Minister Idriss Mahamout said 66 people had been hurt.", "Idriss Mahamout"),
    "a name of one's own": ('A farmer who gave his name only as Ibrahim said huts burned. "All is gone," he said.', "Ibrahim"),
    "she": ("A nurse told Radio Bor that troops had burned huts. She said her father was shot.", "nurse"),
    "she is no man": ("Spokeswoman Ann Kone spoke of calm. Col. Idris Bello denied it. She said that gunmen fled.", "Ann Kone"),
    "she as before": (
        'Hiwot Tesfay, 52, was at home. "I hid," she said. It was dark. The huts burned. Cattle died. "I ran," she said. '
        "Her youngest, Dawit, came out. He joined the rebels. She said she was alone.",
        "Hiwot Tesfay",
    ),
    "by first name": ("Hiwot Tesfay, 52, was at home. Soldiers burned huts. Hiwot said they laughed.", "Hiwot Tesfay"),
    "by title": (
        "Minister Walid Haddad received UN Special Envoy Jan Kubis. Haddad said the truce held. The envoy said it had failed.",
        "Jan Kubis",
    ),
    "the paramilitary force": (
        "The Rapid Support Forces left Bara. The paramilitary force said it was calm.",
        "Rapid Support Forces",
    ),
    "initials of another language": (
        "The Defence and Security Forces (FDS) left. The FDS said it was calm.",
        "Defence and Security Forces",
    ),
    "by the whole of a title": (
        "Prime Minister Lena Haddad and President Omar Saleh left. Speaking in Tyre, the prime minister said it was calm.",
        "Lena Haddad",
    ),
    "the latter": ("Hamas has fought Fatah since May. Police fled. The latter denied that it fired.", "Fatah"),
    "for his part": ("The administrator, Colonel Charles Mbayo, for his part reports 13 dead and a dozen missing.", "Charles Mbayo"),
    "an initial at the end": ("The unit was fired upon in the hills, Colonel Sunda P. said.", "Sunda P."),
    "a claim that somebody rejects": ("Paris accused Kigali of arming rebels, a claim Kigali has rejected.", "Rwanda"),
    "figures compiled by": ("Some 300 people died, according to figures compiled by the Red Cross.",
                            "International Committee of the Red Cross"),
}  # fmt: skip
SUFFERED = {
    "no people of a name": ("Awa people fled Tumaco. Four people were killed in Samaniego.", "people"),
    "students of two peoples": (
        "Police arrested dozens of Ugandan and Rwandan students.",
        "Ugandan and Rwandan students",
    ),
    "whom they took hostage": ("Fiji's rebels fed the nuns, whom they had taken hostage in May.", "nuns"),
    "servicemen of the country": ("At least 15 servicemen lost their lives in Mali.", "Malian armed forces"),
    "a position of theirs": ("Rebels captured three Syrian army positions near Hama.", "Syrian Arab Army"),
    "a camp of theirs": ("Jihadists stormed a camp of the Malian army at Boulkessi.", "Malian Armed Forces"),
    "took them": ("Soldiers detained two fishermen off Tyre and took them away.", "fishermen"),
    "shot them": ("He dragged two brothers out of the bus and shot them.", "brothers"),
    "before killing them": ("The militants seized four teachers before killing them.", "teachers"),
    "the 22-year-old": ("Police picked up the 22-year-old at dawn.", "22-year-old"),
    "beat him": ("Police arrested a journalist and beat him.", "journalist"),
    "sold it jets": ("China, which has sold the junta fighter jets, is silent.", "junta"),
}
FOREIGN = "The army lost nine soldiers in Kona. French forces left Mali in 2022, and Mali lost a friend in Mali."


def record_of(text: str) -> Record:
    report = Report(id=report_id(text.encode()), text=text)
    return extract_record(report, next(parse_grammars([report])))


DOERS = {
    "an article of a place": ("The Ar-Raqqa offensive killed 300 people.", []),
    "the group's fighters": ("Kona fell to the Falcons Front. The group's fighters shot two men.", ["Falcons Front"]),
    "an organisation by its title": (
        'Kona is held by the organisation of "Islamic State", Bor by the SDF. The organisation executed two men.',
        ["Islamic State"],
    ),
    "who died of it": ("57 people were killed in shelling in Kupiansk, Ukraine.", []),
    "shells came before": ("Refugees sleep on the floor. On Friday the shells came here. They killed a boy.", []),
    "the make of a weapon": ("Kramatorsk has been hit by Tornado rockets.", []),
    "behind a clock": ("At 12:35 militants attacked the town of Bor.", ["militants"]),
    "two sides in a headline": (
        "Fresh clashes between Congo army, M23 near Goma",
        ["Armed Forces of the Democratic Republic of the Congo", "March 23 Movement"],
    ),
    "who is told what they are": ("CODECO is a militia which attacked Fataki.", ["CODECO"]),
    "elements of": ("Elements of the Rapid Support Forces attacked the barracks.", ["Rapid Support Forces"]),
    "a projectile of": ("A house was hit by a projectile of the rebels.", ["rebels"]),
    "invaders of the other side": (
        'Al-Shabaab, the rebels, waited. Ali Dheere, spokesman for Al-Shabaab, said the "invaders" shelled a market.',
        ["invaders"],
    ),
    "two states' forces": (
        "Armenian and Azerbaijani forces exchanged fire.",
        ["Azerbaijani Armed Forces", "Armenian armed forces"],
    ),
    "three states' forces": (
        "Ethiopian, Eritrean and Djiboutian troops attacked the camp.",
        ["Eritrean armed forces", "Ethiopian armed forces", "Djiboutian armed forces"],
    ),
    "between two states' forces": (
        "Fighting between Thai and Cambodian soldiers killed 12 people.",
        ["Thai armed forces", "Cambodian armed forces"],
    ),
    "backed by another power": ("U.S.-backed Syrian forces stormed a village.", ["U.S.-backed Syrian forces"]),
    "backed by the power behind the government": (
        "Russian-backed Syrian forces stormed a village.",
        ["Syrian Arab Army"],
    ),
    "backed by name elsewhere": (
        "U.S.-backed Syrian forces stormed a village. The U.S.-backed Syrian Democratic Forces lost 12 men.",
        ["Syrian Democratic Forces"],
    ),
    "the acronym of the country spoken of": ("SNA troops shelled a village in Somalia.", ["Somali National Army"]),
    "the acronym of another country": ("SNA fighters shelled a village in Syria.", ["Syrian National Army"]),
    "who leads a militia": ("Congolese militia leaders attacked the camp.", ["Congolese militia leaders"]),
    "who leads a tribe": ("Iraqi tribal leaders attacked the camp.", ["Iraqi tribal leaders"]),
    "who leads a state": ("Iraqi leaders attacked the camp.", ["Iraq"]),
    "a union that its kind stands beside": (
        "The Movement for Justice in Zorvia (MJZ), a rebel group, shelled a village.",
        ["Movement for Justice in Zorvia"],
    ),
    "an acronym of its own country": ("The KIA stormed a base in Myanmar.", ["Kachin Independence Army"]),
    "a direction cut short": ("S. Sudan troops stormed a village.", ["South Sudanese armed forces"]),
    "fighters of the government": (
        "Al-Shabaab is strong. Government fighters shelled the town held by the Al-Shabaab militants.",
        ["Government fighters"],
    ),
    "units of the army": (
        "The Syrian army was at Hama. An army unit shelled a village in Syria.",
        ["Syrian Arab Army"],
    ),
    "believed to have carried it out": (
        "The raid is believed to have been carried out by Al-Shabaab.",
        ["Al-Shabaab"],
    ),
    "both sides": (
        "Hamas has fought Fatah since May. Both sides shelled the port.",
        ["Hamas", "Fatah"],
    ),
    "a numbered front": ("The 33rd Front attacked the town.", ["33rd Front"]),
    "a unit by its initials": (
        "The 79th Infantry Battalion slept. Two men were shot by the 79th IB.",
        ["79th Infantry Battalion"],
    ),
    "a front is nobody": ("Troops attacked on three fronts.", ["Troops"]),
}


@pytest.mark.parametrize(("text", "doers"), DOERS.values(), ids=DOERS.keys())
def test_who_does_it(text: str, doers: list[str]) -> None:
    record = record_of(text)
    named = {item.id: item.name for item in (*record.parties, *record.people)}
    event = next(claim for claim in record.claims if isinstance(claim, Event))
    assert [named[one] for one in event.actor] == doers
    assert "fronts" not in named.values()


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS.values(), ids=SPEAKERS.keys())
def test_who_speaks_last(text: str, speaker: str) -> None:
    record = record_of(text)
    named = {party.id: party.name for party in record.parties}
    named |= {person.id: person.name or person.role for person in record.people}
    said = max(record.utterances, key=lambda utterance: utterance.evidence[0][0])
    assert [named[one.person or one.party or ""] for one in said.speakers] == [speaker]


@pytest.mark.parametrize(("text", "recipient"), SUFFERED.values(), ids=SUFFERED.keys())
def test_who_suffers_last(text: str, recipient: str) -> None:
    record = record_of(text)
    named = {item.id: item.name for item in (*record.parties, *record.people)}
    events = [claim for claim in record.claims if isinstance(claim, Event)]
    assert [named[one] for one in events[-1].recipient] == [recipient]


@pytest.mark.parametrize(
    "text",
    [
        "Musa Ali was killed near Bor together with a nurse.",
        "Musa Ali was killed along with a nurse.",
        "Musa Ali died in Bor alongside a nurse.",
        "Soldiers killed Musa Ali along with a nurse.",
    ],
)
def test_who_shares_the_lot_of_another(text: str) -> None:
    record = record_of(text)
    named = {item.id: item.name or "" for item in (*record.parties, *record.people)}
    event = next(claim for claim in record.claims if isinstance(claim, Event))
    assert [named[one] for one in event.recipient] == ["Musa Ali", "nurse"]


def test_killed_in_action_is_no_kachin() -> None:
    record = record_of("Twelve soldiers were KIA in an ambush near Kidal, Mali.")
    assert "Kachin Independence Army" not in {party.name for party in record.parties}


def test_those_who_fought_back_are_not_those_who_came() -> None:
    record = record_of("Bandits shot at police officers. They fought back.")
    named = {party.id: party.name for party in record.parties}
    last = [claim for claim in record.claims if isinstance(claim, Event)][-1]
    assert [named[one] for one in last.actor] == ["police officers"]


def test_the_army_is_not_that_of_a_country_named_later() -> None:
    first = next(claim for claim in record_of(FOREIGN).claims if isinstance(claim, Event))
    named = {party.id: party.name for party in record_of(FOREIGN).parties}
    assert [named[one] for one in first.recipient] != ["French Armed Forces"]


def test_the_group_is_the_one_named_last_whatever_words_another_has_in_its_name() -> None:
    record = record_of(
        "The Zaire militia burned 64 huts. In Rutshuru, M23 tightened its noose around Sake. The group shelled the town."
    )
    named = {party.id: party.name for party in record.parties}
    events = [claim for claim in record.claims if isinstance(claim, Event)]
    assert [named[one] for one in events[-1].actor] == ["March 23 Movement"]


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("M23 attacked rebels near Goma.", "rebels"),
        ("M23 launched an offensive against rebels near Goma.", "rebels"),
        ("M23 launched an offensive on Thursday against dissidents of the FARC.", "FARC dissidents"),
    ],
    ids=["a bare plural", "of an offensive", "behind a day"],
)
def test_nobody_attacks_himself(text: str, recipient: str) -> None:
    record = record_of(text)
    named = {party.id: party.name for party in record.parties}
    event = next(claim for claim in record.claims if isinstance(claim, Event))
    assert [named[one] for one in event.recipient] == [recipient]


def test_letters_amid_hyphens_are_no_acronym() -> None:
    record = record_of("PORT-AU-PRINCE, Haiti - Gunmen stormed a prison.")
    assert "African Union" not in {party.name for party in record.parties}


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("US-British raids on Sanaa killed two people.", ["United States", "United Kingdom"]),
        ("Light Infantry Battalion 258 burned forty houses in Pauk.", ["Light Infantry Battalion 258"]),
        ("Brigade 313 stormed a prison.", ["Brigade 313"]),
    ],
    ids=["two nations", "a battalion", "a brigade"],
)
def test_whole_names_of_doers(text: str, doers: list[str]) -> None:
    record = record_of(text)
    named = {party.id: party.name for party in record.parties}
    event = next(claim for claim in record.claims if isinstance(claim, Event))
    assert [named[one] for one in event.actor] == doers


def test_a_name_of_many_towns_tells_no_country() -> None:
    record = record_of("Soldiers stormed Bor on Monday.")
    assert [party.name for party in record.parties] == ["Soldiers"]


def test_a_second_name_in_brackets_is_nobody_else() -> None:
    record = record_of("Fighters of the Special Deterrence Force (Rada) stormed a prison.")
    assert "Verkhovna Rada" not in {party.name for party in record.parties}


def test_those_of_whom_a_number_are_held_are_not_who_tells_of_them() -> None:
    record = record_of("Some 160 migrants live there; partners reported that 30 of them were detained.")
    named = {party.id: party.name for party in record.parties}
    event = next(claim for claim in record.claims if isinstance(claim, Event))
    assert [named[one] for one in event.recipient] == ["migrants"]


def test_a_mine_is_nobodys() -> None:
    record = record_of("The victims were hit by an anti-personnel mine detonated by guerrillas.")
    named = {party.id: party.name for party in record.parties}
    event = next(claim for claim in record.claims if isinstance(claim, Event))
    assert [named[one] for one in event.actor] == ["guerrillas"]


def test_a_verb_with_a_clause_of_its_own_shares_no_object() -> None:
    record = record_of("The RSF denies targeting civilians and accuses the army of shelling huts.")
    named = {party.id: party.name for party in record.parties}
    denied = next(claim for claim in record.claims if isinstance(claim, Event) and claim.realis == "negated")
    assert [named[one] for one in denied.actor] == ["Rapid Support Forces"]


def test_no_parties_of_feasts_and_dates() -> None:
    record = record_of("On 17 November nine groups asked people to boycott Independence Day and the Autonomy Act.")
    names = {party.name for party in record.parties}
    assert not [name for name in names if "November" in name or name.endswith(("Day", "Act"))]


def test_those_whom_the_army_captures_are_not_its_own() -> None:
    record = record_of("The army captured 400 soldiers near Bara.")
    (event,) = (claim for claim in record.claims if isinstance(claim, Event))
    assert set(event.actor).isdisjoint(event.recipient)


ISSUED = {
    "an army's letterhead": (
        ["SUDANESE ARMED FORCES", "Our forces in Babanusa repelled an attack and destroyed four vehicles."],
        {"Sudanese Armed Forces"},
    ),
    "a brigade that no list knows": (
        ["Brigade of the Free Men of Kona", "Our fighters destroyed a tank near the stadium."],
        {"Brigade of the Free Men of Kona"},
    ),
    "a paper's": (["Northline News", "Our reporter saw a tank that rebels had destroyed."], {"rebels"}),
}


@pytest.mark.parametrize(("parts", "doers"), ISSUED.values(), ids=ISSUED)
def test_who_issues_it(parts: list[str], doers: set[str]) -> None:
    text, blocks = "\n\n".join(parts), []
    for kind, part in zip(("heading", "paragraph"), parts, strict=True):
        start = text.index(part)
        blocks.append(Block(kind=kind, start=start, end=start + len(part)))
    report = Report(id=report_id(text.encode()), text=text, blocks=tuple(blocks))
    record = extract_record(report, next(parse_grammars([report])))
    named = {party.id: party.name for party in record.parties}
    destroyed = [claim for claim in record.claims if isinstance(claim, Event) and claim.mode == "destroy"]
    assert {named[one] for claim in destroyed for one in claim.actor} == doers
