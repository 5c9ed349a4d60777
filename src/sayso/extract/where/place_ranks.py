"""Which of the places around a happening it is set in: those in, at or near which it is told, before those acted on."""

from __future__ import annotations

from collections.abc import Container, Sequence

from sayso.codebook import load_codebook
from sayso.extract.reading import Reading
from sayso.parse import Grammar

INSIDE = frozenset(
    ("in", "at", "inside", "on", "over", "across", "throughout", "through", "within", "along")
)  # fmt: skip
BESIDE = frozenset(("near", "outside", "around"))
ROADS = frozenset(("road", "highway", "motorway", "axis", "route", "track", "stretch"))
SECTORS = frozenset(("direction", "axis", "sector", "front", "theatre", "theater", "frontline"))
"""What stretches of a front are called by: "in the Lyman direction" a village may be attacked that lies elsewhere."""
EDGES = frozenset(("border", "frontier", "boundary", "crossing"))
"""Nouns behind which "with" brings the neighbour, where nothing happens."""
REMOVING = frozenset(
    ("abduct", "arrest", "banish", "bring", "capture", "clear", "conscript", "deport", "detain", "dislodge", "displace",
     "drag", "drive", "eject", "escape", "evacuate", "expel", "flee", "force", "free", "herd", "hijack", "kidnap",
     "lead", "leave", "liberate", "move", "oust", "press", "pull", "recruit", "relocate", "release", "remove", "rescue",
     "return", "seize", "snatch", "take", "transfer", "uproot", "withdraw")
)  # fmt: skip
"""What is done to people "from" a place there, and not to people who come from it."""
LEFT = frozenset(("last", "first", "only", "one"))
"""What is said of a place among others: "the city is the last in Darfur"."""
BEFALLEN = frozenset(("see", "witness", "experience", "suffer", "endure", "lie", "sit", "straddle"))
"""Verbs whose subject may be the place of what is their object."""
COMING = frozenset(("come", "arrive", "hail", "return", "travel"))
"""Verbs that tell of where somebody now is, and not of where they are from."""
CARE = frozenset(
    ("hospital", "clinic", "infirmary", "morgue", "mortuary", "dispensary", "airport", "airbase", "ward", "theatre",
     "centre", "center", "icu")
)  # fmt: skip
BRINGING = frozenset(
    ("shift", "rush", "take", "airlift", "transport", "transfer", "move", "evacuate", "fly", "ferry", "admit", "treat",
     "die", "succumb", "bring", "refer", "carry", "convey", "medevac", "recover", "recuperate", "hospitalise",
     "hospitalize", "pronounce", "undergo", "receive", "operate", "discharge", "deposit", "drive")
)  # fmt: skip
TRUCES = frozenset(("truce", "ceasefire", "accord", "agreement", "deal", "pact", "tie", "relation"))
"""What is made with a state that is called by its capital."""
DWELLING = frozenset(("resident", "native", "inhabitant", "citizen", "son", "daughter"))
"""What tells where one person is from: "the captain, a resident of X"."""
TALKS = frozenset(
    ("talk", "negotiation", "meeting", "vote", "resolution", "summit", "conference", "debate", "discussion", "briefing")
)
"""What is held "on" a place elsewhere."""
PARLEYING = frozenset(
    ("sign", "meet", "agree", "negotiate", "discuss", "talk", "visit", "mediate", "convene", "adopt", "broker")
)
"""What delegates do where they meet."""
LOCALS = frozenset(
    ("resident", "inhabitant", "villager", "townsman", "witness", "mayor", "elder", "medic", "farmer", "police",
     "official", "authority", "governor", "hospital", "doctor", "sheikh", "chief", "priest", "teacher", "activist")
)  # fmt: skip
"""Who speaks of the place in which they are."""
AMONG = frozenset(("among", "amongst", "including"))
STRIKING = frozenset(
    ("shelling", "bombardment", "bombing", "bombarding", "barrage", "pounding", "strafing", "targeting", "mortaring",
     "raid", "raiding", "storming", "assault", "invasion", "burning", "torching", "razing", "looting", "ransacking",
     "pillage", "pillaging", "sacking", "destruction", "demolition", "siege", "encirclement")
)  # fmt: skip
"""Deeds "of" a place that are done to it: "the shelling of X"."""
BESIDE_IT, OBJECT, ELSEWHERE = 1, 2, 3
"""The ranks of a place near which it happens, of one that is acted on, and of others: behind those in or at which it
happens."""


