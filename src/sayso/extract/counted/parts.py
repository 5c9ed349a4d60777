"""Parts of a number: "12 people, including five children", "six of them", "among them a woman", "dozens more"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import structs

from sayso.codebook import load_codebook
from sayso.extract.counted.again import counts_the_dead, told_again
from sayso.extract.counted.cared import is_struck, told_of_them
from sayso.extract.counted.draft import Counted, Source
from sayso.extract.counted.gravity import gravity_of, is_one_of_them
from sayso.extract.counted.itemised import whole_before_sign
from sayso.extract.counted.nouns import (
    counts_nothing,
    head_of,
    measure_states,
    noun_of,
    people_class,
    said_to_be,
    state_at,
)
from sayso.extract.counted.quantities import Quantity
from sayso.extract.counted.quantities_values import bounded
from sayso.extract.reading import Reading
from sayso.extract.scene import Scene
from sayso.records.claims import Measure

CLIMB = 6
BEFORE = 4
SENTENCES_BACK = 2
ALIVE = frozenset(("survivor",))
PEOPLES = frozenset(("ethnic", "religious", "people", "civilians"))
LOOSE_DEPS = frozenset(("appos", "conj", "dep", "npadvmod", "nmod"))


class Parts:
    """Gives a number without a measure that of the number that it is a part of.

    counted: what was found so far, in the order of the numbers.
    """

    def __init__(self, scene: Scene, counted: Sequence[Counted], quantities: Sequence[Quantity]) -> None:
        self.scene, self.reading, self.grammar = scene, scene.reading, scene.grammar
        self.counted = [item for item in counted if item.source != "other"]
        self.numbers = [item.quantity.number for item in self.counted]
        known = {*self.numbers}
        self.left_open = [q for q in quantities if q.number not in known and not q.single and not q.percent]
        self.whole_of: dict[int, Counted] = {}
        self.last_part: Quantity | None = None
        self.by_token = {token: item for item in self.counted for token in (item.head, item.noun, item.quantity.number)}

    def part(self, quantity: Quantity) -> Counted | None:
        """The quantity as a part of another; None where it is none."""
        if (hurt := self._of_the_wounded(quantity)) is not None:
            return hurt
        head = head_of(self.reading, quantity)
        if quantity.single and (self._tells(head) or is_one_of_them(self.reading, quantity, head)):
            return None
        if quantity.single:
            head = self.grammar.heads[quantity.number]
        noun = self._noun(quantity, head)
        item_of = whole_before_sign(self.grammar, quantity, counted=self.counted, numbers=self.numbers)
        someone = people_class(self.reading, noun) or noun == quantity.number
        someone = someone or (item_of is not None and self.scene.kind(noun) in PEOPLES)
        if counts_nothing(self.reading, quantity, head, noun) or not someone:
            return None
        if (told := self._told(quantity, head)) is not None:
            return Counted(quantity, head, noun, *told)
        if told_again(self.reading, quantity, noun):
            if (same := self._last_before(quantity, 1)) is not None:
                return Counted(quantity, head, noun, same.measure, "again", same.framed, same)
            if counts_the_dead(self.reading, quantity):
                return Counted(quantity, head, noun, "killed", "toll")
        apart = quantity.best == 0 or self._are_alive(quantity, noun)
        whole = None if apart else self._whole(quantity, head) or item_of
        if whole is None or whole.quantity is quantity:
            return None
        self.whole_of[head], self.last_part = whole, quantity
        return Counted(self._rest(quantity, whole), head, noun, whole.measure, "part", whole.framed, whole)

    def _tells(self, head: int) -> bool:
        """ "30 wounded, including nine women, a nurse said": whoever tells of them is none of them."""
        head = head if self.grammar.deps[head] == "nsubj" else self.grammar.heads[head]
        verb = self.grammar.heads[head]
        cues = self.reading.index.cue_verbs.get(self.grammar.lemmas[verb], ())
        return self.grammar.deps[head] == "nsubj" and any(not rest and cue.kind == "speech" for rest, cue in cues)

    def _are_alive(self, quantity: Quantity, noun: int) -> bool:
        """ "Pulled out 19 survivors, among them a boy": no part of the dead told of before."""
        lemmas = self.grammar.lemmas
        first, _ = self.grammar.sentences[self.grammar.sentence_of[noun]]
        among = lemmas[max(first, quantity.first - 4) : quantity.first]
        return lemmas[noun] in ALIVE or (bool(among) and among[0] in ALIVE)

    def _of_the_wounded(self, quantity: Quantity) -> Counted | None:
        """As in "wounded 11, four of them seriously": the last wounded told of before are the whole."""
        measure = gravity_of(self.reading, quantity)
        at = bisect_left(self.numbers, quantity.number)
        hurt = (item for item in reversed(self.counted[:at]) if item.measure == "injured")
        whole = next(hurt, None) if measure is not None else None
        if measure is None or whole is None or self._sentences_between(whole, quantity) > 1:
            return None
        number = quantity.number
        return Counted(quantity, number, number, measure, "part", whole.framed, whole)

    def _sentences_between(self, whole: Counted, quantity: Quantity) -> int:
        return self.grammar.sentence_of[quantity.number] - self.grammar.sentence_of[whole.quantity.number]

    def _rest(self, quantity: Quantity, whole: Counted) -> Quantity:
        """As in "26 dead, all but five of them civilians": what is left of the whole."""
        before, best = self.grammar.lowers[max(0, quantity.first - 2) : quantity.first], whole.quantity.best
        if before not in (["all", "but"], ["all", "except"]) or quantity.best is None or best is None:
            return quantity
        return structs.replace(quantity, best=best - quantity.best, modifier=whole.quantity.modifier)

    def _noun(self, quantity: Quantity, head: int) -> int:
        """As in "ten of them civilians", "of whom ten were civilians": the noun behind the whole."""
        grammar, words = self.grammar, load_codebook().measures
        after, noun = quantity.last + 1, noun_of(self.reading, head)
        if after + 2 < len(grammar) and grammar.lowers[after] == "of" and grammar.lowers[after + 1] in words.wholes:
            behind, noun = after + 2, quantity.number
            behind += behind + 1 < len(grammar) and grammar.tags[behind] == "DT"
            if grammar.tags[behind][:2] == "NN" and people_class(self.reading, behind):
                return behind
        return said_to_be(self.reading, quantity.number) or noun if noun == quantity.number else noun

    def _told(self, quantity: Quantity, head: int) -> tuple[Measure, Source] | None:
        """The measure that the number's own clause gives, and its source."""
        if (among := self._among_the(head)) is not None:
            return among, "part"
        if is_struck(self.reading, head):
            return "injured", "state"
        measure = told_of_them(self.reading, head)
        hurt = measure == "injured" and self._is_further(quantity)
        return (measure, "state") if measure == "missing" or hurt else None

    def _among_the(self, head: int) -> Measure | None:
        """As in "A journalist was among the dead", "six civilians were among those killed"."""
        clause = self.reading.owner(self.grammar.heads[head])
        if clause is None or head not in clause.slots.get("subject", ()):
            return None
        for token in clause.slots.get("among", ()):
            told = state_at(self.reading, token) or (self.by_token[token].measure if token in self.by_token else None)
            if told is not None:
                return told
        return None

    def _whole(self, quantity: Quantity, head: int) -> Counted | None:
        if self._is_of_them(quantity):
            return None if self._is_of_uncounted(quantity) else self._last_before(quantity, SENTENCES_BACK)
        if self._is_further(quantity):
            return self._last_before(quantity, 1)
        if self._stands_under_part_word(head) or self._near_part_word(quantity):
            return self._last_before(quantity, 1 if self._near_part_word(quantity) == "among" else 0)
        if self._is_of_those_before(quantity):
            return self._last_before(quantity, 1)
        above = self.grammar.heads[head]
        if self.grammar.deps[head] == "conj" and above in self.whole_of:
            return self.whole_of[above]
        return self.by_token.get(above) if self.grammar.deps[head] in LOOSE_DEPS else None

    def _is_of_uncounted(self, quantity: Quantity) -> bool:
        """ "Treated 39 Rohingya, 40 per cent of them women": a part of people of whom nothing is told, not of the dead
        of the sentence before."""
        first, _ = self.grammar.sentences[self.grammar.sentence_of[quantity.number]]
        last = max((n for n in self.numbers if n < quantity.number), default=-1)
        open_ones = (q for q in self.left_open if max(first, last + 1) <= q.number < quantity.first)
        nouns = [noun_of(self.reading, head_of(self.reading, q)) for q in open_ones]
        return any(people_class(self.reading, noun) or self.scene.kind(noun) in PEOPLES for noun in nouns)

    def _is_of_those_before(self, quantity: Quantity) -> bool:
        """As in "of whom 12 were children", "of the 40 killed, 12 were children", "Twelve were children"."""
        grammar, first = self.grammar, quantity.first
        if said_to_be(self.reading, quantity.number) is None:
            return self._has_no_noun_of_its_own(quantity) and self._stands_behind_of(quantity)
        opens = first == grammar.sentences[grammar.sentence_of[first]][0]
        behind_of = grammar.lowers[first - 2 : first - 1] == ["of"] or self._stands_behind_of(quantity)
        return opens or behind_of or self._is_beside_a_part(quantity)

    def _has_no_noun_of_its_own(self, quantity: Quantity) -> bool:
        """As in "of the 200 held, 40 are in Gao and 12 were sentenced": a bare number that is a subject."""
        bare = noun_of(self.reading, head_of(self.reading, quantity)) == quantity.number
        return bare and self.grammar.deps[quantity.number] in ("nsubj", "nsubjpass")

    def _is_beside_a_part(self, quantity: Quantity) -> bool:
        """As in "of whom 12 were children and nine were women": the second is a part as the first is."""
        grammar, before = self.grammar, self.last_part
        beside = before is not None and grammar.sentence_of[before.number] == grammar.sentence_of[quantity.number]
        return beside and grammar.lowers[quantity.first - 1] in ("and", ",", ";")

    def _stands_behind_of(self, quantity: Quantity) -> bool:
        """Whether the sentence opens with what it is a part of: "of the 40 killed"."""
        grammar = self.grammar
        start = grammar.sentences[grammar.sentence_of[quantity.first]][0]
        number = next((n for n in self.numbers if start < n < quantity.first), None)
        return grammar.lowers[start] in ("of", "among") and number is not None

    def _is_of_them(self, quantity: Quantity) -> bool:
        """As in "six of them", unless these six are only heard: "one of them said"."""
        grammar, after = self.grammar, quantity.last + 1
        above = grammar.heads[quantity.number]
        reports = any(not further for further, _ in self.reading.index.cue_verbs.get(grammar.lemmas[above], ()))
        if reports and grammar.deps[quantity.number] == "nsubj":
            return False
        words = load_codebook().measures.wholes
        return after + 1 < len(grammar) and grammar.lowers[after] == "of" and grammar.lowers[after + 1] in words

    def _is_further(self, quantity: Quantity) -> bool:
        grammar, after = self.grammar, quantity.last + 1
        return (
            after < len(grammar)
            and grammar.lowers[after] in load_codebook().measures.further
            and self._has_no_noun(after)
        )

    def _has_no_noun(self, token: int) -> bool:
        behind = token + 1
        return behind >= len(self.grammar) or self.grammar.tags[behind][:2] not in ("NN", "JJ", "CD")

    def _stands_under_part_word(self, head: int) -> bool:
        grammar, words, token = self.grammar, load_codebook().measures.parts, head
        for _ in range(CLIMB):
            above = grammar.heads[token]
            if above == token or grammar.deps[token] not in ("pobj", "dobj", "conj", "appos"):
                return False
            if grammar.lowers[above] in words and above < head:
                return True
            token = above
        return False

    def _near_part_word(self, quantity: Quantity) -> str:
        """The word of a part straight before ("including at least five", "among them") or behind ("among them")."""
        grammar, words = self.grammar, load_codebook().measures
        first, after = grammar.sentences[grammar.sentence_of[quantity.number]]
        opening = _opening(self.reading, quantity)
        for token in range(opening - 1, max(first, opening - BEFORE) - 1, -1):
            if grammar.lowers[token] in words.parts:
                return grammar.lowers[token]
            if grammar.tags[token][0] == "V":
                break
        behind = [
            t for t in range(quantity.last + 1, min(after - 1, quantity.last + 6)) if grammar.lowers[t] == "among"
        ]
        return "among" if behind and grammar.lowers[behind[0] + 1] in words.wholes else ""

    def _last_before(self, quantity: Quantity, sentences: int) -> Counted | None:
        """The last number counted before, in the same block, at most so many sentences back."""
        grammar, at = self.grammar, bisect_left(self.numbers, quantity.number)
        here = grammar.sentence_of[quantity.number]
        while at and (item := self.counted[at - 1]):
            there = grammar.sentence_of[item.quantity.number]
            if there < here - sentences or grammar.block_of[there] != grammar.block_of[here]:
                return None
            if item.quantity.best != 0 and not item.measure.startswith("structures") and item.measure != "attacks":
                return item.whole or item
            at -= 1
        return None


