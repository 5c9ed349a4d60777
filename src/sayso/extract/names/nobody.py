"""Runs of capitalised words that are nobody: places, things and institutions that look like people's names."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.codebook import load_codebook
from sayso.codebook.places import load_place_words
from sayso.extract.reading import Reading
from sayso.parse import Grammar
from sayso.resolve.gazetteer import find_name

FLED = frozenset(("flee", "evacuate", "shell", "bombard", "besiege", "overrun"))
TAKEN = frozenset(("take", "capture", "seize", "retake", "recapture", "occupy", "lose", "liberate", "reach", "enter"))
WHERE = frozenset(("in", "near", "outside", "inside", "across", "throughout"))
MOVED = {
    "from": frozenset(("displace", "evacuate", "uproot", "withdraw", "retreat", "dislodge", "redeploy")),
    "to": frozenset(("spread", "retreat", "withdraw", "flee", "advance")),
}
"""Prepositions that bring a place only behind such verbs."""
SMALL = frozenset(
    ("village", "neighbourhood", "neighborhood", "district", "quarter", "hamlet", "suburb", "camp", "town")
)  # fmt: skip
OF_TOWNS = frozenset(("outskirts", "suburbs", "outskirt"))
"""What no man has."""
VILLAGES = frozenset(("village", "hamlet"))
AREAS = frozenset(("province", "governorate", "oblast", "prefecture", "canton"))
LISTED, LONGEST_LIST = frozenset(("conj", "appos")), 8
HONOURS = frozenset(
    ("sheikh", "sheik", "shaikh", "hajj", "haji", "hajji", "imam", "pir", "sayed", "sayyid", "mullah", "arab",
     "datu", "sultan")
)  # fmt: skip
"""Words before a name by which villages and quarters are called, as men are."""
CAMPAIGNS = frozenset(("operation", "exercise", "hurricane", "cyclone", "typhoon", "camp", "fort"))
"""Words that open names of no people: "Operation Haderin Kai"."""
TRUSTING = frozenset(("interest", "confidence", "trust", "faith", "believe", "belief", "hope", "resemblance"))
"""Words behind which "in" brings a person."""
PARTY_LETTERS = ("d-", "r-", "i-", "d–", "r–", "i–")
"""Before the seat of a lawmaker: "D-Md."."""


def is_nobody(reading: Reading, first: int, last: int) -> bool:
    """Whether a run is a place or a thing by its own words ("Tana County", "Lake Tana", "Southern Sudan", "D-Md.")."""
    grammar, names = reading.grammar, load_codebook().names
    lowers = grammar.lowers
    if _owns_a_quarter(reading, first, last):
        return True
    if (lowers[first] + lowers[min(first + 1, last)]).startswith(PARTY_LETTERS):
        return True
    if last == first:
        return first > 0 and lowers[first - 1] in ("the", "a", "an")
    if lowers[first] in names.openings or lowers[first] in CAMPAIGNS:
        return True
    if (
        lowers[first] in names.heights
        or opens_a_place(grammar, first)
        or any(_is_thing(reading, first, t) for t in range(first + 1, last + 1))
    ):
        return True
    return lowers[first] in load_place_words().directions and _is_known(reading, first + 1, last)


def _owns_a_quarter(reading: Reading, first: int, last: int) -> bool:
    """ "Port Kaya's Bura district": a known place, or a part of one, with a quarter or a street of its own."""
    lowers = reading.grammar.lowers
    if lowers[last + 1 : last + 2] not in (["'s"], ["’s"]):
        return False
    quarters = load_place_words().district_nouns | OF_TOWNS
    noun = next((w for w in lowers[last + 2 : last + 6] if w in quarters), None)
    if noun is None or noun in OF_TOWNS or lowers[first] in load_place_words().given_names:
        return noun in OF_TOWNS
    return _is_known(reading, first, last) or _is_known(reading, first, first)


def is_called_a_thing(reading: Reading, first: int, last: int) -> bool:
    """Whether a run's words are those of a place or a thing, and nothing beside it shows that it is somebody's name."""
    called = is_nobody(reading, first, last) or reading.is_a(last, "site", "structure")
    return called and not _is_shown_to_be_somebody(reading, first, last)


def _is_shown_to_be_somebody(reading: Reading, first: int, last: int) -> bool:
    """ "Spokesman Talal Depot", "Maria Castle said": a role right before the name, or a given name that speaks,
    outweighs a surname that is the word for a thing."""
    grammar = reading.grammar
    if last == first:
        return False
    if first and grammar.tags[first - 1] == "NN" and reading.is_a(first - 1, "role"):
        return True
    given = grammar.lowers[first] in load_place_words().given_names
    speaks = grammar.lemmas[grammar.heads[last]] in reading.index.cue_verbs
    return given and speaks and grammar.deps[last] == "nsubj"


def opens_a_place(grammar: Grammar, first: int) -> bool:
    """ "Tal Afar", "Velyka Novosilka": whether the word means a hill or a village, and is nobody's given name."""
    lower = grammar.lowers[first]
    return lower in load_codebook().names.places and lower not in load_place_words().given_names


