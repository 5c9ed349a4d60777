"""Sites: named ones ("Al-Shifa Hospital", "the Kakhovka dam"), common nouns on demand, and "the city" for a place
named before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from sayso.codebook.places import load_place_words
from sayso.extract.where.names import Found
from sayso.extract.where.place_ranks import COMING, ROADS, is_brought_to
from sayso.extract.where.words import Run, Words, noun_at
from sayso.parse import Grammar, prepositional
from sayso.records.spans import Span
from sayso.resolve.places_types import PlaceMention

SITED = frozenset({"dobj", "nsubjpass"})
"""The slots of a site where something is, happens or is hit; what a subject does, it does as an institution."""
SETTLED, PROVINCIAL, DISTRICT = frozenset(("settlement",)), frozenset(("admin1",)), frozenset(("admin2", "district"))
BACK = {
    **dict.fromkeys(("city", "town", "village", "hamlet", "township", "settlement"), SETTLED),
    **dict.fromkeys(("province", "governorate", "oblast", "prefecture"), PROVINCIAL),
    **dict.fromkeys(("district", "county", "raion", "regency", "department"), DISTRICT),
    **dict.fromkeys(("municipality", "commune", "tehsil", "locality", "barangay", "woreda"), SETTLED | DISTRICT),
    "capital": frozenset(("capital",)),
}
"""The levels of places that a noun may refer back to."""
LARGE = frozenset(("city", "town", "municipality", "commune", "capital"))
"""What no village is called again."""
BACK_WITHIN = {
    "state": PROVINCIAL,
    "region": PROVINCIAL | {"region"},
    "country": frozenset(("country",)),
    "nation": frozenset(("country",)),
}
"""The same for nouns that do so behind "in" and the like: "the state" may also be who rules it."""
WITHIN = frozenset(("in", "across", "throughout", "within", "inside", "around"))
NAMESAKE = "admin1 of its name"
"""The level of a town, where "the province" may be the one that bears its name."""
CITY = "city"
"""The further level of a town that the gazetteer knows: no hamlet is called one."""
NEAR = 3
"""Sentences."""
ANYWHERE = SETTLED | PROVINCIAL | DISTRICT | {"region", "country"}
REFERRING = BACK.keys() | BACK_WITHIN.keys() | {"there"}
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
PHRASE = frozenset({"amod", "compound", "nummod", "det", "poss", "nmod"})
LYING = frozenset(("locate", "situate", "lie", "stand", "sit", "be"))
AROUND = frozenset({"in", "at", "near", "outside", "inside"})
LOCAL = frozenset({"in", "at", "near", "outside", "inside", "of", "under", "on"})


def named_sites(words: Words, runs: Sequence[Run], found: Sequence[Found]) -> list[tuple[int, int]]:
    """First and last token of every site with a name of its own that is no entry of the gazetteer."""
    taken = {(hit.first, hit.last) for hit in found}
    sites = []
    for first, last in _with_owners(words, runs):
        end = _site_end(words, first, last)
        start = _past_articles(words, first)
        if end is not None and start < end and (start, end) not in taken and _is_sited(words, end):
            sites.append((start, end))
    return sites


def _with_owners(words: Words, runs: Sequence[Run]) -> list[Run]:
    """The runs, those joined that a possessive parts ("Saint Mary's Church")."""
    joined: list[Run] = []
    for first, last in runs:
        if joined and joined[-1][1] == first - 2 and words.lower(first - 1) in ("'s", "’s"):
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return joined


def _site_end(words: Words, first: int, last: int) -> int | None:
    """The last token of a site noun that ends the run, or follows it in small letters."""
    if any(words.masked[i] for i in range(first, last + 1)):
        return None
    end = noun_at(words, last + 1, words.book.site_nouns)
    if end is not None and words.follows_closely(end):
        return end
    return last if last > first and words.lower(last) in words.book.site_nouns else None


def _past_articles(words: Words, first: int) -> int:
    return first + 1 if words.lower(first) == "the" else first


def _is_sited(words: Words, noun: int) -> bool:
    dep, governor = words.grammar.deps[noun], words.lower(words.grammar.heads[noun])
    return dep in SITED or (dep == "pobj" and governor in words.book.site_prepositions)


def anchor_of(grammar: Grammar, first: int, last: int, mentions: Sequence[PlaceMention]) -> int | None:
    """The number of the mention where a site lies: one inside its name, one that follows with "in", else the one
    before it.
    """
    start, end = grammar.span(first, last)
    behind, before = _stated_behind(grammar, last), None
    for number, mention in enumerate(mentions):
        if mention.role != "name":
            continue
        if start <= mention.span[0] < end or any(low <= mention.span[0] < high for low, high in behind):
            return number
        if mention.span[1] <= start and not mention.acts and mention.kind != "water":
            before = number
    return before


def _stated_behind(grammar: Grammar, noun: int) -> list[Span]:
    """The stretches behind a site's noun that may say where it lies: "the port of Odesa", "a house in the town", "a
    camp for families outside Marib"."""
    behind = [child for child in grammar.children[noun] if child > noun and grammar.lowers[child] in LOCAL]
    behind += [child for verb in _says_where(grammar, noun) for child in grammar.children[verb]
               if child > verb and grammar.lowers[child] in LOCAL]  # fmt: skip
    behind += [child for one in prepositional(grammar, noun, "for") for child in grammar.children[one]
               if child > one and grammar.lowers[child] in AROUND]  # fmt: skip
    if noun + 1 < len(grammar) and grammar.lowers[noun + 1] in LOCAL and noun + 1 not in behind:
        behind.append(noun + 1)
    return [grammar.subtree(child) for preposition in behind for child in grammar.children[preposition] if child > noun]


