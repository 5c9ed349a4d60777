"""`sayso explain` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.extract import KINDS
from sayso.run.main import app

WIRE = """Shells kill 14 in Kadugli market

KADUGLI, Sudan, March 6, 2024 (Northern Wire) - The army shelled the main market of Kadugli on Tuesday, killing at
least 14 civilians, residents said. Rebels plan to attack [the] airport, a spokesman said.
"""
SPORT = (
    "Cup final ends level\n\nThe final of the two oldest clubs of the league ended level after extra time on Sunday."
)


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    path = tmp_path / "wire.txt"
    path.write_text(WIRE, encoding="utf-8")
    return path


def explain(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner(env={"COLUMNS": "140"}).invoke(app, ["explain", *map(str, arguments)], input=stdin)


def answers(*arguments: str | Path) -> list[dict]:
    result = explain(*arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)["explanations"]


def claims(path: Path) -> list[dict]:
    return json.loads(explain(path, "--format", "json").stdout)["claims"]


def test_without_an_option_it_lists_the_claims(wire: Path) -> None:
    result = explain(wire)
    assert result.exit_code == 0, result.output
    for row in claims(wire):
        assert row["id"] in result.stdout
        assert row["method"][:20] in result.stdout
    assert "--kind place" in result.stdout


def test_a_claim_is_explained_by_its_id(wire: Path) -> None:
    row = next(row for row in claims(wire) if row["method"] == "happened/attack")
    (explained,) = answers(wire, "--claim", row["id"])
    assert explained["id"] == row["id"]
    assert [frame["frame"] for frame in explained["frames"] if frame["chosen"]] == ["attack"]


def test_a_person_sees_the_sentence_marked_and_every_section(wire: Path) -> None:
    row = next(row for row in claims(wire) if row["method"] == "happened/attack")
    shown = explain(wire, "--claim", row["id"]).stdout
    assert "[actor: Rebels] plan to [trigger, predicate: attack]" in shown
    for title in ("Value", "Clause", "Frames tried", "Whether it happened", "Whose word", "Who", "Where", "When"):
        assert f"\n  {title}" in shown
    assert "Confidence" in shown


def test_words_of_the_report_are_never_markup(wire: Path) -> None:
    assert "attack] [the]" in explain(wire, "--words", "plan to attack").stdout


def test_words_and_offsets_find_the_same_claim(wire: Path) -> None:
    text = json.loads(CliRunner().invoke(app, ["read", str(wire)]).stdout)["report"]["text"]
    by_words = {row["id"] for row in answers(wire, "--words", "attack") if row["about"] == "event"}
    by_offset = {row["id"] for row in answers(wire, "--at", str(text.index("attack"))) if row["about"] == "event"}
    assert by_words == by_offset != set()


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"person", "control", "condition", "relation"}))
def test_all_of_one_kind(wire: Path, kind: str) -> None:
    found = answers(wire, "--kind", kind)
    assert found
    assert {row["about"] for row in found} == {kind}
    assert kind.upper() in explain(wire, "--kind", kind).stdout


def test_the_day_that_is_given_counts(wire: Path) -> None:
    (report,) = answers(wire, "--kind", "report", "--published", "2024-03-08")
    assert {"rule": "published: taken (given)", "words": None, "gives": "2024-03-08"} in report["steps"]


def test_it_reads_standard_input() -> None:
    result = explain("-", stdin=WIRE.encode())
    assert result.exit_code == 0, result.output
    assert "happened/attack" in result.stdout


def test_a_report_that_is_not_about_conflict_is_explained_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "sport.txt"
    path.write_text(SPORT, encoding="utf-8")
    result = explain(path)
    assert result.exit_code == 0, result.output
    assert "Not about armed conflict" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--claim", "claim:0000"), "answers to --claim 'claim:0000'"),
        (("--words", "never written"), "answers to --words 'never written'"),
        (("--at", "999999"), "answers to --at 999999"),
        (("--kind", "weather"), "is none of event"),
        (("--at", "3", "--words", "Shells"), "give one of"),
    ],
    ids=["no such id", "no such words", "past the end", "no such kind", "two at once"],
)
def test_a_wrong_call_says_what_is_wrong(wire: Path, arguments: tuple[str, ...], said: str) -> None:
    result = explain(wire, *arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.replace("│", " ").split())


def test_an_input_that_cannot_be_read_keeps_its_status(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("", encoding="utf-8")
    result = explain(empty)
    assert result.exit_code == 11
    assert "empty" in result.stderr


def test_every_report_of_a_corpus_is_asked(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.jsonl"
    rows = [{"uri": "one", "text": WIRE}, {"uri": "two", "text": SPORT * 3}]
    corpus.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    found = explain(corpus, "--words", "attack", "--format", "json").stdout.splitlines()
    assert [json.loads(line)["uri"] for line in found] == ["one"]
