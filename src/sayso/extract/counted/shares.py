"""Which numbers are of some only: of the victims, of those named, of those told on top, of a greater number before."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import takewhile

from sayso.codebook import load_codebook
from sayso.extract.counted.carried import Carried
from sayso.extract.counted.draft import Counted
from sayso.extract.counted.early import CLOCK, is_brought_to, is_told_by_the_clock, is_told_early
from sayso.extract.counted.nature import is_risen, is_superseded, nature_of
from sayso.extract.counted.nouns import measure_states, noun_measure, said_to_be
from sayso.extract.counted.some import Some
from sayso.extract.counted.who import group_of, heads_of, unit_of
from sayso.extract.framing.framer import Framed
from sayso.extract.scene import Scene
from sayso.parse import FINITE_TAGS, prepositional

SHARED = frozenset(("killed", "executed", "injured", "missing", "detained", "abducted", "captured", "raped"))
"""Measures of people of whom some are told of apart."""
ANYBODY = frozenset((None, "people", "mixed"))
ARMED = frozenset(("fighters", "soldiers", "police"))
APART = ARMED | {"children", "women"}
"""Groups that whoever counts the harmed counts by themselves: by side, age and sex."""
SIDES = APART | {"civilians"}
BY_SIDE = frozenset(("civilian", "noncombatant", "non-combatant", "resident", "villager"))
"""Nouns that count a side; by the others ("a baker") one of the people is told of."""
DEFINITE = frozenset(("the", "those", "these", "them", "whom", "which"))
ANEW = frozenset(("later", "again", "subsequently", "updated", "revised", "afterwards"))
FAMILIES = frozenset(("family", "clan", "household", "tribe"))
POINTING = frozenset(("the", "these", "those"))
STANDING_IN = frozenset(("them", "whom", "which"))
ENDS_PHRASE = frozenset((",", ".", ":", "VBD", "VBZ", "VBP", "IN", "WP", "WDT"))
INDEFINITE = frozenset(("a", "an"))
IN_ITS_SENTENCE = frozenset(("clause above", "clause beside", "sentence"))
"""Where a day comes from that the number's own sentence names."""
PLACED_IN_IT = frozenset(
    (
        "",
        "where: from the clause above",
        "where: from the clause beside",
        "where: from the clause below",
        "where: from the sentence",
        "where: from those who live there",
    )
)
"""The same of a place; nothing where it stands beside the number."""
PRONOUNS = frozenset(("WP", "WDT", "PRP"))
AHEAD = 24
"""Tokens before "three of whom" in which the casualties stand."""
REACH = 60
"""Numbers back among which a whole is looked for."""


def with_natures(scene: Scene, framed: Sequence[Framed], items: list[Counted]) -> list[Counted]:
    """The same items, each with its nature."""
    shares, carried = Shares(scene, framed), Carried(scene)
    told = Counter(_measure(item) for item in items)
    for item in items:
        item.alone = told[_measure(item)] == 1
        item.nature = nature_of(scene, item)
        if item.nature == "event_count":
            item.nature = carried.nature_of(item)
        carried.tell(item)
        if item.nature == "event_count" and item.measure in SHARED and item.quantity.best != 0:
            apart = item.source == "elided" and item.whole is None
            item.nature = "part" if not apart and shares.is_share(item) else "event_count"
            shares.replace(item)
            shares.tell(item)
    shares.overtake()
    return items


