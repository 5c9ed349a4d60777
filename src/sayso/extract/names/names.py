"""The codebook's names of parties, found in a text by one automaton."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec
from rapidfuzz import fuzz

from sayso.codebook import PartyEntry, load_codebook
from sayso.codebook.places import load_place_words
from sayso.extract.names.introduced import Introduction, introductions, opened_names
from sayso.extract.names.name_book import (
    Form,
    NameAutomaton,
    capital_names,
    known_name,
    known_names,
    ordinary_names,
    stands_alone,
)
from sayso.extract.names.national import with_nations
from sayso.extract.reading import Reading
from sayso.parse import Grammar
from sayso.records import Span, overlaps

STRENGTH: dict[Form, int] = {"name": 0, "acronym": 1, "adjective": 2, "metonym": 3}
CAPITALS_SAMPLE = 1_000
CAPITALS = 0.7
"""From this share of capitals among its letters on, a text is matched in capitals."""


Raw = tuple[int, int, Sequence[tuple[PartyEntry, "Form"]]]


class NameMatch(msgspec.Struct, frozen=True, kw_only=True):
    """A name of the codebook in the text; first and last are its tokens, both included."""

    span: Span
    first: int
    last: int
    entry: PartyEntry
    form: Form


LONGEST_MARK = 40
"""Code points in which a compound such as "Iran-backed" stands."""
ASSOCIATED = frozenset(("political", "ngo", "other", "coalition", "armed_group", "religious"))


def head_in(grammar: Grammar, match: NameMatch) -> int:
    """The token by which a name hangs in the tree; its last where it hangs by several or none."""
    heads = [token for token in range(match.first, match.last + 1) if is_head(grammar, match, token)]
    return heads[0] if len(heads) == 1 else match.last


def is_head(grammar: Grammar, match: NameMatch, token: int) -> bool:
    """Whether a name hangs in the tree by the token: "Union" in "the Union of Nurses"."""
    return match.first <= token <= match.last and not match.first <= grammar.heads[token] <= match.last


def is_told_by(grammar: Grammar, match: NameMatch, token: int) -> bool:
    """Whether the token is the noun of a name that goes on behind it ("the Commission on Human Rights"), or the words
    of the name hang side by side on a noun ("al-Shabaab mortar fire")."""
    head = grammar.heads[match.first]
    cut = head > match.last and grammar.heads[match.last] == head
    return cut or not match.first <= grammar.heads[token] <= match.last or grammar.heads[token] == token


def are_alike(kind: str, other: str | None) -> bool:
    """Whether one party may be of both kinds: a union may be a coalition, a state is no militia."""
    return kind == other or (kind in ASSOCIATED and other in ASSOCIATED)


LINKS = frozenset(("of", "for", "in", "to", "against", "du", "de", "pour", "and"))
LIBERATING = frozenset(
    ("liberation", "resistance", "revolutionary", "patriotic", "independence", "freedom", "salvation",
     "people'", "people’", "restoration", "self-defence", "self-defense", "nationalities", "nationality", "redemption",
     "islamic", "uprising")
)  # fmt: skip
"""Words in names of armies and forces that are hardly a state's."""
LONGEST_NAME = 100
"""Characters."""
CAPITALS_ALONE = re.compile(r"\b[A-Z]{3,8}\b")
FEWEST_INITIALS = 3
"""Letters of an abbreviation that the report does not introduce."""
NEARLY = 70
"""RapidFuzz's token sort ratio from which on two long names with one acronym are one party's."""


