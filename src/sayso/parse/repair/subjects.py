"""Heads of noun phrases that the parser takes for something else: verbs before them, participles behind them, the first
of two peoples."""

from __future__ import annotations

from functools import cache

from sayso.codebook import load_codebook, load_place_book
from sayso.parse.tree import Tree

LENGTHS = frozenset(("day", "week", "month", "year", "morning", "night", "evening", "afternoon", "hour"))

BEFORE_NOUN = frozenset(("det", "nummod", "amod", "quantmod", "poss"))

REFLEXIVE = frozenset(("itself", "himself", "herself", "themselves"))

NO_NOUNS = frozenset(
    ("flee", "die", "seize", "injure", "abduct", "kidnap", "behead", "destroy", "detain", "demand", "accuse", "urge",
     "vow", "recapture", "retake", "overrun")
)  # fmt: skip
"""Plain forms that are verbs behind a plural: "300 families flee"."""

HEADLINE_DEEDS = frozenset(
    ("ambush", "attack", "raid", "storm", "shell", "bomb", "strike", "target", "kill", "torch", "battle", "bombard",
     "siege", "arrest", "release", "protest", "march", "clash", "advance", "retreat", "block", "trap", "rescue")
)  # fmt: skip
"""Forms that are nouns as well, which behind a plural and in front of a noun without article are deeds."""

VERBS_LIKE_PLURALS = frozenset(
    ("reports", "shelters", "arms", "trains", "funds", "backs", "heads", "supports", "hosts", "attacks", "claims",
     "demands", "controls", "fights", "battles", "targets", "strikes", "shells", "bombs", "plans", "calls", "blames",
     "aids", "sponsors", "houses", "harbours", "harbors", "supplies", "equips", "fires", "raids", "finances", "answers")
)  # fmt: skip
"""Third persons that are plurals of nouns as well."""
JOINING = frozenset(("and", "or", "nor"))
BEFORE_OBJECTS = ("DT", "PRP$", "NNP", "NNPS", "PRP", "IN", "TO")


@cache
def peoples() -> frozenset[str]:
    """The last words of adjectives for countries and parties: "Kenyan", "Leonean"."""
    names = [name for entry in load_place_book().countries for name in entry.people]
    names += [name for entry in load_codebook().parties for name in entry.adjectives]
    return frozenset(name.split()[-1].lower() for name in names if name[0].isupper())


def bare_verb_read_as_subject(tree: Tree, verb: int) -> None:
    """ "Aid groups working there said": a bare verb is no subject, and its object is."""
    noun, head = verb + 1, tree.heads[verb]
    if tree.tags[verb] not in ("VB", "VBP") or tree.auxiliaries(verb) or noun not in tree.below(verb, "dobj"):
        return
    if tree.tags[noun] in ("NNS", "NN") and noun < head:
        tree.move(noun, head, "nsubj")
        tree.move(verb, noun, "compound")
        tree.retag(verb, "NN")


def verb_read_as_plural(tree: Tree, word: int) -> None:
    """ "Insists that it neither arms nor shelters the rebels", "took over and reports to Moscow": a plural that has a
    pronoun for its subject, or is joined to a verb and has an object, is no noun."""
    if tree.tags[word] != "NNS" or tree.lowers[word] not in VERBS_LIKE_PLURALS:
        return
    subject, after = tree.subject(word), word + 1 < len(tree.tags) and tree.tags[word + 1]
    joined = tree.deps[word] == "conj" and tree.tags[tree.heads[word]][0] == "V" and tree.lowers[word - 1] in JOINING
    if (subject is not None and tree.tags[subject] == "PRP") or (joined and after in BEFORE_OBJECTS):
        tree.retag(word, "VBZ")
        for thing in [c for c in tree.below(word, "appos") if c > word]:
            tree.deps[thing] = "dobj"


def participle_read_as_subject(tree: Tree, participle: int) -> None:
    """ "The Red Cross operating there said": the noun before the participle is the subject."""
    noun, verb = participle - 1, tree.heads[participle]
    if tree.tags[participle] != "VBG" or noun not in tree.below(participle, "nsubj") or verb < participle:
        return
    tree.move(noun, verb, tree.deps[participle])
    tree.move(participle, noun, "acl")


def first_of_two_peoples(tree: Tree, noun: int) -> None:
    """ "Dozens of Ugandan and Rwandan students": students of both, and no Ugandan beside them."""
    first = tree.heads[noun]
    second = first + 2
    if second >= noun or tree.tags[noun][:2] != "NN" or second not in tree.children[noun]:
        return
    if tree.deps[first + 1] != "cc" or not {tree.lowers[first], tree.lowers[second]} <= peoples():
        return
    head, dep = tree.heads[first], tree.deps[first]
    tree.move(noun, noun if head == first else head, dep)
    tree.move(first, noun, "amod")
    tree.move(second, first, "conj")
    for child in [child for child in tree.below(first, *BEFORE_NOUN) if child < first]:
        tree.move(child, noun, tree.deps[child])
    tree.retag(first, "JJ")


