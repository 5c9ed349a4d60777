"""What people lack or suffer: one claim a sentence, with all its themes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sayso.extract.lacking.clauses import in_clause
from sayso.extract.lacking.nouns import in_nouns
from sayso.extract.lacking.otherwise import is_no_want
from sayso.extract.lacking.runs import in_runs
from sayso.extract.lacking.words import ARMED, Found, themes_of, words
from sayso.extract.phrase import no_longer
from sayso.extract.said.unnamed_sources import is_of_the_nameless
from sayso.extract.scene import Scene
from sayso.parse import meant, prepositional
from sayso.records import Condition

METHOD = "lacking"
CONFIDENCE = 0.7
PEOPLE_CLASSES = ("civilian", "person", "held")
PEOPLE_SLOTS = ("subject", "object", "for", "of", "to", "among", "in")
PRONOUNS = frozenset(("they", "them", "we", "us"))
STATES_OF_PEOPLE = frozenset(
    ("displaced", "wounded", "sick", "injured", "elderly", "besieged", "homeless", "trapped", "poor")
)
NEEDING = frozenset(
    ("need", "needed", "require", "lack", "want", "shortage", "short", "insufficient", "inadequate", "request")
)
LIGHT = frozenset(
    ("be", "remain", "stay", "become", "have", "get", "go", "stand", "lie", "live", "sleep", "eat", "share")
)
SAYS = frozenset(("acomp", "oprd", "attr", "dobj", "advmod", "prt"))
"""How the words hang that a verb says little without."""
SEVERITY_REACH = 4
GONE = frozenset(("out", "low", "short", "dry"))
"""What a verb of running takes along."""
STATED_BY = frozenset(("in", "without", "under", "on", "at"))
FUELS = frozenset(("electricity",))
CLIMB = 3


def find_conditions(scene: Scene) -> tuple[Condition, ...]:
    """The conditions of people that the report tells, in order: one a sentence and speaker."""
    told: dict[tuple[int, str], list[Found]] = {}
    for found in _found(scene):
        if is_of_the_nameless(scene.grammar, found.token):
            continue
        utterance = scene.utterance_at(found.token)
        voice = utterance.id if utterance is not None else ""
        told.setdefault((scene.grammar.sentence_of[found.token], voice), []).append(found)
    conditions = (_condition(scene, rows) for rows in told.values())
    return tuple(sorted(conditions, key=lambda condition: condition.evidence[0]))


def _found(scene: Scene) -> Iterator[Found]:
    for clause in scene.reading.clauses:
        yield from (found for found in in_clause(scene, clause) if not is_no_want(scene, found))
    yield from (found for found in in_nouns(scene) if not is_no_want(scene, found))
    yield from in_runs(scene)


def _condition(scene: Scene, rows: list[Found]) -> Condition:
    grammar = scene.grammar
    rows = sorted((_of_help(scene, row) for row in rows), key=lambda row: row.token)
    tokens = sorted({t for row in rows for t in (row.token, *row.tokens)})
    themes = tuple(dict.fromkeys(theme for row in rows for theme in row.themes))
    if FUELS & {*themes}:
        themes = tuple(dict.fromkeys((*_stood_still(scene, rows[0].token), *themes)))
    return Condition(
        **scene.common(
            rows[0].token, evidence=(grammar.span(tokens[0], tokens[-1]),), confidence=CONFIDENCE, method=METHOD,
            **_realis(scene, rows[0]),
        ),
        themes=tuple(theme for theme in themes if theme != "general") or themes,
        severity=_severity(scene, rows[0]), group=_group(scene, rows, tokens),
    )  # fmt: skip


def _of_help(scene: Scene, row: Found) -> Found:
    """ "Thousands need aid": want of help, and no word on who lets it through."""
    lemmas, help_words = scene.grammar.lemmas, words()["help"]
    needed = row.themes == ("access",) and lemmas[row.token] in NEEDING
    return row._replace(themes=("general",)) if needed and any(lemmas[t] in help_words for t in row.tokens) else row


def _stood_still(scene: Scene, token: int) -> Iterator[str]:
    """ "The hospital has no fuel": the themes of what stands still without it, in the same sentence."""
    first, after = scene.grammar.sentences[scene.grammar.sentence_of[token]]
    lemmas, fuelled = scene.grammar.lemmas, words()["fuelled"]
    for at in range(first, after):
        if lemmas[at] in fuelled or f"{lemmas[at - 1]} {lemmas[at]}" in fuelled:
            yield from themes_of(scene, at)


def _realis(scene: Scene, row: Found) -> dict[str, Any]:
    """Want that will come is expected, nobody plans it; want told by a "no" has happened, unless somebody denies it,
    and so has what cannot be done."""
    realis, saying = scene.status(row.token).realis, scene.saying_at(row.token)
    if saying is not None and saying.realis == "negated":
        return {"realis": "negated"}
    clause = scene.clause(row.token) if realis == "possible" else None
    if clause is not None and (clause.negated or no_longer(scene.grammar, clause.verb)):
        return {"realis": "happened"}
    return (
        {"realis": {"planned": "expected", "negated": "happened"}[realis]} if realis in ("planned", "negated") else {}
    )


def _severity(scene: Scene, row: Found) -> str:
    """The words that say how badly, with the adverb straight before them: "acutely malnourished", "remain cut"."""
    grammar, first = scene.grammar, row.token
    last = max(row.last or 0, _said_by(scene, row.token))
    while first and grammar.heads[first - 1] == row.token and grammar.deps[first - 1] in ("advmod", "neg", "amod"):
        first -= 1
    start, end = grammar.span(first, last)
    return " ".join(scene.reading.text[start:end].split())


def _said_by(scene: Scene, token: int) -> int:
    """The token that a severity ends with: a verb that says nothing by itself takes along what it says it with, "no"
    its noun."""
    grammar = scene.grammar
    if grammar.deps[token] in ("det", "aux", "auxpass", "neg"):
        head = grammar.heads[token]
        return max(head, _said_by(scene, head)) if token < head <= token + SEVERITY_REACH else token
    light = grammar.lemmas[token] in LIGHT
    behind = [c for c in grammar.children[token] if token < c <= token + SEVERITY_REACH]
    told = [c for c in behind if grammar.deps[c] in SAYS and (light or grammar.deps[c] == "prt")]
    told += [c for c in behind if grammar.lowers[c] in GONE]
    return max((*told, *(() if told else _in_state(scene, behind if light else ()))), default=token)


def _in_state(scene: Scene, behind: Sequence[int]) -> Iterator[int]:
    """ "Are in need", "has been without power", "living in tents": the noun behind the preposition."""
    grammar = scene.grammar
    for before in behind:
        if grammar.lowers[before] in STATED_BY:
            yield from (c for c in grammar.children[before] if grammar.deps[c] == "pobj" and c - before <= 3)


def _group(scene: Scene, rows: list[Found], tokens: list[int]) -> str | None:
    """The people who want, in the report's word for them: among the words of want, else in the clauses around."""
    around = (t for row in rows for t in _around(scene, row.token))
    found = (word for token in (*tokens, *around) if (word := _people(scene, token)))
    return next(found, None)


