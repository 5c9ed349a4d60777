"""What the parser is known to get wrong, put right in the columns before anything is asked of them."""

from __future__ import annotations

import simplemma

from sayso.parse.grammar import Grammar
from sayso.parse.repair.adjectives import FINITE, adjective_beside_noun, participle_before_noun
from sayso.parse.repair.dates import free_dates, seat_behind_clocks, seat_subjects
from sayso.parse.repair.deeds import CALENDAR

SHARES = frozenset(("most", "much", "some", "all", "many", "several", "half", "both", "none", "more"))
CIRCUMSTANCES = frozenset(("prep", "npadvmod", "advmod", "advcl", "mark"))


PHRASAL = frozenset(
    (("hold", "on"), ("hold", "out"), ("hang", "on"), ("break", "out"), ("break", "through"), ("close", "in"))
)  # fmt: skip
"""Verbs that with such a word have no passive: "troops held on to the town"."""
INTRANSITIVE = frozenset(
    [
        "rebel",
        "mutiny",
        "counterattack",
        "march",
        "rally",
        "protest",
        "gather",
        "assemble",
        "demonstrate",
        "riot",
        "advance",
        "retreat",
        "withdraw",
        "arrive",
        "clash",
        "die",
        "flee",
        "escape",
        "return",
        "leave",
        "depart",
        "collapse",
        "erupt",
        "surrender",
        "converge",
        "swoop",
        "pounce",
        "descend",
        "surge",
        "stream",
        "pour",
        "trek",
        "walk",
        "sweep",
        "burst",
        "charge",
        "rush",
        "race",
        "rampage",
        "revolt",
        "rise",
        "congregate",
        "throng",
        "mass",
        "muster",
        "regroup",
        "hide",
        "shelter",
        "camp",
        "sleep",
        "queue",
        "weep",
        "wail",
        "pray",
        "kneel",
        "sit",
        "stand",
        "speak",
        "talk",
        "agree",
        "cooperate",
        "collaborate",
        "negotiate",
        "resign",
        "defect",
        "desert",
        "disappear",
        "vanish",
        "perish",
        "starve",
        "survive",
        "remain",
        "wait",
        "travel",
        "fly",
        "sail",
        "emerge",
        "vote",
        "clamour",
        "chant",
        "sing",
        "dance",
        "cheer",
        "jeer",
        "complain",
    ]
)
"""Verbs of which "VBN" behind a noun is seldom a participle: "a regiment rebelled against its commander"."""
ALLIED = frozenset(
    ("allied", "armed", "opposing", "neighbouring", "neighboring", "remaining", "attacking", "advancing")
)
"""Participles that stand before a noun as adjectives do."""
GIVING = frozenset(
    ("grant", "deny", "give", "offer", "refuse", "allow", "send", "hand", "promise", "guarantee", "permit", "show",
     "sell", "supply", "provide", "lend", "deliver", "pay", "award", "loan", "ship")
)  # fmt: skip
GIVEN = frozenset(
    [
        "access",
        "permission",
        "entry",
        "passage",
        "admission",
        "visa",
        "asylum",
        "refuge",
        "amnesty",
        "bail",
        "citizenship",
        "sanctuary",
        "shelter",
        "treatment",
        "help",
        "support",
        "protection",
        "safety",
        "clemency",
        "leave",
        "autonomy",
        "packing",
        "freedom",
        "immunity",
        "recognition",
        "medicine",
        "food",
        "water",
        "aid",
    ]
)
"""What one gives somebody: behind a noun for people it is no part of one noun with it."""
RECEIVERS = frozenset(
    ("junta", "government", "army", "group", "militia", "regime", "military", "rebel", "side", "force", "faction",
     "country", "movement", "fighter", "militant", "insurgent", "navy", "police", "authority", "paramilitary", "ally",
     "opposition", "separatist", "jihadist", "president", "general", "warlord", "coalition", "alliance", "state")
)  # fmt: skip
"""To whom one gives or sells: with an article and before another noun they are no part of one noun with it."""
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
PLURALS = ("s", "men")
NOMINAL = frozenset(("conj", "pobj", "dobj", "nsubj", "nsubjpass", "compound", "appos", "nmod"))
NO_VERBS = frozenset(
    ("airstrikes", "airraids", "airdrops", "counteroffensives", "counterstrikes", "offensives", "onslaughts",
     "gunfights", "firefights", "shootouts", "crackdowns", "bombardments", "explosions", "incursions", "casualties",
     "fatalities", "injuries", "deaths", "losses", "warplanes", "warships", "gunships", "helicopters", "airplanes")
)  # fmt: skip
"""Plurals that the tagger takes for verbs."""


