"""Short reports of invented happenings, for people to decide on."""

from __future__ import annotations

from sqlalchemy import Engine

from sayso.ledger import append_harvest
from sayso.records import Record
from tests.reconcile.conftest import Told, read_told

MARKET = (
    ("Northern Wire", "2024-03-06", "Shells kill 14 in Kadugli market\n\nKADUGLI, Sudan (Northern Wire) - Shells struck the vegetable market of Kadugli on Tuesday, killing 14 civilians and wounding 30, residents said. The army blamed the rebels of the Nuba Front."),
    ("Plains Agency", "2024-03-06", "Market in Kadugli shelled, 14 dead\n\nKADUGLI - At least 14 people died when artillery shells hit the crowded vegetable market in Kadugli on Tuesday, doctors at the teaching hospital said. A spokesman for the Nuba Front denied that it had fired on the market."),
    ("Savanna Post", "2024-03-07", "Kadugli buries its dead\n\nKADUGLI - Families buried 16 people on Wednesday, a day after shells hit the vegetable market in Kadugli. The teaching hospital said that 16 people were killed on Tuesday and 30 were wounded."),
)  # fmt: skip
AMBUSH = (
    ("Northern Wire", "2024-05-03", "Bus ambushed near Dilling\n\nDILLING, Sudan - Gunmen ambushed a bus on the road to Dilling on Thursday, killing five passengers, police said."),
    ("Plains Agency", "2024-05-03", "Five passengers die in bus ambush\n\nDILLING - Five passengers were killed on Thursday when gunmen ambushed their bus on the road to Dilling, police said."),
)  # fmt: skip
SCHOOL = (
    ("Northern Wire", "2024-05-12", "Drone hits school in Dilling\n\nDILLING, Sudan - A drone struck a girls' school in Dilling on Saturday, killing two teachers, the education office said."),
)  # fmt: skip
PIRATES = (
    ("Coast Radio", "2024-07-20", "Pirates seize tanker\n\nMOGADISHU, Somalia - Pirates wounded three sailors as they seized a tanker off Hobyo on Friday, its owners said."),
)  # fmt: skip
EVERYTHING: tuple[Told, ...] = (*MARKET, *AMBUSH, *SCHOOL, *PIRATES)
MARKET_AT, AMBUSH_AT, SCHOOL_AT, PIRATES_AT = 0, 1, 2, 3
"""Where each happening stands among the incidents by day."""


def told_records() -> tuple[Record, ...]:
    """Seven reports of four happenings."""
    return read_told(EVERYTHING)


def ingest_told(engine: Engine) -> None:
    """Puts them into a ledger."""
    for record in told_records():
        append_harvest(engine, record, method="one")
