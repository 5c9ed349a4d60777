"""The words of want, and the themes of things: what all questions of conditions ask."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from sayso.codebook import ConditionWords, Phrases, load_codebook
from sayso.extract.scene import Scene
from sayso.parse import Clause, Grammar, conjuncts, prepositional

HAS = frozenset(("have", "hold", "get"))
BEING = frozenset(("be", "remain", "stay", "become"))
REACHING = frozenset(("reach", "access", "enter", "deliver"))
RISING = frozenset(("go", "go up", "jump", "increase", "reach", "climb", "rise"))
OTHER_VERBS = REACHING | RISING | {"eat", "share", "starve", "know", "include"}
VERB_LISTS = (
    "want_verbs", "fail_verbs", "harm_verbs", "killing_verbs", "live_on_verbs", "sleep_verbs", "working_verbs",
    "working_words", "stopping_verbs", "barring_verbs", "crowding_verbs", "hampering_verbs", "severing_verbs",
)  # fmt: skip
PRICES = frozenset(("price", "cost"))
"""Of what nobody lives by ("the price of gold") these tell nothing."""
OF_GOODS = PRICES | {"supply", "stock", "reserve", "production", "delivery", "import", "distribution", "shortage"}
"""What takes its theme from the word before it: "cereal prices", "milk stocks"."""
STOCKS = frozenset(("supply", "stock", "reserve"))
ACCESS = frozenset(("access", "entry", "passage"))
SERVED = frozenset(("food", "water", "health", "nutrition", "electricity", "education", "sanitation"))
"""Themes of what one has access to; the way to a camp is access itself."""
OF_STATES = frozenset(
    (
        "military",
        "economic",
        "financial",
        "foreign",
        "monetary",
        "budgetary",
        "lethal",
        "security",
        "legal",
        "government",
    )
)
"""Aid, services and clearances of these kinds are states' business, nothing that people live by."""

IDIOMS = {
    "market": frozenset(("stock", "property", "bond", "currency", "oil", "financial", "housing")),
    "route": frozenset(("supply",)),
    "road": frozenset(("supply",)),
    "bed": frozenset(("flower", "river", "garden", "sea")),
}
"""Things of a theme -> words before them that make them another thing."""
UNDER_ARMS = frozenset(("state_force", "armed_group", "coalition"))
ARMED = frozenset(("fighters", "soldiers", "police"))
TO_RULE = frozenset(("to", "for", "from", "in", "into", "on"))
RULERS = frozenset(("person", "state", "political", "state_force", "armed_group"))


class Found(NamedTuple):
    """A word of want, the other tokens of what it says, the themes of these, and the last of its words if known."""

    token: int
    tokens: tuple[int, ...]
    themes: tuple[str, ...]
    last: int | None = None


class Words:
    """The word lists of conditions, ready for asking."""

    def __init__(self, book: ConditionWords) -> None:
        self.book = book
        self.themes = Phrases((noun, theme) for theme, nouns in book.themes.items() for noun in nouns)
        self.harms = Phrases((noun, noun) for noun in book.harms)
        self.nouns = Phrases((noun, noun) for noun in book.lacking_nouns)
        self.of_want = frozenset((*self.themes.table, *self.nouns.table))
        self.states = dict(book.states)
        self.verbs = frozenset(v for name in VERB_LISTS for v in getattr(book, name)) | HAS | BEING | OTHER_VERBS
        self.sets = {
            name: frozenset(value) for name in book.__struct_fields__ if isinstance(value := getattr(book, name), tuple)
        }

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.sets[name]


@cache
def words() -> Words:
    """The lists of the codebook that ships with Sayso."""
    return Words(load_codebook().conditions)


