"""Which tellings go together, and the incidents that they come to: worked out from the other rows, and kept."""

import sqlalchemy as sa
from alembic import op

from sayso.ledger.dialects import name_stretches

revision = "0003"
down_revision = "0002"


def _text(name: str, *, null: bool = False) -> sa.Column:
    return sa.Column(name, sa.Text(), nullable=null)


def _number(name: str) -> sa.Column:
    return sa.Column(name, sa.Integer(), autoincrement=False, nullable=False)


def _primary(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=op.f(f"pk_{table}"))


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))


def upgrade() -> None:
    op.create_table(
        "telling",
        sa.Column("number", sa.Integer(), nullable=False),
        _text("method"),
        _text("pass"),
        _text("report_id"),
        _text("key", null=True),
        _text("incident", null=True),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        _primary("telling", "number"),
        sa.ForeignKeyConstraint(["pass"], ["pass.key"], name=op.f("fk_telling_pass_pass")),
        sqlite_autoincrement=True,
    )
    for column in ("pass", "report_id", "key", "incident"):
        _index("telling", column)
    op.create_table(
        "generation",
        _number("number"),
        _text("method"),
        _number("tellings"),
        _number("placed"),
        sa.Column("complete", sa.Boolean(), nullable=False),
        _primary("generation", "number"),
    )
    _make_generated()
    op.create_table(
        "incident",
        _text("key"),
        _text("id"),
        _text("day_start", null=True),
        _text("day_end", null=True),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        _primary("incident", "key"),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name=op.f("fk_incident_entry_entry")),
    )
    for column in ("id", "day_start", "entry"):
        _index("incident", column)
    name_stretches(op.get_bind())


def _make_generated() -> None:
    _generated("vocabulary", _text("term"), _number("having"), keys=("term",))
    _generated("habit", _text("outlet"), _text("term"), _number("having"), keys=("outlet", "term"))
    _generated("mark", _text("mark"), _text("telling"), keys=("mark", "telling"))
    bits = sa.Column("bits", sa.Float(), nullable=False)
    _generated("kin", _text("one"), _text("other"), bits, keys=("one", "other"))
    weighed = sa.Column("weighed", sa.LargeBinary(), nullable=False)
    standing = (_text("telling"), weighed, _text("group", null=True))
    _generated("standing", *standing, keys=("telling",), with_rowid=True)
    op.create_index(op.f("ix_standing_group_standing_generation"), "standing", ["group", "generation"])


def _generated(name: str, *columns: sa.Column, keys: tuple[str, ...], with_rowid: bool = False) -> None:
    primary = _primary(name, "generation", *keys)
    op.create_table(name, _number("generation"), *columns, primary, sqlite_with_rowid=with_rowid)
