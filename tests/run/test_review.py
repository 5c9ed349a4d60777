"""`sayso review`: decisions from the command line, what they print, how they are refused."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from sayso.errors import DecisionRefused
from sayso.ledger import load_decisions, open_ledger
from sayso.run.main import app, main
from tests.review.told import ingest_told

WHY = ("--reason", "as I see it")


@pytest.fixture
def ledger_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A ledger of seven reports, named by the environment; Ana is at the keyboard."""
    name = str(tmp_path / "l.sqlite")
    with open_ledger(name, make=True) as engine:
        ingest_told(engine)
    monkeypatch.setenv("SAYSO_LEDGER", name)
    monkeypatch.setenv("SAYSO_WHO", "Ana")
    monkeypatch.setenv("COLUMNS", "200")
    return name


def review(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["review", *arguments])


def done(*arguments: str) -> list[dict[str, Any]]:
    """What a command prints as JSON; it has to go well."""
    result = review(*arguments, "--format", "jsonl")
    assert result.exit_code == 0, (result.output, result.exception)
    return [json.loads(line) for line in result.stdout.splitlines()]


def refused(*arguments: str) -> DecisionRefused:
    error = review(*arguments).exception
    assert isinstance(error, DecisionRefused)
    return error


def ids() -> list[str]:
    return [each["incident"]["id"] for each in done("list")]


def figure(incident: str, measure: str) -> str:
    """The id of the first claim behind a figure."""
    (shown,) = done("show", incident)
    return next(each["claims"][0] for each in shown["incident"]["figures"] if each["measure"] == measure)


def test_a_list_and_an_incident_as_tables(ledger_name: str) -> None:
    listed = review("list").stdout
    assert listed.startswith("4 incidents\n") and listed.count("machine_read") == 4
    shown = review("show", ids()[0][:16]).stdout
    assert "State: machine_read" in shown and "Harm suggested: fair (two or more independent" in shown
    assert "killing 14 civilians" in shown and "Savanna Post" in shown


def test_a_long_list_goes_on_where_it_stopped(ledger_name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    every = ids()
    first = review("list", "--rows", "3").stdout
    assert "There is more: --skip 3 goes on." in first and first.count("machine_read") == 3
    assert [each["incident"]["id"] for each in done("list", "--rows", "1", "--skip", "3")] == every[3:]
    monkeypatch.setenv("COLUMNS", "80")
    assert all(each in review("list").stdout for each in every)


def search(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["search", *arguments])


def test_a_search_says_what_was_decided(ledger_name: str) -> None:
    market = ids()[0]
    hurt, dead = figure(market, "injured"), figure(market, "killed")
    query = ("kind:figure", "--format", "jsonl")
    assert {json.loads(line)["decided"] for line in search(*query).stdout.splitlines()} == {None}
    review("reject", hurt, *WHY)
    review("correct", dead, "best", "15", *WHY)
    found = {each["id"]: each["decided"] for each in map(json.loads, search(*query).stdout.splitlines())}
    assert found.pop(hurt) == {"verdict": "rejected", "fields": {}}
    assert found.pop(dead) == {"verdict": None, "fields": {"best": 15}}
    assert set(found.values()) == {None}
    table = search("kind:figure").stdout
    assert "rejected" in table and "best: 15" in table


def test_every_decision_there_and_back(ledger_name: str) -> None:
    before = done("list")
    market, ambush, school, pirates = ids()
    reports = {each["incident"]["id"]: each["incident"]["reports"] for each in before}
    hurt = figure(market, "injured")
    decisions = [
        ("accept", hurt, *WHY),
        ("reject", hurt, "--field", "group", *WHY),
        ("correct", hurt, "best", "31", *WHY),
        ("correct", hurt, "what", "people at the market", *WHY),
        ("grade", hurt, "B3", *WHY),
        ("grade", "Northern Wire", "c", *WHY),
        ("grade", reports[pirates][0], "A2", *WHY),
        ("grade", market, "2", *WHY),
        ("harm", market, "fair", *WHY),
        ("assign", school, "Ben", *WHY),
        ("state", school, "in_progress", *WHY),
        ("comment", school, "mind the date"),
        ("comment", hurt, "who counted them?", *WHY),
        ("merge", ambush, school, pirates, *WHY),
        ("split", ambush, reports[pirates][0], *WHY),
        ("move", reports[school][0], ambush, market, *WHY),
        ("assign", ambush, *WHY),
    ]
    keys = [each["key"] for arguments in decisions for each in done(*arguments)]
    assert len(keys) == len(decisions) + 2, "B3 and A2 are two grades each"
    with open_ledger(ledger_name) as engine:
        assert {each.decision.who for each in load_decisions(engine)} == {"Ana"}
    (shown,) = done("show", market)
    assert (shown["harm"]["value"], shown["incident"]["review"]["information"]) == ("fair", 2)
    assert set(reports[market]) | set(reports[school]) == set(shown["incident"]["reports"])
    for key in reversed(keys):
        assert done("undo", key.removeprefix("decision:")[:12], *WHY)[0]["undoes"] == key
    assert done("list") == before


def test_what_a_later_decision_rests_on_is_refused(
    ledger_name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _, ambush, school, _ = ids()
    (merge,) = done("merge", ambush, school, *WHY)
    (harm,) = done("harm", school, "fair", *WHY)
    monkeypatch.setattr(sys, "argv", ["sayso", "review", "undo", str(merge["number"]), *WHY])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 5
    assert capsys.readouterr().err == f"the decision can't be taken: a later decision rests on it ({harm['key']}).\n"
    assert refused("undo", merge["key"], *WHY).by == harm["key"]


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        pytest.param(("undo", "7"), "no decision begins with '7'", id="no such decision"),
        pytest.param(("show", "incident:none"), "no incident begins with", id="no such incident"),
        pytest.param(("reject", "claim:none"), "there is no claim 'claim:none'", id="no such claim"),
        pytest.param(("grade", "incident:", "B"), "give the letter to a report or an outlet", id="a letter for many"),
        pytest.param(("grade", "Moon Gazette", "B"), "there is no report 'Moon Gazette'", id="no such source"),
        pytest.param(("harm", "incident:", "fair"), "several incidents begin with", id="not clear which"),
    ],
)
def test_a_decision_that_can_not_be_taken(ledger_name: str, arguments: tuple[str, ...], why: str) -> None:
    assert why in str(refused(*arguments, *(WHY if arguments[0] != "show" else ())))


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("harm", "incident:", "fair"), id="no reason"),
        pytest.param(("grade", "Northern Wire", "G", *WHY), id="no grade"),
        pytest.param(("list", "--below", "2"), id="no share"),
        pytest.param(("bless", "incident:"), id="no command"),
        pytest.param(("merge", *WHY), id="nothing to merge"),
    ],
)
def test_a_wrong_call(ledger_name: str, arguments: tuple[str, ...]) -> None:
    assert review(*arguments).exit_code == 2


