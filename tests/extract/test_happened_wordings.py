"""Turns of phrase, one short sentence each: what happened, a word of who did it, and of whom it befell; empty where
nobody is asked for."""

from __future__ import annotations

import pytest

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.records import Event, Record, Report, report_id

ROWS = """
AGREE|Elders from the Lou and the Jikany put their thumbprints to a peace document.|Elders|
AGREE|Ankara and Athens struck a bargain over the islands.|Ankara|Athens
AGREE|The Kachin army gave its word that the convoy would not be touched.|Kachin army|
AGREE|Georgia and Russia exchanged instruments of ratification on the border treaty.|Georgia|Russia
AGREE|The government and the guerrillas found common ground on the return of land.|government|guerrillas
CONSULT|Tribal chiefs gathered for a jirga with Taliban commanders.|chiefs|commanders
CONSULT|The Security Council went into closed consultations on Sudan.|Security Council|
CONSULT|Negotiators are back at the table in Doha.|Negotiators|
CONSULT|The general played host to a delegation of rebel chiefs.|general|delegation
CONSULT|Diplomats sounded out the militia about a pause.|Diplomats|militia
CONCEDE|The court quashed the conviction of the opposition leader.|court|opposition leader
COOPERATE|Minsk gave Russian jets the run of its airfields.|Minsk|
COOPERATE|The two navies linked up for a patrol of the gulf.|navies|
COOPERATE|Djibouti leases a base to the French navy.|Djibouti|French navy
AID|Volunteers ladled out soup to families sleeping in the stadium.|Volunteers|families
AID|WFP trucks rolled into Tigray with 900 tonnes of wheat.|WFP|
AID|Washington greenlighted the sale of 40 howitzers to Taipei.|Washington|Taipei
AID|Uganda has taken in 70,000 Congolese since January.|Uganda|Congolese
AID|A second consignment of shells reached Kyiv from Prague.||Kyiv
RETREAT|The last French soldiers boarded a plane out of Niamey.|soldiers|
RETREAT|Seventy guerrillas emerged from the jungle and handed their rifles to the monitors.|guerrillas|monitors
RETREAT|Kidnappers dropped the two nuns off at a police post.|Kidnappers|nuns
REQUEST|Manila summoned help from its allies after the siege.|Manila|allies
REQUEST|The envoy impressed on the parties the need for restraint.|envoy|parties
ACCUSE|The minister branded the sit-in a foreign plot.|minister|
THREATEN|Pyongyang brandished a nuclear strike against Seoul.|Pyongyang|Seoul
THREATEN|The bloc warned it would use force to restore the president.|bloc|
THREATEN|The general served notice on the separatists that time was up.|general|separatists
THREATEN|Washington dangled further sanctions over Khartoum.|Washington|Khartoum
THREATEN|Ankara raised the spectre of a land operation against Kobani.|Ankara|
PROTEST|Crowds torched tyres on the road to the airport.|Crowds|
PROTEST|Shopkeepers pulled down their shutters in Srinagar.|Shopkeepers|
PROTEST|Demonstrators squared up to police behind barricades of bins.|Demonstrators|police
PROTEST|An angry crowd besieged the governor's office.|crowd|
SANCTION|Brussels slapped a travel ban on the president's sons.|Brussels|sons
SANCTION|The bloc suspended Niger from its organs.|bloc|Niger
SANCTION|Quito gave the Mexican ambassador three days to leave.|Quito|ambassador
MOBILIZE|Moscow has massed 90,000 men along the border.|Moscow|
MOBILIZE|Tanks rumbled through the suburbs of Khartoum.||
MOBILIZE|Riot police fanned out across the capital.|Riot police|
MOBILIZE|The navy sent two frigates to the strait.|navy|
MOBILIZE|Pyongyang fired off a ballistic missile into the sea.|Pyongyang|
MOBILIZE|Young men flocked to the recruiting office.|men|
MOBILIZE|Fighter jets were scrambled over the Baltic.||
MOBILIZE|The army threw a ring of steel around the palace.|army|
COERCE|Authorities shuttered the radio station.|Authorities|radio station
COERCE|Troops kept an aid convoy waiting at the crossing for nine days.|Troops|
COERCE|Soldiers went house to house looking for weapons.|Soldiers|
COERCE|Settlers fenced off the spring.|Settlers|
COERCE|Officials stripped the cleric of his nationality.|Officials|cleric
ASSAULT|A sniper felled the mayor on his doorstep.|sniper|mayor
ASSAULT|Police waded into the crowd with batons.|Police|crowd
ASSAULT|A booby trap took the leg of a sapper.||sapper
ASSAULT|Militiamen went on a rampage in the market.|Militiamen|
ASSAULT|Shrapnel cut down a nurse in the yard.||nurse
ASSAULT|Acid was thrown at two schoolgirls.||schoolgirls
ASSAULT|The pirates clambered aboard the tanker with ladders.|pirates|
ASSAULT|The bodies of five drivers turned up in a well.||drivers
ASSAULT|The town came in for a pounding overnight.||
ASSAULT|Air defences downed eleven Shaheds over Sumy.|Air defences|
ASSAULT|The vigilantes strung up the suspect from a tree.|vigilantes|suspect
FLEE|Some 4,000 Rohingya took to boats.|Rohingya|
FLEE|Nearly half the population has decamped to Chad.|population|
FLEE|Mothers carried babies across the river into Uganda.|Mothers|
FLEE|Residents are clearing out before the next raid.|Residents|
FLEE|The town emptied overnight.||
OTHER|Tension is running high between the two clans.||
AID|Cairo opened its hospitals to the wounded of Gaza.|Cairo|wounded
SANCTION|Prague kicked out 18 Russian spies.|Prague|spies
SANCTION|The club of rich nations cut off Caracas from loans.||Caracas
ACCUSE|The commission found that the battalion had committed war crimes.|commission|battalion
CONSULT|The mediator got the two sides to the same table.|mediator|sides
ASSAULT|The prison guard was found with his throat slit.||guard
ASSAULT|The raiders drove off 300 head of cattle.|raiders|
AGREE|The factions hammered out a timetable for the handover in Cairo.|factions|
AGREE|The rebel chief gave assurances that convoys could pass.|rebel chief|
CONSULT|Oman is acting as a go-between for Washington and Tehran.|Oman|
CONSULT|Leaders of the bloc convened in Accra to discuss the coup.|Leaders|
SUPPORT|Moscow rushed to the defence of its ally at the Council.|Moscow|
SUPPORT|The warlord threw in his lot with the junta.|warlord|junta
AID|Villagers sheltered the fleeing monks in their barns.|Villagers|monks
RETREAT|The last holdouts in the steel plant surrendered.|holdouts|
RETREAT|Two brigades were ordered back to barracks.||brigades
ACCUSE|A parliamentary panel is looking into the deaths of the detainees.|panel|
THREATEN|The rebels have given the governor until Friday to quit.|rebels|governor
THREATEN|The militia told drivers they would be shot if they broke the blockade.|militia|drivers
PROTEST|Women in black stood in silence outside the ministry.|Women|
SANCTION|The Arab League suspended Damascus.|Arab League|Damascus
MOBILIZE|Extra police were drafted in from three provinces.||
MOBILIZE|The warlord is recruiting in the slums of Port-au-Prince.|warlord|
COERCE|The gunmen demanded a toll from every lorry.|gunmen|
COERCE|The junta banned the film festival.|junta|
COERCE|Settlers took over a house in Hebron.|Settlers|
COERCE|Guards forced detainees to sign confessions.|Guards|detainees
ASSAULT|The boy lost both legs to a landmine.||boy
ASSAULT|Unknown men abducted a radio host in Quetta.|men|radio host
FLEE|Families packed into trucks and headed south.|Families|
AID|Nuns are feeding four hundred families in the crypt.|Nuns|families
PROTEST|Teachers carried coffins through the streets of Oaxaca.|Teachers|
ASSAULT|Rebels caught a supply column in an ambush near Kidal.|Rebels|column
ASSAULT|Gunmen killed an elder as he prayed.|Gunmen|elder
ASSAULT|A mine blew a herder's leg off.||herder
ASSAULT|Swarms of drones hit Odesa before dawn.||
ASSAULT|Police used live rounds against miners.|Police|miners
AGREE|Negotiators for both sides put pen to paper on a prisoner swap in Muscat.|Negotiators|
AGREE|Serbia and Kosovo bridged their differences over licence plates late on Wednesday.|Serbia|Kosovo
CONSULT|Putin, Lukashenko speak by telephone|Putin|Lukashenko
CONSULT|The contact group convened in Pretoria to take stock of the truce.|group|
CONSULT|The two leaders touched base on the sidelines of the summit.|leaders|leaders
CONSULT|Kinshasa and Kigali resumed face-to-face contacts in Luanda.|Kinshasa|Kigali
SUPPORT|The bishop stood up for the accused villagers.|bishop|villagers
SUPPORT|Clan elders endorsed the federal candidate.|elders|candidate
COOPERATE|Rwandan and Mozambican forces are carrying out combined operations in Palma district.|Rwandan|Mozambican
COOPERATE|Iran and Iraq will link their power grids by the summer.|Iran|Iraq
COOPERATE|Vietnam and the Philippines' coast guards trained side by side off Manila.|Vietnam|Philippines
COOPERATE|Tbilisi handed investigators the black box of the downed drone.|Tbilisi|investigators
AID|Peacekeepers escorted the women to the clinic in Malakal.|Peacekeepers|women
CONCEDE|India allows Kashmiri leaders to travel abroad again|India|leaders
CONCEDE|Washington took the FARC off its list of terrorist organisations.|Washington|FARC
RETREAT|Azerbaijan returned the bodies of twelve soldiers to Armenia.|Azerbaijan|Armenia
RETREAT|The militants let aid workers into the besieged quarter.|militants|workers
REQUEST|Mothers of the disappeared want the president to open the barracks.|Mothers|president
REQUEST|The commission recommended that the generals be put on trial.|commission|
ACCUSE|Ukraine holds Russia responsible for the blowing up of the dam.|Ukraine|Russia
ACCUSE|The general was branded a traitor by state television.|television|general
REJECT|The junta rebuffed ASEAN's special envoy.|junta|envoy
REJECT|Khartoum would not let the UN investigators in.|Khartoum|investigators
REJECT|The militia scoffed at the government's offer of amnesty.|militia|government
REJECT|The warlord defied the president's order to disarm.|warlord|president
THREATEN|The army chief gave the protesters a final warning to clear the bridge.|chief|protesters
THREATEN|Somali pirates said the hostages would be killed if the ransom was late.|pirates|hostages
PROTEST|Prisoners at Evin stopped eating to press for better cells.|Prisoners|
SANCTION|Madrid declared two Russian diplomats persona non grata.|Madrid|diplomats
MOBILIZE|Kigali rotated a fresh battalion into Cabo Delgado.|Kigali|
MOBILIZE|Militias streamed into Zawiya from the coast.|Militias|
REQUEST|Mexico is seeking closer military ties with Guatemala's new government.|Mexico|Guatemala
REQUEST|Islamabad wants Washington to share more intelligence on the border raids.|Islamabad|Washington
REQUEST|Students want the constitution rewritten.|Students|
REQUEST|Bangladesh requested the good offices of Norway.|Bangladesh|Norway
AGREE|Moscow has said that it will deliver grain to Mali free of charge.|Moscow|Mali
CONSULT|The general had lunch with the US ambassador.|general|ambassador
SUPPORT|Ankara defended Qatar's record before the council.|Ankara|Qatar
SUPPORT|Crowds cheered the returning soldiers in Baku.|Crowds|soldiers
COOPERATE|Kazakhstan and China launched a joint venture to mine uranium.|Kazakhstan|China
COOPERATE|American advisers are working with Colombian troops in Arauca.|advisers|troops
COOPERATE|Saudi Arabia has started buying Iraqi gas.|Saudi|Iraq
AID|Japan wrote off 300 million dollars of Liberia's debt.|Japan|Liberia
AID|Rwandan peacekeepers guard the president of the Central African Republic.|peacekeepers|president
AID|The bank lent Sudan two billion dollars to feed its people.|bank|Sudan
AID|Relief flights into Hodeidah resumed on Sunday.||
CONCEDE|The unions suspended their strike after a meeting with the premier.|unions|
RETREAT|Beirut gave the seized trawler back to its Cypriot owner.|Beirut|owner
RETREAT|Sudan agreed to let blue helmets into Darfur.|Sudan|
ACCUSE|Two Britons stand accused of spying for Israel.||Britons
ACCUSE|Families took the state to court over the bombing of the school.|Families|state
REJECT|Hun Sen will not hold talks with the opposition.|Hun Sen|opposition
THREATEN|Paris could cut aid to Niamey unless the president is freed.|Paris|Niamey
PROTEST|Farmers drove tractors into the capital to rail against fuel taxes.|Farmers|
SANCTION|Accra broke diplomatic relations with Ouagadougou.|Accra|Ouagadougou
SANCTION|The IMF withheld a loan from Malawi.|IMF|Malawi
SANCTION|Germany stopped selling arms to Riyadh.|Germany|Riyadh
SANCTION|The Commonwealth expelled Zimbabwe.|Commonwealth|Zimbabwe
SANCTION|Four defendants got the death penalty for the bombing of the minaret.||defendants
COERCE|Egypt tightened its grip on charities.|Egypt|charities
ASSAULT|Rebels used villagers as human shields.|Rebels|villagers
SUPPORT|The Lebanese army's commander won the backing of the Maronite patriarch.|patriarch|commander
SUPPORT|The UN chief paid homage to the fallen blue helmets.|chief|helmets
COOPERATE|Bangladesh and Myanmar opened a hotline between their border guards.|Bangladesh|Myanmar
COOPERATE|Kenyan detectives flew to Kampala to help question the suspects.|detectives|
COOPERATE|France and Chad mounted a combined sweep through the Tibesti.|France|Chad
COOPERATE|Bogota sent the cartel boss to the United States to face trial.|Bogota|States
COOPERATE|The two navies will jointly patrol the strait.|navies|navies
AID|Blue helmets shielded 2,000 Nuer inside their base at Bor.|helmets|Nuer
AID|Volunteers ferried the stranded families across the river in canoes.|Volunteers|families
CONCEDE|The European Union took Belarusian potash off its sanctions list.|Union|Belarus
CONCEDE|Parliament restored the Kurdish deputies' immunity.|Parliament|deputies
RETREAT|Guns have been silent around Stepanakert since Thursday.||
RETREAT|Under cover of darkness the garrison slipped out of Tessalit.|garrison|
RETREAT|Juba returned four Sudanese pilots to Khartoum.|Juba|
RETREAT|The interior minister has quit over the deaths of the marchers.|minister|
REQUEST|Doctors' unions want the curfew lifted for ambulances.|unions|
REQUEST|The widow wrote to the king to spare her son.|widow|king
ACCUSE|Senators grilled the general over the failed rescue.|Senators|general
THREATEN|Tunis could expel the migrants if Europe does not pay.|Tunis|migrants
THREATEN|Pakistan has hinted at military action against camps in Kunar.|Pakistan|
THREATEN|Trade unions warn of a nationwide walkout|unions|
THREATEN|The junta's spokesman said those who hide deserters would be shot.|junta|
PROTEST|Angry relatives laid the coffins in front of the governor's office.|relatives|
SANCTION|Chad scrapped its defence pact with Paris.|Chad|Paris
SANCTION|The bank has shelved its loans to Kampala over the law.|bank|Kampala
COERCE|The junta revoked the licences of five newspapers.|junta|newspapers
CONSULT|A three-member delegation of the Islamic Conference left for Manila to review the peace accord.|delegation|
COOPERATE|Britain provided Colombian police with information on the movements of IRA men.|Britain|police
COOPERATE|Brazil and Argentina began duty-free trade in grain.|Brazil|Argentina
AID|The Asian Development Bank approved a loan of 80 million dollars to Bhutan.|Bank|Bhutan
CONCEDE|The military government allowed opposition parties to operate for the first time in a decade.|government|parties
CONCEDE|The students ended their occupation of the ministry after the rector agreed to resign.|students|
RETREAT|Iraq returned hundreds of Kuwaiti museum pieces under UN supervision.|Iraq|
THREATEN|The United States said it might cut military aid to Peru.|States|Peru
ACCUSE|The commission opened an inquiry into reports of killings in Burundi.|commission|Burundi
MOBILIZE|The army massed troops for an attack against the rebels.|army|rebels
PROTEST|A demonstration called by the unions brought out 30,000 people.|unions|
"""
TABLE = [tuple(line.split("|")) for line in ROWS.strip().splitlines()]


