"""A desk with many readers at once: how long its pages take.

    python -m bench.desk --ledger FILE|postgresql://... [--readers 50] [--seconds 20] [--pause 1.0] [--limit 100]

The desk is served by a process of its own, on this machine; this one is the readers. Each reader opens a page drawn by
lot (the situation of some week, an incident, a report, the queue, a search), reads for a while (an exponential pause
with this mean, in seconds; 0: not at all) and opens the next; the first one is opened after such a pause, too. Half the
pages are among fifty that everybody wants, half are whatever the ledger has: most of those are made for the first time.
Milliseconds until the last byte, connection kept open. Ends with 1 where a 95th percentile is above --limit.

With --paint the situation is opened first in Chromium, several times with nothing kept: milliseconds until it paints.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import shutil
import socket
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import httpx2
from playwright.sync_api import sync_playwright

from bench.made import GROUPS, MEASURES

KINDS = ("situation", "incident", "report", "review", "search")
WANTED = 50
PAINTS = 5
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
START = 120
"""Seconds in which a desk has to be open."""


def main() -> int:
    parser = argparse.ArgumentParser(description="A desk with many readers at once.")
    parser.add_argument("--ledger", required=True)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--pause", type=float, default=1.0, help="seconds")
    parser.add_argument("--limit", type=float, default=100.0, help="milliseconds")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--paint", action="store_true")
    arguments = parser.parse_args()
    with _served(arguments.ledger) as desk:
        if arguments.paint:
            print(f"first paint of the situation: {', '.join(f'{each:.0f}' for each in _paints(desk))} milliseconds")
        times = asyncio.run(_read(desk, arguments))
    return int(_tell(times, arguments.seconds) > arguments.limit)


@contextmanager
def _served(ledger: str) -> Iterator[str]:
    """A ledger in, the address of its desk out."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "sayso.run.main", "serve", "--ledger", ledger, "--port", str(port)]
    with subprocess.Popen(command) as process:
        try:
            _wait_for(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def _paints(desk: str) -> list[float]:
    """Milliseconds until the first paint of the situation, each time in a browser that has nothing of it."""
    found = []
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for _ in range(PAINTS):
            page = browser.new_context().new_page()
            page.goto(desk)
            while (painted := page.evaluate(PAINTED)) is None:
                page.wait_for_timeout(20)
            found.append(painted)
            page.context.close()
    return found


def _wait_for(port: int) -> None:
    for _ in range(START * 10):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"the desk was not open after {START} seconds")


async def _read(desk: str, arguments: argparse.Namespace) -> dict[str, list[float]]:
    """Kind of page -> milliseconds of each."""
    times: dict[str, list[float]] = defaultdict(list)
    limits = httpx2.Limits(max_connections=arguments.readers)
    async with httpx2.AsyncClient(base_url=desk, timeout=60, limits=limits) as client:
        pages = await _pages(client)
        until = time.perf_counter() + arguments.seconds
        readers = [
            _reader(client, pages, times, until, arguments.pause, random.Random(f"{arguments.seed} {number}"))
            for number in range(arguments.readers)
        ]
        await asyncio.gather(*readers)
    return times


async def _pages(client: httpx2.AsyncClient) -> dict[str, list[str]]:
    """Kind of page -> addresses, gathered from the desk itself."""
    rows = (await client.get("/situation.json?all=true")).json()["rows"]
    days = sorted({row["start"] for row in rows if row["start"]})
    places = sorted({row["place"] for row in rows})
    reports: list[str] = []
    for row in rows[:40]:
        shown = (await client.get(f"/incidents/{row['id']}.json")).json()
        reports += [source["href"] for source in shown["sources"][:5]]
    return {
        "situation": ["/", *(f"/situation?from={a}&to={b}" for a in days for b in days if a <= b)]
        + [f"/situation?all=true&place={place}" for place in places],
        "incident": [f"/incidents/{row['id']}" for row in rows],
        "report": reports,
        "review": ["/review", "/review?rivals=true", "/review?one_source=true"],
        "search": [f"/search?q={measure}+{group}" for measure in MEASURES for group in GROUPS]
        + [f"/search?q=place:{place}" for place in places],
    }


async def _reader(
    client: httpx2.AsyncClient,
    pages: dict[str, list[str]],
    times: dict[str, list[float]],
    until: float,
    pause: float,
    chance: random.Random,
) -> None:
    while time.perf_counter() < until:
        if pause:
            await asyncio.sleep(chance.expovariate(1 / pause))
        kind = chance.choice(KINDS)
        some = pages[kind]
        address = chance.choice(some[: WANTED // len(KINDS)] if chance.random() < 0.5 else some)
        began = time.perf_counter()
        (await client.get(address)).raise_for_status()
        times[kind].append((time.perf_counter() - began) * 1000)


def _tell(times: dict[str, list[float]], seconds: float) -> float:
    """Print a line for each kind, and give the greatest 95th percentile."""
    print(f"{'milliseconds':<14} {'half':>8} {'95 %':>8} {'all':>8} {'pages':>8}")
    everything = [each for some in times.values() for each in some]
    for kind, some in {**times, "all pages": everything}.items():
        ordered = sorted(some)
        half, most = _percentile(ordered, 0.5), _percentile(ordered, 0.95)
        print(f"{kind:<14} {half:>8.1f} {most:>8.1f} {ordered[-1]:>8.1f} {len(ordered):>8}")
    print(f"{len(everything) / seconds:.0f} pages a second")
    return max(_percentile(sorted(some), 0.95) for some in times.values())


def _percentile(ordered: Sequence[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


if __name__ == "__main__":
    sys.exit(main())
