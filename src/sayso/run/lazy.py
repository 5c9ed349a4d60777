"""Commands that are loaded when they are called, so that `--help` does not wait for the language model."""

from __future__ import annotations

import importlib
from typing import Any, ClassVar

import typer
from typer.core import TyperCommand, TyperGroup


class LateCommand(TyperCommand):
    """A name and a line of help; the module `sayso.run.NAME` with its function `command` is loaded on the call."""

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
        app.command(self.name)(importlib.import_module(f"sayso.run.{self.name}").command)
        return typer.main.get_command(app).make_context(info_name, args, parent=parent, **extra)


class LateGroup(TyperGroup):
    """A group that knows its commands by name and one line of help each; a subclass fills `late`."""

    late: ClassVar[dict[str, str]] = {}

    def list_commands(self, ctx: Any) -> list[str]:
        return list(self.late)

    def get_command(self, ctx: Any, cmd_name: str) -> LateCommand | None:
        if cmd_name not in self.late:
            return None
        return LateCommand(cmd_name, callback=None, help=self.late[cmd_name], rich_markup_mode=None)
