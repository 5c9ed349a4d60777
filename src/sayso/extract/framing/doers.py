"""Who did what a noun tells: whoever stands in its slots, or by the participle behind it ("strikes carried out by",
"believed to have been carried out by")."""

from __future__ import annotations

from collections.abc import Callable

from sayso.codebook import Frame, LightVerb
from sayso.extract.compounds import compounds
from sayso.extract.framing.light import roles_from_slots
from sayso.extract.reading import HYPHENS, Reading
from sayso.parse import Clause

Slots = dict[str, tuple[int, ...]]
BEFORE = frozenset(("compound", "amod", "nmod", "poss"))
LEADING = frozenset(("led",))
"""Participles behind a name that say who does what the noun tells: "U.S.-led strikes"."""
BETWEEN_SIDES = frozenset(
    ("broker", "mediate", "facilitate", "negotiate", "host", "sponsor", "monitor", "announce", "condemn", "arrange")
)  # fmt: skip
"""Participles behind which stands who did not do it: "a swap mediated by the Emirates"."""
CALLING = frozenset(("call", "convene"))
"""Participles behind which stands who brought it about: "a strike called by the unions"."""
SIDING = frozenset(("involve", "pit", "oppose"))
"""Active participles behind a noun that name the sides: "clashes involving", "fighting pitting A against B"."""
CLIMB = 4
"""Steps up from a fight to the verb around it."""
HAPPENED_TO = frozenset(("VBN", "VBD", "VBG"))


class NounDoers:
    """Asks for the doers beside the nouns of one reading.

    is_party: whether a head token resolves to a party; is_fighter: to one that may do violence; is_somebody: to a
    party, a place or a person.
    """

    def __init__(
        self,
        reading: Reading,
        *,
        is_party: Callable[[int], bool],
        is_fighter: Callable[[int], bool],
        is_somebody: Callable[[int], bool],
    ) -> None:
        self.reading, self.grammar = reading, reading.grammar
        self.is_party, self.is_fighter, self.is_somebody = is_party, is_fighter, is_somebody
        self.leaders = {compound.noun: compound.owner for compound in compounds(reading, LEADING)}
        self.behind: dict[int, list[Clause]] = {}
        for clause in reading.clauses:
            if clause.how == "relative" and clause.governor is not None and (clause.passive or _names_sides(clause)):
                self.behind.setdefault(clause.governor, []).append(clause)
            elif clause.passive and self.grammar.deps[clause.verb] == "xcomp":
                for token in clause.slots.get("object", ()):
                    self.behind.setdefault(token, []).append(clause)

    def beside(self, slots: Slots, frame: Frame, phrase: frozenset[int]) -> tuple[int, ...]:
        """The fillers of the first slot with somebody in it, else of the first that is filled; the words of the
        happening's own phrase did nothing, and the agency before it no violence ("AFP Air strikes")."""
        able = self.is_fighter if frame.type == "ASSAULT" else self.is_party
        filled = [found for slot in frame.noun_slots.actor if (found := self._of_slot(slots, slot, phrase, able))]
        return next((found for found in filled if any(map(self.is_somebody, found))), filled[0] if filled else ())

    def _of_slot(self, slots: Slots, slot: str, phrase: frozenset[int], able: Callable[[int], bool]) -> tuple[int, ...]:
        if slot == "modifier":
            before = self._before((*slots.get(slot, ()), *self._on_phrase(phrase)), phrase, able)
            leader = self.leaders.get(max(phrase))
            return before or ((leader,) if leader is not None and able(leader) else ())
        return tuple(token for token in slots.get(slot, ()) if token not in phrase)

    def _on_phrase(self, phrase: frozenset[int]) -> list[int]:
        """ "Regime barrel bomb attacks": what hangs on an inner word of the phrase stands before the whole."""
        children, deps = self.grammar.children, self.grammar.deps
        return [c for token in phrase for c in children[token] if c < min(phrase) and deps[c] in BEFORE]

    def _before(self, fillers: tuple[int, ...], phrase: frozenset[int], able: Callable[[int], bool]) -> tuple[int, ...]:
        """Of what stands before a noun the names and nouns of somebody; of "Syrian army strikes" the army."""
        tags = self.grammar.tags
        both = {twin for t in fillers for twin in self._twins(t)}
        outside = sorted({t for t in both if t not in phrase and tags[t] not in HAPPENED_TO})
        somebody = [token for token in outside if able(token)]
        nouns = {token for token in somebody if tags[token][:2] == "NN" and self.reading.classes(token)}
        return tuple(token for token in somebody if token in nouns or token + 1 not in nouns)

    def _twins(self, token: int) -> tuple[int, ...]:
        """ "US-British raids": the adjective with the one that a hyphen joins to it."""
        first, grammar = token - 2, self.grammar
        joined = first >= 0 and grammar.words[first + 1] in HYPHENS and grammar.heads[first] == token
        return (first, token) if joined else (token,)

    def told_behind(self, clause: Clause) -> tuple[int, ...]:
        """The actors by a participle behind the noun: "carried out by", "claimed by", "blamed on", "pitting A against
        B"."""
        for below in self.behind.get(clause.predicate, ()):
            if not below.passive:
                return (*below.slots.get("object", ()), *below.slots.get("against", ()))
            if clause.predicate not in below.slots.get("object", ()) or below.lemma in BETWEEN_SIDES:
                continue
            if below.lemma in CALLING:
                return below.slots.get("subject", ())
            light = self._light(below)
            actors = roles_from_slots(light, below.slots, but=clause.predicate).get("actor") if light else None
            if actors:
                return actors
        return ()

    def who_was_in_it(self, clause: Clause) -> tuple[int, ...]:
        """ "The army took the town after days of fighting with the rebels": of whom the verb around a fight tells."""
        at = clause.governor if clause.how == "prep" else None
        for _ in range(CLIMB if at is not None else 0):
            upper = self.reading.clause_at.get(at)
            if upper is not None and upper.kind == "verbal":
                return upper.fillers("object" if upper.passive else "subject")
            at = self.grammar.heads[at]
        return ()

    def _light(self, below: Clause) -> LightVerb | None:
        words = below.lemma.split()
        for further, light in self.reading.index.light_verbs.get(words[0], ()):
            if light.via == "object" and set(further) <= set(words[1:]) and light.realis is None:
                return light
        return None


def _names_sides(clause: Clause) -> bool:
    return clause.lemma in SIDING and clause.governor in clause.slots.get("subject", ())
