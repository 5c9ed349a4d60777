"""Utterances and claims: who is on record, and each statement with whose word it is."""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.records.spans import Span

UtteranceMode = Literal["quoted", "reported", "mixed"]
Act = Literal[
    "say", "claim", "deny", "warn", "threaten", "demand", "promise", "accuse", "condemn", "confirm", "estimate",
    "predict", "describe", "order", "ask",
]  # fmt: skip
Realis = Literal["happened", "ongoing", "planned", "expected", "possible", "demanded", "conditional", "negated"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "FLEE", "OTHER",
]  # fmt: skip
ActorStatus = Literal["stated", "suspected", "contested", "denied", "unstated"]
Phase = Literal["announced", "started", "ongoing", "paused", "ended"]
Protected = Literal["medical", "school", "worship", "camp", "journalist", "aid_worker", "child", "heritage"]
Grave = Literal[
    "execution", "sexual_violence", "slavery", "torture", "human_shield", "hostage", "forced_displacement",
    "child_recruitment", "starvation", "banned_weapon",
]  # fmt: skip
Measure = Literal[
    "killed", "injured", "missing", "detained", "abducted", "executed", "raped", "displaced", "returned", "evacuated",
    "trapped", "surrendered", "captured", "released", "recruited", "fighters_present", "civilians_present", "in_need",
    "attacks", "structures_destroyed", "structures_damaged", "area_controlled", "other",
]  # fmt: skip
Modifier = Literal["about", "at_least", "at_most", "more_than", "fewer_than", "nearly", "up_to", "exactly", "vague"]
Nature = Literal["event_count", "cumulative", "stock", "flow", "rate", "part"]
ControlState = Literal["held", "gained", "lost", "contested", "besieged"]
RelationType = Literal["backs", "leads", "part_of", "allied_with", "opposes", "speaks_for", "arms", "funds"]


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """Who speaks: a party, a person, or both (the person and whom they speak for)."""

    party: str | None = None
    person: str | None = None
    evidence: tuple[Span, ...]


class When(msgspec.Struct, frozen=True, kw_only=True):
    """The days of a statement. `basis` says where they come from; `time` is the id of the time mention."""

    start: str | None = None
    end: str | None = None
    basis: str
    time: str | None = None


class Utterance(msgspec.Struct, frozen=True, kw_only=True):
    """One reporting word, whose word it is, and what was said."""

    id: str
    speakers: tuple[Speaker, ...] = ()
    cue: Span | None = None
    content: tuple[Span, ...] = ()
    verbatim: tuple[Span, ...] = ()
    mode: UtteranceMode
    act: Act
    addressee: tuple[str, ...] = ()
    outer: str | None = None
    when: When | None = None
    evidence: tuple[Span, ...]


class Claim(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind"):
    """What the five kinds have in common. `utterance` is null where the outlet speaks in its own voice."""

    id: str
    utterance: str | None = None
    realis: Realis = "happened"
    hedges: tuple[Span, ...] = ()
    background: bool = False
    when: When | None = None
    where: tuple[str, ...] = ()
    confidence: float
    method: str
    basis: tuple[str, ...] = ()
    evidence: tuple[Span, ...]


class Event(Claim, frozen=True, kw_only=True, tag="event"):
    """A happening. `type` and `mode` are PLOVER's (FLEE and OTHER our own); who-fields hold party or person ids."""

    type: EventType
    mode: str | None = None
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    actor_status: ActorStatus = "unstated"
    trigger: Span
    weapon: str | None = None
    phase: Phase | None = None
    protected: tuple[Protected, ...] = ()
    grave: tuple[Grave, ...] = ()


class Figure(Claim, frozen=True, kw_only=True, tag="figure"):
    """A number of people or things, with its bounds. `event` is the id of the claim in which it came about."""

    measure: Measure
    low: float | None = None
    best: float | None = None
    high: float | None = None
    modifier: Modifier
    unit: str
    group: str | None = None
    party: tuple[str, ...] = ()
    perpetrator: tuple[str, ...] = ()
    event: str | None = None
    nature: Nature = "event_count"
    what: str
    composition_stated: bool = True
    span: Span


class Control(Claim, frozen=True, kw_only=True, tag="control"):
    """Who holds what; `other` is the other side, `share` the stated share of the area in percent."""

    holder: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    area: tuple[str, ...] = ()
    state: ControlState
    share: float | None = None


class Condition(Claim, frozen=True, kw_only=True, tag="condition"):
    """What people lack or suffer; `severity` is the words that say how badly."""

    themes: tuple[str, ...]
    severity: str | None = None
    group: str | None = None


class Relation(Claim, frozen=True, kw_only=True, tag="relation"):
    """How one party stands to another."""

    subject: tuple[str, ...]
    type: RelationType
    object: tuple[str, ...]


AnyClaim = Event | Figure | Control | Condition | Relation