def themes_of(scene: Scene, *tokens: int) -> tuple[str, ...]:
    """The themes of things, each once: a price or a lack takes those of what it is a price of."""
    lemmas, found = scene.grammar.lemmas, []
    for token in tokens:
        if any(lemmas[c] in OF_STATES for c in scene.grammar.children[token]) or _is_another(scene, token):
            continue
        inner = [t for t in prepositional(scene.grammar, token, "of", "to", "for") if t != token]
        inner += [t for other in inner for t in prepositional(scene.grammar, other, "of")]
        inner += [t for other in inner for t in conjuncts(scene.grammar, other) if t not in inner]
        own = [theme for _, theme in words().themes.ending_at(lemmas, token)][:1]
        if lemmas[token] in OF_GOODS and own in ([], ["general"], ["access"]):
            inner += [c for c in scene.grammar.children[token] if scene.grammar.deps[c] in ("compound", "nmod")]
        below = [theme for t in inner for _, theme in words().themes.ending_at(lemmas, t)[:1]]
        of_nothing = inner and not below and lemmas[token] in PRICES
        if lemmas[token] in ACCESS and (to := [theme for theme in below if theme in SERVED]):
            own, below = [], to
        stock = own == ["access"] and lemmas[token] in STOCKS
        found += below if below and (stock or own in ([], ["general"])) else [] if of_nothing else own
    return tuple(dict.fromkeys(found))


def found_of(scene: Scene, clause: Clause, things: tuple[int, ...], *others: int) -> Found | None:
    """The want that a clause tells of, with the themes of its things; None where these have none."""
    themes = themes_of(scene, *things)
    tokens = (*things, *others, *clause.slots.get("subject", ()), *clause.slots.get("object", ()))
    here = tuple(t for t in tokens if scene.grammar.sentence_of[t] == scene.grammar.sentence_of[clause.predicate])
    return Found(clause.predicate, here, themes) if themes else None


def are_fighters(scene: Scene, *tokens: int) -> bool:
    """Men under arms sleep rough without wanting a home."""
    return any(scene.kind(t) in UNDER_ARMS or any(c.group in ARMED for c in scene.reading.classes(t)) for t in tokens)


def is_one_house(scene: Scene, token: int) -> bool:
    """ "Their house collapsed", "a roof was burned": what befell one building, and nobody's lot."""
    single = scene.grammar.tags[token] == "NN" and scene.reading.is_a(token, "structure")
    return single and themes_of(scene, token) == ("shelter",)


def is_harm(scene: Scene, token: int) -> bool:
    """ "No curfew", "without waste": a thing that nobody misses."""
    return any(words().harms.ending_at(scene.grammar.lemmas, token))


def _is_another(scene: Scene, token: int) -> bool:
    """Whether the word is used of another thing."""
    return _is_poison(scene, token) or _is_rule(scene, token) or _is_idiom(scene.grammar, token)


def _is_idiom(grammar: Grammar, token: int) -> bool:
    """ "A heart condition", "out of service", "the stock market", "the supply route": nothing that people live by."""
    lemma, above = grammar.lemmas[token], grammar.heads[token]
    if lemma == "condition":
        return grammar.tags[token] == "NN"
    if lemma == "service":
        return grammar.lowers[above] == "of" and grammar.lowers[above - 1] == "out"
    before = IDIOMS.get(lemma)
    return before is not None and any(grammar.lemmas[c] in before for c in grammar.children[token] if c < token)


def _is_rule(scene: Scene, token: int) -> bool:
    """ "Assumed power", "is out of power": power over people, by the verb or a preposition of its own."""
    grammar = scene.grammar
    if grammar.lemmas[token] != "power":
        return False
    above, way = grammar.heads[token], grammar.deps[token]
    if way == "pobj":
        link, above = grammar.lowers[above], grammar.heads[above]
        if link in TO_RULE:
            return grammar.lemmas[above] in words()["ruling"]
        return link == "of" and grammar.lowers[above] == "out" and _is_somebody(scene, above)
    return way == "dobj" and grammar.lemmas[above] in words()["ruling"]


def _is_somebody(scene: Scene, link: int) -> bool:
    """Whether one person, or a party that rules, is said to be out of it."""
    grammar = scene.grammar
    subjects = (c for c in grammar.children[grammar.heads[link]] if grammar.deps[c] in ("nsubj", "nsubjpass"))
    return any(grammar.lowers[c] in ("he", "she") or scene.kind(c) in RULERS for c in subjects)


def _is_poison(scene: Scene, token: int) -> bool:
    """ "The gas killed 40": no gas that one cooks with."""
    if scene.grammar.lemmas[token] != "gas":
        return False
    first, after = scene.grammar.sentences[scene.grammar.sentence_of[token]]
    return not words()["poison"].isdisjoint(scene.grammar.lemmas[first:after])
