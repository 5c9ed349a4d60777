"""The command line, on inputs good and bad."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner, Result

import sayso.run.reading as conveyor
from sayso.errors import SaysoError
from sayso.ledger import Decision, append_decision, load_harvests, load_left_out, open_ledger
from sayso.parse import Grammar
from sayso.read import Layout, RawInput
from sayso.records import Record, Relevance, Report, check_record, record_from_json
from sayso.run.main import Commands, app, main

WIRE = """Shells kill 14 in Kadugli market

KADUGLI, Sudan, March 6, 2024 (Northern Wire) - Shells struck the main market of Kadugli on Tuesday, killing at least
14 civilians, residents said. The army denied that its soldiers had fired on the town. Rebels have besieged it
since January.
"""
RIVAL = """Army counts its dead after clash near Dilling

DILLING, Sudan, March 7, 2024 (Plains Agency) - Nine soldiers were killed in fighting with rebels near Dilling on
Wednesday, an army spokesman said. The rebels said that they had taken the town's barracks.
"""
SPORT = (
    "Cup final ends level\n\nThe final of the two oldest clubs of the league ended level after extra time on Sunday."
)
SPANISH = (
    "El ejército informó el martes que al menos catorce civiles murieron en el mercado de la ciudad cuando cayeron "
    "varios proyectiles, según los vecinos. El portavoz negó que los soldados hubieran disparado contra la población."
)
FURNITURE = (
    "<html><head><title>Home</title></head><body><nav><a href='/'>Home</a> <a href='/w'>World</a></nav></body></html>"
)

BAD = {
    "empty": (b"", "empty", 11),
    "blank": (b" \n\n", "empty", 11),
    "binary": (bytes(range(256)) * 40, "binary", 12),
    "furniture": (FURNITURE.encode(), "no_article", 13),
    "spanish": ((SPANISH * 3).encode(), "language", 14),
    "wrong encoding": (
        "Шел бой за рынок, 14 убитых. ".encode()[:-3] * 9 + b"\xff\xfe\x81\x8d\x8f\x90" * 9,
        None,
        None,
    ),
    "50 MB line": (b"x" * 50_000_000, "too_large", 16),
}


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments], input=stdin)


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def lines_of(result: Result) -> list[dict]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    return write(tmp_path, "wire.txt", WIRE)


@pytest.fixture
def folder(tmp_path: Path, wire: Path) -> Path:
    """A folder of two reports that may be read and an empty file between them."""
    reports = tmp_path / "reports"
    reports.mkdir()
    write(reports, "1-wire.txt", WIRE)
    write(reports, "2-empty.txt", "")
    write(reports, "3-rival.txt", RIVAL)
    return reports


def test_read_prints_records_that_answer_to_the_contract(wire: Path) -> None:
    result = run("read", wire)
    assert result.exit_code == 0, result.output
    record = record_from_json(result.stdout.strip())
    check_record(record)
    assert record.report.uri == str(wire)
    assert record.claims


def test_read_says_the_same_twice(folder: Path) -> None:
    assert run("read", folder).stdout == run("read", folder).stdout


def test_read_keeps_the_order_of_the_inputs(tmp_path: Path) -> None:
    rows = [{"uri": f"u{at}", "text": RIVAL if at % 2 else WIRE} for at in range(20)]
    rows.insert(7, {"uri": "u-bad"})
    corpus = write(tmp_path, "corpus.jsonl", "\n".join(map(json.dumps, rows)))
    result = run("read", corpus)
    uris = [line.get("uri") or line["report"]["uri"] for line in lines_of(result)]
    assert uris == [row["uri"] for row in rows]
    assert lines_of(result)[7]["refused"]["code"] == "bad_line"
    assert result.exit_code == 17


def test_read_takes_standard_input() -> None:
    result = run("read", "-", stdin=WIRE.encode())
    assert result.exit_code == 0
    assert lines_of(result)[0]["report"]["uri"] == "-"


def test_read_as_a_table(wire: Path) -> None:
    result = run("read", wire, "--format", "table")
    assert result.exit_code == 0
    assert "What happened" in result.stdout
    assert "Figures" in result.stdout


def test_read_takes_the_day_that_is_given(tmp_path: Path) -> None:
    undated = write(tmp_path, "undated.txt", RIVAL.replace(", March 7, 2024", ""))
    published = lines_of(run("read", undated, "--published", "2024-03-08"))[0]["report"]["published"]
    assert (published["start"], published["end"], published["basis"]) == ("2024-03-08", "2024-03-08", "given")


@pytest.mark.parametrize("day", ["yesterday", "2024-02-30", "2024-13", "24-1-1"])
def test_a_day_that_is_none_is_a_wrong_call(wire: Path, day: str) -> None:
    result = run("read", wire, "--published", day)
    assert result.exit_code == 2
    assert "is no date" in result.stderr


@pytest.mark.parametrize(("content", "code", "status"), BAD.values(), ids=BAD)
def test_bad_input_is_one_sentence_and_a_status_of_its_own(
    tmp_path: Path, wire: Path, content: bytes, code: str | None, status: int | None
) -> None:
    bad = write(tmp_path, "bad.html" if code == "no_article" else "bad.txt", content)
    result = run("read", bad, wire)
    refused, read = lines_of(result)
    assert code is None or refused["refused"]["code"] == code
    assert status is None or result.exit_code == status
    assert result.exit_code > 2
    assert read["report"]["uri"] == str(wire), "the other input is read all the same"
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith(str(bad))
    assert refused["refused"]["what_to_do"] in result.stderr


def test_a_missing_folder_is_refused_and_the_rest_read(tmp_path: Path, wire: Path) -> None:
    result = run("read", tmp_path / "none", wire)
    assert result.exit_code == 10
    assert [line.get("refused", {}).get("code") for line in lines_of(result)] == ["missing", None]


def test_several_kinds_of_refusal_have_a_status_of_their_own(tmp_path: Path) -> None:
    empty = write(tmp_path, "empty.txt", "")
    assert run("read", empty, tmp_path / "none").exit_code == 3


def fail_on(word: str, monkeypatch: pytest.MonkeyPatch, *, in_parse: bool) -> None:
    """Let one stage meet a defect on reports that have a word in their text."""
    name = "parse_grammars" if in_parse else "extract_record"
    working = getattr(conveyor, name)

    def parse(reports: list[Report], **options: object) -> list[Grammar]:
        if any(word in report.text for report in reports):
            raise ZeroDivisionError("a defect")
        return working(reports, **options)

    def extract(report: Report, grammar: Grammar) -> Record:
        if word in report.text:
            raise ZeroDivisionError("a defect")
        return working(report, grammar)

    monkeypatch.setattr(conveyor, name, parse if in_parse else extract)


@pytest.mark.parametrize("in_parse", [True, False], ids=["parse", "extract"])
def test_a_defect_loses_one_report_and_names_itself(
    folder: Path, monkeypatch: pytest.MonkeyPatch, in_parse: bool
) -> None:
    fail_on("Kadugli", monkeypatch, in_parse=in_parse)
    (folder / "2-empty.txt").unlink()
    result = run("read", folder)
    refused, read = lines_of(result)
    assert refused["refused"]["code"] == "internal"
    assert "ZeroDivisionError" in refused["refused"]["why"]
    assert read["claims"]
    assert result.exit_code == 70


def rows_of(ledger: Path) -> dict[str, int]:
    connection = sqlite3.connect(ledger)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    counts = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}
    connection.close()
    return counts


def test_ingest_twice_adds_nothing_the_second_time(folder: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "l.sqlite"
    first = run("ingest", folder, "--ledger", ledger)
    assert "2 read, 0 already there, 1 refused (empty 1)." in first.stdout
    assert first.exit_code == 11
    before = rows_of(ledger)
    second = run("ingest", folder, "--ledger", ledger)
    assert "0 read, 2 already there, 1 refused (empty 1). Nothing was added." in second.stdout
    assert rows_of(ledger) == before
    assert not list(tmp_path.glob("l.sqlite-*")), "no side file stays behind"


def judge_irrelevant(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the reader judge reports that have a word in their text to be about something else than conflict."""
    working = conveyor.read_layout

    def read(raw: RawInput, **options: object) -> Layout:
        layout = working(raw, **options)
        judged = Relevance(conflict=word not in layout.report.text, basis="by hand")
        return msgspec.structs.replace(layout, report=msgspec.structs.replace(layout.report, relevance=judged))

    monkeypatch.setattr(conveyor, "read_layout", read)


