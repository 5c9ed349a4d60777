"""One happening told in many ways: how it is told, compared and counted, and the floors under it."""

from __future__ import annotations

from collections import Counter
from functools import cache

import msgspec
import pytest

from bench.alternations import Outcome, as_shares, make_rows, read_tellings, show_outcome, show_rows
from bench.floors import ALTERNATIONS, fallen, hash_of, load_floors, sample_of
from bench.telling import Alternations, Base, Way, load_alternations, tell, tell_all

RAID = Base(
    name="raid",
    reads={"type": "ASSAULT"},
    actor="the rebels",
    many=True,
    forms=("raid", "raided", "raiding"),
    object="a police post",
    noun="raid",
    noun_tail="on a police post",
    place="in Goma",
    day="Tuesday",
    wants={"recipient": None},
)
WALK = Base(name="walk", reads={"type": "RETREAT"}, actor="the judge", forms=("resign", "resigned", "resigning"))


def told(base: Base, text: str) -> str:
    return tell(base, Way(name="way", text=text)).text


@pytest.mark.parametrize(
    ("base", "way", "text"),
    [
        (RAID, "{Actor} {past} {rest} {place} {when}.", "The rebels raided a police post in Goma on Tuesday."),
        (RAID, "{Object} {o_was} {done} by {actor} {tail}.", "A police post was raided by the rebels."),
        (RAID, "{Plain_actor} {present} {plain_rest}", "Rebels raid police post"),
        (RAID, "{When}, the {nominal} ended.", "On Tuesday, the raid on a police post ended."),
        (WALK, "{Actor} {present} {rest} {place} {when}, he said.", "The judge resigns, he said."),
        (WALK, "{Actor} {has} {done}.", "The judge has resigned."),
    ],
)
def test_a_base_is_told_in_a_way(base: Base, way: str, text: str) -> None:
    assert told(base, way) == text


def test_the_deed_is_where_its_words_stand() -> None:
    telling = tell(RAID, Way(name="way", text="{Actor} {past} {rest} after the {noun}."))
    assert [telling.text[start:end] for start, end in telling.deed] == ["raided", "raid"]


def test_a_way_is_left_out_where_a_part_is_missing() -> None:
    ways = (
        Way(name="passive", text="{Object} {o_was} {done}."),
        Way(name="place first", text="{Place}, {actor} {past}."),
    )
    tellings = tell_all(Alternations(bases=(RAID, WALK), ways=ways))
    assert [telling.base.name for telling in tellings] == ["raid", "raid"]


def test_only_what_is_told_is_wanted() -> None:
    wanted = tell(RAID, Way(name="way", text="The {noun} {place} went on.", expects={"realis": "ongoing"})).wanted()
    assert wanted == {"realis": "ongoing", "said_by": "", "actor": "", "place": "goma", "day": ""}


def test_a_file_is_checked() -> None:
    with pytest.raises(msgspec.ValidationError, match="unknown field"):
        msgspec.yaml.decode(b"bases: []\nways: [{name: a, text: b, wants: {}}]", type=Alternations)


def outcomes_of(text: str, **expects: str) -> list[Outcome]:
    return list(read_tellings([tell(RAID, Way(name="way", text=text, expects=expects))]))


def test_what_is_read_as_told_holds_in_every_field() -> None:
    (outcome,) = outcomes_of("{Actor} {past} {rest} {place} {when}.")
    assert all(outcome.checks.values()), list(show_outcome(outcome))


def test_what_is_read_otherwise_is_shown() -> None:
    (outcome,) = outcomes_of("{Actor} {past} {rest} {place} {when}.", realis="planned", day="Monday")
    assert {field for field, holds in outcome.checks.items() if not holds} == {"realis", "day"}
    assert any("wrong: realis, day" in line for line in show_outcome(outcome))


def test_the_worst_stands_first() -> None:
    good, bad = outcomes_of("{Actor} {past} {rest}."), outcomes_of("{Actor} liked to read {place}.")
    rows = make_rows([*good, bad[0]._replace(telling=bad[0].telling._replace(way=Way(name="bad", text="")))], by="way")
    assert [row.name for row in rows] == ["bad", "way"]
    assert next(show_rows(rows)).split()[:2] == ["n", "all"]


@pytest.mark.parametrize("name", ALTERNATIONS)
def test_names_are_used_once(name: str) -> None:
    data = load_alternations(ALTERNATIONS[name])
    assert max(Counter(entry.name for entry in (*data.bases, *data.ways)).values()) == 1


@pytest.mark.parametrize("name", ALTERNATIONS)
def test_every_way_fits_a_base_and_names_parts_that_are(name: str) -> None:
    data = load_alternations(ALTERNATIONS[name])
    used = {telling.way.name for telling in tell_all(data)}
    assert [way.name for way in data.ways if way.name not in used] == []
    assert {base for way in data.ways for base in way.not_for} <= {base.name for base in data.bases}


@cache
def reached(name: str) -> dict[str, float]:
    return as_shares(read_tellings(sample_of(name)))


@pytest.mark.parametrize("name", ALTERNATIONS)
def test_no_floor_is_broken(name: str) -> None:
    assert fallen(load_floors()[name]["shares"], reached(name)) == {}


@pytest.mark.parametrize("name", ALTERNATIONS)
def test_floors_were_pinned_on_this_file(name: str) -> None:
    assert load_floors()[name]["hash"] == hash_of(name), f"run python -m bench.raise_floors {name}"
