"""Errors carry their parts, say what to do, and survive the way between processes."""

from __future__ import annotations

import pickle

import pytest

from sayso.errors import (
    CodebookError,
    DecisionRefused,
    InputRefused,
    LedgerError,
    QueryError,
    RecordError,
    SaysoError,
)

ERRORS = [
    InputRefused("empty", "a.txt", "it holds no text", "leave it out"),
    CodebookError("frames/aid.yaml", "aid.food: unknown key 'verb'"),
    LedgerError("war.sqlite", "it is not there", "name another one"),
    RecordError("claims/0: no evidence"),
    QueryError("(a", "a ( is left open", "close it"),
    DecisionRefused("it was undone already", "decision:1"),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_survives_pickling(error: SaysoError) -> None:
    back = pickle.loads(pickle.dumps(error))
    assert type(back) is type(error)
    assert (str(back), back.args, vars(back)) == (str(error), error.args, vars(error))


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_every_error_is_one_of_sayso(error: SaysoError) -> None:
    assert isinstance(error, SaysoError)
    assert "\n" not in str(error)


def test_a_refusal_is_one_sentence() -> None:
    assert str(ERRORS[0]) == "a.txt: it holds no text; leave it out."
