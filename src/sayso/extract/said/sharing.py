"""Reporting words in a row: "she said they had fled and called it a crime" is two sayings of hers."""

from __future__ import annotations

from itertools import pairwise

from sayso.extract.reading import Reading
from sayso.extract.said.draft import Draft
from sayso.records import Span

BOUND = 5
"""Tokens in which a joined number begins: "and at least 30", "but some 40 rebels"."""
AGAINST = frozenset(("while", "whilst", "whereas"))
"""Words that set one speaker's word against another's."""


def share_speakers(reading: Reading, drafts: dict[int, Draft]) -> None:
    """Takes reporting verbs that the parser hung on a content out of it, and gives them the speaker of the verb above.

    A verb of saying conjoined with the content's verb, without a subject of its own and in the tense of the verb
    above, goes on with what the speaker did.
    """
    for draft in drafts.values():
        above = _verb_above(reading, draft, drafts)
        if above is not None:
            draft.speakers = above.speakers
            cut = _left_end(reading, draft.at)
            above.spans = [(a, min(b, cut)) for a, b in above.spans if a < cut]


def name_reporters(reading: Reading, drafts: dict[int, Draft]) -> None:
    """Makes one saying of two words for it: "17 were reported hurt, according to the mayor" is the mayor's word."""
    for phrase in [draft for draft in drafts.values() if draft.hit is not None and draft.hit.form == "phrase"]:
        start = reading.grammar.starts[phrase.at]
        first = _sentence_start(reading, phrase.at)
        unnamed = [d for t in range(first, phrase.at) if (d := drafts.get(t)) is not None and not d.speakers]
        above = next((d for d in unnamed if _is_speech(d) and any(a <= start < b for a, b in d.spans)), None)
        if above is not None and phrase.speakers:
            above.speakers = phrase.speakers
            above.spans = [(a, min(b, reading.grammar.ends[phrase.at - 1])) for a, b in above.spans if a < start]
            del drafts[phrase.at]


def part_contents(reading: Reading, drafts: dict[int, Draft]) -> None:
    """Ends a content where another speaker's saying is set against it: "A said three had died; B counted five"."""
    for draft in drafts.values():
        edge = _set_against(reading, draft)
        for token in range(_sentence_start(reading, draft.at), edge) if edge is not None else ():
            above = drafts.get(token)
            if above is not None and above.hit is not None and above.hit.form == "verb":
                above.spans = [_ended(reading, span, edge) for span in above.spans]


def part_counts(reading: Reading, drafts: dict[int, Draft]) -> None:
    """ "12 died, according to A, and 30, according to B": each phrase closes the number before it."""
    grammar = reading.grammar
    phrases = [at for at, draft in sorted(drafts.items()) if draft.hit is not None and draft.hit.form == "phrase"]
    for one, other in pairwise(phrases):
        first, second = drafts[one], drafts[other]
        start = _joined_count(reading, first, other)
        if start is None or grammar.sentence_of[one] != grammar.sentence_of[other]:
            continue
        ends = grammar.ends[_last_word(reading, one - 1)]
        first.spans = [(a, min(b, ends)) for a, b in first.spans if a < ends]
        first.speakers = tuple(token for token in first.speakers if token < start) or first.speakers
        second.spans = [(grammar.starts[start], grammar.ends[_last_word(reading, other - 1)])]


def part_denials(reading: Reading, drafts: dict[int, Draft]) -> None:
    """ "Accused the army of shelling the town, a charge that it denied": who accuses does not say that."""
    for draft in [draft for draft in drafts.values() if draft.cue is not None and draft.cue.act == "deny"]:
        first = _denial_begins(reading, draft.at)
        if first is None or reading.grammar.words[first - 1] != ",":
            continue
        for above in (drafts[t] for t in range(_sentence_start(reading, first), first) if t in drafts):
            above.spans = [_ended(reading, span, first - 1) for span in above.spans]


def _denial_begins(reading: Reading, verb: int) -> int | None:
    """The first token of "a charge that it denied", "which it denied", behind what is denied."""
    grammar, noun = reading.grammar, reading.grammar.heads[verb]
    if grammar.deps[verb] == "relcl":
        return grammar.edges[noun][0] if grammar.lemmas[noun] in reading.index.cue_nouns else None
    first = grammar.edges[verb][0]
    return first if grammar.deps[verb] == "parataxis" and grammar.lowers[first] == "which" else None


def _joined_count(reading: Reading, first: Draft, other: int) -> int | None:
    """The first token of the number that an "and" joins behind the speaker of the first phrase, if any stands there."""
    grammar, lowers = reading.grammar, reading.grammar.lowers
    begins = grammar.sentences[grammar.sentence_of[first.at]][0] < first.at
    near = (t for t in range(first.at + 1, other - 1) if lowers[t] in ("and", "but") and begins)
    counted = (t + 1 for t in near if any(grammar.tags[n] == "CD" for n in range(t + 1, min(t + BOUND, other))))
    return next(counted, None)


