"""Whom a pronoun means by the syntax alone: the same pronoun before it, or those to whom a deed was done before."""

from __future__ import annotations

from sayso.extract.reading import Reading
from sayso.extract.who.bound import bound_to
from sayso.extract.who.meanwhile import done_to_after, done_to_meanwhile, is_counted, one_of_undergone
from sayso.parse import Grammar

PLURAL = frozenset(["they", "them", "their", "theirs", "themselves"])
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
SHARES = frozenset(
    ("half", "most", "many", "some", "several", "all", "both", "majority", "third", "quarter", "few", "cent", "percent")
)  # fmt: skip
HELPING = ("ngo", "intergovernmental", "state")
NEEDING = frozenset(("sleep", "shelter", "flee", "hide", "starve", "camp", "arrive"))
"""What those do whom somebody else helps."""
ALSO_KEEPING = frozenset(("hold", "maintain"))
"""Verbs that report only what stands in a clause: "it has held Goma"."""
HARMED = frozenset(("injured", "wounded", "dead", "victims", "survivors", "casualties", "detained", "displaced"))


def said_of_before(reading: Reading, token: int) -> int | None:
    """ "It supplies the junta, yet it trains the rebels": the same pronoun as subject of the verb before; or whom the
    grammar of its sentence makes it mean."""
    if (bound := bound_to(reading.grammar, token)) is not None:
        return bound
    grammar, verb = reading.grammar, reading.grammar.heads[token]
    if grammar.deps[token] not in SUBJECTS or grammar.deps[verb] not in ("conj", "ccomp"):
        return None
    same = (c for c in grammar.children[grammar.heads[verb]] if grammar.deps[c] in SUBJECTS)
    return next((c for c in same if c < token and _is_the_same(reading, c, token)), None)


def done_to_before(reading: Reading, token: int) -> int | None:
    """ "Detained two fishermen and took them away", "tied up the men and slit their throats": to whom the same doer
    did the deed before, where that noun is of people and of the pronoun's number."""
    grammar, lower = reading.grammar, reading.grammar.lowers[token]
    whole = _antecedent_of_part(grammar, token) if lower == "whom" else _whole_before(grammar, token)
    if whole is not None:
        return whole
    if (speaker := _speaks_in_an_aside(grammar, token)) is not None:
        return speaker
    told = done_to_meanwhile(grammar, token)
    if told is not None:
        return told if _is_people(reading, told, lower) else None
    told = done_to_after(grammar, token)
    told = one_of_undergone(grammar, token) if told is None and lower not in ("he", "she", "they") else told
    if told is not None and _is_people(reading, told, lower):
        return told
    verb = _verb_that_undergoes(grammar, token)
    before = _verb_before(grammar, verb) if verb is not None else None
    clause = reading.clause_at.get(before) if before is not None else None
    objects = clause.slots.get("object", ()) if clause is not None else ()
    if len(objects) != 1 or not before < objects[0] < token:
        return None
    return objects[0] if _is_people(reading, objects[0], lower) else None


def speaks(reading: Reading, token: int) -> bool:
    """Whether it is the subject of a reporting word, or stands behind "according to"."""
    grammar, above = reading.grammar, reading.grammar.heads[token]
    if grammar.deps[token] == "pobj":
        return grammar.lowers[above] == "to" and grammar.lowers[grammar.heads[above]] == "according"
    known = reading.index.cue_verbs.get(grammar.lemmas[above], ())
    told = grammar.lemmas[above] not in ALSO_KEEPING or any(grammar.deps[c] == "ccomp" for c in grammar.children[above])
    return told and grammar.deps[token] == "nsubj" and any(not further for further, _ in known)


def _is_the_same(reading: Reading, subject: int, token: int) -> bool:
    """The same pronoun, or those who say that "they" do something."""
    lowers, tag = reading.grammar.lowers, reading.grammar.tags[subject]
    theirs = lowers[token] == "they" and tag in ("NNS", "NNPS") and speaks(reading, subject)
    return lowers[subject] == lowers[token] or (theirs and not tells_of_others(reading, subject, token))


