"""Explanations for a person at a terminal. Outside text is never taken for markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.extract import (
    ClaimLine,
    ClauseSeen,
    Explainer,
    Explanation,
    FrameTried,
    Identified,
    Mark,
    Passage,
    Rival,
    Step,
)
from sayso.records import overlaps

NOTHING = "—"
WIDTHS = {"id": 22, "kind": 9, "what": 20, "words": None, "method": 24, "conf.": 5}
"""Columns of the list; the words take what is left."""
UNTOLD = frozenset(("id", "evidence"))
"""Fields of an item that its explanation shows elsewhere."""
Row = tuple[str, str, str]


def show_list(explainer: Explainer, lines: Sequence[ClaimLine], console: Console) -> None:
    """The claims of a report, one line each, and how many other things there are to ask for."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=True)
    for name, width in WIDTHS.items():
        table.add_column(name, width=width, ratio=None if width else 1, no_wrap=True, overflow="ellipsis")
    for line in lines:
        cells = (line.id, line.kind, line.what, line.words, line.method, f"{line.confidence:.2f}")
        table.add_row(*(Text(cell) for cell in cells))
    console.print(table)
    record = explainer.record
    others = (("utterance", record.utterances), ("party", record.parties), ("person", record.people),
              ("place", record.places), ("time", record.times))  # fmt: skip
    counts = ", ".join(f"--kind {kind} ({len(items)})" for kind, items in others)
    console.print(
        Text(f"{len(lines)} claims. Ask with --claim ID, --at OFFSET, --words TEXT, {counts}, --kind report.")
    )


def show_explanations(explainer: Explainer, found: Iterable[Explanation], console: Console) -> None:
    """Explanations one after another, each with those of its sections that say something."""
    for one in found:
        console.print()
        console.print(Text(" ".join(filter(None, (one.about.upper(), one.id, one.method))), style="bold"))
        for passage in one.passages:
            console.print(Padding(_marked(passage), (0, 0, 0, 2)))
        for title, rows in _sections(explainer, one):
            _show_rows(title, list(rows), console)


def _sections(explainer: Explainer, one: Explanation) -> Iterator[tuple[str, Iterable[Row]]]:
    yield "Value", _value_rows(explainer, one)
    yield "What became of the words", (("", "", fate) for fate in one.fate)
    yield "Clause", _clause_rows(one.clause)
    yield "Frames tried, in order", (_frame_row(frame) for frame in one.frames)
    yield "Whether it happened", map(_step_row, one.status)
    yield "Whose word", map(_step_row, one.said)
    yield "Who", (row for who in one.who for row in _who_rows(who))
    yield "Number", map(_step_row, one.number)
    yield "Where", map(_step_row, one.where)
    yield "When", map(_step_row, one.when)
    yield "How", map(_step_row, one.steps)
    yield "Candidates", map(_rival_row, one.rivals)
    yield "Confidence", map(_step_row, one.confidence)


def _show_rows(title: str, rows: Sequence[Row], console: Console) -> None:
    if not rows:
        return
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for width in (3, 4, 6):
        table.add_column(ratio=width, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console.print(Text(f"  {title}", style="bold cyan"))
    console.print(Padding(table, (0, 0, 0, 4)))


# -- rows ---------------------------------------------------------------------------------------------------------
def _value_rows(explainer: Explainer, one: Explanation) -> Iterator[Row]:
    for field, content in (one.value or {}).items():
        if field == "kind" and content == one.about:
            continue
        if field not in UNTOLD and content is not False and content not in (None, [], ()):
            yield field, _readable(explainer, content), ""


def _readable(explainer: Explainer, content: Any) -> str:
    """Ids as names, spans as words, the rest as it is."""
    if isinstance(content, str):
        return explainer.name(content)
    if isinstance(content, list | tuple):
        if len(content) == 2 and all(type(part) is int for part in content):
            return f"'{explainer.quote((content[0], content[1]))}'"
        return ", ".join(_readable(explainer, part) for part in content)
    if isinstance(content, dict):
        return ", ".join(f"{key} {_readable(explainer, part)}" for key, part in content.items() if part is not None)
    return f"{content:g}" if isinstance(content, float) else str(content)


def _clause_rows(clause: ClauseSeen | None) -> Iterator[Row]:
    if clause is None:
        return
    traits = ", ".join((clause.kind, *clause.traits))
    yield "predicate", f"'{clause.predicate.text}'", f"{clause.lemma} ({traits})"
    for slot in clause.slots:
        words = ", ".join(f"'{word.text}'" for word in slot.words)
        yield slot.name, words, "from another clause" if slot.borrowed else ""
    if clause.under is not None:
        marker = f" ({clause.marker})" if clause.marker else ""
        yield "stands under", f"'{clause.under.text}'", f"as {clause.how}{marker}"


def _frame_row(frame: FrameTried) -> Row:
    name = f"{'* ' if frame.chosen else '  '}{frame.frame}"
    return name, " ".join(filter(None, (frame.type, frame.mode))), "fits" if frame.chosen else frame.against or ""


def _step_row(step: Step) -> Row:
    return step.rule, f"'{step.words.text}'" if step.words is not None else "", step.gives or NOTHING


def _who_rows(who: Identified) -> Iterator[Row]:
    named = f"{who.name} ({who.id})" if who.id is not None else NOTHING
    yield who.slot, f"'{who.words.text}'", f"{named}; {who.rule}"
    for rival in who.rivals:
        name, words, score = _rival_row(rival)
        yield f"  candidate {score}", words, name


def _rival_row(rival: Rival) -> Row:
    points = ", ".join(f"{name} {value:+.2f}" for name, value in rival.features.items())
    return rival.name, f"'{rival.words.text}'" if rival.words is not None else points, f"{rival.score:.2f}"


# -- the sentence -------------------------------------------------------------------------------------------------
def _marked(passage: Passage) -> Text:
    """A sentence with what matters in it: [trigger: shelled]."""
    text, at = Text(f"({passage.block}) "), passage.span[0]
    for mark in _apart(passage.marks):
        start, end = mark.span
        text.append(_flat(passage, at, start))
        text.append(f"[{mark.role}: ", style="dim")
        text.append(_flat(passage, start, end), style="bold")
        text.append("]", style="dim")
        at = end
    text.append(_flat(passage, at, passage.span[1]))
    return text


def _flat(passage: Passage, start: int, end: int) -> str:
    first = passage.span[0]
    return passage.text[start - first : end - first].replace("\n", " ")


def _apart(marks: Sequence[Mark]) -> list[Mark]:
    """The marks that do not overlap earlier ones, by their place; those of the same words as one."""
    kept: dict[tuple[int, int], str] = {}
    for mark in marks:
        if mark.span in kept:
            kept[mark.span] += f", {mark.role}" if mark.role not in kept[mark.span].split(", ") else ""
        elif not any(overlaps(mark.span, span) for span in kept):
            kept[mark.span] = mark.role
    return [Mark(role=role, span=span) for span, role in sorted(kept.items())]