def test_lists(ledger_name: str) -> None:
    market, ambush, school, pirates = ids()
    done("assign", school, "Ben", *WHY)
    for state in ("in_progress", "ready_for_review", "approved"):
        done("state", market, state, *WHY)
    (changed,) = done("correct", figure(market, "injured"), "best", "300", *WHY)
    asked = {
        ("--assigned", "Ben"): [school],
        ("--state", "approved_but_changed"): [market],
        ("--changed",): [market],
        ("--rivals",): [market],
        ("--one-source",): [ambush, school, pirates],
        ("--one-source", "--assigned", "Ben"): [school],
        ("--below", "0"): [],
        ("--below", "1"): [market, ambush, school, pirates],
        ("--lost",): [],
    }
    assert {each: [row["incident"]["id"] for row in done("list", *each)] for each in asked} == asked
    done("undo", changed["key"], *WHY)
    assert "approved" in review("list", "--state", "approved").stdout


def test_a_history_as_a_table(ledger_name: str) -> None:
    market, ambush, *_ = ids()
    done("merge", market, ambush, *WHY)
    done("undo", "1", "--reason", "two after all", "--who", "Ben")
    lines = review("history", ambush).stdout.splitlines()
    assert "undone by" in lines[2] and "Ana" in lines[2] and "3 + 2" in lines[2]
    assert "undoes" in lines[3] and "Ben" in lines[3] and "two after all" in lines[3]


def test_who_decides_is_else_the_login_name(ledger_name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SAYSO_WHO")
    monkeypatch.setenv("LOGNAME", "cem")
    assert done("comment", ids()[0], "mind the date")[0]["decision"]["who"] == "cem"


def test_incidents_and_crosswalk_are_as_decided(ledger_name: str, tmp_path: Path) -> None:
    market, ambush, *_ = ids()
    (merge,) = done("merge", market, ambush, *WHY)
    table = tmp_path / "crosswalk.csv"
    result = CliRunner().invoke(app, ["incidents", "--crosswalk", str(table), "--policy", "airwars"])
    incidents = [json.loads(line) for line in result.stdout.splitlines()]
    assert [len(each["accounts"]) for each in incidents] == [5, 1, 1]
    assert [each["review"]["decisions"] for each in incidents] == [[merge["key"]], [], []]
    assert {each["policy"] for each in incidents[0]["figures"]} == {"airwars/1"}
    with table.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["incident"] == market]
    assert sorted(row["joined_by"] for row in rows) == ["decision", "decision", "first", "score", "score"]
    assert {row["decision"] for row in rows} == {"", merge["key"]}


def test_what_is_withheld_and_given_free_again(ledger_name: str) -> None:
    incident = done("list")[0]["incident"]["id"]
    (taken,) = done("withhold", incident[:20], *WHY)
    assert taken["decision"]["kind"] == "withhold" and len(taken["decision"]["targets"]) == 3
    (back,) = done("withhold", incident, "--release", *WHY)
    assert (back["decision"]["before"], back["decision"]["after"]) == ({"value": True}, {"value": False})
    report = done("show", incident)[0]["incident"]["accounts"][0]["id"]
    assert done("withhold", report, *WHY)[0]["decision"]["of"] == "report"


def test_two_code_a_sample(ledger_name: str) -> None:
    drawn = review("sample", "spring", "--coder", "Ana", "--coder", "Ben", "--units", "1", "--field", "best")
    assert drawn.stdout == "spring: 1 of figure, each best, for Ana, Ben.\n", drawn.exception
    shown = review("code", "spring").stdout
    assert shown.startswith("spring: 0 of 1 are coded; of each: best.") and "[" in shown
    unit = shown.splitlines()[2]
    assert unit.startswith("locus:")
    assert review("code", "spring", unit, "best=999").stdout.startswith("spring: 1 of 1 are coded")
    assert "left: Ben 1" in str(review("agreement", "spring").exception)
    assert review("code", "spring", unit, "best=998", "--who", "Ben", "--note", "as printed").exit_code == 0
    assert [word in review("agreement", "spring").stdout for word in ("ratio", "999", "998", unit)] == [True] * 4
    assert json.loads(review("agreement", "spring", "--format", "jsonl").stdout)["fields"][0]["alpha"] == 0.0
    assert "correct best" in review("adjudicate", "spring", unit, "best", "998", *WHY).stdout
    assert "no FIELD=VALUE" in str(review("code", "spring", unit, "best").exception)
