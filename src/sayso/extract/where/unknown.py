"""Names that the gazetteer lacks, or has in another transliteration only, but that the text calls a place."""

from __future__ import annotations

import simplemma

from sayso.extract.names.nobody import is_called_a_settlement, opens_a_place
from sayso.extract.where.held import SUBJECTS, is_fought_over, is_held, is_share_held
from sayso.extract.where.names import Found, is_kind
from sayso.extract.where.people import People
from sayso.extract.where.words import HYPHENS, Run, Words
from sayso.resolve.gazetteer import open_gazetteer
from sayso.resolve.gazetteer_fold import ARTICLES, fold

AREAS = frozenset(("area", "areas", "axis"))
OUTSKIRTS = frozenset(("outskirts", "suburbs"))
COUNTIES = frozenset(("counties", "governorates", "prefectures", "municipalities", "cantons"))
LISTING = frozenset((",", "and", "or"))
FATHERS = frozenset(("abu", "abo", "umm", "um", "bani", "beni", "banu"))
"""Words before a name that open names of places too: "Abu Kamal"."""
ROMANCE = frozenset(("la", "los", "las", "le", "les"))
"""Articles that open names: "La Gabarra"."""
STRONGHOLDS = frozenset(
    ("stronghold", "hideout", "position", "outpost", "checkpoint", "headquarters", "front line", "junction")
)
STRETCHES = frozenset(
    ("road", "highway", "motorway", "route", "border", "area", "axis", "railway", "line", "corridor", "travel", "drive",
     "lie", "locate", "situate", "halfway", "somewhere", "crossing", "track", "pipeline", "distance", "stretch")
)  # fmt: skip
"""Words behind which "between" brings places."""
SHELLING = frozenset(("shelling", "bombardment", "bombing", "barrage", "advance", "march", "assault", "offensive"))
PLACED = frozenset(("pobj", "dobj", "conj", "appos"))
BESIDE = frozenset(("nearby", "neighbouring", "neighboring", "adjacent", "adjoining"))
OCCURRING = frozenset(
    ("happen", "occur", "erupt", "explode", "land", "arrive", "camp", "stop", "crash", "ambush", "detonate", "kill",
     "attack", "shell", "bomb", "raid", "clash", "die", "wound", "injure", "blow", "strike", "capture", "shoot")
)  # fmt: skip
GOING = frozenset(("visit", "tour", "enter", "raid", "storm", "ransack", "shell", "overrun", "bombard"))
DWELLERS = frozenset(("residents", "inhabitants", "villagers", "townspeople", "dwellers", "townsfolk", "populace"))
AIMED = frozenset(
    ("aim", "look", "stare", "laugh", "shout", "yell", "scream", "swear", "throw", "hurl", "lob", "pelt",
     "point", "direct", "level", "lash", "hit", "work", "serve", "study", "teach", "lecture", "train",
     "graduate", "be", "say", "tell", "add", "write", "report", "publish", "value", "price", "estimate", "put",
     "excel", "balk", "jeer", "rail", "hint", "arrive", "target", "wave", "snipe", "play", "speak", "fire")
)  # fmt: skip
"""What is done at somebody, or at one's place of work, of study or of a sum."""
DONE_AT = frozenset(
    ("in", "device", "bomb", "mine", "ied", "explosive", "blast", "explosion", "rally", "clash", "attack",
     "protest", "demonstration", "vigil", "raid", "ambush", "ceremony", "meeting", "talks", "march", "funeral",
     "blockade", "roadblock", "shooting", "firing", "encounter", "operation", "battle", "fight", "fighting",
     "gunfight", "shootout", "incident", "grenade", "strike", "massacre", "killing", "siege", "standoff",
     "skirmish", "defence", "defense", "position", "camp")
)  # fmt: skip
"""What somebody sets up, stages or fights somewhere ("in" ends "sit-in")."""
LONGEST_LIST = 8
LONG_WORD = 3
"""Letters from which on an everyday word ends no name of two ("Mae La")."""
LONGEST_NAME = 5
"""Tokens."""
PLACED_LABELS = 2
"""Labels of places in a report from which on its other labels are places too."""
LABEL_SIGNS = frozenset((":", "-", "–", "—"))
HELD_AS = frozenset(("pobj", "dobj", "nsubj", "nsubjpass", "conj", "appos"))


