"""Dictionary forms, by the tables that the language model brings (exceptions, endings, known words), guided by the
tag."""

from __future__ import annotations

from typing import Any

import simplemma
from spacy.language import Language

WORD_CLASS = {"V": "verb", "N": "noun"}
INFLECTED = frozenset(("VBD", "VBN", "VBG", "VBZ", "VBP", "NNS", "NNPS"))
SETTLED = {
    ("'s", "verb"): "be",
    ("'re", "verb"): "be",
    ("'m", "verb"): "be",
    ("'ve", "verb"): "have",
    ("'d", "verb"): "have",
    ("lay", "verb"): "lie",
    ("left", "verb"): "leave",
    ("lives", "verb"): "live",
    ("routed", "verb"): "rout",
    ("found", "verb"): "find",
    ("wound", "verb"): "wound",
    ("felt", "verb"): "feel",
    ("bound", "verb"): "bind",
    ("ground", "verb"): "grind",
    ("fell", "verb"): "fall",
    ("media", "noun"): "media",
    ("data", "noun"): "data",
    ("troops", "noun"): "troop",
    ("forces", "noun"): "force",
    ("measles", "noun"): "measles",
}
"""Forms of two words that news uses for one of them, and plurals without a singular."""

ONE_MEN = frozenset(
    ("specimen", "regimen", "acumen", "abdomen", "omen", "amen", "semen", "stamen", "hymen", "dolmen", "ramen", "lumen",
     "yemen", "turkmen", "bitumen", "albumen", "foramen", "cyclamen", "cognomen", "gravamen", "tegmen", "flamen")
)  # fmt: skip
"""Words in "-men" that are no plural: the others are one whatever the tagger made of them ("17 servicemen")."""


class Lemmas:
    """Lemmas of one language model; every (word, tag) is worked out once."""

    def __init__(self, nlp: Language) -> None:
        self.tables = _tables(nlp)
        self.known: dict[tuple[str, str], str] = {("lay", "VBP"): "lay"}

    def of(self, lower: str, tag: str) -> str:
        """The dictionary form of a lower-case word with that Penn Treebank tag."""
        if tag not in INFLECTED:
            return f"{lower[:-2]}an" if tag == "NN" and lower.endswith("men") and lower not in ONE_MEN else lower
        found = self.known.get((lower, tag))
        if found is None:
            plain = tag == "VBP" and self._is_plain(lower)
            found = self.known[lower, tag] = lower if plain else self._work_out(lower, WORD_CLASS[tag[0]])
        return found

    def is_only_past(self, lower: str) -> bool:
        """Whether it is a past form and no verb of its own: "retook"."""
        if self.tables is None:
            return False
        _, exceptions, index = (table.get("verb", {}) for table in self.tables)
        return lower in exceptions and lower not in index

    def _is_plain(self, lower: str) -> bool:
        """ "They need", "they cross": a verb that is its own dictionary form, whatever ending it seems to have."""
        if self.tables is None:
            return False
        _, exceptions, index = (table.get("verb", {}) for table in self.tables)
        return lower in index and lower not in exceptions and (lower, "verb") not in SETTLED

    def is_verb(self, lower: str, tag: str) -> bool:
        """Whether the tables know a verb of which the word is the plain form (VBP) or the form in "s" (VBZ)."""
        if self.tables is None:
            return False
        known = self.tables[2].get("verb", frozenset())
        return lower in known if tag == "VBP" else lower not in known and self.of(lower, "VBZ") in known

    def _work_out(self, lower: str, word_class: str) -> str:
        if (settled := SETTLED.get((lower, word_class))) is not None:
            return settled
        if self.tables is None:
            return simplemma.lemmatize(lower, lang="en").lower()
        rules, exceptions, index = (table.get(word_class, {}) for table in self.tables)
        if lower in exceptions:
            return exceptions[lower][0]
        forms = [lower[: -len(old)] + new for old, new in rules if old and lower.endswith(old)]
        known = [form for form in forms if form in index]
        return known[0] if known else self._unknown(lower, forms)

    @staticmethod
    def _unknown(lower: str, forms: list[str]) -> str:
        """A word that the tables lack: the word list's form, else the first ending that fits and leaves a word."""
        listed = simplemma.lemmatize(lower, lang="en").lower()
        if listed != lower:
            return listed
        return next((form for form in forms if len(form) > 2), lower)


def _tables(nlp: Language) -> tuple[Any, Any, Any] | None:
    """(rules, exceptions, index) of the model's lemmatizer, taken out of its pipeline; None where it has none."""
    if "lemmatizer" not in nlp.pipe_names:
        return None
    lookups = nlp.get_pipe("lemmatizer").lookups
    nlp.remove_pipe("lemmatizer")
    names = ("lemma_rules", "lemma_exc", "lemma_index")
    if not all(lookups.has_table(name) for name in names):
        return None
    rules, exceptions, index = (lookups.get_table(name) for name in names)
    classes = ("verb", "noun")
    return (
        {c: rules.get(c, []) for c in classes},
        {c: exceptions.get(c, {}) for c in classes},
        {c: frozenset(index.get(c, ())) for c in classes},
    )
