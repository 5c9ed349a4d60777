"""Records in, incidents out: grouped, counted by a policy, with what is disputed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from string import capwords
from typing import Any

from sayso.codebook import Policy, load_policies
from sayso.reconcile.accounts import Account, is_violent, ordinal
from sayso.reconcile.disputes import find_disputes
from sayso.reconcile.grouping import Grouping, group_tellings
from sayso.reconcile.policies import last_words, reconcile_figures
from sayso.reconcile.responsible import judge_responsibility, name_parties
from sayso.reconcile.sources import count_sources, gather_sources, share_outlets, share_speakers
from sayso.reconcile.statements import Statement, gather_statements
from sayso.reconcile.tellings import Telling, gather_tellings
from sayso.reconcile.terms import place_skeleton, skeleton
from sayso.reconcile.voices import voice_claims
from sayso.records import (
    AnyClaim,
    Incident,
    IncidentClaim,
    IncidentPlace,
    IncidentReport,
    IncidentWhen,
    Join,
    Place,
    Record,
    Toll,
    TollPoint,
    content_id,
)

DEFAULT_POLICY = "ucdp"
MOST_PLACES = 3
LONGEST_ACRONYM = 3
LAST = 10**9
Member = tuple[Telling, Account, Sequence[AnyClaim]]


def reconcile_records(records: Iterable[Record], *, policy: str = DEFAULT_POLICY) -> tuple[Incident, ...]:
    """Records in, incidents out, by day, then by id. policy: a name of `load_policies`; raises KeyError for others.

    The same records give the same incidents, whatever their order; a report that was read twice counts once.
    """
    accounts = gather_accounts(records)
    tellings = {each.key: each for found in accounts.values() for each in gather_tellings(found[0].record)}
    grouping, groups = group_tellings(tellings.values())
    return assemble_incidents(groups, tellings, accounts, grouping, policy=policy)


def assemble_incidents(
    groups: Iterable[Sequence[str]],
    tellings: Mapping[str, Telling],
    accounts: Mapping[str, list[Account]],
    grouping: Grouping[Any],
    *,
    policy: str = DEFAULT_POLICY,
) -> tuple[Incident, ...]:
    """Groups of tellings by their keys in, whoever grouped them, incidents out, by day, then by id.

    policy: a name of `load_policies`; raises KeyError for others.
    """
    rule = load_policies()[policy]
    found = [assemble(group, tellings, accounts, grouping, rule) for group in groups]
    return tuple(sorted(found, key=lambda each: (each.when.start or "9999", each.id)))


def gather_accounts(records: Iterable[Record]) -> dict[str, list[Account]]:
    """Report id -> its accounts: more than one where the same bytes were found in several places."""
    found: dict[str, list[Account]] = defaultdict(list)
    for record in records:
        found[record.report.id].append(Account(record))
    return {report: sorted(same, key=lambda each: each.name) for report, same in found.items()}


def incident_id(telling: str) -> str:
    """The id that an incident has where this telling founds it."""
    return content_id("incident", telling)


def assemble(
    group: Sequence[str],
    tellings: Mapping[str, Telling],
    accounts: Mapping[str, list[Account]],
    grouping: Grouping[Any],
    policy: Policy,
) -> Incident:
    """The keys of one group's tellings in, its incident out. Its id is that of the earliest report's telling; every
    other telling's id leads to it, so that what was once an incident of its own is found again."""
    ordered = sorted((tellings[key] for key in group), key=telling_order)
    members = [_member(each, accounts[each.report][0]) for each in ordered]
    found = list({each.report: accounts[each.report] for each in ordered}.values())
    copied = gather_sources(found)
    statements = _statements(members, copied.of)
    sources = share_speakers(copied, statements)
    voiced = list(voice_claims((account, _of_its_days(telling, claims)) for telling, account, claims in members))
    counts = count_sources(found, sources)
    return Incident(
        id=incident_id(ordered[0].key),
        earlier_ids=tuple(incident_id(each.key) for each in ordered[1:]),
        reports=tuple(dict.fromkeys(each.name for telling in ordered for each in accounts[telling.report])),
        accounts=tuple(_reports(ordered, accounts, sources.of)),
        claims=tuple(IncidentClaim(id=claim, report=each.report) for each in ordered for claim in each.claims),
        figures=reconcile_figures(statements, policy),
        tolls=tuple(_tolls(statements)),
        when=_when(ordered),
        where=_where(members),
        parties=name_parties(voiced),
        responsibility=judge_responsibility(voiced),
        disputes=find_disputes(voiced, statements),
        independent_sources=counts.independent,
        counts=counts,
        collapses=(*sources.collapses, *share_outlets(found, sources)),
        background=all(each.background for each in ordered),
        joins=tuple(_joins(ordered, grouping)),
    )


def _of_its_days(telling: Telling, claims: Sequence[AnyClaim]) -> list[AnyClaim]:
    """The claims without the violence of days that lie before those of the telling: what led up to it is another's."""
    first = min(telling.days, default=0) - 1
    return [each for each in claims if not is_violent(each) or (_last_day(each) or LAST) >= first]


