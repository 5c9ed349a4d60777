"""Light verbs: the verb that carries a happening's noun ("launched an attack"), and whom it makes of its subject and
object."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.codebook import Frame, LightVerb
from sayso.extract.reading import Reading
from sayso.parse import Clause

PLACES_OF_NOUNS = {"dobj": "object", "nsubjpass": "object", "attr": "object", "nsubj": "subject", "csubj": "subject"}
STOPPING = frozenset(("halt", "stop", "end"))
HARMED = frozenset(("killed", "injured", "executed"))
Roles = tuple[tuple[int, ...], tuple[int, ...]]


def place_of(clause: Clause) -> str:
    """Where a nominal clause stands at its verb: subject, object, or the preposition; empty for none of these."""
    if clause.how == "prep":
        return clause.marker or ""
    return PLACES_OF_NOUNS.get(clause.marker or "", "")


def light_verb(reading: Reading, clause: Clause) -> LightVerb | None:
    """The entry of the verb that carries the noun, where the noun stands in the place that the entry names."""
    verb = reading.clause_at.get(clause.governor) if clause.governor is not None else None
    if verb is None or verb.kind == "nominal":
        return None
    words, via = verb.lemma.split(), place_of(clause)
    for further, light in reading.index.light_verbs.get(words[0], ()):
        if light.via == via and (not further or set(further) <= set(words[1:]) | _near(reading, verb)):
            return light
    return None


def _near(reading: Reading, verb: Clause) -> set[str]:
    return {reading.grammar.lowers[child] for child in reading.grammar.children[verb.predicate]}


def roles_from_verb(reading: Reading, clause: Clause, light: LightVerb, roles: Roles, *, frame: Frame) -> Roles:
    """Who did it to whom: what the noun itself leaves open is filled from the verb's own slots, in the roles of its
    entry; whoever announces a death or gives a toll did not do it."""
    verb = reading.clause_at[clause.governor]
    if _is_stopped(reading, clause, light):
        return roles[0], roles[1] or verb.slots.get("subject", ())
    found = roles_from_slots(light, verb.slots, but=clause.predicate)
    actors = () if _is_told(light, frame) else tuple(t for t in found.get("actor", ()) if t != verb.nobody)
    own = () if actors and all(_points(reading, token) for token in roles[0]) else roles[0]
    return own or actors, roles[1] or found.get("recipient", ())


def _points(reading: Reading, token: int) -> bool:
    """ "Launched its incursion": the pronoun is the subject that the verb has, which is told by its name."""
    return reading.grammar.tags[token] == "PRP$"


def _is_stopped(reading: Reading, clause: Clause, light: LightVerb) -> bool:
    """ "Halted an armoured thrust", "stopped 19 attacks": another's, whom the subject stops."""
    grammar = reading.grammar
    stopped = light.phase == "ended" and light.via == "object" and grammar.lemmas[clause.governor] in STOPPING
    beside = grammar.children[clause.predicate]
    return stopped and any(grammar.lowers[child] in ("a", "an") or grammar.tags[child] == "CD" for child in beside)


def _is_told(light: LightVerb, frame: Frame) -> bool:
    """Whether the noun tells what became of people ("a death") and the verb inflicts it on nobody."""
    outcome = "poss" not in frame.noun_slots.actor and not HARMED.isdisjoint(frame.counts.values())
    return outcome and light.subject == "actor" and "on" not in light.slots


def roles_from_slots(light: LightVerb, slots: dict[str, tuple[int, ...]], *, but: int) -> dict[str, tuple[int, ...]]:
    """What a verb's slots are to the happening that it carries, which is the token `but` itself; first come first."""
    given: dict[str, tuple[int, ...]] = {}
    for role, slot in _roles(light):
        fillers = tuple(token for token in slots.get(slot, ()) if token != but)
        if fillers and role not in given:
            given[role] = fillers
    return given


def _roles(light: LightVerb) -> Iterator[tuple[str, str]]:
    if light.subject:
        yield light.subject, "subject"
    if light.object:
        yield light.object, "object"
    for slot, role in light.slots.items():
        yield role, slot
