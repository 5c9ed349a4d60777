"""Who does what a passive tells, and who is told of beside whom, where the parser hung a name on its neighbour."""

from __future__ import annotations

from sayso.parse.repair.deeds import CALENDAR
from sayso.parse.tree import Tree

NAMES = ("NNP", "NNPS")
BETWEEN, LENGTHS = frozenset(("with", "for", "since", "from")), frozenset(("year", "month", "week", "decade", "time"))
PLURAL = ("were", "are", "have")
KIN = frozenset(
    ("brother", "sister", "son", "daughter", "wife", "husband", "father", "mother", "uncle", "aunt", "cousin", "nephew",
     "niece", "relative", "friend", "colleague", "neighbour", "neighbor", "driver", "bodyguard", "guard", "aide",
     "widow", "grandson", "granddaughter", "grandfather", "grandmother", "fiancee", "guest", "supporter")
)  # fmt: skip


def agent_behind_means(tree: Tree, by: int) -> None:
    """ "Was supplied with weapons by the army", "sheltered for years by Mali": no weapons or years by the army, but who
    supplied them."""
    means = tree.heads[by]
    link = means if tree.tags[means] == "IN" else tree.heads[means]
    verb = tree.heads[link]
    if tree.lowers[by] != "by" or tree.lowers[link] not in BETWEEN or tree.deps[link] != "prep":
        return
    if tree.lowers[link] == "for" and tree.grammar.lemmas[means] not in LENGTHS:
        return
    participle = tree.tags[verb] == "VBN" or (tree.deps[verb] == "advcl" and tree.lowers[verb][-2:] == "ed")
    doers = [c for c in tree.below(by, "pobj") if tree.tags[c][:2] == "NN" and tree.lowers[c] not in CALENDAR]
    if participle and doers and not tree.below(verb, "agent", "dobj"):
        tree.move(by, verb, "agent")
        tree.retag(verb, "VBN")


def agent_of_the_order(tree: Tree, by: int) -> None:
    """ "Were ordered to leave by the rebels": an infinitive that is no passive has nobody behind "by"; the passive
    above it has."""
    deed = tree.heads[by]
    verb = tree.heads[deed]
    to = any(tree.tags[c] == "TO" for c in tree.below(deed, "aux"))
    if tree.tags[deed] != "VB" or not to or tree.below(deed, "auxpass") or not verb < deed:
        return
    if tree.tags[verb] == "VBN" and not tree.below(verb, "agent", "dobj") and _are_doers(tree, by):
        tree.move(by, verb, "agent")


def _are_doers(tree: Tree, by: int) -> bool:
    sure = ("NN", "NNS", "NNP", "NNPS") if tree.deps[by] == "agent" else ("NNS", "NNPS")
    return any(tree.tags[c] in sure and tree.lowers[c] not in CALENDAR for c in tree.below(by, "pobj"))


def proxy_of_somebody(tree: Tree, word: int) -> None:
    """ "Its proxy Hezbollah": a noun that was read as an adjective; whose it is says of whom."""
    name = tree.heads[word]
    if tree.lowers[word] != "proxy" or name <= word or tree.tags[name] != "NNP":
        return
    tree.retag(word, "NN")
    tree.move(word, name, "compound")
    for owner in [c for c in tree.below(name, "poss", "amod") if c < word]:
        tree.move(owner, word, tree.deps[owner])


def participle_behind_noun(tree: Tree, verb: int) -> None:
    """ "The alliance, made up of two groups": what hangs on a noun is no past tense."""
    if tree.tags[verb] == "VBD" and tree.subject(verb) is None:
        tree.retag(verb, "VBN")


def list_read_as_apposition(tree: Tree, second: int) -> None:
    """ "Amal, Fatah and Hamas merged", "Nader, his wife and their son died": what a comma and an "and" part is a list
    where no comma closes it."""
    links = [link for member in _list_behind(tree, second) for link in tree.below(member, "cc")]
    if links and tree.lowers[tree.opening_of(second) - 1] == ",":
        _names_that_meet(tree, second)
        _family_that_dies(tree, second, links[0])
        _others_behind_a_name(tree, second, links[0])
    _company_by_agreement(tree, second)
    if tree.deps[second] == "conj":
        kin_read_into_a_name(tree, second)


