"""Who stands with whom, by the nouns, gifts and names beside it; and whose a person is by what he leads."""

from __future__ import annotations

import pytest
from test_standing_general import claims, names

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.records import Report, report_id

STANDING = {
    "name straight behind": ("Syria's ally Hezbollah sent fighters.", "hezbollah", "allied_with", "syria"),
    "archfoe": ("Pakistan and its archfoe India exchanged fire.", "india", "opposes", "pakistan"),
    "rivals in a group": ("Ahrar al-Sham and its rivals in the Islamic State fought.", "islamic", "opposes", "ahrar"),
    "rival behind a comma": (
        "The Libyan army and its eastern rival, the Libyan National Army, agreed.",
        "libyan national",
        "opposes",
        "libya",
    ),
    "their backers by nation": ("UNITA and its South African backers refused.", "south africa", "backs", "unita"),
    "two proxies": ("Iran and its proxies, Hezbollah and Hamas, met.", "hamas", "part_of", "iran"),
    "front for": ("The Ogaden Youth Front, a front for al-Shabaab, did it.", "ogaden", "part_of", "shabaab"),
    "breakaway from": (
        "The National Army, a breakaway group from the National Resistance Front, took the post.",
        "national army",
        "part_of",
        "national resistance",
    ),
    "coalition of classes by name": (
        "The Joint Front, a coalition of rebel groups including Ahrar al-Sham and Ansar Dine, refused.",
        "ansar dine",
        "part_of",
        "joint front",
    ),
    "made up of": (
        "The Northern Alliance, made up of Jamiat-e Islami and Hezb-e Wahdat, advanced.",
        "wahdat",
        "part_of",
        "northern",
    ),
    "with ties": ("Katiba Macina, a group with ties to al-Qaeda, attacked.", "macina", "allied_with", "qaeda"),
    "supplied with by": ("RENAMO was supplied with weapons by South Africa.", "south africa", "arms", "renamo"),
    "weapons and money": ("Tripoli sent weapons and money to the Provisional IRA.", "libya", "arms", "republican"),
    "arms reach": ("Arms from Eritrea reach al-Shabaab by sea.", "eritrea", "arms", "shabaab"),
    "sanctuary": ("Zambia gave sanctuary to the People's Front's fighters.", "zambia", "backs", "front"),
    "advisers": ("Havana sent military advisers to the Angolan army.", "cuba", "backs", "angola"),
    "sworn enemies": ("Eritrea and Ethiopia are sworn enemies.", "eritrea", "opposes", "ethiopia"),
    "took up arms": (
        "The Lord's Resistance Army took up arms against the Ugandan government.",
        "lord",
        "opposes",
        "uganda",
    ),
    "defected": ("Soldiers of the garrison defected to the Arakan Army.", "soldier", "allied_with", "arakan"),
    "takes orders": ("The militia takes its orders from the Quds Force.", "quds", "leads", "militia"),
    "controlled by": ("The militias are controlled by Syria.", "syria", "leads", "militia"),
    "led mission": ("The African Union-led mission left its base.", "african union", "leads", "mission"),
    "mission led by": ("The mission, led by Australia, has 900 men.", "australia", "leads", "mission"),
    "anti force": ("An anti-Houthi force entered Mocha.", "force", "opposes", "houthi"),
    "on whose side": ("Uganda fought on Rwanda's side during the war.", "uganda", "backs", "rwanda"),
    "in support of": ("French air strikes in support of the Malian army went on.", "france", "backs", "mali"),
    "under protection": ("Under US protection the Kurds built a state.", "united states", "backs", "kurd"),
    "loyal to a man": ("Fighters loyal to Khalifa Barasi took Sirte.", "fighters", "allied_with", "barasi"),
    "a man who is backed": ("Karim Barasi, who is backed by Egypt, refused.", "egypt", "backs", "barasi"),
    "one of several groups": (
        "Amal is one of several groups that belong to the Axis of Resistance.",
        "amal",
        "part_of",
        "axis",
    ),
    "forms the core": ("Hezbollah forms the core of the Axis of Resistance.", "hezbollah", "part_of", "axis"),
    "at war with a capital": (
        "The Kurdistan Workers' Party, at war with Ankara since 1984, met.",
        "kurdistan",
        "opposes",
        "turk",
    ),
    "another of its suppliers": ("Togo is another of UNITA's suppliers.", "togo", "arms", "unita"),
    "among its allies": ("Among the allies of Amal, Hezbollah stood out.", "hezbollah", "allied_with", "amal"),
    "under one and alongside another": (
        "UNITA fought under the Northern Alliance alongside the Contras.",
        "unita",
        "backs",
        "contras",
    ),
    "force of a council": (
        "The Security Belt, the paramilitary force of the Southern Transitional Council, left.",
        "security belt",
        "part_of",
        "southern",
    ),
    "alliance by name behind it": (
        "A rebel alliance, the Morning Front, unites Amal and Hezbollah.",
        "amal",
        "part_of",
        "morning",
    ),
    "known as": ("The militia known as CODECO opposes the Patriots' Front.", "codeco", "opposes", "front"),
    "on whose side they stand": (
        "On the government's side stand the Burundian army and the Wagner Group.",
        "burundi",
        "backs",
        "government",
    ),
    "accused by two": (
        "Uganda is accused by the army and by UN experts of supplying the M23 with howitzers.",
        "uganda",
        "arms",
        "march 23",
    ),
    "members beside one": (
        "Amal is one of three members of the Juba Alliance, alongside Fatah.",
        "fatah",
        "part_of",
        "juba",
    ),
    "formed together": ("Chad, Niger and Togo formed the Northern Alliance.", "niger", "part_of", "northern"),
    "fights as a rule": ("Ansar Dine fights both the Taliban and Hamas.", "ansar", "opposes", "taliban"),
    "has long been fighting": (
        "Fano fighters have been battling the Ethiopian army since May.",
        "fano",
        "opposes",
        "ethiopia",
    ),
    "its channel": ("Al-Manar, Hezbollah's television channel, said so.", "manar", "speaks_for", "hezbollah"),
    "channel run by": ("Al-Masirah TV, run by the Houthis, said so.", "houthi", "leads", "masirah"),
    "warplanes of a state": ("Troops supported by Russian warplanes took Palmyra.", "russia", "backs", "troops"),
    "a pact of two": ("Mali and Togo signed a mutual defence pact in May.", "mali", "allied_with", "togo"),
    "one of the members": ("The SPLM is one of five members of the Juba Alliance.", "liberation", "part_of", "juba"),
    "strongest and a client": (
        "The Wa Army, the strongest of the armies and a client of China, agreed.",
        "china",
        "backs",
        "wa army",
    ),
    "reports read as a noun": (
        "The Desert Corps, which took over from Wagner and reports to the Russian army, left.",
        "desert",
        "part_of",
        "russia",
    ),
    "neither arms": ("Uganda insists that it neither arms nor shelters the M23.", "uganda", "arms", "march"),
    "daggers drawn": ("Amal is at daggers drawn with Hezbollah.", "amal", "opposes", "hezbollah"),
    "hyphens in a name": (
        "Ahrar al-Sham and its rival, the al-Qaeda-linked Hurras al-Din, met.",
        "hurras",
        "opposes",
        "ahrar",
    ),
    "through a merger": (
        "The Joint Front was born in May through the merger of Amal and Fatah.",
        "amal",
        "part_of",
        "",
    ),
    "a capital whose state sponsors": (
        "The raid alarmed Ankara, which is the chief sponsor of Ahrar al-Sham.",
        "turkey",
        "backs",
        "ahrar",
    ),
    "initials": (
        "The National Front for Liberation fled. The NFL belongs to the Syrian National Army.",
        "national front",
        "part_of",
        "syrian national",
    ),
    "enjoy support": ("The Kurds, who enjoy French support, hold Kobani.", "france", "backs", "kurd"),
}


