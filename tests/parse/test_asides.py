"""Acronyms in brackets and datelines are kept from the model and stand in the grammar all the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.parse import Grammar
from sayso.parse.asides import find_asides, with_asides

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


def test_a_dateline_is_no_part_of_the_first_sentence(parse: Callable[..., Grammar]) -> None:
    grammar = parse("YANGON (Mekong Wire) - The army dropped two bombs on a school.")
    first, after = grammar.sentences[1]
    assert grammar.words[first:after][:3] == ["The", "army", "dropped"]


@given(st.lists(st.sampled_from(["The", "Forces", "(", ")", "RSF", "and", "u", "SAF"]), max_size=14))
def test_asides_come_back_where_they_were(words: list[str]) -> None:
    aside = find_asides(words)
    places = [at for at in range(len(words)) if at not in aside]
    rows = with_asides([("NN", "dep", at, False) for at in range(len(places))], places, len(words))
    assert len(rows) == len(words) and len(aside) % 3 == 0
    assert all(rows[at][2] == at for at in places)
    assert all(0 <= row[2] < len(words) for row in rows)