def _says_where(grammar: Grammar, noun: int) -> list[int]:
    """ "The clinic, which is located in X", "the clinic lies in X": the verbs that say where a site is."""
    near = [child for child in grammar.children[noun] if grammar.deps[child] in ("relcl", "acl")]
    if grammar.deps[noun] in ("nsubj", "nsubjpass"):
        near.append(grammar.heads[noun])
    return [verb for verb in near if grammar.lemmas[verb] in LYING]


def back_references(
    words: Words, settled: Sequence[tuple[int, str]], mentions: Sequence[PlaceMention]
) -> list[PlaceMention]:
    """ "the city", "the province", "in the country": mentions of the place of that level named last, or of the last
    sentence's subject; "the capital": of the capital named most; "there": of the place of which the sentences before
    tell.

    settled: (number of the mention, level of its likeliest place, "capital" for one), in the order of the text.
    """
    grammar, found = words.grammar, []
    for token in grammar.tokens_of(REFERRING):
        levels = _levels_meant(words, token)
        if levels is None:
            continue
        low, start = grammar.lowers[token], grammar.starts[token]
        told = [(number, kind) for number, kind in settled if mentions[number].span[1] <= start]
        before = [number for number, kind in told if kind == low == CITY]
        before = before or [number for number, kind in told if kind in levels]
        if not before and levels == PROVINCIAL:
            before = [number for number, kind in told if kind == NAMESAKE]
        before = [number for number in before if not _is_by_the_way(grammar, mentions[number])] or before
        if low in LARGE:
            before = [number for number in before if not _is_called_small(grammar, mentions[number])] or before
        before = _near_by(grammar, token, before, mentions) if low == "there" else before
        if before:
            span = grammar.span(token, token)
            anchor = _named_most(before, mentions) if low == "capital" else _told_of(grammar, token, before, mentions)
            found.append(PlaceMention(span=span, name=low, stem=low, role="back", anchor=anchor))
    return found


def _levels_meant(words: Words, token: int) -> frozenset[str] | None:
    """The levels of the places that a word may mean which refers back to one."""
    grammar, low = words.grammar, words.grammar.lowers[token]
    if low == "there":
        adverb = grammar.deps[token] in ("advmod", "pcomp", "pobj") and grammar.tags[token] == "RB"
        return ANYWHERE if adverb else None
    levels = BACK.get(low)
    if levels is None and low in BACK_WITHIN:
        within = grammar.deps[token] == "pobj" and grammar.lowers[grammar.heads[token]] in WITHIN
        levels = BACK_WITHIN[low] if within else None
    return levels if levels is not None and _refers_back(words, token) else None


