"""People called by their country: "300 Kenyans", "5.4 million Haitians"."""

from __future__ import annotations

from sayso.extract.names.name_book import known_name
from sayso.parse import Grammar


def are_nationals(grammar: Grammar, noun: int) -> bool:
    """Whether a plural with a capital is what the citizens of a state are called."""
    word = grammar.words[noun]
    if not word[0].isupper() or not word.endswith("s") or grammar.tags[noun] not in ("NNPS", "NNS"):
        return False
    party = known_name(word[:-1])
    return party is not None and party.kind == "state"
