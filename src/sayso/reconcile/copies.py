"""Copies are not corroboration: reports that came out of one another, grouped, with the reason for every link.

Two reports are copies by the first of these that holds:

same_bytes   the same bytes were read same_url     the same address, freed of trackers, anchors and the forms that
phones are sent to same_text    the same words near_text    nearly the same words: of all runs of words that either
has, NEAR are in both wire         two outlets that credit one agency, or of which one is the agency, within WIRE_DAYS:
WIRE of the shorter one's runs are in the other rewritten    two outlets, within REWRITTEN_DAYS: REWRITTEN of the
shorter one's runs are in the other

An agency is one that the codebook knows, or an outlet of one of the reports whose name another one has.

Quoted words are left out of the runs: two outlets that quote one statement have a speaker in common, which is not to
say that one wrote from the other. What one outlet prints twice is a copy only where address or text say so; that an
outlet is one source, however much it prints, is for those to count who count sources.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import combinations
from typing import Literal, NamedTuple

import msgspec
from courlan import normalize_url
from rensa import RMinHash, RMinHashLSH

from sayso.codebook import load_codebook
from sayso.records import Published, Record, Report

CopyReason = Literal["same_bytes", "same_url", "same_text", "near_text", "wire", "rewritten"]

RUN = 5
"""Words in a run: so many that two writers seldom hit on the same ones."""
NEAR, REWRITTEN, WIRE = 0.7, 0.3, 0.15
"""Shares of runs. On two public sets of news, 1 pair of reports of different outlets and happenings in 20,000 shares
REWRITTEN, and what they share is the furniture of a chain of stations."""
FEWEST_RUNS = 15
"""Shared runs below which no report is called rewritten: short posts are made of set phrases."""
FEWEST_WORDS = 8
"""Words below which to say the same says nothing."""
WIRE_DAYS, REWRITTEN_DAYS = 3, 7
"""Clients print what the agency sends within days, and what they make of it within the week."""
HASHES, BANDS = 256, 128
"""Pairs that share .3 of the runs of two texts of one length are looked at with a chance of .98, those that share .02
with one of .013."""
SEED = 1
CREDITS = 240
"""Code points at the head of a text in whose brackets an agency may stand, and of a last line that may credit one."""
QUOTED = "\0"

_WORD = re.compile(r"\w+")
_BRACKETS = re.compile(r"\(([^()]+)\)")
_PHONE = re.compile(r"^https?://(?:(?:www\d?|m|mobile|amp)\.)?")
_TAIL = re.compile(r"(?:/amp|/|\.amp(?=\.html?$))*$", re.IGNORECASE)


class CopyLink(msgspec.Struct, frozen=True, kw_only=True):
    """Two reports, by their positions in what was given, that are copies, and why.

    share: of the shorter one's runs of words, those that are in the other; 0 to 1.
    """

    one: int
    other: int
    reason: CopyReason
    share: float
    why: str


class Copies(msgspec.Struct, frozen=True, kw_only=True):
    """Reports, by position, that count as one independent source, and the links that made them one."""

    reports: tuple[int, ...]
    links: tuple[CopyLink, ...] = ()


class _Sketch(NamedTuple):
    """What two reports are compared by."""

    id: str
    url: str | None
    outlet: str | None
    published: Published
    words: str
    runs: frozenset[str]
    credits: frozenset[str]


def group_copies(records: Sequence[Record]) -> tuple[Copies, ...]:
    """Records in, independent sources out: groups of reports that are copies, by first report.

    A report without a copy is a group of its own, so that the length of what comes back is the number of independent
    sources.
    """
    outlets = frozenset(record.report.outlet or "" for record in records)
    sketches = [_sketch(record, outlets) for record in records]
    links = [link for one, other in sorted(_candidates(sketches)) if (link := _compare(sketches, one, other))]
    joined = _join(len(sketches), links)
    return tuple(
        Copies(reports=tuple(group), links=tuple(link for link in links if link.one in group))
        for group in map(sorted, joined)
    )


def _sketch(record: Record, outlets: frozenset[str] = frozenset()) -> _Sketch:
    words = _WORD.findall(record.report.text.casefold())
    return _Sketch(
        id=record.report.id,
        url=plain_url(record.report.uri),
        outlet=record.report.outlet,
        published=record.report.published,
        words=" ".join(words) if len(words) >= FEWEST_WORDS else "",
        runs=_runs(_unquoted(record)),
        credits=frozenset((*_credits(record.report), *_named(record.report, outlets))),
    )


def plain_url(uri: str | None) -> str | None:
    """An address without what does not change the page that it leads to; None for what is no address of the web."""
    if not uri or not _PHONE.match(uri):
        return None
    try:
        plain = normalize_url(uri).partition("#")[0]
    except ValueError:
        return None
    return _TAIL.sub("", _PHONE.sub("", plain))


def _unquoted(record: Record) -> str:
    """The text with what stands in quotation marks taken out."""
    pieces, at = [], 0
    text = record.report.text
    for start, end in sorted(span for utterance in record.utterances for span in utterance.verbatim):
        pieces.append(text[at:start])
        at = max(at, end)
    return QUOTED.join([*pieces, text[at:]])


def _runs(text: str) -> frozenset[str]:
    runs: set[str] = set()
    for part in text.casefold().split(QUOTED):
        words = _WORD.findall(part)
        runs.update(" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
    return frozenset(runs)


def _credits(report: Report) -> Iterator[str]:
    """Whose work the report says it is, as ids of media in the codebook: by its outlet's name, its byline, brackets at
    its head, a short last line."""
    last = report.text.rstrip().rpartition("\n")[2]
    places = [report.outlet or "", report.byline or "", *_BRACKETS.findall(report.text[:CREDITS])]
    names, pattern = _media()
    for place in [*places, last if len(last) <= CREDITS else ""]:
        yield from (names[found] for found in pattern.findall(place))


def _named(report: Report, outlets: frozenset[str]) -> Iterator[str]:
    """Outlets of several words that the report is of, or has anywhere: "told Lake Wire", "Lake Wire reported"."""
    names = (name for name in outlets if " " in name.strip() and name in f"{report.outlet}\n{report.text}")
    return (name for name in names if name == report.outlet or re.search(rf"\b{re.escape(name)}\b", report.text))


@cache
def _media() -> tuple[dict[str, str], re.Pattern[str]]:
    """Name -> id of every outlet that the codebook knows, and a pattern that finds the names."""
    media = [party for party in load_codebook().parties if party.kind == "media"]
    names = {name: party.id for party in media for name in (party.name, *party.names, *party.acronyms)}
    longest = sorted(names, key=lambda name: (-len(name), name))
    return names, re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")


def _candidates(sketches: Sequence[_Sketch]) -> set[tuple[int, int]]:
    """Pairs worth comparing, by position, the earlier one first."""
    return {*_alike(sketches), *_sharing(sketches)}


def _sharing(sketches: Sequence[_Sketch]) -> Iterator[tuple[int, int]]:
    """Pairs that have bytes, an address or a text in common, or an agency that they credit on days that may be near."""
    having: dict[object, list[int]] = defaultdict(list)
    for at, sketch in enumerate(sketches):
        keys = ("id", sketch.id), ("url", sketch.url), ("words", sketch.words)
        for key in (*(key for key in keys if key[1]), *_credit_keys(sketch)):
            having[key].append(at)
    for members in having.values():
        yield from combinations(members, 2)


def _credit_keys(sketch: _Sketch) -> Iterator[tuple[str, str, int]]:
    """An agency with each stretch of days in which a copy of the report may have been printed."""
    if day := sketch.published.start:
        stretch = _day(day) // WIRE_DAYS
        yield from (("credit", agency, stretch + step) for agency in sketch.credits for step in (0, 1))


def _alike(sketches: Sequence[_Sketch]) -> Iterator[tuple[int, int]]:
    """Pairs whose runs are likely to overlap, by MinHash."""
    index = RMinHashLSH(threshold=0.5, num_perm=HASHES, num_bands=BANDS)
    for at, sketch in enumerate(sketches):
        if sketch.runs:
            hashed = RMinHash(num_perm=HASHES, seed=SEED)
            hashed.update(list(sketch.runs))
            yield from ((other, at) for other in index.query(hashed))
            index.insert(at, hashed)


def _compare(sketches: Sequence[_Sketch], one: int, other: int) -> CopyLink | None:
    """The link between two reports, or None."""
    first, second = sketches[one], sketches[other]
    shared = len(first.runs & second.runs)
    share = shared / max(1, min(len(first.runs), len(second.runs)))
    reason, why = _judge(first, second, shared, share)
    return CopyLink(one=one, other=other, reason=reason, share=round(share, 3), why=why) if reason else None


def _judge(one: _Sketch, other: _Sketch, shared: int, share: float) -> tuple[CopyReason | None, str]:
    if one.id == other.id:
        return "same_bytes", "the same bytes"
    if one.url and one.url == other.url:
        return "same_url", f"the same address ({one.url})"
    if one.words and one.words == other.words:
        return "same_text", "the same words"
    if shared < FEWEST_RUNS:
        return None, ""
    return _judge_runs(one, other, shared, share)


def _judge_runs(one: _Sketch, other: _Sketch, shared: int, share: float) -> tuple[CopyReason | None, str]:
    told = f"{share:.0%} of the shorter one's runs of {RUN} words stand in the other"
    if shared / len(one.runs | other.runs) >= NEAR:
        return "near_text", told
    if one.outlet is not None and one.outlet == other.outlet:
        return None, ""
    apart, agencies = _days_apart(one.published, other.published), one.credits & other.credits
    if agencies and share >= WIRE and apart <= WIRE_DAYS:
        return "wire", f"both credit {', '.join(sorted(agencies))}, and {told}"
    if share >= REWRITTEN and apart <= REWRITTEN_DAYS:
        return "rewritten", told
    return None, ""


def _days_apart(one: Published, other: Published) -> int:
    """Days between the nearest days on which both may have been printed; a day that nobody knows may be any."""
    if not (one.start and one.end and other.start and other.end):
        return 0
    return max(0, _day(one.start) - _day(other.end), _day(other.start) - _day(one.end))


def _day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


def _join(size: int, links: Iterable[CopyLink]) -> list[list[int]]:
    """Positions grouped by their links, groups in the order of their first."""
    leader = list(range(size))

    def lead(at: int) -> int:
        while leader[at] != at:
            leader[at] = at = leader[leader[at]]
        return at

    for link in links:
        first, second = sorted((lead(link.one), lead(link.other)))
        leader[second] = first
    groups: dict[int, list[int]] = defaultdict(list)
    for at in range(size):
        groups[lead(at)].append(at)
    return list(groups.values())
