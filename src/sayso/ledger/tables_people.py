"""The tables of who may see and do what. Their rows change; what people decided stands in the log, whoever they are.

user       who may log in: a name (folded: as it is compared), a role, an argon2 hash of the password
session    somebody who has logged in: only the hash of what their browser keeps
token      what a program shows instead of a password: only its hash
saved_search     a query that somebody keeps under a name (owner: a user, or nobody's name: this machine), and how far
           they have looked
hook       an address to which changes are sent, signed with a secret that both know

And what several people code without seeing one another's work, which is only added to:

sample     which claims or incidents, which of their fields, by whom
coding     what one of them says
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table, Text

from sayso.ledger.tables import metadata

user = Table(
    "user",
    metadata,
    Column("name", Text, primary_key=True),
    Column("folded", Text, nullable=False, unique=True),
    Column("role", Text, nullable=False),
    Column("password", Text, nullable=False),
    Column("disabled", Boolean, nullable=False),
    Column("made", Text, nullable=False),
)
session = Table(
    "session",
    metadata,
    Column("hash", Text, primary_key=True),
    Column("user", Text, ForeignKey("user.name"), nullable=False),
    Column("made", Text, nullable=False),
    Column("expires", Text, nullable=False),
    Index(None, "user"),
    Index(None, "expires"),
)
token = Table(
    "token",
    metadata,
    Column("hash", Text, primary_key=True),
    Column("user", Text, ForeignKey("user.name"), nullable=False),
    Column("label", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("used", Text, nullable=True),
    Column("revoked", Text, nullable=True),
    Index(None, "user"),
)
saved_search = Table(
    "saved_search",
    metadata,
    Column("owner", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("query", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("seen", Integer, nullable=False),
)
hook = Table(
    "hook",
    metadata,
    Column("name", Text, primary_key=True),
    Column("address", Text, nullable=False),
    Column("secret", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("reached", Integer, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("due", Text, nullable=False),
    Column("stopped", Text, nullable=True),
)
sample = Table(
    "sample",
    metadata,
    Column("name", Text, primary_key=True),
    Column("of", Text, nullable=False),
    Column("units", Text, nullable=False),
    Column("fields", Text, nullable=False),
    Column("coders", Text, nullable=False),
    Column("seed", Integer, nullable=False),
    Column("made", Text, nullable=False),
    Column("by", Text, nullable=False),
)
coding = Table(
    "coding",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("sample", Text, ForeignKey("sample.name"), nullable=False),
    Column("unit", Text, nullable=False),
    Column("coder", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("at", Text, nullable=False),
    Index(None, "sample"),
)
