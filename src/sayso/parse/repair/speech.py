"""What the parser gets wrong around verbs of saying: who speaks, what is said, and what the speaker does beside."""

from __future__ import annotations

from sayso.parse.saying import STATING
from sayso.parse.tree import Tree

POSTING = frozenset(("post", "tweet", "share", "broadcast", "publish", "reveal", "disclose"))
INFORMING = frozenset(
    ("tell", "inform", "assure", "reassure", "remind", "warn", "notify", "brief", "advise", "convince")
)
LENGTHS = frozenset(("second", "minute", "hour", "moment"))
TAKING_A_STAND = frozenset(
    ("accuse", "blame", "denounce", "condemn", "deplore", "decry", "criticise", "criticize", "slam", "urge", "call",
     "appeal", "demand", "ask", "advise", "warn", "caution", "threaten", "vow", "pledge", "promise", "swear", "deny",
     "reject", "dismiss", "dispute", "praise", "hail", "welcome", "thank", "offer", "predict", "question", "insist",
     "acknowledge", "apologise", "apologize")
)  # fmt: skip
"""What a speaker does beside saying: of whom something is told, it is told seldom."""


def content_read_as_speaker(tree: Tree, verb: int) -> None:
    """ "A missile ploughed into a parade, killing 17, a medic said": of two subjects of a verb of saying the first,
    with a participle, is the content."""
    subjects = tree.below(verb, "nsubj")
    if tree.grammar.lemmas[verb] not in STATING or len(subjects) != 2 or subjects[1] > verb:
        return
    told = next((t for t in tree.below(subjects[0], "acl") if tree.tags[t] in ("VBN", "VBD")), None)
    if told is not None and tree.below(told, "agent"):
        told = _deed_read_into_an_agent(tree, told)
    if told is None or tree.below(told, "aux", "auxpass") or tree.lowers[tree.opening_of(subjects[1]) - 1] != ",":
        return
    tree.move(told, verb, "ccomp")
    tree.move(subjects[0], told, "nsubj")
    tree.tags[told] = "VBD"


def _deed_read_into_an_agent(tree: Tree, participle: int) -> int | None:
    """Of "shells fired by rebels killed nine and wounded ten, police said" the killing, which the rebels were read to
    have undergone; what is joined to the participle behind it is joined to it."""
    agents = [t for by in tree.below(participle, "agent") for t in tree.below(by, "pobj")]
    deeds = [t for agent in agents for t in tree.below(agent, "acl") if tree.tags[t] in ("VBN", "VBD")]
    deed = next((t for t in deeds if tree.below(t, "dobj") and not tree.below(t, "agent")), None)
    if deed is not None:
        for child in [c for c in tree.children[participle] if c > deed]:
            tree.move(child, deed, tree.deps[child])
    return deed


def content_hung_on_a_medium(tree: Tree, verb: int) -> None:
    """ "Denied in a video posted online that his men had fired", "replied within minutes that they held": the clause
    behind "that" is what the speaker says, and tells nothing of the video or of the minutes."""
    _content_hung_on_the_audience(tree, verb)
    noun, that = tree.heads[verb], _that(tree, verb)
    if tree.deps[verb] not in ("relcl", "acl") or that is None or tree.lowers[that] != "that":
        return
    preposition = tree.heads[noun]
    above = tree.heads[preposition]
    if tree.deps[noun] != "pobj" or tree.grammar.lemmas[above] not in STATING | TAKING_A_STAND:
        return
    if preposition > above and tree.subject(verb) is not None and not tree.below(above, "ccomp", "dobj"):
        tree.move(verb, above, "ccomp")


def _content_hung_on_the_audience(tree: Tree, verb: int) -> None:
    """ "Told a press briefing that troops had crossed": the clause behind "that" is what they are told, where it has a
    subject of its own."""
    noun, that = tree.heads[verb], tree.opening_of(verb)
    above = tree.heads[noun]
    if tree.deps[noun] != "dobj" or tree.grammar.lemmas[above] not in INFORMING or tree.lowers[that] != "that":
        return
    subject = next((c for c in tree.below(verb, "nsubj", "nsubjpass") if c != that), None)
    if subject is not None and above < noun < that and not tree.below(above, "ccomp"):
        tree.deps[that] = "mark"
        tree.retag(that, "IN")
        tree.move(verb, above, "ccomp")


