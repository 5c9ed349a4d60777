"""Capitals that no list knows: the name of some party, or nobody's where they open a sentence, tell a day or belong to
a title in running text."""

from __future__ import annotations

import re
from collections.abc import Mapping

import simplemma

from sayso.codebook import load_codebook
from sayso.codebook.places import load_place_words
from sayso.extract.names.name_book import known_name
from sayso.extract.names.names import is_hardly_a_states
from sayso.extract.names.roster import PartyDraft
from sayso.extract.phrase import PROPER_TAGS, is_counting
from sayso.extract.reading import Reading
from sayso.extract.who.cast import Cast
from sayso.parse import Grammar
from sayso.resolve.gazetteer_fold import ARTICLES

FOUGHT_ON = frozenset(("on", "along", "at", "to", "from", "across", "in"))
GROUND = ("place", "territory", "site", "structure")
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
LONGEST_INITIALS = 4
OPENING = frozenset((":", "—", "–", "--"))
"""Marks behind which a capital may only open what is said."""
OF_PAPER = frozenset(
    ("day", "eve", "act", "law", "bill", "treaty", "accord", "accords", "agreement", "protocol", "constitution",
     "resolution", "declaration", "decree", "amendment", "convention", "code", "charter", "covenant", "pact", "statute",
     "prize", "cup", "anniversary", "memorandum", "festival", "operation")
)  # fmt: skip
"""Last words of the names of feasts, prizes and papers, which do nothing."""
LONG_WORD, TITLE_SHARE = 4, 0.7
"""A sentence is a title where more than this share of its words of so many letters have capitals."""


def unknown_name(cast: Cast, token: int) -> str | None:
    """The roster's key of a party by a name that no list knows, in its last token; None where the words are no name.
    Its kind is told by its words, if at all."""
    grammar = cast.grammar
    token = _end_of_name(grammar, token)
    first = _owner_in_name(cast, _opening(grammar, token), token)
    if _is_no_name(grammar, first, token) or _is_ground(cast.reading, token):
        return None
    last = _behind_of(grammar, token)
    name = " ".join(cast.reading.text[grammar.starts[first] : grammar.ends[last]].split())
    if (listed := known_name(name)) is not None and listed.kind in ("armed_group", "political", "coalition"):
        return cast.want(listed, span=cast.reading.span(first, last)).key
    if (full := _cut_short(cast, name)) is not None:
        full.spans.add(cast.reading.span(first, last))
        return full.key
    words = load_codebook().names
    kind = words.organisations.get(grammar.lemmas[token]) or words.openings.get(grammar.lowers[first], "other")
    if kind == "state_force" and is_hardly_a_states(name.lower().split()):
        kind = "armed_group"
    if kind == "other" and _is_place_of_deed(cast.reading, first, token):
        return None
    draft = cast.roster.party(PartyDraft(key=f"name {name.lower()}", name=name, kind=kind))
    draft.spans.add(cast.reading.span(first, last))
    return draft.key


def _cut_short(cast: Cast, name: str) -> PartyDraft | None:
    """ "Northlight News ... Northlight": the one name that no list knows either, begun alike."""
    opening = f"name {name.lower()} "
    fits = [party for key, party in cast.roster.parties.items() if key.startswith(opening)]
    return fits[0] if len(fits) == 1 and fits[0].kind != "other" else None


def _opening(grammar: Grammar, token: int) -> int:
    """The first of the words before the last of a name that belong to it: of "Zone Self-Defence Council" the first."""
    first = token
    while first:
        hyphened = first > 1 and grammar.words[first - 1] == "-" and grammar.tags[first - 2] in PROPER_TAGS
        before = first - 2 if hyphened else first - 1
        if (
            not before < first <= grammar.heads[before] <= token
            or grammar.deps[before] not in ("compound", "amod", "nmod")
            or grammar.lowers[before] in load_place_words().months_and_days
            or is_counting(grammar, before)
            or (grammar.words[token].islower() and grammar.words[before].islower())
        ):
            return first
        first = before
    return first


def _is_numbered(grammar: Grammar, token: int) -> bool:
    """ "The 33rd Front"."""
    return grammar.tags[token][:2] == "NN" and ORDINAL.fullmatch(grammar.lowers[token - 1]) is not None


