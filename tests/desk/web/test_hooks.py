"""Hooks: what changed, sent to a real server that checks the signature; tried again, stopped, resumed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, update
from standardwebhooks import Webhook
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from typer.testing import CliRunner, Result

from sayso.desk.web import Sent, make_app, send_hooks
from sayso.errors import HookRefused
from sayso.ledger import Hook, add_hook, load_changes, load_hooks, note_failed, open_ledger, remove_hook, resume_hook
from sayso.ledger.dialects import writing
from sayso.ledger.hooks import WAITS
from sayso.ledger.tables_people import hook
from sayso.review import load_docket, note_changes, update_incidents, withhold_incident
from sayso.run.main import app
from tests.desk.web.conftest import SETTINGS
from tests.desk.web.served import serve_app
from tests.review.told import ingest_told

SECRET = "whsec_" + "c2F5c28tdGVzdC1zZWNyZXQtb2YtMzItYnl0ZXMhISE="


class Receiver:
    """Whoever gets changes: `statuses` are what it answers, the last one from then on."""

    def __init__(self, *statuses: int) -> None:
        self.statuses, self.got = [*statuses], []

    async def take(self, request: Request) -> Response:
        said = Webhook(SECRET).verify(await request.body(), dict(request.headers))
        self.got.append((request.headers["webhook-id"], said))
        return Response(status_code=self.statuses.pop(0) if len(self.statuses) > 1 else self.statuses[0])

    @property
    def numbers(self) -> list[int]:
        return [said["data"]["number"] for _, said in self.got]

    def app(self) -> Starlette:
        return Starlette(routes=[Route("/changes", self.take, methods=["POST"])])


@pytest.fixture
def engine(make_ledger: Callable[[Path], str], tmp_path: Path) -> Iterator[Engine]:
    with open_ledger(make_ledger(tmp_path), make=True) as opened:
        yield opened


def tell_school(engine: Engine) -> list[int]:
    """A week is told of; the numbers of its changes."""
    ingest_told(engine)
    update_incidents(engine)
    note_changes(engine)
    return [each.number for each in load_changes(engine)]


def turn(engine: Engine) -> list[Sent]:
    return asyncio.run(send_hooks(engine))


def only(engine: Engine) -> Hook:
    (found,) = load_hooks(engine)
    return found


def make_due(engine: Engine) -> None:
    """As if the wait was over."""
    with writing(engine) as connection:
        connection.execute(update(hook).values(due=""))


def test_every_change_comes_once_in_order_and_signed(engine: Engine) -> None:
    receiver = Receiver(204)
    with serve_app(receiver.app()) as address:
        add_hook(engine, "desk", f"{address}/changes", secret=SECRET)
        numbers = tell_school(engine)
        assert turn(engine) == [Sent(hook="desk", number=len(numbers))]
        assert turn(engine) == []
    assert receiver.numbers == numbers
    assert [name for name, _ in receiver.got] == [f"change-{number}" for number in numbers]
    assert {said["type"] for _, said in receiver.got} <= {
        "incident.new", "incident.update", "incident.correction", "incident.cancel",
    }  # fmt: skip
    assert only(engine).reached == numbers[-1]


def test_what_was_noted_before_a_hook_is_not_sent(engine: Engine) -> None:
    tell_school(engine)
    add_hook(engine, "late", "http://127.0.0.1:9/changes")
    assert turn(engine) == []


def test_what_fails_is_tried_again_where_it_was_left(engine: Engine) -> None:
    receiver = Receiver(200, 503, 200)
    with serve_app(receiver.app()) as address:
        add_hook(engine, "desk", f"{address}/changes", secret=SECRET)
        numbers = tell_school(engine)
        assert turn(engine) == [Sent(hook="desk", number=1, failed="status 503")]
        assert (only(engine).reached, only(engine).failures, turn(engine)) == (numbers[0], 1, [])
        make_due(engine)
        turn(engine)
    assert receiver.numbers == [numbers[0], *numbers[1:2], *numbers[1:]]
    assert (only(engine).reached, only(engine).failures) == (numbers[-1], 0)


@pytest.mark.parametrize(("status", "tries"), [(410, 1), (500, len(WAITS) + 1), (302, len(WAITS) + 1)])
def test_a_hook_is_stopped_and_resumed(engine: Engine, status: int, tries: int) -> None:
    receiver = Receiver(status)
    with serve_app(receiver.app()) as address:
        add_hook(engine, "desk", f"{address}/changes", secret=SECRET)
        numbers = tell_school(engine)
        for _ in range(tries):
            assert only(engine).stopped is None
            assert turn(engine)[0].failed == f"status {status}"
            make_due(engine)
        assert (only(engine).stopped, turn(engine)) == (f"status {status}", [])
        receiver.statuses = [200]
        resume_hook(engine, "desk")
        turn(engine)
    assert receiver.numbers[-len(numbers) :] == numbers


def test_nobody_listening_is_a_failure_like_another(engine: Engine) -> None:
    add_hook(engine, "nobody", "http://127.0.0.1:9/changes", secret=SECRET)
    tell_school(engine)
    assert turn(engine) == [Sent(hook="nobody", number=0, failed="ConnectError")]


def test_two_senders_do_not_both_send(engine: Engine) -> None:
    receiver = Receiver(200)

    async def both() -> None:
        await asyncio.gather(send_hooks(engine), send_hooks(engine))

    with serve_app(receiver.app()) as address:
        add_hook(engine, "desk", f"{address}/changes", secret=SECRET)
        numbers = tell_school(engine)
        asyncio.run(both())
    assert receiver.numbers == numbers


def test_what_is_withheld_is_told_of_without_its_words(engine: Engine) -> None:
    receiver = Receiver(200)
    with serve_app(receiver.app()) as address:
        add_hook(engine, "desk", f"{address}/changes", secret=SECRET)
        tell_school(engine)
        for each in load_docket(engine).incidents():
            withhold_incident(engine, each.incident.id, who="ana", reason="names a witness")
        turn(engine)
    assert {said["data"]["headline"] for _, said in receiver.got} == {"Withheld"}


def test_an_open_desk_sends_by_itself(engine: Engine) -> None:
    receiver = Receiver(200)
    with serve_app(receiver.app()) as address:
        add_hook(engine, "desk", f"{address}/changes", secret=SECRET)
        numbers = tell_school(engine)
        with serve_app(make_app(engine, SETTINGS)):
            asyncio.run(until(lambda: len(receiver.got) >= len(numbers)))
    assert receiver.numbers == numbers


async def until(there: Callable[[], bool], *, seconds: float = 30) -> None:
    async with asyncio.timeout(seconds):
        while not there():
            await asyncio.sleep(0.05)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("", "https://desk.example/in"),
        ("a b", "https://desk.example/in"),
        ("ftp", "ftp://desk.example/in"),
        ("file", "file:///etc/passwd"),
        ("relative", "/in"),
        ("broken", "http://[::"),
    ],
    ids=["no name", "a blank in it", "ftp", "a file", "no host", "no address"],
)
def test_what_can_be_no_hook_is_refused(engine: Engine, name: str, address: str) -> None:
    with pytest.raises(HookRefused):
        add_hook(engine, name, address)


def test_a_hook_that_went_meanwhile_fails_nobody(engine: Engine) -> None:
    add_hook(engine, "gone", "https://desk.example/in")
    remove_hook(engine, "gone")
    note_failed(engine, "gone", "status 500")
    assert load_hooks(engine) == []


def command(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["hook", *arguments])


def test_hooks_from_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_LEDGER", str(tmp_path / "l.sqlite"))
    monkeypatch.setenv("COLUMNS", "160")
    secret = command("add", "newsroom", "https://news.example/in").stdout.strip()
    assert secret.startswith("whsec_")
    assert "https://news.example/in" in command("list").stdout and secret not in command("list").stdout
    assert command("send").stdout == ""
    assert command("resume", "newsroom").stdout == "newsroom is tried again.\n"
    assert command("remove", "newsroom").exit_code == 0
    assert isinstance(command("remove", "newsroom").exception, HookRefused)
