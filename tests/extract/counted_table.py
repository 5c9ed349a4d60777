"""Figures in one line each, for tables of sentences."""

from __future__ import annotations

import re

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.records import Block, Figure, Record, Report

MODIFIERS = {"at_least": ">=", "more_than": ">", "up_to": "<=", "at_most": "<=", "fewer_than": "<", "nearly": "~<"}


def read_text(text: str) -> Record:
    """Paragraphs in, their record out."""
    blocks, at = [], 0
    for piece in re.finditer(r"\n\n|\Z", text):
        if text[at : piece.start()].strip():
            blocks.append(Block(kind="paragraph", start=at, end=piece.start()))
        at = piece.end()
    report = Report(id="sha256:0", text=text, blocks=tuple(blocks))
    return extract_record(report, next(iter(parse_grammars([report]))))


def shown(text: str, *measures: str) -> list[str]:
    """Each figure of these measures in the order of the text, as in "killed 6-10 civilians", "injured >=12 people"."""
    found = sorted((c for c in read_text(text).claims if isinstance(c, Figure)), key=lambda figure: figure.span)
    return [_line(figure) for figure in found if figure.measure in measures]


def said_by(text: str, *measures: str) -> list[tuple[str, str]]:
    """(number, speaker) of each figure; the speaker is empty where it is the outlet's word or an unnamed one's."""
    record = read_text(text)
    speakers = {u.id: " and ".join(text[slice(*s.evidence[0])] for s in u.speakers) for u in record.utterances}
    found = sorted((c for c in record.claims if isinstance(c, Figure)), key=lambda figure: figure.span)
    return [(_number(f), speakers.get(f.utterance or "", "")) for f in found if f.measure in measures]


def _line(figure: Figure) -> str:
    words = [figure.measure, _number(figure), figure.group or "-"]
    words += [figure.nature] if figure.nature != "event_count" else []
    return " ".join([*words, *(["background"] if figure.background else [])])


def _number(figure: Figure) -> str:
    if figure.low is not None and figure.high is not None:
        return f"{figure.low:g}-{figure.high:g}"
    value = next(n for n in (figure.best, figure.low, figure.high) if n is not None)
    return f"{MODIFIERS.get(figure.modifier, '')}{value:g}"
