"""Arguments that stand in another clause: shared subjects and objects, antecedents, who controls an infinitive."""

from __future__ import annotations

from collections.abc import Callable

from sayso.parse.clauses import Clause
from sayso.parse.grammar import Grammar
from sayso.parse.phrases import above_preposition, conjuncts, prepositional
from sayso.parse.standing import has_to

OBJECT_PREPOSITIONS = frozenset(("of", "from", "for", "with", "into", "about"))
"""Behind a verb with an object, the gerund after these tells what the object did ("accused them of shelling")."""
OBJECT_BLIND = frozenset(("promise", "threaten", "vow", "use", "take", "leave", "lose", "waste", "spend"))
"""Verbs whose infinitive belongs to their subject although an object stands between."""
ADDRESSED = ("on", "upon", "for", "to")
"""Behind a verb without an object these say who is to do it: "called on the rebels to leave", "appealed to them to
stop"."""
ABOUT = frozenset(("of", "in", "for", "at"))
"""Behind a noun these bring a gerund of whoever the noun belongs to: "no sign of leaving", "success in retaking"."""
LONGEST_CHAIN = 40
CHARGING = frozenset(("accuse", "suspect", "convict", "acquit", "charge"))
"""Verbs whose "of" brings what their object is said to have done."""
DONE_TO_ALL = frozenset(
    ("hold", "occupy", "burn", "loot", "destroy", "lose", "abandon", "retake", "recapture", "seize", "capture",
      "control", "raze", "ransack", "take", "free", "release", "kill", "execute", "torture", "bury", "dump",
      "damage", "vacate", "rape", "bomb", "shell", "besiege", "evacuate", "encircle", "detain", "question",
      "behead", "rule", "run", "keep", "overrun", "pillage", "leave", "wound", "beat", "rob", "strip",
      "interrogate", "cede", "surrender", "defend", "abduct", "kidnap", "steal", "injure", "arrest", "torch", "attack",
      "murder", "massacre", "assault", "cut", "block", "close", "confiscate", "demolish", "displace")
)  # fmt: skip
"""Verbs that take an object: a second one in a relative clause about their object shares it."""
SEEING = frozenset(("regard", "see", "view", "describe", "consider", "depict", "portray", "treat"))
WANTING = frozenset(
    ("plan", "try", "want", "threaten", "hope", "vow", "seek", "attempt", "intend", "refuse", "fail", "manage", "begin",
     "start", "continue", "decide", "promise", "agree", "need", "struggle", "prepare", "wish", "aim", "pledge",
     "claim", "decline", "go", "have", "use")
)  # fmt: skip
"""Verbs whose infinitive has their subject and, in a relative clause, its noun as the object."""
OUTCOMES = frozenset(
    ("leave", "kill", "claim", "wound", "injure", "displace", "uproot", "destroy", "damage", "force", "cost", "maim")
)
"""What a happening does, and neither a place nor whom it befalls."""
PAPERS = frozenset(
    ("statement", "resolution", "letter", "report", "communique", "communiqué", "declaration", "petition", "message",
     "note", "bulletin", "appeal", "motion", "press release", "release", "ultimatum", "manifesto", "leaflet", "post",
     "tweet", "circular", "memo", "decree", "order", "directive", "warning", "notice")
)  # fmt: skip
PUT_OUT = frozenset(
    ("issue", "adopt", "release", "publish", "pass", "approve", "sign", "write", "circulate", "send", "post", "deliver",
     "put", "distribute", "submit", "make", "endorse", "draft", "share")
)  # fmt: skip
"""What is done with one's own words on paper."""
COMPLETE = frozenset(("prep", "xcomp", "ccomp"))
"""What hangs on a verb that wants no object of the next one: "denies targeting civilians and accuses the army"."""
PAST = {"VBD", "VBN"}

Slots = dict[str, tuple[int, ...]]