MENDED = frozenset(("conj", "ROOT", "advcl", "dep", "npadvmod", "advmod", "compound"))


def repair(grammar: Grammar) -> None:
    """Mends the columns in place: nouns joined to verbs, participles before nouns, statements whose root is their
    subject."""
    for token, dep in enumerate(grammar.deps):
        if dep not in MENDED:
            continue
        head = grammar.heads[token]
        if dep == "conj" and grammar.tags[head][0] == "V" and head < token and _is_nominal(grammar, token):
            _noun_beside_verb(grammar, token, head)
        elif (
            grammar.lowers[token] in ALLIED
            and grammar.tags[token][0] == "V"
            and dep in ("conj", "ROOT", "advcl", "dep")
        ):
            participle_before_noun(grammar, token)
        elif dep == "conj" and grammar.tags[token][:2] == "JJ" and grammar.tags[head][:2] == "NN":
            adjective_beside_noun(grammar, token, head)
        elif dep in ("npadvmod", "advmod") and grammar.tags[token] == "NNP" and token == head + 1:
            _named_receiver(grammar, token, head)
        elif dep == "compound" and grammar.lemmas[token] in RECEIVERS:
            _receiver_before_gift(grammar, token)
        elif dep == "compound" and grammar.lemmas[head] in GIVEN:
            _two_objects(grammar, token, head)
        elif head == token and grammar.tags[token][:2] == "NN":
            _subject_as_root(grammar, token)
    seat_subjects(grammar)
    free_dates(grammar)
    seat_behind_clocks(grammar)
    _plurals_that_open(grammar)
    _plurals_taken_for_verbs(grammar)


def _plurals_that_open(grammar: Grammar) -> None:
    """ "Militiamen dragged", "Farmers fled": a lone plural whose capital only opens its sentence is no name."""
    tags, words, deps = grammar.tags, grammar.words, grammar.deps
    openings = {first for first, _ in grammar.sentences}
    names: frozenset[str] | None = None
    for token in openings:
        after = tags[token + 1] if token + 1 < len(tags) else ""
        lone = tags[token] == "NNP" and deps[token] in SUBJECTS and after not in ("NNP", "NNPS", "POS", "HYPH")
        if not lone or not words[token].istitle() or not grammar.lowers[token].endswith(PLURALS):
            continue
        lemma = simplemma.lemmatize(grammar.lowers[token], lang="en")
        if names is None:
            names = frozenset(words[t] for t in range(len(tags)) if t not in openings)
        if lemma.islower() and lemma != grammar.lowers[token] and words[token] not in names:
            tags[token], grammar.lemmas[token] = "NNS", lemma


def _plurals_taken_for_verbs(grammar: Grammar) -> None:
    """ "Killed by artillery fire and US airstrikes", "14 recruits": a plural of war that is no verb, or one that is
    counted, where a noun stands."""
    for token, tag in enumerate(grammar.tags):
        if tag != "VBZ" or grammar.deps[token] not in NOMINAL:
            continue
        if grammar.lowers[token + 1 : token + 2] == ["which"] and grammar.words[token - 1] == ",":
            _noun_behind_a_comma(grammar, token)
        counted = grammar.tags[token - 1] == "CD" and grammar.heads[token - 1] == token
        if counted or grammar.lowers[token] in NO_VERBS:
            grammar.tags[token] = "NNS"
            grammar.lemmas[token] = simplemma.lemmatize(grammar.lowers[token], lang="en")


