"""Decisions on claims: accepted, rejected or corrected, as a whole or in one field; and how credible they are."""

from __future__ import annotations

from typing import Any, cast

import msgspec
from sqlalchemy import Engine

from sayso.codebook import load_codebook, load_grades
from sayso.errors import DecisionRefused
from sayso.ledger import (
    Decided,
    Decision,
    DecisionKind,
    append_decision,
    load_decisions,
    load_harvests,
    reports_of_claim,
)
from sayso.records import AnyClaim, Figure, Record
from sayso.review.deciding import VALUE, value_before
from sayso.review.verdicts import (
    AT,
    FIXED,
    INFORMATION,
    PARTIES,
    PLACES,
    REPORT,
    WHOLE,
    claim_place,
    claim_target,
    claim_targets,
    corrected_claim,
    review_claims,
)


def accept_claim(engine: Engine, claim: str, *, who: str, reason: str, field: str | None = None) -> Decided:
    """A claim (id or locus) in, or one field of it, accepted by somebody out. Raises DecisionRefused.

    An accepted field keeps its value, whatever a later version of the extractor reads.
    """
    record, found = find_claim(engine, claim)
    if field is None:
        return _decide(engine, "accept", record, found, WHOLE, "accepted", who=who, reason=reason)
    value = _value_now(engine, record, found, _known(found, field))
    return _decide(engine, "accept", record, found, field, value, who=who, reason=reason)


def reject_claim(engine: Engine, claim: str, *, who: str, reason: str, field: str | None = None) -> Decided:
    """A claim (id or locus) in, or one field of it, rejected by somebody out. Raises DecisionRefused.

    A rejected claim counts for nothing and stays to be seen; a rejected field counts as if it had not been read.
    """
    record, found = find_claim(engine, claim)
    if field is None:
        return _decide(engine, "reject", record, found, WHOLE, "rejected", who=who, reason=reason)
    return _decide(engine, "reject", record, found, field, _unread(found, field), who=who, reason=reason)


def correct_claim(engine: Engine, claim: str, field: str, value: Any, *, who: str, reason: str) -> Decided:
    """A claim (id or locus), a field and its right value (as JSON has it) in, the correction out.

    Raises DecisionRefused where the field can't have that value. Parties may be named by any id of the report or of the
    codebook, places by an id of the report.
    """
    record, found = find_claim(engine, claim)
    _known(found, field)
    value = _checked(engine, record, found, field, value)
    return _decide(engine, "correct", record, found, field, value, who=who, reason=reason)


def grade_claim(engine: Engine, claim: str, grade: int, *, who: str, reason: str) -> Decided:
    """A claim (id or locus) and how credible it is, 1 to 6, in, the grade out. Raises DecisionRefused."""
    record, found = find_claim(engine, claim)
    return _decide(engine, "grade", record, found, INFORMATION, check_credibility(grade), who=who, reason=reason)


def comment_claim(engine: Engine, claim: str, text: str, *, who: str, reason: str) -> Decided:
    """A claim (id or locus) and what somebody notes on it in, the comment out. Raises DecisionRefused."""
    record, found = find_claim(engine, claim)
    target = claim_target(record, found)
    taken = Decision(kind="comment", who=who, reason=reason, of="claim", targets=(target,), after={VALUE: text})
    return append_decision(engine, taken)


def check_credibility(grade: int) -> int:
    """A grade of the Admiralty scale. Raises DecisionRefused for what is none."""
    if grade not in load_grades().credibility:
        raise DecisionRefused(f"{grade!r} is no grade of information: give 1 to 6")
    return grade


def check_value(record: Record, claim: AnyClaim, field: str, value: Any) -> Any:
    """A value that a field of a claim may have, whatever the others are, as JSON. Raises DecisionRefused."""
    _known(claim, field)
    try:
        corrected = corrected_claim(claim, {field: value})
    except msgspec.ValidationError as error:
        raise DecisionRefused(f"{field!r} can't be {value!r}: {error}") from error
    if unknown := _unknown_ids(record, corrected, field):
        raise DecisionRefused(f"{field!r} names what is neither in the report nor in the codebook: {unknown}")
    return msgspec.to_builtins(getattr(corrected, field))


