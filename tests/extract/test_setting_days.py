"""On which days a claim is set: by its own time, by that of what is recorded, from the start of something."""

from __future__ import annotations

import pytest

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.records import Block, Event, Published, Report

DAY = "2013-11-21"

TOLD_AGAIN = (
    "Unions said on Thursday that two men face trial for the killing of a priest. The killing took place on 24 May."
)
ROWS = [
    ("from the start of it", "The network has documented 1,937 killings since the beginning of the war in March 2011.",
     "2011-03-01", DAY),
    ("from the start, told first", "Since the outbreak of the war in March 2011 the network has recorded 1,937 killings.",
     "2011-03-01", DAY),
    ("recorded last year", "Monitors recorded 840 killings last year.", "2012-01-01", "2012-12-31"),
    ("forced to leave since", "The shelling has forced 2,000 families to leave since 5 November.", "2013-11-05", DAY),
    ("counted in a year", "Rebels - for the second time this year - ambushed a convoy near Puno on Tuesday.",
     "2013-11-19", "2013-11-19"),
    ("counted in a month", "Rebels ambushed a convoy near Puno on Tuesday, the third such ambush this month.",
     "2013-11-19", "2013-11-19"),
    ("measured by a year", "Nine died. It was the deadliest raid since 2009, when 49 people were killed in Puno.",
     "2009-01-01", "2009-12-31"),
    ("measured by a month", "It was the worst setback since May, when 40 soldiers died as rebels seized Puno.",
     "2013-05-01", "2013-05-31"),
    ("worst of a day", "The deadliest raid took place on Tuesday.", "2013-11-19", "2013-11-19"),
    ("since a month that is far behind", "Some 300 people have been killed since January.", "2013-01-01", DAY),
    ("the day before that one", "Troops burned Soro on 9 March, the monitors said on Monday. They shot 12 men the previous day.",
     "2013-03-08", "2013-03-08"),
    ("dated where it is told again",
     "Unions said on Thursday that two men were charged with the killing of a priest. The killing took place in Puno on 24 May.",
     "2013-05-24", "2013-05-24"),
]  # fmt: skip


def events_of(text: str) -> list[Event]:
    published = Published(start=DAY, end=DAY, basis="given")
    block = Block(kind="paragraph", start=0, end=len(text))
    report = Report(id="sha256:0", text=text, blocks=(block,), published=published)
    record = extract_record(report, next(iter(parse_grammars([report]))))
    return [claim for claim in record.claims if isinstance(claim, Event)]


def days_of(text: str) -> tuple[str | None, str | None]:
    """The days of the last event with days."""
    when = [event.when for event in events_of(text) if event.when is not None][-1]
    return when.start, when.end


def test_what_is_dated_a_month_back_where_it_is_told_again_is_background() -> None:
    report = Report(
        id="sha256:0", text=TOLD_AGAIN, blocks=(Block(kind="paragraph", start=0, end=len(TOLD_AGAIN)),),
        published=Published(start=DAY, end=DAY, basis="given"),
    )  # fmt: skip
    record = extract_record(report, next(iter(parse_grammars([report]))))
    killed = [claim for claim in record.claims if isinstance(claim, Event) and claim.type == "ASSAULT"]
    assert [(claim.when.start if claim.when else None, claim.background) for claim in killed] == [("2013-05-24", True)]


@pytest.mark.parametrize(("text", "start", "end"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_days(text: str, start: str, end: str) -> None:
    assert days_of(text) == (start, end)


def days_under(*lines: tuple[str, str]) -> list[str | None]:
    """The first day of each event of a digest of lines, each with the kind of its block."""
    text, blocks = "", []
    for kind, line in lines:
        blocks.append(Block(kind=kind, start=len(text), end=len(text) + len(line)))
        text += f"{line}\n\n"
    published = Published(start=DAY, end=DAY, basis="given")
    report = Report(id="sha256:0", text=text, blocks=tuple(blocks), published=published)
    record = extract_record(report, next(iter(parse_grammars([report]))))
    return [claim.when and claim.when.start for claim in record.claims if isinstance(claim, Event)]


def test_headings_with_days_date_the_lines_under_them() -> None:
    told = days_under(
        ("timestamp", "Monday 11 November"), ("paragraph", "Gunmen killed a shopkeeper in Mosul."),
        ("heading", "Tuesday 12 November: 2 dead"), ("paragraph", "A car bomb killed four people in Falluja."),
        ("paragraph", "On 3 November police arrested two men in Kirkuk."),
        ("heading", "NOTE ON SOURCES"), ("paragraph", "Gunmen abducted two clerks in Basra."),
    )  # fmt: skip
    assert told == ["2013-11-11", "2013-11-12", "2013-11-03", None]


def test_one_heading_with_a_day_is_that_of_the_report() -> None:
    told = days_under(("heading", "Issued 12 November"), ("paragraph", "Gunmen killed a shopkeeper in Mosul."))
    assert told == [None]


def test_what_is_told_beside_a_pact_of_long_ago_is_not_of_its_day() -> None:
    events = events_of("Envoys welcomed the decision of two groups to disarm under a pact signed on 19 February.")
    assert [event.when for event in events if event.type == "SUPPORT"] == [None]


def test_a_day_of_those_who_tell_it_is_not_that_of_what_they_tell() -> None:
    events = events_of("They burned 14 houses, say survivors who reached Puno on Saturday.")
    assert [event.when for event in events if event.mode == "destroy"] == [None]


def test_what_was_done_is_not_dated_by_what_is_to_come() -> None:
    events = events_of("Norway, which has offered to mediate, will send its envoy to Colombo next week.")
    assert [event.when for event in events if event.type == "AGREE"] == [None]


FLASHBACKS = {
    "how things are, then as they were": (
        "Goma is a city where rebels had burned mills. The rebels jailed traders and shot 12 guards.",
        {"jailed": True, "shot": True},
    ),
    "a year, then on": ("In 2009 rebels seized Goma. They shot 12 guards.", {"seized": True, "shot": True}),
    "a mine that had been laid": (
        "A lorry hit a mine that rebels had laid. Three guards were killed.",
        {"killed": False},
    ),
    "another day": ("In 2009 rebels seized Goma. On Monday they shot 12 guards.", {"seized": True, "shot": False}),
    "what has just come": ("Rebels have seized Goma, which the army had held. They shot the mayor.", {"shot": False}),
    "months after": (
        "Rebels shot a guard on Monday, months after burning his house.",
        {"shot": False, "burning": True},
    ),
    "carried out": ("The army, which had carried out a raid on Goma, burnt a mill.", {"raid": True, "burnt": False}),
}


@pytest.mark.parametrize(("text", "wanted"), FLASHBACKS.values(), ids=FLASHBACKS.keys())
def test_a_flashback_lasts_until_another_day_is_told(text: str, wanted: dict[str, bool]) -> None:
    told = {text[slice(*event.trigger)]: event.background for event in events_of(text)}
    assert {word: told[word] for word in wanted} == wanted


def test_a_caption_dates_and_places_nothing_but_itself() -> None:
    assert days_under(
        ("paragraph", "Rebels burnt a mill in Goma on Tuesday."),
        ("caption", "Children who fled rest in Kona on 11 November 2013."),
        ("paragraph", "The rebels shot two guards."),
    ) == ["2013-11-19", "2013-11-11", "2013-11-19"]