def _noun_behind_a_comma(grammar: Grammar, token: int) -> None:
    """ "Killed three and wounded six, figures which the army disputes": a noun for what stands before the comma."""
    before = token - 2
    if grammar.tags[before][:2] not in ("NN", "CD") or grammar.heads[before] == before:
        return
    grammar.tags[token], grammar.deps[token], grammar.heads[token] = "NNS", "appos", before
    grammar.lemmas[token] = simplemma.lemmatize(grammar.lowers[token], lang="en")


def _subject_as_root(grammar: Grammar, token: int) -> None:
    """ "Widows protested outside the court" read as a noun with a participle: the finite verb is the root, the noun
    its subject."""
    sentence = grammar.sentences[grammar.sentence_of[token]]
    below = [t for t in range(token + 1, sentence[1]) if grammar.heads[t] == token]
    below += [t for t in range(token + 1, sentence[1]) if _hangs_on_phrase(grammar, t, token)]
    participles = (t for t in below if grammar.deps[t] == "acl" and grammar.tags[t] in FINITE)
    verb = next((t for t in participles if _may_have_tense(grammar, t, sentence[1])), None)
    if (
        verb is None
        or verb - token > 12
        or any(_states(grammar, t) and not _is_told_of(grammar, t, verb) for t in range(*sentence))
    ):
        return
    before = [t for t in range(sentence[0], token) if grammar.heads[t] == token and grammar.deps[t] in CIRCUMSTANCES]
    for circumstance in (*before, *(t for t in below if t > verb)):
        grammar.heads[circumstance] = verb
        if grammar.deps[circumstance] == "acl":
            grammar.deps[circumstance] = "advcl"
    grammar.heads[verb], grammar.deps[verb], grammar.tags[verb] = verb, "ROOT", "VBD"
    grammar.heads[token], grammar.deps[token] = verb, "nsubj"


def _may_have_tense(grammar: Grammar, verb: int, end: int) -> bool:
    """Whether a participle may be a finite verb: one of the passive has no object, and no doer behind "by"."""
    if grammar.tags[verb] != "VBN":
        return True
    below = {grammar.deps[t] for t in range(verb, end) if grammar.heads[t] == verb}
    alone = grammar.lemmas[verb] in INTRANSITIVE or (grammar.lemmas[verb], grammar.lowers[verb + 1]) in PHRASAL
    return below.isdisjoint(("agent", "aux")) and (alone or "dobj" in below)


def _states(grammar: Grammar, token: int) -> bool:
    return grammar.tags[token] in ("VBD", "VBZ", "VBP")


def _is_beside(grammar: Grammar, token: int, verb: int) -> bool:
    """ "Violence killed 125 and injured 428": the verb itself, or one that is joined to it."""
    return token == verb or (grammar.deps[token] == "conj" and grammar.heads[token] == verb)


def _is_told_of(grammar: Grammar, token: int, verb: int) -> bool:
    """Whether a verb with a tense stands beside the verb, or under it where that has a tense of its own."""
    if _is_beside(grammar, token, verb):
        return True
    below = token
    while grammar.tags[verb] == "VBD" and grammar.heads[below] != below:
        if below == verb:
            return True
        below = grammar.heads[below]
    return False


def _two_objects(grammar: Grammar, token: int, given: int) -> None:
    """ "Granted inspectors access" read as one noun: the first is to whom it is given, with what stands before it."""
    verb = grammar.heads[given]
    before = [t for t in range(verb + 1, token) if grammar.heads[t] == given]
    apart = grammar.tags[token] == "NNS" or any(grammar.deps[t] in ("det", "poss") for t in before)
    if grammar.deps[given] != "dobj" or grammar.lemmas[verb] not in GIVING or token + 1 != given or not apart:
        return
    grammar.heads[token], grammar.deps[token] = verb, "dative"
    for child in before:
        grammar.heads[child] = token