@pytest.mark.parametrize(("text", "subject", "kind", "other"), STANDING.values(), ids=STANDING)
def test_reads_relations(text: str, subject: str, kind: str, other: str, tmp_path) -> None:
    found = claims(text, tmp_path)
    assert any(subject in a and kind == t and other in b for a, t, b, _ in found), found


NOT_STANDING = {
    "ally in a country": "France and its rivals in Syria met on Monday.",
    "joined talks with": "The Taliban joined talks with the United States.",
    "serves in a country": "Soldiers serving in Iraq came home.",
    "controls ground": "Militiamen still control Rabat Point and Sinjan.",
    "ships with links": "They attack only ships with links to Israel.",
    "one man of a nation": "The mission, commanded by an Indian, left.",
    "a list": "They met the SDF, the Shuda faction of Azar, which fled, and wings of the Umma Party.",
    "fought once": "Ansar Dine fought the Taliban in Kunduz on Monday.",
    "a state's channel": "The report was aired by Channel Six, France's television channel.",
    "formed alone": "Togo formed the Northern Alliance.",
    "one man of a patrol": "The officer was part of a patrol near Hasakah.",
    "not a member": "Togo, although not a member of the Northern Alliance, agreed.",
    "a rival force by name": "A rival force, FARK, left the town.",
    "a name with anti": "Anti-balaka fighters left the town.",
    "weapons one uses": "The rebels fired with Russian rockets at the base.",
    "a man who changes sides": "General Karim Zadeh of Jamiat-e Islami defected to the army.",
}


@pytest.mark.parametrize("text", NOT_STANDING.values(), ids=NOT_STANDING)
def test_leaves_out_what_is_no_relation(text: str, tmp_path) -> None:
    assert claims(text, tmp_path) == []


