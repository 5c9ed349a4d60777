"""What was left out of a report is shown when it is asked for, as text, with why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from lxml import html
from sqlalchemy import Engine
from starlette.testclient import TestClient

from sayso.desk.web import make_app
from sayso.ledger import LeftOut, append_harvest, open_ledger
from sayso.records import Block, Caption, Interval, Published, Record, Report, report_id
from tests.desk.web.conftest import SETTINGS

TEXT = "Shells hit Dilling\n\nSmoke over the market on Monday\n\nTwo people died, residents said."
MENU = LeftOut(text='Home <script>alert("1")</script>', why="furniture", at=0)
AGAIN = LeftOut(text="Smoke over the market on Monday", why="repeat", at=len(TEXT))


def report_called(title: str, *, captioned: bool = True) -> Record:
    start = TEXT.index("Smoke")
    caption = Caption(
        start=start, end=start + 31, taken=Interval(start="2024-05-13", end="2024-05-13"), credit="A. Petrović"
    )
    return Record(
        report=Report(
            id=report_id(title.encode()), title=title, language="en", published=Published(), text=TEXT,
            blocks=(Block(kind="paragraph", start=0, end=len(TEXT)),), captions=(caption,) if captioned else (),
        )
    )  # fmt: skip


NOTED = report_called("noted")
NOTHING = report_called("nothing", captioned=False)
UNKNOWN = report_called("unknown")


@pytest.fixture(scope="module")
def client(make_ledger: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with open_ledger(make_ledger(tmp_path_factory.mktemp("left_out")), make=True) as engine:
        fill(engine)
        with TestClient(make_app(engine, SETTINGS), follow_redirects=False) as opened:
            yield opened


def fill(engine: Engine) -> None:
    append_harvest(engine, NOTED, method="test", left_out=(MENU, AGAIN))
    append_harvest(engine, NOTHING, method="test", left_out=())
    append_harvest(engine, UNKNOWN, method="test")


def shown(client: TestClient, record: Record) -> Any:
    address = f"/reports/{record.report.id.partition(':')[2]}"
    assert client.get(f"{address}.json").json()["left_out"] is None
    return client.get(f"{address}.json?left_out=true").json()["left_out"]


def test_what_was_left_out_is_shown_in_its_order(client: TestClient) -> None:
    found = shown(client, NOTED)
    assert found["known"]
    assert [(each["kind"], each["text"], each["before"]) for each in found["pieces"]] == [
        ("furniture", MENU.text, "Shells hit Dilling Smoke over the market on Monday Two …"),
        ("caption", AGAIN.text, "Two people died, residents said."),
        ("repeat", AGAIN.text, ""),
    ]
    assert "taken 13 May 2024, by A. Petrović" in found["pieces"][1]["why"]


@pytest.mark.parametrize(
    ("record", "known", "pieces"), [(NOTHING, True, 0), (UNKNOWN, False, 1)], ids=["nothing", "unknown"]
)
def test_a_page_says_what_nobody_knows(client: TestClient, record: Record, known: bool, pieces: int) -> None:
    found = shown(client, record)
    assert (found["known"], len(found["pieces"])) == (known, pieces)
    page = client.get(f"/reports/{record.report.id.partition(':')[2]}?left_out=true").text
    assert ("Nobody noted it" in page, "Nothing was." in page) == (not known, known)


def test_the_page_leads_to_it_and_runs_nothing(client: TestClient) -> None:
    page = html.fromstring(client.get(f"/reports/{NOTED.report.id.partition(':')[2]}").text)
    (href,) = page.xpath("//a[contains(@href, 'left_out')]/@href")
    there = html.fromstring(client.get(href).text)
    assert there.xpath("//script[not(@src)]") == []
    assert MENU.text in there.xpath("//ol[@class='left-out']")[0].text_content()
    assert msgspec.json.encode(MENU.text).decode() in client.get(f"{href.partition('?')[0]}.json?left_out=1").text
