"""What each quantity counts: by a slot that a frame counts, by the words around, by a running toll, by its noun."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.codebook import load_codebook
from sayso.extract.counted.areas import AREAS, ground_held
from sayso.extract.counted.draft import Counted
from sayso.extract.counted.gravity import gravity_of, is_one_of_them
from sayso.extract.counted.joint import BOTH, of_both
from sayso.extract.counted.labelled import label_of
from sayso.extract.counted.nationals import are_nationals
from sayso.extract.counted.nouns import (
    chain,
    countable,
    counts_nothing,
    head_of,
    is_of_somebody,
    measure_states,
    noun_measure,
    noun_of,
    people_class,
    state_at,
)
from sayso.extract.counted.present import MANY, present
from sayso.extract.counted.pronouns import captives_before, whom_they_are
from sayso.extract.counted.quantities import Quantity, size_of
from sayso.extract.counted.tolls import bare_toll, is_before_toll, more_than_that, people_tolled, toll_of
from sayso.extract.counted.words import (
    ARMED,
    armed_or,
    deadly_or,
    harming,
    lacking_what,
    reports,
    told_before,
    told_behind,
    told_by_noun,
)
from sayso.extract.framing.framer import Framed
from sayso.extract.scene import Scene
from sayso.parse import Clause, prepositional
from sayso.records.claims import Measure

HARM = frozenset(("killed", "injured", "executed", "abducted", "detained", "raped", "missing", "released", "evacuated"))
"""What a single person without a number ("a woman") is a figure of."""
HARM_NOUNS = frozenset(("killed", "injured", "missing"))
MOVED, NOT_YET = frozenset(("displaced", "evacuated", "returned")), frozenset(("demanded", "planned", "negated"))
PEOPLES = frozenset(("ethnic", "people", "civilians"))
"""Kinds of parties who are so many people: "5.4 million Haitians"."""
LEAVING_SLOTS = ("into", "from", "to", "in", "across", "for", "toward", "towards")
WHO = ("actor", "recipient")
LIFELESS = frozenset(("body", "corpse", "remains", "cadaver", "dead"))
WHOLE_OPENS = frozenset(("the", "those", "these"))
BECOMING = frozenset(("become", "remain"))


class Counter:
    """Finds what the quantities of a scene count; parts of other numbers are left open."""

    def __init__(self, scene: Scene, framed: Sequence[Framed]) -> None:
        self.scene, self.reading, self.grammar = scene, scene.reading, scene.grammar
        self.slots: dict[int, list[tuple[Framed, str]]] = {}
        for item in framed:
            further = ((slot, item.clause.fillers(slot)) for slot in item.frame.counts if slot not in WHO)
            for slot, tokens in (("actor", item.actors), ("recipient", item.recipients), *further):
                for token in tokens:
                    self.slots.setdefault(token, []).append((item, slot))
                    if (meant := whom_they_are(self.reading, item.clause, token)) is not None:
                        self.slots.setdefault(meant, []).append((item, slot))
        self.by_predicate = {item.clause.predicate: item for item in framed}
        self.verbs = self._verbs_that_tell()

    def _verbs_that_tell(self) -> dict[int, tuple[Clause, str]]:
        """Token -> the clause in which it is the subject or object of a verb that tells the measure without a frame."""
        words, found = load_codebook().measures, {}
        for clause in self.reading.clauses:
            verb = clause.lemma.split(" ", 1)[0]
            slot = "object" if verb in harming() else "subject" if verb in (*words.leaving, *words.arriving) else None
            for token in clause.slots.get(slot, ()) if slot is not None and clause.kind != "nominal" else ():
                found.setdefault(token, (clause, slot))
        return found

    def count(self, quantity: Quantity) -> Counted | None:
        """The quantity with its measure, or None where no words around it give one."""
        found = self._count(quantity)
        if found is not None and found.measure in BOTH and quantity.best != 0 and of_both(self.reading, quantity):
            found.measure = "other"
        return found

    def _count(self, quantity: Quantity) -> Counted | None:
        head = head_of(self.reading, quantity)
        noun = noun_of(self.reading, head)
        if (times := self._times(quantity, head)) is not None:
            return times
        if (labelled := self._by_label(quantity)) is not None:
            return labelled
        if counts_nothing(self.reading, quantity, head, noun) or gravity_of(self.reading, quantity) is not None:
            return None
        if is_one_of_them(self.reading, quantity, head):
            return None
        if quantity.single:
            found = self._of_one(quantity, head, noun) if self._is_one_person(head) else None
            return found if found is not None and found.measure in HARM else None
        return (
            self._of_casualties(quantity, head, noun)
            or (self._by_toll(quantity, head, noun) if is_before_toll(self.reading, quantity) else None)
            or self._by_words(quantity, head, noun)
            or self._by_frame(quantity, head, noun, chain(self.reading, head))
            or self._by_state(quantity, head, noun)
            or self._by_toll(quantity, head, noun)
            or self._by_verb(quantity, head, noun)
            or self._by_noun(quantity, head, noun)
            or self._by_presence(quantity, head, noun)
        )

    def _by_label(self, quantity: Quantity) -> Counted | None:
        """ "Civilians killed: 7"."""
        label = label_of(self.reading, quantity, self.by_predicate)
        if label is None:
            return None
        noun = quantity.number if label.noun is None else label.noun
        return Counted(quantity, noun, noun, label.measure, "words", self.by_predicate.get(label.told))

    def _of_casualties(self, quantity: Quantity, head: int, noun: int) -> Counted | None:
        """ "963 casualties: 227 killed, 736 injured": both, whatever stands behind them or is said to cause them."""
        if self.grammar.lemmas[noun] != "casualty" or quantity.best == 0 or quantity.percent:
            return None
        both = noun_measure(self.reading, noun) == "other"
        return Counted(quantity, head, noun, "other", "noun", self.by_predicate.get(noun)) if both else None

    def _of_one(self, quantity: Quantity, head: int, noun: int) -> Counted | None:
        """As in "killed a man", "a man was reported dead"; whoever is "described as a friend" is counted elsewhere."""
        if self.grammar.lowers[self.grammar.heads[head]] == "as":
            return None
        found = self._by_frame(quantity, head, noun, (head,))
        if found is None and is_of_somebody(self.reading, head):
            return None
        state = told_behind(self.reading, quantity, head) if found is None and not reports(self.reading, head) else None
        if state is not None:
            return Counted(quantity, head, noun, self._state(state), "words")
        measure = self._among(head) if found is None else None
        return found if measure is None else Counted(quantity, head, noun, measure, "state")

    # -- words ------------------------------------------------------------------------------------------------------
    def _by_words(self, quantity: Quantity, head: int, noun: int) -> Counted | None:
        """A state behind the number, or a verb of harm before it, where the frames do not say the same."""
        if quantity.percent:
            return None
        behind = told_behind(self.reading, quantity, head)
        if behind is not None and self._has_come_of_it(head, behind):
            return None
        told = (behind, self._state(behind)) if behind is not None else told_before(self.reading, quantity, noun)
        told = told or told_by_noun(self.reading, quantity)
        token, measure = told or (None, None)
        if token is None or measure is None or not countable(self.reading, noun, measure):
            return None
        own = next((item for item, slot in self.slots.get(head, ()) if item.frame.counts.get(slot) == measure), None)
        return Counted(quantity, head, noun, measure, "words", own or self.by_predicate.get(token))

    def _has_come_of_it(self, head: int, state: int) -> bool:
        """ "Two of the wounded later died", "three of those abducted were freed": what the number's own verb says came
        after."""
        was = self._state(state)
        if self.grammar.lowers[state - 1] not in WHOLE_OPENS or was == "killed":
            return False
        told = (item.frame.counts.get(slot) for item, slot in self.slots.get(head, ()) if item.clause.predicate > state)
        return any(measure not in (None, was) for measure in told)

    def _state(self, token: int) -> Measure:
        """The state's measure; the wound of "fatally wounded" is a death."""
        return deadly_or(measure_states()[self.grammar.lowers[token]], self.reading, token)

    # -- frames -----------------------------------------------------------------------------------------------------
    def _is_one_person(self, head: int) -> bool:
        entry = people_class(self.reading, head)
        return entry is not None and entry.unit == "people"

    def _by_frame(self, quantity: Quantity, head: int, noun: int, tokens: Iterable[int]) -> Counted | None:
        """The measure of the slot that the noun stands in, or of a noun of harm that the noun hangs on."""
        own = state_at(self.reading, head, noun) or self._told_by_its_noun(noun)
        for token in tokens:
            if token != head and own is not None:
                return None
            if own is not None and self._stands_beside_harmed(token, own):
                return None
            for item, slot in sorted(self.slots.get(token, ()), key=_gravity):
                measure = armed_or(item.frame.counts.get(slot), self.reading, noun)
                if measure is not None and countable(self.reading, noun, measure) and self._has_come(measure, item):
                    return Counted(quantity, head, noun, self._as_told(measure, noun, item), "frame", item)
            measure = noun_measure(self.reading, token) if token != head else None
            if measure is not None and countable(self.reading, noun, measure):
                return Counted(quantity, head, noun, measure, "noun", self.by_predicate.get(token))
        return None

    def _told_by_its_noun(self, noun: int) -> Measure | None:
        """The measure of a noun of harm; none of "recruits", "hostages": those may be killed beside others."""
        measure = noun_measure(self.reading, noun)
        return None if measure not in HARM_NOUNS and people_class(self.reading, noun) is not None else measure

    def _stands_beside_harmed(self, token: int, own: Measure) -> bool:
        """As in "recovered five bodies and ten injured men": the second is no more dead than the first is injured."""
        first = self.grammar.heads[token] if self.grammar.deps[token] == "conj" else token
        return first != token and noun_measure(self.reading, first) not in (None, own)

    def _has_come(self, measure: Measure, item: Framed) -> bool:
        """Whether people have moved: those who are only told to leave are still there."""
        return measure not in MOVED or self.scene.status(item.clause.predicate).realis not in NOT_YET

    def _as_told(self, measure: Measure, noun: int, item: Framed) -> Measure:
        """The wound of "fatally wounded" is a death; the armed who leave are evacuated, not displaced; bodies that are
        pulled out or brought away are dead."""
        if measure in MOVED and self.grammar.lemmas[noun] in LIFELESS:
            return "killed"
        if measure == "killed" and self.grammar.lemmas[noun] == "survivor":
            return "evacuated"
        if measure == "injured":
            around = self.grammar.children[item.clause.predicate]
            return (
                "killed" if any(self.grammar.lowers[t] in load_codebook().measures.deadly for t in around) else measure
            )
        if measure == "displaced" and item.clause.lemma == "escape" and captives_before(self.reading, item.clause):
            return "released"
        entry = people_class(self.reading, noun)
        return "evacuated" if measure == "displaced" and entry is not None and entry.group in ARMED else measure

    # -- states, tolls, nouns, stays ---------------------------------------------------------------------------------
    def _by_state(self, quantity: Quantity, head: int, noun: int) -> Counted | None:
        grammar = self.grammar
        measure = state_at(self.reading, head, noun) or self._among(head)
        above = grammar.heads[head]
        if measure is None and grammar.deps[head] in ("nsubj", "nsubjpass"):
            said = [c for c in grammar.children[above] if grammar.deps[c] in ("acomp", "oprd", "attr")]
            undergone = grammar.deps[head] == "nsubjpass" or grammar.tags[above][:2] == "JJ"
            words = (grammar.lowers[t] for t in ((above, *said) if undergone else said))
            measure = next((measure_states()[w] for w in words if w in measure_states()), None)
            measure = measure or self._become(said, above)
        measure = measure or lacking_what(self.reading, head, noun)
        if measure is None or not countable(self.reading, noun, measure):
            return None
        return Counted(quantity, head, noun, measure, "state")

    def _become(self, said: Sequence[int], verb: int) -> Measure | None:
        """As in "half a million have become refugees", "six million are refugees"."""
        if self.grammar.lemmas[verb] not in (*BECOMING, "be"):
            return None
        told = (noun_measure(self.reading, token) for token in said if self.grammar.tags[token] == "NNS")
        measure = next((measure for measure in told if measure is not None), None)
        return measure if measure == "displaced" or self.grammar.lemmas[verb] in BECOMING else None

    def _among(self, head: int) -> Measure | None:
        """As in "among the dead were 24 villagers", "the dead included two children and a nurse"."""
        while self.grammar.deps[head] == "conj" and self.grammar.heads[head] < head:
            head = self.grammar.heads[head]
        above = self.grammar.heads[head]
        if self.grammar.deps[head] == "dobj" and self.grammar.lemmas[above] in load_codebook().measures.holding:
            holders = [c for c in self.grammar.children[above] if self.grammar.deps[c] == "nsubj"]
            told = (state_at(self.reading, token) or noun_measure(self.reading, token) for token in holders)
            return next((measure for measure in told if measure is not None), None)
        if self.grammar.lemmas[above] != "be" or self.grammar.deps[head] not in ("nsubj", "attr"):
            return None
        inner = prepositional(self.grammar, above, "among")
        told = (state_at(self.reading, token) or noun_measure(self.reading, token) for token in inner)
        return next((measure for measure in told if measure is not None), None)

    def _by_toll(self, quantity: Quantity, head: int, noun: int) -> Counted | None:
        found = toll_of(self.reading, quantity)
        toll = found[0] if found is not None else bare_toll(self.reading, quantity)
        if toll is None:
            return None
        people = people_tolled(self.reading, toll) if noun == quantity.number else None
        told, item = self._of_tolled(toll if people is None else people, toll)
        measure = found[1] if found is not None else told
        if measure is None:
            return None
        told_there = item if told == measure else None
        passed = more_than_that(self.reading, quantity)
        return Counted(passed, head, people or noun, measure, "toll", self.by_predicate.get(toll) or told_there)

    def _of_tolled(self, *counted: int) -> tuple[Measure | None, Framed | None]:
        """What befell those whose number is told: "the number of people who have fled", "the number killed since"."""
        told = (row for token in counted for row in self.slots.get(token, ()))
        counting = ((item, item.frame.counts.get(slot)) for item, slot in told)
        return next(((measure, item) for item, measure in counting if measure is not None), (None, None))

    def _by_verb(self, quantity: Quantity, head: int, noun: int) -> Counted | None:
        """As in "neutralised 20 rebels", "15,000 people have crossed", "300 fighters were allowed to leave"."""
        entry = people_class(self.reading, noun)
        for token in chain(self.reading, head):
            clause, slot = self.verbs.get(token, (None, ""))
            if clause is None or (entry is None and noun != quantity.number and slot == "object"):
                continue
            if slot == "object" and noun == quantity.number and self._holds_ground(clause):
                continue
            measure = (
                harming().get(clause.lemma.split(" ", 1)[0])
                if slot == "object"
                else self._leaving(quantity, noun, clause)
            )
            if measure is not None:
                measure = "killed" if self.grammar.lemmas[noun] in LIFELESS else measure
                return Counted(quantity, head, noun, measure, "words", self.by_predicate.get(clause.predicate))
        return None

    def _holds_ground(self, clause: Clause) -> bool:
        """ "The front holds the west, and the militia the other two": a bare number beside ground is of ground."""
        objects = clause.slots.get("object", ())
        return any(t in self.scene.setting.places or self.reading.is_a(t, *AREAS, "structure") for t in objects)

    def _leaving(self, quantity: Quantity, noun: int, clause: Clause) -> Measure | None:
        """Many people who leave somewhere are displaced; the armed, who leave by agreement, evacuated."""
        entry = people_class(self.reading, noun)
        somewhere = any(t in self.scene.setting.places or self.reading.is_a(t, *AREAS, "structure")
                        for slot in ("object", *LEAVING_SLOTS) for t in clause.slots.get(slot, ()))  # fmt: skip
        going = self.scene.status(clause.predicate).realis not in NOT_YET
        if not somewhere or not going or size_of(quantity) < MANY:
            return None
        armed = entry is not None and entry.group in ARMED
        if clause.lemma in load_codebook().measures.arriving:
            return None if armed or not self._are_people(quantity, noun) else "displaced"
        return "evacuated" if armed else "displaced"

    def _are_people(self, quantity: Quantity, noun: int) -> bool:
        """Civilians, families, or a bare number: no migrants in their boats, no aid workers."""
        entry = people_class(self.reading, noun)
        plain = entry is not None and entry.group in (None, "people", "civilians", "refugees", "women", "children")
        return noun == quantity.number or plain

    def _by_noun(self, quantity: Quantity, head: int, noun: int) -> Counted | None:
        if quantity.best == 1 and noun != head:
            return None
        for token in (noun, head):
            if (measure := noun_measure(self.reading, token)) is not None:
                zero = quantity.best == 0 and measure == "other"
                return Counted(
                    quantity, head, noun, "killed" if zero else measure, "noun", self.by_predicate.get(token)
                )
        return None

    def _times(self, quantity: Quantity, head: int) -> Counted | None:
        """As in "was struck four times": so many attacks."""
        if self.grammar.lemmas[head] != "time":
            return None
        clause = self.reading.owner(self.grammar.heads[head])
        item = self.by_predicate.get(clause.predicate) if clause is not None else None
        told = item is not None and item.frame.type == "ASSAULT" and not item.frame.counts
        return Counted(quantity, head, head, "attacks", "frame", item) if told else None

    def _by_presence(self, quantity: Quantity, head: int, noun: int) -> Counted | None:
        """People who are there, need something or are sheltered."""
        told = present(self.reading, quantity, head, noun)
        return Counted(quantity, head, told[0], told[1], "present") if told is not None else None

    def other(self, quantity: Quantity) -> Counted | None:
        """A number of people or things of which no words tell what became of them."""
        head = head_of(self.reading, quantity)
        noun = noun_of(self.reading, head)
        if quantity.single or quantity.best == 0:
            return None
        if (area := ground_held(self.scene, self.by_predicate, quantity, head, noun)) is not None:
            return area
        if counts_nothing(self.reading, quantity, head, noun):
            return None
        entry = people_class(self.reading, noun)
        armed = entry is not None and entry.group in ARMED and not quantity.percent and not self._is_judged(head)
        if armed and self._is_telling(quantity, head):
            return Counted(quantity, head, noun, "fighters_present", "other")
        counted = any(e.unit for e in self.reading.classes(noun)) or self._touches(quantity, head)
        named = noun != quantity.number and self.scene.kind(noun) in PEOPLES
        counted = counted or named or are_nationals(self.grammar, noun)
        telling = counted and self._is_telling(quantity, head)
        struck = (item for item, slot in self.slots.get(head, ()) if slot == "recipient" and _is_attack(item))
        attack = next(struck, None)
        return Counted(quantity, head, noun, "other", "other", attack) if telling or quantity.percent else None

    def _is_judged(self, head: int) -> bool:
        """ "Convicted 61 soldiers": what is done to them is no presence."""
        return any(slot == "recipient" and item.frame.type == "SANCTION" for item, slot in self.slots.get(head, ()))

    def _touches(self, quantity: Quantity, head: int) -> bool:
        """As in "affecting 126,000": a bare number of people."""
        above = self.grammar.lemmas[self.grammar.heads[head]]
        bare = head == quantity.number and self.grammar.deps[head] in ("dobj", "nsubjpass")
        return bare and above in load_codebook().measures.touching

    def _is_telling(self, quantity: Quantity, head: int) -> bool:
        """A number that is large, or stands where something is done to what it counts."""
        large = size_of(quantity) >= MANY
        return large or (quantity.best != 1 and self.grammar.deps[head] in ("dobj", "nsubjpass"))


def _gravity(row: tuple[Framed, str]) -> bool:
    """ "Rounded up and executed dozens": what was worst comes first, else the order of the text."""
    return row[0].frame.counts.get(row[1]) not in ("killed", "executed")


def _is_attack(item: Framed) -> bool:
    return item.frame.type == "ASSAULT"
