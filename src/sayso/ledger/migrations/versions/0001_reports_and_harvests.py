"""Reports, sightings, passes and what they gave."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "refusal",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("uri", sa.Text(), nullable=True),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("what_to_do", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_refusal")),
    )
    op.create_index(op.f("ix_refusal_code"), "refusal", ["code"], unique=False)
    op.create_table(
        "report",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("byline", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("published_start", sa.Text(), nullable=True),
        sa.Column("published_end", sa.Text(), nullable=True),
        sa.Column("published_basis", sa.Text(), nullable=False),
        sa.Column("conflict", sa.Boolean(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_report")),
    )
    op.create_index(op.f("ix_report_id"), "report", ["id"], unique=False)
    op.create_index(op.f("ix_report_published_start"), "report", ["published_start"], unique=False)
    op.create_table(
        "pass",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("report_id", sa.Text(), nullable=False),
        sa.Column("reading", sa.Text(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("was_read", sa.Boolean(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.key"], name=op.f("fk_pass_report_report")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_pass")),
    )
    op.create_index(op.f("ix_pass_report"), "pass", ["report"], unique=False)
    op.create_index(op.f("ix_pass_report_id_pass_recorded_at"), "pass", ["report_id", "recorded_at"], unique=False)
    op.create_table(
        "sighting",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("uri", sa.Text(), nullable=True),
        sa.Column("recorded_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.key"], name=op.f("fk_sighting_report_report")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_sighting")),
    )
    op.create_index(op.f("ix_sighting_report"), "sighting", ["report"], unique=False)
    op.create_index(op.f("ix_sighting_uri"), "sighting", ["uri"], unique=False)
    op.create_table(
        "claim",
        sa.Column("pass", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("utterance", sa.Text(), nullable=True),
        sa.Column("realis", sa.Text(), nullable=False),
        sa.Column("background", sa.Boolean(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("type", sa.Text(), nullable=True),
        sa.Column("measure", sa.Text(), nullable=True),
        sa.Column("group", sa.Text(), nullable=True),
        sa.Column("low", sa.Float(), nullable=True),
        sa.Column("best", sa.Float(), nullable=True),
        sa.Column("high", sa.Float(), nullable=True),
        sa.Column("when_start", sa.Text(), nullable=True),
        sa.Column("when_end", sa.Text(), nullable=True),
        sa.Column("locus", sa.Text(), nullable=False),
        sa.Column("content_key", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["pass"], ["pass.key"], name=op.f("fk_claim_pass_pass")),
        sa.PrimaryKeyConstraint("pass", "position", name=op.f("pk_claim")),
    )
    op.create_index(
        op.f("ix_claim_kind_claim_type_claim_when_start"), "claim", ["kind", "type", "when_start"], unique=False
    )
    op.create_index(
        op.f("ix_claim_measure_claim_group_claim_when_start"), "claim", ["measure", "group", "when_start"], unique=False
    )
    op.create_table(
        "dispute",
        sa.Column("pass", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["pass"], ["pass.key"], name=op.f("fk_dispute_pass_pass")),
        sa.PrimaryKeyConstraint("pass", "position", name=op.f("pk_dispute")),
    )
    op.create_table(
        "evidence",
        sa.Column("pass", sa.Text(), nullable=False),
        sa.Column("of", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["pass"], ["pass.key"], name=op.f("fk_evidence_pass_pass")),
        sa.PrimaryKeyConstraint("pass", "of", "position", "number", name=op.f("pk_evidence")),
    )
    op.create_table(
        "party",
        sa.Column("pass", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("item", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["pass"], ["pass.key"], name=op.f("fk_party_pass_pass")),
        sa.PrimaryKeyConstraint("pass", "position", name=op.f("pk_party")),
    )
    op.create_table(
        "person",
        sa.Column("pass", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("party", sa.Text(), nullable=True),
        sa.Column("item", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["pass"], ["pass.key"], name=op.f("fk_person_pass_pass")),
        sa.PrimaryKeyConstraint("pass", "position", name=op.f("pk_person")),
    )
    op.create_table(
        "place",
        sa.Column("pass", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("geonames", sa.Integer(), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("precision", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["pass"], ["pass.key"], name=op.f("fk_place_pass_pass")),
        sa.PrimaryKeyConstraint("pass", "position", name=op.f("pk_place")),
    )
    op.create_table(
        "time",
        sa.Column("pass", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("start", sa.Text(), nullable=True),
        sa.Column("end", sa.Text(), nullable=True),
        sa.Column("precision", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["pass"], ["pass.key"], name=op.f("fk_time_pass_pass")),
        sa.PrimaryKeyConstraint("pass", "position", name=op.f("pk_time")),
    )
    op.create_table(
        "utterance",
        sa.Column("pass", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("outer", sa.Text(), nullable=True),
        sa.Column("item", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["pass"], ["pass.key"], name=op.f("fk_utterance_pass_pass")),
        sa.PrimaryKeyConstraint("pass", "position", name=op.f("pk_utterance")),
    )
