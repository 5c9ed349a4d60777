"""The situation, or one record, as tables for a person at a terminal. Outside text is never taken for markup."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.desk.sitrep import Group, Rivals, Situation, Voice
from sayso.desk.sitrep_lines import Line, said_words
from sayso.desk.sitrep_words import count_words, days_words, visible

Columns = dict[str, Callable[[Line], str]]

WHEN: Columns = {"When": lambda line: line.when}
WORD: Columns = {
    "Whose word": said_words,
    "Status": lambda line: line.status,
    "The words": lambda line: f"“{line.quote}” [{line.report}]",
}
EVENTS: Columns = {
    **WHEN,
    "What": lambda line: line.what,
    "Who": lambda line: line.who,
    "Where": lambda line: line.where,
    **WORD,
}
FIGURES: Columns = {"Figure": lambda line: line.what, "Whose": lambda line: line.who, **WHEN, **WORD}
CONTROL: Columns = {"State": lambda line: line.what, "Who": lambda line: line.who, **WHEN, **WORD}
CONDITIONS: Columns = {"Who": lambda line: line.who, "Where": lambda line: line.where, **WHEN, **WORD}
RELATIONS: Columns = {"Relation": lambda line: line.who, **WORD}
RIVALS: Columns = {"What": lambda line: line.what, "Who": lambda line: line.who, **WHEN, **WORD}
WIDE = ("The words",)
WIDTH = 120
"""Columns of a table that goes to a file or a pipe."""


def make_console() -> Console:
    """Standard output; where nobody has told its width, wide enough for the tables."""
    console = Console(highlight=False)
    return console if console.is_terminal or "COLUMNS" in os.environ else Console(highlight=False, width=WIDTH)


def show_situation(situation: Situation, console: Console) -> None:
    """The whole situation, headline first."""
    for line in headline(situation):
        console.print(Text(line, style="bold"))
    _show_reports(situation, console)
    _show_lines("What happened", situation.happened, EVENTS, console)
    _show_lines("Planned, expected, demanded, possible or denied", situation.outlook, EVENTS, console)
    _show_groups("Figures", situation.figures, FIGURES, console)
    _show_groups("Who holds what", situation.control, CONTROL, console)
    _show_groups("What people lack", situation.conditions, CONDITIONS, console)
    _show_rivals(situation.disputes, console)
    _show_lines("Who stands with whom", situation.relations, RELATIONS, console)
    _show_lines("Told as background", situation.background, EVENTS, console)
    _show_voices(situation.voices, console)


def headline(situation: Situation) -> list[str]:
    """The situation in counts: what was read, and how much of each kind it gave."""
    records = [account.record for account in situation.accounts]
    claims, refused = sum(len(record.claims) for record in records), sum(situation.refused.values())
    rest = [f"{situation.unread} left unread as not about conflict"] if situation.unread else []
    rest += [f"{refused} could not be read"] if refused else []
    speakers = count_words(len(situation.voices), "speaker")
    disputes = count_words(len(situation.disputes), "dispute")
    return [
        ", ".join([f"{count_words(len(records), 'report')} read", *rest]),
        f"{count_words(claims, 'statement')} by {speakers} and the outlets themselves; {disputes}",
    ]


def _show_reports(situation: Situation, console: Console) -> None:
    table = _table("", "Report", "Outlet", "Day")
    for account in situation.accounts:
        published = account.record.report.published
        day = days_words(published.start, published.end)
        basis = "" if published.basis in ("given", "unknown") else f" ({published.basis})"
        _add(table, f"[{account.number}]", account.title, account.outlet, day + basis)
    _print(None, table, console)


def _show_lines(heading: str, lines: Sequence[Line], columns: Columns, console: Console) -> None:
    if not lines:
        return
    _print(f"{heading} ({len(lines)})", _line_table(lines, columns), console)


def _show_groups(heading: str, groups: Iterable[Group], columns: Columns, console: Console) -> None:
    for number, group in enumerate(groups):
        if number == 0:
            _heading(heading, console)
        console.print(Text(visible(group.heading), style="bold"))
        console.print(Padding(_line_table(group.lines, columns), (0, 0, 1, 2)))


def _show_rivals(disputes: Iterable[Rivals], console: Console) -> None:
    for number, rivals in enumerate(disputes):
        if number == 0:
            _heading("Disputes", console)
        console.print(Text(visible(f"{rivals.about}: {rivals.why} [{rivals.report}]"), style="bold"))
        console.print(Padding(_line_table(rivals.lines, RIVALS), (0, 0, 1, 2)))


def _show_voices(voices: Sequence[Voice], console: Console) -> None:
    if not voices:
        return
    table = _table("Speaker", "Utterances", "Reports", "How")
    for voice in voices:
        acts = ", ".join(f"{act} {number}" for act, number in voice.acts)
        _add(table, voice.name, str(len(voice.utterances)), str(voice.reports), acts)
    _print(f"Who is on record ({len(voices)})", table, console)


def _line_table(lines: Iterable[Line], columns: Columns) -> Table:
    rows = [[cell(line) for cell in columns.values()] for line in lines]
    shown = [at for at in range(len(columns)) if any(row[at] for row in rows)]
    names = list(columns)
    table = _table(*(names[at] for at in shown))
    for row in rows:
        _add(table, *(row[at] for at in shown))
    return table


def _table(*names: str) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="dim", show_edge=False)
    for name in names:
        table.add_column(name, ratio=2 if name in WIDE else None, overflow="fold")
    return table


def _add(table: Table, *cells: str) -> None:
    table.add_row(*(Text(visible(cell)) for cell in cells))


def _print(heading: str | None, table: Table, console: Console) -> None:
    if heading:
        _heading(heading, console)
    console.print(Padding(table, (0, 0, 1, 2 if heading else 0)))


def _heading(words: str, console: Console) -> None:
    console.print()
    console.rule(Text(words, style="bold"), align="left", style="dim")
