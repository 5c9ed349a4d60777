"""The record: everything that one report gave."""

from __future__ import annotations

import msgspec

from sayso.records.claims import AnyClaim, Utterance
from sayso.records.mentions import Party, Person, Place, Time
from sayso.records.report import Report


class Dispute(msgspec.Struct, frozen=True, kw_only=True):
    """Claims of one report that can't all hold."""

    about: str
    claims: tuple[str, ...]
    why: str


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """One report, read."""

    report: Report
    parties: tuple[Party, ...] = ()
    people: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    claims: tuple[AnyClaim, ...] = ()
    disputes: tuple[Dispute, ...] = ()


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """Why one input gave no record: a stable code, and one clause each."""

    code: str
    why: str
    what_to_do: str


class RefusedInput(msgspec.Struct, frozen=True, kw_only=True):
    """The line that stands where a record would."""

    uri: str | None
    refused: Refusal
