"""The reporting word of a quotation by its place: behind it, before it, a colon before it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from sayso.codebook import Cue
from sayso.extract.reading import Reading
from sayso.extract.said.hit import Hit
from sayso.extract.said.quotes import (
    MARKS,
    Marked,
    ends_sentence,
    led_by_block_before,
    outside_after,
    outside_before,
    same_block,
)
from sayso.extract.said.speakers import ADDRESSED
from sayso.parse import Grammar, appositions, conjuncts

REACH = 28
"""Tokens between a quotation and its reporting verb: past this another sentence is read."""
NO_WORD = Cue(act="say")
"""A quotation with no reporting word, or with one that no list knows, is taken as said."""
FINITE = frozenset(("VBD", "VBZ", "VBP"))
NAMES = ("NN", "NNS", "NNP", "NNPS", "PRP")
DASHES = frozenset(("-", "–", "—", "--"))
LONGEST_SIGNATURE = 14
"""Tokens behind a dash that can be a speaker's name and what he is."""
OPENING_VERBS = frozenset(("said", "says", "added", "adds", "asked", "continued", "stated", "wrote", "writes"))
"""Verbs that open a sentence before their speaker, and that the tagger takes for names there."""
LONGEST_TURN_NAME = 3
PIECES = frozenset(
    ("letter", "dispatch", "diary", "profile", "interview", "video", "photos", "live", "analysis", "explainer",
     "opinion", "feature", "reportage", "notebook", "postcard", "watch", "podcast", "transcript")
)  # fmt: skip
"""What a piece of a paper calls itself before a colon; no speaker."""
LONGEST_NAME = 8
"""Tokens before a colon that can be a speaker's name."""


def cue_after(reading: Reading, marked: Marked, hits: Mapping[int, Hit], taken: Container[int]) -> Hit | None:
    """The verb or phrase behind the quotation: `"...", he said`, `"..." said the mayor`, `"...", according to him`."""
    grammar, at = reading.grammar, outside_after(reading, marked.last)
    if at is None:
        return None
    ending = reading.text[marked.quote.inner[1] - 1]
    if (ending in ".…" and grammar.words[at][0].isupper()) or grammar.words[at] in (".", "?", "!", ";"):
        return None
    for token in _till_sentence_ends(reading, at, taken):
        hit = hits.get(token)
        if hit is not None and grammar.tags[token] == "VBG" and grammar.deps[token] in ("advcl", "acl"):
            return None
        apart = ending in "?!" and _sentence_apart(reading, marked, at, token)
        if hit is not None and not apart and grammar.deps[token] != "relcl" and _carries(reading, hit):
            return hit
        if hit is None and not apart and ending in ",?!" and _looks_like_saying(reading, at, token):
            return Hit(NO_WORD, "verb", token, (token,))
    return None


def _sentence_apart(reading: Reading, marked: Marked, at: int, verb: int) -> bool:
    """Behind a question or an exclamation: whether what follows is a sentence with an object or a clause of its own."""
    grammar = reading.grammar
    if not grammar.words[at][0].isupper() or grammar.sentence_of[at] == grammar.sentence_of[marked.last]:
        return False
    own = ("ccomp", "xcomp") if grammar.lemmas[verb] in ADDRESSED else ("dobj", "ccomp", "xcomp")
    return any(child > verb and grammar.deps[child] in own for child in grammar.children[verb])


def _till_sentence_ends(reading: Reading, at: int, taken: Container[int]) -> Iterable[int]:
    for token in range(at, min(at + REACH, len(reading.grammar))):
        if token in taken or ends_sentence(reading, token) or not same_block(reading, token, at):
            return
        yield token


def cue_before(reading: Reading, marked: Marked, hits: Mapping[int, Hit], taken: Container[int]) -> Hit | None:
    """The verb before the quotation: `he said: "..."`, `"...", he said, "..."`; also past a paragraph's end."""
    at = outside_before(reading, marked.first)
    if at is None:
        at = led_by_block_before(reading, marked.first)
    if at is None or ends_sentence(reading, at):
        return None
    for token in range(at, max(at - REACH, -1), -1):
        if token in taken or (token < at and ends_sentence(reading, token)) or not same_block(reading, token, at):
            return None
        hit = hits.get(token)
        if hit is not None and _carries(reading, hit):
            return hit
    return None


def _carries(reading: Reading, hit: Hit) -> bool:
    """Whether the reporting word can carry a quotation; a participle like a title's ("broadcast on") cannot."""
    grammar = reading.grammar
    if hit.form == "phrase":
        return True
    if hit.form != "verb" or hit.cue.kind == "perception":
        return False
    return not (grammar.deps[hit.head] in ("acl", "amod") and grammar.tags[hit.head] == "VBN")


def _looks_like_saying(reading: Reading, at: int, token: int) -> bool:
    """A verb that no list knows, right behind the quotation and one word for its speaker: `"...", she rasped`."""
    grammar = reading.grammar
    if grammar.tags[token] not in FINITE or grammar.deps[token] in ("aux", "auxpass", "relcl", "advcl"):
        return False
    named = any(grammar.tags[t] in NAMES for t in range(at, token))
    return (named or token == at) and grammar.lemmas[token] not in ("be", "have", "do")


def speaker_by_position(reading: Reading, marked: Marked, hit: Hit) -> tuple[int, ...]:
    """The noun between the quotation and its verb, else the one behind the verb."""
    first = outside_after(reading, marked.last)
    if first is None or first > hit.head:
        return ()
    return _lone_noun(reading, first, hit.head - 1) or _lone_noun(reading, hit.head + 1, hit.head + LONGEST_NAME)


