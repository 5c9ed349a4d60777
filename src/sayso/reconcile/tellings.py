"""A record in, its tellings out: what one report says of one happening, in the features that are compared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from sayso.codebook import MONTHS, WEEKDAYS
from sayso.reconcile.accounts import (
    MEANS,
    Account,
    is_about_violence,
    is_attack,
    is_deal,
    is_of_the_dying,
    is_of_the_news,
    is_violent,
    is_way_out,
    ordinal,
)
from sayso.reconcile.distances import kilometres_between
from sayso.reconcile.happenings import Happening, part_happenings
from sayso.reconcile.statements import gather_statements
from sayso.reconcile.terms import place_skeleton, plain, terms
from sayso.reconcile.voices import ORGANISED, party_key
from sayso.records import AnyClaim, Control, Event, Party, Person, Place, Record, Span, Time, content_id

SETTLED = frozenset(("city", "town", "village", "district", "site", "other"))
SITES = SETTLED - {"city"}
MOST_SPOTS, MOST_DAYS, MOST_TERMS = 4, 3, 120
BACKGROUND = 0.3
"""What a claim told as context counts when the place and the day of a telling are settled."""
ROUGH_M = 15_000
"""Metres by which a place may be uncertain to be the settlement in which something happened: a large city's."""
STATED = 2.0
"""What a place or day counts that the claim's own words name, against 1 for one that was worked out."""
SHORT_MONTHS = tuple(month[:3] for month in MONTHS)
ASIDE = 0.5
"""What a settlement must exceed of the weight of the village that no gazetteer knows, for the news to be set in it."""
FILED_KM = 60.0
"""How far from its news a reporter files at most, for the place of filing to be that of the news."""
SLACK, LAST = 1, 10**9
"""Days by which a report may be older than its news, east of where it is printed; a day after all others."""
COUNTED = frozenset(("stated", "hit, without the dead", "sum of groups"))
_DAY = re.compile(r"\d{1,2}")
HEAD = 800
"""Code points in which the day of the news stands."""
STORY = 2_000
"""Code points in which a report tells its news; behind them come background and other stories."""


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """A place of a telling, by its position; name: as a skeleton; weight: how much of the telling is set there;
    rough: whether it is only somewhere around, as the countryside of a city is."""

    place: str
    name: str = ""
    lat: float
    lon: float
    weight: float
    rough: bool = False


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """One report's account of one happening. Days are ordinals, the best first; names are skeletons. passages:
    where in the report it stands. sites: where the violence is set, by what is smaller than a city. matters: whether it
    is of violence, of who holds what, of a deal. is_news: whether the report leads with it. dated: whether the first
    of the days stands there as a date, and not as a weekday."""

    key: str
    report: str
    claims: tuple[str, ...]
    passages: tuple[Span, ...] = ()
    is_news: bool = True
    published: tuple[int, int] | None = None
    days: tuple[int, ...] = ()
    dated: bool = False
    spots: tuple[Spot, ...] = ()
    place_names: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()
    matters: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    means: frozenset[str] = frozenset()
    weekday: int | None = None
    month_day: tuple[int, int] | None = None
    toll: dict[str, float] = {}
    outlet: str | None = None
    headline: frozenset[str] = frozenset()
    terms: dict[str, int] = {}
    background: bool = False


def gather_tellings(record: Record) -> tuple[Telling, ...]:
    """A record in, its tellings out: one for each happening that it tells of, the news first.

    The news is named after the report alone, the others after their settlements, so that where they stand in the text
    changes no name.
    """
    account = Account(record)
    news, *others = part_happenings(account)
    names = [(each, content_id("telling", account.report, *sorted(each.scene))) for each in others]
    return (
        _telling(account, news, content_id("telling", account.report, 0), is_news=True),
        *(_telling(account, each, key, is_news=False) for each, key in names),
    )


def retell(telling: Telling, account: Account) -> Telling:
    """A telling as its account, whose claims somebody corrected or took out, has it now, under the same key."""
    claims = tuple(account.claims[claim] for claim in telling.claims if claim in account.claims)
    part = Happening(claims=claims, passages=telling.passages)
    return replace(_telling(account, part, telling.key, is_news=telling.is_news), background=telling.background)


def _telling(account: Account, happening: Happening, key: str, *, is_news: bool) -> Telling:
    report, claims, passages = account.record.report, happening.claims, happening.passages
    named = [place for place in account.places.values() if place.kind != "country" and _stands_in(place, passages)]
    people = [person for person in account.people.values() if _stands_in(person, passages)]
    text = "".join(report.text[start:end] for start, end in passages)
    days = _days(claims, _published(account))
    return Telling(
        key=key,
        report=report.id,
        claims=tuple(claim.id for claim in claims),
        passages=passages,
        is_news=is_news,
        published=_published(account),
        days=days,
        dated=_is_dated(account, days),
        spots=_spots(account, claims, report.dateline if is_news else None),
        place_names=frozenset(filter(None, (place_skeleton(place.name) for place in named))),
        sites=_sites(account, claims),
        matters=_matters(claims),
        people=frozenset(plain(each.name).split()[-1] for each in people if _has_surname(each.name)),
        parties=_parties(account, claims),
        means=_means(claims),
        weekday=_weekday(account, passages),
        month_day=_month_day(account, passages),
        toll=_toll(account, claims, is_news=is_news, day=next(iter(days), None)),
        outlet=report.outlet,
        headline=frozenset(terms(report.title or "") if is_news else ()),
        terms=dict(terms(text[:STORY])),
    )


