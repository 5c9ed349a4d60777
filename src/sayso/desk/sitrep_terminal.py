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
from sayso.desk.sitrep_words import count_words, days_words, shorten, visible
from sayso.records import Report

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
LONGEST_TITLE = 60
WIDTH = 120
"""Columns of a table that goes to a file or a pipe."""


def make_console() -> Console:
    """Standard output; where nobody has told its width, wide enough for the tables."""
    console = Console(highlight=False)
    return console if console.is_terminal or "COLUMNS" in os.environ else Console(highlight=False, width=WIDTH)


def show_situation(situation: Situation, console: Console, *, most: int | None = None) -> None:
    """The whole situation, headline first. most: rows of a table (tables of a section) until the rest is counted."""
    for line in headline(situation):
        console.print(Text(line, style="bold"))
    show = _Shower(console, most)
    show.reports(situation)
    show.lines("What happened", situation.happened, EVENTS)
    show.lines("Planned, expected, demanded, possible or denied", situation.outlook, EVENTS)
    show.groups("Figures", situation.figures, FIGURES)
    show.groups("Who holds what", situation.control, CONTROL)
    show.groups("What people lack", situation.conditions, CONDITIONS)
    show.groups("Disputes", [_as_group(rivals) for rivals in situation.disputes], RIVALS)
    show.lines("Who stands with whom", situation.relations, RELATIONS)
    show.lines("Told as background", situation.background, EVENTS)
    show.voices(situation.voices)


def show_unread(report: Report, console: Console) -> None:
    """One line for a report that was left unread, with what settled it."""
    title = shorten(visible(report.title or report.text), LONGEST_TITLE)
    why = f" ({visible(report.relevance.basis)})" if report.relevance else ""
    console.print(Text(f"{title}: left unread as not about conflict{why}; --all reads it"), soft_wrap=True)


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


class _Shower:
    def __init__(self, console: Console, most: int | None) -> None:
        self.console, self.most = console, most

    def reports(self, situation: Situation) -> None:
        table = _table("", "Report", "Outlet", "Day")
        for account in situation.accounts[: self.most]:
            published = account.record.report.published
            day = days_words(published.start, published.end)
            basis = "" if published.basis in ("given", "unknown") else f" ({published.basis})"
            _add(table, f"[{account.number}]", account.title, account.outlet, day + basis)
        self._print(table, len(situation.accounts), indent=0)

    def lines(self, heading: str, lines: Sequence[Line], columns: Columns) -> None:
        if lines:
            self._heading(f"{heading} ({len(lines)})")
            self._print(_line_table(lines[: self.most], columns), len(lines))

    def groups(self, heading: str, groups: Sequence[Group], columns: Columns) -> None:
        if groups:
            self._heading(heading)
        for group in groups[: self.most]:
            self.console.print(Text(visible(group.heading), style="bold"))
            self._print(_line_table(group.lines[: self.most], columns), len(group.lines))
        self._rest(len(groups))

    def voices(self, voices: Sequence[Voice]) -> None:
        if not voices:
            return
        table = _table("Speaker", "Utterances", "Reports", "How")
        for voice in voices[: self.most]:
            acts = ", ".join(f"{act} {number}" for act, number in voice.acts)
            _add(table, voice.name, str(len(voice.utterances)), str(voice.reports), acts)
        self._heading(f"Who is on record ({len(voices)})")
        self._print(table, len(voices))

    def _print(self, table: Table, rows: int, *, indent: int = 2) -> None:
        self.console.print(Padding(table, (0, 0, 0, indent)))
        self._rest(rows)
        self.console.print()

    def _rest(self, number: int) -> None:
        if self.most is not None and number > self.most:
            self.console.print(Text(f"  … and {number - self.most} more", style="dim"))

    def _heading(self, words: str) -> None:
        self.console.rule(Text(words, style="bold"), align="left", style="dim")


def _as_group(rivals: Rivals) -> Group:
    return Group(heading=f"{rivals.about}: {rivals.why} [{rivals.report}]", lines=rivals.lines)


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
        table.add_column(name, overflow="fold")
    return table


def _add(table: Table, *cells: str) -> None:
    table.add_row(*(Text(visible(cell)) for cell in cells))
