"""spaCy's parser, asked step by step for all pieces of a portion at once.

Its own loop lets go of the interpreter's lock and takes it again for each vector that it adds, some sixteen times a
token, which is half of its time. Here each step adds the vectors of all states together, and the same moves come out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from types import SimpleNamespace
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.ml.parser_model import ParserStepModel
from spacy.tokens import Doc
from spacy.util import minibatch

from sayso.parse.steady import FEWEST, laid_places, steady_block

PARSER, STEPWISE = "parser", "sayso_arcs"
Matrix = NDArray[Any]


class Parser(Protocol):
    """What is asked of spaCy's transition-based parser."""

    model: Any
    moves: Any
    cfg: dict[str, Any]

    def transition_states(self, states: Sequence[object], scores: Matrix) -> Sequence[object]:
        """Each state moved on by its best valid move; those that are not at their end yet out."""

    def set_annotations(self, docs: Sequence[Doc], states: Sequence[object]) -> None:
        """The arcs and sentences of finished states, written into their Docs."""


def parse_stepwise(nlp: Language) -> None:
    """Puts the steps of this file in the place of the pipeline's parser, where that is of the kind that they know."""
    if PARSER in nlp.pipe_names and _is_known(nlp.get_pipe(PARSER)):
        nlp.add_pipe(STEPWISE, before=PARSER)
        nlp.disable_pipe(PARSER)


def _is_known(parser: Any) -> bool:
    """A greedy parser of one hidden layer that takes the greatest of several numbers."""
    model = getattr(parser, "model", None)
    return (
        model is not None
        and model.name == "parser_model"
        and parser.cfg["beam_width"] == 1
        and model.attrs["has_upper"]
        and not model.attrs["unseen_classes"]
        and model.get_ref("lower").get_dim("nP") > 1
    )


@Language.factory(STEPWISE)
def _of_pipeline(nlp: Language, name: str) -> Arcs:
    """Called by spaCy, with the pipeline and the component's name."""
    return Arcs(nlp.get_pipe(PARSER))


class _Step(ParserStepModel):  # type: ignore[misc]
    """Only asked which tokens a state looks at."""

    def __init__(self, looks: int) -> None:
        self.state2vec = SimpleNamespace(nF=looks)


class Arcs:
    """A component that gives Docs their dependencies and sentences, by the weights of a pipeline's parser."""

    def __init__(self, parser: Parser) -> None:
        self._parser = parser
        self._embed, lower, upper = parser.model.layers
        weights = lower.get_param("W")
        looks, _, self._pieces, width = weights.shape
        self._step, self._ways = _Step(looks), np.arange(looks)
        self._lower = np.ascontiguousarray(weights.reshape(-1, width).T)
        self._padding, self._bias = lower.get_param("pad").reshape(-1), lower.get_param("b").reshape(-1)
        self._upper = upper.get_param("W").T.astype(np.float64)
        self._upper_bias = upper.get_param("b").astype(np.float64)

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Docs in and, in the same order, out."""
        for docs in minibatch(stream, size=batch_size):
            self._parse([doc for doc in docs if len(doc)])
            yield from docs

    def _parse(self, docs: Sequence[Doc]) -> None:
        states = self._parser.moves.init_batch(docs)
        waiting = [state for state in states if not state.is_final()]
        vectors, places = self._vectors(docs) if waiting else (None, None)
        while waiting:
            looked_at = places[self._step.get_token_ids(waiting)]
            waiting = self._parser.transition_states(waiting, self._scores(vectors, looked_at))
        self._parser.set_annotations(docs, states)

    def _vectors(self, docs: Sequence[Doc]) -> tuple[Matrix, NDArray[np.intp]]:
        """For each token, and last for none, a vector for each way in which a state may look at it; and where those of
        the token stand."""
        block, words = steady_block(), self._embed.predict(docs)
        starts, after = laid_places([len(doc) for doc in docs], pad=0, block=block or 1)
        places = np.concatenate([start + np.arange(len(doc)) for start, doc in zip(starts, docs, strict=True)])
        laid = np.zeros((max(after, FEWEST), words.shape[1]), dtype=words.dtype if block else np.float64)
        laid[places] = words
        vectors = np.empty((len(laid) + 1, self._lower.shape[1]), dtype=words.dtype)
        np.matmul(laid, self._lower, out=vectors[:-1])
        vectors[-1] = self._padding
        return vectors.reshape(-1, len(self._bias)), np.append(places, len(laid)) * len(self._ways)

    def _scores(self, vectors: Matrix, looked_at: NDArray[np.intp]) -> Matrix:
        """What each move is worth to each state; last bits, which could hang on the other states, are rounded off."""
        added = np.add.reduce(vectors.take(looked_at + self._ways, axis=0), axis=1) + self._bias
        greatest = added.reshape(len(added), -1, self._pieces).max(axis=2)
        return (greatest.astype(np.float64) @ self._upper + self._upper_bias).astype(np.float32)
