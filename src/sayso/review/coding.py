"""Blind double coding: a sample drawn by lot, coded by several who see neither what the machine read nor one another,
how far they agree, and what they disagree on, to be decided by somebody."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

import msgspec
from sqlalchemy import Engine

from sayso.codebook import load_grades, load_harm_rules
from sayso.errors import CodingRefused, DecisionRefused
from sayso.ledger import (
    Coding,
    Decided,
    Sample,
    append_codings,
    append_sample,
    claims_of_kind,
    load_codings,
    load_decisions,
    load_samples,
)
from sayso.records import AnyClaim, Record, Span
from sayso.review.agreement import FieldAgreement, agree_on, is_same
from sayso.review.docket import load_docket, load_docket_of
from sayso.review.on_claims import accept_claim, check_value, correct_claim, find_claim
from sayso.review.on_incidents import grade_incident, set_harm
from sayso.review.verdicts import FIXED, claim_target

INCIDENT = "incident"
CODED: dict[str, tuple[str, ...]] = {
    "event": ("type", "mode", "realis", "actor", "recipient"),
    "figure": ("measure", "group", "low", "best", "high"),
    "control": ("state", "holder"),
    "condition": ("themes",),
    "relation": ("type", "subject", "object"),
    INCIDENT: ("harm", "information"),
}
"""What is coded where nothing else is asked for."""


class CodingUnit(msgspec.Struct, frozen=True, kw_only=True):
    """What a coder sees of a unit: of a claim its report's text and where it stands, of an incident its reports; and
    what they have said themselves."""

    unit: str
    reports: tuple[str, ...]
    text: str = ""
    evidence: tuple[Span, ...] = ()
    said: dict[str, Coding] = {}


class Disagreement(msgspec.Struct, frozen=True, kw_only=True):
    """A field of a unit on which coders say different things. said: coder -> what. decided: the key of the decision
    that has been taken on it since the sample was drawn."""

    unit: str
    field: str
    said: dict[str, Coding]
    decided: str | None = None


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """How far the coders of a sample agree, field by field, and on what they do not."""

    sample: Sample
    fields: tuple[FieldAgreement, ...]
    disagreements: tuple[Disagreement, ...]


# -- to draw ------------------------------------------------------------------------------------------------------
def draw_sample(
    engine: Engine,
    name: str,
    coders: Sequence[str],
    *,
    of: str = "figure",
    units: int = 50,
    fields: Sequence[str] = (),
    seed: int = 1,
    who: str,
) -> Sample:
    """A name, two coders or more, and what is coded in; so many units drawn by lot out: the same by the same seed, as
    long as the ledger is the same. of: incident, or a kind of claim. Raises CodingRefused."""
    coders, fields = tuple(dict.fromkeys(coders)), tuple(dict.fromkeys(fields)) or CODED.get(of, ())
    if len(coders) < 2:
        raise CodingRefused("it takes two coders to compare them")
    if of not in CODED:
        raise CodingRefused(f"{of!r} can't be coded; there are {', '.join(CODED)}")
    _check_fields(of, fields)
    found = _incidents(engine) if of == INCIDENT else claims_of_kind(engine, of)
    drawn = sorted(random.Random(seed).sample(found, min(units, len(found))))
    if not name.strip() or not drawn:
        raise CodingRefused("the sample has no name" if drawn else f"there is no {of} to draw")
    named = tuple(dict.fromkeys(drawn if of == INCIDENT else (_target(engine, each) for each in drawn)))
    kept = append_sample(
        engine, Sample(name=name.strip(), of=of, units=named, fields=fields, coders=coders, seed=seed, by=who)
    )
    if kept is None:
        raise CodingRefused(f"there is a sample {name!r} already")
    return kept


def find_sample(engine: Engine, name: str) -> Sample:
    """The sample of that name. Raises CodingRefused."""
    found = next((each for each in load_samples(engine) if each.name == name), None)
    if found is None:
        raise CodingRefused(f"there is no sample {name!r}")
    return found


def _check_fields(of: str, fields: Sequence[str]) -> None:
    known = CODED[of] if of == INCIDENT else _claim_fields(of)
    if unknown := [each for each in fields if each not in known]:
        raise CodingRefused(f"no field {', '.join(unknown)} is coded of {of}; there are {', '.join(known)}")


def _claim_fields(of: str) -> list[str]:
    kind = next(each for each in get_args(AnyClaim) if each.__struct_config__.tag == of)
    return [name for name in kind.__struct_fields__ if name not in FIXED]


def _incidents(engine: Engine) -> list[str]:
    docket = load_docket(engine)
    return sorted(docket.id_of(group) for group in docket.regrouped.groups)


def _target(engine: Engine, claim: str) -> str:
    return claim_target(*find_claim(engine, claim))


# -- to code ------------------------------------------------------------------------------------------------------
def code_unit(engine: Engine, name: str, unit: str, said: Mapping[str, Any], *, coder: str, note: str = "") -> None:
    """A sample, one of its units, and what a coder says its fields are, as JSON, in; kept. What they said before counts
    no more. Raises CodingRefused: for a value that the field can't have, and once all have coded everything."""
    sample = _for(engine, name, coder)
    _check_unit(sample, unit)
    unknown = [field for field in said if field not in sample.fields]
    if unknown or not said:
        raise CodingRefused(
            f"coded are {', '.join(sample.fields)}" + (f", not {', '.join(unknown)}" if unknown else "")
        )
    values = {field: _checked(engine, sample, unit, field, value) for field, value in said.items()}
    given = [
        Coding(sample=name, unit=unit, coder=coder, field=field, value=value, note=note)
        for field, value in values.items()
    ]
    if not append_codings(engine, given, whole=_whole(sample)):
        raise CodingRefused("all have coded everything, and may see it: it stays as it is")


