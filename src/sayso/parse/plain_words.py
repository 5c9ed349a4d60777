"""Words that the model has not met, or takes for verbs, given to it as words that it has: names of accounts
("@GomaLive"), "9 am", "re-took", "overrun", "retook", "12 identified victims", "and allied Wa fighters", "Save the
Children"."""

from __future__ import annotations

import re

from sayso.codebook import load_codebook

CLOCK = re.compile(r"\d\s?[ap]m\b")
STRANGE = re.compile(
    r"(?<!\w)@\w|\b[Rr]e-[a-z]|\b(?:overrun|retook)\b|ounter-attack|\w (?:un)?identified [a-z]"
    r"|and allied [A-Z]|\b(?:exceeds|surpasses|tops|IS|WHO|Save the Children)\b"
)
"""What a text holds where any of its words may be one of these, a clock's half of the day apart."""
MARKS = (
    "@", "e-", "overrun", "retook", "ounter-attack", "identified ", "exceeds", "surpasses", "tops", "IS", "WHO",
    "Save the", "allied ",
)  # fmt: skip
"""What any strange word has, to be looked for first."""
AGAIN = "re-"
JOINED = frozenset((AGAIN, "counter-"))
HYPHENED = frozenset((AGAIN, "cou"))
"""How such a word begins."""
COUNTERS = ("counter-attack", "counter-offensive")
FAMILIAR = {
    "overrun": "captured", "retook": "captured", "exceeds": "reaches", "surpasses": "reaches", "tops": "reaches",
    "IS": "ISIS", "WHO": "UNICEF",
}  # fmt: skip
"""Verbs that the model takes for nouns, and acronyms that it takes for other words, each with one of the same kind
that it knows."""
SENTENCES = {("Save", "the", "Children"): ("Oxfam", "Relief", "Trust")}
"""Names that the model takes for sentences, each with one of as many words that it takes for a name."""
ALLIED, FRIENDLY = "allied", "friendly"
IDENTIFIED = frozenset(("identified", "unidentified"))
PLURALS = frozenset(("people", "men", "women", "children", "family"))
NO_PLURALS = frozenset(("his", "its", "this", "us"))
HALVES_OF_DAY = {"am": "a.m.", "pm": "p.m."}


def is_strange(text: str) -> bool:
    """Whether a text may hold such words."""
    if CLOCK.search(text) is not None:
        return True
    return any(mark in text for mark in MARKS) and STRANGE.search(text) is not None


def in_plain_words(words: list[str]) -> list[str]:
    """The words of a block, with a name for each account and "a.m." for the "am" of a clock."""
    words = [FAMILIAR.get(word) or once(word) for word in words]
    for sentence, name in SENTENCES.items():
        for at in [at for at, word in enumerate(words) if word == sentence[0]]:
            if tuple(words[at : at + len(sentence)]) == sentence:
                words[at : at + len(sentence)] = name
    return [_name(word) if word[0] == "@" else _plain(words, at) for at, word in enumerate(words)]


def once(word: str) -> str:
    """ "Re-took": the word for what was done again; "counter-attacked" without its hyphen."""
    lower = word.lower()
    if lower.startswith(COUNTERS):
        return word.replace("-", "", 1)
    return word[len(AGAIN) :] if lower.startswith(AGAIN) and word[-1].isalpha() else word


def joined_again(words: list[str], spaces: list[bool]) -> tuple[list[str], list[bool]]:
    """The tokens with "re" or "counter", its hyphen and the word behind it as one."""
    found: list[str] = []
    behind: list[bool] = []
    for at, (word, space) in enumerate(zip(words, spaces, strict=True)):
        if found and not behind[-1] and (found[-1].lower() in JOINED or _opens(words, at)):
            found[-1], behind[-1] = found[-1] + word, space
        else:
            found.append(word)
            behind.append(space)
    return found, behind


def _opens(words: list[str], hyphen: int) -> bool:
    """Whether the hyphen stands between a syllable and the word that it belongs to."""
    before, behind = words[hyphen - 1].lower(), words[hyphen + 1 : hyphen + 2]
    of_counter = before == "counter" and bool(behind) and behind[0].lower().startswith(("attack", "offensive"))
    return words[hyphen] == "-" and bool(behind) and (before == "re" or of_counter)


def _name(account: str) -> str:
    letters = "".join(filter(str.isalnum, account))
    return letters[:1].upper() + letters[1:] if letters else account


def _plain(words: list[str], at: int) -> str:
    if words[at] == ALLIED:
        return FRIENDLY if _is_of_a_noun(words, at) else ALLIED
    return "known" if words[at] in IDENTIFIED and _stands_in_a_count(words, at) else _half_of_day(words, at)


def _is_of_a_noun(words: list[str], at: int) -> bool:
    """ "The army and allied Wa militias": no verb behind the "and"."""
    behind = words[at + 1] if at + 1 < len(words) else ""
    return at > 0 and words[at - 1] == "and" and behind[:1].isupper()


def _stands_in_a_count(words: list[str], at: int) -> bool:
    """Whether a number stands before the word, and a plural behind it: "12 identified victims"."""
    before, behind = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
    counted = behind in PLURALS or (behind.endswith("s") and behind not in NO_PLURALS)
    return counted and (before[:1].isdigit() or before.lower() in load_codebook().numbers.units)


def _half_of_day(words: list[str], at: int) -> str:
    word = words[at]
    return HALVES_OF_DAY.get(word, word) if at and words[at - 1][-1].isdigit() else word
