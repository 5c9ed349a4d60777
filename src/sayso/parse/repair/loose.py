"""Statements that the parser hung on the nearest word: who says all of a sentence, a verb with a tense beside a gerund,
what "provided" opens, the second side of a headline, a claim read as a noun."""

from __future__ import annotations

from sayso.parse.repair.tolls import DONE_TO_SOMEBODY
from sayso.parse.saying import STATING, TELLING
from sayso.parse.tree import FINITE_TAGS, Tree

DONE_TO = DONE_TO_SOMEBODY | {"gun", "mow", "shoot", "hack", "lynch", "stab", "neutralise", "neutralize", "eliminate"}
INFLICTED = DONE_TO | {"recruit", "loot", "burn", "conscript", "extort", "destroy", "displace", "torture", "bomb",
                       "expel", "evict", "deport", "seize", "rape", "raze", "ransack"}  # fmt: skip
HURT = frozenset(("wounded", "injured", "displaced", "detained", "abducted", "hurt", "kidnapped"))
"""Forms that tell which people are meant, as often as what was done to them."""
CLAIMING = frozenset(("claims", "says", "denies", "vows", "boasts", "purports", "professes"))
GIVEN = frozenset(("provided", "providing", "unless"))
LONGEST_SOURCE = 14
CLAUSES = frozenset(("relcl", "advcl", "conj", "acl", "acomp", "xcomp", "oprd"))


def name_of_the_noun_before(tree: Tree, name: int) -> None:
    """ "Ann Kone of the charity Save the World": what stands straight behind a common noun names that, and no person
    before it."""
    noun = tree.opening_of(name) - 1
    if noun < 0 or tree.tags[noun] != "NN" or tree.tags[name][:3] != "NNP" or noun == tree.heads[name]:
        return
    if tree.deps[noun] == "pobj" and tree.is_below(noun, tree.heads[name]):
        tree.move(name, noun, "appos")


def source_of_the_whole(tree: Tree, according: int) -> None:
    """ "12,000 are trapped in Bara, where food has run out, according to the agency": whoever is named at the end,
    behind a comma, says all of it."""
    first, after = tree.grammar.sentences[tree.grammar.sentence_of[according]]
    if tree.lowers[according] != "according" or tree.lowers[according - 1] != "," or after - according > LONGEST_SOURCE:
        return
    behind = range(according + 2, after)
    if any(tree.tags[t] in FINITE_TAGS or tree.lowers[t] in (",", ";") for t in behind):
        return
    top, aside = tree.heads[according], False
    while tree.heads[top] != top and (tree.deps[top] in CLAUSES or tree.tags[top][0] != "V"):
        shared = tree.deps[top] == "conj" and tree.tags[top][0] == "V" and tree.subject(top) is None
        aside = aside or shared or tree.deps[top] == "relcl"
        top = tree.heads[top]
    told = tree.grammar.lemmas[top] in STATING and tree.below(top, "ccomp")
    if aside and tree.tags[top][0] == "V" and not told and first <= top < according:
        tree.move(according, top, "prep")


def finite_beside_gerund(tree: Tree, verb: int) -> None:
    """ "Has denied targeting civilians and accuses the army": a verb with a tense goes on with one that has a tense."""
    gerund = tree.heads[verb]
    if tree.tags[verb] not in ("VBZ", "VBD") or tree.tags[gerund] != "VBG" or tree.auxiliaries(verb) or verb < gerund:
        return
    if tree.deps[gerund] not in ("xcomp", "pcomp") or tree.lowers[verb - 1] not in ("and", "but", ","):
        return
    above = tree.heads[gerund]
    while tree.tags[above][0] != "V" and tree.heads[above] != above:
        above = tree.heads[above]
    has = any(tree.lowers[t] in ("has", "have", "had") for t in tree.auxiliaries(above))
    if tree.subject(verb) is None and (has or tree.tags[above] in ("VBZ", "VBD", "VBP")):
        tree.move(verb, above, "conj")


def opened_by_provided(tree: Tree, verb: int) -> None:
    """ "Offered talks provided the army withdrew": what "provided" opens is a condition."""
    subject = tree.subject(verb)
    link = tree.opening_of(subject) - 1 if subject is not None else -1
    if link < 0 or tree.lowers[link] not in GIVEN or tree.deps[link] == "mark" or subject is None or subject > verb:
        return
    if not tree.below(link, "dobj", "pobj", "nsubj", "auxpass", "aux") and tree.heads[verb] < link:
        tree.move(link, verb, "mark")
        tree.deps[verb] = "advcl"


