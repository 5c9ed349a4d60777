"""Who issues a report in its own name: an army's statement, an armed group's communiqué."""

from __future__ import annotations

from sayso.codebook import load_codebook
from sayso.extract.names.name_book import known_name
from sayso.extract.names.roster import PartyDraft
from sayso.extract.reading import Reading
from sayso.extract.who.cast import Cast
from sayso.records import Block

OURS = frozenset(("we", "us", "our", "ours", "ourselves"))
HEADED = frozenset(("headline", "heading", "byline"))
ISSUING = frozenset(("armed_group", "state_force", "coalition"))
"""Kinds of parties whose statements call their own men "our forces"; "our reporter" is nobody's."""
LINKS = frozenset(("of", "for"))
HALF = 0.5
OPENING = 5
"""Sentences within which a statement says whose it is."""
LONGEST = 10
"""Words of a name that stands alone."""


def issuer_of(cast: Cast) -> str | None:
    """The roster's key of the party whose name stands alone over or under the text; None where none does."""
    headed = [block for block in cast.reading.report.blocks if block.kind in HEADED]
    keys = [key for block in headed if (key := _known(cast, block) or _unknown(cast, block)) is not None]
    return keys[0] if keys else None


def announcer(reading: Reading) -> int | None:
    """The subject of "The General Staff of the Armed Forces announces:", where that opens the text."""
    grammar = reading.grammar
    for first, after in grammar.sentences[:OPENING]:
        if grammar.words[after - 1] == ":" and reading.block_kind(first) == "paragraph":
            subjects = (t for t in range(first, after) if grammar.deps[t] == "nsubj")
            return next((t for t in subjects if grammar.heads[grammar.heads[t]] == grammar.heads[t]), None)
    return None


def _known(cast: Cast, block: Block) -> str | None:
    """A party of the codebook, or that the report introduces, whose name is half the line or more."""
    for match in cast.names:
        start, end = match.span
        if block.start <= start and end <= block.end and end - start >= HALF * (block.end - block.start):
            return cast.entry(match.entry).key if match.entry.kind in ISSUING else None
    printed = cast.reading.text[block.start : block.end]
    entry = known_name(" ".join(_in_lower_case(word) for word in printed.split())) if printed.isupper() else None
    return cast.want(entry, span=(block.start, block.end)).key if entry and entry.kind in ISSUING else None


def _in_lower_case(word: str) -> str:
    return word.lower() if word.lower() in LINKS else word.capitalize()


def _unknown(cast: Cast, block: Block) -> str | None:
    """ "BRIGADE OF THE FREE MEN OF KONA": a name by its capitals and by the word for what it is."""
    words = cast.reading.text[block.start : block.end].split()
    kind = load_codebook().names.organisations.get(words[0].lower())
    titled = all(word[0].isupper() or word in (*LINKS, "the") for word in words)
    if kind not in ISSUING or not titled or len(words) > LONGEST or words[1].lower() not in LINKS:
        return None
    name = " ".join(words)
    draft = cast.roster.party(PartyDraft(key=f"name {name.lower()}", name=name, kind=kind))
    draft.spans.add((block.start, block.end))
    return draft.key
