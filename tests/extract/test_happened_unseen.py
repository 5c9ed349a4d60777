"""Sentences of many wars and kinds of text, written before anybody looked at what is read of them.

One happening of each sentence is asked for: its type (more than one where the schemes differ), a word of its actor and
of its recipient; empty where nobody is asked for. `NOT_YET_READ` says what is still missed, and what it takes.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.records import Event, Record, Report, report_id


class Row(NamedTuple):
    """What is asked: any of the types, any of the words."""

    text: str
    types: tuple[str, ...]
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()


def read(text: str) -> Record:
    """A short text in, its record out."""
    report = Report(id=report_id(text.encode()), text=text)
    return extract_record(report, next(parse_grammars([report])))


def is_named(record: Record, ids: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether one of the ids is known in the text by one of the words; nothing wanted is always there."""
    items = [item for items in (record.parties, record.people) for item in items if item.id in ids]
    said = " ".join(record.report.text[start:end] for item in items for start, end in item.evidence)
    return not wanted or any(word in said for word in wanted)


def fits(record: Record, row: Row) -> bool:
    """Whether events of the types name the actor and the recipient."""
    events = [claim for claim in record.claims if isinstance(claim, Event) and claim.type in row.types]
    actors = tuple(who for event in events for who in event.actor)
    recipients = tuple(who for event in events for who in event.recipient)
    return bool(events) and is_named(record, actors, row.actor) and is_named(record, recipients, row.recipient)


