"""Words and names of a text, as two writers may have them in common."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from sayso.codebook import load_joining

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’](?=[^\W\d_]))*|\d+")
_ENDING = re.compile(r"['’]s$")
_ARTICLE = re.compile(r"^(?:al|el|ar|as|ad|an|at|az|ash|ad|ed|en|er|es|et|ez)[\s-]+(?=\w{3})")
_MARKS = re.compile(r"[^a-z0-9 ]+")
_CONSONANTS = (
    (re.compile(r"ph"), "f"),
    (re.compile(r"[cs]h|sch"), "s"),
    (re.compile(r"[kg]h|ck|[qc]"), "k"),
    (re.compile(r"[dt]h|z"), "z"),
    (re.compile(r"dj"), "j"),
    (re.compile(r"w"), "v"),
    (re.compile(r"^[aeiouy]+"), "a"),
    (re.compile(r"(?<=.)[aeiouyh]+"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
SHORTEST_SKELETON = 3
"""Consonants below which too many names are one."""


def terms(text: str) -> Counter[str]:
    """A text in, its words out with how often each stands there: lower case, names as skeletons, common words left out.

    A name is a word that the text only has with a capital letter.
    """
    common = load_joining().common
    found = [_ENDING.sub("", word) for word in _WORD.findall(text)]
    low = {word for word in found if word[0].islower()}
    words = ((word, word.lower()) for word in found if len(word) > 1)
    return Counter(
        skeleton(word) if word[0].isupper() and plain not in low else plain
        for word, plain in words
        if plain not in common
    )


@lru_cache(maxsize=100_000)
def plain(name: str) -> str:
    """A name in lower-case ASCII without marks and the Arabic article."""
    low = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    return _ARTICLE.sub("", " ".join(_MARKS.sub(" ", low.replace("'", "").replace("’", "")).split()))


@lru_cache(maxsize=100_000)
def place_skeleton(name: str) -> str:
    """A place's skeleton without words that say what kind of place it is or on which side; "" where nothing is left."""
    around = load_joining().place_words
    return skeleton(" ".join(word for word in plain(name).split() if word not in around))


@lru_cache(maxsize=100_000)
def skeleton(name: str) -> str:
    """A name's consonants, by which its spellings meet (Houshan, Hoshan); a short name is kept as it is."""
    words = plain(name)
    bare = words.replace(" ", "")
    for pattern, letter in _CONSONANTS:
        bare = pattern.sub(letter, bare)
    return bare if len(bare) >= SHORTEST_SKELETON else words
