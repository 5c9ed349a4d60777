"""What was read and not yet told; claims by id and by locus; tellings counted without looking at them."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_FILL = """
INSERT INTO untold (pass) SELECT key FROM pass WHERE was_read
AND NOT EXISTS (SELECT 1 FROM telling WHERE telling.pass = pass.key)
"""


def upgrade() -> None:
    op.create_table(
        "untold",
        sa.Column("pass", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("pass", name=op.f("pk_untold")),
        sa.ForeignKeyConstraint(["pass"], ["pass.key"], name=op.f("fk_untold_pass_pass")),
        sqlite_with_rowid=False,
    )
    op.execute(_FILL)
    op.create_index(op.f("ix_claim_id"), "claim", ["id"])
    op.create_index(op.f("ix_claim_locus"), "claim", ["locus"])
    kept = sa.text("body IS NOT NULL")
    op.create_index(
        op.f("ix_telling_method_telling_number"),
        "telling",
        ["method", "number"],
        sqlite_where=kept,
        postgresql_where=kept,
    )