def unknown_names(words: Words, people: People, runs: list[Run], kept: list[Found]) -> list[Found]:
    """Names that the gazetteer lacks, or has in another transliteration only, but that the text calls a place."""
    taken = bytearray(len(words.capital))
    for hit in kept:
        taken[hit.first : hit.last + 1] = b"\1" * (hit.last + 1 - hit.first)
    at = {hit.first: hit for hit in kept}
    found = []
    for first, last in runs:
        while last > first and (is_kind(words, last) or words.lower(last) in words.book.water_nouns):
            last -= 1
        called = is_called_a_settlement(words.grammar, first, last)
        if any(taken[first : last + 1]) and not (called and _is_told_apart(words, first, last, at)):
            continue
        if not (_may_be_named(words, first, last) if called else _may_be_place(words, people, first, last)):
            continue
        first = _with_article(words, first)
        if (
            called
            or _is_called_place(words, first, last, at)
            or _sounds_placed(words, first, last)
            or _is_taken(words, first, last, found)
            or _is_moved_through(words, first, last)
            or _is_joined(words, last, [*kept, *found])
            or _is_where(words, first, last)
            or _is_gone_to(words, first, last)
            or _is_lived_in(words, first, last)
            or _ends_a_road(words, first, last)
            or _is_listed_as_place(words, first, last)
            or _is_shelled(words, first, last)
            or (words.grammar.tags[last] == "NNP" and is_fought_over(words, first, last))
            or is_share_held(words, first, last)
            or _has_outskirts(words, last)
            or (first < last and opens_a_place(words.grammar, first))
            or (is_held(words, first) and words.grammar.deps[last] in HELD_AS)
        ):
            found.append(_found(words, first, last))
    found += _named_again(words, people, runs, [*kept, *found])
    return [*found, *_labels(words, people, runs, [*kept, *found])]


def _named_again(words: Words, people: People, runs: list[Run], places: list[Found]) -> list[Found]:
    """ "The village of X ... those who fled X": a name that the text calls a place elsewhere, where a place may
    stand."""
    unknown = {hit.key for hit in places if not hit.entries}
    taken = {token for hit in places for token in range(hit.first, hit.last + 1)} if unknown else set()
    again = (_found(words, first, last) for first, last in runs if unknown and taken.isdisjoint(range(first, last + 1)))
    return [
        hit
        for hit in again
        if hit.key in unknown
        and words.grammar.deps[hit.last] in HELD_AS - {"nsubj"}
        and _may_be_place(words, people, hit.first, hit.last)
    ]


def _is_told_apart(words: Words, first: int, last: int, at: dict[int, Found]) -> bool:
    """ "The village of Arab Hassan", "of Kaduna Vom": whether all that is known in a name is its first part."""
    inside = [at[token] for token in range(first, last + 1) if token in at]
    dated = words.lower(last) in words.book.months_and_days
    return bool(inside) and all(hit.last < last for hit in inside) and not dated and not words.shouted


def _may_be_named(words: Words, first: int, last: int) -> bool:
    """Whether what is called a settlement is a name, and no acronym."""
    grammar = words.grammar
    return last - first < LONGEST_NAME and grammar.tags[last][:2] == "NN" and not grammar.words[last].isupper()


def _found(words: Words, first: int, last: int) -> Found:
    text = words.grammar.text[words.grammar.starts[first] : words.grammar.ends[last]]
    return Found(first, last, (first, last), fold(text), ())


def _labels(words: Words, people: People, runs: list[Run], places: list[Found]) -> list[Found]:
    """ "Chai: The post is held by ...": a label of a digest in which other labels are places, or that is called a place
    elsewhere."""
    taken = {token for hit in places for token in range(hit.first, hit.last + 1)}
    labels = {run for run in runs if _is_label(words, *run)}
    placed = sum(any(hit.first in range(first, last + 1) for hit in places) for first, last in labels)
    known, found = {hit.key for hit in places}, []
    for first, last in sorted(labels):
        if not taken.isdisjoint(range(first, last + 1)):
            continue
        hit = _found(words, first, last)
        if _may_be_place(words, people, first, last):
            strange = placed and not _are_everyday_words(words, first, last)
            found += [hit] if strange or placed >= PLACED_LABELS or hit.key in known else []
        elif placed >= PLACED_LABELS and (entries := open_gazetteer().find(hit.key)):
            found.append(Found(first, last, (first, last), hit.key, entries))
    return found


