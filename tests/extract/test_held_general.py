"""Who holds what, in the words of many kinds of report from many countries."""

from __future__ import annotations

import pytest

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.read import find_inputs, read_report
from sayso.records import Control, Record


def read(text: str, tmp_path) -> Record:
    """A short text in, its record out."""
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    report = read_report(next(iter(find_inputs([str(path)]))), any_language=True)
    return extract_record(report, next(parse_grammars([report])))


def controls(record: Record) -> list[Control]:
    """The claims of control of a record."""
    return [claim for claim in record.claims if isinstance(claim, Control)]


def words_of(record: Record, ids: tuple[str, ...]) -> str:
    """The names and the words of what stands behind ids."""
    text = record.report.text
    known = {
        item.id: " ".join([item.name or "", *(text[start:end] for start, end in item.evidence)])
        for items in (record.parties, record.people, record.places)
        for item in items
    }
    return " ".join(known[i] for i in ids)


# fmt: off
HOLDS = {
    "garrison overrun": ("Al-Shabaab overran the garrison at Qansahdhere.", "gained", "Shabaab", "Qansahdhere"),
    "volunteers by name": ("The Volunteers for the Defence of the Homeland lost the village of Tarfana.", "lost", "Volunteers", "Tarfana"),
    "under the occupation": ("Debre Tabor remains under the occupation of the Ethiopian army.", "held", "Ethiopia", "Debre Tabor"),
    "encircled near": ("Government soldiers were encircled near Goma by the M23.", "besieged", "soldiers", "Goma"),
    "left to": ("French troops left their base at Gossi to the Malian army.", "gained", "Malian", "base"),
    "border town under": (
        "They reached Maungdaw, the last town on the border with Bangladesh under junta control.", "held", "junta", "Maungdaw"
    ),
    "it and its siege": (
        "Al-Shabaab has profited. It overran the garrison at Wajid, and it has tightened its siege of Hudur.", "besieged", "Shabaab", "Hudur"
    ),
    "a comma before the rest": (
        "Loikaw is divided: the army holds the airport, the Karenni Nationalities Defence Force (KNDF) the western wards.", "held", "Karenni", "airport"
    ),
    "is occupied by": ("The base at Ain al-Assad, which is occupied by the coalition, was hit.", "held", "coalition", "Assad"),
    "occupied by": ("Kherson, occupied by Russian troops, was shelled.", "held", "Russian", "Kherson"),
    "occupied in a year": ("Kherson, occupied by Russian troops in March 2022, was shelled.", "gained", "Russian", "Kherson"),
    "this one, and not that": ("It was the Popular Front, and not the coalition, that liberated Tikrit from Daesh.", "gained", "Front", "Tikrit"),
    "the capital of, which": ("They were stopped near Mao, the capital of Kanem, which remains in government hands.", "held", "government", "Mao"),
    "lost and retook": ("Clashes continue around Zouar, which rebels lost at noon and retook in the evening.", "gained", "rebels", "Zouar"),
    "blocs, which dominate": ("The rebels loyal to Haftar, which hold Sirte and Jufra, met.", "held", "rebels", "Sirte"),
    "it, behind its participle": ("The ELN met. Sheltered for years by the FARC, it has lost most of Nariño to Venezuela.", "lost", "ELN", "Nariño"),
    "date before the verb": ("Army, supported by volunteer brigades, 5 Oct recaptured Jebel Moya.", "gained", "Army", "Jebel Moya"),
    "centre": ("In Taiz, the Houthis hold the centre.", "held", "Houthis", "Taiz"),
    "control contested": ("Control of Kadugli is contested by the army and the Rapid Support Forces.", "contested", "army", "Kadugli"),
    "stronghold, beside": ("The shelling hit Kadugli, a stronghold of the rebels.", "held", "rebels", "Kadugli"),
    "garrison": ("The army maintains a garrison at Kidal.", "held", "army", "Kidal"),
    "lost its grip": ("The junta has lost its grip on Lashio.", "lost", "junta", "Lashio"),
    "holds out": ("The separatists still hold out in the airport at Donetsk.", "held", "separatists", "airport"),
    "keeps control": ("The army retains control of Kismayo.", "held", "army", "Kismayo"),
    "occupied since": ("The town of Famagusta has been occupied by Turkey since 1974.", "held", "Turk", "Famagusta"),
    "fight for control": ("Fighting for control of Sirte entered its third month.", "contested", "", "Sirte"),
    "encircled troops": ("Government forces were encircled in Debaltseve.", "besieged", "overnment", "Debaltseve"),
    "encircled garrison": ("The encircled garrison in Marawi is running out of food.", "besieged", "garrison", "Marawi"),
    "owner of a part": ("Mosul's eastern half was seized by the jihadists.", "gained", "jihadists", "Mosul"),
    "tightened grip": ("The Houthis tightened their grip on Hodeidah.", "held", "Houthi", "Hodeidah"),
    "parts of several": ("Rebels hold most of Idlib and parts of Hama.", "held", "Rebels", "Hama"),
    "all of another": ("The RSF still dominates most of Khartoum, nearly all of Gezira state and four of the five states of Darfur.", "held", "RSF", "Gezira"),
    "capital and more": ("The Houthis control the capital Sanaa and most of northwestern Yemen.", "held", "Houthis", "northwestern"),
    "control changed hands": ("Control of Kutum has changed hands twice.", "contested", "", "Kutum"),
    "regional command": ("The military has lost the Northeastern Command in Lashio to the MNDAA.", "lost", "military", "Lashio"),
    "neighbourhood of a sheikh": ("Israeli forces took the neighbourhood of Sheikh Radwan on Tuesday.", "gained", "Israeli", "Radwan"),
    "stronghold until": ("Menagh, a rebel stronghold until last month, was shelled.", "lost", "rebel", "Menagh"),
    "it, an organisation of many": ("The Democratic Forces for the Liberation of Rwanda is Kigali's enemy. It has lost Tongo to the M23.", "lost", "Liberation", "Tongo"),
    "it has held": ("Rwanda denies the charge. The M23 is part of an alliance. It has held Goma since January 2025.", "held", "M23", "Goma"),
    "foothold, then its bank": ("Marines retain their foothold in Krynky on the left bank of the Dnipro.", "held", "Marines", "Krynky"),
    "passed under": ("The village of Krokhmalne passed under the control of the army in January.", "gained", "army", "Krokhmalne"),
    "cut off, a bare name": ("Hudur has been cut off by Al-Shabaab since May.", "besieged", "", "Hudur"),
    "control of parts": ("The Oromo Liberation Army is in control of rural parts of Wollega.", "held", "Oromo", "Wollega"),
    "parts of a further": ("The ELN still controls most of Arauca and parts of Catatumbo.", "held", "ELN", "Catatumbo"),
    "those encircled at": ("Rebels have encircled a brigade at Kadugli.", "besieged", "brigade", "Kadugli"),
    "rule most of": ("The Taliban rule most of Helmand.", "held", "Taliban", "Helmand"),
    "lost its foothold": ("Islah lost its foothold in Shabwa last August.", "lost", "Islah", "Shabwa"),
    "the latter": ("Men of the Zaire militia, a rival of the CODECO, seized a town near Mongbwalu from the latter.", "gained", "CODECO", "Mongbwalu"),
    "approaches": ("The RSF has taken the southern approaches of El Fasher.", "gained", "RSF", "El Fasher"),
    "sea port of": ("The National Resistance controls the Red Sea port of Mokha.", "held", "Resistance", "Mokha"),
    "town's quarter": ("RSF units entered and hold Khartoum Bahri's Kober district.", "held", "RSF", "Kober"),
    "gang that rules": ("Port-au-Prince fears the man who leads the gang that rules the Brooklyn quarter.", "held", "gang", "Brooklyn"),
    "sole movement so far": ("The army shelled the Houthis. The Iran-aligned movement then took Ataq.", "gained", "Houthis", "Ataq"),
    "held on to": ("Federal troops held on to Debre Sina in Ethiopia.", "held", "troops", "Debre Sina"),
    "outskirts": ("Federal troops retook Shewa Robit's outskirts in Ethiopia.", "gained", "troops", "Shewa Robit"),
    "clan from which": ("The ELN is an enemy of the Gulf Clan too, from which it has wrested Tibu.", "gained", "ELN", "Tibu"),
    "once run": ("Rockets were found at Qusayr, a town once run by Hezbollah.", "lost", "Hezbollah", "Qusayr"),
    "is the de facto capital": ("Jilib is the de facto capital of al-Shabaab.", "held", "Shabaab", "Jilib"),
    "highlands": ("In Taiz, the Houthis hold the highlands.", "held", "Houthis", "Taiz"),
    "fell": ("Goma fell to the M23 rebels on Monday night.", "gained", "M23", "Goma"),
    "nominal": ("The capture of Wad Madani by the Rapid Support Forces shocked the country.", "gained", "Rapid Support Forces", "Wad Madani"),
    "hold on": ("Al-Shabaab's hold on Jilib has lasted more than a decade.", "held", "Shabaab", "Jilib"),
    "held compound": ("Shells landed in Houthi-held Sana'a.", "held", "Houthi", "Sana'a"),
    "fall of": ("The fall of Kunduz to the Taliban came after a week of fighting.", "", "", "Kunduz"),
    "no longer": ("Government forces no longer hold the airport in Kismayo.", "lost", "", "airport"),
    "past form for a noun": ("The Iraqi army retook Sinjar from Islamic State.", "gained", "army", "Sinjar"),
    "driven out of": ("Boko Haram was driven out of Gwoza in March.", "lost", "Boko Haram", "Gwoza"),
    "pushed out of": ("The Croatian army pushed the Serbs out of Slunj.", "lost", "Serbs", "Slunj"),
    "fighting continued for": ("Heavy fighting continued for control of Bakhmut.", "contested", "", "Bakhmut"),
    "de facto capital": ("Jilib, the de facto capital of al-Shabaab, was quiet.", "held", "Shabaab", "Jilib"),
    "served as capital": ("Kilinochchi served as the capital of the Tamil Tigers.", "held", "Tigers", "Kilinochchi"),
    "its territory": ("Islamic State lost 95 per cent of its territory in Iraq.", "lost", "Islamic State", "Iraq"),
    "possession": ("The rebels took possession of the barracks in Ber.", "gained", "rebels", ""),
    "remain in": ("Eritrean soldiers remain in Badme.", "held", "soldiers", "Badme"),
    "handed": ("The Houthis handed the port of Hodeidah to the coast guard.", "gained", "guard", ""),
    "the whole": ("The whole of Ghazni was in Taliban hands.", "held", "Taliban", "Ghazni"),
    "all of": ("The fighters have taken all of Soledar.", "gained", "fighters", "Soledar"),
    "passive": ("Bangassou was seized by CPC rebels.", "gained", "CPC", "Bangassou"),
    "hand to hand": ("The village of Klishchiivka has passed from hand to hand since May.", "contested", "", "Klishchiivka"),
    "bridgehead": ("Russian troops maintain a bridgehead at Krynky.", "held", "Russian", "Krynky"),
    "its lines": ("The army held its lines at Debelo Brdo.", "held", "army", ""),
    "foothold": ("Ukrainian marines gained a foothold in Krynky.", "gained", "marines", "Krynky"),
    "remains besieged": ("The town of Bahri remains besieged by the army.", "besieged", "army", "Bahri"),
    "besieged headquarters": ("The Signal Corps headquarters in Bahri remains besieged.", "besieged", "", ""),
    "control disputed": ("Control of Malakal remains disputed.", "contested", "", "Malakal"),
    "a day before": ("On 13 June rebel fighters withdrew from Kutum.", "lost", "rebel", "Kutum"),
    "taxes": ("Rebels collect taxes in the villages around Jilib.", "held", "Rebels", ""),
    "for years": ("Israel occupied a strip of south Lebanon for 18 years.", "held", "Israel", "Lebanon"),
    "port and centre": ("In Hodeidah, Houthi fighters retained port and city centre.", "held", "Houthi", ""),
    "surged through": ("Jihadists surged through Nineveh in a week.", "gained", "Jihadists", "Nineveh"),
    "quarters fell": ("A dozen neighbourhoods fell in a day in Aleppo.", "lost", "", "Aleppo"),
    "held north": ("In Yemen, teachers in the Houthi-held north went unpaid.", "held", "Houthi", ""),
    "wrested back": ("The army wrested back Khartoum in March.", "gained", "army", "Khartoum"),
    "influence": ("The islands off Quissanga are under the influence of the insurgents.", "held", "insurgents", ""),
    "fort surrounded": ("The fortification near Avdiivka was surrounded.", "besieged", "", ""),
    "flag": ("The Taliban flag flies over Kandahar.", "held", "Taliban", "Kandahar"),
    "mans": ("Hezbollah fighters man the checkpoints around Baalbek.", "held", "Hezbollah", "Baalbek"),
    "dug in": ("Ukrainian troops are dug in on the edge of Bakhmut.", "held", "Ukrain", "Bakhmut"),
    "front line": ("The front line runs through Taiz.", "contested", "", "Taiz"),
    "split": ("Hodeidah is split between the Houthis and government forces.", "contested", "Houthi", "Hodeidah"),
    "changed hands": ("Bria has changed hands three times this year.", "", "", "Bria"),
    "swept": ("Islamic State fighters swept into Mosul in June.", "gained", "Islamic State", "Mosul"),
    "entered and took": ("Rwandan troops entered Bukavu and took the governor's office.", "gained", "Rwanda", "Bukavu"),
    "expelled": ("The army expelled Boko Haram from Gwoza.", "lost gained", "Boko Haram", "Gwoza"),
    "which hold": ("The Houthis, who have held Sana'a since 2014, denied the charge.", "held", "Houthi", "Sana'a"),
    "held by": ("The town of Kamango, held by the ADF for a month, lies near the border.", "held", "ADF", ""),
    "ruled": ("The Taliban, which rules Afghanistan, has banned the festival.", "held", "Taliban", "Afghanistan"),
    "no-go": ("Most of Port-au-Prince is now under the control of gangs.", "held", "gang", "Port-au-Prince"),
    "encircled": ("Serb forces have encircled Srebrenica.", "besieged", "", "Srebrenica"),
    "retreated": ("Congolese soldiers have withdrawn from Sake.", "lost", "Congolese", "Sake"),
    "pulled out": ("Armenian forces pulled out of Lachin on Thursday.", "lost", "Armenia", "Lachin"),
    "foot": ("Islamic State still has a foothold in Sirte.", "held", "Islamic State", "Sirte"),
    "hands": ("Raqqa is now in the hands of the Syrian Democratic Forces.", "held", "Syrian Democratic Forces", "Raqqa"),
    "retaken": ("Bama, which was retaken by the army in March, is in ruins.", "gained", "army", "Bama"),
    "cleared": ("Somali troops have cleared Adale of al-Shabaab.", "gained lost", "", "Adale"),
    "liberated": ("Kherson was liberated by Ukrainian forces in November.", "gained", "Ukrain", "Kherson"),
    "cut off": ("The garrison at Malakal has been surrounded by the opposition since Friday.", "besieged", "", "Malakal"),
    "pushed out": ("Rebels were pushed out of Aleppo after four years.", "lost", "ebel", "Aleppo"),
    "retook it": ("Rebels captured Goma on Monday but the army retook it on Friday.", "gained", "army", "Goma"),
    "it was retaken": ("Mosul fell to the jihadists in June. It was retaken by the army.", "gained", "army", "Mosul"),
    "regained it": ("Fighters took the town of Gao. Federal troops regained it.", "gained", "Federal", "Gao"),
    "in the hands of, aside": ("Two districts of Taiz, still in the hands of the Houthis, were shelled.", "held", "Houthi", "Taiz"),
    "under control, aside": ("Kismayo, under Shabaab control since May, was bombed.", "held", "Shabaab", "Kismayo"),
    "held for years": ("Baidoa, which al-Shabaab had occupied for three years, is quiet.", "held", "Shabaab", "Baidoa"),
    "lost it again": ("The rebels took Manbij on Monday and lost it again two days later.", "lost", "rebels", "Manbij"),
    "retaken it": ("The army lost Manbij in May. Its troops had retaken it by June.", "gained", "army", "Manbij"),
    "entrenched": ("The rebels remain entrenched in Bamenda.", "held", "rebels", "Bamenda"),
    "out of its grip": ("Large parts of Rakhine have fallen out of the junta's grip.", "lost", "junta", "Rakhine"),
    "outside control": ("Bamenda remains outside government control.", "lost", "government", "Bamenda"),
    "lay claim": ("Two militias lay claim to Abyei.", "contested", "", "Abyei"),
    "clings to": ("The military clings to Loikaw.", "held", "", "Loikaw"),
    "re-entered": ("Tigrayan forces re-entered the city of Mekelle in June.", "gained", "Tigra", "Mekelle"),
    "overrun": ("Shusha was overrun on 2 March by Azerbaijani forces.", "gained", "Azerbaijan", "Shusha"),
    "once": ("Idlib was once a stronghold of the Syrian army.", "lost", "Syria", "Idlib"),
    "siege of": ("Zabadani is under the full siege of the Syrian army.", "besieged", "Syria", "Zabadani"),
    "run": ("Hamas has run Gaza since 2007.", "held", "Hamas", "Gaza"),
}
# fmt: on
UNREAD = frozenset(("which hold",))


