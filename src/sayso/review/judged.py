"""What an incident's judgements come to: its state, the word for harm that is suggested, and whether it has changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

import msgspec

from sayso.codebook import HarmRule, ReviewState, load_harm_rules, load_states
from sayso.ledger import Decided
from sayso.reconcile import Account
from sayso.records import AnyClaim, Incident, Toll, content_id
from sayso.review.verdicts import claim_locus, claim_place

HARMED = frozenset(("killed", "injured"))
ARMED = frozenset(("fighters", "soldiers", "police"))
UNHASHED = ("id", "utterance", "event", "method", "basis", "confidence")
"""Fields of a claim that may be others while it says the same."""
STATE, ASSIGNEE = "state", "assignee"
STATES = load_states()
BEGINNING = STATES.states[0].name
GIVEN = next(state.name for state in STATES.states if state.set_by == "assigning")
Field = Literal["state", "assignee", "harm", "information"]


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement: its value, who made it, when (UTC), why, by which decision. changed_since: whether what it is about
    is another by now."""

    value: Any
    who: str
    decided_at: str
    reason: str
    decision: str
    changed_since: bool = False


class HarmSuggestion(msgspec.Struct, frozen=True, kw_only=True):
    """One of the five words, by which rule (name/version), and why."""

    word: str
    rule: str
    why: str


def judged(decided: Decided, content: str | None = None) -> Judged:
    """A decision in, the judgement that it is out. content: what its subject is now."""
    after = decided.decision.after
    return Judged(
        value=after["value"],
        who=decided.decision.who,
        decided_at=decided.decided_at,
        reason=decided.decision.reason,
        decision=decided.key,
        changed_since=content is not None and after.get("content", content) != content,
    )


def find_state(marks: Mapping[str, Decided], content: str) -> str:
    """The decisions that count for an incident, and what it is now, in; its state out."""
    mark = marks.get(STATE)
    value = mark.decision.after["value"] if mark else BEGINNING
    state = STATES.find(value)
    if mark and state and state.changed and mark.decision.after["content"] != content:
        return state.changed
    return GIVEN if value == BEGINNING and find_assignee(marks) else value


def find_assignee(marks: Mapping[str, Decided]) -> str | None:
    """Who an incident is given to."""
    return marks[ASSIGNEE].decision.after["value"] if ASSIGNEE in marks else None


def next_states(state: str) -> tuple[str, ...]:
    """Where a person may take an incident from a state."""
    known: ReviewState | None = STATES.find(state)
    return known.to if known else ()


def suggest_harm(incident: Incident) -> HarmSuggestion | None:
    """An incident in, the word for its harm by the first rule that holds out; None where nobody was harmed."""
    if not any(figure.measure in HARMED for figure in incident.figures):
        return None
    rules = load_harm_rules()
    rule = next(rule for rule in rules.rules if _holds(rule, incident))
    return HarmSuggestion(word=rule.word, rule=f"{rules.name}/{rules.version}", why=rule.why)


def _holds(rule: HarmRule, incident: Incident) -> bool:
    accused = [charge for charge in incident.responsibility if charge.said_by]
    return (
        (not rule.conceded or any(charge.status == "conceded" for charge in accused))
        and (rule.harmed == "anybody" or _only_fighters(incident))
        and (not rule.disputed or any(dispute.kind in rule.disputed for dispute in incident.disputes))
        and len(accused) >= rule.accused
        and incident.independent_sources >= rule.sources
    )


def _only_fighters(incident: Incident) -> bool:
    groups = {figure.group for figure in incident.figures if figure.measure in HARMED}
    return groups <= ARMED


def content_of(incident: Incident, told: Iterable[tuple[Account, Sequence[AnyClaim]]]) -> str:
    """The hash of what an incident is made of: its reports, what their claims say, every word on its tolls.

    Ids, methods and confidence are left out, so that a new version of the extractor that reads the same changes
    nothing; figures are left out, since another policy makes others of the same words.
    """
    reports = sorted({account.id for account in incident.accounts})
    claims = sorted(_said(account, claim) for account, claims in told for claim in claims)
    return content_id("content", reports, claims, [_words(toll) for toll in incident.tolls])


def _said(account: Account, claim: AnyClaim) -> str:
    said = {name: value for name, value in msgspec.to_builtins(claim).items() if name not in UNHASHED}
    whole = [claim_locus(account.record, claim), claim_place(claim), account.speakers(claim), said]
    return msgspec.json.encode(whole, order="sorted").decode()


def _words(toll: Toll) -> list[Any]:
    points = [[point.day, point.speakers, point.report, point.low, point.best, point.high] for point in toll.points]
    return [toll.measure, toll.group, toll.nature, points]
