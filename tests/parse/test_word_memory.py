"""What the model makes of a word is the same, met for the first time or again, alone or among others."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.parse import load_model, word_memory
from sayso.parse.word_memory import WordMemory, running

FEATURES = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 2)), min_size=1, max_size=30)


@given(batches=st.lists(FEATURES, max_size=5))
def test_remembered_is_worked_out(batches):
    memory = WordMemory(lambda rows: rows * 2.0)
    for batch in batches:
        features = np.array(batch, dtype="uint64")
        np.testing.assert_array_equal(memory.recall(features), features * 2.0)


def test_each_word_is_worked_out_once():
    asked = []
    memory = WordMemory(lambda rows: asked.append({tuple(row) for row in rows.tolist()}) or rows * 2.0)
    for batch in ([(1, 1), (2, 1), (1, 1)], [(2, 1), (3, 1)], [(3, 1)]):
        memory.recall(np.array(batch, dtype="uint64"))
    assert asked == [{(1, 1), (2, 1)}, {(3, 1)}]


@pytest.mark.parametrize("kept", [1, 3, 5])
def test_more_words_than_are_kept(monkeypatch, kept):
    monkeypatch.setattr(word_memory, "WORDS_KEPT", kept)
    memory = WordMemory(lambda rows: rows * 2.0)
    for first in range(10):
        features = np.arange(first, first + 4, dtype="uint64").reshape(-1, 1)
        np.testing.assert_array_equal(memory.recall(features), features * 2.0)


def test_a_word_alone_is_the_word_among_others():
    nlp = load_model()
    (remembered,) = (layer for layer in nlp.get_pipe("tok2vec").model.walk() if layer.name == "remembered")
    doc = nlp.make_doc("Rebels shelled the town of Marawi on Tuesday, a local official said.")
    features = doc.to_array(["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"])
    together, one_by_one = (WordMemory(running(remembered.layers[0])) for _ in range(2))
    rows = [one_by_one.recall(features[at : at + 1])[0] for at in range(len(features))]
    np.testing.assert_array_equal(together.recall(features), rows)
