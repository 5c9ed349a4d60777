"""What came of a deed, where no comma parts it from what stands before it ("... in the hills killing 12")."""

from __future__ import annotations

from sayso.parse.tree import SUBJECTS, Tree

OUTCOMES = frozenset(
    ("kill", "wound", "injure", "hurt", "maim", "massacre", "murder", "slaughter", "displace", "destroy", "damage",
     "wreck", "demolish", "flatten", "level", "behead", "execute", "abduct", "kidnap", "capture", "detain", "arrest")
)  # fmt: skip
"""Verbs whose "-ing" form with a number behind a whole statement tells what came of it ("..., killing 12")."""
DOING = frozenset(
    ("attack", "strike", "airstrike", "raid", "bombing", "blast", "explosion", "shelling", "bombardment", "ambush",
     "assault", "offensive", "fire", "bomb", "missile", "rocket", "shell", "mortar", "mine", "drone", "clash", "battle",
     "fighting", "massacre", "shooting", "violence", "crash", "quake", "earthquake", "flood", "storm", "operation")
)  # fmt: skip
"""Nouns of what kills by itself."""
HELD_OFF = frozenset(
    ("repel", "repulse", "foil", "thwart", "halt", "stop", "counter", "resist", "abort", "withstand", "confront",
     "frustrate", "block", "defeat", "break")
)  # fmt: skip
"""Verbs whose subject undoes the attack that is their object."""
TOLD = frozenset(
    ("say", "condemn", "denounce", "accuse", "blame", "report", "see", "show", "film", "describe", "witness", "watch",
     "remember", "include", "record", "be", "admit", "deny", "call", "cite", "mention", "purport",
     "appear", "seem", "claim", "pretend")
)  # fmt: skip
MANY = frozenset(("dozen", "score", "hundred", "thousand", "several", "ten"))


def outcome_hung_on_a_noun(tree: Tree, verb: int) -> None:
    """ "Ambushed rebels in the hills of X killing 15", "shells fell on a part of X wounding two": what came of it is
    told of the whole statement, not of the place or the people that it ends in."""
    if tree.tags[verb] != "VBG" or tree.grammar.lemmas[verb] not in OUTCOMES or not _counts_somebody(tree, verb):
        return
    noun = tree.heads[verb] if tree.deps[verb] == "acl" else _place_read_as_doer(tree, verb)
    if noun is None or not noun < verb:
        return
    above, doing = _statement_above(tree, noun)
    lemma = tree.grammar.lemmas[above] if above is not None else ""
    held_off = doing is not None and lemma in HELD_OFF and tree.deps[doing] == "dobj"
    if above is not None and lemma not in TOLD and (doing is None or held_off):
        tree.move(verb, above, "advcl")
    elif doing is not None and doing != noun:
        tree.move(verb, doing, "acl")


def _counts_somebody(tree: Tree, verb: int) -> bool:
    """Whether the verb's object is a number, or has one."""
    lemmas, tags = tree.grammar.lemmas, tree.tags
    return any(
        tags[noun] == "CD"
        or lemmas[noun] in MANY
        or any(tags[c] == "CD" or lemmas[c] in MANY for c in tree.children[noun])
        for noun in tree.below(verb, "dobj")
    )


def _place_read_as_doer(tree: Tree, verb: int) -> int | None:
    """ "Fell on a part of X killing three": a name behind a preposition that was read as who does the killing."""
    link, subject = tree.heads[verb], tree.subject(verb)
    if tree.deps[verb] != "pcomp" or tree.deps[link] != "prep":
        return None
    if subject is None:
        return next((noun for noun in tree.below(link, "pobj") if noun < verb), None)
    if tree.tags[subject] != "NNP":
        return None
    tree.move(subject, link, "pobj")
    return subject


def _statement_above(tree: Tree, noun: int) -> tuple[int | None, int | None]:
    """The finite verb above a noun that is not its subject, and the noun of what kills that stands between, if any."""
    doing, at = None, noun
    while tree.heads[at] != at:
        if tree.grammar.lemmas[at] in DOING and tree.tags[at][:2] == "NN" and doing is None:
            doing = at
        head = tree.heads[at]
        if tree.tags[head][0] == "V" and tree.is_finite(head):
            return (None, doing) if tree.deps[at] in SUBJECTS else (head, doing)
        at = head
    return None, doing
