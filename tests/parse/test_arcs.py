"""The steps of the parser: the same arcs as spaCy's own loop finds, and nothing that hangs on the neighbours."""

from __future__ import annotations

import numpy as np
import pytest
import spacy

from sayso.parse import load_model
from sayso.parse.arcs import PARSER, STEPWISE, parse_stepwise
from sayso.parse.steady import on_one_thread

TEXTS = [
    "Four died.",
    "Gunmen on motorcycles attacked the village of Dan Gado late on Sunday, killing nine farmers, a local chief said.",
    "The ministry, which had earlier denied that its troops were there, did not answer.",
    "",
    "Fighting went on.",
    "Aid agencies warn that the camp, built for 8,000 people, now holds three times as many, most of them children.",
]


@pytest.fixture(scope="module")
def nlp():
    return load_model()


def arcs(doc):
    return [(token.dep_, token.head.i, token.is_sent_start) for token in doc]


def test_the_steps_stand_where_the_parser_stood(nlp):
    assert STEPWISE in nlp.pipe_names
    assert PARSER not in nlp.pipe_names


def test_the_arcs_are_those_of_the_parser_itself(nlp):
    steps, parser = (list(nlp.pipe(TEXTS, disable=[STEPWISE])) for _ in range(2))
    with on_one_thread():
        made, wanted = list(nlp.get_pipe(STEPWISE).pipe(steps)), list(nlp.get_pipe(PARSER).pipe(parser))
    assert [arcs(doc) for doc in made] == [arcs(doc) for doc in wanted]


def test_docs_come_out_in_order_whatever_the_batch(nlp):
    steps = nlp.get_pipe(STEPWISE)
    docs = list(nlp.pipe(TEXTS, disable=[STEPWISE]))
    assert list(steps.pipe(docs, batch_size=2)) == docs


@pytest.mark.parametrize("at", [1, 2, 5])
def test_the_vectors_of_a_text_do_not_hang_on_the_others(nlp, at):
    steps = nlp.get_pipe(STEPWISE)
    docs = [doc for doc in nlp.pipe(TEXTS, disable=[STEPWISE]) if len(doc)]
    doc = next(doc for doc in docs if doc.text == TEXTS[at])
    before = sum(len(other) for other in docs[: docs.index(doc)])
    with on_one_thread():
        (alone, own), (among, places) = steps._vectors([doc]), steps._vectors(docs)
    for token in range(len(doc)):
        first, second = own[token], places[before + token]
        np.testing.assert_array_equal(alone[first : first + 8], among[second : second + 8])


def test_another_kind_of_parser_is_left_as_it_is():
    nlp = spacy.blank("en")
    nlp.add_pipe("beam_parser", name=PARSER)
    parse_stepwise(nlp)
    assert nlp.pipe_names == [PARSER]
