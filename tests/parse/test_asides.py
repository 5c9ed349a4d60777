"""Acronyms in brackets and datelines are kept from the model and stand in the grammar all the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.parse import Grammar
from sayso.parse.asides import find_asides, with_asides
from sayso.parse.bare_dates import find_bare_dates

SAID = "Clashes between the Sudanese Armed Forces (SAF) and the Rapid Support Forces (RSF) went on."


def test_an_acronym_does_not_break_the_tree(parse: Callable[..., Grammar]) -> None:
    grammar = parse(SAID)
    forces = [at for at, word in enumerate(grammar.words) if word == "Forces"]
    assert grammar.deps[forces[1]] == "conj" and grammar.heads[forces[1]] == forces[0]
    assert " ".join(grammar.words) == SAID.replace("(", "( ").replace(")", " )").replace("on.", "on .")


@pytest.mark.parametrize(("acronym", "head"), [("SAF", "Forces"), ("RSF", "Forces")])
def test_an_acronym_hangs_on_the_name_before_it(parse: Callable[..., Grammar], acronym: str, head: str) -> None:
    grammar = parse(SAID)
    at = grammar.words.index(acronym)
    assert (grammar.deps[at], grammar.words[grammar.heads[at]]) == ("appos", head)
    assert SAID[grammar.starts[at] : grammar.ends[at]] == acronym


@pytest.mark.parametrize(
    "text",
    [
        "The FMLN [Farabundo Marti National Liberation Front] attacked the barracks.",
        "The Rapid Support Forces [RSF] attacked the barracks.",
        "The MLC (Movement for the Liberation of Congo) attacked the barracks.",
    ],
)
def test_a_name_in_brackets_does_not_break_the_tree(parse: Callable[..., Grammar], text: str) -> None:
    grammar = parse(text)
    verb = grammar.words.index("attacked")
    subject = next(t for t in range(verb) if grammar.deps[t] == "nsubj")
    assert grammar.heads[subject] == verb
    assert grammar.words[subject] in ("FMLN", "Forces", "MLC")


@pytest.mark.parametrize("text", ["He [the president] left.", "Kabul [the capital of the country] fell."])
def test_other_words_in_brackets_are_read(parse: Callable[..., Grammar], text: str) -> None:
    grammar = parse(text)
    assert not find_asides(grammar.words)


DATELINES = {
    "agency in brackets": "YANGON (Mekong Wire) - ",
    "country in brackets, date": "MAPUTO (MOZAMBIQUE), 12 JAN 90 (LAM) -- ",
    "a town of two words, one of two letters": "EL OBEID, 3 MAY 24 (DARFUR 24) -- ",
    "country in brackets, in ordinary case": "Goma (DR Congo), 3 March 2021 – ",
    "a day and an agency, no town": "Nov 17 (Mekong Wire) - ",
    "a town and an agency": "Rural Homs, SABA – ",
    "an agency in brackets, in ordinary case": "Tartus, (ST) - ",
    "a year and an agency": "Maiduguri, Nigeria, January 14, 2025 (WIRE) - ",
    "two towns, no dash": "Dhaka/Sylhet, Apr 12 (BDX) ",
    "a country in brackets, no dash": "Imphal [India], May 3 (NEW): ",
    "an agency in small letters": "Tuzla (apx) - ",
    "a bar": "ZINDER | Tue Apr 6 (Sahel Wire) - ",
    "one taken over from another agency": "LA PAZ, 7 NOV 89 (WIRE) -- ORURO, 6 NOV (POST) -- ",
}


@pytest.mark.parametrize("dateline", DATELINES.values(), ids=DATELINES.keys())
def test_a_dateline_is_no_part_of_the_first_sentence(parse: Callable[..., Grammar], dateline: str) -> None:
    grammar = parse(dateline + "The army dropped two bombs on a school.")
    sentences = [grammar.words[first:after] for first, after in grammar.sentences]
    opening = next(words for words in sentences if "dropped" in words)
    assert opening[:3] == ["The", "army", "dropped"]


def test_a_dash_in_capitals_is_no_dateline(parse: Callable[..., Grammar]) -> None:
    grammar = parse("THE GUERRILLAS -- WHO HAVE FLED -- ATTACKED A POST.")
    assert len(grammar.sentences) == 1


@given(st.lists(st.sampled_from(["The", "Forces", "(", ")", "RSF", "and", "u", "SAF"]), max_size=14))
def test_asides_come_back_where_they_were(words: list[str]) -> None:
    aside = find_asides(words)
    places = [at for at in range(len(words)) if at not in aside]
    rows = with_asides([("NN", "dep", at, False) for at in range(len(places))], places, len(words))
    assert len(rows) == len(words)
    assert all(rows[at][2] == at for at in places)
    assert all(0 <= row[2] < len(words) for row in rows)


@pytest.mark.parametrize(
    ("text", "day", "subject", "verb"),
    [
        ("Militants 7 Feb ambushed a convoy near the town.", "Feb", "Militants", "ambushed"),
        ("Council 19 March suspended two papers for a week.", "March", "Council", "suspended"),
        ("The army and its allies 13-16 Sept reportedly killed four herders.", "Sept", "army", "killed"),
        ("Gunmen overnight 3-4 May attacked a mill.", "May", "Gunmen", "attacked"),
        ("Envoys left the talks and the rebels next day shelled the port.", "day", "rebels", "shelled"),
        ("Police late Oct arrested dozens of students.", "Oct", "Police", "arrested"),
    ],
)
def test_a_bare_date_leaves_the_verb_its_subject(
    parse: Callable[..., Grammar], text: str, day: str, subject: str, verb: str
) -> None:
    grammar = parse(text)
    at = {word: number for number, word in enumerate(grammar.words)}
    assert (grammar.deps[at[day]], grammar.words[grammar.heads[at[day]]]) == ("npadvmod", verb)
    assert (grammar.deps[at[subject]], grammar.words[grammar.heads[at[subject]]]) == ("nsubj", verb)


@pytest.mark.parametrize(
    "text",
    [
        "On 7 Feb militants ambushed a convoy.",
        "The raid of 7 Feb killed four.",
        "Between 3 and 7 March floods destroyed homes.",
        "They fled the attack of 7 May 2014 on foot.",
        "Clashes 7 Feb in the north.",
    ],
)
def test_a_date_with_a_preposition_stays_with_the_model(text: str) -> None:
    assert not find_bare_dates(text.replace(".", " .").split())
