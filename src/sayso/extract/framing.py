"""Clauses and the frames that fit them: which words tell of which happening, and who stands in which of its slots."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sayso.codebook import Frame, LightVerb
from sayso.extract.reading import Reading
from sayso.parse import Clause, conjuncts, meant, prepositional

VERBAL_TAGS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
HARM = frozenset(("killed", "injured", "executed"))
GROUNDS = ("place", "territory", "site", "structure")
PARTS_OF_PLACES = frozenset("end side bank edge centre center heart section stretch swath swathe part half".split())
CAUSE_SLOTS = ("subject", "in", "by", "during", "from", "after", "when", "with")


@dataclass(slots=True)
class Framed:
    """A clause read by a frame. actors, recipients, grounds: head tokens; first, last: the trigger's tokens.

    absorbed: told by another framed clause (the light verb's noun took over, or a toll names the attack); mode and weapon from there.
    """

    clause: Clause
    frame: Frame
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    grounds: tuple[int, ...]
    first: int
    last: int
    absorbed: bool = False
    mode: str | None = None
    weapon: str | None = None
    light: LightVerb | None = None


class Framer:
    """Fits frames to the clauses of one reading.

    is_party, is_place: whether a head token resolves to a party, to a place.
    """

    def __init__(self, reading: Reading, *, is_party: Callable[[int], bool], is_place: Callable[[int], bool]) -> None:
        self.reading, self.grammar, self.index = reading, reading.grammar, reading.index
        self.is_party, self.is_place = is_party, is_place
        self.words = reading.index.happenings

    def of_control(self) -> tuple[Framed, ...]:
        """Every clause that tells who holds what, whatever else it tells: only frames with a rule of control are asked."""
        self.words = self.index.holdings
        found = tuple(item for clause in self.reading.clauses if (item := self._fit(clause)) is not None)
        self.words = self.index.happenings
        return found

    def framed(self) -> tuple[Framed, ...]:
        """Every clause that a frame fits, in order."""
        found = [item for clause in self.reading.clauses if (item := self._fit(clause)) is not None]
        by_predicate = {item.clause.predicate: item for item in found}
        for item in found:
            self._link(item, by_predicate)
            if item.light is not None and (carrier := by_predicate.get(item.clause.governor)) is not None:
                carrier.absorbed = True
        return tuple(found)

    # -- which frame ------------------------------------------------------------------------------------------------
    def _fit(self, clause: Clause) -> Framed | None:
        if clause.kind == "nominal":
            return self._fit_noun(clause)
        if clause.kind == "adjectival":
            return self._fit_adjective(clause)
        return self._fit_verb(clause)

    def _fit_verb(self, clause: Clause) -> Framed | None:
        words = clause.lemma.split()
        for further, frame in self.words.verbs.get(words[0], ()):
            last = self._further(clause, words[1:], further)
            if last is None:
                continue
            slots = self._verb_slots(clause, frame, further)
            if self._allowed(frame, clause.slots, clause):
                return self._make(
                    clause, frame, slots, first=min(clause.predicate, last), last=max(clause.predicate, last)
                )
        return None

    def _further(self, clause: Clause, particles: list[str], wanted: tuple[str, ...]) -> int | None:
        """The last token of the phrase where all its further words stand with the verb; None where one is missing."""
        if not wanted:
            return clause.predicate
        last = clause.predicate
        for word in wanted:
            if word in particles:
                last = max(last, self._particle(clause, word))
                continue
            at = self._dependent(clause.predicate, word)
            if at is None:
                return None
            last = at if abs(at - clause.predicate) <= 4 else last
        return last

    def _particle(self, clause: Clause, word: str) -> int:
        for child in self.grammar.children[clause.predicate]:
            if self.grammar.deps[child] == "prt" and self.grammar.lowers[child] == word:
                return child if abs(child - clause.predicate) <= 3 else clause.predicate
        return clause.predicate

    def _dependent(self, token: int, word: str) -> int | None:
        grammar = self.grammar
        for child in grammar.children[token]:
            second_verb = grammar.deps[child] == "conj" and grammar.tags[child] in VERBAL_TAGS
            if not second_verb and (grammar.lemmas[child] == word or grammar.lowers[child] == word):
                return child
            if grammar.deps[child] in (
                "prep",
                "agent",
                "dobj",
                "nsubjpass",
                "conj",
                "prt",
                "advmod",
                "oprd",
                "acomp",
                "xcomp",
            ):
                for inner in grammar.children[child]:
                    if grammar.lemmas[inner] == word or grammar.lowers[inner] == word:
                        return inner
        return None

    def _fit_noun(self, clause: Clause) -> Framed | None:
        for size, frame in self.words.nouns.all_ending_at(
            self.grammar.lemmas, clause.predicate, lowers=self.grammar.lowers
        ):
            light = self._light(clause)
            slots = self._noun_slots(clause, frame, light)
            if self._allowed(frame, clause.slots, clause):
                first = clause.predicate - size + 1
                return self._make(clause, frame, slots, first=first, last=clause.predicate, light=light)
        return None

    def _fit_adjective(self, clause: Clause) -> Framed | None:
        for further, frame in self.words.adjectives.get(clause.lemma, ()):
            if not further and self._allowed(frame, clause.slots, clause):
                slots = ((), clause.fillers("subject"), ())
                return self._make(clause, frame, slots, first=clause.predicate, last=clause.predicate)
        return None

    def _make(
        self, clause: Clause, frame: Frame, slots: tuple, *, first: int, last: int, light: LightVerb | None = None
    ) -> Framed:
        actors, recipients, grounds = slots
        return Framed(clause, frame, actors, recipients, grounds, first, last, light=light)

    # -- who is who -------------------------------------------------------------------------------------------------
    def _verb_slots(self, clause: Clause, frame: Frame, further: tuple[str, ...] = ()) -> tuple:
        slots = self._with_inner_prepositions(clause, further)
        actors = self._first(slots, frame.verb_slots.actor)
        recipients = self._first(slots, frame.verb_slots.recipient)
        return actors, recipients, self._grounds(slots, frame, actors)

    def _with_inner_prepositions(self, clause: Clause, further: tuple[str, ...]) -> dict[str, tuple[int, ...]]:
        """The clause's slots; a preposition on the object, or on a noun of the frame's phrase ("fell into the hands of"), counts for
        the verb where it has none of its own."""
        slots = dict(clause.slots)
        inner = (
            [t for fillers in clause.slots.values() for t in fillers if self.grammar.lemmas[t] in further]
            if further
            else []
        )
        for filler in (*clause.slots.get("object", ())[:1], *inner):
            for child in self.grammar.children[filler]:
                if self.grammar.deps[child] == "prep":
                    for below in self.grammar.children[child]:
                        if self.grammar.deps[below] == "pobj":
                            slots.setdefault(self.grammar.lowers[child], conjuncts(self.grammar, below))
        return slots

    def _noun_slots(self, clause: Clause, frame: Frame, light: LightVerb | None) -> tuple:
        slots = {name: self._fit_modifiers(name, fillers) for name, fillers in clause.slots.items()}
        actors = self._first(slots, frame.noun_slots.actor)
        used = set(actors)
        recipients = tuple(t for t in self._first(slots, frame.noun_slots.recipient) if t not in used)
        if light is not None:
            actors, recipients = self._from_light(clause, light, actors, recipients)
        return actors, recipients, self._grounds(slots, frame, actors)

    def _fit_modifiers(self, name: str, fillers: tuple[int, ...]) -> tuple[int, ...]:
        """Of what stands before a noun only names and nouns of people or things can be somebody."""
        if name != "modifier":
            return fillers
        return tuple(
            t for t in fillers if self.is_party(t) or (self.grammar.tags[t][:2] == "NN" and self.reading.classes(t))
        )

    def _from_light(self, clause: Clause, light: LightVerb, actors: tuple, recipients: tuple) -> tuple[tuple, tuple]:
        """Who did it to whom when a light verb carries the noun: the verb's subject and object in the roles that its entry gives them."""
        verb = self.reading.clause_at[clause.governor]
        slots = verb.slots
        given: dict[str, tuple[int, ...]] = {"actor": actors, "recipient": recipients}
        for role, filler in self._light_roles(light, verb):
            fillers = tuple(t for t in slots.get(filler, ()) if t != clause.predicate)
            if fillers and not given[role]:
                given[role] = fillers
        return given["actor"], given["recipient"]

    @staticmethod
    def _light_roles(light: LightVerb, verb: Clause) -> Iterator[tuple[str, str]]:
        if light.subject:
            yield light.subject, "subject"
        if light.object:
            yield light.object, "object"
        for slot, role in light.slots.items():
            yield role, slot

    def _light(self, clause: Clause) -> LightVerb | None:
        """The light verb that carries the noun, where the noun stands in the place that its entry names."""
        verb = self.reading.clause_at.get(clause.governor) if clause.governor is not None else None
        if verb is None or verb.kind == "nominal":
            return None
        words = verb.lemma.split()
        via = self._via(clause)
        for further, light in self.index.light_verbs.get(words[0], ()):
            if light.via == via and set(further) <= set(words[1:]) | self._near(verb):
                return light
        return None

    def _via(self, clause: Clause) -> str:
        if clause.how == "prep":
            return clause.marker or ""
        return {"dobj": "object", "nsubjpass": "object", "attr": "object", "nsubj": "subject"}.get(
            clause.marker or "", ""
        )

    def _near(self, verb: Clause) -> set[str]:
        return {self.grammar.lowers[c] for c in self.grammar.children[verb.predicate]}

    @staticmethod
    def _first(slots: dict[str, tuple[int, ...]], wanted: tuple[str, ...]) -> tuple[int, ...]:
        for slot in wanted:
            if found := slots.get(slot):
                return found
        return ()

    def _grounds(self, slots: dict[str, tuple[int, ...]], frame: Frame, actors: tuple[int, ...]) -> tuple[int, ...]:
        """Fillers that are the place of it."""
        return tuple(
            t for slot in frame.place_slots for t in slots.get(slot, ()) if t not in actors and self.is_place(t)
        )

    # -- what a frame asks of its slots -------------------------------------------------------------------------------
    def _allowed(self, frame: Frame, slots: dict[str, tuple[int, ...]], clause: Clause) -> bool:
        for slot, words in frame.never.items():
            if any(self._matches(t, words) for t in self._slot(slots, slot, clause)):
                return False
        for slot, words in frame.needs.items():
            fillers = self._slot(slots, slot, clause)
            if not fillers and clause.kind == "nominal":
                continue
            if not any(self._matches(t, words) for t in fillers):
                return False
        return True

    def _slot(self, slots: dict[str, tuple[int, ...]], slot: str, clause: Clause) -> tuple[int, ...]:
        if slot == "modifier" and clause.kind != "nominal":
            return ()
        return slots.get(slot, ())

    def _matches(self, token: int, words: tuple[str, ...]) -> bool:
        heads = {token, meant(self.grammar, token), *self._place_of_part(token)}
        return any(self._is(head, word) for head in heads for word in words)

    def _place_of_part(self, token: int) -> tuple[int, ...]:
        """ "The western end of the Iron Bridge": what is true of the place is true of its part."""
        if self.grammar.lemmas[token] not in PARTS_OF_PLACES:
            return ()
        inner = prepositional(self.grammar, token, "of")
        return tuple(t for t in inner if self.is_place(t) or self.reading.is_a(t, *GROUNDS))

    def _ends(self, token: int, phrase: str) -> bool:
        """Whether the words of a phrase end at the token."""
        lemmas, lowers = self.grammar.lemmas, self.grammar.lowers
        words = phrase.split() if " " in phrase else (phrase,)
        first = token - len(words) + 1
        return first >= 0 and all(word in (lemmas[first + at], lowers[first + at]) for at, word in enumerate(words))

    def _is(self, token: int, word: str) -> bool:
        if not word.startswith("@"):
            return self._ends(token, word)
        name = word[1:]
        if name == "party" and (self.is_party(token) or any(c.party_kind for c in self.reading.classes(token))):
            return True
        if name == "place" and (self.is_place(token) or any(c.place_kind for c in self.reading.classes(token))):
            return True
        if name == "person" and self.reading.is_a(token, *GROUNDS):
            return False
        if name == "person" and (self.is_party(token) or self.grammar.tags[token] in ("PRP", "CD", "WP")):
            return True
        return self.reading.is_a(token, name)

    # -- one happening in several words -------------------------------------------------------------------------------
    def _link(self, item: Framed, by_predicate: dict[int, Framed]) -> None:
        """A toll and the deed behind it are one happening: "12 were killed in a raid by the army on the camp"."""
        if not HARM & set(item.frame.counts.values()) or item.clause.kind == "nominal" and item.light is None:
            return
        for slot in CAUSE_SLOTS:
            for token in item.clause.slots.get(slot, ()):
                deed = by_predicate.get(token)
                if deed is None or deed is item or deed.frame.type != "ASSAULT" or deed.absorbed:
                    continue
                self._absorb(item, deed, as_actor=token in item.actors)

    def _absorb(self, item: Framed, deed: Framed, *, as_actor: bool) -> None:
        if as_actor:
            item.actors = ()
        item.actors = item.actors or deed.actors
        item.recipients = item.recipients or deed.recipients
        item.grounds = item.grounds or deed.grounds
        item.mode, item.weapon = item.mode or deed.frame.mode, item.weapon or deed.frame.weapon
        deed.absorbed = True
