"""What was left out of a report's text when its input was read."""

import sqlalchemy as sa
from alembic import op

from sayso.ledger.dialects import forbid_changes

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "left_out",
        sa.Column("report", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Integer(), autoincrement=False, nullable=False) for name in ("number", "at")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("why", "text")),
        sa.PrimaryKeyConstraint("report", "number", name=op.f("pk_left_out")),
        sa.ForeignKeyConstraint(["report"], ["report.key"], name=op.f("fk_left_out_report_report")),
    )
    forbid_changes(op.get_bind(), ("left_out",))