def _in_capitals(text: str) -> bool:
    """Whether the opening of a text is written in capitals."""
    sample = text[:CAPITALS_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    return sum(map(str.isupper, sample)) >= CAPITALS * letters > 0


def find_names(reading: Reading) -> tuple[NameMatch, ...]:
    """Every name of the codebook in the report, and those that it introduces, in order.

    An acronym that several share stands for the one named in full, else for that of the country spoken of.
    """
    automaton = capital_names() if _in_capitals(reading.text) else ordinary_names()
    backed = [_of_backed(reading.text, row) for row in _longest(reading.text, automaton)]
    raw = _with_introduced(reading.text, with_nations(reading.text, backed))
    named = {entry.id for _, _, meanings in raw for entry, form in meanings if form == "name"}
    spoken_of = _countries(raw)
    ends = {end: token for token, end in enumerate(reading.grammar.ends)}
    found = []
    for start, end, meanings in raw:
        chosen = _choose(_believed(reading.text[start:end], meanings, named, spoken_of), named)
        first, last = reading.token_starting.get(start), ends.get(end)
        if (
            chosen is not None
            and first is not None
            and last is not None
            and last >= first
            and not _goes_on(reading, first)
            and not _opens_longer(reading, first, last)
            and not (chosen[1] == "acronym" and _is_a_lot(reading, first))
            and not _is_amid_hyphens(reading.text, start, end)
            and not (chosen[1] != "acronym" and _is_another_name(reading.text, (start, end), found, chosen[0]))
        ):
            found.append(NameMatch(span=(start, end), first=first, last=last, entry=chosen[0], form=chosen[1]))
    return tuple(found)


def _longest(text: str, automaton: NameAutomaton) -> Iterator[Raw]:
    """The names in a text; of "The National Front for Relief" not the newspaper that opens it."""
    for start, end, meanings in automaton.find(text):
        goes_on = text[start : start + 4] == "The " and text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
        behind = next(automaton.find(text[start + 4 : start + LONGEST_NAME]), None) if goes_on else None
        if behind is not None and behind[0] == 0 and start + 4 + behind[1] > end:
            yield start + 4, start + 4 + behind[1], behind[2]
        else:
            yield start, end, meanings


def _of_backed(text: str, row: Raw) -> Raw:
    """ "U.S.-backed Syrian forces": whose forces they are is still to be told, so that only the country is named."""
    start, end, meanings = row
    entry, form = meanings[0]
    if form != "name" or entry.kind != "state_force" or not text[start - 1 : start].isspace():
        return row
    whose, _, noun = text[start:end].rpartition(" ")
    power, sign, behind = text[max(0, start - LONGEST_MARK) : start].rstrip().replace("–", "-").rpartition("-")
    if not sign or not noun.islower() or behind.lower() not in load_codebook().descriptions.known_by:
        return row
    known, backer = known_names().get(whose, ()), known_name(power.split()[-1] if power else "")
    own = load_codebook().descriptions.behind_governments
    if not known or (backer is not None and backer.id in own.get(known[0][0].id, ())):
        return row
    return start, start + len(whose), known


def _goes_on(reading: Reading, first: int) -> bool:
    """Whether the name is only the end of a longer one: "the National Security Council" is not the UN's."""
    grammar, before = reading.grammar, first - 1
    if (
        before < 0
        or grammar.tags[before] != "NNP"
        or grammar.deps[before] != "compound"
        or not grammar.words[before].isalpha()
        or grammar.lowers[before] in load_place_words().months_and_days
    ):
        return False
    words = load_codebook().names
    titled = grammar.lowers[before] in words.titles or reading.is_a(before, "role", "group")
    return not titled and not known_names().get(grammar.words[before]) and grammar.heads[before] >= first


def _opens_longer(reading: Reading, first: int, last: int) -> bool:
    """Whether a title with its article only opens a longer name: "the National Unity Government" is no newspaper."""
    grammar = reading.grammar
    titled = grammar.lowers[first] == "the" and last + 1 < len(grammar) and grammar.tags[last + 1] in ("NNP", "NNPS")
    return titled and grammar.deps[last] == "compound" and grammar.heads[last] > last


def _is_a_lot(reading: Reading, token: int) -> bool:
    """ "21 soldiers KIA", "3 WIA": behind people or their number these letters say what became of them."""
    grammar, states = reading.grammar, load_codebook().measures.states
    if not token or not any(grammar.lowers[token] in words for words in states.values()):
        return False
    return grammar.tags[token - 1] == "CD" or reading.is_a(token - 1, "person", "soldier", "fighter", "police")


def _is_amid_hyphens(text: str, start: int, end: int) -> bool:
    """ "PORT-AU-PRINCE": letters in the middle of another name."""
    return text[start - 1 : start] == "-" and text[end : end + 1] == "-"


def _is_another_name(text: str, span: Span, before: Sequence[NameMatch], entry: PartyEntry) -> bool:
    """ "The Special Deterrence Force (Rada)": what another party is called, too."""
    start, end = span
    in_brackets = text[start - 2 : start] == " (" and text[end : end + 1] == ")"
    return in_brackets and any(match.span[1] == start - 2 and match.entry.id != entry.id for match in before[-1:])


def _with_introduced(text: str, raw: list[Raw]) -> list[Raw]:
    """Add what the report introduces: a short name stands for the party of the full one, in the codebook or new."""
    rows = list(_with_opened(text, raw))
    for intro in introductions(text):
        entry = _known_in(intro, raw)
        if entry is None:
            entry = _misnamed(intro, rows) or _new_entry(intro)
            if entry is None:
                continue
            rows = [row for row in rows if not overlaps((row[0], row[1]), intro.full_span)]
            rows += _occurrences(text, intro.full, entry, "name")
        found = _occurrences(text, intro.short, entry, "acronym")
        spans = {(start, end) for start, end, _ in found}
        rows = [row for row in rows if (row[0], row[1]) not in spans] + found
    rows += _abbreviated(text, rows)
    return sorted(dict.fromkeys((s, e, tuple(m)) for s, e, m in rows), key=lambda row: (row[0], -row[1]))


def _spells_out(intro: Introduction) -> bool:
    """Whether the short name has one letter for each capital of the full one: "Chin National Defense Force (CNDF)"."""
    return "".join(word[0] for word in intro.full.split() if word[0].isupper()) == intro.short


def _known_in(intro: Introduction, raw: Sequence[Raw]) -> PartyEntry | None:
    """The party whose name ends the full one; none where that is only a part of what the letters spell out."""
    for start, end, meanings in raw:
        entry, form = meanings[0]
        if start >= intro.full_span[0] and end == intro.full_span[1] and form == "name":
            whole = start == intro.full_span[0] or intro.short in entry.acronyms
            return entry if whole or not _spells_out(intro) else None
    return None


def _with_opened(text: str, raw: list[Raw]) -> Iterator[Raw]:
    """The rows, and the names that no list knows but whose first word is that of a group."""
    yield from raw
    for name, span, kind in opened_names(text):
        within = [row for row in raw if overlaps(span, (row[0], row[1]))]
        if all(_opens_inside(text, span, row) for row in within):
            entry = PartyEntry(id=f"introduced {name.lower()}", name=name, kind=kind)
            yield span[0], span[1], [(entry, "name")]


def _opens_inside(text: str, span: Span, row: Raw) -> bool:
    """ "Jabhat Ansar al-Hadi": the second word opens a group's name, too, but the whole is one name."""
    start, end, _ = row
    opening = text[start:end].split()[0].split("-")[0].lower()
    return span[0] < start and end <= span[1] and opening in load_codebook().names.openings


def _abbreviated(text: str, rows: Sequence[Raw]) -> Iterator[Raw]:
    """The initials of a long name that the report gives, where they stand alone and mean nobody else."""
    short = {*CAPITALS_ALONE.findall(text)} - {text[start:end] for start, end, _ in rows}
    full: dict[str, set[str]] = {}
    entries = {}
    for start, end, meanings in rows if short else ():
        entry, form = meanings[0]
        letters = "".join(word[0] for word in text[start:end].replace("-", " ").split() if word[0].isupper())
        if form == "name" and len(letters) >= FEWEST_INITIALS:
            full.setdefault(letters, set()).add(entry.id)
            entries[letters] = entry
    for letters in (letters for letters, ids in full.items() if len(ids) == 1 and letters in short):
        for found in _occurrences(text, letters, entries[letters], "acronym"):
            if not any(overlaps((found[0], found[1]), (row[0], row[1])) for row in rows):
                yield found


def _misnamed(intro: Introduction, rows: Sequence[Raw]) -> PartyEntry | None:
    """The party that already has this short name, where the full one is nearly its own: a report may get a name
    wrong."""
    for _, _, meanings in rows:
        entry, form = meanings[0]
        if (
            form == "acronym"
            and intro.short in entry.acronyms
            and fuzz.token_sort_ratio(intro.full, entry.name) >= NEARLY
        ):
            return entry
    return None


def _new_entry(intro: Introduction) -> PartyEntry | None:
    """A party that only this report knows; its kind by the last telling word of its name before "of" or "for": a "Watch
    Group" watches."""
    kinds = load_codebook().names.organisations
    words = [simple.rstrip("s") if simple not in kinds else simple for simple in intro.full.lower().split()]
    kind = next((kinds[word] for word in _heads_first(words) if word in kinds), None)
    if "group" in words and kind == kinds["group"] and "ngo" in map(kinds.get, words[: words.index("group")]):
        kind = "ngo"
    if kind == "state_force" and is_hardly_a_states(words):
        kind = "armed_group"
    if kind is None and not intro.short.isupper():
        return None
    return PartyEntry(
        id=f"introduced {intro.full.lower()}",
        name=intro.full,
        kind=kind or "other",
        stands_for=load_codebook().descriptions.introduced.get(kind or "other", ()),
    )


def is_hardly_a_states(words: Iterable[str]) -> bool:
    """Whether a word of an army's or a force's name says that it is no state's: "People's Defence Force"."""
    return any(word in LIBERATING or word.rstrip("s") in LIBERATING for word in words)


def _heads_first(words: Sequence[str]) -> list[str]:
    """The words of a name from the noun that it is about backwards, then what stands behind "of" or "for"."""
    at = next((at for at, word in enumerate(words) if word in LINKS), len(words))
    return [*reversed(words[:at]), *words[at:]]


def _occurrences(text: str, name: str, entry: PartyEntry, form: Form) -> list[Raw]:
    return [
        (match.start(), match.end(), [(entry, form)])
        for match in re.finditer(re.escape(name), text)
        if stands_alone(text, match.start(), match.end())
    ]


def _countries(raw: Sequence[Raw]) -> Counter[str]:
    """How often each country is spoken of, by its own name or a party's."""
    plain = (meanings[0] for _, _, meanings in raw if len(meanings) == 1)
    return Counter(entry.country for entry, form in plain if form != "acronym" and entry.country)


def _believed(
    short: str, meanings: Sequence[tuple[PartyEntry, Form]], named: set[str], spoken_of: Counter[str]
) -> Sequence[tuple[PartyEntry, Form]]:
    """What an acronym can mean where none of its parties is named in full: that of the country spoken of most."""
    doubtful = len(meanings) > 1 or (bool(spoken_of) and short in load_codebook().names.doubtful)
    if not doubtful or any(form != "acronym" or entry.id in named for entry, form in meanings):
        return meanings
    likely = [meaning for meaning in meanings if spoken_of[meaning[0].country or ""]]
    return sorted(likely, key=lambda meaning: -spoken_of[meaning[0].country or ""])[:1]


def _choose(meanings: Sequence[tuple[PartyEntry, Form]], named: set[str]) -> tuple[PartyEntry, Form] | None:
    if len(meanings) <= 1:
        return meanings[0] if meanings else None
    best = min(STRENGTH[form] for _, form in meanings)
    strongest = [(entry, form) for entry, form in meanings if STRENGTH[form] == best]
    spoken = [(entry, form) for entry, form in meanings if entry.id in named and form != "name"]
    if best == STRENGTH["name"]:
        return strongest[0]
    return spoken[0] if len({entry.id for entry, _ in spoken}) == 1 else strongest[0] if len(strongest) == 1 else None
