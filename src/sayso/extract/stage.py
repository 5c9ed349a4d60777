"""The stage of a report: its day, its places and its times, found and resolved before anybody is asked what
happened."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from sayso.codebook import load_codebook
from sayso.extract.acting import acts_as_adjective, is_no_place
from sayso.extract.names.names import NameMatch
from sayso.extract.names.people import PersonMention
from sayso.extract.reading import Reading
from sayso.extract.realis.scheduled import is_scheduled
from sayso.extract.said.datelines import filed_from
from sayso.extract.where.back import places_of_pronouns
from sayso.extract.where.common_sites import with_sites
from sayso.extract.where.places import find_places
from sayso.parse import Clause
from sayso.records import Block, Caption, Interval, Place, Report, Span, Time
from sayso.resolve.places import resolve_places
from sayso.resolve.places_types import PlaceMention
from sayso.resolve.published import caption_taken, coverage, infer_published
from sayso.resolve.time_calendar import Tense
from sayso.resolve.times import ResolvedTime, TimeMention, ahead_words, resolve_values, scan_times

PLACELIKE = frozenset(("state", "ethnic", "religious"))
"""Kinds of party whose names are also names of places: "Kokang", "Tigray"."""

UNDASHED = re.compile(r" (?:[A-Z][a-z]+|A|\d+) ")
"""What stands behind a dateline whose dash was lost: the first words of a sentence."""

AHEAD_MODALS = frozenset(("would", "'d", "should"))
COME = frozenset(("since", "after"))
"""Before a gerund they tell what has come: "since breaking the siege in May"."""
ELSEWHERE = 0.2
"""From this chance on that a name means places abroad it does not tell by itself which country a report is about."""


@dataclass(frozen=True, slots=True)
class Stage:
    """place_mentions: where the text names places; common_sites: ids of the sites that have no name of their own;
    places_at: token -> place id; times_at: head of a time -> Time, with the days of what is told with it; timed: all
    tokens of times; elsewhere: tokens that are places or times; day: the report's (last) day, ISO; coverage: the days
    that it says it covers; home: the country that most places lie in, where one clearly leads."""

    report: Report
    places: tuple[Place, ...]
    place_mentions: tuple[PlaceMention, ...]
    common_sites: frozenset[str]
    places_at: dict[int, str]
    times: tuple[Time, ...]
    times_at: dict[int, Time]
    timed: frozenset[int]
    elsewhere: frozenset[int]
    day: str | None
    coverage: Interval | None
    home: str | None


def find_times(reading: Reading, names: Sequence[NameMatch]) -> tuple[tuple[TimeMention, ...], frozenset[int]]:
    """The time mentions of a reading, and all the tokens in them; "the March 23 Movement" has none."""
    named = frozenset(token for name in names for token in range(name.first, name.last + 1))
    mentions = tuple(
        m for m in scan_times(reading.text) if not _is_in_a_name(reading, tokens_of(reading, m.span), named)
    )
    return mentions, frozenset(t for mention in mentions for t in tokens_of(reading, mention.full))


def _is_in_a_name(reading: Reading, tokens: range, named: frozenset[int]) -> bool:
    """Whether a day is a part of a name: of a known one, or of one that ends in "Movement" or the like."""
    if not tokens or named.issuperset(tokens):
        return bool(tokens)
    grammar = reading.grammar
    if tokens[0] == 0 or grammar.lowers[tokens[0] - 1] != "the":
        return False
    behind = range(tokens[-1] + 1, min(tokens[-1] + 3, len(grammar)))
    titled = itertools.takewhile(lambda token: grammar.words[token][:1].isupper(), behind)
    return any(grammar.lemmas[token].lower() in load_codebook().names.organisations for token in titled)


def set_stage(
    reading: Reading,
    names: Sequence[NameMatch],
    people: Sequence[PersonMention],
    *,
    mentions: tuple[TimeMention, ...],
    timed: frozenset[int],
) -> Stage:
    """A reading with its names and time mentions in, its stage out."""
    report = _dated(reading, mentions)
    day = Interval(start=report.published.start, end=report.published.end) if report.published.end else None
    covered = coverage(reading.text, mentions)
    found = resolve_values(
        mentions, text=reading.text, day=day, tense_at=lambda offset: tense_at(reading, offset), covered=covered
    )
    place_mentions = _place_mentions(reading, names, people)
    places = resolve_places(place_mentions, outlet=report.outlet)
    filed = filed_from(reading)
    nowhere = timed | frozenset(filed) | _filed_from(reading, places) | _beside(reading, place_mentions)
    places_at = _places_at(reading, places, nowhere)
    places_at |= places_of_pronouns(reading, places_at)
    places = _named_only(places, place_mentions)
    report = msgspec.structs.replace(
        report, dateline=_dateline(reading, report, places, filed), captions=_captions(report, mentions, day)
    )
    return Stage(
        report=report, places=places, place_mentions=place_mentions, common_sites=_common_sites(places),
        places_at=places_at, times=tuple(one.time for one in found), times_at=_times_at(reading, found),
        timed=timed, elsewhere=timed | frozenset(places_at), day=report.published.end,
        coverage=covered, home=_home(places),
    )  # fmt: skip


def _place_mentions(
    reading: Reading, names: Sequence[NameMatch], people: Sequence[PersonMention]
) -> tuple[PlaceMention, ...]:
    """Where the report names places; the name of a state that only acts is none."""
    found = with_sites(reading, find_places(reading.grammar, masked=_masked(reading, names, people)))
    acting = {
        reading.grammar.starts[m.first] for m in names
        if m.entry.kind == "state" and m.form != "adjective" and is_no_place(reading, m.last)
    }  # fmt: skip
    return tuple(
        m if m.role != "name" or m.span[0] not in acting else msgspec.structs.replace(m, role="people") for m in found
    )


def tokens_of(reading: Reading, span: Span) -> range:
    """The tokens that begin within a span."""
    starts = reading.grammar.starts
    return range(bisect_left(starts, span[0]), bisect_left(starts, span[1]))


def _dated(reading: Reading, mentions: tuple[TimeMention, ...]) -> Report:
    report = reading.report
    if report.published.basis in ("given", "metadata", "url"):
        return report
    found = infer_published(
        reading.text, mentions, captions=report.captions, blocks=report.blocks, given=None, metadata=None, url_day=None
    )
    return msgspec.structs.replace(report, published=found)


def tense_at(reading: Reading, offset: int) -> Tense | None:
    """The tense of the clause at an offset of the text; what would, should or is planned to happen lies ahead."""
    tokens = bisect_left(reading.grammar.starts, offset)
    if tokens >= len(reading.grammar):
        return None
    clause = reading.owner(tokens)
    if clause is not None and clause.marker in COME and reading.grammar.tags[clause.verb] == "VBG":
        return "past"
    while clause is not None and clause.tense is None and clause.governor is not None:
        upper = reading.owner(clause.governor)
        if upper is clause or _lies_ahead(reading, clause):
            break
        clause = upper
    if clause is not None and _lies_ahead(reading, clause):
        return "future"
    return clause.tense if clause is not None else None


def _lies_ahead(reading: Reading, clause: Clause) -> bool:
    """ "Would meet on Friday", "on Friday, the council is expected to vote", "talks open on Friday"."""
    if clause.modal in AHEAD_MODALS:
        return not clause.perfect
    if is_scheduled(reading.grammar, clause):
        return True
    if clause.tense != "present":
        return False
    return reading.grammar.lowers[clause.predicate] in ahead_words() or _is_to_do(reading, clause)


def _is_to_do(reading: Reading, clause: Clause) -> bool:
    """ "On Friday the council is to vote"."""
    grammar = reading.grammar
    done = (child for child in grammar.children[clause.verb] if grammar.deps[child] == "xcomp")
    inner = (below for verb in done if clause.lemma == "be" for below in grammar.children[verb])
    return any(grammar.tags[token] == "TO" for token in inner)


def _masked(reading: Reading, names: Sequence[NameMatch], people: Sequence[PersonMention]) -> tuple[Span, ...]:
    """Spans in which no place is looked for: names of organised parties and of people; those of states and peoples
    may be places."""
    spans = [m.span for m in names if m.entry.kind not in PLACELIKE and m.form in ("name", "acronym")]
    spans += [reading.span(p.first, p.last) for p in people]
    spans += [(block.start, block.end) for block in reading.report.blocks if _is_a_letterhead(reading, block)]
    return tuple(sorted(spans))


def _is_a_letterhead(reading: Reading, block: Block) -> bool:
    """ "SAHEL RELIEF NETWORK" over a report: who sends it, and no place of it."""
    printed = reading.text[block.start : block.end]
    last = printed.split()[-1].lower() if block.kind == "heading" and printed.isupper() else ""
    return last in load_codebook().names.organisations


def _named_only(places: Sequence[Place], mentions: Sequence[PlaceMention]) -> tuple[Place, ...]:
    """The places with the words that name them as their evidence; "the city" is not among these, "the camp" is."""
    back = {mention.span for mention in mentions if mention.role == "back" and mention.kind != "site"}
    return tuple(
        msgspec.structs.replace(place, evidence=tuple(span for span in place.evidence if span not in back))
        for place in places
    )


def _places_at(reading: Reading, places: Sequence[Place], nowhere: frozenset[int]) -> dict[int, str]:
    """Each token of a place's words -> its id; where two places share a token, the one that the words end in wins."""
    found: dict[int, str] = {}
    for place in places:
        for span in place.evidence:
            for token in tokens_of(reading, span):
                if token not in nowhere and reading.grammar.tags[token] not in ("IN", "DT", ",", "TO", "CD"):
                    found.setdefault(token, place.id)
    return found


