"""Who may log in, who has, by which tokens programs come in, and what searches people keep."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def _text(name: str, *, null: bool = False) -> sa.Column:
    return sa.Column(name, sa.Text(), nullable=null)


def _of_user(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["user"], ["user.name"], name=op.f(f"fk_{table}_user_user"))


def upgrade() -> None:
    op.create_table(
        "user",
        *(_text(name) for name in ("name", "folded", "role", "password")),
        sa.Column("disabled", sa.Boolean(), nullable=False),
        _text("made"),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_user")),
        sa.UniqueConstraint("folded", name=op.f("uq_user_folded")),
    )
    op.create_table(
        "session",
        *(_text(name) for name in ("hash", "user", "made", "expires")),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_session")),
        _of_user("session"),
    )
    op.create_index(op.f("ix_session_user"), "session", ["user"])
    op.create_index(op.f("ix_session_expires"), "session", ["expires"])
    op.create_table(
        "token",
        *(_text(name) for name in ("hash", "user", "label", "made")),
        *(_text(name, null=True) for name in ("used", "revoked")),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_token")),
        _of_user("token"),
    )
    op.create_index(op.f("ix_token_user"), "token", ["user"])
    op.create_table(
        "saved_search",
        *(_text(name) for name in ("user", "name", "query", "made")),
        sa.PrimaryKeyConstraint("user", "name", name=op.f("pk_saved_search")),
        _of_user("saved_search"),
    )
