"""Resolutions, decisions, what the full-text index knows of; rows that the database itself keeps as they are."""

import sqlalchemy as sa
from alembic import op

from sayso.ledger.dialects import forbid_changes, make_words

revision = "0002"
down_revision = "0001"

APPEND_ONLY = (
    "refusal", "report", "sighting", "pass", "party", "person", "place", "time", "utterance", "claim", "dispute",
    "evidence", "resolution", "decision", "decided_on",
)  # fmt: skip


def upgrade() -> None:
    op.create_table(
        "resolution",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("of", sa.Text(), nullable=False),
        sa.Column("locus", sa.Text(), nullable=False),
        sa.Column("report_id", sa.Text(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_resolution")),
    )
    op.create_index(op.f("ix_resolution_locus"), "resolution", ["locus"])
    op.create_index(op.f("ix_resolution_report_id"), "resolution", ["report_id"])
    op.create_table(
        "decision",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("of", sa.Text(), nullable=False),
        sa.Column("targets", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("needs", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_decision")),
        sa.UniqueConstraint("key", name=op.f("uq_decision_key")),
        sa.UniqueConstraint("undoes", name=op.f("uq_decision_undoes")),
        sa.ForeignKeyConstraint(["undoes"], ["decision.key"], name=op.f("fk_decision_undoes_decision")),
    )
    op.create_table(
        "decided_on",
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("target", "number", name=op.f("pk_decided_on")),
        sa.ForeignKeyConstraint(["number"], ["decision.number"], name=op.f("fk_decided_on_number_decision")),
    )
    op.create_table(
        "entry",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("of", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("pass", sa.Text(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=True),
        sa.Column("day_start", sa.Text(), nullable=True),
        sa.Column("day_end", sa.Text(), nullable=True),
        sa.Column("type", sa.Text(), nullable=True),
        sa.Column("speakers", sa.Text(), nullable=False),
        sa.Column("places", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_entry")),
        sa.ForeignKeyConstraint(["pass"], ["pass.key"], name=op.f("fk_entry_pass_pass")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_entry_pass"), "entry", ["pass"])
    op.drop_index(op.f("ix_sighting_uri"), "sighting")
    op.create_index(op.f("ix_sighting_uri"), "sighting", ["uri"], postgresql_using="hash")
    make_words(op.get_bind())
    forbid_changes(op.get_bind(), APPEND_ONLY)
