"""The place and the day in front of the first words of a report: "TBILISI, Aug. 12 -", "Geneva/Juba, 3 May 2021 –"."""

from __future__ import annotations

from sayso.extract.reading import Reading
from sayso.extract.said.ranges import DASHES

LONGEST_DATELINE = 18
"""Tokens of a place, an agency and a date before the dash that opens a report."""
PARTS = frozenset(("CD", ",", "-LRB-", "-RRB-", ".", "HYPH", ":", "SYM", "CC"))
JOINING = frozenset(("of", "the", "and"))
PARAGRAPHS = 2
"""Paragraphs from the start in which a dateline may stand."""


def dateline_end(reading: Reading, token: int) -> int | None:
    """The dash of "TBILISI, Aug. 12 -" where the token stands in its block's first tokens; None where there is none."""
    grammar = reading.grammar
    sentence = grammar.sentence_of[token]
    while sentence and grammar.block_of[sentence - 1] == grammar.block_of[sentence]:
        sentence -= 1
    first = grammar.sentences[sentence][0]
    if token - first > LONGEST_DATELINE:
        return None
    for at in range(first + 1, min(first + LONGEST_DATELINE, len(grammar) - 1)):
        if grammar.words[at] in DASHES and grammar.starts[at] > grammar.ends[at - 1]:
            return at if _place_and_date(reading, first, at) else None
    return None


def _place_and_date(reading: Reading, first: int, dash: int) -> bool:
    grammar = reading.grammar
    return grammar.tags[first][:3] == "NNP" and all(
        grammar.tags[t][:3] == "NNP" or grammar.tags[t] in PARTS or grammar.lowers[t] in JOINING
        for t in range(first, dash)
    )


def filed_from(reading: Reading) -> range:
    """The tokens of a dateline with its date that the first paragraphs open with; none where they open with none."""
    opening = [block.start for block in reading.report.blocks if block.kind == "paragraph"][:PARAGRAPHS]
    for start in opening:
        first = reading.token_starting.get(start)
        end = dateline_end(reading, first) if first is not None else None
        if first is not None and end is not None and "CD" in reading.grammar.tags[first:end]:
            return range(first, end)
    return range(0)
