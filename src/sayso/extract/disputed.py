"""Claims of one report that can't all hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from sayso.records import AnyClaim, Dispute, Event, Figure, Utterance


def find_disputes(claims: Sequence[AnyClaim], utterances: Sequence[Utterance]) -> tuple[Dispute, ...]:
    """Rival figures, denials and rival perpetrators among the claims of one report, each pair once."""
    speakers = {u.id: frozenset(s.party or s.person or "" for s in u.speakers) for u in utterances}
    figures = [c for c in claims if isinstance(c, Figure)]
    events = [c for c in claims if isinstance(c, Event) and c.realis in ("happened", "ongoing", "negated")]
    return (*_figures(figures, speakers), *_events(events, speakers))


def _voices(claim: AnyClaim, speakers: dict[str, frozenset[str]]) -> frozenset[str]:
    return speakers.get(claim.utterance or "", frozenset())


def _figures(figures: Sequence[Figure], speakers: dict[str, frozenset[str]]) -> Iterator[Dispute]:
    for one, other in combinations(figures, 2):
        same = (one.measure, one.group, one.unit) == (other.measure, other.group, other.unit) and one.background == other.background
        if same and _voices(one, speakers) != _voices(other, speakers) and _share_setting(one, other) and _apart(one, other):
            yield Dispute(about=f"{one.measure} {one.group or one.what}", claims=(one.id, other.id), why="two figures for one thing")


def _share_setting(one: AnyClaim, other: AnyClaim) -> bool:
    places = not one.where or not other.where or bool(set(one.where) & set(other.where))
    if one.when is None or other.when is None or not (one.when.start and other.when.start):
        return places
    return places and (one.when.start, one.when.end) == (other.when.start, other.when.end)


def _apart(one: Figure, other: Figure) -> bool:
    (low, high), (floor, ceiling) = _range(one), _range(other)
    return high < floor or ceiling < low


def _range(figure: Figure) -> tuple[float, float]:
    low = figure.low if figure.low is not None else figure.best if figure.best is not None else 0.0
    high = figure.high if figure.high is not None else figure.best if figure.best is not None else float("inf")
    return low, high


def _events(events: Sequence[Event], speakers: dict[str, frozenset[str]]) -> Iterator[Dispute]:
    for one, other in combinations(events, 2):
        if one.type != other.type or not _share_setting(one, other) or _voices(one, speakers) == _voices(other, speakers):
            continue
        if (one.realis == "negated") != (other.realis == "negated") and _same_deed(one, other):
            yield Dispute(about=f"whether {one.type} happened", claims=(one.id, other.id), why="a denial")
        elif one.actor and other.actor and not set(one.actor) & set(other.actor) and one.recipient and one.recipient == other.recipient:
            yield Dispute(about=f"who is behind {one.type}", claims=(one.id, other.id), why="two perpetrators")


def _same_deed(one: Event, other: Event) -> bool:
    actors = not one.actor or not other.actor or bool(set(one.actor) & set(other.actor))
    recipients = not one.recipient or not other.recipient or bool(set(one.recipient) & set(other.recipient))
    return actors and recipients and bool(one.actor or one.recipient)
