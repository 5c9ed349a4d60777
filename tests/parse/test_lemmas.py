"""Dictionary forms, by word and tag."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy

from sayso.parse import Grammar, load_model
from sayso.parse.lemmas import Lemmas


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Soldiers fled.", {"soldiers": "soldier", "fled": "flee"}),
        ("The families were fleeing.", {"families": "family", "were": "be", "fleeing": "flee"}),
        ("Men, women and children died.", {"men": "man", "women": "woman", "children": "child", "died": "die"}),
        ("The city fell and the army has left.", {"fell": "fall", "has": "have", "left": "leave"}),
        ("The bodies lay in the street.", {"bodies": "body", "lay": "lie"}),
        ("Police found two bodies.", {"found": "find", "police": "police"}),
        ("Militias clashed and took hostages.", {"militias": "militia", "clashed": "clash", "took": "take"}),
        ("Troops besieged the town.", {"troops": "troop", "besieged": "besiege"}),
        ("He had been shot.", {"had": "have", "shot": "shoot", "been": "be"}),
        ("The shelling stopped.", {"stopped": "stop"}),
    ],
    ids=[
        "regular", "ies", "irregular nouns", "irregular verbs", "lay", "found", "militias", "troops", "auxiliary",
        "doubled",
    ],
)  # fmt: skip
def test_lemmas_in_a_sentence(parse: Callable[..., Grammar], text: str, wanted: dict[str, str]) -> None:
    grammar = parse(text)
    found = dict(zip(grammar.lowers, grammar.lemmas, strict=True))
    assert {word: found[word] for word in wanted} == wanted


@pytest.mark.parametrize(
    ("word", "tag", "wanted"),
    [
        ("wounded", "VBN", "wound"),
        ("wound", "VBP", "wound"),
        ("left", "JJ", "left"),
        ("quickly", "RB", "quickly"),
        ("kidnappings", "NNS", "kidnapping"),
        ("airstrikes", "NNS", "airstrike"),
        ("s", "NNS", "s"),
    ],
)
def test_a_word_with_its_tag(lemmas: Lemmas, word: str, tag: str, wanted: str) -> None:
    assert lemmas.of(word, tag) == wanted


def test_a_model_without_tables_falls_back_on_the_word_list() -> None:
    bare = Lemmas(spacy.blank("en"))
    assert bare.tables is None
    assert (bare.of("soldiers", "NNS"), bare.of("fled", "VBD")) == ("soldier", "flee")


@pytest.fixture(scope="module")
def lemmas() -> Lemmas:
    """The tables of the model that the other tests use, taken from a copy of its own."""
    package = load_model().meta["name"]
    return Lemmas(spacy.load(f"en_{package}"))