def subject_read_as_further_place(tree: Tree, noun: int) -> None:
    """ "In Beni and Lubero, the rebels, who ..., killed 41": behind the comma an article brings the subject of a verb
    that has none, and no third place."""
    place = tree.heads[noun]
    link = tree.heads[place]
    verb = tree.heads[link]
    if tree.deps[place] != "pobj" or tree.deps[link] != "prep" or tree.tags[verb][0] != "V" or not link < noun < verb:
        return
    first = tree.opening_of(noun)
    bare = tree.lowers[first] not in ("the", "a", "an") or tree.lowers[first - 1] != ","
    if bare or tree.subject(verb) is not None or not tree.is_finite(verb):
        return
    tree.move(noun, verb, "nsubjpass" if tree.below(verb, "auxpass") else "nsubj")
    for aside in [c for c in tree.children[place] if c > noun and tree.deps[c] in ("relcl", "acl")]:
        tree.move(aside, noun, tree.deps[aside])


def verb_read_into_its_object(tree: Tree, verb: int) -> None:
    """ "Lost Kona, and the same day retook El Wak": a past form with words of time or a subject before it is no first
    part of a name."""
    noun, before = tree.heads[verb], [c for c in tree.children[verb] if tree.deps[c] == "nsubj" and c < verb]
    if (
        tree.tags[verb] not in ("VBD", "VBZ")
        or not verb < noun
        or tree.deps[noun] not in ("conj", "dobj")
        or not before
    ):
        return
    above = tree.heads[noun]
    while tree.tags[above][0] != "V" and tree.heads[above] != above:
        above = tree.heads[above]
    if tree.tags[above][0] != "V" or above > verb:
        return
    tree.move(verb, above, "conj")
    tree.move(noun, verb, "dobj")
    for subject in (c for c in before if tree.grammar.lemmas[c] in LENGTHS):
        tree.deps[subject] = "npadvmod"


def emphatic_reflexive(tree: Tree, pronoun: int) -> None:
    """ "The patrol was itself ambushed": behind a subject the reflexive only stresses it."""
    verb = tree.heads[pronoun]
    if tree.lowers[pronoun] in REFLEXIVE and any(t < pronoun for t in tree.below(verb, "nsubj", "nsubjpass")):
        tree.move(pronoun, verb, "npadvmod")


def name_beside_office(tree: Tree, name: int) -> None:
    """ "Support for the Special Representative, Ana Sosa, and": behind a comma and no "and" the name is whose office it
    is."""
    office = tree.heads[name]
    if tree.tags[name] != "NNP" or tree.lowers[office] not in load_codebook().names.offices or name < office:
        return
    linked = any(office < joint < name for joint in tree.below(office, "cc"))
    if not linked and tree.lowers[tree.opening_of(name) - 1] == ",":
        tree.deps[name] = "appos"


def verb_read_as_head(tree: Tree, noun: int) -> None:
    """ "300 families flee", "as rebels attack town": a word with a subject of its own, or that is no noun, is a verb
    behind a plural."""
    subject = noun - 1
    if tree.tags[noun] != "NN" or tree.heads[subject] != noun or tree.tags[subject] not in ("NNS", "NNPS"):
        return
    if tree.deps[subject] == "nsubj" and tree.below(noun, "dobj", "mark"):
        tree.retag(noun, "VBP")
    elif tree.deps[subject] == "compound" and tree.lowers[noun] in NO_NOUNS:
        tree.retag(noun, "VBP")
        tree.deps[subject] = "nsubj"
        tree.deps[noun] = "parataxis" if tree.deps[noun] == "appos" else tree.deps[noun]
        for child in [c for c in tree.children[noun] if c < subject]:
            tree.move(child, subject, tree.deps[child])


def deed_behind_as(tree: Tree, deed: int) -> None:
    """ "As Front militants ambush convoy": of a row of nouns without article behind "as" a deed behind a plural is what
    they do."""
    subject, thing = deed - 1, tree.heads[deed]
    link = tree.heads[thing]
    if tree.lowers[deed] not in HEADLINE_DEEDS or tree.tags[deed] != "NN" or tree.deps[thing] != "pobj":
        return
    if tree.lowers[link] != "as" or tree.opening_of(thing) != link + 1 or tree.deps[subject] != "compound":
        return
    if not tree.lowers[subject].endswith(("s", "men", "people")) or tree.heads[subject] != thing:
        return
    tree.move(deed, tree.heads[link], "advcl")
    tree.move(thing, deed, "dobj")
    tree.move(subject, deed, "nsubj")
    for child in [c for c in tree.children[thing] if c < subject]:
        tree.move(child, subject, tree.deps[child])
    tree.move(link, deed, "mark")
    tree.retag(deed, "VBP")
    tree.retag(subject, "NNS")


def office_before_its_holder(tree: Tree, name: int) -> None:
    """ "In Cabo Delgado, the Bishop of Pemba, Ana Sosa, said": the office is that of who speaks, and no province's."""
    first = tree.opening_of(name)
    office = first - 2
    if tree.tags[name] != "NNP" or office < 2 or tree.lowers[first - 1] != ",":
        return
    while tree.deps[office] in ("pobj", "prep", "compound") and tree.heads[office] != office:
        office = tree.heads[office]
    opening = tree.opening_of(office)
    if tree.deps[office] != "appos" or tree.lowers[opening - 1 : opening + 1] != [",", "the"]:
        return
    titled = tree.grammar.lemmas[office] in load_codebook().names.titles
    if titled and tree.deps[tree.heads[office]] == "pobj" and tree.tags[tree.heads[office]] == "NNP":
        tree.move(office, name, "appos")
