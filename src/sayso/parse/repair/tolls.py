"""Tolls that the parser read as deeds: "nine killed 12 injured", "13 civilians and 30 wounded"."""

from __future__ import annotations

from sayso.parse.tree import Tree

DONE_TO_SOMEBODY = frozenset(
    ("wound", "injure", "hurt", "kill", "arrest", "detain", "abduct", "kidnap", "capture", "displace", "evacuate",
     "execute", "behead", "rescue", "hospitalize", "hospitalise", "jail", "imprison", "damage", "destroy", "torch",
     "martyr", "maim", "slay", "massacre", "uproot")
)  # fmt: skip
"""Verbs that nobody does without an object."""
RECKONING = frozenset(("put", "place", "set", "estimate", "reckon", "assess", "count", "number"))
CARING = frozenset(
    ("treat", "evacuate", "receive", "admit", "transfer", "airlift", "transport", "carry", "bring", "fly", "move",
     "take", "rescue")
)  # fmt: skip
FIGHTS = frozenset(("war", "battle", "combat"))
HARMED = frozenset(("dead", "wounded", "injured", "missing", "displaced", "captured", "slain", "killed"))


def toll_read_as_deed(tree: Tree, verb: int) -> None:
    """ "Nine people killed 12 injured in a raid": of two numbers before two participles neither did it to the other;
    "Civilians killed: 7": nor do those before a label's colon do it."""
    if tree.tags[verb] not in ("VBD", "VBN") or tree.grammar.lemmas[verb] not in DONE_TO_SOMEBODY:
        return
    subject, others = tree.subject(verb), tree.below(verb, "dobj")
    if subject is None or tree.deps[subject] != "nsubj" or tree.auxiliaries(verb):
        return
    if not _is_counted(tree, subject):
        return _label_read_as_deed(tree, verb, subject)
    if len(others) == 1 and others[0] > verb and _is_counted(tree, others[0]) and _undergoes(tree, others[0]):
        tree.move(others[0], subject, "appos")
    elif others or tree.heads[verb] != verb or shares_an_object(tree, verb):
        return
    tree.deps[subject], tree.tags[verb] = "nsubjpass", "VBN"


def _label_read_as_deed(tree: Tree, verb: int, subject: int) -> None:
    if tree.lowers[verb + 1 : verb + 2] != [":"] or tree.tags[verb + 2 : verb + 3] not in (["CD"], ["LS"], []):
        return
    for number in [t for t in tree.below(verb, "dobj") if t > verb]:
        tree.move(number, subject, "appos")
    tree.deps[subject], tree.tags[verb] = "nsubjpass", "VBN"


def shares_an_object(tree: Tree, verb: int) -> bool:
    """ "Two gunmen killed and wounded five": what the verb behind it is done to."""
    return any(tree.below(child, "dobj") for child in tree.below(verb, "conj"))


def _is_counted(tree: Tree, noun: int) -> bool:
    return tree.tags[noun] == "CD" or bool(tree.below(noun, "nummod"))


def _undergoes(tree: Tree, noun: int) -> bool:
    """Whether a participle stands straight behind a number: "12 injured"."""
    behind = noun + 1
    is_participle = behind < len(tree.tags) and tree.tags[behind] == "VBN" and tree.heads[behind] == noun
    return is_participle and tree.grammar.lemmas[behind] in DONE_TO_SOMEBODY


def wounded_read_as_verb(tree: Tree, participle: int) -> None:
    """ "Treated 40 wounded", "have evacuated 1,450 war wounded": behind their number they are whom it was done for."""
    before = participle - 1
    verb = tree.heads[before]
    number = before if tree.tags[before] == "CD" else next(iter(tree.below(before, "nummod")), None)
    if number is None or tree.deps[before] != "dobj" or tree.grammar.lemmas[verb] not in CARING:
        return
    alone = tree.tags[before] == "CD" or tree.grammar.lemmas[before] in FIGHTS
    if not alone or tree.lowers[participle] not in HARMED or tree.below(participle, "dobj", "agent"):
        return
    for child in tree.children[participle]:
        tree.move(child, verb, tree.deps[child])
    tree.move(participle, verb, "dobj")
    tree.move(before, participle, "nummod" if number == before else "compound")
    tree.move(number, participle, "nummod")
    tree.retag(participle, "NNS")


def participle_of_the_number_before(tree: Tree, verb: int) -> None:
    """ "20 died, including 13 civilians and more than 30 wounded": the participle is the number's that it stands
    behind."""
    number = verb - 1
    if tree.tags[verb] != "VBN" or number < 0 or tree.grammar.lemmas[verb] not in DONE_TO_SOMEBODY:
        return
    if tree.tags[number] == "CD" and tree.deps[number] == "conj" and tree.heads[verb] == tree.heads[number]:
        tree.move(verb, number, "acl")


def harmed_of_the_noun_before(tree: Tree, verb: int) -> None:
    """ "Put rebel dead at 120 and the wounded at 30", "put losses at nine dead and four wounded": an adjective of harm
    behind a noun or an article is what is reckoned, a number joined to the verb is joined to the number before."""
    if tree.grammar.lemmas[verb] not in RECKONING:
        return
    for link in [t for t in tree.below(verb, "prep") if tree.lowers[t] == "at" and t > verb + 1]:
        _harmed_before(tree, verb, link)
        for number in [t for t in tree.below(verb, "conj") if t > link and tree.tags[t] == "CD"]:
            first = next(iter(tree.below(link, "pobj")), None)
            if first is not None and any(tree.lowers[c] in HARMED for c in tree.below(number, "amod", "acl")):
                tree.move(number, first, "conj")
    reckoned = next(iter(tree.below(verb, "dobj")), None)
    for other in [t for t in tree.below(verb, "conj") if tree.lowers[t] in HARMED and tree.below(t, "det")]:
        if reckoned is not None:
            tree.retag(other, "NNS")
            tree.move(other, reckoned, "conj")
            for link in [t for t in tree.below(verb, "prep") if t == other + 1]:
                tree.move(link, other, "prep")


def _harmed_before(tree: Tree, verb: int, link: int) -> None:
    harmed, noun = link - 1, link - 2
    if tree.lowers[harmed] not in HARMED or noun <= verb or tree.heads[noun] != verb or tree.heads[harmed] != verb:
        return
    if tree.deps[noun] == "dobj" and tree.tags[noun][:2] == "NN":
        tree.move(harmed, verb, "dobj")
        for child in list(tree.children[noun]):
            tree.move(child, harmed, tree.deps[child])
        tree.move(noun, harmed, "compound")