def one_among_the_harmed(tree: Tree, verb: int) -> None:
    """ "Nun among three people killed": the deed is done to those among whom she is."""
    subject = next(iter(tree.below(verb, "nsubj")), None)
    if subject is None or tree.grammar.lemmas[verb] not in DONE_TO or tree.tags[verb] not in ("VBD", "VBN"):
        return
    among = next((t for t in tree.below(subject, "prep") if tree.lowers[t] == "among"), None)
    those = next(iter(tree.below(among, "pobj")), None) if among is not None else None
    if those is None or those != verb - 1 or tree.below(verb, "dobj", "aux", "auxpass"):
        return
    tree.move(those, verb, "nsubjpass")
    tree.move(subject, those, "dep")
    tree.tags[verb] = "VBN"


def harmed_in_a_headline(tree: Tree, verb: int) -> None:
    """ "18 rebels gunned down": nobody guns down without whom."""
    subject = next(iter(tree.below(verb, "nsubj")), None)
    particle = tree.below(verb, "prt")
    if subject is None or not particle or tree.grammar.lemmas[verb] not in ("gun", "mow", "cut", "hack", "blow"):
        return
    if tree.tags[verb] in ("VBD", "VBN") and not tree.below(verb, "dobj", "aux", "auxpass", "cc"):
        tree.deps[subject], tree.tags[verb] = "nsubjpass", "VBN"


def claim_read_as_noun(tree: Tree, claim: int) -> None:
    """ "Launched a raid and claims to have taken two towns, killed nine men": what it claims is all of it."""
    inner, head = next(iter(tree.below(claim, "xcomp")), None), tree.heads[claim]
    if tree.lowers[claim] not in CLAIMING or tree.deps[claim] != "nsubj" or inner is None or not inner < head:
        return
    first = tree.heads[head]
    if tree.deps[head] != "conj" or tree.tags[first][0] != "V" or tree.lowers[claim - 1] not in ("and", "but"):
        return
    tree.move(claim, first, "conj")
    tree.move(head, inner, "conj")
    tree.tags[claim] = "VBZ"


def toll_read_as_speaker(tree: Tree, verb: int) -> None:
    """ "In which 70 were killed and 130 taken prisoner, the spokesman, Ko Ko, said": no participle says it."""
    told = next(iter(tree.below(verb, "nsubj")), None)
    if told is None or tree.tags[told] != "VBN" or tree.grammar.lemmas[verb] not in TELLING:
        return
    harmed = next(iter(tree.below(told, "nsubjpass")), None)
    speaker = next((t for t in range(verb - 1, told, -1) if _is_apart(tree, t, told)), None)
    link = tree.opening_of(harmed) - 1 if harmed is not None else -1
    if speaker is None or link < 0 or tree.lowers[link] != "and" or tree.tags[tree.heads[link]][0] != "V":
        return
    tree.move(told, tree.heads[link], "conj")
    tree.move(speaker, verb, "nsubj")


def _is_apart(tree: Tree, noun: int, told: int) -> bool:
    """Whether a noun stands behind a comma, and nothing in apposition above it does so further on."""
    comma = tree.lowers[tree.opening_of(noun) - 1] == ","
    return comma and tree.deps[noun] == "appos" and tree.tags[noun][:2] == "NN" and tree.heads[noun] <= told + 1


def noun_behind_its_name(tree: Tree, noun: int) -> None:
    """ "On the X, a movement whose men ...": what stands behind a name and a comma is the same, no second object."""
    first = min(tree.below(tree.heads[noun], "pobj"), default=noun)
    opening = tree.opening_of(noun)
    apart = tree.lowers[opening - 1 : opening + 1] in ([",", "a"], [",", "an"])
    if first < noun and apart and tree.tags[first] in ("NNP", "NNPS") and tree.tags[noun] in ("NN", "NNS"):
        tree.move(noun, first, "appos")


def nearest_before_an_aside(tree: Tree, noun: int) -> None:
    """ "The army is reinforced by the Falcons, a militia": no aside tells what stands on the other side of a verb;
    "a rights group, the Defence Network, said": it is called so."""
    head, opening = tree.heads[noun], tree.opening_of(noun)
    near = opening - 2
    while near > head and tree.heads[near] == near + 1 and tree.deps[near] in ("compound", "punct"):
        near += 1
    apart = tree.lowers[opening - 1 : opening + 1] in ([",", "a"], [",", "an"])
    apart = apart or (tree.lowers[opening - 1] == "," and _is_its_name(tree, noun, near))
    called = tree.tags[near][:3] == "NNP" and tree.tags[noun] in ("NN", "NNS")
    apart = apart or (called and tree.lowers[opening - 1 : opening + 1] == [",", "the"])
    named = tree.tags[near][:2] == "NN" and tree.deps[near] in ("pobj", "dobj")
    if apart and named and head < near and not tree.is_below(near, head):
        tree.move(noun, near, "appos")


