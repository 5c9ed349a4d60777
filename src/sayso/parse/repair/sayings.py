"""Sentences that end in who said them: the speaker that the parser read into what is said."""

from __future__ import annotations

from sayso.parse.saying import SAYING, STATING, TELLING
from sayso.parse.tree import Tree

ASKED = frozenset(("asked", "pressed", "questioned", "contacted", "reached", "interviewed", "quoted"))
HUNG = frozenset(("conj", "advcl", "relcl", "dep", "parataxis", "ccomp", "acl"))
ASSESSING = frozenset(("assess", "estimate", "warn", "caution", "conclude", "judge", "predict", "believe"))
TAKING_SIDES = frozenset(
    ("deny", "dispute", "reject", "dismiss", "concede", "acknowledge", "admit", "insist", "confirm")
)
ADDING = frozenset(
    ("add", "note", "stress", "emphasise", "emphasize", "underline", "underscore", "point", "specify", "clarify",
     "elaborate", "reiterate")
)  # fmt: skip
"""What goes on with what somebody says: of whom something is told, it is hardly ever told."""
SHOWING = frozenset(("show", "indicate", "suggest", "reveal"))
"""What footage and figures do."""
PERFECT = frozenset(("had", "has", "have"))
BESIDE = frozenset(("as", "while", "after", "amid", "before", "even", "just"))
AFTERWARDS = frozenset(("after", "before", "since", "despite", "by", "while"))
LONGEST_TAIL = 14
"""Tokens behind the verb: to whom, where and when it was said."""


def speaker_at_the_end(tree: Tree, verb: int) -> None:
    """ "Jets bombed Ruma, a village near the river, a member of a relief team told the paper": what stands between the
    last comma and a verb of saying that ends the sentence is who said it."""
    if tree.grammar.lemmas[verb] not in TELLING or tree.tags[verb] not in ("VBD", "VBZ"):
        return
    _speaker_of_both(tree, verb)
    statement = _statement(tree, verb)
    speaker = _beside(tree, verb)
    if speaker is None or statement is None or statement > speaker or not _ends(tree, verb):
        return
    if (subject := tree.subject(verb)) is not None:
        read_into = statement < subject < speaker and tree.lowers[verb - 1] != "," and tree.is_below(speaker, subject)
        if tree.deps[verb] != "ROOT" or not read_into:
            return
        tree.move(subject, statement, "attr" if tree.grammar.lemmas[statement] == "be" else "dobj")
    if tree.deps[verb] != "ROOT":
        dep = tree.deps[statement]
        tree.move(verb, verb, dep)
        tree.move(statement, verb, "ccomp")
    first = tree.opening_of(speaker)
    tree.move(speaker, verb, "nsubj")
    for token in range(first - 1, verb):
        if tree.deps[token] == "punct" and tree.heads[token] < first:
            tree.move(token, verb, "punct")


def saying_joined_to_its_content(tree: Tree, verb: int) -> None:
    """ "The toll has risen to nine, the mayor said on Tuesday": a verb of saying at the end, with a speaker of its own
    behind a comma, says what stands before it and is not joined to it."""
    untensed = tree.tags[verb] == "VBN" and not tree.auxiliaries(verb)
    if tree.grammar.lemmas[verb] not in TELLING or not (untensed or tree.tags[verb] in ("VBD", "VBZ")):
        return
    subject, statement = tree.subject(verb), _statement(tree, verb)
    if subject is None or statement is None or subject > verb or not _ends(tree, verb):
        return
    first = _opening_of_all(tree, subject)
    if statement < first and tree.lowers[first - 1] == ",":
        _join(tree, subject, verb, first)
        dep = tree.deps[statement]
        tree.move(verb, verb, dep)
        tree.move(statement, verb, "ccomp")
        tree.tags[verb] = "VBD" if untensed else tree.tags[verb]


def _opening_of_all(tree: Tree, subject: int) -> int:
    """ "..., residents and aid groups told the paper": where the first of two speakers begins."""
    first = tree.opening_of(subject)
    if tree.lowers[first - 1] == "and" and tree.tags[first - 2][0] == "N" and tree.deps[first - 2] == "conj":
        return tree.opening_of(first - 2)
    return first