def _around(scene: Scene, token: int) -> Iterator[int]:
    """The fillers of the clause's slots where people stand, then of those of the clauses above."""
    clause = scene.clause(token)
    for _ in range(CLIMB):
        if clause is None:
            return
        for slot in PEOPLE_SLOTS:
            for filler in clause.slots.get(slot, ()):
                yield filler
                yield from prepositional(scene.grammar, filler, "of", "for", "among")
        upper = scene.clause(clause.governor) if clause.governor is not None else None
        clause = upper if upper is not clause and clause.how not in ("content", "time", "cause") else None


def _people(scene: Scene, token: int) -> str | None:
    grammar, head = scene.grammar, meant(scene.grammar, token)
    lower, tag = grammar.lowers[head], grammar.tags[head]
    if tag == "PRP" and lower in PRONOUNS:
        return scene.people_named(head)
    if lower in STATES_OF_PEOPLE and any(grammar.lowers[c] == "the" for c in grammar.children[head]):
        return lower
    if words()["helpers"] & {grammar.lemmas[head], lower} or any(c.group in ARMED for c in scene.reading.classes(head)):
        return None
    if grammar.lemmas[head] in words()["collectives"]:
        return lower
    return lower if tag == "NNS" and scene.reading.is_a(head, *PEOPLE_CLASSES) else None
