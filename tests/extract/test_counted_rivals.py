"""Counts that stand against one another: what each is of, its bounds, and which of them only came first."""

from __future__ import annotations

import pytest

from tests.extract.counted_table import said_by, shown

WHOSE = [
    ("identified victims", "At least 21 identified members of the Salame family were killed in Zahle, including five women.",
     ["killed >=21 people", "killed 5 women"]),
    ("identified behind a date", "On Monday, 3 May 2021, 14 identified miners were killed near Lashio.", ["killed 14 civilians"]),
    ("said who they are, behind a date",
     "On May 17, 2021, at least ten people, members of the Salame clan, were killed and five others were wounded in Beledweyne.",
     ["killed >=10 people", "injured 5 people"]),
    ("two ranges behind a date",
     "On Monday, May 20 2021, between five and 15 miners, including two boys, were killed, and between 12 and 25 miners, "
     "including five women, were injured near Lashio.",
     ["killed 5-15 civilians", "killed 2 children", "injured 12-25 civilians", "injured 5 women"]),
    ("of whom", "A minimum of nineteen miners, at least two of whom were boys, were killed near Lashio.",
     ["killed >=19 civilians", "killed >=2 children"]),
    ("along with", "A teacher was killed along with 12 pupils in Beledweyne.",
     ["killed 1 civilians part", "killed 13 civilians", "killed 12 civilians part"]),
    ("along with, behind the subject",
     "At least seven members of the Salame family along with at least 18 other civilians were killed.",
     ["killed >=7 people part", "killed >=25 people", "killed >=18 civilians part"]),
    ("bodies pulled out", "Firefighters pulled 12 bodies from the ruins.", ["killed 12 people"]),
    ("ages", "Hodan Salame, aged either 40 or 41, was killed in Beledweyne.", ["killed 1 people"]),
]  # fmt: skip
BOUNDS = [
    ("as high as", "Some outlets put the death toll as high as 40.", ["killed <=40 people"]),
    ("could reach", "The death toll could reach as many as 200, doctors said.", ["killed <=200 people"]),
    ("was as high as", "The number of wounded was as high as 60.", ["injured <=60 people"]),
    ("number killed, in quotation marks", "Two officials put the number killed at “more than 40”.", ["killed >40 people"]),
    ("number killed", "Local radio put the number killed at 12.", ["killed 12 people"]),
    ("ranging from, with a dash", "Other outlets gave death tolls ranging from 20-26 people.", ["killed 20-26 people"]),
    ("range from", "Estimates of the dead range from 20 to 26.", ["killed 20-26 people"]),
    ("rose from", "The toll rose from nine to 14.", ["killed 9 people background", "killed 14 people"]),
    ("a total", "A total of 12 people were killed in the raid.", ["killed 12 people"]),
    ("in all", "In all, 12 people were killed in the raid.", ["killed 12 people"]),
    ("a total of a war", "The war has killed a total of 12,000 people.", ["killed 12000 people cumulative"]),
    ("so far", "So far, 12 bodies have been recovered.", ["killed 12 people cumulative"]),
    ("a verb of lists", "A leaflet listed 12 dead.", ["killed 12 people"]),
]  # fmt: skip
EARLIER = [
    ("early reports", "A strike on a market killed 20 people. Early reports spoke of 14 dead.",
     ["killed 20 people", "killed 14 people background"]),
    ("original reports", "A strike on a market killed 20 people. Original reports said that eight people had been killed.",
     ["killed 20 people", "killed 8 people background"]),
    ("at the time", "A strike killed 20 people. A medic said that, at the time, eight people had been killed.",
     ["killed 20 people", "killed 8 people background"]),
    ("at the time of writing", "A strike killed 20 people. At the time of writing, doctors had counted 14 dead.",
     ["killed 20 people", "killed 14 people background"]),
    ("one speaker's, one after the other",
     "At 3:44 a.m. Radio Taiz reported one death. Radio Taiz said at 04:10 that four people had died. "
     "By 05:22 Radio Taiz announced six deaths.",
     ["killed 1 people background", "killed 4 people background", "killed 6 people"]),
    ("nothing else", "At the time of writing, doctors counted 14 dead.", ["killed 14 people"]),
]  # fmt: skip
SOME = [
    ("names of some of the civilians", "A strike killed 27 people in Taiz. A clinic put up the names of 19 of the civilians killed.",
     ["killed 27 people", "killed 19 civilians part"]),
    ("by trade", "Shelling killed at least three members of the Hadi family, including an engineer.",
     ["killed >=3 people", "killed 1 civilians part"]),
    ("by side", "A clash near Taiz killed 27 people, including four civilians.", ["killed 27 people", "killed 4 civilians"]),
    ("carried in a clip", "A strike killed 27 people in Taiz. A clip showed medics carrying two other bodies.",
     ["killed 27 people", "killed 2 people part"]),
    ("the one", "Nour Hadi, the one closest to her, was killed in Taiz.", ["killed 1 people"]),
    ("an age behind brackets", "A strike killed Omar Hadi, 69, alongside his wife Mona Hadi (Umm Ali) 66.", ["killed 2 people"]),
    ("under rubble", "A strike killed 27 people in Taiz. About 40 people were still buried under the rubble.", ["killed 27 people"]),
    ("of one's family", "A strike killed 92 people in Taiz. Adel Salame wrote a tribute to the 16 members of his family who died.",
     ["killed 92 people", "killed 16 people part"]),
    ("from one's family", "A strike killed 92 people in Taiz. Nour Salame said it had killed 18 people from her family.",
     ["killed 92 people", "killed 18 people part"]),
    ("of the victims", "A strike killed 27 people in Taiz. Radio Taiz showed the burial of 15 of the victims from the Salame family.",
     ["killed 27 people", "killed 15 civilians part"]),
    ("families", "A strike killed 13 people in Taiz. A survivor said three families who sheltered there were killed.",
     ["killed 13 people", "killed 3 civilians part"]),
    ("the pair", "A strike killed four people in Taiz. Friends mourned the death of the pair.",
     ["killed 4 people", "killed 2 people part"]),
    ("members of one family", "A strike killed 133 people in Taiz. Eighteen members of the Salame family died, Nour Salame wrote.",
     ["killed 133 people", "killed 18 people part"]),
    ("two counts of one family", "At least 15 members of the Salame family died in Taiz. Radio Taiz said 13 members of the family died.",
     ["killed >=15 people", "killed 13 people"]),
    ("described as", "A strike killed nine people in Taiz. Omar was remembered as a dear friend who was killed with his wife.",
     ["killed 9 people"]),
    ("of a side", "Militiamen killed four people in Taiz. Friends mourned the two soldiers killed.",
     ["killed 4 people", "killed 2 soldiers"]),
    ("of another bomb", "A bomb killed nine people in Taiz. The second bomb killed the four people in a car in Aden.",
     ["killed 9 people", "killed 4 people"]),
    ("the outlet's own count", "At least eight people died in Taiz. Radio Taiz said the number of dead had risen to nine.",
     ["killed >=8 people", "killed 9 people"]),
]  # fmt: skip
ROWS = [*WHOSE, *BOUNDS, *EARLIER, *SOME]


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_rival_counts_say(text: str, wanted: list[str]) -> None:
    assert shown(text, "killed", "injured") == wanted


