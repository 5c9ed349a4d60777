"""Somebody named and quoted who is spoken of again by what they are: "the lawmaker said"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sayso.codebook import load_codebook
from sayso.extract.names.class_keys import ClassKeys
from sayso.extract.phrase import is_bare_definite, is_definite
from sayso.extract.who.cast import Cast
from sayso.extract.who.refer import Referrer
from sayso.records import Span


def who_spoke(cast: Cast, referrer: Referrer, keys: ClassKeys, token: int) -> str | None:
    """The roster's key of whoever was named and spoke just before, where the noun speaks and may be said of them."""
    grammar, words = cast.grammar, load_codebook().descriptions
    if (titled := _by_full_title(cast, referrer, token)) is not None:
        return titled
    if not referrer.speaks(token) or not is_bare_definite(grammar, token) or keys.brought_up(token):
        return None
    lemma = grammar.lemmas[token]
    if (titled := _by_title(cast, referrer, token)) is not None:
        return titled
    mention = referrer.spoke_last(token)
    person = cast.roster.people.get(mention.person or "") if mention is not None else None
    if person is None:
        return None
    told = f"{person.title or ''} {person.role or ''}".lower().split()
    return person.key if not told or lemma in (*told, *words.somebody) else None


def _by_full_title(cast: Cast, referrer: Referrer, token: int) -> str | None:
    """ "The prime minister", "the army chief": the one person of the report who was named with all of these words."""
    grammar = cast.grammar
    before = [c for c in grammar.children[token] if c < token and grammar.deps[c] in ("amod", "compound")]
    if not before or not is_definite(grammar, token) or grammar.tags[token] != "NN":
        return None
    words = {grammar.lowers[token], *(grammar.lowers[child] for child in before)}
    named = {m.person for m in referrer.before(token, back=len(grammar.sentences)) if m.person}
    people = (cast.roster.people[key] for key in named if key in cast.roster.people)
    found = [p.key for p in people if words <= set(f"{p.title or ''} {p.role or ''}".lower().split())]
    return found[0] if len(found) == 1 else None


def _by_title(cast: Cast, referrer: Referrer, token: int) -> str | None:
    """The one person lately named whose title or role is that noun: "the envoy" is the "UN Special Envoy"."""
    lemma, found = cast.grammar.lemmas[token], set()
    for mention in referrer.before(token):
        person = cast.roster.people.get(mention.person or "")
        told = f"{person.title or ''} {person.role or ''}".lower().split() if person is not None else []
        if person is not None and lemma in told:
            found.add(person.key)
    return found.pop() if len(found) == 1 else None


def heard(starts: Sequence[int], told: Sequence[tuple[Span, tuple[int, ...]]]) -> dict[int, tuple[int, ...]]:
    """Where tokens start, and spans with who says them, in; token -> who says it out, the narrowest span deciding."""
    found: dict[int, tuple[int, ...]] = {}
    for (start, end), speakers in sorted(told, key=lambda row: row[0][0] - row[0][1]):
        for token in range(bisect_left(starts, start), bisect_left(starts, end)):
            found[token] = speakers
    return found
