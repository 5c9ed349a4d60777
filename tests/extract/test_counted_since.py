"""Which numbers are sums over the long time that their sentence tells of, and which stand beside it."""

from __future__ import annotations

import pytest

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.read import raw_text, read_report
from sayso.records import Figure
from tests.extract.counted_table import shown

OF_IT = [
    ("war that killed", "The war has killed 20,000 people.", ["killed 20000 people cumulative"]),
    ("in which", "The insurgency, in which 3,000 people have died, spread north.", ["killed 3000 people cumulative"]),
    ("since at the front", "Since January 300 civilians have been killed in Ituri.", ["killed 300 civilians cumulative"]),
    ("clause of since", "More than 500 people have been killed since the war began in 2014.",
     ["killed >500 people cumulative"]),
    ("fighting since", "Fighting since Monday has killed 12 soldiers.", ["killed 12 soldiers cumulative"]),
    ("clashes since", "At least 40 fighters have been killed in clashes around the dam since Tuesday.",
     ["killed >=40 fighters cumulative"]),
    ("deaths since", "The UN has counted 900 civilian deaths since the offensive began.",
     ["killed 900 civilians cumulative"]),
    ("its own participle", "There was panic, with dozens of villagers killed since the truce broke down.",
     ["killed 12 civilians cumulative"]),
    ("past month", "Over the past month 60 people have been killed in the camp.", ["killed 60 people cumulative"]),
    ("attacks in the past year", "Attacks in the past year have claimed 200 lives.", ["killed 200 people cumulative"]),
    ("behind a sentence on the war", "The unrest became a civil war. More than 200,000 people have been killed.",
     ["killed >200000 people cumulative"]),
    ("behind a sentence on a long time", "Violence has gripped the valley since 2011. Some 4,000 people have been killed.",
     ["killed 4000 people cumulative"]),
    ("battle that has killed", "The battle for the port has killed more than 700 people.", ["killed >700 people cumulative"]),
    ("both in one", "Two children were killed in Beni, the latest victims of a conflict that has killed 6,000 people since 2014.",
     ["killed 2 children", "killed 6000 people cumulative"]),
]  # fmt: skip
BESIDE_IT = [
    ("worst of the war", "Shells killed 14 people in what the mayor called the worst attack in the two-year-old war.",
     ["killed 14 people"]),
    ("first since", "Three soldiers were killed in the first breach of the truce since it took effect in May.",
     ["killed 3 soldiers"]),
    ("first of the conflict", "It was the first raid on the port since the conflict began and killed six fishermen.",
     ["killed 6 civilians"]),
    ("deadliest of the war", "In the deadliest single strike of the war, a jet killed 70 people at a wedding.",
     ["killed 70 people"]),
    ("who is at war since", "The army, at war with the rebels since 2011, killed 12 people in Bor on Friday.",
     ["killed 12 people"]),
    ("truce in place since", "The truce, in place since March, did not stop a raid in which two farmers died.",
     ["killed 2 civilians"]),
    ("place held since", "Gunmen killed nine guards in Gao, which the rebels have held since 2012.", ["killed 9 police"]),
    ("scene of fighting in a war", "Twenty people died in Taiz, scene of some of the heaviest fighting in Yemen's civil war.",
     ["killed 20 people"]),
    ("who counts since", "A monitoring group that has tracked the conflict since 2015 said 11 people died in the strike.",
     ["killed 11 people"]),
    ("where much befell", "The blast killed 20 people in Beledweyne, where militants have set off many bombs in the past year.",
     ["killed 20 people"]),
    ("few behind a sentence on the war", "The war goes on. Three people have been killed.", ["killed 3 people"]),
    ("a clash that killed", "A clash near the port killed 120 people.", ["killed 120 people"]),
    ("fighting of a day", "Fighting in Bor has killed 12 people.", ["killed 12 people"]),
    ("last month is a month", "A mortar round killed four people last month, the mayor said.", ["killed 4 people"]),
]  # fmt: skip
ON_FROM_IT = [
    ("these attacks", "Since January the army has counted 33 drone attacks. These attacks killed 21 people.",
     ["killed 21 people cumulative"]),
    ("behind another word", "Since January the army has counted 33 raids. In addition, those raids killed 21 people.",
     ["killed 21 people cumulative"]),
    ("another attack", "Since January the army has counted 33 drone attacks. The attack on Bor killed 21 people.",
     ["killed 21 people"]),
]  # fmt: skip
ROWS = OF_IT + BESIDE_IT + ON_FROM_IT


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_is_summed_over_a_long_time(text: str, wanted: list[str]) -> None:
    assert shown(text, "killed") == wanted


LINES = {
    "of a sum": ("Raids have killed 33 people since January, as follows:", "part"),
    "beside a sum": ("Raids have killed 33 people since January.", "event_count"),
}


@pytest.mark.parametrize(("above", "nature"), LINES.values(), ids=LINES)
def test_lines_of_a_list_below_a_sum_are_its_parts(above: str, nature: str) -> None:
    report = read_report(raw_text(f"{above}\n\n- In Bor, raids killed 20 people.\n\n- In Gao, shells hurt nine."))
    record = extract_record(report, next(iter(parse_grammars([report]))))
    assert [c.nature for c in record.claims if isinstance(c, Figure) and c.best == 20] == [nature]


def test_lines_of_a_list_count_their_own() -> None:
    lines = (
        "- 11 civilians were killed in Bor.\n\n- 3 civilians were killed in Gao.\n\n- 5 nurses were killed in Uvira."
    )
    report = read_report(raw_text(f"KEY FIGURES\n\n{lines}"))
    record = extract_record(report, next(iter(parse_grammars([report]))))
    counted = [(c.best, c.nature) for c in record.claims if isinstance(c, Figure)]
    assert sorted(counted) == [(3, "event_count"), (5, "event_count"), (11, "event_count")]
