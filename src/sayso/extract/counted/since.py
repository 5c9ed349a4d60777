"""Whether a number is a sum over time: "since March 2011", "in the conflict", "over the past year", said of it and not
of something else in its sentence."""

from __future__ import annotations

import re
from functools import cache

from sayso.codebook import load_codebook
from sayso.extract.counted.draft import Counted
from sayso.extract.scene import Scene
from sayso.extract.setting.timed import RECORDING
from sayso.parse import Grammar, is_below

LONG_LINKS = frozenset(("in", "during", "of", "throughout", "since", "from", "over", "into"))
LONG_TIMES = frozenset(("month", "year", "decade"))
RECORD_BACK = 9
ORDINALS = frozenset(("first", "second", "third", "fourth", "fifth", "latest", "last", "unprecedented", "biggest"))
SUBJECTS = ("nsubj", "nsubjpass")
NOUNS = ("NN", "CD")
CLIMB = 20
SHARING = frozenset(("part", "participate", "participant", "involve", "role"))
"""What people do who are in a war themselves: "were taking part in hostilities"."""
YEAR = re.compile("(?:19|20)[0-9][0-9]")
EARLIER = frozenset(("earlier", "early", "later", "late"))
OF_A_BATTLE = 100
"""So many dead, told of in the present perfect of what goes on for days, are those of all its days."""
OF_A_WAR = 1_000
"""So many dead, told of in the present perfect behind a sentence about a war, are those of the war."""


def is_over_time(scene: Scene, item: Counted) -> bool:
    """Whether the sentence has words of a long time that the number is summed over."""
    grammar, number = scene.grammar, item.quantity.number
    first, after = grammar.sentences[grammar.sentence_of[number]]
    times = [token for token in range(first, after) if _tells_of_long(scene, token)]
    if any(item.source == "toll" or _is_said_of(scene, token, number) for token in times):
        return True
    if _sums_up(scene, item, least=OF_A_WAR) and _goes_on_from_long(scene, first):
        return True
    return _sums_up(scene, item, least=OF_A_BATTLE) and _is_of_what_lasts(scene, item)


def _is_of_what_lasts(scene: Scene, item: Counted) -> bool:
    """ "The battle for the port has killed more than 700 people": by a subject that goes on."""
    clause = scene.clause(item.quantity.number)
    subjects = clause.slots.get("subject", ()) if clause is not None else ()
    return any(scene.grammar.lemmas[token] in load_codebook().measures.lasting for token in subjects)


def _sums_up(scene: Scene, item: Counted, *, least: int) -> bool:
    """ "More than 200,000 people have been killed": so many that they are no one day's."""
    quantity, clause = item.quantity, scene.clause(item.quantity.number)
    return (
        max(quantity.low or 0, quantity.best or 0) >= least
        and clause is not None
        and clause.perfect
        and clause.tense == "present"
        and scene.setting.days.when(clause) is None
    )


def _goes_on_from_long(scene: Scene, first: int) -> bool:
    """Whether the sentence before, in the same block, is of a war or of a long time."""
    grammar = scene.grammar
    sentence = grammar.sentence_of[first]
    if not sentence or grammar.block_of[sentence - 1] != grammar.block_of[sentence]:
        return False
    before = range(*grammar.sentences[sentence - 1])
    return any(grammar.lemmas[token] in _long() or _tells_of_long(scene, token) for token in before)


@cache
def _long() -> frozenset[str]:
    return frozenset(load_codebook().measures.long)


@cache
def _since() -> frozenset[str]:
    return frozenset(load_codebook().measures.since)


def _tells_of_long(scene: Scene, token: int) -> bool:
    grammar, lemma = scene.grammar, scene.grammar.lemmas[token]
    if grammar.lowers[token] in _since():
        return grammar.deps[token] != "advmod" and not _is_of_a_record(grammar, token)
    if lemma in _long():
        told = grammar.deps[token] == "nsubj" or grammar.lowers[grammar.heads[token]] in LONG_LINKS
        told = told and not _is_of_somebody_else(scene, token) and not _names_what_is_before(grammar, token)
        return (told or _holds_clause(grammar, token)) and not _is_of_a_record(grammar, token)
    if lemma in LONG_TIMES:
        return _is_ongoing(grammar, token)
    return grammar.tags[token] == "CD" and _is_year_of_many(scene, token)