def _join(tree: Tree, subject: int, verb: int, first: int) -> None:
    """Hang the first speaker on the verb and the second on the first, where there are two."""
    earlier = tree.opening_of(subject) - 2
    if earlier >= first:
        tree.move(earlier, verb, "nsubj")
        tree.move(subject, earlier, "conj")


def _speaker_of_both(tree: Tree, verb: int) -> None:
    """ "Troops shelled the town, and three were killed, the mayor said": whoever ends the sentence said all of it."""
    contents, subject = [c for c in tree.below(verb, "ccomp") if c < verb], tree.subject(verb)
    if len(contents) == 2 and subject is not None and contents[1] < subject < verb:
        tree.move(contents[1], contents[0], "conj")
    first, told = tree.heads[verb], next(iter(contents), None)
    if (
        tree.deps[verb] != "conj"
        or tree.heads[first] != first
        or told is None
        or subject is None
        or not _ends(tree, verb)
    ):
        return
    apart = tree.grammar.lemmas[first] not in STATING and tree.subject(first) is not None
    if apart and first < told < subject < verb and tree.lowers[tree.opening_of(subject) - 1] == ",":
        tree.move(verb, verb, "ROOT")
        tree.move(first, verb, "ccomp")
        tree.move(told, first, "conj")


def _statement(tree: Tree, verb: int) -> int | None:
    """The main verb of what is said: the root over the verb of saying, or what hangs before it as its content."""
    if tree.deps[verb] == "ROOT":
        return next((c for c in tree.below(verb, "ccomp") if c < verb), None)
    own = tree.below(verb, "mark", "cc", "ccomp")
    if tree.deps[verb] not in HUNG or own or (tree.below(verb, "dobj") and tree.grammar.lemmas[verb] != "tell"):
        return None
    top = tree.heads[verb]
    while tree.heads[top] != top and top != verb:
        top = tree.heads[top]
    return top


def gerund_behind_the_saying(tree: Tree, gerund: int) -> None:
    """ "Troops are massing at Bara, witnesses said, a week after taking El Fasher": who takes it is who masses, and no
    witness."""
    link = tree.heads[gerund]
    verb = tree.heads[link]
    if tree.tags[gerund] != "VBG" or tree.lowers[link] not in AFTERWARDS or tree.deps[link] not in ("prep", "mark"):
        return
    content = next((c for c in tree.below(verb, "ccomp") if c < verb < link), None)
    if content is None or tree.grammar.lemmas[verb] not in STATING:
        return
    if "," in tree.grammar.lowers[verb + 1 : link]:
        tree.move(link, content, "prep")


def time_behind_the_saying(tree: Tree, verb: int) -> None:
    """ "Five were killed, officials said, hours after the sides had agreed to a truce": when it was, and no second
    statement."""
    saying = tree.heads[verb]
    if tree.grammar.lemmas[saying] not in STATING or not saying < verb:
        return
    mark = next((c for c in tree.below(verb, "mark") if tree.lowers[c] in AFTERWARDS), None)
    said = any(c < saying for c in tree.below(saying, "ccomp"))
    if said and mark is not None and "," in tree.grammar.lowers[saying + 1 : mark]:
        tree.move(verb, saying, "advcl")


def asked_aside(tree: Tree, verb: int) -> None:
    """ "The minister, asked about the raid, said": between commas it is a participle, and who is asked is who said."""
    asked = next((c for c in tree.below(verb, "ccomp") if c < verb and tree.lowers[c] in ASKED), None)
    if asked is None or tree.lowers[asked - 1] != "," or tree.subject(verb) is not None or tree.auxiliaries(asked):
        return
    subject = tree.subject(asked)
    if subject is not None and subject < asked:
        tree.move(subject, verb, "nsubj")
        tree.move(asked, subject, "acl")
        tree.tags[asked] = "VBN"


