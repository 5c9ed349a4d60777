"""Where reporting words stand: verbs with their fixed dependents, nouns, adjectives and adverbial phrases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from sayso.codebook import MONTHS, WEEKDAYS, Cue, Index
from sayso.extract.reading import Reading
from sayso.extract.said.hit import Form, Hit
from sayso.extract.said.numbers import has_object, number_link
from sayso.parse import Grammar, prepositional

NO_PREDICATE = frozenset(("aux", "auxpass", "amod", "compound", "case", "mark", "prep", "punct"))
FIXED = frozenset(
    (
        "prt",
        "prep",
        "dobj",
        "acomp",
        "oprd",
        "agent",
        "pobj",
        "advmod",
        "ccomp",
        "xcomp",
        "attr",
        "poss",
        "dative",
        "aux",
        "det",
    )
)
DAYS_AND_MONTHS = frozenset((*WEEKDAYS, *MONTHS, "today", "yesterday", "tomorrow", "behalf"))
DEPICTING = frozenset(("capture", "show", "demonstrate", "contain", "feature", "picture"))
PRONOUNS = frozenset(("he", "she", "we", "they", "who"))
PEOPLE = ("person", "civilian", "armed", "fighter", "group")
SEEING = frozenset(("see", "witness"))
PUSHED = frozenset(
    ("bid", "drive", "push", "offensive", "attack", "assault", "campaign", "advance", "advantage", "siege", "onslaught",
     "blockade", "fight", "war", "operation", "raid", "pursuit", "charge", "effort")
)  # fmt: skip
KEPT = frozenset(
    ("blockade", "siege", "presence", "control", "grip", "hold", "base", "position", "garrison", "pressure", "calm",
     "order", "peace", "truce", "ceasefire", "tie", "link", "relation", "contact", "force", "troop", "checkpoint",
     "outpost", "patrol", "stronghold", "foothold", "security", "stance", "neutrality", "lead", "momentum", "cordon")
)  # fmt: skip
UNITS = frozenset(
    ("division", "brigade", "battalion", "regiment", "army", "force", "unit", "troop", "front", "corps", "company",
     "squadron", "fleet", "militia", "group", "fighter", "soldier", "operation", "zone", "sector", "region", "garrison",
     "wing", "district", "majority", "respect", "support", "faction", "column", "gang", "man")
)  # fmt: skip
OFFICES = frozenset(
    ("minister", "president", "chief", "commander", "governor", "head", "director", "mayor", "secretary", "premier",
     "chairman", "leader", "general", "judge")
)  # fmt: skip
"""What somebody is dismissed as, who is dismissed from it."""
AIMED = frozenset(
    ("attack", "strike", "fire", "assault", "violence", "force", "anger", "threat", "shell", "rocket", "missile",
     "blow", "bomb", "abuse", "hostility", "artillery", "raid", "gun", "weapon")
)  # fmt: skip
"""What is directed at somebody, and nobody's order."""
OTHERWISE: dict[str, frozenset[str]] = {
    "see": frozenset(), "witness": frozenset(), "claim": frozenset(), "maintain": KEPT, "press": PUSHED,
    "command": UNITS, "direct": AIMED, "admit": frozenset(), "embrace": frozenset(("martyrdom",)), "dismiss": OFFICES,
}  # fmt: skip
"""Verbs of saying that do something else: with such an object, without eyes, or told beside another deed."""
COMMENTING = frozenset(
    ("comment", "elaborate", "speculate", "remark", "respond", "reply", "react", "answer", "hear", "speak", "confirm",
     "verify", "corroborate")
)  # fmt: skip
BESIDES = frozenset(("also", "sometimes", "often", "commonly", "locally", "popularly", "formerly", "previously"))
REFUSING = frozenset(("decline", "refuse"))
DECLINING = REFUSING | {"fail", "prefer", "bother"}
TOLD_OF = frozenset(("say", "disclose", "reveal", "specify", "tell"))
"""What is done with a thing that one knows; who fails to do it may have said something else."""
ADDING_UP = frozenset(("raise", "bring", "take", "push", "lift"))
ADDRESSING = frozenset(("tell", "inform", "assure", "warn", "brief"))
AHEAD = (["ahead"], ["forward"], ["home"], ["towards"], ["toward"], ["into"], ["deeper"], ["on"])
WORDS_ASKED_FOR = frozenset(("comment", "interview", "reply", "response", "clarification", "reaction"))


