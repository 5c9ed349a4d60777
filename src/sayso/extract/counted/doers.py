"""Who did it to those who are counted: the actor of the happening, or of an attack told beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from sayso.extract.counted.draft import Counted
from sayso.extract.counted.who import heads_of, own_loss
from sayso.extract.framing.framer import Framed
from sayso.extract.phrase import is_definite
from sayso.extract.scene import Scene

DONE_TO = frozenset(
    (
        "killed", "injured", "executed", "abducted", "detained", "raped", "captured", "displaced", "released",
        "attacks", "structures_destroyed", "structures_damaged",
    )
)  # fmt: skip
NOT_DONE = frozenset(("FLEE", "AID", "RETREAT"))
BY_VIOLENCE = frozenset(("killed", "injured", "executed"))
BY_FORCE = frozenset(("ASSAULT", "COERCE"))
"""Types of frames whose actors did it; who recovers bodies killed nobody."""
MOVES = frozenset(("advance", "advance_noun", "push_into_place"))
"""Frames of force that goes somewhere: whoever advances is not yet who killed."""
LONG = frozenset(("war", "conflict", "insurgency", "uprising", "rebellion", "revolt", "unrest"))
OF_STATES = frozenset(("state", "state_force"))
PLAIN = frozenset(("civilians", "people"))
FROM_SENTENCE = "perpetrator: from the sentence"
CAUSES = ("in", "during")
"""Words before what people died in."""
CLIMB = 5
AVENGING = frozenset(
    ("revenge", "retaliation", "reprisal", "vengeance", "retribution", "payback", "avenge", "response")
)
NEAR = (0, -1)
"""Sentences in which the attack behind a toll is looked for, in this order: its own, the one before."""


class Doers(NamedTuple):
    """Party or person ids, and the step of inference that gave them (empty where the clause itself says it)."""

    ids: tuple[str, ...] = ()
    how: str = ""


class Perpetrators:
    """Finds the perpetrators of the figures of one scene."""

    def __init__(self, scene: Scene, framed: Sequence[Framed]) -> None:
        self.scene, self.grammar = scene, scene.grammar
        self.by_predicate = {item.clause.predicate: item for item in framed}
        self.attacks: dict[int, list[Framed]] = defaultdict(list)
        for item in framed:
            if self._does_harm(item) and item.actors:
                self.attacks[self.grammar.sentence_of[item.clause.predicate]].append(item)

    def of(self, item: Counted) -> Doers:
        """Whoever the text says did it; nobody where two attacks fit equally."""
        if own_loss(self.scene, item) is not None:
            return Doers()
        attacked = item.measure == "other" and item.framed is not None
        if not (attacked or item.measure in DONE_TO) or (
            item.framed is not None and item.framed.frame.type in NOT_DONE
        ):
            return Doers()
        if item.whole is not None and item.source == "part" and (doers := self.of(item.whole)).ids:
            return doers
        victims = {*heads_of(self.scene, item), item.head, item.noun}
        told = item.framed or self.by_predicate.get(item.head)
        if told is not None and item.measure == "attacks":
            victims |= {*told.recipients}
        found_out = item.measure in BY_VIOLENCE and told is not None and told.frame.type not in BY_FORCE
        one_side = told is not None and bool(told.actors) and self._are_of_one_side(told, victims)
        if told is not None and not (found_out or one_side) and (found := self._actors(told, victims)):
            return self._rather_armed(item, victims, Doers(found))
        if told is not None and self._is_of_a_war(told):
            return Doers()
        for framed in self._beside(item):
            armed = any(self.scene.kind(token) not in PLAIN for token in framed.actors)
            if armed and not self._are_of_one_side(framed, victims) and (found := self._actors(framed, victims)):
                return Doers(found, "perpetrator: from the clause beside")
        apart = item.source == "listed" and item.whole is None
        if item.measure not in BY_VIOLENCE or apart or self._has_its_own_cause(told):
            return Doers()
        return self._near(item, victims)

    def _does_harm(self, framed: Framed) -> bool:
        """Whether people may die of it: an attack, no mere advance, and none on munitions ("shot down 12 drones")."""
        if framed.frame.type != "ASSAULT" or framed.frame.name in MOVES:
            return False
        return not any(self._is_munition(token) for token in framed.recipients)

    def _is_munition(self, token: int) -> bool:
        return any(entry.unit == "weapons" for entry in self.scene.reading.classes(token))

    def _has_its_own_cause(self, told: Framed | None) -> bool:
        """ "Three fighters were killed in clashes": in a fight that the sentence lays to nobody, another's air strike
        killed none of them."""
        slots = told.clause.slots if told is not None else {}
        tokens = (token for slot in CAUSES for token in slots.get(slot, ()) if not is_definite(self.grammar, token))
        causes = (self.by_predicate.get(token) for token in tokens)
        return any(cause is not None and self._does_harm(cause) and not cause.actors for cause in causes)

    def _is_of_a_war(self, told: Framed) -> bool:
        """ "The war, which began when troops shot the king, has claimed 2,000 lives": the war's dead."""
        doers = told.clause.slots.get("subject", ()) if told.clause.kind == "verbal" else ()
        return any(self.grammar.lemmas[doer] in LONG for doer in doers)

    def _rather_armed(self, item: Counted, victims: set[int], found: Doers) -> Doers:
        """ "Troops fired on families who fled and killed nine": of the two in the sentence the armed ones did it."""
        actors = item.framed.actors if item.framed is not None else ()
        plain = all(self.scene.kind(token) in PLAIN for token in actors)
        attackers = self._near(item, {*victims, *actors}) if plain and item.measure in BY_VIOLENCE else Doers()
        return attackers if attackers.ids and attackers.how == FROM_SENTENCE else found

    def _actors(self, framed: Framed, victims: set[int]) -> tuple[str, ...]:
        actors = [token for token in framed.actors if token not in victims]
        return self.scene.who(*actors) if actors else ()

    def _beside(self, item: Counted) -> Iterable[Framed]:
        """Attacks in the clauses around: "as troops shelled the town", "jets struck, leaving 12 dead"."""
        told = item.framed.clause.predicate if item.framed is not None else item.quantity.number
        clause = self.scene.clause(told)
        if clause is None:
            return ()
        near = (clause.predicate, clause.governor, *self.grammar.children[clause.predicate])
        found = (self.by_predicate[token] for token in near if token in self.by_predicate)
        return (framed for framed in found if self._does_harm(framed) and framed is not item.framed)

    def _near(self, item: Counted, victims: set[int]) -> Doers:
        """The one organised party that attacks in the sentence, or in the one before; of nobody hurt it hurt none."""
        if item.quantity.best == 0:
            return Doers()
        here = self.grammar.sentence_of[item.quantity.number]
        victims = victims | self._tolled(item)
        lost = item.framed.recipients if item.framed is not None else ()
        own = {party for head in (*victims, *lost) for party in self.scene.party_of(head)}
        own_kinds = self._kinds_of_their_side(victims)
        apt = self._apt_for(item)

        def may(token: int) -> bool:
            return token not in victims and self.scene.kind(token) not in own_kinds and apt(token)

        for step in NEAR:
            found = {
                self._other_side(framed, tuple(filter(may, _attackers(framed))), own)
                for framed in self._attacks(here + step, here)
                if not (self._is_avenged(framed, item.quantity.number) or self._is_told_beside(framed, item))
                and not (step and self._is_another(framed, item))
            } - {()}
            if found:
                how = FROM_SENTENCE + (" before" if step else "")
                return Doers(found.pop(), how) if len(found) == 1 else Doers()
        return Doers()

    def _other_side(self, framed: Framed, actors: tuple[int, ...], own: set[str]) -> tuple[str, ...]:
        """The parties of an attack that are not the victims' own; who attacks beside these is on their side, and of two
        sides that fight, where no list knows one ("youths", "rebels"), the other is not yet who did it."""
        parties = self.scene.parties(*actors)
        if framed.frame.two_sided:
            known = all(self.scene.parties(actor) for actor in actors)
            return tuple(party for party in parties if party not in own) if known else ()
        return () if own & set(parties) else parties

    def _kinds_of_their_side(self, victims: set[int]) -> frozenset[str]:
        """Who did not do it, told of elsewhere: a state's forces to soldiers, an armed group to "militants"."""
        if any(self._serves_a_state(head) for head in victims):
            return OF_STATES
        rebels = any(self.scene.is_class(head) and self.scene.kind(head) == "armed_group" for head in victims)
        return frozenset(("armed_group",)) if rebels else frozenset()

    def _are_of_one_side(self, framed: Framed, victims: set[int]) -> bool:
        """ "Five soldiers died when security forces raided a house": whose own men they are, where nobody is named."""
        own = (self.scene.kind(token) == "state_force" and self.scene.is_class(token) for token in framed.actors)
        return any(self._serves_a_state(head) for head in victims) and all(own)

    def _is_another(self, framed: Framed, item: Counted) -> bool:
        """Of the sentence before: whoever beat off an attack killed none of those it hurt; a fight of two sides is no
        air strike of one."""
        aerial = item.framed is not None and _is_aerial(item.framed)
        return framed.frame.name == "repel" or (framed.frame.two_sided and aerial)

    def _is_told_beside(self, framed: Framed, item: Counted) -> bool:
        """ "A rocket killed nine, medics said, as rebels pressed their offensive": what hangs on the saying and not on
        what is said lays nothing to anybody."""
        deps, heads, verb = self.grammar.deps, self.grammar.heads, framed.clause.predicate
        for _ in range(CLIMB):
            verb = verb if deps[verb] == "advcl" else heads[verb]
        says = heads[verb]
        told = deps[verb] == "advcl" and item.quantity.number < says < verb
        return told and self.grammar.lemmas[says] in self.scene.index.cue_verbs

    def _is_avenged(self, framed: Framed, number: int) -> bool:
        """ "Killed dozens in revenge for an ambush by gunmen": what is avenged killed none of these."""
        at = framed.clause.predicate
        link = self.grammar.heads[at]
        if self.grammar.lowers[link] in ("for", "to") and self.grammar.lemmas[link - 1] in AVENGING:
            return number < at
        for _ in range(CLIMB):
            if self.grammar.lemmas[at] in AVENGING:
                return number < at
            at = self.grammar.heads[at]
        return False

    def _apt_for(self, item: Counted) -> Callable[[int], bool]:
        """Whether an actor may have done it: no armed group flies the jets of "air strikes killed 12"."""
        if item.framed is None or not _is_aerial(item.framed):
            return lambda _: True
        return lambda token: self.scene.kind(token) != "armed_group"

    def _tolled(self, item: Counted) -> set[int]:
        """Whose the dead are of whom a verb gives the number: "put their dead at 60", "put its losses at four dead"."""
        grammar = self.grammar
        if item.source not in ("toll", "state"):
            return set()
        verb = grammar.heads[grammar.heads[item.quantity.number]]
        verb = verb if item.source == "toll" else grammar.heads[verb]
        dead = [c for c in grammar.children[verb] if grammar.deps[c] == "dobj"]
        return {c for noun in dead for c in grammar.children[noun] if grammar.deps[c] == "poss"}

    def _serves_a_state(self, head: int) -> bool:
        """A constable, a soldier: where nobody says whose, those of a state did not do it."""
        of_a_state = any(entry.party_kind == "state_force" for entry in self.scene.reading.classes(head))
        return of_a_state and self.scene.is_class(head)

    def _attacks(self, sentence: int, here: int) -> Iterable[Framed]:
        """The attacks of a sentence that stands in the same block and have happened; "the deadliest since they went to
        war" tells of none."""
        same_block = sentence >= 0 and self.grammar.block_of[sentence] == self.grammar.block_of[here]
        attacks = self.attacks.get(sentence, ()) if same_block else ()
        attacks = (a for a in attacks if a.clause.marker != "since")
        return (a for a in attacks if self.scene.status(a.clause.predicate).realis in ("happened", "ongoing"))


def _attackers(framed: Framed) -> tuple[int, ...]:
    """Who attacks: in a fight both sides."""
    return (*framed.actors, *framed.recipients) if framed.frame.two_sided else framed.actors


def _is_aerial(framed: Framed) -> bool:
    return "aerial" in (framed.mode, framed.frame.mode)
