"""Numbers where the parser does not look for them: behind "between", behind who says so, behind a passive."""

from __future__ import annotations

from sayso.parse.repair.tolls import DONE_TO_SOMEBODY
from sayso.parse.tree import FINITE_TAGS, Tree

OBJECTS = ("dobj", "attr", "dative", "oprd")
DASHES = frozenset(("-", "–", "—", "--"))
BOUND = 5
"""Tokens from "not" to the number behind its bound."""
ACCORDING = 4
"""Dependencies from a source up to the verb that "according to" hangs on."""
LENGTHS = frozenset(
    ("time", "hour", "day", "week", "month", "year", "minute", "night", "mile", "kilometre", "kilometer")
)
OF_A_KIND = frozenset(("case", "incident", "instance", "report", "allegation", "account", "count"))
"""Nouns that count happenings of the kind that stands behind "of"."""


def range_read_as_place(tree: Tree, between: int) -> None:
    """ "Said between 10 and 15 miners had died", "shot between two and four men": the counted are no place between."""
    if tree.lowers[between] != "between" or not (inner := tree.below(between, "pobj")):
        return
    noun, verb = inner[0], tree.heads[between]
    numbers = tree.below(noun, "nummod")
    if not numbers or numbers[0] != between + 1 or not tree.below(numbers[0], "conj") or tree.tags[verb][:2] != "VB":
        return
    own = _verb_behind(tree, noun)
    if own is None and (between - verb not in (1, 2) or tree.below(verb, *OBJECTS, "auxpass")):
        return
    tree.move(noun, verb if own is None else own, "dobj" if own is None else "nsubj")
    tree.move(between, numbers[0], "advmod")


def _verb_behind(tree: Tree, noun: int) -> int | None:
    """The finite verb without a subject that follows the noun."""
    for token in range(noun + 1, min(noun + 4, len(tree.tags))):
        if tree.tags[token][0] != "V" and tree.tags[token] not in ("MD", "RB"):
            return None
        finite = tree.tags[token] in FINITE_TAGS and tree.deps[token] not in ("aux", "auxpass")
        if (finite or any(tree.tags[c] in FINITE_TAGS for c in tree.auxiliaries(token))) and not tree.subject(token):
            return token
    return None


def object_behind_its_source(tree: Tree, noun: int) -> None:
    """ "Killed, according to a medic, nine villagers": behind the aside stands whom it was done to."""
    if not tree.below(noun, "nummod"):
        return
    at = noun
    for _ in range(ACCORDING):
        at = tree.heads[at]
        if tree.lowers[at] == "according":
            break
    verb = tree.heads[at]
    set_off = tree.lowers[at] == "according" and at == verb + 2 and tree.lowers[at - 1] == ","
    if set_off and tree.tags[verb][:2] == "VB" and not tree.below(verb, *OBJECTS):
        tree.move(noun, verb, "dobj")


def subject_behind_its_participle(tree: Tree, noun: int) -> None:
    """ "Killed in the attack were 12 people", "also wounded was a nurse": who it was done to stands last."""
    be = tree.heads[noun]
    verb = tree.heads[be]
    turned = tree.deps[be] in ("auxpass", "aux") and tree.tags[verb] == "VBN" and verb < be < noun
    if turned and tree.subject(verb) is None:
        tree.move(noun, verb, "nsubjpass")


def number_read_before_its_toll(tree: Tree, number: int) -> None:
    """ "Bringing to at least 24 the number killed": a number before an article is what the toll is brought to."""
    noun = tree.heads[number]
    if tree.tags[number] != "CD" or tree.lowers[number + 1 : number + 2] != ["the"] or tree.heads[number + 1] != noun:
        return
    links = [c for c in tree.children[tree.heads[noun]] if c < number and tree.lowers[c] in ("to", "at")]
    if links and tree.deps[noun] == "dobj" and not tree.below(links[-1], "pobj"):
        tree.move(number, links[-1], "pobj")


