"""Clauses behind a word that is rarely there ("whom", "by the time", "told AFP"), whose subject the parser took for
something else."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.parse.tree import Tree

FINITE = frozenset(("VBD", "VBN", "VBZ", "VBP"))
STOPS = frozenset((",", ";", ":", ".", "(", ")", "-", "–", "—", '"', "“", "”"))
IN_PHRASE = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "DT", "CD", "PRP$", "PRP", "POS", "VBN", "VBG"))
"""Tags of the words of a noun phrase."""
TELLING = frozenset(("tell", "inform", "assure", "notify", "remind", "show"))
WHERE = frozenset(
    ("near", "outside", "inside", "around", "along", "across", "above", "beyond", "behind", "amid", "past")
)
RIOT_FORCES = frozenset(
    ("police", "policemen", "officers", "troops", "squad", "squads", "gear", "shields", "control", "unit", "units")
)
DEMANDING = frozenset(
    (
        "demand",
        "insist",
        "ask",
        "order",
        "request",
        "urge",
        "require",
        "propose",
        "suggest",
        "rule",
        "decree",
        "recommend",
    )
)
ACTED = frozenset(
    ("assault", "attack", "raid", "strike", "shelling", "bombing", "bombardment", "ambush", "shooting", "stabbing",
     "kidnapping", "abduction", "looting", "sabotage", "infiltration", "explosion")
)  # fmt: skip
"""Deeds that a word without a meaning of its own may stand behind."""
FARTHEST = 9
IN_NOUN_PHRASES = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ"))


def repair_lone(tree: Tree) -> None:
    """Mends the columns in place, where such a word stands."""
    for first, _ in tree.grammar.sentences:
        if tree.lowers[first] in WHERE and tree.tags[first] == "NNP":
            _place_that_opens(tree, first)
    for word, mend in LONE:
        for at in _all(tree, word):
            mend(tree, at)
    for verb, lemma in enumerate(tree.grammar.lemmas):
        if lemma in TELLING:
            _told_name(tree, verb)


def _place_that_opens(tree: Tree, word: int) -> None:
    """ "Near Kidal, a convoy was ambushed": a preposition that opens a sentence is no given name."""
    name = tree.heads[word]
    after = name + 1 < len(tree.tags) and tree.lowers[name + 1] == ","
    if tree.deps[word] != "compound" or not after or any(tree.tags[t] != "NNP" for t in range(word, name + 1)):
        return
    head = tree.heads[name]
    if head != name:
        tree.move(word, head, "prep")
        tree.move(name, word, "pobj")
        tree.retag(word, "IN")


def _riot_before_police(tree: Tree, riot: int) -> None:
    """ "Riot police beat": a kind of police, and nobody riots."""
    police = riot + 1
    if police >= len(tree.tags) or tree.lowers[police] not in RIOT_FORCES or tree.heads[riot] == police:
        return
    head, dep = tree.heads[riot], tree.deps[riot]
    if tree.is_below(police, riot):
        tree.move(police, police if head == riot else head, dep)
        for child in list(tree.children[riot]):
            tree.move(child, police, tree.deps[child])
    tree.move(riot, police, "compound")
    tree.retag(riot, "NN")
    if tree.tags[police][:2] != "NN":
        tree.retag(police, "NNS")


def _sworn_enemies(tree: Tree, sworn: int) -> None:
    """ "Are sworn enemies": what they are, and nothing that was sworn."""
    noun, be = sworn + 1, next(iter(tree.below(sworn, "auxpass", "aux")), None)
    if be is None or noun >= len(tree.tags) or tree.tags[noun] != "NNS" or tree.heads[noun] != sworn:
        return
    head, dep = tree.heads[sworn], tree.deps[sworn]
    tree.move(be, be if head == sworn else head, dep)
    for child in [c for c in tree.children[sworn] if c != be]:
        tree.move(child, be, "nsubj" if tree.deps[child] == "nsubjpass" else tree.deps[child])
    tree.move(noun, be, "attr")
    tree.move(sworn, noun, "amod")


def _all(tree: Tree, word: str) -> Iterator[int]:
    at = -1
    for _ in range(tree.lowers.count(word)):
        at = tree.lowers.index(word, at + 1)
        yield at


def _statement(tree: Tree, first: int) -> tuple[int, int] | None:
    """The noun and the verb of the plain statement that opens at a token: "a sniper wounded"."""
    noun = None
    for token in range(first, min(first + FARTHEST, len(tree.tags))):
        tag = tree.tags[token]
        if tag in FINITE and noun is not None and not tree.auxiliaries(token):
            return None if tree.deps[token] in ("aux", "auxpass") else (noun, token)
        if tag not in IN_PHRASE and tag != "RB":
            return None
        noun = token if tag[:2] in ("NN", "PR") or tag == "CD" else noun
    return None


def _seat(tree: Tree, noun: int, verb: int) -> None:
    """Make the noun the verb's subject, and the verb a finite one."""
    if tree.tags[verb] == "VBN":
        tree.retag(verb, "VBD")
    for child in [c for c in tree.children[verb] if c < verb and tree.deps[c] in ("nsubj", "nsubjpass", "det")]:
        if child != noun:
            tree.move(child, noun, "compound" if tree.tags[child][:2] == "NN" else "det")
    tree.move(noun, verb, "nsubj")


