"""Claims of control in, those that cannot all hold out: two holders of one place, and a hold that somebody denies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.reconcile.terms import skeleton
from sayso.reconcile.voices import Voiced, holdings, side_key
from sayso.records import Control

HOLDING = frozenset(("held", "gained"))
Sides = Sequence[tuple[str, Sequence[Voiced]]]
"""What each side says, and the claims by which it does."""


def rival_holders(voiced: Sequence[Voiced]) -> Iterator[tuple[str, Sides]]:
    """Two holders of one place, on the word of different speakers: the place's name, and who holds it to whom."""
    held: dict[str, dict[str, list[Voiced]]] = defaultdict(lambda: defaultdict(list))
    for each, control in holdings(voiced):
        if each.told and control.state in HOLDING and control.share is None:
            for party in each.parties(control.holder):
                for place in each.places(control.area):
                    held[place][party.name].append(each)
    seen: set[frozenset[str]] = set()
    for place, holders in sorted(held.items()):
        sides = sorted(holders.items())
        claims = frozenset(each.claim.id for _, rows in sides for each in rows)
        if claims not in seen and len({_speakers(rows) for _, rows in sides}) > 1:
            seen.add(claims)
            yield _name(place, sides[0][1]), sides


def denied_holdings(voiced: Sequence[Voiced]) -> Iterator[tuple[str, Sides]]:
    """What one says was taken, or besieged, and another says was not."""
    rows = [each for each in voiced if isinstance(each.claim, Control) and not each.claim.background]
    for place in sorted({place for each in rows if each.denied for place in _places(each)}):
        here = [each for each in rows if place in _places(each)]
        denied = [each for each in here if each.denied]
        told = [each for each in here if each.told and any(_is_answer(other, each) for other in denied)]
        if told:
            yield _name(place, told), (("so", told), ("not so", denied))


def _is_answer(denied: Voiced, told: Voiced) -> bool:
    """Whether a denial is of what is told: one state, and no other holder, on another's word."""
    if _state(denied) != _state(told) or set(denied.speakers) & set(told.speakers):
        return False
    ours, theirs = _holders(denied), _holders(told)
    return not ours or not theirs or bool(ours & theirs)


def _state(each: Voiced) -> str | None:
    state = each.claim.state if isinstance(each.claim, Control) else None
    return "held" if state in HOLDING else state


def _holders(each: Voiced) -> frozenset[str]:
    holder = each.claim.holder if isinstance(each.claim, Control) else ()
    return frozenset(side_key(party) for party in each.parties(holder))


def _places(each: Voiced) -> frozenset[str]:
    return each.places(each.claim.area) if isinstance(each.claim, Control) else frozenset()


def _speakers(rows: Sequence[Voiced]) -> tuple[str, ...]:
    return tuple(sorted({speaker for each in rows for speaker in each.speakers}))


def _name(key: str, rows: Sequence[Voiced]) -> str:
    """A place as the first claim names it."""
    found = (each.account.places[place] for each in rows for place in each.claim.area)  # type: ignore[union-attr]
    return next(place.name for place in found if skeleton(place.name) == key)
