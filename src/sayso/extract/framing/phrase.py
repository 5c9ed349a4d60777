"""The further words of a verb's phrase: whether "fire" stands with "open", and where the phrase ends."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.codebook import MONTHS, WEEKDAYS, Further
from sayso.extract.framing.slots import SlotTest
from sayso.parse import Clause, Grammar

VERBAL_TAGS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
WITHIN_PHRASE = frozenset(("prep", "agent", "dobj", "nsubjpass", "conj", "prt", "advmod", "oprd", "acomp", "xcomp"))
WITH_TO = frozenset(("ccomp", "advcl"))
"""Clauses of which only the "to" can be a word of a verb's phrase."""
BEFORE_NOUNS = frozenset(("compound", "amod", "nmod", "poss"))
SETTINGS = frozenset(("after", "before", "during", "since", "until", "amid", "following", "despite", "without"))
"""What stands behind these is no part of a verb's phrase."""
DAYS = frozenset((*WEEKDAYS, *MONTHS, "weekend"))
OBJECT = "object"
TELLING = frozenset(("tell", "say", "warn", "inform", "report", "announce", "add", "confirm", "state", "claim"))
"""Verbs whose content is anybody's deed."""
FARTHEST = 4
"""Tokens from the verb up to which a word still counts for the trigger."""


class PhraseTest:
    """Asks the clauses of one grammar whether the further words of a phrase stand with their verb."""

    def __init__(self, grammar: Grammar, test: SlotTest) -> None:
        self.grammar, self.test = grammar, test
        self.near_for: int | None = None
        self.near: frozenset[str] = frozenset()

    def last(self, clause: Clause, particles: list[str], further: Further) -> int | None:
        """The last token of the phrase where all its further words stand with the verb; None where one is missing."""
        last = before = clause.predicate
        if any(self.around(clause).isdisjoint(place) for place in further.plain):
            return None
        for place in further.places:
            if (particle := next((word for word in particles if word in place), None)) is not None:
                last = max(last, self._particle(clause, particle))
                continue
            at = self._dependent(clause.predicate, place, further)
            at = self._antecedent(clause, place) if at is None else at
            if at is None and before != clause.predicate:
                at = self._dependent(before, place, further)
            if at is None:
                return None
            last, before = at if abs(at - clause.predicate) <= FARTHEST else last, at
        return last

    def around(self, clause: Clause) -> frozenset[str]:
        """All words from the first to the last that the verb governs: a look at them spares most phrases the search."""
        if self.near_for != clause.predicate:
            first, last = self.grammar.edges[clause.predicate]
            words = (*self.grammar.lemmas[first : last + 1], *self.grammar.lowers[first : last + 1])
            words = (*words, *(self.grammar.lemmas[token] for token in self._modified(clause)))
            self.near_for, self.near = clause.predicate, frozenset(words)
        return self.near

    def _modified(self, clause: Clause) -> tuple[int, ...]:
        """ "Sanctions imposed by the union": the noun that a participle says something of, where that is its object."""
        return clause.slots["object"] if clause.how == "relative" and OBJECT in clause.borrowed else ()

    def _antecedent(self, clause: Clause, place: frozenset[str]) -> int | None:
        return next((token for token in self._modified(clause) if self._says(token, place)), None)

    def _particle(self, clause: Clause, word: str) -> int:
        for child in self.grammar.children[clause.predicate]:
            if self.grammar.deps[child] == "prt" and self.grammar.lowers[child] == word:
                return child if abs(child - clause.predicate) <= 3 else clause.predicate
        return clause.predicate

    def _dependent(self, token: int, place: frozenset[str], further: Further) -> int | None:
        grammar = self.grammar
        for child in grammar.children[token]:
            dep = grammar.deps[child]
            if dep == "mark" or (dep == "aux" and grammar.tags[child] == "TO"):
                continue
            if dep == "prep" and self._sets_apart(child, further):
                continue
            if (dep == "conj" and grammar.tags[child] in VERBAL_TAGS) or self._is_an_aside(child):
                continue
            if dep == "ccomp" and grammar.lemmas[token] in TELLING and self._is_told_of_others(child):
                continue
            if self._says(child, place):
                return child
            if dep in WITHIN_PHRASE or (dep in WITH_TO and "to" in place):
                for inner in (*grammar.children[child], *self._kept_from(child, further)):
                    own = grammar.tags[inner] == "TO" if dep in WITH_TO else not self._belongs_to_name(dep, inner)
                    if own and self._says(inner, place, is_part=grammar.deps[inner] in BEFORE_NOUNS):
                        return inner
        return None

    def _is_an_aside(self, verb: int) -> bool:
        """ "Rejected the charge, calling it a lie": what is done beside, and no word of the phrase."""
        grammar = self.grammar
        beside = grammar.deps[verb] == "advcl" and grammar.tags[verb] == "VBG"
        return beside and grammar.words[grammar.edges[verb][0] - 1] == ","

    def _is_told_of_others(self, verb: int) -> bool:
        """ "Told a newspaper that 17 people had died": what others did is no part of the phrase, as in "vowed it would
        strike back" or "any vessel would be a target"."""
        grammar = self.grammar
        subject = next((c for c in grammar.children[verb] if grammar.deps[c] in ("nsubj", "nsubjpass")), None)
        ahead = any(grammar.tags[c] in ("TO", "MD") and grammar.deps[c] == "aux" for c in grammar.children[verb])
        return subject is not None and grammar.tags[subject] != "PRP" and not ahead

    def _belongs_to_name(self, dep: str, inner: int) -> bool:
        """ "Called it a march for peace": what it is called brings its own prepositions."""
        return dep == "oprd" and self.grammar.deps[inner] == "prep"

    def _sets_apart(self, preposition: int, further: Further) -> bool:
        """ "After the raid" tells when; "called on Tuesday" is no call on anybody."""
        grammar, word = self.grammar, self.grammar.lowers[preposition]
        return (word in SETTINGS and word not in further.words) or any(
            grammar.deps[child] == "pobj" and (grammar.tags[child] == "CD" or self.is_day(child))
            for child in grammar.children[preposition]
        )

    def is_day(self, token: int) -> bool:
        """Whether the token is a day or a month by name: "in March", not "in a march"."""
        return self.grammar.lowers[token] in DAYS and self.grammar.words[token][0].isupper()

    def _says(self, token: int, place: frozenset[str], *, is_part: bool = False) -> bool:
        """Whether the token is one of the words: by lemma, by form, or of an `@class`, which no part of a noun is."""
        if self.grammar.lemmas[token] in place or self.grammar.lowers[token] in place:
            return True
        classes = () if is_part else tuple(word for word in place if word[0] == "@")
        return bool(classes) and self.test.matches(token, classes)

    def _kept_from(self, token: int, further: Further) -> Iterator[int]:
        """The gerund behind a preposition of the phrase that hangs on its object ("kept ambulances from reaching")."""
        grammar = self.grammar
        if len(further.places) > 1 and grammar.deps[token] == "dobj":
            for child in grammar.children[token]:
                if grammar.deps[child] == "prep" and grammar.lowers[child] in further.words:
                    yield from (t for t in grammar.children[child] if grammar.deps[t] == "pcomp")
