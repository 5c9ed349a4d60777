"""Whether a report is about armed conflict: its words, weighed against its length, before anything costly is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from sayso.codebook import load_codebook, load_relevance
from sayso.records import Relevance, Report

ENOUGH = 1.0
"""Weight to a hundred words from which on a report is about armed conflict."""
HEAD_START = 2.0
"""Weight that every report has to begin with: a short one is left out only where its words speak for something else."""
PADDING = 60
"""Words that every report is taken to be longer by, so that no single word settles a short one."""
MOST_NAMED = 4
"""Words that the basis names."""

CONFLICT = "conflict"


class Sign(msgspec.Struct, frozen=True):
    """Words, what they speak for (conflict, another topic, "" for nothing), how much, and whether any ending will do.

    name: how a party is called where the sign is its name.
    """

    words: str
    topic: str
    weight: float
    any_ending: bool = False
    name: str | None = None


class Met(msgspec.Struct, frozen=True):
    """A sign that stands in a text: how much it weighs there in all, and as what it is shown."""

    topic: str
    weight: float
    shown: str


class Signs:
    """All signs as one automaton. Of several with the same words the last one counts."""

    def __init__(self, signs: Iterable[Sign]) -> None:
        known = {sign.words: sign for sign in signs}
        self.signs = list(known.values())
        self.machine = AhoCorasick(list(known), matchkind=MatchKind.LeftmostLongest)

    def find(self, plain: str) -> list[Met]:
        """What stands in a plain text, each sign once, in the order of the first mentions."""
        counts: Counter[int] = Counter()
        starts: dict[int, int] = {}
        for number, start, end in self.machine.find_matches_as_indexes(plain):
            if self._stands_alone(number, plain, start, end):
                counts[number] += 1
                starts.setdefault(number, start)
        return [self._met(number, count, plain, starts[number]) for number, count in counts.items()]

    def _stands_alone(self, number: int, plain: str, start: int, end: int) -> bool:
        if start and plain[start - 1].isalnum():
            return False
        return self.signs[number].any_ending or not plain[end : end + 1].isalnum()

    def _met(self, number: int, count: int, plain: str, start: int) -> Met:
        sign = self.signs[number]
        shown = sign.name or sign.words + _ending(plain, start + len(sign.words))
        return Met(sign.topic, sign.weight * count, shown)


def judge_relevance(report: Report) -> Relevance:
    """A report in, whether it is about armed conflict or its people out; `basis` names the words that decided.

    The weight of the words that speak for it, less that of the words that speak for something else, to a hundred words.
    """
    plain = _plain(report.text)
    words = len(plain.split())
    found = _signs().find(plain)
    weights = Counter[str]()
    for met in found:
        weights[met.topic] += met.weight
    against = weights.total() - weights[CONFLICT]
    score = 100 * (HEAD_START + weights[CONFLICT] - against) / (PADDING + words)
    if score >= ENOUGH:
        return Relevance(conflict=True, basis=_basis_for(found, words))
    return Relevance(conflict=False, basis=_basis_against(found, weights, words))


def _basis_for(found: Sequence[Met], words: int) -> str:
    named = _heaviest(found, CONFLICT)
    return f"words of war: {named}" if named else f"too short to tell: {words} words, none of war"


def _basis_against(found: Sequence[Met], weights: Counter[str], words: int) -> str:
    of_war = _heaviest(found, CONFLICT)
    why = f"few words of war in {words} ({of_war})" if of_war else f"no word of war in {words}"
    others = [(weight, topic) for topic, weight in weights.items() if topic not in (CONFLICT, "")]
    if not others:
        return why
    topic = max(others)[1]
    return f"words of {topic}: {_heaviest(found, topic)}; {why}"


def _heaviest(found: Iterable[Met], topic: str) -> str:
    """The words of a topic that weigh most, for a person to read."""
    named = sorted((met for met in found if met.topic == topic), key=lambda met: -met.weight)
    return ", ".join(dict.fromkeys(met.shown for met in named[:MOST_NAMED]))


def _plain(text: str) -> str:
    """The text without case, hyphens, line breaks and curly apostrophes. It is counted in, never pointed into."""
    return text.casefold().replace("-", " ").replace("\n", " ").replace("’", "'")


def _ending(plain: str, at: int) -> str:
    end = at
    while end < len(plain) and plain[end].isalnum():
        end += 1
    return plain[at:end]


@cache
def _signs() -> Signs:
    return Signs((*_party_signs(), *_word_signs()))


def _word_signs() -> Iterator[Sign]:
    words = load_relevance()
    weighed = [(CONFLICT, each.weight, each.words) for each in words.conflict]
    weighed += [(each.topic, each.weight, each.words) for each in words.against]
    for topic, weight, listed in [*weighed, ("", 0.0, words.neither)]:
        for word in listed:
            yield Sign(word.removesuffix("*"), topic, weight, any_ending=word.endswith("*"))


def _party_signs() -> Iterator[Sign]:
    """Names as the codebook has them; acronyms are left out, which without case are too often ordinary words."""
    words = load_relevance()
    for party in load_codebook().parties:
        weight = words.parties.get(party.kind, 0.0)
        for name in (party.name, *party.names) if weight else ():
            plain = _plain(name)
            if not any(civil in plain for civil in words.civil):
                yield Sign(plain, CONFLICT, weight, name=name)
