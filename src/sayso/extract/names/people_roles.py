"""For whom a role is: the tokens about its noun that can name the party."""

from __future__ import annotations

from sayso.extract.names.people_titles import is_title
from sayso.extract.phrase import PROPER_TAGS
from sayso.extract.reading import Reading
from sayso.parse import Grammar, conjuncts, prepositional

OFFICES = frozenset(("service", "office", "department", "centre", "center", "directorate", "section", "bureau", "unit"))
SOMEBODY = ("role", "person", "fighter", "officer")
"""Classes of nouns that say what somebody is."""
INNER = frozenset(("compound", "nmod", "poss", "appos"))


def role_parties(reading: Reading, role: int) -> tuple[int, ...]:
    """Tokens about the role's noun that can say for whom: "the army's spokesman", "spokesman for X", "U.N. envoy", "its
    head, Y"; owners first, what stands before the noun last."""
    grammar, owners, behind, before, around, inner = reading.grammar, [], [], [], [], []
    for child in _about(reading, role):
        if grammar.deps[child] == "poss":
            owners += conjuncts(grammar, antecedent(grammar, child))
        elif grammar.deps[child] in ("compound", "amod", "nmod") and not is_title(grammar.lowers[child]):
            before += conjuncts(grammar, child)
        elif grammar.deps[child] == "prep" and grammar.lowers[child] in ("for", "of", "with", "from", "at", "in"):
            found = [t for c in grammar.children[child] if grammar.deps[c] == "pobj" for t in conjuncts(grammar, c)]
            found += [t for c in found if grammar.lemmas[c] in OFFICES for t in prepositional(grammar, c, "of", "at")]
            (around if grammar.lowers[child] in ("at", "in") else behind).extend(found)
            inner += [c for t in found for c in grammar.children[t] if grammar.deps[c] in INNER]
    return (*owners, *behind, *before, *around, *inner)


def who_is_it(reading: Reading, head: int) -> int | None:
    """ "Its commander is Ann Kone": the noun of which the verb tells who it is."""
    grammar, verb = reading.grammar, reading.grammar.heads[head]
    if grammar.deps[head] != "attr" or grammar.lemmas[verb] != "be":
        return None
    told = (c for c in grammar.children[verb] if grammar.deps[c] == "nsubj" and grammar.tags[c] == "NN" and c < verb)
    return next((c for c in told if reading.is_a(c, *SOMEBODY)), None)


def antecedent(grammar: Grammar, owner: int) -> int:
    """Whom "whose" stands for: the noun on which its clause hangs; any other owner is itself."""
    at = owner
    while grammar.tags[owner] == "WP$" and grammar.heads[at] != at:
        if grammar.deps[at] == "relcl" or (grammar.deps[at] == "appos" and at == grammar.heads[owner]):
            return grammar.heads[at]
        at = grammar.heads[at]
    return owner


def _about(reading: Reading, role: int) -> list[int]:
    """What hangs on the role's noun, and what stands before it where it hangs on the name: "its spokesman Y"."""
    grammar, name = reading.grammar, reading.grammar.heads[role]
    own = list(grammar.children[role])
    own += [c for noun in own if grammar.deps[noun] == "compound" for c in grammar.children[noun] if _owns(grammar, c)]
    if grammar.deps[role] in ("compound", "nmod") and grammar.tags[name] in PROPER_TAGS:
        own += [c for c in grammar.children[name] if c < role]
    return own


def _owns(grammar: Grammar, token: int) -> bool:
    """The "Chad's" of "Chad's caretaker Prime Minister"."""
    return grammar.deps[token] == "poss"
