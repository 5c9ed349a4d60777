"""What is read does not hang on what is read beside it."""

from __future__ import annotations

import numpy as np
import pytest
from thinc.api import with_array
from thinc.layers import Maxout, chain, expand_window, residual

from sayso.parse import load_model, steady
from sayso.parse.steady import SteadyOps, make_steady, on_one_thread, steady_block

TEXTS = [
    "Three died.",
    "Rebels shelled the town of Marawi on Tuesday, a local official said, and hundreds of families fled to the hills.",
    "The army denied it.",
    "Residents told reporters that gunmen had set fire to nine houses near the market before they left at dawn.",
    "Yes.",
    "In the north, where the front has not moved since March, both sides accuse each other of breaking the truce.",
]


@pytest.mark.parametrize("order", [range(6), (5, 4, 3, 2, 1, 0), (1, 0, 0, 3, 1)], ids=["as is", "turned", "some"])
def test_a_text_alone_is_the_text_among_others(order):
    nlp = load_model()
    with on_one_thread():
        _are_alike(nlp, order)


def _are_alike(nlp, order):
    for at, doc in zip(order, nlp.pipe([TEXTS[at] for at in order]), strict=True):
        alone = nlp(TEXTS[at])
        np.testing.assert_array_equal(doc.tensor, alone.tensor)
        assert [(t.tag_, t.dep_, t.head.i) for t in doc] == [(t.tag_, t.dep_, t.head.i) for t in alone]


@pytest.mark.parametrize("double", [steady_block() != 1, True], ids=["as here", "double"])
@pytest.mark.parametrize("rows", [1, 3, 7, 8, 13, 100])
@pytest.mark.parametrize("columns", [64, 49], ids=["whole", "some left over"])
def test_a_row_alone_is_the_row_among_others(rows, columns, double):
    drawn, ops = np.random.default_rng(1), SteadyOps(double=double)
    x, y = drawn.standard_normal((200, 96), dtype=np.float32), drawn.standard_normal((columns, 96), dtype=np.float32)
    with on_one_thread():
        together, some = ops.gemm(x, y, trans2=True), ops.gemm(x[50 : 50 + rows], y, trans2=True)
        given = ops.gemm(x[50 : 50 + rows], y, trans2=True, out=np.empty((rows, columns), dtype=np.float32))
    np.testing.assert_array_equal(some, together[50 : 50 + rows])
    np.testing.assert_array_equal(given, some)


@pytest.mark.parametrize("block", [4, 12, 48])
def test_pieces_laid_in_blocks_come_out_as_without(monkeypatch, block):
    drawn = np.random.default_rng(2)
    pieces = [drawn.standard_normal((length, 8), dtype=np.float32) for length in (1, 5, 12, 40)]
    layer = residual(chain(expand_window(1), Maxout(8, 24, nP=2)))
    model = chain(with_array(layer, pad=4), with_array(Maxout(8, 8, nP=2)))
    model.initialize(X=pieces, Y=pieces)
    wanted = model.predict(pieces)
    monkeypatch.setattr(steady, "steady_block", lambda: block)
    make_steady(model)
    assert "laid" in {layer.name for layer in model.walk()}
    for made, want in zip(model.predict(pieces), wanted, strict=True):
        np.testing.assert_allclose(made, want, rtol=1e-4, atol=1e-5)