REALIS = {
    "no longer": ("Chad no longer supports the Sudanese rebels.", "negated"),
    "stopped": ("Norway stopped arming Saudi Arabia in 2018.", "negated"),
    "to be stopped": ("Kenya called on Rwanda to stop backing the M23.", "ongoing"),
    "withdrew": ("The United States withdrew its support from the Kurds.", "negated"),
}


@pytest.mark.parametrize(("text", "realis"), REALIS.values(), ids=REALIS)
def test_keeps_the_realis(text: str, realis: str, tmp_path) -> None:
    assert {row[3] for row in claims(text, tmp_path)} == {realis}


LED = {
    "who heads": ("Hassan Ali, who heads the Afar Front, spoke on Friday.", "Hassan Ali", "afar front"),
    "led by": ("The M23, led by Bertrand Bisimwa, refused.", "Bertrand Bisimwa", "march 23"),
    "led by a former": ("The rebels are led by a former general, Andre Bozari.", "Andre Bozari", "rebels"),
    "whose group": ("Joseph Tanu, whose rebel group took the town, has fled.", "Joseph Tanu", "rebel"),
    "his group": ("Riek Machar's SPLA-IO said it had been attacked.", "Riek Machar", "spla"),
    "of a group": ("Ismail Haniyeh of Hamas met reporters in Doha.", "Ismail Haniyeh", "hamas"),
    "heads several together": (
        "The Azawad Front, a coalition of Tuareg movements headed by Alghabass Ag Intalla, met.",
        "Alghabass Ag Intalla",
        "azawad",
    ),
    "a citizen": ("Osama Ladin, a Saudi dissident, met reporters in Kabul.", "Osama Ladin", None),
    "of a group in capitals": ("The SPLM-IO of Riek Machar left the talks.", "Riek Machar", "spla"),
    "whose army by name": ("Joseph Kony, whose Lord's Resistance Army left, is ill.", "Joseph Kony", "lord"),
    "his wing": ("The Sudan Liberation Movement wing of Minni Minnawi met.", "Minni Minnawi", "liberation"),
    "of another's": ("Hamas's Ismail Haniyeh met reporters in Doha.", "Ismail Haniyeh", "hamas"),
    "one of its commanders": ("Hamas said one of its commanders, Nidal Faraj, had died.", "Nidal Faraj", "hamas"),
    "whose president": ("The shells fell in Chad, whose president, Idris Noury, met reporters.", "Idris Noury", "chad"),
    "who speaks for": ("Lawrence Kany, who speaks for the M23, refused.", "Lawrence Kany", "march 23"),
    "whose emir": (
        "Ahrar al-Sham, whose emir, Hassan Abboud, died in May, met rebels in Idlib.",
        "Hassan Abboud",
        "ahrar",
    ),
    "named as its leader": (
        "Adem Demaci, a writer who was named as the leader of the Kosovo Liberation Army, met them.",
        "Adem Demaci",
        "kosovo",
    ),
    "loyal to": ("Gunmen loyal to Zeljko Raznik, who leads the Radical Party, fled.", "Zeljko Raznik", "radical"),
    "front of somebody": (
        "The Patriotic Liberation Front of Mahmoud Sallah attacked the pipeline.",
        "Mahmoud Sallah",
        "patriotic",
    ),
    "according to": ("Nine died, according to Kyle Johnson of the Peace Foundation.", "Kyle Johnson", "foundation"),
    "agency in a dateline": (
        "CUCUTA, Colombia (Andes Wire), Feb. 20 - Ismail Bedi of Hamas met.",
        "Ismail Bedi",
        "hamas",
    ),
    "of a town": ("Ismail Haniyeh of Gaza met reporters in Doha.", "Ismail Haniyeh", None),
}


@pytest.mark.parametrize(("text", "person", "party"), LED.values(), ids=LED)
def test_tells_whose_a_person_is(text: str, person: str, party: str | None) -> None:
    report = Report(id=report_id(text.encode()), text=text)
    record = extract_record(report, next(parse_grammars([report])))
    found = [p.party for p in record.people if p.name == person]
    assert len(found) == 1
    told = names(record, tuple(p for p in found if p))
    assert told == [] if party is None else party in told[0]


ALIASES = {
    "alias": "Jobanis Avila, alias Chiquito Malo, was seen in Tibu. Malo fled.",
    "better known as": "Michel Rukunda, better known as Makanika, met the elders in Minembwe.",
}


@pytest.mark.parametrize("text", ALIASES.values(), ids=ALIASES)
def test_another_name_is_the_same_person(text: str) -> None:
    report = Report(id=report_id(text.encode()), text=text)
    record = extract_record(report, next(parse_grammars([report])))
    assert len([p for p in record.people if p.name]) == 1


@pytest.mark.parametrize("text", ["The Wa, who live in the hills, left.", "The governor of North Kivu said so."])
def test_a_people_and_a_province_are_nobody(text: str) -> None:
    report = Report(id=report_id(text.encode()), text=text)
    record = extract_record(report, next(parse_grammars([report])))
    assert [p.name for p in record.people if p.name] == []