SPEAKERS = [
    ("each behind its number", "The raid killed 12 people, according to police, and 30, according to residents.",
     [("12", "police"), ("30", "residents")]),
    ("each with its noun", "Jets struck Zahle, killing nine civilians according to a hospital and 40 rebels according to the army.",
     [("9", "hospital"), ("40", "army")]),
    ("a video shared", "A Taiz activist tweeted a video of the six injured girls.", [("6", "Taiz activist")]),
    ("a video showing", "Radio Taiz posted a video showing dozens of bodies inside a morgue.", [("12", "Radio Taiz")]),
    ("photos that showed", "Nour Salame, a teacher, shared photos that showed four of those injured.", [("4", "Nour Salame")]),
    ("what a picture depicts", "Photographs published by the Taiz News Network depict two boys and two women injured by the blast.",
     [("2", "Taiz News Network")]),
    ("a tribute", "The school wrote a tribute to the 19 pupils who were killed in their sleep.", [("19", "school")]),
    ("news of deaths", "Nour Salame shared news of the death of six cousins.", [("6", "Nour Salame")]),
    ("about", "Radio Taiz posted at noon about the injury of two men.", [("2", "Radio Taiz")]),
    ("to a network", "Nour Salame posted to Facebook that two men were wounded in the blast.", [("2", "Nour Salame")]),
    ("in a post", "In a post from the Salame family, it was reported that eight of its members were killed.", [("8", "Salame family")]),
    ("reported injured by", "A further 280 villagers were reported injured by the director of the hospital.",
     [("280", "director")]),
    ("reported killed by", "Twelve villagers were reported killed by the army.", [("12", "")]),
    ("all that is told before", "Four farmers were killed and seven others were injured in Taiz, according to two medics.",
     [("4", "medics"), ("7", "medics")]),
    ("a bare number listed", "Twelve deaths were reported by Radio Taiz, while the hospital listed 15.",
     [("12", "Radio Taiz"), ("15", "hospital")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in SPEAKERS], ids=[row[0] for row in SPEAKERS])
def test_who_gives_rival_counts(text: str, wanted: list[tuple[str, str]]) -> None:
    assert said_by(text, "killed", "injured") == wanted
