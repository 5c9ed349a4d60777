"""The tables. Rows are appended, never changed; a row's `key` is a hash of what it says.

report     some bytes, read: text, blocks, and what is known about where they come from
sighting   where those bytes were found
pass       one report, read by one method: what has been done; `reading` names the report as it was before the method
           looked at it, `digest` hashes the keys of all that came of it
party, person, place, time, utterance, claim, dispute     what a pass gave; `item` is the whole of it as JSON
evidence   the spans of each of those (`of` names its table), with the words that stand there
refusal    an input that gave no report
resolution what a name, a place or a time mention means by a later answer, beside what its pass said
decision   what a person decided, each row naming the one before it, a chain of hashes; `decided_on` finds it by target
entry      what the full-text index knows of: one row for each report and each claim of a pass, and for each incident
change     what was told of an incident when it became another than was told before, each naming the one it replaces

What moves on with them:

told       under which change an incident's id, or a group that it is made of, was told last
told_up_to how far the changes have come: the generation, the entry and the decision up to which all is told

What was worked out from these, and can be worked out anew:

untold     passes of which nobody has yet worked out what they tell
telling    what a pass tells of one happening, as it is compared
generation one reckoning of which tellings go together; the latest that is complete counts
vocabulary, habit     in how many tellings a word stands, of all and of an outlet, when a generation began
mark, kin  by what a telling is found by others, and with which of them it could be joined
standing   in which group a telling stands
incident   what a group of tellings comes to; `day` is its first day, or nothing, as lists are ordered
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text, text
from sqlalchemy.schema import SchemaItem

from sayso.ledger.dialects import HASHED

NAMES = {
    "ix": "ix_%(column_0_N_label)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
}
metadata = MetaData(naming_convention=NAMES)
KEPT = text("body IS NOT NULL")
"""Tellings that count; the others say that a pass told nothing, or were put aside."""


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null)


def _key() -> Column[str]:
    return Column("key", Text, primary_key=True)


def _harvested(name: str, *extra: SchemaItem) -> Table:
    """A table of one kind of item that a pass gave; `position` is its place in the record.

    Its primary key begins with the pass, not with a hash of its own, so that one harvest lands on neighbouring pages.
    """
    return Table(
        name,
        metadata,
        Column("pass", Text, ForeignKey("pass.key"), primary_key=True),
        Column("position", Integer, primary_key=True, autoincrement=False),
        _text("key"),
        _text("id"),
        *extra,
        _text("item"),
    )


report = Table(
    "report",
    metadata,
    _key(),
    _text("id"),
    _text("outlet", null=True),
    _text("title", null=True),
    _text("byline", null=True),
    _text("language", null=True),
    _text("published_start", null=True),
    _text("published_end", null=True),
    _text("published_basis"),
    Column("conflict", Boolean, nullable=True),
    _text("text"),
    _text("item"),
    Index(None, "id"),
    Index(None, "published_start"),
)
left_out = Table(
    "left_out",
    metadata,
    Column("report", Text, ForeignKey("report.key"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", Integer, nullable=False),
    _text("why"),
    _text("text"),
)
sighting = Table(
    "sighting",
    metadata,
    _key(),
    Column("report", Text, ForeignKey("report.key"), nullable=False),
    _text("uri", null=True),
    _text("recorded_at"),
    Index(None, "report"),
    Index(None, "uri", **HASHED),
)
harvest = Table(
    "pass",
    metadata,
    _key(),
    Column("report", Text, ForeignKey("report.key"), nullable=False),
    _text("report_id"),
    _text("reading"),
    _text("method"),
    Column("was_read", Boolean, nullable=False),
    _text("digest"),
    _text("recorded_at"),
    Index(None, "report"),
    Index(None, "report_id", "recorded_at"),
)
party = _harvested("party", _text("name"), _text("kind"), _text("country", null=True))
person = _harvested("person", _text("name", null=True), _text("party", null=True))
place = _harvested(
    "place",
    _text("name"),
    _text("country", null=True),
    Column("geonames", Integer, nullable=True),
    Column("lat", Float, nullable=True),
    Column("lon", Float, nullable=True),
    _text("precision"),
)
time = _harvested("time", _text("start", null=True), _text("end", null=True), _text("precision"))
utterance = _harvested("utterance", _text("act"), _text("mode"), _text("outer", null=True))
claim = _harvested(
    "claim",
    _text("kind"),
    _text("utterance", null=True),
    _text("realis"),
    Column("background", Boolean, nullable=False),
    Column("confidence", Float, nullable=False),
    _text("type", null=True),
    _text("measure", null=True),
    _text("group", null=True),
    Column("low", Float, nullable=True),
    Column("best", Float, nullable=True),
    Column("high", Float, nullable=True),
    _text("when_start", null=True),
    _text("when_end", null=True),
    _text("locus"),
    _text("content_key"),
    Index(None, "kind", "type", "when_start"),
    Index(None, "measure", "group", "when_start"),
    Index(None, "id"),
    Index(None, "locus"),
)
dispute = _harvested("dispute", _text("about"))
evidence = Table(
    "evidence",
    metadata,
    Column("pass", Text, ForeignKey("pass.key"), primary_key=True),
    Column("of", Text, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    _text("quote"),
)
refusal = Table(
    "refusal",
    metadata,
    _key(),
    _text("uri", null=True),
    _text("code"),
    _text("why"),
    _text("what_to_do"),
    _text("recorded_at"),
    Index(None, "code"),
)
resolution = Table(
    "resolution",
    metadata,
    _key(),
    _text("of"),
    _text("locus"),
    _text("report_id"),
    _text("method"),
    _text("item"),
    _text("recorded_at"),
    Index(None, "locus"),
    Index(None, "report_id"),
)
decision = Table(
    "decision",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("key", Text, nullable=False, unique=True),
    _text("previous", null=True),
    _text("kind"),
    _text("who"),
    _text("decided_at"),
    _text("reason"),
    _text("of"),
    _text("targets"),
    _text("field", null=True),
    _text("before"),
    _text("after"),
    _text("needs"),
    Column("undoes", Text, ForeignKey("decision.key"), nullable=True, unique=True),
)
decided_on = Table(
    "decided_on",
    metadata,
    Column("target", Text, primary_key=True),
    Column("number", Integer, ForeignKey("decision.number"), primary_key=True, autoincrement=False),
)
entry = Table(
    "entry",
    metadata,
    Column("number", Integer, primary_key=True),
    _text("of"),
    _text("key"),
    Column("pass", Text, ForeignKey("pass.key"), nullable=True),
    Column("position", Integer, nullable=True),
    _text("day_start", null=True),
    _text("day_end", null=True),
    _text("type", null=True),
    _text("speakers"),
    _text("places"),
    _text("publisher", null=True),
    Index(None, "pass"),
    sqlite_autoincrement=True,
)

change = Table(
    "change",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    _text("at"),
    _text("kind"),
    _text("incident"),
    Column("replaces", Integer, ForeignKey("change.number"), nullable=True, unique=True),
    _text("into", null=True),
    Column("reviewed", Boolean, nullable=False),
    _text("body"),
    Index(None, "at"),
    Index(None, "incident"),
)
told = Table(
    "told",
    metadata,
    Column("target", Text, primary_key=True),
    Column("number", Integer, ForeignKey("change.number"), nullable=False),
    Index(None, "number"),
)
told_up_to = Table(
    "told_up_to",
    metadata,
    Column("generation", Integer, primary_key=True, autoincrement=False),
    Column("entry", Integer, nullable=False),
    Column("decision", Integer, nullable=False),
)


def _generated(name: str, *columns: Column[Any], **options: Any) -> Table:
    """A table of what belongs to one generation, and goes with it."""
    numbered = Column("generation", Integer, primary_key=True, autoincrement=False)
    return Table(name, metadata, numbered, *columns, **options)


def _part(name: str) -> Column[str]:
    return Column(name, Text, primary_key=True)


untold = Table(
    "untold",
    metadata,
    Column("pass", Text, ForeignKey("pass.key"), primary_key=True),
    sqlite_with_rowid=False,
)
telling = Table(
    "telling",
    metadata,
    Column("number", Integer, primary_key=True),
    _text("method"),
    Column("pass", Text, ForeignKey("pass.key"), nullable=False),
    _text("report_id"),
    _text("key", null=True),
    _text("incident", null=True),
    Column("body", LargeBinary, nullable=True),
    Index(None, "pass"),
    Index(None, "report_id"),
    Index(None, "key"),
    Index(None, "incident"),
    Index(None, "method", "number", sqlite_where=KEPT, postgresql_where=KEPT),
    sqlite_autoincrement=True,
)
generation = Table(
    "generation",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    _text("method"),
    Column("tellings", Integer, nullable=False),
    Column("placed", Integer, nullable=False),
    Column("complete", Boolean, nullable=False),
)
vocabulary = _generated("vocabulary", _part("term"), Column("having", Integer, nullable=False), sqlite_with_rowid=False)
habit = _generated(
    "habit", _part("outlet"), _part("term"), Column("having", Integer, nullable=False), sqlite_with_rowid=False
)
mark = _generated("mark", _part("mark"), _part("telling"), sqlite_with_rowid=False)
kin = _generated("kin", _part("one"), _part("other"), Column("bits", Float, nullable=False), sqlite_with_rowid=False)
standing = _generated(
    "standing",
    _part("telling"),
    Column("weighed", LargeBinary, nullable=False),
    _text("group", null=True),
    Index(None, "group", "generation"),
)
incident = Table(
    "incident",
    metadata,
    _key(),
    _text("id"),
    Column("day", Text, nullable=False, server_default=""),
    _text("day_start", null=True),
    _text("day_end", null=True),
    Column("entry", Integer, ForeignKey("entry.number"), nullable=False),
    Column("body", LargeBinary, nullable=False),
    Index(None, "id"),
    Index(None, "day_start"),
    Index(None, "day", "id", "day_end", "key"),
    Index(None, "entry"),
)

GENERATED = (vocabulary, habit, mark, kin, standing)
"""What belongs to a generation, and is dropped with it."""
DERIVED = (entry, untold, telling, generation, *GENERATED, incident)
"""What is made of the other tables, and may be made anew."""
MOVING = (told, told_up_to)
"""What says how things stand, and changes with them."""

HARVESTED = {
    "parties": party,
    "people": person,
    "places": place,
    "times": time,
    "utterances": utterance,
    "claims": claim,
    "disputes": dispute,
}
"""List of the record -> the table that holds it."""

APPEND_ONLY = tuple(table.name for table in metadata.sorted_tables if table not in (*DERIVED, *MOVING))
"""The tables whose rows the database itself refuses to change."""
