"""Relative clauses that the parser took for the sentence's own, or for what somebody says."""

from __future__ import annotations

from collections.abc import Callable, Collection

from sayso.parse.repair.participles import give_subject, is_bare_finite
from sayso.parse.tree import SUBJECTS, TWO_SUBJECTS, Tree

SAYING = frozenset(("say", "add", "tell", "write", "think", "suppose", "guess", "hear"))
"""Verbs that follow what is said without a comma as well: "the town fell last week he said"."""
ONE_DOES, MANY_DO = frozenset(("is", "was", "has", "does")), frozenset(("are", "were", "have", "do"))
DENYING = frozenset(("deny", "dispute", "refute", "confirm", "acknowledge"))
DENIED = frozenset(
    ("claim", "charge", "accusation", "allegation", "report", "figure", "statement", "toll", "number", "account",
     "version", "suggestion", "assertion", "responsibility", "involvement", "role", "access", "entry", "permission",
     "visa", "aid", "passage", "link", "tie", "rumour", "rumor", "story", "detail", "identity", "name", "right")
)  # fmt: skip
"""What is itself denied or confirmed."""
TOO = frozenset(("too", "also", "as", "well", "there", "then"))
SERVING = frozenset(
    ("member", "leader", "spokesman", "spokeswoman", "spokesperson", "official", "commander", "head", "chief",
     "fighter", "founder", "officer", "chairman", "director", "representative", "adviser", "deputy", "minister")
)  # fmt: skip
"""Who is never "which", as the body is that they serve."""
TYING = frozenset(("amod", "acl"))
LED_BY = frozenset(("lead", "command", "head", "found", "chair", "run", "create", "form", "control"))
"""What is done to a body by a man, who is never "which" either."""
SETTLEMENTS = frozenset(("capital", "city", "town", "village", "hamlet", "port", "suburb", "seat", "centre", "center"))
PRONOUNS = frozenset(("it", "he", "she", "they", "we", "i", "you"))


def relative_read_as_saying(tree: Tree, verb: int) -> None:
    """ "Made it the seat of the caliphate it proclaimed that June": behind a noun, without a comma, a pronoun and its
    verb tell of the noun, and what stands before is no content of it."""
    subject = tree.subject(verb)
    content = next((c for c in tree.below(verb, "ccomp") if c < verb), None)
    if subject is None or content is None or not content < subject < verb or tree.grammar.lemmas[verb] in SAYING:
        return
    noun = subject - 1
    if tree.lowers[subject] not in PRONOUNS or tree.tags[noun][:2] != "NN" or not tree.is_below(noun, content):
        return
    head, dep = tree.heads[verb], tree.deps[verb]
    tree.move(content, content if head == verb else head, dep)
    tree.move(verb, noun, "relcl")


def noun_behind_its_preposition(tree: Tree, verb: int) -> None:
    """ "A driver who said he was hired for the convoy told the paper": of two subjects the one that stands straight
    behind a preposition without a noun, in a clause about the other, is that preposition's."""
    subjects = tree.below(verb, *SUBJECTS)
    if len(subjects) < 2 or not subjects[0] < subjects[1] < verb:
        return
    preposition = tree.opening_of(subjects[1]) - 1
    lone = tree.tags[preposition] == "IN" and tree.deps[preposition] == "prep" and not tree.children[preposition]
    if lone and tree.is_below(preposition, subjects[0]):
        tree.move(subjects[1], preposition, "pobj")


def told_by_somebody(tree: Tree, saying: int) -> None:
    """ "Strikes that residents said hit a wedding": of two subjects of a verb of saying the relative pronoun is that of
    what is said."""
    subjects = tree.below(saying, "nsubj", "dobj")
    content = next((c for c in tree.below(saying, "xcomp", "ccomp") if c == saying + 1), None)
    if len(subjects) != 2 or content is None or tree.deps[saying] != "relcl" or tree.auxiliaries(content):
        return
    if tree.lowers[subjects[0]] in ("that", "which", "who") and subjects[1] < saying and tree.subject(content) is None:
        tree.move(subjects[0], content, "nsubj")
        tree.deps[content], tree.tags[content] = "ccomp", "VBD"