def coding_units(engine: Engine, name: str, *, coder: str) -> tuple[CodingUnit, ...]:
    """A sample and one of its coders in; all units as they may see them out, in order. Raises CodingRefused."""
    sample = _for(engine, name, coder)
    said = load_codings(engine, name, coder=coder)
    units = (_shown(engine, sample, unit) for unit in sample.units)
    return tuple(msgspec.structs.replace(each, said=_of_unit(said, each.unit)) for each in units)


def coding_unit(engine: Engine, name: str, unit: str, *, coder: str) -> CodingUnit:
    """A sample, one of its units and one of its coders in; the unit as they may see it out. Raises CodingRefused."""
    sample = _for(engine, name, coder)
    _check_unit(sample, unit)
    said = load_codings(engine, name, coder=coder)
    return msgspec.structs.replace(_shown(engine, sample, unit), said=_of_unit(said, unit))


def coded_units(engine: Engine, name: str, *, coder: str) -> frozenset[str]:
    """A sample and one of its coders in; the units of which they have coded every field out. Raises CodingRefused."""
    sample = _for(engine, name, coder)
    given = Counter(each.unit for each in load_codings(engine, name, coder=coder))
    return frozenset(unit for unit, fields in given.items() if fields == len(sample.fields))


def coded_so_far(engine: Engine, name: str) -> dict[str, int]:
    """A sample in; coder -> how many of its fields they have coded. Together they are `units * fields` each."""
    sample = find_sample(engine, name)
    said = load_codings(engine, name)
    return {coder: sum(each.coder == coder for each in said) for coder in sample.coders}


def _for(engine: Engine, name: str, coder: str) -> Sample:
    sample = find_sample(engine, name)
    if coder not in sample.coders:
        raise CodingRefused(f"{coder} is no coder of the sample; {', '.join(sample.coders)} are")
    return sample


def _check_unit(sample: Sample, unit: str) -> None:
    if unit not in sample.units:
        raise CodingRefused(f"{unit!r} is not in the sample")


def _whole(sample: Sample) -> int:
    return len(sample.units) * len(sample.fields) * len(sample.coders)


def _of_unit(said: Sequence[Coding], unit: str) -> dict[str, Coding]:
    return {each.field: each for each in said if each.unit == unit}


