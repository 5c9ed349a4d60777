"""What reports say of sources that they do not name: "asked not to be named", "on condition of anonymity for fear of
arrest". None of it is news."""

from __future__ import annotations

from sayso.parse import Grammar

NAMELESS = frozenset(
    ("anonymity", "anonymously", "anonymous", "named", "identified", "quoted", "name", "names", "pseudonym", "identity",
     "withheld", "surname")
)  # fmt: skip
DREADED = frozenset(("fear", "fears", "fearing", "afraid", "because", "due", "out"))
ASKING = frozenset(
    (
        "ask",
        "request",
        "insist",
        "prefer",
        "decline",
        "want",
        "wish",
        "plead",
        "beg",
        "crave",
        "seek",
        "opt",
        "choose",
        "appeal",
    )
)
REACH_BACK, REACH_ON = 12, 6


def is_of_the_nameless(grammar: Grammar, token: int) -> bool:
    """Whether the token stands in the reason why a source goes without a name ("for fear of arrest"), or asks for
    that ("asked not to be named")."""
    first, after = grammar.sentences[grammar.sentence_of[token]]
    lowers = grammar.lowers
    if grammar.lemmas[token] in ASKING:
        behind = lowers[token + 1 : min(after, token + REACH_ON)]
        return not NAMELESS.isdisjoint(behind) and not {"not", "anonymity", "anonymous"}.isdisjoint(behind)
    before = lowers[max(first, token - REACH_BACK) : token + 1]
    nameless = next((at for at in range(len(before) - 1, -1, -1) if before[at] in NAMELESS), None)
    return nameless is not None and not DREADED.isdisjoint(before[nameless:]) and _is_reason(before[nameless:])


def _is_reason(words: list[str]) -> bool:
    """Whether no other statement begins in between."""
    return {"said", "told", "says", "tell", "saying", ".", ";"}.isdisjoint(words)