def relative_of_the_noun_before(tree: Tree, verb: int) -> None:
    """ "The man who leads the gang that rules the port", "a coalition of militias that controls it", "a member of the
    council, which is to rule the port": whose clause, by what lies between, by number, and by who is no "which"."""
    pronoun, head = tree.subject(verb), tree.heads[verb]
    if pronoun is None or tree.tags[pronoun] not in ("WDT", "WP") or pronoun != tree.opening_of(verb):
        return
    noun = pronoun - 1 - (tree.lowers[pronoun - 1] == ",")
    if noun != head and tree.tags[noun][:2] == "NN" and tree.is_below(noun, head):
        inside = noun == pronoun - 1 and _stands_in_a_clause(tree, noun, head)
        nobody = tree.lowers[pronoun] == "which" and tree.grammar.lemmas[head] in SERVING
        other = noun if inside or nobody or _is_rather_of(tree, noun, head, verb) else None
    else:
        other = _host_of(tree, noun, verb) if noun == head else None
    if other is not None:
        tree.move(verb, other, "relcl")


def _host_of(tree: Tree, noun: int, verb: int) -> int | None:
    """The noun before the one that the clause hangs on, if it is rather told of that: "militias loyal to the general,
    which hold", "the army, and not the police, that took", "Mao, the capital of Kanem, which"."""
    over = tree.heads[noun]
    if tree.deps[noun] == "conj" and tree.below(noun, "neg"):
        return over
    if tree.deps[noun] != "pobj":
        return None
    doing = tree.heads[over]
    above = doing if tree.deps[doing] not in TYING else tree.heads[doing]
    if tree.deps[over] == "agent" and tree.grammar.lemmas[doing] in LED_BY and tree.lowers[noun + 2] == "which":
        return above if above != doing else None
    if tree.tags[above] in ("NN", "NNS") and _is_rather_of(tree, above, noun, verb):
        return above
    aside = tree.deps[above] == "appos" and tree.lowers[noun + 1 : noun + 3] == [",", "which"]
    named = tree.tags[tree.heads[above]] == tree.tags[noun] == "NNP"
    return tree.heads[above] if aside and named and tree.grammar.lemmas[above] in SETTLEMENTS else None


def relative_behind_the_verb(tree: Tree, verb: int) -> None:
    """ "The group is an enemy of the clan too, from which it took the port": a relative clause hung on the subject of a
    verb that stands before it is of the noun that its comma follows."""
    head, opening = tree.heads[verb], tree.opening_of(verb)
    wh = opening + (tree.tags[opening] == "IN")
    main = tree.heads[head]
    if tree.tags[wh] not in ("WDT", "WP", "WP$") or tree.deps[head] not in SUBJECTS or not head < main < opening:
        return
    noun = opening - 1
    while noun > main and (tree.grammar.words[noun] == "," or tree.lowers[noun] in TOO):
        noun -= 1
    if noun > main and tree.tags[noun][:2] == "NN" and tree.grammar.words[opening - 1] == ",":
        tree.move(verb, noun, "relcl")


def _is_rather_of(tree: Tree, noun: int, other: int, verb: int) -> bool:
    return _disagrees(tree, other, verb) and not _disagrees(tree, noun, verb)


def _stands_in_a_clause(tree: Tree, noun: int, head: int) -> bool:
    """Whether a verb stands between a noun and what it hangs on."""
    at = tree.heads[noun]
    while at != head:
        if tree.tags[at][0] == "V":
            return True
        at = tree.heads[at]
    return False


def _disagrees(tree: Tree, noun: int, verb: int) -> bool:
    """Whether the verb, or the first of its auxiliaries, is not of the noun's number; where it shows none, it is."""
    finite = next(iter(tree.auxiliaries(verb)), verb)
    many = tree.tags[noun] in ("NNS", "NNPS") or bool(tree.below(noun, "conj"))
    if tree.lowers[finite] in ONE_DOES or tree.tags[finite] == "VBZ":
        return many
    return not many and (tree.lowers[finite] in MANY_DO or tree.tags[finite] == "VBP")


