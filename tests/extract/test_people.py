"""People with their titles, their offices and the party for whom they hold these."""

from __future__ import annotations

import pytest

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.records import Block, Event, Record, Report, report_id


def record_of(text: str) -> Record:
    block = Block(kind="paragraph", start=0, end=len(text))
    report = Report(id=report_id(text.encode()), text=text, blocks=(block,))
    return extract_record(report, next(parse_grammars([report])))


def served(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """(name, role, name of the party) of everybody named in a text."""
    record = record_of(text)
    parties = {party.id: party.name for party in record.parties}
    return [(p.name, p.role, parties.get(p.party or "")) for p in record.people if p.name]


def speakers(text: str) -> list[str | None]:
    """The name, or the role, of the person who says each thing in a text."""
    record = record_of(text)
    named = {person.id: person.name or person.role for person in record.people}
    return [named.get(s.person or "") for u in record.utterances for s in u.speakers]


OFFICES = {
    "portfolio": ("Foreign Minister Ilkin Rustam denied the charge.", ("Ilkin Rustam", "Foreign Minister", None)),
    "surname that is a thing, behind a role": (
        "Border Guard spokesman Tariq Silo said that two posts had been lost.",
        ("Tariq Silo", "Border Guard spokesman", "Border Guard"),
    ),
    "portfolio as object": (
        "The envoy met Defence Minister Paulo Sarr in Tunis.", ("Paulo Sarr", "Defence Minister", None)
    ),
    "who the commander is": (
        "The M23's military commander is Abel Makenga, a former colonel in the Congolese army.",
        ("Abel Makenga", "M23's military commander", "March 23 Movement"),
    ),
    "whose spokesman behind a quotation": (
        'The Houthis mocked the army. "The mercenaries are eating one another," their spokesman, Omar Hassan, wrote.',
        ("Omar Hassan", "spokesman", "Houthis"),
    ),
    "who commands what an aside tells of": (
        "The army is reinforced by the Agwelek forces, a militia commanded by Johnson Lako.",
        ("Johnson Lako", None, "Agwelek Forces"),
    ),
    "caretaker": (
        "Najib Karim, Lebanon's caretaker Prime Minister, spoke.",
        ("Najib Karim", "Lebanon's caretaker Prime Minister", "Lebanon"),
    ),
    "governor of a province": (
        "Marambo Gov. Bai Ann Kone appealed for calm.", ("Bai Ann Kone", None, None)
    ),
    "what a county is called": (
        "Magwi North County Commissioner Otim Lado told reporters that raiders fled.",
        ("Otim Lado", "Magwi North County Commissioner", None),
    ),
    "two ranks": (
        "LRA spokesman Maj. Gen. Okot Bol said that his men would stay.",
        ("Okot Bol", "LRA spokesman", "Lord's Resistance Army"),
    ),
    "chief before a rank": ("Army Chief General Omar Tariq visited the troops.", ("Omar Tariq", "Army Chief General", "Army")),
    "whose": (
        "The ELN kept silent. Its spokesman Pablo Rey claimed the attack.",
        ("Pablo Rey", "spokesman", "National Liberation Army (Colombia)"),
    ),
    "executive director": (
        "The executive director of the Relief Network for Peace (RNP), Ida Yak, said ten died.",
        ("Ida Yak", "executive director", "Relief Network for Peace"),
    ),
    "in a place": (
        "The police spokesman in the state, SP Musa Idris, confirmed the attack.", ("Musa Idris", "police spokesman", "police")
    ),
    "behind the place": (
        "A baker of Tungar Lalo, Malam Sani Bello, said the bandits fled.", ("Sani Bello", "baker", None)
    ),
    "deputy": ("Deputy Prime Minister Iryna Holub said a convoy had left.", ("Iryna Holub", "Deputy Prime Minister", None)),
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), OFFICES.values(), ids=OFFICES)
def test_office(text: str, wanted: tuple[str, str, str | None]) -> None:
    assert served(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    ["Hassan Sheikh Ibrahim said he would go.", "Malik Bishop Okoro said he would go."],
    ids=["sheikh", "bishop"],
)
def test_title_within_a_name(text: str) -> None:
    assert len(served(text)) == 1 and served(text)[0][0] == text.removesuffix(" said he would go.")


def test_surname_before_a_suffix() -> None:
    text = "Rodolfo Estrada Jr. was shot outside his house. Estrada died in hospital, the mayor said."
    assert [name for name, _, _ in served(text)] == ["Rodolfo Estrada Jr."]


