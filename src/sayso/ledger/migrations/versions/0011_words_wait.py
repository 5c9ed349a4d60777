"""Words of new entries wait in a short list, from which a server puts them into its index many at once."""

from alembic import op

from sayso.ledger.dialects import let_words_wait

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    let_words_wait(op.get_bind())
