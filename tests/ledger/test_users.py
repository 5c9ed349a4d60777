"""Who may log in and do what: names, passwords, roles, sessions, tokens, kept searches."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from argon2 import PasswordHasher
from sqlalchemy import Engine, select, text

from sayso.errors import UserRefused
from sayso.ledger import (
    RIGHTS,
    ROLES,
    add_user,
    begin_session,
    check_password,
    disable_user,
    end_session,
    find_session,
    find_token,
    has_users,
    load_tokens,
    load_users,
    make_token,
    may,
    open_ledger,
    people,
    revoke_token,
    set_password,
    set_role,
)
from sayso.ledger.dialects import writing
from sayso.ledger.tables_people import session, token, user

WORDS = "correct horse battery"
OTHER = "staple of a poor donkey"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashes that cost next to nothing."""
    monkeypatch.setattr(people, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    people._of_nobody.cache_clear()


@pytest.fixture
def engine(engine: Engine) -> Engine:
    """A ledger that Ana may use."""
    add_user(engine, "Ana Petrović", WORDS, role="reviewer")
    return engine


def test_a_ledger_begins_without_users(ledger: str) -> None:
    with open_ledger(ledger, make=True) as engine:
        assert (has_users(engine), load_users(engine), check_password(engine, "ana", WORDS)) == (False, [], None)


@pytest.mark.parametrize("name", ["Ana Petrović", "ana petrović", " ANA  PETROVIĆ ", "Ana Petrovic\u0301"])
def test_a_name_is_known_however_it_is_written(engine: Engine, name: str) -> None:
    found = check_password(engine, name, WORDS)
    assert found and (found.name, found.role, found.disabled) == ("Ana Petrović", "reviewer", False)


@pytest.mark.parametrize(
    ("name", "password"),
    [("Ana Petrović", OTHER), ("Ana Petrović", ""), ("Ben", WORDS), ("", ""), ("Ana' OR 1=1", WORDS)],
)
def test_who_does_not_get_in(engine: Engine, name: str, password: str) -> None:
    assert check_password(engine, name, password) is None


def test_an_unknown_name_costs_as_much_as_a_wrong_password(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[str] = []
    is_right = people._is_right
    monkeypatch.setattr(
        people, "_is_right", lambda kept, given: checked.append(kept.rsplit("$", 2)[0]) or is_right(kept, given)
    )
    check_password(engine, "Ana Petrović", OTHER)
    check_password(engine, "nobody", OTHER)
    assert len(checked) == 2 and checked[0] == checked[1], "the same kind of hash, checked once each"


@pytest.mark.parametrize(
    ("name", "password", "role", "why"),
    [
        ("", WORDS, "reader", "no name"),
        (".ben", WORDS, "reader", "no name"),
        ("ben\n", "short", "reader", "wrong length"),
        ("b\x00n", WORDS, "reader", "no name"),
        ("b" * 65, WORDS, "reader", "no name"),
        ("<b>", WORDS, "reader", "no name"),
        ("ben", "elevenchars", "reader", "wrong length"),
        ("ben", "x" * 1025, "reader", "wrong length"),
        ("ben", "aaaaaaaaaaaaaaaa", "reader", "easily guessed"),
        ("benjamin.moser", "Benjamin.Moser", "reader", "easily guessed"),
        ("ben", WORDS, "king", "no role"),
        ("ANA petrović", WORDS, "reader", "already"),
    ],
)
def test_what_is_refused(engine: Engine, name: str, password: str, role: str, why: str) -> None:
    with pytest.raises(UserRefused, match=why):
        add_user(engine, name, password, role=role)
    assert [each.name for each in load_users(engine)] == ["Ana Petrović"]


NOBODY: dict[str, Callable[[Engine], Any]] = {
    "a password": lambda engine: set_password(engine, "ben", OTHER),
    "a role": lambda engine: set_role(engine, "ben", "admin"),
    "a session": lambda engine: begin_session(engine, "ben"),
    "a token": lambda engine: make_token(engine, "ben", "backup"),
    "an end": lambda engine: disable_user(engine, "ben"),
}


@pytest.mark.parametrize("change", NOBODY.values(), ids=NOBODY)
def test_nobody_has_nothing(engine: Engine, change: Callable[[Engine], Any]) -> None:
    with pytest.raises(UserRefused, match="no user 'ben'"):
        change(engine)


def test_no_secret_is_kept(engine: Engine) -> None:
    shown = [begin_session(engine, "ana petrović"), make_token(engine, "ana petrović", "backup")]
    with engine.connect() as connection:
        kept = repr([list(connection.execute(select(each))) for each in (user, session, token)])
    assert [secret for secret in (WORDS, *shown) if secret in kept] == []
    assert "$argon2id$" in kept


def test_another_password_ends_all_sessions(engine: Engine) -> None:
    first, second = begin_session(engine, "Ana Petrović"), begin_session(engine, "Ana Petrović")
    found = find_session(engine, first)
    assert found and found.name == "Ana Petrović" and first != second
    end_session(engine, first)
    assert find_session(engine, first) is None and find_session(engine, second)
    set_password(engine, "ana petrović", OTHER)
    assert find_session(engine, second) is None
    assert check_password(engine, "Ana Petrović", WORDS) is None
    assert check_password(engine, "Ana Petrović", OTHER)


def test_a_session_is_over_after_its_hours(engine: Engine) -> None:
    shown = begin_session(engine, "Ana Petrović", hours=0)
    assert find_session(engine, shown) is None
    begin_session(engine, "Ana Petrović")
    with engine.connect() as connection:
        assert len(list(connection.execute(select(session)))) == 1, "those that are over go when another begins"


def test_who_is_disabled_is_out(engine: Engine) -> None:
    shown, secret = begin_session(engine, "Ana Petrović"), make_token(engine, "Ana Petrović", "backup")
    disable_user(engine, "Ana Petrović")
    assert (find_session(engine, shown), find_token(engine, secret)) == (None, None)
    assert check_password(engine, "Ana Petrović", WORDS) is None
    assert has_users(engine), "the desk does not open to everybody because of that"
    disable_user(engine, "Ana Petrović", disabled=False)
    assert check_password(engine, "Ana Petrović", WORDS) and find_token(engine, secret)
    assert find_session(engine, shown) is None


def test_a_token_is_used_and_revoked(engine: Engine) -> None:
    secret = make_token(engine, "ana petrović", "backup")
    with pytest.raises(UserRefused, match="already"):
        make_token(engine, "Ana Petrović", " backup ")
    found = find_token(engine, secret)
    assert found and found.role == "reviewer"
    (kept,) = load_tokens(engine, "Ana Petrović")
    assert kept.used and not kept.revoked
    find_token(engine, secret)
    assert load_tokens(engine) == [kept], "that it was used again at once is not written down"
    revoke_token(engine, "Ana Petrović", "backup")
    assert find_token(engine, secret) is None and find_token(engine, "sayso_") is None
    with pytest.raises(UserRefused, match="no token"):
        revoke_token(engine, "Ana Petrović", "backup")
    assert make_token(engine, "Ana Petrović", "backup") != secret


def test_a_hash_of_other_parameters_is_made_anew(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    dearer = PasswordHasher(time_cost=2, memory_cost=16, parallelism=1)
    monkeypatch.setattr(people, "_HASHER", dearer)
    assert check_password(engine, "Ana Petrović", OTHER) is None
    assert dearer.check_needs_rehash(hash_of(engine))
    assert check_password(engine, "Ana Petrović", WORDS)
    assert not dearer.check_needs_rehash(hash_of(engine))
    assert check_password(engine, "Ana Petrović", WORDS)


def hash_of(engine: Engine) -> str:
    with engine.connect() as connection:
        return connection.execute(select(user.c.password)).scalar_one()


def test_a_hash_that_is_none_opens_nothing(engine: Engine) -> None:
    with writing(engine) as connection:
        connection.execute(text("""UPDATE "user" SET password = 'x'"""))
    assert check_password(engine, "Ana Petrović", WORDS) is None


def test_roles(engine: Engine) -> None:
    assert set_role(engine, "Ana Petrović", "admin").role == "admin"
    with pytest.raises(UserRefused, match="give reader, coder, reviewer, admin"):
        set_role(engine, "Ana Petrović", "root")
    assert [role for role in ROLES if may(role, "decide")] == ["reviewer", "admin"]
    assert [role for role in ROLES if may(role, "see_withheld")] == ["admin"]
    assert [len(RIGHTS[role]) for role in ROLES] == sorted(len(RIGHTS[role]) for role in ROLES), "each may more"