def _of_initials(cast: Cast, token: int) -> PartyDraft | None:
    """ "The 79th IB": the 79th Infantry Battalion that was named in full before."""
    number, letters = cast.grammar.lowers[token - 1], cast.grammar.words[token]
    if not letters.isupper() or len(letters) > LONGEST_INITIALS or not ORDINAL.fullmatch(number):
        return None
    drafts = (p for p in cast.roster.parties.values() if p.name.lower().startswith(f"{number} "))
    return next((p for p in drafts if "".join(word[0] for word in p.name.split()[1:]) == letters), None)


def numbered_names(cast: Cast, named: Mapping[int, str]) -> dict[int, str]:
    """ "The 33rd Front", "the 79th IB": of names that no list knows those with a number, and such names cut short; and
    those of which a word would be a class of people by itself: "Kona Emergency Response Room", "the Defence Army of
    Kona"."""
    words, name = cast.grammar.words, {token: cast.roster.parties[key].name for token, key in named.items()}
    found = {
        t: key
        for t, key in named.items()
        if name[t][0].isdigit() or words[t].islower() or _goes_on(cast, t) or _is_called_by_class(cast, t, key)
    }
    short = [t for t in range(1, len(words)) if words[t].isupper() and words[t - 1][0].isdigit()] if named else []
    return found | {t: draft.key for t in short if (draft := _of_initials(cast, t)) is not None}


def _goes_on(cast: Cast, token: int) -> bool:
    """Whether more of the name stands behind the word, after "of"."""
    return _behind_of(cast.grammar, token) > token


def _is_called_by_class(cast: Cast, token: int, key: str) -> bool:
    """Whether the word is a class by itself that a listed party's name ends in, or that of a charity; no number behind
    it belongs to the name ("Battalion 258")."""
    if cast.grammar.tags[token + 1 : token + 2] == ["CD"]:
        return False
    kinds = [entry.party_kind for entry in cast.reading.classes(token)]
    return "ngo" in kinds or (bool(kinds) and not key.startswith("name "))


def unknown_organisations(cast: Cast, elsewhere: frozenset[int]) -> list[int]:
    """The last words of names that no list knows but whose own words say that they are an organisation's."""
    grammar, words = cast.grammar, load_codebook().names.organisations
    return [
        token
        for token in range(1, len(grammar))
        if grammar.lemmas[token] in words
        and (grammar.words[token][0].isupper() or _is_so_called(grammar, token))
        and (grammar.tags[token - 1] in PROPER_TAGS or _is_numbered(grammar, token))
        and grammar.heads[token - 1] == token
        and not {token, token - 1} & (elsewhere | cast.name_at.keys() | cast.person_at.keys())
    ]


def _is_so_called(grammar: Grammar, token: int) -> bool:
    """ "The Carlos Patino front": a noun for an armed group behind a name of its own; no front that is fought on."""
    of_group = load_codebook().names.organisations[grammar.lemmas[token]] == "armed_group"
    named = of_group and grammar.tags[token] == "NN" and grammar.deps[token - 1] == "compound"
    fought_on = grammar.lemmas[token] == "front" and grammar.deps[token] == "pobj"
    return named and not (fought_on and grammar.lowers[grammar.heads[token]] in FOUGHT_ON)


def stands_in_name(cast: Cast, token: int) -> bool:
    """Whether the token stands within a party's or person's name, or within a run of proper nouns."""
    tags = cast.grammar.tags
    if token in cast.person_at or (token in cast.name_at and cast.name_at[token].form != "adjective"):
        return True
    if tags[token] not in PROPER_TAGS or cast.reading.block_kind(token) in ("headline", "heading"):
        return False
    around = [t for t in (token - 1, token + 1) if 0 <= t < len(tags)]
    return any(tags[t] in PROPER_TAGS and t not in cast.name_at for t in around)


def _behind_of(grammar: Grammar, token: int) -> int:
    """The last token of "the Directorate of Public Relations", "the Department for Health"."""
    if grammar.lemmas[token] not in load_codebook().names.organisations:
        return token
    at = token + 1
    if at + 1 >= len(grammar) or grammar.lowers[at] not in ("of", "for", "on") or grammar.heads[at] != token:
        return token
    while at + 1 < len(grammar) and grammar.tags[at + 1] in ("NNP", "NNPS"):
        at += 1
    return at if at > token + 1 else token


