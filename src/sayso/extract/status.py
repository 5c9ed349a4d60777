"""Whether a thing happened: the status of a clause by its own words and by all that it stands under."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sayso.codebook import Cue, Embedding
from sayso.extract.framing_light import light_verb
from sayso.extract.reading import Reading
from sayso.parse import Clause, Grammar
from sayso.records.claims import Phase, Realis

CLIMB = 12
MODALS: dict[str, Realis] = {
    "will": "planned", "shall": "planned", "'ll": "planned", "wo": "planned", "would": "planned", "'d": "planned",
    "can": "possible", "could": "possible", "may": "possible", "might": "possible", "ca": "possible",
    "should": "demanded", "must": "demanded", "ought": "demanded",
}  # fmt: skip
EMBEDDED = frozenset(("infinitive", "content", "prep"))
OBJECT_DEPS = frozenset(("dobj", "attr", "oprd", "pobj", "nsubjpass"))
OPEN = (None, "ongoing", "happened")
DEFINITE = frozenset(("the", "this", "that", "these", "those"))
FOR_WHAT_IS_WANTED = frozenset(("for", "to", "of", "against", "from", "on", "into"))


class Status(NamedTuple):
    """What became of a happening; `steps` are the tokens of the words that set it."""

    realis: Realis = "happened"
    phase: Phase | None = None
    steps: tuple[int, ...] = ()


def status_of(reading: Reading, clause: Clause) -> Status:
    """The status of a clause: its own negation and modality first, then the words that it stands under, up to a full
    statement."""
    steps: list[int] = []
    phase: Phase | None = None
    negated = clause.negated or clause.marker == "without"
    realis: Realis | None = own_status(reading, clause)
    presupposed = clause.kind == "nominal" and is_definite(reading.grammar, clause.predicate)
    for token, how, marker, standing in stands_under(reading, clause):
        if how == "condition":
            return Status("conditional", phase, (*steps, token))
        if how == "purpose":
            realis = realis or "planned"
        upper = reading.clause_at.get(token)
        embedding = governing_entry(reading, token, standing, marker) if how in EMBEDDED else None
        if embedding is not None:
            steps.append(token)
            phase = phase or embedding.phase
            if embedding.realis == "negated" and realis in OPEN:
                negated = not negated
            else:
                realis = _stronger(realis, embedding.realis or _goes_on(upper, embedding.phase))
        if upper is not None and how in ("infinitive", "content", "prep") and upper.kind != "nominal":
            carries = standing.kind == "nominal" and _carries(reading, upper)
            denied = upper.negated and not (standing.kind == "nominal" and upper.denies_object)
            if presupposed and not (standing is clause and _does(reading, clause)):
                denied = False
            if denied and how != "prep" and embedding is not None:
                negated = not negated
            if how == "infinitive" or (how in ("content", "prep") and carries):
                negated = negated or (denied and embedding is None)
                realis = realis or own_status(reading, upper)
    untrue = negated and realis in (None, "ongoing", "planned", "expected")
    return Status("negated" if untrue else realis or "happened", phase, tuple(steps))


def is_definite(grammar: Grammar, token: int) -> bool:
    """Whether a noun speaks of a happening as known ("the attack", "their attack"): a denial around it leaves it as it
    was."""
    return any(
        grammar.deps[child] == "poss" or (grammar.deps[child] == "det" and grammar.lowers[child] in DEFINITE)
        for child in grammar.children[token]
    )


def _goes_on(upper: Clause | None, phase: Phase | None) -> Realis | None:
    """ "Continues to besiege", "was also continuing": what goes on is not over."""
    going = upper is not None and not upper.perfect and (upper.tense == "present" or upper.progressive)
    return "ongoing" if phase == "ongoing" and going else None


def is_aside(reading: Reading, clause: Clause) -> bool:
    """Whether it is told in a clause of its own within what is said ("talks with the rebels, who broke them off"):
    what a cue makes
    of its content does not touch it."""
    at: Clause | None = clause
    for _ in range(CLIMB):
        if at is None or at.governor is None or (at.how == "content" and at.kind != "nominal"):
            return False
        if at.how in ("relative", "time", "cause") and at.tense == "past":
            return True
        at = reading.clause_at.get(at.governor)
    return False


def own_status(reading: Reading, clause: Clause) -> Realis | None:
    """What a clause's own modal and tense make of it; its negation is beside that."""
    if clause.modal is not None and not clause.perfect:
        return MODALS.get(clause.modal)
    if clause.modal in ("may", "might", "could"):
        return "possible"
    if clause.tense == "present" and (clause.progressive or clause.kind == "adjectival") and not clause.perfect:
        return "ongoing"
    if clause.perfect and clause.progressive:
        return "ongoing"
    return None