def _ends(tree: Tree, verb: int) -> bool:
    """Whether hardly anything stands behind the verb, and no other statement."""
    grammar = tree.grammar
    after = grammar.sentences[grammar.sentence_of[verb]][1]
    behind = range(verb + 1, _before_a_gerund(tree, verb, after))
    return len(behind) <= LONGEST_TAIL and not any(tree.tags[t] in ("VBD", "VBZ", "VBP", "MD") for t in behind)


def _before_a_gerund(tree: Tree, verb: int, after: int) -> int:
    """Where ", adding that" or ", as jets struck" begins; the sentence's end where nothing of the kind follows."""
    commas = (t for t in range(verb + 1, after - 1) if tree.lowers[t] == ",")
    return next((t for t in commas if tree.tags[t + 1] == "VBG" or tree.lowers[t + 1] in BESIDE), after)


def _beside(tree: Tree, verb: int) -> int | None:
    """The noun in apposition, behind a comma, whose phrase ends straight before the verb."""
    last = verb - 1
    if tree.lowers[last] == ",":
        last -= 1
    token = last
    while tree.heads[token] != token and tree.heads[token] < verb and not _is_apart(tree, token):
        token = tree.heads[token]
    above = tree.heads[token]
    while tree.deps[above] == "appos" and _is_apart(tree, above):
        token, above = above, tree.heads[above]
    return token if _is_apart(tree, token) and tree.heads[token] < token else None


def _is_apart(tree: Tree, token: int) -> bool:
    first = tree.opening_of(token)
    return _is_loose(tree, token) and tree.tags[token][:2] == "NN" and tree.lowers[first - 1] == ","


def _is_loose(tree: Tree, token: int) -> bool:
    """Whether the parser had no place for a noun, or made it the second object of a verb."""
    objects = tree.below(tree.heads[token], "dobj")
    return tree.deps[token] in ("appos", "dep") or (token in objects and objects[0] < token)


def speaker_behind_the_verb(tree: Tree, verb: int) -> None:
    """ "A strike on a school in the town killed 11 people, said the civil defence": of two subjects the one behind the
    verb says it, the one before it does the deed that was read as a participle."""
    subjects = tree.below(verb, "nsubj") if tree.grammar.lemmas[verb] in TELLING else []
    if len(subjects) != 2 or not subjects[0] < verb < subjects[1]:
        return
    doer, first = subjects[0], tree.opening_of(subjects[1])
    deeds = [t for t in range(doer + 1, verb) if tree.deps[t] == "acl" and tree.tags[t] in ("VBN", "VBD")]
    deed = next((t for t in reversed(deeds) if tree.below(t, "dobj") and tree.is_below(t, doer)), None)
    if first != verb + 1 or tree.lowers[verb - 1] != "," or deed is None or tree.below(deed, "agent"):
        return
    tree.move(deed, verb, "ccomp")
    tree.move(doer, deed, "nsubj")
    tree.tags[deed] = "VBD"
    for child in [c for c in tree.children[verb] if c < doer and tree.deps[c] != "ccomp"]:
        tree.move(child, deed, tree.deps[child])


def apposition_read_as_speaker(tree: Tree, verb: int) -> None:
    """ "Chad denies this and says it faces the Front, a militia founded by exiles": what stands behind the comma at the
    end says what the noun before it is; the subject is that of the first verb."""
    late = next((c for c in tree.below(verb, "nsubj") if c > verb), None)
    content = next((c for c in tree.below(verb, "ccomp") if c > verb), None)
    if late is None or content is None or not content < late or tree.subject(tree.heads[verb]) is None:
        return
    noun = tree.opening_of(late) - 2
    if tree.lowers[noun + 1] == "," and tree.tags[noun][:2] == "NN" and tree.is_below(noun, content):
        tree.move(late, noun, "appos")


