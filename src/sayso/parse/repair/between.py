"""What stands between two verbs or two nouns and was given to the wrong one: a second participle, a subject read as one
more object, a deed told beside what was passing by, a clause of the nurse read as one of her hospital."""

from __future__ import annotations

from sayso.parse.repair.tolls import DONE_TO_SOMEBODY
from sayso.parse.tree import TWO_SUBJECTS, Tree

UNDERGONE = DONE_TO_SOMEBODY | {
    "shoot", "stab", "hack", "torture", "beat", "set", "hang", "lynch", "rape", "burn", "kick", "whip", "gun", "mow",
    "strangle", "club", "decapitate", "blindfold", "slaughter", "assault", "murder", "seize", "drag", "throw",
    "sentence", "jail", "imprison", "extradite",
}  # fmt: skip
HARMING = frozenset(
    ("kill", "injure", "wound", "destroy", "damage", "hit", "maim", "sink", "slay", "hurt", "scatter", "set", "trap",
     "spark", "send", "leave", "cause", "trigger", "wreck", "ignite", "shatter", "bury", "flatten", "collapse")
)  # fmt: skip
PEOPLE = frozenset(
    ("resident", "people", "inhabitant", "villager", "civilian", "family", "refugee", "official", "fighter", "soldier",
     "rebel", "militant", "troop", "worker", "elder", "witness", "student", "protester", "thousand", "hundred", "dozen")
)  # fmt: skip
PLACES_OF_WORK = frozenset(
    ("center", "centre", "hospital", "clinic", "school", "university", "college", "church", "mosque", "parish", "post",
     "village", "town", "city", "district", "province", "camp", "station", "prison", "company", "ministry", "office",
     "newspaper", "agency", "health", "institute", "seminary", "monastery", "market", "plantation", "mine", "farm")
)  # fmt: skip
"""Nouns that "who" does not stand for where somebody belongs to them."""
UNHARMED = frozenset(("unhurt", "unharmed", "unscathed", "uninjured", "untouched", "alive"))
MET = frozenset(
    ("turn", "reject", "deny", "dismiss", "refuse", "ignore", "rebuff", "dispute", "accept", "welcome", "repeat",
     "refute", "contest", "resist", "oppose", "echo", "back", "support", "make", "grant", "decline", "repudiate")
)  # fmt: skip
"""What is done to a request or an allegation, and takes an object."""
BIDDING = frozenset(
    ("direct", "order", "urge", "instruct", "ask", "tell", "command", "authorise", "authorize", "force", "compel",
     "oblige", "allow", "permit", "enable")
)  # fmt: skip
FOUGHT = frozenset(
    ("clash", "fighting", "battle", "fight", "skirmish", "exchange", "shootout", "gunfight", "firefight", "violence",
     "talk", "negotiation", "meeting", "truce", "ceasefire", "agreement", "deal", "war", "conflict", "confrontation")
)  # fmt: skip
"""What two sides have between them."""
GROUNDS = frozenset(("on", "in", "at", "near", "over", "along", "around"))
VOICED = frozenset(("protest", "demand", "denounce", "condemn", "commemorate", "mourn", "mark"))
"""What marches and blockades are for."""
SETTING = frozenset(("pit", "set", "turn", "play"))


def passive_beside_passive(tree: Tree, verb: int) -> None:
    """ "Were pulled off a bus and shot dead by gunmen", "who was seized by men wearing masks and shot": a deed without
    an object beside a passive is done to its subject."""
    lemma = tree.grammar.lemmas[verb]
    if lemma not in UNDERGONE or tree.tags[verb] not in ("VBD", "VBN") or tree.subject(verb) is not None:
        return
    first = _passive_before(tree, verb)
    if first is None or tree.below(verb, "dobj", "aux", "auxpass", "ccomp", "xcomp"):
        return
    tree.move(verb, first, "conj")
    tree.tags[verb] = "VBN"
    for by in tree.below(verb, "prep"):
        if tree.lowers[by] == "by":
            tree.deps[by] = "agent"


def _passive_before(tree: Tree, verb: int) -> int | None:
    """The passive that the verb goes on with, also over the participle of who did it."""
    first = tree.heads[verb]
    while tree.tags[first] == "VBG" and tree.deps[first] in ("acl", "pcomp"):
        first = tree.heads[first]
        while tree.deps[first] in ("pobj", "agent", "prep"):
            first = tree.heads[first]
    return first if tree.below(first, "auxpass") else None


def subject_read_as_object(tree: Tree, verb: int) -> None:
    """ "Killed a man and two women, and twelve people, including a child, suffered burns": between ", and" and a verb
    without "and" of its own stands its subject."""
    first = tree.heads[verb]
    if tree.tags[verb] not in ("VBD", "VBZ", "VBP") or verb < first or tree.subject(verb) is not None:
        return
    noun = next(iter(tree.below(first, "dobj")), None)
    while noun is not None and (joined := [t for t in tree.below(noun, "conj") if t < verb]):
        noun = joined[-1]
    opening = tree.opening_of(noun) if noun is not None else 0
    if noun is None or tree.deps[noun] != "conj" or tree.lowers[opening - 2 : opening] != [",", "and"]:
        return
    if tree.lowers[tree.opening(verb) - 1] in ("and", "but", "or", "then") or _goes_on(tree, verb):
        return
    tree.move(noun, verb, "nsubj")


