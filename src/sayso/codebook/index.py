"""The codebook turned round for reading: from a word to the entries that know it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from itertools import product
from typing import Generic, NamedTuple, TypeVar

from sayso.codebook.frames import Frame
from sayso.codebook.load import Codebook, load_codebook
from sayso.codebook.words import Attribution, Cue, Embedding, LightVerb, NounClass
from sayso.records.claims import Realis

E = TypeVar("E")


class Phrases(Generic[E]):
    """Lemmas and phrases of lemmas, looked up by their last word and the one before it, the longest phrase first."""

    def __init__(self, pairs: Iterable[tuple[str, E]]) -> None:
        self.table: dict[str, list[tuple[int, E]]] = defaultdict(list)
        self.longer: dict[str, dict[str, list[tuple[tuple[str, ...], E]]]] = defaultdict(lambda: defaultdict(list))
        for phrase, entry in pairs:
            words = tuple(phrase.lower().replace("-", " - ").split())
            self.table[words[-1]]
            if len(words) == 1:
                self.table[words[0]].append((1, entry))
            else:
                self.longer[words[-1]][words[-2]].append((words, entry))
        self.table.default_factory = self.longer.default_factory = None

    def __contains__(self, lemma: str) -> bool:
        return lemma in self.table

    def ending_at(
        self, lemmas: Sequence[str], token: int, *, lowers: Sequence[str] | None = None
    ) -> list[tuple[int, E]]:
        """(number of words, entry) of every longest phrase whose last word is that token."""
        found = self.all_ending_at(lemmas, token, lowers=lowers)
        return found if len(found) < 2 else [row for row in found if row[0] == found[0][0]]

    def all_ending_at(
        self, lemmas: Sequence[str], token: int, *, lowers: Sequence[str] | None = None
    ) -> list[tuple[int, E]]:
        """(number of words, entry) of every phrase whose last word is that token, the longest first; lemma or form
        may match."""
        lemma = lemmas[token]
        lower = lemma if lowers is None else lowers[token]
        lasts = (lemma,) if lower == lemma else (lower, lemma)
        rows = [row for last in lasts if last in self.longer for row in self._longer(last, lemmas, token, lowers)]
        if len(rows) > 1:
            rows.sort(key=lambda row: -row[0])
        return [*rows, *(row for last in lasts for row in self.table.get(last, ()))]

    def _longer(
        self, last: str, lemmas: Sequence[str], token: int, lowers: Sequence[str] | None
    ) -> Iterator[tuple[int, E]]:
        by_word = self.longer[last]
        for before in _forms(lemmas, lowers, token - 1) if token else ():
            for words, entry in by_word.get(before, ()):
                if len(words) == 2 or self._stand_before(words, lemmas, token, lowers):
                    yield len(words), entry

    @staticmethod
    def _stand_before(words: tuple[str, ...], lemmas: Sequence[str], token: int, lowers: Sequence[str] | None) -> bool:
        first = token - len(words) + 1
        return first >= 0 and all(word in _forms(lemmas, lowers, first + at) for at, word in enumerate(words[:-2]))


def _forms(lemmas: Sequence[str], lowers: Sequence[str] | None, token: int) -> tuple[str, ...]:
    if lowers is None or lowers[token] == lemmas[token]:
        return (lemmas[token],)
    return (lemmas[token], lowers[token])


PREPOSITIONS = frozenset(["of", "for", "to", "on", "in", "against", "from", "with", "at", "by"])
ARTICLES = frozenset(("the", "a", "an"))


class Further(NamedTuple):
    """The words of a phrase behind its first one. places: the choices for each; plain: those of places without a class;
    words: all of them."""

    phrase: str
    places: tuple[frozenset[str], ...]
    plain: tuple[frozenset[str], ...]
    words: frozenset[str]


class VerbRows:
    """The phrases that one verb opens, with their frames, in the order in which they are to be tried."""

    def __init__(self, rows: list[tuple[Further, Frame]]) -> None:
        self.rows = rows
        self.always: list[int] = []
        self.keyed: dict[str, list[int]] = defaultdict(list)
        for number, (further, _) in enumerate(rows):
            if not further.plain:
                self.always.append(number)
                continue
            for word in max(further.plain, key=lambda place: min(map(len, place))):
                self.keyed[word].append(number)
        self.keyed.default_factory = None

    def among(self, words: frozenset[str]) -> list[tuple[Further, Frame]]:
        """Those that may stand among these words."""
        numbers = {number for word in self.keyed.keys() & words for number in self.keyed[word]}
        return [self.rows[number] for number in sorted(numbers.union(self.always))]


class FrameWords:
    """The words of some frames: verbs and adjectives by their first word, nouns by their last.

    headed: "call for a ceasefire", by its head ("call"): (preposition, the phrase that it brings without its
    article), frame.
    """

    def __init__(self, frames: Sequence[Frame]) -> None:
        nouns = [(noun, frame) for frame in frames for phrase in frame.nouns for noun in spread(phrase)]
        self.nouns: Phrases[Frame] = Phrases((noun, frame) for noun, frame in nouns if _headed(noun) is None)
        self.headed: dict[str, list[tuple[tuple[str, str], Frame]]] = defaultdict(list)
        for noun, frame in nouns:
            if (parts := _headed(noun)) is not None:
                self.headed[parts[0]].append((parts[1:], frame))
        self.verbs = _verbs(frames)
        self.adjectives = _by_first((adjective, frame) for frame in frames for adjective in frame.adjectives)


class Index:
    """Look-ups by lemma over one codebook."""

    def __init__(self, book: Codebook) -> None:
        self.book = book
        self.nouns: Phrases[NounClass] = Phrases((n, entry) for entry in book.nouns for n in entry.nouns)
        self.happenings = FrameWords(book.frames)
        self.holdings = FrameWords([frame for frame in book.frames if frame.control is not None])
        self.cue_verbs: dict[str, list[tuple[tuple[str, ...], Cue]]] = _by_first(
            (v, cue) for cue in sorted(book.cues, key=lambda cue: not cue.objects) for v in cue.verbs
        )
        self.cue_nouns: Phrases[Cue] = Phrases((n, cue) for cue in book.cues for n in cue.nouns)
        self.cue_adjectives = _by_first((a, cue) for cue in book.cues for a in cue.adjectives)
        self.embedding_verbs: dict[str, list[tuple[tuple[str, ...], Embedding]]] = _by_first(
            (v, e) for e in book.embeddings for v in e.verbs
        )
        self.embedding_nouns: Phrases[Embedding] = Phrases((n, e) for e in book.embeddings for n in e.nouns)
        told, before = (tuple(e for e in book.embeddings if e.before_nouns is where) for where in (False, True))
        self.embedding_adjectives = _by_first((a, e) for e in told for a in e.adjectives)
        self.before_nouns: dict[str, Realis] = {a: e.realis for e in before for a in e.adjectives if e.realis}
        self.light_verbs: dict[str, list[tuple[tuple[str, ...], LightVerb]]] = _by_first(
            (v, light) for light in book.light_verbs for v in light.verbs
        )
        self.attributions: dict[str, list[Attribution]] = defaultdict(list)
        for entry in book.attributions:
            for word in (*entry.words, *entry.nouns):
                self.attributions[word].append(entry)
        self.attributions.default_factory = None

    @cached_property
    def happening_nouns(self) -> frozenset[str]:
        """The nouns that tell of a happening by themselves."""
        return frozenset(noun for noun, rows in self.happenings.nouns.table.items() if rows)

    @cached_property
    def happening_phrases(self) -> frozenset[str]:
        """The head words of phrases that tell of a happening only as a whole."""
        return frozenset((*self.happenings.nouns.table, *self.happenings.headed)) - self.happening_nouns

    @cached_property
    def deverbal(self) -> dict[str, str]:
        """Nouns made of the verbs of frames -> the verb: "delivery", "banning"."""
        verbs = [verb for verb in self.happenings.verbs if verb.isalpha()]
        made = {form: verb for verb in verbs for form in gerunds(verb)}
        return made | {noun: verb for verb, nouns in self.book.nominalisations.items() for noun in nouns}

    def noun_classes(self, lemmas: Sequence[str], token: int) -> tuple[NounClass, ...]:
        """The classes of the noun that ends at the token, by its longest known phrase."""
        return tuple(entry for _, entry in self.nouns.ending_at(lemmas, token)) if lemmas[token] in self.nouns else ()


def spread(phrase: str) -> tuple[str, ...]:
    """ "hand|turn in @weapon": a phrase with choices of words in, every phrase that it stands for out."""
    if "|" not in phrase:
        return (phrase,)
    return tuple(" ".join(words) for words in product(*(word.split("|") for word in phrase.split())))


def gerunds(verb: str) -> tuple[str, ...]:
    """What the form in "-ing" of a verb may be: "ban" -> "baning", "banning"; "seize" -> "seizing"."""
    if verb.endswith("e") and not verb.endswith(("ee", "ie")):
        return (f"{verb[:-1]}ing",)
    if verb.endswith("ie"):
        return (f"{verb[:-2]}ying",)
    return f"{verb}ing", f"{verb}{verb[-1]}ing"


def _headed(phrase: str) -> tuple[str, str, str] | None:
    """Head, preposition and what it brings, where one word stands before the preposition of a phrase."""
    head, *rest = phrase.lower().split()
    if len(rest) < 2 or rest[0] not in PREPOSITIONS:
        return None
    return head, rest[0], " ".join(rest[2:] if rest[1] in ARTICLES else rest[1:])


def _further(phrase: str) -> Further:
    words = phrase.split()[1:]
    places = tuple(frozenset(word.split("|")) for word in words)
    plain = tuple(place for place in places if not any(word[0] == "@" for word in place))
    return Further(" ".join(words), places, plain, frozenset().union(*places))


def _verbs(frames: Sequence[Frame]) -> dict[str, VerbRows]:
    """First word -> its phrases: wide frames last, among the others those with most words first."""
    table: dict[str, list[tuple[Further, Frame]]] = defaultdict(list)
    for frame in frames:
        for phrase in frame.verbs:
            row = (_further(phrase.lower()), frame)
            for first in phrase.lower().split()[0].split("|"):
                table[first].append(row)
    return {
        first: VerbRows(sorted(rows, key=lambda row: (row[1].wide, -len(row[0].places))))
        for first, rows in table.items()
    }


def _by_first(pairs: Iterable[tuple[str, E]]) -> dict[str, list[tuple[tuple[str, ...], E]]]:
    """First word -> (further words, entry), the entries with most words first."""
    table: dict[str, list[tuple[tuple[str, ...], E]]] = defaultdict(list)
    for phrase, entry in pairs:
        first, *rest = phrase.lower().split()
        table[first].append((tuple(rest), entry))
    return {first: sorted(rows, key=lambda row: -len(row[0])) for first, rows in table.items()}


@cache
def codebook_index() -> Index:
    """The index of the codebook that ships with Sayso, made once a process."""
    return Index(load_codebook())
