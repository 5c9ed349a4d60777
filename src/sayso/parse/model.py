"""The language model asked for columns. The only file that touches spaCy's Doc."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise

import msgspec
from spacy.attrs import DEP, HEAD, SENT_START, SPACY, TAG
from spacy.language import Language
from spacy.tokens import Doc

from sayso.parse.apostrophes import lost_possessives, parted
from sayso.parse.asides import Row, find_asides, with_asides
from sayso.parse.bare_dates import find_bare_dates
from sayso.parse.case import in_ordinary_case, proper_words
from sayso.parse.grammar import Grammar
from sayso.parse.labels import label_end, slug_end, statements, tail_sign
from sayso.parse.language import SHORTENED, hold_together, load_language
from sayso.parse.lemmas import Lemmas
from sayso.parse.plain_words import HYPHENED, in_plain_words, is_strange, joined_again, once
from sayso.parse.remnants import mend_remnants
from sayso.parse.repair.clauses import repair_clauses
from sayso.parse.repair.columns import repair
from sayso.parse.repair.joints import repair_joints
from sayso.parse.repair.lone import repair_lone
from sayso.parse.rings import open_rings
from sayso.parse.second_look import look_again, mend_passives, mend_past_forms
from sayso.parse.steady import on_one_thread
from sayso.parse.tree import Tree
from sayso.records import Block, Report

LONGEST_PIECE = 6_000
"""Code points of one piece that goes to the model: a block without a break must not eat the memory."""
LONGEST_RUN = 200
"""Code points without white space that go to the model together: its tokenizer's time grows with the square of a run of
punctuation."""
UNBROKEN = re.compile(rf"\S{{{LONGEST_RUN + 1},}}")
REPORTS_AT_ONCE = 16
LABELLED = frozenset(("paragraph", "list", "heading"))
"""Kinds of block that may open with a label."""
SLUGGED = frozenset(("headline", "heading", "paragraph"))
"""Kinds of block that may open with a desk's slug."""
PIECES_AT_ONCE, LONGEST_PORTION = 64, 40_000
"""Pieces, and code points, that go to the model at once: what it holds of them grows with their length."""

SPANS, PRINTED, AT, DATES = "sayso spans", "sayso printed", "sayso at", "sayso dates"
"""Keys of a Doc's user data: where the text's tokens stand, and what stands there; which of them the model was given,
if not all, and which make bare dates."""
Place = tuple[int, tuple[int, tuple[int, int]]]
"""The number of a report; a block of it, and the start and end of a piece of that block."""
_BRACKET = r"[(\[][^)\]\n]{2,40}[)\]]"
_TOWN = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}"
_DAY = r"\d{1,2} [A-Z][A-Za-z]+|[A-Z][A-Za-z]+\.? \d{1,2}"
DATELINE = re.compile(
    rf"(?:[A-Z][A-Z.'’/-]+(?:[ ,/]+(?:(?:of|the|and) )?[A-Z0-9][\w.'’-]*){{0,8}}(?:,? ?{_BRACKET}){{0,2}}"
    rf"(?:, ?(?:{_DAY}|NO DATE)(?:,? \d{{2,4}})?)?"
    rf"(?: ?{_BRACKET})?|{_TOWN},? (?:{_DAY}) {_BRACKET}\."
    rf"|[A-Z][\w.'’ -]{{2,30}}(?:, [A-Z][\w ]{{2,20}})?(?: {_BRACKET})?,? (?:{_DAY})(?:,? \d{{4}})?"
    rf"(?: ?{_BRACKET})?|(?:{_DAY})(?:,? \d{{4}})? {_BRACKET}"
    rf"|{_TOWN}(?:(?:, |/)[A-Z]{{2,12}}|,? ?\((?:[A-Z][^)\n]{{1,30}}|[a-z]{{2,5}})\))"
    rf"|{_TOWN} ?\| ?(?:[A-Z][a-z]{{2,8}},? )?(?:{_DAY})(?:,? \d{{2,4}})?(?: ?{_BRACKET})?"
    r"|\([A-Z][^)\n]{1,39}\)) ?(?:--|[-–—]) "
    rf"(?:[A-Z][A-Z.'’/-]+(?:[ ,/]+[A-Z][\w.'’-]*){{0,4}},? (?:{_DAY})(?: ?{_BRACKET})? ?(?:--|[-–—]) )?"
    rf"|{_TOWN}(?:/{_TOWN})?(?: \[[A-Z][\w ]+\])?, ?(?:{_DAY})(?:,? \d{{4}})? \([A-Z]{{2,6}}\):? (?=[A-Z\"“])"
)
"""Where and when a report was filed, in front of its first sentence: no part of that sentence's grammar."""