def _goes_on(tree: Tree, verb: int) -> bool:
    """Whether it is one of a row of verbs: "killed a man, and a boy, burned houses and fled"."""
    return any(t > verb for t in tree.below(tree.heads[verb], "conj")) or bool(tree.below(verb, "conj"))


def deed_beside_a_passing(tree: Tree, verb: int) -> None:
    """ "Set off a bomb as a lorry was passing, killing two": what killed is what was done, not what went by."""
    passing = tree.heads[verb]
    if tree.tags[verb] != "VBG" or tree.grammar.lemmas[verb] not in HARMING or tree.tags[passing] not in ("VBG", "VBN"):
        return
    above = tree.heads[passing]
    link = next(iter(tree.below(passing, "mark")), above)
    above = tree.heads[above] if link == above else above
    if (
        tree.lowers[link] not in ("as", "while", "when", "after")
        or tree.tags[above][0] != "V"
        or not above < link < passing
    ):
        return
    if not tree.below(passing, "dobj") and {tree.lowers[t] for t in tree.auxiliaries(passing)} & {"was", "were", "had"}:
        tree.move(verb, above, "advcl")


def clause_of_whom(tree: Tree, verb: int) -> None:
    """ "A nurse of the clinic who was abducted": "who" stands for the nurse."""
    place = tree.heads[verb]
    who = next((t for t in tree.children[verb] if tree.lowers[t] == "who" and t < verb), None)
    if who is None or tree.grammar.lemmas[place] not in PLACES_OF_WORK or tree.deps[place] != "pobj":
        return
    noun = tree.heads[tree.heads[place]]
    if tree.tags[noun] in ("NN", "NNS", "NNP") and tree.grammar.lemmas[noun] not in PLACES_OF_WORK:
        tree.move(verb, noun, "relcl")


def clause_of_which(tree: Tree, verb: int) -> None:
    """ "Residents of Solino, which fell to gangs": "which" stands for no people."""
    people = tree.heads[verb]
    which = next((t for t in tree.children[verb] if tree.lowers[t] == "which" and t < verb), None)
    if which is None or tree.grammar.lemmas[people] not in PEOPLE or tree.lowers[which - 1] != ",":
        return
    place = which - 2
    while tree.deps[place] == "punct":
        place -= 1
    if tree.tags[place] == "NNP" and tree.deps[place] == "pobj" and tree.heads[tree.heads[place]] == people:
        tree.move(verb, place, "relcl")


def bidding_read_as_adjective(tree: Tree, verb: int) -> None:
    """ "Announced a curfew in three counties and directed officers to search homes": a word of bidding behind "and",
    before whom it bids to do something, is a second verb."""
    noun, link = tree.heads[verb], verb - 1
    if tree.grammar.lemmas[verb] not in BIDDING or tree.deps[noun] != "conj" or tree.lowers[link] != "and":
        return
    after = tree.grammar.sentences[tree.grammar.sentence_of[verb]][1]
    to = next((t for t in range(noun + 1, min(noun + 3, after)) if tree.tags[t] == "TO"), None)
    above = noun
    while tree.heads[above] != above and not tree.is_finite(above):
        above = tree.heads[above]
    if to is None or tree.tags[tree.heads[to]] != "VB" or tree.tags[above] not in ("VBD", "VBZ"):
        return
    tree.move(verb, above, "conj")
    tree.tags[verb] = tree.tags[above]
    tree.move(noun, verb, "dobj")
    tree.move(tree.heads[to], verb, "xcomp")


def toll_read_as_subject(tree: Tree, verb: int) -> None:
    """ "12 civilians killed in a raid, residents demand protection": of a headline's two subjects the one with a
    participle is told of by itself."""
    subjects = [t for t in tree.below(verb, "nsubj") if t < verb]
    if len(subjects) != 2 or tree.lowers[tree.opening_of(subjects[1]) - 1] != ",":
        return
    killed = next((t for t in tree.below(subjects[0], "acl") if tree.tags[t] == "VBN"), None)
    if killed is None or killed != subjects[0] + 1 or tree.grammar.lemmas[killed] not in UNDERGONE:
        return
    tree.move(killed, verb, "parataxis")
    tree.move(subjects[0], killed, "nsubjpass")


def name_behind_whose_word(tree: Tree, name: int) -> None:
    """ "According to the coordinator, Jean Mbayo, the attackers burst in": the name between the commas is that of the
    coordinator, and no second subject."""
    verb, first = tree.heads[name], tree.opening_of(name)
    others = [t for t in tree.below(verb, "nsubj", "nsubjpass") if name < t < verb]
    office = first - 2
    if not others or tree.tags[name] != "NNP" or office < 2 or tree.lowers[first - 1] != ",":
        return
    to = tree.heads[office]
    if tree.deps[office] == "pobj" and tree.lowers[to - 1 : to + 1] == ["according", "to"]:
        tree.move(name, office, "appos")


