"""Saved searches know how far somebody has looked, and may belong to a machine without users."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
EARLIER = sa.table("saved_search", *(sa.column(name) for name in ("user", "name", "query", "made")))


def upgrade() -> None:
    rows = op.get_bind().execute(sa.select(EARLIER)).mappings().all()
    op.drop_table("saved_search")
    kept = op.create_table(
        "saved_search",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("owner", "name", "query", "made")),
        sa.Column("seen", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("owner", "name", name=op.f("pk_saved_search")),
    )
    op.bulk_insert(
        kept, [{"owner": row["user"], **{k: row[k] for k in ("name", "query", "made")}, "seen": 0} for row in rows]
    )