def _table() -> list:
    return [
        pytest.param(*row, id=name, marks=[pytest.mark.xfail(strict=True)] if name in UNREAD else [])
        for name, row in HOLDS.items()
    ]


@pytest.mark.parametrize(("text", "states", "party", "area"), _table())
def test_reads_who_holds_in_many_words(text: str, states: str, party: str, area: str, tmp_path) -> None:
    record = read(text, tmp_path)
    assert any(
        (not states or claim.state in states.split())
        and party in words_of(record, (*claim.holder, *claim.other))
        and area in words_of(record, claim.area)
        for claim in controls(record)
    )


THE_REST = {
    "a joint": ("The army controls the north of Kona and the rebels the south.", ["army", "rebels"]),
    "a comma before it": (
        "The M23 holds the centre of Sake, and the Congolese army the airfield.",
        ["M23", "Congolese army"],
    ),
    "what is left": (
        "M23 fighters occupied the western barracks, and the Congolese army the other two.",
        ["M23", "Congolese army"],
    ),
    "no ground": ("The army controls the north of Kona and lowered the market price.", ["army"]),
    "a verb of its own": ("The army controls the north of Kona and the rebels shelled the south.", ["army"]),
}


@pytest.mark.parametrize(("text", "holders"), THE_REST.values(), ids=THE_REST.keys())
def test_who_holds_the_rest(text: str, holders: list[str], tmp_path) -> None:
    record = read(text, tmp_path)
    found = sorted(
        controls(record), key=lambda claim: min(text.find(h) for h in holders if h in words_of(record, claim.holder))
    )
    assert [next(h for h in holders if h in words_of(record, c.holder)) for c in found] == holders