def _is_place_of_deed(reading: Reading, first: int, token: int) -> bool:
    """ "The Banke killings": one word that no list knows, before what happened, is where it did."""
    grammar, above = reading.grammar, reading.grammar.heads[token]
    before = first == token and grammar.deps[token] == "compound" and above > token
    return before and grammar.lemmas[above] in reading.index.happening_nouns


def _end_of_name(grammar: Grammar, token: int) -> int:
    """ "The National Unity" of "the National Unity Government" is no party by itself."""
    while (
        grammar.deps[token] == "compound"
        and grammar.heads[token] == token + 1
        and grammar.tags[token + 1] in ("NNP", "NNPS")
    ):
        token += 1
    return token


def _owner_in_name(cast: Cast, first: int, token: int) -> int:
    """The first token of "the Ombudsman's Office", "the Governor's Council"."""
    grammar, words = cast.grammar, load_codebook().names
    owner = first - 2
    if owner < 0 or grammar.tags[first - 1] != "POS" or grammar.lemmas[token] not in words.organisations:
        return first
    told = grammar.words[owner][0].isupper() and cast.reading.is_a(owner, "role", "person", "civilian")
    return owner if told and owner not in cast.name_at and owner not in cast.person_at else first


def _is_ground(reading: Reading, token: int) -> bool:
    """ "The outskirts of Mazraa": what only a place has."""
    grammar, of = reading.grammar, reading.grammar.heads[token]
    return grammar.deps[token] == "pobj" and grammar.lowers[of] == "of" and reading.is_a(grammar.heads[of], *GROUND)


def _is_no_name(grammar: Grammar, first: int, last: int) -> bool:
    """Whether a run of capitalised words, which no list knows as a name, is none."""
    if grammar.lowers[last] in OF_PAPER or (first < last and grammar.lowers[first] == "operation"):
        return True
    alone = first == last and any(is_so(grammar, last) for is_so in (_only_opens, _is_day, _is_sum, _is_an_article))
    return alone or _is_of_a_title(grammar, first, last)


def _is_an_article(grammar: Grammar, token: int) -> bool:
    """The first part of "Ar-Raqqa"."""
    return grammar.lowers[token] in ARTICLES and grammar.words[token + 1 : token + 2] == ["-"]


def _only_opens(grammar: Grammar, token: int) -> bool:
    """A capital that only opens its sentence: a word that lists know, alone."""
    first = grammar.sentences[grammar.sentence_of[token]][0]
    opens = token == first or grammar.words[token - 1] in OPENING
    return opens and simplemma.is_known(grammar.lowers[token], lang="en")


def _is_sum(grammar: Grammar, token: int) -> bool:
    """Money and measures: "N12m", "Rs", "km"."""
    word = grammar.words[token]
    return len(word) == 1 or (
        word[0].isalpha()
        and word[1:2].isdigit()
        and token + 1 < len(grammar)
        and grammar.tags[token + 1] in ("CD", "NNP", "NN")
        and grammar.starts[token + 1] == grammar.ends[token]
    )


def _is_day(grammar: Grammar, token: int) -> bool:
    """A day or month, with the ending of a possessive that lost its apostrophe or without ("Mondays attack")."""
    lower, days = grammar.lowers[token], load_place_words().months_and_days
    return lower in days or lower.removesuffix("s") in days or not any(map(str.isalpha, lower))


def _is_of_a_title(grammar: Grammar, first: int, last: int) -> bool:
    """Ordinary words between other capitals: "Violence Erupts" in a title that stands in the running text."""
    if not all(simplemma.is_known(grammar.lowers[token], lang="en") for token in range(first, last + 1)):
        return False
    opens, after = grammar.sentences[grammar.sentence_of[last]]
    long = [word for word in grammar.words[opens:after] if len(word) >= LONG_WORD and word.isalpha()]
    return sum(word[0].isupper() for word in long) > TITLE_SHARE * len(long)


def own_name(cast: Cast, token: int) -> str | None:
    """ "Tareq Saleh's National Resistance": the key of a name that no list knows, without the person whose it is."""
    tags, owned = cast.grammar.tags, any(c in cast.person_at for c in cast.grammar.children[token])
    named = owned and tags[token] in PROPER_TAGS and tags[token - 1] in PROPER_TAGS
    return unknown_name(cast, token) if named else None