def _last_day(claim: AnyClaim) -> int | None:
    return ordinal(claim.when.end or claim.when.start) if claim.when else None


def telling_order(telling: Telling) -> tuple[int, str]:
    """What the tellings of an incident are sorted by: the first one names it."""
    return telling.published[0] if telling.published else LAST, telling.key


def _member(telling: Telling, account: Account) -> Member:
    return telling, account, [account.claims[claim] for claim in telling.claims]


def _reports(
    tellings: Sequence[Telling], accounts: Mapping[str, list[Account]], sources: Mapping[str, str]
) -> Iterator[IncidentReport]:
    for telling in tellings:
        same = accounts[telling.report]
        first = same[0].record.report
        yield IncidentReport(
            id=telling.report, uris=tuple(each.name for each in same), outlet=first.outlet, day=first.published.start,
            source=sources[telling.report], telling=telling.key,
        )  # fmt: skip


def _statements(members: Sequence[Member], sources: Mapping[str, str]) -> list[Statement]:
    return [
        each
        for telling, account, claims in members
        for each in gather_statements(
            account, claims, sources[account.report], is_news=telling.is_news, day=next(iter(telling.days), None)
        )
    ]


# -- the parts ----------------------------------------------------------------------------------------------------
def _tolls(statements: Sequence[Statement]) -> Iterator[Toll]:
    cells: dict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    for each in statements:
        cells[each.measure, each.group or "", each.nature].append(each)
    for (measure, group, nature), words in sorted(cells.items()):
        last = {id(each) for each in last_words(words)}
        ordered = sorted(words, key=lambda each: (each.day or "9999", each.report, each.claims))
        points = tuple(_point(each, superseded=id(each) not in last) for each in ordered)
        yield Toll(measure=measure, group=group or None, nature=nature, points=points)  # type: ignore[arg-type]


def _point(statement: Statement, *, superseded: bool) -> TollPoint:
    return TollPoint(
        day=statement.day, speakers=statement.speakers, report=statement.report, low=statement.low,
        best=statement.best, high=statement.high, superseded=superseded, claims=statement.claims,
    )  # fmt: skip


def _when(tellings: Sequence[Telling]) -> IncidentWhen:
    """The day that most tellings put first, of equals the earlier; else the first report's."""
    votes = Counter(telling.days[0] for telling in tellings if telling.days)
    if votes:
        day = min(votes, key=lambda each: (-votes[each], each))
        return IncidentWhen(start=_iso(day), end=_iso(day), basis="told")
    published = min((each.published for each in tellings if each.published), default=None)
    if published:
        return IncidentWhen(start=_iso(published[0]), end=_iso(published[1]), basis="published")
    return IncidentWhen()


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


def _where(members: Sequence[Member]) -> tuple[IncidentPlace, ...]:
    """The places in which most of the violence is told to have happened, those of most reports first."""
    votes: Counter[str] = Counter()
    known: dict[str, Place] = {}
    for telling, account, claims in members:
        for place, weight in _shares(telling, account, claims).items():
            key = place_skeleton(place.name) or skeleton(place.name)
            votes[key] += weight  # type: ignore[assignment]
            known[key] = min(known.get(key, place), place, key=_plainness)
    best = sorted(votes, key=lambda key: (-votes[key], key))[:MOST_PLACES]
    return tuple(_place(known[key]) for key in best)


def _plainness(place: Place) -> tuple[bool, int]:
    """What of two names of one place is shown is the least: in small letters, without words around it."""
    return place.name.isupper(), len(place.name)


def _shares(telling: Telling, account: Account, claims: Sequence[AnyClaim]) -> dict[Place, float]:
    """A telling's settlements, in shares of its one vote; the places of its claims where none is known."""
    weights = {account.places[spot.place]: spot.weight for spot in telling.spots}
    if not weights:
        named = [place for claim in filter(is_violent, claims) for place in claim.where if place in account.places]
        weights = {account.places[place]: float(number) for place, number in Counter(named).items()}
    total = sum(weights.values()) or 1.0
    return {place: weight / total for place, weight in weights.items()}


def _place(place: Place) -> IncidentPlace:
    shouted = place.name.isupper() and len(place.name) > LONGEST_ACRONYM
    return IncidentPlace(
        name=capwords(place.name) if shouted else place.name, kind=place.kind, country=place.country,
        admin1=place.admin1, lat=place.lat, lon=place.lon, geonames=place.geonames, precision=place.precision,
    )  # fmt: skip


def _joins(tellings: Sequence[Telling], grouping: Grouping[Any]) -> Iterator[Join]:
    """Each telling but the first, with the earlier one that it has most in common with."""
    for at, telling in enumerate(tellings[1:], start=1):
        nearest = max(tellings[:at], key=lambda other: (grouping.bits(telling.key, other.key), other.key))
        features = grouping.explain(telling.key, nearest.key)
        bits = round(grouping.bits(telling.key, nearest.key), 2)
        yield Join(report=telling.report, other=nearest.report, bits=bits, features=features)
