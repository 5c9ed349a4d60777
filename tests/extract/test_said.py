"""Who is on record: the speakers, the reporting words and what was said, in short sentences."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.reading import Reading
from sayso.extract.said.sayings import Saying, find_sayings
from sayso.parse import parse_grammars
from sayso.records import Block, Report


def reading_of(text: str) -> Reading:
    blocks, at = [], 0
    for piece in re.finditer(r"\n\n|\Z", text):
        if text[at : piece.start()].strip():
            blocks.append(Block(kind="paragraph", start=at, end=piece.start()))
        at = piece.end()
    report = Report(id="sha256:0", text=text, blocks=tuple(blocks))
    return Reading(report, next(iter(parse_grammars([report]))))


def told(text: str) -> list[tuple[str, str, str]]:
    """(speakers, reporting words, content), each as printed, pieces parted by a slash."""
    reading = reading_of(text)
    return [
        (
            "/".join(reading.grammar.words[t] for t in saying.speakers),
            text[slice(*saying.cue)] if saying.cue else "",
            " / ".join(text[slice(*span)] for span in saying.content),
        )
        for saying in find_sayings(reading)
    ]


def only(text: str) -> Saying:
    sayings = find_sayings(reading_of(text))
    assert len(sayings) == 1, told(text)
    return sayings[0]


CASES = [
    (
        "and another clause behind that",
        "Nadia added that her uncle was shot, and two cousins were hurt.",
        [("Nadia", "added", "her uncle was shot / two cousins were hurt")],
    ),
    (
        "and another clause in the tense of what is told",
        "The minister said the army had retaken the town, and the rebels had fled.",
        [("minister", "said", "the army had retaken the town / the rebels had fled")],
    ),
    (
        "and another deed of the speaker",
        "The mayor said that the army left the town, and he praised the police.",
        [("mayor", "said", "the army left the town")],
    ),
    (
        "behind a toll and its cause",
        "The number of people killed in Monday's attack by rebels on the bus station of Bor has risen to nine after two of "
        "the wounded died in the hospital overnight, the head of the police, Oleh Kraw, said on Tuesday.",
        [
            (
                "head",
                "said",
                "The number of people killed in Monday's attack by rebels on the bus station of Bor has risen to nine after "
                "two of the wounded died in the hospital overnight",
            )
        ],
    ),
    ("before", "The army said that rebels had left the town.", [("army", "said", "rebels had left the town")]),
    ("after", "Rebels had left the town, the army said.", [("army", "said", "Rebels had left the town")]),
    ("inverted", "Rebels had left the town, said the mayor.", [("mayor", "said", "Rebels had left the town")]),
    ("in the middle", "The rebels, he said, had left the town.", [("he", "said", "The rebels / had left the town")]),
    (
        "two speak",
        "Residents and doctors said the market was hit.",
        [("Residents/doctors", "said", "the market was hit")],
    ),
    (
        "at the end, beside a place",
        "Jets dropped bombs on Ruma, a village where nobody fought, a member of a relief team told the paper.",
        [("member", "told", "Jets dropped bombs on Ruma, a village where nobody fought")],
    ),
    (
        "at the end, by office and name",
        "The army shelled the town of Lalo, the mayor, Omar Diallo, said on Monday.",
        [("mayor", "said", "The army shelled the town of Lalo")],
    ),
    (
        "at the end, behind a list",
        "Among those killed are a boy and his aunt, the prosecutor's office said, adding that two were missing.",
        [("office", "said", "Among those killed are a boy and his aunt"), ("office", "adding", "two were missing")],
    ),
    (
        "denied a deed",
        "Lima has always denied shipping rifles to the rebels.",
        [("Lima", "denied", "shipping rifles to the rebels")],
    ),
    (
        "countered on its channel",
        "The group countered on its channel that it had taken two posts.",
        [("group", "countered", "it had taken two posts")],
    ),
    (
        "within minutes",
        "His office responded within minutes that the town stands.",
        [("office", "responded", "the town stands")],
    ),
    (
        "promised an inquiry",
        "The governor has promised an inquiry into the beating.",
        [("governor", "promised", "an inquiry into the beating")],
    ),
    (
        "urged him, who",
        "Rao urged the colonel, who left on Friday, to resume the talks.",
        [("Rao", "urged", "the colonel, who left on Friday, to resume the talks")],
    ),
    (
        "an office and a name before a colon",
        "Army spokesman Col. Idris Bello: The enemy has lost two planes.",
        [("Bello", "", "The enemy has lost two planes")],
    ),
    (
        "a quotation that goes on",
        'The army said it had shelled Lalo, "killing dozens of rebels".',
        [("army", "said", 'it had shelled Lalo, "killing dozens of rebels"')],
    ),
    ("asked about it", "Rao, asked about the raid, said Chad was calm.", [("Rao", "said", "Chad was calm")]),
    (
        "quoted as saying",
        "The agency quoted a source as saying that gangs had fled.",
        [("source", "saying", "gangs had fled")],
    ),
    (
        "by its medium once",
        "Rao replied in a statement that the army had fired.",
        [("Rao", "replied", "the army had fired")],
    ),
    (
        "according to",
        "According to the ministry, 12 people were killed.",
        [("ministry", "According to", "12 people were killed")],
    ),
    (
        "in the view of",
        "In the view of analysts, the truce will collapse.",
        [("analysts", "In the view of", "the truce will collapse")],
    ),
    (
        "a document",
        "The report says that both sides shelled the hospital.",
        [("report", "says", "both sides shelled the hospital")],
    ),
    (
        "unnamed",
        "A security source told Reuters that the convoy was attacked.",
        [("source", "told", "the convoy was attacked")],
    ),
    (
        "announced",
        "It was announced that the bridge had been closed.",
        [("", "announced", "the bridge had been closed")],
    ),
    (
        "believed to",
        "The commander is believed to have fled.",
        [("", "believed", "The commander / to have fled")],
    ),
    (
        "quoted as saying",
        "The minister was quoted as saying that talks had failed.",
        [("minister", "saying", "talks had failed")],
    ),
    ("vowed", "The group vowed to fight on.", [("group", "vowed", "to fight on")]),
    ("denied a deed", "The air force denied bombing the school.", [("force", "denied", "bombing the school")]),
    (
        "accused of",
        "Activists accused the army of shelling the camp.",
        [("Activists", "accused", "the army of shelling the camp")],
    ),
    (
        "described as",
        "He described the civilians as human shields.",
        [("He", "described", "the civilians as human shields")],
    ),
    ("called for", "Turkey called for a ceasefire.", [("Turkey", "called for", "a ceasefire")]),
    ("condemned", "The union condemned the attack.", [("union", "condemned", "the attack")]),
    ("condemned by", "The attack was condemned by the union.", [("union", "condemned", "The attack")]),
    (
        "urged somebody to",
        "The envoy urged both sides to stop the fighting.",
        [("envoy", "urged", "both sides to stop the fighting")],
    ),
    (
        "a noun with a clause",
        "He repeated his claim that foreign troops had crossed the border.",
        [("He", "repeated", "his claim that foreign troops had crossed the border")],
    ),
    (
        "a noun whose speaker owns it",
        "Nobody believed their warning that the dam would burst.",
        [("their", "warning", "the dam would burst")],
    ),
    (
        "a sentence that goes on in the outlet's voice",
        "The army said the town was calm. Shells fell an hour later.",
        [("army", "said", "the town was calm")],
    ),
    (
        "three in a row",
        "The colonel said the raid had failed and accused the militia of treason.",
        [("colonel", "said", "the raid had failed"), ("colonel", "accused", "the militia of treason")],
    ),
    (
        "hung on the statement",
        "The group said in a statement that it had seized two villages.",
        [("group", "said", "it had seized two villages")],
    ),
    (
        "put at a number",
        "The ministry put the number of dead at 70, of whom nine were children.",
        [("ministry", "put", "the number of dead at 70, of whom nine were children")],
    ),
    (
        "put at and said",
        "The mayor put the toll at 12 and said the search went on.",
        [("mayor", "put", "the toll at 12"), ("mayor", "said", "the search went on")],
    ),
    (
        "an estimate cut",
        "The aid group cut its estimate to 30 from 45.",
        [("group", "cut", "its estimate to 30 from 45")],
    ),
    ("a toll", "Doctors reported 14 dead in Kassala.", [("Doctors", "reported", "14 dead in Kassala")]),
    ("a bare estimate", "The government guesses 9,000.", [("government", "guesses", "9,000")]),
    (
        "one preposition twice",
        "The agency called for access to the camps and for protection of their staff.",
        [("agency", "called for", "access to the camps and for protection of their staff")],
    ),
    ("a denial of this", "The commander denied this.", [("commander", "denied", "this")]),
    (
        "a charge denied",
        "Analysts link him to the raid, a charge that the general denies.",
        [("general", "denies", "a charge")],
    ),
    (
        "said by telephone",
        "The commander said by satellite telephone that the bridge had been lost.",
        [("commander", "said", "the bridge had been lost")],
    ),
    (
        "before and behind the colon",
        "Thousands had fled, the agency said: half of them went to the coast.",
        [("agency", "said", "Thousands had fled / half of them went to the coast")],
    ),
    (
        "one word against another",
        "The army said that 12 of its men had died; the rebels said they had killed 50.",
        [("army", "said", "12 of its men had died"), ("rebels", "said", "they had killed 50")],
    ),
    (
        "an entry of a log",
        "The Free Valley Army (FVA) fired on the post. Shelling went on. FVA: we have left the town.",
        [("FVA", "", "we have left the town")],
    ),
    (
        "a denial in a relative clause",
        "The minister blamed the Front, which denied involvement.",
        [("Front", "denied", "involvement")],
    ),
    (
        "two deeds according to",
        "The war has killed 59,700 people and wounded 144,000, according to the authorities.",
        [("authorities", "according to", "The war has killed 59,700 people and wounded 144,000")],
    ),
    (
        "a dateline with its dot",
        "Bogotá, Feb 4 (EFE).- Rebels had left the town, the army said.",
        [("army", "said", "Rebels had left the town")],
    ),
    (
        "a dateline",
        "GOMA, Congo, May 3 - Rebels had left the town, the army said.",
        [("army", "said", "Rebels had left the town")],
    ),
    (
        "a statement after a semicolon",
        "The road was closed; officials fear that it was mined.",
        [("officials", "fear", "it was mined")],
    ),
]


@pytest.mark.parametrize(("text", "sayings"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_sayings(text: str, sayings: list[tuple[str, str, str]]) -> None:
    found = told(text)
    assert [saying for saying in sayings if saying not in found] == []


HEADLINES = [
    ("a sayer behind", "Army kills 12, says monitor", [("monitor", "says", "Army kills 12")]),
    ("a colon before", "Minister: We will not yield\n\nTalks ended.", [("Minister", "", "We will not yield")]),
    ("a colon behind", "Dozens killed in strike: UN\n\nIt was dawn.", [("UN", "", "Dozens killed in strike")]),
    ("a piece of a paper", 'Letter from Goma: "Does my son know our street?"\n\nIt was dawn.', []),
    ("a dash", "Rebels retreat from Goma - army\n\nIt was dawn.", [("army", "", "Rebels retreat from Goma")]),
    (
        "a dash that touches",
        "Blast in Kabul kills 12 -police\n\nIt was dawn.",
        [("police", "", "Blast in Kabul kills 12")],
    ),
    ("of two words", "Raid kills ten - army sources\n\nIt was dawn.", [("sources", "", "Raid kills ten")]),
    ("behind a slug", "UPDATE 2-Rebels seize Goma, army says\n\nIt was dawn.", [("army", "says", "Rebels seize Goma")]),
    ("a place behind a dash", "Flash Update - Displacement from Goma\n\nIt was dawn.", []),
    ("a place before a colon", "Syria: 12 killed in bombing\n\nIt was dawn.", []),
]


@pytest.mark.parametrize(("text", "sayings"), [case[1:] for case in HEADLINES], ids=[case[0] for case in HEADLINES])
def test_headlines(text: str, sayings: list[tuple[str, str, str]]) -> None:
    assert told(text) == sayings


SILENT = [
    ("a name in marks", 'A third man, identified only as "Ka Bello," died of his wounds.'),
    ("claimed by no group", "No group has owned up to the killing of the mayor."),
    ("pleaded anonymity", "A resident, who pleaded anonymity for fear of reprisal, fled."),
    ("no comment", "The minister has not commented on the raid."),
    ("no answer yet", "The junta is yet to respond to the ruling."),
    ("not heard of", "He has not been heard of since."),
    ("pressed ahead", "The rebels pressed ahead with their march on the capital."),
    ("pressed on", "The troops pressed on towards the river."),
    ("what a deal will see", "The deal will see troops leave the town."),
    ("what a week has seen", "The past week has seen rebels seize two villages."),
    ("maintained", "The group maintains a blockade on the port."),
    ("pressed a bid", "The rebels pressed a bid to take the port."),
    ("claims gains", "Shells hit Bor as the rebels claim gains near the port."),
    ("troops added", "The commander added 200 troops to the garrison."),
    ("reported for duty", "Recruits reported for duty at the barracks."),
    ("money", "The charity raised money for the camp."),
    ("a telephone", "She called him on Monday."),
    ("seen", "Villagers saw a drone."),
    ("food", "They ordered food and water."),
    ("held", "Rebels held the town for a week."),
    ("levelled", "Air strikes levelled the building."),
    ("claimed lives", "The battle claimed 12 lives."),
    ("the back", "He was shot in the back."),
    ("in order to", "Troops closed the road in order to search the village."),
    ("not authorised", "He was not authorised to speak to reporters."),
    ("not authorised to talk", "She was not authorised to talk to the media."),
    ("a name not wanted", "Officials who did not want their names used hid."),
    ("not verified", "The paper could not verify either account."),
    ("declared dead", "The mayor was declared dead on arrival."),
    ("anonymity", "The officer requested anonymity for fear of reprisals."),
    ("a question left open", "The spokesman did not say how many had died."),
    ("the outlet's we", "We have recorded 40 deaths since May."),
    ("not to be named", "The man asked not to be named for fear of reprisals."),
    ("a name given", "The driver identified himself as Musa."),
    ("a name of one's own", "The fighter calls himself Sami."),
    ("force raised", "The army raised its force to 6,000."),
    ("lives at risk", "The strike put 300 lives at risk."),
    ("a truce agreed to", "The two sides agreed to a truce."),
    ("a statement beside", "The junta shut two papers; hundreds protested in the capital."),
    ("going on", "The army continued to shell the town."),
    ("beginning", "Rebels began to leave the valley on Sunday."),
    ("money approved", "Congress approved $15 million in aid to the guerrillas."),
    ("a convoy rejected", "The guards rejected the lorry at the gate."),
    ("refuge sought", "Some 7,000 people had sought refuge in the church."),
    ("taken for questioning", "Boys were taken away for questioning."),
    ("captured", "The army captured parts of Bakhmut."),
    ("shown by deeds", "Widows blocked a road to show their disapproval of the war."),
    ("entry not given", "Guards denied reporters entry to the camp."),
    ("access not given", "Villagers were denied access to their fields."),
    ("a joined word", "North Valley: who holds what after Operation Dawn-Five"),
]


@pytest.mark.parametrize("text", [case[1] for case in SILENT], ids=[case[0] for case in SILENT])
def test_no_saying(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "act", "kind", "realis"),
    [
        ("The army denied that it had shelled the town.", "deny", "speech", "negated"),
        ("The minister rejected the accusation in a letter.", "deny", "speech", "negated"),
        ("The group threatened to attack the port.", "threaten", "speech", "planned"),
        ("The envoy demanded that the fighters leave.", "demand", "speech", "demanded"),
        ("Aid workers expect more people to flee.", "predict", "belief", "expected"),
        ("The minister alleged that the convoy carried arms.", "claim", "speech", None),
        ("Police did not say whether a ransom had been paid.", "say", "speech", "possible"),
    ],
    ids=["deny", "reject a charge", "threaten", "demand", "expect", "allege", "not said"],
)
def test_act_and_realis(text: str, act: str, kind: str, realis: str | None) -> None:
    saying = only(text)
    assert (saying.act, saying.kind, saying.realis) == (act, kind, realis)


def test_a_cue_that_casts_doubt() -> None:
    assert only("The minister alleged that the convoy carried arms.").hedge


def test_who_is_spoken_to() -> None:
    text = "The mayor told residents that the bridge was mined."
    reading = reading_of(text)
    (saying,) = find_sayings(reading)
    assert [reading.grammar.words[t] for t in saying.addressees] == ["residents"]


def test_a_saying_in_a_saying() -> None:
    text = "Residents told the agency that soldiers said the road was mined."
    outer, inner = find_sayings(reading_of(text))
    assert (outer.outer, inner.outer) == (None, 0)


def test_the_words_for_a_speaker_in_a_relative_clause() -> None:
    text = "The raid was led by a colonel, who said that nobody was hurt."
    reading = reading_of(text)
    (saying,) = find_sayings(reading)
    assert [reading.grammar.words[t] for t in saying.speakers] == ["colonel"]
    assert [text[slice(*span)] for span in saying.stand_ins] == ["who"]


PIECES = st.sampled_from(
    [
        "The army said",
        "“We won,”",
        "he said.",
        '"They left',
        "according to the mayor",
        ".",
        "\n\n",
        "who told us that",
        ":",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=8).map(" ".join))
def test_every_span_lies_in_the_text(text: str) -> None:
    sayings = find_sayings(reading_of(text))
    for number, saying in enumerate(sayings):
        assert saying.content
        assert saying.outer is None or (0 <= saying.outer < len(sayings) and saying.outer != number)
        for start, end in (*saying.content, *saying.verbatim, *saying.evidence):
            assert 0 <= start < end <= len(text)


CLAIMED = {
    "by name": ("Al-Shabaab claimed the attack in a message.", "Shabaab"),
    "another's deed": ("The group claimed Monday's bombing of a mosque in Kunduz.", "group"),
    "passive": ("The attack was claimed by Jaish al-Adl.", "Adl"),
}


@pytest.mark.parametrize(("text", "speaker"), CLAIMED.values(), ids=CLAIMED.keys())
def test_who_claims_a_deed_says_it(text: str, speaker: str) -> None:
    assert speaker in told(text)[0][0]


def test_a_deed_that_claims_lives_says_nothing() -> None:
    assert told("The attack claimed 12 lives.") == []