def rank_of(reading: Reading, places: Container[int], token: int) -> int | None:
    """0 in, at; 1 near; 2 objects, of "the shelling of X" too; 3 of, from, to, owners; 4 whoever acts; None for a
    hospital that says it, for a neighbour ("on the border with Iraq"), for where a road comes from, for where somebody
    comes from ("killed two traders from Kano"), and in an epithet ("the Liberia-flagged ship"). places: the tokens that
    are some."""
    grammar, at = reading.grammar, token
    if _is_in_an_epithet(grammar, token):
        return None
    while grammar.heads[at] != at and (
        grammar.deps[at] in ("compound", "appos", "conj", "nmod", "punct")
        or (grammar.deps[at] == "amod" and grammar.heads[at] in places)
    ):
        if grammar.deps[at] == "compound" and at not in places:
            return 3
        at = grammar.heads[at]
    if SECTORS.intersection(grammar.lemmas[token : max(at, token) + 1]):
        return ELSEWHERE
    if _is_of_the_source(reading, at, local=not reading.is_a(at, "site")) or _is_compared_in(grammar, token):
        return None
    dep = grammar.deps[at]
    if grammar.lowers[at] == "there":
        return 0
    if dep == "pobj":
        return _behind_preposition(reading, places, grammar.heads[at])
    if dep in ("nsubj", "agent"):
        return 0 if _is_called_something(reading, at) else 4
    return OBJECT if dep in ("dobj", "nsubjpass", "npadvmod", "advmod") else 3


def are_listed(grammar: Grammar, tokens: Sequence[int]) -> bool:
    """ "Near X, Y and Z": whether all are members of one list."""
    tops = set()
    for token in tokens:
        while grammar.deps[token] == "conj" or (
            grammar.deps[token] == "compound" and token + 1 == grammar.heads[token]
        ):
            token = grammar.heads[token]
        tops.add(token)
    return len(tops) == 1


def _behind_preposition(reading: Reading, places: Container[int], link: int) -> int | None:
    grammar, word, called = reading.grammar, reading.grammar.lowers[link], reading.grammar.heads[link]
    of_a_place = word == "of" and is_kind(reading, called)
    if of_a_place or (word == "in" and called in places):
        return rank_of(reading, places, called)
    if word == "of" and _is_of_an_office(reading, called):
        return None
    if word == "of" and grammar.lemmas[called] in STRIKING:
        return OBJECT
    if grammar.lemmas[called] in ROADS and (word == "between" or _leads_from_and_to(grammar, called)):
        return 0
    if word == "on" and grammar.lemmas[called] in TALKS:
        return None
    if word == "of" and grammar.lowers[called] in DWELLING and grammar.deps[called] in ("appos", "attr"):
        return None
    if word == "with" and grammar.lemmas[called] in EDGES | TALKS | TRUCES:
        return None
    if word == "from" and grammar.lemmas[called] in ROADS:
        return None
    if word == "from" and _is_where_people_come_from(reading, link):
        return None
    return 0 if word in INSIDE else 1 if word in BESIDE else 3


def is_kind(reading: Reading, noun: int) -> bool:
    """Whether a noun says what kind of place something is: "area", "town"."""
    return any(entry.place_kind for entry in reading.classes(noun))


def _leads_from_and_to(grammar: Grammar, road: int) -> bool:
    """ "The highway from X to Y"."""
    links = [child for child in grammar.children[road] if grammar.lowers[child] in ("from", "to")]
    links += [child for link in links for child in grammar.children[link] if grammar.lowers[child] == "to"]
    return {"from", "to"} <= {grammar.lowers[link] for link in links}


def _is_in_an_epithet(grammar: Grammar, token: int) -> bool:
    """ "The Gaza-bound convoy", "US-British raids"."""
    joined = grammar.words[token + 1 : token + 2] in (["-"], ["–"])
    return joined and grammar.tags[token + 2 : token + 3] in (["VBN"], ["VBD"], ["JJ"])


def _is_called_something(reading: Reading, token: int) -> bool:
    """ "X is the last town in Y", "X has seen such raids": of which it is told what place it is, or what befell it."""
    grammar, verb = reading.grammar, reading.grammar.heads[token]
    if grammar.lemmas[verb] in BEFALLEN and grammar.deps[token] == "nsubj":
        return True
    if grammar.lemmas[verb] not in ("be", "remain") or grammar.deps[token] != "nsubj":
        return False
    said = [child for child in grammar.children[verb] if grammar.deps[child] == "attr"]
    return any(grammar.lowers[noun] in LEFT for noun in said) or any(
        entry.place_kind for noun in said for entry in reading.classes(noun)
    )


def _is_compared_in(grammar: Grammar, token: int) -> bool:
    """ "The plant, Europe's largest": that of which it is the largest."""
    return grammar.deps[token] == "poss" and grammar.tags[grammar.heads[token]] in ("JJS", "RBS")