def _shown(engine: Engine, sample: Sample, unit: str) -> CodingUnit:
    """A unit without anything that the machine made of it, but where a claim stands."""
    if sample.of == INCIDENT:
        docket = load_docket_of(engine, [unit])
        accounts = docket.review(docket.find(unit)).incident.accounts
        return CodingUnit(unit=unit, reports=tuple(dict.fromkeys(each.id for each in accounts)))
    record, claim = _claim(engine, unit)
    return CodingUnit(unit=unit, reports=(record.report.id,), text=record.report.text, evidence=claim.evidence)


def _claim(engine: Engine, unit: str) -> tuple[Record, AnyClaim]:
    try:
        return find_claim(engine, unit)
    except DecisionRefused as error:
        raise CodingRefused(error.why) from error


def _checked(engine: Engine, sample: Sample, unit: str, field: str, value: Any) -> Any:
    if sample.of != INCIDENT:
        record, claim = _claim(engine, unit)
        try:
            return check_value(record, claim, field, value)
        except DecisionRefused as error:
            raise CodingRefused(error.why) from error
    known = [None, *(load_harm_rules().words if field == "harm" else load_grades().credibility)]
    if value not in known:
        raise CodingRefused(f"{field} can't be {value!r}; give one of {', '.join(map(str, known[1:]))}, or null")
    return value


# -- to compare ---------------------------------------------------------------------------------------------------
def agreement_of(engine: Engine, name: str) -> Agreement:
    """A sample in; how far its coders agree out. Raises CodingRefused until all have coded everything."""
    sample, said = find_sample(engine, name), load_codings(engine, name)
    if len(said) < _whole(sample):
        left = {
            coder: _whole(sample) // len(sample.coders) - done for coder, done in coded_so_far(engine, name).items()
        }
        waiting = ", ".join(f"{coder} {number}" for coder, number in left.items() if number)
        raise CodingRefused(f"nothing is shown until all have coded everything; there are left: {waiting}")
    table = {(each.unit, each.field, each.coder): each for each in said}
    rows = {
        field: {unit: {coder: table[unit, field, coder] for coder in sample.coders} for unit in sample.units}
        for field in sample.fields
    }
    values = {field: [_values(row) for row in units.values()] for field, units in rows.items()}
    fields = tuple(agree_on(field, units) for field, units in values.items())
    return Agreement(sample=sample, fields=fields, disagreements=tuple(_disagreements(engine, sample, rows)))


def _values(row: Mapping[str, Coding]) -> dict[str, Any]:
    return {coder: each.value for coder, each in row.items()}


def _disagreements(
    engine: Engine, sample: Sample, rows: Mapping[str, Mapping[str, dict[str, Coding]]]
) -> Iterator[Disagreement]:
    """Unit by unit, as they were drawn."""
    decided = _decided_since(engine, sample)
    for unit in sample.units:
        for field in sample.fields:
            said = rows[field][unit]
            if not is_same(_values(said)):
                yield Disagreement(unit=unit, field=field, said=said, decided=decided.get((unit, field)))


def _decided_since(engine: Engine, sample: Sample) -> dict[tuple[str, str | None], str]:
    log = load_decisions(engine, targets=sample.units)
    later = [each for each in log if each.stands and each.decided_at > sample.made]
    return {(target, each.decision.field): each.key for each in later for target in each.decision.targets}


def adjudicate(engine: Engine, name: str, unit: str, field: str, value: Any, *, who: str, reason: str) -> Decided:
    """A field of a unit, and what it is, in; the decision out: accepted where it was read so, else corrected; of an
    incident its harm or its grade is set. Raises CodingRefused until all have coded everything, DecisionRefused."""
    sample = agreement_of(engine, name).sample
    if unit not in sample.units or field not in sample.fields:
        raise CodingRefused(f"{field} of {unit!r} is not in the sample")
    if sample.of == INCIDENT:
        take = set_harm if field == "harm" else grade_incident
        return take(engine, unit, value, who=who, reason=reason, docket=load_docket_of(engine, [unit]))
    _, claim = _claim(engine, unit)
    value = _checked(engine, sample, unit, field, value)
    if msgspec.to_builtins(getattr(claim, field)) == value:
        return accept_claim(engine, unit, field=field, who=who, reason=reason)
    return correct_claim(engine, unit, field, value, who=who, reason=reason)