NAMED_BY_HOLDING = {
    "control of": "The militia is in full control of Paletwa.",
    "hold on": "M23 consolidated its hold on Rubaya.",
    "hemmed in": "Maungdaw is hemmed in by the Arakan Army.",
    "fell to": "After two days of fighting, Babanusa fell to the militia.",
    "under control": "Minova is still under government control.",
    "vied for": "The militia and the Taliban vied for control of Saravena.",
    "the second of two": "Tal Malah and Jibeen have changed hands twice and are now held by the militia.",
    "a hill": "Syrian troops took Kafr Nabudah on Monday.",
    "imposed there": "The siege imposed by the Taliban on Rukban camp has entered its fourth month.",
    "behind a direction": "The militia tightened its grip on western Wellega.",
    "its main base": "The militia lost Sabratha, and Tarhouna, its main base in Libya, is now surrounded.",
    "all of": "The M23 now hold all of Rubaya, where coltan is mined.",
    "most of": "The rebels control most of Kitshanga.",
    "only": "The RSF is in control of only Kafouri.",
    "area": "The rebels hold the Kauda area.",
    "had seized it": "Tarfana, which the Sudanese army had seized in July, was quiet.",
    "stronghold at the end": "They advanced from Yarbus, a stronghold of the SPLM-N.",
    "blockades": "The Gran Grif gang blockades Liancourt.",
    "retook": "Al-Shabaab lost Goof Gaduud in Bay region to the army, and the same day retook El Wak.",
}


