"""What the ledger is measured with: made-up reports keep the contract; a small measurement runs through."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import killed, ledger
from bench.made import made_records
from sayso.ledger import load_harvests, open_ledger, verify_ledger
from sayso.reconcile import group_copies
from sayso.records import Figure, Record, check_record

MADE = list(made_records(120))


@pytest.mark.parametrize("record", MADE[:20], ids=lambda record: record.report.uri)
def test_a_made_up_record_keeps_the_contract(record: Record) -> None:
    check_record(record)
    text = record.report.text
    assert {claim.utterance for claim in record.claims} == {utterance.id for utterance in record.utterances}
    for figure in (claim for claim in record.claims if isinstance(claim, Figure)):
        assert float(text[slice(*figure.span)]) == figure.best
    for person in record.people:
        assert {text[start:end] for start, end in person.evidence} == {person.name}


def test_made_up_reports_are_the_same_each_time_and_differ_from_each_other() -> None:
    assert list(made_records(10, first=50)) == MADE[50:60]
    assert len({record.report.id for record in MADE}) == len(MADE)


def test_some_of_them_are_copies() -> None:
    groups = group_copies(MADE)
    assert 0 < sum(len(group.reports) > 1 for group in groups) < len(MADE) / 4


def test_a_measurement_of_a_growing_ledger(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    where = str(tmp_path / "made.sqlite")
    monkeypatch.setattr("sys.argv", ["ledger", "--reports", "20", "--ledger", where, "--limit", "60000"])
    assert ledger.main() == 0
    assert "all searches" in capsys.readouterr().out
    with open_ledger(where) as engine:
        assert sum(1 for _ in load_harvests(engine)) == 20 + ledger.MORE
        assert not list(verify_ledger(engine))


def test_a_measurement_by_killing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["killed", "--reports", "30", "--times", "2"])
    assert killed.main() == 0
    assert "equals the undisturbed" in capsys.readouterr().out
