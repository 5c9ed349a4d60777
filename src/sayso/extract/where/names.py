"""Place names in capitalised runs: looked up longest first, then believed or not by the company that they keep.

The points are weights of evidence, chosen by hand on news of several kinds; each is named below.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from sayso.extract.where.ends import ends_of
from sayso.extract.where.held import is_fought_over, is_held, is_taken
from sayso.extract.where.people import People
from sayso.extract.where.words import HYPHENS, Run, Words, noun_at
from sayso.resolve.gazetteer import Gazetteer, GazetteerEntry, open_gazetteer
from sayso.resolve.gazetteer_fold import ARTICLES, fold

BELIEVED = 1.5
PRIOR = {"country": 3.2, "admin1": 2.4, "region": 2.0, "water": 2.0, "site": 2.0, "admin2": 0.0}
STRONG_PREPOSITION, WEAK_PREPOSITION, GENITIVE = 2.0, 1.0, 0.4
KIND_NOUN, QUALIFIED, DIRECTED, DATELINE, LISTED = 2.5, 2.5, 1.5, 2.5, 1.0
MANY_WORDS, OTHER_NAME, ALIKE, SHORT_NAME = 0.8, -0.4, -0.8, -0.5
NOT_PROPER, ORDINARY, ORDINARY_HERE, SURNAME, NAMED_PERSON = -1.2, -2.0, -1.5, -0.8, -3.5
PART_OF_NAME, PART_OF_NAME_STATE, INSTITUTION, SAYS, SOMEBODY = -2.5, -1.2, -0.3, -0.8, -2.0
HOME, OFFICE, SEAT, ACRONYM, SAINT, TAKEN = 1.5, 1.2, 3.0, -4.0, -1.2, 1.0
END_OF_NAME = -6.0
"""As in "Gidan Kaya village": the last word of a name that is known by itself."""
CLOCK = -6.0
"""As in "9 p.m. Moscow time": the clocks of a town say when, and nothing happens there."""
AGAIN = 0.5
AT_HOME, ALSO_AT_HOME = 1.2, 0.8
DASHES = frozenset({"(", "—", "–", "--", "-", "_"})
UNITS_OF_WAY = frozenset({"miles", "mile", "km", "kilometres", "kilometers", "metres", "meters"})
SEATS = frozenset({"d", "r", "i"})
"""Party letters before a lawmaker's seat: "D-Elkton"."""
MUNITIONS = frozenset(("rocket", "rockets", "missile", "missiles", "launcher", "launchers", "mlrs", "shells"))
"""What is called after a town or a wind: "Grad rockets"."""
THEIR_DEEDS = frozenset(
    ("attack", "attacks", "strike", "strikes", "fire", "barrage", "salvo", "killed", "hit", "struck")
)


@dataclass(slots=True)
class Found:
    """A name that the gazetteer knows, at tokens first..last of a run, with what speaks for it so far."""

    first: int
    last: int
    run: Run
    key: str
    entries: tuple[GazetteerEntry, ...]
    prior: float = 0.0
    company: float = 0.0
    inside_name: bool = False

    @property
    def is_people(self) -> bool:
        return any(entry.how == "people" for entry in self.entries)

    @property
    def points(self) -> float:
        return self.prior + self.company


def look_up(words: Words, runs: list[Run]) -> list[Found]:
    """Every name of the gazetteer in the runs, longest first, left to right, none inside another."""
    gazetteer = open_gazetteer()
    found: list[Found] = []
    after = 0
    for run in runs:
        i = max(run[0], after)
        while i <= run[1]:
            hit = _longest(words, gazetteer, i, run) if words.capital[i] and not words.masked[i] else None
            if hit is not None:
                found.append(hit)
            i = after = hit.last + 1 if hit is not None else i + 1
    return found


def _longest(words: Words, gazetteer: Gazetteer, first: int, run: Run) -> Found | None:
    text, grammar = words.grammar.text, words.grammar
    for last in ends_of(words, first):
        key = fold(text[grammar.starts[first] : grammar.ends[last]])
        shortened = grammar.words[last][-1] == "."
        if key in words.never or (key in words.book.inner_words and not shortened) or len(key) < 2:
            return None
        entries = gazetteer.find(key) or _spelt_otherwise(words, gazetteer, first, last)
        if (
            entries
            and not _is_everyday(words, first, key, single=first == last)
            and not _is_bad_short(grammar.words[first], first == last, entries)
        ):
            return Found(first, last, (run[0], max(run[1], last)), key, entries)
    return None


