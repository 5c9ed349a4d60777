"""How people are off, in the words of many kinds of report from many countries."""

from __future__ import annotations

import pytest

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.read import find_inputs, read_report
from sayso.records import Condition, Record


def read(text: str, tmp_path) -> Record:
    """A short text in, its record out."""
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    report = read_report(next(iter(find_inputs([str(path)]))), any_language=True)
    return extract_record(report, next(parse_grammars([report])))


def conditions(record: Record) -> list[Condition]:
    """The conditions of a record."""
    return [claim for claim in record.claims if isinstance(claim, Condition)]


def covers_half(record: Record, claim: Condition, words: str) -> bool:
    """Whether the evidence covers at least half of these words, or of itself."""
    start = record.report.text.index(words)
    end = start + len(words)
    shared = sum(max(0, min(end, last) - max(start, first)) for first, last in claim.evidence)
    return 2 * shared >= min(len(words), sum(last - first for first, last in claim.evidence))


# fmt: off
WANTS = {
    "rents": ("Families told monitors that rents have doubled.", "shelter", "rents have doubled"),
    "uninhabitable": ("An estimated 80 per cent of Raqqa is uninhabitable.", "shelter", "is uninhabitable"),
    "contamination with": ("Contamination with explosive hazards is extreme.", "protection", "Contamination with explosive hazards"),
    "savings": ("Families have spent their savings.", "general", "have spent their savings"),
    "is back": ("Cholera is back in Cite Soleil.", "health", "Cholera is back"),
    "remains limited": ("Humanitarian access to the villages near the front remains limited.", "access", "limited"),
    "will run out": ("Food is expected to run out by May.", "food", "Food is expected to run out"),
    "enough to eat": ("Families in Kaya do not have enough to eat.", "food", "not have enough to eat"),
    "nothing to drink": ("The villagers have nothing to drink.", "water", "have nothing to drink"),
    "acutely insecure": ("Two million people are acutely food insecure.", "food", "insecure"),
    "face hunger": ("Some 40,000 people in Kadugli face starvation.", "food", "face starvation"),
    "nowhere": ("Insulin is nowhere to be found in Nyala.", "health", "Insulin is nowhere to be found"),
    "not let in": ("The authorities have refused to let aid trucks into Maungdaw.", "access", "refused to let aid trucks"),
    "birth on the floor": ("Women give birth on the floor of the clinic.", "health", "birth on the floor"),
    "cup a day": ("The prisoners get a cup of rice a day.", "food", "get a cup of rice a day"),
    "lice": ("Scabies and lice are spreading in the cells.", "health", "lice are spreading"),
    "meal": ("In Beledweyne most families now eat one meal a day.", "food", "eat one meal a day"),
    "queue": ("Women queue from four in the morning for bread in Aleppo.", "food", "queue from four in the morning for bread"),
    "dear": ("A litre of cooking oil costs three times what it did in January.", "food", "cooking oil costs three times"),
    "sells": ("Sorghum sells for twice last year's price in Kadugli.", "food", "Sorghum sells for twice last year's price"),
    "harvest": ("The harvest in Nuristan has rotted in the fields.", "food", "harvest in Nuristan has rotted"),
    "halved": ("WFP has halved rations for refugees in Cox's Bazar.", "food", "halved rations"),
    "skipping": ("Parents are skipping meals so that their children can eat.", "food", "skipping meals"),
    "empty": ("Shelves in the shops of Stepanakert stand empty.", "food", "Shelves in the shops of Stepanakert stand empty"),
    "river": ("Residents of Ituri are drinking from the river.", "water", "drinking from the river"),
    "litres": ("Each person in Al Hol receives less than seven litres of water a day.", "water", "less than seven litres of water a day"),
    "walk": ("Girls walk three hours to fetch water.", "water", "walk three hours to fetch water"),
    "pumps": ("The pumps in Hasakah have stood idle since the turbines failed.", "water", "pumps in Hasakah have stood idle"),
    "tastes": ("What comes out of the taps in Basra is brown and salty.", "water", "taps in Basra is brown"),
    "full wards": ("The wards of Al Nao hospital are full and patients lie on the floor.", "health", "wards of Al Nao hospital are full"),
    "unpaid": ("Nurses in Sana'a have gone eight months without pay.", "health", "gone eight months without pay"),
    "one doctor": ("There is one doctor for 60,000 people in Pibor.", "health", "one doctor for 60,000 people"),
    "only two": ("Only two of the nine health posts in the district still receive patients.", "health", "Only two of the nine health posts"),
    "cases": ("Some 3,400 cases of cholera, 71 of them fatal, have been reported in Cabo Delgado.", "health", "3,400 cases of cholera"),
    "insulin": ("Diabetics have nowhere to get insulin.", "health", "nowhere to get insulin"),
    "phone light": ("Surgeons operate by the light of their telephones.", "electricity", "operate by the light of their telephones"),
    "anaesthetic": ("Amputations are being done without anaesthetic.", "health", "without anaesthetic"),
    "gam": ("The rate of global acute malnutrition in Leer stands at 28 per cent.", "nutrition", "global acute malnutrition in Leer stands at 28 per cent"),
    "wasted": ("One child in four screened at Ndélé was wasted.", "nutrition", "One child in four screened at Ndélé was wasted"),
    "tent": ("In the camp at Pulka three families share a tent.", "shelter", "three families share a tent"),
    "under trees": ("Most of the new arrivals in Adré are living under trees.", "shelter", "living under trees"),
    "church": ("About 900 people are sheltering in a church in Kawkareik.", "shelter", "sheltering in a church"),
    "no roof": ("Half of the houses in Izium have no roof or windows.", "shelter", "Half of the houses in Izium have no roof"),
    "tents flooded": ("Rain has flooded hundreds of tents in Idlib, leaving families in the mud.", "shelter", "flooded hundreds of tents"),
    "hours": ("Electricity comes for two hours a day in Taiz.", "electricity", "Electricity comes for two hours a day"),
    "dark": ("Kherson has been in darkness for a week.", "electricity", "in darkness for a week"),
    "network": ("The telephone network in Rakhine has been down since Friday.", "electricity", "telephone network in Rakhine has been down"),
    "fuel": ("Fuel for the ambulances is almost finished.", "electricity", "Fuel for the ambulances is almost finished"),
    "afraid": ("Farmers are too afraid to go to their fields.", "protection", "too afraid to go to their fields"),
    "separated": ("More than 200 children have been separated from their parents since the fighting began.", "protection", "children have been separated from their parents"),
    "mined": ("The fields around Novosilka are strewn with mines.", "protection", "strewn with mines"),
    "risk": ("Women who collect firewood are at risk of rape.", "protection", "at risk of rape"),
    "not been to school": ("Children in Ségou have not been to school for two years.", "education", "not been to school for two years"),
    "lessons": ("Lessons stopped in 140 villages of the Far North when teachers fled.", "education", "Lessons stopped"),
    "roof school": ("Pupils are taught in the open because the classrooms house soldiers.", "education", "taught in the open"),
    "impassable": ("The road from Bunia to Djugu is impassable.", "access", "road from Bunia to Djugu is impassable"),
    "trucks": ("Forty lorries of flour have been waiting at the border for three weeks.", "access", "lorries of flour have been waiting at the border"),
    "permits": ("The authorities have granted no travel permits to aid workers since May.", "access", "granted no travel permits to aid workers"),
    "bury": ("Families cannot reach the cemetery to bury their dead.", "access", "cannot reach the cemetery"),
    "unable to reach": ("Humanitarian partners have been unable to reach nine woredas in Wollega since May.", "access", "unable to reach"),
    "no longer reach": ("MSF teams can no longer reach Mweso.", "access", "can no longer reach"),
    "stocks exhausted": ("Stocks of therapeutic milk in Baidoa will be exhausted by the end of the month.", "nutrition", "therapeutic milk in Baidoa will be exhausted"),
    "prices of what": ("Cereal prices in Maroua have risen by 40 per cent since July.", "food", "Cereal prices in Maroua have risen"),
    "untreated": ("Families on the islands drink untreated river water.", "water", "drink untreated river water"),
    "visas": ("The authorities continued to deny aid groups visas.", "access", "deny aid groups visas"),
    "near capacity": ("The hospital, which is near capacity, received 34 wounded.", "health", "hospital, which is near capacity"),
    "clinic stops": ("Clinics in Nawa have suspended consultations.", "health", "Clinics in Nawa have suspended"),
    "delivery kept out": ("The blockade is preventing the delivery of medicines.", "health", "preventing the delivery of medicines"),
    "famine persists": ("Famine conditions persist in Leer.", "food", "Famine conditions persist"),
    "phase": ("Some 700,000 people are projected to be in IPC Phase 5 by May.", "food", "people are projected to be in IPC Phase 5"),
    "non-functional": ("Some 3,200 schools are non-functional because of insecurity.", "education", "schools are non-functional"),
    "constrained": ("The delivery of aid remains severely constrained by roadblocks.", "access", "severely constrained"),
    "cut off": ("The bridge at Uvira was destroyed, cutting off 80,000 people.", "access", "cutting off 80,000 people"),
    "cases of": ("Cholera cases have been reported in four camps.", "health", "Cholera cases have been reported"),
    "used up": ("Households in Pibor have exhausted their food stocks.", "food", "exhausted their food stocks"),
    "missed": ("Farmers have missed the planting season for a second year.", "food", "missed the planting season"),
    "one serves many": ("One latrine serves 200 people in the camp.", "sanitation", "latrine serves 200 people"),
    "needs are": ("The most urgent needs are clean water, shelter and health care.", "water", "urgent needs are clean water"),
    "damage sustained": ("The water network has sustained extensive damage.", "water", "water network has sustained extensive damage"),
    "put out of service": ("At least 12 health facilities have been put out of service.", "health", "health facilities have been put out of service"),
    "a quarter of": ("Of the country's health facilities only a quarter operate normally.", "health", "health facilities only a quarter operate"),
    "use one": ("In the sites, on average 96 people use one latrine.", "sanitation", "96 people use one latrine"),
    "plan funded": ("The response plan is funded at 23 per cent.", "general", "plan is funded at 23"),
    "sewage": ("Sewage runs between the shelters at Zamzam.", "sanitation", "Sewage runs between the shelters"),
    "found nothing": ("Those who reach the camps find almost nothing there.", "general", "find almost nothing"),
    "one meal": ("Half of the women have had one meal in two days.", "food", "have had one meal in two days"),
    "one in five": ("Only one in five hospitals in Bor is working normally.", "health", "one in five hospitals in Bor is working"),
    "barracks": ("The school has become a barracks.", "education", "school has become a barracks"),
    "doctors left": ("There are three doctors left for a city of 50,000.", "health", "are three doctors left"),
    "diesel turned back": ("JNIM lets salt through, taxes cattle, and turns back diesel.", "electricity", "turns back diesel"),
    "it remains closed": ("Soldiers looted the health center, and it remains closed.", "health", "it remains closed"),
    "price of a litre": ("The price of a litre has gone from 750 to 2,000 francs.", "general", "price of a litre has gone"),
    "no salary": ("Nobody has received a salary since January.", "general", "Nobody has received a salary"),
    "needs grow": ("Humanitarian needs are growing in the east.", "general", "needs are growing"),
    "living in a school": ("Some 2,000 displaced people are living in the school.", "shelter", "people are living in the school"),
    "houses fell": ("Houses have collapsed across the town.", "shelter", "Houses have collapsed"),
    "brought to blocked ways": ("Lorries with flour are delayed at the crossing.", "access", "Lorries with flour are delayed"),
    "paid": ("Civil servants have received no salaries since August and few can afford bread.", "general", "received no salaries since August"),
}
# fmt: on