class Shares:
    """Holds each number against those told before it: `is_share` asks, `tell` makes it known to those that follow."""

    def __init__(self, scene: Scene, framed: Sequence[Framed]) -> None:
        self.scene, self.reading, self.grammar = scene, scene.reading, scene.grammar
        self.words, self.some = load_codebook().measures, Some(scene)
        self.before: dict[str, list[Counted]] = defaultdict(list)
        self.groups: dict[int, str | None] = {}
        self.attacks: dict[int, list[Framed]] = defaultdict(list)
        for item in framed:
            if item.frame.type == "ASSAULT":
                self.attacks[self.grammar.sentence_of[item.clause.predicate]].append(item)

    def tell(self, item: Counted) -> None:
        """Makes a number known that those behind it may be shares of."""
        if item.nature == "event_count" and not is_superseded(self.scene, item):
            self.before[_measure(item)].append(item)

    def replace(self, item: Counted) -> None:
        """Marks the smaller counts of the same happening that a count has risen from, or that its speaker gave before;
        what the outlet counts in its own voice no one else's count replaces."""
        if item.nature != "event_count":
            return
        risen = is_risen(self.scene, item)
        brought = is_brought_to(self.scene, item)
        for other in self.before[_measure(item)][-REACH:] if risen or brought or self._comes_later(item) else ():
            counted_on = brought and is_brought_to(self.scene, other)
            if _most(other) >= _least(item) or not (counted_on or self._may_replace(item, other, risen=risen)):
                continue
            if self._may_hold(item, other) and not self._is_of_another(item, other):
                other.replaced = True

    def overtake(self) -> None:
        """Marks what was counted soon after the happening, where the report has a greater count of it; or at an hour,
        where the outlet itself counts more."""
        for counts in self.before.values():
            near = counts[-REACH:] if len(counts) > 1 else []
            own = [one for one in near if self._voice(one) == frozenset()]
            for item in near:
                greater = near if is_told_early(self.scene, item) else own
                if greater is near or (own and is_told_by_the_clock(self.scene, item)):
                    item.replaced = item.replaced or any(self._may_overtake(item, other) for other in greater)

    def _may_overtake(self, item: Counted, other: Counted) -> bool:
        greater = _least(other) > _most(item) and self._may_hold(other, item)
        first, second = sorted((item, other), key=lambda one: one.quantity.number)
        return greater and not self._is_of_another(second, first)

    def _may_replace(self, item: Counted, other: Counted, *, risen: bool) -> bool:
        """Whether a count that has risen stands against anybody's but the outlet's own; else one speaker's, given anew
        in the same paragraph."""
        voice, before = self._voice(item), self._voice(other)
        if risen:
            return bool(before) or not voice
        blocks = {self.grammar.block_of[self.grammar.sentence_of[one.quantity.number]] for one in (item, other)}
        return bool(voice) and voice == before and len(blocks) == 1

    def _comes_later(self, item: Counted) -> bool:
        """As in "at 15:20 the agency reported 20 dead", "later it counted 20": a word or a clock that says when."""
        first, after = self.grammar.sentences[self.grammar.sentence_of[item.quantity.number]]
        lowers = self.grammar.lowers[first:after]
        return any(lower in ANEW or CLOCK.fullmatch(lower) for lower in lowers)

    def is_share(self, item: Counted) -> bool:
        """Whether the number is of some of those whom the report counts elsewhere, and of no side of its own."""
        if self._is_of_the_harmed(item):
            return self._group(item) not in SIDES or self._is_unsided(item)
        wholes = self._wholes(item)
        if not wholes:
            return False
        if item.source == "part" or self._is_of_them(item) or self._is_among(item) or self.some.are_on_a_list(item):
            return True
        if self.some.are_kin(item) or self.some.are_seen(item):
            return True
        same = [whole for whole in wholes if not self._is_of_another(item, whole)]
        if same and (self.some.are_named(item) or self._is_told_of(item) or unit_of(self.scene, item) == "households"):
            return True
        if same and self.some.are_brought_in(item):
            return True
        if self._is_of_a_family(item) and not all(self._is_of_a_family(whole) for whole in same):
            return True
        if self._is_added(item) and (same or self._is_in_the_attack(item)):
            return True
        voice, same = self._voice(item), [whole for whole in same if not self._is_beside(item, whole)]
        return any(self._voice(whole) == voice is not None for whole in same)

    # -- the whole ---------------------------------------------------------------------------------------------------
    def _wholes(self, item: Counted) -> list[Counted]:
        """The numbers before that are greater and may count the same people, the last first."""
        near = reversed(self.before[_measure(item)][-REACH:])
        return [other for other in near if _most(other) > _least(item) and self._may_hold(other, item)]

    def _may_hold(self, whole: Counted, item: Counted) -> bool:
        around, inside = self._group(whole), self._group(item)
        if inside in APART or around in APART:
            return inside == around or (inside in ANYBODY and item.source == "part")
        if inside == "civilians" and around in ANYBODY:
            one_of_many = item.quantity.single and self.grammar.lemmas[item.noun] not in BY_SIDE
            return one_of_many or not self._is_included(item) or unit_of(self.scene, item) == "households"
        return inside == around or inside in ANYBODY or around in ANYBODY or around == "civilians"

    def _is_included(self, item: Counted) -> bool:
        """As in "including eight civilians", "among them eight civilians": so many of that side in all."""
        before = self.grammar.lowers[max(0, item.quantity.first - 2) : item.quantity.first]
        return item.source == "part" or self._is_of_them(item) or any(lower in self.words.parts for lower in before)

    def _group(self, item: Counted) -> str | None:
        if id(item) not in self.groups:
            unit = unit_of(self.scene, item)
            if self.grammar.tags[item.noun] in PRONOUNS:
                return None
            self.groups[id(item)] = group_of(self.scene, item, heads_of(self.scene, item), unit)[0]
        return self.groups[id(item)]

    # -- words of a share --------------------------------------------------------------------------------------------
    def _behind_of(self, item: Counted) -> int | None:
        """The definite word behind the "of" of "six of the victims", "one of those killed"."""
        lowers, after = self.grammar.lowers, item.quantity.last + 1
        if after + 1 < len(lowers) and lowers[after] == "of" and lowers[after + 1] in DEFINITE:
            return after + 1
        return None

    def _is_of_the_harmed(self, item: Counted) -> bool:
        """As in "one of the victims", "nine of the dead", "10 of those killed": there are more, the words say."""
        definite = self._behind_of(item)
        if definite is None or self.grammar.lowers[definite] in STANDING_IN:
            return definite is not None and self._stands_behind_the_harmed(item)
        near = range(definite + 1, min(definite + 4, len(self.grammar)))
        phrase = takewhile(lambda token: self.grammar.tags[token] not in ENDS_PHRASE, near)
        return any(self._harm(token) == _measure(item) for token in phrase)

    def _stands_behind_the_harmed(self, item: Counted) -> bool:
        """As in "casualties were brought to the clinic, three of whom died": some of them, however many they are."""
        grammar = self.grammar
        first, _ = grammar.sentences[grammar.sentence_of[item.quantity.number]]
        near = range(max(first, item.quantity.first - AHEAD), item.quantity.first)
        plural = (token for token in near if grammar.tags[token] == "NNS")
        return any(grammar.lemmas[token] in self.words.hit or noun_measure(self.reading, token) for token in plural)

    def _harm(self, token: int) -> str | None:
        return measure_states().get(self.grammar.lowers[token]) or noun_measure(self.reading, token)

    def _is_unsided(self, item: Counted) -> bool:
        """As in "15 of the victims from one family", "19 of the civilians killed": of no side of their own."""
        harmed = self._harm(item.noun) is not None or item.noun == item.quantity.number
        inside = prepositional(self.grammar, item.quantity.number, "of")
        return (harmed or item.noun in inside) and said_to_be(self.reading, item.quantity.number) is None

    def _is_of_a_family(self, item: Counted) -> bool:
        """As in "18 members of the Abdi family", "five deaths from one clan", "17 family members"."""
        lemmas, tokens = self.grammar.lemmas, (item.noun, item.head)
        of = (t for token in tokens for t in prepositional(self.grammar, token, "of", "from"))
        before = (t for token in tokens for t in self.grammar.children[token] if t < token)
        return any(lemmas[t] in FAMILIES for t in (*of, *before))

    def _is_told_of(self, item: Counted) -> bool:
        """As in "the pair", "the two brothers": some of those before, by a definite word, whom nobody has counted."""
        first, lowers = item.quantity.first, self.grammar.lowers
        if not first or lowers[first - 1] not in POINTING or item.quantity.single or self._behind_of(item) is not None:
            return False
        return all(_most(other) != _least(item) for other in self.before[_measure(item)][-REACH:])

    def _is_of_them(self, item: Counted) -> bool:
        return self._behind_of(item) is not None

    def _is_among(self, item: Counted) -> bool:
        """As in "a teacher was among the dead"."""
        clause = self.reading.owner(self.grammar.heads[item.head])
        return clause is not None and any(self._harm(token) for token in clause.slots.get("among", ()))

    def _is_in_the_attack(self, item: Counted) -> bool:
        """As in "a swimmer was also killed in the strike": in the one told of before."""
        attacks = self.attacks[self.grammar.sentence_of[item.quantity.number]]
        nouns = {attack.clause.predicate for attack in attacks if attack.clause.kind == "nominal"}
        nouns |= {t for t in range(*self._words_of(item)) if self.grammar.lemmas[t] in self.words.nouns["attacks"]}
        return any(self.grammar.lowers[c] in POINTING for noun in nouns for c in self.grammar.children[noun])

    def _words_of(self, item: Counted) -> tuple[int, int]:
        return self.grammar.sentences[self.grammar.sentence_of[item.quantity.number]]

    def _is_beside(self, item: Counted, whole: Counted) -> bool:
        """As in "killed three teachers and two nurses": each number counts people of its own."""
        tokens = {item.head, item.noun} - {whole.head, whole.noun}
        between = self.grammar.tags[whole.quantity.last + 1 : item.quantity.first]
        wholes = (whole.head, whole.noun)
        beside = any(self.grammar.deps[t] == "conj" and self.grammar.heads[t] in wholes for t in tokens)
        return beside and not FINITE_TAGS.intersection(between)

    def _is_added(self, item: Counted) -> bool:
        """As in "two other members", "a third person", "three brothers were also killed"."""
        words, grammar = self.words, self.grammar
        around = {
            *grammar.children[item.head],
            *grammar.children[item.noun],
            item.quantity.last + 1,
            item.quantity.first,
        }
        if any(grammar.lowers[t] in words.added for t in around if t < len(grammar)):
            return True
        clause = self.scene.clause(item.quantity.number)
        return clause is not None and any(grammar.lowers[t] in words.also for t in grammar.children[clause.verb])

    # -- another happening ---------------------------------------------------------------------------------------------
    def _is_of_another(self, item: Counted, whole: Counted) -> bool:
        """Whether the words open another happening, by its name or by a place or a day of its own."""
        here = self.grammar.sentence_of[item.quantity.number]
        if here == self.grammar.sentence_of[whole.quantity.number]:
            return False
        if self._are_lines(here, self.grammar.sentence_of[whole.quantity.number]) or self._is_by_others(item, whole):
            return True
        first, after = self.grammar.sentences[here]
        if any(self.grammar.lowers[token] in self.words.elsewhere for token in range(first, after)):
            return True
        return any(self._is_new(attack) for attack in self.attacks[here]) or self._is_set_apart(item, whole)

    def _is_by_others(self, item: Counted, whole: Counted) -> bool:
        """As in "the army killed 61 men. Rebels killed four villagers": what two did are two deeds."""
        if item.framed is None or whole.framed is None or not item.framed.actors or not whole.framed.actors:
            return False
        ours, theirs = (self.scene.parties(*one.framed.actors) for one in (item, whole))
        return bool(ours) and bool(theirs) and not {*ours} & {*theirs}

    def _are_lines(self, here: int, there: int) -> bool:
        """Whether two sentences stand in two lines of a list."""
        blocks, (one, other) = self.grammar.blocks, (self.grammar.block_of[sentence] for sentence in (here, there))
        return one != other and max(one, other) < len(blocks) and blocks[one].kind == blocks[other].kind == "list"

    def _is_new(self, attack: Framed) -> bool:
        """As in "a strike on the port", "another attack", "the second raid"."""
        children = self.grammar.children[attack.clause.predicate] if attack.clause.kind == "nominal" else ()
        return any(self.grammar.lowers[t] in INDEFINITE or self.grammar.lowers[t] in self.words.anew for t in children)

    def _is_set_apart(self, item: Counted, whole: Counted) -> bool:
        mine, other = self.scene.where(item.quantity.number), self.scene.where(whole.quantity.number)
        if mine.items and mine.how in PLACED_IN_IT and other.items and not set(mine.items) & set(other.items):
            return True
        when, then = self.scene.when(item.quantity.number), self.scene.when(whole.quantity.number)
        if when is None or then is None or (when.start, when.end) == (then.start, then.end):
            return False
        days = when.start == when.end and then.start == then.end
        return when.basis == "stated" or (days and when.basis in IN_ITS_SENTENCE)

    # -- whose word ----------------------------------------------------------------------------------------------------
    def _voice(self, item: Counted) -> frozenset[str] | None:
        """Whose word the number is: nobody else's than the outlet's is an empty set, an unnamed one's None."""
        utterance = self.scene.utterance_at(item.quantity.number)
        if utterance is None:
            return frozenset()
        return frozenset(_ids(utterance.speakers)) or None


def _ids(speakers: Sequence) -> Iterator[str]:
    return (name for speaker in speakers for name in (speaker.party, speaker.person) if name)


def _measure(item: Counted) -> str:
    return "killed" if item.measure == "executed" else item.measure


def _most(item: Counted) -> float:
    return max(value for value in _values(item))


def _least(item: Counted) -> float:
    return min(value for value in _values(item))


def _values(item: Counted) -> list[float]:
    quantity = item.quantity
    return [value for value in (quantity.low, quantity.best, quantity.high) if value is not None] or [0.0]