def _stands_in(mention: Place | Person | Time, passages: tuple[Span, ...]) -> bool:
    """Whether a mention has any of its words in the passages."""
    return any(first <= start < last for start, _ in mention.evidence for first, last in passages)


def _parties(account: Account, claims: tuple[AnyClaim, ...]) -> frozenset[str]:
    """Who is at it, on either side: organised parties; a state, its army and its police are one."""
    events = [
        claim for claim in claims if isinstance(claim, Event) and is_about_violence(claim) and not claim.background
    ]
    found = [party for event in events for party in account.parties_of((*event.actor, *event.recipient))]
    return frozenset(_side(party) for party in found if party.kind in ORGANISED)


def _side(party: Party) -> str:
    return party.country if party.country and party.kind in ("state", "state_force") else party_key(party)


def _means(claims: tuple[AnyClaim, ...]) -> frozenset[str]:
    """With what it was done, where that tells one attack from another."""
    events = [
        claim for claim in claims if isinstance(claim, Event) and is_about_violence(claim) and not claim.background
    ]
    return frozenset(event.mode for event in events if event.mode in MEANS)


def _weekday(account: Account, passages: tuple[Span, ...]) -> int | None:
    """The first weekday that the head of the passages names and that no date could be found for."""
    return next(
        (WEEKDAYS.index(word) for text in _unresolved(account, passages) for word in WEEKDAYS if word in text), None
    )


def _month_day(account: Account, passages: tuple[Span, ...]) -> tuple[int, int] | None:
    """The first month and day that the head of the passages names without a year."""
    for text in _unresolved(account, passages):
        month = next((at for at, word in enumerate(SHORT_MONTHS, start=1) if word in text), None)
        day = _DAY.search(text)
        if month and day:
            return month, int(day.group())
    return None


def _unresolved(account: Account, passages: tuple[Span, ...]) -> Iterator[str]:
    head = passages[0][0] + HEAD
    times = sorted(account.record.times, key=lambda time: time.evidence[0])
    own = (time for time in times if time.evidence[0][0] < head and _stands_in(time, passages))
    return (time.text.lower() for time in own if time.basis == "unresolved")


def _toll(account: Account, claims: tuple[AnyClaim, ...], *, is_news: bool, day: int | None) -> dict[str, float]:
    """The dead and the hurt of the telling, where it counts them: people of any kind, else the largest group."""
    statements = gather_statements(account, claims, "", is_news=is_news, day=day)
    stated = [each for each in statements if each.nature == "event_count"]
    counted = [each for each in stated if each.measure in ("killed", "injured") and each.derived in COUNTED]
    of_a_group = {each.measure: each.value for each in sorted(counted, key=lambda each: each.value)}
    return of_a_group | {each.measure: each.value for each in reversed(counted) if each.group is None}


def _has_surname(name: str | None) -> bool:
    return bool(name and plain(name))


def _published(account: Account) -> tuple[int, int] | None:
    published = account.record.report.published
    start, end = ordinal(published.start), ordinal(published.end)
    if start is None and end is None:
        return None
    return (start if start is not None else end, end if end is not None else start)  # type: ignore[return-value]


def _days(claims: tuple[AnyClaim, ...], published: tuple[int, int] | None) -> tuple[int, ...]:
    """The days on which the violence is told to have happened, the one most told first, then the earlier; none that
    lies after the report, nor that on which somebody died of what was done before, nor that of a denied deed where
    another happened."""
    last = published[1] + SLACK if published else LAST
    votes: Counter[int] = Counter()
    dated = [(claim, day) for claim in _of_the_news(claims) if (day := _day(claim)) is not None]
    hit = {day for claim, day in dated if is_attack(claim)}
    died = {day for claim, day in dated if is_of_the_dying(claim) and any(each < day for each in hit)} - hit
    happened = any(map(is_violent, claims))
    for claim, day in dated:
        if day not in died and (claim.realis != "negated" or not happened):
            votes[day] += _weight(claim) * (STATED if claim.when.basis == "stated" else 1)  # type: ignore[union-attr]
    told = [row for row in votes.items() if row[0] <= last]
    return tuple(day for day, _ in sorted(told, key=lambda row: (-row[1], row[0]))[:MOST_DAYS])


def _of_the_news(claims: Iterable[AnyClaim]) -> list[AnyClaim]:
    """The claims by which a telling is dated: its violence, places taken and deals; of no violence, how people get out
    too."""
    claims = list(claims)
    news = [claim for claim in claims if is_of_the_news(claim)]
    return news if any(map(is_violent, news)) else [*news, *filter(is_way_out, claims)]


