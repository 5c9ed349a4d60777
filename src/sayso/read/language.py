"""Which language a text is in. English is told by its everyday words; only where they are few is a detector asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from lingua import Language, LanguageDetector, LanguageDetectorBuilder

from sayso.read.pieces import Piece
from sayso.read.wording import ENGLISH

_SAMPLE = 1_000
_SHARE_ENGLISH = 0.1
_FEWEST_WORDS = 12
_SHORT = 60
_SURE, _VERY_SURE = 0.6, 0.97
_WORD = re.compile(r"[^\W\d_]+")
_LANGUAGES = (
    *(Language.ENGLISH, Language.ARABIC, Language.PERSIAN, Language.TURKISH, Language.HEBREW, Language.URDU, Language.HINDI),
    *(Language.FRENCH, Language.SPANISH, Language.PORTUGUESE, Language.ITALIAN, Language.GERMAN, Language.DUTCH, Language.POLISH),
    *(Language.RUSSIAN, Language.UKRAINIAN, Language.SERBIAN, Language.CHINESE, Language.JAPANESE, Language.INDONESIAN),
    *(Language.SWAHILI, Language.SOMALI, Language.SWEDISH, Language.ROMANIAN, Language.CZECH, Language.AFRIKAANS),
)


@cache
def _detector() -> LanguageDetector:
    return LanguageDetectorBuilder.from_languages(*_LANGUAGES).with_low_accuracy_mode().build()


def language_of(pieces: Sequence[Piece]) -> str:
    """Pieces in, ISO 639-1 code out; "en" where the text is too short to tell."""
    sample = _sample(pieces)
    words = _WORD.findall(sample.casefold())
    if len(words) >= _FEWEST_WORDS and sum(word in ENGLISH for word in words) >= _SHARE_ENGLISH * len(words):
        return "en"
    return _detected(sample, words)


def _sample(pieces: Sequence[Piece]) -> str:
    parts, length = [], 0
    for piece in sorted(pieces, key=lambda piece: len(piece.text) < _SHORT):
        parts.append(piece.text[: _SAMPLE - length])
        length += len(parts[-1])
        if length >= _SAMPLE:
            break
    return "\n".join(parts)


def _detected(sample: str, words: Sequence[str]) -> str:
    best = _detector().compute_language_confidence_values(sample)[0]
    short = len(words) < _FEWEST_WORDS and sample.isascii()
    sure = best.value >= (_VERY_SURE if short else _SURE)
    return best.language.iso_code_639_1.name.lower() if words and sure else "en"
