"""How far the coders of a sample agree, and on what they do not, side by side, to be decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Engine

from sayso.desk.sitrep_lines import Account
from sayso.desk.sitrep_words import visible
from sayso.desk.views.coded_fields import CLAIMS, words_of_value
from sayso.desk.views.coding import SampleRow, sample_row
from sayso.desk.views.evidence import LoneAccount, report_href
from sayso.desk.views.rows import row_of, short_id
from sayso.errors import DecisionRefused
from sayso.ledger import Coding, Decided, Sample
from sayso.review import (
    Disagreement,
    FieldAgreement,
    Withheld,
    agreement_of,
    find_claim,
    find_sample,
    load_docket_of,
)

UNITS = 25
"""Units on which coders disagree that are shown at once."""
AROUND = 160
"""Characters of a report on either side of what was coded."""
GONE = "Nothing is read there any more."


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A sample's name; open: only what nobody has decided on yet; how many units to leave out first."""

    sample: str = ""
    open: bool = False
    skip: int = 0


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What one coder says, and what they noted."""

    coder: str
    value: Any
    words: str
    note: str


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """A value that somebody gave, and who did."""

    value: Any
    words: str
    coders: tuple[str, ...]


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """What was decided: what it is, by whom, why, by which decision."""

    words: str
    who: str
    reason: str
    decision: str


class Rival(msgspec.Struct, frozen=True, kw_only=True):
    """A field on which coders disagree: what each says, and the different answers."""

    field: str
    said: tuple[Said, ...]
    answers: tuple[Answer, ...]
    settled: Settled | None


class UnitDisagreed(msgspec.Struct, frozen=True, kw_only=True):
    """A unit on which coders disagree: the words, with what stands around them, and where; nothing of that where it is
    withheld."""

    unit: str
    number: int
    withheld: bool
    href: str = ""
    title: str = ""
    before: str = ""
    words: str = ""
    after: str = ""
    rivals: tuple[Rival, ...] = ()


class AgreementView(msgspec.Struct, frozen=True, kw_only=True):
    """How far coders agree. Until all have coded everything, how much each has left, and nothing else.

    left: coder -> fields; disagreed: how many units they disagree on; waiting: how many fields of these nobody has
    decided on; next: how many to skip for more.
    """

    sample: SampleRow
    left: dict[str, int]
    fields: tuple[FieldAgreement, ...] = ()
    disagreed: int = 0
    waiting: int = 0
    units: tuple[UnitDisagreed, ...] = ()
    skip: int = 0
    next: int | None = None


def view_agreement(engine: Engine, log: Iterable[Decided], asked: Asked, who: str, withheld: Withheld) -> AgreementView:
    """A ledger, its decisions, a sample, and who looks and what they may not see, in; how far its coders agree out.
    Raises CodingRefused."""
    sample = find_sample(engine, asked.sample)
    row = sample_row(engine, sample, who)
    left = {coder: row.whole - done for coder, done in row.done.items() if done < row.whole}
    if left:
        return AgreementView(sample=row, left=left)
    found = agreement_of(engine, sample.name)
    waiting = [each for each in found.disagreements if each.decided is None]
    by_unit = _by_unit(waiting if asked.open else found.disagreements)
    skip = min(max(asked.skip, 0), len(by_unit))
    shown = list(by_unit.items())[skip : skip + UNITS]
    decided = {each.key: each for each in log}
    return AgreementView(
        sample=row,
        left={},
        fields=found.fields,
        disagreed=len(_by_unit(found.disagreements)),
        waiting=len(waiting),
        units=tuple(_disagreed(engine, sample, unit, rivals, decided, withheld) for unit, rivals in shown),
        skip=skip,
        next=skip + UNITS if skip + UNITS < len(by_unit) else None,
    )


def _by_unit(disagreements: Iterable[Disagreement]) -> dict[str, list[Disagreement]]:
    units: dict[str, list[Disagreement]] = defaultdict(list)
    for each in disagreements:
        units[each.unit].append(each)
    return units


def _disagreed(
    engine: Engine,
    sample: Sample,
    unit: str,
    rivals: Sequence[Disagreement],
    decided: Mapping[str, Decided],
    withheld: Withheld,
) -> UnitDisagreed:
    number = sample.units.index(unit) + 1
    try:
        shown, account = (
            _claim(engine, unit, withheld) if sample.of in CLAIMS else (_incident(engine, unit, withheld), None)
        )
    except DecisionRefused:
        shown, account = UnitDisagreed(unit=unit, number=number, withheld=False, title=GONE), None
    told = () if shown.withheld else tuple(_rival(each, decided, account) for each in rivals)
    return msgspec.structs.replace(shown, number=number, rivals=told)


def _claim(engine: Engine, unit: str, withheld: Withheld) -> tuple[UnitDisagreed, Account]:
    """The words of a claim in their report. Raises DecisionRefused."""
    record, claim = find_claim(engine, unit)
    account, text = LoneAccount(record), record.report.text
    if record.report.id in withheld.reports:
        return UnitDisagreed(unit=unit, number=0, withheld=True), account
    start, end = min(span[0] for span in claim.evidence), max(span[1] for span in claim.evidence)
    shown = UnitDisagreed(
        unit=unit,
        number=0,
        withheld=False,
        href=report_href(record.report.id, claim.id),
        title=account.title,
        before=visible(text[max(0, start - AROUND) : start]),
        words=visible(text[start:end]),
        after=visible(text[end : end + AROUND]),
    )
    return shown, account


def _incident(engine: Engine, unit: str, withheld: Withheld) -> UnitDisagreed:
    """An incident in a sentence. Raises DecisionRefused."""
    if withheld.touches(unit):
        return UnitDisagreed(unit=unit, number=0, withheld=True)
    docket = load_docket_of(engine, [unit])
    row = row_of(docket.review(docket.find(unit)))
    return UnitDisagreed(
        unit=unit, number=0, withheld=False, href=f"/incidents/{short_id(unit)}", title=f"{row.when}, {row.place}",
        words=row.sentence,
    )  # fmt: skip


def _rival(each: Disagreement, decided: Mapping[str, Decided], account: Account | None) -> Rival:
    said = tuple(_said(coder, coding, account) for coder, coding in each.said.items())
    return Rival(
        field=each.field,
        said=said,
        answers=tuple(_answers(said)),
        settled=_settled(decided[each.decided], account) if each.decided in decided else None,
    )


def _said(coder: str, coding: Coding, account: Account | None) -> Said:
    return Said(coder=coder, value=coding.value, words=words_of_value(coding.value, account), note=coding.note)


def _answers(said: Sequence[Said]) -> Iterator[Answer]:
    """The different values, in the order in which coders gave them."""
    by_value: dict[bytes, list[Said]] = defaultdict(list)
    for each in said:
        by_value[msgspec.json.encode(each.value)].append(each)
    for group in by_value.values():
        yield Answer(value=group[0].value, words=group[0].words, coders=tuple(each.coder for each in group))


def _settled(found: Decided, account: Account | None) -> Settled:
    said = found.decision
    return Settled(
        words=words_of_value((said.after or {}).get("value"), account),
        who=said.who,
        reason=said.reason,
        decision=found.key,
    )