def _receiver_before_gift(grammar: Grammar, token: int) -> None:
    """ "Sold the junta fighter jets", "gave the group military support" read as one noun: the first gets the second."""
    given = grammar.heads[token]
    while grammar.deps[given] == "compound":
        given = grammar.heads[given]
    verb = grammar.heads[given]
    before = [t for t in range(verb + 1, token) if grammar.deps[t] in ("det", "poss", "amod", "nummod")]
    if grammar.deps[given] != "dobj" or grammar.lemmas[verb] not in GIVING or len(before) != token - verb - 1:
        return
    if any(grammar.deps[t] in ("det", "poss") for t in before):
        grammar.heads[token], grammar.deps[token] = verb, "dative"
        for child in before:
            grammar.heads[child] = token


def _named_receiver(grammar: Grammar, token: int, verb: int) -> None:
    """ "Had shipped Russia six million shells": a name between a verb of giving and its object is who gets it; "will
    capture Sirte": one behind an infinitive without an object is its object."""
    objects = [t for t in range(token + 1, min(token + 9, len(grammar))) if grammar.heads[t] == verb]
    if grammar.lemmas[verb] in GIVING and any(grammar.deps[t] == "dobj" for t in objects):
        grammar.deps[token] = "dative"
    elif grammar.tags[verb] in ("VB", "VBG") and grammar.lowers[token] not in CALENDAR:
        sentence = range(*grammar.sentences[grammar.sentence_of[verb]])
        bare = not any(grammar.heads[t] == verb and grammar.deps[t] in ("dobj", "dative") for t in sentence)
        grammar.deps[token] = "dobj" if bare else grammar.deps[token]


def _hangs_on_phrase(grammar: Grammar, token: int, root: int) -> bool:
    """ "Thousands of opponents of the coup gathered", "men armed with knives set off dynamite": the verb hangs on a
    noun of the root's phrase."""
    if grammar.deps[token] != "acl" or not (grammar.lemmas[token] in INTRANSITIVE or _takes_object(grammar, token)):
        return False
    at = grammar.heads[token]
    while at != root and grammar.heads[at] != at and grammar.deps[at] in ("pobj", "prep", "acl"):
        at = grammar.heads[at]
    return at == root


def _takes_object(grammar: Grammar, verb: int) -> bool:
    if grammar.lemmas[verb] in GIVING:
        return False
    return any(
        grammar.heads[t] == verb and grammar.deps[t] == "dobj" for t in range(verb, min(verb + 12, len(grammar)))
    )


def _is_nominal(grammar: Grammar, token: int) -> bool:
    """A noun, or a share of one: "took the airport and most of the city"."""
    if grammar.tags[token][:2] == "NN":
        return True
    return grammar.lowers[token] in SHARES and grammar.lowers[token + 1 : token + 2] == ["of"]


def _noun_beside_verb(grammar: Grammar, token: int, verb: int) -> None:
    below = [t for t in range(token + 1, min(token + 12, len(grammar))) if grammar.heads[t] == token]
    predicate = next((t for t in below if grammar.deps[t] == "acl" and grammar.tags[t] in FINITE), None)
    if predicate is not None and not any(
        grammar.heads[t] == predicate and grammar.deps[t] == "agent"
        for t in range(predicate, min(predicate + 12, len(grammar)))
    ):
        grammar.heads[predicate], grammar.deps[predicate], grammar.tags[predicate] = verb, "conj", "VBD"
        grammar.heads[token], grammar.deps[token] = predicate, "nsubj"
        return
    if any(grammar.heads[t] == token and grammar.deps[t] in ("nsubj", "aux") for t in range(verb, token)):
        return
    verbs = [verb, *(t for t in range(verb + 1, token) if grammar.heads[t] == verb and grammar.deps[t] == "ccomp")]
    objects = [t for t in range(verb + 1, token) if grammar.heads[t] in verbs and grammar.deps[t] in ("dobj", "attr")]
    if objects:
        grammar.heads[token] = objects[-1]
