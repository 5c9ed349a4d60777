"""What there is, remnants of clauses and names that the parser took for something else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.parse import Grammar

CASES = {
    "what there is": ("Residents said there was shelling overnight.", "shelling", "NN", "attr", "was"),
    "some of them": ("The war has forced out 900 people, many of them farm workers.", "workers", "NNS", "appos", "people"),
    "what it left them": ("The clash left three soldiers and two rebels dead.", "dead", "JJ", "oprd", "left"),
    "a name with a plural's ending": ("Forces loyal to Assad now control most of Homs.", "Homs", "NNP", "pobj", "of"),
    "a plural is no name": ("Forces loyal to Assad now control the hills.", "Forces", "NNS", "nsubj", "control"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "word", "tag", "dep", "head"), CASES.values(), ids=CASES.keys())
def test_nouns_are_put_right(
    parse: Callable[..., Grammar], text: str, word: str, tag: str, dep: str, head: str
) -> None:
    grammar = parse(text)
    at = grammar.words.index(word)
    assert (grammar.tags[at], grammar.deps[at], grammar.words[grammar.heads[at]]) == (tag, dep, head)
