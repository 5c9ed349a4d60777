"""Reports that mean harm: nothing of them runs, breaks the layout or hangs."""

from __future__ import annotations

import time
from collections.abc import Iterator

import msgspec
import pytest
from lxml import html
from sqlalchemy import Engine
from starlette.testclient import TestClient

from sayso.desk.web import make_app
from sayso.ledger import append_harvest, open_ledger
from sayso.records import Block, Figure, Published, Record, Report, content_id, report_id
from sayso.review import update_incidents
from tests.desk.web.conftest import SETTINGS

SLOWEST = 20.0
"""Seconds of the processor that a page of the worst report may take, on a busy machine too."""
MARKUP = '<script>alert(1)</script><img src=x onerror="alert(2)"><svg/onload=alert(3)>" onmouseover="alert(4)" x="'
REVERSED = "\u202eevil\u202c \u2066deep\u2069 "


def report_of(text: str, claims: int, *, title: str = "A report") -> Record:
    """A report of that text, with so many figures, each on a word of its own."""
    words = [(at, at + 1) for at in range(0, min(len(text), claims * 2), 2)]
    return Record(
        report=Report(
            id=report_id(f"{title}{text}".encode()),
            uri="javascript:alert(5)",
            outlet=MARKUP,
            title=title,
            byline=REVERSED,
            language="en",
            published=Published(start="2024-03-05", end="2024-03-05", basis="metadata"),
            text=text,
            blocks=(Block(kind="paragraph", start=0, end=len(text)),),
        ),
        claims=tuple(
            Figure(
                id=content_id("claim", title, at), measure="killed", low=1, best=1, high=1, modifier="exactly",
                unit="people", what=MARKUP, span=span, confidence=0.9, method="test", evidence=(span,),
            )
            for at, span in enumerate(words)
        ),
    )  # fmt: skip


HOSTILE = {
    "markup everywhere": report_of(MARKUP * 4, 20, title=MARKUP),
    "text that turns around": report_of(REVERSED * 40, 20, title=REVERSED),
    "10 MB of one word": report_of("a" * 10_000_000, 3, title="one word"),
    "100,000 claims": report_of("a " * 100_000, 100_000, title="many claims"),
    "a title of 100,000 letters": report_of("Ten died.", 2, title="W" * 100_000),
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with open_ledger(str(tmp_path_factory.mktemp("hostile") / "desk.sqlite"), make=True) as opened:
        for record in HOSTILE.values():
            append_harvest(opened, record, method="test")
        update_incidents(opened)
        yield opened


@pytest.fixture(scope="module")
def client(engine: Engine) -> Iterator[TestClient]:
    with TestClient(make_app(engine, SETTINGS)) as opened:
        yield opened


def address(record: Record) -> str:
    return f"/reports/{record.report.id.partition(':')[2]}"


@pytest.mark.parametrize("record", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_report_is_text_and_no_more(client: TestClient, record: Record) -> None:
    began = time.process_time()
    page = client.get(address(record))
    assert time.process_time() - began < SLOWEST
    assert page.status_code == 200
    assert len(page.content) < 5_000_000
    check_harmless(page.text)


@pytest.mark.parametrize("path", ["/situation?all=true", "/review", "/search?q=alert", "/search?q=died", "/breaking"])
def test_pages_of_hostile_reports_are_harmless(client: TestClient, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 200
    assert len(page.content) < 1_000_000
    check_harmless(page.text)


def test_incidents_of_hostile_reports_are_harmless(client: TestClient) -> None:
    rows = client.get("/situation.json?all=true").json()["rows"]
    assert rows
    for row in rows:
        page = client.get(f"/incidents/{row['id']}")
        assert page.status_code == 200
        assert len(page.content) < 5_000_000
        check_harmless(page.text)


def check_harmless(text: str) -> None:
    """Only the desk's own scripts, no handlers, no addresses of another kind, nothing that turns the line around."""
    tree = html.fromstring(text)
    assert tree.xpath("//script[not(starts-with(@src, '/static/'))] | //img | //iframe | //object | //embed") == []
    attributes = {(name, value) for each in tree.iter() for name, value in each.attrib.items()}
    assert [name for name, _ in attributes if name.startswith("on")] == []
    links = [value for name, value in attributes if name in ("href", "src", "action")]
    assert [link for link in links if not link.startswith(("/", "#"))] == []


def test_the_whole_of_a_long_report_can_be_read_in_parts(client: TestClient) -> None:
    record = HOSTILE["100,000 claims"]
    first = client.get(f"{address(record)}.json").json()
    assert first["parts"] == -(-len(record.report.text) // 60_000)
    assert len(first["claims"]) < first["total"] == 100_000
    assert msgspec.json.encode(first["paragraphs"])
    read = 0
    for part in range(1, first["parts"] + 1):
        shown = client.get(f"{address(record)}.json?part={part}").json()
        read += sum(
            len(run["text"]) for each in shown["paragraphs"] for passage in each["passages"] for run in passage["runs"]
        )
    assert read == len(record.report.text)
