"""What all decisions have in common: where a field stands in the log, who goes by which name, how one is undone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Engine

from sayso.errors import DecisionRefused
from sayso.ledger import Decided, DecisionTarget, load_decisions, undo_decision

VALUE = "value"
"""Where a decision keeps what was decided, in its before and after; beside it stands what it was decided on."""


def value_before(log: Iterable[Decided], of: DecisionTarget, target: str, field: str, unless_decided: Any) -> Any:
    """What a field of a target is by the last row of the log that is about it; else what it is without any."""
    rows = (each.decision for each in log)
    values = [row.after for row in rows if (row.of, row.field) == (of, field) and target in row.targets]
    return values[-1] if values else {VALUE: unless_decided}


def undo(engine: Engine, name: str, *, who: str, reason: str) -> Decided:
    """A decision's key, the beginning of one or its number in, its undoing out; all is as it was.

    Raises DecisionRefused, with the later decision that stands on it.
    """
    return undo_decision(engine, find_decision(load_decisions(engine), name).key, who=who, reason=reason)


def find_decision(log: Sequence[Decided], name: str) -> Decided:
    """The decision of that key, beginning of a key, or number. Raises DecisionRefused."""
    found = [each for each in log if name in (each.key, str(each.number))]
    found = found or [each for each in log if name and each.key.removeprefix("decision:").startswith(_digits(name))]
    if len(found) != 1:
        raise DecisionRefused(f"{'several decisions begin' if found else 'no decision begins'} with {name!r}")
    return found[0]


def _digits(name: str) -> str:
    return name.removeprefix("decision:")
