"""Names that a report introduces itself: "the Popular Front for Relief (PFR)", "the Joint Command, or JC", "known as
the Falcons"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sayso.codebook import load_codebook
from sayso.records import Span
from sayso.records.mentions import PartyKind

WORD = r"[A-Z][\w’'.&-]*+"
LINK = r"(?:of|the|for|and|de|du|des|la|al|el|in|on|to|&|against|with|from)"
FULL = rf"(?P<full>\b{WORD}(?>(?:[ -](?:{LINK}[ -]){{0,2}}{WORD}){{1,9}}))"
"""Nothing is given back of a run of such words: what follows a name follows all of it, and a text in capitals is one
long run."""
SHORT = r"(?P<short>[A-Z][A-Za-z0-9&.-]{1,9})"
IN_BRACKETS = re.compile(rf"{FULL} [(\[](?:the |or |known as |also known as )?[\"“]?{SHORT}[\"”]?[,;)\]]")
BRACKETED_FULL = re.compile(rf"\b{SHORT} [(\[]{FULL}[)\]]")
OR_SHORT = re.compile(rf"{FULL}, or {SHORT},")
KNOWN_AS = re.compile(
    rf"{FULL},? (?:(?:(?:better |also |commonly |locally |often )?(?:known|referred to)|which goes) "
    rf"(?:by (?:its|the|their) (?:\w+ )?(?:acronym|initials|abbreviation)|as|by)|(?:also|locally) called)"
    rf"(?: the)? [\"“]?(?P<short>{WORD}(?: {WORD}){{0,2}})"
)
KNOWING = re.compile(r"known|referred to|which goes|(?:also|locally) called")
"""What a text holds where it says how something is known."""
LETTERS = re.compile(r"\w+")


FEWEST_TRANSLATED = 3
"""Letters of a short name that stand in another order than the words."""


class Introduction(NamedTuple):
    """A full name and the short one that the report gives it, each with its span."""

    full: str
    full_span: Span
    short: str


def introductions(text: str) -> Iterator[Introduction]:
    """The names that a text introduces, in order of the forms in which it may do so."""
    for pattern in _forms_in(text):
        for match in pattern.finditer(text):
            start = _where_letters_begin(match["full"], match["short"])
            if start is not None:
                span = (match.start("full") + start, match.end("full"))
                yield Introduction(match["full"][start:], span, match["short"].strip("."))
    for match in KNOWN_AS.finditer(text) if KNOWING.search(text) else ():
        yield Introduction(match["full"], match.span("full"), match["short"].split(". ")[0].rstrip("."))


def _forms_in(text: str) -> Iterator[re.Pattern[str]]:
    """The forms of which the text holds the marks: a look for these spares most texts the search."""
    if "(" in text or "[" in text:
        yield from (IN_BRACKETS, BRACKETED_FULL)
    if ", or " in text:
        yield OR_SHORT


@cache
def _opening() -> re.Pattern[str]:
    """A first word that only organisations' names have, and the words of the name behind it."""
    words = "|".join(sorted((re.escape(w) for w in load_codebook().names.openings), key=len, reverse=True))
    link = r"(?:al|el|as|ash|ad|an|ar|at|e|i|ul|ut|de|del|la|las|los|pour|du|des|para|y|et)"
    return re.compile(
        rf"\b(?i:(?P<first>{words}))(?=[ -](?:(?i:{link})[ -])*[A-Z])(?:[ -](?:{link}|(?i:al|el)|{WORD}))*[ -]{WORD}"
    )


@cache
def _opening_letters() -> frozenset[str]:
    """The letters that such words begin with, up to an apostrophe: a look for these spares most texts the search."""
    return frozenset(letters for word in load_codebook().names.openings for letters in LETTERS.findall(word)[:1])


def opened_names(text: str) -> Iterator[tuple[str, Span, PartyKind]]:
    """Names whose first word says what they are ("Jaysh al-Nasr"), with their spans and kinds."""
    kinds = load_codebook().names.openings
    if _opening_letters().isdisjoint(LETTERS.findall(text.lower())):
        return
    for match in _opening().finditer(text):
        if match["first"][0].isupper():
            yield match.group(), match.span(), kinds[match["first"].lower()]


def _where_letters_begin(full: str, short: str) -> int | None:
    """Where in the words before it the short name's letters begin, as initials in order; None where they do not fit.

    Short names keep most initials, may skip small words, and may take two letters of one word ("UNICEF" is left to
    lists).
    """
    letters = [c.lower() for c in short if c.isalnum()]
    words = [(m.start(), m.group()) for m in re.finditer(r"[\w’']+", full)]
    capital = [(at, word) for at, word in words if word[0].isupper()]
    for first in range(len(capital)):
        if capital[first][1][0].lower() == letters[0] and _fit(
            [w for _, w in words if _ >= capital[first][0]], letters
        ):
            return capital[first][0]
    return _where_translated(capital, letters)


def _where_translated(capital: list[tuple[int, str]], letters: list[str]) -> int | None:
    """ "The Defence and Security Forces (FDS)": the initials in the order of the language that the name comes from."""
    last = capital[-len(letters) :]
    if len(letters) < FEWEST_TRANSLATED or sorted(word[0].lower() for _, word in last) != sorted(letters):
        return None
    return last[0][0]


def _fit(words: list[str], letters: list[str]) -> bool:
    """Whether the letters can be read off the words in order, each word giving its first letters or none, most words
    giving one."""
    at = used = 0
    for word in words:
        taken = 0
        while at < len(letters) and taken < len(word) and taken < 3 and word[taken].lower() == letters[at]:
            at, taken = at + 1, taken + 1
            if at < len(letters) and any(w[0].lower() == letters[at] for w in words[words.index(word) + 1 :]):
                break
        used += taken > 0
    long_words = sum(word[0].isupper() for word in words)
    return at == len(letters) and used >= max(1, long_words - 2)