def _list_behind(tree: Tree, second: int) -> list[int]:
    """A member of a list and, where each hangs on the one before, all that stand behind it."""
    members = [second]
    while further := tree.below(members[-1], "conj"):
        members.append(further[-1])
    return members


def _names_that_meet(tree: Tree, second: int) -> None:
    first = tree.heads[second]
    if tree.tags[first] not in NAMES or tree.tags[second] not in NAMES:
        return
    if tree.deps[first] in ("attr", "dobj", "pobj") and tree.below(second, "cc") and tree.below(second, "conj"):
        dets = [[tree.lowers[c] for c in tree.below(t, "det")] for t in (first, second)]
        closed = tree.lowers[(after := _behind(tree, second)) : after + 1] == [","]
        alike = dets[0] == dets[1] or (dets[1] == ["the"] and not closed)
        tree.deps[second] = "conj" if alike else tree.deps[second]
    last, verb = _list_behind(tree, second)[-1], tree.heads[first]
    straight = last < verb and tree.opening(verb) == last + 1 and tree.tags[last] in NAMES
    if straight and tree.deps[first] in ("nsubj", "nsubjpass"):
        tree.deps[second] = "conj"


def _family_that_dies(tree: Tree, second: int, link: int) -> None:
    """ "Killed his mother, 25 pupils and six adults": those of his own, or so many, stand behind one of kin or a
    name."""
    first, after = tree.heads[second], _behind(tree, second)
    owned = tree.tags[first] in NAMES and _is_owned(tree, second) and tree.lowers[link - 1] != ","
    counted = _is_one_of_kin(tree, first) and (tree.tags[second] == "CD" or tree.below(second, "nummod"))
    closed = tree.lowers[after : after + 1] in ([","], ["was"], ["is"], ["has"])
    if (owned or (counted and tree.tags[second] in ("NNS", "CD"))) and not closed:
        tree.deps[second] = "conj"


def _others_behind_a_name(tree: Tree, second: int, link: int) -> None:
    """ "A leader, Saleh Omar, and his bodyguard died": who stands behind the commas is told of beside the leader."""
    first = tree.heads[second]
    aside = tree.lowers[link - 1 : link + 1] == [",", "and"] and tree.deps[second] == "appos"
    if aside and tree.tags[first] == "NN" and tree.tags[second] == "NNP":
        for joined in (link, *tree.below(second, "conj")):
            tree.move(joined, first, tree.deps[joined])


def _company_by_agreement(tree: Tree, second: int) -> None:
    """ "Iyad Nader, a clerk for the railways and his mother, were killed": "were" is of two."""
    first = tree.heads[second]
    verb = tree.heads[first]
    alone = tree.tags[first] == "NNP" and tree.deps[first] in ("nsubj", "nsubjpass") and not tree.below(first, "conj")
    if tree.deps[second] != "appos" or not alone or all(tree.lowers[t] not in PLURAL for t in tree.auxiliaries(verb)):
        return
    if _is_owned(tree, second):
        tree.deps[second] = "conj"
        return
    inside = (token for token in range(second + 1, verb) if tree.deps[token] == "conj" and tree.is_below(token, second))
    for joined in [token for token in inside if _is_owned(tree, token)]:
        tree.move(joined, first, "conj")


def kin_read_into_a_name(tree: Tree, kin: int) -> None:
    """ "Killed a brother of Hatem Saad, his wife and their son": no brother of all three."""
    name = tree.heads[kin]
    if tree.deps[name] != "pobj" or tree.tags[name] != "NNP" or tree.lowers[tree.heads[name]] != "of":
        return
    noun = tree.heads[tree.heads[name]]
    if tree.grammar.lemmas[noun] in KIN and _is_owned(tree, kin) and tree.lowers[tree.opening_of(kin) - 1] == ",":
        tree.move(kin, noun, "conj")


def _is_owned(tree: Tree, noun: int) -> bool:
    return any(tree.tags[child] == "PRP$" for child in tree.below(noun, "poss"))


def _is_one_of_kin(tree: Tree, noun: int) -> bool:
    """As in "his mother", "Omar Nader": somebody told of alone."""
    return tree.tags[noun] == "NNP" or (tree.tags[noun] == "NN" and _is_owned(tree, noun))


def _behind(tree: Tree, token: int) -> int:
    """The token behind all that hangs on the token."""
    last = token
    while tree.children[last] and tree.children[last][-1] > last:
        last = tree.children[last][-1]
    return last + 1
