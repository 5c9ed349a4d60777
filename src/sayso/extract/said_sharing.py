"""Reporting words in a row: "she said they had fled and called it a crime" is two sayings of hers."""

from __future__ import annotations

from sayso.extract.reading import Reading
from sayso.extract.said_draft import Draft


def share_speakers(reading: Reading, drafts: dict[int, Draft]) -> None:
    """Takes reporting verbs that the parser hung on a content out of it, and gives them the speaker of the verb above.

    A verb of saying conjoined with the content's verb, without a subject of its own and in the tense of the verb
    above, goes on with what the speaker did.
    """
    for draft in drafts.values():
        above = _verb_above(reading, draft, drafts)
        if above is not None:
            draft.speakers = above.speakers
            cut = _left_end(reading, draft.at)
            above.spans = [(a, min(b, cut)) for a, b in above.spans if a < cut]


def _verb_above(reading: Reading, draft: Draft, drafts: dict[int, Draft]) -> Draft | None:
    grammar, top = reading.grammar, draft.at
    if not _is_speech(draft) or any(grammar.deps[t] in ("nsubj", "nsubjpass", "aux") for t in grammar.children[top]):
        return None
    while grammar.deps[top] == "conj":
        top = grammar.heads[top]
    above = drafts.get(grammar.heads[top])
    if top == draft.at or grammar.deps[top] != "ccomp" or above is None or not _is_speech(above):
        return None
    finite = grammar.tags[above.at] == grammar.tags[draft.at] and grammar.tags[draft.at] in ("VBD", "VBZ", "VBP")
    return above if finite and above.at < top else None


def _is_speech(draft: Draft) -> bool:
    return draft.hit is not None and draft.hit.form == "verb" and draft.cue.kind == "speech"


def _left_end(reading: Reading, verb: int) -> int:
    """The end of the last word before the verb's own words and the "and" before them."""
    grammar, first = reading.grammar, reading.grammar.edges[verb][0]
    while first > 0 and (grammar.lowers[first - 1] in ("and", "but", "or", ",", "then", "also")):
        first -= 1
    return grammar.ends[first - 1] if first else 0