def test_ingest_keeps_what_is_left_out_of_each_report(tmp_path: Path) -> None:
    examples = Path(__file__).parents[2] / "examples"
    page = examples / "02-broadcaster-page.html"
    run("ingest", page, page, examples / "01-wire-final-assault.txt", "--ledger", tmp_path / "l")
    with open_ledger(str(tmp_path / "l")) as engine:
        reports = {Path(each.record.report.uri or "").name: each.record.report for each in load_harvests(engine)}
        assert [each.why for each in load_left_out(engine, reports[page.name]) or ()] == ["furniture", "repeat"]
        assert load_left_out(engine, reports["01-wire-final-assault.txt"]) == []


def test_ingest_leaves_what_is_not_about_conflict_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    judge_irrelevant("league", monkeypatch)
    sport, ledger = write(tmp_path, "sport.txt", SPORT), tmp_path / "l.sqlite"
    assert "1 left unread as not about conflict" in run("ingest", sport, "--ledger", ledger).stdout
    assert "1 already there" in run("ingest", sport, "--ledger", ledger).stdout
    assert "1 read" in run("ingest", sport, "--all", "--ledger", ledger).stdout
    assert "1 already there" in run("ingest", sport, "--ledger", ledger).stdout


def test_what_is_not_about_conflict_goes_unread_unless_all_is_asked_for(tmp_path: Path) -> None:
    sport = write(tmp_path, "sport.txt", SPORT)
    left, read = (lines_of(run("read", sport, *options))[0] for options in ((), ("--all",)))
    assert left["report"] == read["report"]
    assert left["report"]["relevance"]["conflict"] is False
    assert [name for name, items in left.items() if name != "report" and items] == []
    assert read["times"] or read["utterances"] or read["claims"] or read["parties"]


