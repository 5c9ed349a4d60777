"""Dependencies in, clauses out: passives turned round, shared and borrowed arguments filled, what stands above kept."""

from __future__ import annotations

from collections.abc import Collection

from sayso.parse.clauses import Clause, ClauseKind, How, Tense
from sayso.parse.grammar import Grammar
from sayso.parse.phrases import conjuncts

RELATIVE_PRONOUNS = frozenset(("who", "whom", "which", "that", "whose"))
NOT_PREDICATES = frozenset(
    ("aux", "auxpass", "compound", "prep", "punct", "mark", "case", "det", "nmod", "cc", "npadvmod")
)
MARKED: dict[str, How] = {
    "if": "condition", "unless": "condition", "provided": "condition", "whether": "content", "because": "cause",
    "since": "time", "when": "time", "while": "time", "after": "time", "before": "time", "as": "time", "until": "time",
    "once": "time", "although": "manner", "though": "manner", "that": "content", "where": "relative", "in": "purpose", "so": "purpose",
    "amid": "time", "following": "time",
}  # fmt: skip
OBJECT_PREPOSITIONS = frozenset(("of", "from", "for", "with", "into", "about"))
"""Behind a verb with an object, the gerund after these tells what the object did ("accused them of shelling")."""
OBJECT_BLIND = frozenset(("promise", "threaten", "vow", "use", "take", "leave", "lose", "waste", "spend"))
"""Verbs whose infinitive belongs to their subject although an object stands between."""
ADDRESSED = ("on", "upon", "for", "to")
"""Behind a verb without an object these say who is to do it: "called on the rebels to leave", "appealed to them to stop"."""
NO_COMPARED = frozenset(("fewer", "less", "more", "longer", "later", "doubt", "sooner"))
"""Behind these "no" bounds and does not deny: "no fewer than 40 were killed"."""
LONGEST_CHAIN = 40


def read_clauses(
    grammar: Grammar, *, happenings: Collection[str], phrases: Collection[int] = ()
) -> tuple[Clause, ...]:
    """Grammar in, its clauses out, in the order of their predicates.

    happenings: the lemmas of nouns that tell of something done ("attack"); each such noun is a nominal clause. phrases: further
    nouns, by token, that tell of it together with the words around them.
    """
    return _Builder(grammar, happenings, phrases).clauses()


