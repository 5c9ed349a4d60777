"""Names of accounts and the halves of a clock's day are given to the model as words that it knows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.parse import Grammar
from sayso.parse.plain_words import in_plain_words, is_strange


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("posts by @goma_live and @RFI", "posts by Gomalive and RFI"),
        ("at 9.15 am the camp", "at 9.15 a.m. the camp"),
        ("at 7 pm police", "at 7 p.m. police"),
        ("I am here @ noon", "I am here @ noon"),
        ("the army re-took Kolm", "the army took Kolm"),
        ("rebels counter-attacked", "rebels counterattacked"),
        ("the base was overrun", "the base was captured"),
        ("12 identified victims were buried", "12 known victims were buried"),
        ("police identified suspects", "police identified suspects"),
        ("two identified his body", "two identified his body"),
    ],
    ids=[
        "accounts",
        "morning",
        "evening",
        "neither",
        "done again",
        "against",
        "a participle",
        "counted",
        "a verb",
        "a verb behind a number",
    ],
)
def test_strange_words_are_made_plain(given: str, wanted: str) -> None:
    assert " ".join(in_plain_words(given.split())) == wanted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("by @goma_live", True),
        ("at 7pm", True),
        ("write to ana@example.org", False),
        ("I am 7", False),
        ("rebels re-entered", True),
        ("toll tops 300", True),
        ("the hilltops", False),
    ],
    ids=["an account", "a clock", "an address", "a verb", "done again", "a verb for a noun", "a noun"],
)
def test_only_texts_with_such_words_are_looked_at(text: str, found: bool) -> None:
    assert is_strange(text) is found


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("At 6.28 am Tigray Agency reported that two traders were killed.", "Agency"),
        ("At 8.57 am the source then reported the death of four traders.", "source"),
        ("@GomaLive reported that six people had been killed.", "@GomaLive"),
        ("At about 7 pm police reported that two guards were wounded.", "police"),
    ],
    ids=["an agency", "a source", "an account", "behind pm"],
)
def test_who_reported_is_the_subject(parse: Callable[..., Grammar], text: str, subject: str) -> None:
    grammar = parse(text)
    verb = grammar.words.index("reported")
    assert [grammar.words[t] for t in grammar.children[verb] if grammar.deps[t] == "nsubj"] == [subject]
    assert text == "".join(
        text[start:end] + text[end : end + (text[end : end + 1] == " ")]
        for start, end in zip(grammar.starts, grammar.ends, strict=True)
    )


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Troops re-entered the town.", "enter"),
        ("The army counter-attacked at dawn.", "counterattack"),
        ("The base was overrun at dawn.", "overrun"),
        ("Rebels lay siege to the town.", "lay"),
        ("The military clings to the town.", "cling"),
    ],
)
def test_the_verb_is_found(parse: Callable[..., Grammar], text: str, lemma: str) -> None:
    grammar = parse(text)
    verbs = [grammar.lemmas[t] for t, tag in enumerate(grammar.tags) if tag[0] == "V" and grammar.deps[t] == "ROOT"]
    assert verbs == [lemma]
