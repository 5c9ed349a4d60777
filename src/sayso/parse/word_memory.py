"""What the language model makes of a word by itself, kept for the next time it is met.

The first layers of spaCy's small models see one word at a time: they turn its form into numbers, whatever stands beside
it. That is a quarter of the work, and in running text nine words in ten have been met before.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model, chain
from thinc.types import Ragged

from sayso.parse.steady import untrained

WORDS_KEPT = 30_000
"""Words that are remembered, in some ten megabytes; then remembering starts anew."""
WORD_BY_WORD = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")
"""The layers of spaCy's MultiHashEmbed without vectors, by the first word of their names."""

Rows = NDArray[Any]
"""A row a token."""


def remember_words(model: Model[Any, Any]) -> None:
    """Lets a model remember words, where it has such layers; others stay as they are."""
    for node in list(model.walk()):
        if tuple(layer.name.split("(")[0] for layer in node.layers) == WORD_BY_WORD:
            features, joined, embedded, mixed, parted = node.layers
            model.replace_node(node, chain(features, joined, _remembering(chain(embedded, mixed)), parted))


def running(layers: Model[Ragged, Ragged]) -> Callable[[Rows], Rows]:
    """What these layers make of words, whatever text they stand in."""
    return lambda features: layers.predict(Ragged(features, np.array([len(features)], dtype="i"))).dataXd


def _remembering(layers: Model[Ragged, Ragged]) -> Model[Ragged, Ragged]:
    memory = WordMemory(running(layers))

    def forward(_: Model[Ragged, Ragged], words: Ragged, is_train: bool) -> tuple[Ragged, Callable[[Ragged], Ragged]]:
        return layers(words, True) if is_train else (Ragged(memory.recall(words.dataXd), words.lengths), untrained)

    return Model("remembered", forward, layers=[layers])


class WordMemory:
    """Rows of features in, rows of numbers out; each kind of row is worked out once."""

    def __init__(self, work_out: Callable[[Rows], Rows]) -> None:
        self._work_out = work_out
        self._place: dict[bytes, int] = {}
        self._known: Rows | None = None

    def recall(self, features: Rows) -> Rows:
        if len(features) > WORDS_KEPT:
            return self._work_out(features)
        keys = np.ascontiguousarray(features).view(f"V{features.itemsize * features.shape[1]}").ravel().tolist()
        if len(self._place) + len(keys) > WORDS_KEPT:
            self._place.clear()
        new = {key: at for at, key in enumerate(keys) if key not in self._place}
        if new:
            self._learn(list(new), features[list(new.values())])
        return self._known[[self._place[key] for key in keys]]

    def _learn(self, keys: list[bytes], features: Rows) -> None:
        made = self._work_out(features)
        if self._known is None:
            self._known = np.empty((WORDS_KEPT, made.shape[1]), dtype=made.dtype)
        first = len(self._place)
        self._known[first : first + len(keys)] = made
        self._place.update(zip(keys, range(first, first + len(keys)), strict=True))
