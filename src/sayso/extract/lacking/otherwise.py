"""Runs of words that look like those of want and tell of something else."""

from __future__ import annotations

from collections.abc import Callable

from sayso.codebook import load_codebook
from sayso.extract.lacking.words import Found
from sayso.extract.scene import Scene
from sayso.parse import Grammar

OPENINGS = frozenset(
    (",", "and", "but", ";", ":", "-", "–", "—", "half", "most", "many", "all", "some", "third", "none")
)
CARRIERS = frozenset(("truck", "lorry", "ship", "flight", "ferry", "vessel", "bus", "car", "vehicle"))
STUCK = frozenset(("stuck", "stranded", "wait", "waited", "waiting", "idle", "queue", "queued", "queuing", "lined"))
"""What lorries are where roads are closed to all."""
LADEN_WITH = frozenset(
    ("aid", "relief", "humanitarian", "food", "medical", "medicine", "supply", "convoy", "fuel", "flour", "wheat",
     "rice", "grain", "water", "agency", "shipment", "consignment", "cargo", "un", "u.n.", "assistance", "delivery",
     "vaccine", "merchant", "trader", "commercial", "goods")
)  # fmt: skip
"""Words beside a lorry by which it brings help, or what people live by."""
NO_QUEUES = frozenset(("supply", "power", "front", "transmission", "pipe", "rail", "phone", "telephone", "tree"))
"""What stands before a line that nobody stands in."""
DOING, PARTICLES = frozenset(("go", "sit", "stand", "lie", "blow")), frozenset(("off", "down", "out", "over"))
GRIDS = frozenset(
    ("electricity", "power", "light", "heating", "heat", "internet", "network", "phone", "telephone", "grid", "water",
     "tap", "supply", "service", "generator", "communication", "line", "pump", "hospital", "station", "signal")
)  # fmt: skip
"""What goes off, down or out for want."""
SHUT = frozenset(("closed", "shut", "close", "suspended", "empty", "halted"))
RESTS = frozenset(
    ("holiday", "summer", "weekend", "vacation", "christmas", "easter", "eid", "ramadan", "nowruz", "break", "sunday",
     "night", "election", "census", "funeral", "mourning")
)  # fmt: skip
"""What things are closed for where nothing is wanting."""
LACKS = frozenset(
    ("shortage", "lack", "scarcity", "shortfall", "dearth", "absence", "deficit", "interruption", "outage")
)
DENYING = frozenset(("deny", "refuse", "bar", "restrict", "limit", "block"))
VISITORS = frozenset(
    ("reporter", "journalist", "visitor", "lawyer", "inspector", "observer", "investigator", "diplomat", "media",
     "press", "correspondent", "attorney", "relative", "candidate", "voter", "ambassador", "envoy", "camera", "film")
)  # fmt: skip
"""Who is kept out without anybody's going without."""
BESIDE = frozenset(("near", "outside", "beside", "behind", "opposite", "alongside"))
FEW = 6


def tells_otherwise(scene: Scene, inside: range) -> bool:
    """Whether the run of words tells of no want."""
    return any(otherwise(scene.grammar, inside) for otherwise in OTHERWISE)


def is_no_want(scene: Scene, found: Found) -> bool:
    """The same of a clause or a noun phrase."""
    tokens = (found.token, *found.tokens)
    inside = range(min(tokens), max(tokens) + 1)
    return any(otherwise(scene.grammar, inside) for otherwise in OF_CLAUSES)


def _in_cold_blood(grammar: Grammar, inside: range) -> bool:
    """ "Taken from their homes and killed in cold blood": nobody is cold."""
    return grammar.lowers[inside[-1] : inside[-1] + 2] == ["cold", "blood"]


def _counted_within(grammar: Grammar, inside: range) -> bool:
    """ "A convoy of 31 lorries carrying supplies for 78,000": what is counted behind "of" opens no statement."""
    first = inside[0]
    start = grammar.sentences[grammar.sentence_of[first]][0]
    if grammar.lowers[first] != "of" or first == start:
        return False
    return grammar.lowers[first - 1] not in OPENINGS and grammar.tags[first - 1] != "CD"


def _among_others(grammar: Grammar, inside: range) -> bool:
    """ "Two medics were among 31 people killed"."""
    return any(grammar.lowers[t] == "among" and grammar.tags[t - 1][0] == "V" for t in inside)


def _had_to(grammar: Grammar, inside: range) -> bool:
    """ "Schools don't have to rely on it"."""
    last = inside[-1]
    return grammar.lemmas[last] == "have" and grammar.lowers[last + 1 : last + 2] == ["to"]


def _a_little(grammar: Grammar, inside: range) -> bool:
    """ "A little food" is some."""
    first = inside[0]
    return grammar.lowers[first] == "little" and first > 0 and grammar.lowers[first - 1] in ("a", "the", "what")


