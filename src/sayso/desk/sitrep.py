"""Records in, the situation out: everything side by side, nobody's word made a fact."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec

from sayso.desk.sitrep_lines import Account, Line
from sayso.desk.sitrep_words import MEASURES
from sayso.records import Condition, Control, Event, Figure, Place, Record, Relation

NO_PLACE = "no place named"
LAST = "9999"


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """Lines that belong side by side, under a heading."""

    heading: str
    lines: tuple[Line, ...]


class Rivals(msgspec.Struct, frozen=True, kw_only=True):
    """A dispute of one report: claims that can't all hold, and why."""

    about: str
    why: str
    report: int
    lines: tuple[Line, ...]


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody on record: how often, by which acts, and where (report number, anchor) each utterance stands."""

    name: str
    acts: tuple[tuple[str, int], ...]
    reports: int
    utterances: tuple[tuple[int, str], ...]


class Located(msgspec.Struct, frozen=True, kw_only=True):
    """A place with what is said to have happened there."""

    place: Place
    lines: tuple[Line, ...]


class Situation(msgspec.Struct, frozen=True, kw_only=True):
    """What many reports say, laid out."""

    accounts: tuple[Account, ...]
    unread: int
    refused: dict[str, int]
    happened: tuple[Line, ...]
    outlook: tuple[Line, ...]
    background: tuple[Line, ...]
    figures: tuple[Group, ...]
    control: tuple[Group, ...]
    conditions: tuple[Group, ...]
    relations: tuple[Line, ...]
    disputes: tuple[Rivals, ...]
    voices: tuple[Voice, ...]
    located: tuple[Located, ...]


def gather_situation(records: Iterable[Record], *, unread: int = 0, refused: dict[str, int] | None = None) -> Situation:
    """Records in, the situation out. unread: reports left unread; refused: code -> inputs that can't be read."""
    accounts = tuple(Account(record, number) for number, record in enumerate(records, start=1))
    lines = _merge_copies([line for account in accounts for line in account.lines])
    events = sorted(_of(lines, Event), key=_by_day)
    news = [line for line in events if not line.claim.background]
    return Situation(
        accounts=accounts,
        unread=unread,
        refused=refused or {},
        happened=tuple(line for line in news if _is_so(line)),
        outlook=tuple(line for line in news if not _is_so(line)),
        background=tuple(line for line in events if line.claim.background),
        figures=_group_figures(_of(lines, Figure), accounts),
        control=_group(_of(lines, Control), lambda line: _place_name(line, accounts)),
        conditions=_group_conditions(_of(lines, Condition)),
        relations=tuple(sorted(_of(lines, Relation), key=lambda line: line.who)),
        disputes=tuple(rivals for account in accounts for rivals in _rivals(account)),
        voices=_voices(accounts),
        located=_locate(lines, accounts),
    )


def _of(lines: Iterable[Line], kind: type) -> list[Line]:
    return [line for line in lines if isinstance(line.claim, kind)]


def _is_so(line: Line) -> bool:
    """Whether its speaker tells it as something that took place."""
    return line.claim.realis in ("happened", "ongoing")


def _by_day(line: Line) -> tuple[str, str, int]:
    """By first day; what has no date comes last."""
    return line.start or line.end or LAST, line.end or LAST, line.report


def _merge_copies(lines: Sequence[Line]) -> list[Line]:
    """The same words of the same speaker in several reports are one line: copies are not corroboration."""
    same: dict[Any, list[Line]] = defaultdict(list)
    for line in lines:
        same[
            (line.what, line.who, line.said_by, line.when, line.quote.casefold(), line.own_voice and line.report)
        ].append(line)
    merged = []
    for first, *others in same.values():
        copies = tuple((line.report, line.anchor) for line in others if line.report != first.report)
        merged.append(msgspec.structs.replace(first, copies=copies))
    return merged


def _group(lines: Iterable[Line], heading: Callable[[Line], str]) -> tuple[Group, ...]:
    """Lines under their headings: most lines first, then by name; in a group, by day."""
    found: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        found[heading(line)].append(line)
    groups = [Group(heading=name, lines=tuple(sorted(each, key=_by_day))) for name, each in found.items()]
    return tuple(sorted(groups, key=lambda group: (-len(group.lines), group.heading)))


def _group_figures(lines: list[Line], accounts: Sequence[Account]) -> tuple[Group, ...]:
    """Figures by measure and settlement, the gravest measure first."""
    order = {words: at for at, words in enumerate(MEASURES.values())}
    groups = _group(lines, lambda line: f"{MEASURES[line.claim.measure]} · {_place_name(line, accounts)}")
    return tuple(sorted(groups, key=lambda group: order[group.heading.split(" · ")[0]]))


def _group_conditions(lines: list[Line]) -> tuple[Group, ...]:
    """A claim with several themes stands under each of them."""
    found: dict[str, list[Line]] = defaultdict(list)
    for line in sorted(lines, key=_by_day):
        for theme in line.claim.themes:
            found[theme].append(line)
    return tuple(Group(heading=theme, lines=tuple(each)) for theme, each in sorted(found.items()))


def _place_name(line: Line, accounts: Sequence[Account]) -> str:
    if not line.places:
        return NO_PLACE
    return accounts[line.report - 1].settlement_of(line.places[0]).name


def _rivals(account: Account) -> list[Rivals]:
    by_id = {line.claim.id: line for line in account.lines}
    return [
        Rivals(
            about=dispute.about,
            why=dispute.why,
            report=account.number,
            lines=tuple(by_id[each] for each in dispute.claims if each in by_id),
        )
        for dispute in account.record.disputes
    ]


def _voices(accounts: Iterable[Account]) -> tuple[Voice, ...]:
    """Everybody on record, the most heard first; who is not named is counted by outlet."""
    acts: dict[str, Counter[str]] = defaultdict(Counter)
    places: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for account in accounts:
        for utterance in account.record.utterances:
            for name in account.speaker_names(utterance) or (f"unnamed, in {account.outlet}",):
                acts[name][utterance.act] += 1
                places[name].append((account.number, account.anchor_of(utterance)))
    voices = [_voice(name, acts[name], places[name]) for name in acts]
    return tuple(sorted(voices, key=lambda voice: (-len(voice.utterances), voice.name.casefold())))


def _voice(name: str, acts: Counter[str], places: list[tuple[int, str]]) -> Voice:
    reports = len({report for report, _ in places})
    return Voice(name=name, acts=tuple(acts.most_common()), reports=reports, utterances=tuple(places))


def _locate(lines: Iterable[Line], accounts: Sequence[Account]) -> tuple[Located, ...]:
    """Places that can be drawn, each once across reports, with the lines that name them as where."""
    places: dict[Any, Place] = {}
    found: dict[Any, list[Line]] = defaultdict(list)
    for line in lines:
        for place in {_drawn(place, accounts[line.report - 1]) for place in line.places[:1]} - {None}:
            key = place.geonames or (place.name.casefold(), place.lat, place.lon)
            places.setdefault(key, place)
            found[key].append(line)
    located = [Located(place=place, lines=tuple(found[key])) for key, place in places.items()]
    return tuple(sorted(located, key=lambda each: (-len(each.lines), each.place.name)))


def _drawn(place: Place, account: Account) -> Place | None:
    """The place, or the nearest one around it whose position is known."""
    seen: set[str] = set()
    while place.lat is None or place.lon is None:
        seen.add(place.id)
        if place.within not in account.places or place.within in seen:
            return None
        place = account.places[place.within]
    return place
