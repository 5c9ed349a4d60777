"""Where a person's name begins in a run of capitalised words: behind the titles, and behind what an office is of."""

from __future__ import annotations

import simplemma

from sayso.codebook import load_codebook
from sayso.codebook.places import load_place_words
from sayso.extract.names.nobody import opens_with_place
from sayso.extract.reading import Reading

SEATED = frozenset(
    ("gov.", "sen.", "rep.", "gov", "sen", "rep", "selectman", "selectwoman", "mp", "mpp", "mla", "coroner")
)
"""Short titles of those who stand for a place, behind its name: "Ohio Gov." """


CHOSEN = frozenset(("elect", "designate", "nominate"))
"""Behind the hyphen of an office that somebody is about to take: "President-elect"."""


def is_title(lower: str) -> bool:
    """Whether a word, in small letters, may stand before a person's name."""
    return lower.rstrip(".") in load_codebook().names.titles


def name_start(reading: Reading, first: int, last: int) -> int:
    """The first token of the name itself in a run that may open with titles and with what they are of."""
    start = _behind_titles(reading, _past_the_portfolio(reading, first, last), last)
    start = _past_the_seat(reading, start, last)
    return _behind_titles(reading, _past_the_office(reading, start, last), last)


def _behind_titles(reading: Reading, first: int, last: int) -> int:
    grammar = reading.grammar
    while first < last and (is_title(grammar.lowers[first]) or not grammar.words[first][0].isalnum()):
        first += 1 + (grammar.lowers[first] == "-" and grammar.lowers[first + 1] in CHOSEN and first + 1 < last)
    return first


def _past_the_seat(reading: Reading, first: int, last: int) -> int:
    """Behind the place and the title that open a run: "Ohio Gov. Ann Reyes", "Tana County Sheriff Abel Kone"."""
    lowers, words = reading.grammar.lowers, load_place_words()
    if lowers[first] in words.given_names:
        return first
    titles = [t for t in range(first + 1, last) if lowers[t] in words.titles or lowers[t] in SEATED]
    seated = bool(titles) and (lowers[titles[0]] in SEATED or opens_with_place(reading, first, titles[0]))
    return titles[-1] + 1 if seated else first


def _past_the_office(reading: Reading, first: int, last: int) -> int:
    """Behind an office with what it is of: "Foreign Minister Ann Reyes", "Tana North County Commissioner Abel Kone".

    Where the word for the office may be part of a name ("Hassan Sheikh"), what stands before it has to be words.
    """
    lowers, offices = reading.grammar.lowers, load_codebook().names.offices
    if lowers[first] in load_place_words().given_names:
        return first
    for token in range(last - 1, first, -1):
        if lowers[token] in offices or (is_title(lowers[token]) and _are_words(reading, first, token)):
            return token + 1
    return first


def _are_words(reading: Reading, first: int, after: int) -> bool:
    lowers, given = reading.grammar.lowers, load_place_words().given_names
    return all(
        lowers[t] not in given
        and (lowers[t] in load_codebook().names.organisations or simplemma.is_known(lowers[t], lang="en"))
        for t in range(first, after)
    )


def office_before(reading: Reading, start: int) -> int | None:
    """The token of the office whose portfolio ends straight before a name: "Superintendent of Police Jai Rao"."""
    grammar, offices, at = reading.grammar, load_codebook().names.offices, start - 1
    while at > 0 and grammar.tags[at] in ("NNP", "NNPS") and grammar.lowers[at] not in offices:
        at -= 1
    named = at > 0 and at < start - 1 and grammar.lowers[at] in ("for", "of")
    return at - 1 if named and grammar.lowers[at - 1] in offices else None


def _past_the_portfolio(reading: Reading, first: int, last: int) -> int:
    """Behind the end of an office that the run opens with: "the Minister for Information Abel Kone"."""
    lowers, offices = reading.grammar.lowers, load_codebook().names.offices
    if (
        first < 2
        or lowers[first - 1] not in ("for", "of", "and")
        or not offices & set(lowers[max(0, first - 6) : first])
    ):
        return first
    behind = first
    while behind <= last and _are_words(reading, behind, behind + 1):
        behind += 1
    return behind if behind <= last else first
