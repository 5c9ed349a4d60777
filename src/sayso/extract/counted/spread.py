"""Bare numbers by which a number told before is spread over places and deeds ("killed as follows: 52 in air strikes, 36
in shelling"), or with which it is compared ("up from five in 2021")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sayso.codebook import load_codebook
from sayso.extract.counted.draft import Counted
from sayso.extract.counted.nouns import head_of, noun_of, people_class
from sayso.extract.counted.quantities import Quantity
from sayso.extract.framing.framed import Framed
from sayso.extract.scene import Scene
from sayso.extract.setting.timed import when_of
from sayso.records.claims import Measure

OPENS = frozenset((":", "-", "–", "—"))
GOES_ON = frozenset((",", "and", ";", "&"))
LINKS = frozenset(("in", "by", "at", "from", "during", "near", "due", "as", "under", "each", "on", "outside"))
SETTING = frozenset(("in", "at", "near", "on", "outside", "from", "during", "around", "by"))
"""Words of place and time that stand behind both numbers where the second leaves out its verb."""
FURTHER = frozenset(("others", "more", "other"))
"""Words straight behind a number of which the noun is left out."""
SPREAD = frozenset(
    ("killed", "injured", "executed", "abducted", "detained", "displaced", "missing", "attacks", "raped")
)
PRESENT = frozenset(("civilians_present", "other"))
COMPARING = frozenset(
    (("up", "from"), ("down", "from"), ("compared", "with"), ("compared", "to"), ("against",), ("versus",))
)
SOURCE, BY = "according", 5
"""The word before whose word a number is, and the tokens within which it stands behind the number."""
WIDE = 2
LONGEST_ITEM = 6
"""Tokens between two numbers of a toll."""


class Spread:
    """Finds the numbers that spread another, or that it is compared with. counted: by the tokens of their numbers."""

    def __init__(self, scene: Scene, framed: Sequence[Framed], counted: Sequence[Counted]) -> None:
        self.scene, self.grammar = scene, scene.grammar
        self.counted = {item.quantity.number: item for item in counted}
        self.framed, self.found = framed, dict[int, Counted]()
        self.tolled = frozenset(number for number, item in self.counted.items() if item.source == "toll")

    def of(self, quantities: Sequence[Quantity]) -> dict[int, Counted]:
        """Token of a number -> what it counts."""
        for at, quantity in enumerate(quantities):
            known = self._is_known(quantity)
            if (by_another := self._by_another(quantity)) is not None:
                self.found[quantity.number] = by_another
            elif not known and (headed := self._headed(quantity)) is not None:
                self.found[quantity.number] = headed
            elif not known and (whole := self._toll_before(quantity)) is not None:
                noun = noun_of(self.scene.reading, head_of(self.scene.reading, quantity))
                self.found[quantity.number] = Counted(quantity, noun, noun, whole.measure, "spread", whole.framed)
            elif self._is_bare(quantity) and (not known or self._is_of_a_list(quantity)):
                item = (None if known else self._compared(quantity)) or self._spread(quantity, quantities[at + 1 :])
                if item is not None:
                    self.found[quantity.number] = item
        return self.found

    def _is_known(self, quantity: Quantity) -> bool:
        """Whether it is counted as more than those who are somewhere."""
        item = self.counted.get(quantity.number)
        return item is not None and item.measure not in PRESENT

    def _by_another(self, quantity: Quantity) -> Counted | None:
        """ "Killed 12 people, according to A, and 30, according to B": what somebody else says of the same deed."""
        grammar, behind = self.grammar, range(quantity.last + 1, min(quantity.last + BY, len(self.grammar)))
        if not any(grammar.lowers[t] == SOURCE for t in behind) or self._has_verb(quantity):
            return None
        before = self._last_before(quantity)
        between = range(before.quantity.last + 1, quantity.first) if before is not None else range(0)
        joined = any(grammar.lowers[t] in ("and", "but") for t in between[-BY:])
        if before is None or not joined or not any(grammar.lowers[t] == SOURCE for t in between):
            return None
        noun = noun_of(self.scene.reading, head_of(self.scene.reading, quantity))
        noun = noun if people_class(self.scene.reading, noun) is not None else before.noun
        return Counted(quantity, quantity.number, noun, before.measure, "elided", before.framed)

    def _headed(self, quantity: Quantity) -> Counted | None:
        """ "Killed on Monday, by report of the clinic: 46 civilians": people behind the colon of what was done to
        them."""
        if quantity.percent or not quantity.first or self.grammar.words[quantity.first - 1] != ":":
            return None
        first, _ = self.grammar.sentences[self.grammar.sentence_of[quantity.number]]
        noun = noun_of(self.scene.reading, head_of(self.scene.reading, quantity))
        for item in self.framed:
            measure = item.frame.counts.get("recipient")
            opens = item.clause.predicate == first and not item.recipients
            if opens and measure in SPREAD and people_class(self.scene.reading, noun) is not None:
                return Counted(quantity, noun, noun, measure, "spread", item)
        return None

    def _toll_before(self, quantity: Quantity) -> Counted | None:
        """ "The toll: 89 militants, 21 soldiers, 19 civilians": the number before in such a list of people."""
        grammar = self.grammar
        if (
            quantity.percent
            or quantity.single
            or not quantity.first
            or grammar.words[quantity.first - 1] not in GOES_ON
        ):
            return None
        here = grammar.sentence_of[quantity.number]
        last = max((n for n in (*self.counted, *self.found) if n < quantity.number), default=None)
        before = (self.counted.get(last) or self.found.get(last)) if last is not None else None
        if before is None or grammar.sentence_of[before.quantity.number] != here:
            return None
        near = range(before.quantity.last + 1, quantity.first)
        listed = len(near) <= LONGEST_ITEM and all(grammar.tags[t][0] != "V" for t in near)
        head = head_of(self.scene.reading, quantity)
        people = people_class(self.scene.reading, noun_of(self.scene.reading, head)) is not None
        tolled = any(grammar.sentence_of[number] == here for number in self.tolled)
        return before if listed and people and tolled and before.measure in SPREAD else None

    def _is_of_a_list(self, quantity: Quantity) -> bool:
        """ "18 were killed: 10 in Kona, five in Bala": each of these has its own place, whatever the parse."""
        grammar = self.grammar
        lower = grammar.lowers[quantity.last + 1]
        placed = lower in LINKS or lower in load_codebook().measures.parts
        told = self._last_before(quantity) or self._told_before(quantity)
        opens = grammar.words[quantity.first - 1] in OPENS and told is not None
        beside = self._before(quantity)
        return placed and (opens or (beside is not None and beside.source == "spread"))

    def _is_bare(self, quantity: Quantity) -> bool:
        """Whether a word of place or of time stands straight behind the number, or none."""
        grammar, after = self.grammar, quantity.last + 1
        if quantity.percent or quantity.single or not quantity.first or after >= len(grammar):
            return False
        lower = next(iter(grammar.lowers[after + (grammar.lowers[after] in FURTHER) :]), "")
        return (
            lower in LINKS or lower in load_codebook().measures.parts or grammar.words[after] in ",.;" or lower == "a"
        )

    def _compared(self, quantity: Quantity) -> Counted | None:
        before = tuple(self.grammar.lowers[max(0, quantity.first - WIDE) : quantity.first])
        beside = self._before(quantity)
        if before in COMPARING or before[-1:] in COMPARING:
            whole = self._whole(quantity)
        else:
            joined = beside is not None and beside.source == "compared" and before[-1:] == ("and",)
            whole = beside.whole if joined and beside is not None else None
        if whole is None or whole.measure not in SPREAD:
            return None
        return Counted(quantity, quantity.number, quantity.number, whole.measure, "compared", None, whole)

    def _before(self, quantity: Quantity) -> Counted | None:
        """The last of the numbers found so far, in the same sentence."""
        last = max((token for token in self.found if token < quantity.number), default=None)
        here = self.grammar.sentence_of[quantity.number]
        return self.found[last] if last is not None and self.grammar.sentence_of[last] == here else None

    def _whole(self, quantity: Quantity) -> Counted | None:
        """The first number of the sentence that was counted."""
        first, _ = self.grammar.sentences[self.grammar.sentence_of[quantity.number]]
        numbers = (token for token in self.counted if first <= token < quantity.number)
        return next((item for token in sorted(numbers) if (item := self.counted[token]).measure in SPREAD), None)

    def _spread(self, quantity: Quantity, after: Sequence[Quantity]) -> Counted | None:
        sign = self.grammar.words[quantity.first - 1]
        beside = self._before(quantity)
        if beside is not None and beside.source == "spread" and sign in GOES_ON:
            return self._part(quantity, beside.measure, beside.whole, beside.noun, after)
        if sign in GOES_ON and (told := self._gapped(quantity)) is not None:
            return told
        if (
            sign not in OPENS
            or self.grammar.sentence_of[quantity.first - 1] != self.grammar.sentence_of[quantity.number]
        ):
            return None
        if (whole := self._last_before(quantity)) is not None:
            return self._part(quantity, whole.measure, whole, quantity.number, after)
        told = self._told_before(quantity)
        return self._part(quantity, told[0], None, told[1], after) if told is not None else None

    def _gapped(self, quantity: Quantity) -> Counted | None:
        """ "Twelve died in Kona and nine in Bala", "four on Monday, two on Tuesday": what was done is told once."""
        grammar, after = self.grammar, quantity.last + 1
        after += grammar.lowers[after] in FURTHER
        before = self._before(quantity) or self._last_before(quantity)
        if before is None or after - 1 > quantity.last + 1 or before.measure not in SPREAD:
            return None
        if grammar.lowers[after] not in SETTING or self._has_verb(quantity):
            return None
        between = range(before.quantity.last + 1, quantity.first)
        settings = [t for t in between if grammar.lowers[t] in SETTING]
        if not settings or grammar.lowers[after] not in {grammar.lowers[t] for t in settings}:
            return None
        noun = before.noun if before.noun != before.quantity.number else quantity.number
        before.until = before.until or quantity.first
        return Counted(quantity, quantity.number, noun, before.measure, "elided", before.framed, before.whole)

    def _has_verb(self, quantity: Quantity) -> bool:
        """Whether a verb of its own follows before the next comma or number."""
        grammar = self.grammar
        for token in range(quantity.last + 1, grammar.sentences[grammar.sentence_of[quantity.number]][1]):
            if grammar.words[token] in GOES_ON:
                return False
            if grammar.tags[token] in ("VBD", "VBZ", "VBP", "VBN", "MD"):
                return grammar.deps[token] != "amod"
        return False

    def _last_before(self, quantity: Quantity) -> Counted | None:
        first, _ = self.grammar.sentences[self.grammar.sentence_of[quantity.number]]
        last = max((token for token in self.counted if first <= token < quantity.first), default=None)
        item = self.counted[last] if last is not None else None
        return item if item is not None and item.measure in SPREAD and not item.quantity.single else None

    def _told_before(self, quantity: Quantity) -> tuple[Measure, int] | None:
        """ "Those civilians were killed as follows: 52 in ...": what was done, and to whom, by the clause before."""
        first, _ = self.grammar.sentences[self.grammar.sentence_of[quantity.number]]
        for item in self.framed:
            measure = item.frame.counts.get("recipient")
            if measure in SPREAD and item.recipients and first <= item.clause.predicate < quantity.first:
                return measure, item.recipients[0]
        return None

    def _part(
        self, quantity: Quantity, measure: Measure, whole: Counted | None, noun: int, after: Sequence[Quantity]
    ) -> Counted:
        """The number with the deed that is told between it and the next one."""
        parts = load_codebook().measures.parts
        others = (q.first for q in after if not q.single and self.grammar.lowers[q.first - 1] not in parts)
        end = next(others, len(self.grammar))
        end = min(end, self.grammar.sentences[self.grammar.sentence_of[quantity.number]][1])
        deeds = (
            item for item in self.framed if quantity.last < item.clause.predicate < end and item.frame.type == "ASSAULT"
        )
        deed = next((item for item in deeds if not item.absorbed), None)
        if whole is not None:
            noun = quantity.number
        return Counted(quantity, quantity.number, noun, measure, "spread", deed, whole)


def hang_on_wholes(scene: Scene, items: Sequence[Counted]) -> None:
    """ "2,240 civilians were harmed: 1,120 were killed": bare numbers behind a colon are of those before it."""
    grammar = scene.grammar
    first: dict[int, Counted] = {}
    for item in items:
        sentence = grammar.sentence_of[item.quantity.number]
        before = first.setdefault(sentence, item)
        bare = item.noun == item.quantity.number and item.whole is None and item.source in ("words", "frame", "state")
        if bare and before is not item and ":" in grammar.words[before.quantity.last : item.quantity.first]:
            item.whole = before


def setting_of(scene: Scene, item: Counted) -> dict[str, Any]:
    """The places and days that stand with such a number, by the names of a claim's fields; no others hold for it."""
    found = range(item.quantity.last + 1, item.until or _end_of(scene, item))
    if item.source == "compared":
        times = scene.setting.days.bare
        time = next((times[token] for token in found if token in times), None)
        return {"background": True, "when": when_of(time, "stated") if time is not None else None}
    where, times = scene.place(*found), scene.setting.days.bare
    time = next((times[token] for token in found if token in times), None)
    told = {"when": when_of(time, "stated")} if time is not None else {}
    return {"where": where, **told} if where else told


