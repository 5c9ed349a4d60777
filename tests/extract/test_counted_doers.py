"""Who killed those who are counted: from nouns, instruments, claims and blame, read from end to end."""

from __future__ import annotations

import pytest

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.records import Block, Event, Figure, Record, Report


def record_of(text: str) -> Record:
    block = Block(kind="paragraph", start=0, end=len(text))
    report = Report(id="sha256:0", text=text, blocks=(block,))
    return extract_record(report, next(iter(parse_grammars([report]))))


def perpetrators(text: str) -> list[str]:
    """The names of the perpetrators of the first figure."""
    record = record_of(text)
    names = {item.id: item.name or item.role for item in (*record.parties, *record.people)}
    figure = next(claim for claim in record.claims if isinstance(claim, Figure))
    return [names[one] or "" for one in figure.perpetrator]


CASES = [
    ("one of two sides is known", "Youths clashed with the South Sudanese army near Bor. Nine traders were killed.", []),
    ("soldiers in a fight", "The Syrian army clashed with Islamic State fighters. Nine soldiers were killed.", ["Islamic State"]),
    ("in revenge for", "Nine herders were killed in apparent revenge for an ambush by gunmen.", []),
    (
        "since they went to war",
        "Nine were killed in Bor, medics said, in the deadliest raid since the army and the Front went to war a year ago.",
        [],
    ),
    ("put its own losses", "The army put its own losses at four dead and said it had killed 40 rebels.", []),
    ("whom it befell", "An army convoy was ambushed near Bor on Monday, leaving 11 drivers dead.", []),
    ("their own forces", "Five soldiers died when security forces raided a house.", []),
    ("carried out by", "Air strikes carried out by Ethiopian warplanes killed 20 people.", ["Ethiopia"]),
    ("claimed by", "Twelve people died in an attack claimed by Boko Haram.", ["Boko Haram"]),
    ("blamed on", "A raid blamed on the Rapid Support Forces left 14 people dead.", ["Rapid Support Forces"]),
    ("an adjective two nouns before", "Six civilians were killed in Sudanese army drone strikes.", ["Sudanese Armed Forces"]),
    ("before a phrase", "Nine people were killed in junta barrel bomb attacks on a village.", ["junta"]),
    ("a name that the parse took apart", "Four civilians were killed in al-Shabaab mortar fire.", ["Al-Shabaab"]),
    ("no word of the phrase", "Air strikes on a market killed 29 civilians.", []),
    ("artillery is nobody", "Artillery fire killed two people in the old town.", []),
    ("those who are hit", "A UN helicopter came under fire near Bunia, killing a nurse.", []),
    ("those who fired", "A UN patrol came under fire from militiamen near Bunia, wounding two soldiers.", ["militiamen"]),
    ("whose artillery", "Nine men were killed by Azerbaijani artillery fire.", ["Azerbaijan"]),
    ("no constable by the police", "A constable was hurt in Lyari. Police shot a suspect.", []),
    (
        "what hangs on the saying",
        "A rocket killed nine people in Marib, medics said, as the Houthis pressed an offensive on the city.",
        [],
    ),
    ("while they stormed it", "Nine people were killed as the Houthis stormed Marib, medics said.", ["Houthis"]),
    ("clashes with", "Sixteen insurgents were killed in clashes with the army.", ["army"]),
    ("own losses", "The Popular Front and its allies seized Bor. The Front lost two men.", []),
    (
        "two deeds",
        "Seventy people were killed in air strikes by the army and raids by the militia.",
        ["army", "militia"],
    ),
    (
        "claimed responsibility for it",
        "The Taliban claimed responsibility for a suicide bombing that killed 30 people in Quetta.",
        ["Taliban"],
    ),
    (
        "claimed it afterwards",
        "A bomb exploded in Maiduguri, killing 28 people. Boko Haram claimed responsibility.",
        ["Boko Haram"],
    ),
    (
        "claimed what gunmen did",
        "Gunmen attacked a bus, killing 28 people. Al-Shabaab claimed responsibility for the attack.",
        ["Gunmen", "Al-Shabaab"],
    ),
    ("claimed by none", "A bomb killed 14 people. No group has claimed responsibility.", []),
    ("an agency before it", "Reuters Ethiopian air strikes killed 16 civilians.", ["Ethiopia"]),
    ("who only advances", "A bomb on a bus killed 43 people as rebel fighters advanced on Goma.", []),
    (
        "two who fire",
        "Nine militants were killed by Turkish artillery fire and US airstrikes in Idlib.",
        ["Turkey", "United States"],
    ),
    ("who announces a death", "The ministry announced the death of a soldier in Goma.", []),
    ("who gives a toll", "Officials gave a death toll of 22.", []),
    ("who recovers bodies", "Divers reported recovering five bodies.", []),
    ("who inflicts deaths", "The army inflicted five deaths on the rebels.", ["army"]),
    ("a monitor is no killer", "Shelling hit the market. The watchdog killed nobody's hopes. It killed nine people.", []),
    ("a part has its whole's", "The raid by the army killed 12 people, five of them children.", ["army"]),
    (
        "the armed one of two",
        "Troops opened fire on families who were fleeing towards the river and killed 17 persons.",
        ["Troops"],
    ),
    (
        "whom the report calls so",
        "Saudi-led raids killed nine people in Saada. The Saudi-led coalition had no comment.",
        ["Saudi-led coalition"],
    ),
    (
        "no group flies jets",
        "Al-Shabaab attacked the town on Monday. Elsewhere air strikes on Gao killed at least 10 civilians.",
        [],
    ),
    (
        "two of one attack",
        "At least 35 people have been killed and hundreds more injured in airstrikes and barrel bomb attacks by the Syrian army and "
        "Russian forces in Homs.",
        ["Syrian Arab Army", "Russian Armed Forces"],
    ),
    ("who leads", "Saudi-led air raids killed nine people in Saada.", ["Saudi Arabia"]),
    ("attacks that were repelled", "The Ethiopian army repelled nine assaults near Shire on Monday.", []),
    ("a gerund that is a noun", "At least 31 people were killed in government shelling of the town.", ["government"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_perpetrators(text: str, wanted: list[str]) -> None:
    assert perpetrators(text) == wanted


def test_whose_weapon_is_underlined_with_it() -> None:
    record = record_of("Turkish jets pounded the valley, killing 50 people.")
    event = next(claim for claim in record.claims if isinstance(claim, Event))
    party = next(party for party in record.parties if party.id == event.actor[0])
    assert (0, len("Turkish jets")) in party.evidence


def test_forces_of_two_sides_are_two() -> None:
    record = record_of("Government forces shelled the town, killing nine people. Opposition forces fired rockets.")
    assert {party.name.lower() for party in record.parties} >= {"government forces", "opposition forces"}


def test_no_armed_group_kills_the_terrorists_of_the_next_sentence() -> None:
    record = record_of(
        "The assault on the camp was carried out by al-Shabaab, the government said. It said 37 terrorists were killed."
    )
    figure = next(claim for claim in record.claims if isinstance(claim, Figure))
    assert figure.perpetrator == ()
