"""Names -> keys. Two spellings of one name meet in one key: the strong key forgives case, marks and hyphens, the weak
one transliteration as well. Own rules; the sound changes are those by which Arabic, Persian and Cyrillic names vary
in English print.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "đ": "d", "ə": "e",
        "ħ": "h", "'": "", "’": "", "‘": "", "ʼ": "", "ʿ": "", "ʾ": "", "`": "", "´": "", "ʹ": "", "ʻ": "",
        "′": "", ".": "", "-": " ", "–": " ", "‐": " ", "‑": " ", "/": " ", ",": " ", "(": " ", ")": " ", "&": " and ",
    }
)  # fmt: skip
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
ARTICLES = frozenset({
    "al", "ar", "as", "ad", "an", "at", "az", "ash", "adh", "ath", "el", "er",
    "es", "ed", "en", "et", "ez", "esh", "ul", "il",
})  # fmt: skip
_WITH_H = ((re.compile(r"[cs]h|sch"), "s"), (re.compile(r"[kg]h"), "k"), (re.compile(r"[dt]h"), "z"))
_ONE_FOR_ANOTHER = str.maketrans({"q": "k", "c": "k", "w": "v", "o": "u"})
_FRONT_VOWELS, _LAST_H, _TWICE = re.compile(r"[ae][iy]+|ee|[ey]"), re.compile(r"(?<=[aeiou])h$"), re.compile(r"(.)\1+")


def fold(name: str) -> str:
    """A name's strong key: lower case ASCII where it can be, no marks, hyphens as spaces, no leading "the"."""
    low = name.lower()
    if low.isascii() and low.isalpha():
        return _SHORT.get(low, low)
    if not low.isascii():
        low = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c)).lower()
    words = [_SHORT.get(word, word) for word in low.translate(_LETTERS).split()]
    while len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(words)


@lru_cache(maxsize=65_536)
def sound(key: str) -> str:
    """A strong key's weak key: no Arabic article, no spaces, and one letter for the sounds that transliterations mix
    up.
    """
    words = key.split()
    bare = "".join(word for word in words if word not in ARTICLES) or "".join(words)
    if "h" in bare:
        for pattern, letter in _WITH_H:
            bare = pattern.sub(letter, bare)
    bare = bare.replace("dj", "j").replace("ou", "o").replace("oo", "o").translate(_ONE_FOR_ANOTHER)
    bare = _LAST_H.sub("", _FRONT_VOWELS.sub("i", bare)) if "h" in bare else _FRONT_VOWELS.sub("i", bare)
    return _TWICE.sub(r"\1", bare)


def is_latin(name: str) -> bool:
    """Whether a name is in Latin script, marks and the signs of transliteration included."""
    return name.isascii() or all(
        c < "\u0300" or "\u1e00" <= c <= "\u1eff" or "\u2010" <= c <= "\u2019"
        for c in unicodedata.normalize("NFC", name)
    )
