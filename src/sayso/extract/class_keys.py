"""Which class of people a noun means: "residents", "security forces", "forces loyal to the emir"."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.codebook import load_codebook
from sayso.extract.described import CLASS
from sayso.extract.names import NameMatch
from sayso.extract.phrase import POINTERS, side_taken
from sayso.extract.reading import Reading
from sayso.extract.roster import Roster

BEFORE_THE_NOUN = frozenset(("compound", "amod", "nmod"))
WORDS_BACK = 3
UNSIDED = (None, "civilians", "people")


class ClassKeys:
    """Names the classes of one reading by their noun and by what tells them apart. names: token -> the name there."""

    def __init__(self, reading: Reading, names: Mapping[int, NameMatch], roster: Roster) -> None:
        self.reading, self.grammar, self.names, self.roster = reading, reading.grammar, names, roster
        words = load_codebook().descriptions
        self.mass, self.general = words.mass, words.general
        self.telling = frozenset(word for kind in words.telling_kind.values() for word in kind)

    def of(self, token: int) -> str:
        """ "Local residents" and "residents" are one class; "Kurdish fighters" and "Arab fighters" are two."""
        before = [c for c in self.grammar.children[token] if c < token]
        names = sorted({self.names[c].entry.id for c in before if c in self.names})
        sides = sorted(self.grammar.lemmas[c] for c in before if c not in self.names and self._is_side(c))
        lemma, taken = self.grammar.lemmas[token], side_taken(self.grammar, token)
        apart = [part for part in (*names, *sides, taken) if part]
        if apart or not self._points_back(token):
            return " ".join((*apart, lemma))
        return self._told_before(lemma)

    def _points_back(self, token: int) -> bool:
        """Whether "the" or "those" opens the phrase, whatever the parse: "the two movements"."""
        return any(lower in POINTERS for lower in self.grammar.lowers[max(0, token - WORDS_BACK) : token])

    def _told_before(self, lemma: str) -> str:
        """ "The movements" after "two rebel movements": the one class of that noun that the report has told apart."""
        apart = [key for key in self.roster.parties if key.startswith(CLASS) and key.endswith(f" {lemma}")]
        apart = [key for key in apart if key != CLASS + lemma]
        return apart[0].removeprefix(CLASS) if len(apart) == 1 else lemma

    def _is_side(self, token: int) -> bool:
        """ "Government", "rebel", "other" before a noun: whose people these are, though no name says so."""
        deps, tags = self.grammar.deps, self.grammar.tags
        if self.grammar.lemmas[token] in (*self.mass, "other"):
            return True
        if (
            self.grammar.lowers[token] in self.telling
            and self.grammar.lemmas[self.grammar.heads[token]] in self.general
        ):
            return True
        if deps[token] not in BEFORE_THE_NOUN or tags[token][:2] not in ("NN", "JJ"):
            return False
        return any(entry.party_kind not in UNSIDED for entry in self.reading.classes(token))
