"""Runs of words that tell of want whatever their grammar: each word is one letter by its roles, a sentence a string of
letters, and the codebook's patterns one regular expression over it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cache
from typing import NamedTuple

from sayso.codebook import ConditionWords, load_codebook
from sayso.extract.lacking.nouns import OF_HARM
from sayso.extract.lacking.otherwise import tells_otherwise
from sayso.extract.lacking.words import Found, are_fighters, is_one_house, themes_of, words
from sayso.extract.scene import Scene
from sayso.parse import FINITE_TAGS, Grammar, hang_together

FIRST_LETTER = 0x4E00
OTHER = " "
GAPS = {"..": 2, "...": 5, "....": 9}
UNTOLD = frozenset(("demanded", "planned"))
OBJECTS = frozenset(("dobj", "obj"))
NOMINAL = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos"))
LADEN = frozenset(("packed", "full", "loaded", "crammed", "jammed"))
SELDOM = frozenset(("rarely", "seldom", "never", "not", "n't", "n’t"))
FEW = 4
"""How many words of a run say how badly people are off."""
LIVED_IN = frozenset(("health", "education"))
"""Themes of houses where people live who have nowhere else."""
NEARNESS = frozenset(("close",))
BESIDE = frozenset(
    ("people", "be", "have", "number", "a", "of", "to", "from", "for", "with", "by", "upon", "unit", "few", "quantity",
     "staff", "kin", "helper", "bringing", "level", "access_n", "use_n", "put", "outof", "permit_n", "at_n", "longer",
     "plan", "dire_level", "linked", "done", "within", "come_n", "bring_in", "asset", "venture", "leave_v", "ipc_n",
     "near", "damage_n", "measure", "rough", "price", "river", "hour", "vehicle", "only_w", "by_way", "transport",
     "ground", "airs", "using", "way", "away_w", "what_w", "little_w", "come_v", "become_w", "home_w", "assist",
     "far_w", "live_w", "find_w")
)  # fmt: skip
"""Roles of words that are not what tells of the want."""
NO_NOUNS = frozenset(("bed_down", "nature", "taught", "share", "spent"))
"""Roles that a word does not have as a noun, preposition or adverb: "house", "shelter", "a block", "close to"."""


class Runs(NamedTuple):
    """The patterns, compiled.

    letters: word -> its letter; number: the letter of numbers. done, verbless: a word's letter -> that where it is
    somebody's deed, where it is a noun. things: letters of what can be wanting; cues: of words that tell of want.
    expressions: a run's first letter -> the patterns that begin with it; either: all of
    these as one; first: those letters; themes: the theme that
    each group of the patterns gives (None: those of its things). own: themes of words of doing; states: of words of
    being. ills, cases: letters of diseases, and of what is counted of them.
    parts: the last word of a longer noun ("school year") -> its letter where it stands without the words before it.
    """

    letters: dict[str, str]
    number: str
    done: dict[str, str]
    verbless: dict[str, str]
    things: frozenset[str]
    expressions: dict[str, list[re.Pattern[str]]]
    either: dict[str, re.Pattern[str]]
    first: re.Pattern[str]
    themes: dict[str, str | None]
    own: dict[str, str]
    states: dict[str, str]
    cues: frozenset[str]
    ills: frozenset[str]
    cases: frozenset[str]
    parts: dict[str, str]


@cache
def runs() -> Runs:
    """The patterns of the codebook that ships with Sayso, compiled."""
    return _compile(load_codebook().conditions)


def _compile(book: ConditionWords) -> Runs:
    roles = _roles(book)
    sets = sorted({frozenset(names) for names in roles.values()} | {frozenset(("number",))}, key=sorted)
    sets += [less for names in sets if (less := names - {"spent"} | {"deed"}) not in sets and "spent" in names]
    sets += [less for less in {names - NO_NOUNS for names in sets if names & NO_NOUNS} if less not in sets]
    longer = _only_parts(book)
    parts = {word: frozenset(names - book.themes.keys()) for word, names in roles.items() if word in longer}
    sets += [less for less in {*parts.values()} if less and less not in sets]
    letter = {names: chr(FIRST_LETTER + at) for at, names in enumerate(sets)}
    by_role: dict[str, str] = {}
    for names, char in letter.items():
        for name in names | _wider(names & book.themes.keys()):
            by_role[name] = by_role.get(name, "") + char
    expressions, themes = _expressions(book, by_role)
    cues = frozenset(char for names, char in letter.items() if names - BESIDE - book.themes.keys())
    verbless = {letter[n]: letter[n - NO_NOUNS] for n in sets if n & NO_NOUNS}
    done = {letter[n]: letter[n - {"spent"} | {"deed"}] for n in sets if "spent" in n}
    return Runs(
        {word: letter[frozenset(names)] for word, names in roles.items()}, letter[frozenset(("number",))],
        done, verbless,
        frozenset(by_role["thing"] + by_role["ill"]), expressions, _either(expressions),
        re.compile("[" + "".join(expressions) + "]"), themes,
        dict(book.run_themes), dict(book.states), cues, frozenset(by_role["ill"]), frozenset(by_role["case"]),
        {word: letter.get(less, OTHER) for word, less in parts.items()},
    )  # fmt: skip


def _expressions(
    book: ConditionWords, by_role: dict[str, str]
) -> tuple[dict[str, list[re.Pattern[str]]], dict[str, str | None]]:
    """First letter -> the expressions of what may begin so, one for all patterns with the same first word."""
    themes: dict[str, str | None] = {}
    parts: dict[str, list[str]] = {}
    for at, pattern in enumerate(book.runs):
        run, _, theme = pattern.partition("=>")
        first, *words = run.split()
        themes[f"p{at}"] = theme.strip() or None
        parts.setdefault(_piece(first, by_role), []).append(f"(?P<p{at}>{''.join(_piece(w, by_role) for w in words)})")
    found: dict[str, list[re.Pattern[str]]] = {}
    for first, rest in parts.items():
        expression = re.compile(f"{first}(?:{'|'.join(rest)})")
        for char in sorted(set(first[1:-1])):
            found.setdefault(char, []).append(expression)
    return found, themes


def _either(expressions: dict[str, list[re.Pattern[str]]]) -> dict[str, re.Pattern[str]]:
    """First letter -> what matches where any of its expressions does."""
    return {char: re.compile("|".join(e.pattern for e in some)) for char, some in expressions.items()}


def _roles(book: ConditionWords) -> dict[str, set[str]]:
    """Word -> its roles, a theme among them where it is a thing of one."""
    roles: dict[str, set[str]] = {}
    ills, people = set(book.run_roles["ill"]), {*book.run_roles["people"], *book.run_roles["price"], *book.run_themes}
    for name, members in book.run_roles.items():
        for word in members:
            roles.setdefault(word, set()).add(name)
    harms = set(book.harms)
    for theme, nouns in book.themes.items():
        for noun in (noun for noun in nouns if noun not in harms):
            last = noun.split(" of ")[0].rsplit(" ", 1)[-1]
            if last not in ills and last not in harms and (last == noun or last not in people):
                roles.setdefault(last, set()).add(theme)
    return roles


def _only_parts(book: ConditionWords) -> set[str]:
    """The last words of things of several words, which are none by themselves: the year of "school year"."""
    nouns = {noun for theme in book.themes.values() for noun in theme}
    return {last for noun in nouns if (last := noun.split(" of ")[0].rsplit(" ", 1)[-1]) not in nouns}


def _wider(themes: Set[str]) -> set[str]:
    """The roles of a thing that do not ask for one theme."""
    return ({"thing"} if themes else set()) | ({"good"} if themes - OF_HARM else set())


def _piece(word: str, by_role: dict[str, str]) -> str:
    """One word of a pattern as an expression: gaps pass over no stop, no attack and no second negation."""
    if word in GAPS:
        return f"[^{by_role['stop']}{by_role['attack']}{by_role['none']}{by_role['not']}]{{0,{GAPS[word]}}}?"
    if word.startswith("!"):
        return f"(?![^{by_role['stop']}]{{0,4}}{_piece(word[1:], by_role)})"
    optional = "?" if word.endswith("?") else ""
    return f"[{''.join(by_role[name] for name in word.rstrip('?').split('|'))}]{optional}"


def in_runs(scene: Scene) -> Iterator[Found]:
    """All wants that runs of words tell of."""
    book, grammar = runs(), scene.grammar
    letters, done = _string(scene, book), 0
    for match in _matches(book, letters):
        ends = _own_start(scene, match.start(), match.end() - 1), match.end() - 1
        if match.start() < done or grammar.sentence_of[ends[0]] != grammar.sentence_of[ends[1]]:
            continue
        found = _found(scene, book, letters, ends, theme=book.themes[match.lastgroup or ""])
        if found is not None:
            done = match.end()
            yield found


def _own_start(scene: Scene, first: int, last: int) -> int:
    """ "Driven from their homes, and 6,100 schools stand closed": where the last word has a subject of its own behind a
    comma, the run begins there."""
    grammar, clause = scene.grammar, scene.clause(last)
    if clause is None or "," not in grammar.words[first:last]:
        return first
    subjects = (t for t in grammar.children[clause.verb] if grammar.deps[t] in ("nsubj", "nsubjpass"))
    starts = (grammar.edges[t][0] for t in subjects if grammar.tags[t] not in ("WDT", "WP", "PRP"))
    return next((at for at in starts if first < at < last and grammar.lowers[at - 1] in ("and", "but", ",")), first)


def _matches(book: Runs, letters: str) -> Iterator[re.Match[str]]:
    """What fits, also where two overlap: the first may turn out to tell of nothing."""
    for start in book.first.finditer(letters):
        at = start.start()
        if book.either[letters[at]].match(letters, at) is None:
            continue
        tried = (e.match(letters, at) for e in book.expressions[letters[at]])
        yield from (found for found in tried if found is not None)


def _string(scene: Scene, book: Runs) -> str:
    grammar = scene.grammar
    letters, lemmas, tags, deps = book.letters, grammar.lemmas, grammar.tags, grammar.deps
    found = [letters.get(lower) or letters.get(lemmas[at], OTHER) for at, lower in enumerate(grammar.lowers)]
    for at in grammar.tokens_of_lemmas(book.parts.keys()):
        if tags[at][0] == "N" and not words().themes.ending_at(lemmas, at):
            found[at] = book.parts[lemmas[at]]
    for at, char in enumerate(found):
        if tags[at] == "CD":
            found[at] = book.number
        elif char == OTHER:
            continue
        elif char in book.verbless and (tags[at][0] in "NIR" or grammar.lowers[at] in NEARNESS):
            found[at] = book.verbless[char]
        elif char in book.done and tags[at][0] == "V" and any(deps[c] in OBJECTS for c in grammar.children[at]):
            found[at] = book.done[char]
        elif char in book.things and not (_is_thing(tags[at], deps[at]) or _is_case_of(grammar, book, at, char)):
            kept = char in book.done or (tags[at][0] == "V" and char in book.cues)
            found[at] = char if kept else OTHER
    return "".join(found)


def _is_thing(tag: str, dep: str) -> bool:
    """Whether a thing of a theme is meant: a noun, or a word that the tagger took for a verb where a noun stands."""
    if dep == "compound" and tag != "NNS":
        return False
    return tag[0] == "N" or tag == "VBG" or (tag[0] in "VJ" and dep in NOMINAL)


def _is_ill(book: Runs, lower: str) -> bool:
    return book.letters.get(lower) in book.ills


def _is_case_of(grammar: Grammar, book: Runs, at: int, char: str) -> bool:
    """ "Cholera cases": a disease that stands before what is counted of it."""
    return char in book.ills and book.letters.get(grammar.lemmas[grammar.heads[at]]) in book.cases


def _found(scene: Scene, book: Runs, letters: str, ends: tuple[int, int], *, theme: str | None) -> Found | None:
    first, last = ends
    inside = range(first, last + 1)
    cue = _cue(book, [t for t in inside if letters[t] in book.cues] or [first], letters)
    if scene.status(cue).realis in UNTOLD or scene.in_name(first) or scene.in_name(last):
        return None
    near = last - first < FEW and scene.grammar.deps[last] != "ccomp"
    if (
        not (near or hang_together(scene.grammar, first, last))
        or _is_laden(scene, first, last)
        or _is_stayed_in(scene, inside)
    ):
        return None
    if tells_otherwise(scene, inside) or (theme == "shelter" and _of_fighters(scene, first)):
        return None
    themes = (theme,) if theme else _themes(scene, book, inside)
    if themes == ("shelter",) and is_one_house(scene, first):
        return None
    return Found(cue, tuple(inside), themes, last if last - cue < FEW else None) if themes else None


def _of_fighters(scene: Scene, token: int) -> bool:
    clause = scene.clause(token)
    return clause is not None and are_fighters(scene, *clause.slots.get("subject", ()))


def _cue(book: Runs, cues: list[int], letters: str) -> int:
    """The word that tells of the want: none of the things, if there is another."""
    return next((t for t in cues if letters[t] not in book.things), cues[0])


def _is_stayed_in(scene: Scene, inside: range) -> bool:
    """ "She rarely left the hospital": a place that somebody stays in is there."""
    lowers, tags = scene.grammar.lowers, scene.grammar.tags
    seldom = lowers[inside[0]] in SELDOM
    return seldom and any(lowers[t] == "left" and tags[t] == "VBD" for t in inside)


def _is_laden(scene: Scene, thing: int, last: int) -> bool:
    """ "An ambulance packed with explosives", "a truck full of policemen": what is in a vehicle is no want of it."""
    grammar = scene.grammar
    laden = grammar.lowers[last] in LADEN and any(grammar.lowers[c] in ("with", "of") for c in grammar.children[last])
    return laden and scene.reading.is_a(thing, "vehicle")


def _is_named(scene: Scene, token: int) -> bool:
    """Whether it may be a thing: not that one fears something, nor what only tells which thing is meant."""
    tag, dep = scene.grammar.tags[token], scene.grammar.deps[token]
    return dep != "compound" and (tag not in FINITE_TAGS or dep in NOMINAL)


def _themes(scene: Scene, book: Runs, inside: range) -> tuple[str, ...]:
    """The theme of a state that people are in, else those of the things, else that of what is done to people."""
    lowers, lemmas = scene.grammar.lowers, scene.grammar.lemmas
    states = tuple(book.states[lowers[t]] for t in inside if book.states.get(lowers[t], "general") != "general")
    named = (t for t in inside if _is_named(scene, t) or _is_ill(book, lowers[t]))
    things = states or themes_of(scene, *named)
    if things and LIVED_IN.issuperset(things) and any(lemmas[t] == "live" for t in inside):
        return ("shelter",)
    done = (book.own.get(lowers[t]) or book.own.get(lemmas[t]) for t in inside)
    return things[:1] if states else things or tuple(name for name in done if name)[:1]
