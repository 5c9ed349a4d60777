"""Who "they" are in "police shot three men as they tried to flee", "abducted a clerk. He was freed": those to whom the
deed was done."""

from __future__ import annotations

from collections.abc import Iterator

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
     "slaughter", "strafe", "torture", "conscript", "ambush", "invade", "kill", "burn", "torch", "loot", "slit", "hack")
)  # fmt: skip
"""What villagers, patients and relatives hardly do."""
AT_PEACE = frozenset(("relative", "elder", "witness", "survivor"))


def suffers_rather(grammar: Grammar, pronoun: int, *, kind: str | None, noun: str | None) -> bool:
    """ "First they bomb us", "they came and killed them", in a report of villagers: whether those of that kind, or
    called so, would rather suffer what the pronoun does."""
    peaceful, verb = kind == "civilians" or noun in AT_PEACE, grammar.heads[pronoun]
    return (
        peaceful
        and grammar.deps[pronoun] == "nsubj"
        and any(grammar.lemmas[t] in VIOLENT for t in _all_of(grammar, verb))
    )


def _all_of(grammar: Grammar, verb: int) -> Iterator[int]:
    """A verb and those that are joined to it."""
    yield verb
    for joined in grammar.children[verb]:
        if grammar.deps[joined] == "conj" and grammar.tags[joined][0] == "V":
            yield from _all_of(grammar, joined)


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


def is_struck_by(grammar: Grammar, owned: int, doer: int) -> bool:
    """ "Troops pursued the rebels and captured one of their leaders": whether that deed was done to what is owned."""
    of = grammar.heads[owned]
    at = grammar.heads[of] if grammar.deps[owned] == "pobj" and grammar.lowers[of] == "of" else owned
    verb = grammar.heads[at]
    if grammar.deps[at] != "dobj" or grammar.lemmas[verb] not in DONE:
        return False
    while grammar.deps[verb] in ("conj", "advcl") and grammar.heads[doer] != verb:
        verb = grammar.heads[verb]
    return grammar.heads[doer] == verb and grammar.deps[doer] == "nsubj"


FREEING = frozenset(("release", "free"))
AFTERWARDS = frozenset(
    ("release", "free", "rescue", "find", "bury", "execute", "kill", "behead", "shoot", "hold", "take", "torture",
     "beat", "hand", "rush", "pronounce", "treat", "evacuate", "identify", "hang", "transfer", "question", "ransom",
     "fly")
)  # fmt: skip
"""What befalls somebody to whom something was done before."""


def done_to_after(grammar: Grammar, pronoun: int) -> int | None:
    """ "Abducted the father of a player. He was freed", "detained 20 men. It freed them": to whom the one deed of the
    sentence before was done."""
    verb, sentence = grammar.heads[pronoun], grammar.sentence_of[pronoun]
    freed = grammar.deps[pronoun] == "dobj" and grammar.lemmas[verb] in FREEING
    told = grammar.lowers[pronoun] in SUBJECTS and grammar.deps[pronoun] == "nsubjpass"
    if not (freed or told) or not sentence:
        return None
    if grammar.lemmas[verb] not in AFTERWARDS or grammar.block_of[sentence] != grammar.block_of[sentence - 1]:
        return None
    return _undergone_in(grammar, sentence - 1)


def one_of_undergone(grammar: Grammar, pronoun: int) -> int | None:
    """ "Arrested three men. One of them said", "four people were struck. Two of them died": to whom the one deed of the
    sentence before was done, or the people counted there."""
    of, sentence = grammar.heads[pronoun], grammar.sentence_of[pronoun]
    opens = pronoun - 2 == grammar.sentences[sentence][0] and grammar.tags[pronoun - 2] == "CD"
    if not opens or not sentence or grammar.lowers[pronoun] != "them" or grammar.lowers[of] != "of":
        return None
    if grammar.block_of[sentence] != grammar.block_of[sentence - 1]:
        return None
    counted = [t for t in _objects_in(grammar, sentence - 1) if grammar.tags[t] == "NNS" and is_counted(grammar, t)]
    return counted[0] if len(counted) == 1 else _undergone_in(grammar, sentence - 1)


def is_counted(grammar: Grammar, token: int) -> bool:
    """Whether a number stands before the noun."""
    return any(grammar.deps[child] == "nummod" for child in grammar.children[token])


def _undergone_in(grammar: Grammar, sentence: int) -> int | None:
    undergone = [t for t in _objects_in(grammar, sentence) if grammar.lemmas[grammar.heads[t]] in DONE]
    return undergone[0] if len(undergone) == 1 else None


def _objects_in(grammar: Grammar, sentence: int) -> Iterator[int]:
    """Those to whom anything was done in a sentence."""
    return (t for t in range(*grammar.sentences[sentence]) if grammar.deps[t] in ("dobj", "nsubjpass"))
