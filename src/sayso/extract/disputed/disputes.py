"""Claims of one report that can't all hold: rival figures, denials, rival perpetrators, rival claims of control."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeVar

from sayso.extract.disputed.words import Names, about_claim, about_figures
from sayso.records import AnyClaim, Control, Dispute, Event, Figure, Relation, Utterance

C = TypeVar("C", bound=AnyClaim)
TOLD = frozenset(("happened", "ongoing"))
ANYBODY = frozenset((None, "people", "mixed"))
UNARMED = frozenset(("civilians", "women", "children", "elderly", "journalists", "medics", "aid_workers", "refugees"))
ARMED = frozenset(("fighters", "soldiers", "police"))
FARTHEST, NEAR = 15.0, 3.0
"""Numbers further apart than this are hardly of one thing; nearer still where one is a running total."""
SHORTEST = 12
"""Code points below which a claim's words say too little for anybody to know what was denied."""
WINDOW = 1_500
"""Code points within which a place that was inferred may be the wrong one of two."""
REACH = 100
"""Claims of a kind that a claim is held against, before and behind it: nobody compares the ends of a long list."""
NO_RIVALS = frozenset(("stock", "flow", "rate", "part"))
MOST_SIDES, MOST_DISPUTES = 30, 8
"""Figures in one dispute, and disputes that one figure is in, past which nobody could follow them."""
HELPING = frozenset(("backs", "arms", "funds", "allied_with"))
HOLDING = frozenset(("held", "gained"))
COUNTED = frozenset(
    ("killed", "injured", "missing", "detained", "abducted", "executed", "raped", "captured", "surrendered")
)
"""Measures whose rival numbers are a dispute; stocks such as the displaced are counted anew all the time."""


class Voices:
    """Whose word each claim is: party and person ids, empty for the outlet."""

    def __init__(self, utterances: Sequence[Utterance]) -> None:
        self.of = {u.id: frozenset(s.party or s.person or "" for s in u.speakers) for u in utterances}
        self.denials = {u.id for u in utterances if u.act == "deny"}

    def differ(self, one: AnyClaim, other: AnyClaim) -> bool:
        """Whether two claims are of different people."""
        return one.utterance != other.utterance and self._of(one) != self._of(other)

    def both(self, one: AnyClaim, other: AnyClaim) -> bool:
        """Whether each of two claims is the word of somebody who is named."""
        return bool(self._of(one) and self._of(other))

    def _of(self, claim: AnyClaim) -> frozenset[str]:
        return self.of.get(claim.utterance or "", frozenset())


def find_disputes(claims: Sequence[AnyClaim], utterances: Sequence[Utterance], names: Names) -> tuple[Dispute, ...]:
    """The disputes of a report, each with all claims that stand against each other, the figures first."""
    voices = Voices(utterances)
    figures = [c for c in claims if isinstance(c, Figure) and c.realis in TOLD and c.measure in COUNTED]
    events = [c for c in claims if isinstance(c, Event)]
    controls = [c for c in claims if isinstance(c, Control)]
    relations = [c for c in claims if isinstance(c, Relation)]
    return (
        *_rival_figures(figures, voices, names), *_rival_descriptions(figures, voices, names),
        *_denials(events, voices, names), *_denials(controls, voices, names), *_denials(relations, voices, names),
        *_rival_perpetrators(events, voices, names), *_rival_holders(controls, voices, names),
    )  # fmt: skip


# -- figures ------------------------------------------------------------------------------------------------------
def _rival_figures(figures: Sequence[Figure], voices: Voices, names: Names) -> Iterator[Dispute]:
    counts = [figure for figure in figures if figure.nature not in NO_RIVALS and not names.is_part(figure)]
    correcting = frozenset(figure.id for figure in counts if names.corrects(figure))
    pairs = [(a, b) for a, b in _pairs(counts) if _are_rivals(a, b, voices, lenient=bool({a.id, b.id} & correcting))]
    for group in _connected(pairs):
        yield _dispute(about_figures(group, names), group, "different figures for one thing")


