"""Headlines: "Minister: we will not yield", "Dozens killed in strike: UN", "Rebels leave Goma - army"."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import groupby

from sayso.codebook.places import load_place_words
from sayso.extract.reading import Reading
from sayso.extract.said.draft import Draft
from sayso.extract.said.nearby import DASHES, NO_WORD
from sayso.extract.said.quotes import MARKS
from sayso.parse import slug_end

LONGEST_SPEAKER = 4
"""Tokens on the speaker's side of the colon or dash."""
LONGEST_TITLED = 9
"""Tokens of an office with a name before a colon."""
SHORTEST_STATEMENT = 3
LONGEST_HEADLINE = 30
SPEAKING_CLASSES = ("person", "role", "group", "fighter", "armed", "civilian")
NAMED_BY_LAYOUT = "speaker: beside the headline's colon"


def headline_drafts(reading: Reading) -> list[Draft]:
    """The sayings that the colon or the dash of a headline makes, or the colon of an entry in a log.

    A first block of one sentence counts as a headline.
    """
    grammar, lines = reading.grammar, dict(_lines(reading))
    found = []
    for first, after in grammar.sentences:
        line = lines.get(first)
        draft = (_of_line(reading, first, line) if line else None) or _of_entry(reading, first, after - 1)
        if draft is not None:
            found.append(draft)
    return found


def _lines(reading: Reading) -> Iterator[tuple[int, int]]:
    """First and last token of each headline, and of a first block that is one line, without the desk's slug."""
    grammar = reading.grammar
    for number, sentences in groupby(range(len(grammar.sentences)), key=grammar.block_of.__getitem__):
        spans = [grammar.sentences[sentence] for sentence in sentences]
        if number and reading.block_kind(spans[0][0]) != "headline":
            continue
        slug = slug_end(reading.text, grammar.starts[spans[0][0]], grammar.ends[spans[-1][1] - 1])
        kept = [span for span in spans if grammar.starts[span[0]] >= slug]
        if kept and _is_line(reading, kept) and kept[-1][1] - kept[0][0] <= LONGEST_HEADLINE:
            yield kept[0][0], kept[-1][1] - 1


def _is_line(reading: Reading, sentences: Sequence[tuple[int, int]]) -> bool:
    """Whether it is one sentence, but for what stands behind its last dash or colon."""
    signs = DASHES | {":"}
    sign = next((at for at, (first, after) in enumerate(sentences) if _is_sign(reading, first, after, signs)), None)
    return len(sentences) == 1 or sign == 1


def _is_sign(reading: Reading, first: int, after: int, signs: Container[str]) -> bool:
    return after - first == 1 and reading.grammar.words[first] in signs


def _of_entry(reading: Reading, first: int, last: int) -> Draft | None:
    """ "The governor's office: nobody is held any more.": a sentence of a log that names its speaker before a colon."""
    words = reading.grammar.words
    near = range(first + 1, min(last, first + LONGEST_TITLED + 2))
    colon = next((t for t in near if words[t] == ":"), None)
    if colon is None or not (
        _holds_office(reading, first, colon - 1)
        or _introduced(reading, first, colon)
        or _titled(reading, first, colon - 1)
    ):
        return None
    end = last - 1 if words[last] in (".", "?", "!") else last
    finite = any(reading.grammar.tags[t] in ("VBD", "VBZ", "VBP", "MD") for t in range(colon + 1, end + 1))
    return _draft(reading, first, colon - 1, (colon + 1, end)) if finite else None


def _holds_office(reading: Reading, first: int, last: int) -> bool:
    """Whether the noun before a colon speaks by its office; "Refugees:" and "Police:" are what an entry is about."""
    return _speaks(reading, first, last) and (reading.is_a(last, "role") or reading.grammar.lemmas[last] in DOCUMENTS)


def _titled(reading: Reading, first: int, last: int) -> bool:
    """Whether a name with an office before it and nothing else stands there: "army spokesman Col. Idris Bello:"."""
    grammar = reading.grammar
    if grammar.tags[last] != "NNP" or any(grammar.tags[t][0] == "V" for t in range(first, last + 1)):
        return False
    return any(reading.is_a(t, "role") for t in range(first, last))


def _introduced(reading: Reading, first: int, colon: int) -> bool:
    """Whether one acronym stands there that the report has put in brackets behind a name: "the ... Forces (ADF)"."""
    word = reading.grammar.words[first]
    return colon == first + 1 and word.isupper() and len(word) > 1 and f"({word})" in reading.text


def _of_line(reading: Reading, first: int, last: int) -> Draft | None:
    words = reading.grammar.words
    if words[last] in (".", "?", "!"):
        last -= 1
    signs = [t for t in range(first + 1, last) if words[t] == ":" or (words[t] in DASHES and _stands_free(reading, t))]
    if not signs:
        return None
    head, tail = signs[0], signs[-1]
    if words[head] == ":" and _speaks(reading, first, head - 1):
        return _draft(reading, first, head - 1, (head + 1, last))
    if last - tail <= LONGEST_SPEAKER and _speaks(reading, tail + 1, last, behind=True):
        return _draft(reading, tail + 1, last, (first, tail - 1))
    return None


def _stands_free(reading: Reading, sign: int) -> bool:
    """Whether a dash parts words and does not join them."""
    return reading.grammar.starts[sign] > reading.grammar.ends[sign - 1]


def _speaks(reading: Reading, first: int, last: int, *, behind: bool = False) -> bool:
    """Whether a stretch is a noun phrase for somebody who speaks; behind the colon an acronym or a name will do."""
    grammar = reading.grammar
    if last - first + 1 > LONGEST_SPEAKER or any(grammar.tags[t][0] == "V" for t in range(first, last + 1)):
        return False
    if reading.is_a(last, *SPEAKING_CLASSES) or grammar.lemmas[last] in DOCUMENTS:
        return True
    acronym = grammar.words[last].isupper() and len(grammar.words[last]) > 1 and first == last
    return behind and acronym


def _is_date(reading: Reading, content: tuple[int, int]) -> bool:
    """ "War monitor: 24 hours, 17 February 2016": the day and no statement."""
    grammar = reading.grammar
    words = [t for t in range(content[0], content[1] + 1) if grammar.words[t][0].isalpha()]
    return all(grammar.lowers[t] in load_place_words().months_and_days or grammar.lemmas[t] in LENGTHS for t in words)


LENGTHS = frozenset(("hour", "day", "week", "month", "year"))
DOCUMENTS = frozenset(
    ("poll", "report", "survey", "study", "monitor", "source", "witness", "ministry", "official", "office")
)


def _draft(reading: Reading, first: int, last: int, content: tuple[int, int]) -> Draft | None:
    if (
        content[1] - content[0] + 1 < SHORTEST_STATEMENT
        or _is_date(reading, content)
        or reading.grammar.words[content[0]] in MARKS
    ):
        return None
    span = reading.span(*content)
    return Draft(hit=None, at=last, speakers=(last,), spans=[span], basis=[NAMED_BY_LAYOUT], cue=NO_WORD)
