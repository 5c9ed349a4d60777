"""People who may log in: names, roles, passwords. Of a password only its argon2 hash is kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from typing import Any

import msgspec
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Connection, Engine, delete, insert, select, update

from sayso.errors import UserRefused
from sayso.ledger.dialects import taking_turn, writing
from sayso.ledger.rights import ROLES, Role
from sayso.ledger.tables_people import session, user

SHORTEST, LONGEST = 12, 1_024
"""Characters of a password. NIST SP 800-63B-4 asks for 15 where it is all that is asked for, and for 8 beside a second
factor; it asks for at least 64 to be taken, and for no rules on which characters."""
FEWEST_DIFFERENT = 5
_NAME = re.compile(r"\w(?:[\w.@+' -]{0,62}[\w.])?")
_HASHER = PasswordHasher()
"""argon2id by RFC 9106's second recommended profile: 64 MiB, three passes, four lanes."""


class User(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who may log in, unless they are disabled. made: when they were added (UTC)."""

    name: str
    role: Role
    disabled: bool = False
    made: str = ""


# -- to look ------------------------------------------------------------------------------------------------------
def has_users(engine: Engine) -> bool:
    """Whether anybody was ever added, disabled or not."""
    with engine.connect() as connection:
        return connection.execute(select(user.c.name).limit(1)).first() is not None


def load_users(engine: Engine) -> list[User]:
    """Everybody, by name."""
    with engine.connect() as connection:
        return [user_of(row) for row in connection.execute(select(user).order_by(user.c.folded)).mappings()]


def check_password(engine: Engine, name: str, password: str) -> User | None:
    """Who has that name and that password; None for wrong ones, and for who is disabled.

    A name that nobody has takes as long as a wrong password, so that time tells nobody who there is.
    """
    nobody = _of_nobody()
    with engine.connect() as connection:
        row = connection.execute(select(user).where(user.c.folded == _folded(name))).mappings().first()
    right = _is_right(row["password"] if row else nobody, password)
    if row is None or not right or row["disabled"]:
        return None
    if _HASHER.check_needs_rehash(row["password"]):
        _set(engine, row["name"], password=_hash(password))
    return user_of(row)


# -- to change ----------------------------------------------------------------------------------------------------
def add_user(engine: Engine, name: str, password: str, *, role: str = "reader") -> User:
    """A name, a password and a role in, the user out. Raises UserRefused.

    Names are compared without regard to case, and have letters, digits and . _ @ + ' - or a space between them.
    """
    name = " ".join(unicodedata.normalize("NFKC", name).split())
    if not _NAME.fullmatch(name):
        raise UserRefused(f"{name!r} is no name", "give 1 to 64 letters, digits, or . _ @ + ' - between them")
    row = {"name": name, "folded": _folded(name), "role": check_role(role), "disabled": False, "made": moment()}
    row["password"] = _hash(check_strength(password, name))
    with taking_turn(engine) as connection:
        if connection.execute(select(user.c.name).where(user.c.folded == row["folded"])).first():
            raise UserRefused(f"there is a user {name!r} already", "give another name, or a new password")
        connection.execute(insert(user), row)
    return user_of(row)


def set_password(engine: Engine, name: str, password: str) -> User:
    """A user's name and a new password in, the user out, whose sessions have ended. Raises UserRefused."""
    return _set(engine, name, ends_sessions=True, password=_hash(check_strength(password, name)))


def set_role(engine: Engine, name: str, role: str) -> User:
    """A user's name and a role in, the user out. Raises UserRefused."""
    return _set(engine, name, role=check_role(role))


def disable_user(engine: Engine, name: str, *, disabled: bool = True) -> User:
    """A user's name in; they can't log in any more, and their sessions and tokens open nothing. Raises UserRefused.

    disabled: false where they may again.
    """
    return _set(engine, name, ends_sessions=disabled, disabled=disabled)


def check_role(role: str) -> Role:
    """A role by its name. Raises UserRefused."""
    found = next((each for each in ROLES if each == role), None)
    if found is None:
        raise UserRefused(f"{role!r} is no role", f"give {', '.join(ROLES)}")
    return found


def check_strength(password: str, name: str) -> str:
    """A password that somebody of that name may have. Raises UserRefused."""
    plain = _plain(password)
    if not SHORTEST <= len(plain) <= LONGEST:
        raise UserRefused("the password has the wrong length", f"give {SHORTEST} characters or more, up to {LONGEST:,}")
    if len({*plain.casefold()}) < FEWEST_DIFFERENT or plain.casefold() == _folded(name):
        raise UserRefused("the password is easily guessed", "give several words, say")
    return password


# -- what others share --------------------------------------------------------------------------------------------
def user_of(row: Any) -> User:
    """The user that a row of `user` holds."""
    return User(name=row["name"], role=row["role"], disabled=row["disabled"], made=row["made"])


@contextmanager
def changing_user(engine: Engine, name: str) -> Iterator[tuple[Connection, str]]:
    """A transaction, and the user's name as it is written. Raises UserRefused where there is none."""
    with writing(engine) as connection:
        found = connection.execute(select(user.c.name).where(user.c.folded == _folded(name))).scalar()
        if found is None:
            raise UserRefused(f"there is no user {name!r}", "'sayso user list' names them all")
        yield connection, found


def moment(when: datetime | None = None) -> str:
    """Now, or then, in UTC, so that an earlier one sorts before a later one."""
    return (when or datetime.now(UTC)).isoformat(timespec="microseconds")


def _set(engine: Engine, name: str, *, ends_sessions: bool = False, **values: Any) -> User:
    with changing_user(engine, name) as (connection, found):
        connection.execute(update(user).where(user.c.name == found).values(**values))
        if ends_sessions:
            connection.execute(delete(session).where(session.c.user == found))
        return user_of(connection.execute(select(user).where(user.c.name == found)).mappings().one())


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _plain(password: str) -> str:
    """The same characters, however a keyboard puts them together."""
    return unicodedata.normalize("NFKC", password)


def _hash(password: str) -> str:
    return _HASHER.hash(_plain(password))


@cache
def _of_nobody() -> str:
    """The hash of a password that nobody has."""
    return _HASHER.hash("")


def _is_right(kept: str, password: str) -> bool:
    try:
        return _HASHER.verify(kept, _plain(password[: LONGEST + 1]))
    except (VerificationError, InvalidHashError):
        return False
