"""Copies are not corroboration, nor are two outlets that have a number from one mouth: counted, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from msgspec.structs import replace

from sayso.reconcile import reconcile_records
from sayso.records import Incident, Record
from tests.reconcile.conftest import Told

Reader = Callable[[Sequence[Told]], tuple[Record, ...]]

ARMY_ONE: Told = (
    "Northern Wire", "2024-06-04",
    "Army loses nine men near Talodi\n\nTALODI, Sudan - Nine soldiers were killed in a clash with rebels at the Talodi "
    "garrison on Monday, the Sudanese army said.",
)  # fmt: skip
ARMY_TWO: Told = (
    "Plains Agency", "2024-06-04",
    "Clash at garrison\n\nTALODI - The Sudanese army said that rebels had attacked the Talodi garrison on Monday and that "
    "nine soldiers were killed.",
)  # fmt: skip
OWN: Told = (
    "Savanna Post", "2024-06-05",
    "At the Talodi garrison\n\nTALODI - Our reporter saw the graves of nine soldiers who were killed when rebels attacked "
    "the Talodi garrison on Monday.",
)  # fmt: skip
RESIDENTS_ONE: Told = (
    "Northern Wire", "2024-06-04",
    "Shells hit Talodi\n\nTALODI, Sudan - Six people were killed when shells hit the market of Talodi on Monday, residents "
    "said.",
)  # fmt: skip
RESIDENTS_TWO: Told = (
    "Plains Agency", "2024-06-04",
    "Market of Talodi shelled\n\nTALODI - Residents said that six people were killed when shells hit the market of Talodi on "
    "Monday.",
)  # fmt: skip
RESIDENTS_AGAIN: Told = (
    "Plains Agency", "2024-06-05",
    "Talodi buries its dead\n\nTALODI - Talodi on Tuesday buried the six people who were killed when shells hit its market "
    "on Monday. Doctors said that nine others were wounded.",
)  # fmt: skip

Counts = tuple[int, int, int]
CASES: dict[str, tuple[list[Told], Counts, set[str]]] = {
    "two outlets, one spokesman": ([ARMY_ONE, ARMY_TWO], (2, 2, 1), {"same_speaker"}),
    "and one who went there": ([ARMY_ONE, ARMY_TWO, OWN], (3, 3, 2), {"same_speaker"}),
    "residents are not one mouth": ([RESIDENTS_ONE, RESIDENTS_TWO], (2, 2, 2), set()),
    "an outlet is one source": ([RESIDENTS_ONE, RESIDENTS_TWO, RESIDENTS_AGAIN], (3, 2, 2), {"same_outlet"}),
    "one report": ([ARMY_ONE], (1, 1, 1), set()),
}


def only(read: Reader, told: Sequence[Told]) -> Incident:
    (incident,) = reconcile_records(read(told))
    return incident


@pytest.mark.parametrize(("told", "counts", "reasons"), CASES.values(), ids=CASES)
def test_sources_are_counted(read: Reader, told: list[Told], counts: Counts, reasons: set[str]) -> None:
    incident = only(read, told)
    assert incident.counts is not None
    assert (incident.counts.reports, incident.counts.outlets, incident.counts.independent) == counts
    assert incident.independent_sources == counts[2]
    assert {each.reason for each in incident.collapses} == reasons
    assert all(each.why for each in incident.collapses)


def test_a_figure_says_who_gives_it(read: Reader) -> None:
    incident = only(read, [ARMY_ONE, ARMY_TWO, OWN])
    given_by = next(each.given_by for each in incident.figures if each.group == "soldiers")
    assert given_by is not None
    assert (given_by.reports, given_by.outlets, given_by.independent) == (3, 3, 2)


def test_a_number_from_one_mouth_is_named(read: Reader) -> None:
    collapses = only(read, [ARMY_ONE, ARMY_TWO]).collapses
    assert [each.about for each in collapses] == [None, "9 soldiers killed"]
    assert "Sudanese Armed Forces" in collapses[1].why


def test_the_same_bytes_in_two_places(read: Reader) -> None:
    (record,) = read([ARMY_ONE])
    (twin,) = read([ARMY_ONE])
    elsewhere = _moved(twin, "mirror/1")
    (incident,) = reconcile_records([record, elsewhere])
    assert incident.counts is not None
    assert (incident.counts.reports, incident.counts.independent) == (2, 1)
    assert [each.reason for each in incident.collapses] == ["same_bytes"]


def _moved(record: Record, uri: str) -> Record:
    return replace(record, report=replace(record.report, uri=uri))
