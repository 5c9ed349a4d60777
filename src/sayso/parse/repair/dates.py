"""Subjects behind an opening date or a time of the clock, which the parser takes for a part of it, given back to their
verbs."""

from __future__ import annotations

import re

from sayso.parse.grammar import Grammar
from sayso.parse.repair.deeds import CALENDAR
from sayso.parse.tree import SUBJECTS

DATE_WORDS = CALENDAR | frozenset(
    (
        "on", "in", "at", "by", "around", "about", "before", "after", "shortly", "just", "early", "late", "of", "the",
        "dawn", "dusk", "morning", "noon", "midday", "afternoon", "evening", "night", "midnight", "sunrise", "sunset",
        "pm", "p.m.", "am", "a.m.", "local", "time", "gmt", "approximately", "during", "hours",
    )
)  # fmt: skip
LONGEST_DATE = 24
"""Tokens from the first word of a sentence to the comma behind its date."""


AT_A_TIME = re.compile(r"\bat (?:about |around )?\d\d?[:.]\d\d (?:hrs |hours |[ap]\.?m\.? )?\w", re.IGNORECASE)
CLOCK = re.compile(r"\d\d?[:.]\d\d")
HOURS_OF_DAY = frozenset(
    ("evening", "nightfall", "dawn", "dusk", "midday", "noon", "midnight", "night", "morning", "afternoon", "sunrise",
     "sunset", "daybreak", "period", "month", "week", "year", "day", "weekend")
)  # fmt: skip
HOURS = frozenset(("a.m.", "p.m.", "am", "pm", "hrs", "hours", "h"))


def seat_behind_clocks(grammar: Grammar) -> None:
    """ "At 12:35 gunmen attacked the town": no 12.35 gunmen, but who attacked it."""
    if not AT_A_TIME.search(grammar.text):
        return
    for clock, word in enumerate(grammar.words):
        at = next((t for t in (clock - 1, clock - 2) if t >= 0 and grammar.lowers[t] == "at"), None)
        if at is not None and CLOCK.fullmatch(word):
            _seat_behind(grammar, at, clock)


def _seat_behind(grammar: Grammar, at: int, clock: int) -> None:
    """Hangs the clock on its preposition, and what was hung there by mistake on the verb."""
    last = clock + 1 if grammar.lowers[clock + 1 : clock + 2] and grammar.lowers[clock + 1] in HOURS else clock
    noun, verb = grammar.heads[last], grammar.heads[at]
    if not last < noun < len(grammar) or grammar.tags[noun][:2] != "NN":
        return
    under_at = grammar.heads[noun] == at and grammar.tags[verb][0] == "V" and noun < verb
    below = [token for token in range(noun, verb) if grammar.heads[token] == verb] if under_at else []
    if under_at and any(grammar.deps[token] in SUBJECTS for token in below):
        return
    grammar.heads[last], grammar.deps[last] = at, "pobj"
    if last != clock:
        grammar.heads[clock], grammar.deps[clock] = last, "nummod"
    if under_at:
        passive = any(grammar.deps[token] == "auxpass" for token in below)
        grammar.heads[noun], grammar.deps[noun] = verb, "nsubjpass" if passive else "nsubj"


def free_dates(grammar: Grammar) -> None:
    """ "On 13 June soldiers withdrew": no 13 soldiers, but a day in June."""
    for word in grammar.tokens_of(CALENDAR | HOURS_OF_DAY):
        dated = grammar.lowers[word] in CALENDAR
        if dated and grammar.deps[word] in ("compound", "nmod", "npadvmod", "nummod"):
            _free_date(grammar, word)
        elif not dated and grammar.deps[word] == "compound":
            _free_time(grammar, word)


def _free_time(grammar: Grammar, word: int) -> None:
    """ "By evening hospitals counted 20 dead", "in the same period rebels withdrew": no evening hospitals."""
    noun, opening = grammar.heads[word], word - 1
    while opening > 0 and grammar.heads[opening] == noun:
        opening -= 1
    ends = grammar.tags[opening] == "IN" and grammar.deps[opening] == "prep" and grammar.deps[noun] in SUBJECTS
    if not ends or noun != word + 1 or any(grammar.deps[c] == "pobj" for c in _below(grammar, opening)):
        return
    grammar.heads[word], grammar.deps[word] = opening, "pobj"
    for token in range(opening + 1, word):
        grammar.heads[token] = word


