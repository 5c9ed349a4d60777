"""Who did it to whom where another word tells: the verb around a fight, a paper's issuer, those told of before, whose
ministry or press office it is."""

from __future__ import annotations

import pytest

from tests.extract.test_happened_ordinary import Row, check_told, read, told

ROWS: dict[str, Row] = {
    "a fight with somebody has the verb's own doer for its other side": (
        "The army's troops have entered Bara after three days of fighting with the Rapid Support Forces.",
        "ASSAULT", "fighting", ["army", "Rapid Support Forces"], ["army", "Rapid Support Forces"],
    ),
    "civilians are no side of clashes": (
        "Nine civilians were killed in clashes with the Rapid Support Forces.",
        "ASSAULT", "killed", ["Rapid Support Forces"], ["civilians"],
    ),
    "soldiers who died in clashes did not kill themselves": (
        "Nine soldiers died in clashes with Boko Haram.", "ASSAULT", "died", ["Boko Haram"], ["soldiers"],
    ),
    "two sides behind where it was": (
        "Chad has closed the crossing after clashes on its border between the Rapid Support Forces and fighters of the Falcon Front.",
        "ASSAULT", "clashes", ["Rapid Support Forces", "Falcon Front"], ["Rapid Support Forces", "Falcon Front"],
    ),
    "a named group flees as an army does": (
        "The Rapid Support Forces fled across the river.", "RETREAT", "fled", ["Rapid Support Forces"], [],
    ),
    "a title without an auxiliary": ("Activists detained in Omdurman", "COERCE", "detained", [], ["Activists"]),
    "a sentence with its full stop": (
        "Police detained activists in Omdurman.", "COERCE", "detained", ["Police"], ["activists"],
    ),
    "nobody demands it of those who are to be freed": (
        "Aid agencies demanded the release of a driver who was abducted.",
        "REQUEST", "demanded the release", ["Aid agencies"], [],
    ),
    "those who are to free them": (
        "The union demanded that the rebels release nine teachers.",
        "REQUEST", "demanded that the rebels release", ["union"], ["rebels"],
    ),
    "against no victim": (
        "Tribal elders staged a sit-in outside the barracks against the killing of a young man.",
        "PROTEST", "sit-in", ["Tribal elders"], [],
    ),
    "against those who did it": (
        "Residents protested against the killing of a boy by soldiers.",
        "PROTEST", "protested", ["Residents"], ["soldiers"],
    ),
    "who engages a place fights not himself": (
        "The troops engaged the compound at dawn.", "ASSAULT", "engaged", ["troops"], [],
    ),
    "forced to hand over": (
        "They banned the sale of alcohol and forced fishermen to hand over part of their catch.",
        "COERCE", "forced fishermen to hand over", [], ["fishermen"],
    ),
    "involved in attacks": (
        "Rifles were taken from the insurgents, who remained involved in attacks on mosques and traders.",
        "ASSAULT", "attacks", ["insurgents"], ["traders"],
    ),
    "denied something": (
        "Their families have been denied permission to see them.", "REJECT", "denied", [], ["families"],
    ),
    "who adopts a resolution demands": (
        "The Security Council adopted a resolution demanding that the Rapid Support Forces lift the siege.",
        "REQUEST", "demanding", ["UN Security Council"], ["Rapid Support Forces"],
    ),
    "who issues a statement accuses": (
        "The opposition issued a statement accusing the army of killing nine men.",
        "ACCUSE", "accusing", ["opposition"], ["army"],
    ),
    "the four of whom four were told": (
        "The army arrested four teachers in Bara. The four are accused of cooperating with gunmen.",
        "ACCUSE", "accused", [], ["teachers"],
    ),
    "the two who are no parties": (
        "The Falcon Front showed two captive teachers to the army. The two were kidnapped last month.",
        "ASSAULT", "kidnapped", [], ["captive teachers"],
    ),
    "units of a ministry are the army's": (
        "Azerbaijan's Defence Ministry said it was calm. The ministry said its units had shot four men.",
        "ASSAULT", "shot", ["Azerbaijani armed forces"], ["men"],
    ),
    "a spokesman's men": (
        "A spokesman for the Rwandan contingent, Colonel Jean Rwivanga, said his men had killed nine rebels.",
        "ASSAULT", "killed", ["Rwandan contingent"], ["rebels"],
    ),
    "insurgents known by a name only later": (
        "Islamist insurgents beheaded three farmers. The insurgents, known locally as al-Shabaab, fled.",
        "ASSAULT", "beheaded", ["Al-Shabaab"], ["farmers"],
    ),
    "insurgents of another kind": (
        "Separatist insurgents from the hills beheaded three farmers. Al-Shabaab condemned it.",
        "ASSAULT", "beheaded", ["Separatist insurgents"], ["farmers"],
    ),
    "a second deed in the past": (
        "Troops entered Bara, where they shot dead six men and looted shops.", "ASSAULT", "looted", ["Troops"], [],
    ),
    "a second deed that somebody is accused of": (
        "Elders accuse the army of burning houses and expelling families from the town.",
        "COERCE", "expelling", ["army"], ["families"],
    ),
    "who blames a deed has not done it": (
        "The Arakan Army blames air strikes for the fires.", "ASSAULT", "air strikes", [], [],
    ),
    "an army that is called on": (
        "The governor called on the military to flush out the criminals.",
        "REQUEST", "called on", ["governor"], ["military"],
    ),
    "invited to lay down arms": (
        "The colonel invited the guerrillas to demobilise.",
        "REQUEST", "invited the guerrillas to demobilise", ["colonel"], ["guerrillas"],
    ),
    "those who are released": (
        "The Arakan Army detained 20 drivers. It released them on 10 May.",
        "RETREAT", "released", ["Arakan Army"], ["drivers"],
    ),
    "whose convoy it is": (
        "The Arakan Army ambushed a military convoy near Bara.", "ASSAULT", "ambushed", ["Arakan Army"], ["military"],
    ),
    "from whose post it was fired": (
        "A police post opened fire on a lorry.", "ASSAULT", "opened fire", ["police"], [],
    ),
    "a state's peacekeepers": (
        "Moscow said its peacekeepers killed four men.", "ASSAULT", "killed", ["Russian armed forces"], ["men"],
    ),
    "a duel of guns": (
        "Two vigilantes lost their lives in a gun duel with gunmen.",
        "ASSAULT", "lost their lives", ["gunmen"], ["vigilantes"],
    ),
    "farmers did not kill": (
        "Farmers were surrounded by armed men, a nurse said. They asked for food and then they tied up the guards and shot two.",
        "REQUEST", "asked", ["armed men"], [],
    ),
    "a government by its head": (
        "Burhan's government welcomed the decision. Gunmen killed four men in Sudan.",
        "SUPPORT", "welcomed", ["Sudan"], [],
    ),
    "an army's intelligence": (
        "Army intelligence has detained four men in Sudan.", "COERCE", "detained", ["Sudanese armed forces"], ["men"],
    ),
    "tyres that were burned": (
        "Youths blocked the highway to protest the killings, burning tyres and chanting slogans.", "PROTEST", "burning tyres", ["Youths"], [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
def test_what_is_told_and_of_whom(row: Row) -> None:
    check_told(row)


LEFT_ALONE: dict[str, tuple[str, str]] = {
    "wounded who were treated": ("The charity said it had treated 31 wounded in Kona.", "ASSAULT"),
    "being allied": ("The Falcon Front, which is allied with the army, left.", "AGREE"),
    "without a fight": ("Government forces withdrew from Kona without a fight.", "ASSAULT"),
    "families known to be displaced": ("The displaced families were received in a school.", "FLEE"),
    "wanted for crimes": ("The commander, wanted for homicide and extortion, left.", "ASSAULT"),
    "what is given up by force": ("Rebels forced fishermen to hand over part of their catch.", "RETREAT"),
}


@pytest.mark.parametrize(("text", "kind"), LEFT_ALONE.values(), ids=LEFT_ALONE.keys())
def test_what_is_not_told(text: str, kind: str) -> None:
    assert kind not in [e[0] for e in told(read(text))]


TOLD_ONCE: dict[str, tuple[str, str, int]] = {
    "blocked to protest": ("Youths blocked the highway to protest the arrest of nurses.", "PROTEST", 1),
    "blocked and rallied": ("Youths blocked the highway and rallied in Kona.", "PROTEST", 2),
    "retaliated by ambushing": ("The rebels retaliated by ambushing a convoy.", "ASSAULT", 1),
    "retaliated and ambushed": ("The rebels stormed Kona by night and ambushed a convoy.", "ASSAULT", 2),
}


@pytest.mark.parametrize(("text", "kind", "times"), TOLD_ONCE.values(), ids=TOLD_ONCE.keys())
def test_how_often_it_is_told(text: str, kind: str, times: int) -> None:
    assert [e[0] for e in told(read(text))].count(kind) == times


SPEAKERS = {
    "a press service": (
        "The Defence Army of Kona denied it. Its press service said two men died.", "Defence Army",
    ),
    "the spokesman of those told of last": (
        "The Defence Army of Kona denied it. Senor Hasrat, the spokesman, said two men died.", "Senor Hasrat",
    ),
    "the ministry told of before": (
        "Azerbaijan's Defence Ministry said it was calm. The ministry said two men died.", "Azerbaijan",
    ),
    "a ministry of nobody named": ("The health ministry was shut. The ministry said two men died.", "ministry"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS.values(), ids=SPEAKERS.keys())
def test_who_speaks_last(text: str, speaker: str) -> None:
    record = read(text)
    named = {item.id: item.name for item in (*record.parties, *record.people)}
    last = record.utterances[-1].speakers[0]
    assert speaker == named[last.person or last.party]
