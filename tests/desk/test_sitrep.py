"""The situation: side by side, nobody's word made a fact, every line leading to its words."""

from __future__ import annotations

import io
import re
import time
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from rich.console import Console

from sayso.desk import Situation, gather_situation, render_page, show_situation
from sayso.desk.sitrep_lines import Account
from sayso.desk.sitrep_map import draw_map
from sayso.desk.sitrep_text import lay_out_text
from sayso.desk.sitrep_timeline import draw_timeline
from sayso.records import Condition, Record, Report

GOLDEN = Path(__file__).parent / "situation.txt"


def on_terminal(situation: Situation) -> str:
    console = Console(file=io.StringIO(), width=110, highlight=False, color_system=None)
    show_situation(situation, console)
    return "\n".join(line.rstrip() for line in console.file.getvalue().splitlines()) + "\n"


def test_the_terminal_shows_what_it_showed(situation: Situation) -> None:
    """Golden file: where a change is meant, write `on_terminal(situation)` into situation.txt."""
    assert on_terminal(situation) == GOLDEN.read_text(encoding="utf-8")


def test_outside_text_cannot_steer_the_terminal(records: list[Record]) -> None:
    report = msgspec.structs.replace(records[0].report, title="\x1b[2Jgone [bold]", outlet="\x07wire")
    shown = on_terminal(gather_situation([msgspec.structs.replace(records[0], report=report)]))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown)
    assert "[2Jgone [bold]" in shown


def test_rival_figures_stand_side_by_side(situation: Situation) -> None:
    killed = situation.figures[0]
    assert killed.heading == "killed · Kadugli"
    assert [(line.what, line.said_by, line.report) for line in killed.lines] == [
        ("at least 14 civilians", "residents", 1),
        ("at most 9 people", "Idris Haroun (Sudanese Armed Forces)", 1),
        ("17 people", "doctors", 2),
    ]


def test_what_was_denied_or_planned_is_not_among_what_happened(situation: Situation) -> None:
    assert {line.claim.realis for line in situation.happened} == {"happened"}
    assert {line.claim.realis for line in situation.outlook} == {"negated", "planned"}
    assert [line.claim.background for line in situation.background] == [True]


def test_the_outlets_own_voice_is_the_outlets(situation: Situation) -> None:
    own = [line for account in situation.accounts for line in account.lines if line.claim.utterance is None]
    assert {line.said_by for line in own} == {"Northern Wire, in its own voice", "OCHA, in its own voice"}
    assert all(line.own_voice for line in own)


def test_the_same_words_of_the_same_speaker_are_one_line(records: list[Record]) -> None:
    copy = msgspec.structs.replace(records[0], report=msgspec.structs.replace(records[0].report, outlet="Mirror"))
    situation = gather_situation([records[0], copy])
    said = [line for line in situation.figures[0].lines if not line.own_voice]
    assert [line.copies for line in said] == [((2, "r2-c1"),), ((2, "r2-c2"),)]
    assert len(situation.conditions[0].lines) == 2, "each outlet's own voice is its own"


def test_a_condition_stands_under_each_of_its_themes(situation: Situation) -> None:
    assert [group.heading for group in situation.conditions] == ["food", "health", "water"]
    assert all(isinstance(line.claim, Condition) for group in situation.conditions for line in group.lines)


def test_who_is_on_record(situation: Situation) -> None:
    first = situation.voices[0]
    assert (first.name, dict(first.acts)) == ("Idris Haroun (Sudanese Armed Forces)", {"deny": 1, "claim": 1})


def test_an_imprecise_place_is_an_area(situation: Situation) -> None:
    drawing = draw_map(situation.located)
    assert drawing
    assert {mark.name: mark.exact for mark in drawing.marks} == {
        "Kadugli": True,
        "Dilling": True,
        "Nuba Mountains": False,
    }
    assert all(0 <= mark.x <= drawing.width and 0 <= mark.y <= drawing.height for mark in drawing.marks)


def test_no_two_labels_of_the_map_touch(situation: Situation) -> None:
    drawing = draw_map(situation.located)
    assert drawing
    heights = sorted(mark.label_y for mark in drawing.marks if mark.labelled)
    assert len(heights) == 3


