"""Dependencies in, clauses out: passives turned round, shared and borrowed arguments filled, what stands above kept."""

from __future__ import annotations

from collections.abc import Collection

from sayso.codebook import MONTHS, WEEKDAYS
from sayso.parse.borrow import OUTCOMES, Borrower, Slots
from sayso.parse.clauses import Clause, ClauseKind, How
from sayso.parse.grammar import Grammar
from sayso.parse.passives import GIVEN_TO, MEANS, given_to, is_passive
from sayso.parse.phrases import PARTITIVES, conjuncts, named_by
from sayso.parse.standing import Standing

WHOLE = frozenset(("according", "due", "owing", "thanks", "prior", "instead", "because", "contrary", "regardless"))
"""Words that make one preposition with the one behind them: "according to the army" is told to nobody."""
RELATIVE_PRONOUNS = frozenset(("who", "whom", "which", "that", "whose"))
NOT_PREDICATES = frozenset(
    ("aux", "auxpass", "compound", "prep", "punct", "mark", "case", "det", "nmod", "cc", "npadvmod")
)
FOUGHT_OVER = frozenset(("for", "over", "between", "around", "along", "near"))
"""Prepositions behind a gerund that is a noun: "fighting for the town was going on"."""
PARTS_OF_OTHERS = PARTITIVES | {
    "member", "element", "soldier", "troop", "fighter", "force", "unit", "supporter", "follower", "leader", "head",
    "chief", "commander", "wing", "branch", "division", "battalion", "brigade", "remnant", "faction", "ally", "enemy",
    "opponent", "relative", "friend", "gang", "band", "party", "crowd", "mob", "army", "council", "court", "ministry",
    "minister", "office", "police", "team", "agent", "guard", "militant", "section", "contingent", "staff", "mayor",
    "governor", "director", "officer", "employee", "resident", "people", "person", "man", "woman", "loyalist",
}  # fmt: skip
"""Doers behind whom "of" says whose they are."""
PREDICATES = frozenset(("VB", "MD", "NN"))
"""How the tags of words begin that may make a clause."""
LONGEST_CHAIN = 40
LINKING = frozenset(("be", "'s", "'re", "remain", "become", "lie", "go"))
"""Verbs whose complement carries the meaning."""
NO_DOERS = frozenset(
    (*WEEKDAYS, *MONTHS, "end", "start", "beginning", "middle", "close", "nightfall", "dusk", "dawn", "sunset",
     "sunrise", "noon", "midday", "midnight", "evening", "morning", "afternoon", "night", "then", "now", "today",
     "tomorrow", "yesterday", "week", "month", "year", "date", "deadline", "cent", "percent", "%", "half", "third",
     "quarter", "mistake", "accident", "chance", "surprise")
)  # fmt: skip
"""What stands behind "by" and did nothing: a time, a measure, a way."""
MONEY = frozenset(
    ("euro", "dollar", "pound", "franc", "yen", "yuan", "rouble", "ruble", "riyal", "dirham", "shekel", "naira",
     "rupee", "birr", "lira", "peso", "krona", "kroner", "rand", "shilling", "dinar", "afghani", "kyat", "taka", "baht",
     "hryvnia")
)  # fmt: skip


def read_clauses(grammar: Grammar, *, happenings: Collection[str], phrases: Collection[int] = ()) -> tuple[Clause, ...]:
    """Grammar in, its clauses out, in the order of their predicates.

    happenings: the lemmas of nouns that tell of something done ("attack"); each such noun is a nominal clause.
    phrases: further nouns, by token, that tell of it together with the words around them.
    """
    return _Builder(grammar, happenings, phrases).clauses()


PLACING = frozenset(("in", "at", "on", "near", "of", "across", "around", "outside"))