def find_hits(reading: Reading) -> dict[int, Hit]:
    """Head token -> the reporting word there, in order of tokens; at most one to a token."""
    hits: dict[int, Hit] = {}
    for hit in _each(reading):
        if hit.head not in hits:
            hits[hit.head] = hit
    silent = {token for token, hit in hits.items() if hit.cue.silent}
    kept = {token: hit for token, hit in hits.items() if not hit.cue.silent and not _of_its_picture(reading, hit)}
    return {
        token: hit
        for token, hit in kept.items()
        if not _is_kept_silent(reading, token, silent)
        and not _takes_lives(reading, hit)
        and not _is_deed_of_people(reading, hit)
        and not _asks_for_words(reading, hit)
        and not _is_told_to(reading, hit)
        and not _says_nothing(reading, hit)
        and not _does_the_thing(reading, hit)
        and not _gives_a_name(reading, hit)
    }


def _takes_lives(reading: Reading, hit: Hit) -> bool:
    """ "Claiming the lives of 21 people": what a deed claims, nobody says."""
    grammar = reading.grammar
    behind = grammar.lowers[hit.head + 1 : hit.head + 4]
    return grammar.lemmas[hit.head] == "claim" and not {"life", "lives"}.isdisjoint(behind)


def _is_deed_of_people(reading: Reading, hit: Hit) -> bool:
    """ "Troops captured part of the camp", "marched to show their anger": only pictures and papers show a thing in
    words."""
    grammar, clause = reading.grammar, reading.clause_at.get(hit.head)
    if hit.form != "verb" or grammar.lemmas[hit.head] not in DEPICTING or clause is None:
        return False
    if any(grammar.deps[child] == "ccomp" for child in grammar.children[hit.head]):
        return False
    doers = clause.slots.get("subject", ())
    return any(reading.is_a(doer, *PEOPLE) or grammar.lowers[doer] in PRONOUNS for doer in doers)


def _asks_for_words(reading: Reading, hit: Hit) -> bool:
    """ "A request for comment", "calls for clarification": an outlet's own question, which tells nothing."""
    if hit.form != "noun":
        return False
    return any(reading.grammar.lemmas[t] in WORDS_ASKED_FOR for t in prepositional(reading.grammar, hit.head, "for"))


def _gives_a_name(reading: Reading, hit: Hit) -> bool:
    """ "The Force, also called Rada": what somebody is called besides is said by nobody."""
    grammar, verb = reading.grammar, hit.head
    besides = grammar.lowers[verb - 1] in BESIDES and grammar.words[verb - 2] in (",", "(")
    return hit.form == "verb" and grammar.lowers[verb] in ("called", "named", "nicknamed", "dubbed") and besides


def _is_told_to(reading: Reading, hit: Hit) -> bool:
    """ "Told a press briefing that they held": where something is said, and no second saying."""
    grammar = reading.grammar
    heard = hit.form == "noun" and grammar.deps[hit.head] == "dobj"
    return heard and grammar.lemmas[grammar.heads[hit.head]] in ADDRESSING


def _says_nothing(reading: Reading, hit: Hit) -> bool:
    """ "Declined to comment on the claim", "no group has owned up to it", "two died, raising the toll to 16", "stopped
    short of accusing anybody"."""
    grammar, verb = reading.grammar, hit.head
    if hit.form == "verb" and hit.cue.act == "claim" and _by_nobody(reading, verb):
        return True
    if grammar.lowers[max(0, verb - 2) : verb] == ["short", "of"]:
        return True
    if grammar.lemmas[verb] in TOLD_OF and _is_under(grammar, verb, REFUSING):
        return True
    if hit.form != "verb" or grammar.lemmas[verb] not in COMMENTING:
        return hit.form == "verb" and grammar.lemmas[verb] in ADDING_UP and grammar.tags[verb] == "VBG"
    clause = reading.clause_at.get(verb)
    return _is_under(grammar, verb, DECLINING) or (clause is not None and clause.negated)


def _is_under(grammar: Grammar, verb: int, refusing: frozenset[str]) -> bool:
    """ "Declined to say how many had died": whether one of the verbs is what somebody does instead."""
    return grammar.deps[verb] == "xcomp" and grammar.lemmas[grammar.heads[verb]] in refusing