def _beside(reading: Reading, mentions: Sequence[PlaceMention]) -> frozenset[int]:
    """The tokens of places where nothing happens: those that only tell where another one lies ("X, 50 km north of Y"),
    and states that act by their name ("U.S. raids")."""
    told = ((m, tokens_of(reading, m.span)) for m in mentions if m.role == "name")
    return frozenset(
        token
        for m, tokens in told
        if m.beside or (tokens and acts_as_adjective(reading, tokens[-1]))
        for token in tokens
    )


def _filed_from(reading: Reading, places: Sequence[Place]) -> frozenset[int]:
    """The tokens of a dateline that lost its dash ("BEIRUT At least 15 people"): nothing happens there."""
    paragraph = next((block for block in reading.report.blocks if block.kind == "paragraph"), None)
    ends = {start: end for place in places for start, end in place.evidence}
    if paragraph is None or paragraph.start not in ends:
        return frozenset()
    end, text = ends[paragraph.start], reading.text
    filed = text[paragraph.start : end].isupper() and UNDASHED.match(text, end) is not None
    return frozenset(tokens_of(reading, (paragraph.start, end))) if filed else frozenset()


def _times_at(reading: Reading, times: Sequence[ResolvedTime]) -> dict[int, Time]:
    """Each time by its head, with the days within which that lies which is told with it."""
    found = {}
    for resolved in times:
        tokens = tokens_of(reading, resolved.time.evidence[0])
        if tokens:
            days = resolved.within
            found[_head(reading, tokens)] = msgspec.structs.replace(resolved.time, start=days.start, end=days.end)
    return found


