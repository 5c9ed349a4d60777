"""What comes in while somebody reads: told politely, in batches, to a reader who keeps their place and may pause."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import Engine

from sayso.desk.web import make_app
from sayso.ledger import append_harvest, load_changes, open_ledger
from sayso.review import note_changes, update_incidents
from tests.desk.web.conftest import CHROMIUM, SETTINGS, read_week
from tests.desk.web.served import serve_app

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium: apt-get install chromium")
LISTEN = """() => {
  window.heard = [];
  const told = () => document.getElementById("news").textContent;
  new MutationObserver(() => window.heard.push(told())).observe(
    document.getElementById("news"), { childList: true, characterData: true, subtree: true });
}"""
A_BATCH = 5_000


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    with open_ledger(str(tmp_path / "live.sqlite"), make=True) as opened:
        come(opened, slice(0, 2))
        yield opened


@pytest.fixture
def page(browser: Browser, engine: Engine) -> Iterator[Page]:
    """The page of what changed, whose clock only the test moves."""
    with serve_app(make_app(engine, SETTINGS)) as address:
        context = browser.new_context(base_url=address)
        opened = context.new_page()
        opened.clock.install(time=0)
        opened.goto("/breaking")
        opened.clock.pause_at(3_600_000)
        opened.evaluate(LISTEN)
        yield opened
        context.close()


def come(engine: Engine, some: slice) -> int:
    """Reports of the week come in; how many changes that makes."""
    before = len(load_changes(engine, most=1_000))
    for record in read_week()[some]:
        append_harvest(engine, record, method="test")
    update_incidents(engine)
    note_changes(engine)
    return len(load_changes(engine, most=1_000)) - before


def heard(page: Page) -> list[str]:
    return [said for said in page.evaluate("heard") if said]


def wait_for(page: Page, number: int) -> None:
    """Until so many changes have come; the page's policy lets nobody put a condition of their own into it."""
    for _ in range(200):
        if page.evaluate("waiting") == number:
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"{page.evaluate('waiting')} changes came, not {number}")


def words(number: int) -> str:
    return f"{number} new {'change' if number == 1 else 'changes'}."


def test_changes_are_told_politely_in_batches(page: Page, engine: Engine) -> None:
    assert page.locator("#news").get_attribute("role") == "status"
    assert page.locator("[aria-live=assertive], [role=alert]").count() == 0
    page.get_by_role("link", name="Situation").focus()
    came = come(engine, slice(2, 5))
    wait_for(page, came)
    assert heard(page) == []
    page.clock.run_for(A_BATCH)
    assert heard(page) == [words(came)]
    page.clock.run_for(4 * A_BATCH)
    assert heard(page) == [words(came)], "nothing is told twice"
    assert page.evaluate("document.activeElement.textContent") == "Situation"
    assert page.locator("#changes > li").count() == len(load_changes(engine)) - came, "what is read stays as it is"


def test_a_reader_pauses_and_goes_on(page: Page, engine: Engine) -> None:
    page.locator("#pause").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#pause")).to_have_attribute("aria-pressed", "true")
    came = come(engine, slice(2, 4))
    page.wait_for_timeout(2_500)
    page.clock.run_for(2 * A_BATCH)
    assert heard(page) == [] and page.evaluate("waiting") == 0
    page.keyboard.press("Enter")
    expect(page.locator("#pause")).to_have_attribute("aria-pressed", "false")
    wait_for(page, came)
    page.clock.run_for(A_BATCH)
    assert heard(page) == [words(came)]


def test_what_waits_when_a_reader_pauses_is_not_told(page: Page, engine: Engine) -> None:
    came = come(engine, slice(2, 4))
    wait_for(page, came)
    page.click("#pause")
    page.clock.run_for(2 * A_BATCH)
    assert heard(page) == []


def test_changes_are_shown_when_they_are_asked_for(page: Page, engine: Engine) -> None:
    came = come(engine, slice(2, 5))
    wait_for(page, came)
    page.clock.run_for(A_BATCH)
    page.get_by_role("button", name="Show them").focus()
    page.keyboard.press("Enter")
    newest = load_changes(engine)[-1].number
    expect(page.locator("#changes > li").first).to_have_id(f"change-{newest}")
    assert page.locator("#changes > li").count() == len(load_changes(engine))
    assert page.evaluate("document.activeElement.id") == "pause"
    expect(page.locator("#news")).to_have_text("")
    more = come(engine, slice(5, 6))
    wait_for(page, more)
    page.clock.run_for(A_BATCH)
    assert heard(page) == [words(came), words(more)]
