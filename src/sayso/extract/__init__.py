"""Reading -> mentions, utterances, claims: one file a question."""

from sayso.extract.explained.explainer import KINDS, Explainer
from sayso.extract.explained.types import (
    ClaimLine,
    ClauseSeen,
    Explanation,
    FrameTried,
    Identified,
    Mark,
    Passage,
    Rival,
    Slot,
    Step,
    Word,
)
from sayso.extract.record import extract_record

__all__ = [
    "KINDS",
    "ClaimLine",
    "ClauseSeen",
    "Explainer",
    "Explanation",
    "FrameTried",
    "Identified",
    "Mark",
    "Passage",
    "Rival",
    "Slot",
    "Step",
    "Word",
    "extract_record",
]