def _are_rivals(one: Figure, other: Figure, voices: Voices, *, lenient: bool) -> bool:
    same = (one.measure, one.unit, one.background) == (other.measure, other.unit, other.background)
    people = one.group == other.group or {one.group, other.group} <= ANYBODY | {"civilians", "fighters"}
    alike = one.party == other.party or not one.party or not other.party
    farthest = FARTHEST if one.nature == other.nature else NEAR
    alike = same and people and alike and _apart(one, other, farthest)
    return alike and _one_matter(one, other, voices, lenient=lenient)


def _one_matter(one: AnyClaim, other: AnyClaim, voices: Voices, *, lenient: bool = False) -> bool:
    """Told by two speakers of one place and one time. lenient: one may be the outlet, a guessed place wrong."""
    places = _share_place(one, other) or (lenient and _guessed_near_by(one, other))
    return (lenient or voices.both(one, other)) and voices.differ(one, other) and places and _share_days(one, other)


def _apart(one: Figure, other: Figure, farthest: float) -> bool:
    """Whether the ranges leave no number for both, and are near enough to be of one thing."""
    (low, high), (floor, _) = sorted((_range(one), _range(other)))
    return 1 < high < floor <= farthest * max(low, high if high != float("inf") else low, 1.0)


def _overlap(one: Figure, other: Figure) -> bool:
    (_, high), (floor, _) = sorted((_range(one), _range(other)))
    return high >= floor


def _range(figure: Figure) -> tuple[float, float]:
    low = figure.low if figure.low is not None else figure.best if figure.best is not None else 0.0
    high = figure.high if figure.high is not None else figure.best if figure.best is not None else float("inf")
    return low, high


def _rival_descriptions(figures: Sequence[Figure], voices: Voices, names: Names) -> Iterator[Dispute]:
    """Who they were: civilians to the one, fighters to the other."""
    for one, other in _pairs(figures):
        groups = {one.group, other.group}
        opposed = len(groups & UNARMED) == 1 and len(groups & ARMED) == 1
        if opposed and one.measure == other.measure and _one_matter(one, other, voices) and _share_words(one, other):
            about = f"who were {about_figures([one], names, group=False)}"
            yield _dispute(about, [one, other], "different descriptions of the same people")


def _share_words(one: Figure, other: Figure) -> bool:
    """Whether the two are told of one happening: by its claim, or by a place and a day that both have."""
    return (one.event is not None and one.event == other.event) or bool(set(one.where) & set(other.where) and one.when)


# -- denials ------------------------------------------------------------------------------------------------------
def _denials(claims: Sequence[C], voices: Voices, names: Names) -> Iterator[Dispute]:
    """What one says and another denies, the nearest of those that tell the same."""
    for at, denied in enumerate(claims):
        if denied.realis != "negated":
            continue
        said = [c for c in claims[max(0, at - REACH) : at + REACH] if c.realis in TOLD]
        against = [c for c in said if voices.differ(c, denied) and _same(c, denied, names)]
        if against := [c for c in against if c.evidence[0][1] - c.evidence[0][0] > SHORTEST]:
            nearest = min(against, key=lambda c: abs(c.evidence[0][0] - denied.evidence[0][0]))
            yield _dispute(f"whether {about_claim(nearest, names)}", [nearest, denied], "a denial")


def _same(one: AnyClaim, other: AnyClaim, names: Names) -> bool:
    if isinstance(one, Event) and isinstance(other, Event):
        return _same_deed(one, other, names)
    if isinstance(one, Control) and isinstance(other, Control):
        return one.state == other.state and bool(set(one.area) & set(other.area)) and _agree(one.holder, other.holder)
    if isinstance(one, Relation) and isinstance(other, Relation):
        kind = one.type == other.type or {one.type, other.type} <= HELPING
        return kind and bool(set(one.object) & set(other.object)) and bool(set(one.subject) & set(other.subject))
    return False


def _same_deed(one: Event, other: Event, names: Names) -> bool:
    """One frame, nobody and no place in the way, and something that both name: the doer, the sufferer or the place."""
    if one.method != other.method or one.type in ("REQUEST", "ACCUSE", "REJECT", "CONSULT"):
        return False
    apart = not (_agree(one.actor, other.actor) and _agree(one.recipient, other.recipient) and _share_days(one, other))
    shared = set(one.actor) & set(other.actor) or set(one.recipient) & set(other.recipient)
    return not apart and _share_place(one, other) and (bool(shared) or names.same_trigger(one, other))


