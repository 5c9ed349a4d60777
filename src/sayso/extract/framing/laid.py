"""Deeds that other words lay to somebody: "was involved in the murder", "arrested for his part in the ambush"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from sayso.codebook import Attribution
from sayso.extract.framing.claimed import last_violence
from sayso.extract.framing.framed import Framed
from sayso.extract.framing.slots import AMOUNTS
from sayso.extract.phrase import POINTERS, is_denied
from sayso.extract.reading import Reading
from sayso.parse import Clause, appositions, prepositional
from sayso.records.claims import ActorStatus

PLACES = {"dobj": "object", "nsubjpass": "object", "attr": "object", "nsubj": "subject"}
BLAMED = frozenset(("blame", "attribute"))
BACK = frozenset(("crime", "deed", "incident", "atrocity", "outrage", "act"))
"""Nouns that, with "the" or "this", are the deed told last."""
MAYBE = frozenset(("may", "might", "could"))
THOUGHT = frozenset(("believe", "suspect", "presume", "think", "allege", "fear", "accuse", "charge", "seem", "appear"))
SUSPECTING = frozenset(("suspected", "alleged", "possible", "presumed", "apparent", "likely"))
MANY = frozenset(("series", "wave", "number", "string", "spate", "dozen", "majority", "most", "some", "any", "rest"))
FARTHEST = 4


class Laid(NamedTuple):
    """Whom a deed is laid to, as head tokens, and how sure the text is of them."""

    doers: tuple[int, ...]
    status: ActorStatus


def lay_to_doers(reading: Reading, found: Sequence[Framed], *, is_somebody: Callable[[int], bool]) -> None:
    """Sets, in place, the actors of violence that only other words lay to somebody: is_somebody says whether a head is
    a party or a person."""
    layer = _Layer(reading, is_somebody)
    for item in found:
        if item.frame.type == "ASSAULT" and item.clause.kind == "nominal" and not item.actors:
            _give(item, layer.of(item.clause.predicate))
        elif _is_blamed(reading, item):
            item.status = item.status or "suspected"
    known = {item.clause.predicate for item in found}
    for token in reading.grammar.tokens_of_lemmas(BACK):
        if token not in known and layer.points_back(token) and (laid := layer.of(token)) is not None:
            for item in last_violence(reading, token, found):
                _give(item, laid)


def _is_blamed(reading: Reading, item: Framed) -> bool:
    """ "Blamed the raid on them", "a raid blamed on them"."""
    if item.light is not None and not BLAMED.isdisjoint(item.light.verbs):
        return True
    grammar = reading.grammar
    nominal = item.frame.type == "ASSAULT" and item.clause.kind == "nominal"
    behind = grammar.children[item.clause.predicate] if nominal else ()
    return any(grammar.deps[c] == "acl" and grammar.lemmas[c] in BLAMED for c in behind)


def _give(item: Framed, laid: Laid | None) -> None:
    """Whoever it is laid to did it, and was not hit by it ("blamed the raid on the rebels")."""
    if laid is not None:
        item.actors, item.status = tuple(dict.fromkeys((*item.actors, *laid.doers))), laid.status
        item.recipients = tuple(token for token in item.recipients if token not in laid.doers)


class _Layer:
    """Climbs from a deed to the words that lay it to somebody."""

    def __init__(self, reading: Reading, is_somebody: Callable[[int], bool]) -> None:
        self.reading, self.grammar, self.is_somebody = reading, reading.grammar, is_somebody
        self.known = reading.index.attributions

    def points_back(self, token: int) -> bool:
        """Whether "the" or "this" stands with the noun."""
        return any(self.grammar.lowers[child] in POINTERS for child in self.grammar.children[token])

    def of(self, token: int, *, via: bool = False) -> Laid | None:
        """Whom the deed that the token tells is laid to. via: the token is a noun of taking part."""
        place, word = self._hangs(token)
        if place == "of" and (self.grammar.lemmas[word] in MANY or self.grammar.lemmas[word] in AMOUNTS):
            return self.of(word, via=via)
        answers = (*self._answers(token, place, word, via=via), self._by_relative(token))
        return next((laid for laid in answers if laid is not None), None)

    def _by_relative(self, token: int) -> Laid | None:
        """ "An attack that police attributed to gangs", "a raid which the army blamed on them"."""
        for verb in self.grammar.children[token] if self.grammar.tags[token][:2] == "NN" else ():
            clause = self.reading.clause_at.get(verb) if self.grammar.deps[verb] == "relcl" else None
            if clause is None or token not in clause.slots.get("object", ()):
                continue
            for entry in self.known.get(self.grammar.lemmas[verb], ()):
                if "object" in entry.deed and not entry.nouns:
                    return self._by_verb(entry, token, verb)
        return None

    def _answers(self, token: int, place: str, word: int, *, via: bool) -> Iterator[Laid | None]:
        for entry in self.known.get(self.grammar.lemmas[word], ()):
            if place not in (entry.via if via else entry.deed):
                continue
            if not entry.nouns:
                yield self._by_verb(entry, token, word)
            elif entry.names:
                yield self._by_name(word)
            else:
                yield self._by_noun(entry, word)
        taking = [] if via else [t for t in self._beside(word) if t < token and self._takes_part(t, place)]
        for noun in taking:
            yield self._by_noun(self.known[self.grammar.lemmas[noun]][0], noun)

    def _hangs(self, token: int) -> tuple[str, int]:
        """Where the token stands, and at which word; of a copula at what it says."""
        deps, heads = self.grammar.deps, self.grammar.heads
        for _ in range(FARTHEST):
            if deps[token] not in ("conj", "compound"):
                break
            token = heads[token]
        if deps[token] in ("pobj", "pcomp"):
            place, word = self.grammar.lowers[heads[token]], heads[heads[token]]
        else:
            place, word = PLACES.get(deps[token], ""), heads[token]
        clause = self.reading.clause_at.get(word)
        is_copula = clause is not None and clause.kind == "adjectival"
        return place, clause.predicate if is_copula else word

    def _beside(self, word: int) -> list[int]:
        """What else hangs on a verb, where the parser hung on it the deed that a noun of taking part brings."""
        clause = self.reading.clause_at.get(word)
        if clause is None or clause.predicate != word:
            return []
        return [token for fillers in clause.slots.values() for token in fillers]

    def _takes_part(self, token: int, place: str) -> bool:
        entries = self.known.get(self.grammar.lemmas[token], ())
        return any(entry.nouns and not entry.names and place in entry.deed for entry in entries)

    def _by_verb(self, entry: Attribution, token: int, word: int) -> Laid | None:
        clause = self.reading.clause_at.get(word)
        doer = entry.doer
        if clause is None:
            clause, doer = self.reading.clause_at.get(self.grammar.heads[word]), ("object",)
        if clause is None or clause.negated:
            return None
        doers = clause.fillers(*doer) or self._said_of(word) or prepositional(self.grammar, token, *doer)
        return self._laid(doers, entry.status if not self._is_thought(clause) else "suspected", but=token)

    def _said_of(self, word: int) -> tuple[int, ...]:
        """ "Remained involved in attacks": of whom a participle behind a verb of being is said."""
        above = self.reading.clause_at.get(self.grammar.heads[word]) if self.grammar.deps[word] == "acomp" else None
        return above.fillers("subject") if above is not None and not above.negated else ()

    def _is_thought(self, clause: Clause) -> bool:
        above = clause.governor
        return clause.modal in MAYBE or (above is not None and self.grammar.lemmas[above] in THOUGHT)

    def _by_name(self, word: int) -> Laid | None:
        """ "X was the mastermind of it", "the authors of it are X", "X, the author of it", "named X as the
        mastermind"."""
        grammar, own = self.grammar, self.reading.clause_at.get(word)
        status: ActorStatus = "suspected" if self._is_doubted(word) else "stated"
        if own is not None and own.predicate == word and own.kind == "adjectival":
            return None if own.negated else self._laid(own.fillers("subject"), status, but=word)
        if grammar.deps[word] == "appos":
            return self._laid((grammar.heads[word],), status, but=word)
        if apposed := appositions(grammar, word):
            return self._laid(apposed, status, but=word)
        place, above = self._hangs(word)
        clause = self.reading.clause_at.get(above)
        if clause is None or clause.negated:
            return None
        if place == "as":
            return self._laid(clause.fillers("object", "to"), "suspected", but=word)
        is_copula = place == "subject" and clause.kind == "adjectival"
        return self._laid((clause.predicate,), status, but=word) if is_copula else None

    def _by_noun(self, entry: Attribution, word: int) -> Laid | None:
        """Who took part: whoever owns the noun, else by the words that the noun hangs on."""
        if is_denied(self.grammar, word):
            return None
        above = self.of(word, via=True)
        beside = (
            [c for c in self.grammar.children[word] if self.grammar.deps[c] == "poss"] if "poss" in entry.doer else []
        )
        beside = [token for token in beside if self.grammar.tags[token] != "PRP$" or above is None]
        beside += prepositional(self.grammar, word, *entry.doer) if not beside else []
        own = self._laid(tuple(beside), "suspected" if self._is_doubted(word) else "stated", but=word)
        if own is None or above is None:
            return own or above
        return own._replace(status=above.status)

    def _is_doubted(self, word: int) -> bool:
        return any(self.grammar.lowers[child] in SUSPECTING for child in self.grammar.children[word])

    def _laid(self, doers: tuple[int, ...], status: ActorStatus, *, but: int) -> Laid | None:
        found = tuple(token for token in doers if token != but and self.is_somebody(token))
        return Laid(found, status) if found else None
