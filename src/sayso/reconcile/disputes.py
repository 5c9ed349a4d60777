"""What the reports of one incident can't all be right about, each side with its speakers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from textwrap import shorten

from sayso.reconcile.accounts import is_deal
from sayso.reconcile.holders import Sides, denied_holdings, rival_holders
from sayso.reconcile.perpetrators import rival_doers
from sayso.reconcile.policies import explicit, last_words
from sayso.reconcile.rivals import Row
from sayso.reconcile.statements import ARMED, Statement
from sayso.reconcile.voices import (
    Voiced,
    accusations,
    accusers,
    side_key,
    speaking,
    violent_events,
)
from sayso.records import DisputeSide, Event, IncidentDispute, Party

COUNTED = frozenset(("killed", "injured", "missing", "detained", "abducted", "raped", "captured", "surrendered"))
"""Measures whose rival numbers are a dispute; the displaced are counted anew all the time."""
UNARMED = frozenset(("civilians", "women", "children", "elderly", "journalists", "medics", "aid_workers", "refugees"))
LONGEST_DEED = 110
"""Code points of a deed's words by which a dispute is named."""
INFINITE = float("inf")
Cell = tuple[str, str | None]
"""A measure and a group."""


def find_disputes(voiced: Sequence[Voiced], statements: Sequence[Statement]) -> tuple[IncidentDispute, ...]:
    """The claims and statements of one incident in, its disputes out: figures, people, denials, deeds, control."""
    counts = [each for each in statements if each.nature == "event_count" and each.measure in COUNTED]
    return (
        *_rival_figures(counts),
        *_rival_descriptions(counts),
        *_denials(voiced),
        *_denied_deals(voiced),
        *_rival_perpetrators(voiced),
        *(_holders(place, sides, "rival claims of control") for place, sides in rival_holders(voiced)),
        *(_holders(place, sides, "a denial") for place, sides in denied_holdings(voiced)),
    )


# -- figures ------------------------------------------------------------------------------------------------------
def _rival_figures(statements: Sequence[Statement]) -> Iterator[IncidentDispute]:
    cells: dict[Cell, list[Statement]] = defaultdict(list)
    for each in statements:
        cells[each.measure, each.group].append(each)
    for (measure, group), all_words in sorted(cells.items(), key=lambda row: (row[0][0], row[0][1] or "")):
        words = last_words(explicit(all_words))
        parts = [] if group else _greater_parts(measure, words, cells)
        if parts or any(_apart(one, other) for one, other in combinations(words, 2)):
            about = f"how many {group or 'people'} were {measure}"
            sides = [*_by_value(words), *(_side(f"{_number(_range(each))} {each.group}", [each]) for each in parts)]
            yield _dispute("figures", about, "figures that cannot both hold", sides)


def _greater_parts(measure: str, whole: Sequence[Statement], cells: Mapping[Cell, list[Statement]]) -> list[Statement]:
    """What others say of a group, of whom there are more than there are people in what somebody says: "seven people",
    "at least eight civilians"."""
    parts = [each for cell, words in cells.items() if cell[0] == measure and cell[1] for each in last_words(words)]
    return [part for part in parts if any(_range(part)[0] > _range(each)[1] and _apart(part, each) for each in whole)]


def _apart(one: Statement, other: Statement) -> bool:
    """Whether two statements by different people leave no number for both."""
    (low, high), (floor, _) = sorted((_range(one), _range(other)))
    of_two = one.whose != other.whose and bool(one.whose and other.whose)
    return not of_two and one.speakers != other.speakers and high < floor and low >= 0


def _range(statement: Statement) -> tuple[float, float]:
    low = statement.low if statement.low is not None else statement.best
    high = statement.high if statement.high is not None else statement.best
    return low if low is not None else 0.0, high if high is not None else INFINITE


def _by_value(statements: Iterable[Statement]) -> list[DisputeSide]:
    sides: dict[tuple[float, float], list[Statement]] = defaultdict(list)
    for each in statements:
        sides[_range(each)].append(each)
    return [_side(_number(bounds), each) for bounds, each in sorted(sides.items())]


def _number(bounds: tuple[float, float]) -> str:
    low, high = bounds
    if low == high:
        return f"{low:g}"
    return f"at least {low:g}" if high == INFINITE else f"{low:g} to {high:g}" if low else f"up to {high:g}"


def _side(says: str, statements: Sequence[Statement]) -> DisputeSide:
    speakers = sorted({name for each in statements for name in each.speakers})
    claims = dict.fromkeys(claim for each in statements for claim in each.claims)
    return DisputeSide(says=says, speakers=tuple(speakers), claims=tuple(claims))