def _table() -> list:
    return [pytest.param(*row, id=name) for name, row in WANTS.items()]


@pytest.mark.parametrize(("text", "theme", "words"), _table())
def test_reads_want_in_many_words(text: str, theme: str, words: str, tmp_path) -> None:
    record = read(text, tmp_path)
    (claim,) = conditions(record)
    assert theme in claim.themes
    assert covers_half(record, claim, words)


NO_WANT = {
    "used by gunmen": "The army said that a field hospital used by the militants had been destroyed.",
    "found nothing": "Police searched the house and found nothing.",
    "doctors left": "Three doctors left for Juba on Monday.",
    "no violence": "The blast shook a town that had known no violence for years.",
    "beside a mosque": "The two families live in a compound near the mosque.",
    "one house": "A retired teacher died when her house collapsed in the shelling.",
    "security of a state": "The president said the country needed security and stability.",
    "no year": "There was no campaign in the year of the plague.",
    "cold blood": "Youths were picked up from their homes on Thursday and killed in cold blood.",
    "packed with explosives": "A man drove an ambulance packed with explosives into the gate.",
    "close to": "The bomb went off at a checkpoint close to the border.",
    "carried out": "The raid on the house was carried out at night.",
    "military aid": "The senate debated a cut in military aid to Kinshasa.",
    "cut them off": "The fighters have managed to cut off the road to Tal Rifaat.",
    "date": "Juba, no date. The general spoke for an hour.",
    "price of gold": "The price of gold rose again.",
    "shelled": "Artillery hit the market in Donetsk on Monday, killing four.",
    "attack": "Gunmen attacked a health centre near Djibo and burned two ambulances.",
    "delivered": "The Red Cross delivered 40 tonnes of flour to Mekelle.",
    "reopened": "Schools in Kunduz reopened after the truce.",
    "open road": "The road to Lashkar Gah is open again.",
    "restored": "Power has been restored to most of Lviv.",
    "meeting": "The ministers met in a school in Nairobi to discuss water.",
    "price of peace": "The price of peace is too high, the general said.",
    "casualties": "Eleven people were wounded and taken to hospital.",
    "police": "Police closed the road during the president's visit.",
    "fought": "The two sides fought for control of the power station.",
    "called": "The council called for food aid to be sent.",
    "election": "Polling stations opened late and queues formed.",
    "crossing": "Troops crossed the river under cover of darkness.",
    "held": "Fighters who had held the airport for five days pulled out on 13 September.",
    "reach agreement": "The group was unable to reach agreement with the government.",
    "no visa": "The ministry refused the journalist a visa.",
    "flow of weapons": "The army stopped the flow of weapons into the camp.",
    "prisoners": "Police prevented the transfer of the prisoners to another jail.",
    "missed a school": "The shell missed the school.",
    "convoy hit": "A convoy of soldiers was ambushed near Mocimboa.",
    "went off": "A mine went off under a truck near Bria.",
    "blocked by a crowd": "Protesters blocked the main road in Lome.",
    "soldiers asleep": "Soldiers slept in the school before the assault.",
    "reporters kept out": "The militia denied access to reporters.",
    "no curfew": "The city has no curfew tonight.",
    "without waste": "The plant runs without waste.",
    "holiday": "Banks were closed for the holiday.",
    "oil": "Oil prices rose two percent after the raid.",
    "stock market": "The stock market has been closed since Monday.",
    "falling price": "The baker cut prices on Friday.",
    "in power": "The general is out of power now.",
    "assumed power": "The colonel left without formally assuming power.",
    "nothing to do": "The villagers have nothing to do with the rebels.",
    "sick of": "The people are sick of the war.",
    "dared": "The man was too afraid to give his name.",
    "violence spread": "Violence spread to other towns in Wolaita.",
    "terror": "The plan speaks of threats, arrests and murder.",
    "patience": "The patience of the villagers is exhausted.",
    "heart": "The colonel was suffering from a heart condition.",
    "out of service": "The pipeline is out of service after the raid.",
    "supply lines": "The supply routes of the army were cut, the rebels said.",
    "movement": "The country needs a broad political movement.",
    "enough": "The rebels said they had enough food for weeks.",
    "he is isolated": "The president is isolated at home.",
    "called needed": "Badly needed aid would reach the enclave under the deal.",
    "a day": "The line pumps 40,000 barrels of water a day.",
    "waited for dark": "The convoy waited for dark before it moved.",
    "would not": "The nurse did not want to give her name.",
    "full camp": "The camp houses 75,000 displaced people.",
    "attention": "News agencies have not paid attention to it.",
    "made sick": "The gas left many more sick and gasping.",
    "plant": "The bottling plant was shut for three months.",
    "state business": "Ukraine needs ammunition and money.",
    "security deal": "The debt crisis was on the table in Riyadh.",
}


