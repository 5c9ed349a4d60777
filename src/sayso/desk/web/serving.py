"""Serve a desk until somebody stops it."""

from __future__ import annotations

import uvicorn
from sqlalchemy import Engine

from sayso.desk.web.app import make_app
from sayso.desk.web.office import Settings


def serve(engine: Engine, settings: Settings, *, host: str, port: int) -> None:
    """An open ledger in; serves its desk at that address, and comes back when it is stopped."""
    server = uvicorn.Config(
        make_app(engine, settings),
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        date_header=True,
        timeout_graceful_shutdown=2,
    )
    uvicorn.Server(server).run()
