"""The desk in a real browser: what axe finds, what the keyboard reaches, how narrow it may be."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from sayso.desk.web import make_app
from sayso.ledger import THIS_MACHINE, open_ledger, save_search
from tests.desk.web.conftest import CHROMIUM, SETTINGS, fill_with_samples
from tests.desk.web.served import serve_app

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}
PAGES = (
    "situation", "incident", "report", "claim", "review", "coding", "code", "agreement", "breaking", "search", "saved", "refused",
)  # fmt: skip
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium: apt-get install chromium")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a desk that is being served."""
    with open_ledger(str(tmp_path_factory.mktemp("browser") / "desk.sqlite"), make=True) as engine:
        fill_with_samples(engine)
        save_search(engine, THIS_MACHINE, "the dead", "killed OR dead")
        with serve_app(make_app(engine, SETTINGS)) as address:
            yield address


@pytest.fixture
def open_page(browser: Browser, desk: str) -> Iterator[Callable[..., Page]]:
    """Opens a page of the desk; what the browser complains of fails the test."""
    complaints: list[str] = []

    def opening(name: str, *, theme: str = "light", width: int = 1280) -> Page:
        context = browser.new_context(color_scheme=theme, viewport={"width": width, "height": 900}, base_url=desk)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address_of(page, name))
        return page

    yield opening
    assert [said for said in complaints if "404" not in said] == []


def address_of(page: Page, name: str) -> str:
    """Where a page of that name is: the incident in which most is disputed, and its first report."""
    rows = page.request.get("/situation.json?all=true").json()["rows"]
    row = max(rows, key=lambda row: (len(row["disputes"]), row["reports"], row["id"]))
    sources = page.request.get(f"/incidents/{row['id']}.json").json()["sources"]
    report = f"/reports/{sources[0]['id']}"
    claim = page.request.get(f"{report}.json").json()["claims"][0]["statement"]["id"].partition(":")[2]
    addresses = {
        "situation": "/situation?all=true", "incident": f"/incidents/{row['id']}", "report": report,
        "claim": f"{report}?claim={claim}", "search": "/search?q=killed", "refused": "/nowhere",
        "code": "/code?sample=spring", "agreement": "/agreement?sample=autumn",
    }  # fmt: skip
    return addresses.get(name, f"/{name}")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(open_page: Callable[..., Page], name: str, theme: str) -> None:
    found = Axe().run(open_page(name, theme=theme), options=RULES)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_320_pixels(open_page: Callable[..., Page], name: str) -> None:
    page = open_page(name, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("name", [name for name in PAGES if name != "code"])  # which opens in its first field
def test_the_first_tab_leads_past_the_head_of_the_page(open_page: Callable[..., Page], name: str) -> None:
    page = open_page(name)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_time_line_moves_map_and_table(open_page: Callable[..., Page]) -> None:
    page = open_page("situation")
    page.click("#show-map")
    page.wait_for_selector("#map[data-drawn] canvas")
    before, drawn = page.locator("table.rows tbody tr").count(), page.get_attribute("#map", "data-drawn")
    strip = page.locator("#strip").bounding_box()
    assert strip
    page.mouse.move(strip["x"] + strip["width"] * 0.1, strip["y"] + 30)
    page.mouse.down()
    page.mouse.move(strip["x"] + strip["width"] * 0.4, strip["y"] + 30, steps=4)
    page.mouse.up()
    page.wait_for_url("**from=2*")
    page.wait_for_selector("#map[data-drawn] canvas")
    assert page.locator("table.rows tbody tr").count() < before
    assert page.get_attribute("#map", "data-drawn") != drawn
    page.go_back()
    page.wait_for_url("**all=true")
    expect(page.locator("table.rows tbody tr")).to_have_count(before)


def test_the_keyboard_walks_from_claim_to_claim(open_page: Callable[..., Page]) -> None:
    page = open_page("report")
    page.keyboard.press("j")
    page.keyboard.press("j")
    anchor = page.locator(".claims > li").nth(1).get_attribute("data-claim")
    assert page.evaluate("location.hash") == f"#{anchor}"
    page.wait_for_selector(f"[data-of~='{anchor}'].lit")
    page.keyboard.press("k")
    page.wait_for_selector(".claims > li:first-child[aria-current]")


def test_a_state_is_set_without_a_mouse(open_page: Callable[..., Page]) -> None:
    page = open_page("incident")
    page.locator("#to").focus()
    page.keyboard.press("Tab")
    page.keyboard.type("to look at it")
    page.keyboard.press("Enter")
    page.wait_for_selector(".state.in_progress")
    page.get_by_role("button", name="Undo").last.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".state.machine_read")


