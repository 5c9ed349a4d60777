"""Claims of one place in, the days on which they tell of different attacks out."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reconcile.accounts import HARM, is_attack
from sayso.records import AnyClaim, Event, Figure

IN_ITS_SENTENCE = frozenset(("stated", "clause above", "clause beside", "sentence"))
"""Where a day comes from that a claim's own sentence names."""


def days_apart(claims: Sequence[AnyClaim]) -> list[str]:
    """The days on which a place was attacked, each with a deed that is an attack and with harm that is counted, in the
    order of the text; none where there is but one.

    What differs must be the means or the numbers: who was shot on Monday and died on Friday was hit once.
    """
    attacks: dict[str, tuple[set[str], set[tuple[str, float]]]] = {}
    for claim in claims:
        if (day := day_of(claim)) is not None:
            means, harmed = attacks.setdefault(day, (set(), set()))
            if isinstance(claim, Event) and is_attack(claim):
                means.add(claim.mode or "")
            elif isinstance(claim, Figure) and claim.measure in HARM and (claim.best or claim.low):
                harmed.add((claim.measure, claim.best or claim.low or 0.0))
    whole = [day for day, (means, harmed) in attacks.items() if means and harmed]
    differ = all(attacks[one] != attacks[other] for one in whole for other in whole if one < other)
    return whole if len(whole) > 1 and differ else []


def day_of(claim: AnyClaim) -> str | None:
    """The day that a claim's own sentence gives it; None where it gives none."""
    when = claim.when
    if when is None or when.start is None or when.start != when.end or when.basis not in IN_ITS_SENTENCE:
        return None
    return when.start
