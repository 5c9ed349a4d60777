"""What Alembic runs around the migrations: on the connection that `sayso.ledger.open` hands over."""

from alembic import context

from sayso.ledger.tables_people import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