class _Builder:
    """One report's clauses in the making; a clause is built when first asked for, so that sharing can look upwards."""

    def __init__(self, grammar: Grammar, happenings: Collection[str], phrases: Collection[int]) -> None:
        self.grammar, self.happenings, self.phrases = grammar, happenings, phrases
        self.built: dict[int, Clause] = {}
        self.waiting: set[int] = set()

    def clauses(self) -> tuple[Clause, ...]:
        predicates = [t for t in range(len(self.grammar)) if self.kind(t) is not None]
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
        """A gerund that the grammar uses as a noun: "fighting over the town has raged"."""
        grammar = self.grammar
        if grammar.tags[token] != "VBG" or grammar.deps[token] not in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "xcomp", "csubj"):
            return False
        if grammar.deps[token] in ("xcomp", "csubj") and not any(grammar.lowers[child] == "by" for child in grammar.children[token]):
            return False
        if grammar.deps[token] == "conj" and grammar.tags[grammar.heads[token]][:2] != "NN":
            return False
        return not any(grammar.deps[child] in ("dobj", "aux", "nsubj") for child in grammar.children[token])

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
            elif dep in ("compound", "amod", "nmod", "nummod", "npadvmod"):
                slots["modifier"] = slots.get("modifier", ()) + conjuncts(grammar, child)
        self._share_prepositions(token, slots)
        self._doer_behind_object(token, slots)
        self._by_of_what_governs(token, slots)
        governor, how, marker = self._above_noun(token)
        return Clause(
            predicate=token, verb=token, lemma=grammar.lemmas[token], kind="nominal", slots=slots,
            negated=self._denied(token), governor=governor, how=how, marker=marker,
        )  # fmt: skip

    def _doer_behind_object(self, token: int, slots: dict[str, tuple[int, ...]]) -> None:
        """"The expulsion of three diplomats by Warsaw": a doer that the parser hung on what the deed was done to."""
        grammar = self.grammar
        for word in ("of", "on", "against"):
            for inner in slots.get(word, ())[-1:]:
                if "by" not in slots and self.kind(inner) is None:
                    for child in grammar.children[inner]:
                        if grammar.lowers[child] == "by":
                            self._preposition(child, slots)

    def _share_prepositions(self, token: int, slots: dict[str, tuple[int, ...]]) -> None:
        """ "Air strikes and shelling by the army on the town": what follows the last of conjoined nouns holds for all."""
        for other in conjuncts(self.grammar, token)[1:]:
            for child in self.grammar.children[other]:
                if self.grammar.deps[child] in ("prep", "agent"):
                    found: dict[str, tuple[int, ...]] = {}
                    self._preposition(child, found)
                    for word, fillers in found.items():
                        slots.setdefault(word, fillers)

    def _by_of_what_governs(self, token: int, slots: dict[str, tuple[int, ...]]) -> None:
        """ "Recorded the execution of 30 prisoners by paramilitaries", "survivors of the raid by": "by" behind an active verb or a
        noun that is no deed belongs to the deed that they govern."""
        grammar, at = self.grammar, token
        while "by" not in slots and grammar.deps[at] in ("dobj", "pobj", "prep") and token - at < 8:
            at = grammar.heads[at]
            tag = grammar.tags[at][0]
            if (tag == "V" and self._is_passive(at)) or (tag == "N" and self.kind(at) == "nominal"):
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
        borrowed = self._borrow(token, slots, passive=passive, kind=kind)
        if complement is not None:
            kind, lemma = "adjectival", grammar.lemmas[complement]
        governor, how, marker = self._above(token)
        return Clause(
            predicate=token if complement is None else complement, verb=verb, lemma=lemma, kind=kind, slots=slots,
            borrowed=borrowed, negated=self._denied(token), governor=governor, how=how, marker=marker, passive=passive,
            **self._tense(token, aux),
        )  # fmt: skip

    def _children(self, token: int, slots: dict) -> tuple[str, int, bool, list[int], int | None]:
        grammar, lemma, aux, complement = self.grammar, self.grammar.lemmas[token], [], None
        passive = self._is_passive(token)
        for child in grammar.children[token]:
            dep = grammar.deps[child]
            if dep in ("nsubj", "csubj", "expl"):
                slots["subject"] = slots.get("subject", ()) + self._real(child)
            elif dep in ("nsubjpass", "csubjpass"):
                slots["object"] = self._real(child)
            elif dep == "dobj":
                slots["object"] = slots.get("object", ()) + self._real(child)
            elif dep == "ccomp" and grammar.lemmas[token] == "let" and "object" not in slots:
                slots["object"] = self._let_to(child)
            elif dep == "dative" and grammar.tags[child] not in ("IN", "TO"):
                slots["indirect"] = self._real(child)
            elif dep in ("agent", "prep", "dative"):
                self._preposition(child, slots)
            elif dep == "prt":
                lemma = f"{lemma} {grammar.lowers[child]}"
            elif dep in ("attr", "acomp", "oprd"):
                slots["complement"] = slots.get("complement", ()) + conjuncts(grammar, child)
                complement = (
                    child if grammar.lemmas[token] in ("be", "'s", "'re", "remain", "become", "lie", "go") else None
                )
            elif dep in ("aux", "auxpass"):
                aux.append(child)
                self._subject_of_auxiliary(child, slots)
            elif dep == "advmod" and grammar.tags[child] == "WRB":
                self._antecedent_of(token, child, slots)
            elif dep == "advmod":
                self._behind_adverb(child, slots)
        if passive and "by" in slots and "subject" not in slots:
            slots["subject"] = slots["by"]
        return lemma, token, passive, aux, complement

    def _subject_of_auxiliary(self, token: int, slots: dict) -> None:
        """A subject that the parser hung on "have" or "was" is that of the verb behind it."""
        for child in self.grammar.children[token]:
            if self.grammar.deps[child] == "nsubj":
                slots.setdefault("subject", self._real(child))

    def _behind_adverb(self, token: int, slots: dict[str, tuple[int, ...]]) -> None:
        """ "Walked away from talks", "moved closer to the river": the adverb's preposition is the verb's."""
        for child in self.grammar.children[token]:
            if self.grammar.deps[child] == "prep":
                self._preposition(child, slots)

    def _let_to(self, token: int) -> tuple[int, ...]:
        """ "Let the driver go": whom one lets is the subject of what they are let to do."""
        subjects = (child for child in self.grammar.children[token] if self.grammar.deps[child] == "nsubj")
        return next((self._real(child) for child in subjects), ())

    def _is_passive(self, token: int) -> bool:
        grammar = self.grammar
        if any(grammar.deps[child] in ("auxpass", "nsubjpass", "csubjpass") for child in grammar.children[token]):
            return True
        if grammar.tags[token] not in ("VBN", "VBD"):
            return False
        if grammar.tags[token] == "VBN" and grammar.deps[token] in ("acl", "amod", "advcl", "relcl"):
            return not any(grammar.deps[child] in ("nsubj", "aux") for child in grammar.children[token])
        if any(grammar.deps[child] == "agent" for child in grammar.children[token]):
            return True
        head = grammar.heads[token]
        if grammar.deps[token] != "conj" or head == token or grammar.tags[token] != "VBN":
            return False
        own = any(grammar.deps[child] in ("nsubj", "aux", "dobj") for child in grammar.children[token])
        return not own and grammar.tags[head] == "VBN" and self._is_passive(head)

    def _preposition(self, token: int, slots: dict[str, tuple[int, ...]]) -> None:
        """Fill the slot of a preposition; nested ones ("out of", "on to") count for each of their words."""
        grammar, word = self.grammar, self.grammar.lowers[token]
        for child in grammar.children[token]:
            dep = grammar.deps[child]
            if dep == "pobj":
                slots[word] = slots.get(word, ()) + self._real(child)
            elif dep == "prep":
                self._preposition(child, slots)
                inner = slots.get(grammar.lowers[child])
                if inner:
                    slots.setdefault(f"{word} {grammar.lowers[child]}", inner)

    def _real(self, token: int) -> tuple[int, ...]:
        """The token with what is conjoined; a relative pronoun gives way to its antecedent."""
        grammar = self.grammar
        if grammar.tags[token] in ("WDT", "WP", "IN") and grammar.lowers[token] in RELATIVE_PRONOUNS:
            at = token
            while grammar.deps[at] not in ("relcl", "ROOT", "ccomp", "advcl") and grammar.heads[at] != at:
                at = grammar.heads[at]
            if grammar.deps[at] == "relcl":
                return self._antecedent(grammar.heads[at])
        return conjuncts(grammar, token)

    def _antecedent(self, head: int) -> tuple[int, ...]:
        """Who a relative clause is about: its head; where two are conjoined the parse hangs it on the last, so only that one."""
        return (head,)

    def _antecedent_of(self, token: int, child: int, slots: dict) -> None:
        grammar = self.grammar
        if grammar.deps[token] == "relcl" and grammar.lowers[child] == "where":
            slots.setdefault("in", self._antecedent(grammar.heads[token]))

    # -- what stands in another clause -------------------------------------------------------------------------------
    def _borrow(self, token: int, slots: dict, *, passive: bool, kind: ClauseKind) -> frozenset[str]:
        before = set(slots)
        dep = self.grammar.deps[token]
        if dep in ("acl", "relcl", "amod"):
            self._from_noun(token, slots, passive=passive)
        elif dep == "conj":
            self._from_conjunct(token, slots, passive=passive)
        elif dep in ("xcomp", "advcl", "pcomp", "ccomp", "dep", "parataxis"):
            self._from_above(token, slots, passive=passive)
        if "object" not in slots and not passive:
            self._shared_object(token, slots)
        if passive and "subject" not in slots:
            self._shared_agent(token, slots)
        return frozenset(set(slots) - before)

    def _from_noun(self, token: int, slots: dict, *, passive: bool) -> None:
        grammar, head = self.grammar, self.grammar.heads[token]
        tag, dep = grammar.tags[token], grammar.deps[token]
        if dep == "relcl":
            if "subject" not in slots and not passive and not self._has_to(token):
                slots["subject"] = (head,)
            elif (
                "object" not in slots
                and "subject" in slots
                and head not in slots["subject"]
                and not self._has_wh(token)
            ):
                slots["object"] = (head,)
        elif passive or (tag in ("VBN", "VBD") and dep == "amod"):
            slots.setdefault("object", (head,))
        elif tag == "VBG" or dep == "amod":
            slots.setdefault("subject", (head,))
        elif self._has_to(token):
            self._from_noun_infinitive(head, slots)

    def _from_noun_infinitive(self, head: int, slots: dict) -> None:
        """ "The army's plan to retake the town", "its fight to seize": the owner of the noun does it."""
        owners = [c for c in self.grammar.children[head] if self.grammar.deps[c] == "poss"]
        if owners:
            slots.setdefault("subject", conjuncts(self.grammar, owners[0]))
        elif (above := self.clause(self._verb_above(head))) is not None and "subject" in above.slots:
            slots.setdefault("subject", above.slots["subject"])

    def _verb_above(self, token: int) -> int:
        grammar, at = self.grammar, token
        for _ in range(LONGEST_CHAIN):
            if grammar.heads[at] == at or grammar.tags[at][0] == "V":
                return at
            at = grammar.heads[at]
        return at

    def _from_conjunct(self, token: int, slots: dict, *, passive: bool) -> None:
        above = self.clause(self.grammar.heads[token])
        if above is None or above.kind == "nominal":
            return
        surface = above.slots.get("object" if above.passive else "subject")
        wanted = "object" if passive else "subject"
        if surface and wanted not in slots and not self._own_subject(token):
            slots[wanted] = surface

    def _own_subject(self, token: int) -> bool:
        return any(self.grammar.deps[c] in ("nsubj", "nsubjpass", "expl") for c in self.grammar.children[token])

    def _from_above(self, token: int, slots: dict, *, passive: bool) -> None:
        if self._own_subject(token):
            return
        head, through = self.grammar.heads[token], None
        if self.grammar.deps[token] == "pcomp":
            head, through = self.grammar.heads[head], self.grammar.lowers[head]
        above = self.clause(head)
        if above is None and self.grammar.deps[head] in ("acomp", "attr", "oprd"):
            above = self.clause(self.grammar.heads[head])
        if above is None or above.kind == "nominal":
            return
        wanted = "object" if passive else "subject"
        surface = above.slots.get("object" if above.passive else "subject", ())
        controller = surface
        if self.grammar.deps[token] == "xcomp" or (through in OBJECT_PREPOSITIONS and above.slots.get("object")):
            controls = above.fillers("object", *ADDRESSED) if above.lemma not in OBJECT_BLIND else None
            controller = controls or surface
        if controller and wanted not in slots:
            slots[wanted] = controller

    def _shared_object(self, token: int, slots: dict) -> None:
        """ "Attacked and burned the village": what the last of conjoined verbs has as its object is that of all."""
        grammar = self.grammar
        if grammar.tags[token][0] != "V" or any(grammar.deps[c] == "prep" for c in grammar.children[token]):
            return
        at, hops = self._next_verb(token), 0
        while at is not None and hops < 4:
            objects = [below for below in grammar.children[at] if grammar.deps[below] == "dobj"]
            if objects:
                slots["object"] = conjuncts(grammar, objects[-1])
                return
            at, hops = self._next_verb(at), hops + 1

    def _next_verb(self, token: int) -> int | None:
        """The verb that is conjoined close behind, in the same form."""
        grammar = self.grammar
        near = (c for c in grammar.children[token] if grammar.deps[c] == "conj" and 0 < c - token <= 4)
        return next((c for c in near if grammar.tags[c] == grammar.tags[token]), None)

    def _shared_agent(self, token: int, slots: dict) -> None:
        """ "Committees armed and paid by the army": who stands behind the last of conjoined passives did all."""
        other = self._next_verb(token)
        by = [c for c in self.grammar.children[other] if self.grammar.deps[c] == "agent"] if other is not None else []
        for child in by:
            found: dict[str, tuple[int, ...]] = {}
            self._preposition(child, found)
            slots.update({slot: fillers for slot, fillers in (("subject", found.get("by", ())),) if fillers})

    def _has_to(self, token: int) -> bool:
        return any(self.grammar.tags[c] == "TO" and self.grammar.deps[c] == "aux" for c in self.grammar.children[token])

    def _has_wh(self, token: int) -> bool:
        return any(self.grammar.tags[c] == "WRB" for c in self.grammar.children[token])

    # -- status ------------------------------------------------------------------------------------------------------
    def _denied(self, token: int) -> bool:
        grammar = self.grammar
        for child in grammar.children[token]:
            if grammar.deps[child] == "neg" or grammar.lowers[child] in (
                "never",
                "neither",
                "nor",
                "hardly",
                "scarcely",
            ):
                return not self._not_only(token, child)
            if grammar.deps[child] == "det" and grammar.lowers[child] == "no":
                return True
            if grammar.deps[child] in ("nsubj", "nsubjpass", "dobj", "attr") and self._is_none(child):
                return True
        return False

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

    def _tense(self, token: int, aux: list[int]) -> dict:
        grammar = self.grammar
        lowers = [grammar.lowers[a] for a in aux]
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
            above = self.clause(self.grammar.heads[head] if self.grammar.deps[token] == "pcomp" else head)
            return above.tense if above is not None else None
        return None

    def _above(self, token: int) -> tuple[int | None, How, str | None]:
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
            return head, "condition" if marker in ("if", "unless") and head < token else "content", marker
        if dep == "pcomp":
            return grammar.heads[head], "prep", grammar.lowers[head]
        if dep in ("relcl", "acl"):
            return head, "infinitive" if dep == "acl" and self._has_to(token) else "relative", marker
        if dep == "advcl":
            return head, self._adverbial(token, marker), marker
        return head, "main", marker

    def _adverbial(self, token: int, marker: str | None) -> How:
        if marker is None:
            wh = next(
                (self.grammar.lowers[c] for c in self.grammar.children[token] if self.grammar.tags[c] == "WRB"), None
            )
            return "time" if wh == "when" else "purpose" if self._has_to(token) else "manner"
        return MARKED.get(marker, "manner")