def is_called_a_settlement(grammar: Grammar, first: int, last: int) -> bool:
    """ "The village of Sheikh Issa", "Hajj Ali neighbourhood", "in Dan Musa village":
    whether what a run names is called a place."""
    book = load_place_words()
    if first > 1 and grammar.lowers[first - 1] == "of":
        noun = grammar.lowers[first - 2]
        if noun in book.settlement_nouns or noun in book.district_nouns:
            return True
    if grammar.deps[last] in LISTED and _is_listed_behind(grammar, last):
        return True
    after = grammar.lowers[last + 1] if last + 1 < len(grammar) and grammar.deps[last] == "compound" else ""
    if after in VILLAGES and first and grammar.tags[first - 1] == "IN" and grammar.deps[last + 1] == "pobj":
        return True
    return after in AREAS or (after in SMALL and grammar.lowers[first] in HONOURS)


def _is_listed_behind(grammar: Grammar, last: int) -> bool:
    """ "Burned two villages, X and Y": whether a name is of a list that a plural in front of it sums up."""
    noun = last
    for _ in range(LONGEST_LIST):
        if grammar.deps[noun] not in LISTED:
            break
        noun = grammar.heads[noun]
    summed = noun + 1 < last and grammar.tags[noun] == "NNS" and grammar.lowers[noun + 1] in (",", ":")
    return summed and grammar.lowers[noun] in load_place_words().settlement_nouns


def _is_thing(reading: Reading, first: int, token: int) -> bool:
    """Whether a word behind the first of a run names a thing, no surname: "Tana Lane", not "Ann Lane"."""
    grammar, words = reading.grammar, load_codebook().names
    named = grammar.lowers[first] in load_place_words().given_names
    joined = grammar.words[token - 1] == "-"
    return (
        grammar.lowers[token].rstrip(".") in words.things
        and not joined
        and not (named and grammar.lowers[token] in words.also_surnames)
    )


def ends_in_a_thing(reading: Reading, last: int) -> bool:
    """ "Queen Anne's County": the owner in a place's name."""
    grammar = reading.grammar
    return (
        last + 2 < len(grammar)
        and grammar.lowers[last + 1] in ("'s", "’s")
        and grammar.words[last + 2][0].isupper()
        and grammar.lowers[last + 2].rstrip(".") in load_codebook().names.things
    )


def opens_with_place(reading: Reading, first: int, after: int) -> bool:
    """Whether the first words of a run, at least half of those before token `after`, are a place's name."""
    return any(_is_known(reading, first, last) for last in range(after - 1, first + (after - first - 1) // 2 - 1, -1))


def is_placed(grammar: Grammar, token: int) -> bool:
    """Whether a word is all that stands behind a preposition that only places stand behind: "in Tana"."""
    before = grammar.heads[token]
    return (
        grammar.deps[token] == "pobj"
        and before < token
        and grammar.lowers[before] in load_place_words().strong_prepositions
        and all(grammar.lowers[t] in load_place_words().directions for t in range(before + 1, token))
    )


def stands_as_place(grammar: Grammar, last: int) -> bool:
    """Whether a name stands where only places do: "fighting in Abu Salim", "displaced from Al Hadba and Salah Eddin",
    "fled Al Hadba"."""
    at = last
    while grammar.deps[at] in ("conj", "appos") and grammar.heads[at] < at:
        at = grammar.heads[at]
    link = grammar.heads[at]
    if grammar.deps[at] == "dobj":
        return grammar.lemmas[link] in FLED or (grammar.lemmas[link] in TAKEN and _is_beside_a_place(grammar, at))
    above = grammar.lemmas[grammar.heads[link]]
    if grammar.deps[at] != "pobj" or above in TRUSTING:
        return False
    return grammar.lowers[link] in WHERE or above in MOVED.get(grammar.lowers[link], ())


def _is_beside_a_place(grammar: Grammar, token: int) -> bool:
    """ "Took Kaya and Dori": whether a name that is joined to it is a place's."""
    joined = (c for c in grammar.children[token] if grammar.deps[c] == "conj" and grammar.tags[c] == "NNP")
    names = (grammar.text[grammar.starts[grammar.edges[c][0]] : grammar.ends[c]] for c in joined)
    return any(entry.how != "sound" for name in names for entry in find_name(name))


def placed_words(reading: Reading, tokens: Iterable[int]) -> frozenset[str]:
    """Of these words those that stand somewhere in the text as a place that the gazetteer knows."""
    return frozenset(
        reading.grammar.words[t] for t in tokens if is_placed(reading.grammar, t) and _is_known(reading, t, t)
    )


def _is_known(reading: Reading, first: int, last: int) -> bool:
    grammar = reading.grammar
    return any(entry.how != "sound" for entry in find_name(reading.text[grammar.starts[first] : grammar.ends[last]]))
