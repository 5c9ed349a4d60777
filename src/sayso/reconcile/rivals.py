"""Two claims that name different doers in, whether they are rival accounts of one deed out: in a battle each side does
its own deeds, and to tell of both disputes neither."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reconcile.accounts import DEAD, HURT, WITHIN_A_PLACE
from sayso.reconcile.terms import skeleton
from sayso.reconcile.voices import ORGANISED, Voiced, accusers, party_key
from sayso.records import Event, Figure, Place

Row = tuple[Voiced, Event]
Fight = frozenset[str]
"""Two parties, by their keys, each of which attacks the other."""


def find_fights(rows: Sequence[Row]) -> frozenset[Fight]:
    """Who fights whom: parties that are told to have attacked each other, in one deed or in several."""
    hits = {(doer, victim) for row in rows if row[0].told for doer in _doers(row) for victim in _victims(row)}
    return frozenset(frozenset(pair) for pair in hits if pair[0] != pair[1] and pair[::-1] in hits)


def is_rival(one: Row, other: Row, fights: frozenset[Fight]) -> bool:
    """Whether two rows, of which nobody tells both, lay one deed to different doers: one frame and the same victims, or
    an accusation on one side of what the other side is said to have done, and not to the accused."""
    if _tellers(one) & _tellers(other):
        return False
    if _is_charge(one) or _is_charge(other):
        return not (_is_against(one, other) or _is_against(other, one))
    alike = (
        one[1].method == other[1].method and bool(_victims(one) & _victims(other)) and not _are_elsewhere(one, other)
    )
    return alike and (not _fights_of(one, other) & fights or _is_one_deed(one, other))


def _victims(row: Row) -> frozenset[str]:
    """Who was hit, by key."""
    voiced, event = row
    return frozenset(party_key(party) for party in voiced.parties(event.recipient))


def _doers(row: Row) -> frozenset[str]:
    voiced, event = row
    return frozenset(party_key(party) for party in voiced.parties(event.actor) if party.kind in ORGANISED)


def _is_charge(row: Row) -> bool:
    return row[1].type == "ACCUSE"


def _is_against(charge: Row, deed: Row) -> bool:
    """Whether the accused are those whom the other side's deed hit: two deeds of one fight."""
    return _is_charge(charge) and not _is_charge(deed) and bool(_victims(charge) & _victims(deed))


def _tellers(row: Row) -> frozenset[str]:
    names = accusers(*row) if _is_charge(row) else row[0].speakers
    return frozenset(name.casefold() for name in names)


def _fights_of(one: Row, other: Row) -> frozenset[Fight]:
    return frozenset(frozenset((first, second)) for first in _doers(one) for second in _doers(other))


def _are_elsewhere(one: Row, other: Row) -> bool:
    """Whether the two are set on different days, or in different settlements or sites."""
    days = [row[1].when.start for row in (one, other) if row[1].when and row[1].when.start == row[1].when.end]
    if len(set(filter(None, days))) > 1:
        return True
    first, second = _finest(one), _finest(other)
    return bool(first and second) and first.keys().isdisjoint(second) and _are_alike_fine(first, second)


def _are_alike_fine(one: dict[str, Place], other: dict[str, Place]) -> bool:
    """Whether both are settlements or both are sites: one may lie in the other else."""
    return len({place.kind in WITHIN_A_PLACE for place in (*one.values(), *other.values())}) == 1


def _finest(row: Row) -> dict[str, Place]:
    """The places of a deed in which none of its others lies, by skeleton."""
    voiced, event = row
    places = [voiced.account.places[each] for each in event.where if each in voiced.account.places]
    fine = [place for place in places if place.kind in WITHIN_A_PLACE]
    towns = [place for place in places if place.kind in ("city", "town", "village")]
    return {skeleton(place.name): place for place in fine or towns}


def _is_one_deed(one: Row, other: Row) -> bool:
    """Whether something shows that two who fight each other tell of one deed: a site, or how many it harmed."""
    first, second = _finest(one), _finest(other)
    sites = [first[key] for key in first.keys() & second.keys() if first[key].kind in WITHIN_A_PLACE]
    return bool(sites) or bool(_harmed(one) & _harmed(other))


def _harmed(row: Row) -> frozenset[tuple[str, float]]:
    """How many a deed harmed, by measure."""
    voiced, event = row
    figures = [each for each in voiced.account.claims.values() if isinstance(each, Figure) and each.event == event.id]
    return frozenset((each.measure, each.best) for each in figures if each.best and each.measure in DEAD | HURT)
