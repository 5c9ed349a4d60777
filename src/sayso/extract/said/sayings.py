"""Who is on record: every saying of a report with its reporting words, its speakers and what was said."""

from __future__ import annotations

from sayso.extract.reading import Reading
from sayso.extract.said.content import verb_content
from sayso.extract.said.cues import find_hits
from sayso.extract.said.draft import Draft, Found, Saying
from sayso.extract.said.finish import finish_sayings
from sayso.extract.said.headlines import headline_drafts
from sayso.extract.said.hit import Hit
from sayso.extract.said.quotes import marked_quotes
from sayso.extract.said.quoting import place_quotations
from sayso.extract.said.sharing import name_reporters, part_contents, part_counts, part_denials, share_speakers
from sayso.extract.said.speakers import (
    adjective_speakers,
    noun_speakers,
    phrase_speakers,
    verb_addressees,
    verb_speakers,
)
from sayso.extract.said.voice import says_something, without_dateline
from sayso.extract.said.words import adjective_content, noun_content, phrase_content

__all__ = ["Saying", "find_sayings"]


def find_sayings(reading: Reading) -> tuple[Saying, ...]:
    """A reading in, its sayings out, in the order of their reporting words (of their content where there is none)."""
    hits = find_hits(reading)
    marked = marked_quotes(reading, {token for token, hit in hits.items() if hit.cue.act != "describe"})
    quoted = {token for one in marked for token in range(one.first, one.last + 1)}
    drafts: dict[int, Draft] = {}
    for token, hit in hits.items():
        draft = _by_grammar(reading, hit)
        if draft is None:
            continue
        inside = token in quoted
        if says_something(reading, draft, inside=inside) and _may_stand(reading, draft, inside=inside):
            without_dateline(reading, draft)
            drafts[token] = draft
    for draft in headline_drafts(reading):
        drafts.setdefault(draft.at, draft)
    _once_by_medium(reading, drafts)
    share_speakers(reading, drafts)
    name_reporters(reading, drafts)
    part_contents(reading, drafts)
    part_counts(reading, drafts)
    part_denials(reading, drafts)
    place_quotations(reading, marked, hits, drafts)
    return finish_sayings(reading, sorted(drafts.values(), key=lambda draft: draft.at))


def _once_by_medium(reading: Reading, drafts: dict[int, Draft]) -> None:
    """ "Replied in a statement that", "expressed concern that" are one saying: the noun that hangs on the verb does not
    say it again; "the bishop, in a statement by his office, denied it"."""
    heads, deps = reading.grammar.heads, reading.grammar.deps
    for token in [t for t, draft in drafts.items() if draft.hit is not None and draft.hit.form == "noun"]:
        above = drafts.get(heads[heads[token]]) if deps[token] == "pobj" else drafts.get(heads[token])
        fixed = above is not None and above.hit is not None and token in above.hit.words
        if deps[token] != "pobj" and not fixed:
            continue
        if above is not None and {start for start, _ in above.spans} & {start for start, _ in drafts[token].spans}:
            del drafts[token]
    for token in [t for t, draft in drafts.items() if draft.hit is not None and draft.hit.form == "phrase"]:
        if reading.grammar.lowers[token] == "in" and heads[token] in drafts and drafts[heads[token]].speakers:
            del drafts[token]


def _by_grammar(reading: Reading, hit: Hit) -> Draft | None:
    found, speakers = _read(reading, hit)
    if found is None or not found.ranges:
        return None
    addressees = verb_addressees(reading, hit) if hit.form == "verb" else ()
    spans = [reading.span(*piece) for piece in found.ranges]
    return Draft(
        hit=hit, at=hit.head, speakers=speakers, spans=spans, addressees=addressees, cue=hit.cue, form=found.form
    )


def _read(reading: Reading, hit: Hit) -> tuple[Found | None, tuple[int, ...]]:
    """What the reporting word reports, and who speaks."""
    if hit.form == "verb":
        found = verb_content(reading, hit)
        return found, verb_speakers(reading, hit, raised=found is not None and found.raised)
    if hit.form == "noun":
        return noun_content(reading, hit), noun_speakers(reading, hit)
    if hit.form == "adjective":
        return adjective_content(reading, hit), adjective_speakers(reading, hit)
    return phrase_content(reading, hit), phrase_speakers(reading, hit)


def _may_stand(reading: Reading, draft: Draft, *, inside: bool) -> bool:
    """Inside a quotation only what a third one said counts; "I think" and "they say" are how its speaker talks."""
    named = bool(draft.speakers) and all(reading.grammar.tags[t][:2] == "NN" for t in draft.speakers)
    if not inside:
        return bool(draft.speakers) or draft.hit.form == "verb" or _rumour(draft)
    clause = reading.clause_at.get(draft.at)
    told = draft.hit.form == "verb" and draft.form == "clause" and draft.cue.kind == "speech"
    named = named and all(reading.grammar.tags[t][:3] == "NNP" for t in draft.speakers)
    return told and named and clause is not None and clause.tense is not None and clause.modal is None


def _rumour(draft: Draft) -> bool:
    """ "Amid reports that rebels had entered the town": said, and by nobody named."""
    return draft.hit.form == "noun" and draft.form == "clause" and draft.cue.kind == "speech"