def _is_called_small(grammar: Grammar, mention: PlaceMention) -> bool:
    """ "The village of X": neither "the city" nor "the municipality"."""
    first = bisect_right(grammar.starts, mention.span[0]) - 1
    return first > 1 and grammar.lowers[first - 1] == "of" and grammar.lowers[first - 2] in ("village", "hamlet")


def _is_by_the_way(grammar: Grammar, mention: PlaceMention) -> bool:
    """ "The road to X", "towards X", "20 km east of X": a place that only tells where another one is, or where the
    harmed were brought."""
    token = bisect_right(grammar.starts, mention.span[1] - 1) - 1
    link = grammar.heads[token]
    above = grammar.heads[link]
    leads = grammar.lowers[link] in ("to", "from") and grammar.lemmas[above] in ROADS
    comes = grammar.lowers[link] == "from" and (grammar.tags[above][0] == "N" or grammar.lemmas[above] in COMING)
    return (
        leads
        or comes
        or grammar.lowers[link] in ("toward", "towards")
        or is_brought_to(grammar, token)
        or mention.beside
        or mention.distance_m is not None
    )


def _near_by(grammar: Grammar, token: int, numbers: Sequence[int], mentions: Sequence[PlaceMention]) -> list[int]:
    """Those of the same sentence and of the few before it."""
    first = grammar.sentences[max(0, grammar.sentence_of[token] - NEAR)][0]
    return [number for number in numbers if mentions[number].span[0] >= grammar.starts[first]]


def _told_of(grammar: Grammar, token: int, numbers: Sequence[int], mentions: Sequence[PlaceMention]) -> int:
    """The last of some mentions; of a sentence before the subject, where it names one ("Bara lies on the road to El
    Obeid"), and what lies in another before that one ("Uvira, South Kivu")."""
    last = numbers[-1]
    tokens = {number: bisect_right(grammar.starts, mentions[number].span[1] - 1) - 1 for number in numbers}
    sentence = grammar.sentence_of[tokens[last]]
    here = [n for n in numbers if grammar.sentence_of[tokens[n]] == sentence]
    subject = next((n for n in here if grammar.deps[tokens[n]] in SUBJECTS and not mentions[n].acts), None)
    if subject is not None and sentence != grammar.sentence_of[token]:
        return subject
    return next((n for n in here if mentions[last].stem in mentions[n].qualifiers), last)


def _named_most(numbers: Sequence[int], mentions: Sequence[PlaceMention]) -> int:
    counts = Counter(mentions[number].stem for number in numbers)
    return max(numbers, key=lambda number: (counts[mentions[number].stem], number))


def _refers_back(words: Words, token: int) -> bool:
    """Whether a noun stands alone behind "the" or "this", and no name or "of" follows it."""
    after = words.lower(token + 1)
    article = token - 2 if words.lower(token - 1) == "same" else token - 1
    bare = words.lower(article) in ("the", "this") and words.grammar.words[token].islower()
    compound = words.grammar.deps[token] == "compound"
    return (
        bare
        and not compound
        and after not in ("of", "'s")
        and not words.capital[min(token + 1, len(words.capital) - 1)]
    )


def site_mention(grammar: Grammar, token: int, *, mentions: Sequence[PlaceMention] = ()) -> PlaceMention | None:
    """A noun token in, the site that it names out ("a mosque" in "a mosque in Raqqa"); none where the noun is no kind
    of site.

    mentions: those of `find_places`, in which the anchor is a number. The caller knows that something happened there.
    """
    book, lowers = load_place_words(), grammar.lowers
    singular = lowers[token].removesuffix("s")
    if lowers[token] not in book.common_sites and singular not in book.common_sites:
        return None
    first = token
    while first > 0 and grammar.heads[first - 1] == token and grammar.deps[first - 1] in PHRASE:
        first -= 1
    while first < token and grammar.tags[first] in ("DT", "PRP$", "CD"):
        first += 1
    span = grammar.span(first, token)
    name = grammar.text[span[0] : span[1]]
    anchor = anchor_of(grammar, first, token, mentions)
    return PlaceMention(span=span, name=name, stem=name, role="site", kind="site", anchor=anchor)