def _clause_behind_whom(tree: Tree, whom: int) -> None:
    """ "A judge whom a sniper wounded": who stands between "whom" and the verb does it, and to the one before."""
    antecedent = whom - 2 if tree.lowers[whom - 1] == "," else whom - 1
    if antecedent < 0 or tree.tags[antecedent][:2] not in ("NN", "VB", "CD", "PR"):
        return
    found = _statement(tree, whom + 1)
    if found is None or (tree.deps[whom] == "dobj" and tree.subject(found[1]) == found[0]):
        return
    noun, verb = found
    if tree.heads[verb] != verb and not tree.is_below(antecedent, verb):
        tree.move(verb, antecedent, "relcl")
        _seat(tree, noun, verb)
        tree.move(whom, verb, "dobj")
        for token in range(whom + 1, noun):
            if not whom < tree.heads[token] <= noun:
                tree.move(token, noun, "compound" if tree.tags[token][:2] == "NN" else "amod")


def _clause_behind_time(tree: Tree, time: int) -> None:
    """ "Had left by the time rebels came": a clause of time, and no rebels of the time."""
    found, by = _statement(tree, time + 1), time - 2
    if tree.lowers[max(by, 0) : time] != ["by", "the"] or found is None or tree.subject(found[1]) is not None:
        return
    noun, verb = found
    main = tree.heads[by]
    if tree.is_below(main, verb) or tree.heads[noun] not in (by, time, verb, main):
        return
    tree.move(verb, main, "advcl")
    tree.move(time, by, "pobj")
    tree.move(by, verb, "mark")
    tree.move(time - 1, time, "det")
    _seat(tree, noun, verb)


def _told_name(tree: Tree, verb: int) -> None:
    """ "Told AFP gunmen had come", "told Reuters a sniper shot him": the name is to whom it is told."""
    name = verb + 1
    while name + 1 < len(tree.tags) and tree.tags[name + 1] in ("NNP", "NNPS") and tree.heads[name] == name + 1:
        name += 1
    content = next((c for c in tree.below(verb, "ccomp") if c > name), None)
    if name >= len(tree.tags) or tree.tags[name] not in ("NNP", "NNPS") or content is None:
        return
    subject, objects = tree.subject(content), [t for t in tree.below(verb, "dobj") if name < t < content]
    if subject is None and objects and tree.deps[name] == "dobj":
        tree.move(objects[-1], content, "nsubjpass" if tree.below(content, "auxpass") else "nsubj")
    elif subject is not None and tree.heads[name] == subject and tree.tags[subject] in ("NN", "NNS"):
        tree.move(name, verb, "dobj")