def test_a_unit_is_coded_without_a_mouse(open_page: Callable[..., Page]) -> None:
    page = open_page("code")
    assert page.evaluate("document.activeElement.name") == "value.type"
    page.keyboard.type("ASS")
    page.keyboard.press("Tab")
    page.keyboard.type("nothing")
    page.keyboard.press("Tab")
    page.keyboard.type("happened")
    tab_to(page, "", tag="INPUT", id="note")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Event 2 of 4")
    page.keyboard.press("Escape")
    page.keyboard.press("k")
    expect(page.locator("h1")).to_have_text("Event 1 of 4")
    assert page.locator("select").nth(0).input_value() == '"ASSAULT"'


def test_a_disagreement_is_decided_and_undone_without_a_mouse(open_page: Callable[..., Page]) -> None:
    page = open_page("agreement")
    waiting = page.locator("[role=status]").inner_text()
    page.get_by_label("Because").first.focus()
    page.keyboard.type("the text says so")
    page.keyboard.press("Enter")
    assert page.locator("[role=status]").inner_text() == waiting
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/agreement?sample=autumn#u-*")
    expect(page.locator("[role=status]")).not_to_have_text(waiting)
    tab_to(page, "Undo")
    page.keyboard.press("Enter")
    expect(page.locator("[role=status]")).to_have_text(waiting)


CONTROLS = "button, input:not([type=hidden]), select, textarea, summary, nav, .keys, .decide"


@pytest.mark.parametrize("name", ["incident", "report", "situation", "review"])
def test_print_has_no_controls_and_says_where_it_is_from(open_page: Callable[..., Page], name: str) -> None:
    page = open_page(name, theme="dark", width=700)
    assert page.locator(CONTROLS).filter(visible=True).count()
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator(CONTROLS).filter(visible=True).count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 700
    expect(page.locator("footer")).to_contain_text("GeoNames")
    assert page.locator("main table, main .report-text").first.is_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_print_shows_the_addresses_of_sources(open_page: Callable[..., Page]) -> None:
    page = open_page("incident")
    sources = page.request.get(f"{page.url}.json").json()["sources"]
    uris = [uri for source in sources for uri in source["uris"][:3] or [source["href"]]]
    assert page.locator(".printed").filter(visible=True).count() == 0
    page.emulate_media(media="print")
    assert [each.inner_text() for each in page.locator(".printed").filter(visible=True).all()] == uris


def test_a_slash_leads_to_the_search(open_page: Callable[..., Page]) -> None:
    page = open_page("situation")
    page.keyboard.press("/")
    page.keyboard.type("hospital")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=hospital")
    assert page.locator(".answers li").count()


def test_a_page_is_light(browser: Browser, desk: str) -> None:
    """Under 500 kB before the map, as it travels."""
    context = browser.new_context(base_url=desk)
    page = context.new_page()
    sizes: list[int] = []
    page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))
    page.goto("/situation?all=true", wait_until="networkidle")
    assert 10_000 < sum(sizes) < 500_000


def test_what_a_report_says_stays_text(open_page: Callable[..., Page]) -> None:
    page = open_page("search")
    for row in page.request.get("/search.json?q=script+OR+img+OR+onerror").json()["answers"]:
        page.goto(row["href"])
        assert page.locator("main script, main img, main iframe").count() == 0


def test_incidents_are_merged_and_parted_without_a_mouse(open_page: Callable[..., Page]) -> None:
    page = open_page("review")
    for _ in range(2):
        page.keyboard.press("j")
        page.keyboard.press("x")
    tab_to(page, "Look at merging those that are ticked")
    page.keyboard.press("Enter")
    page.wait_for_url("**/merge?incidents=*")
    assert Axe().run(page, options=RULES).violations_count == 0
    tab_to(page, "", tag="INPUT", id="reason")
    page.keyboard.type("one happening")
    page.keyboard.press("Enter")
    page.wait_for_selector("#history")
    assert "merge" in page.locator("section[aria-labelledby=history] tbody").inner_text()
    tab_to(page, "Undo")
    page.keyboard.press("Enter")
    page.wait_for_selector("tr.superseded")


def tab_to(page: Page, text: str, *, tag: str = "BUTTON", id: str = "") -> None:
    """Presses Tab until a control with that text, or of that id, has the focus."""
    for _ in range(300):
        page.keyboard.press("Tab")
        at = page.evaluate(
            "[document.activeElement.tagName, document.activeElement.id, document.activeElement.innerText]"
        )
        if at[0] == tag and (at[1] == id if id else at[2].startswith(text)):
            return
    raise AssertionError(f"nothing is called {text or id}")
