"""The rules of the house (docs/house.md), read from the code itself. What breaks one is listed and may only shrink."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src"
PACKAGE = SOURCE / "sayso"
LONGEST_FILE = 400

BELOW = ("errors", "records")
STAGE = (*BELOW, "codebook")
MAY_SEE: dict[str, tuple[str, ...]] = {
    "__init__": (*STAGE, "read", "parse", "resolve", "reconcile", "extract", "ledger", "review", "export", "desk"),
    "errors": (),
    "records": ("errors",),
    "codebook": BELOW,
    "read": STAGE,
    "parse": STAGE,
    "resolve": STAGE,
    "reconcile": STAGE,
    "ledger": STAGE,
    "extract": (*STAGE, "parse", "resolve"),
    "review": (*STAGE, "ledger", "reconcile"),
    "export": (*STAGE, "ledger"),
    "desk": (*STAGE, "ledger", "review"),
    "run": (*STAGE, "read", "parse", "resolve", "reconcile", "extract", "ledger", "review", "export", "desk"),
}
DOORS: dict[str, tuple[str, ...]] = {
    "records": ("check_record", "record_schema"),
    "codebook": ("load_codebook", "codebook_index"),
    "read": ("find_inputs", "read_report"),
    "resolve": ("resolve_places", "resolve_times"),
    "parse": ("parse_grammars", "read_clauses"),
    "extract": ("extract_record",),
    "reconcile": ("group_copies", "reconcile_records", "crosswalk_rows"),
    "ledger": ("open_ledger", "append_harvest", "load_harvests"),
    "review": ("update_incidents", "load_docket", "merge_incidents", "undo", "work_list"),
    "desk": ("gather_situation", "render_page", "show_situation"),
}
OWN_TREE = ("tests", "bench", "tools")

QUESTIONS = (
    "names", "said", "framing", "realis", "who", "where", "setting", "held", "happened", "counted", "lacking", "standing",
    "disputed", "explained",
)  # fmt: skip
"""The rooms of extract: each sees only those before it."""

NO_DOOR_YET: frozenset[str] = frozenset()
"""Rooms whose files others import one by one, because the room has no `__init__` that exports its door."""
PAST_THE_DOOR: dict[str, frozenset[str]] = {
    "codebook": frozenset({"records.claims", "records.mentions"}),
    "read": frozenset({"codebook.layout", "records.report"}),
    "run": frozenset({"desk.web"}),
    "resolve": frozenset(
        {"codebook.places", "codebook.times", "records.ids", "records.mentions", "records.report", "records.spans"}
    ),
    "extract": frozenset(
        {"codebook.places", "parse.grammar", "records.claims", "records.mentions", "records.spans"}
        | {f"resolve.{file}" for file in ("gazetteer", "gazetteer_fold", "places", "places_score", "places_types")}
        | {f"resolve.{file}" for file in ("published", "time_calendar", "times")}
    ),
}
"""Room, and the files of other rooms that it imports by name instead of by the room's door."""
TOO_LONG: frozenset[str] = frozenset()
"""Files of more than 400 lines."""


def files() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts)


