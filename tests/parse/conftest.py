"""One sentence, or a few, through the parse room."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.parse import Grammar, parse_grammars
from sayso.records import Block, Report

Parse = Callable[..., Grammar]


def report_of(text: str, *blocks: Block) -> Report:
    return Report(id="sha256:0", text=text, blocks=blocks or (Block(kind="paragraph", start=0, end=len(text)),))


@pytest.fixture(scope="session")
def parse() -> Parse:
    """A text in, with its blocks if they matter; its grammar out."""
    return lambda text, *blocks: next(parse_grammars([report_of(text, *blocks)]))
