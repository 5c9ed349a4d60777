"""Possessives of texts that lost their apostrophes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.parse import Grammar, parse_grammars
from sayso.parse.apostrophes import lost_possessives, parted
from sayso.records import Block, Report

CASES = [
    ("a country's", "The raid hit Malis north.", {"Malis"}),
    ("a city's", "Shells fell on Aleppos west.", {"Aleppos"}),
    ("a text that has its apostrophes", "Mali's army said the raid hit Malis north.", set()),
    ("a people", "Syrians and Iraqis fled.", set()),
    ("a word that happens to end so", "The Germans fled Paris.", set()),
]


@pytest.mark.parametrize(("text", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_lost_possessives(text: str, wanted: set[str]) -> None:
    assert lost_possessives(text) == wanted


def grammar_of(text: str) -> Grammar:
    block = Block(kind="paragraph", start=0, end=len(text))
    return next(iter(parse_grammars([Report(id="sha256:0", text=text, blocks=(block,))])))


def test_the_ending_is_read_as_one() -> None:
    grammar = grammar_of("Gunmen stormed a hotel in Malis capital on Monday.")
    at = grammar.words.index("Mali")
    assert (grammar.lowers[at + 1], grammar.tags[at + 1]) == ("'s", "POS")
    assert grammar.text[grammar.starts[at + 1] : grammar.ends[at + 1]] == "s"


@given(st.lists(st.tuples(st.sampled_from(["Malis", "Mali", "s", "."]), st.booleans()), max_size=8))
def test_no_code_point_is_lost(tokens: list[tuple[str, bool]]) -> None:
    words, spaces = [word for word, _ in tokens], [space for _, space in tokens]
    found, behind, endings = parted(words, spaces, frozenset({"Malis"}))
    printed = "".join(word + " " * space for word, space in zip(found, behind, strict=True))
    assert printed == "".join(word + " " * space for word, space in tokens)
    assert all(found[ending] == "s" for ending in endings)
