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
    "rages since": ("Fighting over Kona has raged since 6 June.", "Fighting", "2031-06-06"),
    "carried out since": ("Since a truce took effect in May, the army has carried out 60 raids and killed nine men.", "raids", "2031-05-01"),
    "killed since, joined": ("Since a truce took effect in May, the army has carried out 60 raids and killed nine men.", "killed", "2031-05-01"),
    "no raid of a verb with since": ("Since May a court has examined the raid on the mill.", "raid", None),
    "a war that began": ("The war, which began in April 2029, has killed 300 people.", "killed", "2029-04-01"),
    "erupted and has killed": ("The war erupted in April 2029 and has killed 300 people.", "killed", "2029-04-01"),
    "began and killed": ("The raid began on Monday and killed nine guards.", "killed", "2031-08-18"),
    "as they did so then": ("Rebels captured Kona as they overran the north three years ago.", "captured", "2028-01-01"),
    "as they planned": ("Rebels burnt a mill as the army prepares to leave on Saturday.", "burnt", None),
    "weeks after": ("Rebels seized Kona in February, weeks after taking Lalo.", "taking", None),
    "after": ("Rebels seized Kona on Monday after burning a mill.", "burning", "2031-08-18"),
    "had done before": ("The army retook Kona on Sunday. Rebels had burned the town.", "burned", None),
    "had done before, with an outcome": ("The army retook Kona on Sunday. Rebels had burned it, killing 30.", "killing", None),
    "for months": ("Rebels shelled the port on 8 August. For eleven weeks they traded fire.", "traded fire", None),
    "by then": ("Troops crossed over on Sunday. By the time the guns fell silent, 40 people had died.", "died", None),
    "up from": ("Some 36 people are displaced, up from 31 at the end of 2029.", "displaced", None),
    "a part since": ("Some 2,600 people are displaced, 660 of them since May.", "displaced", None),
    "a part of whom nothing is dated": ("Rebels killed 40 people, 12 of them children, on Monday.", "killed", "2031-08-18"),
    "in the year of the story": ("In May 2030 jets bombed the port. Troops crossed on 1 July.", "crossed", "2030-07-01"),
    "late news": ("In May 2030 the two signed a truce. Troops attacked the port on 1 August.", "attacked", "2031-08-01"),
    "said, of what was planned": ("Talks planned for this week have been put off, they said on Saturday.", "Talks", "2031-08-16"),
    "since a battle told elsewhere": ("Fighting has raged in Kona since 6 June. Nine men have been killed since the battle for the town began.", "killed", "2031-06-06"),
    "since the start of a war told elsewhere": ("The war erupted in April 2029. Some 300 people have fled since the start of the war.", "fled", "2029-04-01"),
    "since one of two battles": ("Fighting began in Kona in May. Fighting began in Lalo in June. Nine men have been killed since the battle began.", "killed", None),
    "a war that nobody dates": ("Nine men have been killed since the war began.", "killed", None),
    "what is to be done": ("Nine men were killed. On Saturday the army is to attack the town.", "attack", "2031-08-23"),
    "an operation in camps that began": (
        "The operation in Kona and Lalo camps, which started on 21 May, has killed nine men.", "killed", "2031-05-21",
    ),
    "since the fall of": ("Some 300 men have been killed since the fall of the town in September.", "killed", "2030-09-01"),
    "fell and will meet": ("Calm has reigned since the fall of Kona and envoys will meet in September.", "meet", "2031-09-01"),
    "since then": ("Fighting broke out in May 2029. Some 300 men have been killed since then.", "killed", "2029-05-01"),
    "since then, in one sentence": ("In May 2029 rebels seized Kona and since then 12 men have died.", "died", "2029-05-01"),
    "since": ("A bomb hit Kona on Sunday. Nine people have since died.", "died", "2031-08-17"),
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
    "days of a month": ("On 3 and 5 August, gunmen shot four herders.", ("2031-08-03", "2031-08-05")),
    "three of them": ("On 3, 5 and 9 August, gunmen shot four herders.", ("2031-08-03", "2031-08-09")),
    "months": ("In May and June, gunmen shot four herders.", ("2031-05-01", "2031-06-30")),
    "of two clauses": ("Gunmen shot four herders on Friday, and on Sunday the army left.", ("2031-08-15", "2031-08-15")),
    "of two happenings": ("Gunmen shot four herders on Sunday and on Monday the army left.", ("2031-08-17", "2031-08-17")),
    "apart": ("Gunmen shot four herders on Saturday and Monday.", ("2031-08-16", "2031-08-18")),
}  # fmt: skip


@pytest.mark.parametrize(("text", "days"), TWO_DAYS.values(), ids=TWO_DAYS.keys())
def test_days_that_follow_one_another(text: str, days: tuple[str, str]) -> None:
    report = msgspec.structs.replace(read_report(raw_text(text)), published=NEWS)
    record = extract_record(report, next(parse_grammars([report])))
    shot = next(c for c in record.claims if isinstance(c, Event) and "shot" in text[slice(*c.trigger)])
    assert shot.when is not None
    assert (shot.when.start, shot.when.end) == days