SPOKE = {
    "a nurse": ("A nurse at the clinic said ten had died. They had no blood, she said.", ["nurse", "nurse"]),
    "beside the name": (
        "The head of the guard, Alhaji Bature, said that no policeman came. \"Nobody was freed,\" he said.",
        ["Bature", "Bature"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "names"), SPOKE.values(), ids=SPOKE)
def test_who_speaks_again(text: str, names: list[str]) -> None:
    assert speakers(text) == names


def parties(text: str) -> list[str]:
    return [party.name for party in record_of(text).parties]


ONE = {
    "gunmen": (
        "Bandits stormed the village of Lalo. Gunmen on motorbikes shot at residents. The attackers took a chief.",
        "Bandits",
    ),
    "army": ("The army shelled the camp. Two soldiers died. Troops left the town.", "army"),
    "police": ("Police fired on the crowd. Two police officers were hurt.", "Police"),
    "vigilantes": ("A vigilante group fought back. The vigilantes killed two herders.", "vigilante group"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "name"), ONE.values(), ids=ONE)
def test_like_words_are_one_party(text: str, name: str) -> None:
    armed = [p for p in record_of(text).parties if p.kind in ("armed_group", "state_force")]
    assert [p.name for p in armed] == [name]


BACK = {
    "own word": (
        "The Lanao Relief Council said rice had run out. The army blocked the road, the council said.",
        "Lanao Relief Council",
    ),
    "her group": ("Maya Oo, a spokeswoman for the Kachin Independence Army, said her group had left.", None),
    "a longer name than the one that is known": (
        "The Chin National Defense Force (CNDF) took a base, the group said.",
        "Chin National Defense Force",
    ),
    "the mercenaries told apart": (
        "Saudi-led mercenaries lost Bor. Militia from the Popular Committees took it. The mercenaries denied it.",
        "mercenaries",
    ),
    "the ethnic army": (
        "The Arakan Army signed a truce with the junta. The ethnic army seized Bor in May.",
        "Arakan Army",
    ),
    "no country is an agency": ("Burundi freed ten men. The agency said five had died.", "agency"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "name"), BACK.values(), ids=BACK)
def test_description_that_means_somebody_named(text: str, name: str | None) -> None:
    found = parties(text)
    assert name in found if name else "group" not in found


def test_a_report_is_the_word_of_those_whose_it_is() -> None:
    text = "According to the first versions of the authorities, the dispute left two dead."
    assert parties(text) == ["authorities"]


def test_an_elder_is_not_the_town_that_he_is_from() -> None:
    text = "A tribal elder from Makin, who did not want to be named, said a shell had hit a house."
    assert [person.name for person in record_of(text).people] == [None]


def test_two_governments_are_two() -> None:
    text = "The local government said five had died. The governor appealed to the federal government to send troops."
    assert parties(text) == ["local government", "federal government"]


def test_a_reporter_serves_the_outlet() -> None:
    record = record_of("SANA's reporter in Hama said that six terrorists were killed.")
    reporter = next(person for person in record.people if person.role == "SANA's reporter")
    assert next(party.name for party in record.parties if party.id == reporter.party) == "SANA"


def test_a_junta_is_a_regime() -> None:
    assert parties("The junta shelled Demoso. The regime has denied it.") == ["junta"]


def test_a_noun_that_a_name_behind_it_explains_is_nobody_else() -> None:
    text = "Its mouthpiece, the Global New Light of Myanmar, claimed that rebels had fled."
    assert parties(text) == ["Global New Light of Myanmar", "rebels"]


def test_men_of_a_state_are_its_army() -> None:
    text = "Israel has launched three raids; on Thursday its soldiers detained two shepherds."
    assert "Israeli armed forces" in parties(text)


@pytest.mark.parametrize("text", ["Regime forces killed six people in Bubanza.", "Junta troops burned Bubanza."])
def test_regimes_are_of_many_countries(text: str) -> None:
    assert not {"Syrian Arab Army", "Tatmadaw"} & set(parties(text))


WHOLE = {
    "noun first": ("The Commission on Human Rights (CHR) said it would send experts.", ["Commission on Human Rights"]),
    "noun in the middle": ("The United Nations Mission in South Sudan (UNMISS) said ten died.", ["UNMISS"]),
    "three words": ("The National Unity Government said its men had left.", ["National Unity Government of Myanmar"]),
    "whose office": ("The war was lost, according to the Ombudsman's Office.", ["Ombudsman's Office"]),
    "money": ("Villagers said they paid N12m in two parts.", ["Villagers"]),
    "outskirts": ("Residents fled from the outskirts of Mazruha.", ["Residents"]),
}


@pytest.mark.parametrize(("text", "names"), WHOLE.values(), ids=WHOLE)
def test_names_are_whole(text: str, names: list[str]) -> None:
    assert parties(text) == names


def test_they_within_a_quotation_are_not_the_speakers() -> None:
    text = (
        "The Ruma Front shelled a base of the Kachin Independence Army. "
        'Col. Naw Tun, a spokesman for the Kachin Independence Army, was blunt. "They murdered six villagers," he said.'
    )
    record = record_of(text)
    names = {party.id: party.name for party in record.parties}
    (murder,) = (c for c in record.claims if isinstance(c, Event) and text[slice(*c.trigger)] == "murdered")
    assert [names[actor] for actor in murder.actor] == ["Ruma Front"]


NOT_PEOPLE = {
    "town called so": "The army camp in Datu Salibo town was overrun.",
    "province behind fighters": "Soldiers overran a camp of the Moro Freedom Fighters (MFF) in Lanao, Maguindanao on Friday.",
    "where they were displaced from": "Families have been displaced from Abu Salim, Al Hadba and Salah Eddin.",
    "what residents fled": "Residents fled Al Hadba.",
    "a plural": "18 Naxalites, eight of them women, were killed.",
    "a general staff": "Jets bombed the General Staff headquarters.",
    "who writes": "Special Correspondent\n\nPolice said ten died.",
    "a range": "Inspector-General of Police (Tana Range) Jai Rao said ten died.",
}


@pytest.mark.parametrize("text", NOT_PEOPLE.values(), ids=NOT_PEOPLE)
def test_no_people(text: str) -> None:
    assert [name for name, _, _ in served(text) if name != "Jai Rao"] == []


def test_two_roles_of_one() -> None:
    text = "Congress leader and former Deputy Chief Minister Jai Deo asked why the army had fired."
    assert [name for name, _, _ in served(text)] == ["Jai Deo"]
    assert speakers(text) == ["Jai Deo"]


@pytest.mark.parametrize(("first", "again"), [("Hani bin Sarif", "bin Sarif"), ("Abdel Omar al-Kattan", "al-Kattan")])
def test_a_surname_with_its_particle_is_nobody_else(first: str, again: str) -> None:
    record = record_of(f"{first}, the army's spokesman, told reporters so. The men are led by {again}'s brother.")
    assert [person.name for person in record.people] == [first]


def test_a_name_known_by_its_kind_alone_is_one_party() -> None:
    record = record_of("The Shanwe Nationalities Army, a militia armed by Mali, burned 40 houses.")
    assert [(p.name, p.kind) for p in record.parties if "Army" in p.name] == [
        ("Shanwe Nationalities Army", "armed_group")
    ]


def test_office_of_police() -> None:
    text = "All were armed, Superintendent of Police Jai Rao said."
    assert served(text) == [("Jai Rao", "Superintendent", "Police")]


def test_head_of_a_partys_office() -> None:
    text = "Karim Omar, head of the Patriotic Union of Kurdistan (PUK) office in the town, said ten died."
    assert served(text) == [("Karim Omar", "head", "Patriotic Union of Kurdistan")]


SPOKEN_OF = {
    "two short titles": (
        "Meanwhile, in Sulu, task force commander Brig. Gen. Cirilo Gata reported that a firefight killed five.",
        ["Cirilo Gata"],
    ),
    "alias": ("Hilario Santos, alias the Fox, was shot. A day later, Santos said he was well.", ["Hilario Santos"]),
    "a short title": ("The chairman of the council, Hon. Aminu Gata, said ten had died.", ["Aminu Gata"]),
    "a noun that no list knows": (
        "The personero of Tame, Juan Villate, told this newspaper that 27 men had disappeared.",
        ["Juan Villate"],
    ),
    "the lawmaker": (
        "Aminu Gata told our reporter that the bandits fled. The lawmaker urged calm.",
        ["Aminu Gata", "Aminu Gata"],
    ),
    "the former minister": (
        "Padma Tuladhar told the Post that rebels had left. The former minister urged the army to go.",
        ["Padma Tuladhar", "Padma Tuladhar"],
    ),
    "another one": (
        "Ann Kone, a spokeswoman for the army, said five had died. The minister said talks would go on.",
        ["Ann Kone", "minister"],
    ),
    "one without a name": (
        "A lawmaker told the Post that rebels had left. Ann Kone said five had died. The lawmaker urged calm.",
        ["lawmaker", "Ann Kone", "lawmaker"],
    ),
}


@pytest.mark.parametrize(("text", "names"), SPOKEN_OF.values(), ids=SPOKEN_OF)
def test_spoken_of_by_what_they_are(text: str, names: list[str]) -> None:
    assert speakers(text) == names


BOTH = {
    "who talk": ("Talks between Ahmed Ali and Omar Hassan collapsed in Juba.", {"Ahmed Ali", "Omar Hassan"}),
    "to whom they surrendered": ("Fighters surrendered to Ahmed Ali.", {"Ahmed Ali"}),
}


@pytest.mark.parametrize(("text", "names"), BOTH.values(), ids=BOTH.keys())
def test_who_stands_behind_a_preposition(text: str, names: set[str]) -> None:
    record = record_of(text)
    assert {person.name for person in record.people} == names
    assert names.isdisjoint(place.name for place in record.places)