def _is_year_of_many(scene: Scene, token: int) -> bool:
    """ "Killed in attacks in 2024", "deaths recorded in 2023": a year, and no one deed in it."""
    grammar = scene.grammar
    if grammar.lowers[token - 1 : token] != ["in"] or not YEAR.fullmatch(grammar.words[token]):
        return False
    first, after = grammar.sentences[grammar.sentence_of[token]]
    attacks = load_codebook().measures.nouns["attacks"]
    return any(
        (grammar.tags[t] == "NNS" and grammar.lemmas[t] in attacks) or grammar.lemmas[t] in RECORDING
        for t in range(first, after)
    )


def _names_what_is_before(grammar: Grammar, token: int) -> bool:
    """ "Prisoners of war", "weapons of war": a kind of these."""
    return grammar.lowers[token - 1 : token + 1] == ["of", "war"] and grammar.tags[token - 2] == "NNS"


def _is_of_somebody_else(scene: Scene, token: int) -> bool:
    """As in "a group that monitors the war said", "seven of whom took part in hostilities": no sum is told by it."""
    grammar, above = scene.grammar, scene.grammar.heads[token]
    says = grammar.deps[token] == "nsubj" and grammar.lemmas[above] in scene.index.cue_verbs
    verb = grammar.heads[above]
    shared = grammar.lemmas[verb] in SHARING or any(
        grammar.lemmas[child] in SHARING for child in grammar.children[verb]
    )
    return says or (grammar.lowers[above] == "in" and shared)


def _is_ongoing(grammar: Grammar, token: int) -> bool:
    """As in "the past month", "the last two years", "this year"; not in "last month" and "earlier this year", which are
    one day of it."""
    around = {grammar.lowers[child]: grammar.deps[child] for child in grammar.children[token]}
    if "this" in around and not _is_of_a_record(grammar, token):
        return EARLIER.isdisjoint((*around, *grammar.lowers[max(0, token - 2) : token]))
    return "past" in around or ("last" in around and ("det" in around.values() or "nummod" in around.values()))


def _holds_clause(grammar: Grammar, token: int) -> bool:
    """As in "the war, which has killed": the noun has a clause of its own behind it."""
    return any(grammar.deps[child] == "relcl" for child in grammar.children[token])


def _is_of_a_record(grammar: Grammar, token: int) -> bool:
    """ "In the deadliest attack since the truce", "the first raid of the war": what had not been seen is told, and no
    sum."""
    near = range(max(0, token - RECORD_BACK), token)
    return any(_is_of_rank(grammar, t) for t in near)


def _is_of_rank(grammar: Grammar, token: int) -> bool:
    if grammar.tags[token] in ("JJS", "RBS"):
        return grammar.lowers[token] not in ("least", "most")
    behind = grammar.lemmas[token + 1] if token + 1 < len(grammar) else ""
    return grammar.lowers[token] in ORDINALS and grammar.tags[token + 1][:2] != "CD" and behind not in LONG_TIMES


def _is_said_of(scene: Scene, token: int, number: int) -> bool:
    """Whether what the words of time hang on is the clause of the number, one above it, or the number's own noun."""
    grammar = scene.grammar
    if is_below(grammar, number, token):
        return True
    if _is_of_the_subject(grammar, token):
        return False
    at = grammar.heads[token] if grammar.deps[token] == "mark" else token
    nouns = 0
    for _ in range(CLIMB):
        if grammar.heads[at] == at:
            return True
        at = grammar.heads[at]
        if is_below(grammar, at, number):
            return True
        if grammar.tags[at][:2] in NOUNS or grammar.deps[at] in SUBJECTS:
            if is_below(grammar, number, at):
                return True
            if grammar.deps[at] in SUBJECTS and not _does_it(scene, at, number):
                return False
            nouns += 1
        elif grammar.tags[at][0] == "V" and grammar.deps[at] not in ("conj", "aux", "auxpass", "xcomp", "amod"):
            return nouns < 2 and is_below(grammar, number, at)
    return True


def _is_of_the_subject(grammar: Grammar, token: int) -> bool:
    """As in "the army, at war since 2011, killed": words between subject and verb."""
    link = grammar.heads[token]
    if grammar.deps[token] != "prep" or grammar.tags[link] != "IN":
        return False
    verb = grammar.heads[link]
    return link < verb and any(grammar.deps[c] in SUBJECTS and c < link for c in grammar.children[verb])


def _does_it(scene: Scene, noun: int, number: int) -> bool:
    """As in "fighting since Monday has killed 12": a happening, of which the number's own verb tells."""
    clause = scene.clause(number)
    return noun in scene.reading.clause_at and clause is not None and clause.verb == scene.grammar.heads[noun]