def tells_of_others(reading: Reading, subject: int, token: int) -> bool:
    """ "Aid workers said they were sleeping in churches": who helps tells of those who need it."""
    heads, verb = reading.grammar.heads, reading.grammar.heads[token]
    needs = reading.grammar.lemmas[verb] in NEEDING and heads[verb] == heads[subject]
    return needs and any(entry.party_kind in HELPING for entry in reading.classes(subject))


def _whole_before(grammar: Grammar, token: int) -> int | None:
    """ "Nine people were taken to hospital, where two of them died", "the injured were flown out, but one of them
    died": those whose number or harm the sentence has told; of a share ("half of them"), the sentence before."""
    of = grammar.heads[token]
    part = grammar.heads[of]
    share = grammar.lowers[part] in SHARES
    if grammar.lowers[token] != "them" or grammar.lowers[of] != "of" or not (share or grammar.tags[part] == "CD"):
        return None
    sentence = grammar.sentence_of[token]
    goes_on = grammar.words[grammar.sentences[sentence][0] - 1] == ";"
    first = grammar.sentences[max(0, sentence - (share or goes_on))][0]
    told = (t for t in range(part - 1, first - 1, -1) if grammar.tags[t] == "NNS" or _is_of_the_harmed(grammar, t))
    return next((t for t in told if _is_of_the_harmed(grammar, t) or is_counted(grammar, t)), None)


def _antecedent_of_part(grammar: Grammar, whom: int) -> int | None:
    """ "Six men, three of whom were freed": the men."""
    verb = grammar.heads[grammar.heads[grammar.heads[whom]]]
    part = grammar.deps[whom] == "pobj" and grammar.lowers[grammar.heads[whom]] == "of"
    return grammar.heads[verb] if part and grammar.deps[verb] == "relcl" else None


def _is_of_the_harmed(grammar: Grammar, token: int) -> bool:
    """ "The injured": those of whom the report has told before."""
    return grammar.lowers[token] in HARMED and grammar.lowers[token - 1] == "the"


def _speaks_in_an_aside(grammar: Grammar, token: int) -> int | None:
    """ "The island, which said it would close its ports": whoever "which" stands for."""
    told = grammar.heads[token]
    said = grammar.heads[told]
    if grammar.deps[token] != "nsubj" or grammar.deps[told] != "ccomp" or grammar.deps[said] != "relcl":
        return None
    told_by = (c for c in grammar.children[said] if grammar.deps[c] == "nsubj")
    return grammar.heads[said] if any(grammar.lowers[c] in ("which", "who") for c in told_by) else None


def _verb_that_undergoes(grammar: Grammar, token: int) -> int | None:
    """The verb whose object is the pronoun, a part of it ("six of them"), or something that is the pronoun's."""
    lower, at = grammar.lowers[token], grammar.heads[token]
    if lower == "them" and grammar.lowers[at] == "of" and grammar.deps[grammar.heads[at]] == "dobj":
        return grammar.heads[grammar.heads[at]]
    if grammar.deps[token] == "poss" and lower in ("their", "his", "her"):
        verb = grammar.heads[at]
        return verb if grammar.deps[at] == "dobj" and grammar.tags[verb][0] == "V" else None
    return at if grammar.deps[token] == "dobj" and lower in ("them", "him", "her") else None


def _verb_before(grammar: Grammar, verb: int) -> int | None:
    """The verb that the same doer does before: "seized X and shot them", "seized X before shooting them"."""
    above = grammar.heads[verb]
    if any(grammar.deps[child] in SUBJECTS for child in grammar.children[verb]):
        return None
    if grammar.deps[verb] == "pcomp":
        return grammar.heads[above] if grammar.lowers[above] in ("before", "after") else None
    return above if grammar.deps[verb] in ("conj", "advcl") and above < verb else None


def _is_people(reading: Reading, token: int, pronoun: str) -> bool:
    grammar = reading.grammar
    joined = any(grammar.deps[child] == "conj" for child in grammar.children[token])
    many = grammar.tags[token] in ("NNS", "NNPS", "CD") or joined
    fits = many if pronoun in PLURAL else not many
    return fits and any(entry.unit == "people" or entry.party_kind for entry in reading.classes(token))
