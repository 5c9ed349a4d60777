"""What a predicate stands under, and its own negation, modality and tense."""

from __future__ import annotations

from collections.abc import Callable

from sayso.parse.clauses import Clause, How, Tense
from sayso.parse.grammar import Grammar
from sayso.parse.phrases import above_preposition
from sayso.parse.tree import AUXILIARY

MARKED: dict[str, How] = {
    "if": "condition", "unless": "condition", "provided": "condition", "whether": "content", "because": "cause",
    "since": "time", "when": "time", "while": "time", "after": "time", "before": "time", "as": "time", "until": "time",
    "once": "time", "although": "manner", "though": "manner", "that": "content", "where": "relative", "in": "purpose",
    "so": "purpose", "amid": "time", "following": "time", "by": "time",
}  # fmt: skip
INVERTED, OPENERS = frozenset(("were", "had", "should")), frozenset((",", ".", ";", '"', "“", "that", "and", "but"))
DENIALS = frozenset(("never", "neither", "nor", "hardly", "scarcely"))
ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "attr"))
TOLD_OF = frozenset(("evidence", "sign", "indication", "proof", "doubt", "suggestion", "fear", "hope", "confirmation"))
LETTING = frozenset(("let", "make", "have", "help", "see", "hear", "watch"))
ASKING = frozenset(
    ("ask", "say", "know", "wonder", "determine", "establish", "see", "check", "verify", "confirm", "investigate",
     "examine", "find", "learn", "decide", "doubt", "inquire", "question", "clarify", "ascertain", "assess", "remember",
     "tell", "clear", "unclear", "sure", "unsure", "uncertain", "unknown", "disclose", "reveal", "specify", "indicate",
     "elaborate", "understand")
)  # fmt: skip
"""Behind these "if" opens what is asked: "did not know if the men had been killed"."""
JOINED_TO_PREPOSITIONS = frozenset(("instead", "rather", "short", "ahead", "away", "shy"))
NO_COMPARED = frozenset(("fewer", "less", "more", "longer", "later", "doubt", "sooner"))
"""Behind these "no" bounds and does not deny: "no fewer than 40 were killed"."""
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
PARTICIPLE_ENDS = ("d", "t", "en", "wn")
"""How forms end that may be participles, whatever tense they were taken for."""


def has_to(grammar: Grammar, token: int) -> bool:
    """Whether the verb is an infinitive with "to"."""
    return any(grammar.tags[c] == "TO" and grammar.deps[c] == "aux" for c in grammar.children[token])


def auxiliaries(grammar: Grammar, token: int) -> list[int]:
    """The auxiliaries of a verb, left to right."""
    return [child for child in grammar.children[token] if grammar.deps[child] in AUXILIARY]


def is_plain_form(grammar: Grammar, token: int) -> bool:
    """Whether a verb is an infinitive without "to", be it a passive one: "burn", "be burned"."""
    return [grammar.tags[t] for t in (*auxiliaries(grammar, token), token)] in (["VB"], ["VB", "VBN"])