def speaker_to_the_left(reading: Reading, verb: int, taken: Container[int]) -> tuple[int, ...]:
    """The nearest subject before the verb in its sentence, outside quotations; else the nearest name."""
    grammar = reading.grammar
    first = grammar.sentences[grammar.sentence_of[verb]][0]
    free = [t for t in range(verb - 1, first - 1, -1) if t not in taken and grammar.tags[t] in NAMES]
    subjects = [t for t in free if grammar.deps[t] in ("nsubj", "nsubjpass")]
    near = subjects or [t for t in free if grammar.tags[t][:3] == "NNP" and grammar.deps[t] != "compound"]
    return conjuncts(grammar, near[0]) if near else ()


def speaker_behind_dash(reading: Reading, marked: Marked) -> tuple[int, ...]:
    """`"..." - Umm Ahmed, a resident`: the name behind a dash that ends the block, or that is the next one."""
    grammar, at = reading.grammar, marked.last + 1
    while at < len(grammar) and grammar.words[at] in MARKS:
        at += 1
    if at + 1 >= len(grammar) or grammar.words[at] not in DASHES:
        return ()
    last = grammar.sentences[grammar.sentence_of[at + 1]][1] - 1
    if last - at > LONGEST_SIGNATURE or any(grammar.tags[t] in FINITE for t in range(at, last + 1)):
        return ()
    return _lone_noun(reading, at + 1, last)


def speaker_in_capitals(reading: Reading, marked: Marked) -> tuple[int, ...]:
    """The name in capitals that opens a turn of a transcript: `"OSMAN: We had no choice."`."""
    words, at = reading.grammar.words, marked.first
    while at <= marked.last and at - marked.first < LONGEST_TURN_NAME and words[at].isupper() and words[at].isalpha():
        at += 1
    return (at - 1,) if marked.first < at <= marked.last and words[at] == ":" else ()


def cue_of_sentence_before(reading: Reading, marked: Marked, hits: Mapping[int, Hit]) -> Hit | None:
    """`His neighbour agreed. "..."`: the main verb of the sentence just before, where it is one of speech."""
    grammar = reading.grammar
    before = outside_before(reading, marked.first)
    if before is None or not ends_sentence(reading, before):
        return None
    first, after = grammar.sentences[grammar.sentence_of[before]]
    for token in range(first, after):
        hit = hits.get(token)
        if hit is not None and hit.form == "verb" and hit.cue.kind == "speech" and grammar.deps[token] == "ROOT":
            return hit
    return None


def _edge(reading: Reading, token: int) -> bool:
    return reading.grammar.words[token] in MARKS or ends_sentence(reading, token)


def speaker_before_colon(reading: Reading, marked: Marked) -> tuple[int, ...]:
    """`The minister: "..."`, `Said the minister: "..."`, `He was blunt: "..."`, `For Ann Kone, 61, it is over: "..."`.

    The name before the colon, else for whom the sentence that it ends holds, else that sentence's subject.
    """
    grammar = reading.grammar
    colon = outside_before(reading, marked.first)
    if colon is None:
        colon = led_by_block_before(reading, marked.first)
    if colon is None or grammar.words[colon] != ":":
        return ()
    first = colon
    while first > 0 and same_block(reading, first - 1, colon) and not _edge(reading, first - 1):
        first -= 1
    inverted = grammar.lowers[first] in OPENING_VERBS
    first += inverted
    if inverted or not any(grammar.tags[t][0] == "V" for t in range(first, colon)):
        is_piece = grammar.lowers[first] in PIECES and not inverted
        return _lone_noun(reading, first, colon - 1) if colon - first <= LONGEST_NAME and not is_piece else ()
    subject = _for_whom(reading, first, colon)
    if subject is None:
        subject = _main_subject(grammar, first, colon)
    return conjuncts(grammar, subject) if subject is not None else ()


def _main_subject(grammar: Grammar, first: int, colon: int) -> int | None:
    """The subject of the clause that a colon ends: of the verb that hangs on nothing before the colon."""
    for token in range(first, colon):
        verb = grammar.heads[token]
        above = grammar.heads[verb]
        if grammar.deps[token] == "nsubj" and first <= verb < colon and (above == verb or above >= colon):
            return token
    return None


def _for_whom(reading: Reading, first: int, colon: int) -> int | None:
    """ "For Ann Kone, a nurse, little is left: ...": somebody for whom the sentence holds."""
    grammar = reading.grammar
    if grammar.lowers[first] != "for":
        return None
    nouns = (t for t in grammar.children[first] if grammar.deps[t] == "pobj" and t < colon)
    somebody = (
        noun
        for noun in nouns
        if any(
            reading.is_a(t, "person", "role", "civilian", "fighter") or grammar.tags[t] == "CD"
            for t in (noun, *appositions(grammar, noun))
        )
    )
    return next(somebody, None)


def _lone_noun(reading: Reading, first: int, last: int) -> tuple[int, ...]:
    """The head of the noun phrase in a stretch of tokens: the first noun that hangs on nothing inside it."""
    grammar = reading.grammar
    nouns = [t for t in range(first, min(last + 1, len(grammar))) if grammar.tags[t] in NAMES]
    for token in nouns:
        head = grammar.heads[token]
        if grammar.deps[token] in ("nsubj", "dobj", "nsubjpass") or head == token or not first <= head <= last:
            return (token,)
    return ()