def denial_of_all_that(tree: Tree, verb: int) -> None:
    """ "Said the army had shelled the hospital, which the army denies": not the hospital is denied, but the deed."""
    noun, which = tree.heads[verb], next((c for c in tree.below(verb, "dobj") if c < verb), None)
    if tree.grammar.lemmas[verb] not in DENYING or which is None or tree.lowers[which] != "which":
        return
    if tree.lowers[which - 1] != "," or tree.grammar.lemmas[noun] in DENIED or tree.subject(verb) is None:
        return
    deed = noun
    while tree.tags[deed][0] != "V" and tree.heads[deed] != deed:
        deed = tree.heads[deed]
    if tree.tags[deed][0] == "V" and deed < which:
        tree.move(verb, deed, "parataxis")


def told_of_the_noun_before(tree: Tree, saying: int) -> None:
    """ "Sanctioned two senators it says armed the gangs": a pronoun that says so straight behind a noun, with a verb of
    the noun behind, is no speaker of all."""
    subject, behind = tree.subject(saying), saying + 1
    contents = tree.below(saying, "ccomp")
    if len(contents) != 2 or contents[1] != behind or subject != saying - 1 or tree.subject(behind) is not None:
        return
    noun, main = subject - 1, contents[0]
    if tree.tags[noun] not in ("NN", "NNS") or tree.lowers[subject] not in PRONOUNS or not tree.is_below(noun, main):
        return
    head, dep = tree.heads[saying], tree.deps[saying]
    tree.move(main, main if head == saying else head, dep)
    tree.move(saying, noun, "relcl")
    tree.tags[behind] = "VBD"
    for joined in [c for c in tree.below(saying, "cc", "conj") if c > behind]:
        tree.move(joined, main, tree.deps[joined])


def whom_of_the_infinitive(tree: Tree, verb: int) -> None:
    """ "Whom the junta had ordered the police to arrest": of two objects the relative pronoun is the infinitive's."""
    objects = tree.below(verb, "dobj")
    below = next((c for c in tree.below(verb, "xcomp") if c > verb and not tree.below(c, "dobj")), None)
    if tree.deps[verb] != "relcl" or len(objects) != 2 or below is None or not objects[0] < verb < objects[1] < below:
        return
    if tree.lowers[objects[0]] in ("whom", "that", "which", "who"):
        tree.move(objects[0], below, "dobj")


def relative_read_as_clause_of_time(tree: Tree, verb: int) -> None:
    """ "Died when rockets fired by the rebels hit a market": the verb straight behind a participle with its doer, which
    was joined to one before, is that of the clause."""
    subject, later = tree.subject(verb), tree.closing_of(verb) + 1
    if subject is None or not subject < verb or tree.tags[verb] not in ("VBN", "VBD") or tree.auxiliaries(verb):
        return
    if (
        later < len(tree.tags)
        and tree.deps[later] == "conj"
        and tree.heads[later] < verb
        and is_bare_finite(tree, later)
    ):
        tree.move(later, tree.heads[verb], tree.deps[verb])
        give_subject(tree, verb, later, subject)


RULES: tuple[Callable[[Tree, int], None], ...] = (
    relative_read_as_saying,
    noun_behind_its_preposition,
    told_by_somebody,
    relative_of_the_noun_before,
    denial_of_all_that,
    relative_behind_the_verb,
    whom_of_the_infinitive,
    told_of_the_noun_before,
    relative_read_as_clause_of_time,
)
ONLY: dict[Callable[[Tree, int], None], Collection[str]] = {
    relative_of_the_noun_before: {"relcl"},
    denial_of_all_that: {"relcl"},
    relative_behind_the_verb: {"relcl"},
    relative_read_as_clause_of_time: {"advcl"},
}
ABOVE: dict[Callable[[Tree, int], None], Collection[str]] = {
    relative_read_as_saying: {"ccomp"},
    noun_behind_its_preposition: {TWO_SUBJECTS},
    told_by_somebody: {"xcomp", "ccomp"},
    relative_read_as_clause_of_time: {"agent"},
    relative_of_the_noun_before: SUBJECTS,
    whom_of_the_infinitive: {"xcomp"},
    told_of_the_noun_before: {"ccomp"},
}
