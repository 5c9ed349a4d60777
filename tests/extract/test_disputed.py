"""Claims of one report that can't all hold."""

from __future__ import annotations

from sayso.extract.disputed.disputes import find_disputes
from sayso.extract.disputed.words import Names
from sayso.records import Control, Event, Figure, Place, Relation, Speaker, Utterance, When

TEXT = "The army said 40 civilians were killed in Wad Hamdan. The rebels said 11 fighters were killed."
PLACES = (Place(id="wad", name="Wad Hamdan", kind="town", precision="settlement", evidence=((41, 51),)),)
NAMES = Names(TEXT, PLACES)
DAY = When(start="2024-10-20", end="2024-10-20", basis="stated")
ARMY, REBELS, DOCTORS = (
    Utterance(id=key, speakers=(Speaker(party=key, evidence=((0, 3),)),), mode="reported", act=act, evidence=((0, 3),))
    for key, act in (("army", "say"), ("rebels", "deny"), ("doctors", "say"))
)


def figure(key: str, voice: str | None, **fields: object) -> Figure:
    """A figure of the killed in one place on one day."""
    known = {"best": 40.0, "group": "civilians", "measure": "killed", "span": (14, 27), **fields}
    return Figure(
        id=key, utterance=voice, when=DAY, where=("wad",), confidence=0.8, method="test", evidence=((14, 40),),
        modifier="exactly", unit="people", what="people", **known,
    )  # fmt: skip


def event(key: str, voice: str | None, **fields: object) -> Event:
    """A killing in one place on one day."""
    known = {"realis": "happened", "actor": ("army",), "recipient": ("rebels",), **fields}
    return Event(
        id=key, utterance=voice, when=DAY, where=("wad",), confidence=0.8, method="happened/kill",
        evidence=((14, 40),), type="ASSAULT", trigger=(33, 39), **known,
    )  # fmt: skip


def disputes(*claims: object) -> list[tuple[str, tuple[str, ...], str]]:
    """(about, claims, why) of the disputes among these."""
    return [(d.about, d.claims, d.why) for d in find_disputes(claims, (ARMY, REBELS, DOCTORS), NAMES)]


def test_rival_figures_keep_every_side_and_say_what_they_are_about() -> None:
    found = disputes(figure("a", "army"), figure("b", "rebels", best=11.0), figure("c", "doctors", best=25.0))
    assert found == [
        ("the killed civilians in Wad Hamdan", ("a", "b", "c"), "different figures for one thing"),
    ]


def test_figures_that_agree_are_no_dispute() -> None:
    assert disputes(figure("a", "army"), figure("b", "rebels", best=None, low=30.0)) == []


def test_one_voice_does_not_dispute_itself() -> None:
    assert disputes(figure("a", "army"), figure("b", "army", best=11.0)) == []


def test_a_part_is_no_rival_of_the_whole() -> None:
    text = "The army counted 40 dead; doctors said nine of them were children."
    parts = (figure("a", "army", span=(17, 24)), figure("b", "rebels", best=9.0, span=(39, 51)))
    assert find_disputes(parts, (ARMY, REBELS, DOCTORS), Names(text, PLACES)) == ()


def test_rival_descriptions_of_the_same_people() -> None:
    told = figure("a", "army", event="e"), figure("b", "rebels", best=40.0, group="fighters", event="e")
    assert [why for *_, why in disputes(*told)] == ["different descriptions of the same people"]


def test_denials_pair_one_deed_with_its_denial() -> None:
    found = disputes(event("a", "army"), event("b", "rebels", realis="negated"))
    assert [(claims, why) for _, claims, why in found] == [(("a", "b"), "a denial")]


def test_another_deed_is_not_denied() -> None:
    other = event("b", "rebels", realis="negated", actor=("police",), recipient=("crowd",))
    assert disputes(event("a", "army"), other) == []


def test_rival_perpetrators() -> None:
    found = disputes(event("a", "army", actor=("rebels",), recipient=("x",)), event("b", "rebels", recipient=("x",)))
    assert [why for *_, why in found] == ["different perpetrators"]


def control(voice: str) -> Control:
    """A claim of who speaks to hold the place."""
    return Control(
        id=voice, utterance=voice, confidence=0.8, method="held", evidence=((0, 8),), holder=(voice,), area=("wad",),
        state="held",
    )  # fmt: skip


def backing(voice: str, kind: str, realis: str) -> Relation:
    """A relation of x to y as one of them tells it."""
    return Relation(
        id=voice, utterance=voice, realis=realis, confidence=0.8, method="standing", evidence=((0, 30),),
        subject=("x",), type=kind, object=("y",),
    )  # fmt: skip


def test_rival_claims_of_control() -> None:
    assert [about for about, *_ in disputes(control("army"), control("rebels"))] == ["who holds Wad Hamdan"]


def test_denied_backing() -> None:
    said, denied = backing("army", "backs", "happened"), backing("rebels", "arms", "negated")
    assert [claims for _, claims, _ in disputes(said, denied)] == [("army", "rebels")]