def module_of(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return []


def imports(path: Path) -> list[str]:
    return [name for node in ast.walk(tree(path)) for name in imported(node)]


def own_imports() -> list[tuple[str, str]]:
    """(module, module of Sayso that it imports)."""
    return [(module_of(path), name) for path in files() for name in imports(path) if name.split(".")[0] == "sayso"]


def test_every_room_is_known() -> None:
    assert {room_of(module_of(path)) for path in files()} <= set(MAY_SEE)


def test_rooms_see_only_what_stands_below_them() -> None:
    seen = {(room_of(module), room_of(name)) for module, name in own_imports()}
    assert [(room, other) for room, other in sorted(seen) if room != other and other not in MAY_SEE[room]] == []


def test_a_question_sees_only_those_asked_before_it() -> None:
    asked = {(question_of(module), question_of(name)) for module, name in own_imports()}
    places = [(QUESTIONS.index(one), QUESTIONS.index(other)) for one, other in asked if one and other]
    assert [(QUESTIONS[one], QUESTIONS[other]) for one, other in places if one < other] == []


def question_of(module: str) -> str | None:
    """`sayso.extract.counted.tolls` -> "counted"; None for what belongs to no question."""
    parts = module.split(".")
    return parts[2] if parts[1:2] == ["extract"] and len(parts) > 3 else None


def test_every_question_has_its_place() -> None:
    rooms = {path.parent.name for path in files() if path.parent.parent == PACKAGE / "extract"}
    assert rooms == set(QUESTIONS)


def test_nothing_sees_run() -> None:
    assert [module for module, name in own_imports() if room_of(name) == "run" and room_of(module) != "run"] == []


def test_rooms_are_entered_by_their_doors() -> None:
    """A room's files are its own business; `sayso.records` is imported, not `sayso.records.claims`."""
    crossing = {
        (room_of(module), name.removeprefix("sayso."))
        for module, name in own_imports()
        if room_of(module) != room_of(name) and name.count(".") > 1
    }
    assert crossing <= {(room, file) for room, allowed in PAST_THE_DOOR.items() for file in allowed}


def test_no_cycle_of_modules() -> None:
    graph: dict[str, set[str]] = {module_of(path): set() for path in files()}
    for module, name in own_imports():
        graph[module].add(name)
    assert cycles(graph) == []


def cycles(graph: dict[str, set[str]]) -> list[list[str]]:
    """The cycles that a walk in depth meets; [] where the graph has none."""
    done: set[str] = set()
    found: list[list[str]] = []

    def walk(module: str, path: list[str]) -> None:
        if module in path:
            found.append([*path[path.index(module) :], module])
        elif module not in done:
            for name in sorted(graph.get(module, ())):
                walk(name, [*path, module])
            done.add(module)

    for module in sorted(graph):
        walk(module, [])
    return found


def test_a_cycle_is_found() -> None:
    assert cycles({"a": {"b"}, "b": {"c"}, "c": {"a"}}) == [["a", "b", "c", "a"]]
    assert cycles({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


def test_imports_stand_at_the_top() -> None:
    inside = [(path.name, name) for path in files() for node in functions(path) for name in imported_below(node)]
    assert inside == []


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def imported_below(node: ast.AST) -> list[str]:
    return [name for below in ast.walk(node) for name in imported(below)]


def test_names_of_modules_are_whole() -> None:
    relative = [path.name for path in files() for node in ast.walk(tree(path)) if getattr(node, "level", 0)]
    assert relative == [], "imports are absolute"


@pytest.mark.parametrize(("room", "doors"), DOORS.items(), ids=DOORS)
def test_a_room_exports_its_door(room: str, doors: tuple[str, ...]) -> None:
    assert set(doors) <= exported(PACKAGE / room / "__init__.py")


def test_every_room_has_a_door() -> None:
    rooms = {room_of(module_of(path)) for path in files() if path.parent != PACKAGE} - {"run"}
    assert rooms - set(DOORS) <= NO_DOOR_YET


def exported(path: Path) -> set[str]:
    """The names in the module's `__all__`."""
    for node in tree(path).body:
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "__all__" for t in node.targets):
            return set(ast.literal_eval(node.value))
    return set()


def test_only_parse_knows_the_language_model() -> None:
    knowing = {room_of(module_of(path)) for path in files() for name in imports(path) if name.split(".")[0] == "spacy"}
    assert knowing == {"parse"}


def test_only_the_ledger_knows_sql() -> None:
    """`run`, `review` and `desk` may name the types of what the ledger gives and takes."""
    knowing = {
        room_of(module_of(path)) for path in files() for name in imports(path) if name.split(".")[0] == "sqlalchemy"
    }
    assert knowing - {"run", "review", "desk"} == {"ledger"}


def test_no_stage_imports_another_tree() -> None:
    assert [(path.name, name) for path in files() for name in imports(path) if name.split(".")[0] in OWN_TREE] == []


def test_files_are_short() -> None:
    long = {module_of(path) for path in files() if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST_FILE}
    assert long <= TOO_LONG


def test_annotations_are_not_evaluated() -> None:
    missing = [module_of(p) for p in files() if p.name != "__init__.py" and "__future__" not in imports(p)]
    assert missing == []


def test_a_module_says_what_it_is() -> None:
    assert [module_of(path) for path in files() if not ast.get_docstring(tree(path))] == []


def test_functions_say_what_they_return() -> None:
    silent = [(module_of(path), node.name) for path in files() for node in functions(path) if node.returns is None]
    assert silent == []
