"""Incidents in the order in which they are browsed: by their first day, those without one last."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.add_column("incident", sa.Column("day", sa.Text(), nullable=False, server_default=""))
    op.execute("UPDATE incident SET day = day_start WHERE day_start IS NOT NULL")
    op.create_index(
        op.f("ix_incident_day_incident_id_incident_day_end_incident_key"), "incident", ["day", "id", "day_end", "key"]
    )