def _is_label(words: Words, first: int, last: int) -> bool:
    """Whether the name is all that stands in front of the first colon of a sentence, or of a dash which ends one, or of
    the stop of the first sentence of a paragraph."""
    grammar = words.grammar
    sentence = grammar.sentence_of[first]
    start, after = grammar.sentences[sentence]
    if start != first or after < last + 2:
        return False
    sign, ends = grammar.words[last + 1], after == last + 2
    return sign == ":" or (ends and (sign in LABEL_SIGNS or (sign == "." and _opens_a_paragraph(words, sentence))))


def _opens_a_paragraph(words: Words, sentence: int) -> bool:
    """Whether a sentence is the first of its block, and not the last."""
    blocks = words.grammar.block_of
    begins = sentence == 0 or blocks[sentence - 1] != blocks[sentence]
    return begins and sentence + 1 < len(blocks) and blocks[sentence + 1] == blocks[sentence]


def _with_article(words: Words, first: int) -> int:
    """The first token of a name, an Arabic article before it included: "al-Nabk"."""
    return first - 2 if words.lower(first - 1) in HYPHENS and words.lower(first - 2) in ARTICLES else first


def _is_listed_as_place(words: Words, first: int, last: int) -> bool:
    """ "Ulang and Nasir counties", "Macomia, Quissanga and Meluco districts": a list that ends in what they are."""
    book = words.book
    called = book.settlement_nouns | book.area_nouns | book.district_nouns | COUNTIES
    if words.grammar.tags[last][:3] != "NNP":
        return False
    if words.lower(last + 1) in called and words.lower(last + 1)[-1:] == "s":
        return words.lower(first - 1) in LISTING and words.capital[first - 2] == 1
    for _ in range(LONGEST_LIST):
        gap = next((n for n in (2, 1) if all(words.lower(last + k) in LISTING for k in range(1, n + 1))), 0)
        after = last + gap + 1
        if not gap or after >= len(words.capital) or not words.capital[after]:
            return False
        while after + 1 < len(words.capital) and words.capital[after + 1]:
            after += 1
        if words.lower(after + 1) in called and words.lower(after + 1)[-1:] == "s":
            return words.grammar.tags[after][:3] == "NNP"
        last = after
    return False


def _is_shelled(words: Words, first: int, last: int) -> bool:
    """ "The bombardments on X", "an advance on X": what is shelled or marched on."""
    on = first - 1
    if words.lower(on) not in ("on", "upon") or not _is_bare_object(words, first, last):
        return False
    return words.grammar.lemmas[words.grammar.heads[on]] in SHELLING


def _may_be_place(words: Words, people: People, first: int, last: int) -> bool:
    book, lowers = words.book, words.grammar.lowers
    called = words.follows_closely(last + 1) and is_kind(words, last + 1)
    strange = called and words.grammar.tags[last] == "JJ" and not _are_everyday_words(words, last, last)
    joined = first < last and lowers[last - 1] in HYPHENS
    proper = words.grammar.tags[first if joined else last]
    named = strange or proper[: 2 if called else 3] in ("NN", "NNP")
    if last - first >= 4 or not named or words.caseless:
        return False
    if any(people.tokens[i] or words.masked[i] or lowers[i] in words.never for i in range(first, last + 1)):
        return False
    if first == last and (lowers[first] in words.small or len(lowers[first]) < 3):
        return False
    if first == last and lowers[first] in people.surnames and not called:
        return False
    if first < last and not called and _are_words_of_a_title(words, first, last):
        return False
    if words.shouted and not called and _are_everyday_words(words, first, last):
        return False
    acronym = words.grammar.words[last].isupper() and len(lowers[last]) <= 5 and not joined
    known = lowers[last] in book.ordinary and not (first < last and (called or len(lowers[last]) < LONG_WORD))
    bare = first + 1 if lowers[first] in ARTICLES | FATHERS | ROMANCE and first < last else first
    return not acronym and lowers[bare] not in book.ordinary and not known


