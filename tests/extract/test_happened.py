"""What happened, in short reports: type, mode, who, whether, and what else one may say of it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.records import Event, Record, Report, report_id


def read(text: str) -> Record:
    """A short text in, its record out."""
    report = Report(id=report_id(text.encode()), text=text)
    return extract_record(report, next(parse_grammars([report])))


def events(record: Record, kind: str) -> list[Event]:
    """The events of a type, in order."""
    return [claim for claim in record.claims if isinstance(claim, Event) and claim.type == kind]


def said(record: Record, ids: tuple[str, ...]) -> str:
    """All the words by which the report names these parties and people, in lower case."""
    spans = [span for entry in (*record.parties, *record.people) if entry.id in ids for span in entry.evidence]
    return " ".join(record.report.text[start:end] for start, end in spans).lower()


@dataclass
class Told:
    text: str
    type: str
    mode: str | None = None
    actor: str = ""
    recipient: str = ""
    realis: str = "happened"


TOLD = {
    "crossing civilians flee": Told("More than 9,000 people have crossed into Uganda.", "FLEE", None, "people"),
    "crossing troops attack": Told("Rwandan troops crossed into the district at dawn.", "ASSAULT", None, "troops"),
    "shot by men of": Told(
        "Two drivers were shot by gunmen near the bridge.", "ASSAULT", "firearms", "gunmen", "drivers"
    ),
    "was hit": Told("A bakery beside the clinic was hit on Tuesday.", "ASSAULT"),
    "led away": Told("The headmaster was led away by gunmen.", "ASSAULT", "abduct", "gunmen", "headmaster"),
    "taken from car": Told("A surgeon was taken from his car at the roundabout.", "ASSAULT", "abduct", "", "surgeon"),
    "supreme sacrifice": Told("Ten soldiers have made the supreme sacrifice.", "ASSAULT", None, "", "soldiers"),
    "told to": Told("The president told the rebels to leave Goma.", "REQUEST", "change", "president", "rebels"),
    "blocked by protesters": Told("Residents blocked the highway on Monday.", "PROTEST", "obstruct", "residents"),
    "walked out with": Told("A widow walked out with her five children.", "FLEE", None, "widow"),
    "let go": Told("The gunmen let the driver go.", "RETREAT", "release", "gunmen", "driver"),
    "condemned": Told("The African Union condemned the killings.", "ACCUSE", "disapprove", "african union"),
    "suspended": Told("The charity has suspended its work in the area.", "SANCTION", "discontinue", "charity"),
    "broke out": Told("The war between the army and the militia broke out in April.", "ASSAULT", None, "army"),
    "ruled out": Told(
        "The president ruled out talks with the guerrillas.", "REJECT", "meet", "president", "guerrillas"
    ),
    "base": Told("Chadian forces set up an outpost near Tine.", "MOBILIZE", "troops", "forces"),
    "planned": Told("The army plans to attack the town.", "ASSAULT", None, "army", "", "planned"),
    "negated": Told("The militia failed to take the airport.", "ASSAULT", None, "militia", "", "negated"),
    "denied": Told("The army denied shelling the market.", "ASSAULT", "heavy-weapons", "army", "", "negated"),
    "conditional": Told(
        "If the rebels attack the town, the army will answer.", "ASSAULT", None, "rebels", "", "conditional"
    ),
    "demanded": Told(
        "The council demanded the release of the hostages.", "RETREAT", "release", "", "hostages", "demanded"
    ),
    "will not": Told(
        "The rebels will not release the hostages.", "RETREAT", "release", "rebels", "hostages", "negated"
    ),
    "expelled by noun": Told(
        "The expulsion of three diplomats by Warsaw drew protests.", "SANCTION", "expel", "warsaw", "diplomats"
    ),
}


@pytest.mark.parametrize("told", TOLD.values(), ids=TOLD.keys())
def test_reads_what_happened(told: Told) -> None:
    record = read(told.text)
    found = events(record, told.type)
    assert found, [claim for claim in record.claims]
    event = found[0]
    assert (event.mode if told.mode else None) == told.mode
    assert told.actor in said(record, event.actor)
    assert told.recipient in said(record, event.recipient)
    assert event.realis == told.realis


NOTHING = {
    "nobody": ("Nobody was hurt in the village.", "ASSAULT"),
    "no casualties": ("No civilians were killed on Monday.", "ASSAULT"),
    "earthquake": ("The earthquake killed forty people and injured hundreds.", "ASSAULT"),
    "crash": ("Nine people were killed in a bus crash.", "ASSAULT"),
    "label": ("Arson and looting.", "ASSAULT"),
    "allied": ("The army and allied militias entered the town.", "AGREE"),
    "compound": ("Families live in a displacement camp.", "FLEE"),
    "slammed into": ("The car slammed into a wall.", "ACCUSE"),
    "walked out of talks": ("The delegation walked out of the talks.", "PROTEST"),
    "ambulances enter": ("Several ambulances entered the square before dawn.", "ASSAULT"),
    "aid trucks enter": ("Aid trucks entered the enclave through the crossing.", "ASSAULT"),
    "people cross over": ("Fewer people are crossing over from Sudan into Chad.", "ASSAULT"),
    "demand for goods": ("Gas demand fell as refineries shut down in Basra.", "REQUEST"),
    "stood by": ("Police stood by and watched.", "SUPPORT"),
    "cholera": ("Cholera is spreading, with 212 suspected cases and 9 deaths.", "ASSAULT"),
    "a fire": ("A fire killed nine people in a garment factory.", "ASSAULT"),
    "fireworks": ("Nine were killed and a dozen injured when a fireworks warehouse exploded.", "ASSAULT"),
    "a plant's explosion": ("An explosion at a fertilizer plant in Gujarat killed 12 workers.", "ASSAULT"),
    "told again": ("A gas cylinder blew out in a bakery. The explosion killed two.", "ASSAULT"),
    "rain that batters": ("Rainfall battered the coast for two days.", "ASSAULT"),
    "caught in a current": ("Four men were caught in the strong current of the river.", "COERCE"),
    "leaked": ("Leaked chemicals contaminated the river.", "ASSAULT"),
    "a dispute on fish": ("The island has a dispute over fisheries with its neighbours.", "ASSAULT"),
    "a body of judges": ("A watchdog body linked to the ministry visited 200 prisoners.", "ASSAULT"),
    "a call heeded": ("Protesters heeded the call of the opposition leader to march.", "CONCEDE"),
    "tanks to a border": ("The army deployed tanks to the border.", "AID"),
    "violated truce": ("The army violated the ceasefire.", "RETREAT"),
}


@pytest.mark.parametrize(("text", "kind"), NOTHING.values(), ids=NOTHING.keys())
def test_leaves_alone_what_is_none(text: str, kind: str) -> None:
    assert events(read(text), kind) == []


def test_a_toll_and_its_deed_are_one_event() -> None:
    record = read("An air strike on the market killed 12 people.")
    found = events(record, "ASSAULT")
    assert [(event.mode, event.weapon) for event in found] == [("aerial", "aircraft")]


def test_the_dead_and_the_wounded_are_one_event() -> None:
    assert len(events(read("The blast killed 12 people and wounded 30."), "ASSAULT")) == 1


def test_what_a_deed_was_done_with_is_no_second_deed() -> None:
    found = events(read("The air force bombed the clinic with barrel bombs."), "ASSAULT")
    assert len(found) == 1


STATUS = {
    "stated": ("Gunmen killed nine herders.", "stated"),
    "suspected": ("Suspected jihadists killed nine herders.", "suspected"),
    "unstated": ("Nine herders were killed.", "unstated"),
    "accused": ("Residents accused the army of shelling the camp.", "suspected"),
    "denied": ("The army denied shelling the camp.", "denied"),
    "contested": (
        "The ministry said militants killed two guards. The militants denied killing the guards.",
        "contested",
    ),
}


@pytest.mark.parametrize(("text", "status"), STATUS.values(), ids=STATUS.keys())
def test_says_how_sure_the_actor_is(text: str, status: str) -> None:
    assert events(read(text), "ASSAULT")[0].actor_status == status


PHASES = {
    "started": ("The rebels have begun withdrawing from the port.", "RETREAT", "started"),
    "paused": ("The army paused its offensive in the valley.", "ASSAULT", "paused"),
    "ended": ("The army ended its offensive in the valley.", "ASSAULT", "ended"),
    "announced": ("The army announced an offensive in the valley.", "ASSAULT", "announced"),
}


@pytest.mark.parametrize(("text", "kind", "phase"), PHASES.values(), ids=PHASES.keys())
def test_reads_phases(text: str, kind: str, phase: str) -> None:
    assert events(read(text), kind)[0].phase == phase


TOUCHED = {
    "hospital": ("The army shelled a maternity hospital.", "medical"),
    "school": ("Militants burned a school in Palma.", "school"),
    "journalist": ("Gunmen killed a journalist in Gaza.", "journalist"),
    "child": ("A drone killed two children.", "child"),
}


@pytest.mark.parametrize(("text", "protected"), TOUCHED.values(), ids=TOUCHED.keys())
def test_knows_what_is_protected(text: str, protected: str) -> None:
    assert protected in events(read(text), "ASSAULT")[0].protected


GRAVE = {
    "execution": ("Militants executed twelve prisoners.", "execution"),
    "rape": ("Soldiers raped four women in Adwa.", "sexual_violence"),
    "torture": ("Guards tortured the detainees.", "torture"),
    "hostage": ("Gunmen took three nurses hostage.", "hostage"),
}


@pytest.mark.parametrize(("text", "grave"), GRAVE.values(), ids=GRAVE.keys())
def test_knows_what_is_grave(text: str, grave: str) -> None:
    assert grave in events(read(text), "ASSAULT")[0].grave


PROMISED = {
    "agrees": ("The rebels said they will release the hostages.", "AGREE"),
    "threatens": ("Palestinian leaders said they would boycott the United States.", "THREATEN"),
    "refuses": ("Washington said it would not meet the demands of the kidnappers.", "REJECT"),
    "asks": ("The rebels said the president must resign.", "REQUEST"),
    "asks for what no frame has": ("Beijing maintains that Manila must tow away the wreck.", "REQUEST"),
    "asks in a lead": ("Ethiopia should think again, Cairo said on Monday.", "REQUEST"),
}
NOT_ASKED = {
    "what should have been": "The army said the rebels should have known better.",
    "of nobody": "The minister said that the road should be paved.",
    "of oneself": "The army said it must do better.",
    "of the weather": "The mayor said the rain should stop.",
}


@pytest.mark.parametrize("text", NOT_ASKED.values(), ids=NOT_ASKED.keys())
def test_what_is_asked_of_nobody_is_no_request(text: str) -> None:
    assert not events(read(text), "REQUEST")


@pytest.mark.parametrize(("text", "kind"), PROMISED.values(), ids=PROMISED.keys())
def test_saying_can_be_a_deed(text: str, kind: str) -> None:
    found = events(read(text), kind)
    assert [event.realis for event in found] == ["happened"]


def test_a_definite_noun_adds_to_the_event_that_it_means() -> None:
    record = read("An air strike killed 12 people in Idlib. The attack was carried out by Russian jets.")
    found = events(record, "ASSAULT")
    assert len(found) == 1
    assert "russian" in said(record, found[0].actor)
