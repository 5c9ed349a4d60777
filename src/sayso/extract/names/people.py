"""People by name: runs of capitalised words that grammar, a title or a role shows to be somebody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import simplemma

from sayso.codebook import load_codebook
from sayso.codebook.places import load_place_words
from sayso.extract.acting import top_of
from sayso.extract.names.names import NameMatch
from sayso.extract.names.nobody import (
    ends_in_a_thing,
    is_called_a_settlement,
    is_called_a_thing,
    is_placed,
    placed_words,
    stands_as_place,
)
from sayso.extract.names.people_again import PersonMention, is_second_half, named_again, one_name_each
from sayso.extract.names.people_roles import SOMEBODY, who_is_it
from sayso.extract.names.people_titles import is_title, name_start, office_before
from sayso.extract.phrase import MANY, PROPER_TAGS
from sayso.extract.reading import Reading
from sayso.parse import meant
from sayso.resolve.gazetteer import find_name

NICKNAME_MARKS = frozenset(('"', "“", "”", "'", "‘", "’", "``", "''"))
PERSON_PREPOSITIONS = frozenset(("by", "with", "against", "like", "under", "for", "including"))
SIDING = frozenset(
    (
        "according",
        "loyal",
        "close",
        "faithful",
        "allegiance",
        "loyalty",
        "answer",
        "answers",
        "answering",
        "surrender",
        "surrendered",
        "surrendering",
        "defected",
        "belonging",
        "linked",
        "related",
        "opposed",
        "opposition",
        "beholden",
    )
)
"""Words before "to" and somebody."""
RANKS = frozenset(
    ("general", "chief", "staff", "command", "headquarters", "correspondent", "reporter", "editor", "desk")
)
"""Ends of ranks that are nobody's surname."""
OF_SOMEBODY = frozenset(
    ("party", "faction", "wing", "movement", "follower", "supporter", "loyalist", "camp", "regime", "disciple", "aide",
     "bodyguard", "wife", "son", "brother", "sister", "daughter", "father", "mother", "cousin", "nephew", "uncle")
)  # fmt: skip
"""What is a person's, and hardly a place's."""
SPEAKING_SUBJECT = frozenset(("speech",))


NAMING_ONESELF = frozenset(("identify", "give", "introduce", "name", "know"))
DASHES = frozenset(("-", "--", "–", "—"))
LONGEST_DATELINE, FARTHEST_ROLE = 16, 12
"""Tokens; the latter behind a name, within which several people may be said to be it: "Nader and Omar, both nurses"."""


def find_people(
    reading: Reading, names: Sequence[NameMatch], *, timed: frozenset[int] = frozenset()
) -> tuple[PersonMention, ...]:
    """The people named in full in the report, and every later mention by surname. `timed`: tokens of times, which are
    nobody."""
    taken = {
        t
        for m in names
        if m.form != "adjective" and not _may_be_a_first_name(reading, m)
        for t in range(m.first, m.last + 1)
    } | timed
    taken |= _datelines(reading)
    runs = _runs(reading, taken)
    found = one_name_each(reading, [person for run in runs if (person := _person(reading, run)) is not None])
    found = _without_places(reading, found)
    return tuple(sorted((*found, *named_again(reading, found, taken)), key=lambda person: person.first))


def _without_places(reading: Reading, found: list[PersonMention]) -> list[PersonMention]:
    """Without those that only sound like somebody where the report has their last word as a place: "Rodeo Tulsa"."""
    grammar, given = reading.grammar, load_place_words().given_names
    last = {grammar.words[person.last] for person in found}
    placed = placed_words(reading, (t for t, word in enumerate(grammar.words) if word in last))
    return [
        person
        for person in found
        if person.title or person.role
        or ((grammar.words[person.last] not in placed or grammar.lowers[person.first] in given)
        and not stands_as_place(grammar, person.last))
    ]  # fmt: skip


def _may_be_a_first_name(reading: Reading, match: NameMatch) -> bool:
    """A country's or a capital's name straight before another proper noun of its own phrase: "Aden Ali", "Jordan
    Reyes"."""
    grammar, after = reading.grammar, match.last + 1
    if match.entry.kind != "state" or match.first != match.last or after >= len(grammar):
        return False
    joined = grammar.deps[match.last] == "compound" and grammar.heads[match.last] in (after, after + 1)
    return (
        joined
        and grammar.tags[after] in PROPER_TAGS
        and not is_title(grammar.lowers[after])
        and not _is_organisation(reading, after)
        and not reading.classes(after)
    )


