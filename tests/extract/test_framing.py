"""Clauses and the frames that fit them: slots, light verbs, phrases of nouns, and which of several words tells it."""

from __future__ import annotations

import pytest

from sayso.extract.framing.framer import Framed, Framer
from sayso.extract.reading import Reading
from sayso.parse import parse_grammars
from sayso.records import Report, report_id


def framed(text: str) -> tuple[Reading, tuple[Framed, ...]]:
    """A text in, its framed clauses out; every name or pronoun passes for a party, none for a place."""
    report = Report(id=report_id(text.encode()), text=text)
    reading = Reading(report, next(parse_grammars([report])))
    tags = reading.grammar.tags
    framer = Framer(
        reading,
        is_party=lambda token: tags[token] in ("NNP", "PRP"),
        is_person=lambda token: tags[token] == "PRP",
        is_place=lambda token: False,
    )
    return reading, framer.framed()


def words(reading: Reading, tokens: tuple[int, ...]) -> list[str]:
    return [reading.grammar.words[token] for token in tokens]


WEAPONS = {
    "by it": ("The offices were damaged by a bomb.", "bomb"),
    "with it": ("Three farmers were killed with machetes.", "machete"),
    "it did it": ("The mine killed a shepherd.", "mine"),
    "the deed behind two tolls": ("At least 35 people died and 350 were wounded in the blast.", "explosive device"),
    "none": ("Three farmers were killed on Monday.", None),
}


@pytest.mark.parametrize(("text", "weapon"), WEAPONS.values(), ids=WEAPONS.keys())
def test_the_words_around_a_deed_give_its_weapon(text: str, weapon: str | None) -> None:
    _, items = framed(text)
    told = [item for item in items if not item.absorbed]
    assert [item.weapon or item.frame.weapon for item in told] == [weapon]


WHO = {
    "passive": ("Two guards were shot by gunmen.", "ASSAULT", ["gunmen"], ["guards"]),
    "light verb": ("The army launched an attack on the rebels.", "ASSAULT", ["army"], ["rebels"]),
    "suffered": ("The rebels came under attack from the army.", "ASSAULT", ["army"], ["rebels"]),
    "doer behind the object": (
        "The expulsion of three diplomats by Warsaw was swift.",
        "SANCTION",
        ["Warsaw"],
        ["diplomats"],
    ),
    "doer behind the verb": ("Fishermen complained of extortion by militiamen.", "COERCE", ["militiamen"], []),
    "headed phrase": ("A call for a ceasefire by Paris came on Monday.", "REQUEST", ["Paris"], []),
    "lent by the object": ("Beirut lodged a complaint against Israel.", "ACCUSE", ["Beirut"], ["Israel"]),
    "shared subject": ("Gunmen stormed the clinic and abducted two nurses.", "ASSAULT", ["Gunmen"], ["clinic"]),
    "asked to": ("Washington demanded that Hamas release them.", "REQUEST", ["Washington"], ["Hamas"]),
    "whose plan": ("The rebels rejected Moscow's plan.", "REJECT", ["rebels"], ["Moscow"]),
    "blamed for": ("Police blamed separatists for the bombing.", "ASSAULT", ["separatists"], []),
    "through an adjective": ("Syria is willing to withdraw its troops.", "RETREAT", ["Syria"], []),
}


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), WHO.values(), ids=WHO.keys())
def test_slots_say_who_is_who(text: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    reading, items = framed(text)
    item = next(item for item in items if item.frame.type == kind and not item.absorbed)
    assert words(reading, item.actors) == actors
    assert not recipients or words(reading, item.recipients) == recipients


TELLERS = {
    "toll and deed": ("An air strike killed 12 people.", ["ASSAULT"]),
    "condemned": ("Paris condemned the massacre.", ["ACCUSE", "ASSAULT"]),
    "lifted": ("Washington lifted sanctions on the bank.", ["CONCEDE"]),
    "demanded": ("The council demanded the release of the hostages.", ["REQUEST", "RETREAT"]),
    "a toll whose other half it has taken over": ("Tadesse died from a gunshot wound or wounds.", ["ASSAULT"]),
    "refused demands": ("The rebels rejected the demands.", ["REJECT"]),
    "displaced": ("Clashes displaced 60,000 people.", ["ASSAULT", "FLEE"]),
    "called off": ("The teachers' union called off its strike.", ["CONCEDE"]),
    "with bombs": ("Jets struck the camp with cluster bombs.", ["ASSAULT"]),
}


@pytest.mark.parametrize(("text", "types"), TELLERS.values(), ids=TELLERS.keys())
def test_one_word_tells_each_happening(text: str, types: list[str]) -> None:
    _, items = framed(text)
    assert sorted(item.frame.type for item in items if not item.absorbed) == types


def test_a_phrasal_verb_is_not_its_bare_verb() -> None:
    _, items = framed("Troops pressed on with the march.")
    assert not [item for item in items if item.frame.type == "REQUEST"]


def test_a_day_is_no_party_called_on() -> None:
    _, items = framed("The minister called on Tuesday.")
    assert not [item for item in items if item.frame.type == "REQUEST"]
