"""What people decided on claims, and records as decided: what is rejected is taken out, what is corrected put right.

A verdict hangs on its claim's locus, not on its id, so that it outlives the version of the extractor that made the
claim. Where several claims of one kind have the same evidence, the place of the trigger or the number tells them apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import msgspec

from sayso.codebook import load_codebook
from sayso.ledger import Decided, Harvest, locus_of
from sayso.records import AnyClaim, Party, Record, Span

WHOLE = "verdict"
"""The field of a verdict on a claim as a whole."""
INFORMATION = "information"
"""The field of a grade of a claim."""
REJECTED = "rejected"
AT, REPORT = "at", "report"
"""Where a decision on a claim keeps the place of the claim's trigger or number, and the id of its report."""
PARTIES = frozenset(("actor", "recipient", "party", "perpetrator", "holder", "other", "subject", "object"))
PLACES = frozenset(("where", "area"))
"""Fields that hold ids of parties and people, and of places."""
ON_CLAIM = frozenset(("accept", "reject", "correct", "grade"))
FIXED = frozenset(("id", "utterance", "method", "basis", "confidence", "evidence", "trigger", "span", "event"))
"""Fields that say where a claim comes from. They are what was read, and nobody's to correct."""


class ReviewedClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim on which somebody decided. claim: as it was read; decided: as it counts, or null where it was rejected.

    marks: field, or `verdict` for the whole -> the decision that counts.
    """

    id: str
    report: str
    locus: str
    claim: AnyClaim
    decided: AnyClaim | None
    marks: dict[str, Decided]

    @property
    def verdict(self) -> str | None:
        """accepted, rejected, or None."""
        return self.marks[WHOLE].decision.after["value"] if WHOLE in self.marks else None

    @property
    def corrected(self) -> dict[str, Any]:
        """Field -> its value as decided, for fields whose value was accepted, rejected or corrected."""
        values = {field: each.decision.after["value"] for field, each in self.marks.items()}
        return {field: value for field, value in values.items() if field in self.claim.__struct_fields__}


def claim_target(record: Record, claim: AnyClaim) -> str:
    """What a decision on a claim names: its locus, with the place of its trigger where other claims share the locus."""
    return claim_targets(record, [claim])[0]


def claim_targets(record: Record, claims: Iterable[AnyClaim]) -> list[str]:
    """What decisions on claims of a record name, in their order."""
    shared = Counter(claim_locus(record, each) for each in record.claims)
    return [_target(claim_locus(record, each), claim_place(each), shared) for each in claims]


def _target(locus: str, at: Span | None, shared: Counter[str]) -> str:
    return f"{locus}@{at[0]}-{at[1]}" if shared[locus] > 1 and at else locus


def claim_locus(record: Record, claim: AnyClaim) -> str:
    """The locus of a claim, as the ledger has it."""
    return locus_of(record.report.id, claim.__struct_config__.tag, claim.evidence)  # type: ignore[arg-type]


def claim_place(claim: AnyClaim) -> Span | None:
    """Where a claim's trigger or number stands."""
    return getattr(claim, "trigger", None) or getattr(claim, "span", None)


def decided_on_claims(log: Iterable[Decided]) -> dict[str, dict[str, Decided]]:
    """The log in, target -> field -> the standing decision that counts out, for claims."""
    found: dict[str, dict[str, Decided]] = defaultdict(dict)
    for each in log:
        if each.stands and each.decision.of == "claim" and each.decision.kind in ON_CLAIM:
            for target in each.decision.targets:
                found[target][each.decision.field or WHOLE] = each
    return dict(found)


def decided_by_report(log: Iterable[Decided]) -> dict[str, dict[str, dict[str, Decided]]]:
    """The same for each report by its id."""
    found: dict[str, dict[str, dict[str, Decided]]] = defaultdict(dict)
    for target, marks in decided_on_claims(log).items():
        found[next(iter(marks.values())).decision.after[REPORT]][target] = marks
    return found


def review_claims(record: Record, decided: Mapping[str, Mapping[str, Decided]]) -> list[ReviewedClaim]:
    """A record and what was decided on claims in, its claims on which somebody decided out."""
    loci: dict[str, list[AnyClaim]] = defaultdict(list)
    for claim in record.claims:
        loci[claim_locus(record, claim)].append(claim)
    found: dict[str, tuple[str, AnyClaim, dict[str, Decided]]] = {}
    for target, marks in decided.items():
        locus = target.partition("@")[0]
        if claim := _find(target, loci.get(locus, ()), marks):
            found.setdefault(claim.id, (locus, claim, {}))[2].update(marks)
    return [_review(record, locus, claim, marks) for locus, claim, marks in found.values()]


def _find(target: str, claims: Sequence[AnyClaim], marks: Mapping[str, Decided]) -> AnyClaim | None:
    """The claim that is meant: the only one there, unless the target says which; else the one at the same place."""
    if len(claims) == 1 and "@" not in target:
        return claims[0]
    at = next(iter(marks.values())).decision.after.get(AT)
    return next((claim for claim in claims if at and claim_place(claim) == tuple(at)), None)


def _review(record: Record, locus: str, claim: AnyClaim, marks: Mapping[str, Decided]) -> ReviewedClaim:
    reviewed = ReviewedClaim(
        id=claim.id, report=record.report.id, locus=locus, claim=claim, decided=claim, marks=dict(marks)
    )
    decided = None if reviewed.verdict == REJECTED else corrected_claim(claim, reviewed.corrected)
    return msgspec.structs.replace(reviewed, decided=decided)


def corrected_claim(claim: AnyClaim, fields: Mapping[str, Any]) -> AnyClaim:
    """A claim with other values, as JSON, in some of its fields. Raises msgspec.ValidationError."""
    return msgspec.convert({**msgspec.to_builtins(claim), **fields}, type(claim)) if fields else claim


def decided_record(record: Record, reviewed: Sequence[ReviewedClaim]) -> Record:
    """A record and its reviewed claims in, the record as decided out: what counts, and whom corrections name."""
    decided = {each.id: each.decided for each in reviewed}
    claims = (decided.get(claim.id, claim) for claim in record.claims)
    kept = tuple(claim for claim in claims if claim is not None)
    return msgspec.structs.replace(record, claims=kept, parties=(*record.parties, *_newly_named(record, reviewed)))


def decide_harvests(harvests: Iterable[Harvest], log: Iterable[Decided]) -> Iterator[Harvest]:
    """Harvests and the log in, the harvests with their records as decided out: what was rejected is not among them."""
    decided = decided_by_report(log)
    for harvest in harvests:
        if marks := decided.get(harvest.record.report.id):
            record = decided_record(harvest.record, review_claims(harvest.record, marks))
            harvest = msgspec.structs.replace(harvest, record=record)
        yield harvest


def _newly_named(record: Record, reviewed: Iterable[ReviewedClaim]) -> Iterator[Party]:
    """The codebook's parties that corrections name and the report does not, as if they were named by the claim."""
    known = {each.id for each in (*record.parties, *record.people)}
    for each in reviewed:
        for field in sorted(PARTIES & each.corrected.keys()):
            for party in each.corrected[field]:
                if party not in known and party in _parties():
                    known.add(party)
                    yield msgspec.structs.replace(_parties()[party], evidence=each.claim.evidence)


@cache
def _parties() -> dict[str, Party]:
    """Id -> party of the codebook."""
    return {
        each.id: Party(
            id=each.id, name=each.name, kind=each.kind, country=each.country, wikidata=each.wikidata, evidence=()
        )
        for each in load_codebook().parties
    }
