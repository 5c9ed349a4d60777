"""Participles behind a subject that the parser took for its verb: "rockets fired by insurgents struck a school"."""

from __future__ import annotations

from sayso.parse.tree import FINITE_TAGS, Tree

JOINED = frozenset(("conj", "advcl", "ccomp", "dep", "parataxis"))
STOPS = frozenset((",", ";", ":", "and", "or", "but", "-", "–", "—"))
VERBS = FINITE_TAGS | {"VB", "VBN"}
TAKEN_FOR = frozenset(
    ("believed", "suspected", "thought", "said", "alleged", "reported", "presumed", "assumed", "known", "feared",
     "understood", "considered", "claimed", "rumoured", "rumored", "supposed", "purported")
)  # fmt: skip
"""What people are to be something: "men believed to be herders"."""


THROWN = frozenset(("fired", "launched", "lobbed", "dropped", "hurled", "hidden", "planted", "buried", "shot", "flown"))
"""What is done to rockets and bombs: forms of participles too, with a place straight behind."""
AT_PLACES = frozenset(("into", "at", "on", "onto", "from", "near", "in", "inside", "under", "over", "towards"))


def main_verb_behind_participle(tree: Tree, verb: int) -> None:
    """ "Rockets fired by insurgents struck a school": of two verbs with one subject and no "and" the first
    is a participle."""
    subject = tree.subject(verb)
    if subject is None or tree.auxiliaries(verb) or tree.below(verb, "dobj") or _opened_by_a_conjunction(tree, verb):
        return
    if tree.tags[verb] != "VBN" and not tree.below(verb, "agent") and not _is_tied_on(tree, verb):
        return
    _doer_taken_for_a_subject(tree, verb)
    _name_taken_for_a_subject(tree, verb)
    later = next((c for c in tree.below(verb, *JOINED) if c > verb and is_bare_finite(tree, c)), None)
    if later is None or tree.lowers[tree.opening(later) - 1] in STOPS:
        return
    _lift(tree, later, instead_of=verb)
    give_subject(tree, verb, later, subject)


def give_subject(tree: Tree, verb: int, later: int, subject: int) -> None:
    """The later verb takes the subject, with all that stands before it; the first is a participle of it."""
    for child in [c for c in tree.children[verb] if c < subject]:
        tree.move(child, later, tree.deps[child])
    tree.move(subject, later, subject_dep(tree, later))
    tree.move(verb, subject, "acl")
    tree.tags[verb] = "VBN"


def main_verb_above_participle(tree: Tree, verb: int) -> None:
    """ "Terrorists positioned in the castle fired rockets": the subject of a first verb that hangs, without "as" or
    "when", on a later one without subject is that one's."""
    subject, later = tree.subject(verb), tree.heads[verb]
    if subject is None or later < verb or tree.tags[verb] not in ("VBD", "VBN") or tree.subject(later) is not None:
        return
    if tree.auxiliaries(verb) or tree.below(verb, "dobj", "mark") or _has_when(tree, verb, subject):
        return
    if tree.is_finite(later) and tree.lowers[tree.opening(later) - 1] not in STOPS:
        give_subject(tree, verb, later, subject)


def main_verb_behind_what_they_are(tree: Tree, verb: int) -> None:
    """ "Recalled that men believed to be herders attacked the village", "men said to belong to the militia looted it":
    what they are believed to be or do is told of them, and the verb behind it is theirs."""
    subject, be = tree.subject(verb), verb + 2
    if tree.lowers[verb] not in TAKEN_FOR or tree.tags[verb + 1 : be + 1] != ["TO", "VB"] or subject is None:
        return
    beside = tree.below(tree.heads[verb], "conj", "advcl") if tree.heads[verb] < verb else []
    later = next((c for c in tree.below(verb, *JOINED) + beside if c > be and _does(tree, c)), None)
    if later is None or tree.auxiliaries(verb) or tree.lowers[tree.opening(later) - 1] in STOPS:
        return
    said_to_be = tree.subject(later)
    if said_to_be is not None:
        tree.move(said_to_be, be, "attr")
    _lift(tree, later, instead_of=verb)
    give_subject(tree, verb, later, subject)
    tree.tags[later] = "VBD" if tree.tags[later] == "VBN" and not tree.auxiliaries(later) else tree.tags[later]


def _does(tree: Tree, verb: int) -> bool:
    """Whether it may be the verb of those before: without a subject but for what they are believed to be."""
    subject = tree.subject(verb)
    free = subject is None or (tree.lowers[tree.opening_of(subject) - 1] == "be" and not tree.auxiliaries(verb))
    finite = tree.is_finite(verb) or (tree.tags[verb] == "VBN" and bool(tree.below(verb, "dobj")))
    return free and finite and not tree.below(verb, "mark")


