"""The conveyor: inputs -> reports -> records, in order, a few at a time, one failure never stopping the rest."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import TypeVar

from sayso.errors import InputRefused
from sayso.extract import extract_record
from sayso.parse import Grammar, parse_grammars
from sayso.read import Layout, RawInput, find_inputs, read_layout
from sayso.records import Interval, Record, Refusal, RefusedInput, Report, check_record

REPORTS_AT_ONCE = 16
"""Reports that go to the language model together; also what is held in memory at any time."""

Value = TypeVar("Value")


def read_inputs(paths: Sequence[str], *, published: Interval | None = None) -> Iterator[Report | RefusedInput]:
    """Paths in, reports and refusals out, in order, one at a time."""
    for item in read_layouts(paths, published=published):
        yield item.report if isinstance(item, Layout) else item


def read_layouts(paths: Sequence[str], *, published: Interval | None = None) -> Iterator[Layout | RefusedInput]:
    """As `read_inputs`, each report with what was left out of it."""
    for raw in find_inputs(paths):
        yield refuse(raw) if isinstance(raw, InputRefused) else _read_one(raw, published)


def read_records(
    items: Iterable[Report | RefusedInput], *, every: bool = False, model: str | None = None
) -> Iterator[Record | RefusedInput]:
    """Reports in, checked records out, in order; refusals pass through.

    every: read reports that are not about armed conflict too; else their records are left without mentions.
    """
    for _, result in convey_reports(items, every=every, model=model):
        yield result


def convey_reports(
    items: Iterable[Report | RefusedInput], *, every: bool = False, model: str | None = None
) -> Iterator[tuple[Report | RefusedInput, Record | RefusedInput]]:
    """As `read_records`, each record with the report that it came of."""
    waiting = iter(items)
    while batch := list(islice(waiting, REPORTS_AT_ONCE)):
        wanted = [at for at, item in enumerate(batch) if isinstance(item, Report) and (every or worth_reading(item))]
        read = dict(zip(wanted, _read_batch([batch[at] for at in wanted], model), strict=True))
        for at, item in enumerate(batch):
            yield item, read[at] if at in read else unread(item)


def worth_reading(report: Report) -> bool:
    """Whether the report goes to the language model: it is about armed conflict, or nobody has told."""
    return report.relevance is None or report.relevance.conflict


def unread(item: Report | RefusedInput) -> Record | RefusedInput:
    """The record of a report that goes unread past its text; a refusal stays what it is."""
    return Record(report=item) if isinstance(item, Report) else item


def refuse(error: InputRefused, *, uri: str | None = None) -> RefusedInput:
    """The refusal as a value: the line that stands where a record would."""
    refusal = Refusal(code=error.code, why=error.why, what_to_do=error.what_to_do)
    return RefusedInput(uri=uri or error.what, refused=refusal)


def refusal_sentence(line: RefusedInput) -> str:
    """The refusal as one sentence for a person."""
    return str(InputRefused(line.refused.code, line.uri or "input", line.refused.why, line.refused.what_to_do))


def _read_one(raw: RawInput, published: Interval | None) -> Layout | RefusedInput:
    try:
        return read_layout(raw, published=published)
    except InputRefused as error:
        return refuse(error, uri=raw.uri)
    except Exception as error:
        return _defect(error, raw.uri)


def _read_batch(reports: list[Report], model: str | None) -> list[Record | RefusedInput]:
    with _no_collecting():
        return [_extract_one(report, grammar) for report, grammar in zip(reports, _parse(reports, model), strict=True)]


@contextmanager
def _no_collecting() -> Iterator[None]:
    """What a batch makes is small and nearly all of it lives as long as the batch: looking through it for cycles again
    and again costs a tenth of the reading and frees next to nothing."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _parse(reports: list[Report], model: str | None) -> list[Grammar | RefusedInput]:
    """All at once, which is fast; where that fails, one by one, so that only the report at fault is lost."""
    try:
        return list(parse_grammars(reports, model=model))
    except Exception:
        return [_guarded(report, lambda one: next(parse_grammars([one], model=model))) for report in reports]


def _extract_one(report: Report, grammar: Grammar | RefusedInput) -> Record | RefusedInput:
    if isinstance(grammar, RefusedInput):
        return grammar
    return _guarded(report, lambda one: _checked(extract_record(one, grammar)))


def _checked(record: Record) -> Record:
    check_record(record)
    return record


def _guarded(report: Report, work: Callable[[Report], Value]) -> Value | RefusedInput:
    """A defect of Sayso that one report brings to light is that report's refusal, not the end of the run."""
    try:
        return work(report)
    except Exception as error:
        return _defect(error, report.uri)


def _defect(error: Exception, uri: str | None) -> RefusedInput:
    why = f"Sayso met a defect of its own on it ({type(error).__name__}: {str(error)[:200]})"
    what_to_do = "please report it, with the text if you may"
    return RefusedInput(uri=uri, refused=Refusal(code="internal", why=why, what_to_do=what_to_do))
