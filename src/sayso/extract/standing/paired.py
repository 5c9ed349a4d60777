"""Participles in a row before one agent: "the Contras were armed and financed by ...", where the parse parts them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sayso.extract.scene import Scene
from sayso.extract.standing.stated import Stated
from sayso.parse import Clause
from sayso.records.claims import RelationType

JOINING = frozenset((",", "and", "or"))


def in_a_row(scene: Scene, types: Mapping[str, RelationType]) -> Iterator[Stated]:
    """Relations of participles whose object only the first of the row has. types: participle -> what it tells."""
    grammar = scene.grammar
    passives = [clause for clause in scene.reading.clauses if clause.passive]
    for clause in passives:
        if not clause.slots.get("by") or clause.slots.get("object"):
            continue
        row = _row(scene, clause.predicate, types)
        subject, helped = scene.parties(*clause.slots["by"]), _about(scene, row)
        obj = scene.parties(*helped)
        if not subject or not obj:
            continue
        here = (*row, *clause.slots["by"], *helped)
        span = grammar.span(min(here), max(here))
        for participle in row:
            yield Stated("verb", row[0], subject, types[grammar.lowers[participle]], obj, span)


def _row(scene: Scene, last: int, types: Mapping[str, RelationType]) -> tuple[int, ...]:
    """The participles that end with the last, in order."""
    lowers, row, at = scene.grammar.lowers, [last] if scene.grammar.lowers[last] in types else [], last - 2
    while row and at >= 0 and lowers[at + 1] in JOINING and lowers[at] in types:
        row.insert(0, at)
        at -= 2
    return tuple(row)


def _about(scene: Scene, row: tuple[int, ...]) -> tuple[int, ...]:
    """Whom the first of the row is about."""
    clause: Clause | None = scene.reading.clause_at.get(row[0]) if len(row) > 1 else None
    if clause is None:
        return ()
    return clause.slots.get("object" if clause.passive else "subject", ())