def _spelt_otherwise(words: Words, gazetteer: Gazetteer, first: int, last: int) -> tuple[GazetteerEntry, ...]:
    """ "Deir az-Zour", "Jisr al-Shaghour": a name with an article within it, by its sound."""
    low = words.lower
    if not any(low(i) in ARTICLES and low(i + 1) in HYPHENS for i in range(first + 1, last)):
        return ()
    text = words.grammar.text[words.grammar.starts[first] : words.grammar.ends[last]]
    return gazetteer.find_alike(fold(text))


def _is_everyday(words: Words, token: int, key: str, *, single: bool) -> bool:
    """ "Car" where a country is called CAR; "CAR" where all is in capitals."""
    word = words.grammar.words[token]
    plain = words.shouted or not word.isupper()
    return single and len(key) <= 3 and key in words.book.ordinary and plain and "." not in word


def _is_bad_short(word: str, single: bool, entries: tuple[GazetteerEntry, ...]) -> bool:
    """Whether an abbreviation was found by a word that is none ("us" by "U.S.", "La" by "La.")."""
    if not single or all(entry.how != "short" for entry in entries):
        return False
    return not (word.isupper() or "." in word) and all(entry.how == "short" for entry in entries)


def weigh(words: Words, people: People, found: list[Found]) -> list[Found]:
    """The names that are believed, given their own company and what the rest of the text says of the same names."""
    at = {hit.first: hit for hit in found}
    for hit in found:
        hit.prior = _prior(words, hit)
        hit.company = _company(words, people, hit, at)
    best: dict[str, float] = {}
    for hit in found:
        best[hit.key] = max(best.get(hit.key, 0.0), hit.company)
    points = {id(hit): hit.points + AGAIN * max(0.0, best[hit.key] - max(0.0, hit.company)) for hit in found}
    home = _countries([hit for hit in found if points[id(hit)] >= BELIEVED])
    kept = [hit for hit in found if points[id(hit)] + _at_home(words, hit, home) >= BELIEVED]
    alone = {hit.key for hit in kept if not _names_a_site(words, hit)}
    return _with_lists(words, found, [hit for hit in kept if hit.key in alone or _is_there(hit, home)])


def _names_a_site(words: Words, hit: Found) -> bool:
    """Whether the name is only the first part of a site's: "Naim Square"."""
    after = hit.last + 1
    return (
        after < len(words.capital)
        and bool(words.capital[after])
        and noun_at(words, after, words.book.site_nouns) is not None
    )


def _is_there(hit: Found, home: frozenset[str]) -> bool:
    return not home or any(entry.country in home for entry in hit.entries)


def _countries(kept: list[Found]) -> frozenset[str]:
    """The countries that the text names, whose people it names, or in which alone two of its places lie."""
    named = {
        entry.country for hit in kept for entry in hit.entries if entry.level in ("country", "region") or hit.is_people
    }
    only = Counter(country for key, country in {(hit.key, _only_country(hit)) for hit in kept} if country)
    return frozenset(country for country in (*named, *(c for c, times in only.items() if times > 1)) if country)


def _only_country(hit: Found) -> str | None:
    countries = {entry.country for entry in hit.entries}
    return countries.pop() if len(countries) == 1 else None


def _at_home(words: Words, hit: Found, home: frozenset[str]) -> float:
    """What it counts that a whole capitalised run names places of a country that the text is about, there alone or
    there too."""
    if (hit.first, hit.last) != hit.run or hit.is_people or not any(entry.country in home for entry in hit.entries):
        return 0.0
    if _only_country(hit) in home:
        return AT_HOME
    low, book = words.lower(hit.last), words.book
    return 0.0 if low in book.surnames or low in book.given_names else ALSO_AT_HOME


def _with_lists(words: Words, found: list[Found], kept: list[Found]) -> list[Found]:
    ends = {hit.last: hit for hit in kept} | {hit.first: hit for hit in kept}
    chosen = {id(hit) for hit in kept}
    for hit in found:
        if id(hit) not in chosen and hit.points + LISTED >= BELIEVED and _is_listed(words, hit, ends):
            chosen.add(id(hit))
            ends[hit.last] = ends[hit.first] = hit
    return [hit for hit in found if id(hit) in chosen]


def _is_listed(words: Words, hit: Found, ends: dict[int, Found]) -> bool:
    return any(words.lower(hit.first - k) in ("and", ",", "or") and hit.first - k - 1 in ends for k in (1, 2)) or any(
        words.lower(hit.last + k) in ("and", ",", "or") and hit.last + k + 1 in ends for k in (1, 2)
    )