def test_the_table_of_an_unread_report_is_one_line(tmp_path: Path, wire: Path) -> None:
    sport = write(tmp_path, "sport.txt", SPORT)
    left = run("read", sport, "--format", "table")
    assert left.exit_code == 0
    assert len(left.stdout.splitlines()) == 1
    assert "Cup final ends level: left unread as not about conflict (words of sport: " in left.stdout
    assert "left unread" not in run("read", sport, "--all", "--format", "table").stdout
    assert "left unread" not in run("read", wire, "--format", "table").stdout


def test_ingest_counts_what_it_leaves_unread(tmp_path: Path, wire: Path) -> None:
    sport = write(tmp_path, "sport.txt", SPORT)
    assert "1 read, 0 already there, 1 left unread" in run("ingest", wire, sport, "--ledger", tmp_path / "l").stdout


def test_what_was_ingested_is_not_parsed_again(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = tmp_path / "l.sqlite"
    run("ingest", folder, "--ledger", ledger)
    fail_on("a", monkeypatch, in_parse=True)
    again = run("ingest", folder, "--ledger", ledger)
    assert "0 read, 2 already there, 1 refused (empty 1)" in again.stdout


def test_the_ledger_may_be_named_by_the_environment(
    wire: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYSO_LEDGER", str(tmp_path / "env.sqlite"))
    assert run("ingest", wire).exit_code == 0
    assert (tmp_path / "env.sqlite").exists()


def test_bad_inputs_leave_nothing_half_written(tmp_path: Path) -> None:
    ledger = tmp_path / "l.sqlite"
    bad = [write(tmp_path, f"{at}.txt", content) for at, (content, _, _) in enumerate(BAD.values())]
    run("ingest", *bad, tmp_path / "none", "--ledger", ledger)
    counts = rows_of(ledger)
    own = {name: count for name, count in counts.items() if not name.startswith("entry_words")}
    assert {name for name, count in own.items() if count} <= {"refusal", "alembic_version"}
    assert counts["refusal"] == len(bad) + 1
    assert run("verify", "--ledger", ledger).exit_code == 0


def test_sitrep_shows_and_writes_the_situation(folder: Path, tmp_path: Path) -> None:
    ledger, page = tmp_path / "l.sqlite", tmp_path / "new folder" / "page.html"
    run("ingest", folder, "--ledger", ledger)
    result = run("sitrep", "--ledger", ledger, "--out", page)
    assert result.exit_code == 0, result.output
    assert "What happened" in result.stdout
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert [each.name for each in page.parent.iterdir()] == ["page.html"]


def test_verify_finds_what_was_changed(wire: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "l.sqlite"
    run("ingest", wire, "--ledger", ledger)
    assert run("verify", "--ledger", ledger).exit_code == 0
    connection = sqlite3.connect(ledger)
    connection.execute("DROP TRIGGER keep_report_update")
    connection.execute("UPDATE report SET text = replace(text, '14', '41')")
    connection.commit()
    connection.close()
    result = run("verify", "--ledger", ledger)
    assert result.exit_code == 4
    assert "does not say what it said" in result.stderr


def test_every_command_takes_any_ledger(folder: Path, ledger: str) -> None:
    assert "2 read" in run("ingest", folder, "--ledger", ledger).stdout
    assert "2 already there" in run("ingest", folder, "--ledger", ledger).stdout
    assert "all well; 2 reports" in run("verify", "--ledger", ledger).stdout
    assert "What happened" in run("sitrep", "--ledger", ledger).stdout
    assert "Kadugli" in run("search", "market", "--ledger", ledger).stdout


def test_search_prints_a_table_or_lines(folder: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "l.sqlite"
    run("ingest", folder, "--ledger", ledger)
    table = run("search", "kind:figure type:killed", "--ledger", ledger)
    assert table.exit_code == 0, table.output
    assert "residents" in table.stdout
    lines = lines_of(run("search", "kind:figure type:killed", "--format", "jsonl", "--ledger", ledger))
    assert {line["type"] for line in lines} == {"figure killed"}
    texts = {"1-wire.txt": WIRE, "3-rival.txt": RIVAL}
    assert all(
        any(line["quote"].split(" … ")[0] in " ".join(text.split()) for text in texts.values()) for line in lines
    )


def test_search_goes_on_where_it_stopped(folder: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "l.sqlite"
    run("ingest", folder, "--ledger", ledger)
    every = lines_of(run("search", "kind:claim", "--format", "jsonl", "--ledger", ledger))
    first = run("search", "kind:claim", "--rows", "2", "--ledger", ledger)
    assert "There is more: --skip 2 goes on." in first.stdout
    rest = lines_of(run("search", "kind:claim", "--skip", "2", "--format", "jsonl", "--ledger", ledger))
    assert rest == every[2:]
    assert "nothing answers that" in run("search", "zeppelin", "--ledger", ledger).stdout


def test_a_query_that_cannot_be_read_is_one_sentence(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger = tmp_path / "l.sqlite"
    run("ingest", folder, "--ledger", ledger)
    monkeypatch.setattr(sys, "argv", ["sayso", "search", '"bread line', "--ledger", str(ledger)])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("the query can't be read: a quotation mark is left open; ")


def test_verify_tells_where_the_log_of_decisions_ends(wire: Path, tmp_path: Path) -> None:
    ledger = str(tmp_path / "l.sqlite")
    run("ingest", wire, "--ledger", ledger)
    taken = Decision(kind="reject", who="Ana", reason="no such day", of="claim", targets=("locus:1",))
    with open_ledger(ledger) as engine:
        key = append_decision(engine, taken).key
    assert f"1 decisions, the last one {key}." in run("verify", "--ledger", ledger).stdout
    assert run("verify", "--head", key, "--ledger", ledger).exit_code == 0
    gone = run("verify", "--head", "decision:0", "--ledger", ledger)
    assert (gone.exit_code, "not in the log any more" in gone.stderr) == (4, True)


@pytest.mark.parametrize("command", [("sitrep",), ("verify",), ("search", "x")], ids=lambda each: each[0])
def test_a_missing_ledger_is_one_sentence(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["sayso", *command, "--ledger", str(tmp_path / "none.sqlite")])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    assert "there is no such ledger; run 'sayso ingest' first" in capsys.readouterr().err


def test_a_model_that_is_not_there_is_one_sentence(wire: Path) -> None:
    result = run("ingest", wire, "--ledger", wire.with_name("l.sqlite"), "--model", "no_such_model")
    assert isinstance(result.exception, SaysoError)
    assert "no_such_model" in str(result.exception)


def test_the_schema_is_the_published_one() -> None:
    """Golden file: where the contract was meant to grow, `sayso schema > tests/run/schema.json`."""
    result = run("schema")
    assert json.loads(result.stdout) == json.loads((Path(__file__).parent / "schema.json").read_text(encoding="utf-8"))


def test_every_command_has_help() -> None:
    assert run("--help").stdout.count("\n  ") > len(Commands.late)
    for name in Commands.late:
        assert run(name, "--help").exit_code == 0


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("schema",)], ids=" ".join)
def test_light_commands_start_at_once(arguments: tuple[str, ...]) -> None:
    """They load no language model; the limit is generous, for machines under load."""
    code = f"import sys; sys.argv = ['sayso', *{arguments!r}]; from sayso.run.main import main; main()"
    started = time.perf_counter()
    done = subprocess.run([sys.executable, "-X", "importtime", "-c", code], capture_output=True, text=True, check=True)
    assert time.perf_counter() - started < 5
    assert "spacy" not in done.stderr


def test_reading_into_a_closed_pipe_is_no_traceback(tmp_path: Path) -> None:
    corpus = write(tmp_path, "corpus.jsonl", b"{}\n" * 5_000)
    command = [sys.executable, "-c", "from sayso.run.main import main; main()", "read", str(corpus)]
    reader = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert reader.stdout and reader.stderr
    reader.stdout.close()
    errors = reader.stderr.read().decode()
    reader.stderr.close()
    reader.wait()
    assert "Traceback" not in errors
    assert "BrokenPipe" not in errors
