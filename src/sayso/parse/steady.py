"""Products of matrices in which a row comes out the same whatever other rows there are: what is read must not hang on
what is read beside it, and a last bit can turn a parse.

OpenBLAS multiplies fewer than five rows in another way than many, and on some processors (Haswell, Zen) the rows of one
block in two ways, by where they stand in it. There the pieces of a batch are laid so that each begins a block, and
what cannot be laid so is multiplied in double precision, whose last bits are lost when it is rounded. On others
(SkylakeX) it takes a way of its own for small products with a transposed matrix, or with columns left over beside those
that it takes together, so that matrices are laid out anew.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model, NumpyOps
from thinc.layers.with_array import forward as with_array_forward
from threadpoolctl import ThreadpoolController

FEWEST = 8
"""Rows that are multiplied at the least."""
BLOCKS = (1, 4, 8, 12, 16, 24, 48)
"""Numbers of rows that a processor may take together; with one it does not matter where a row stands."""
TRIED = (FEWEST, 11, 14, 37, 96, 480)
"""Numbers of rows with which a processor is tried: whole blocks, or what is left over, too."""

SIZES = ((288, 288), (96, 64))
"""Rows and columns of the matrices with which it is tried: wide and narrow layers take different ways."""

TOGETHER = 32
"""Columns that a processor takes together, or a multiple of what it takes."""

Matrix = NDArray[Any]


def on_one_thread() -> AbstractContextManager[object]:
    """This model's matrices are too small to share, and two processes would fight for the cores."""
    return _threads().limit(limits=1)


@cache
def _threads() -> ThreadpoolController:
    return ThreadpoolController().select(user_api="blas")


@cache
def steady_block() -> int | None:
    """How many rows this processor takes together, so that rows that stand alike in their blocks come out alike; 1
    where it does not matter where they stand, None where nothing helps."""
    with on_one_thread():
        return next((block for block in BLOCKS if all(_is_steady(block, size) for size in SIZES)), None)


def _is_steady(block: int, size: tuple[int, int]) -> bool:
    drawn = np.random.default_rng(0)
    row, weights = drawn.standard_normal(size[0], dtype=np.float32), drawn.standard_normal(size, dtype=np.float32)
    numbers = TRIED if block == 1 else [block * blocks for blocks in (1, 2, 3, 7, 40)]
    products = [np.tile(row, (number, 1)) @ weights for number in numbers]
    first = products[0][:block]
    return all((product.reshape(-1, block, size[1]) == first).all() for product in products)


class SteadyOps(NumpyOps):
    """Multiplies by NumPy, on the small layers of spaCy's model more than twice as fast as BLIS."""

    def __init__(self, *, double: bool) -> None:
        super().__init__(use_blis=False)
        self.double = double

    def gemm(
        self, x: Matrix, y: Matrix, out: Matrix | None = None, trans1: bool = False, trans2: bool = False
    ) -> Matrix:
        """The product of two matrices, either of them transposed first, as thinc asks for it."""
        if trans1:
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
        rows = x if len(x) >= FEWEST else np.resize(x, (FEWEST, x.shape[1]))
        columns = _laid_anew(y.T if trans2 else y)
        if self.double:
            rows, columns = rows.astype(np.float64), columns.astype(np.float64)
        product = (rows @ columns)[: len(x), : (y.shape[0] if trans2 else y.shape[1])]
        if out is None:
            return np.ascontiguousarray(product, dtype=x.dtype)
        out[...] = product
        return out


def _laid_anew(columns: Matrix) -> Matrix:
    """The same row after row in memory, with columns of zeros up to a whole number of what is multiplied together."""
    if columns.flags.c_contiguous and columns.shape[1] % TOGETHER == 0:
        return columns
    laid = np.zeros((len(columns), -(-columns.shape[1] // TOGETHER) * TOGETHER), dtype=columns.dtype)
    laid[:, : columns.shape[1]] = columns
    return laid


def make_steady(model: Model[Any, Any]) -> None:
    """Gives all layers of a model products that do not hang on the other rows; those that look at a piece's
    neighbouring rows, and so keep pieces apart by rows of padding, are laid in blocks."""
    block = steady_block()
    for layer in model.walk():
        layer.ops = SteadyOps(double=block != 1)
    for layer in list(model.walk()) if block not in (None, 1) else ():
        if layer.attrs.get("pad"):
            laid = Model("laid", _lay, layers=layer.layers, attrs={"pad": layer.attrs["pad"], "block": block})
            model.replace_node(layer, laid)
            for below in laid.layers[0].walk():
                below.ops = SteadyOps(double=False)


def _lay(
    model: Model[Any, Any], pieces: Sequence[Matrix], is_train: bool
) -> tuple[Sequence[Matrix], Callable[[Any], Any]]:
    if is_train:
        return with_array_forward(model, pieces, is_train)
    starts, after = laid_places([len(piece) for piece in pieces], pad=model.attrs["pad"], block=model.attrs["block"])
    rows = np.zeros((after, pieces[0].shape[1]), dtype=pieces[0].dtype)
    for start, piece in zip(starts, pieces, strict=True):
        rows[start : start + len(piece)] = piece
    made = model.layers[0].predict(rows)
    return [made[start : start + len(piece)] for start, piece in zip(starts, pieces, strict=True)], untrained


def untrained(gradient: Any) -> Any:
    """What a layer that only predicts makes of a gradient."""
    return gradient


def laid_places(lengths: Sequence[int], *, pad: int, block: int) -> tuple[list[int], int]:
    """Where each piece starts, as far into a block as all others, with `pad` rows or more between them; and where the
    last block ends."""
    starts, after = [], pad
    for length in lengths:
        starts.append(after)
        after += -(-(length + pad) // block) * block
    return starts, -(-after // block) * block