def _prior(words: Words, hit: Found) -> float:
    points = max(_standing(entry) for entry in hit.entries)
    low = words.lower(hit.first)
    if hit.last > hit.first:
        saint = SAINT if low in ("st.", "saint", "st") else 0.0
        return points + MANY_WORDS + saint + (OFFICE if is_kind(words, hit.last) else 0.0)
    if any(entry.how == "short" and entry.level == "country" for entry in hit.entries):
        return points
    if _is_acronym(words, hit):
        return ACRONYM
    if low in words.book.ordinary or low in words.book.months_and_days:
        points += ORDINARY
    elif low in words.book.surnames or low in words.book.given_names:
        points += SURNAME
    if not words.caseless and low in words.small:
        points += ORDINARY_HERE
    return points


def _is_acronym(words: Words, hit: Found) -> bool:
    """Whether a short word in capitals, no abbreviation of a place, stands among words that are not."""
    word, i = words.grammar.words[hit.first], hit.first
    if not word.isupper() or len(word) > 5 or any(entry.how == "short" for entry in hit.entries):
        return False
    if (words.lower(hit.last + 1) in DASHES or _is_dated(words, hit.last)) and _opens_sentence(words, hit.first):
        return False
    first, after = words.grammar.sentences[words.grammar.sentence_of[i]]
    beside = [words.grammar.words[k] for k in (i - 1, i + 1, i + 2) if first <= k < after]
    return any(other.isalpha() and not other.isupper() for other in beside)


def _is_dated(words: Words, last: int) -> bool:
    """ "KABUL, May 3 (Agency) -": whether a comma and a day stand behind the name."""
    dated = words.book.months_and_days
    return words.lower(last + 1) == "," and any(words.lower(last + k) in dated for k in (2, 3))


def _standing(entry: GazetteerEntry) -> float:
    how = OTHER_NAME if entry.how == "other" else SHORT_NAME if entry.how == "short" else 0.0
    if entry.level == "settlement":
        return 0.6 * math.log10(entry.population + 100) - 1.5 + how + entry.capital
    return PRIOR[entry.level] + how


def _company(words: Words, people: People, hit: Found, at: dict[int, Found]) -> float:
    points = _left(words, hit) + _right(words, hit, at) + _rest_of_run(words, people, hit, at)
    low, tag = words.lower(hit.last), words.grammar.tags[hit.last]
    if people.tokens[hit.first]:
        points += NAMED_PERSON
    elif hit.first == hit.last and low in people.surnames:
        points += SOMEBODY
    if not tag.startswith("NNP") and not words.caseless:
        points += NOT_PROPER
    return points


def _left(words: Words, hit: Found) -> float:
    book, first = words.book, hit.first
    points = DIRECTED if words.lower(first - 1) in book.directions else 0.0
    points += TAKEN if is_taken(words, first, hit.last) else 0.0
    i = words.before(first)
    if words.lower(first - 1) in HYPHENS and words.lower(first - 2) in SEATS:
        return SEAT
    if i is None:
        return points + (STRONG_PREPOSITION if is_fought_over(words, first, hit.last) else 0.0)
    low = words.lower(i)
    if low in book.strong_prepositions or is_fought_over(words, first, hit.last):
        return points + STRONG_PREPOSITION
    if low == "of":
        return points + (KIND_NOUN if is_kind(words, i - 1) else _after_of(words, i))
    if low in book.weak_prepositions:
        return points + WEAK_PREPOSITION
    if low in book.taking_verbs or is_held(words, first):
        return points + TAKEN
    return points + (KIND_NOUN if is_kind(words, i) and i == first - 1 else 0.0)


def _after_of(words: Words, of: int) -> float:
    """ "Mary Doe of Elkton", "Doe, 43, of Elkton": somebody's home."""
    if words.lower(of - 1) in UNITS_OF_WAY:
        return STRONG_PREPOSITION
    placed = words.lower(of - 1) in words.book.placed_nouns
    return HOME if placed or words.lower(of - 1) == "," or words.capital[of - 1] else GENITIVE


def is_kind(words: Words, token: int) -> bool:
    book, low = words.book, words.lower(token)
    return (
        low in book.settlement_nouns or low in book.region_nouns or low in book.district_nouns or low in book.outskirts
    )


def _right(words: Words, hit: Found, at: dict[int, Found]) -> float:
    book, after = words.book, hit.last + 1
    low = words.lower(after)
    if low in HYPHENS and after + 1 not in at and _goes_on(words, after):
        return PART_OF_NAME
    if low == "," and (lord := at.get(after + 1)) is not None and holds(lord, hit):
        return QUALIFIED
    if low in DASHES and _opens_sentence(words, hit.first):
        return DATELINE
    if low in book.home_nouns or (low == "-" and words.lower(after + 1) == "based"):
        return HOME
    if is_kind(words, after) or noun_at(words, after, book.site_nouns) is not None or low in book.water_nouns:
        return KIND_NOUN if words.capital[after] or is_kind(words, after) else 1.0
    if low in book.illness_nouns or (low in MUNITIONS and words.lower(after + 1) not in THEIR_DEEDS):
        return PART_OF_NAME
    if low == "time":
        return CLOCK
    if low in ("said", "says", "told", "who", "added", "whose"):
        return SAYS
    if low in ("'s", "’s"):
        state = any(entry.level == "country" for entry in hit.entries)
        return PART_OF_NAME if words.lower(after + 1) in words.never and words.capital[after + 1] and not state else 0.5
    return 0.0