def _head(reading: Reading, tokens: range) -> int:
    """The token by which a time's words hang in the tree."""
    heads = reading.grammar.heads
    return next((t for t in tokens if heads[t] not in tokens or heads[t] == t), tokens[-1])


def _dateline(reading: Reading, report: Report, places: Sequence[Place], filed: range) -> str | None:
    """The place that the report was filed from: the one that opens a dateline block, or its first paragraph in
    capitals."""
    for block in report.blocks:
        if block.kind == "dateline":
            return next((p.id for p in places for s, _ in p.evidence if block.start <= s < block.end), None)
        if block.kind == "paragraph":
            opening = {s: (p, e) for p in places for s, e in p.evidence}
            place = opening.get(block.start)
            shouted = place is not None and report.text[block.start : place[1]].isupper()
            if place is not None and shouted:
                return place[0].id
            break
    starts = {reading.grammar.starts[token] for token in filed[:1]}
    return next((p.id for p in places if any(s in starts for s, _ in p.evidence)), None)


def _captions(report: Report, mentions: tuple[TimeMention, ...], day: Interval | None) -> tuple[Caption, ...]:
    return tuple(
        msgspec.structs.replace(caption, taken=_taken(report, caption, mentions, day)) for caption in report.captions
    )


def _taken(
    report: Report, caption: Caption, mentions: tuple[TimeMention, ...], day: Interval | None
) -> Interval | None:
    inside = [m for m in mentions if caption.start <= m.full[0] < caption.end]
    return caption_taken(inside, text=report.text, day=day)


def _common_sites(places: Sequence[Place]) -> frozenset[str]:
    """ "The stadium", "a mosque": sites all of whose words are common nouns."""
    return frozenset(place.id for place in places if place.kind == "site" and place.name.islower())


def _home(places: Sequence[Place]) -> str | None:
    counts = Counter(place.country for place in places if place.country for _ in place.evidence)
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    there = [place for place in places if place.country == ranked[0][0]]
    return ranked[0][0] if len(there) > 1 or not _may_lie_elsewhere(there[0]) else None


def _may_lie_elsewhere(place: Place) -> bool:
    """Whether the name may well mean places of other countries: alone it tells of none."""
    return sum(rival.score for rival in place.candidates if rival.country != place.country) > ELSEWHERE
