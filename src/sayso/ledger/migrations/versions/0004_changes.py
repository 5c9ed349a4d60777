"""What was told of incidents, and how far that has come."""

import sqlalchemy as sa
from alembic import op

from sayso.ledger.dialects import forbid_changes

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "change",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("incident", sa.Text(), nullable=False),
        sa.Column("replaces", sa.Integer(), nullable=True),
        sa.Column("into", sa.Text(), nullable=True),
        sa.Column("reviewed", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_change")),
        sa.UniqueConstraint("replaces", name=op.f("uq_change_replaces")),
        sa.ForeignKeyConstraint(["replaces"], ["change.number"], name=op.f("fk_change_replaces_change")),
    )
    op.create_index(op.f("ix_change_at"), "change", ["at"])
    op.create_index(op.f("ix_change_incident"), "change", ["incident"])
    op.create_table(
        "told",
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("target", name=op.f("pk_told")),
        sa.ForeignKeyConstraint(["number"], ["change.number"], name=op.f("fk_told_number_change")),
    )
    op.create_index(op.f("ix_told_number"), "told", ["number"])
    op.create_table(
        "told_up_to",
        sa.Column("generation", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("decision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("generation", name=op.f("pk_told_up_to")),
    )
    forbid_changes(op.get_bind(), ("change",))
