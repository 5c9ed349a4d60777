"""Samples that several people code, and what each of them says."""

import sqlalchemy as sa
from alembic import op

from sayso.ledger.dialects import forbid_changes

revision = "0007"
down_revision = "0006"


def _text(name: str) -> sa.Column:
    return sa.Column(name, sa.Text(), nullable=False)


def upgrade() -> None:
    op.create_table(
        "sample",
        *(_text(name) for name in ("name", "of", "units", "fields", "coders")),
        sa.Column("seed", sa.Integer(), nullable=False),
        *(_text(name) for name in ("made", "by")),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_sample")),
    )
    op.create_table(
        "coding",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        *(_text(name) for name in ("sample", "unit", "coder", "field", "value", "note", "at")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_coding")),
        sa.ForeignKeyConstraint(["sample"], ["sample.name"], name=op.f("fk_coding_sample_sample")),
    )
    op.create_index(op.f("ix_coding_sample"), "coding", ["sample"])
    forbid_changes(op.get_bind(), ("sample", "coding"))