def _are_words_of_a_title(words: Words, first: int, last: int) -> bool:
    """ "Killed in Terrorist Rocket Attacks": everyday words that have their capitals from the headline."""
    grammar = words.grammar
    block = grammar.block_of[grammar.sentence_of[first]]
    titled = block < len(grammar.blocks) and grammar.blocks[block].kind in ("headline", "heading")
    return titled and _are_everyday_words(words, first, last)


def _are_everyday_words(words: Words, first: int, last: int) -> bool:
    return all(simplemma.is_known(words.grammar.lowers[i], lang="en") for i in range(first, last + 1))


def _is_called_place(words: Words, first: int, last: int, at: dict[int, Found]) -> bool:
    """ "the village of X", "X district", "in X, Virginia"."""
    before = words.lower(first - 1)
    called = words.book.settlement_nouns | words.book.area_nouns | AREAS
    if before == "of" and words.lower(first - 2) in called:
        return True
    after = words.lower(last + 1)
    if words.follows_closely(last + 1) and after in called:
        return words.grammar.deps[last] in ("compound", "amod", "nmod")
    placed = before in words.book.strong_prepositions and not _is_between_sides(words, first - 1)
    placed = placed or (before == "at" and _is_site(words, first - 2))
    if placed and after not in HYPHENS and _is_bare_object(words, first, last):
        return True
    lord = at.get(last + 2) if after == "," else None
    held = lord is not None and any(entry.level in ("country", "admin1") for entry in lord.entries)
    return held and before in words.book.strong_prepositions


def _has_outskirts(words: Words, last: int) -> bool:
    """ "X's outskirts": what only towns have."""
    return words.lower(last + 1) in ("'s", "’s") and words.lower(last + 2) in OUTSKIRTS


def _is_between_sides(words: Words, link: int) -> bool:
    """ "Talks between A and B": those who talk or fight, and no ends of a road."""
    grammar = words.grammar
    return words.lower(link) == "between" and grammar.lemmas[grammar.heads[link]] not in STRETCHES


def _is_site(words: Words, token: int) -> bool:
    """ "The camp at X": what a site that stands somewhere is said to be at."""
    sites = words.book.site_nouns | words.book.common_sites | STRONGHOLDS
    return token >= 0 and (words.lower(token) in sites or words.grammar.lemmas[token] in sites)


def _is_bare_object(words: Words, first: int, last: int) -> bool:
    """Whether a name is all that stands behind its preposition, so that no noun behind it takes the preposition."""
    deps, heads = words.grammar.deps, words.grammar.heads
    return deps[last] == "pobj" and heads[last] == first - 1


def _is_taken(words: Words, first: int, last: int, found: list[Found]) -> bool:
    """ "captured X", "captured X, Y and Z": what forces take, or the next one of such a list."""
    if words.lower(first - 1) in words.book.taking_verbs:
        return words.grammar.deps[last] == "dobj"
    if words.grammar.tags[last] == "NNP" and _is_in_list_of_taken(words, last):
        return True
    return bool(found) and words.grammar.deps[last] == "conj" and words.grammar.heads[last] == found[-1].last


def _is_in_list_of_taken(words: Words, last: int) -> bool:
    """ "Took Kaya, the rice bowl of the north, Dori and Leo", "the villages of Kaya, Dori and Leo": any of the list."""
    grammar, top = words.grammar, last
    while grammar.deps[top] == "conj" and grammar.tags[top][0] == "N":
        top = grammar.heads[top]
    above = grammar.heads[top]
    if top == last:
        return False
    if grammar.deps[top] == "dobj":
        return grammar.lowers[above] in words.book.taking_verbs
    called = words.book.settlement_nouns
    return grammar.lowers[above] == "of" and grammar.lowers[grammar.heads[above]] in called and top > above