def stated_beside_the_saying(tree: Tree, verb: int) -> None:
    """ "Said that footage showed troops had entered Bor, but assessed that it had not fallen": who said it assessed it,
    not the troops."""
    told = tree.heads[verb]
    link = next((t for t in (verb - 1, verb - 2) if tree.lowers[t] in ("but", "and", "while")), None)
    if link is None or tree.tags[verb] != "VBD" or tree.subject(verb) is not None or not tree.below(verb, "ccomp"):
        return
    if tree.grammar.lemmas[verb] not in STATING | ASSESSING or tree.deps[told] != "ccomp":
        return
    perfect = tree.tags[told] == "VBN" and any(tree.lowers[t] in PERFECT for t in tree.below(told, "aux"))
    if not perfect and tree.grammar.lemmas[told] not in SHOWING:
        return
    top = tree.heads[told]
    while tree.deps[top] == "ccomp" and tree.heads[top] != top:
        top = tree.heads[top]
    if tree.grammar.lemmas[top] in STATING and tree.subject(top) is not None:
        tree.move(verb, top, "conj")


def telling_beside_a_saying(tree: Tree, verb: int) -> None:
    """ "The minister denied that the town had fallen, telling reporters that it held": who denies it tells it; "said
    that two soldiers had died, adding that": who said it adds it; "urged the army to leave, saying": who urged it says
    it."""
    lemma, told = tree.grammar.lemmas[verb], tree.heads[verb]
    if tree.tags[verb] != "VBG" or lemma not in SAYING | ADDING or tree.lowers[verb - 1] != ",":
        return
    told_beside = [t for t in tree.below(told, "parataxis") if t < verb and tree.grammar.lemmas[t] in TELLING | STATING]
    if told_beside:
        tree.move(verb, told_beside[-1], "advcl")
        return
    while tree.deps[told] == "conj":
        told = tree.heads[told]
    said = tree.heads[told]
    if tree.deps[told] in ("xcomp", "ccomp") and tree.tags[told] == "VB" and said < told and tree.is_finite(said):
        tree.move(verb, said, "advcl")
        return
    above = TAKING_SIDES if lemma not in ADDING else TAKING_SIDES | TELLING | STATING
    if tree.deps[told] == "ccomp" and said < told and tree.grammar.lemmas[said] in above:
        tree.move(verb, said, "advcl")


def last_of_a_list(tree: Tree, verb: int) -> None:
    """ "Said the gunmen stole cows, burnt huts and demanded a ransom": what the "and" closes are their deeds."""
    link = verb - 1
    before = tree.heads[link]
    if tree.deps[verb] != "conj" or tree.lowers[link] != "and" or before == tree.heads[verb]:
        return
    listed = tree.deps[before] == "conj" and tree.tags[before] == tree.tags[verb] == tree.tags[tree.heads[before]]
    if listed and tree.is_below(before, tree.heads[verb]) and not tree.below(verb, "nsubj"):
        tree.move(verb, before, "conj")


def speaker_before_a_comma(tree: Tree, verb: int) -> None:
    """ "Rebels took the town after an assault with two bombs, an officer and residents said, in a setback for them":
    what stands between the commas is who said it; "after" brings the assault alone."""
    top, mark = tree.heads[verb], next(iter(tree.below(verb, "mark")), None)
    if tree.grammar.lemmas[verb] not in TELLING or tree.lowers[verb + 1 : verb + 2] not in ([","], ["."]):
        return
    subject, speaker = tree.subject(verb), _beside(tree, verb)
    if mark is None or subject is None or speaker is None or not mark < subject < speaker:
        return
    first = tree.opening_of(speaker)
    for clause in [c for c in tree.below(verb, "ccomp") if c > verb]:
        noun = tree.opening_of(clause) - 1
        if tree.tags[noun][:2] == "NN":
            tree.move(clause, noun, "relcl")
    tree.move(mark, top, "prep")
    tree.move(subject, mark, "pobj")
    tree.move(verb, tree.heads[top] if tree.heads[top] != top else verb, tree.deps[top])
    tree.move(top, verb, "ccomp")
    tree.move(speaker, verb, "nsubj")
    if tree.deps[first - 1] == "punct":
        tree.move(first - 1, verb, "punct")
