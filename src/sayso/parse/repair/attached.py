"""Words that the parser hung on their neighbour: a preposition read as a particle, with what somebody answers, a
relative clause of what took place somewhere, the verb of whom an aside told before it."""

from __future__ import annotations

from sayso.parse.saying import STATING
from sayso.parse.tree import Tree

ANSWERING = frozenset(("respond", "retaliate", "reply", "react", "answer", "counter", "hit", "strike"))
TAKING_PLACE = frozenset(
    ("collapse", "fail", "stall", "begin", "start", "end", "resume", "open", "last", "conclude", "continue", "break")
)
"""What meetings and fights do, and hardly a town."""
TAKEN_PLACE = frozenset(
    ("talk", "negotiation", "meeting", "summit", "conference", "ceasefire", "truce", "fighting", "clash", "battle",
     "war", "offensive", "siege", "protest", "dialogue", "mediation", "round", "campaign", "operation")
)  # fmt: skip
NAMES = frozenset(("NNP", "NNPS"))
INVERTED = frozenset(("said", "says", "say", "was", "is", "are", "were", "has", "had", "have", "did", "does", "do"))
"""Verbs whose subject may well stand behind them."""


def preposition_read_as_particle(tree: Tree, particle: int) -> None:
    """ "Had taken in early 2024", "which it took in May": what governs a noun or a time is no part of the verb."""
    verb = tree.heads[particle]
    times = [t for t in tree.below(verb, "npadvmod") if tree.opening_of(t) == particle + 1]
    inner = tree.below(particle, "pobj") or (times if tree.lowers[particle] in ("in", "on", "over") else [])
    if inner and inner[0] > particle > verb:
        tree.move(inner[0], particle, "pobj")
        tree.deps[particle] = "prep"
        tree.retag(particle, "IN")


def answered_with(tree: Tree, link: int) -> None:
    """ "Responded to its losses with air raids": what one answers with hangs on the verb."""
    noun = tree.heads[link]
    to = tree.heads[noun]
    verb = tree.heads[to]
    if tree.deps[noun] == "pobj" and tree.lowers[to] in ("to", "back") and tree.grammar.lemmas[verb] in ANSWERING:
        tree.move(link, verb, "prep")


def relative_behind_its_noun(tree: Tree, verb: int) -> None:
    """What a relative clause is about, where the parser took the nearest word."""
    _of_what_took_place(tree, verb)
    _of_the_counted(tree, verb)


def _of_what_took_place(tree: Tree, verb: int) -> None:
    """ "Resume talks in Doha, which collapsed in May": the talks did, and not the town."""
    place = tree.heads[verb]
    link = tree.heads[place]
    noun = tree.heads[link]
    if tree.deps[place] != "pobj" or tree.tags[place] not in NAMES or tree.lowers[link] not in ("in", "at"):
        return
    which = any(tree.lowers[child] in ("which", "that") for child in tree.below(verb, "nsubj"))
    if which and tree.grammar.lemmas[verb] in TAKING_PLACE and tree.grammar.lemmas[noun] in TAKEN_PLACE:
        tree.move(verb, noun, "relcl")


def _of_the_counted(tree: Tree, verb: int) -> None:
    """ "A town of some 300,000 that rebels have blockaded": they have blockaded the town."""
    number = tree.heads[verb]
    link = tree.heads[number]
    noun = tree.heads[link]
    of_number = tree.tags[number] == "CD" and tree.deps[number] == "pobj" and tree.lowers[link] == "of"
    if of_number and tree.tags[noun] in ("NN", "NNP") and tree.subject(verb) is not None:
        tree.move(verb, noun, "relcl")


def verb_behind_an_aside(tree: Tree, verb: int) -> None:
    """ "Angola, which has been mediating, called for a summit": behind the commas of an aside stands the verb of whom
    it is about."""
    noun = tree.heads[verb]
    asides = [c for c in tree.below(noun, "relcl", "appos") if noun < c < verb]
    if tree.heads[noun] != noun or tree.tags[noun][0] != "N" or not asides or tree.lowers[noun + 1] != ",":
        return
    straight = tree.lowers[verb - 1] == "," and tree.tags[verb] in ("VBN", "VBD") and not tree.auxiliaries(verb)
    if not straight or tree.below(verb, "agent") or tree.subject(verb) is not None:
        return
    if tree.below(verb, "dobj", "xcomp", "ccomp", "advcl") or any(tree.lowers[c] == "for" for c in tree.children[verb]):
        for child in [c for c in tree.children[noun] if c > verb]:
            tree.move(child, verb, tree.deps[child])
        tree.move(verb, verb, "ROOT")
        tree.move(noun, verb, "nsubj")
        tree.retag(verb, "VBD")


def harmed_read_as_speakers(tree: Tree, noun: int) -> None:
    """ "Stormed a camp, killing nine soldiers and two guards, local sources said": those straight behind the gerund are
    killed, and those behind the last comma say so."""
    verb, gerund = tree.heads[noun], tree.opening_of(noun) - 1
    if tree.grammar.lemmas[verb] not in STATING or gerund < 0 or tree.tags[gerund] != "VBG" or verb < noun:
        return
    speakers = [c for c in tree.below(noun, "conj") if tree.lowers[tree.opening_of(c) - 1] == ","]
    if speakers and tree.deps[gerund] in ("advcl", "conj", "xcomp") and not tree.below(gerund, "dobj"):
        tree.move(speakers[-1], verb, "nsubj")
        tree.move(noun, gerund, "dobj")


def plural_read_as_verb(tree: Tree, noun: int) -> None:
    """ "In Kaya, strikes on two villages killed 19": what is the subject of a verb and has none is no verb."""
    verb = tree.heads[noun]
    if tree.tags[noun] != "VBZ" or not noun < verb or tree.subject(noun) is not None or not tree.is_finite(verb):
        return
    tree.retag(noun, "NNS")
    for child in [child for child in tree.below(noun, "prep", "advmod", "npadvmod") if child < noun]:
        tree.move(child, verb, tree.deps[child])


def outcome_behind_when(tree: Tree, outcome: int) -> None:
    """ "The war began in May, when rebels stormed Kaya, killing 40": what came of that which a "when" brought."""
    head = tree.heads[outcome]
    if tree.tags[outcome] != "VBG" or head > outcome or tree.lowers[outcome - 1] != ",":
        return
    told = [verb for verb in range(head + 1, outcome) if tree.deps[verb] in ("relcl", "advcl") and tree.is_finite(verb)]
    if (
        told
        and tree.is_below(told[-1], head)
        and any(tree.lowers[child] == "when" for child in tree.below(told[-1], "advmod"))
    ):
        tree.move(outcome, told[-1], "advcl")


def object_read_as_subject(tree: Tree, later: int) -> None:
    """ "The army, 5 Oct recaptured Jebel Moya", "it had recaptured Bara": a second subject straight behind the verb is
    what was done to."""
    verb = tree.heads[later]
    if verb > later or tree.tags[verb] not in ("VBD", "VBZ", "VBP", "VBN") or tree.lowers[verb] in INVERTED:
        return
    first, straight = tree.subject(verb), tree.opening_of(later) == verb + 1
    helped = any(tree.grammar.lemmas[aux] != "have" for aux in tree.below(verb, "aux", "auxpass"))
    if straight and first is not None and first < verb and not helped and not tree.below(verb, "dobj", "ccomp"):
        tree.deps[later] = "dobj"
