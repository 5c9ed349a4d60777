"""Sessions and tokens: what a browser or a program shows to say who it is. Only hashes of them are kept.

They are 32 random bytes, which nobody guesses, so that a plain hash is enough.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import UTC, datetime, timedelta

import msgspec
from sqlalchemy import Engine, delete, insert, select, update

from sayso.errors import UserRefused
from sayso.ledger.dialects import writing
from sayso.ledger.people import User, changing_user, moment, user_of
from sayso.ledger.tables_people import session, token, user

BYTES = 32
HOURS = 12.0
"""How long a session lasts."""
TOKEN = "sayso_"
"""How every token begins, so that one which lies about is known for what it is."""
SELDOM = timedelta(minutes=1)
"""How often at most it is noted that a token was used."""
LONGEST_LABEL = 100


class Token(msgspec.Struct, frozen=True, kw_only=True):
    """A token as it may be shown: whose, what for, when it was made, used last and revoked (UTC)."""

    user: str
    label: str
    made: str
    used: str | None = None
    revoked: str | None = None


# -- sessions -----------------------------------------------------------------------------------------------------
def begin_session(engine: Engine, name: str, *, hours: float = HOURS) -> str:
    """A user's name in, what their browser has to show from now on out. Raises UserRefused."""
    secret, now = secrets.token_urlsafe(BYTES), datetime.now(UTC)
    with changing_user(engine, name) as (connection, found):
        connection.execute(delete(session).where(session.c.expires <= moment(now)))
        expires = moment(now + timedelta(hours=hours))
        row = {"hash": _hash(secret), "user": found, "made": moment(now), "expires": expires}
        connection.execute(insert(session), row)
    return secret


def find_session(engine: Engine, secret: str) -> User | None:
    """What a browser shows in, who it is out; None where the session is over, or they are disabled."""
    wanted = select(user).join(session, session.c.user == user.c.name).where(session.c.hash == _hash(secret))
    with engine.connect() as connection:
        standing = wanted.where(session.c.expires > moment(), user.c.disabled.is_(False))
        row = connection.execute(standing).mappings().first()
    return user_of(row) if row else None


def end_session(engine: Engine, secret: str) -> None:
    """Ends a session; none where it is over."""
    with writing(engine) as connection:
        connection.execute(delete(session).where(session.c.hash == _hash(secret)))


# -- tokens -------------------------------------------------------------------------------------------------------
def make_token(engine: Engine, name: str, label: str) -> str:
    """A user's name and what a program is called in, what it has to show out, which is told this once. Raises
    UserRefused where the user has a token of that label."""
    label = check_label(label)
    secret = TOKEN + secrets.token_urlsafe(BYTES)
    with changing_user(engine, name) as (connection, found):
        same = token.c.user == found, token.c.label == label, token.c.revoked.is_(None)
        if connection.execute(select(token.c.hash).where(*same)).first():
            raise UserRefused(f"{found} has a token {label!r} already", "revoke it, or give another label")
        connection.execute(insert(token), {"hash": _hash(secret), "user": found, "label": label, "made": moment()})
    return secret


def find_token(engine: Engine, secret: str) -> User | None:
    """What a program shows in, whose token it is out; None where it was revoked, or they are disabled."""
    wanted = select(user, token.c.used).join(token, token.c.user == user.c.name).where(token.c.hash == _hash(secret))
    with engine.connect() as connection:
        row = connection.execute(wanted.where(token.c.revoked.is_(None), user.c.disabled.is_(False))).mappings().first()
    if row and (row["used"] or "") < moment(datetime.now(UTC) - SELDOM):
        with writing(engine) as connection:
            connection.execute(update(token).where(token.c.hash == _hash(secret)).values(used=moment()))
    return user_of(row) if row else None


def load_tokens(engine: Engine, name: str | None = None) -> list[Token]:
    """All tokens, or a user's, revoked ones among them, in the order in which they were made."""
    columns = (token.c.user, token.c.label, token.c.made, token.c.used, token.c.revoked)
    wanted = select(*columns).order_by(token.c.made, token.c.hash)
    with engine.connect() as connection:
        rows = connection.execute(wanted if name is None else wanted.where(token.c.user == name)).mappings()
        return [Token(**row) for row in rows]


def revoke_token(engine: Engine, name: str, label: str) -> None:
    """A user's name and the label of a token in; it opens nothing from now on. Raises UserRefused."""
    with changing_user(engine, name) as (connection, found):
        same = token.c.user == found, token.c.label == label, token.c.revoked.is_(None)
        if not connection.execute(update(token).where(*same).values(revoked=moment())).rowcount:
            raise UserRefused(f"{found} has no token {label!r}", "'sayso user token NAME' lists them")


def check_label(label: str) -> str:
    """What a token or a search may be called. Raises UserRefused."""
    label = " ".join(label.split())
    if not 0 < len(label) <= LONGEST_LABEL or not label.isprintable():
        raise UserRefused(f"{label!r} is no label", f"give 1 to {LONGEST_LABEL} characters")
    return label


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
