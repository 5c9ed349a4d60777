"""Pictures of every page of the desk, light and dark, wide and narrow.

    python tools/make_screenshots.py LEDGER [--out demo/screenshots]

The desk of the ledger is served for as long as that takes; Chromium takes the pictures. The incident is the one
whose rival figures rest on most sources, the report its first.
"""

from __future__ import annotations

import argparse
import shutil
import socket
from pathlib import Path
from threading import Thread
from time import sleep
from urllib.parse import urlencode

import uvicorn
from playwright.sync_api import Page, sync_playwright

from sayso.desk.web import Settings, make_app
from sayso.ledger import open_ledger

WIDTHS = {"wide": 1280, "narrow": 360}
THEMES = ("light", "dark")
FLAGS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
HEIGHT = 900


def main() -> None:
    parser = argparse.ArgumentParser(description="Pictures of every page of the desk.")
    parser.add_argument("ledger")
    parser.add_argument("--out", type=Path, default=Path("demo/screenshots"))
    parser.add_argument("--first-screen", action="store_true", help="no more of a page than is seen at first")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    with open_ledger(arguments.ledger) as engine, socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        app = make_app(engine, Settings(name=Path(arguments.ledger).name, who="you"))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1))
        thread = Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        while not server.started:
            sleep(0.01)
        desk = f"http://127.0.0.1:{listening.getsockname()[1]}"
        take_all(desk, arguments.out, whole=not arguments.first_screen)
        server.should_exit = True
        thread.join()


def take_all(desk: str, out: Path, *, whole: bool) -> None:
    """Every page in each theme and width."""
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for theme in THEMES:
            for width, pixels in WIDTHS.items():
                page = browser.new_context(color_scheme=theme, viewport={"width": pixels, "height": HEIGHT}).new_page()
                take_some(page, desk, out, f"{theme}-{width}", whole=whole)
        browser.close()


def take_some(page: Page, desk: str, out: Path, name: str, *, whole: bool) -> None:
    """Every page in one theme and width."""
    for kind, address in addresses(page, desk).items():
        page.goto(desk + address)
        if kind == "situation" and page.locator("#show-map").count():
            page.click("#show-map")
            page.wait_for_selector("#map[data-drawn] canvas")
            page.wait_for_timeout(1500)
        page.screenshot(path=out / f"{kind}-{name}.png", full_page=whole)


def addresses(page: Page, desk: str) -> dict[str, str]:
    """Kind of page -> where one of it is."""
    rows = page.request.get(f"{desk}/situation.json?all=true").json()["rows"]
    row = max(rows, key=lambda row: ("figures" in row["disputes"], row["independent"], row["id"]))
    shown = page.request.get(f"{desk}/incidents/{row['id']}.json").json()
    samples = page.request.get(f"{desk}/coding.json").json()["samples"]
    return coding(samples) | {
        "situation": "/situation",
        "incident": f"/incidents/{row['id']}",
        "report": shown["sources"][0]["href"],
        "review": "/review",
        "merge": f"/merge?incidents={rows[0]['id']}&incidents={rows[1]['id']}",
        "breaking": "/breaking",
        "search": "/search?q=killed",
        "saved": "/saved",
    }


def coding(samples: list[dict]) -> dict[str, str]:
    """The pages of coding, where something was drawn to code."""
    open_ones = [each["name"] for each in samples if each["mine"] and not each["complete"]]
    compared = [each["name"] for each in samples if each["complete"]]
    pages = {f"code-{name}": f"/code?{urlencode({'sample': name})}" for name in open_ones}
    pages |= {f"agreement-{name}": f"/agreement?{urlencode({'sample': name})}" for name in compared}
    return {"coding": "/coding"} | pages


if __name__ == "__main__":
    main()