@pytest.mark.parametrize("text", NAMED_BY_HOLDING.values(), ids=NAMED_BY_HOLDING.keys())
def test_a_name_that_somebody_holds_is_a_place(text: str, tmp_path) -> None:
    assert all(claim.area for claim in controls(read(text, tmp_path))) and controls(read(text, tmp_path))


NOBODY_HOLDS = {
    "left to its fate": "The group left the town to its fate.",
    "push to encircle": "Rebels push to encircle Debaltseve.",
    "everything": "Everything is under control, the mayor said.",
    "a hotel's siege": "Security forces have ended the siege, the police said.",
    "press conference": "The army held a press conference in Bamako.",
    "seen as occupied": "Tigray regards the zone as occupied.",
    "a man": "The army holds Karim, a rebel leader.",
    "fought for two days": "The army fought for two days in heavy rain.",
    "fights for a land": "Thousands of Nepalis fight for Russia.",
    "a ruler's fall": "Syria changed with the fall of Bashar al-Assad.",
    "elections": "Liberia held elections in October.",
    "prisoner": "The rebels hold three pilots hostage in Nduga.",
    "took part": "Soldiers took part in a parade in Yangon.",
    "falls": "Snow fell on Kabul overnight.",
    "under fire": "Soldiers came under fire near Tillabéri.",
    "fire": "Firefighters brought the blaze in Odesa under control.",
    "visited": "The minister entered the hospital in Juba to visit the wounded.",
    "withdrew ambassador": "France withdrew its ambassador from Niamey.",
    "a vote": "The opposition captured Lagos in Saturday's vote.",
    "a ruin": "The refugees sleep in an abandoned school in Adre.",
    "a mosque": "The troops entered the mosque and searched it.",
    "a house guarded": "Gunmen killed a policeman guarding the house.",
    "purged": "Parliament demanded the purge of the army.",
    "night": "Night fell on Grozny.",
    "a house fell": "The shells caused the collapse of a house in Taiz.",
    "into a country": "Members of the cartel have entered Peru.",
    "march": "The unions held separate marches.",
    "currency": "The riyal fell to 800 to the dollar in Aden.",
    "falls within": "The district falls within a buffer zone in Idlib.",
    "has yet to": "The army has yet to enter Miranshah.",
    "took students": "Gunmen took 80 pupils from a school in Kuriga.",
}


