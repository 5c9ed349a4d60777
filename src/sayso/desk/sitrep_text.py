"""A report's text in blocks of runs: which words a claim rests on, and where each link lands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

import msgspec

from sayso.desk.sitrep_lines import Account
from sayso.records import Block, Report, Span

Owned = tuple[Span, str]
"""A span and the anchor of the claim or utterance whose evidence it is."""


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """Words that belong to the same claims. `lands`: anchors that begin here; `owners`: those whose evidence it is."""

    text: str
    lands: tuple[str, ...]
    owners: tuple[str, ...]

    @property
    def underlined(self) -> bool:
        return any("-c" in owner for owner in self.owners)


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """Runs in a row that have evidence in them, or none of which has."""

    runs: tuple[Run, ...]
    quoted: bool


class Paragraph(msgspec.Struct, frozen=True, kw_only=True):
    """One block of the report."""

    kind: str
    passages: tuple[Passage, ...]


MARKED = "w-c"
"""The anchor of words that are marked for no claim that is named."""


def lay_out_text(account: Account, window: Span | None = None) -> tuple[Paragraph, ...]:
    """A report in, its blocks out, every code point of them once and in order. window: the stretch that is wanted."""
    return _laid_out(account.record.report, sorted(_owned(account)), window)


def mark_text(report: Report, spans: Iterable[Span], window: Span | None = None) -> tuple[Paragraph, ...]:
    """A report and some of its words in, its blocks out, these marked and nothing else."""
    return _laid_out(report, sorted((span, MARKED) for span in spans), window)


def _laid_out(report: Report, owned: list[Owned], window: Span | None) -> tuple[Paragraph, ...]:
    landed: set[str] = set()
    return tuple(
        Paragraph(kind=block.kind, passages=tuple(_passages(_runs(report.text, block, owned, landed))))
        for block in _cut(blocks_of(report), window)
    )


def _cut(blocks: tuple[Block, ...], window: Span | None) -> Iterator[Block]:
    """The blocks as far as they lie in the window."""
    first, last = window or (0, max((block.end for block in blocks), default=0))
    for block in blocks:
        if block.start < last and first < block.end:
            yield msgspec.structs.replace(block, start=max(block.start, first), end=min(block.end, last))


def blocks_of(report: Report) -> tuple[Block, ...]:
    """The report's blocks; where it has none, its text is one."""
    return report.blocks or (Block(kind="paragraph", start=0, end=len(report.text)),)


def _owned(account: Account) -> Iterator[Owned]:
    for line in account.lines:
        yield from ((span, line.anchor) for span in line.claim.evidence)
    for utterance in account.record.utterances:
        yield from ((span, account.anchor_of(utterance)) for span in utterance.evidence)


def _runs(text: str, block: Block, owned: list[Owned], landed: set[str]) -> Iterator[Run]:
    """The block cut wherever evidence begins or ends, in one sweep over the edges."""
    begins, stops = _edges(block, owned)
    cuts = sorted({block.start, block.end, *begins, *stops})
    held: Counter[str] = Counter()
    for start, end in pairwise(cuts):
        held.update(begins[start])
        held.subtract(stops[start])
        owners = tuple(held := +held)
        yield Run(text=text[start:end], lands=tuple(each for each in owners if each not in landed), owners=owners)
        landed.update(owners)


def _edges(block: Block, owned: list[Owned]) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    """Offset -> anchors whose evidence begins, or ends, there inside the block."""
    begins: dict[int, list[str]] = defaultdict(list)
    stops: dict[int, list[str]] = defaultdict(list)
    for (start, end), anchor in owned:
        if start < block.end and block.start < end:
            begins[max(start, block.start)].append(anchor)
            stops[min(end, block.end)].append(anchor)
    return begins, stops


def _passages(runs: Iterator[Run]) -> Iterator[Passage]:
    kept: list[Run] = []
    for run in runs:
        if kept and bool(kept[-1].owners) != bool(run.owners):
            yield Passage(runs=tuple(kept), quoted=bool(kept[0].owners))
            kept = []
        kept.append(run)
    if kept:
        yield Passage(runs=tuple(kept), quoted=bool(kept[0].owners))
