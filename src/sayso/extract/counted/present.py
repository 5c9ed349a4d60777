"""People who are there, need something or are sheltered: what a number of them is, by the verb of which it is the
subject."""

from __future__ import annotations

from sayso.codebook import NounClass, load_codebook
from sayso.extract.counted.cared import CONDITIONS
from sayso.extract.counted.nationals import are_nationals
from sayso.extract.counted.nouns import head_of, people_class
from sayso.extract.counted.quantities import Quantity, size_of
from sayso.extract.counted.words import ARMED
from sayso.extract.reading import Reading
from sayso.parse import Clause
from sayso.records.claims import Measure

MANY = 10
"""From this number on people who leave are a movement, and a number without a measure is worth keeping."""

BELIEVED = frozenset(("believe", "think", "know", "say", "estimate", "understand", "report", "presume", "expect"))
LYING = frozenset(("remain", "be", "stay", "lie", "hospitalize", "hospitalise"))
HAVING = frozenset(("have", "deploy", "station", "keep", "muster", "field"))
WARDS = frozenset(("hospital", "care"))
STAYING = frozenset(("stay", "live", "sleep", "shelter", "camp", "camp out", "huddle", "cram", "pack", "be", "lodge"))
REFUGES = frozenset(("school", "worship", "camp"))
PLAIN = frozenset((None, "people", "civilians", "refugees", "women"))
HOSPITALISED = frozenset(("hospitalize", "hospitalise", "hospitalized", "hospitalised"))


def present(reading: Reading, quantity: Quantity, head: int, noun: int) -> tuple[int, Measure] | None:
    """A number's noun in; who is counted and the measure out, or None where no verb says that they are there."""
    above = _told_of(reading, head)
    clause = reading.owner(above) if above != head else None
    if clause is None:
        return None
    if noun == quantity.number and clause.lemma == "number":
        noun = next(iter(clause.slots.get("subject", ())), noun)
    unclassed = noun == quantity.number or are_nationals(reading.grammar, noun)
    many = unclassed and size_of(quantity) >= MANY
    measure = _presence(reading, quantity, clause, people_class(reading, noun), many=many)
    return (noun, measure) if measure is not None else None


def _told_of(reading: Reading, head: int) -> int:
    """The verb above; of "are thought to be in the town" the one that they are thought to do."""
    grammar, above = reading.grammar, reading.grammar.heads[head]
    raised = (c for c in grammar.children[above] if grammar.deps[c] == "xcomp" and grammar.tags[c] in ("VB", "VBN"))
    return next(raised, above) if grammar.lemmas[above] in BELIEVED and grammar.deps[head] == "nsubjpass" else above


def _presence(
    reading: Reading, quantity: Quantity, clause: Clause, entry: NounClass | None, *, many: bool
) -> Measure | None:
    words, verb = load_codebook().measures, clause.lemma.split()[0]
    if (entry is not None or many) and _is_subject(reading, quantity, clause) and _wants(reading, clause):
        return "in_need"
    if _lies_in_hospital(reading, clause, entry):
        return "injured"
    if (entry is not None or many) and _stays_in_a_refuge(reading, clause, entry):
        return "displaced"
    if entry is None:
        return "civilians_present" if many and verb in words.present else None
    if entry.group == "refugees" or (verb in words.sheltering and entry.party_kind == "civilians"):
        return "displaced"
    there = verb == "be" and any(reading.grammar.deps[c] == "expl" for c in reading.grammar.children[clause.verb])
    if _is_had_by_the_armed(reading, clause, entry):
        return "fighters_present"
    if verb in words.present or there or _are_there(reading, clause):
        return "fighters_present" if entry.group in ARMED else "civilians_present"
    return None


def _are_there(reading: Reading, clause: Clause) -> bool:
    """ "Fewer than 100 civilians are left in the city", "some 2,000 families are in the camp"."""
    placed = any(reading.is_a(t, "place", "territory", "site") for t in clause.slots.get("in", ()))
    return placed and (clause.lemma == "be" or (clause.passive and clause.lemma == "leave"))


def _is_had_by_the_armed(reading: Reading, clause: Clause, entry: NounClass) -> bool:
    """ "The army has 600 men in the garrison"."""
    having = entry.group == "men" and clause.lemma in HAVING and "object" in clause.slots
    return having and any(reading.is_a(t, "armed", "fighter") for t in clause.slots.get("subject", ()))


def _lies_in_hospital(reading: Reading, clause: Clause, entry: NounClass | None) -> bool:
    """ "Six remain in hospital", "are still hospitalised"; nobody of those who shelter in the hospital."""
    grammar = reading.grammar
    if clause.lemma not in LYING or (entry is not None and entry.group == "medics"):
        return False
    wards = (t for t in clause.slots.get("in", ()) if grammar.lemmas[t] in WARDS)
    if any(all(grammar.deps[c] != "det" for c in grammar.children[t]) for t in wards):
        return True
    if any(grammar.lemmas[t] in CONDITIONS for t in clause.slots.get("in", ())):
        return entry is None or entry.group is None or entry.unit == "people"
    return any(grammar.lemmas[c] in HOSPITALISED for c in (*grammar.children[clause.verb], clause.predicate))


def _stays_in_a_refuge(reading: Reading, clause: Clause, entry: NounClass | None) -> bool:
    """ "9,300 are staying in two schools", "live in tents": where nobody lives who is at home."""
    if clause.lemma not in STAYING or (entry is not None and entry.group not in PLAIN):
        return False
    places = (t for slot in ("in", "at") for t in clause.slots.get(slot, ()) if t > clause.predicate)
    shelters = load_codebook().measures.shelters
    return any(
        reading.grammar.lemmas[t] in shelters or any(one.protected in REFUGES for one in reading.classes(t))
        for t in places
    )


def _wants(reading: Reading, clause: Clause) -> bool:
    """ "Need", "depend on", "go hungry": a verb of want, with the word behind it that makes it one."""
    first, *rest = clause.lemma.split()
    around = {*rest, *clause.slots, *(reading.grammar.lowers[c] for c in reading.grammar.children[clause.verb])}
    around |= {reading.grammar.lemmas[filler] for filler in clause.slots.get("in", ())}
    wanting = (phrase.split() for phrase in load_codebook().measures.in_need)
    return any(first == verb and around.issuperset(further) for verb, *further in wanting)


def _is_subject(reading: Reading, quantity: Quantity, clause: Clause) -> bool:
    return head_of(reading, quantity) in clause.slots.get("subject", ())