@pytest.mark.parametrize("text", NOBODY_HOLDS.values(), ids=NOBODY_HOLDS.keys())
def test_gives_nothing_where_nothing_is_held(text: str, tmp_path) -> None:
    assert controls(read(text, tmp_path)) == []


def test_what_neither_side_controls_is_contested(tmp_path) -> None:
    claims = controls(read("Neither side controls the bridge at Bor.", tmp_path))
    assert [(c.state, c.holder, c.realis) for c in claims] == [("contested", (), "ongoing")]


def test_what_is_told_again_is_one_claim_with_more_evidence(tmp_path) -> None:
    text = "Shells fell on rebel-held Kadugli on Monday. The mayor of rebel-held Kadugli was wounded on Monday."
    (claim,) = controls(read(text, tmp_path))
    assert len(claim.evidence) == 2


ENDED = {
    "no longer besieged": "Khartoum is no longer besieged.",
    "no longer under siege": "El Obeid is no longer under siege, the army said.",
}


@pytest.mark.parametrize("text", ENDED.values(), ids=ENDED.keys())
def test_a_siege_that_is_over_is_none(text: str, tmp_path) -> None:
    assert [claim.realis for claim in controls(read(text, tmp_path))] == ["negated"]


def test_a_town_behind_the_verb_is_none_of_the_area_before_it(tmp_path) -> None:
    record = read("Russia, which seized Kursk region, is Moscow's heir.", tmp_path)
    assert "Moscow" not in " ".join(words_of(record, claim.area) for claim in controls(record))


