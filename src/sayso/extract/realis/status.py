"""Whether a thing happened: the status of a clause by its own words and by all that it stands under."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sayso.codebook import Cue, Embedding
from sayso.extract.framing.light import light_verb
from sayso.extract.phrase import is_definite, is_denied
from sayso.extract.reading import Reading
from sayso.extract.realis.denied import is_beside_the_denial
from sayso.extract.realis.judged import judged
from sayso.extract.realis.own import own_status
from sayso.extract.realis.untrue import untrue_report
from sayso.parse import Clause, Grammar, How
from sayso.records.claims import Phase, Realis

CLIMB = 12
EMBEDDED = frozenset(("infinitive", "content", "prep"))
WORDED, WHETHER = frozenset(("content", "prep")), frozenset(("whether", "if"))
ADDRESSED = frozenset(("on", "upon", "to", "for", "with"))
UNTIL, WILL = frozenset(("until", "till")), frozenset(("will", "would", "'ll", "wo", "shall", "must", "should"))
PUTTING_OFF = frozenset(
    ("rule out", "reject", "refuse", "postpone", "suspend", "delay", "withhold", "exclude", "defer", "vow", "pledge",
     "promise", "threaten", "put off", "hold off")
)  # fmt: skip
WAITING = UNTIL | {"before", "once", "when", "after", None}
OBJECT_DEPS = frozenset(("dobj", "attr", "oprd", "pobj", "nsubjpass"))
OPEN = (None, "ongoing", "happened")
UNDONE = (*OPEN, "planned", "expected")
"""What a word of failing, refusing or calling off undoes."""
FOR_WHAT_IS_WANTED = frozenset(("for", "to", "of", "against", "from", "on", "into", "over"))


LEFT_UNDONE = frozenset(("without", "instead of", "rather than"))
STATING = frozenset(("purport", "profess", "pretend"))
"""Verbs whose infinitive is what they state: "a video purporting to show the killing"."""
VOICING = frozenset(
    ("denounce", "condemn", "protest", "demand", "decry", "deplore", "urge", "mourn", "call", "express")
)
"""What people do by marching or blocking a road: "took to the streets to denounce the killing"."""
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
BEGINNING = frozenset(
    ("resume", "begin", "start", "open", "take place", "hold", "continue", "go ahead", "convene", "follow", "happen",
     "come", "end", "conclude", "launch", "complete", "sign", "take effect", "kick off", "get under way", "go on",
     "last", "carry out", "conduct", "stage", "reopen", "restart")
)  # fmt: skip
SUBJECT_DEPS = frozenset(("nsubj", "csubj"))


class Status(NamedTuple):
    """What became of a happening; `steps` are the tokens of the words that set it."""

    realis: Realis = "happened"
    phase: Phase | None = None
    steps: tuple[int, ...] = ()


def status_of(reading: Reading, clause: Clause) -> Status:
    """The status of a clause: its own negation and modality first, then the words that it stands under, up to a full
    statement."""
    weighing = _Weighing(reading, clause)
    if (untrue := untrue_report(reading, clause)) is not None:
        return Status("negated", weighing.phase, (untrue,))
    for above in stands_under(reading, clause):
        if above.how == "condition":
            return Status("conditional", weighing.phase, (*weighing.steps, above.token))
        if is_known(reading, above):
            break
        weighing.add(above)
    return weighing.status()


def is_known(reading: Reading, above: Above) -> bool:
    """Whether what stands there took place, whatever stands above: "called for an inquiry into the killings"."""
    if above.how not in ("prep", "content") or (above.standing.kind != "nominal" and above.how == "content"):
        return False
    embedding = governing_entry(reading, above)
    return isinstance(embedding, Embedding) and embedding.factive


class Above(NamedTuple):
    """What a clause stands under: the governing token, how, the word that says so, and which clause stands there."""

    token: int
    how: How
    marker: str | None
    standing: Clause


class _Weighing:
    """What is known so far of whether the happening of one clause took place."""

    def __init__(self, reading: Reading, clause: Clause) -> None:
        self.reading, self.clause = reading, clause
        self.steps: list[int] = []
        self.phase: Phase | None = None
        self.negated = clause.negated or clause.marker in LEFT_UNDONE
        self.realis = own_status(reading, clause)
        self.presupposed = clause.kind == "nominal" and _is_definite(reading.grammar, clause.predicate)

    def add(self, above: Above) -> None:
        """Weigh what the clause stands under; of what is asked with "whether" nobody says that it is so."""
        voiced = above.how == "purpose" and self.reading.grammar.lemmas[self.clause.predicate] in VOICING
        if above.how == "purpose" and not voiced and self.reading.grammar.lemmas[above.token] not in STATING:
            self.realis = self.realis or "planned"
        upper = self.reading.clause_at.get(above.token)
        if self._is_laid(above) or self._is_owned(above) or above.marker in LEFT_UNDONE:
            return
        if above.how in WORDED and (worth := judged(self.reading, above.token)) is not None:
            self.realis = worth
            self.steps.append(above.token)
            return
        if above.how == "content" and above.marker in WHETHER:
            self.realis = self.realis or "possible"
        embedding = governing_entry(self.reading, above) if above.how in EMBEDDED else None
        if embedding is not None:
            self._embed(above, embedding, upper)
        if upper is not None and above.how in EMBEDDED and upper.kind != "nominal":
            self._under_verb(above, upper, embedded=embedding is not None)

    def _is_laid(self, above: Above) -> bool:
        """ "Accused of the murder", "wanted for the attack": who did it is open, that it was done is known."""
        entries = self.reading.index.attributions.get(self.reading.grammar.lemmas[above.token], ())
        return self.presupposed and any(above.marker in (*entry.deed, *entry.via) for entry in entries)

    def _is_owned(self, above: Above) -> bool:
        """ "Claimed responsibility for killing him": no duty to."""
        return above.marker == "for" and self.reading.grammar.lemmas[above.token] == "responsibility"

    def status(self) -> Status:
        untrue = self.negated and self.realis in (None, "ongoing", "planned", "expected")
        told = self.realis or _awaited(self.reading, self.clause) or "happened"
        return Status("negated" if untrue else told, self.phase, tuple(self.steps))

    def _embed(self, above: Above, embedding: Embedding | Cue, upper: Clause | None) -> None:
        self.steps.append(above.token)
        if embedding.realis == "negated" and is_beside_the_denial(self.reading, self.clause):
            return
        if upper is not None and above.how == "infinitive" and upper.lemma == "go" and upper.progressive:
            self.realis = _stronger(self.realis, "planned")
            return
        self.phase = self.phase or embedding.phase
        self.negated = self.negated != is_denied(self.reading.grammar, above.token)
        if embedding.realis == "negated" and self.realis in UNDONE:
            self.negated = not self.negated
        elif not _is_done(embedding, upper):
            self.realis = _stronger(self.realis, embedding.realis or _goes_on(upper, embedding.phase))

    def _under_verb(self, above: Above, upper: Clause, *, embedded: bool) -> None:
        carries = above.standing.kind == "nominal" and _carries(self.reading, upper)
        denied = upper.negated and self._is_touched(above, upper)
        if denied and embedded and above.how != "prep":
            self.negated = not self.negated
        foreseen = above.how == "content" and upper.lemma == "see" and upper.modal is not None
        if above.how == "infinitive" or carries or foreseen or self._is_supposed(above, upper):
            self.negated = self.negated or (denied and not embedded)
            self.realis = self.realis or own_status(self.reading, upper)

    def _is_supposed(self, above: Above, upper: Clause) -> bool:
        """ "An assault on the town would be a mistake": one of which it is told what it would do, and no known one."""
        subject = above.standing is self.clause and above.marker in SUBJECT_DEPS
        return subject and self.clause.kind == "nominal" and upper.modal is not None and not self.presupposed

    def _is_touched(self, above: Above, upper: Clause) -> bool:
        """Whether a denial of the verb denies what stands under it: not what is known anyway, nor what has its own
        denial."""
        if is_denied(self.reading.grammar, above.token):
            return False
        if above.standing.kind == "nominal" and upper.denies_object:
            return False
        return not self.presupposed or (above.standing is self.clause and _does(self.reading, self.clause))


def _is_done(embedding: Embedding | Cue, upper: Clause | None) -> bool:
    """ "Was able to leave", "has been able to identify": no mere ability."""
    if not isinstance(embedding, Embedding) or not embedding.done_in_past or upper is None or upper.modal is not None:
        return False
    return upper.tense == "past" or upper.perfect


def _awaited(reading: Reading, clause: Clause) -> Realis | None:
    """ "Talks are due to resume", "a round of talks is likely to be held": a noun has the status of its beginning."""
    at = clause
    if clause.kind == "nominal" and clause.how == "prep" and clause.marker == "of":
        at = reading.clause_at.get(clause.governor) or clause
    if at.kind != "nominal" or at.governor is None or at.marker not in SUBJECTS:
        return None
    grammar = reading.grammar
    words = (at.governor, *(c for c in grammar.children[at.governor] if grammar.deps[c] in ("acomp", "oprd")))
    inner = (reading.clause_at.get(c) for word in words for c in grammar.children[word] if grammar.deps[c] == "xcomp")
    begun = (one for one in inner if one is not None and one.lemma in BEGINNING)
    told = next(
        (status_of(reading, one).realis for one in begun if at.predicate in one.fillers("subject", "object")), None
    )
    return None if told == "happened" else told


def _is_definite(grammar: Grammar, token: int) -> bool:
    """Whether a noun speaks of a happening as known ("the attack", "their attack"): a denial around it leaves it as it
    was."""
    return is_definite(grammar, token) or any(grammar.deps[child] == "poss" for child in grammar.children[token])


def _goes_on(upper: Clause | None, phase: Phase | None) -> Realis | None:
    """ "Continues to besiege", "was also continuing": what goes on is not over."""
    told = upper is not None and upper.modal is None and not upper.perfect
    going = told and (upper.tense == "present" or upper.progressive)
    return "ongoing" if phase == "ongoing" and going else None


def is_aside(reading: Reading, clause: Clause) -> bool:
    """Whether it is told in a clause of its own within what is said ("talks with the rebels, who broke them off"), or
    as known: what a cue makes of its content does not touch it."""
    if clause.kind == "participle" or any(is_known(reading, above) for above in stands_under(reading, clause)):
        return True
    at: Clause | None = clause
    for _ in range(CLIMB):
        if at is None or at.governor is None or (at.how == "content" and at.kind != "nominal"):
            return at is not None and _is_asked_about(reading, at)
        if at.how in ("relative", "time", "cause") and _is_told_apart(reading, at):
            return True
        at = reading.clause_at.get(at.governor)
    return False


def _is_told_apart(reading: Reading, clause: Clause) -> bool:
    """A clause of the past, or one that a comma sets apart ("the rebels, whom it calls terrorists")."""
    grammar = reading.grammar
    apart = clause.how == "relative" and clause.tense == "present" and clause.modal is None
    first = min((grammar.edges[clause.verb][0], clause.verb))
    return clause.tense == "past" or _is_bare_participle(reading, clause) or (apart and grammar.words[first - 1] == ",")


def _is_asked_about(reading: Reading, clause: Clause) -> bool:
    """ "Asked why soldiers had burned it", "how they got in": who asks for the reason takes it as done."""
    grammar = reading.grammar
    verbs = (clause.verb, grammar.heads[clause.verb]) if grammar.deps[clause.verb] == "conj" else (clause.verb,)
    return any(grammar.tags[child] == "WRB" for verb in verbs for child in grammar.children[verb] if child < verb)


def _is_bare_participle(reading: Reading, clause: Clause) -> bool:
    """ "The release of the men held since May": a passive without auxiliary behind its noun."""
    return clause.how == "relative" and clause.passive and clause.tense is None and clause.modal is None


def _stronger(realis: Realis | None, other: Realis | None) -> Realis | None:
    """The status nearer to the verb wins, but nothing is only ongoing under a plan."""
    if realis in OPEN:
        return other or realis
    return realis


def stands_under(reading: Reading, clause: Clause) -> Iterator[Above]:
    """What the clause stands under, upwards, until a statement of its own begins."""
    at = clause
    for _ in range(CLIMB):
        if at.governor is not None and at.how == "time" and _is_yet_to_come(reading, at):
            yield Above(at.governor, "condition", at.marker, at)
        if at.governor is None or at.how in ("relative", "time", "cause", "main"):
            return
        yield Above(at.governor, at.how, at.marker, at)
        if at.how == "content" and at.kind != "nominal":
            return
        upper = reading.clause_at.get(at.governor) or _clause_of_noun(reading, at.governor)
        if upper is None or upper is at:
            return
        at = upper


def _is_yet_to_come(reading: Reading, clause: Clause) -> bool:
    """ "Will not leave until the army withdraws": what is waited for, which nobody says has come."""
    upper = reading.clause_at.get(clause.governor) if clause.governor is not None else None
    if upper is None or clause.marker not in WAITING or clause.perfect:
        return False
    waits = upper.modal is not None or upper.tense in ("present", "future") or upper.how == "infinitive"
    if clause.marker in UNTIL:
        return waits or upper.negated or upper.progressive or upper.lemma in PUTTING_OFF
    return clause.tense == "present" and upper.modal in WILL


def _clause_of_noun(reading: Reading, token: int) -> Clause | None:
    """A noun between two clauses ("a plan to attack") hands on to what it stands under itself."""
    grammar = reading.grammar
    head, marker = grammar.heads[token], grammar.deps[token]
    if grammar.deps[head] in ("prep", "agent"):
        head, marker = grammar.heads[head], grammar.lowers[head]
    if head == token or grammar.tags[token] == "RB":
        return None
    return Clause(
        predicate=token, verb=token, lemma=grammar.lemmas[token], kind="nominal", slots={}, governor=head, how="prep",
        marker=marker,
    )  # fmt: skip


def governing_entry(reading: Reading, above: Above) -> Embedding | Cue | None:
    """The entry of the word above, where the clause stands in the place that it governs."""
    index, grammar, token = reading.index, reading.grammar, above.token
    if above.standing.kind == "nominal" and above.marker not in (None, *OBJECT_DEPS, *FOR_WHAT_IS_WANTED):
        return None
    tag = grammar.tags[token][:2]
    if tag == "VB":
        return _verb_entry(reading, token, above.standing)
    if tag == "NN":
        entries = (entry for _, entry in index.embedding_nouns.ending_at(grammar.lemmas, token))
        return next((e for e in entries if not (e.only_clauses and above.standing.kind == "nominal")), None)
    rows = index.embedding_adjectives.get(grammar.lemmas[token])
    return rows[0][1] if rows else None


def _verb_entry(reading: Reading, token: int, standing: Clause) -> Embedding | Cue | None:
    index, grammar = reading.index, reading.grammar
    clause = reading.clause_at.get(token)
    words = clause.lemma.split() if clause is not None else [grammar.lemmas[token]]
    if standing.how == "content" and standing.kind != "nominal":
        return None
    rows = index.embedding_verbs.get(words[0], ())
    further = set(words[1:]) | (set(standing.marker.split()) if standing.marker else set())
    if standing.how == "infinitive" and clause is not None:
        further |= clause.slots.keys() & ADDRESSED
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