def parse_grammars(reports: Iterable[Report], *, model: str | None = None) -> Iterator[Grammar]:
    """Reports in, the grammar of each out, in order; several reports go to the model at once."""
    waiting = iter(reports)
    while batch := list(islice(waiting, REPORTS_AT_ONCE)):
        yield from _parse_batch(batch, *load_language(model))


def _parse_batch(batch: list[Report], nlp: Language, lemmas: Lemmas) -> Iterator[Grammar]:
    grammars = [Grammar(report.text, report.blocks) for report in batch]
    with on_one_thread():
        for (number, (block, _)), doc in _annotated(batch, nlp):
            _add(grammars[number], doc, lemmas, block=block)
        look_again(grammars, nlp, lemmas)
    for grammar in grammars:
        mend_remnants(grammar)
        mend_past_forms(grammar, lemmas)
        mend_passives(grammar, lemmas)
        repair(grammar)
        tree = Tree(grammar)
        open_rings(tree)
        repair_clauses(tree)
        repair_lone(tree)
        repair_joints(tree, lemmas)
        yield grammar


def _annotated(batch: list[Report], nlp: Language) -> Iterator[tuple[Place, Doc]]:
    """The pieces of the reports, in order, with what the model says of each. Those of like length go to it together,
    since it goes on for as many steps as the longest of them has."""
    proper = [proper_words(_running_text(report)) for report in batch]
    lost = [lost_possessives(report.text) for report in batch]
    places = [(number, piece) for number, report in enumerate(batch) for piece in _pieces(report)]
    docs: dict[Place, Doc] = {}
    for portion in _portions(sorted(places, key=_length)):
        given = [_tokens(nlp, batch[at].text, piece, proper[at], lost[at]) for at, (_, piece) in portion]
        docs.update(zip(portion, nlp.pipe(given, batch_size=len(portion)), strict=True))
    return ((place, docs[place]) for place in places)


def _length(place: Place) -> int:
    start, end = place[1][1]
    return end - start


def _portions(places: Iterable[Place]) -> Iterator[list[Place]]:
    """The pieces in portions that the model takes at once, none too many and none too long."""
    portion: list[Place] = []
    size = 0
    for place in places:
        portion.append(place)
        size += _length(place)
        if len(portion) >= PIECES_AT_ONCE or size >= LONGEST_PORTION:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion


def _running_text(report: Report) -> str:
    """The text without its titles, in which every word may have a capital."""
    kept = [report.text[b.start : b.end] for b in report.blocks if b.kind not in ("headline", "heading")]
    return "\n\n".join(kept) if report.blocks else report.text


def _pieces(report: Report) -> Iterator[tuple[int, tuple[int, int]]]:
    blocks = report.blocks or (Block(kind="paragraph", start=0, end=len(report.text)),)
    for number, block in enumerate(blocks):
        for start, end in _apart(report.text, block):
            while end - start > LONGEST_PIECE:
                cut = _cut(report.text, start)
                yield number, (start, cut)
                start = cut
            yield number, (start, end)