def _goes_on(words: Words, hyphen: int) -> bool:
    """The first half of "Pont-Sonde", where no list knows the second; not that of "the Kano-Kaduna road"."""
    grammar, after = words.grammar, hyphen + 1
    if after >= len(words.capital) or not words.capital[after] or words.lower(after + 1) in words.book.road_nouns:
        return False
    close = grammar.ends[hyphen - 1] == grammar.starts[hyphen] and grammar.ends[hyphen] == grammar.starts[after]
    return close and words.lower(after + 1) not in words.book.common_sites and grammar.tags[after][:3] == "NNP"


def holds(lord: Found, hit: Found) -> bool:
    """Whether some place of one name lies in some country or first order area of the other name.

    An area of the second order holds only by its whole name: "Clay, Grant" are two counties, and no town in a county.
    """
    levels = ("country", "admin1", "region", "admin2") if lord.last > lord.first else ("country", "admin1", "region")
    lords = [entry for entry in lord.entries if entry.level in levels]
    countries = {entry.country for entry in lords if entry.level != "admin1" and entry.country}
    areas = {entry.admin1 for entry in lords if entry.level == "admin1"}
    return any(entry.country in countries or entry.admin1 in areas for entry in hit.entries)


def _opens_sentence(words: Words, token: int) -> bool:
    return token - words.grammar.sentences[words.grammar.sentence_of[token]][0] <= 6 and (
        words.grammar.words[token].isupper() or words.lower(token + len(DASHES)) != ""
    )


def _rest_of_run(words: Words, people: People, hit: Found, at: dict[int, Found]) -> float:
    """What the rest of the capitalised run says: part of a longer name speaks against a place."""
    points = 0.0
    if _is_shouted(words, hit):
        return points
    if hit.first > hit.run[0]:
        points += _before_in_run(words, hit, at)
    if hit.last < hit.run[1]:
        points += _after_in_run(words, people, hit, at)
    return points


def _is_shouted(words: Words, hit: Found) -> bool:
    """Whether the whole run is in capitals, so that it may hold verbs and several names."""
    printed = words.grammar.words[hit.run[0] : hit.run[1] + 1]
    return len(printed) > 1 and all(word.isupper() or not word.isalpha() for word in printed)


def _before_in_run(words: Words, hit: Found, at: dict[int, Found]) -> float:
    i = hit.first - 1
    while words.lower(i) in HYPHENS or not words.capital[i]:
        i -= 1
    low = words.lower(i)
    if low in words.book.directions or is_kind(words, i) or words.lower(hit.first - 1) in ("-", "–"):
        return 0.0
    called = words.grammar.tags[i] == "NNP" and hit.last == hit.run[1] and is_kind(words, hit.last + 1)
    own = called and low not in words.book.titles and all(other.last != i for other in at.values())
    return END_OF_NAME if own else PART_OF_NAME


def _after_in_run(words: Words, people: People, hit: Found, at: dict[int, Found]) -> float:
    i = hit.last + 1
    while not words.capital[i]:
        i += 1
    low, book = words.lower(i).rstrip("."), words.book
    if low in book.titles or low in book.abbreviated_titles:
        return OFFICE
    if people.tokens[i] or (i in at and at[i].is_people):
        return 0.0
    if low in book.street_nouns and words.lower(i) not in book.abbreviated_titles:
        return PART_OF_NAME
    kind = is_kind(words, i) or low in book.water_nouns or noun_at(words, i, book.site_nouns) is not None
    if any(words.lower(k) in book.institutions for k in range(i + kind, hit.run[1] + 1)):
        hit.inside_name = True
        return 0.0 if kind else INSTITUTION
    if kind:
        return 0.0
    if hit.last > hit.first and is_kind(words, hit.last):
        hit.inside_name = True
        return INSTITUTION
    if words.grammar.tags[i][:3] != "NNP" or words.lower(hit.last + 1) in HYPHENS:
        return 0.0
    return PART_OF_NAME_STATE if any(entry.level in ("country", "admin1") for entry in hit.entries) else PART_OF_NAME
