"""Which class of people a noun means: "residents", "security forces", "forces loyal to the emir"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from sayso.codebook import load_codebook
from sayso.extract.names.names import NameMatch
from sayso.extract.names.roster import Roster
from sayso.extract.phrase import POINTERS, is_definite, side_taken, unit_number
from sayso.extract.reading import Reading
from sayso.parse import prepositional
from sayso.records.mentions import PartyKind

CLASS = "class "
"""How the keys of parties begin that are no more than a class of people."""
BEFORE_THE_NOUN = frozenset(("compound", "amod", "nmod"))
WORDS_BACK = 3
ARMY = "army"
NAMED_PEOPLES = frozenset(("people", "community", "tribe", "clan", "herder", "nomad", "pastoralist"))
"""Those of whom a name before the noun says who they are: "Awa people" are not all the people of a report, nor the
"Saiqa special forces" all special forces."""
NAMED = NAMED_PEOPLES | {"force", "brigade", "battalion", "regiment", "division", "corps", "guard", "unit"}
LEVELS = frozenset(("federal", "central", "local", "regional", "provincial", "municipal", "district", "national"))
"""What tells one government from another."""
OFFICES = frozenset(("state", "state_force", "media"))
OF_OFFICES = frozenset(("compound", "amod", "poss"))
BODIES = frozenset(("association", "union", "committee", "federation", "syndicate", "league", "forum", "assembly"))
"""What is told apart by who its members are."""
UNSIDED = (None, "civilians", "people")


class ClassKeys:
    """Names the classes of one reading by their noun and by what tells them apart. names: token -> the name there."""

    def __init__(self, reading: Reading, names: Mapping[int, NameMatch], roster: Roster) -> None:
        self.reading, self.grammar, self.names, self.roster = reading, reading.grammar, names, roster
        self.words = load_codebook().descriptions
        self.ends: dict[str, dict[str, None]] = {}
        self.alike = {word: first for first, words in self.words.alike.items() for word in words}
        self.telling = frozenset(word for kind in self.words.telling_kind.values() for word in kind)

    def of(self, token: int) -> str:
        """ "Local residents" and "residents" are one class; "Kurdish fighters" and "Arab fighters" are two."""
        noun, first = self._noun(token)
        before = [c for c in self.grammar.children[token] if c < first]
        names = sorted({self.names[c].entry.id for c in before if c in self.names})
        sides = sorted(self.grammar.lemmas[c] for c in before if c not in self.names and self._is_side(c))
        if noun in self.words.army and set(sides) & set(self.words.own_side):
            noun, sides = ARMY, [side for side in sides if side not in self.words.own_side]
        if noun == "office":
            sides = [self.grammar.lemmas[c] for c in before if self.grammar.deps[c] in OF_OFFICES]
        elif noun in BODIES:
            sides += [self.grammar.lemmas[c] for c in before if self._is_people(c)]
        number = unit_number(self.grammar, token)
        called = self.grammar.words[number] if number is not None else None
        apart = [part for part in (*names, *sides, side_taken(self.grammar, token), called) if part]
        if apart or not self._points_back(token):
            return " ".join((*apart, noun))
        return self._told_before(noun)

    def _is_people(self, token: int) -> bool:
        """ "The herders' association", "a youth committee"."""
        owner = self.grammar.deps[token] in ("poss", "compound")
        return owner and any(entry.unit == "people" for entry in self.reading.classes(token))

    def office_kind(self, token: int) -> PartyKind:
        """ "The welfare office", "the prime minister's office": an office is a state's; anything else are people."""
        kind = load_codebook().names.organisations.get(self.grammar.lemmas[token])
        return kind if kind in OFFICES and self.grammar.tags[token][:2] == "NN" else "people"

    def _points_back(self, token: int) -> bool:
        """Whether "the" or "those" opens the phrase, whatever the parse: "the two movements"."""
        return any(lower in POINTERS for lower in self.grammar.lowers[max(0, token - WORDS_BACK) : token])

    def _noun(self, token: int) -> tuple[str, int]:
        """The one word for the noun and its like ("soldiers": army), and the first token of the noun."""
        lemmas, before = self.grammar.lemmas, token - 1
        joined = before >= 0 and self.grammar.heads[before] == token and self.grammar.deps[before] in BEFORE_THE_NOUN
        if joined and (alike := self.alike.get(f"{lemmas[before]} {lemmas[token]}")) is not None:
            self.ends.setdefault(lemmas[token], {})[CLASS + alike] = None
            return alike, before
        several = lemmas[token] == ARMY and self.grammar.tags[token] == "NNS"
        return lemmas[token] if several else self.alike.get(lemmas[token], lemmas[token]), token

    def told_without_the(self, token: int) -> bool:
        """Whether the class of a noun was brought up before without "the": "gunmen ... the attackers"."""
        noun = self._noun(token)[0]
        return self._brought_up.get(noun, token) < token

    def told_apart_before(self, token: int) -> bool:
        """ "The mercenaries" after "Saudi-led mercenaries": whether the one of that noun was told apart before."""
        noun = self._noun(token)[0]
        return self._points_back(token) and self._told_before(noun) != noun

    def is_mass(self, token: int) -> bool:
        """ "The use of force", "the movement of goods": a noun that, so told, means no people."""
        grammar = self.grammar
        if grammar.lemmas[token] == "movement" and prepositional(grammar, token, "of"):
            return True
        bare = grammar.tags[token] == "NN" and not any(child < token for child in grammar.children[token])
        return bare and grammar.lemmas[token] in self.words.mass

    def brought_up(self, token: int) -> bool:
        """Whether somebody nameless was brought up by the same noun before: "a lawmaker ... the lawmaker"."""
        lemmas = self.grammar.lemmas
        return any(lemmas[t] == lemmas[token] and self.grammar.lowers[t - 1] in ("a", "an") for t in range(1, token))

    @cached_property
    def _brought_up(self) -> dict[str, int]:
        """Each word for several like ones -> the first token by which its people are brought up."""
        found: dict[str, int] = {}
        for token in self.grammar.tokens_of_lemmas(self.alike):
            if self.grammar.tags[token] in ("NN", "NNS") and self._brings_up(token):
                found.setdefault(self._noun(token)[0], token)
        return found

    def _brings_up(self, token: int) -> bool:
        own = any(c in self.names or self.grammar.tags[c] in ("PRP$", "POS") for c in self.grammar.children[token])
        return not own and self.grammar.deps[token] != "compound" and not is_definite(self.grammar, token)

    def _told_before(self, lemma: str) -> str:
        """ "The movements" after "two rebel movements": the one class of that noun that the report has told apart."""
        apart = [key for key in self.roster.parties if key.startswith(CLASS) and key.endswith(f" {lemma}")]
        apart = [key for key in (*apart, *self.ends.get(lemma, ())) if key != CLASS + lemma]
        return apart[0].removeprefix(CLASS) if len(apart) == 1 else lemma

    def _is_side(self, token: int) -> bool:
        """ "Government", "rebel", "other" before a noun: whose people these are, though no name says so."""
        deps, tags = self.grammar.deps, self.grammar.tags
        if self.grammar.lemmas[token] in (*self.words.mass, "other"):
            return True
        if self.grammar.lowers[token] in LEVELS:
            return self.grammar.lemmas[self.grammar.heads[token]] in self.words.state
        if (
            self.grammar.lowers[token] in self.telling
            and self.grammar.lemmas[self.grammar.heads[token]] in self.words.general
        ):
            return True
        if deps[token] not in BEFORE_THE_NOUN or tags[token][:2] not in ("NN", "JJ"):
            return False
        if tags[token][:3] == "NNP" and self.grammar.lemmas[self.grammar.heads[token]] in NAMED:
            return True
        return any(entry.party_kind not in UNSIDED for entry in self.reading.classes(token))
