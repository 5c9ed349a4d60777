"""Who stands with whom, told in many ways: how it is compared and counted, and how much of it has to be read."""

from __future__ import annotations

from bench.relatings import Outcome, Told, check, load_relatings, read_relatings, share_of, show_relatings

LEAST = 0.82
"""The share of all relations, wanted or made up, that has to be found; 0.84 when it was written."""


def test_a_relation_is_found_by_a_word_of_each_party() -> None:
    told = Told(text="Uganda backs the Falcons.", wants=("uganda | backs/arms | falcon", "chad | backs | falcon"))
    outcome = check("verbs", told, [("uganda", "backs", "falcons the falcons", "happened")])
    assert (outcome.missed, outcome.made_up) == (["chad | backs | falcon"], [])


def test_what_nobody_asked_for_is_made_up() -> None:
    outcome = check("verbs", Told(text="Uganda left."), [("uganda", "backs", "falcons", "happened")])
    assert outcome.made_up == ["uganda | backs | falcons | happened"]


def test_the_realis_counts_where_it_is_asked_for() -> None:
    told = Told(text="Uganda denies backing the Falcons.", wants=("uganda | backs | falcon | negated",))
    assert check("denied", told, [("uganda", "backs", "falcons", "happened")]).missed == list(told.wants)


def test_the_table_has_the_worst_first() -> None:
    outcomes = [Outcome("a", "", 2, [], []), Outcome("b", "", 2, ["x"], []), Outcome("c", "", 1, ["x"], ["y"])]
    assert [line.split()[-1] for line in show_relatings(outcomes)] == ["c", "b", "all"]
    assert share_of(outcomes) == 0.5


def test_relations_are_read_however_they_are_told() -> None:
    outcomes = list(read_relatings(load_relatings()))
    assert share_of(outcomes) >= LEAST, "\n".join(show_relatings(outcomes))