def read(text: str) -> Record:
    """A sentence in, its record out."""
    report = Report(id=report_id(text.encode()), text=text)
    return extract_record(report, next(parse_grammars([report])))


def words_of(record: Record, ids: tuple[str, ...]) -> str:
    """What the text calls these parties and people."""
    items = [item for items in (record.parties, record.people) for item in items if item.id in ids]
    return " ".join(record.report.text[start:end] for item in items for start, end in item.evidence).lower()


@pytest.mark.parametrize(("types", "text", "actor", "recipient"), TABLE, ids=[row[1] for row in TABLE])
def test_a_turn_of_phrase_tells_what_happened(types: str, text: str, actor: str, recipient: str) -> None:
    record = read(text)
    events = [claim for claim in record.claims if isinstance(claim, Event) and claim.type in types.split("/")]
    assert events
    assert any(actor.lower() in words_of(record, event.actor) for event in events)
    assert any(recipient.lower() in words_of(record, event.recipient) for event in events)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The bank has formed a unit to offer a range of loans.", "AGREE"),
        ("The ministers agreed that the river was at the right level.", "AGREE"),
        ("Officials assessed the threat posed by old mines.", "THREATEN"),
        ("The group remains a threat to the region.", "THREATEN"),
        ("The union's net loss grew last year.", "ASSAULT"),
        ("Guards stood at the exits of the hotel.", "SANCTION"),
        ("Hundreds took part in what organisers called a march for peace.", "REQUEST"),
        ("A shipment of cocaine reached Genoa.", "AID"),
        ("Rebel attack helicopters were seen at the air base.", "ASSAULT"),
        ("Denmark has decided to reduce its aid to Nepal.", "THREATEN"),
        ("The march by army units to the front took a day.", "PROTEST"),
        ("Two lorries collided head-on outside Lusaka, killing three.", "ASSAULT"),
        ("The road will not be reopened before May.", "REJECT"),
        ("Analysts said the rebels could attack the town if talks fail.", "THREATEN"),
        ("Clan militiamen fought with the coastguard in Bosaso.", "COOPERATE"),
        ("The unions suspended their strike after a meeting.", "ASSAULT"),
        ("Police did not stop the attack on the mosque.", "RETREAT"),
    ],
)
def test_what_only_sounds_like_it_is_not_told(text: str, type_: str) -> None:
    assert not any(isinstance(claim, Event) and claim.type == type_ for claim in read(text).claims)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed an elder as he prayed.",
        "Gunmen killed an elder as he spoke to worshippers.",
        "Soldiers wounded a doctor as she warned villagers.",
    ],
)
def test_what_somebody_did_meanwhile_is_no_saying_of_the_deed(text: str) -> None:
    event = next(claim for claim in read(text).claims if isinstance(claim, Event) and claim.type == "ASSAULT")
    assert (event.realis, event.utterance) == ("happened", None)


def test_a_general_strike_is_no_generals() -> None:
    record = read("The opposition called a general strike for Monday.")
    assert all(not claim.recipient for claim in record.claims if isinstance(claim, Event))
