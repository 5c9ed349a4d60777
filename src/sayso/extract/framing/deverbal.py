"""Nouns made of verbs, read by the frames of their verb: "the delivery of medicine by the agency", "the banning of the
party"."""

from __future__ import annotations

from msgspec.structs import replace

from sayso.codebook import Frame, Index
from sayso.extract.framing.phrase import OBJECT
from sayso.parse import Clause, Grammar


def as_verb(index: Index, grammar: Grammar, clause: Clause) -> Clause | None:
    """What a noun with its "of" tells, as a clause of its verb: what stands behind "of" is the object, who owns it or
    stands behind "by" the subject. None where the noun is made of no verb of a frame."""
    verb = clause.lemma if grammar.tags[clause.predicate][0] == "V" else index.deverbal.get(clause.lemma)
    done_to = clause.slots.get("of")
    if verb is None or not done_to:
        return None
    doers = clause.fillers("by", "poss")
    rest = {slot: fillers for slot, fillers in clause.slots.items() if slot not in ("of", "by", "poss", "modifier")}
    slots = {**rest, OBJECT: done_to, **({"subject": doers} if doers else {})}
    return replace(clause, lemma=verb, kind="verbal", slots=slots)


def takes_object(frame: Frame) -> bool:
    """Whether a frame says something of its verb's object: else "of" may bring whose deed it is ("the fall of")."""
    return OBJECT in frame.verb_slots.recipient or OBJECT in frame.needs or frame.control is not None
