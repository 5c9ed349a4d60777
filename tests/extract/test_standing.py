"""Who stands with whom, in short reports."""

from __future__ import annotations

import pytest

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.read import find_inputs, read_report
from sayso.records import Record, Relation


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


def relations(record: Record) -> set[tuple[str, str, str]]:
    """(subject, type, object) of every relation, by names."""
    found = [claim for claim in record.claims if isinstance(claim, Relation)]
    return {
        (one, claim.type, other)
        for claim in found
        for one in names(record, claim.subject)
        for other in names(record, claim.object)
    }


STANDING = {
    "backed compound": ("The Iran-backed Houthis fired a missile.", ("Iran", "backs", "Houthis")),
    "led compound": ("The Saudi-led coalition struck Sanaa.", ("Saudi Arabia", "leads", "Saudi-led coalition")),
    "supported by": ("The Syrian army, supported by Russia, advanced.", ("Russia", "backs", "Syrian Arab Army")),
    "linked to": ("Al-Shabaab, which is linked to al-Qaeda, said so.", ("Al-Shabaab", "allied_with", "Al-Qaeda")),
    "ally of": ("Hezbollah, an ally of Iran, fired rockets.", ("Hezbollah", "allied_with", "Iran")),
    "side of": ("Hezbollah entered the war on the side of Hamas.", ("Hezbollah", "backs", "Hamas")),
    "arms supplier": (
        "The United States, Ukraine's main arms supplier, objected.",
        ("United States", "arms", "Ukraine"),
    ),
    "supplied weapons": ("Iran has supplied Hezbollah with missiles.", ("Iran", "arms", "Hezbollah")),
    "pact": ("Niger signed a defence pact with Mali in May.", ("Niger", "allied_with", "Mali")),
    "part of": ("Hezbollah belongs to the Axis of Resistance together with Hamas.", None),
    "help": ("Burundi, which has sent troops to help Congo, agreed.", ("Burundi", "backs", None)),
}


@pytest.mark.parametrize(("text", "expected"), STANDING.values(), ids=STANDING.keys())
def test_reads_relations(text: str, expected: tuple[str, str, str | None] | None, tmp_path) -> None:
    found = relations(read(text, tmp_path))
    if expected is None:
        assert all(kind == "part_of" for _, kind, _ in found)
    else:
        subject, kind, other = expected
        assert any(row[0] == subject and row[1] == kind and other in (None, row[2]) for row in found)


NOT_STANDING = {
    "led by a man": "Gunmen led by Omar Hassan attacked the town.",
    "activists": "The activist-run radio station went off the air.",
    "controls a place": "The Taliban control most of Kunduz.",
    "demanded": "The minister urged Turkey to back Ukraine.",
}


@pytest.mark.parametrize("text", NOT_STANDING.values(), ids=NOT_STANDING.keys())
def test_leaves_out_what_is_no_relation(text: str, tmp_path) -> None:
    assert relations(read(text, tmp_path)) == set()


def test_each_of_several_backers_backs(tmp_path) -> None:
    found = relations(read("The Syrian army, backed by Russia and Iran, advanced.", tmp_path))
    assert {subject for subject, kind, _ in found if kind == "backs"} == {"Russia", "Iran"}


def test_told_again_by_one_voice_is_one_claim(tmp_path) -> None:
    record = read("The Iran-backed Houthis struck. Later the Iran-backed Houthis withdrew.", tmp_path)
    claims = [claim for claim in record.claims if isinstance(claim, Relation)]
    assert [len(claim.evidence) for claim in claims] == [2]