def _is_where_people_come_from(reading: Reading, link: int) -> bool:
    """Whether a place behind "from" tells the people before it apart, and is not where they were taken or went from."""
    grammar, above = reading.grammar, reading.grammar.heads[link]
    if grammar.lemmas[above] in COMING:
        return True
    if not link or not any(entry.group for entry in reading.classes(link - 1)):
        return False
    verb = above if grammar.tags[above][0] == "V" else grammar.heads[above]
    return grammar.lemmas[verb] not in REMOVING


def _is_of_an_office(reading: Reading, noun: int) -> bool:
    """ "The Bishop of Pemba", "the mayor of X": where somebody has an office, and nothing happens."""
    called = any(entry.role and not entry.collective for entry in reading.classes(noun))
    return called or reading.grammar.lemmas[noun] in load_codebook().names.titles


def _is_of_the_source(reading: Reading, token: int, *, local: bool) -> bool:
    """ "According to the X hospital", "the government in X"; local: unless they speak of where they are."""
    grammar, at = reading.grammar, token
    while grammar.heads[at] != at and grammar.tags[at][0] != "V":
        at = grammar.heads[at]
        if local and grammar.lemmas[at] in LOCALS:
            return False
        if grammar.lowers[at] == "according":
            return True
    return False


def is_where_taken(reading: Reading, token: int) -> bool:
    """ "Rushed to a hospital in X", "died at X's hospital", "flown to X airport": where the harmed were brought, and
    nothing else happened."""
    return is_brought_to(reading.grammar, token)


def is_brought_to(grammar: Grammar, token: int) -> bool:
    """The same of a token alone."""
    at, care = token, False
    while grammar.heads[at] != at and grammar.tags[at][0] != "V":
        care = care or grammar.lemmas[at] in CARE
        at = grammar.heads[at]
    return care and grammar.lemmas[at] in BRINGING


def is_whither_of_an_aside(reading: Reading, token: int) -> bool:
    """ "A bus that took pilgrims to X", "gunmen who withdrew toward X": where a relative clause goes to."""
    grammar, link = reading.grammar, reading.grammar.heads[token]
    owner = reading.owner(token)
    aside = owner is not None and owner.how == "relative"
    return aside and grammar.deps[token] == "pobj" and grammar.lowers[link] in ("to", "toward", "towards")


def is_told_of_an_object(reading: Reading, token: int) -> bool:
    """ "A market for women captured in X": where that was done to an object by which a participle tells it apart."""
    owner, grammar = reading.owner(token), reading.grammar
    if owner is None or owner.how != "relative" or owner.governor is None or owner.tense is not None:
        return False
    return owner.passive and grammar.deps[owner.governor] in ("dobj", "pobj", "conj")


def is_of_an_aside(reading: Reading, token: int) -> bool:
    """ "Three boys, recruited in X, were freed": where that was done of which a participle between commas tells."""
    owner, words = reading.owner(token), reading.grammar.words
    aside = owner is not None and owner.how == "relative" and owner.passive and owner.tense is None
    return aside and owner is not None and owner.kind != "nominal" and words[owner.verb - 1] == ","


def is_of_a_parley(reading: Reading, token: int) -> bool:
    """ "Signed a charter in X", "talks in X": where delegates met, and no fighting goes on."""
    owner = reading.owner(token)
    if owner is None:
        return False
    return owner.lemma in TALKS or (owner.kind != "nominal" and owner.lemma in PARLEYING)


def tells_who_they_are(reading: Reading, token: int) -> bool:
    """ "A rebel whose men control routes in X", "a man who lives in X", "the army, which has been fighting for the
    mines of X": a place in a relative clause of somebody that tells how things are."""
    owner = reading.owner(token)
    if owner is not None and owner.kind == "nominal" and owner.governor is not None:
        owner = reading.owner(owner.governor)
    if owner is None or owner.how != "relative" or owner.governor is None or owner.governor in reading.clause_at:
        return False
    people = any(entry.group or entry.role for entry in reading.classes(owner.governor))
    named = reading.grammar.tags[owner.governor] in ("NNP", "NNPS")
    still = not owner.perfect or owner.progressive
    return (people or named) and owner.tense == "present" and still


def is_of_one_among_them(reading: Reading, token: int) -> bool:
    """ "Among them a man who gave up in X": where one of those was of whom the sentence tells."""
    owner, grammar = reading.owner(token), reading.grammar
    if owner is None or owner.how != "relative" or owner.governor is None:
        return False
    first = grammar.edges[owner.governor][0]
    opening = (first, first - 1, first - 2, grammar.heads[owner.governor])
    return any(at >= 0 and grammar.lowers[at] in AMONG for at in opening)