def number_before_its_aside(tree: Tree, number: int) -> None:
    """ "700,000 - half of them children - have fled": what dashes part from the number is no noun of its."""
    noun, dash, grammar = tree.heads[number], number + 1, tree.grammar
    if dash >= noun or tree.lowers[dash] not in DASHES or grammar.starts[dash] == grammar.ends[number]:
        return
    if tree.tags[number] == "CD" and tree.deps[noun] in ("nsubj", "nsubjpass"):
        tree.move(number, tree.heads[noun], tree.deps[noun])
        tree.move(noun, number, "appos")


def number_behind_not(tree: Tree, number: int) -> None:
    """ "12 died in Kona, not 30": the number that is refused counts no Konas."""
    noun = tree.heads[number]
    if noun < number - 1 and tree.lowers[number - 1] == "not" and tree.lowers[number - 2] == ",":
        tree.move(number, noun, "appos")


def not_before_a_number(tree: Tree, word: int) -> None:
    """ "Two had died in Kona, not at least 24": what is refused is the number, and no death."""
    verb = tree.heads[word]
    if not verb < word - 1 or tree.lowers[word - 1] != "," or tree.tags[verb][:2] != "VB":
        return
    ahead = range(word + 1, min(word + BOUND, len(tree.tags)))
    number = next((t for t in ahead if tree.tags[t] == "CD"), None)
    if number is not None and not any(tree.tags[t][0] == "V" for t in range(word + 1, number)):
        tree.move(word, number, "advmod")


def some_of_them_read_as_subject(tree: Tree, some: int) -> None:
    """ "Nine were killed, among them two nurses, and 30 were wounded": the nurses are of the nine, and no subject."""
    if not (links := tree.below(some, "prep")) or tree.lowers[links[0]] != "among" or links[0] > some:
        return
    verb, whole = tree.heads[some], tree.subject(tree.heads[tree.heads[some]])
    if tree.lowers[links[0] + 1] not in ("them", "whom") or tree.deps[verb] != "conj" or whole is None:
        return
    joined = next(iter(tree.below(some, "conj")), None)
    if joined is not None:
        tree.move(joined, verb, tree.deps[some])
    if tree.subject(verb) != some or len(tree.below(verb, "nsubj", "nsubjpass")) > 1:
        tree.move(some, whole, "appos")


def counted_beside_the_counted(tree: Tree, noun: int) -> None:
    """ "1,200 cases of cholera and 30 deaths", "40 attacks on schools and 12 killings of teachers": the second number
    counts beside the first, and nothing of what stands between them."""
    inner = tree.heads[noun]
    first = tree.heads[tree.heads[inner]]
    if tree.deps[inner] != "pobj" or tree.tags[first] != "NNS" or tree.below(inner, "nummod"):
        return
    if not all(tree.below(counted, "nummod") for counted in (noun, first)):
        return
    parted = any(tree.lowers[c] == "of" for c in tree.below(noun, "prep"))
    if tree.tags[inner] == "NN" or tree.grammar.lemmas[first] in OF_A_KIND or (parted and tree.tags[inner] == "NNS"):
        for link in tree.below(inner, "cc"):
            tree.move(link, first, "cc")
        tree.move(noun, first, "conj")


def counted_read_as_measure(tree: Tree, noun: int) -> None:
    """ "Detained 20 drivers": whom it was done to, and no measure of it."""
    verb = tree.heads[noun]
    straight = tree.opening_of(noun) == verb + 1 and tree.below(noun, "nummod")
    if not straight or tree.tags[noun] != "NNS" or tree.grammar.lemmas[verb] not in DONE_TO_SOMEBODY:
        return
    if tree.grammar.lemmas[noun] not in LENGTHS and not tree.below(verb, "dobj", "auxpass", "nsubjpass"):
        tree.deps[noun] = "dobj"
