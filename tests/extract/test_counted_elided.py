"""Numbers told once with their verb, and then without it; numbers that stand behind what became of those they count."""

from __future__ import annotations

import pytest

from sayso.records import Figure
from tests.extract.counted_table import read_text, shown

HARM = ("killed", "injured")
ELIDED = [
    ("by place", "Twelve people were killed in Taiz and nine in Aden.", ["killed 12 people", "killed 9 people"]),
    ("by places", "Shelling killed four people in Taiz, two in Aden and one in Marib.",
     ["killed 4 people", "killed 2 people", "killed 1 people"]),
    ("by day", "Twelve died on Monday and nine on Tuesday.", ["killed 12 people", "killed 9 people"]),
    ("others", "Doctors said 12 soldiers died in Taiz, and nine others in Aden.", ["killed 12 soldiers", "killed 9 soldiers"]),
    ("with a verb of its own", "Four people were killed in Taiz and two were hurt in Aden.", ["killed 4 people", "injured 2 people"]),
    ("of another verb", "Rebels killed 12 soldiers in Taiz and nine guests in Aden were hurt.", ["killed 12 soldiers", "injured 9 people"]),
]  # fmt: skip
ORDER = [
    ("behind a passive", "Killed in the attack on Taiz were 12 miners.", ["killed 12 civilians"]),
    ("behind an adverb", "Also wounded was a nurse.", ["injured 1 medics"]),
    ("a range behind a saying", "The mayor said between 10 and 15 miners had died in Taiz.", ["killed 10-15 civilians"]),
    ("a range as object", "Gunmen mowed down between 10 and 15 miners in Taiz.", ["killed 10-15 civilians"]),
    ("a range behind a passive", "Five miners were killed, and between 12 and 25 miners, including two boys, were injured.",
     ["killed 5 civilians", "injured 12-25 civilians", "injured 2 children"]),
    ("behind its source", "Gunmen killed, according to a local chief, 19 villagers in Taiz.", ["killed 19 civilians"]),
    ("a range carries nothing", "Between 10 and 15 miners were killed and 20 wounded.", ["killed 10-15 civilians", "injured 20 people"]),
    ("a range that opens", "6-8 people were killed in Taiz.", ["killed 6-8 people"]),
    ("half of the dead", "Half of the 60 dead were civilians.", ["killed 30 civilians"]),
    ("most of those killed", "Most of the 48 people killed in Taiz were children.", ["killed 24-48 children"]),
    ("corrected", "The mayor said 12 people had died in Taiz, not 30.", ["killed 12 people", "killed 30 people"]),
    ("corrected, with a bound", "The mission said two miners had died in Taiz, not at least 24.",
     ["killed 2 civilians", "killed >=24 civilians"]),
    ("told by a witness", "A witness reported dozens of miners killed in Taiz.", ["killed 12 civilians"]),
    ("brought to", "Two more miners died in Taiz on Sunday, bringing to at least 24 the number killed.",
     ["killed 2 civilians", "killed >=24 people"]),
    ("lost in an attack", "The town of Taiz lost 24 people in the attack.", ["killed 24 people"]),
    ("both", "Both farmers were killed near Taiz.", ["killed 2 civilians"]),
    ("of a force", "At least 40 soldiers, including six officers, were killed in Taiz.", ["killed >=40 soldiers", "killed 6 soldiers part"]),
    ("of the police", "Eight policemen, including two recruits, were killed in Taiz.", ["killed 8 police", "killed 2 police part"]),
    ("of a school", "Gunmen wounded nine schoolgirls in Taiz.", ["injured 9 children"]),
    ("exceeds", "The death toll exceeds 300.", ["killed >300 people"]),
    ("has passed", "The death toll has passed 300.", ["killed >300 people"]),
    ("has reached", "The death toll has reached 300.", ["killed 300 people"]),
]  # fmt: skip
ROWS = [*ELIDED, *ORDER]


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_is_counted(text: str, wanted: list[str]) -> None:
    assert shown(text, *HARM) == wanted


def test_each_number_has_its_own_place() -> None:
    record = read_text("Shelling killed four people in Taiz, two in Aden and one in Marib.")
    names = {place.id: place.name for place in record.places}
    figures = sorted((c for c in record.claims if isinstance(c, Figure)), key=lambda figure: figure.span)
    assert [[names[place] for place in figure.where] for figure in figures] == [["Taiz"], ["Aden"], ["Marib"]]
