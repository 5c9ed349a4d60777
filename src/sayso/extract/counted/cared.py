"""What became of people by what is done about them: in care they are hurt, who is not seen again is missing."""

from __future__ import annotations

from sayso.extract.reading import Reading
from sayso.parse import Clause
from sayso.records.claims import Measure

CARED_FOR = frozenset(("treat", "hospitalise", "hospitalize", "recover", "recuperate", "convalesce"))
GETTING = frozenset(("receive", "undergo", "need", "require", "get"))
CARE = frozenset(("treatment", "surgery", "operation", "care", "attention", "amputation"))
STRIKING = frozenset(("strike", "hit", "graze", "pierce"))
MISSILES = frozenset(
    ("gunfire", "bullet", "shrapnel", "round", "pellet", "gunshot", "fragment", "crossfire", "shot", "fire")
)
BODY = frozenset(
    ("neck", "head", "chest", "leg", "arm", "back", "stomach", "abdomen", "shoulder", "face", "thigh", "foot", "hand")
)
LYING = frozenset(("be", "remain", "lie", "list", "hospitalise", "hospitalize"))
CONDITIONS = frozenset(("condition", "coma", "surgery"))
SEEN = frozenset(("see", "hear", "find", "trace", "locate", "account"))


def is_struck(reading: Reading, head: int) -> bool:
    """Whether the people are the object of what wounds ("were struck by gunfire"), or lie in some condition ("is in
    critical condition")."""
    clause = reading.owner(reading.grammar.heads[head])
    if clause is None or not {head} & {*clause.slots.get("subject", ()), *clause.slots.get("object", ())}:
        return False
    lemmas, slots = reading.grammar.lemmas, clause.slots
    if clause.lemma in STRIKING and any(lemmas[token] in BODY for token in slots.get("in", ())):
        return True
    slot, words = ("by", MISSILES) if clause.lemma in STRIKING else ("in", CONDITIONS)
    lies = clause.lemma in STRIKING or clause.lemma in LYING
    return lies and any(lemmas[token] in words for token in slots.get(slot, ()))


def told_of_them(reading: Reading, head: int) -> Measure | None:
    """Of a number without a measure that is the subject of such a clause: injured ("55 others were being treated"),
    missing ("six neighbours had not been seen since"), or none."""
    clause = reading.owner(reading.grammar.heads[head])
    if clause is None or not {head} & {*clause.slots.get("subject", ()), *clause.slots.get("object", ())}:
        return None
    if clause.negated and clause.passive and clause.lemma.split()[0] in SEEN:
        return "missing"
    return "injured" if _is_in_care(reading, clause) else None


def _is_in_care(reading: Reading, clause: Clause) -> bool:
    lemmas = reading.grammar.lemmas
    if clause.lemma in CARED_FOR:
        return not any(reading.is_a(token, "disease") for token in clause.slots.get("for", ()))
    return clause.lemma in GETTING and any(lemmas[token] in CARE for token in clause.slots.get("object", ()))
