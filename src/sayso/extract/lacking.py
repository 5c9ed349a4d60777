"""What people lack or suffer: one claim a sentence, with all its themes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso.extract.lacking_clauses import Found, in_clause
from sayso.extract.lacking_nouns import in_nouns
from sayso.extract.lacking_runs import in_runs
from sayso.extract.scene import Scene
from sayso.parse import meant
from sayso.records import Condition

METHOD = "lacking"
CONFIDENCE = 0.7
PEOPLE_CLASSES = ("civilian", "person", "held")


def find_conditions(scene: Scene) -> tuple[Condition, ...]:
    """The conditions of people that the report tells, in order."""
    by_sentence: dict[int, list[Found]] = {}
    for found in _found(scene):
        by_sentence.setdefault(scene.grammar.sentence_of[found.token], []).append(found)
    return tuple(_condition(scene, rows) for _, rows in sorted(by_sentence.items()))


def _found(scene: Scene) -> Iterator[Found]:
    for clause in scene.reading.clauses:
        yield from in_clause(scene, clause)
    yield from in_nouns(scene)
    yield from in_runs(scene)


def _condition(scene: Scene, rows: list[Found]) -> Condition:
    grammar = scene.grammar
    rows = sorted(rows, key=lambda row: row.token)
    tokens = sorted({t for row in rows for t in (row.token, *row.tokens)})
    themes = tuple(dict.fromkeys(theme for row in rows for theme in row.themes))
    return Condition(
        **scene.common(
            rows[0].token, evidence=(grammar.span(tokens[0], tokens[-1]),), confidence=CONFIDENCE, method=METHOD,
            **_realis(scene, rows[0]),
        ),
        themes=tuple(theme for theme in themes if theme != "general") or themes,
        severity=_severity(scene, rows[0]), group=_group(scene, tokens),
    )  # fmt: skip


def _realis(scene: Scene, row: Found) -> dict[str, Any]:
    """Want that will come is expected, nobody plans it; want told by a "no" has happened."""
    realis = scene.status(row.token).realis
    return (
        {"realis": {"planned": "expected", "negated": "happened"}[realis]} if realis in ("planned", "negated") else {}
    )


def _severity(scene: Scene, row: Found) -> str:
    """The words that say how badly, with the adverb straight before them: "acutely malnourished"."""
    grammar, first = scene.grammar, row.token
    while first and grammar.heads[first - 1] == row.token and grammar.deps[first - 1] in ("advmod", "neg", "amod"):
        first -= 1
    start, end = grammar.span(first, row.token)
    return " ".join(scene.reading.text[start:end].split())


def _group(scene: Scene, tokens: list[int]) -> str | None:
    """The people who want, in the report's word for them."""
    for token in tokens:
        head = meant(scene.grammar, token)
        if scene.reading.is_a(head, *PEOPLE_CLASSES) and scene.grammar.tags[head] == "NNS":
            return scene.grammar.lowers[head]
    return None
