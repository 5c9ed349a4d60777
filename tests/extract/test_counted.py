"""Figures: what a number counts, in short sentences read from end to end."""

from __future__ import annotations

import re

import pytest

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.records import Block, Figure, Report


def figures(text: str) -> list[Figure]:
    blocks, at = [], 0
    for piece in re.finditer(r"\n\n|\Z", text):
        if text[at : piece.start()].strip():
            blocks.append(Block(kind="paragraph", start=at, end=piece.start()))
        at = piece.end()
    report = Report(id="sha256:0", text=text, blocks=tuple(blocks))
    record = extract_record(report, next(iter(parse_grammars([report]))))
    return [claim for claim in record.claims if isinstance(claim, Figure)]


def told(text: str) -> list[tuple[str, float, str | None]]:
    """(measure, the number, group) of each figure, in order."""
    found = sorted(figures(text), key=lambda figure: figure.span)
    return [(f.measure, next(n for n in (f.best, f.low, f.high) if n is not None), f.group) for f in found]


CASES = [
    ("object", "The raid killed 12 villagers.", [("killed", 12, "civilians")]),
    ("passive", "Four soldiers were wounded near the bridge.", [("injured", 4, "soldiers")]),
    ("participle", "A mine blew up the bus, killing six people.", [("killed", 6, "people")]),
    ("elided", "Nine people were killed and 30 were wounded.", [("killed", 9, "people"), ("injured", 30, "people")]),
    ("state behind", "The strike left 14 people dead.", [("killed", 14, "people")]),
    (
        "two in a row",
        "Three people were killed, 43 others injured.",
        [("killed", 3, "people"), ("injured", 43, "people")],
    ),
    ("noun of harm", "The ministry recorded 143 deaths.", [("killed", 143, "people")]),
    ("of-phrase", "They found the bodies of two men.", [("killed", 2, "men")]),
    ("lives", "Cholera has claimed the lives of four children.", [("killed", 4, "children")]),
    ("fatal wound", "Two police officers were fatally wounded.", [("killed", 2, "police")]),
    ("single", "A shell hit the yard, killing a child.", [("killed", 1, "children")]),
    (
        "single and more",
        "A woman and her two sons were killed.",
        [("killed", 1, "women"), ("killed", 3, "people"), ("killed", 2, "children")],
    ),
    ("nobody", "Nobody was hurt.", [("injured", 0, "people")]),
    ("no injuries", "No injuries were reported.", [("injured", 0, "people")]),
    ("toll", "The death toll rose to 52.", [("killed", 52, "people")]),
    ("toll turned round", "The raid brings to 39 the number of dead.", [("killed", 39, "people")]),
    (
        "part",
        "The raid killed 12 people, including five children.",
        [("killed", 12, "people"), ("killed", 5, "children")],
    ),
    (
        "of them",
        "Nine people were shot dead. Five of them were guards.",
        [("killed", 9, "people"), ("killed", 5, "police")],
    ),
    (
        "among",
        "Six civilians were among 22 people killed in the raid.",
        [("killed", 6, "civilians"), ("killed", 22, "people")],
    ),
    ("flight", "More than 15,000 people have crossed into Burundi.", [("displaced", 15000, "people")]),
    ("presence", "About 300 fighters remain in the old town.", [("fighters_present", 300, "fighters")]),
    ("houses", "The raiders burnt 23 houses.", [("structures_destroyed", 23, None)]),
    ("times", "The camp was shelled four times.", [("attacks", 4, None)]),
    ("family", "A family of five was killed.", [("killed", 5, "people")]),
    ("only those", "Six of the 40 hostages were released.", [("released", 6, "prisoners")]),
]


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_what_a_number_counts(text: str, wanted: list) -> None:
    assert [row for row in told(text) if row[0] not in ("other", "abducted")] == wanted


NO_FIGURES = [
    ("age", "Amal Haddad, 17, was buried on Friday."),
    ("age with a noun", "The 50-year-old teacher was there."),
    ("distance", "The village lies 30 km from the border."),
    ("price", "The captors are demanding $150,000."),
    ("unit's name", "Battalion 361 left the town."),
    ("storeys", "The three-storey house was empty."),
    ("toll without a value", "The toll is expected to rise."),
]


@pytest.mark.parametrize("text", [row[1] for row in NO_FIGURES], ids=[row[0] for row in NO_FIGURES])
def test_no_figure(text: str) -> None:
    assert told(text) == []


def test_a_bound_holds_for_what_is_joined_without_a_new_verb() -> None:
    killed, wounded = figures("The blast left at least 40 people killed and 100 wounded.")
    assert (killed.low, wounded.low) == (40, 100)


def test_the_same_words_again_are_one_claim_with_more_evidence() -> None:
    (figure,) = figures("A bomb killed 30 people in Marib. The town is quiet.\n\nThe bomb killed 30 people.")
    assert len(figure.evidence) == 2


def test_a_sum_over_time_is_no_single_event() -> None:
    (figure,) = figures("More than 230,000 people have been killed since the conflict began.")
    assert figure.nature == "cumulative"


def test_an_earlier_count_is_background() -> None:
    first, second = figures("The ministry initially reported four deaths. It now says nine people were killed.")
    assert (first.background, second.background) == (True, False)


def test_the_doer_stands_in_the_clause() -> None:
    (figure,) = figures("Boko Haram fighters killed 12 villagers in Borno.")
    assert len(figure.perpetrator) == 1


def test_fighters_and_their_families_are_not_told_apart() -> None:
    (figure,) = figures("Nearly 60 fighters and their families were evacuated.")
    assert (figure.group, figure.composition_stated) == ("mixed", False)
