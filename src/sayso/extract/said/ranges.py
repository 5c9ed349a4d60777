"""Ranges of tokens that are contents: subtrees without the reporting words in them and the marks around them."""

from __future__ import annotations

from itertools import pairwise

from sayso.extract.reading import Reading
from sayso.extract.said.hit import Hit

Range = tuple[int, int]
LEADING = frozenset(("that", ",", ":", ";", "-", "–", "—", "--"))
TRAILING = frozenset((",", ";", ":", "-", "–", "—", "--", ".", "and", "but", "or"))

TOLD_IN = frozenset(("had", "would", "might"))
"""Auxiliaries of what somebody said, beside those of what happened."""
FELT_ABOUT = frozenset(("over", "about", "at", "for", "with", "regarding"))
DASHES = frozenset(("-", "–", "—", "--"))
ENDS = frozenset((";", ":", ".", "?", "!"))
PART_LINKS = frozenset(("of", "among", "including"))
WHOLES = frozenset(("them", "whom", "which", "those"))


def by_dependency(reading: Reading, token: int) -> dict[str, list[int]]:
    """Dependency label -> the token's children under it, left to right."""
    kids: dict[str, list[int]] = {}
    for child in reading.grammar.children[token]:
        kids.setdefault(reading.grammar.deps[child], []).append(child)
    return kids


def has_to(reading: Reading, clause: int) -> bool:
    """Whether the clause is an infinitive with its "to"."""
    grammar = reading.grammar
    return any(grammar.deps[c] == "aux" and grammar.tags[c] == "TO" for c in grammar.children[clause])


def trimmed(reading: Reading, piece: Range) -> Range:
    """Without "that" and punctuation at its beginning, without punctuation and loose conjunctions at its end."""
    words, (first, last) = reading.grammar.lowers, piece
    while first < last and words[first] in LEADING:
        first += 1
    while last > first and words[last] in TRAILING:
        last -= 1
    return first, last


def without_cue(reading: Reading, hit: Hit, clause: int, first: int | None) -> tuple[Range, ...]:
    """The clause's subtree, from `first` on where given; where the reporting words stand within it, in two pieces."""
    grammar = reading.grammar
    left, right = grammar.edges[clause]
    if first is not None:
        left = min(left, grammar.edges[first][0])
    if not left <= hit.head <= right:
        return (trimmed(reading, (left, right)),)
    own = [hit.head, *hit.words]
    for child in grammar.children[hit.head]:
        if child not in (clause, first):
            own += grammar.edges[child]
    return minus(reading, (left, right), (max(min(own), left), min(max(own), right)))


def feeling_about(reading: Reading, kids: dict[str, list[int]], tail: int) -> int:
    """ "Expressed concern over the fighting": the preposition behind the noun; the last fixed word where it is none."""
    grammar = reading.grammar
    links = [*grammar.children[tail], *kids.get("prep", ())] if grammar.deps[tail] == "dobj" else []
    felt = (t for t in links if t > tail and grammar.deps[t] == "prep" and grammar.lowers[t] in FELT_ABOUT)
    return next(felt, tail)


def minus(reading: Reading, whole: Range, hole: Range) -> tuple[Range, ...]:
    """What is left of a range on both sides of another."""
    pieces = ((whole[0], hole[0] - 1), (hole[1] + 1, whole[1]))
    return tuple(trimmed(reading, piece) for piece in pieces if piece[0] <= piece[1])


def without_aside(reading: Reading, noun: int) -> Range:
    """A noun's subtree without the relative clause behind a comma: "the toll, which police put at 44, is to rise"."""
    grammar = reading.grammar
    first, last = grammar.edges[noun]
    asides = [grammar.edges[t][0] for t in grammar.children[noun] if grammar.deps[t] == "relcl"]
    commas = [t - 1 for t in asides if t > noun and grammar.words[t - 1] == ","]
    return trimmed(reading, (first, min([last, *commas])))


def with_additions(reading: Reading, link: int, piece: Range) -> Range:
    """With further phrases of the same preposition ("for access and for protection") and what is told of a part of it.

    "Hundreds, among them three priests", "five, all of them women", "311, of whom 42 were civilians".
    """
    grammar, last = reading.grammar, max(piece[1], piece[0])
    while (further := _same_link(reading, link, last)) is not None:
        last = grammar.edges[further][1]
    if _tells_of_part(reading, last):
        sentence = grammar.sentences[grammar.sentence_of[last]]
        last = next((t - 1 for t in range(last + 2, sentence[1]) if grammar.words[t] in ENDS), sentence[1] - 1)
    return trimmed(reading, (piece[0], last))


def _same_link(reading: Reading, link: int, last: int) -> int | None:
    """The same preposition again behind a comma or an "and"."""
    lowers, at = reading.grammar.lowers, last + 1
    while at < len(lowers) and lowers[at] in (",", "and", "or"):
        at += 1
    found = at > last + 1 and at < len(lowers) and lowers[at] == lowers[link]
    return at if found and reading.grammar.edges[at][1] > at else None


def _tells_of_part(reading: Reading, last: int) -> bool:
    lowers = reading.grammar.lowers
    if lowers[last + 1 : last + 2] != [","]:
        return False
    words = lowers[last + 2 : last + 5]
    return any(before in PART_LINKS and whole in WHOLES for before, whole in pairwise(words))


def and_that(reading: Reading, kids: dict[str, list[int]], verb: int) -> tuple[Range, ...]:
    """ "Reported a raid and that two had died": the clause behind "and that" is said as well."""
    clauses = (
        t for t in kids.get("conj", ()) if t > verb and (_opened_by_that(reading, t) or _goes_on(reading, kids, t))
    )
    return tuple(trimmed(reading, reading.grammar.edges[t]) for t in clauses)


def _goes_on(reading: Reading, kids: dict[str, list[int]], clause: int) -> bool:
    """ "Said that the camp burned, and two guards were hurt", "said they had left, and the town had burned": a clause
    with a subject of its own behind "that", or in the tense of what is told."""
    grammar = reading.grammar
    told = [
        t for t in kids.get("ccomp", ()) if t < clause and (_opened_by_that(reading, t) or _is_told(reading, clause))
    ]
    subjects = [t for t in grammar.children[clause] if grammar.deps[t] in ("nsubj", "nsubjpass")]
    if not told or not subjects or any(grammar.deps[t] == "ccomp" for t in grammar.children[clause]):
        return False
    first = grammar.edges[clause][0]
    return grammar.tags[subjects[0]][:2] == "NN" and grammar.lowers[first - 1] == "and"


def _is_told(reading: Reading, clause: int) -> bool:
    return any(reading.grammar.lowers[t] in TOLD_IN for t in reading.grammar.children[clause])


def behind_agent(reading: Reading, kids: dict[str, list[int]]) -> int | None:
    """ "It was reported by relatives that five had died": the clause that the parser hung on the relatives."""
    nouns = [noun for link in kids.get("agent", ()) for noun in reading.grammar.children[link]]
    clauses = (t for noun in nouns for t in reading.grammar.children[noun] if reading.grammar.deps[t] == "relcl")
    return next((t for t in clauses if _opened_by_that(reading, t)), None)


def _opened_by_that(reading: Reading, clause: int) -> bool:
    first = reading.grammar.edges[clause][0]
    return reading.grammar.lowers[first] == "that" and reading.grammar.deps[first] == "mark"
