"""What a clause's own modal, tense and adjectives make of what it tells."""

from __future__ import annotations

from sayso.extract.reading import Reading
from sayso.extract.realis.scheduled import is_scheduled
from sayso.parse import Clause, is_plain_form
from sayso.records.claims import Realis

MODALS: dict[str, Realis] = {
    "will": "planned", "shall": "planned", "'ll": "planned", "wo": "planned", "would": "planned", "'d": "planned",
    "can": "possible", "could": "possible", "may": "possible", "might": "possible", "ca": "possible",
    "should": "demanded", "must": "demanded", "ought": "demanded",
}  # fmt: skip
FOR_GOOD = frozenset(("dead", "deceased", "lifeless"))
"""States that are over when they are told of: the dying is what happened."""
ABLE = frozenset(("can", "could"))
ASCERTAINING = frozenset(
    ("confirm", "verify", "establish", "document", "identify", "corroborate", "authenticate", "ascertain", "count",
     "see", "hear", "reveal", "disclose", "record", "trace", "attest")
)  # fmt: skip
"""What one can find out or tell has happened: "could confirm the deaths of seven"."""
WOULD = frozenset(("would", "'d"))
IN_THE_END = frozenset(("later", "eventually", "ultimately", "subsequently", "finally"))
GOING_ON = frozenset(
    ("continue", "go on", "rage", "persist", "drag on", "intensify", "escalate", "unfold", "grind on", "rumble on",
     "last", "spread", "near", "worsen", "flare")
)  # fmt: skip
STAYING = frozenset(("remain", "stay", "continue", "persist"))
SUBJECT_DEPS = frozenset(("nsubj", "csubj"))


def own_status(reading: Reading, clause: Clause) -> Realis | None:
    """What a clause's own modal and tense make of it; its negation is beside that."""
    if _rages(reading, clause):
        return "ongoing"
    if _is_subjunctive(reading, clause):
        return "demanded"
    if clause.modal is not None and not clause.perfect:
        known = clause.modal in ABLE and clause.lemma in ASCERTAINING and not clause.negated and not clause.passive
        return None if known or _is_told_ahead(reading, clause) else MODALS.get(clause.modal)
    if clause.modal in ("may", "might", "could"):
        return "possible"
    if clause.tense == "present" and (clause.progressive or clause.kind == "adjectival") and not clause.perfect:
        return None if clause.lemma in FOR_GOOD else "ongoing"
    if clause.perfect and clause.progressive:
        return "ongoing"
    if clause.kind == "nominal":
        return _described(reading, clause)
    return "planned" if is_scheduled(reading.grammar, clause) else None


def _is_subjunctive(reading: Reading, clause: Clause) -> bool:
    """ "Insisted that the army withdraw", "that it be withdrawn": a statement without a tense is a demand."""
    if clause.how != "content" or clause.kind == "nominal" or clause.marker != "that" or clause.modal is not None:
        return False
    return is_plain_form(reading.grammar, clause.verb)


def _is_told_ahead(reading: Reading, clause: Clause) -> bool:
    """ "Soldiers would later find him dead and burn the house": what came of it, told from before; not where somebody
    says so."""
    if clause.modal not in WOULD or clause.how == "content":
        return False
    grammar, words = reading.grammar, clause.lemma.split()
    verbs = (clause.verb, *([grammar.heads[clause.verb]] if grammar.deps[clause.verb] == "conj" else []))
    around = {grammar.lowers[child] for verb in verbs for child in grammar.children[verb]}
    return not around.isdisjoint(IN_THE_END) or (words[0] in ("go", "end") and bool(around & {"on", "up"}))


def _rages(reading: Reading, clause: Clause) -> bool:
    """ "Fighting is raging", "the siege continues", "the curfew will remain in force": a noun that its verb says goes
    on."""
    upper = (
        reading.clause_at.get(clause.governor) if clause.kind == "nominal" and clause.marker in SUBJECT_DEPS else None
    )
    if upper is not None and upper.modal == "will" and upper.lemma in STAYING and not upper.negated:
        return True
    if upper is None or upper.lemma not in GOING_ON or upper.negated or upper.modal is not None or upper.perfect:
        return False
    return upper.tense == "present" or upper.progressive


def _described(reading: Reading, clause: Clause) -> Realis | None:
    """ "A possible attack", "the planned raid", "an impending assault"; not "a well-planned attack"."""
    grammar, entries = reading.grammar, reading.index.before_nouns
    for child in grammar.children[clause.predicate]:
        if grammar.deps[child] == "amod" and grammar.lowers[child] in entries:
            well = any(grammar.deps[below] == "advmod" for below in grammar.children[child])
            return None if well else entries[grammar.lowers[child]]
    return None
