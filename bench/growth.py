"""How reading grows with a document: cost a token and memory, for texts of many shapes and sizes.

    python -m bench.growth [SHAPE ...] [--sizes 3000,30000,300000] [--seconds S]

Each shape is read at each size, as `sayso read --all` reads it. Where nothing is worse than linear, the microseconds a
token stay about the same from size to size. Ends with 1 where the cost a token grows more than FEW times from one size
to the next (the smallest aside, which pays for loading), or where a text takes longer than S seconds.
"""

from __future__ import annotations

import argparse
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from types import FrameType

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.read import raw_text, read_report
from sayso.records import check_record

SIZES = (3_000, 30_000, 300_000)
FEW = 3.0
SECONDS = 120
SENTENCES = (
    "The army said on Monday that at least 40 people were killed in an air strike on the town of Bama, but residents "
    'denied it. "We saw 12 bodies," said Ali Hassan, a spokesman for the rebels. Fighters of Boko Haram held the '
    "village, and 3,000 people fled their homes. "
)
NAMES = ("Ali", "Hassan", "Omar", "Yusuf", "Ibrahim", "Musa", "Karim", "Said", "Bakr", "Nasser")


def name_of(number: int) -> str:
    return f"{NAMES[number % 10]} {NAMES[number // 10 % 10]} al-{NAMES[number // 100 % 10]}"


Shape = Callable[[int], str]
SHAPES: dict[str, Shape] = {
    "one block": lambda size: SENTENCES * (size // len(SENTENCES)),
    "paragraphs": lambda size: "\n\n".join(SENTENCES.replace("40", str(n + 40)) for n in range(size // len(SENTENCES))),
    "short lines": lambda size: "\n".join(f"Bama: {n} killed" for n in range(size // 16)),
    "quotations": lambda size: " ".join(f'"We saw {n} bodies," the mayor said.' for n in range(size // 36)),
    "marks never closed": lambda size: " ".join(f'The army said "they left {n} ' for n in range(size // 28)),
    "names in a sentence": lambda size: "Killed were " + ", ".join(name_of(n) for n in range(size // 20)) + ".",
    "names in a list": lambda size: "\n".join(f"- {name_of(n)}, {n % 80}" for n in range(size // 26)),
    "commas": lambda size: "Troops attacked " + ", ".join(f"Bama {n}" for n in range(size // 9)) + " and Gwoza.",
    "said that he said": lambda size: "The army said " + "that the army said " * (size // 19) + "that 40 were killed.",
    "capitals": lambda size: "Troops took " + "Bama " * (size // 5) + "on Monday.",
    "numbers": lambda size: "They counted " + "40 " * (size // 3) + "dead.",
    "tokens that are none": lambda size: "https://example.org/" + "a/" * (size // 2),
}


class TooSlow(Exception):
    """A text took longer than it may."""


def read(text: str) -> int:
    """A text read, all the way; its number of tokens out."""
    report = read_report(raw_text(text), any_language=True)
    (grammar,) = parse_grammars([report])
    check_record(extract_record(report, grammar))
    return len(grammar)


def measure(shape: Shape, size: int, *, seconds: int) -> float:
    """Microseconds of processor time a token. Raises TooSlow."""
    text = shape(size)
    signal.signal(signal.SIGALRM, _give_up)
    signal.alarm(seconds)
    began = time.process_time()
    try:
        tokens = read(text)
    finally:
        signal.alarm(0)
    return (time.process_time() - began) * 1e6 / max(1, tokens)


def _give_up(_number: int, _frame: FrameType | None) -> None:
    raise TooSlow


def grow(shape: Shape, sizes: list[int], *, seconds: int) -> Iterator[float]:
    """The cost a token of each size; infinite from the first on that took too long."""
    for number, size in enumerate(sizes):
        try:
            yield measure(shape, size, seconds=seconds)
        except TooSlow:
            yield from [float("inf")] * (len(sizes) - number)
            return


def memory() -> int:
    """The most that this process has held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shapes", nargs="*", metavar="SHAPE", help=", ".join(SHAPES))
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="code points, one after the other")
    parser.add_argument("--seconds", type=int, default=SECONDS, help="longest that one text may take")
    args = parser.parse_args()
    sizes, failed = [int(size) for size in args.sizes.split(",")], False
    read(SENTENCES)
    print(f"{'microseconds a token':24}" + "".join(f"{size:>12,}" for size in sizes) + f"{'MB so far':>12}")
    for name in args.shapes or SHAPES:
        costs = list(grow(SHAPES[name], sizes, seconds=args.seconds))
        print(f"{name:24}" + "".join(f"{cost:12.0f}" for cost in costs) + f"{memory():12,}", flush=True)
        failed = failed or costs[-1] == float("inf") or any(after > FEW * cost for cost, after in pairwise(costs[1:]))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