def _datelines(reading: Reading) -> set[int]:
    """The capitals that open a block before a dash or a bracket, and all of a sentence that ends in a dash: "GENEVA, 5
    March (Reuters) -"."""
    grammar = reading.grammar
    found: set[int] = set()
    for first, after in grammar.sentences:
        token = first
        if after - first <= LONGEST_DATELINE and grammar.words[after - 1] in DASHES:
            found.update(range(first, after))
        while token < after and token < first + 6 and _opens_a_dateline(grammar.words[token]):
            token += 1
        if token > first and token < after and grammar.words[token] in (",", "(", "/", *DASHES):
            found.update(range(first, token))
            found.update(_agency(reading, first, after))
    return found


def _agency(reading: Reading, first: int, after: int) -> range:
    """What stands in the brackets of a dateline before its dash: "TANA, Chad (Desert Wire), May 2 -"."""
    words = reading.grammar.words[first : min(after, first + LONGEST_DATELINE)]
    dash = next((at for at, word in enumerate(words) if word in DASHES), 0)
    return range(first, first + dash) if "(" in words[:dash] else range(0)


def _runs(reading: Reading, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Runs of proper nouns outside known names; lower-case particles and hyphens hold a run together."""
    grammar, particles = reading.grammar, load_codebook().names.particles
    behind = 0
    for first, tag in enumerate(grammar.tags):
        if first < behind or tag not in PROPER_TAGS or first in taken:
            continue
        last, at = first, first + 1
        while at < len(grammar) and grammar.sentence_of[at] == grammar.sentence_of[first] and at not in taken:
            if grammar.tags[at] in PROPER_TAGS:
                last = at
            elif not _holds(reading, at, particles) or at + 1 - last > 3:
                break
            at += 1
        yield first, last
        behind = last + 1


def _opens_a_dateline(word: str) -> bool:
    return word == "/" or (word.isupper() and len(word) > 1)


def _holds(reading: Reading, token: int, particles: tuple[str, ...]) -> bool:
    """Whether a token that is no name may stand within one: a particle, a hyphen, the marks around a nickname."""
    grammar = reading.grammar
    if grammar.words[token] in NICKNAME_MARKS:
        return any(grammar.words[t] in NICKNAME_MARKS for t in (token - 2, token + 2) if 0 <= t < len(grammar))
    if grammar.words[token] == "-":
        return grammar.ends[token - 1] == grammar.starts[token]
    return grammar.lowers[token] in particles or grammar.words[token] == "."


def _person(reading: Reading, run: tuple[int, int]) -> PersonMention | None:
    grammar = reading.grammar
    first, last = run
    start = name_start(reading, first, last)
    if (
        _is_organisation(reading, last)
        or (last == start and (_is_no_surname(reading, last) or grammar.words[start - 1 : start] == ["("]))
        or is_called_a_settlement(grammar, first, last)
        or ends_in_a_thing(reading, last)
        or is_called_a_thing(reading, start, last)
        or not (grammar.words[last][:1].isupper() or is_second_half(reading, last))
    ):
        return None
    title = reading.text[grammar.starts[first] : grammar.ends[start - 1]] if start > first else None
    role = _role(reading, start, last)
    if (
        title is None
        and role is None
        and not (_acts_like_somebody(reading, start, last) or _sounds_like_somebody(reading, start, last))
    ):
        return None
    if title is None and any(_is_organisation(reading, t) or reading.is_a(t, "role") for t in range(start, last + 1)):
        return None
    if title is not None and role is None and last == start and _is_placed(reading, first, last):
        return None
    name = reading.text[grammar.starts[start] : grammar.ends[last]]
    return PersonMention(first=start, last=last, name=" ".join(name.split()), title=title, role=role)


def _is_no_surname(reading: Reading, token: int) -> bool:
    """ "General", "Maoists", "Correspondent", a town in capitals over its report."""
    grammar = reading.grammar
    if grammar.lowers[token] in RANKS | load_codebook().names.offices or grammar.tags[token] == "NNPS":
        return True
    return grammar.words[token].isupper() and bool(find_name(grammar.words[token]))


def _is_placed(reading: Reading, first: int, last: int) -> bool:
    """Whether a title and one word behind it are the name of a place: "Imam Sahib", "General Santos"."""
    grammar = reading.grammar
    return reading.is_a(last, "place", "ground") or bool(
        find_name(reading.text[grammar.starts[first] : grammar.ends[last]])
    )


def _is_organisation(reading: Reading, token: int) -> bool:
    return reading.grammar.lowers[token] in load_codebook().names.organisations or (
        reading.grammar.lemmas[token] in load_codebook().names.organisations
    )


def _role(reading: Reading, first: int, last: int) -> int | None:
    """The token of the noun that says what somebody is: before the name, or in apposition to it on either side."""
    grammar = reading.grammar
    head = _head(reading, first, last)
    before = first - 1
    while (
        before >= 0
        and (is_title(grammar.lowers[before]) or grammar.words[before] == ".")
        and grammar.tags[before] in PROPER_TAGS
    ):
        before -= 1
    if (
        before >= 0
        and grammar.tags[before] in ("NN", "NNS", "NNP")
        and grammar.lemmas[before] not in MANY
        and reading.is_a(before, *SOMEBODY)
    ):
        return before
    office = office_before(reading, first)
    if office is not None and not find_name(reading.text[grammar.starts[office + 2] : grammar.ends[last]]):
        return office
    if (noun := who_is_it(reading, head) or _who_goes_by(reading, head)) is not None:
        return noun
    for child in grammar.children[head]:
        far = grammar.tags[child] == "NNS" and child - last > FARTHEST_ROLE
        beside = grammar.deps[child] == "appos" and not far and ":" not in grammar.words[last:child]
        if beside and reading.is_a(child, *SOMEBODY):
            return child
    above = meant(grammar, grammar.heads[head])
    free = above != head and grammar.tags[above] != "NNPS"
    if grammar.deps[head] in ("appos", "nsubj") and free and reading.is_a(above, *SOMEBODY):
        return above
    if (over := _over_a_place(reading, head)) is not None:
        return over
    if _has_both_roles(reading, first, head):
        return above
    return first - 1 if first and is_title(grammar.lowers[first - 1]) and reading.is_a(first - 1, "role") else None


def _has_both_roles(reading: Reading, first: int, head: int) -> bool:
    """ "Congress leader and former minister T. S. Deo": two roles without an article are one person's."""
    grammar, above = reading.grammar, reading.grammar.heads[head]
    bare = not any(grammar.deps[c] in ("det", "poss", "nummod") for c in grammar.children[above])
    joined = grammar.deps[head] == "conj" and above < head and grammar.tags[above] in ("NN", "NNP")
    return joined and bare and above not in range(first, head + 1) and reading.is_a(above, "role")


def _over_a_place(reading: Reading, head: int) -> int | None:
    """ "A baker of Goma, Ann Kone, said": hung on the place, the name belongs to the noun over it."""
    grammar, at = reading.grammar, reading.grammar.heads[head]
    if grammar.deps[head] != "appos" or grammar.words[grammar.edges[head][0] - 1] != ",":
        return None
    while grammar.deps[at] in ("pobj", "prep", "compound") and grammar.heads[at] != at:
        at = grammar.heads[at]
    told = reading.is_a(at, "role", "person", "fighter") or _speaks_as_one_unknown(reading, at)
    return at if grammar.tags[at] == "NN" and told else None


def _speaks_as_one_unknown(reading: Reading, noun: int) -> bool:
    """ "The alcalde of Tame, Ann Kone, told": a noun that no list knows, with an article, and that speaks."""
    grammar, verb = reading.grammar, reading.grammar.heads[noun]
    told = grammar.deps[noun] == "nsubj" and grammar.lemmas[verb] in reading.index.cue_verbs
    return told and not reading.classes(noun) and any(grammar.deps[c] == "det" for c in grammar.children[noun])


def _who_goes_by(reading: Reading, head: int) -> int | None:
    """ "A farmer who identified himself as Ibrahim", "a mother who gave her name only as Asha": the noun for whom."""
    grammar = reading.grammar
    link = grammar.heads[head]
    verb = grammar.heads[link]
    if grammar.lowers[link] != "as" or grammar.deps[head] != "pobj" or grammar.lemmas[verb] not in NAMING_ONESELF:
        return None
    noun = grammar.heads[verb]
    somebody = grammar.deps[verb] in ("relcl", "acl") and reading.is_a(noun, "role", "person", "fighter", "civilian")
    return noun if somebody else None


def _head(reading: Reading, first: int, last: int) -> int:
    grammar = reading.grammar
    for token in range(last, first - 1, -1):
        if not first <= grammar.heads[token] <= last or grammar.heads[token] == token:
            return token
    return last


ALIAS = frozenset(("alias", "aka", "a.k.a.", "a.k.a", "alyas", "@"))


def _acts_like_somebody(reading: Reading, first: int, last: int) -> bool:
    """A name of two words or more that speaks, is spoken to, is "who", has an age or somebody's relatives."""
    grammar, head = reading.grammar, _head(reading, first, last)
    if last == first and (is_placed(grammar, first) or grammar.lowers[first - 1] in ("the", "a", "an")):
        return False
    if any(grammar.deps[c] == "relcl" and _who(reading, c) for c in grammar.children[head]):
        return not _is_home_of_somebody(reading, head)
    if last > first and not ALIAS.isdisjoint(grammar.lowers[last + 1 : last + 3]):
        return True
    if last + 2 < len(grammar) and grammar.words[last + 1] == "," and _is_an_age(reading, last + 2):
        return True
    if last == first or find_name(reading.text[grammar.starts[first] : grammar.ends[last]]):
        return False
    above = grammar.heads[head]
    if grammar.deps[head] in ("nsubj", "nsubjpass", "dobj", "dative", "agent", "pobj", "conj"):
        cues = reading.index.cue_verbs.get(grammar.lemmas[above], ())
        spoken = any(cue.kind in SPEAKING_SUBJECT and not cue.object_is_content for _, cue in cues)
        return spoken and grammar.deps[head] in ("nsubj", "dobj", "dative")
    return False


def _is_home_of_somebody(reading: Reading, head: int) -> bool:
    """ "An elder from Makin, who asked not to be named": "who" is the elder, wherever the parser hung it."""
    grammar, link = reading.grammar, reading.grammar.heads[head]
    placed = grammar.deps[head] == "pobj" and grammar.lowers[link] in ("from", "of", "in", "near", "at")
    return placed and reading.is_a(grammar.heads[link], "role", "person", "civilian", "fighter")


def _sounds_like_somebody(reading: Reading, first: int, last: int) -> bool:
    """Two to four words, no article, at least one that no word list knows, none that names a thing, and no place of
    that name."""
    grammar = reading.grammar
    words = [t for t in range(first, last + 1) if grammar.words[t][0].isalpha()]
    if (
        not 2 <= len(words) <= 4
        or grammar.tags[last] == "NNPS"
        or (first and grammar.lowers[first - 1] in ("the", "a", "an"))
    ):
        return False
    head = _head(reading, first, last)
    if grammar.deps[head] in ("compound", "nmod", "amod", "ROOT") or not _may_act(reading, head):
        return False
    if any(reading.classes(t) or grammar.words[t].isupper() for t in words) and not _all_capital(reading, words):
        return False
    given = grammar.lowers[first] in load_place_words().given_names
    if not given and all(simplemma.is_known(grammar.lowers[t], lang="en") for t in words):
        return False
    return not find_name(reading.text[grammar.starts[first] : grammar.ends[last]])


def _all_capital(reading: Reading, words: list[int]) -> bool:
    return all(reading.grammar.words[t].isupper() for t in words)


def _may_act(reading: Reading, head: int) -> bool:
    """Not behind a preposition of places (but "according to", "the Front of"), nor what forces take or what falls to
    them."""
    grammar, at = reading.grammar, top_of(reading.grammar, head)
    if grammar.deps[at] == "nsubj" and grammar.lemmas[grammar.heads[at]] == "fall":
        return not any(grammar.lowers[c] in ("to", "into", "under") for c in grammar.children[grammar.heads[at]])
    if grammar.deps[at] == "dobj" and grammar.lowers[grammar.heads[at]] in load_place_words().taking_verbs:
        return False
    if grammar.deps[at] != "pobj":
        return True
    link = grammar.heads[at]
    sided = grammar.lowers[link] == "to" and grammar.lowers[link - 1] in SIDING
    over = grammar.heads[link]
    led = grammar.tags[over] in PROPER_TAGS and (_is_organisation(reading, over) or grammar.words[over].isupper())
    of = grammar.lowers[link] == "of" and (led or grammar.lemmas[over] in OF_SOMEBODY)
    given = grammar.lowers[grammar.edges[at][0]] in load_place_words().given_names
    both = grammar.lowers[link] == "between" and given
    return grammar.lowers[link] in PERSON_PREPOSITIONS or sided or of or both


def _who(reading: Reading, clause: int) -> bool:
    return any(reading.grammar.lowers[c] in ("who", "whose", "whom") for c in reading.grammar.children[clause])


def _is_an_age(reading: Reading, token: int) -> bool:
    """A number between commas, and not of something: not "Juba, 47 wells"."""
    grammar, word = reading.grammar, reading.grammar.words[token]
    counts = token + 1 < len(grammar) and grammar.tags[token + 1][:2] in ("NN", "JJ", "CD")
    return word.isdecimal() and len(word) <= 3 and 1 <= int(word) <= 110 and not counts
