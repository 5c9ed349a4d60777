"""Quotations: whose they are, over sentences, paragraphs and marks that are never closed."""

from __future__ import annotations

import pytest
from test_said import only, reading_of, told

from sayso.extract.reading import Reading
from sayso.extract.said.sayings import find_sayings
from sayso.parse import parse_grammars
from sayso.records import Block, Report

CASES = [
    ("after", '"We lost everything," said Amina Sule.', [("Sule", "said", "We lost everything,")]),
    (
        "behind a clock",
        'Residents fled at 7 p.m. "There is no kerosene," a teacher said.',
        [("teacher", "said", "There is no kerosene,")],
    ),
    (
        "by a colon and no verb of saying",
        'A rebel leader was angry. An elder in Kona was blunter: "We did not bury our sons for this."',
        [("elder", "", "We did not bury our sons for this.")],
    ),
    (
        "for whom it holds",
        'Omar Sall left. For Ali Hassan, a baker, nothing has changed: "We still have no bread."',
        [("Hassan", "", "We still have no bread.")],
    ),
    ("before", 'The mayor said: "Nobody is left here."', [("mayor", "said", "Nobody is left here.")]),
    (
        "split",
        '"We will stay," he told reporters, "until they leave."',
        [("he", "told", "We will stay, / until they leave.")],
    ),
    (
        "further sentences in the same marks",
        '"They came at night," she said. "They burned the market. Nobody helped us."',
        [("she", "said", "They came at night, / They burned the market. Nobody helped us.")],
    ),
    (
        "a paragraph that reopens the marks",
        "“We had no water,” said Umar Bello. “We had no food.\n\n“We walked for two days.”",
        [("Bello", "said", "We had no water, / We had no food."), ("Bello", "", "We walked for two days.")],
    ),
    (
        "no reporting word",
        'Hawa Diallo told the agency that she had fled. "There was nothing left to eat."',
        [("Diallo", "told", "she had fled"), ("Diallo", "", "There was nothing left to eat.")],
    ),
    (
        "a name before a colon",
        'The governor: "We will rebuild every school."',
        [("governor", "", "We will rebuild every school.")],
    ),
    (
        "two apostrophes for marks",
        "''The bridge is gone,'' the engineer said.",
        [("engineer", "said", "The bridge is gone,")],
    ),
    (
        "a verb that no list knows",
        '"Get out of here!" he hollered.',
        [("he", "hollered", "Get out of here!")],
    ),
    (
        "across paragraphs",
        'The commander issued a statement and wrote:\n\n"Our men hold the hill."',
        [("commander", "wrote", "Our men hold the hill.")],
    ),
]


@pytest.mark.parametrize(("text", "sayings"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_quotations(text: str, sayings: list[tuple[str, str, str]]) -> None:
    assert told(text) == sayings


@pytest.mark.parametrize(
    ("text", "mode", "verbatim"),
    [
        ("The army said the town was calm.", "reported", []),
        ('"The town is calm," the army said.', "quoted", ["The town is calm,"]),
        ('The army said the raid left "no more than" 20 militants alive.', "mixed", ["no more than"]),
    ],
    ids=["reported", "quoted", "mixed"],
)
def test_mode(text: str, mode: str, verbatim: list[str]) -> None:
    saying = only(text)
    assert (saying.mode, [text[slice(*span)] for span in saying.verbatim]) == (mode, verbatim)


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "safe zone" was shelled again.',
        'The film, "City of Ghosts," opened in Paris.',
    ],
    ids=["scare quotes", "a title"],
)
def test_marks_without_a_saying(text: str) -> None:
    assert told(text) == []


def test_marks_that_are_never_closed() -> None:
    text = '"We are hungry, said the teacher.'
    assert told(text) == [("teacher", "said", "We are hungry,")]


def test_how_a_borrowed_speaker_is_known() -> None:
    text = 'Hawa Diallo told the agency that she had fled. "There was nothing left to eat."'
    assert find_sayings(reading_of(text))[1].basis == ("speaker: the one who spoke last",)


def test_a_headline_quotes_what_the_body_tells() -> None:
    text = '"I lost my son"\n\n"I lost my son and my house," Hawa Musa said.'
    at = text.index("\n\n")
    blocks = (Block(kind="headline", start=0, end=at), Block(kind="paragraph", start=at + 2, end=len(text)))
    report = Report(id="sha256:0", text=text, blocks=blocks)
    (saying,) = find_sayings(Reading(report, next(iter(parse_grammars([report])))))
    assert [text[slice(*span)] for span in saying.content] == ["I lost my son", "I lost my son and my house,"]