def _is_moved_through(words: Words, first: int, last: int) -> bool:
    """ "Driven out of X", "the front runs through X", "a convoy to X": behind the preposition of a word of motion."""
    grammar = words.grammar
    if words.lower(first - 1) not in ("from", "to", "through", "of") or not _is_bare_object(words, first, last):
        return False
    above = grammar.heads[first - 1]
    above = grammar.heads[above] if grammar.tags[above] == "RB" else above
    if words.lower(first - 1) == "of":
        return words.lower(first - 2) == "out"
    led = words.lower(first - 1) == "to" and grammar.lemmas[above] in words.book.motion_nouns
    return led or grammar.lemmas[above] in words.book.motion_verbs


def _is_where(words: Words, first: int, last: int) -> bool:
    """ "Moved on to X, where they burned houses", "nearby X", "broke out at X"."""
    if words.grammar.deps[last] not in PLACED:
        return False
    behind = last + 2 if words.lower(last + 1) == "," else last + 1
    if words.lower(behind) == "where" or words.lower(first - 1) in BESIDE:
        return True
    at = first - 1
    if words.lower(at) != "at" or (first < last and words.lower(last) in words.never):
        return False
    return _happens_at(words, at) or (not _are_everyday_words(words, first, last) and _is_done_at(words, at))


def _happens_at(words: Words, at: int) -> bool:
    above = words.grammar.heads[at]
    while words.grammar.tags[above][0] != "V" and words.grammar.heads[above] != above:
        above = words.grammar.heads[above]
    return words.grammar.lemmas[above] in OCCURRING


def _is_done_at(words: Words, at: int) -> bool:
    """ "Staged a sit-in at X", "regrouped at X": what is neither aimed at somebody nor somebody's employment."""
    grammar, above = words.grammar, words.grammar.heads[at]
    if grammar.tags[above][0] == "V":
        return grammar.lemmas[above] not in AIMED
    return grammar.lemmas[above] in DONE_AT


def _is_gone_to(words: Words, first: int, last: int) -> bool:
    """ "Visited X", "entered X": where somebody goes, and no person that goes by a title or a surname."""
    return words.grammar.deps[last] == "dobj" and words.grammar.lemmas[words.grammar.heads[last]] in GOING


def _is_lived_in(words: Words, first: int, last: int) -> bool:
    """ "Residents of X": a name, and no noun that it stands before."""
    dwelt = words.lower(first - 1) == "of" and words.lower(first - 2) in DWELLERS
    return dwelt and words.grammar.tags[last] == "NNP" and _is_bare_object(words, first, last)


def _ends_a_road(words: Words, first: int, last: int) -> bool:
    """Whether a road of the report is called by it: "the X-Kotulo road"."""
    return first == last and words.grammar.words[last] in words.road_ends and words.lower(last + 1) not in HYPHENS


def _is_joined(words: Words, last: int, places: list[Found]) -> bool:
    """ "Gharyan and X": what a list joins to a settlement whose name is certain."""
    grammar, head = words.grammar, words.grammar.heads[last]
    if grammar.deps[last] != "conj":
        return False
    return any(p.last == head and not p.is_people and _is_certain(words, p) for p in places)


def _is_certain(words: Words, place: Found) -> bool:
    grammar, top = words.grammar, place.last
    ruled = grammar.deps[top] in SUBJECTS and is_fought_over(words, place.first, top)
    while grammar.deps[top] == "conj" and grammar.tags[top][:3] == "NNP":
        top = grammar.heads[top]
    return ruled or grammar.deps[top] == "pobj" or grammar.lowers[top] in words.book.settlement_nouns


def _sounds_placed(words: Words, first: int, last: int) -> bool:
    """Whether a name behind a place's preposition sounds like one of the gazetteer ("in Ayn Issa", "in Syria's Ayn
    Issa")."""
    owned = words.lower(first - 1) in ("'s", "’s") and words.capital[first - 2]
    before = words.lower(first - 3 if owned else first - 1)
    if before not in words.book.strong_prepositions or words.lower(last + 1) in HYPHENS:
        return False
    if words.grammar.deps[last] in ("compound", "amod") and not is_kind(words, last + 1):
        return False
    text = words.grammar.text[words.grammar.starts[first] : words.grammar.ends[last]]
    return bool(open_gazetteer().find_alike(fold(text)))
