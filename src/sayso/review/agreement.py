"""How far coders agree: Krippendorff's alpha, by the kind of scale that a field has."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import krippendorff
import msgspec
import numpy as np

Scale = Literal["nominal", "ordinal", "ratio"]
SCALES: dict[str, Scale] = {"low": "ratio", "best": "ratio", "high": "ratio", "information": "ordinal"}
"""Field -> its scale; all others are codes, which are the same or not."""


class FieldAgreement(msgspec.Struct, frozen=True, kw_only=True):
    """How far coders agree on a field. alpha: 1 for all, 0 for no more than by chance, less for against one another;
    null where nobody could disagree by chance, since one value is given throughout. units: how many at least two gave a
    value; same: of how many of all units all gave the same."""

    field: str
    scale: Scale
    alpha: float | None
    units: int
    same: int


def agree_on(field: str, units: Sequence[Mapping[str, Any]]) -> FieldAgreement:
    """A field, and for each unit what each coder says, in; how far they agree out.

    Of a number null is no value; of a code it is one more. Lists are compared as they are, their order aside.
    """
    scale = SCALES.get(field, "nominal")
    told = [[_plain(value) for value in unit.values()] for unit in units]
    given = [[value for value in row if scale == "nominal" or value is not None] for row in told]
    return FieldAgreement(
        field=field,
        scale=scale,
        alpha=alpha_of(told, scale),
        units=sum(len(row) > 1 for row in given),
        same=sum(is_same(unit) for unit in units),
    )


def is_same(unit: Mapping[str, Any]) -> bool:
    """Whether all coders say the same of a unit."""
    return len({msgspec.json.encode(_plain(value)) for value in unit.values()}) < 2


def alpha_of(units: Sequence[Sequence[Any]], scale: Scale) -> float | None:
    """For each unit what each coder says, all in the same order, in; Krippendorff's alpha out, None where it is not
    defined. Numbers for ordinal and ratio, null for what a coder gave no value; anything for nominal."""
    table = np.array([[_number(value, scale, units) for value in unit] for unit in units], dtype=float).T
    if not _can_differ(table):
        return None
    return round(float(krippendorff.alpha(table, level_of_measurement=scale)), 4)


def _number(value: Any, scale: Scale, units: Sequence[Sequence[Any]]) -> float:
    if scale != "nominal":
        return math.nan if value is None else float(value)
    known = sorted({msgspec.json.encode(each) for unit in units for each in unit})
    return float(known.index(msgspec.json.encode(value)))


def _can_differ(table: np.ndarray) -> bool:
    """Whether those units to which two coders gave a value have more than one value among them."""
    if table.size == 0:
        return False
    paired = table[:, (~np.isnan(table)).sum(axis=0) > 1]
    return len(np.unique(paired[~np.isnan(paired)])) > 1


def _plain(value: Any) -> Any:
    return sorted(value, key=str) if isinstance(value, list | tuple) else value