def _freed_prisoners(tree: Tree, free: int) -> None:
    """ "Demanded that the government release imprisoned comrades": that it free them, and not that it imprison them."""
    subject, jailed = free - 1, free + 1
    freed = _noun_behind(tree, jailed)
    if tree.tags[jailed : jailed + 1] not in (["VBN"], ["VBD"]) or freed is None or tree.auxiliaries(jailed):
        return
    that = next((t for t in range(free - 1, max(free - FARTHEST, 0), -1) if tree.lowers[t] == "that"), None)
    top = next((t for t in (free, jailed, freed) if that is not None and tree.heads[t] < that), None)
    if that is None or top is None or tree.tags[subject][0] != "N":
        return
    head = tree.heads[top]
    if tree.grammar.lemmas[head] not in DEMANDING:
        return
    below = [c for t in {top, free} for c in tree.children[t] if c not in (free, jailed, freed, subject, that)]
    tree.move(free, head, "ccomp")
    tree.move(freed, free, "dobj")
    tree.move(jailed, freed, "amod")
    tree.move(subject, free, "nsubj")
    tree.move(that, free, "mark")
    for child in below:
        tree.move(child, subject if child < subject else free, tree.deps[child])
    tree.retag(jailed, "VBN")
    tree.retag(free, "VB")


def _deed_before_action(tree: Tree, action: int) -> None:
    """ "41 assault actions near Terny", "shelling incidents": the deed says all of it."""
    deed = action - 1
    if deed < 0 or tree.lowers[deed] not in ACTED or tree.deps[deed] != "compound" or tree.heads[deed] != action:
        return
    head, dep = tree.heads[action], tree.deps[action]
    tree.move(deed, deed if head == action else head, dep)
    for child in [c for c in tree.children[action] if c != deed]:
        tree.move(child, deed, tree.deps[child])
    tree.move(action, deed, "nmod")


def _by_name(tree: Tree, name: int) -> None:
    """ "Confirmed by name the deaths of 12 men": how it was done; the object is that of the verb before."""
    link = tree.heads[name]
    if tree.lowers[name - 1] != "by" or tree.deps[name] != "pcomp" or link != name - 1:
        return
    for child in list(tree.children[name]):
        tree.move(child, tree.heads[link], tree.deps[child])
    tree.deps[name] = "pobj"
    tree.retag(name, "NN")


def _noun_behind(tree: Tree, participle: int) -> int | None:
    """The last noun of the phrase that a participle opens."""
    last = participle
    while last + 1 < len(tree.tags) and tree.tags[last + 1] in IN_NOUN_PHRASES:
        last += 1
    return last if last > participle and tree.tags[last][0] == "N" else None


def _two_sides_clash(tree: Tree, clash: int) -> None:
    """ "Police, gang clash in Goma": a headline's two sides without an article, and what they do."""
    first, second = tree.grammar.sentences[tree.grammar.sentence_of[clash]][0], clash - 1
    joint = next((t for t in range(second, first, -1) if tree.lowers[t] in (",", "and", "&")), first)
    sides = [*range(first, joint), *range(joint + 1, clash)]
    bare = all(tree.tags[t] in IN_NOUN_PHRASES for t in sides)
    if tree.tags[clash] != "NN" or not first < joint < second or not bare:
        return
    if tree.tags[clash + 1 : clash + 2] not in ([], ["IN"], ["."], [","]):
        return
    one = joint - 1
    tree.move(clash, clash, "ROOT")
    tree.move(one, clash, "nsubj")
    tree.move(joint, one, "punct" if tree.lowers[joint] == "," else "cc")
    tree.move(second, one, "conj")
    for head, start in ((one, first), (second, joint + 1)):
        for word in range(start, head):
            tree.move(word, head, "compound")
    tree.retag(clash, "VBP")


LONE = (
    ("riot", _riot_before_police), ("sworn", _sworn_enemies), ("whom", _clause_behind_whom),
    ("time", _clause_behind_time), ("free", _freed_prisoners), ("release", _freed_prisoners),
    ("actions", _deed_before_action), ("incidents", _deed_before_action), ("attempts", _deed_before_action),
    ("name", _by_name), ("clash", _two_sides_clash),
)  # fmt: skip
"""Words with what is put right where they stand."""