def _by_nobody(reading: Reading, verb: int) -> bool:
    """ "No one", "none of the groups", "no group": whose claim is nobody's."""
    lowers, children = reading.grammar.lowers, reading.grammar.children
    clause = reading.clause_at.get(verb)
    subjects = clause.slots.get("subject", ()) if clause is not None and clause.negated else ()
    return any(lowers[t] in ("nobody", "none") or any(lowers[c] == "no" for c in children[t]) for t in subjects)


def _does_the_thing(reading: Reading, hit: Hit) -> bool:
    """ "The deal will see troops leave", "maintains a blockade", "pressed a bid", "were admitted to hospital": what a
    verb of saying means there."""
    grammar, verb = reading.grammar, hit.head
    if hit.form != "verb" or grammar.lemmas[verb] not in OTHERWISE:
        return False
    clause = reading.clause_at.get(verb)
    if grammar.lemmas[verb] == "admit":
        return clause is not None and clause.passive and "to" in clause.slots
    if grammar.lemmas[verb] in SEEING:
        subjects = clause.slots.get("subject", ()) if clause is not None else ()
        return bool(subjects) and all(_sees_nothing(reading, t) for t in subjects)
    if grammar.lemmas[verb] == "press" and grammar.lowers[verb + 1 : verb + 2] in AHEAD:
        return True
    objects = [t for t in grammar.children[verb] if grammar.deps[t] == "dobj" and t > verb]
    if grammar.lemmas[verb] == "dismiss":
        objects = prepositional(grammar, verb, "as")
    if grammar.lemmas[verb] == "claim":
        return bool(objects) and grammar.deps[verb] == "advcl" and grammar.lowers[grammar.edges[verb][0]] == "as"
    return any(grammar.lemmas[t] in OTHERWISE[grammar.lemmas[verb]] for t in objects)


def _sees_nothing(reading: Reading, token: int) -> bool:
    """Whether a noun means no people who could see: "the deal", "last week"."""
    grammar = reading.grammar
    if grammar.tags[token] not in ("NN", "NNS"):
        return False
    return not any(entry.party_kind or entry.unit == "people" for entry in reading.classes(token))


def _is_kept_silent(reading: Reading, token: int, silent: set[int]) -> bool:
    """ "Asked not to be named", "declined to comment": the second verb tells what was not said."""
    return reading.grammar.deps[token] in ("xcomp", "ccomp") and reading.grammar.heads[token] in silent


def _of_its_picture(reading: Reading, hit: Hit) -> bool:
    """ "This frame grab shows fighters advance": a caption tells what its picture shows, which is nobody's word."""
    return hit.cue.kind == "document" and reading.block_kind(hit.head) == "caption"


@lru_cache(maxsize=4)
def _phrases_of(index: Index) -> dict[str, list[tuple[tuple[str, ...], Cue]]]:
    table: dict[str, list[tuple[tuple[str, ...], Cue]]] = defaultdict(list)
    for cue in index.book.cues:
        for phrase in cue.phrases:
            first, *rest = phrase.split()
            table[first].append((tuple(rest), cue))
    return {first: sorted(rows, key=lambda row: -len(row[0])) for first, rows in table.items()}


def _each(reading: Reading) -> Iterator[Hit]:
    grammar, index = reading.grammar, reading.index
    verbs, nouns, adjectives, phrases = index.cue_verbs, index.cue_nouns.table, index.cue_adjectives, _phrases_of(index)
    worded = {*verbs, *nouns, *adjectives}
    for token in sorted({*grammar.tokens_of_lemmas(worded), *grammar.tokens_of(phrases.keys())}):
        lemma = grammar.lemmas[token]
        if lemma in verbs and _is_verb(reading, token):
            hit = _matched(reading, token, verbs[lemma], "verb")
            if hit is not None:
                yield hit
                continue
        if lemma in nouns and grammar.tags[token][:2] == "NN":
            found = index.cue_nouns.ending_at(grammar.lemmas, token)
            if found and not _conjunction(reading, token):
                size, cue = found[0]
                yield Hit(cue, "noun", token, tuple(range(token - size + 1, token + 1)))
        elif lemma in adjectives and grammar.tags[token] in ("JJ", "VBN", "RB", "VBD", "JJR"):
            hit = _matched(reading, token, adjectives[lemma], "adjective")
            if hit is not None:
                yield hit
        if grammar.lowers[token] in phrases:
            hit = _phrase(reading, token, phrases[grammar.lowers[token]])
            if hit is not None:
                yield hit