def test_the_time_line_cuts_long_bars_and_says_so(situation: Situation) -> None:
    drawing = draw_timeline(situation.happened + situation.outlook, ["2024-03-06", "2024-03-08"])
    assert drawing
    flight = next(bar for bar in drawing.bars if bar.label.startswith("flight"))
    assert not flight.cut_after
    assert drawing.left_out == 1, "the advance has no date"
    denied = next(bar for bar in drawing.bars if "denied" in bar.label)
    assert not denied.said_so


def test_no_place_and_no_day_is_no_drawing() -> None:
    assert draw_map([]) is None
    assert draw_timeline([], []) is None


@pytest.fixture
def page(situation: Situation) -> str:
    return render_page(situation)


def test_the_page_asks_for_nothing_from_outside(page: str) -> None:
    tree = html.fromstring(page)
    links = [value for _, attribute, value, _ in tree.iterlinks() if attribute in ("href", "src", "action")]
    assert links
    assert all(value.startswith("#") for value in links)
    policy = tree.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert not re.search(r"url\((?!#)|@import", page)


def test_outside_text_stays_text(page: str) -> None:
    tree = html.fromstring(page)
    assert len(tree.xpath("//script")) == 1
    assert not tree.xpath("//img | //*[@onerror] | //@style")
    assert "<script>alert" not in page


def test_every_link_lands_once(page: str) -> None:
    tree = html.fromstring(page)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {each[1:] for each in tree.xpath("//@href")} <= set(ids)


def test_a_link_lands_on_its_underlined_words(page: str, situation: Situation) -> None:
    tree = html.fromstring(page)
    for line in (line for account in situation.accounts for line in account.lines):
        runs = tree.xpath(f"//u[contains(concat(' ', @data-of, ' '), ' {line.anchor} ')]")
        assert "".join(run.text for run in runs) == line.quote


def test_the_page_has_landmarks_and_table_heads(page: str) -> None:
    tree = html.fromstring(page)
    assert [len(tree.xpath(f"//{name}")) for name in ("header", "nav", "main", "footer", "h1")] == [1, 1, 1, 1, 1]
    assert all(table.xpath(".//th[@scope='col']") for table in tree.xpath("//table"))
    assert not tree.xpath("//section[not(@aria-labelledby)]")


def test_nothing_read_is_a_page_too() -> None:
    page = render_page(gather_situation([], refused={"empty": 1}))
    assert "1 input could not be read (empty 1)" in page


@given(
    text=st.text(min_size=1, max_size=60),
    spans=st.lists(st.tuples(st.integers(0, 59), st.integers(1, 20)), max_size=8),
)
def test_every_code_point_is_shown_once_and_in_order(text: str, spans: list[tuple[int, int]]) -> None:
    evidence = [(start, min(start + size, len(text))) for start, size in spans if start < len(text)]
    claims = [
        Condition(id=f"c{at}", themes=("food",), confidence=1.0, method="by hand", evidence=(span,))
        for at, span in enumerate(evidence)
    ]
    account = Account(Record(report=Report(id="r", text=text), claims=tuple(claims)), 1)
    runs = [run for paragraph in lay_out_text(account) for passage in paragraph.passages for run in passage.runs]
    assert "".join(run.text for run in runs) == text
    for at, (start, end) in enumerate(evidence):
        assert "".join(run.text for run in runs if f"r1-c{at}" in run.owners) == text[start:end]
        assert sum(f"r1-c{at}" in run.lands for run in runs) == 1


def test_long_tables_are_cut_and_the_rest_counted(situation: Situation) -> None:
    console = Console(file=io.StringIO(), width=110, color_system=None)
    show_situation(situation, console, most=2)
    assert "What happened (3)" in console.file.getvalue()
    assert "… and 1 more" in console.file.getvalue()


def test_a_report_full_of_claims_does_not_hang_the_page() -> None:
    text = "x " * 20_000
    claims = tuple(
        Condition(id=f"c{at}", themes=("food",), confidence=1.0, method="by hand", evidence=((at, at + 9),))
        for at in range(0, 20_000, 2)
    )
    started = time.process_time()
    page = render_page(gather_situation([Record(report=Report(id="r", text=text), claims=claims)]))
    assert time.process_time() - started < 20
    assert 'id="r1-c9999"' in page


def test_no_word_is_cut_off_at_the_edge(situation: Situation) -> None:
    shown = "".join(on_terminal(situation).split())
    assert all(line.report and "".join(line.what.split())[:12] in shown for line in situation.happened)
    assert max(map(len, on_terminal(situation).splitlines())) <= 110
    assert shown.count("“") == shown.count("”")