def _agree(one: Sequence[str], other: Sequence[str]) -> bool:
    return not one or not other or bool(set(one) & set(other))


# -- who did it, who holds it -------------------------------------------------------------------------------------
def _rival_perpetrators(events: Sequence[Event], voices: Voices, names: Names) -> Iterator[Dispute]:
    violent = [e for e in events if e.type == "ASSAULT" and e.realis in TOLD and e.actor and e.recipient]
    for one, other in _pairs(violent):
        same = (
            one.method == other.method
            and set(one.recipient) & set(other.recipient)
            and not set(one.actor) & set(other.actor)
        )
        dated = one.when is not None and other.when is not None and bool(set(one.where) & set(other.where))
        if same and dated and not one.background and _one_matter(one, other, voices):
            yield _dispute(f"who is behind it: {about_claim(one, names)}", [one, other], "different perpetrators")


def _rival_holders(controls: Sequence[Control], voices: Voices, names: Names) -> Iterator[Dispute]:
    held = [c for c in controls if c.realis in TOLD and c.state in HOLDING and c.holder and c.area and not c.background]
    for one, other in _pairs(held):
        apart = not set(one.holder) & set(other.holder) and one.share is None and other.share is None
        if apart and set(one.area) == set(other.area) and _one_matter(one, other, voices):
            yield _dispute(f"who holds {names.places(one.area)}", [one, other], "rival claims of control")


# -- settings -----------------------------------------------------------------------------------------------------
def _pairs(claims: Sequence[C]) -> Iterator[tuple[C, C]]:
    """Each two claims that stand near enough to be held against each other."""
    return ((one, other) for at, one in enumerate(claims) for other in claims[at + 1 : at + 1 + REACH])


def _share_place(one: AnyClaim, other: AnyClaim) -> bool:
    return not one.where or not other.where or bool(set(one.where) & set(other.where))


def _guessed_near_by(one: AnyClaim, other: AnyClaim) -> bool:
    guessed = any(step.startswith("where:") for claim in (one, other) for step in claim.basis)
    return guessed and abs(one.evidence[0][0] - other.evidence[0][0]) < WINDOW


def _share_days(one: AnyClaim, other: AnyClaim) -> bool:
    if one.when is None or other.when is None:
        return True
    first, last = (one.when.start or "", one.when.end or "9999"), (other.when.start or "", other.when.end or "9999")
    return first[0] <= last[1] and last[0] <= first[1]


def _connected(pairs: Sequence[tuple[Figure, Figure]]) -> list[list[Figure]]:
    """Pairs that share a claim are one dispute with several sides, each at odds with the others."""
    groups: list[dict[str, Figure]] = []
    rivals = {frozenset((one.id, other.id)) for one, other in pairs}
    homes: dict[str, list[int]] = defaultdict(list)
    for pair in pairs:
        known = sorted({number for claim in pair for number in homes[claim.id]})
        home = next((number for number in known if _fits(pair, groups[number], rivals)), None)
        if home is None:
            if len(known) >= MOST_DISPUTES:
                continue
            home = len(groups)
            groups.append({})
        for claim in pair:
            if claim.id not in groups[home]:
                homes[claim.id].append(home)
                groups[home][claim.id] = claim
    return [list(group.values()) for group in groups]


def _fits(pair: tuple[Figure, Figure], group: dict[str, Figure], rivals: set[frozenset[str]]) -> bool:
    """Whether those who join are rivals of all, or leave room for their numbers."""
    return len(group) < MOST_SIDES and all(
        claim.id == known.id or frozenset((claim.id, known.id)) in rivals or _overlap(claim, known)
        for claim in pair
        for known in group.values()
    )


def _dispute(about: str, claims: Sequence[AnyClaim], why: str) -> Dispute:
    ids = [claim.id for claim in sorted(claims, key=lambda claim: claim.evidence[0])]
    return Dispute(about=about, claims=tuple(dict.fromkeys(ids)), why=why)
