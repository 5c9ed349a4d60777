"""Where the time goes, by room and by file.

    python -m bench.profile [PATH ...] [--tokens N]

A clock looks a thousand times a second of processor time at what is running, and puts it down to the innermost
function of Sayso's; time below spaCy's own functions is the language model's. That costs next to nothing, so the shares
are those of an ordinary run. Loading is left out.
"""

from __future__ import annotations

import argparse
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from types import FrameType

from bench.corpus import bundled_paths
from bench.speed import count_tokens, load_stock, portions, run_read
from sayso.records import Report
from sayso.run.reading import read_inputs

INTERVAL = 0.001
TOKENS = 60_000
FILES_SHOWN = 20
MODEL = ("spacy", "thinc")
ROOT = Path(sys.modules[Report.__module__].__file__ or "").parents[1]

Place = tuple[str, str]


class Clock:
    """Counts, for as long as it is entered, where the program is each time it looks."""

    def __init__(self) -> None:
        self.seen: Counter[Place] = Counter()

    def __enter__(self) -> Clock:
        signal.signal(signal.SIGPROF, self._look)
        signal.setitimer(signal.ITIMER_PROF, INTERVAL, INTERVAL)
        return self

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, signal.SIG_IGN)

    def _look(self, _number: int, frame: FrameType | None) -> None:
        self.seen[place_of(frame)] += 1


def place_of(frame: FrameType | None) -> Place:
    """(room, file) of the innermost function of Sayso's; the language model is a room of its own."""
    model = False
    while frame is not None:
        place = place_of_file(frame.f_code.co_filename)
        if place is not None and place[0] != "language model":
            return ("language model", "spaCy") if model else place
        model = model or place is not None
        frame = frame.f_back
    return "outside", "outside"


@cache
def place_of_file(name: str) -> Place | None:
    path = Path(name)
    if path.is_relative_to(ROOT):
        parts = path.relative_to(ROOT).with_suffix("").parts
        return parts[0], "/".join(parts)
    return ("language model", "spaCy") if any(f"/{package}/" in path.as_posix() for package in MODEL) else None


def profile(reports: Sequence[Report], *, tokens: int) -> tuple[Counter[Place], int, float]:
    """Reports in; where the clock found the program, tokens read, and seconds of processor time out."""
    stock = load_stock()
    sizes = [count_tokens(stock, report.text) for report in reports]
    (portion,) = portions(sizes, tokens=tokens, rounds=1)
    run_read(reports[:1])
    clock, began = Clock(), time.process_time()
    with clock:
        run_read([reports[at] for at in portion])
    return clock.seen, sum(sizes[at] for at in portion), time.process_time() - began


def show(seen: Counter[Place], tokens: int, took: float) -> Iterator[str]:
    rooms: Counter[str] = Counter()
    for (room, _), count in seen.items():
        rooms[room] += count
    yield f"{tokens:,} tokens, {took:.1f} s of processor time, {tokens / took:,.0f} tokens a second"
    yield f"{'':36} {'share':>6} {'microseconds a token':>21}"
    files = Counter({file: count for (_, file), count in seen.items()})
    for table in (rooms.most_common(), files.most_common(FILES_SHOWN)):
        for name, count in table:
            share = count / seen.total()
            yield f"{name:36} {share:6.1%} {share * took / tokens * 1e6:21.1f}"
        yield ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files or folders of single reports")
    parser.add_argument("--tokens", type=int, default=TOKENS)
    args = parser.parse_args()
    reports = [item for item in read_inputs(args.paths or bundled_paths()) if isinstance(item, Report)]
    print("\n".join(show(*profile(reports, tokens=args.tokens))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
