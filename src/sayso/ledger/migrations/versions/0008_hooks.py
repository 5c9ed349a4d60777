"""Addresses to which changes are sent."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "hook",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("name", "address", "secret", "role", "made")),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("reached", "failures")),
        sa.Column("due", sa.Text(), nullable=False),
        sa.Column("stopped", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_hook")),
    )
