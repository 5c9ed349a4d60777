"""Who holds what, in short reports."""

from __future__ import annotations

import pytest

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.read import find_inputs, read_report
from sayso.records import Control, Record


def read(text: str, tmp_path) -> Record:
    """A short text in, its record out."""
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    report = read_report(next(iter(find_inputs([str(path)]))), any_language=True)
    return extract_record(report, next(parse_grammars([report])))


def names(record: Record, ids: tuple[str, ...]) -> set[str]:
    """The names of what stands behind ids."""
    known = {item.id: item.name for items in (record.parties, record.people, record.places) for item in items}
    return {known[i] or "" for i in ids}


def controls(record: Record) -> list[Control]:
    """The claims of control of a record."""
    return [claim for claim in record.claims if isinstance(claim, Control)]


HELD = {
    "took": ("Islamic State took over Mosul in June.", "gained", "Islamic State", "Mosul"),
    "still held": ("The Taliban still hold Kunduz, officials said.", "held", "Taliban", "Kunduz"),
    "part of": ("Al-Shabaab controls large parts of southern Somalia.", "held", "Al-Shabaab", "southern Somalia"),
    "compound": ("Aid reached Houthi-controlled areas of Yemen.", "held", "Houthis", "Yemen"),
    "marched in": ("Al-Shabaab fighters marched into Kismayo without a fight.", "gained", "Al-Shabaab", "Kismayo"),
    "driven from": ("The army drove Boko Haram from Bama.", "lost", "Boko Haram", "Bama"),
    "under control": ("Kunduz remains under the control of the Taliban.", "held", "Taliban", "Kunduz"),
    "in hands": ("Kandahar is in the hands of the Taliban.", "held", "Taliban", "Kandahar"),
    "left in control": ("The truce left Hezbollah in control of Baalbek.", "held", "Hezbollah", "Baalbek"),
    "holding on": ("Islamic State is holding on to Raqqa.", "held", "Islamic State", "Raqqa"),
}


@pytest.mark.parametrize(("text", "state", "holder", "area"), HELD.values(), ids=HELD.keys())
def test_reads_who_holds(text: str, state: str, holder: str, area: str | None, tmp_path) -> None:
    record = read(text, tmp_path)
    claim = next(iter(controls(record)))
    assert claim.state == state
    assert holder in names(record, claim.holder)
    assert area is None or area in names(record, claim.area)


NOT_HELD = {
    "rally": "The Taliban held a rally in Kabul.",
    "ruled out": "The Taliban ruled out talks in Doha.",
    "fighting to": "Al-Shabaab is fighting to seize Mogadishu.",
    "counted men": "About 200 soldiers left Goma on Monday.",
    "no place": "The army pulled out overnight.",
    "their posts": "Soldiers abandoned their posts.",
    "civilians": "Villagers abandoned the town of Bama.",
    "shelter": "Displaced families had taken shelter in a school.",
}


@pytest.mark.parametrize("text", NOT_HELD.values(), ids=NOT_HELD.keys())
def test_leaves_out_what_is_no_control(text: str, tmp_path) -> None:
    assert controls(read(text, tmp_path)) == []


def test_siege_names_the_besieger_as_the_other_side(tmp_path) -> None:
    record = read("The Rapid Support Forces have besieged El Fasher since May.", tmp_path)
    claim = next(iter(controls(record)))
    assert (claim.state, claim.holder) == ("besieged", ())
    assert names(record, claim.other) == {"Rapid Support Forces"}


def test_share_is_stated(tmp_path) -> None:
    record = read("Gangs control 80 percent of Port-au-Prince.", tmp_path)
    assert [claim.share for claim in controls(record)] == [80.0]


def test_a_quarter_of_its_people_is_no_share(tmp_path) -> None:
    record = read("Militiamen overran the Muslim quarter of Bangui on 13 May.", tmp_path)
    assert [claim.share for claim in controls(record)] == [None]


def test_most_is_no_share(tmp_path) -> None:
    record = read("The Taliban now control most of Kunduz.", tmp_path)
    assert [claim.share for claim in controls(record)] == [None]


def test_plans_keep_their_realis(tmp_path) -> None:
    record = read("The army will retake Rufaa, a commander said.", tmp_path)
    assert [claim.realis for claim in controls(record)] == ["planned"]


def test_verb_and_noun_of_one_siege_are_one_claim(tmp_path) -> None:
    record = read("Djibo has been under blockade for two years.", tmp_path)
    assert len(controls(record)) == 1