def _opening(reading: Reading, quantity: Quantity) -> int:
    """Where the phrase of a number begins: "a family of five" before its five."""
    grammar, first = reading.grammar, quantity.first
    family = first > 1 and grammar.lowers[first - 1] == "of" and people_class(reading, first - 2) is not None
    return first - 2 - (grammar.tags[first - 3] == "DT") if family and grammar.tags[first - 2] == "NN" else first


def carry_bounds(scene: Scene, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """A bound holds for what is joined to its number without a new verb: "at least 40 killed and 100 wounded"."""
    return tuple(
        _carried(scene, quantities[at - 1] if at else None, quantity) for at, quantity in enumerate(quantities)
    )


def _carried(scene: Scene, before: Quantity | None, quantity: Quantity) -> Quantity:
    if (
        before is None
        or quantity.modifier != "exactly"
        or quantity.single
        or quantity.percent
        or quantity.first != quantity.last
    ):
        return quantity
    if (
        before.modifier not in ("at_least", "more_than", "about", "nearly", "up_to")
        or before.percent
        or not quantity.best
        or (before.low is not None and before.high is not None)
    ):
        return quantity
    return _bound_as(before, quantity) if _joined(scene, before, quantity) else quantity


def _bound_as(before: Quantity, quantity: Quantity) -> Quantity:
    from_bound = bounded(quantity.best or 0.0, before.modifier)
    return structs.replace(
        quantity, low=from_bound.low, best=from_bound.best, high=from_bound.high, modifier=before.modifier
    )


def _joined(scene: Scene, before: Quantity, quantity: Quantity) -> bool:
    grammar = scene.grammar
    between = range(before.last + 1, quantity.first)
    if not between or len(between) > 8 or grammar.lowers[between[-1]] != "and":
        return False
    if _is_of_things(scene.reading, quantity) and not _is_of_things(scene.reading, before):
        return False
    return not any(_is_new_statement(scene, token) for token in between)


def _is_of_things(reading: Reading, quantity: Quantity) -> bool:
    """Houses, cars, not people: "over 20 others were hurt and six homes burned"."""
    noun = noun_of(reading, head_of(reading, quantity))
    return (
        noun != quantity.number and people_class(reading, noun) is None and any(e.unit for e in reading.classes(noun))
    )


def _is_new_statement(scene: Scene, token: int) -> bool:
    grammar = scene.grammar
    if grammar.lowers[token] in load_codebook().measures.parts or grammar.words[token] in (";", ".", ":", "-", "–"):
        return True
    return (
        grammar.tags[token] in ("VBD", "VBG", "VBZ", "VBP", "VB")
        and grammar.lemmas[token] not in ("be", "have")
        and (grammar.lowers[token] not in measure_states())
    )
