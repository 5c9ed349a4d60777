"""No word hangs, over others, on itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.parse import parse_grammars
from sayso.parse.grammar import Grammar
from sayso.parse.rings import open_rings
from sayso.parse.tree import Tree
from sayso.records import Report, report_id


def is_a_tree(grammar: Grammar) -> bool:
    """Whether whoever climbs comes to a root, from each word."""
    for token in range(len(grammar)):
        at, steps = token, 0
        while grammar.heads[at] != at and steps <= len(grammar):
            at, steps = grammar.heads[at], steps + 1
        if grammar.heads[at] != at:
            return False
    return True


@given(st.integers(1, 12).flatmap(lambda n: st.lists(st.integers(0, n - 1), min_size=n, max_size=n)))
def test_every_ring_is_opened(heads: list[int]) -> None:
    grammar = Grammar(" ".join("a" * len(heads)), ())
    grammar.words, grammar.heads = ["a"] * len(heads), list(heads)
    grammar.lowers = grammar.words
    grammar.tags, grammar.deps = ["NN"] * len(heads), ["dep"] * len(heads)
    open_rings(Tree(grammar))
    assert is_a_tree(grammar)
    assert all(grammar.heads[at] in (at, head) for at, head in enumerate(heads))


SENTENCES = {
    "a participle read as the verb": (
        "The army and allied former rebels known as the Joint Forces said they had beaten back the attack and "
        "destroyed 16 vehicles."
    ),
    "without a verb": "The army and allied militias.",
    "joined to a name": "Iran and allied Shiite militias attacked the base.",
}


@pytest.mark.parametrize("text", SENTENCES.values(), ids=SENTENCES.keys())
def test_what_is_mended_stays_a_tree(text: str) -> None:
    grammar = next(parse_grammars([Report(id=report_id(text.encode()), text=text)]))
    assert is_a_tree(grammar)


def test_two_who_speak_are_the_subject() -> None:
    text = SENTENCES["a participle read as the verb"]
    grammar = next(parse_grammars([Report(id=report_id(text.encode()), text=text)]))
    said = grammar.lowers.index("said")
    assert grammar.heads[grammar.lowers.index("army")] == said
    assert grammar.heads[said] == said