def means_of_the_verb(tree: Tree, by: int) -> None:
    """ "Breached the embargo by shipping weapons": by doing so somebody does the deed, no embargo."""
    thing = tree.heads[by]
    done = [c for c in tree.below(by, "pcomp") if tree.tags[c] == "VBG"]
    if done and tree.tags[thing] in ("NN", "NNS") and tree.deps[thing] == "dobj" and thing < by:
        tree.move(by, tree.heads[thing], "prep")


def source_by_its_name(tree: Tree, according: int) -> None:
    """ "According to a rights group, the Defence Network": who it is, and nothing that was done."""
    source = next((t for link in tree.below(according, "prep") for t in tree.below(link, "pobj")), None)
    if source is None or tree.lowers[source + 1 : source + 3] != [",", "the"]:
        return
    name = tree.heads[source + 2]
    if source + 2 < name and not tree.is_below(source, name) and _is_its_name(tree, name, source):
        tree.move(name, source, "appos")


def _is_its_name(tree: Tree, name: int, noun: int) -> bool:
    """ "A rights group, the Defence Network": a name behind what somebody is, said for the first time."""
    first_told = any(tree.lowers[child] in ("a", "an") for child in tree.below(noun, "det"))
    return first_told and tree.tags[noun] == "NN" and tree.tags[name] in ("NNP", "NNPS")


def verb_beside_a_predicate(tree: Tree, verb: int) -> None:
    """ "Called the reports fabricated and blamed the press": whoever called them so did the blaming."""
    said = tree.heads[verb]
    noun = tree.heads[said]
    above = tree.heads[noun]
    if tree.tags[verb] != "VBD" or tree.deps[said] != "acl" or tree.tags[said] != "VBN" or said != noun + 1:
        return
    if tree.deps[noun] == "dobj" and tree.tags[above] == "VBD" and tree.below(verb, "dobj") and _is_bare(tree, said):
        tree.move(verb, above, "conj")


def _is_bare(tree: Tree, participle: int) -> bool:
    return not tree.below(participle, "agent", "prep", "npadvmod", "advmod")


def one_of_several_who(tree: Tree, verb: int) -> None:
    """ "Ann Kone, one of the leaders of the sect, who had left": behind the comma "who" stands for her."""
    noun, who = tree.heads[verb], next((t for t in tree.children[verb] if tree.lowers[t] == "who" and t < verb), None)
    if who is None or tree.lowers[who - 1] != ",":
        return
    at = noun
    while tree.deps[at] in ("pobj", "prep") and tree.heads[at] != at:
        at = tree.heads[at]
    if tree.deps[at] == "appos" and tree.lowers[at] == "one" and tree.lowers[tree.opening_of(at) - 1] == ",":
        tree.move(verb, tree.heads[at], "relcl")


def side_before_a_comma(tree: Tree, first: int) -> None:
    """ "Army troops, rebel fighters clash": a headline's comma between two sides is its "and"."""
    verb = tree.heads[first]
    second = next((t for t in tree.below(verb, "nsubj") if t > first), None)
    if tree.tags[first] not in ("NNS", "NNP", "NN") or second is None or tree.tags[verb] not in ("VBP", "VBD"):
        return
    if tree.lowers[first + 1] == "," and tree.opening_of(second) == first + 2 and second < verb:
        tree.move(first, verb, "nsubj")
        tree.move(second, first, "conj")


def name_read_as_statement(tree: Tree, verb: int) -> None:
    """ "Iyad Haddad, a baker, and his mother were killed": a name is no statement, and "were" is of two."""
    name, subject = tree.heads[verb], tree.subject(verb)
    if tree.heads[name] != name or tree.tags[name] != "NNP" or subject is None or subject > verb:
        return
    one = tree.tags[subject] in ("NN", "NNP") and not tree.below(subject, "conj")
    many = any(tree.lowers[t] in ("were", "are", "have") for t in (verb, *tree.auxiliaries(verb)))
    if one and many and tree.lowers[tree.opening_of(subject) - 1] == "and":
        dep = tree.deps[subject]
        tree.move(verb, verb, "ROOT")
        tree.move(name, verb, dep)
        tree.move(subject, name, "conj")