class _Builder:
    """One report's clauses in the making; a clause is built when first asked for, so that sharing can look upwards."""

    def __init__(self, grammar: Grammar, happenings: Collection[str], phrases: Collection[int]) -> None:
        self.grammar, self.happenings, self.phrases = grammar, happenings, phrases
        self.built: dict[int, Clause] = {}
        self.waiting: set[int] = set()
        self.standing = Standing(grammar, self.clause)
        self.borrower = Borrower(grammar, self.clause, self._preposition)

    def clauses(self) -> tuple[Clause, ...]:
        tags = self.grammar.tags
        predicates = [t for t, tag in enumerate(tags) if tag[:2] in PREDICATES and self.kind(t) is not None]
        for token in predicates:
            self.clause(token)
        return tuple(self.built[token] for token in predicates)

    def kind(self, token: int) -> ClauseKind | None:
        tag, dep = self.grammar.tags[token], self.grammar.deps[token]
        if tag[0] == "V" or tag == "MD":
            if dep in NOT_PREDICATES:
                return None
            if dep == "amod":
                return "participle"
            return "nominal" if self._gerund_noun(token) else "verbal"
        if tag[:2] == "NN" and (self.grammar.lemmas[token] in self.happenings or token in self.phrases):
            return "nominal"
        if tag[:2] == "NN" and self._verb_in_disguise(token):
            return "verbal"
        return None

    def _gerund_noun(self, token: int) -> bool:
        """A gerund that the grammar uses as a noun: "fighting over the town has raged", "killed by shelling"."""
        grammar = self.grammar
        if grammar.deps[token] == "pcomp" and grammar.deps[grammar.heads[token]] == "agent":
            return not any(grammar.deps[child] in ("dobj", "aux", "nsubj") for child in grammar.children[token])
        if grammar.tags[token] != "VBG" or grammar.deps[token] not in (
            "nsubj",
            "nsubjpass",
            "dobj",
            "pobj",
            "conj",
            "xcomp",
            "csubj",
        ):
            return False
        around = {grammar.lowers[child] for child in grammar.children[token]}
        if grammar.deps[token] in ("xcomp", "csubj") and "by" not in around:
            return grammar.deps[token] == "csubj" and not around.isdisjoint(FOUGHT_OVER) and self._stands_alone(token)
        if grammar.deps[token] == "conj" and grammar.tags[grammar.heads[token]][:2] != "NN":
            return False
        return self._stands_alone(token)

    def _stands_alone(self, token: int) -> bool:
        """Whether a verb has neither subject, object nor auxiliary."""
        return not any(self.grammar.deps[c] in ("dobj", "aux", "nsubj") for c in self.grammar.children[token])

    def _verb_in_disguise(self, token: int) -> bool:
        """A root that the tagger took for a noun although a subject or an object hangs on it."""
        if self.grammar.deps[token] != "ROOT":
            return False
        return any(
            self.grammar.deps[child] in ("nsubj", "nsubjpass", "dobj", "aux") for child in self.grammar.children[token]
        )

    def clause(self, token: int) -> Clause | None:
        if token in self.built:
            return self.built[token]
        kind = self.kind(token)
        if kind is None or token in self.waiting or len(self.waiting) > LONGEST_CHAIN:
            return None
        self.waiting.add(token)
        made = self._nominal(token) if kind == "nominal" else self._verbal(token, kind)
        self.waiting.discard(token)
        self.built[token] = made
        return made

    # -- nouns -------------------------------------------------------------------------------------------------------
    def _nominal(self, token: int) -> Clause:
        grammar, slots = self.grammar, {}
        for child in grammar.children[token]:
            dep = grammar.deps[child]
            if dep in ("prep", "agent", "dative"):
                self._preposition(child, slots)
            elif dep == "poss":
                slots["poss"] = conjuncts(grammar, child)
            elif dep in ("compound", "amod", "nmod", "nummod", "npadvmod") and child < token:
                slots["modifier"] = slots.get("modifier", ()) + conjuncts(grammar, child)
        self._share_prepositions(token, slots)
        self._doer_behind_object(token, slots)
        self._object_behind_doer(slots)
        self._by_of_what_governs(token, slots)
        governor, how, marker = self._above_noun(token)
        return Clause(
            predicate=token, verb=token, lemma=grammar.lemmas[token], kind="nominal", slots=slots,
            negated=self.standing.denied(token), governor=governor, how=how, marker=marker,
        )  # fmt: skip

    def _doer_behind_object(self, token: int, slots: dict[str, tuple[int, ...]]) -> None:
        """ "The expulsion of three diplomats by Warsaw": a doer that the parser hung on what the deed was done to."""
        grammar = self.grammar
        for word in ("of", "on", "against", "at", "to"):
            for inner in slots.get(word, ())[-1:]:
                if "by" not in slots and self.kind(inner) is None:
                    for child in grammar.children[inner]:
                        if grammar.lowers[child] == "by":
                            self._preposition(child, slots)

    def _object_behind_doer(self, slots: dict[str, tuple[int, ...]]) -> None:
        """ "The killing by gunmen of a chief": an "of" that the parser hung on the doer, who is no part of anything."""
        grammar = self.grammar
        for doer in slots.get("by", ())[-1:]:
            for child in grammar.children[doer] if "of" not in slots else ():
                inner = grammar.children[child][-1:] if grammar.lowers[child] == "of" else []
                counted = any(grammar.deps[below] == "nummod" for t in inner for below in grammar.children[t])
                apart = counted or grammar.lemmas[doer] not in PARTS_OF_OTHERS
                if apart and inner and grammar.tags[inner[0]] in ("NN", "NNS", "CD"):
                    self._preposition(child, slots)

    def _share_prepositions(self, token: int, slots: dict[str, tuple[int, ...]]) -> None:
        """ "Air strikes and shelling by the army on the town": what follows the last of conjoined nouns holds for
        all; in "attacks on schools and killings of teachers" what stands behind "of" is the last's alone."""
        own = "of" if any(self.grammar.deps[child] == "prep" for child in self.grammar.children[token]) else None
        for other in conjuncts(self.grammar, token)[1:]:
            for child in self.grammar.children[other]:
                if self.grammar.deps[child] in ("prep", "agent") and self.grammar.lowers[child] != own:
                    found: dict[str, tuple[int, ...]] = {}
                    self._preposition(child, found)
                    for word, fillers in found.items():
                        slots.setdefault(word, fillers)

    def _by_of_what_governs(self, token: int, slots: dict[str, tuple[int, ...]]) -> None:
        """ "Recorded the execution of 30 prisoners by paramilitaries", "survivors of the raid by": "by" behind an
        active verb or a noun that is no deed belongs to the deed that they govern."""
        grammar, at = self.grammar, token
        while "by" not in slots and grammar.deps[at] in ("dobj", "pobj", "prep") and token - at < 8:
            at = grammar.heads[at]
            tag = grammar.tags[at][0]
            if (tag == "V" and is_passive(self.grammar, at)) or (tag == "N" and self.kind(at) == "nominal"):
                return
            for child in grammar.children[at]:
                if child > token and grammar.lowers[child] == "by" and grammar.deps[child] in ("agent", "prep"):
                    self._preposition(child, slots)
            if tag == "V":
                return

    def _above_noun(self, token: int) -> tuple[int | None, How, str | None]:
        """The verb or noun that a happening's noun hangs on, and through which preposition."""
        grammar, at, marker = self.grammar, token, None
        for _ in range(LONGEST_CHAIN):
            head, dep = grammar.heads[at], grammar.deps[at]
            if head == at:
                return None, "main", marker
            if dep == "conj" or dep in ("compound", "poss", "nmod", "appos"):
                at = head
                continue
            if grammar.deps[head] in ("prep", "agent", "dative"):
                return grammar.heads[head], "prep", grammar.lowers[head]
            return head, "content", dep
        return None, "main", marker

    # -- verbs -------------------------------------------------------------------------------------------------------
    def _verbal(self, token: int, kind: ClauseKind) -> Clause:
        grammar = self.grammar
        slots: dict[str, tuple[int, ...]] = {}
        lemma, verb, passive, aux, complement = self._children(token, slots)
        borrowed = self.borrower.borrow(token, slots, passive=passive)
        if complement is not None:
            participle = grammar.tags[complement] == "VBN"
            kind, lemma = "adjectival", (grammar.lowers if participle else grammar.lemmas)[complement]
        governor, how, marker = self.standing.above(token)
        return Clause(
            predicate=token if complement is None else complement, verb=verb, lemma=lemma, kind=kind, slots=slots,
            borrowed=borrowed, negated=self.standing.denied(token), nobody=self.standing.nobody(token),
            governor=governor, how=how, marker=marker, passive=passive, **self.standing.tense(token, aux),
        )  # fmt: skip

    def _children(self, token: int, slots: Slots) -> tuple[str, int, bool, list[int], int | None]:
        grammar, lemma, aux, complement = self.grammar, self.grammar.lemmas[token], [], None
        passive = is_passive(self.grammar, token)
        for child in grammar.children[token]:
            dep = grammar.deps[child]
            if dep == "prt":
                lemma = f"{lemma} {grammar.lowers[child]}"
                self._behind_adverb(child, slots)
            elif dep in ("aux", "auxpass"):
                aux.append(child)
                self._subject_of_auxiliary(child, slots)
            elif dep in ("attr", "acomp", "oprd"):
                slots["complement"] = slots.get("complement", ()) + conjuncts(grammar, child)
                complement = child if grammar.lemmas[token] in LINKING else None
            else:
                self._argument(token, child, dep, slots)
        if passive and "by" in slots:
            self._turn_round(slots, aux)
        if passive and grammar.lemmas[token] in GIVEN_TO and len(slots.get("object", ())) > 1:
            slots.setdefault("indirect", given_to(grammar, token, slots))
        return lemma, token, passive, aux, complement

    def _turn_round(self, slots: Slots, aux: list[int]) -> None:
        """Whoever stands behind "by" did it; where a headline leaves the auxiliary out, to what stands before the verb:
        "Road blocked by farmers"."""
        by = {self.grammar.lemmas[token].lower() for token in slots["by"]}
        if "subject" in slots and "object" not in slots and not aux and by.isdisjoint(NO_DOERS | MEANS):
            slots["object"] = slots.pop("subject")
        if "subject" not in slots and by.isdisjoint(NO_DOERS):
            slots["subject"] = slots["by"]

    def _argument(self, token: int, child: int, dep: str, slots: Slots) -> None:
        """The slot of one argument of a verb; a passive's subject is the object."""
        grammar = self.grammar
        if dep in ("nsubj", "csubj", "expl"):
            slots["subject"] = slots.get("subject", ()) + self._real(child)
        elif dep in ("nsubjpass", "csubjpass"):
            slots["object"] = self._real(child)
        elif dep == "dobj":
            slots["object"] = slots.get("object", ()) + self._real(child) + self._worth(child)
        elif dep in ("ccomp", "xcomp") and grammar.lemmas[token] in ("let", "help") and "object" not in slots:
            if somebody := self._let_to(child):
                slots["object"] = somebody
        elif dep == "dative" and grammar.tags[child] not in ("IN", "TO"):
            slots["indirect"] = self._real(child)
        elif dep in ("agent", "prep", "dative") or (dep == "conj" and grammar.tags[child] == "IN"):
            self._preposition(child, slots)
        elif dep == "advmod":
            self._adverb(token, child, slots)

    def _worth(self, money: int) -> tuple[int, ...]:
        """ "Froze 90 million euros in aid": what the money is given in is as much an object."""
        grammar = self.grammar
        dear = any(grammar.tags[child] == "$" for child in grammar.children[money])
        if not dear and grammar.lemmas[money] not in MONEY:
            return ()
        inner = (c for c in grammar.children[money] if grammar.lowers[c] in ("in", "of") and grammar.deps[c] == "prep")
        return tuple(t for c in inner for t in grammar.children[c] if grammar.deps[t] == "pobj")

    def _adverb(self, token: int, child: int, slots: Slots) -> None:
        if self.grammar.tags[child] == "WRB":
            self._antecedent_of(token, child, slots)
        else:
            self._behind_adverb(child, slots)

    def _subject_of_auxiliary(self, token: int, slots: dict) -> None:
        """A subject that the parser hung on "have" or "was" is that of the verb behind it."""
        for child in self.grammar.children[token]:
            if self.grammar.deps[child] == "nsubj":
                slots.setdefault("subject", self._real(child))

    def _behind_adverb(self, token: int, slots: dict[str, tuple[int, ...]]) -> None:
        """ "Walked away from talks", "held on to the river": the preposition of an adverb or particle is the verb's."""
        for child in self.grammar.children[token]:
            if self.grammar.deps[child] == "prep":
                self._preposition(child, slots)

    def _let_to(self, token: int) -> tuple[int, ...]:
        """ "Let the driver go": whom one lets is the subject of what they are let to do."""
        subjects = (child for child in self.grammar.children[token] if self.grammar.deps[child] == "nsubj")
        return next((self._real(child) for child in subjects), ())

    def _preposition(self, token: int, slots: dict[str, tuple[int, ...]]) -> None:
        """Fill the slot of a preposition; nested ones ("out of", "on to") count for each of their words."""
        grammar, word = self.grammar, self.grammar.lowers[token]
        for child in grammar.children[token]:
            dep = grammar.deps[child]
            if dep == "pobj" or (dep == "pcomp" and grammar.deps[token] == "agent" and self._gerund_noun(child)):
                slots[word] = slots.get(word, ()) + self._real(child)
            elif dep == "conj" and grammar.lowers[child] == word:
                self._preposition(child, slots)
            elif dep == "prep":
                own = {} if word in WHOLE else slots
                self._preposition(child, own)
                inner = own.get(grammar.lowers[child])
                if inner:
                    slots.setdefault(f"{word} {grammar.lowers[child]}", inner)

    def _real(self, token: int) -> tuple[int, ...]:
        """The token with what is conjoined; a relative pronoun gives way to its antecedent."""
        grammar = self.grammar
        if grammar.tags[token] in ("WDT", "WP", "IN") and grammar.lowers[token] in RELATIVE_PRONOUNS:
            at = token
            while grammar.deps[at] not in ("relcl", "ROOT", "ccomp", "advcl") and grammar.heads[at] != at:
                at = grammar.heads[at]
            if grammar.deps[at] == "ccomp" and token < grammar.heads[at] < at:
                at = grammar.heads[at]
            if grammar.deps[at] == "relcl":
                return (named_by(grammar, self._happening_behind(grammar.heads[at], at)),)
        return conjuncts(grammar, token)

    def _antecedent(self, head: int) -> tuple[int, ...]:
        """Who a relative clause is about: its head; where two are conjoined the parse hangs it on the last, so only
        that one."""
        return (head,)

    def _happening_behind(self, head: int, verb: int) -> int:
        """ "Killings in Jonglei, which left 74 dead": the killings did, and no place."""
        grammar, at = self.grammar, head
        if grammar.tags[head] != "NNP" or grammar.lemmas[verb] not in OUTCOMES:
            return head
        while grammar.deps[at] in ("pobj", "conj", "prep") and grammar.heads[at] != at:
            at = grammar.heads[at]
            if grammar.deps[at] == "prep" and grammar.lowers[at] not in PLACING:
                return head
            if grammar.tags[at][:2] in ("NN", "VB") and self.kind(at) == "nominal":
                return at
        return head

    def _antecedent_of(self, token: int, child: int, slots: dict) -> None:
        grammar = self.grammar
        if grammar.deps[token] == "relcl" and grammar.lowers[child] == "where":
            slots.setdefault("in", self._antecedent(grammar.heads[token]))
