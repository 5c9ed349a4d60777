"""Dictionary forms that the clauses are known by."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.parse import Grammar

PLAIN = ["need", "cross", "harass", "bring", "possess", "proceed", "witness", "press", "address"]


@pytest.mark.parametrize("verb", PLAIN)
def test_a_plain_form_is_its_own_dictionary_form(parse: Callable[..., Grammar], verb: str) -> None:
    grammar = parse(f"They {verb} them every day.")
    assert (grammar.tags[1], grammar.lemmas[1]) == ("VBP", verb)


def test_a_past_form_with_a_homonym_keeps_its_verb(parse: Callable[..., Grammar]) -> None:
    assert parse("They found the bodies.").lemmas[1] == "find"


def test_a_past_form_is_no_plain_one_whatever_its_tag(parse: Callable[..., Grammar]) -> None:
    grammar = parse("In Sudan, the SAF retook the state radio and television headquarters in Omdurman from the RSF.")
    at = grammar.lowers.index("retook")
    assert (grammar.tags[at], grammar.lemmas[at]) == ("VBD", "retake")


@pytest.mark.parametrize("noun", ["servicemen", "guardsmen", "tribesmen"])
def test_men_are_many_whatever_their_tag(parse: Callable[..., Grammar], noun: str) -> None:
    grammar = parse(f"Rebels killed 17 Sudanese {noun} and wounded three others.")
    assert grammar.lemmas[4] == f"{noun[:-2]}an"
