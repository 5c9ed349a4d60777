"""Text in capitals, as a title, or without capitals is put into ordinary case; spans stay those of the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.parse import Grammar, read_clauses
from sayso.parse.case import in_ordinary_case, proper_words


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("ARMY SHELLS VILLAGE IN ZARKAVIA , KILLING TWELVE", "army shells village in Zarkavia , killing twelve"),
        ("Rebels Seize Border Town After Heavy Fighting", "Rebels seize border town after heavy fighting"),
        ("UN Says Talks Between Army and Rebels Collapsed", "UN says talks between army and rebels collapsed"),
    ],
    ids=["capitals", "title", "acronym in a title"],
)
def test_case_that_tells_nothing_is_put_right(given: str, wanted: str) -> None:
    assert in_ordinary_case(given.split()) == wanted.split()


@pytest.mark.parametrize(
    "text",
    [
        "Rebels seized the border town after heavy fighting .",
        "rebels seized the border town after heavy fighting .",
        "ARMY",
        "M23 and FARDC",
        "12,500 !!! ---",
        "",
    ],
    ids=["ordinary", "no capitals", "too short", "acronyms", "no letters", "empty"],
)
def test_ordinary_case_is_left_alone(text: str) -> None:
    assert in_ordinary_case(text.split()) is None


def test_names_that_the_body_writes_with_a_capital_keep_it_in_a_title() -> None:
    title = ["Rebels", "Leave", "March", "After", "Heavy", "Fighting"]
    assert in_ordinary_case(title, proper=proper_words("They fled March on Sunday.")) is not None
    assert "March" in (in_ordinary_case(title, proper=proper_words("They fled March on Sunday.")) or ())


def test_proper_words_are_those_within_sentences() -> None:
    assert proper_words("Gunmen shot at Karim. Soldiers came from Beni.") == {"Karim", "Beni"}


def test_lengths_stay_where_small_letters_are_longer() -> None:
    words = ["İZMİR", "POLİCE", "ARREST", "PROTESTERS", "AFTER", "CLASHES"]
    changed = in_ordinary_case(words)
    assert changed is not None
    assert [len(word) for word in changed] == [len(word) for word in words]


@pytest.mark.parametrize(
    "text",
    [
        "SOLDIERS KILLED ELEVEN FARMERS NEAR THE BORDER ON MONDAY, OFFICIALS SAID.",
        "soldiers killed eleven farmers near the border on monday, officials said.",
        "Soldiers Killed Eleven Farmers Near the Border on Monday",
    ],
    ids=["capitals", "small letters", "title"],
)
def test_clauses_survive_any_case(parse: Callable[..., Grammar], text: str) -> None:
    grammar = parse(text)
    kill = next(clause for clause in read_clauses(grammar, happenings=()) if clause.lemma == "kill")
    assert [grammar.lowers[token] for token in kill.slots["subject"]] == ["soldiers"]
    assert [grammar.lowers[token] for token in kill.slots["object"]] == ["farmers"]


def test_words_stay_those_of_the_text(parse: Callable[..., Grammar]) -> None:
    text = "SOLDIERS KILLED ELEVEN FARMERS NEAR THE BORDER ON MONDAY"
    assert parse(text).words == text.split()
