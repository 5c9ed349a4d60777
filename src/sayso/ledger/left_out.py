"""What was left out of a report's text: the furniture of its page, and what stood there twice."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

import msgspec
from sqlalchemy import Connection, Engine, insert, select

from sayso.ledger.rows import report_key
from sayso.ledger.tables import left_out
from sayso.records import Report

MOST_PIECES, LONGEST_PIECE = 2_000, 2_000
"""Of one report, and code points of one piece: a page may have any amount of furniture."""


class LeftOut(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the input that is not in the report's text. why: furniture, or repeat; at: the offset in the text
    before which it stood."""

    text: str
    why: str
    at: int


def load_left_out(engine: Engine, report: Report) -> list[LeftOut] | None:
    """A report as read in, what was left out of it out, in its order; None where nobody noted it."""
    wanted = select(left_out).where(left_out.c.report == report_key(report)).order_by(left_out.c.number)
    with engine.connect() as connection:
        rows = connection.execute(wanted).mappings().all()
    return [LeftOut(text=row["text"], why=row["why"], at=row["at"]) for row in rows if row["why"]] if rows else None


def note_left_out(connection: Connection, key: str, pieces: Sequence[LeftOut]) -> None:
    """The key of a report and what was left out of it in; kept, where that was not noted before.

    Where nothing was left out, a row without a reason says that.
    """
    if connection.execute(select(left_out.c.number).where(left_out.c.report == key).limit(1)).first():
        return
    noted = list(islice(pieces, MOST_PIECES)) or [LeftOut(text="", why="", at=0)]
    rows = [
        {"report": key, "number": number, "why": each.why, "at": each.at, "text": _shortened(each.text)}
        for number, each in enumerate(noted)
    ]
    connection.execute(insert(left_out), rows)


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_PIECE else f"{text[:LONGEST_PIECE]} …"
