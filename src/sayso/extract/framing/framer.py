"""Clauses and the frames that fit them: which words tell of which happening, and who stands in which of its slots."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from sayso.codebook import Frame, Further, LightVerb
from sayso.extract.framing.addressed import address
from sayso.extract.framing.claimed import give_to_claimants
from sayso.extract.framing.deverbal import as_verb, takes_object
from sayso.extract.framing.doers import NounDoers
from sayso.extract.framing.framed import Framed
from sayso.extract.framing.laid import lay_to_doers
from sayso.extract.framing.light import light_verb, roles_from_verb
from sayso.extract.framing.links import set_accidents_apart, set_weapons, settle
from sayso.extract.framing.phrase import PhraseTest
from sayso.extract.framing.slots import Refusal, SlotTest
from sayso.extract.framing.whose import SUFFERED, with_whose
from sayso.extract.reading import Reading
from sayso.parse import Clause, conjuncts, prepositional

__all__ = ["Framed", "Framer", "Trial"]

PREPOSITIONAL = frozenset(("prep", "agent", "dative"))
Slots = dict[str, tuple[int, ...]]


class Trial(NamedTuple):
    """A frame put to a clause whose word it knows: the clause as it reads it, or what stands against that."""

    frame: Frame
    framed: Framed | None
    against: Refusal | None = None


SHARED = frozenset(("with", "alongside"))
LETTING = frozenset(("allow", "permit", "enable", "let"))
SEEMING = frozenset(("appear", "seem", "prove"))
BY_ITS_OWNER = frozenset(
    ("attack", "assault", "strike", "offensive", "aggression", "raid", "incursion", "advance", "onslaught",
     "counterattack", "counteroffensive", "attempt", "thrust", "push", "salvo", "barrage")
)  # fmt: skip
"""Deeds that are as often of whoever does them as of whom they hit."""
AIMS = frozenset(("against", "on", "upon", "at"))
"""Prepositions by which a verb says at whom its noun is aimed."""
MADE = frozenset(("hostage", "captive", "prisoner"))


def _befalls(light: LightVerb) -> bool:
    """ "Clashes displaced families": whom a fight befalls, who are no side of it."""
    return light.via == "subject" and light.object == "recipient"


def _missing(*words: str) -> Refusal:
    return Refusal("words", " ".join(words))


OF_THE_BODY = frozenset(
    ("leg", "arm", "head", "chest", "abdomen", "stomach", "back", "neck", "shoulder", "hand", "foot", "face", "thigh",
     "torso", "hip", "knee", "ankle", "wrist", "finger", "limb", "skull", "eye", "buttock", "groin", "body", "jaw")
)  # fmt: skip
"""Where somebody is wounded, and not who: "a gunshot wound to the leg"."""


class Framer:
    """Fits frames to the clauses of one reading.

    is_party, is_person, is_place, is_fighter: whether a head token resolves to a party or person, to a person, to a
    place, to a party or person that may do violence (whoever is a party, where that is not given); is_unarmed: to a
    party that does none; is_force: to an army or an armed group.
    """

    def __init__(
        self,
        reading: Reading,
        *,
        is_party: Callable[[int], bool],
        is_person: Callable[[int], bool],
        is_place: Callable[[int], bool],
        is_fighter: Callable[[int], bool] | None = None,
        is_unarmed: Callable[[int], bool] = lambda _: False,
        is_force: Callable[[int], bool] = lambda _: False,
    ) -> None:
        self.reading, self.grammar, self.index = reading, reading.grammar, reading.index
        self.is_party, self.is_person, self.is_place = is_party, is_person, is_place
        self.is_unarmed = is_unarmed
        self.test = SlotTest(reading, is_party=is_party, is_place=is_place, is_force=is_force)
        self.doers = NounDoers(
            reading, is_party=is_party, is_fighter=is_fighter or is_party, is_somebody=self._is_somebody
        )
        self.phrase = PhraseTest(reading.grammar, self.test)
        self.words = reading.index.happenings
        self.lent_for: int | None = None
        self.lent: dict[tuple[int, ...], Slots] = {}

    def of_control(self) -> tuple[Framed, ...]:
        """Every clause that tells who holds what, whatever else it tells: only frames with a rule of control are
        asked."""
        self.words = self.index.holdings
        found = tuple(item for clause in self.reading.clauses if (item := self._fit(clause)) is not None)
        self.words = self.index.happenings
        return found

    def framed(self) -> tuple[Framed, ...]:
        """Every clause that a frame fits, in order."""
        found = [item for clause in self.reading.clauses if (item := self._fit(clause)) is not None]
        for item in found:
            if item.frame.type == "ASSAULT":
                item.actors = tuple(actor for actor in item.actors if not self.is_unarmed(actor))
                if item.actors and item.recipients and not item.frame.two_sided:
                    item.recipients = tuple(one for one in item.recipients if one not in item.actors)
        set_accidents_apart(self.reading, found)
        set_weapons(self.reading, found)
        give_to_claimants(self.reading, found)
        lay_to_doers(self.reading, found, is_somebody=self._does_deeds)
        settle(self.grammar, found)
        address(self.reading, found, is_somebody=lambda token: self.is_party(token) or self.is_place(token))
        return tuple(found)

    # -- which frame ------------------------------------------------------------------------------------------------
    def trials(self, clause: Clause) -> Iterator[Trial]:
        """The frames that know the clause's word, each tried as it is asked for; the first one that fits reads the
        clause."""
        if clause.kind == "nominal":
            yield from self._try_headed(clause)
            yield from self._try_nouns(clause)
            yield from self._try_deverbal(clause)
        elif clause.kind == "adjectival":
            yield from self._try_adjectives(clause)
        else:
            yield from self._try_verbs(clause, every=True)

    def _fit(self, clause: Clause) -> Framed | None:
        verbal = clause.kind not in ("nominal", "adjectival")
        trials = self._try_verbs(clause) if verbal else self.trials(clause)
        return next((trial.framed for trial in trials if trial.framed is not None), None)

    def _try_verbs(self, clause: Clause, *, every: bool = False) -> Iterator[Trial]:
        """every: those too that lack a word."""
        first, *particles = clause.lemma.split()
        known = self.words.verbs.get(first)
        if known is None or (first in SEEMING and self._has_infinitive(clause.predicate)):
            return
        for further, frame in known.rows if every else known.among(self.phrase.around(clause)):
            if particles and further.words.isdisjoint(particles):
                continue
            last = self.phrase.last(clause, particles, further)
            lent = self._lent_slots(clause, frame, further) if last is not None else clause.slots
            against = _missing(further.phrase) if last is None else self.test.refusal(frame, clause, lent)
            if last is None or against is not None:
                yield Trial(frame, None, against)
                continue
            slots = self._roles(clause, lent, frame)
            yield Trial(frame, self._make(clause, frame, slots, first=clause.predicate, last=last))

    def _has_infinitive(self, verb: int) -> bool:
        """ "Troops appeared to have left": what only seems tells nothing by itself."""
        return any(self.grammar.deps[child] == "xcomp" for child in self.grammar.children[verb])

    def _try_nouns(self, clause: Clause) -> Iterator[Trial]:
        token = clause.predicate
        rows = self.words.nouns.all_ending_at(self.grammar.lemmas, token, lowers=self.grammar.lowers)
        for size, frame in rows:
            against = self.test.refusal(frame, clause, clause.slots)
            fits = against is None
            first = token - size + 1
            yield Trial(
                frame, self._noun(clause, frame, clause.slots, first=first, last=token) if fits else None, against
            )

    def _try_deverbal(self, clause: Clause) -> Iterator[Trial]:
        """The frames of the verb that the noun is made of."""
        told = as_verb(self.index, self.grammar, clause)
        for trial in self._try_verbs(told) if told is not None else ():
            if trial.framed is not None and takes_object(trial.frame):
                light, item = light_verb(self.reading, clause), trial.framed
                item.clause, item.light = clause, light
                if light is not None:
                    roles = item.actors, item.recipients
                    item.actors, item.recipients = roles_from_verb(
                        self.reading, clause, light, roles, frame=trial.frame
                    )
                yield trial

    def _try_headed(self, clause: Clause) -> Iterator[Trial]:
        """A noun with what its preposition brings: "call for a ceasefire", "order to evacuate"."""
        for phrase, frame in self.words.headed.get(self.grammar.lemmas[clause.predicate], ()):
            last = next((t for t in self._brought(clause.predicate, phrase[0]) if self.test.is_one(t, phrase[1])), None)
            against = _missing(*phrase) if last is None else self.test.refusal(frame, clause, clause.slots)
            if last is None or against is not None:
                yield Trial(frame, None, against)
                continue
            slots = self._with_prepositions_of(clause.slots, (last,))
            yield Trial(frame, self._noun(clause, frame, slots, first=clause.predicate, last=last))

    def _brought(self, token: int, preposition: str) -> tuple[int, ...]:
        """The fillers of a noun's preposition; behind "to" its infinitive too."""
        grammar = self.grammar
        found = [
            filler
            for child in grammar.children[token]
            if grammar.deps[child] in PREPOSITIONAL and grammar.lowers[child] == preposition
            for filler in grammar.children[child]
        ]
        if preposition == "to":
            found += [child for child in grammar.children[token] if grammar.deps[child] == "acl"]
        return tuple(found)

    def _noun(self, clause: Clause, frame: Frame, slots: Slots, *, first: int, last: int) -> Framed:
        light = light_verb(self.reading, clause)
        if light is not None and self._is_anothers(frame, light):
            light = None
        phrase = frozenset(range(first, last + 1) if last == clause.predicate else (first, last))
        filled = self._noun_slots(clause, frame, slots, light, phrase)
        return self._make(clause, frame, filled, first=first, last=last, light=light)

    @staticmethod
    def _is_anothers(frame: Frame, light: LightVerb) -> bool:
        """ "Denied the allegation": whoever denies a charge has not made it."""
        taken = frame.type == "AID" and light.subject == "recipient"
        return taken or (frame.type == "ACCUSE" and light.realis == "negated" and light.subject == "actor")

    def _try_adjectives(self, clause: Clause) -> Iterator[Trial]:
        at, slots = clause.predicate, ((), clause.fillers("subject"), ())
        for further, frame in self.words.adjectives.get(clause.lemma, ()):
            against = _missing(*further) if further else self.test.refusal(frame, clause, clause.slots)
            fits = against is None
            yield Trial(frame, self._make(clause, frame, slots, first=at, last=at) if fits else None, against)

    @staticmethod
    def _make(
        clause: Clause, frame: Frame, slots: tuple, *, first: int, last: int, light: LightVerb | None = None
    ) -> Framed:
        actors, recipients, grounds = slots
        return Framed(clause, frame, actors, recipients, grounds, min(first, last), max(first, last), light=light)

    # -- who is who -------------------------------------------------------------------------------------------------
    def _lent_slots(self, clause: Clause, frame: Frame, further: Further) -> Slots:
        """The verb's slots with the prepositions that its object, or a noun of its phrase, lends it."""
        own = self._with_whom_it_lets(clause) if clause.lemma in LETTING else clause.slots
        words = further.words
        inner = [t for fillers in own.values() for t in fillers if self.grammar.lemmas[t] in words] if words else []
        lending = own.get("object") or (own.get("subject", ()) if frame.two_sided else ())
        key = (*lending[:1], *inner)
        if clause.predicate != self.lent_for:
            self.lent_for, self.lent = clause.predicate, {}
        if key not in self.lent:
            self.lent[key] = self._with_prepositions_of(own, key) if key else own
        return self.lent[key]

    def _with_whom_it_lets(self, clause: Clause) -> Slots:
        """ "Allowed the exiles to return": whom one allows to act is an object where there is none."""
        grammar, slots = self.grammar, clause.slots
        acts = (
            [c for c in grammar.children[clause.predicate] if grammar.deps[c] == "ccomp"]
            if "object" not in slots
            else []
        )
        actors = [t for act in acts for t in grammar.children[act] if grammar.deps[t] == "nsubj" and t < act]
        return {**slots, "object": conjuncts(grammar, actors[0])} if actors else slots

    def _roles(self, clause: Clause, slots: Slots, frame: Frame) -> tuple:
        actors = self._first(slots, frame.verb_slots.actor)
        if not actors and clause.passive and "subject" in frame.verb_slots.actor:
            actors = self._astray(clause.predicate)
        actors = actors or tuple(
            doer
            for t in slots.get("at", ())
            if self.grammar.lemmas[t] == "hand"
            for doer in prepositional(self.grammar, t, "of")
        )
        suffering = {slot: fillers for slot, fillers in slots.items() if not (clause.passive and slot == "by")}
        given = suffering.get("indirect", ()) if clause.passive else ()
        recipients = given or self._somebody(suffering, frame.verb_slots.recipient)
        if recipients and "recipient" in frame.counts and not SHARED.isdisjoint(slots):
            recipients = (*recipients, *self._company(slots))
        return actors, recipients, self._grounds(slots, frame, actors)

    def _company(self, slots: Slots) -> tuple[int, ...]:
        """ "Was killed together with a nurse", "died alongside two pupils": who shared the lot of the others."""
        lowers = self.grammar.lowers
        beside = [t for t in slots.get("with", ()) if lowers[self.grammar.heads[t] - 1] in ("along", "together")]
        return tuple(t for t in (*beside, *slots.get("alongside", ())) if self._is_somebody(t))

    def _astray(self, verb: int) -> tuple[int, ...]:
        """Who did it, where "by" hangs on another noun of a passive ("turned back at a checkpoint by soldiers")."""
        grammar = self.grammar
        nouns = [c for c in grammar.children[verb] if c > verb and grammar.deps[c] == "dobj"]
        nouns += [
            inner
            for child in grammar.children[verb]
            if grammar.deps[child] == "prep" and child > verb
            for inner in grammar.children[child]
            if grammar.deps[inner] == "pobj" and inner not in self.reading.clause_at
        ]
        found = (t for noun in nouns for t in prepositional(grammar, noun, "by"))
        return tuple(t for t in found if self.is_party(t) or self.test.is_one(t, "@person"))

    def _somebody(self, slots: Slots, wanted: tuple[str, ...]) -> tuple[int, ...]:
        """The first slot with somebody in it ("stole cattle from herders"), else the first one that is filled."""
        filled = [found for slot in wanted if (found := self._not_made(slots.get(slot, ())))]
        if len(filled) < 2:
            return filled[0] if filled else ()
        return next((found for found in filled if any(self._is_somebody(t) for t in found)), filled[0])

    def _not_made(self, fillers: tuple[int, ...]) -> tuple[int, ...]:
        """ "Took the clerk hostage": what somebody is made, in one bare word, is nobody beside them."""
        lowers, children = self.grammar.lowers, self.grammar.children
        return tuple(t for t in fillers if lowers[t] not in MADE or children[t])

    def _does_deeds(self, token: int) -> bool:
        return self.is_party(token) or self.test.is_one(token, "@person")

    def _is_somebody(self, token: int) -> bool:
        return self.is_party(token) or self.is_place(token) or self.test.is_one(token, "@person")

    def _with_prepositions_of(self, slots: Slots, tokens: tuple[int, ...]) -> Slots:
        """The slots; a preposition on the object, or on a noun of the frame's phrase ("fell into the hands of"),
        counts for the predicate where it has none of its own."""
        slots = dict(slots)
        for child in (child for token in tokens for child in self.grammar.children[token]):
            if self.grammar.deps[child] in PREPOSITIONAL:
                for below in self.grammar.children[child]:
                    if self.grammar.deps[below] == "pobj":
                        slots.setdefault(self.grammar.lowers[child], conjuncts(self.grammar, below))
        return slots

    def _noun_slots(
        self, clause: Clause, frame: Frame, slots: Slots, light: LightVerb | None, phrase: frozenset[int]
    ) -> tuple:
        """Who is who beside a noun; the words of its own phrase did nothing."""
        slots = with_whose(slots, frame, is_individual=self._is_individual, is_taken=self._is_taken)
        slots = self._of_the_doers(clause, slots, light)
        owners = slots.get(SUFFERED, ())
        actors = tuple(t for t in self.doers.beside(slots, frame, phrase) if t not in owners)
        slots = {name: self._fit_modifiers(name, fillers) for name, fillers in slots.items()}
        suffering = (*frame.noun_slots.recipient, SUFFERED)
        recipients = tuple(t for t in self._first(slots, suffering) if t not in actors)
        recipients = tuple(t for t in recipients if self.grammar.lemmas[t] not in OF_THE_BODY)
        if light is not None and not (frame.two_sided and (light.phase == "ended" or _befalls(light))):
            actors, recipients = roles_from_verb(self.reading, clause, light, (actors, recipients), frame=frame)
            recipients = recipients or self._lent_by_verb(clause, light, suffering)
        actors = actors or self.doers.told_behind(clause)
        if frame.two_sided and recipients and not actors and frame.type == "ASSAULT":
            actors = tuple(t for t in self.doers.who_was_in_it(clause) if self.test.is_force(t))
        return actors, recipients, self._grounds(slots, frame, actors)

    def _of_the_doers(self, clause: Clause, slots: Slots, light: LightVerb | None) -> Slots:
        """ "The attack of the rebels on the town", "repelled 12 assaults of the army": of those who did it, where
        another word brings whom it hit."""
        of = slots.get("of", ()) if clause.lemma in BY_ITS_OWNER and not slots.get("by") else ()
        if not of or not all(self._does_deeds(token) for token in of):
            return slots
        if self._first(slots, AIMS) or (light is not None and (light.subject == "recipient" or light.phase)):
            return {"by": of, **{slot: fillers for slot, fillers in slots.items() if slot != "of"}}
        return slots

    def _lent_by_verb(self, clause: Clause, light: LightVerb, wanted: tuple[str, ...]) -> tuple[int, ...]:
        """ "Launched an offensive on Thursday against rebels": a preposition of the verb that means the noun's."""
        lent = self.reading.clause_at[clause.governor].slots if light.via == "object" else {}
        return self._first({slot: lent[slot] for slot in AIMS if slot in lent}, wanted)

    def _fit_modifiers(self, name: str, fillers: tuple[int, ...]) -> tuple[int, ...]:
        """Of what stands before a noun only names and nouns of people or things can be somebody; of "Syrian army
        strikes" the army."""
        if name != "modifier":
            return fillers
        nouns = {t for t in fillers if self.grammar.tags[t][:2] == "NN" and self.reading.classes(t)}
        return tuple(t for t in fillers if t in nouns or (self.is_party(t) and t + 1 not in nouns))

    def _is_taken(self, token: int) -> bool:
        """ "Its capture", "the town's fall": what changes hands, and nobody who takes."""
        return self.grammar.lowers[token] == "its" or (
            self.grammar.tags[token] == "NN" and self.reading.is_a(token, "place", "territory", "site")
        )

    def _is_individual(self, token: int) -> bool:
        return self.is_person(token) or self.grammar.tags[token] == "PRP$" or self.reading.is_a(token, "person")

    def _first(self, slots: Slots, wanted: tuple[str, ...]) -> tuple[int, ...]:
        """The first slot that is filled, and not by a day: "the ambush of a convoy on Tuesday" was on nobody."""
        filled = (slots[slot] for slot in wanted if slots.get(slot))
        return next((found for found in filled if not self.phrase.is_day(found[0])), ())

    def _grounds(self, slots: Slots, frame: Frame, actors: tuple[int, ...]) -> tuple[int, ...]:
        """Fillers that are the place of it."""
        return tuple(
            t for slot in frame.place_slots for t in slots.get(slot, ()) if t not in actors and self.is_place(t)
        )