def _stronger(realis: Realis | None, other: Realis | None) -> Realis | None:
    """The status nearer to the verb wins, but nothing is only ongoing under a plan."""
    if realis in OPEN:
        return other or realis
    return realis


def stands_under(reading: Reading, clause: Clause) -> Iterator[tuple[int, str, str | None, Clause]]:
    """(governor, how, marker, the clause that stands under it), upwards, until a statement of its own begins."""
    at = clause
    for _ in range(CLIMB):
        if at.governor is None or at.how in ("relative", "time", "cause", "main"):
            return
        yield at.governor, at.how, at.marker, at
        if at.how == "content" and at.kind != "nominal":
            return
        upper = reading.clause_at.get(at.governor)
        if upper is None:
            upper = _clause_of_noun(reading, at.governor)
        if upper is None or upper is at:
            return
        at = upper


def _clause_of_noun(reading: Reading, token: int) -> Clause | None:
    """A noun between two clauses ("a plan to attack") hands on to what it stands under itself."""
    grammar = reading.grammar
    head = grammar.heads[token]
    if grammar.deps[head] in ("prep", "agent"):
        head = grammar.heads[head]
    if head == token:
        return None
    return Clause(
        predicate=token, verb=token, lemma=grammar.lemmas[token], kind="nominal", slots={}, governor=head, how="prep",
        marker=grammar.deps[token],
    )  # fmt: skip


def governing_entry(reading: Reading, token: int, standing: Clause, marker: str | None) -> Embedding | Cue | None:
    """The entry of the word above, where the clause stands in the place that it governs."""
    index, grammar = reading.index, reading.grammar
    if (
        standing.kind == "nominal"
        and marker is not None
        and marker not in OBJECT_DEPS
        and marker not in FOR_WHAT_IS_WANTED
    ):
        return None
    lemma = grammar.lemmas[token]
    tag = grammar.tags[token][:2]
    if tag == "VB":
        return _verb_entry(reading, token, standing)
    if tag == "NN":
        entries = (e for _, e in index.embedding_nouns.ending_at(grammar.lemmas, token))
        return next((e for e in entries if not (e.only_clauses and standing.kind == "nominal")), None)
    rows = index.embedding_adjectives.get(lemma)
    return rows[0][1] if rows else None


def _verb_entry(reading: Reading, token: int, standing: Clause) -> Embedding | Cue | None:
    index, grammar = reading.index, reading.grammar
    clause = reading.clause_at.get(token)
    words = clause.lemma.split() if clause is not None else [grammar.lemmas[token]]
    if standing.how == "content" and standing.kind != "nominal":
        return None
    rows = index.embedding_verbs.get(words[0], ())
    further = set(words[1:]) | ({standing.marker} if standing.marker else set())
    fits = [e for rest, e in rows if set(rest) <= further]
    objects = clause.slots.get("object", ()) if clause is not None else ()
    has_object = bool(set(objects) - {standing.predicate})
    fits.sort(key=lambda e: (e.subject_of == "object") != has_object)
    if standing.kind == "nominal":
        fits = [e for e in fits if not e.only_clauses]
    return fits[0] if fits else None


def _does(reading: Reading, clause: Clause) -> bool:
    """Whether the verb does what its noun tells, so that to deny the one is to deny the other: "did not carry out the
    strike"."""
    light = light_verb(reading, clause)
    return light is not None and not light.factive and light.phase not in ("paused", "ended")


def _carries(reading: Reading, clause: Clause) -> bool:
    """Whether the verb is a light one, so that its negation and tense are its noun's."""
    return clause.lemma.split()[0] in reading.index.light_verbs
