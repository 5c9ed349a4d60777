"""Verbs of saying, as the mistakes that the parser makes around them tell them apart."""

from __future__ import annotations

SAYING = frozenset(
    ("say", "tell", "add", "report", "state", "note", "explain", "announce", "claim", "write", "confirm", "stress",
     "insist")
)  # fmt: skip
STATING = SAYING | frozenset(
    ("maintain", "argue", "assert", "acknowledge", "admit", "concede", "declare", "reiterate", "allege", "respond",
     "reply", "answer", "counter", "retort")
)  # fmt: skip
"""What a side does that says how things are."""
TELLING = SAYING | {"recall", "reveal", "lament", "disclose", "recount", "warn"}
"""What ends a sentence whose speaker comes last."""