def for_his_part(tree: Tree, part: int) -> None:
    """ "The administrator, for his part, reports nine dead": no part of his reports it."""
    link, verb = part - 2, tree.heads[part]
    if tree.lowers[part] != "part" or link < 0 or tree.lowers[link] != "for" or tree.tags[part - 1] != "PRP$":
        return
    tree.move(link, verb, "prep")
    tree.move(part, link, "pobj")


def gap_read_as_mark(tree: Tree, that: int) -> None:
    """ "A request that Washington has turned down": "that" is what was turned down, no opening."""
    verb = tree.heads[that]
    noun = tree.heads[verb]
    if tree.lowers[that] != "that" or tree.deps[verb] not in ("relcl", "acl") or tree.grammar.lemmas[verb] not in MET:
        return
    if tree.below(verb, "dobj", "auxpass", "xcomp", "ccomp") or tree.tags[noun][:2] != "NN":
        return
    tree.move(that, verb, "dobj")
    tree.retag(that, "WDT")
    tree.deps[verb] = "relcl"
    first = tree.opening_of(noun)
    if tree.deps[noun] == "dobj" and tree.lowers[first - 1] == "," and len(tree.below(tree.heads[noun], "dobj")) > 1:
        tree.deps[noun] = "npadvmod"


def state_read_as_adverb(tree: Tree, state: int) -> None:
    """ "Escaped unhurt": how they were, not how they did it."""
    if tree.lowers[state] in UNHARMED and tree.tags[state] in ("JJ", "RB") and tree.heads[state] < state:
        tree.deps[state] = "oprd"


def toll_of_two_sides(tree: Tree, second: int) -> None:
    """ "Five soldiers, 11 rebels killed": a headline's comma between two that are counted is its "and"."""
    first = tree.heads[second]
    killed = next((t for t in tree.below(second, "acl") if tree.tags[t] == "VBN" and t == second + 1), None)
    counted = tree.below(second, "nummod") and (tree.below(first, "nummod") or tree.tags[first] in ("NN", "NNP"))
    if killed is None or not counted or tree.heads[first] != first or tree.opening_of(second) != first + 2:
        return
    if tree.lowers[first + 1] == "," and tree.grammar.lemmas[killed] in UNDERGONE:
        tree.deps[second] = "conj"
        tree.tags[first] = "NN" if tree.tags[first] == "NNP" else tree.tags[first]
        tree.move(killed, killed, "ROOT")
        tree.move(first, killed, "nsubjpass")


def deed_beside_its_purpose(tree: Tree, verb: int) -> None:
    """ "Blocked the road to protest the raid, burning tyres": what was done there is not what it was for."""
    purpose = tree.heads[verb]
    if tree.tags[verb] != "VBG" or tree.lowers[verb - 1] != "," or tree.grammar.lemmas[purpose] not in VOICED:
        return
    if tree.deps[purpose] == "advcl" and any(tree.tags[c] == "TO" for c in tree.below(purpose, "aux")):
        tree.move(verb, tree.heads[purpose], "advcl")


RULES = (
    passive_beside_passive, subject_read_as_object, deed_beside_a_passing, clause_of_whom, clause_of_which,
    bidding_read_as_adjective, toll_read_as_subject, deed_beside_its_purpose,
)  # fmt: skip
ONLY = {
    passive_beside_passive: {"conj"},
    subject_read_as_object: {"conj"},
    deed_beside_a_passing: {"advcl"},
    deed_beside_its_purpose: {"advcl"},
    clause_of_whom: {"relcl"},
    clause_of_which: {"relcl"},
    bidding_read_as_adjective: {"amod"},
}
"""How the verbs hang on other words that a rule has to do with."""
ABOVE = {toll_read_as_subject: {TWO_SUBJECTS}}


def one_side_on_the_other(tree: Tree, against: int) -> None:
    """ "Pitting the army against the rebels": the other side hangs on the verb, not on the first."""
    one = tree.heads[against]
    verb = tree.heads[one]
    if tree.lowers[against] == "against" and tree.deps[one] == "dobj" and tree.grammar.lemmas[verb] in SETTING:
        tree.move(against, verb, "prep")


def sides_behind_the_place(tree: Tree, between: int) -> None:
    """ "Clashes on its border between the army and gangs": the two stand on either side of the clashes."""
    place = tree.heads[between]
    link = tree.heads[place]
    fight, sides = tree.heads[link], tree.below(between, "pobj")
    if tree.deps[place] != "pobj" or tree.lowers[link] not in GROUNDS or not sides or not tree.below(sides[0], "conj"):
        return
    if tree.grammar.lemmas[fight] in FOUGHT and tree.tags[place] not in ("NNS", "NNPS"):
        tree.move(between, fight, "prep")
