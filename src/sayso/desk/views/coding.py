"""Blind double coding: the samples, and one unit of one as its coder may see it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy import Engine

from sayso.desk.sitrep_lines import Account
from sayso.desk.sitrep_text import Paragraph, mark_text
from sayso.desk.sitrep_words import days_words
from sayso.desk.views.coded_fields import CLAIMS, CodedField, fields_to_code
from sayso.desk.views.evidence import LoneAccount
from sayso.errors import CodingRefused, DecisionRefused
from sayso.ledger import Sample, load_harvests, load_samples
from sayso.records import Record, Span
from sayso.review import CodingUnit, Withheld, coded_so_far, coded_units, coding_unit, find_claim, find_sample

MOST_REPORTS = 20
"""Reports of an incident that are shown in full."""
AROUND = 30_000
"""Code points of a long report that are shown on either side of the words."""


class Nothing(msgspec.Struct, frozen=True, kw_only=True):
    """What a page is asked that shows all there is."""


class SampleRow(msgspec.Struct, frozen=True, kw_only=True):
    """A sample. mine: as which coder whoever looks codes it, None where they do not; done: coder -> how many of its
    `fields * units` they have coded; complete: all have coded everything, and may see how far they agree."""

    name: str
    of: str
    units: int
    fields: tuple[str, ...]
    coders: tuple[str, ...]
    made: str
    by: str
    mine: str | None
    done: dict[str, int]
    complete: bool

    @property
    def whole(self) -> int:
        """What each coder has to code."""
        return self.units * len(self.fields)


class Samples(msgspec.Struct, frozen=True, kw_only=True):
    """All samples, the newest first."""

    samples: tuple[SampleRow, ...]


class UnitAsked(msgspec.Struct, frozen=True, kw_only=True):
    """A sample's name; which of its units, from 1; the first that is not coded yet, where it is left out."""

    sample: str = ""
    unit: int = 0


class ReportToCode(msgspec.Struct, frozen=True, kw_only=True):
    """A report as a coder reads it: nothing that was made of it; the words in question are marked."""

    id: str
    title: str
    outlet: str
    published: str
    paragraphs: tuple[Paragraph, ...]


class UnitView(msgspec.Struct, frozen=True, kw_only=True):
    """One unit. unit: what codings of it name; number, of, done: which it is, of how many, and how many of all the
    coder has coded; open: it may still be coded; withheld: it stands in what the coder may not see; gone: nothing is
    read there any more; unshown: reports that are not shown; note: what they noted on it."""

    sample: str
    kind: str
    unit: str
    number: int
    of: int
    done: int
    open: bool
    withheld: bool = False
    gone: bool = False
    fields: tuple[CodedField, ...] = ()
    reports: tuple[ReportToCode, ...] = ()
    unshown: int = 0
    note: str = ""

    @property
    def ready(self) -> bool:
        """Whether the coder has coded all of it."""
        return bool(self.fields) and all(each.coded for each in self.fields)


def view_samples(engine: Engine, who: str) -> Samples:
    """A ledger and who looks in, its samples out."""
    return Samples(samples=tuple(sample_row(engine, each, who) for each in reversed(load_samples(engine))))


def coder_in(sample: Sample, who: str) -> str | None:
    """The coder of a sample by that name, however it is written; None where there is none."""
    return next((each for each in sample.coders if each.casefold() == who.casefold()), None)


def view_unit(engine: Engine, asked: UnitAsked, who: str, withheld: Withheld) -> UnitView:
    """A ledger, a unit of a sample, who codes and what they may not see in; what they see of it out. Raises
    CodingRefused."""
    sample = find_sample(engine, asked.sample)
    coder = coder_in(sample, who) or who
    done = coded_units(engine, sample.name, coder=coder)
    at = _which(sample, asked.unit, done)
    shown = UnitView(
        sample=sample.name, kind=sample.of, unit=sample.units[at], number=at + 1, of=len(sample.units), done=len(done),
        open=not _complete(engine, sample),
    )  # fmt: skip
    try:
        unit = coding_unit(engine, sample.name, shown.unit, coder=coder)
    except (CodingRefused, DecisionRefused):
        return msgspec.structs.replace(shown, gone=True)
    if is_withheld(unit, withheld):
        return msgspec.structs.replace(shown, withheld=True)
    return _filled(engine, sample, unit, shown)


def is_withheld(unit: CodingUnit, withheld: Withheld) -> bool:
    """Whether a unit rests on what is withheld."""
    return withheld.touches(unit.unit) or not withheld.reports.isdisjoint(unit.reports)


def account_of(engine: Engine, sample: Sample, unit: str) -> Account | None:
    """The report in which a claim of a sample stands; None for an incident. Raises DecisionRefused."""
    return LoneAccount(find_claim(engine, unit)[0]) if sample.of in CLAIMS else None


def sample_row(engine: Engine, sample: Sample, who: str) -> SampleRow:
    done = coded_so_far(engine, sample.name)
    return SampleRow(
        name=sample.name, of=sample.of, units=len(sample.units), fields=sample.fields, coders=sample.coders,
        made=sample.made, by=sample.by, mine=coder_in(sample, who), done=done, complete=_is_complete(sample, done),
    )  # fmt: skip


def _complete(engine: Engine, sample: Sample) -> bool:
    return _is_complete(sample, coded_so_far(engine, sample.name))


def _is_complete(sample: Sample, done: dict[str, int]) -> bool:
    return sum(done.values()) >= len(sample.units) * len(sample.fields) * len(sample.coders)


def _which(sample: Sample, number: int, done: frozenset[str]) -> int:
    """The place of the unit that is asked for; of the first that is not coded, or the last, where none is."""
    if 0 < number <= len(sample.units):
        return number - 1
    if number:
        raise CodingRefused(f"there is no unit {number}; the sample has {len(sample.units)}")
    return next((at for at, unit in enumerate(sample.units) if unit not in done), len(sample.units) - 1)


def _filled(engine: Engine, sample: Sample, unit: CodingUnit, shown: UnitView) -> UnitView:
    account = account_of(engine, sample, unit.unit)
    records = [account.record] if account else _records(engine, unit.reports[:MOST_REPORTS])
    return msgspec.structs.replace(
        shown,
        fields=tuple(fields_to_code(sample.of, sample.fields, unit.said, account)),
        reports=tuple(_to_code(each, unit.evidence) for each in records),
        unshown=len(unit.reports) - len(records),
        note=next((each.note for each in unit.said.values() if each.note), ""),
    )


def _records(engine: Engine, reports: Sequence[str]) -> list[Record]:
    return [each.record for each in load_harvests(engine, reports=reports)]


def _to_code(record: Record, evidence: Sequence[Span]) -> ReportToCode:
    account, report = LoneAccount(record), record.report
    first, last = min((span[0] for span in evidence), default=0), max((span[1] for span in evidence), default=0)
    return ReportToCode(
        id=report.id,
        title=account.title,
        outlet=account.outlet,
        published=days_words(report.published.start, report.published.end),
        paragraphs=mark_text(report, evidence, (max(0, first - AROUND), last + AROUND)),
    )
