"""Noun phrases: conjunction, apposition, partitives."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.parse import Grammar, appositions, conjuncts, meant, prepositional


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        ("Dozens of soldiers fled.", "Dozens", "soldiers"),
        ("The war drove scores of families away.", "scores", "families"),
        ("Most of the prisoners escaped.", "Most", "prisoners"),
        ("A group of deserters surrendered.", "group", "deserters"),
        ("The mayor of the town fled.", "mayor", "mayor"),
        ("Soldiers fled.", "Soldiers", "Soldiers"),
    ],
    ids=["dozens", "scores", "most", "group", "no partitive", "bare"],
)
def test_behind_a_partitive_stands_who_is_meant(parse: Callable[..., Grammar], text: str, word: str, head: str) -> None:
    grammar = parse(text)
    assert grammar.words[meant(grammar, grammar.words.index(word))] == head


def test_conjuncts_are_spread_out_left_to_right(parse: Callable[..., Grammar]) -> None:
    grammar = parse("Soldiers, policemen and militiamen fled.")
    assert words(grammar, conjuncts(grammar, 0)) == ["Soldiers", "policemen", "militiamen"]


def test_prepositional_objects_by_their_preposition(parse: Callable[..., Grammar]) -> None:
    grammar = parse("The army mourned an attack on the barracks and the depot.")
    attack = grammar.words.index("attack")
    assert words(grammar, prepositional(grammar, attack, "on")) == ["barracks", "depot"]
    assert prepositional(grammar, attack, "against") == ()


def test_apposition(parse: Callable[..., Grammar]) -> None:
    grammar = parse("Omar Haddad, a spokesman for the brigade, said the town was calm.")
    assert words(grammar, appositions(grammar, grammar.words.index("Haddad"))) == ["spokesman"]


def words(grammar: Grammar, tokens: tuple[int, ...]) -> list[str]:
    return [grammar.words[token] for token in tokens]