FIRST: dict[str, Row] = {
    "suspected cattle rustlers sprayed": Row(
        "Suspected cattle rustlers sprayed a minibus with bullets outside Lodwar, leaving four traders dead.",
        ("ASSAULT",),
        ("rustlers",),
        ("minibus", "traders"),
    ),
    "mortar rounds rained down": Row(
        "Mortar rounds rained down on the displaced persons' site at Bulengo, the camp's committee said.", ("ASSAULT",)
    ),
    "assailants hacked a village": Row(
        "Assailants hacked a village head and his two sons to death in Kachia county.",
        ("ASSAULT",),
        ("Assailants",),
        ("head", "sons"),
    ),
    "the th brigade reported": Row(
        "The 12th Brigade reported destroying two enemy launch sites with counter-battery fire.",
        ("ASSAULT",),
        ("Brigade",),
        ("sites",),
    ),
    "an eln cell blew": Row(
        "An ELN cell blew up a stretch of the Caño Limón pipeline in Arauca.",
        ("ASSAULT",),
        ("cell", "ELN"),
        ("pipeline",),
    ),
    "soldiers opened up on": Row(
        "Soldiers opened up on a wedding convoy near Kutkai, survivors told local radio.",
        ("ASSAULT",),
        ("Soldiers",),
        ("convoy",),
    ),
    "a booby trapped motorcycle": Row(
        "A booby-trapped motorcycle went off beside a patrol of Pakistani rangers in Khuzdar.",
        ("ASSAULT",),
        (),
        ("patrol", "rangers"),
    ),
    "kidnappers whisked away a": Row(
        "Kidnappers whisked away a Catholic priest from his parish house in Plateau state.",
        ("ASSAULT",),
        ("Kidnappers",),
        ("priest",),
    ),
    "two shopkeepers were gunned": Row(
        "Two shopkeepers were gunned down by men on motorbikes in downtown Tegucigalpa.",
        ("ASSAULT",),
        ("men",),
        ("shopkeepers",),
    ),
    "syrian gunners turned their": Row(
        "Syrian gunners turned their artillery on the outskirts of Jisr al-Shughour.", ("ASSAULT",), ("gunners",)
    ),
    "naxalites triggered a pressure": Row(
        "Naxalites triggered a pressure bomb under a jeep carrying commandos in Bijapur, eight of whom perished.",
        ("ASSAULT",),
        ("Naxalites",),
        ("jeep", "commandos"),
    ),
    "home guard militiamen set": Row(
        "Home Guard militiamen set ablaze eleven houses belonging to Hausa families.",
        ("ASSAULT",),
        ("militiamen",),
        ("houses", "families"),
    ),
    "government forces and fano": Row(
        "Government forces and Fano fighters traded fire for hours around Debre Tabor.",
        ("ASSAULT",),
        ("forces", "Fano"),
        ("forces", "Fano"),
    ),
    "guards clubbed inmates with": Row(
        "Guards clubbed inmates with rifle butts during the transfer, according to former prisoners.",
        ("ASSAULT",),
        ("Guards",),
        ("inmates",),
    ),
    "loitering munitions slammed into": Row(
        "Loitering munitions slammed into a grain terminal in Izmail overnight.", ("ASSAULT",), (), ("terminal",)
    ),
    "a sniper picked off": Row(
        "A sniper picked off a Lebanese shepherd near Blida.", ("ASSAULT",), ("sniper",), ("shepherd",)
    ),
    "the separatists made away": Row(
        "The separatists made away with three schoolteachers from Batibo.",
        ("ASSAULT",),
        ("separatists",),
        ("schoolteachers",),
    ),
    "jihadists slit the throats": Row(
        "Jihadists slit the throats of six fishermen on an island in Lake Chad.",
        ("ASSAULT",),
        ("Jihadists",),
        ("fishermen",),
    ),
    "the regiment came under": Row(
        "The regiment came under mortar attack from insurgents dug in above the valley.",
        ("ASSAULT",),
        ("insurgents",),
        ("regiment",),
    ),
    "boko haram militants mowed": Row(
        "Boko Haram militants mowed down worshippers leaving a mosque in Gamboru.",
        ("ASSAULT",),
        ("Boko Haram", "militants"),
        ("worshippers",),
    ),
    "unidentified arsonists reduced a": Row(
        "Unidentified arsonists reduced a Rohingya learning centre to ashes.", ("ASSAULT",), ("arsonists",), ("centre",)
    ),
    "riot police fired rubber": Row(
        "Riot police fired rubber bullets and stun grenades at market women in Conakry.",
        ("ASSAULT",),
        ("police",),
        ("women",),
    ),
    "the insurgents waylaid a": Row(
        "The insurgents waylaid a fuel convoy and burnt nine tankers.",
        ("ASSAULT",),
        ("insurgents",),
        ("convoy", "tankers"),
    ),
    "masked agents bundled the": Row(
        "Masked agents bundled the editor of a weekly into an unmarked car in Managua.",
        ("COERCE", "ASSAULT"),
        ("agents",),
        ("editor",),
    ),
    "the junta cut off": Row(
        "The junta cut off internet access across Sagaing for the third time this year.", ("COERCE",), ("junta",)
    ),
    "immigration officers rounded up": Row(
        "Immigration officers rounded up more than 300 Eritreans in Khartoum's markets.",
        ("COERCE",),
        ("officers",),
        ("Eritreans",),
    ),
    "authorities slapped a dusk": Row(
        "Authorities slapped a dusk-to-dawn curfew on Manipur's capital.", ("COERCE",), ("Authorities",)
    ),
    "paramilitaries turned back a": Row(
        "Paramilitaries turned back a column of aid trucks at the Adikong crossing.",
        ("COERCE",),
        ("Paramilitaries",),
        ("trucks",),
    ),
    "israeli forces demolished a": Row(
        "Israeli forces demolished a Bedouin community's water tanks in the Jordan Valley.",
        ("COERCE", "ASSAULT"),
        ("forces",),
        ("tanks", "community"),
    ),
    "customs police impounded a": Row(
        "Customs police impounded a Panamanian freighter suspected of running guns.",
        ("COERCE",),
        ("police",),
        ("freighter",),
    ),
    "the interior ministry pulled": Row(
        "The interior ministry pulled two private broadcasters off the air.",
        ("COERCE",),
        ("ministry",),
        ("broadcasters",),
    ),
    "border guards pushed a": Row(
        "Border guards pushed a group of Afghans back into Iran at gunpoint.", ("COERCE",), ("guards",), ("Afghans",)
    ),
    "the governor clamped down": Row(
        "The governor clamped down on unlicensed motorcycle taxis and banned night travel in Borno.",
        ("COERCE",),
        ("governor",),
    ),
    "the court handed the": Row(
        "The court handed the opposition leader a five-year jail sentence for sedition.",
        ("SANCTION", "COERCE"),
        ("court",),
        ("leader",),
    ),
    "hundreds of households trekked": Row(
        "Hundreds of households trekked to Renk after gunmen torched their hamlets.", ("FLEE",), ("households",)
    ),
    "the shelling emptied three": Row(
        "The shelling emptied three villages along the Litani, whose people moved in with relatives in Sidon.",
        ("FLEE", "ASSAULT"),
        ("people",),
    ),
    "fighting has driven an": Row(
        "Fighting has driven an estimated 12,000 people out of Bentiu since Friday.", ("FLEE",), ("people",)
    ),
    "wagner pulled the last": Row(
        "Wagner pulled the last of its men out of Bakhmut on Thursday.", ("RETREAT",), ("Wagner",)
    ),
    "the karen army let": Row(
        "The Karen army let 40 conscripts walk free in a gesture of goodwill.", ("RETREAT",), ("army",), ("conscripts",)
    ),
    "the taliban handed back": Row(
        "The Taliban handed back the bodies of three border guards to Pakistani elders.",
        ("RETREAT",),
        ("Taliban",),
        ("elders", "guards"),
    ),
    "dozens of ex combatants": Row(
        "Dozens of ex-combatants turned in their rifles at a camp in Bangui.", ("RETREAT",), ("ex-combatants",)
    ),
    "both armies agreed to": Row(
        "Both armies agreed to silence their guns for the Orthodox Easter.", ("RETREAT", "AGREE"), ("armies",)
    ),
    "the prime minister stepped": Row(
        "The prime minister stepped down under pressure from the generals.", ("RETREAT", "CONCEDE"), ("minister",)
    ),
    "azerbaijan has been massing": Row(
        "Azerbaijan has been massing armour along the Zangezur road, Yerevan said.", ("MOBILIZE",), ("Azerbaijan",)
    ),
    "caracas put its air": Row(
        "Caracas put its air defences on full alert and moved two batteries to the coast.", ("MOBILIZE",), ("Caracas",)
    ),
    "the county raised a": Row(
        "The county raised a force of young men to guard the wells.", ("MOBILIZE",), ("county",)
    ),
    "pyongyang test launched a": Row(
        "Pyongyang test-launched a solid-fuel missile off its east coast.", ("MOBILIZE",), ("Pyongyang",)
    ),
    "the general vowed to": Row(
        "The general vowed to crush anyone who aids the rebels.", ("THREATEN",), ("general",), ("anyone",)
    ),
    "the houthis warned shipping": Row(
        "The Houthis warned shipping firms that any vessel bound for Haifa would be a target.",
        ("THREATEN",),
        ("Houthis",),
        ("firms",),
    ),
    "addis ababa gave the": Row(
        "Addis Ababa gave the Tigrayan commanders 72 hours to surrender.",
        ("THREATEN", "REQUEST"),
        ("Addis Ababa",),
        ("commanders",),
    ),
    "brussels said it could": Row(
        "Brussels said it could suspend visa-free travel for Georgians.", ("THREATEN",), ("Brussels",), ("Georgians",)
    ),
    "gang leaders told residents": Row(
        "Gang leaders told residents of Solino to clear out or be killed.",
        ("THREATEN", "REQUEST"),
        ("leaders",),
        ("residents",),
    ),
    "lawyers in black robes": Row(
        "Lawyers in black robes downed tools across Kenya over the abductions.", ("PROTEST",), ("Lawyers",)
    ),
    "mothers of the disappeared": Row(
        "Mothers of the disappeared staged a sit-in outside the Mexican attorney general's office.",
        ("PROTEST",),
        ("Mothers",),
    ),
    "angry youths barricaded the": Row(
        "Angry youths barricaded the Lagos-Ibadan highway with burning tyres.", ("PROTEST",), ("youths",)
    ),
    "thousands poured onto the": Row(
        "Thousands poured onto the streets of Dhaka demanding that the premier quit.",
        ("PROTEST",),
        ("Thousands",),
        ("premier",),
    ),
    "inmates at evin began": Row(
        "Inmates at Evin began refusing food to protest against executions.", ("PROTEST",), ("Inmates",)
    ),
    "farmers dumped manure outside": Row(
        "Farmers dumped manure outside the prefecture in Toulouse.", ("PROTEST",), ("Farmers",)
    ),
    "bus drivers walked off": Row(
        "Bus drivers walked off the job in Port-au-Prince after a colleague was shot.", ("PROTEST",), ("drivers",)
    ),
    "dodoma took kigali to": Row(
        "Dodoma took Kigali to task for its support of the M23.", ("ACCUSE",), ("Dodoma",), ("Kigali",)
    ),
    "amnesty international called the": Row(
        "Amnesty International called the shelling a flagrant breach of the laws of war.", ("ACCUSE",), ("Amnesty",)
    ),
    "khartoum laid the massacre": Row(
        "Khartoum laid the massacre at the door of the paramilitaries.", ("ACCUSE",), ("Khartoum",), ("paramilitaries",)
    ),
    "the ombudsman opened a": Row(
        "The ombudsman opened a case against four marines over the disappearance of boys in Guayaquil.",
        ("ACCUSE",),
        ("ombudsman",),
        ("marines",),
    ),
    "residents held the police": Row(
        "Residents held the police responsible for the lynching.", ("ACCUSE",), ("Residents",), ("police",)
    ),
    "bolivia lodged a formal": Row(
        "Bolivia lodged a formal protest with Chile over the border shooting.",
        ("ACCUSE", "PROTEST"),
        ("Bolivia",),
        ("Chile",),
    ),
    "the bishops pleaded with": Row(
        "The bishops pleaded with both camps to spare the town.", ("REQUEST",), ("bishops",), ("camps",)
    ),
    "juba wants the un": Row("Juba wants the UN to send more blue helmets.", ("REQUEST",), ("Juba",), ("UN",)),
    "unhcr appealed to thailand": Row(
        "UNHCR appealed to Thailand to keep its border open to Burmese refugees.",
        ("REQUEST",),
        ("UNHCR",),
        ("Thailand",),
    ),
    "the wa leadership asked": Row(
        "The Wa leadership asked Beijing to mediate with the junta.", ("REQUEST",), ("leadership",), ("Beijing",)
    ),
    "the m turned down": Row(
        "The M23 turned down Angola's proposal for a 30-day truce.", ("REJECT",), ("M23",), ("Angola",)
    ),
    "hamas said no to": Row("Hamas said no to the latest Egyptian draft.", ("REJECT",), ("Hamas",), ("Egyptian",)),
    "belgrade refused to hand": Row(
        "Belgrade refused to hand over the general to the court in The Hague.", ("REJECT",), ("Belgrade",), ("court",)
    ),
    "moscow vetoed a security": Row("Moscow vetoed a Security Council text on Sudan.", ("REJECT",), ("Moscow",)),
    "the mayor would not": Row(
        "The mayor would not let the peacekeepers into the enclave.",
        ("REJECT", "COERCE"),
        ("mayor",),
        ("peacekeepers",),
    ),
    "the two libyan parliaments": Row(
        "The two Libyan parliaments settled on a single budget after talks in Tunis.", ("AGREE",), ("parliaments",)
    ),
    "manila and tokyo put": Row(
        "Manila and Tokyo put their names to a visiting-forces pact.",
        ("AGREE",),
        ("Manila", "Tokyo"),
        ("Manila", "Tokyo"),
    ),
    "ansarullah has agreed in": Row(
        "Ansarullah has agreed in principle to free the crew of the Galaxy Leader.", ("AGREE",), ("Ansarullah",)
    ),
    "burkina faso promised to": Row(
        "Burkina Faso promised to take back its nationals stranded in Ivory Coast.", ("AGREE",), ("Burkina Faso",)
    ),
    "kenya s foreign minister": Row(
        "Kenya's foreign minister flew to Mogadishu for a day of talks with his Somali counterpart.",
        ("CONSULT",),
        ("minister", "Kenya"),
        ("counterpart",),
    ),
    "the king received the": Row(
        "The king received the Iraqi prime minister at his palace in Amman.",
        ("CONSULT",),
        ("king",),
        ("prime minister",),
    ),
    "washington and doha compared": Row(
        "Washington and Doha compared notes on the hostages by telephone.",
        ("CONSULT",),
        ("Washington", "Doha"),
        ("Washington", "Doha"),
    ),
    "the chiefs of staff": Row("The chiefs of staff of Niger and Mali huddled in Gao.", ("CONSULT",), ("chiefs",)),
    "warsaw threw its weight": Row(
        "Warsaw threw its weight behind Kyiv's bid to join the alliance.", ("SUPPORT",), ("Warsaw",), ("Kyiv",)
    ),
    "the arab league hailed": Row(
        "The Arab League hailed the Sudanese army's recapture of the palace.", ("SUPPORT",), ("League",), ("army",)
    ),
    "slovenia extended recognition to": Row(
        "Slovenia extended recognition to the Palestinian state.", ("SUPPORT",), ("Slovenia",), ("Palestinian",)
    ),
    "the junta eased the": Row(
        "The junta eased the curfew in Yangon by two hours.", ("CONCEDE", "RETREAT"), ("junta",)
    ),
    "riyadh dropped its demand": Row("Riyadh dropped its demand that the president go.", ("CONCEDE",), ("Riyadh",)),
    "delhi lifted a ban": Row("Delhi lifted a ban on Kashmiri newspapers.", ("CONCEDE",), ("Delhi",), ("newspapers",)),
    "uganda and the drc": Row(
        "Uganda and the DRC mounted combined patrols in Ituri.", ("COOPERATE",), ("Uganda", "DRC"), ("Uganda", "DRC")
    ),
    "colombian police tipped off": Row(
        "Colombian police tipped off their Ecuadorean colleagues about the cell.",
        ("COOPERATE",),
        ("police",),
        ("colleagues",),
    ),
    "norway earmarked million dollars": Row(
        "Norway earmarked 20 million dollars for mine clearance in Angola.", ("AID",), ("Norway",), ("Angola",)
    ),
    "wfp trucked flour to": Row(
        "WFP trucked flour to 9,000 families cut off in Kadugli.", ("AID",), ("WFP",), ("families",)
    ),
    "tehran furnished the militia": Row(
        "Tehran furnished the militia with drones and anti-tank rockets.", ("AID",), ("Tehran",), ("militia",)
    ),
    "medics from msf patched": Row(
        "Medics from MSF patched up 60 people hurt in the blast.", ("AID",), ("Medics", "MSF"), ("people",)
    ),
    "canada blacklisted four haitian": Row(
        "Canada blacklisted four Haitian businessmen for bankrolling gangs.",
        ("SANCTION",),
        ("Canada",),
        ("businessmen",),
    ),
    "niamey sent the french": Row(
        "Niamey sent the French ambassador packing.", ("SANCTION",), ("Niamey",), ("ambassador",)
    ),
    "ecowas froze the assets": Row(
        "ECOWAS froze the assets of the Guinean junta.", ("SANCTION", "COERCE"), ("ECOWAS",), ("junta",)
    ),
    "ottawa broke off trade": Row(
        "Ottawa broke off trade talks with Delhi.", ("SANCTION", "REJECT"), ("Ottawa",), ("Delhi",)
    ),
}
PLAIN: dict[str, Row] = {
    "suspected lakurawa fighters stormed": Row(
        "Suspected Lakurawa fighters stormed Karfe village and drove off some 200 cows.",
        ("ASSAULT",),
        ("fighters", "Lakurawa"),
    ),
    "a kenyan police convoy": Row(
        "A Kenyan police convoy ran over a roadside bomb near Liboi, killing five officers.",
        ("ASSAULT",),
        (),
        ("officers",),
    ),
    "unknown persons lobbed a": Row(
        "Unknown persons lobbed a petrol bomb into the mayor's home in Culiacán.",
        ("ASSAULT",),
        ("persons",),
        ("mayor",),
    ),
    "the arakan army overran": Row(
        "The Arakan Army overran a base of the border guard police in Buthidaung.",
        ("ASSAULT",),
        ("Arakan Army",),
        ("police",),
    ),
    "hooded men dragged two": Row(
        "Hooded men dragged two councillors off a bus and shot them by the roadside.",
        ("ASSAULT",),
        ("men",),
        ("councillors",),
    ),
    "artillery fire from the": Row(
        "Artillery fire from the Sudanese army struck a bakery in Mayo.", ("ASSAULT",), ("army",)
    ),
    "thai f s dropped": Row(
        "Thai F-16s dropped bombs on Cambodian positions near the temple.", ("ASSAULT",), ("Thai",), ("Cambodian",)
    ),
    "a mortar shell fired": Row(
        "A mortar shell fired by separatists wounded a grandmother in Marinka.",
        ("ASSAULT",),
        ("separatists",),
        ("grandmother",),
    ),
    "al shabaab claimed it": Row(
        "Al-Shabaab claimed it had killed 20 Ethiopian soldiers in an ambush near Hudur.",
        ("ASSAULT",),
        ("Al-Shabaab",),
        ("soldiers",),
    ),
    "security forces gunned down": Row(
        "Security forces gunned down seven demonstrators in Sulaymaniyah.",
        ("ASSAULT",),
        ("forces",),
        ("demonstrators",),
    ),
    "the villagers were made": Row(
        "The villagers were made to dig their own graves before being executed.", ("ASSAULT",), (), ("villagers",)
    ),
    "clan militiamen fought pitched": Row(
        "Clan militiamen fought pitched battles with the coastguard in Bosaso.",
        ("ASSAULT",),
        ("militiamen",),
        ("coastguard",),
    ),
    "a suicide bomber rammed": Row(
        "A suicide bomber rammed a truck into the gates of an army barracks in Bannu.",
        ("ASSAULT",),
        ("bomber",),
        ("army",),
    ),
    "three nuns were whisked": Row(
        "Three nuns were whisked off by gunmen on the Mbanza road.", ("ASSAULT",), ("gunmen",), ("nuns",)
    ),
    "paramilitaries gang raped women": Row(
        "Paramilitaries gang-raped women at a bus station in El Geneina, doctors said.",
        ("ASSAULT",),
        ("Paramilitaries",),
        ("women",),
    ),
    "secret police picked up": Row(
        "Secret police picked up a cartoonist at his home in Caracas.", ("COERCE",), ("police",), ("cartoonist",)
    ),
    "the de facto authorities": Row(
        "The de facto authorities barred women from parks in Kabul.", ("COERCE",), ("authorities",), ("women",)
    ),
    "soldiers sealed off jenin": Row(
        "Soldiers sealed off Jenin camp and blocked ambulances.", ("COERCE",), ("Soldiers",)
    ),
    "a military court in": Row(
        "A military court in Yangon jailed a film director for life.", ("SANCTION", "COERCE"), ("court",), ("director",)
    ),
    "belarus revoked the accreditation": Row(
        "Belarus revoked the accreditation of foreign reporters.", ("COERCE", "SANCTION"), ("Belarus",), ("reporters",)
    ),
    "turkish authorities removed three": Row(
        "Turkish authorities removed three Kurdish mayors from office.",
        ("SANCTION", "COERCE"),
        ("authorities",),
        ("mayors",),
    ),
    "tens of thousands have": Row(
        "Tens of thousands have crossed into Chad since the weekend.", ("FLEE",), ("thousands",)
    ),
    "panicked residents scrambled to": Row(
        "Panicked residents scrambled to leave Goma as shells fell.", ("FLEE",), ("residents",)
    ),
    "the offensive uprooted karenni": Row("The offensive uprooted 90,000 Karenni.", ("FLEE",), ("Karenni",)),
    "burundian troops began pulling": Row(
        "Burundian troops began pulling out of South Kivu.", ("RETREAT",), ("troops",)
    ),
    "gunmen freed the last": Row(
        "Gunmen freed the last 11 schoolgirls taken from Kuriga.", ("RETREAT",), ("Gunmen",), ("schoolgirls",)
    ),
    "farc dissidents declared a": Row(
        "FARC dissidents declared a unilateral ceasefire over Christmas.", ("RETREAT",), ("dissidents",)
    ),
    "the warring sides swapped": Row(
        "The warring sides swapped 46 captives on the Hodeida front line.", ("RETREAT",), ("sides",)
    ),
    "manila moved two frigates": Row("Manila moved two frigates to the shoal.", ("MOBILIZE",), ("Manila",)),
    "poland put its army": Row("Poland put its army on high alert along the frontier.", ("MOBILIZE",), ("Poland",)),
    "ethiopia massed mechanised brigades": Row(
        "Ethiopia massed mechanised brigades near Bure.", ("MOBILIZE",), ("Ethiopia",)
    ),
    "the warlord threatened to": Row(
        "The warlord threatened to shell the town if the convoy moved.", ("THREATEN",), ("warlord",)
    ),
    "kim s sister said": Row(
        "Kim's sister said Pyongyang would answer any drill with overwhelming force.",
        ("THREATEN",),
        ("Pyongyang", "sister"),
    ),
    "the jihadists warned teachers": Row(
        "The jihadists warned teachers to quit or be killed.", ("THREATEN",), ("jihadists",), ("teachers",)
    ),
    "pensioners rallied outside the": Row(
        "Pensioners rallied outside the bank in Beirut.", ("PROTEST",), ("Pensioners",)
    ),
    "dockers in durban went": Row("Dockers in Durban went on strike over unpaid wages.", ("PROTEST",), ("Dockers",)),
    "relatives of the missing": Row(
        "Relatives of the missing blocked the highway at Iguala.", ("PROTEST",), ("Relatives",)
    ),
    "rioters set fire to": Row(
        "Rioters set fire to a police station in Karachi.", ("PROTEST", "ASSAULT"), ("Rioters",), ("police",)
    ),
    "nairobi accused juba of": Row(
        "Nairobi accused Juba of harbouring the fugitives.", ("ACCUSE",), ("Nairobi",), ("Juba",)
    ),
    "human rights watch said": Row(
        "Human Rights Watch said Malian troops should be investigated for the killings.",
        ("ACCUSE", "REQUEST"),
        ("Human Rights Watch",),
        ("troops",),
    ),
    "the pope deplored the": Row("The pope deplored the bombing of the maternity hospital.", ("ACCUSE",), ("pope",)),
    "seoul pressed beijing to": Row(
        "Seoul pressed Beijing to rein in its ally.", ("REQUEST",), ("Seoul",), ("Beijing",)
    ),
    "the red cross called": Row(
        "The Red Cross called on both sides to let it reach the wounded.", ("REQUEST",), ("Red Cross",), ("sides",)
    ),
    "somalia asked turkey for": Row("Somalia asked Turkey for patrol boats.", ("REQUEST",), ("Somalia",), ("Turkey",)),
    "khartoum snubbed an invitation": Row(
        "Khartoum snubbed an invitation to the Geneva talks.", ("REJECT",), ("Khartoum",)
    ),
    "the rebels refused to": Row("The rebels refused to lay down their arms.", ("REJECT",), ("rebels",)),
    "the sahrawi movement dismissed": Row(
        "The Sahrawi movement dismissed Morocco's autonomy offer.", ("REJECT",), ("movement",), ("Morocco",)
    ),
    "baku and yerevan initialled": Row(
        "Baku and Yerevan initialled a peace treaty.", ("AGREE",), ("Baku", "Yerevan"), ("Baku", "Yerevan")
    ),
    "the junta and the": Row(
        "The junta and the Brotherhood Alliance agreed to halt fighting.", ("AGREE",), ("junta", "Alliance")
    ),
    "doha will host another": Row(
        "Doha will host another round of talks between Kinshasa and the rebels.",
        ("CONSULT",),
        ("Doha", "Kinshasa", "rebels"),
        ("Kinshasa", "rebels"),
    ),
    "the un envoy met": Row("The UN envoy met tribal chiefs in Marib.", ("CONSULT",), ("envoy",), ("chiefs",)),
    "the emir telephoned the": Row(
        "The Emir telephoned the Egyptian president.", ("CONSULT",), ("Emir",), ("president",)
    ),
    "tokyo voiced support for": Row(
        "Tokyo voiced support for the Philippine position.", ("SUPPORT",), ("Tokyo",), ("Philippine",)
    ),
    "the government dropped charges": Row(
        "The government dropped charges against nine journalists.", ("CONCEDE",), ("government",), ("journalists",)
    ),
    "rabat reopened its border": Row(
        "Rabat reopened its border to Algerian students.", ("CONCEDE",), ("Rabat",), ("students",)
    ),
    "jordan and iraq agreed": Row(
        "Jordan and Iraq agreed to share intelligence on smugglers.",
        ("AGREE", "COOPERATE"),
        ("Jordan", "Iraq"),
        ("Jordan", "Iraq"),
    ),
    "the red crescent handed": Row(
        "The Red Crescent handed out blankets to families from Darna.", ("AID",), ("Red Crescent",), ("families",)
    ),
    "france gave kyiv howitzers": Row("France gave Kyiv 12 howitzers.", ("AID",), ("France",), ("Kyiv",)),
    "washington slapped sanctions on": Row(
        "Washington slapped sanctions on two generals.", ("SANCTION",), ("Washington",), ("generals",)
    ),
    "colombia recalled its ambassador": Row(
        "Colombia recalled its ambassador from Managua.", ("SANCTION",), ("Colombia",), ("Managua",)
    ),
}
FIGURATIVE: dict[str, Row] = {
    "herders turned their machetes": Row(
        "Herders turned their machetes on sleeping farmhands in Guma.", ("ASSAULT",), ("Herders",), ("farmhands",)
    ),
    "katyushas came whistling down": Row("Katyushas came whistling down on the port quarter at dusk.", ("ASSAULT",)),
    "the column was cut": Row("The column was cut to pieces by guerrillas in the pass.", ("ASSAULT",), ("guerrillas",)),
    "boys on scooters emptied": Row(
        "Boys on scooters emptied a pistol into the prosecutor's car.", ("ASSAULT",), ("Boys",), ("prosecutor",)
    ),
    "the militia put a": Row("The militia put a whole hamlet to the sword.", ("ASSAULT",), ("militia",)),
    "two brothers met their": Row(
        "Two brothers met their deaths at the hands of a border patrol.", ("ASSAULT",), ("patrol",), ("brothers",)
    ),
    "warplanes went after fuel": Row("Warplanes went after fuel depots on the outskirts of the city.", ("ASSAULT",)),
    "a crowd beat a": Row(
        "A crowd beat a suspected sorcerer to a pulp in Blantyre.", ("ASSAULT",), ("crowd",), ("sorcerer",)
    ),
    "rebel trackers caught up": Row(
        "Rebel trackers caught up with the deserters and finished them off.",
        ("ASSAULT",),
        ("trackers", "Rebel"),
        ("deserters", "them"),
    ),
    "government bulldozers moved in": Row(
        "Government bulldozers moved in at dawn and tore down the squatters' shacks.",
        ("COERCE", "ASSAULT"),
        ("Government",),
        ("squatters",),
    ),
    "the prefect slammed the": Row(
        "The prefect slammed the shutters down on three radio stations.", ("COERCE",), ("prefect",), ("stations",)
    ),
    "plainclothesmen spirited the blogger": Row(
        "Plainclothesmen spirited the blogger off to an unknown cell.",
        ("COERCE", "ASSAULT"),
        ("Plainclothesmen",),
        ("blogger",),
    ),
    "the generals tightened the": Row(
        "The generals tightened the noose around the striking doctors.", ("COERCE",), ("generals",), ("doctors",)
    ),
    "whole quarters have emptied": Row(
        "Whole quarters have emptied as people make for the Ugandan frontier.", ("FLEE",), ("people",)
    ),
    "herdsmen loaded mattresses on": Row(
        "Herdsmen loaded mattresses on donkeys and headed for safer ground.", ("FLEE",), ("Herdsmen",)
    ),
    "the mercenaries packed up": Row("The mercenaries packed up and went home.", ("RETREAT",), ("mercenaries",)),
    "kabul opened the gates": Row(
        "Kabul opened the gates of Pul-e-Charkhi to 300 inmates.", ("RETREAT", "CONCEDE"), ("Kabul",), ("inmates",)
    ),
    "the clan s gunmen": Row(
        "The clan's gunmen stacked their rifles in front of the elders.", ("RETREAT",), ("gunmen",)
    ),
    "minsk is moving armour": Row("Minsk is moving armour up to the Lithuanian line.", ("MOBILIZE",), ("Minsk",)),
    "the governor swore in": Row("The governor swore in 500 village guards.", ("MOBILIZE",), ("governor",)),
    "any soldier who crosses": Row(
        "Any soldier who crosses the river will be a dead man, the warlord told Reuters.",
        ("THREATEN",),
        ("warlord",),
        ("soldier",),
    ),
    "the junta served notice": Row(
        "The junta served notice on the monks that it would come for them.", ("THREATEN",), ("junta",), ("monks",)
    ),
    "women in white ringed": Row(
        "Women in white ringed the courthouse in Minsk and refused to budge.", ("PROTEST",), ("Women",)
    ),
    "hawkers pulled down their": Row(
        "Hawkers pulled down their shutters in anger at the mayor.", ("PROTEST",), ("Hawkers",), ("mayor",)
    ),
    "dublin took a dim": Row(
        "Dublin took a dim view of the settlers' conduct.", ("ACCUSE",), ("Dublin",), ("settlers",)
    ),
    "the widow pinned the": Row(
        "The widow pinned the crime on the presidential guard.", ("ACCUSE",), ("widow",), ("guard",)
    ),
    "quito knocked on washington": Row(
        "Quito knocked on Washington's door for radar.", ("REQUEST",), ("Quito",), ("Washington",)
    ),
    "islamabad gave the offer": Row("Islamabad gave the offer short shrift.", ("REJECT",), ("Islamabad",)),
    "the two chiefs buried": Row(
        "The two chiefs buried the hatchet under a baobab.", ("AGREE",), ("chiefs",), ("chiefs",)
    ),
    "the premier and the": Row(
        "The premier and the rebel chief broke bread in Nairobi.",
        ("CONSULT",),
        ("premier", "chief"),
        ("premier", "chief"),
    ),
    "rome stood up for": Row("Rome stood up for the coastguard.", ("SUPPORT",), ("Rome",), ("coastguard",)),
    "the regime threw its": Row(
        "The regime threw its critics a bone and let the paper print again.",
        ("CONCEDE",),
        ("regime",),
        ("critics", "paper"),
    ),
    "swedish surgeons operated on": Row(
        "Swedish surgeons operated on 40 children in Hargeisa.", ("AID",), ("surgeons",), ("children",)
    ),
    "accra turned the tap": Row("Accra turned the tap off on loans to Lomé.", ("SANCTION",), ("Accra",), ("Lomé",)),
    "sofia told two russian": Row(
        "Sofia told two Russian attachés to pack their bags.", ("SANCTION",), ("Sofia",), ("attachés",)
    ),
}
ROWS = FIRST | PLAIN | FIGURATIVE
WORDING, PARTY = "no frame has this wording", "the party is not known as one, or stands in no slot of the frame"
NOT_YET_READ: dict[str, str] = {
    "the th brigade reported": PARTY,
    "an eln cell blew": PARTY,
    "soldiers opened up on": PARTY,
    "loitering munitions slammed into": PARTY,
    "unidentified arsonists reduced a": PARTY,
    "the insurgents waylaid a": PARTY,
    "paramilitaries turned back a": PARTY,
    "the court handed the": PARTY,
    "hundreds of households trekked": PARTY,
    "dozens of ex combatants": PARTY,
    "the county raised a": PARTY,
    "brussels said it could": WORDING,
    "thousands poured onto the": PARTY,
    "khartoum laid the massacre": PARTY,
    "the bishops pleaded with": PARTY,
    "kenya s foreign minister": PARTY,
    "the king received the": PARTY,
    "norway earmarked million dollars": WORDING,
    "unknown persons lobbed a": PARTY,
    "thai f s dropped": PARTY,
    "a suicide bomber rammed": PARTY,
    "paramilitaries gang raped women": PARTY,
    "secret police picked up": WORDING,
    "tens of thousands have": PARTY,
    "kim s sister said": WORDING,
    "dockers in durban went": PARTY,
    "rioters set fire to": PARTY,
    "human rights watch said": WORDING,
    "jordan and iraq agreed": PARTY,
    "herders turned their machetes": PARTY,
    "katyushas came whistling down": WORDING,
    "boys on scooters emptied": WORDING,
    "warplanes went after fuel": WORDING,
    "rebel trackers caught up": PARTY,
    "government bulldozers moved in": PARTY,
    "the prefect slammed the": WORDING,
    "plainclothesmen spirited the blogger": WORDING,
    "the generals tightened the": PARTY,
    "herdsmen loaded mattresses on": WORDING,
    "the clan s gunmen": WORDING,
    "the governor swore in": WORDING,
    "any soldier who crosses": WORDING,
    "women in white ringed": WORDING,
    "hawkers pulled down their": WORDING,
    "dublin took a dim": WORDING,
    "the premier and the": WORDING,
    "the regime threw its": WORDING,
    "sofia told two russian": WORDING,
}


@pytest.mark.parametrize("name", ROWS)
def test_unseen_wording(name: str, request: pytest.FixtureRequest) -> None:
    if name in NOT_YET_READ:
        request.applymarker(pytest.mark.xfail(strict=False, reason=NOT_YET_READ[name]))
    assert fits(read(ROWS[name].text), ROWS[name])
