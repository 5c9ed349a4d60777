"""Whether a report is about armed conflict, in short texts of many kinds, and what holds of any text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.codebook import load_codebook, load_relevance
from sayso.read import find_inputs, judge_relevance, raw_text, read_report
from sayso.records import Relevance, Report

ROOT = Path(__file__).parents[2]

CONFLICT = {
    "wire": (
        "Shells struck the market of Kadugli on Tuesday, killing at least 14 civilians, residents said. The army "
        "denied that its soldiers had fired on the town."
    ),
    "headline": "Rebels seize airport in northern town",
    "headline of a bombing": "Car bomb kills nine outside ministry in Mogadishu",
    "headline of talks": "Sudan's rival generals agree to new truce",
    "displacement alone": (
        "An estimated 4,300 households arrived in the district between 2 and 9 May. New arrivals are staying with "
        "host communities and in three displacement sites. Most IDPs report that they left with nothing."
    ),
    "returns": (
        "Some 12,000 returnees were registered last month. Partners recorded damaged houses and the presence of "
        "mines in seven villages, which keeps displaced families from going back."
    ),
    "refugees": (
        "More than 800 refugees crossed the river at night, most of them women and children. They told aid "
        "workers that their villages had been burned and that men in uniform had taken their sons."
    ),
    "aid blocked": (
        "No convoy has reached the enclave since January. Humanitarian access remains cut by checkpoints, and "
        "hospitals run on the last fuel, the health cluster said."
    ),
    "press translation in capitals": (
        "SAN MIGUEL, 14 MAR 88 -- [TEXT] A PATROL OF THE THIRD BRIGADE CLASHED WITH A COLUMN OF SUBVERSIVES NEAR "
        "THE BRIDGE. TWO TERRORISTS WERE KILLED AND A RIFLE WAS SEIZED, THE ARMY REPORTED."
    ),
    "kidnapping in capitals": (
        "MEDELLIN, 2 FEB 89 -- UNKNOWN INDIVIDUALS KIDNAPPED A CATTLE RANCHER AND HIS DRIVER. POLICE BLAME THE "
        "NATIONAL LIBERATION ARMY, WHICH HAS DEMANDED RANSOM FROM RANCHERS OF THE AREA."
    ),
    "assassination in capitals": (
        "GUATEMALA CITY, 9 JUN 90 -- A LABOR LEADER WAS MURDERED THIS MORNING BY HEAVILY ARMED MEN TRAVELING IN A "
        "VEHICLE WITHOUT LICENSE PLATES. HIS UNION BLAMED A DEATH SQUAD."
    ),
    "partisan outlet": (
        "The heroes of the resistance inflicted heavy losses on the mercenaries of the aggression and destroyed "
        "two of their armoured vehicles, a military source told the agency. The martyrs will be buried today."
    ),
    "state outlet": (
        "The brave armed forces, backed by the air force, purged four hills of the remnants of the terrorist "
        "gangs and confiscated weapons of foreign make, the ministry said."
    ),
    "protest and crackdown": (
        "Tens of thousands of protesters filled the square for a fifth day to demand that the president go. Riot "
        "police fired tear gas and live ammunition; a doctor counted eleven dead."
    ),
    "uprising": (
        "Opposition activists called for a general strike across the country as the uprising entered its third "
        "week. State television blamed foreign hands and showed crowds that cheered the leader."
    ),
    "peace talks": (
        "Envoys of the government and of the separatists met in Geneva for a second round of peace talks. The "
        "mediator said that prisoners and a withdrawal from two districts were on the table."
    ),
    "security council": (
        "The Security Council voted to extend the arms embargo and the mandate of its peacekeepers for a year. "
        "Two members abstained."
    ),
    "cartel that holds ground": (
        "Gunmen of the cartel blocked the highways into Culiacan with burning trucks and fought soldiers for six "
        "hours. The governor told people to stay at home."
    ),
    "gangs that hold ground": (
        "Gangs that control most of the capital attacked two police stations and a hospital. Residents fled the "
        "neighbourhood with what they could carry."
    ),
    "war crimes trial": (
        "Prosecutors at the tribunal asked for a life sentence for the former militia commander, who is accused "
        "of crimes against humanity in the siege of the town. The judges will rule in May."
    ),
    "bandits": (
        "Bandits on motorcycles raided five villages in Zamfara before dawn, abducted more than sixty people and "
        "burned granaries, a village head said."
    ),
    "drone": "A drone hit an oil depot in Belgorod region overnight, the governor said. Ukraine did not comment.",
    "ship": "A missile fired by the Houthis struck a tanker in the Red Sea, setting it on fire. The crew was rescued.",
    "mines": "A mine killed three children who were herding goats near Lahij. Deminers say that thousands remain.",
    "prisoners": "The two sides exchanged 90 prisoners of war each on Friday, the third such swap this year.",
    "coup": (
        "Soldiers announced on television that they had overthrown the president, closed the borders and imposed "
        "a curfew. Gunfire was heard near the barracks."
    ),
    "epidemic amid war": (
        "Ebola teams stopped work in Butembo after militiamen attacked a treatment centre and killed a doctor. "
        "The army said it had sent troops to guard the vaccinators."
    ),
    "quake amid war": (
        "Rebels who hold the valley said that shelling went on hours after the earthquake. Rescuers dug with bare "
        "hands while warplanes circled over the front line."
    ),
    "executions": (
        "Fighters of the Islamic State beheaded four men in Hawija whom they accused of spying, a relative said."
    ),
    "communal violence": (
        "At least 30 people were killed and hundreds of houses torched in communal violence between herders and "
        "farmers in Plateau State. The governor imposed a curfew."
    ),
    "siege": "Nobody has entered or left the monastery town since the siege began. Bread is sold by the slice.",
    "old war": "The guerrillas blew up two pylons and ambushed a supply column on the Pan-American highway.",
    "arms": (
        "Two cargo planes with artillery shells and armoured vehicles landed in the east, a diplomat said, in "
        "breach of the arms embargo."
    ),
    "troops move": "Columns of tanks and about 3,000 troops crossed the border before dawn, witnesses said.",
    "hostages": "The group freed two of its hostages, a nurse and a teacher, after 14 months in the forest.",
    "detention": (
        "Security forces detained at least 200 people in night raids, among them two journalists, a rights group "
        "said. Many of the detained have disappeared."
    ),
    "terror attack": (
        "Three attackers with rifles and grenades stormed a hotel on the beach. The army ended the attack after "
        "nine hours; 16 guests were dead."
    ),
    "note to editors": "Fighting in the town. Details follow.",
}

OTHER = {
    "shares": (
        "Shares of the chipmaker rose 4 percent after its quarterly earnings beat forecasts. The company raised "
        "its dividend and said that revenue would grow in the third quarter."
    ),
    "price war": (
        "The supermarket price war hit profits again as retailers fought for customers. Analysts expect the "
        "battle for market share to go on and see more mergers."
    ),
    "takeover": (
        "The company launched a hostile takeover of its rival and said that shareholders would get 40 dollars per "
        "share. Its rival's board vowed to fight the bid."
    ),
    "arms maker's results": (
        "The maker of missile parts said net profit rose to 12 million dollars in the second quarter as sales "
        "grew. Shareholders will receive a dividend of 20 cents."
    ),
    "oil price": (
        "Crude oil futures rose by two dollars to 81 dollars a barrel after traders bet on lower output. Analysts "
        "said that inflation and interest rates would weigh on the market."
    ),
    "strike": (
        "Staff at the airline will strike for two days next week over pay, their union said. The company offered "
        "a rise of 3 percent and said that flights would be rebooked. Shares fell."
    ),
    "central bank": (
        "The central bank left interest rates unchanged and said inflation would fall to its target by June."
    ),
    "football": (
        "The striker scored twice in the second half as the visitors came from behind. The coach praised his "
        "defence, which held off wave after wave of attacks before the referee blew for full time."
    ),
    "cup final": (
        "Cup final ends level\n\nThe final of the two oldest clubs of the league ended level after extra time."
    ),
    "shootout": "They won the semi-final in a penalty shoot-out. The goalkeeper was the hero of the stadium.",
    "boxing": (
        "The champion retained his title with a knockout in round nine. He landed 200 punches in the fight; his "
        "coach said that the tournament was over for his team mate."
    ),
    "earthquake": (
        "A magnitude 6.8 earthquake killed at least 120 people and injured hundreds. Rescuers searched the rubble "
        "for survivors as aftershocks shook the province."
    ),
    "quake with soldiers": (
        "Soldiers joined the search for survivors in the rubble two days after the earthquake. The death toll "
        "rose to 2,300 as aftershocks brought down more houses, and troops set up camps for the homeless."
    ),
    "hurricane": (
        "The hurricane tore roofs off houses and left half a million people without power. The governor called up "
        "the National Guard, and thousands were evacuated before the storm surge."
    ),
    "floods and displacement": (
        "Floods displaced 40,000 people along the river. Camps for the displaced have been set up on higher "
        "ground after torrential rain; the floodwater is not expected to fall before Friday."
    ),
    "cyclone aid": (
        "The cyclone destroyed 9,000 houses. Aid agencies flew in tents and food, and a hospital ship is on its way."
    ),
    "influenza": (
        "Health officials confirmed 30 new cases of swine flu and two deaths. The vaccine will reach hospitals "
        "next week, and patients are asked to stay at home."
    ),
    "cholera": (
        "The cholera epidemic has killed 90 people since March. Patients are treated in tents, and health "
        "officials began to vaccinate children against the disease."
    ),
    "war on disease": (
        "Researchers said the new vaccine could win the war against malaria. The clinical trial had 4,000 patients."
    ),
    "heart attack": (
        "The actor died of a heart attack at his home, his agent said. He was 71 and had made forty movies."
    ),
    "air crash": (
        "A passenger plane crashed on landing, killing 41. Investigators have found the flight recorders and do "
        "not rule out pilot error."
    ),
    "train": (
        "A commuter train derailed after a collision with a truck; 12 people were killed. Firefighters freed the "
        "driver after three hours."
    ),
    "fire": (
        "Firefighters battled a blaze that destroyed a warehouse. One firefighter was injured when an explosion "
        "of gas bottles brought down the roof."
    ),
    "mine accident": (
        "Eleven miners were killed in a methane explosion at a coal mine. Rescuers reached two survivors."
    ),
    "gun crime": (
        "A 24-year-old man was shot and killed in the parking lot of a convenience store late Friday, the "
        "sheriff's office said. Detectives ask anyone with information to call."
    ),
    "school shooting": (
        "A shooter opened fire at a high school, killing two students before police officers shot him, the county "
        "sheriff said. Detectives searched the suspect's apartment."
    ),
    "robbery": (
        "Two masked men with a gun robbed a bank downtown. Police officers arrested a suspect after a chase; he "
        "was charged with armed robbery and is held without bail."
    ),
    "murder trial": (
        "The jury found the defendant guilty of murder. He had pleaded not guilty to killing his wife; the judge "
        "will pass sentence next month."
    ),
    "fraud": (
        "A former banker was indicted on charges of fraud. Prosecutors say he stole 3 million dollars from investors."
    ),
    "war film": (
        "The war movie topped the box office for a second week. Critics praised its actors and battle scenes, and "
        "an Oscar for the director seems likely."
    ),
    "star wars": (
        "Fans queued overnight for the premiere of the new Star Wars film, whose rebel heroine is played by a "
        "newcomer. Her next movie is a musical."
    ),
    "video game": (
        "The new video game lets players command an army of orcs and buy weapons with gold coins. The video game "
        "sold two million copies in a week."
    ),
    "concert": "The singer opened her tour with a concert for 60,000 fans and played songs of her new album.",
    "rocket launch": (
        "The rocket launch was put off because of wind. The spacecraft carries a telescope for NASA, whose "
        "scientists have waited for nine years."
    ),
    "campaign": (
        "The presidential candidate promised tax cuts on the campaign trail in Iowa. His rival attacked his "
        "record on health care before the caucuses."
    ),
    "town council": (
        "The city council voted to rezone the old army depot for housing. The mayor's office said that building "
        "could begin in spring, and the school board welcomed the plan."
    ),
    "tariffs": "The two countries ended their trade war and cut tariffs on steel and soybeans. Exporters cheered.",
    "harvest": (
        "Traders expect a larger wheat crop. Exports may reach 20 million tonnes, and prices on the futures "
        "market fell."
    ),
    "shark": (
        "A surfer survived a shark attack off the coast, his teammates said, and plans to enter the championship."
    ),
    "volcano": (
        "The volcano erupted twice overnight, covering villages with ash. More than 5,000 people fled their homes."
    ),
}

AMID_WORDS = (
    "shelling",
    "rebels",
    "ceasefire",
    "market",
    "army",
    "shares",
    "quake",
    "police",
    "the",
    "of",
    "said",
    "near",
)


def judged(text: str) -> Relevance:
    return judge_relevance(Report(id="sha256:0", text=text))


@pytest.mark.parametrize("text", CONFLICT.values(), ids=CONFLICT)
def test_conflict_is_kept(text: str) -> None:
    assert judged(text).conflict, judged(text).basis


@pytest.mark.parametrize("text", OTHER.values(), ids=OTHER)
def test_other_matter_is_told_apart(text: str) -> None:
    assert not judged(text).conflict, judged(text).basis


@pytest.mark.parametrize("text", [*CONFLICT.values(), *OTHER.values()], ids=[*CONFLICT, *OTHER])
def test_capitals_do_not_turn_it_round(text: str) -> None:
    assert judged(text.upper()) == judged(text) == judged(text.lower())


BASES = {
    "words of war": ("Shelling went on; rebels broke the cease-fire.", "words of war: shelling, rebels, cease fire"),
    "a party by its name": ("The Taliban said so.", "words of war: Taliban"),
    "once each": ("Rebels fought rebels.", "words of war: rebels"),
    "too short": ("He was seen in the village.", "too short to tell: 6 words, none of war"),
    "another topic": (
        "Shareholders fear a rise of interest rates and inflation.",
        "words of business: shareholders, interest rates, inflation; no word of war in 9",
    ),
    "another topic with a soldier in it": (
        "The earthquake and its aftershocks: a soldier digs.",
        "words of disaster: earthquake, aftershocks; few words of war in 8 (soldier)",
    ),
}


@pytest.mark.parametrize(("text", "basis"), BASES.values(), ids=BASES)
def test_the_basis_names_the_words_that_decided(text: str, basis: str) -> None:
    assert judged(text).basis == basis


LONG_PLAIN = "The road follows the river to the mill and then climbs to the church on the hill. " * 40


def test_a_long_text_without_a_word_of_war_is_not_about_it() -> None:
    assert judged(LONG_PLAIN) == Relevance(conflict=False, basis="no word of war in 680")


def test_one_word_of_war_in_a_long_text_is_not_enough() -> None:
    assert not judged(LONG_PLAIN + "Rebels camped here once.").conflict


@given(st.lists(st.sampled_from(AMID_WORDS), max_size=60).map(" ".join), st.text(alphabet=st.characters(codec="ascii")))
def test_it_is_settled_by_the_words_whatever_their_case(words: str, noise: str) -> None:
    text = f"{words}\n{noise}"
    assert judged(text) == judged(text)
    assert judged(text.upper()).conflict == judged(text).conflict


@given(st.text())
def test_any_text_can_be_judged(text: str) -> None:
    assert judged(text).basis


def test_reading_a_report_judges_it() -> None:
    kept, left = (read_report(raw_text(text)) for text in (CONFLICT["wire"], OTHER["shares"]))
    assert kept.relevance == judge_relevance(kept)
    assert (kept.relevance.conflict, left.relevance.conflict) == (True, False)


def test_another_language_is_not_judged() -> None:
    text = "El ejército informó el martes que al menos catorce civiles murieron cuando cayeron varios proyectiles. " * 3
    assert read_report(raw_text(text), any_language=True).relevance is None


def own_reports() -> list[Path]:
    """The project's own conflict reports: gold and examples."""
    found = [path for folder in ("tests/gold", "examples") for path in sorted((ROOT / folder).iterdir())]
    return [path for path in found if path.suffix in (".txt", ".html", ".jsonl")]


@pytest.mark.parametrize("path", own_reports(), ids=lambda path: path.name)
def test_our_own_reports_are_kept(path: Path) -> None:
    reports = [read_report(raw) for raw in find_inputs([str(path)])]
    assert [report.uri for report in reports if not report.relevance.conflict] == []


def listed() -> list[str]:
    words = load_relevance()
    lists = [entry.words for entry in (*words.conflict, *words.against)]
    return [word for entries in (*lists, words.neither) for word in entries]


def test_the_words_can_be_met() -> None:
    """Lower case, no hyphen, no blank too many, a star only at the end."""
    assert [word for word in listed() if not re.fullmatch(r"[a-z0-9'.]+(?: [a-z0-9'.]+)*\*?", word)] == []


def test_no_word_is_listed_twice() -> None:
    stems = [word.removesuffix("*") for word in listed()]
    assert sorted({stem for stem in stems if stems.count(stem) > 1}) == []


def test_the_names_of_armed_groups_are_signs() -> None:
    groups = [party.name for party in load_codebook().parties if party.kind == "armed_group"]
    assert [name for name in groups if not judged(f"{name} said so.").conflict] == []