def statement_read_as_participle(tree: Tree, verb: int) -> None:
    """ "A source reported on Telegram, on 3 May, that five had died": where nothing else is the main verb, and "that"
    follows, the verb of saying is no participle."""
    noun = tree.heads[verb]
    if tree.heads[noun] != noun or tree.tags[noun][:2] != "NN" or tree.tags[verb] not in ("VBN", "VBD"):
        return
    if tree.grammar.lemmas[verb] not in STATING | POSTING or tree.below(verb, "agent") or _parted(tree, noun, verb):
        return
    clause = next(
        (t for t in (*tree.children[verb], *tree.children[noun]) if t > verb and _opens_with_that(tree, t)), None
    )
    if clause is None:
        return
    tree.move(verb, verb, "ROOT")
    for child in [t for t in tree.children[noun] if t > verb]:
        tree.move(child, verb, tree.deps[child])
    tree.move(clause, verb, "ccomp")
    tree.move(noun, verb, "nsubj")
    tree.tags[verb] = "VBD"


def _parted(tree: Tree, noun: int, verb: int) -> bool:
    """Whether another verb stands between the two."""
    return noun > verb or any(tree.tags[t][0] == "V" for t in range(noun + 1, verb))


def _opens_with_that(tree: Tree, clause: int) -> bool:
    return any(tree.lowers[t] == "that" for t in tree.below(clause, "mark"))


def _that(tree: Tree, verb: int) -> int | None:
    """What opens the clause; behind a length of time "that" stands for nothing in it."""
    mark = next(iter(tree.below(verb, "mark")), None)
    if mark is not None or tree.grammar.lemmas[tree.heads[verb]] not in LENGTHS:
        return mark
    that = next((c for c in tree.below(verb, "dobj") if tree.lowers[c] == "that" and c < verb), None)
    if that is not None:
        tree.deps[that] = "mark"
    return that


def verb_of_the_speaker(tree: Tree, verb: int) -> None:
    """ "Denied that troops had crossed and blamed the rebels": a verb of saying joined to what somebody says goes on
    with what the speaker did."""
    if tree.deps[verb] != "conj" or not _takes_a_stand(tree, verb):
        return
    if tree.tags[verb] == "VBN" and tree.below(verb, "dobj") and not tree.auxiliaries(verb):
        tree.tags[verb] = "VBD"
    top = tree.heads[verb]
    while tree.deps[top] == "conj":
        top = tree.heads[top]
    above = tree.heads[top]
    if tree.deps[top] != "ccomp" or above > top or tree.tags[above] != _tense(tree, verb):
        return
    lemmas = tree.grammar.lemmas
    if lemmas[above] in STATING | TAKING_A_STAND and lemmas[top] not in STATING | TAKING_A_STAND:
        tree.move(verb, above, "conj")


def _tense(tree: Tree, verb: int) -> str:
    """The tag of the verb of saying that may go on so: "says it holds and has accused"."""
    has = tree.auxiliaries(verb)
    return tree.tags[has[0]] if len(has) == 1 and tree.lowers[has[0]] in ("has", "have") else tree.tags[verb]


def _takes_a_stand(tree: Tree, verb: int) -> bool:
    bare = tree.subject(verb) is None and not tree.below(verb, "mark", "agent")
    bare = bare and (not tree.auxiliaries(verb) or _tense(tree, verb) != tree.tags[verb])
    return bare and tree.grammar.lemmas[verb] in TAKING_A_STAND


def verb_read_into_an_as(tree: Tree, verb: int) -> None:
    """ "A farmer who gave his name as Ibrahim said": what stands behind "as" is the name, and the verb that of the
    statement."""
    above, subject = tree.heads[verb], tree.subject(verb)
    link = next((t for t in tree.below(verb, "mark") if tree.lowers[t] == "as"), None)
    noun = tree.heads[above]
    if (
        tree.deps[verb] != "advcl"
        or tree.deps[above] not in ("relcl", "acl")
        or link is None
        or subject is None
        or verb < above
    ):
        return
    if tree.tags[subject][:3] != "NNP" or tree.heads[noun] != noun or tree.tags[noun][:2] != "NN":
        return
    tree.move(verb, verb, "ROOT")
    tree.move(noun, verb, "nsubj")
    tree.move(link, above, "prep")
    tree.move(subject, link, "pobj")


def subject_within_a_gerund(tree: Tree, verb: int) -> None:
    """ "Reporting from the camp, Amina Bello said": a gerund with a comma behind it is no subject; who stands before
    the verb is."""
    gerund, noun = tree.subject(verb), tree.opening(verb) - 1
    if gerund is None or tree.tags[gerund] != "VBG" or noun <= gerund or tree.tags[noun][:2] != "NN":
        return
    if tree.below(gerund, "det", "poss") or not tree.is_below(noun, gerund) or tree.heads[noun] > noun:
        return
    first = noun
    while first > gerund and (tree.heads[first - 1] == noun or tree.is_below(first - 1, noun)):
        first -= 1
    if first - 1 > gerund and tree.lowers[first - 1] == ",":
        tree.move(noun, verb, "nsubj")
        tree.move(gerund, verb, "advcl")