def test_all_who_take_a_place_together_hold_it(tmp_path) -> None:
    text = "The M23 entered the outskirts of Lubero centre, but the Congolese army and allied Wazalendo fighters retook Kipese."
    record = read(text, tmp_path)
    assert any("Congo" in (held := words_of(record, c.holder)) and "Wazalendo" in held for c in controls(record))


def test_who_surrounds_those_inside_is_told_of_one_siege(tmp_path) -> None:
    text = "Troops of the M23 are now confined to Ngungu, which is surrounded by the Congolese army."
    (claim,) = controls(read(text, tmp_path))
    assert claim.holder and claim.other


def test_what_is_excepted_is_not_held(tmp_path) -> None:
    record = read("The party rules in all regions of Ethiopia but Tigray.", tmp_path)
    assert [words_of(record, claim.area).split()[0] for claim in controls(record)] == ["Ethiopia"]


INSIDE = {
    "held by": ("Palmyra, held by Islamic State since May, remains encircled by government troops.", "islamic state"),
    "a neighbourhood held": ("Rebels besiege the Kurdish-held district of Afrin.", "kurd"),
    "a garrison in it": ("The army garrison in Deir ez-Zor, surrounded by Islamic State, is short of food.", "army"),
}


@pytest.mark.parametrize(("text", "inside"), INSIDE.values(), ids=INSIDE)
def test_those_besieged_hold_the_place(text: str, inside: str, tmp_path) -> None:
    record = read(text, tmp_path)
    assert [inside in words_of(record, c.holder).lower() for c in controls(record) if c.state == "besieged"] == [True]