def fire_opened_behind_a_place(tree: Tree, verb: int) -> None:
    """ "Gunmen on a motorcycle opened fire": no opened fire, on which they stand."""
    fire, noun = tree.heads[verb], verb - 1
    on = tree.heads[fire]
    if tree.lowers[verb] != "opened" or fire != verb + 1 or tree.lowers[fire] != "fire" or tree.deps[fire] != "pobj":
        return
    doer = tree.heads[on]
    if tree.tags[noun][:2] != "NN" or tree.tags[doer][:2] != "NN" or tree.heads[doer] != doer:
        return
    tree.move(verb, verb, "ROOT")
    for child in [c for c in tree.children[fire] if c < verb]:
        tree.move(child, noun, tree.deps[child])
    tree.move(noun, on, "pobj")
    tree.move(fire, verb, "dobj")
    tree.move(doer, verb, "nsubj")
    tree.retag(verb, "VBD")


def fired_on_a_day(tree: Tree, verb: int) -> None:
    """ "Buses were fired on last Monday": the day is no target."""
    on, last = verb + 1, verb + 2
    if tree.grammar.lemmas[verb] != "fire" or tree.lowers[on : last + 1] not in (["on", "last"], ["on", "this"]):
        return
    day = tree.heads[last]
    if tree.deps[day] == "pobj" and tree.heads[day] == on:
        tree.move(day, verb, "npadvmod")


def _is_another_deed(tree: Tree, deed: int, participle: int) -> bool:
    """Whether a form behind a violent deed in the past is one more: "found bodies and looted shops" tells of none."""
    violent = tree.tags[deed] == "VBD" and tree.grammar.lemmas[deed] in INFLICTED
    return violent and tree.tags[participle] == "VBN" and tree.lowers[participle] not in HURT


def second_gerund_read_into_its_object(tree: Tree, gerund: int) -> None:
    """ "Accused of raping women and recruiting children", "shot six men and looted shops": no children who recruit, but
    a second deed."""
    noun = tree.heads[gerund]
    first = tree.heads[noun]
    if tree.deps[noun] != "conj" or tree.grammar.lemmas[gerund] not in INFLICTED:
        return
    if noun != gerund + 1 or tree.lowers[gerund - 1] != "and":
        return
    deed = tree.heads[first]
    alike = tree.tags[deed] == tree.tags[gerund] == "VBG" or _is_another_deed(tree, deed, gerund)
    if tree.deps[first] == "dobj" and alike and tree.tags[noun] in ("NNS", "NNP", "NNPS"):
        tree.tags[gerund] = tree.tags[deed]
        tree.move(gerund - 1, deed, "cc")
        tree.move(gerund, deed, "conj")
        tree.move(noun, gerund, "dobj")


def undergone_beside(tree: Tree, verb: int) -> None:
    """ "Two rebels died, one of them identified as a leader": what is said beside, without an auxiliary or an object,
    was done to its subject."""
    subject = tree.subject(verb)
    if tree.tags[verb] != "VBN" or subject is None or subject > verb or tree.auxiliaries(verb):
        return
    bare = not tree.below(verb, "dobj", "mark", "xcomp", "ccomp", "advmod")
    if bare and tree.lowers[tree.opening_of(subject) - 1] == ",":
        tree.deps[subject] = "nsubjpass"


RULES = (
    name_read_as_statement, finite_beside_gerund, opened_by_provided, one_among_the_harmed, harmed_in_a_headline,
    claim_read_as_noun, toll_read_as_speaker, verb_beside_a_predicate, one_of_several_who,
    fire_opened_behind_a_place, fired_on_a_day, undergone_beside,
    second_gerund_read_into_its_object,
)  # fmt: skip
ONLY = {
    name_read_as_statement: {"conj"},
    finite_beside_gerund: {"conj"},
    opened_by_provided: {"conj", "advcl", "ccomp"},
    claim_read_as_noun: {"nsubj"},
    verb_beside_a_predicate: {"conj"},
    one_of_several_who: {"relcl"},
    fire_opened_behind_a_place: {"amod"},
    undergone_beside: {"advcl"},
    second_gerund_read_into_its_object: {"amod", "compound"},
}
"""How the verbs hang on other words that a rule has to do with."""
ABOVE = {
    name_read_as_statement: {"nsubj", "nsubjpass"},
    opened_by_provided: {"nsubj", "nsubjpass"},
    one_among_the_harmed: {"nsubj"},
    harmed_in_a_headline: {"prt"},
    toll_read_as_speaker: {"nsubj"},
    fired_on_a_day: {"auxpass"},
    undergone_beside: {"nsubj"},
}