def _apart(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """The block without what is too long to go together; a dateline or a label in front of its first sentence goes by
    itself, as does each statement that a semicolon parts."""
    first = _opening_end(text, block)
    if first > block.start:
        yield block.start, first
    tail = tail_sign(text, first, block.end) if block.kind == "headline" or block.start == 0 else None
    for start, end in statements(text, first, tail[0] if tail else block.end):
        yield from _broken(text, msgspec.structs.replace(block, start=start, end=end))
    if tail is not None:
        yield tail
        yield tail[1], block.end


def _opening_end(text: str, block: Block) -> int:
    """Where the slug, the dateline or the label of an entry ends that stands in front of the block's first sentence."""
    slug = slug_end(text, block.start, block.end) if block.kind in SLUGGED else block.start
    if slug > block.start:
        return slug
    opening = DATELINE.match(text, block.start, block.end) if block.kind == "paragraph" else None
    if opening is not None and opening.end() < block.end and not _is_aside(text, block, opening.end()):
        return opening.end()
    return label_end(text, block.start, block.end) if block.kind in LABELLED else block.start


def _is_aside(text: str, block: Block, end: int) -> bool:
    """ "THE GUERRILLAS -- WHO HAVE FLED -- SAID": in text all of capitals a dateline has a number or a bracket."""
    return text[block.start : block.end].isupper() and not set("0123456789([") & set(text[block.start : end])


def _broken(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """The block, parted within runs that no report would have."""
    start = block.start
    for run in UNBROKEN.finditer(text, block.start, block.end):
        for stop in range(run.start() + LONGEST_RUN, run.end(), LONGEST_RUN):
            yield start, stop
            start = stop
    yield start, block.end


def _cut(text: str, start: int) -> int:
    stop = start + LONGEST_PIECE
    for mark in (". ", "\n", " "):
        at = text.rfind(mark, start + LONGEST_PIECE // 2, stop)
        if at > 0:
            return at + len(mark)
    return stop


def _tokens(nlp: Language, text: str, piece: tuple[int, int], proper: frozenset[str], lost: frozenset[str]) -> Doc:
    """The piece's tokens for the model, in ordinary case and without asides; its user data say which these are."""
    start, end = piece
    doc = nlp.make_doc(text[start:end])
    if lost and any(token.text in lost for token in doc):
        doc = _with_endings(nlp, doc, lost)
    strange = is_strange(text[start:end])
    if strange:
        words, spaces = joined_again([t.text for t in doc], [bool(t.whitespace_) for t in doc])
        doc = Doc(nlp.vocab, words=words, spaces=spaces)
    spans = _spans(doc, start)
    printed = [text[first:after] for first, after in spans]
    words, dates = in_ordinary_case(printed, proper=proper), find_bare_dates(printed)
    if strange:
        words = in_plain_words(words or printed)
    aside = find_asides(printed) | dates
    given = doc if words is None and not aside else _without(nlp, doc, words or printed, aside)
    given.user_data.update({SPANS: spans, PRINTED: printed, DATES: dates})
    if SHORTENED.search(text, start, end) is not None:
        hold_together(given)
    return given


def _without(nlp: Language, doc: Doc, words: Sequence[str], aside: frozenset[int]) -> Doc:
    """The tokens of a Doc that stand in no aside, as these words."""
    kept = [at for at in range(len(words)) if at not in aside]
    spaces = doc.to_array([SPACY]).astype(bool).tolist()
    given = Doc(nlp.vocab, words=[words[at] for at in kept], spaces=[spaces[at] for at in kept])
    given.user_data[AT] = kept
    return given


def _spans(doc: Doc, offset: int) -> list[tuple[int, int]]:
    """Where the tokens stand in the report's text."""
    return [(start := offset + token.idx, start + len(token)) for token in doc]


def _with_endings(nlp: Language, doc: Doc, lost: frozenset[str]) -> Doc:
    """The same code points with possessive endings as tokens, which the model is to take for "'s"."""
    words, spaces, endings = parted([t.text for t in doc], [bool(t.whitespace_) for t in doc], lost)
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    for ending in endings:
        doc[ending].norm_ = "'s"
    return doc


def _add(grammar: Grammar, doc: Doc, lemmas: Lemmas, *, block: int) -> None:
    """Append a Doc's columns; white space tokens are left out, what hangs on them moves to their head."""
    rows, spans, printed = _rows(doc), doc.user_data[SPANS], doc.user_data[PRINTED]
    kept = [at for at, word in enumerate(printed) if not word.isspace()]
    place = dict(zip(kept, range(len(grammar), len(grammar) + len(kept)), strict=True))
    words = [printed[at] for at in kept]
    tags = [rows[at][0] for at in kept]
    lowers = ["'s" if tag == "POS" and word == "s" else word.lower() for word, tag in zip(words, tags, strict=True)]
    lowers = [once(lower) if lower[:3] in HYPHENED else lower for lower in lowers]
    grammar.words += words
    grammar.lowers += lowers
    grammar.tags += tags
    grammar.lemmas += map(lemmas.of, lowers, tags)
    grammar.deps += (rows[at][1] for at in kept)
    grammar.starts += (spans[at][0] for at in kept)
    grammar.ends += (spans[at][1] for at in kept)
    grammar.heads += (place.get(_head(rows, at, place), place[at]) for at in kept)
    _add_sentences(grammar, [place[at] for at in kept if rows[at][3] or at == kept[0]], block=block)


def _head(rows: Sequence[Row], at: int, place: Mapping[int, int]) -> int:
    """The nearest token above that is no white space."""
    head = rows[at][2]
    while head not in place and rows[head][2] != head:
        head = rows[head][2]
    return head


def _add_sentences(grammar: Grammar, opening: Sequence[int], *, block: int) -> None:
    for first, after in pairwise([*opening, len(grammar)]):
        grammar.sentence_of += [len(grammar.sentences)] * (after - first)
        grammar.sentences.append((first, after))
        grammar.block_of.append(block)


def _rows(doc: Doc) -> list[Row]:
    """Per token of the text: tag, dependency, head, whether it opens a sentence."""
    strings = doc.vocab.strings
    columns = doc.to_array([TAG, DEP, HEAD, SENT_START]).tolist()
    rows = [
        (strings[tag], strings[dep], at + (head if head < 1 << 62 else head - (1 << 64)), opens == 1)
        for at, (tag, dep, head, opens) in enumerate(columns)
    ]
    kept = doc.user_data.get(AT)
    return rows if kept is None else with_asides(rows, kept, len(doc.user_data[SPANS]), doc.user_data[DATES])