def _last_word(reading: Reading, token: int) -> int:
    while token > 0 and reading.grammar.words[token] in ",;":
        token -= 1
    return token


def _sentence_start(reading: Reading, token: int) -> int:
    return reading.grammar.sentences[reading.grammar.sentence_of[token]][0]


def _set_against(reading: Reading, draft: Draft) -> int | None:
    """The mark or the "while" before a clause with a reporting verb and a subject of its own."""
    grammar = reading.grammar
    if draft.hit is None or draft.hit.form != "verb" or draft.cue.kind not in ("speech", "perception"):
        return None
    subjects = [t for t in grammar.children[draft.at] if grammar.deps[t] == "nsubj" and t < draft.at]
    if not subjects or not draft.speakers:
        return None
    first = grammar.edges[subjects[0]][0]
    before = grammar.lowers[first - 1] if first else ""
    if before == ";" or (before in AGAINST and grammar.lowers[first - 2] in (",", ";")):
        return first - 1
    return first - 1 if before == "," and _goes_on(reading, draft) else None


def _goes_on(reading: Reading, draft: Draft) -> bool:
    """ "A said three had died, B said five": what the second says stands behind its verb, in a clause of its own."""
    grammar, at = reading.grammar, reading.grammar.starts[draft.at]
    behind = bool(draft.spans) and all(start > at for start, _ in draft.spans)
    return behind and grammar.deps[draft.at] in ("ROOT", "conj", "ccomp", "parataxis") and draft.form != "around"


def _ended(reading: Reading, span: Span, edge: int) -> Span:
    """The span up to the token, where the token stands in it and is not within quotation marks with the rest."""
    at = reading.grammar.starts[edge]
    if not span[0] < at < span[1] or any(q.inner[0] <= at < q.inner[1] for q in reading.quotes):
        return span
    last = edge - 1
    while last > 0 and reading.grammar.words[last] in ",;":
        last -= 1
    return span[0], reading.grammar.ends[last]


def _verb_above(reading: Reading, draft: Draft, drafts: dict[int, Draft]) -> Draft | None:
    grammar, top = reading.grammar, draft.at
    if not _is_speech(draft) or any(grammar.deps[t] in ("nsubj", "nsubjpass", "aux") for t in grammar.children[top]):
        return None
    while grammar.deps[top] == "conj":
        top = grammar.heads[top]
    if _is_last_of_deeds(reading, draft, top, drafts):
        return None
    if top != draft.at and grammar.tags[top] == "VB" and grammar.tags[draft.at] == "VBD":
        return _around(reading, draft, drafts)
    above = drafts.get(grammar.heads[top])
    if top == draft.at or grammar.deps[top] != "ccomp" or above is None or not _is_speech(above):
        return None
    finite = grammar.tags[above.at] == grammar.tags[draft.at] and grammar.tags[draft.at] in ("VBD", "VBZ", "VBP")
    return above if finite and above.at < top else None


def _is_last_of_deeds(reading: Reading, draft: Draft, top: int, drafts: dict[int, Draft]) -> bool:
    """ "Said the gunmen stole cows, burnt huts and demanded a ransom": the last of several deeds in one tense."""
    grammar, before = reading.grammar, reading.grammar.heads[draft.at]
    deeds = before != top and before not in drafts and top not in drafts
    return deeds and grammar.tags[top] == grammar.tags[before] == grammar.tags[draft.at] == "VBD"


def _around(reading: Reading, draft: Draft, drafts: dict[int, Draft]) -> Draft | None:
    """ "Said they had come to help and urged calm": a past cannot go on with an infinitive."""
    at, grammar = reading.grammar.starts[draft.at], reading.grammar
    for token in range(draft.at - 1, _sentence_start(reading, draft.at) - 1, -1):
        above = drafts.get(token)
        if above is not None and any(a <= at < b for a, b in above.spans):
            return above if _is_speech(above) and grammar.tags[token] == "VBD" else None
    return None


def _is_speech(draft: Draft) -> bool:
    return draft.hit is not None and draft.hit.form == "verb" and draft.cue.kind == "speech"


def _left_end(reading: Reading, verb: int) -> int:
    """The end of the last word before the verb's own words and the "and" before them."""
    grammar, first = reading.grammar, reading.grammar.edges[verb][0]
    while first > 0 and (grammar.lowers[first - 1] in ("and", "but", "or", ",", "then", "also")):
        first -= 1
    return grammar.ends[first - 1] if first else 0