@pytest.mark.parametrize("text", NO_WANT.values(), ids=NO_WANT.keys())
def test_gives_nothing_where_nobody_wants(text: str, tmp_path) -> None:
    assert conditions(read(text, tmp_path)) == []


# fmt: off
WHOSE = [
    ("no access to", "Villagers in Soro have had no access to health care or schooling since the clinic was torched.",
     {"health", "education"}, "villagers"),
    ("cut off from", "Shelling has cut off thousands of civilians from food, medicine and safe water.", {"food", "health", "water"},
     "civilians"),
    ("starved", "The fighters starved residents for months.", {"food"}, "residents"),
    ("rations halved", "Food rations for refugees were halved in January.", {"food"}, "refugees"),
    ("separated", "In the chaos families have been separated.", {"protection"}, "families"),
    ("access constrained", "Humanitarian access remains severely constrained.", {"access"}, None),
    ("access restricted by", "Access to the camp is restricted by insecurity.", {"access"}, None),
    ("deliveries hampered", "Insecurity is hampering aid deliveries.", {"access"}, None),
    ("entry denied", "Relief workers have been denied entry to the camp.", {"access"}, None),
    ("only the schools", "People were driven from their homes, and 6,100 schools stand closed.", {"education"}, None),
    ("a hospital without fuel", "The hospital stopped surgery due to a lack of fuel.", {"health", "electricity"}, None),
    ("next meal", "Many families do not know where their next meal will come from.", {"food"}, "families"),
    ("one borehole", "A single borehole serves 4,000 residents.", {"water"}, "residents"),
    ("the displaced", "Some 40 per cent of the displaced have no access to safe water.", {"water"}, "displaced"),
    ("rough walls", "Families are living in derelict flats.", {"shelter"}, "families"),
    ("aid needed", "Thousands of people urgently need aid.", {"general"}, "people"),
    ("medical shortages", "Medical and food shortages are growing.", {"health", "food"}, None),
    ("hours a day", "Drinking water is available for four hours a day.", {"water"}, None),
    ("from all of these", "We were cut off from food and medicine.", {"food", "health"}, None),
    ("few of them", "Only one in five children is attending school.", {"education"}, "children"),
    ("cut off", "The east of Gondar has been cut off from the outside world for weeks.", {"access"}, None),
    ("many", "Many are in dire need of help.", {"general"}, None),
    ("sold", "Farmers have sold their last cattle.", {"general"}, "farmers"),
    ("face hunger", "Some 20,000 families face hunger.", {"food"}, "families"),
    ("nothing came", "Nothing has come in from Dakar for eleven days.", {"access"}, None),
    ("nobody brings", "Nobody has been able to deliver bread since March.", {"food"}, None),
    ("wild food", "People were living on nettles.", {"food"}, "people"),
    ("sliding", "The province is sliding toward famine.", {"food"}, None),
    ("nothing to drink", "The families sat in the sun with nothing to drink.", {"water"}, "families"),
    ("no harvest", "Farmers could not harvest their millet.", {"food"}, "farmers"),
    ("short of", "Hospitals are short of blood and oxygen.", {"health"}, None),
    ("left homeless", "The shelling left 3,000 people homeless.", {"shelter"}, "people"),
    ("no longer", "The clinic was looted and no longer functions.", {"health"}, None),
    ("kept from", "Soldiers prevented food and medicine from reaching the village.", {"food", "health"}, None),
    ("barred from", "The team said its convoys had been barred from entering Kalma.", {"access"}, None),
    ("lorries", "Some 70 trucks are stuck at the border.", {"access"}, None),
    ("latrines", "There are 14 latrines for some 3,400 displaced people.", {"sanitation"}, None),
    ("by the cup", "We are selling water by the cup.", {"water"}, None),
    ("charcoal", "The price of charcoal in Goma rose to 80,000 francs.", {"electricity"}, None),
    ("clearance", "A convoy carrying wheat waited for clearance for two weeks.", {"access"}, None),
    ("reliant", "Half of the people are entirely reliant on aid.", {"general"}, "people"),
    ("cases counted", "The agency counted 10,000 new suspected cholera cases.", {"health"}, None),
    ("turned away", "Relief agencies were turned away from Samre by soldiers.", {"access"}, None),
    ("fear returning", "Families fear returning while gunmen are around.", {"protection"}, "families"),
    ("classrooms", "Some classrooms house up to 60 persons.", {"shelter"}, "persons"),
    ("beyond reach", "The villages were beyond the reach of relief agencies.", {"access"}, None),
    ("last given", "The women were last given food in December.", {"food"}, "women"),
    ("porridge", "Mothers queue for a ladle of porridge.", {"food"}, "mothers"),
    ("heat", "Whole districts of Kherson were without heat.", {"shelter"}, None),
    ("knocked out", "Shells knocked out electricity in Kherson.", {"electricity"}, None),
    ("constraints", "The agency reported 34 access constraints.", {"access"}, None),
    ("roadworthy", "Only 11 of 23 ambulances are roadworthy.", {"health"}, None),
    ("nobody paid", "Nobody has been paid since November.", {"general"}, None),
    ("nothing let in", "For a month nothing was allowed in.", {"access"}, None),
    ("few reached", "Aid agencies have reached only 12 per cent of the displaced.", {"access"}, "displaced"),
    ("lines are down", "Telecommunications remain down across the state.", {"electricity"}, None),
    ("far subject", "About 60,000 displaced people around Lashio lack clean water.", {"water"}, "people"),
    ("state and lack", "Most collective centres are overcrowded and lack latrines.", {"shelter", "sanitation"}, None),
    ("rainwater", "People in basements in Toretsk are drinking rainwater.", {"water"}, "people"),
    ("lost power", "In Kherson 14,000 customers lost power.", {"electricity"}, "customers"),
    ("doctors are lacking", "Hospitals lack fuel and surgeons.", {"health", "electricity"}, None),
]
NONE = ["The makeshift hospital was hit by a shell.", "The gas that leaked killed 40 people.", "She rarely left the hospital.",
        "Two medics were among at least 31 people killed in the shelling.", "Schools don't have to rely on television.",
        "A convoy of 31 lorries carrying supplies for 78,000 people was hit.", "They shared a little food with us.",
        "The column was cutting rebel supply lines.", "Water gushed out of the abandoned mine.",
        "A drone hit a Doctors Without Borders hospital.", "The truck was stopped and its driver was shot.",
        "Diplomats fear the pact formed against the Houthis could collapse.", "The president lost power in 2011.",
        "Rescuers dug in the rubble of a collapsed block.", "Some 900 people are held in closed camps."]
# fmt: on


@pytest.mark.parametrize(("text", "themes", "group"), [row[1:] for row in WHOSE], ids=[row[0] for row in WHOSE])
def test_whose_want_of_what(text: str, themes: set[str], group: str | None, tmp_path) -> None:
    (found,) = conditions(read(text, tmp_path))
    assert (set(found.themes), found.group) == (themes, group)


@pytest.mark.parametrize("text", NONE)
def test_no_want(text: str, tmp_path) -> None:
    assert not conditions(read(text, tmp_path))


def test_what_can_no_longer_be_reached_is_out_of_reach(tmp_path) -> None:
    (found,) = conditions(read("Aid teams can no longer reach Myrnohrad.", tmp_path))
    assert found.realis == "happened"
    (found,) = conditions(read("Farmers in Khiam cannot reach their olive groves.", tmp_path))
    assert found.realis == "happened"