def _conjunction(reading: Reading, token: int) -> bool:
    """Whether a noun only makes a conjunction: "in order to", "for fear of"."""
    lowers = reading.grammar.lowers
    if lowers[token] == "fear" and token and lowers[token - 1] == "for":
        return True
    return lowers[token] == "order" and lowers[token - 1 : token + 2 : 2] in (["in", "to"], ["in", "that"])


def _is_verb(reading: Reading, token: int) -> bool:
    grammar = reading.grammar
    tag, dep = grammar.tags[token], grammar.deps[token]
    if tag[0] == "V":
        return dep not in NO_PREDICATE
    if tag[:2] != "NN" or dep not in ("ROOT", "ccomp", "relcl", "advcl"):
        return False
    return token in reading.clause_at or _takes_clause(reading, token)


def _takes_clause(reading: Reading, token: int) -> bool:
    """ "The military states that": a verb that the tagger took for a plural."""
    grammar = reading.grammar
    return grammar.tags[token] == "NNS" and any(
        grammar.deps[t] in ("ccomp", "relcl") and t > token and _opened_by_that(reading, t)
        for t in grammar.children[token]
    )


def _opened_by_that(reading: Reading, clause: int) -> bool:
    grammar, first = reading.grammar, reading.grammar.edges[clause][0]
    return grammar.lowers[first] == "that" and grammar.deps[first] == "mark"


def _matched(reading: Reading, token: int, rows: list[tuple[tuple[str, ...], Cue]], form: Form) -> Hit | None:
    for rest, cue in rows:
        words = number_link(reading, token, rest, cue) if cue.numbered else _dependents(reading, token, rest)
        if words is not None and (cue.numbered or has_object(reading, token, cue)):
            return Hit(cue, form, token, (token, *words))
    return None


def _dependents(reading: Reading, token: int, rest: tuple[str, ...]) -> tuple[int, ...] | None:
    """The tokens of a form's fixed words: each hangs on one of those before it, or follows it directly."""
    found: list[int] = []
    for word in rest:
        at = _next_word(reading, [token, *found], word)
        if at is None:
            return None
        found.append(at)
    return tuple(found)


def _next_word(reading: Reading, known: list[int], word: str) -> int | None:
    grammar, last = reading.grammar, known[-1]
    after = last + 1
    if word == "on" and (_dated(reading, known) or _takes_that_clause(reading, known[0])):
        return None
    if word == "about" and grammar.tags[after + 1 : after + 2] == ["CD"]:
        return None
    if after < len(grammar) and (grammar.lowers[after] == word or grammar.lemmas[after] == word):
        return after
    end = grammar.sentences[grammar.sentence_of[last]][1]
    if word not in grammar.lowers[after:end] and word not in grammar.lemmas[after:end]:
        return None
    for head in reversed(known):
        for child in grammar.children[head]:
            if child <= last:
                continue
            if grammar.deps[child] in FIXED and word in (grammar.lowers[child], grammar.lemmas[child]):
                return child
            first = grammar.edges[child][0]
            if word in ("for", "that") and grammar.deps[first] == "mark" and grammar.lowers[first] == word:
                return first
    return None


def _takes_that_clause(reading: Reading, verb: int) -> bool:
    """ "Reported on its website that five had died": what stands behind "on" is where it was said."""
    grammar = reading.grammar
    return any(grammar.deps[t] == "ccomp" and t > verb and _opened_by_that(reading, t) for t in grammar.children[verb])


def _dated(reading: Reading, known: list[int]) -> bool:
    """Whether the "on" of these words is that of a date: "was reported on Monday"."""
    grammar = reading.grammar
    links = [t for head in known for t in grammar.children[head] if grammar.lowers[t] == "on"]
    return any(is_time(reading, t) for link in links for t in grammar.children[link] if grammar.deps[t] == "pobj")


def is_time(reading: Reading, token: int) -> bool:
    """Whether the token is a day, a month or a number, as in "called on 19 September"."""
    return reading.grammar.tags[token] == "CD" or reading.grammar.lowers[token] in DAYS_AND_MONTHS


def _phrase(reading: Reading, token: int, rows: list[tuple[tuple[str, ...], Cue]]) -> Hit | None:
    lowers = reading.grammar.lowers
    for rest, cue in rows:
        after = token + 1 + len(rest)
        if tuple(lowers[token + 1 : after]) == rest and after < len(lowers):
            return Hit(cue, "phrase", token, tuple(range(token, after)))
    return None