def _rival_descriptions(statements: Sequence[Statement]) -> Iterator[IncidentDispute]:
    """The same number of people, who are civilians to the one and fighters to the other."""
    cells: dict[tuple[str, float], list[Statement]] = defaultdict(list)
    for each in statements:
        if each.group in UNARMED | ARMED:
            cells[each.measure, each.value].append(each)
    for (measure, value), alike in sorted(cells.items()):
        unarmed = [each for each in alike if each.group in UNARMED]
        armed = [each for each in alike if each.group in ARMED]
        if value and _different_people(unarmed, armed):
            sides = [_side(", ".join(sorted({each.group or "" for each in side})), side) for side in (unarmed, armed)]
            about = f"who the {value:g} {measure} were"
            yield _dispute("descriptions", about, "different descriptions of the same people", sides)


def _different_people(one: Sequence[Statement], other: Sequence[Statement]) -> bool:
    """Whether two sides have no report in common, so that neither is a count beside the other."""
    reports = {each.report for each in one}
    return bool(one and other) and not any(each.report in reports for each in other)


# -- deeds --------------------------------------------------------------------------------------------------------
def _denials(voiced: Sequence[Voiced]) -> Iterator[IncidentDispute]:
    """What one side tells and the other denies: the same doer, or the same deed where none is named. Who accuses the
    doer tells of it too."""
    events, charges = list(violent_events(voiced)), list(accusations(voiced))
    for key, denied in _grouped((row for row in events if row[0].denied), _deed).items():
        told = [row for row in events if row[0].told and _deed(*row) == key and not _shares_speaker(row, denied)]
        told += [row for row in charges if _accused(*row) == key[0] and not _shares_speaker(row, denied)]
        if told:
            sides = [_deed_side("so", told), _deed_side("not so", denied)]
            plain = [row for row in told if row[1].type != "ACCUSE"] or denied[::-1]
            yield _dispute("denial", _about_deed(plain[0]), "a denial", sides)


def _denied_deals(voiced: Sequence[Voiced]) -> Iterator[IncidentDispute]:
    """An agreement that one tells of and a party to it says there is none of."""
    deals = [(each, each.claim) for each in voiced if isinstance(each.claim, Event) and is_deal(each.claim)]
    denied = [row for row in deals if row[0].denied]
    sides = frozenset(side_key(party) for row in denied for party in _partners(row))
    told = [row for row in deals if row[0].told and sides & {side_key(party) for party in _partners(row)}]
    told = [row for row in told if not _shares_speaker(row, denied)]
    if denied and told:
        yield _dispute(
            "denial", _about_deed(told[0]), "a denial", [_deed_side("so", told), _deed_side("not so", denied)]
        )


def _partners(row: Row) -> list[Party]:
    """Those between whom a deal is; where nobody is named, whoever denies that there is one."""
    voiced, event = row
    named = voiced.parties((*event.actor, *event.recipient))
    return named or (speaking(voiced) if voiced.denied else [])


Deed = tuple[Hashable, str]


def _accused(voiced: Voiced, event: Event) -> frozenset[str]:
    return frozenset(side_key(party) for party in voiced.parties(event.recipient))


def _deed(voiced: Voiced, event: Event) -> Deed:
    actors = frozenset(side_key(party) for party in voiced.parties(event.actor))
    return (actors or event.method, event.type)


def _grouped(rows: Iterable[Row], key: Callable[[Voiced, Event], Deed]) -> dict[Deed, list[Row]]:
    found: dict[Deed, list[Row]] = defaultdict(list)
    for row in rows:
        found[key(*row)].append(row)
    return found


def _shares_speaker(row: Row, others: Iterable[Row]) -> bool:
    return any(set(row[0].speakers) & set(other.speakers) for other, _ in others)


def _about_deed(row: Row) -> str:
    voiced, event = row
    start, end = event.evidence[0]
    words = shorten(voiced.account.record.report.text[start:end], LONGEST_DEED, placeholder=" …")
    return f"whether {words}"


def _deed_side(says: str, rows: Sequence[Row]) -> DisputeSide:
    told_by = (accusers(*row) if row[1].type == "ACCUSE" else row[0].speakers for row in rows)
    speakers = sorted({name for names in told_by for name in names})
    return DisputeSide(says=says, speakers=tuple(speakers), claims=tuple(dict.fromkeys(event.id for _, event in rows)))


def _rival_perpetrators(voiced: Sequence[Voiced]) -> Iterator[IncidentDispute]:
    """Different doers of violence against the same people, by different speakers who each name one side only."""
    for doers in rival_doers(voiced):
        sides = [_deed_side(name, rows) for name, rows in doers]
        yield _dispute("perpetrators", "who is behind it", "different perpetrators", sides)


def _holders(place: str, sides: Sides, why: str) -> IncidentDispute:
    return _dispute("control", f"who holds {place}", why, [_holder_side(says, rows) for says, rows in sides])


def _holder_side(says: str, rows: Sequence[Voiced]) -> DisputeSide:
    speakers = sorted({speaker for each in rows for speaker in each.speakers})
    return DisputeSide(says=says, speakers=tuple(speakers), claims=tuple(dict.fromkeys(e.claim.id for e in rows)))


def _dispute(kind: str, about: str, why: str, sides: Sequence[DisputeSide]) -> IncidentDispute:
    return IncidentDispute(kind=kind, about=about, why=why, sides=tuple(sides))  # type: ignore[arg-type]
