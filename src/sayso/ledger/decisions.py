"""The log of what people decided: rows that are only added, each hanging on the row before by a hash.

What a decision does to claims and incidents is not known here. The log knows who, when, why, about what, from what to
what; which decision needs which; and which of them still stand.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Literal, get_args

import msgspec
from sqlalchemy import Connection, Engine, Select, func, insert, select

from sayso.errors import DecisionRefused
from sayso.ledger.dialects import take_turn, writing
from sayso.ledger.rows import Row
from sayso.ledger.tables import claim, decided_on, decision

DecisionKind = Literal[
    "accept",
    "reject",
    "correct",
    "merge",
    "split",
    "move",
    "grade",
    "harm",
    "state",
    "assign",
    "comment",
    "withhold",
    "undo",
]
DecisionTarget = Literal["claim", "mention", "report", "incident", "outlet"]


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody decides.

    of, targets: about what, by locus (claims, mentions), id (reports, incidents) or name (outlets); field: which of its
    fields, or null; before, after: the value, any JSON; needs: the keys of the decisions without which this one makes
    no sense.
    """

    kind: DecisionKind
    who: str
    reason: str
    of: DecisionTarget
    targets: tuple[str, ...]
    field: str | None = None
    before: Any = None
    after: Any = None
    needs: tuple[str, ...] = ()


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """A decision as the log has it: its number, its name, when (UTC), what it takes back and what took it back."""

    number: int
    key: str
    previous: str | None
    decided_at: str
    decision: Decision
    undoes: str | None = None
    undone_by: str | None = None

    @property
    def stands(self) -> bool:
        """Whether it holds: it was not undone, and is not itself an undoing."""
        return self.undone_by is None and self.undoes is None


def append_decision(engine: Engine, taken: Decision, *, seen: int | None = None, whole: Sequence[str] = ()) -> Decided:
    """A decision in, out as the log has it. Raises DecisionRefused.

    Refused where it says not who or why, needs what does not stand, or starts from a value that somebody has changed
    meanwhile. seen: the number of the last decision that was known to whoever decides, whole: the ids of incidents that
    they looked at; refused where a later one is about any of these as a whole, and not about a field of it.
    """
    if taken.kind == "undo":
        raise DecisionRefused("to undo is not decided like this: undo_decision does it")
    with writing(engine) as connection:
        take_turn(connection)
        _check(taken)
        _check_needs(connection, taken)
        _check_before(connection, taken)
        _check_whole(connection, whole, seen)
        return _append(connection, taken, undoes=None)


def undo_decision(engine: Engine, key: str, *, who: str, reason: str) -> Decided:
    """The key of a decision in, its undoing out. Raises DecisionRefused, with the later decision that stands on it."""
    with writing(engine) as connection:
        take_turn(connection)
        undone = _find(connection, key)
        if undone.undone_by is not None:
            raise DecisionRefused("it was undone already", undone.undone_by)
        if undone.undoes is not None:
            raise DecisionRefused("an undoing can't be undone; decide anew", undone.undoes)
        if later := _resting_on(connection, undone):
            raise DecisionRefused("a later decision rests on it", later)
        was = undone.decision
        back = msgspec.structs.replace(
            was, kind="undo", who=who, reason=reason, before=was.after, after=was.before, needs=()
        )
        _check(back)
        return _append(connection, back, undoes=key)


def load_decisions(engine: Engine, *, targets: Sequence[str] | None = None) -> list[Decided]:
    """The log in order, or what of it is about any of the targets."""
    with engine.connect() as connection:
        return _load(connection, targets)


def targets_on_claims(engine: Engine, ids: Sequence[str]) -> list[str]:
    """Ids of claims in, the targets of decisions on what stands there out: loci, some with a place behind them."""
    standing = select(claim.c.locus).where(claim.c.id.in_(ids))
    decided = select(decided_on.c.target).where(decided_on.c.target.like("locus:%")).distinct()
    with engine.connect() as connection:
        if not ids or connection.execute(decided.limit(1)).first() is None:
            return []
        loci = set(connection.execute(standing).scalars())
        return sorted(each for each in connection.execute(decided).scalars() if each.partition("@")[0] in loci)


def newest_decision(connection: Connection) -> int:
    """The number of the last row of the log; 0 for none."""
    return connection.execute(select(func.max(decision.c.number))).scalar() or 0


def decision_key(row: Mapping[str, Any]) -> str:
    """The name of a row of the log: a hash of all that it says, the name of the row before included."""
    said = {column: value for column, value in row.items() if column != "key"}
    return f"decision:{hashlib.sha256(msgspec.json.encode(said, order='sorted')).hexdigest()}"


