"""What is left out of a report's text is kept with it, once, and shown as it was."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from sayso.ledger import LeftOut, append_harvest, load_left_out
from sayso.ledger.dialects import writing
from sayso.ledger.left_out import LONGEST_PIECE, MOST_PIECES
from sayso.records import Record

MENU = (LeftOut(text="Home | Africa | Weather", why="furniture", at=0), LeftOut(text="Shells hit", why="repeat", at=42))


@pytest.mark.parametrize(
    ("noted", "kept"),
    [
        (MENU, [*MENU]),
        ((), []),
        (None, None),
        (
            (LeftOut(text="x" * 5_000, why="repeat", at=1),),
            [LeftOut(text="x" * LONGEST_PIECE + " …", why="repeat", at=1)],
        ),
    ],
    ids=["a menu", "nothing", "nobody knows", "a long one"],
)
def test_what_was_left_out_is_kept(
    engine: Engine, records: list[Record], noted: tuple[LeftOut, ...] | None, kept: list[LeftOut] | None
) -> None:
    append_harvest(engine, records[0], method="one", left_out=noted)
    assert load_left_out(engine, records[0].report) == kept
    assert load_left_out(engine, records[1].report) is None


def test_it_is_noted_once_by_whoever_knows(engine: Engine, records: list[Record]) -> None:
    append_harvest(engine, records[0], method="one")
    append_harvest(engine, records[0], method="two", left_out=MENU)
    append_harvest(engine, records[0], method="three", left_out=MENU[:1])
    assert load_left_out(engine, records[0].report) == [*MENU]
    with pytest.raises(DBAPIError, match="never changed"), writing(engine) as connection:
        connection.execute(text("DELETE FROM left_out"))


def test_a_page_of_nothing_else_is_kept_in_part(engine: Engine, records: list[Record]) -> None:
    append_harvest(engine, records[0], method="one", left_out=MENU[:1] * (MOST_PIECES + 9))
    assert len(load_left_out(engine, records[0].report) or ()) == MOST_PIECES
