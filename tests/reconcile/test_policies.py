"""Statements of one cell and what each policy makes of them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sayso.codebook import load_policies
from sayso.reconcile.policies import reconcile_figures
from sayso.reconcile.statements import Derived, Statement

Bounds = tuple[float | None, float | None, float | None]


def say(
    day: str,
    who: str,
    value: Bounds,
    *,
    source: str | None = None,
    derived: Derived = "stated",
    nature: str = "event_count",
) -> Statement:
    low, best, high = value
    return Statement(
        measure="killed", group=None, nature=nature, low=low, best=best, high=high, day=day, speakers=(who,),
        report=f"{who} {day}", source=source or who, claims=(f"claim of {who} {day}",), derived=derived,
    )  # fmt: skip


TWELVE, FOURTEEN, NINE = (None, 12.0, None), (None, 14.0, None), (None, 9.0, None)
AT_LEAST_TEN = (10.0, None, None)
RIVALS = [say("2024-03-01", "army", NINE), say("2024-03-02", "doctors", FOURTEEN), say("2024-03-02", "mayor", FOURTEEN)]
MOVING = [
    say("2024-03-01", "doctors", NINE),
    say("2024-03-02", "doctors", TWELVE),
    say("2024-03-08", "doctors", FOURTEEN),
]
WEEKS = [say("2024-03-01", "doctors", NINE), say("2024-03-20", "mayor", FOURTEEN), say("2024-03-21", "army", TWELVE)]
OPEN = [say("2024-03-01", "doctors", AT_LEAST_TEN)]
COPIES = [
    say("2024-03-01", "Post", NINE, source="wire"), say("2024-03-01", "Herald", NINE, source="wire"),
    say("2024-03-02", "doctors", TWELVE), say("2024-03-02", "mayor", TWELVE),
]  # fmt: skip
NOBODY_ELSE = [say("2024-03-01", "doctors", NINE), say("2024-03-02", "mayor", (None, 0.0, None))]
UNCOUNTED = [
    say("2024-03-01", "Post", (1.0, None, None), derived="told without a number"),
    say("2024-03-02", "mayor", NINE),
]

CASES: dict[str, tuple[list[Statement], str, Bounds]] = {
    "ucdp: what most sources say": (RIVALS, "ucdp", (9, 14, 14)),
    "acled: the lowest of the recent": (RIVALS, "acled", (9, 9, 14)),
    "airwars: a range and no best": (RIVALS, "airwars", (9, None, 14)),
    "latest: the newest": (WEEKS, "latest", (12, 12, 12)),
    "a later word supersedes the same speaker's": (MOVING, "ucdp", (14, 14, 14)),
    "acled: what is old is left aside": (WEEKS, "acled", (12, 12, 14)),
    "a bound is no best": (OPEN, "ucdp", (10, None, None)),
    "copies support a number once": (COPIES, "ucdp", (9, 12, 12)),
    "nobody else is not nobody": (NOBODY_ELSE, "ucdp", (9, 9, 9)),
    "a number before no number": (UNCOUNTED, "ucdp", (9, 9, 9)),
}


@pytest.mark.parametrize(("statements", "policy", "expected"), CASES.values(), ids=CASES)
def test_a_policy_gives_low_best_and_high(statements: list[Statement], policy: str, expected: Bounds) -> None:
    (figure,) = reconcile_figures(statements, load_policies()[policy])
    assert (figure.low, figure.best, figure.high) == expected


def test_a_total_to_date_is_never_among_them() -> None:
    total = say("2024-03-02", "ministry", (None, 4000.0, None), nature="cumulative")
    (figure,) = reconcile_figures([*RIVALS, total], load_policies()["airwars"])
    assert figure.high == 14


@pytest.mark.parametrize("policy", load_policies())
def test_a_figure_names_its_claims_and_its_policy(policy: str) -> None:
    (figure,) = reconcile_figures(RIVALS, load_policies()[policy])
    assert set(figure.claims) <= {claim for each in RIVALS for claim in each.claims}
    assert figure.claims
    assert figure.policy == f"{policy}/{load_policies()[policy].version}"


def test_nobody_else_is_no_figure_beside_those_of_another_group() -> None:
    police = replace(say("2024-03-01", "doctors", NINE), group="police")
    found = reconcile_figures([police, say("2024-03-02", "mayor", (None, 0.0, None))], load_policies()["ucdp"])
    assert [each.group for each in found] == ["police"]
