"""What a merge or a split would come to, field by field, before anybody decides it."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from msgspec import Meta

from sayso.desk.sitrep_words import days_words
from sayso.desk.views.rows import Row, range_words, row_of
from sayso.review import Docket, Preview, PreviewField, preview_merge, preview_split

MOST = 50
Names = Annotated[tuple[str, ...], Meta(max_length=MOST)]


class MergeAsked(msgspec.Struct, frozen=True, kw_only=True):
    """The ids of the incidents that would be one."""

    incidents: Names = ()


class SplitAsked(msgspec.Struct, frozen=True, kw_only=True):
    """An incident's id, and the ids of the reports that would be another one."""

    incident: str = ""
    reports: Names = ()


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A field in words: what it is in each incident before, and in each after. conflict: why it can't be both."""

    field: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    conflict: str | None


class PreviewView(msgspec.Struct, frozen=True, kw_only=True):
    """What it would come to. act: merge or split; sent: what the decision would be sent as."""

    act: str
    before: tuple[Row, ...]
    after: tuple[Row, ...]
    lines: tuple[Line, ...]
    conflicts: int
    sent: tuple[tuple[str, str], ...]


def view_merge(docket: Docket, incidents: tuple[str, ...]) -> PreviewView:
    """A docket and ids in, what their merge would come to out. Raises DecisionRefused."""
    sent = tuple(("incidents", each) for each in incidents)
    return _view("merge", preview_merge(docket, incidents), sent)


def view_split(docket: Docket, incident: str, reports: tuple[str, ...]) -> PreviewView:
    """A docket, an id, and the reports that would leave, in; what the split would come to out. Raises
    DecisionRefused."""
    sent = (("incident", incident), *(("reports", each) for each in reports))
    return _view("split", preview_split(docket, incident, reports), sent)


def _view(act: str, preview: Preview, sent: tuple[tuple[str, str], ...]) -> PreviewView:
    return PreviewView(
        act=act,
        before=tuple(map(row_of, preview.before)),
        after=tuple(map(row_of, preview.after)),
        lines=tuple(map(_line, preview.fields)),
        conflicts=len(preview.conflicts),
        sent=sent,
    )


def _line(field: PreviewField) -> Line:
    return Line(
        field=f"{field.of}" if field.field == "figure" else field.field,
        before=tuple(map(_words, field.before)),
        after=tuple(map(_words, field.after)),
        conflict=field.conflict,
    )


def _words(value: Any) -> str:
    """A value of any field in words."""
    match value:
        case None | () | []:
            return ""
        case {"low": low, "best": best, "high": high}:
            return range_words(low, best, high)
        case {"start": start, "end": end}:
            return days_words(start, end)
        case {"name": name}:
            return str(name)
        case list() | tuple():
            return ", ".join(map(_words, value))
        case _:
            return str(value)
