"""The docs keep up: commands, options, doors, refusals and fields are in them; links lead somewhere."""

from __future__ import annotations

import ast
import importlib
import re
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
import typer

from bench.readme import README, example, split_readme
from sayso.codebook.load import DATA
from sayso.read import EXIT_STATUS
from sayso.records import AnyClaim, Block, Caption, Dispute, Party, Person, Place, Report, Speaker, Time, Utterance
from sayso.run.lazy import load_app
from sayso.run.main import Commands

ROOT = Path(__file__).parents[1]
DOCS = {path.name: path.read_text(encoding="utf-8") for path in (README, *sorted((ROOT / "docs").glob("*.md")))}
ALL = "\n".join(DOCS.values())
ROOMS = ("records", "codebook", "read", "parse", "resolve", "extract", "reconcile", "ledger", "review", "desk")
MACHINE = re.compile(r"/work/|/home/|/root/|/tmp/bash|pypi\.org/simple|index-url")


def mentions(text: str, name: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text) is not None


def options(command: str) -> list[str]:
    """The long options of a command and of the commands below it, its own --help left out."""
    whole = typer.main.get_command(load_app(command))
    params = [param for each in (whole, *below(whole).values()) for param in each.params]
    return [name for param in params for name in param.opts if name.startswith("--")]


def below(command: Any) -> dict[str, Any]:
    """The commands of a command, by name."""
    return getattr(command, "commands", {})


def doors(room: str) -> list[str]:
    """The functions that a room exports."""
    path = ROOT / "src" / "sayso" / room / "__init__.py"
    tree = ast.parse(path.read_text(encoding="utf-8")) if path.exists() else ast.Module(body=[], type_ignores=[])
    exported = [node for node in tree.body if isinstance(node, ast.Assign)]
    return [name for node in exported for name in ast.literal_eval(node.value) if name.islower() and "_" in name]


@pytest.mark.parametrize("command", Commands.late)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"`sayso {command}`" in DOCS["README.md"]


@pytest.mark.parametrize("command", Commands.late)
def test_every_option_is_in_the_docs(command: str) -> None:
    assert [option for option in options(command) if not mentions(ALL, option)] == []


@pytest.mark.parametrize("command", Commands.late)
def test_every_command_below_is_in_the_docs(command: str) -> None:
    names = below(typer.main.get_command(load_app(command)))
    assert [name for name in names if f"sayso {command} {name} " not in ALL] == []


def test_no_command_is_made_up() -> None:
    called = set(re.findall(r"(?:`|^\$? ?)sayso ([a-z]+)", ALL, flags=re.MULTILINE))
    assert called <= {*Commands.late, "explain", "incidents"}


@pytest.mark.parametrize("room", ROOMS)
def test_every_door_is_in_the_house(room: str) -> None:
    assert [door for door in doors(room) if f"`{door}`" not in DOCS["house.md"]] == []


@pytest.mark.parametrize("code", EXIT_STATUS)
def test_every_refusal_is_in_the_record(code: str) -> None:
    assert f"| {code} | {EXIT_STATUS[code]} |" in DOCS["record.md"]


TYPES = (Report, Block, Caption, Party, Person, Place, Time, Speaker, Utterance, Dispute, *get_args(AnyClaim))


@pytest.mark.parametrize("struct", TYPES, ids=lambda struct: struct.__name__)
def test_every_field_is_in_the_record(struct: Any) -> None:
    names = [field.name for field in msgspec.structs.fields(struct)]
    assert [name for name in names if not mentions(DOCS["record.md"], name)] == []


def test_every_data_file_is_in_the_codebook() -> None:
    names = {path.name for path in DATA.glob("*.yaml")} | {
        f"{path.name}/*.yaml" for path in DATA.iterdir() if path.is_dir()
    }
    told = set(re.findall(r"`([\w*/]+\.yaml)`", DOCS["codebook.md"]))
    missing = {name for name in names if name not in told and not any(Path(name).match(pattern) for pattern in told)}
    assert missing == set()


@pytest.mark.parametrize(
    "module", [path.stem for path in sorted((ROOT / "bench").glob("*.py")) if "def main" in path.read_text()]
)
def test_every_measurement_is_in_the_docs(module: str) -> None:
    assert module == "__main__" or f"python -m bench.{module}" in ALL


@pytest.mark.parametrize("name", DOCS)
def test_links_lead_somewhere(name: str) -> None:
    folder = ROOT if name == "README.md" else ROOT / "docs"
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", DOCS[name]) if "://" not in link]
    assert [link for link in links if not (folder / link).exists()] == []


@pytest.mark.parametrize("name", DOCS)
def test_docs_name_no_machine(name: str) -> None:
    assert MACHINE.search(DOCS[name]) is None


def test_the_frame_in_the_codebook_is_a_frame() -> None:
    frames = importlib.import_module("sayso.codebook.frames")
    for block in re.findall(r"```yaml\n(.*?)```", DOCS["codebook.md"], flags=re.DOTALL):
        form = frames.Frame if "reads:" in block else None
        entries = msgspec.yaml.decode(block.encode(), type=tuple[form, ...] if form else list[dict[str, Any]])
        assert entries


def test_the_example_of_the_readme_is_what_is_printed() -> None:
    assert split_readme()[1] == example(), "run python -m bench.readme"
