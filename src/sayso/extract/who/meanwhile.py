"""Who "they" are in "police shot three men as they tried to flee": those to whom the deed was done."""

from __future__ import annotations

from sayso.parse import Grammar

DONE = frozenset(
    ("arrest", "detain", "catch", "capture", "seize", "shoot", "kill", "abduct", "kidnap", "ambush", "attack", "stop",
     "intercept", "wound", "injure", "hit", "nab", "apprehend", "gun", "mow", "hack", "stab", "behead", "beat", "rob",
     "pick", "round", "murder", "assassinate", "massacre", "slaughter", "snatch", "surprise", "waylay", "target")
)  # fmt: skip
GOING_ABOUT = frozenset(
    ("flee", "leave", "return", "cross", "head", "travel", "walk", "drive", "pray", "sleep", "gather", "collect",
     "farm", "work", "march", "protest", "play", "queue", "wait", "run", "escape", "seek", "sit", "eat", "fish", "herd",
     "fetch", "tend", "harvest", "ride", "board", "swim", "hide", "shop", "cook", "demonstrate", "attend", "celebrate",
     "mourn", "bury", "lie", "stand", "come", "emerge", "go", "sneak", "slip", "reach", "line", "shelter",
     "plant", "smuggle")
)  # fmt: skip
"""What people are about when something is done to them; who advances or searches does it."""
TRYING = frozenset(("try", "attempt", "prepare", "plan", "seek", "start", "begin", "want"))
SUBJECTS = frozenset(("they", "he", "she"))
MEANWHILE = frozenset(("as", "while"))


VIOLENT = frozenset(
    ("bomb", "shell", "shoot", "execute", "rape", "massacre", "abduct", "kidnap", "behead", "arrest", "detain", "raid",
     "slaughter", "strafe", "torture", "conscript", "ambush", "invade")
)  # fmt: skip
"""What villagers, patients and relatives hardly do."""
AT_PEACE = frozenset(("relative", "elder", "witness", "survivor"))


def suffers_rather(grammar: Grammar, pronoun: int, *, kind: str | None, noun: str | None) -> bool:
    """ "First they bomb us", in a report of villagers: whether those of that kind, or called so, would rather suffer
    what the pronoun does."""
    peaceful = kind == "civilians" or noun in AT_PEACE
    return peaceful and grammar.deps[pronoun] == "nsubj" and grammar.lemmas[grammar.heads[pronoun]] in VIOLENT


def done_to_meanwhile(grammar: Grammar, pronoun: int) -> int | None:
    """The object of the verb above, where the pronoun is what people are about meanwhile."""
    if grammar.lowers[pronoun] not in SUBJECTS or grammar.deps[pronoun] != "nsubj":
        return None
    verb = grammar.heads[pronoun]
    done = grammar.heads[verb]
    if grammar.deps[verb] != "advcl" or done > verb or grammar.lemmas[done] not in DONE:
        return None
    if not any(grammar.lowers[c] in MEANWHILE for c in grammar.children[verb] if c < pronoun):
        return None
    about = [verb, *(c for c in grammar.children[verb] if grammar.deps[c] == "xcomp")]
    told = about[-1] if grammar.lemmas[verb] in TRYING else verb
    objects = [c for c in grammar.children[done] if grammar.deps[c] == "dobj" and done < c < verb]
    return objects[0] if len(objects) == 1 and grammar.lemmas[told] in GOING_ABOUT else None
