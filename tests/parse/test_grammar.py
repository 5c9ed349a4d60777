"""The columns of a grammar: every character that is not white space belongs to one token, whatever the text holds."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import SaysoError
from sayso.parse import Grammar, load_model, parse_grammars, read_clauses, read_quotes
from sayso.records import Block, Report

WORDS = (
    "troops",
    "Rebels",
    "shelled",
    "the",
    "town",
    "“quoted”",
    "said",
    "12,500",
    "U.S.-backed",
    "İzmir",
    "Ngũgĩ",
    "—",
    "killed,",
)
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.text(max_size=6),
    st.sampled_from(("\n", "\t", "\u00a0", "  ", "\u200b", "🚁", "e\u0301")),
)
TEXTS = st.lists(PIECES, max_size=25).map(" ".join)


def report(text: str, *blocks: Block) -> Report:
    return Report(id="sha256:0", text=text, blocks=blocks or (Block(kind="paragraph", start=0, end=len(text)),))


def sound(grammar: Grammar) -> None:
    """What holds of every grammar."""
    spans = list(zip(grammar.starts, grammar.ends, strict=True))
    assert [grammar.text[start:end] for start, end in spans] == grammar.words
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    for column in (grammar.lowers, grammar.lemmas, grammar.tags, grammar.deps, grammar.heads, grammar.sentence_of):
        assert len(column) == len(grammar)
    assert [t for first, after in grammar.sentences for t in range(first, after)] == list(range(len(grammar)))
    assert len(grammar.block_of) == len(grammar.sentences)
    for token, head in enumerate(grammar.heads):
        assert grammar.sentence_of[token] == grammar.sentence_of[head]
        assert (token in grammar.children[head]) == (token != head)
    assert sum(map(len, grammar.children)) == sum(token != head for token, head in enumerate(grammar.heads))


def bare(text: str) -> str:
    return "".join(text.split())


@given(TEXTS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_tokens_cover_all_that_is_not_white_space(text: str) -> None:
    (grammar,) = parse_grammars([report(text)])
    sound(grammar)
    assert bare("".join(grammar.words)) == bare(text)


@given(TEXTS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_clauses_name_tokens_of_the_text(text: str) -> None:
    (grammar,) = parse_grammars([report(text)])
    every = range(len(grammar))
    for clause in read_clauses(grammar, happenings={"attack", "town"}):
        assert clause.predicate in every and clause.verb in every
        assert clause.governor is None or clause.governor in every
        assert all(token in every for fillers in clause.slots.values() for token in fillers)
        assert clause.borrowed <= set(clause.slots)


def test_several_reports_keep_to_themselves() -> None:
    texts = ["Troops left.", "", "Rebels stayed in the town.", "   "]
    grammars = list(parse_grammars(report(text) for text in texts))
    assert [grammar.text for grammar in grammars] == texts
    assert [len(grammar) for grammar in grammars] == [3, 0, 6, 0]


def test_more_reports_than_one_batch() -> None:
    texts = [f"Troops killed {number} men." for number in range(40)]
    assert [grammar.text for grammar in parse_grammars(report(text) for text in texts)] == texts


def test_blocks_are_parsed_by_themselves(parse: Callable[..., Grammar]) -> None:
    text = "Army takes town\n\nTroops entered on Monday. Nobody fled."
    grammar = parse(text, Block(kind="headline", start=0, end=15), Block(kind="paragraph", start=17, end=len(text)))
    sound(grammar)
    assert grammar.block_of == [0, 1, 1]


def test_what_stands_outside_the_blocks_is_not_parsed(parse: Callable[..., Grammar]) -> None:
    grammar = parse("Share this page\n\nTroops left.", Block(kind="paragraph", start=17, end=29))
    assert grammar.words == ["Troops", "left", "."]


@pytest.mark.parametrize(
    "text",
    [
        "Troops " + "advanced and fought and " * 900 + "stopped.",
        "x" * 30_000,
        "boom" + "!" * 6_000,
        "\n".join(["Troops left."] * 900),
        "“" * 200 + "Troops left." + "”" * 200,
        "Troops\u2028left\u2029the\x85town\x0b.",
        "\ufeffTroops left 🇸🇾🇺🇦 the town👨‍👩‍👧.",
        "غادرت القوات المدينة. Troops left. 军队离开了。",
    ],
    ids=[
        "no full stop", "one word", "punctuation", "line breaks", "marks", "odd breaks", "emoji", "other scripts"
    ],
)  # fmt: skip
def test_odd_texts_are_sound(parse: Callable[..., Grammar], text: str) -> None:
    grammar = parse(text)
    sound(grammar)
    read_clauses(grammar, happenings={"attack"})
    read_quotes(text, grammar.blocks)
    assert bare("".join(grammar.words)) == bare(text)


def test_a_long_block_is_cut_behind_a_sentence(parse: Callable[..., Grammar]) -> None:
    text = "Government troops entered the town of Beni on Monday. " * 300
    grammar = parse(text)
    ends = [grammar.words[after - 1] for _, after in grammar.sentences]
    assert set(ends) == {"."}


def test_tokens_by_word_and_by_lemma(parse: Callable[..., Grammar]) -> None:
    grammar = parse("The army attacked. Armies attack, and the army denies attacks.")
    assert [grammar.words[t] for t in grammar.tokens_of({"army", "denies"})] == ["army", "army", "denies"]
    assert [grammar.words[t] for t in grammar.tokens_of_lemmas({"army", "attack"})] == [
        "army", "attacked", "Armies", "attack", "army", "attacks",
    ]  # fmt: skip
    assert grammar.tokens_of(frozenset()) == []


def test_the_subtree_is_a_span_of_the_text(parse: Callable[..., Grammar]) -> None:
    text = "Troops of the Third Brigade entered the town."
    grammar = parse(text)
    assert text[slice(*grammar.subtree(0))] == "Troops of the Third Brigade"
    assert text[slice(*grammar.span(0, len(grammar) - 1))] == text


def test_a_model_that_is_not_there_is_one_sentence() -> None:
    with pytest.raises(SaysoError, match="no_such_model is installed; run 'pip install no_such_model'"):
        load_model("no_such_model")