def _free_date(grammar: Grammar, word: int) -> None:
    """Hangs the date around the word on the preposition before it, where that has lost it to the subject behind it."""
    noun = grammar.heads[word]
    first = word - 1 if grammar.tags[word - 1] == "CD" and grammar.heads[word - 1] == noun else word
    last = word
    while last + 1 < noun and grammar.tags[last + 1] == "CD" and grammar.heads[last + 1] == noun:
        last += 1
    opening = first - 1
    if opening < 0 or grammar.lowers[opening] not in ("on", "in", "by", "since") or noun <= last:
        return
    if grammar.deps[noun] not in SUBJECTS or any(grammar.deps[c] == "pobj" for c in _below(grammar, opening)):
        return
    grammar.heads[word], grammar.deps[word] = opening, "pobj"
    for token in range(first, last + 1):
        if token != word:
            grammar.heads[token], grammar.deps[token] = word, "nummod"


def _below(grammar: Grammar, token: int) -> list[int]:
    first, after = grammar.sentences[grammar.sentence_of[token]]
    return [other for other in range(first, after) if grammar.heads[other] == token and other != token]


def seat_subjects(grammar: Grammar) -> None:
    """ "On Sunday, May 7, 2017, nine villagers were killed": the villagers are no apposition to the day."""
    for first, after in grammar.sentences:
        comma = _date_end(grammar, first, after)
        root = _root(grammar, first, after) if comma is not None else None
        if root is not None and comma is not None and comma < root and grammar.tags[root][0] == "V":
            _seat_subject(grammar, comma, root)


def _date_end(grammar: Grammar, first: int, after: int) -> int | None:
    """The comma behind the date that opens a sentence; None where none opens it."""
    comma, named = None, False
    for token in range(first, min(first + LONGEST_DATE, after)):
        lower = grammar.lowers[token]
        if lower == ",":
            comma = token if named else comma
        elif not (lower in DATE_WORDS or lower[0].isdigit()):
            break
        named = named or lower in CALENDAR
    return comma


def _root(grammar: Grammar, first: int, after: int) -> int | None:
    return next((token for token in range(first, after) if grammar.heads[token] == token), None)


def _seat_subject(grammar: Grammar, comma: int, root: int) -> None:
    below = [token for token in range(max(0, comma - LONGEST_DATE), root) if grammar.heads[token] == root]
    seated = [token for token in below if grammar.deps[token] in SUBJECTS]
    noun = _noun_in_date(grammar, comma, root) or _noun_between(grammar, comma, root)
    finite = [t for t in below if t > comma and grammar.deps[t] in ("aux", "auxpass")]
    if noun is None or (not finite and grammar.tags[root] not in ("VBD", "VBZ", "VBP")):
        return
    last = [token for token in seated if token > comma]
    aside = bool(last) and _is_aside(grammar, noun, last[0], min((*finite, root)))
    if last and not aside and not _is_joined(grammar, noun, last[0]):
        return
    for token in seated:
        grammar.deps[token] = "npadvmod" if token <= comma else "appos" if aside else "conj"
        grammar.heads[token] = root if token <= comma else noun
    passive = any(grammar.deps[token] == "auxpass" for token in finite)
    grammar.heads[noun], grammar.deps[noun] = root, "nsubjpass" if passive else "nsubj"


def _is_aside(grammar: Grammar, noun: int, last: int, verb: int) -> bool:
    """Whether a subject only says who the noun is, between commas: "ten people, members of one clan, were killed"."""
    opening = noun + 1
    parted = grammar.lowers[opening] == "," and all(grammar.heads[t] == last for t in range(opening + 1, last))
    return parted and grammar.lowers[verb - 1] == ","


def _is_joined(grammar: Grammar, noun: int, last: int) -> bool:
    """Whether a subject only ends the list that the noun begins: "23 people, 10 children and an infant were killed"."""
    at = last - 1
    while at > noun and grammar.heads[at] == last:
        at -= 1
    return at > noun and grammar.lowers[at] == "and"


def _noun_in_date(grammar: Grammar, comma: int, root: int) -> int | None:
    """The first noun behind the comma that hangs on a word of the date."""
    for token in range(comma + 1, root):
        if grammar.heads[token] <= comma and grammar.tags[token][:2] in ("NN", "CD"):
            return token
    return None


def _noun_between(grammar: Grammar, comma: int, root: int) -> int | None:
    """The noun of "between 22 and 31 civilians", whose "between" becomes a word on the number."""
    at = comma + 1
    if (
        grammar.lowers[at] != "between"
        or grammar.deps[at] not in ("prep", "dep")
        or not (grammar.heads[at] <= comma or grammar.heads[at] == root)
    ):
        return None
    noun = next((t for t in range(at + 1, root) if grammar.heads[t] == at and grammar.deps[t] == "pobj"), None)
    number = next((t for t in range(at + 1, noun or at) if grammar.heads[t] == noun and grammar.tags[t] == "CD"), None)
    if number is None:
        return None
    grammar.heads[at], grammar.deps[at] = number, "quantmod"
    return noun
