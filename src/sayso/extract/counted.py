"""How many: quantities in the slots that their clauses affect, whose people, killed by whom, in which happening."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.codebook import NounClass, load_codebook
from sayso.extract.framing import Framed
from sayso.extract.quantities import Quantity
from sayso.extract.scene import Scene
from sayso.parse import Clause, conjuncts, meant
from sayso.records import Event, Figure, Span
from sayso.records.claims import Measure, Nature

METHOD = "counted"
PART_WORDS = frozenset(("including", "among", "of", "with", "includes", "include"))
NUMBER_DEPS = frozenset(("nummod", "quantmod", "compound", "amod", "det", "neg"))
PEOPLE_UNITS = frozenset(("people", "households"))
CONFIDENCE = {"frame": 0.85, "noun": 0.75, "state": 0.7, "present": 0.65, "part": 0.7}
CLIMB = 6


@dataclass(slots=True)
class Counted:
    """A quantity with what it counts: the head token that it stands with, the measure, and the framed clause that says so."""

    quantity: Quantity
    head: int
    measure: Measure
    source: str
    framed: Framed | None = None


@cache
def _measure_nouns() -> dict[str, Measure]:
    return {noun: measure for measure, nouns in load_codebook().measures.nouns.items() for noun in nouns}  # type: ignore[misc]


@cache
def _measure_states() -> dict[str, Measure]:
    return {word: measure for measure, words in load_codebook().measures.states.items() for word in words}  # type: ignore[misc]


@cache
def _not_counted() -> frozenset[str]:
    return frozenset(load_codebook().measures.not_counted)


class Counter:
    """Finds what each quantity of a scene counts."""

    def __init__(self, scene: Scene, framed: Sequence[Framed], quantities: Sequence[Quantity]) -> None:
        self.scene, self.reading, self.grammar = scene, scene.reading, scene.grammar
        self.quantities = quantities
        self.slots: dict[int, list[tuple[Framed, str]]] = {}
        for item in framed:
            for slot, tokens in (("actor", item.actors), ("recipient", item.recipients)):
                for token in tokens:
                    self.slots.setdefault(token, []).append((item, slot))
        self.by_predicate = {item.clause.predicate: item for item in framed}
        self.by_verb = {item.clause.verb: item for item in framed}

    def counted(self) -> tuple[Counted, ...]:
        """The quantities that are figures, in order; parts take the measure of their whole."""
        found: list[Counted] = []
        by_head: dict[int, Counted] = {}
        for quantity in self.quantities:
            item = self._count(quantity)
            item = item or self._part(quantity, by_head)
            if item is not None:
                found.append(item)
                by_head[item.head] = item
                by_head[quantity.number] = item
        return tuple(found)

    def head(self, quantity: Quantity) -> int:
        """The noun that the number stands with, or the number itself where the noun is left out."""
        token, grammar = quantity.number, self.grammar
        for _ in range(CLIMB):
            if grammar.deps[token] not in NUMBER_DEPS or grammar.heads[token] == token:
                break
            token = grammar.heads[token]
        return token

    def _count(self, quantity: Quantity) -> Counted | None:
        head = self.head(quantity)
        noun = meant(self.grammar, head)
        if self._is_no_figure(quantity, head, noun):
            return None
        for token in self._places_in_tree(head):
            for item, slot in self.slots.get(token, ()):
                measure = item.frame.counts.get(slot)
                if measure is not None and self._countable(noun, measure):
                    return Counted(quantity, head, measure, "frame", item)
        return self._by_state(quantity, head, noun) or self._by_noun(quantity, head, noun) or self._by_presence(quantity, head, noun)

    def _is_no_figure(self, quantity: Quantity, head: int, noun: int) -> bool:
        grammar = self.grammar
        if grammar.lemmas[head] in _not_counted() or grammar.lemmas[noun] in _not_counted():
            return True
        after = quantity.last + 1
        if after < len(grammar) and grammar.lemmas[after] in _not_counted():
            return True
        if after + 1 < len(grammar) and grammar.words[after] in ("-", "–") and grammar.lowers[after + 1] in ("year", "month", "day", "km", "hour", "week", "mile"):
            return True
        before = quantity.first - 1
        return before >= 0 and grammar.lowers[before] in ("aged", "age", "no.", "article", "resolution", "number", "chapter", "section", "route", "highway")

    def _places_in_tree(self, head: int) -> Iterator[int]:
        """The head, then what it is a conjunct, an apposition or an of-phrase of: where a slot may know it."""
        grammar, token = self.grammar, head
        yield token
        for _ in range(CLIMB):
            above, dep = grammar.heads[token], grammar.deps[token]
            if dep in ("conj", "appos", "nmod", "compound") or (dep in ("pobj", "prep") and self._of_or_than(token, dep)):
                token = above
                yield token
            else:
                return

    def _of_or_than(self, token: int, dep: str) -> bool:
        word = self.grammar.lowers[token] if dep == "prep" else self.grammar.lowers[self.grammar.heads[token]]
        return word in ("of", "than", "to", "between")

    def _countable(self, noun: int, measure: Measure) -> bool:
        """Structures are no people: "destroyed 30 houses" counts houses, "killed 30 people" people."""
        classes = self.reading.classes(noun)
        units = {entry.unit for entry in classes if entry.unit}
        if measure.startswith("structures"):
            return bool(units - PEOPLE_UNITS)
        return not units or bool(units & PEOPLE_UNITS)

    def _by_state(self, quantity: Quantity, head: int, noun: int) -> Counted | None:
        """"Three dead", "30 wounded", "40 people were missing", "1,200 displaced families"."""
        grammar, states = self.grammar, _measure_states()
        for child in (head, noun, *grammar.children[head], *grammar.children[noun]):
            if child == head and not grammar.children[head] and child == quantity.number:
                continue
            if grammar.lowers[child] in states and (child in (head, noun) or grammar.deps[child] in ("amod", "acl", "relcl", "advmod", "acomp")):
                return Counted(quantity, head, states[grammar.lowers[child]], "state", None)
        above = grammar.heads[head]
        for word in (above, *(c for c in grammar.children[above] if grammar.deps[c] in ("acomp", "oprd", "attr"))):
            if grammar.lowers[word] in states and grammar.deps[head] in ("nsubj", "nsubjpass", "dobj"):
                return Counted(quantity, head, states[grammar.lowers[word]], "state", None)
        after = quantity.last + 1
        if after < len(grammar) and head == quantity.number and grammar.lowers[after] in states:
            return Counted(quantity, head, states[grammar.lowers[after]], "state", None)
        return None

    def _by_noun(self, quantity: Quantity, head: int, noun: int) -> Counted | None:
        nouns = _measure_nouns()
        for token in (noun, head):
            two = f"{self.grammar.lemmas[token - 1]} {self.grammar.lemmas[token]}" if token else ""
            measure = nouns.get(two) or nouns.get(self.grammar.lemmas[token])
            if measure is not None and self.grammar.tags[token][:2] in ("NN", "JJ", "VB"):
                return Counted(quantity, head, measure, "noun", self.by_predicate.get(token))
        return None

    def _by_presence(self, quantity: Quantity, head: int, noun: int) -> Counted | None:
        """People who are there, need something or are sheltered."""
        entry = self._people(noun)
        clause = self.reading.owner(self.grammar.heads[head]) if self.grammar.heads[head] != head else None
        if entry is None or clause is None:
            return None
        words, verb = load_codebook().measures, clause.lemma.split()[0]
        verb = self.grammar.lemmas[clause.verb] if clause.kind == "adjectival" else verb
        if verb in words.in_need and head in clause.slots.get("subject", ()):
            return Counted(quantity, head, "in_need", "present")
        if entry.group == "refugees" or (verb in words.sheltering and entry.party_kind == "civilians"):
            return Counted(quantity, head, "displaced", "present")
        if verb in words.present:
            return Counted(quantity, head, "fighters_present" if entry.group in ("fighters", "soldiers") else "civilians_present", "present")
        return None

    def _people(self, noun: int) -> NounClass | None:
        return next((entry for entry in self.reading.classes(noun) if entry.unit in PEOPLE_UNITS), None)

    def _part(self, quantity: Quantity, by_head: dict[int, Counted]) -> Counted | None:
        """"12 people, including five children", "among them three women", "six of them": a part counts what its whole counts."""
        head = self.head(quantity)
        if self._is_no_figure(quantity, head, meant(self.grammar, head)):
            return None
        if self._people(meant(self.grammar, head)) is None and head != quantity.number:
            return None
        whole = self._whole(head, by_head)
        return Counted(quantity, head, whole.measure, "part", whole.framed) if whole is not None else None

    def _whole(self, head: int, by_head: dict[int, Counted]) -> Counted | None:
        grammar, token = self.grammar, head
        sentence = grammar.sentences[grammar.sentence_of[head]]
        for _ in range(CLIMB):
            if grammar.deps[token] == "conj" and grammar.heads[token] in by_head:
                return by_head[grammar.heads[token]]
            if grammar.lowers[token] in PART_WORDS or self._among(head):
                earlier = [by_head[t] for t in range(sentence[0], head) if t in by_head]
                return earlier[-1] if earlier else None
            if grammar.heads[token] == token:
                return None
            token = grammar.heads[token]
            if token in by_head and grammar.deps[head] in ("appos", "conj", "dep"):
                return by_head[token]
        return None

    def _among(self, head: int) -> bool:
        before = [self.grammar.lowers[t] for t in range(max(0, head - 5), head)]
        after = [self.grammar.lowers[t] for t in range(head + 1, min(len(self.grammar), head + 3))]
        return "including" in before or "among" in before or after[:2] == ["of", "them"]


def find_figures(scene: Scene, framed: Sequence[Framed], quantities: Sequence[Quantity], events: dict[int, Event]) -> tuple[Figure, ...]:
    """Quantities in, figures out. `events`: predicate token -> the event claim that was made of it."""
    counter = Counter(scene, framed, quantities)
    return tuple(_figure(scene, item, events) for item in counter.counted())


def _figure(scene: Scene, item: Counted, events: dict[int, Event]) -> Figure:
    quantity, grammar = item.quantity, scene.grammar
    noun = meant(grammar, item.head)
    heads = [t for t in conjuncts(grammar, noun) if t >= noun]
    span = _span(scene, item, heads)
    predicate = item.framed.clause.predicate if item.framed is not None else item.head
    event = events.get(predicate)
    zero = quantity.best == 0
    known = {"realis": "happened"} if zero else {}
    low, best, high = quantity.low, quantity.best, quantity.high
    if quantity.percent:
        return _make(scene, item, predicate, span, unit="percent", heads=heads, event=event, known=known)
    return _make(scene, item, predicate, span, unit=_unit(scene, noun), heads=heads, event=event, known=known)


def _make(scene: Scene, item: Counted, token: int, span: Span, *, unit: str, heads: list[int], event: Event | None, known: dict) -> Figure:
    quantity = item.quantity
    group, stated = _group(scene, heads)
    evidence = (span,) if item.framed is None else ((min(span[0], scene.grammar.starts[item.framed.first]), max(span[1], scene.grammar.ends[item.framed.last])),)
    return Figure(
        **scene.common(token, evidence=evidence, confidence=CONFIDENCE[item.source], method=f"{METHOD}/{item.source}", **known),
        measure=item.measure, low=quantity.low, best=quantity.best, high=quantity.high, modifier=quantity.modifier, unit=unit, group=group,
        party=_party(scene, heads), perpetrator=_perpetrator(scene, item), event=event.id if event is not None else None,
        nature=_nature(scene, item, token), what=_what(scene, heads[0]), composition_stated=stated, span=span,
    )  # fmt: skip


def _span(scene: Scene, item: Counted, heads: list[int]) -> Span:
    """From the bound to the noun that is counted, with what is conjoined to it when the number holds for both."""
    grammar, quantity = scene.grammar, item.quantity
    last = max([quantity.last, item.head, *[h for h in heads if grammar.sentence_of[h] == grammar.sentence_of[item.head]]])
    if last - quantity.last > 14:
        last = max(quantity.last, item.head)
    return grammar.span(min(quantity.first, item.head), last)


def _unit(scene: Scene, noun: int) -> str:
    return next((entry.unit for entry in scene.reading.classes(noun) if entry.unit), "people" if scene.grammar.tags[noun] in ("CD", "JJ", "VBN", "NNPS") else "things")


def _group(scene: Scene, heads: list[int]) -> tuple[str | None, bool]:
    """The group that is counted, and whether the text says how many of each: "275 fighters and their families" does not."""
    groups = [next((e.group for e in scene.reading.classes(h) if e.group), None) for h in heads]
    unnumbered = [g for h, g in zip(heads, groups, strict=True) if h == heads[0] or not _has_number(scene, h)]
    kinds = {g for g in unnumbered if g}
    if len(kinds) > 1:
        return "mixed", False
    return next(iter(kinds), "people" if scene.grammar.tags[heads[0]] in ("CD", "PRP") else None), True


def _has_number(scene: Scene, head: int) -> bool:
    return any(scene.grammar.deps[c] == "nummod" for c in scene.grammar.children[head])


def _party(scene: Scene, heads: list[int]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party for head in heads for party in scene.party_of(head)))


def _perpetrator(scene: Scene, item: Counted) -> tuple[str, ...]:
    if item.framed is None or item.measure not in ("killed", "injured", "executed", "abducted", "detained", "raped", "captured", "displaced"):
        return ()
    actors = [t for t in item.framed.actors if t != item.head]
    return scene.who(*actors) if item.framed.frame.type != "FLEE" else ()


@cache
def _totals() -> tuple[frozenset[str], frozenset[str]]:
    words = load_codebook().measures
    return frozenset(words.cumulative), frozenset(words.flow)


def _nature(scene: Scene, item: Counted, token: int) -> Nature:
    grammar = scene.grammar
    first, after = grammar.sentences[grammar.sentence_of[token]]
    sentence = f" {scene.reading.text[grammar.starts[first]:grammar.ends[after - 1]].lower()} "
    cumulative, flow = _totals()
    if any(f" {word} " in sentence for word in flow):
        return "rate"
    if item.source == "present" or item.measure in ("fighters_present", "civilians_present", "in_need", "trapped"):
        return "stock"
    if any(f" {word} " in sentence for word in cumulative):
        return "cumulative"
    return "event_count"


def _what(scene: Scene, noun: int) -> str:
    return scene.grammar.words[noun] if scene.grammar.tags[noun] != "CD" else "people"