def _load(connection: Connection, targets: Sequence[str] | None = None, *, after: int = 0) -> list[Decided]:
    wanted = _all().where(decision.c.number > after)
    if targets is not None:
        about = select(decided_on.c.number).where(decided_on.c.target.in_(targets))
        wanted = wanted.where(decision.c.number.in_(about))
    return [_decided(row) for row in connection.execute(wanted.order_by(decision.c.number)).mappings()]


def _all() -> Select[Any]:
    undoing = decision.alias("undoing")
    undone_by = undoing.c.key.label("undone_by")
    return select(decision, undone_by).outerjoin(undoing, undoing.c.undoes == decision.c.key)


def _decided(row: Mapping[str, Any]) -> Decided:
    said = {name: row[name] for name in ("kind", "who", "reason", "of", "field")}
    values = {name: msgspec.json.decode(row[name]) for name in ("before", "after")}
    lists = {name: tuple(msgspec.json.decode(row[name])) for name in ("targets", "needs")}
    own = {name: row[name] for name in ("number", "key", "previous", "decided_at", "undoes", "undone_by")}
    return Decided(decision=Decision(**said, **values, **lists), **own)


def _find(connection: Connection, key: str) -> Decided:
    row = connection.execute(_all().where(decision.c.key == key)).mappings().first()
    if row is None:
        raise DecisionRefused("there is no such decision", key)
    return _decided(row)


def _check(taken: Decision) -> None:
    lacking = [name for name in ("who", "reason") if not getattr(taken, name).strip()]
    if lacking:
        raise DecisionRefused(f"it has no {' and no '.join(lacking)}")
    if not taken.targets:
        raise DecisionRefused("it is about nothing")
    if taken.kind not in get_args(DecisionKind) or taken.of not in get_args(DecisionTarget):
        raise DecisionRefused(f"there is no {taken.kind!r} of a {taken.of!r}")


def _check_needs(connection: Connection, taken: Decision) -> None:
    for key in taken.needs:
        if not (needed := _find(connection, key)).stands:
            raise DecisionRefused("it needs one that was undone", needed.undone_by or key)


def _check_before(connection: Connection, taken: Decision) -> None:
    """Who decides on a field has to know what it is now."""
    if taken.field is None:
        return
    for target in taken.targets:
        of_field = [each for each in _load(connection, [target]) if _same_field(each, taken)]
        if of_field and _json(of_field[-1].decision.after) != _json(taken.before):
            raise DecisionRefused("the field was changed meanwhile", of_field[-1].key)


def _check_whole(connection: Connection, whole: Sequence[str], seen: int | None) -> None:
    later = _load(connection, whole, after=seen) if seen is not None else []
    meanwhile = [each for each in later if each.decision.field is None and each.decision.kind != "comment"]
    if meanwhile:
        raise DecisionRefused("it was put together anew meanwhile", meanwhile[-1].key)


def _same_field(one: Decided, other: Decision) -> bool:
    return one.decision.field == other.field and one.decision.of == other.of


def _resting_on(connection: Connection, undone: Decided) -> str | None:
    """The first standing later decision that needs this one, or that went on from the value it left."""
    targets = {*undone.decision.targets}
    for later in filter(lambda each: each.stands, _load(connection, after=undone.number)):
        went_on = undone.decision.field is not None and _same_field(later, undone.decision)
        if undone.key in later.decision.needs or (went_on and targets & {*later.decision.targets}):
            return later.key
    return None


def _append(connection: Connection, taken: Decision, *, undoes: str | None) -> Decided:
    last = connection.execute(select(decision.c.number, decision.c.key).order_by(decision.c.number.desc())).first()
    row = _row(taken, number=last.number + 1 if last else 1, previous=last.key if last else None, undoes=undoes)
    connection.execute(insert(decision), row)
    about = [{"target": target, "number": row["number"]} for target in dict.fromkeys(taken.targets)]
    connection.execute(insert(decided_on), about)
    return _find(connection, row["key"])


def _row(taken: Decision, *, number: int, previous: str | None, undoes: str | None) -> Row:
    row = {
        "number": number,
        "previous": previous,
        "kind": taken.kind,
        "who": taken.who,
        "decided_at": datetime.now(UTC).isoformat(timespec="microseconds"),
        "reason": taken.reason,
        "of": taken.of,
        "targets": _json(taken.targets),
        "field": taken.field,
        "before": _json(taken.before),
        "after": _json(taken.after),
        "needs": _json(taken.needs),
        "undoes": undoes,
    }
    return row | {"key": decision_key(row)}


def _json(value: Any) -> str:
    return msgspec.json.encode(value, order="sorted").decode()