def _set_by(claims: Iterable[AnyClaim]) -> list[AnyClaim]:
    """The claims by which a telling is set: a deal is where people get out by it, and not where it is made."""
    news = _of_the_news(claims)
    ways = any(is_way_out(claim) and claim.where for claim in news)
    return [claim for claim in news if not is_deal(claim)] if ways else news


def _day(claim: AnyClaim) -> int | None:
    """The day of a claim; None where it tells of none, or of several."""
    when = claim.when
    return ordinal(when.start) if when and when.start == when.end else None


def _is_dated(account: Account, days: Sequence[int]) -> bool:
    """Whether a date with its month gives the day that is told most."""
    if not days:
        return False
    day = date.fromordinal(days[0]).isoformat()
    texts = (time.text.lower() for time in account.record.times if time.start == time.end == day)
    return any(_DAY.search(text) and any(month in text for month in SHORT_MONTHS) for text in texts)


def _weight(claim: AnyClaim) -> float:
    return BACKGROUND if claim.background else 1.0


def _spots(account: Account, claims: tuple[AnyClaim, ...], dateline: str | None) -> tuple[Spot, ...]:
    """The settlements in which the violence is told to have happened, the one most told first."""
    votes: Counter[str] = Counter()
    about = _set_by(claims)
    attacked = any(map(is_attack, about))
    for claim in about:
        stated = not any(step.startswith("where") for step in claim.basis)
        weight = BACKGROUND if attacked and account.is_of_a_death(claim) else _weight(claim)
        for place in _finest(account, claim.where)[:2]:
            votes[place] += weight * (STATED if stated else 1)  # type: ignore[assignment]
    if dateline in account.places and _is_filed_there(account, account.places[dateline], votes):
        votes[dateline] += STATED  # type: ignore[assignment]
    merged: Counter[str] = Counter()
    for each, weight in votes.items():
        if place := account.places.get(each):
            merged[account.settlement(place).id] += weight
    least = ASIDE * max((merged[each] for each in merged if _is_unlocated(account.places[each])), default=0.0)
    spots = [spot for each, weight in merged.items() if (spot := _spot(account.places[each], weight))]
    spots = [spot for spot in spots if spot.weight > least]
    return tuple(sorted(spots, key=lambda spot: (-spot.weight, spot.place))[:MOST_SPOTS])


def _sites(account: Account, claims: tuple[AnyClaim, ...]) -> frozenset[str]:
    """The towns, villages, quarters and sites in which the violence of the news is set."""
    news = (claim for claim in claims if is_about_violence(claim) and not claim.background)
    places = (account.places[each] for claim in news for each in claim.where if each in account.places)
    return frozenset(filter(None, (place_skeleton(place.name) for place in places if place.kind in SITES)))


def _matters(claims: tuple[AnyClaim, ...]) -> frozenset[str]:
    """What the telling is about: violence, who holds what, a deal."""
    news = [claim for claim in claims if not claim.background]
    found = {
        "violence": any(map(is_violent, news)),
        "control": any(isinstance(claim, Control) for claim in news),
        "deal": any(is_deal(claim) or is_way_out(claim) for claim in news),
    }
    return frozenset(matter for matter, told in found.items() if told)


def _is_unlocated(place: Place) -> bool:
    """Whether it is a village or a site that nobody knows the position of."""
    return place.kind in SETTLED and place.lat is None


def _is_filed_there(account: Account, filed: Place, told: Iterable[str]) -> bool:
    """Whether the place that a report was filed from may be that of its news: near a settlement in which that is set,
    or, where it is set in none, in the country that the report names most."""
    towns = [spot for each in told if each in account.places and (spot := _spot(account.places[each], 1.0))]
    here = _spot(filed, 1.0)
    if here is None or any(each in account.places and _is_unlocated(account.places[each]) for each in told):
        return False
    if towns:
        return min(kilometres_between((here.lat, here.lon), (town.lat, town.lon)) for town in towns) <= FILED_KM
    others = (place for place in account.places.values() if place.country and place != filed)
    named = Counter(place.country for place in others for _ in place.evidence)
    return not named or named[filed.country] == max(named.values())


def _finest(account: Account, ids: tuple[str, ...]) -> list[str]:
    """Places without the cities whose province the others lie in: "Dilling, South Kadugli" tells of Dilling."""
    places = [account.places[each] for each in ids if each in account.places]
    return [place.id for place in places if not any(_is_within_province(other, place) for other in places)]


def _is_within_province(place: Place, city: Place) -> bool:
    same = place.admin1 is not None and (place.country, place.admin1) == (city.country, city.admin1)
    return same and (place.uncertainty_m or 0) < (city.uncertainty_m or 0) and place.kind in ("town", "village")


def _spot(place: Place, weight: float) -> Spot | None:
    if place.kind not in SETTLED or place.lat is None or place.lon is None:
        return None
    rough = (place.uncertainty_m or 0) > ROUGH_M
    return Spot(
        place=place.id, name=place_skeleton(place.name), lat=place.lat, lon=place.lon, weight=weight, rough=rough
    )