class Borrower:
    """Fills the slots of a clause from the clauses around it; clause_of gives these, fill_preposition fills a
    preposition's slot."""

    def __init__(
        self,
        grammar: Grammar,
        clause_of: Callable[[int], Clause | None],
        fill_preposition: Callable[[int, Slots], None],
    ) -> None:
        self.grammar, self.clause, self.fill_preposition = grammar, clause_of, fill_preposition

    def borrow(self, token: int, slots: Slots, *, passive: bool) -> frozenset[str]:
        """Fill what another clause gives, in place; the names of the slots filled so."""
        before = set(slots)
        dep = self.grammar.deps[token]
        if dep in ("acl", "relcl", "amod"):
            self._from_noun(token, slots, passive=passive)
        elif dep == "conj":
            self._from_conjunct(token, slots, passive=passive)
        elif dep in ("xcomp", "advcl", "pcomp", "ccomp", "dep", "parataxis"):
            self._from_above(token, slots, passive=passive)
        if "object" not in slots and not passive:
            self._gap_from_above(token, slots)
        if "object" not in slots and not passive:
            self._shared_object(token, slots)
        if passive and "subject" not in slots:
            self._shared_agent(token, slots)
        return frozenset(set(slots) - before)

    def _from_noun(self, token: int, slots: Slots, *, passive: bool) -> None:
        grammar, head = self.grammar, self.grammar.heads[token]
        if grammar.lowers[head] == "those" and (named := self._among(head)):
            slots["object" if passive else "subject"] = named
            return
        tag, dep = grammar.tags[token], grammar.deps[token]
        if dep == "relcl":
            if "subject" not in slots and not passive and not has_to(self.grammar, token):
                slots["subject"] = (head,)
            elif (
                "object" not in slots
                and "subject" in slots
                and head not in slots["subject"]
                and not self._has_wh(token)
                and self._gap_below(token) is None
            ):
                slots["object"] = (head,)
        elif passive or (tag in ("VBN", "VBD") and dep == "amod"):
            slots.setdefault("object", (head,))
        elif tag == "VBG" or dep == "amod":
            slots.setdefault("subject", self._who_put_out(head) or (head,))
        elif has_to(self.grammar, token):
            self._from_noun_infinitive(head, slots, passive=False)

    def _who_put_out(self, paper: int) -> tuple[int, ...]:
        """ "The council adopted a resolution demanding a truce": whose word a paper is that they put out."""
        grammar, verb = self.grammar, self.grammar.heads[paper]
        if grammar.deps[paper] != "dobj" or grammar.lemmas[paper] not in PAPERS or grammar.lemmas[verb] not in PUT_OUT:
            return ()
        above = self.clause(verb)
        return above.slots.get("subject", ()) if above is not None else ()

    def _gap_below(self, token: int) -> int | None:
        """ "The camp which gunmen had threatened to burn": the infinitive that the noun of a relative clause is the
        object of, where the verb above takes none itself."""
        grammar = self.grammar
        if grammar.deps[token] != "relcl" or grammar.lemmas[token] not in WANTING:
            return None
        below = (c for c in grammar.children[token] if grammar.deps[c] == "xcomp" and c > token)
        return next((c for c in below if has_to(grammar, c)), None)

    def _gap_from_above(self, token: int, slots: Slots) -> None:
        verb = self.grammar.heads[token]
        noun = self.grammar.heads[verb]
        if self._gap_below(verb) == token and noun not in slots.get("subject", ()):
            slots["object"] = (noun,)

    def _among(self, those: int) -> tuple[int, ...]:
        """ "Six nurses were among those abducted": who is said to be of them."""
        grammar, among = self.grammar, self.grammar.heads[those]
        verb = grammar.heads[among]
        if grammar.lowers[among] != "among" or grammar.lemmas[verb] != "be":
            return ()
        above = self.clause(verb)
        return above.slots.get("subject", ()) if above is not None else ()

    def _from_noun_infinitive(self, head: int, slots: Slots, *, passive: bool) -> None:
        """ "The army's plan to retake the town", "a bid by rebels to storm it", "showed no sign of leaving": the owner
        of the noun does it, or whoever is said to have it."""
        wanted = "object" if passive else "subject"
        owners = [c for c in self.grammar.children[head] if self.grammar.deps[c] == "poss"]
        owners += prepositional(self.grammar, head, "by")
        if owners:
            slots.setdefault(wanted, conjuncts(self.grammar, owners[0]))
        elif (above := self.clause(self._verb_above(head))) is not None and "subject" in above.slots:
            slots.setdefault(wanted, above.slots["subject"])

    def _verb_above(self, token: int) -> int:
        grammar, at = self.grammar, token
        for _ in range(LONGEST_CHAIN):
            if grammar.heads[at] == at or grammar.tags[at][0] == "V":
                return at
            at = grammar.heads[at]
        return at

    def _from_conjunct(self, token: int, slots: Slots, *, passive: bool) -> None:
        above = self.clause(self.grammar.heads[token])
        if above is None or above.kind == "nominal":
            return
        surface = above.slots.get("object" if above.passive else "subject")
        wanted = "object" if passive else "subject"
        if self._own_subject(token):
            return
        if surface and wanted not in slots:
            slots[wanted] = surface
        if not passive and "object" not in slots:
            self._gap_of_relative(token, above, slots)

    def _gap_of_relative(self, token: int, above: Clause, slots: Slots) -> None:
        """ "The town which rebels seized in May and held for a week": what the first verb of a relative clause did it
        to, the second does it to."""
        grammar, first = self.grammar, self.grammar.heads[token]
        alike = grammar.tags[token] == grammar.tags[first] or {grammar.tags[token], grammar.tags[first]} == PAST
        told = grammar.heads[first] if grammar.deps[first] == "relcl" and alike else None
        if told is not None and above.slots.get("object") == (told,) and grammar.lemmas[token] in DONE_TO_ALL:
            slots["object"] = (told,)

    def _own_subject(self, token: int) -> bool:
        return any(self.grammar.deps[c] in ("nsubj", "nsubjpass", "expl") for c in self.grammar.children[token])

    def _from_above(self, token: int, slots: Slots, *, passive: bool) -> None:
        if self._own_subject(token):
            return
        head, through = self.grammar.heads[token], None
        if self.grammar.deps[token] == "pcomp":
            head, through = above_preposition(self.grammar, head), self.grammar.lowers[head]
            head = self._charge_on(head) if through == "of" else head
        if (told_of := self._told_of(token, head)) is not None:
            slots.setdefault("object" if passive else "subject", (told_of,))
            return
        above = self.clause(head)
        if above is None and self.grammar.deps[head] in ("acomp", "attr", "oprd", "advmod"):
            above = self.clause(self.grammar.heads[head])
        if above is None and through in ABOUT and self.grammar.tags[token] == "VBG":
            self._from_noun_infinitive(head, slots, passive=passive)
        if above is None or above.kind == "nominal":
            return
        wanted = "object" if passive else "subject"
        controller = self._controller(token, above, through, passive=passive)
        if controller and wanted not in slots:
            slots[wanted] = controller

    def _controller(self, token: int, above: Clause, through: str | None, *, passive: bool) -> tuple[int, ...]:
        """Of whom the clause above lets its verb tell. through: the preposition between them."""
        surface = above.slots.get("object" if above.passive else "subject", ())
        if above.passive and self._is_outcome(token):
            return above.slots.get("subject", ())
        if passive and self._seen_as(token, above):
            return above.slots.get("object", ())
        if self.grammar.deps[token] != "xcomp" and not (through in OBJECT_PREPOSITIONS and above.slots.get("object")):
            return surface
        controls = above.fillers("object", *ADDRESSED) if above.lemma not in OBJECT_BLIND else None
        return self._charged_with(token, controls or surface) if through == "of" else controls or surface

    def _charged_with(self, deed: int, charged: tuple[int, ...]) -> tuple[int, ...]:
        """ "Accused Chad of arming the rebels and Mali of hosting them": each of what stands before its own "of"."""
        grammar, of = self.grammar, self.grammar.heads[deed]
        others = [c for c in grammar.children[grammar.heads[of]] if grammar.lowers[c] == "of" and c < of]
        own = tuple(t for t in charged if max(others, default=0) < t < of)
        return own or charged

    def _seen_as(self, token: int, above: Clause) -> bool:
        """ "A zone that they regard as occupied": what somebody is seen as is told of whom they see so."""
        marks = (c for c in self.grammar.children[token] if self.grammar.deps[c] == "mark")
        return above.lemma in SEEING and any(self.grammar.lowers[c] == "as" for c in marks)

    def _is_outcome(self, token: int) -> bool:
        """ "A patrol was ambushed, killing two": whoever ambushed it killed them, and no patrol."""
        grammar = self.grammar
        behind = grammar.deps[token] == "advcl" and grammar.heads[token] < token
        return behind and grammar.tags[token] == "VBG" and grammar.lemmas[token] in OUTCOMES

    def _told_of(self, token: int, saying: int) -> int | None:
        """ "A strike it said killed three", "a man they said had been held": the noun of which somebody says it."""
        grammar = self.grammar
        if grammar.deps[token] != "ccomp" or grammar.deps[saying] != "relcl" or grammar.heads[saying] > saying:
            return None
        speakers = [c for c in grammar.children[saying] if grammar.deps[c] == "nsubj" and c < saying]
        if not speakers or grammar.tags[speakers[0]] in ("WP", "WDT") or self._has_wh(saying):
            return None
        opened = any(grammar.deps[child] == "mark" for child in grammar.children[token])
        return None if opened or token < saying else grammar.heads[saying]

    def _charge_on(self, noun: int) -> int:
        """ "Accuse the militia of looting": the verb, where the parser hung "of" on whom it has for its object."""
        verb = self.grammar.heads[noun]
        charged = self.grammar.deps[noun] == "dobj" and self.grammar.lemmas[verb] in CHARGING
        return verb if charged else noun

    def _shared_object(self, token: int, slots: Slots) -> None:
        """ "Attacked and burned the village": what the last of conjoined verbs has as its object is that of all."""
        grammar = self.grammar
        behind = (c for c in grammar.children[token] if c > token)
        if grammar.tags[token][0] != "V" or any(grammar.deps[c] in COMPLETE for c in behind):
            return
        at, hops = self._next_verb(token), 0
        while at is not None and hops < 4:
            objects = [below for below in grammar.children[at] if grammar.deps[below] == "dobj"]
            if objects:
                slots["object"] = conjuncts(grammar, objects[-1])
                return
            at, hops = self._next_verb(at), hops + 1

    def _next_verb(self, token: int, *, within: int = 4) -> int | None:
        """The verb that is conjoined close behind, in the same form."""
        grammar = self.grammar
        near = (c for c in grammar.children[token] if grammar.deps[c] == "conj" and 0 < c - token <= within)
        form = grammar.tags[token]
        return next((c for c in near if grammar.tags[c] == form or {grammar.tags[c], form} == PAST), None)

    def _shared_agent(self, token: int, slots: Slots) -> None:
        """ "Committees armed and paid by the army": who stands behind the last of conjoined passives did all."""
        other = self._next_verb(token, within=8)
        below = self.grammar.children[other] if other is not None else ()
        for child in (c for c in below if self.grammar.lowers[c] == "by" and self.grammar.deps[c] in ("agent", "prep")):
            found: dict[str, tuple[int, ...]] = {}
            self.fill_preposition(child, found)
            slots.update({slot: fillers for slot, fillers in (("subject", found.get("by", ())),) if fillers})

    def _has_wh(self, token: int) -> bool:
        return any(self.grammar.tags[c] == "WRB" for c in self.grammar.children[token])