def setting_of_part(scene: Scene, item: Counted) -> dict[str, Any]:
    """ "2,414 of them between April and June", "25 of them in Kona": the day or the place straight behind a part."""
    grammar, at = scene.grammar, item.quantity.last + 1
    if grammar.lowers[at : at + 1] != ["of"] or grammar.lowers[at + 1 : at + 2] not in (["them"], ["these"], ["whom"]):
        return {}
    near = range(at + 2, min(at + 2 + LONGEST_ITEM, _end_of(scene, item)))
    times = scene.setting.days.bare
    time = next((times[token] for token in near if token in times), None)
    straight = {time.evidence[0][0]} if time is not None else set()
    if not near or (grammar.tags[near[0]] != "IN" and grammar.starts[near[0]] not in straight):
        return {}
    places = scene.place(*near)
    found: dict[str, Any] = {"when": when_of(time, "stated")} if time is not None else {}
    return found | ({"where": places} if places else {})


def _end_of(scene: Scene, item: Counted) -> int:
    """Where the next number begins, or the sentence ends."""
    grammar, first = scene.grammar, item.quantity.last + 1
    after = grammar.sentences[grammar.sentence_of[item.quantity.number]][1]
    numbers = (t for t in range(first, after) if grammar.words[t] in (";", ":") or _is_number(scene, t))
    return next(numbers, after)


def _is_number(scene: Scene, token: int) -> bool:
    grammar = scene.grammar
    linked = token + 1 < len(grammar) and grammar.lowers[token + 1] in LINKS
    return linked and grammar.tags[token] == "CD" and token not in scene.setting.days.bare
