"""Never a lost document: a small share of bench/robust.py, always the same one, and texts pieced together by lot."""

from __future__ import annotations

from functools import cache
from random import Random

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.corpus import bundled_paths
from bench.damage import CUT, DAMAGES, MARKS, ODD, Damage, monsters
from bench.robust import Document, Outcome, Tally, Trial, own_documents, read_trials, try_hash_seeds
from bench.scramble import scramble
from bench.sound import find_faults, is_empty
from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.records import Event, Record

SEED = 20171015
CUTS = 3
MONSTER = 4_000
"""Code points of a text that nobody would write; bench/robust.py reads them whole."""
OF_EACH = 4
"""Every so many documents are damaged in one way; each way begins with another one."""


@cache
def documents() -> tuple[Document, ...]:
    return tuple(document for path in bundled_paths() for document in own_documents(path))


@cache
def wholes() -> dict[str, Record | None]:
    outcomes = read_trials([Trial(document.name, document.text) for document in documents()])
    return {outcome.trial.document: outcome.record for outcome in outcomes}


def faults(outcomes: list[Outcome]) -> list[tuple[str, str]]:
    return [(outcome.trial.document, fault) for outcome in outcomes for fault in outcome.faults]


def damaged(damage: Damage, first: int, step: int) -> list[Trial]:
    lot = Random(SEED)
    return [
        Trial(document.name, damage.change(document.text, lot), wholes()[document.name] if damage.whole else None)
        for document in documents()[first::step]
    ]


def sample() -> Record:
    """A record with something of everything."""
    return next(r for r in wholes().values() if r is not None and r.claims and r.utterances and r.people and r.times)


def test_whole_documents_are_read() -> None:
    assert all(record is not None and not is_empty(record) for record in wholes().values())
    assert [fault for record in wholes().values() if record is not None for fault in find_faults(record)] == []


@pytest.mark.parametrize("damage", DAMAGES, ids=[damage.name for damage in DAMAGES])
def test_damaged_documents_are_read(damage: Damage) -> None:
    assert faults(read_trials(damaged(damage, DAMAGES.index(damage) % OF_EACH, OF_EACH))) == []


def test_documents_cut_anywhere_are_read() -> None:
    lot = Random(SEED)
    trials = [Trial(d.name, CUT.change(d.text, lot)) for d in documents() for _ in range(CUTS)]
    trials += [Trial(d.name, CUT.change(d.raw, lot)) for d in documents() if d.raw for _ in range(CUTS)]
    assert faults(read_trials(trials)) == []


BROKEN_OFF = {
    "behind a further number": "At least 18 people were killed: 10 in Kona, five more",
    "behind a number of a list": "At least 18 people were killed: 10 in Kona, five",
    "behind a comma": "A clash near Taiz killed 27 people,",
    "behind a conjunction": "Every witness reads the sentences that",
    "behind a name": "Six people were killed, among them Ann Kone, her uncle",
}


@pytest.mark.parametrize("text", BROKEN_OFF.values(), ids=BROKEN_OFF)
def test_texts_that_break_off_are_read(text: str) -> None:
    (outcome,) = read_trials([Trial("broken off", text)])
    assert outcome.record is not None, outcome


def test_wrong_parses_are_read() -> None:
    lot = Random(SEED)
    reports = [record.report for record in wholes().values() if record is not None][:8]
    for grammar, report in zip(list(parse_grammars(reports)), reports, strict=True):
        scramble(grammar, lot)
        assert find_faults(extract_record(report, grammar)) == []


def test_what_nobody_would_write_is_read() -> None:
    assert faults(read_trials([Trial(name, text[:MONSTER]) for name, text in monsters()])) == []


def test_read_twice_is_read_the_same() -> None:
    trials = damaged(DAMAGES[0], 0, OF_EACH)
    assert read_trials(trials) == read_trials(trials)


def test_other_processes_read_the_same() -> None:
    tally = Tally()
    try_hash_seeds(damaged(DAMAGES[-1], 1, OF_EACH), tally)
    assert tally.is_clean, list(tally.lines())


# -- texts pieced together --------------------------------------------------------------------------------------------
FRAGMENTS = (
    "the army", "Boko Haram", "The Taliban", "U.S.-backed fighters", "residents", "the mayor", "Ali Hassan", "he",
    "they", "its forces", "the group", "said", "says", "told reporters", "denied", "according to", "accused", "warned",
    "that", "who", "which", "and", "or", "but", "not", "by", "of", "in", "on", "near", "from", "against", "killed",
    "were killed", "attacked", "captured", "has seized", "shelling", "an air strike", "fled", "lost control of", "at least",
    "about", "between", "more than", "40", "3,000", "two dozen", "hundreds of", "half of", "12", "people", "civilians",
    "soldiers", "children", "houses", "Raqqa", "Bama", "Kharkiv region", "north of Goma", "the city", "Syria", "Paris",
    "Monday", "last week", "on 12 May 2017", "since April", "2015", "yesterday", "food", "without water", "%", "km",
)  # fmt: skip
JOINTS = (
    " ",
    " ",
    " ",
    " ",
    ", ",
    ". ",
    ".\n\n",
    "\n",
    ': "',
    '" ',
    "“",
    "”",
    " - ",
    "; ",
    " (",
    ") ",
    "'s ",
    "-",
    "/",
    "…",
)


def pieced() -> st.SearchStrategy[str]:
    piece = st.tuples(st.sampled_from(FRAGMENTS), st.sampled_from(JOINTS)).map("".join)
    strange = st.one_of(st.sampled_from((*ODD, *sorted(MARKS))), st.text(max_size=4))
    return st.lists(st.one_of(piece, piece, piece, piece, strange), min_size=1, max_size=60).map("".join)


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(pieced(), min_size=1, max_size=4))
def test_texts_pieced_together_are_read(texts: list[str]) -> None:
    trials = [Trial(f"text {number}", text) for number, text in enumerate(texts)]
    outcomes = read_trials(trials)
    assert faults(outcomes) == []
    assert outcomes == read_trials(trials)


# -- what the checks find ---------------------------------------------------------------------------------------------
def test_faults_are_found() -> None:
    record = sample()
    event = next(claim for claim in record.claims if isinstance(claim, Event))
    beyond = (0, len(record.report.text) + 1)
    ring = msgspec.structs.replace(record.utterances[0], outer=record.utterances[0].id)
    broken = {
        "contract": {"parties": (msgspec.structs.replace(record.parties[0], evidence=(beyond,)),)},
        "span": {"claims": (msgspec.structs.replace(event, trigger=beyond),)},
        "reference: actor": {"claims": (msgspec.structs.replace(event, actor=("nobody",)),)},
        "reference: outer": {"utterances": (ring,)},
        "id": {"times": record.times[:1] * 2},
        "time": {"times": (msgspec.structs.replace(record.times[0], text="never"),)},
        "utterance": {"utterances": (msgspec.structs.replace(ring, outer=None, content=()),)},
        "claim": {"claims": (msgspec.structs.replace(event, confidence=1.5),)},
    }
    for what, changes in broken.items():
        assert any(fault.startswith(what) for fault in find_faults(msgspec.structs.replace(record, **changes))), what