def _of_another_noun(grammar: Grammar, inside: range) -> bool:
    """ "Water gushed out of the abandoned mine": the last word is said of a noun behind the run that lacks nothing."""
    last = inside[-1]
    noun = grammar.heads[last]
    things = load_codebook().conditions.themes
    said = grammar.deps[last] == "amod" and noun > last
    if grammar.lemmas[noun] in load_codebook().conditions.run_roles["people"]:
        return False
    return said and not any(
        grammar.lemmas[noun] in nouns for nouns in things.values() if nouns is not things["protection"]
    )


def _no_lack(grammar: Grammar, inside: range) -> bool:
    """ "There was no shortage of bread"."""
    lacks = (t for t in inside if t and grammar.lemmas[t] in LACKS)
    return any(grammar.lowers[t - 1] == "no" or grammar.lowers[t - 2 : t] == ["not", "a"] for t in lacks)


def _to_their_aid(grammar: Grammar, inside: range) -> bool:
    """ "Would not come to the rebels' aid"."""
    aids = (t for t in inside if grammar.lowers[t] in ("aid", "help", "relief", "assistance"))
    return any(
        grammar.lowers[grammar.heads[t]] == "to" and any(grammar.deps[c] == "poss" for c in grammar.children[t])
        for t in aids
    )


def _within_a_name(grammar: Grammar, inside: range) -> bool:
    """ "A Doctors Without Borders hospital"."""
    words = grammar.words
    return any(words[t] == "Without" and words[t - 1][0].isupper() for t in inside if t)


def _stopped_lorry(grammar: Grammar, inside: range) -> bool:
    """ "The truck was stopped at a checkpoint": of a lorry that brings nothing nobody is kept."""
    lemmas = {grammar.lemmas[t] for t in inside}
    first, after = grammar.sentences[grammar.sentence_of[inside[0]]]
    if grammar.lemmas[inside[0]] not in CARRIERS or not lemmas & CARRIERS:
        return False
    if grammar.tags[inside[0]] == "NNS" and not STUCK.isdisjoint(grammar.lowers[t] for t in inside):
        return False
    return LADEN_WITH.isdisjoint(grammar.lemmas[first:after])


def _no_queue(grammar: Grammar, inside: range) -> bool:
    """ "Cut rebel supply lines"."""
    return any(grammar.lemmas[t] == "line" and grammar.lemmas[t - 1] in NO_QUEUES for t in inside)


def _went_off(grammar: Grammar, inside: range) -> bool:
    """ "A mine went off", "refusing to sit down": with these verbs the particle says what they do."""
    last = inside[-1]
    verb = grammar.heads[last]
    if grammar.lemmas[verb] not in DOING or grammar.lowers[last] not in PARTICLES:
        return False
    return GRIDS.isdisjoint(grammar.lemmas[t] for t in inside)


def _for_a_while(grammar: Grammar, inside: range) -> bool:
    """ "Banks were closed for the holiday"."""
    words = grammar.lemmas[inside[-1] : inside[-1] + FEW]
    return not SHUT.isdisjoint(grammar.lowers[t] for t in inside) and not RESTS.isdisjoint(words)


def _of_visitors(grammar: Grammar, inside: range) -> bool:
    """ "The militia denied reporters access": who comes to look goes without nothing."""
    words = grammar.lemmas[max(inside[0] - FEW, 0) : inside[-1] + FEW]
    return not DENYING.isdisjoint(grammar.lemmas[t] for t in inside) and not VISITORS.isdisjoint(words)


def _used_by(grammar: Grammar, inside: range) -> bool:
    """ "A field hospital used by the militants was destroyed": theirs."""
    lowers = grammar.lowers
    return any(lowers[t] == "used" and lowers[t + 1] == "by" for t in inside[:-1])


def _beside_a_place(grammar: Grammar, inside: range) -> bool:
    """ "Live in a house near the mosque": next to it, not in it."""
    last = inside[-1]
    rough = grammar.lemmas[last] in load_codebook().conditions.run_roles["rough"]
    return rough and grammar.deps[last] == "pobj" and grammar.lowers[grammar.heads[last]] in BESIDE


OTHERWISE: tuple[Callable[[Grammar, range], bool], ...] = (
    _counted_within, _among_others, _had_to, _a_little, _of_another_noun, _within_a_name, _stopped_lorry, _no_queue,
    _went_off, _for_a_while, _of_visitors, _no_lack, _in_cold_blood, _to_their_aid, _beside_a_place,
    _used_by,
)  # fmt: skip
OF_CLAUSES = (_a_little, _within_a_name, _stopped_lorry, _for_a_while, _of_visitors, _no_lack, _to_their_aid, _used_by)
"""Those that clauses and noun phrases ask, too."""
