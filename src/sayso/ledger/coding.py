"""Samples that several people code, each without seeing the others; and their codings, which are only added."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, func, insert, select

from sayso.ledger.dialects import taking_turn
from sayso.ledger.load import latest_of_all
from sayso.ledger.people import moment
from sayso.ledger.tables import claim
from sayso.ledger.tables_people import coding, sample


class Sample(msgspec.Struct, frozen=True, kw_only=True):
    """What is coded by whom. name: what it is called; of: incident, or a kind of claim; units: what a decision on each
    names; fields: what is coded of each; coders: who codes; seed: of the lot by which the units were drawn; made, by:
    when (UTC) and by whom."""

    name: str
    of: str
    units: tuple[str, ...]
    fields: tuple[str, ...]
    coders: tuple[str, ...]
    seed: int
    made: str = ""
    by: str


class Coding(msgspec.Struct, frozen=True, kw_only=True):
    """What one coder says one field of one unit is, any JSON; the last one counts. at: when (UTC)."""

    sample: str
    unit: str
    coder: str
    field: str
    value: Any
    note: str = ""
    at: str = ""


def append_sample(engine: Engine, drawn: Sample) -> Sample | None:
    """A sample in, as it is kept out; None where there is one of that name."""
    made = msgspec.structs.replace(drawn, made=moment())
    lists = {name: _json(getattr(made, name)) for name in ("units", "fields", "coders")}
    with taking_turn(engine) as connection:
        if connection.execute(select(sample.c.name).where(sample.c.name == made.name)).first():
            return None
        connection.execute(insert(sample), msgspec.structs.asdict(made) | lists)
    return made


def load_samples(engine: Engine) -> list[Sample]:
    """All samples, in the order in which they were drawn."""
    with engine.connect() as connection:
        rows = connection.execute(select(sample).order_by(sample.c.made, sample.c.name)).mappings()
        return [Sample(**{**row, **_lists(row)}) for row in rows]


def append_codings(engine: Engine, given: Iterable[Coding], *, whole: int) -> bool:
    """Codings of one sample in, whether they were taken out: not once there are so many, as many as there can be."""
    with taking_turn(engine) as connection:
        rows = [msgspec.structs.asdict(each) | {"value": _json(each.value), "at": moment()} for each in given]
        if not rows or _count(connection, rows[0]["sample"]) >= whole:
            return False
        last = connection.execute(select(func.max(coding.c.number))).scalar() or 0
        connection.execute(insert(coding), [row | {"number": last + at} for at, row in enumerate(rows, start=1)])
    return True


def load_codings(engine: Engine, name: str, *, coder: str | None = None) -> list[Coding]:
    """The codings of a sample that count, or those of one coder, in the order in which they were given."""
    last = select(func.max(coding.c.number)).where(coding.c.sample == name)
    last = last.group_by(coding.c.unit, coding.c.coder, coding.c.field)
    wanted = select(coding).where(coding.c.number.in_(last)).order_by(coding.c.number)
    with engine.connect() as connection:
        rows = connection.execute(wanted if coder is None else wanted.where(coding.c.coder == coder)).mappings()
        said = [{name: value for name, value in row.items() if name != "number"} for row in rows]
        return [Coding(**{**row, "value": msgspec.json.decode(row["value"])}) for row in said]


def claims_of_kind(engine: Engine, kind: str) -> list[str]:
    """The ids of all claims of a kind that the latest passes gave, in their order."""
    latest = latest_of_all().subquery()
    wanted = select(claim.c.id).join(latest, latest.c["pass"] == claim.c["pass"]).where(claim.c.kind == kind)
    with engine.connect() as connection:
        return list(connection.execute(wanted.distinct().order_by(claim.c.id)).scalars())


def _count(connection: Connection, name: str) -> int:
    different = select(coding.c.unit, coding.c.coder, coding.c.field).where(coding.c.sample == name).distinct()
    return connection.execute(select(func.count()).select_from(different.subquery())).scalar_one()


def _lists(row: Any) -> dict[str, tuple[str, ...]]:
    return {name: tuple(msgspec.json.decode(row[name])) for name in ("units", "fields", "coders")}


def _json(value: Any | Sequence[str]) -> str:
    return msgspec.json.encode(value, order="sorted").decode()