def find_claim(engine: Engine, name: str) -> tuple[Record, AnyClaim]:
    """A claim's id, its locus, or what a decision on it names, in; its record and itself, as the latest pass has them,
    out. Raises DecisionRefused."""
    reports = reports_of_claim(engine, name.partition("@")[0])
    records = [each.record for each in load_harvests(engine, reports=reports)]
    found = [(record, claim) for record in records for claim in _claims_named(record, name)]
    if len(found) != 1:
        several = f"several claims stand there: {', '.join(claim.id for _, claim in found)}"
        raise DecisionRefused(several if found else f"there is no claim {name!r} (any more)")
    return found[0]


def _claims_named(record: Record, name: str) -> list[AnyClaim]:
    targets = zip(record.claims, claim_targets(record, record.claims), strict=True)
    return [claim for claim, target in targets if name in (claim.id, target, target.partition("@")[0])]


def _decide(
    engine: Engine,
    kind: DecisionKind,
    record: Record,
    claim: AnyClaim,
    field: str,
    value: Any,
    *,
    who: str,
    reason: str,
) -> Decided:
    target = claim_target(record, claim)
    read = msgspec.to_builtins(getattr(claim, field, None))
    before = value_before(load_decisions(engine, targets=[target]), "claim", target, field, read)
    after = {VALUE: value, AT: msgspec.to_builtins(claim_place(claim)), REPORT: record.report.id}
    taken = Decision(
        kind=kind, who=who, reason=reason, of="claim", targets=(target,), field=field, before=before, after=after
    )
    return append_decision(engine, taken)


def _known(claim: AnyClaim, field: str) -> str:
    fields = [name for name in claim.__struct_fields__ if name not in FIXED]
    if field not in fields:
        raise DecisionRefused(f"{field!r} is no field to decide on; there are {', '.join(fields)}")
    return field


def _unread(claim: AnyClaim, field: str) -> Any:
    """What a field is where nothing was read for it."""
    default = next(each.default for each in msgspec.structs.fields(type(claim)) if each.name == _known(claim, field))
    if default is msgspec.NODEFAULT:
        raise DecisionRefused(f"a claim can't be without {field!r}: correct it, or reject the claim")
    return msgspec.to_builtins(default)


def _decided_now(engine: Engine, record: Record, claim: AnyClaim) -> dict[str, Any]:
    """The claim's fields on which somebody decided."""
    target = claim_target(record, claim)
    marks = {
        each.decision.field: each
        for each in load_decisions(engine, targets=[target])
        if each.stands and each.decision.field
    }
    reviewed = review_claims(record, {target: marks}) if marks else []
    return reviewed[0].corrected if reviewed else {}


def _value_now(engine: Engine, record: Record, claim: AnyClaim, field: str) -> Any:
    return _decided_now(engine, record, claim).get(field, msgspec.to_builtins(getattr(claim, field)))


def _checked(engine: Engine, record: Record, claim: AnyClaim, field: str, value: Any) -> Any:
    """The value as the field has it: of its type, with ids that are known, bounds in their order."""
    plain = check_value(record, claim, field, value)
    corrected = corrected_claim(claim, _decided_now(engine, record, claim) | {field: plain})
    if isinstance(corrected, Figure):
        _check_bounds(corrected)
    return plain


def _unknown_ids(record: Record, claim: AnyClaim, field: str) -> str:
    known: set[str] = set()
    if field in PARTIES:
        known = {each.id for each in (*record.parties, *record.people, *load_codebook().parties)}
    elif field in PLACES:
        known = {place.id for place in record.places}
    named = cast("tuple[str, ...]", getattr(claim, field)) if known or field in PARTIES | PLACES else ()
    return ", ".join(each for each in named if each not in known)


def _check_bounds(figure: Figure) -> None:
    numbers = [each for each in (figure.low, figure.best, figure.high) if each is not None]
    if numbers != sorted(numbers) or any(each < 0 for each in numbers):
        told = f"low {figure.low}, best {figure.best}, high {figure.high}"
        raise DecisionRefused(
            f"the numbers would be out of order ({told}); correct the others first, or make them null"
        )