class Standing:
    """Where the clauses of one grammar stand; clause_of gives the clause of a predicate token, built when first asked
    for."""

    def __init__(self, grammar: Grammar, clause_of: Callable[[int], Clause | None]) -> None:
        self.grammar, self.clause = grammar, clause_of

    def denied(self, token: int) -> bool:
        """Whether the predicate is negated by its own words or by a subject or object that is nobody."""
        return self._denied_outright(token) or self.nobody(token) is not None or self._shares_not(token)

    def _denied_outright(self, token: int) -> bool:
        grammar = self.grammar
        for child in grammar.children[token]:
            if grammar.deps[child] == "neg" or grammar.lowers[child] in DENIALS:
                return not self._not_only(token, child)
            if grammar.deps[child] == "det" and grammar.lowers[child] == "no":
                return True
            if grammar.tags[child] == "TO" and grammar.lowers[child - 1] == "yet":
                return True
        return self._shares_no(token)

    def _shares_no(self, token: int) -> bool:
        """ "No injuries or damage": the second noun of two has its "no" from the first."""
        grammar, first = self.grammar, self.grammar.heads[token]
        if grammar.deps[token] != "conj" or grammar.tags[token][:2] != "NN" or grammar.tags[first][:2] != "NN":
            return False
        return self._offers_a_choice(first) and any(
            grammar.deps[child] == "det" and grammar.lowers[child] == "no" for child in grammar.children[first]
        )

    def _shares_not(self, token: int) -> bool:
        """ "Did not attack the camp or kill anybody", "neither side attacked it or killed anybody": the "not" of the
        first of two or more verbs is that of all, where these are infinitives or an "or" joins them."""
        head, first = self.grammar.heads[token], self._joined_to(token)
        if first is None or not (is_plain_form(self.grammar, token) or self._is_other_choice(token)):
            return False
        by_nobody = first.nobody is not None and self.grammar.deps[first.nobody] in SUBJECTS
        return self._denied_outright(head) or by_nobody or self._shares_not(head)

    def _is_other_choice(self, token: int) -> bool:
        """Whether an "or" joins it to the verb before or the one behind, and it has no auxiliary of its own."""
        alone = not auxiliaries(self.grammar, token)
        return alone and (self._offers_a_choice(self.grammar.heads[token]) or self._offers_a_choice(token))

    def _offers_a_choice(self, first: int) -> bool:
        """Whether an "or" stands behind the first of several."""
        return any(self.grammar.lowers[child] in ("or", "nor") for child in self.grammar.children[first])

    def nobody(self, token: int) -> int | None:
        """The subject or object that negates a predicate: "reported no attacks"."""
        grammar = self.grammar
        arguments = (child for child in grammar.children[token] if grammar.deps[child] in ARGUMENTS)
        return next((child for child in arguments if self._is_none(child)), None)

    def _not_only(self, token: int, child: int) -> bool:
        grammar = self.grammar
        return child + 1 < len(grammar) and grammar.lowers[child + 1] in ("only", "just", "merely", "least")

    def _is_none(self, token: int) -> bool:
        if self.grammar.lowers[token] in ("none", "nobody", "nothing", "neither"):
            return True
        return any(
            self.grammar.lowers[c] in ("no", "neither")
            and self.grammar.deps[c] in ("det", "neg")
            and self.grammar.lowers[c + 1] not in NO_COMPARED
            for c in self.grammar.children[token]
        )

    def tense(self, token: int, aux: list[int]) -> dict[str, str | bool | None]:
        """The modal, perfect, progressive and tense of a predicate with its auxiliaries: fields of its clause."""
        grammar = self.grammar
        lowers = [grammar.lowers[a] for a in aux]
        if (shared := self._shared(token, aux)) is not None:
            return {"modal": shared.modal, "perfect": shared.perfect, "progressive": False, "tense": shared.tense}
        modal = next((grammar.lowers[a] for a in aux if grammar.tags[a] == "MD"), None)
        perfect = any(w in ("have", "has", "had", "having", "'ve") for w in lowers)
        progressive = grammar.tags[token] == "VBG" and any(grammar.lemmas[a] in ("be", "'s", "'re") for a in aux)
        finite = [grammar.tags[t] for t in [*aux, token]]
        return {
            "modal": modal,
            "perfect": perfect,
            "progressive": progressive,
            "tense": self._when(modal, finite, token),
        }

    def _shared(self, token: int, aux: list[int]) -> Clause | None:
        """The clause before it whose "have" or modal is meant again."""
        first = self._joined_to(token)
        if first is None:
            return None
        if first.perfect:
            return first if not aux and self._may_share_perfect(token) else None
        again = first.passive and self.grammar.tags[token] == "VBN" and not aux
        return first if first.modal is not None and (again or is_plain_form(self.grammar, token)) else None

    def _may_share_perfect(self, token: int) -> bool:
        """ "Has killed six and wounded nine", "had burned the town and fled": a participle, whatever its tag."""
        grammar = self.grammar
        participle = grammar.tags[token] in ("VBN", "VBD") and grammar.lowers[token].endswith(PARTICIPLE_ENDS)
        return participle and grammar.lowers[token] != "went"

    def _joined_to(self, token: int) -> Clause | None:
        """The verbal clause before it whose subject and auxiliaries are its own; None where it has a subject."""
        grammar = self.grammar
        if grammar.deps[token] != "conj" or any(grammar.deps[c] in SUBJECTS for c in grammar.children[token]):
            return None
        first = self.clause(grammar.heads[token])
        return first if first is not None and first.kind == "verbal" else None

    def _when(self, modal: str | None, finite: list[str], token: int) -> Tense | None:
        if modal in ("will", "shall", "'ll", "wo"):
            return "future"
        if modal is not None:
            return "present"
        if "VBD" in finite:
            return "past"
        if "VBZ" in finite or "VBP" in finite:
            return "present"
        if self.grammar.deps[token] in ("conj", "xcomp", "advcl", "pcomp"):
            head = self.grammar.heads[token]
            above = self.clause(above_preposition(self.grammar, head) if self.grammar.deps[token] == "pcomp" else head)
            return above.tense if above is not None else None
        return None

    def above(self, token: int) -> tuple[int | None, How, str | None]:
        """(token that it stands under, how, the word that says so)."""
        grammar, dep, head = self.grammar, self.grammar.deps[token], self.grammar.heads[token]
        if head == token:
            return None, "main", None
        marker = next((grammar.lowers[c] for c in grammar.children[token] if grammar.deps[c] in ("mark",)), None)
        if dep == "conj":
            above = self.clause(head)
            if above is not None and marker is None:
                return above.governor, above.how, above.marker
            return head, "main" if marker is None else MARKED.get(marker, "manner"), marker
        if dep == "xcomp":
            return head, "infinitive", None
        if dep in ("ccomp", "csubj"):
            return head, *self._complement(token, marker)
        if dep == "pcomp":
            return self._through_preposition(head)
        if dep in ("acl", "relcl") and (marker == "that" or self._tells_of(head, token)):
            return head, "content", marker
        if dep in ("relcl", "acl"):
            wanted = has_to(grammar, token) and not self._has_relative(token)
            return head, "infinitive" if wanted else "relative", marker
        if dep == "advcl":
            return head, *self._adverbial(token, marker)
        return head, "main", marker

    def _through_preposition(self, preposition: int) -> tuple[int, How, str]:
        """ "Instead of leaving", "stopped short of leaving": an adverb makes one preposition with the one behind it."""
        grammar, word = self.grammar, self.grammar.lowers[preposition]
        above = above_preposition(grammar, preposition)
        if preposition and grammar.lowers[preposition - 1] in JOINED_TO_PREPOSITIONS:
            word = f"{grammar.lowers[preposition - 1]} {word}"
            above = grammar.heads[above] if above == preposition - 1 else above
        return above, "prep", word

    def _complement(self, token: int, marker: str | None) -> tuple[How, str | None]:
        head = self.grammar.heads[token]
        bare = self.grammar.lemmas[head] in LETTING and self._is_bare(token)
        if self.grammar.deps[token] == "ccomp" and (bare or has_to(self.grammar, token)):
            return "infinitive", marker
        if marker == "if" and self.grammar.lemmas[head] in ASKING:
            return "content", "whether"
        return "condition" if marker in ("if", "unless") and head < token else "content", marker

    def _is_bare(self, token: int) -> bool:
        """An infinitive without "to": "let them leave"."""
        grammar = self.grammar
        return grammar.tags[token] == "VB" and not any(
            grammar.deps[c] in ("aux", "mark") for c in grammar.children[token]
        )

    def _tells_of(self, noun: int, token: int) -> bool:
        """ "No evidence anyone had been killed": a statement behind a noun of what is told, with its own subject."""
        grammar = self.grammar
        own = any(grammar.deps[c] in ("nsubj", "nsubjpass") for c in grammar.children[token])
        return own and grammar.lemmas[noun] in TOLD_OF and not self._has_relative(token)

    def _has_relative(self, token: int) -> bool:
        """Whether a relative pronoun opens the clause: "who is to lead", which is no "to lead"."""
        return any(self.grammar.tags[c] in ("WDT", "WP", "WP$", "WRB") for c in self.grammar.children[token])

    def _adverbial(self, token: int, marker: str | None) -> tuple[How, str | None]:
        if marker is None and self.grammar.lowers[max(token - 2, 0) : token] == ["instead", "of"]:
            return "prep", "instead of"
        if marker == "if" and self._follows_asking(token):
            return "content", "whether"
        return self._circumstance(token, marker), marker

    def _follows_asking(self, token: int) -> bool:
        """ "Asked if they had shot him": "if" straight behind a word of asking."""
        head = self.grammar.heads[token]
        straight = head + 1 < len(self.grammar) and self.grammar.lowers[head + 1] == "if"
        return straight and self.grammar.lemmas[head] in ASKING

    def _is_inverted(self, token: int) -> bool:
        """ "Were the city to fall", "had the army come", "should they return": "if" by the order of the words."""
        grammar = self.grammar
        subject = next((c for c in grammar.children[token] if grammar.deps[c] in ("nsubj", "nsubjpass")), None)
        if subject is None:
            return False
        first = grammar.edges[subject][0] - 1
        opens = first >= 0 and (first == 0 or grammar.lowers[first - 1] in OPENERS)
        return opens and grammar.lowers[first] in INVERTED and (grammar.heads[first] == token or first == token)

    def _circumstance(self, token: int, marker: str | None) -> How:
        if marker is None:
            wh = next(
                (self.grammar.lowers[c] for c in self.grammar.children[token] if self.grammar.tags[c] == "WRB"), None
            )
            if wh is None and self._is_inverted(token):
                return "condition"
            return "time" if wh == "when" else "purpose" if has_to(self.grammar, token) else "manner"
        return MARKED.get(marker, "manner")
