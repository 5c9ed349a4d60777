"""When it happened: the day of each of several happenings in a sentence, and which day a story goes on from."""

from __future__ import annotations

import re

import msgspec
import pytest

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.read import raw_text, read_report
from sayso.records import Block, Event, Published, Report

NEWS = Published(start="2031-08-20", end="2031-08-20", basis="given")
"""A Wednesday."""

CASES = {
    "a day after": ("Students marched on Monday, a day after police shot six of them.", "shot", "2031-08-17"),
    "what is awaited": ("The rebels refused to leave before polls are held in September.", "refused", None),
    "a day after a deed": ("Students marched on Monday, a day after the killing of a clerk.", "killing", "2031-08-17"),
    "two days before": ("Rebels burnt the town on Monday, two days before a mob killed the mayor.", "killed", "2031-08-20"),
    "the main one": ("Rebels attacked the town two days after troops seized the mine on Sunday.", "attacked", "2031-08-19"),
    "spoken of": ("Rome voiced concern about air strikes near the town last month.", "air strikes", "2031-07-01"),
    "who speaks of it": ("Rome voiced concern about air strikes near the town last month.", "concern", None),
    "condemned in its turn": ("The union on Monday condemned the shelling of a clinic in March.", "condemned", "2031-08-18"),
    "what was condemned": ("The union on Monday condemned the shelling of a clinic in March.", "shelling", "2031-03-01"),
    "the year of an accord": ("Rebels broke the 2027 accord and attacked a bank.", "attacked", None),
    "day of an aside": ("The army, which was deployed on July 19, stayed in. Chiefs called on it to leave.", "called on", None),
    "a season that goes on": ("The army will call up men this summer. Rebels attacked a bank.", "attacked", None),
    "a day to come": ("The two sides will meet on Saturday. Rebels attacked a bank.", "attacked", None),
    "the story goes on": ("Rebels seized the mine on Sunday. They killed two guards.", "killed", "2031-08-17"),
    "next day": ("Militants 7 July ambushed a convoy; the army next day shelled a camp.", "shelled", "2031-07-08"),
    "a period compared with": ("Gunmen killed nine men, a rise of 20 per cent on July 2030.", "killed", None),
    "a month compared with": ("Gunmen killed nine men in July, up from four in June.", "killed", "2031-07-01"),
    "shells that fall on a day": ("Shells fell on the mill on Monday evening.", "fell on", "2031-08-18"),
    "week before after": ("Traders stopped aid deliveries last week after gunmen seized a lorry.", "stopped", "2031-08-11"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "day"), CASES.values(), ids=CASES.keys())
def test_day_of_an_event(text: str, trigger: str, day: str | None) -> None:
    report = msgspec.structs.replace(read_report(raw_text(text)), published=NEWS)
    record = extract_record(report, next(parse_grammars([report])))
    events = [claim for claim in record.claims if isinstance(claim, Event)]
    event = next(e for e in events if trigger in text[slice(*e.trigger)] or text[slice(*e.trigger)] in trigger)
    assert (event.when.start if event.when else None) == day


def test_a_story_does_not_go_on_beyond_a_heading() -> None:
    text = "Mali\n\nGunmen burnt a mill in Gao on Monday.\n\nNiger\n\nGunmen shot four herders."
    pieces = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    blocks = tuple(
        Block(kind="heading" if number % 2 == 0 else "paragraph", start=start, end=end)
        for number, (start, end) in enumerate(pieces)
    )
    report = Report(id="sha256:0", text=text, blocks=blocks, published=NEWS)
    record = extract_record(report, next(parse_grammars([report])))
    shot = next(c for c in record.claims if isinstance(c, Event) and "shot" in text[slice(*c.trigger)])
    named = {place.id: place.name for place in record.places}
    assert ([named[place] for place in shot.where], shot.when) == (["Niger"], None)


TWO_DAYS = {
    "joined": ("Gunmen shot four herders on Sunday and Monday.", ("2031-08-17", "2031-08-18")),
    "of two happenings": ("Gunmen shot four herders on Sunday and on Monday the army left.", ("2031-08-17", "2031-08-17")),
    "apart": ("Gunmen shot four herders on Saturday and Monday.", ("2031-08-16", "2031-08-16")),
}  # fmt: skip


@pytest.mark.parametrize(("text", "days"), TWO_DAYS.values(), ids=TWO_DAYS.keys())
def test_days_that_follow_one_another(text: str, days: tuple[str, str]) -> None:
    report = msgspec.structs.replace(read_report(raw_text(text)), published=NEWS)
    record = extract_record(report, next(parse_grammars([report])))
    shot = next(c for c in record.claims if isinstance(c, Event) and "shot" in text[slice(*c.trigger)])
    assert shot.when is not None
    assert (shot.when.start, shot.when.end) == days
