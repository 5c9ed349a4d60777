"""Blind double coding: nobody sees another's work too early; agreement as published examples have it; what is decided."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from sayso.errors import CodingRefused
from sayso.ledger import Sample, load_codings, load_decisions, load_samples
from sayso.ledger.dialects import writing
from sayso.review import (
    adjudicate,
    agree_on,
    agreement_of,
    alpha_of,
    code_unit,
    coded_so_far,
    coding_units,
    draw_sample,
    find_claim,
    find_sample,
    undo,
    update_incidents,
)
from tests.review.told import ingest_told

ANA: dict[str, Any] = {"who": "Ana", "reason": "as I see it"}
OBSERVERS = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
    (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
)
"""Example C of Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011): four observers, twelve units."""
TWO = ((0, 1, 0, 0, 0, 0, 0, 0, 1, 0), (1, 1, 1, 0, 0, 1, 0, 0, 0, 0))
"""Example A: two observers, binary data."""
FIGURES = ("best", "group")


@pytest.mark.parametrize(("scale", "alpha"), [("ordinal", 0.815), ("ratio", 0.797)])
def test_alpha_is_what_krippendorff_works_out(scale: Any, alpha: float) -> None:
    found = alpha_of(list(zip(*OBSERVERS, strict=True)), scale)
    assert found is not None and round(found, 3) == alpha


def test_alpha_of_codes_is_what_krippendorff_works_out() -> None:
    found = alpha_of([["no" if value else "yes" for value in unit] for unit in zip(*TWO, strict=True)], "nominal")
    assert found is not None and round(found, 3) == 0.095


@pytest.mark.parametrize(
    ("field", "units", "alpha", "paired", "same"),
    [
        ("group", [("men", "men"), ("women", "women")], 1.0, 2, 2),
        ("group", [("men", "women"), ("women", "men")], -0.5, 2, 0),
        ("group", [(None, "men"), ("men", "men"), (None, None)], 0.4444, 3, 2),
        ("group", [("men", "men"), ("men", "men")], None, 2, 2),
        ("best", [(0, 0), (4, 4)], 1.0, 2, 2),
        ("best", [(None, 4), (4, 4), (None, None)], None, 1, 2),
        ("best", [(None, None)], None, 0, 1),
        ("actor", [(["a", "b"], ["b", "a"]), (["c"], ["c"])], 1.0, 2, 2),
    ],
)
def test_agreement_on_a_field(field: str, units: Any, alpha: float | None, paired: int, same: int) -> None:
    found = agree_on(field, [dict(zip(("Ana", "Ben"), unit, strict=True)) for unit in units])
    assert (found.alpha, found.units, found.same) == (alpha, paired, same)


# -- a sample -----------------------------------------------------------------------------------------------------
@pytest.fixture
def engine(engine: Engine) -> Engine:
    """A ledger that has the reports."""
    ingest_told(engine)
    update_incidents(engine)
    return engine


def drawn(engine: Engine, name: str = "spring", **asked: Any) -> Sample:
    return draw_sample(engine, name, ("Ana", "Ben"), **{"units": 3, "fields": FIGURES, "who": "Cem"} | asked)


def code_all(engine: Engine, name: str, coder: str, *, best: int = 5) -> None:
    for unit in find_sample(engine, name).units:
        code_unit(engine, name, unit, {"best": best, "group": "civilians"}, coder=coder)


def test_the_lot_falls_the_same_by_the_same_seed(engine: Engine) -> None:
    first, again, other = drawn(engine), drawn(engine, "again"), drawn(engine, "other", seed=2)
    assert first.units == again.units != other.units
    assert len(first.units) == 3 and load_samples(engine) == [first, again, other]
    assert {find_claim(engine, unit)[1].__struct_config__.tag for unit in first.units} == {"figure"}
    everything = drawn(engine, "all", units=1000)
    assert len(everything.units) == len({*everything.units}) > 3


def test_a_coder_sees_the_words_and_nothing_that_was_made_of_them(engine: Engine) -> None:
    drawn(engine)
    for unit in coding_units(engine, "spring", coder="Ana"):
        record, claim = find_claim(engine, unit.unit)
        assert (unit.text, unit.evidence, unit.said) == (record.report.text, claim.evidence, {})


def test_nobody_sees_anothers_work_before_all_is_coded(engine: Engine) -> None:
    sample = drawn(engine)
    code_all(engine, "spring", "Ana")
    code_unit(engine, "spring", sample.units[0], {"best": 6}, coder="Ana", note="the headline has it")
    assert coded_so_far(engine, "spring") == {"Ana": 6, "Ben": 0}
    assert [unit.said for unit in coding_units(engine, "spring", coder="Ben")] == [{}, {}, {}]
    own = coding_units(engine, "spring", coder="Ana")[0].said["best"]
    assert (own.value, own.note) == (6, "the headline has it")
    with pytest.raises(CodingRefused, match="there are left: Ben 6"):
        agreement_of(engine, "spring")
    with pytest.raises(CodingRefused, match="there are left"):
        adjudicate(engine, "spring", sample.units[0], "best", 5, **ANA)
    code_all(engine, "spring", "Ben")
    assert agreement_of(engine, "spring").fields
    with pytest.raises(CodingRefused, match="it stays as it is"):
        code_unit(engine, "spring", sample.units[0], {"best": 5}, coder="Ana")
    assert len(load_codings(engine, "spring")) == 12


def test_what_they_disagree_on_is_decided(engine: Engine) -> None:
    sample = drawn(engine)
    one, other, _ = sample.units
    read = find_claim(engine, one)[1].best  # type: ignore[union-attr]
    code_all(engine, "spring", "Ana")
    code_all(engine, "spring", "Ben")
    assert [each.same for each in agreement_of(drawn_apart(engine), "apart").fields] == [1, 3]
    best, group = agreement_of(engine, "apart").fields
    assert (best.scale, group.scale, group.alpha) == ("ratio", "nominal", None)
    waiting = agreement_of(engine, "apart").disagreements
    assert [(each.unit, each.field, each.said["Ben"].value) for each in waiting] == [
        (one, "best", 7),
        (other, "best", 7),
    ]
    corrected = adjudicate(engine, "apart", one, "best", 999, **ANA)
    assert (corrected.decision.kind, corrected.decision.after["value"]) == ("correct", 999)
    assert [each.decided for each in agreement_of(engine, "apart").disagreements] == [corrected.key, None]
    undo(engine, corrected.key, **ANA)
    accepted = adjudicate(engine, "apart", one, "best", read, **ANA)
    assert accepted.decision.kind == "accept"
    assert len(load_decisions(engine)) == 3


def drawn_apart(engine: Engine) -> Engine:
    """The same units again, on two of which Ana and Ben give other numbers."""
    sample = drawn(engine, "apart")
    code_all(engine, "apart", "Ana")
    for at, unit in enumerate(sample.units):
        code_unit(engine, "apart", unit, {"best": 7 if at < 2 else 5, "group": "civilians"}, coder="Ben")
    return engine


def test_incidents_are_coded_too(engine: Engine) -> None:
    sample = drawn(engine, of="incident", fields=(), units=2)
    assert sample.fields == ("harm", "information")
    for coder, word in (("Ana", "fair"), ("Ben", "weak")):
        for unit in sample.units:
            code_unit(engine, "spring", unit, {"harm": word, "information": 2}, coder=coder)
    assert all(unit.reports and not unit.text for unit in coding_units(engine, "spring", coder="Ana"))
    found = agreement_of(engine, "spring")
    assert [(each.scale, each.same) for each in found.fields] == [("nominal", 0), ("ordinal", 2)]
    unit = found.disagreements[0].unit
    assert adjudicate(engine, "spring", unit, "harm", "fair", **ANA).decision.kind == "harm"
    assert agreement_of(engine, "spring").disagreements[0].decided


REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "one coder": ({"coders": ("Ana", "Ana")}, "two coders"),
    "of nothing": ({"of": "report"}, "can't be coded"),
    "no such field": ({"fields": ("best", "id")}, "no field id"),
    "nothing there": ({"of": "relation"}, "there is no relation"),
    "no name": ({"name": " "}, "no name"),
    "a name twice": ({"name": "there"}, "already"),
}


@pytest.mark.parametrize(("asked", "why"), REFUSED.values(), ids=REFUSED)
def test_samples_that_are_refused(engine: Engine, asked: dict[str, Any], why: str) -> None:
    drawn(engine, "there")
    name, coders = asked.get("name", "spring"), asked.get("coders", ("Ana", "Ben"))
    rest = {key: value for key, value in asked.items() if key not in ("name", "coders")}
    with pytest.raises(CodingRefused, match=why):
        draw_sample(engine, name, coders, who="Cem", **rest)


@pytest.mark.parametrize(
    ("coder", "said", "why"),
    [
        ("Cem", {"best": 5}, "no coder of the sample"),
        ("Ana", {"best": "many"}, "can't be"),
        ("Ana", {"low": 5}, "coded are best, group"),
        ("Ana", {}, "coded are best, group"),
    ],
)
def test_codings_that_are_refused(engine: Engine, coder: str, said: dict[str, Any], why: str) -> None:
    sample = drawn(engine)
    with pytest.raises(CodingRefused, match=why):
        code_unit(engine, "spring", sample.units[0], said, coder=coder)
    with pytest.raises(CodingRefused, match="not in the sample"):
        code_unit(engine, "spring", "locus:0", {"best": 5}, coder="Ana")
    with pytest.raises(CodingRefused, match="no sample"):
        find_sample(engine, "autumn")


def test_what_was_said_is_only_added_to(engine: Engine) -> None:
    drawn(engine)
    code_all(engine, "spring", "Ana")
    for statement in ("UPDATE coding SET value = '1'", "DELETE FROM coding", "DELETE FROM sample"):
        with pytest.raises(DBAPIError, match="never changed"), writing(engine) as connection:
            connection.execute(text(statement))
