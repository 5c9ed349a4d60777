"""Which language a text is in. English is told by its everyday words; only where they are few is a detector asked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import simplemma
from lingua import Language, LanguageDetector, LanguageDetectorBuilder

from sayso.read.pieces import Piece
from sayso.read.wording import ENGLISH

_SAMPLE = 800
_SHARE_ENGLISH = 0.06
_FEWEST_WORDS, _FEWEST_DETECTED = 3, 8
_FEWEST_SURE, _SHARE_KNOWN = 40, 0.6
"""Below so many words those that an English dictionary knows are counted, too; other languages share fewer with it."""
_EDGES = ".,;:!?()[]\"'“”‘’–—-"
_SHORT = 60
_LOOKED_AT = 40
_SURE = 0.6
_LANGUAGES = (
    *(
        Language.ENGLISH,
        Language.ARABIC,
        Language.PERSIAN,
        Language.TURKISH,
        Language.HEBREW,
        Language.URDU,
        Language.HINDI,
    ),
    *(
        Language.FRENCH,
        Language.SPANISH,
        Language.PORTUGUESE,
        Language.ITALIAN,
        Language.GERMAN,
        Language.DUTCH,
        Language.POLISH,
    ),
    *(Language.RUSSIAN, Language.UKRAINIAN, Language.SERBIAN, Language.CHINESE, Language.JAPANESE, Language.INDONESIAN),
    *(Language.SWAHILI, Language.SOMALI, Language.SWEDISH, Language.ROMANIAN, Language.CZECH, Language.AFRIKAANS),
)


@cache
def _detector() -> LanguageDetector:
    return LanguageDetectorBuilder.from_languages(*_LANGUAGES).with_low_accuracy_mode().build()


def language_of(pieces: Sequence[Piece]) -> str:
    """Pieces in, ISO 639-1 code out; "en" where the text is too short to tell."""
    sample = _sample(pieces)
    words = sample.casefold().split()
    if len(words) >= _FEWEST_WORDS and len([word for word in words if word in ENGLISH]) >= _SHARE_ENGLISH * len(words):
        return "en"
    return _detected(sample, words)


def _sample(pieces: Sequence[Piece]) -> str:
    parts: list[str] = []
    length = 0
    for piece in sorted(pieces[:_LOOKED_AT], key=lambda piece: len(piece.text) < _SHORT):
        parts.append(piece.text[: _SAMPLE - length])
        length += len(parts[-1])
        if length >= _SAMPLE:
            break
    return "\n".join(parts)


def _detected(sample: str, words: Sequence[str]) -> str:
    if not words or (len(words) < _FEWEST_DETECTED and sample.isascii()) or _reads_as_english(words):
        return "en"
    best = _detector().compute_language_confidence_values(sample)[0]
    return best.language.iso_code_639_1.name.lower() if best.value >= _SURE else "en"


def _reads_as_english(words: Sequence[str]) -> bool:
    """Of a headline or a line of a ticker, full of names and without small words, the detector cannot tell."""
    bare = [word for word in (each.strip(_EDGES) for each in words) if len(word) > 1 and word.isalpha()]
    known = sum(simplemma.is_known(word, lang="en") for word in bare)
    return len(words) < _FEWEST_SURE and bool(bare) and known >= _SHARE_KNOWN * len(bare)