def test_who_left_before_the_siege_is_not_besieged(tmp_path) -> None:
    text = "Jihadists held Djibo for half a day in May 2021 and left. Djibo has been under siege since 2022."
    assert [c.holder for c in controls(read(text, tmp_path)) if c.state == "besieged"] == [()]


NO_AREA = {
    "a place without a name": "Paratroopers lost a position west of Klishchiivka but hold two others near Andriivka.",
}


@pytest.mark.parametrize("text", NO_AREA.values(), ids=NO_AREA)
def test_ground_near_an_unknown_name_is_not_that_of_the_next_clause(text: str, tmp_path) -> None:
    record = read(text, tmp_path)
    assert not any("Andriivka" in words_of(record, c.area) for c in controls(record) if c.state == "lost")


def test_a_plant_that_loses_its_power_is_not_lost(tmp_path) -> None:
    assert controls(read("The plant in Enerhodar lost its backup power line.", tmp_path)) == []


ASKED = {
    "who, of a country": "Colombia: who controls the port of Buenaventura?",
    "which": "Which group controls Goma?",
    "who": "Who holds Khartoum now?",
}


@pytest.mark.parametrize("text", ASKED.values(), ids=ASKED)
def test_a_question_tells_of_no_control(text: str, tmp_path) -> None:
    assert controls(read(text, tmp_path)) == []


def test_nobody_is_besieged_where_several_hold_the_place(tmp_path) -> None:
    text = "Rebels hold the east of Kaya. Militiamen control the west of Kaya. The army besieges Kaya."
    assert [c.holder for c in controls(read(text, tmp_path)) if c.state == "besieged"] == [()]