def participle_between_commas(tree: Tree, verb: int) -> None:
    """ "The rebels, pushed out of Kaya last week, still hold the mines": of two verbs with one subject the one that
    stands between commas, without an object, is a participle."""
    if tree.lowers[verb - 1] != "," or not tree.lowers[verb].endswith(("ed", "en")):
        return
    subject = tree.subject(verb)
    if subject is None or tree.auxiliaries(verb) or tree.below(verb, "dobj", "mark", "cc", "acomp", "attr", "ccomp"):
        return
    later = next((c for c in tree.below(verb, *JOINED) if c > verb and is_bare_finite(tree, c)), None)
    if later is not None and subject == verb - 2 and tree.lowers[tree.opening(later) - 1] == ",":
        _lift(tree, later, instead_of=verb)
        give_subject(tree, verb, later, subject)


def participle_joined_to_participle(tree: Tree, verb: int) -> None:
    """ "Is to lead a force mandated by the Council and funded by France": what is done to the noun by another, too, and
    nothing that the sentence's subject undergoes."""
    if tree.deps[verb] != "conj" or tree.subject(verb) is not None or tree.below(verb, "dobj", "aux", "auxpass"):
        return
    first = next((t for t in range(verb - 1, tree.heads[verb], -1) if tree.tags[t] in VERBS), None)
    if first is None or tree.tags[first] != "VBN" or tree.deps[first] != "acl" or not tree.below(first, "agent"):
        return
    joint = next((t for t in range(verb - 1, first, -1) if tree.tags[t] != "RB"), first)
    if tree.lowers[joint] in ("and", "but"):
        tree.move(joint, first, "cc")
        tree.move(verb, first, "conj")
        tree.retag(verb, "VBN")


def _has_when(tree: Tree, verb: int, subject: int) -> bool:
    return any(tree.tags[c] == "WRB" for c in tree.children[verb] if c < subject)


def _opened_by_a_conjunction(tree: Tree, verb: int) -> bool:
    return any(tree.lowers[t] != "that" for t in tree.below(verb, "mark"))


def _doer_taken_for_a_subject(tree: Tree, verb: int) -> None:
    """ "Drones fired by the paramilitary Wagner Group struck": an adjective behind "by" belongs to its noun."""
    link = next(iter(tree.below(verb, "agent")), None)
    word = next(iter(tree.below(link, "pobj")), None) if link is not None else None
    later = next((c for c in tree.below(verb, *JOINED) if c > verb), None)
    subject = tree.subject(later) if later is not None else None
    if word is None or subject is None or tree.tags[word][:2] not in ("JJ", "NN") or tree.tags[subject][:2] != "NN":
        return
    between = range(word + 1, subject)
    if word < subject and all(tree.heads[t] == subject and tree.deps[t] == "compound" for t in between):
        tree.move(subject, link, "pobj")
        tree.move(word, subject, "amod")
        for child in tree.below(word, "det", "amod", "compound"):
            tree.move(child, subject, tree.deps[child])


def _name_taken_for_a_subject(tree: Tree, verb: int) -> None:
    """ "Rockets fired at the port town Lalo killed": a name straight behind a noun says which one it is."""
    later = next((c for c in tree.below(verb, *JOINED) if c > verb), None)
    name = tree.subject(later) if later is not None else None
    if name is None or name + 1 != later or tree.tags[name] != "NNP" or tree.tags[name - 1] != "NN":
        return
    if not tree.below(name, "det", "amod", "compound"):
        tree.move(name, name - 1, "appos")


def _is_tied_on(tree: Tree, verb: int) -> bool:
    """ "Jihadists linked to the group attacked", "rockets fired into the town killed": a form of participles too, with
    "to" or "with", or a place, straight behind."""
    behind = verb + 1 if verb + 1 < len(tree.tags) else verb
    links = AT_PLACES if tree.lowers[verb] in THROWN else ("to", "with") if tree.lowers[verb].endswith("ed") else ()
    return tree.lowers[behind] in links and tree.heads[behind] == verb


def is_bare_finite(tree: Tree, verb: int) -> bool:
    """A finite verb without subject or conjunction of its own."""
    bare = tree.subject(verb) is None and not tree.below(verb, "mark")
    return bare and tree.tags[verb][0] == "V" and tree.is_finite(verb)


def subject_dep(tree: Tree, verb: int) -> str:
    return "nsubjpass" if tree.below(verb, "auxpass") else "nsubj"


def _lift(tree: Tree, token: int, *, instead_of: int) -> None:
    """Put a token where the one above it stood, with what follows it there."""
    head, dep = tree.heads[instead_of], tree.deps[instead_of]
    tree.move(token, token if head == instead_of else head, dep)
    for child in [c for c in tree.children[instead_of] if c > token]:
        tree.move(child, token, tree.deps[child])
