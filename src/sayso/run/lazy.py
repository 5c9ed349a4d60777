"""Commands that are loaded when they are called, so that `--help` does not wait for the language model."""

from __future__ import annotations

import importlib
from typing import Any, ClassVar

import typer
from typer.core import TyperCommand, TyperGroup


def load_app(name: str) -> typer.Typer:
    """The command of that name, with the commands below it where it has some."""
    module = importlib.import_module(f"sayso.run.{name}")
    if hasattr(module, "app"):
        return module.app
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(name)(module.command)
    return app


class LateCommand(TyperCommand):
    """A name and a line of help; the module `sayso.run.NAME` with its function `command`, or the commands of its `app`,
    is loaded on the call."""

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        return typer.main.get_command(load_app(self.name or "")).make_context(info_name, args, parent=parent, **extra)


class LateGroup(TyperGroup):
    """A group that knows its commands by name and one line of help each; a subclass fills `late`."""

    late: ClassVar[dict[str, str]] = {}

    def list_commands(self, ctx: Any) -> list[str]:
        return list(self.late)

    def get_command(self, ctx: Any, cmd_name: str) -> LateCommand | None:
        if cmd_name not in self.late:
            return None
        return LateCommand(cmd_name, callback=None, help=self.late[cmd_name], rich_markup_mode=None)
