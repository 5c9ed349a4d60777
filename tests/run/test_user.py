"""`sayso user`: users from the command line, what is printed, what is refused."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.ledger import check_password, find_token, open_ledger
from sayso.run.main import app, main

WORDS = "correct horse battery"


@pytest.fixture
def name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Where a ledger may be made, named by the environment."""
    monkeypatch.setenv("SAYSO_LEDGER", str(tmp_path / "l.sqlite"))
    monkeypatch.setenv("COLUMNS", "120")
    return str(tmp_path / "l.sqlite")


def user(*arguments: str, given: str = "") -> Result:
    return CliRunner().invoke(app, ["user", *arguments], input=given)


def test_a_user_from_the_first_day_to_the_last(name: str) -> None:
    assert user("add", "Ana", "--role", "coder", given=f"{WORDS}\n").stdout == "Ana may log in as coder.\n"
    assert user("role", "ana", "admin").stdout == "Ana may log in as admin.\n"
    assert user("password", "ana", given="another battery\n").stdout == "Ana has another password.\n"
    secret = user("token", "ana", "--new", "backup").stdout.strip()
    with open_ledger(name) as engine:
        assert check_password(engine, "ana", "another battery")
        assert find_token(engine, secret)
    assert "backup" in user("token", "Ana").stdout and secret not in user("token", "Ana").stdout
    assert user("token", "ana", "--revoke", "backup").exit_code == 0
    assert user("disable", "ana").stdout == "Ana may not log in any more.\n"
    assert [word in user("list").stdout for word in ("Ana", "admin", "disabled")] == [True] * 3
    assert user("disable", "ana", "--again").stdout == "Ana may log in again.\n"
    with open_ledger(name) as engine:
        assert check_password(engine, "ana", "another battery")
        assert find_token(engine, secret) is None


@pytest.mark.parametrize(
    ("arguments", "given", "why"),
    [
        (("add", "ana"), "short\n", "the password has the wrong length; give 12 characters or more, up to 1,024."),
        (("add", "ana", "--role", "king"), f"{WORDS}\n", "'king' is no role; give reader, coder, reviewer, admin."),
        (("add", "<script>"), f"{WORDS}\n", "'<script>' is no name; "),
    ],
)
def test_what_is_refused_is_one_sentence(
    name: str,
    arguments: tuple[str, ...],
    given: str,
    why: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture,
) -> None:
    monkeypatch.setattr(sys, "argv", ["sayso", "user", *arguments])
    monkeypatch.setattr(sys, "stdin", io.StringIO(given))
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith(why)


def test_at_a_terminal_the_password_is_asked_for_twice(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter((WORDS, WORDS, WORDS, "something else"))
    monkeypatch.setattr("sayso.run.user.getpass.getpass", lambda _: next(answers))
    monkeypatch.setattr("sayso.run.user._at_terminal", lambda: True)
    assert user("add", "ana").exit_code == 0
    assert user("add", "ben").exit_code == 2
