"""What a mention means by a later answer: a row beside what its pass said, which stays as it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import msgspec
from sqlalchemy import Engine, select

from sayso.ledger.append import now
from sayso.ledger.dialects import insert_once, writing
from sayso.ledger.rows import Row
from sayso.ledger.tables import resolution
from sayso.records import content_id


class Resolution(msgspec.Struct, frozen=True, kw_only=True):
    """An answer to what a mention means.

    of: the table of the mention; locus: `locus_of` the mention; report: the id of its report; method: who or what
    answered; item: the mention as the answer has it, with the candidates that it weighed, as JSON.
    """

    of: Literal["party", "person", "place", "time"]
    locus: str
    report: str
    method: str
    item: Any


def append_resolution(engine: Engine, answer: Resolution) -> bool:
    """An answer in, whether it was new out."""
    with writing(engine) as connection:
        return insert_once(connection, resolution, now(resolution_row(answer)))


def load_resolutions(engine: Engine, reports: Sequence[str]) -> list[Resolution]:
    """The answers for mentions of these reports (by id), in the order in which they were given."""
    wanted = select(resolution).where(resolution.c.report_id.in_(reports))
    with engine.connect() as connection:
        rows = connection.execute(wanted.order_by(resolution.c.recorded_at, resolution.c.key)).mappings()
        return [resolution_of(row) for row in rows]


def resolution_row(answer: Resolution) -> Row:
    """The row of an answer; its key hashes all that it says."""
    item = msgspec.json.encode(answer.item, order="sorted").decode()
    said = {"of": answer.of, "locus": answer.locus, "report_id": answer.report, "method": answer.method, "item": item}
    return {"key": content_id("resolution", said)} | said


def resolution_of(row: Mapping[str, Any]) -> Resolution:
    """The answer that a row holds."""
    item = msgspec.json.decode(row["item"])
    return Resolution(of=row["of"], locus=row["locus"], report=row["report_id"], method=row["method"], item=item)
