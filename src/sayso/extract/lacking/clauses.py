"""Clauses that tell of want: who goes without, what gives out, how people live."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from sayso.extract.lacking.kept import hampered, stopped, unreached
from sayso.extract.lacking.words import (
    BEING,
    HAS,
    PRICES,
    RISING,
    RULERS,
    Found,
    are_fighters,
    found_of,
    is_one_house,
    themes_of,
    words,
)
from sayso.extract.scene import Scene
from sayso.parse import Clause, Grammar, conjuncts, meant, prepositional

NAMING, NEEDS = frozenset(("be", "remain", "include")), frozenset(("need", "priority", "requirement"))
ISOLATING = frozenset(("cut off", "isolate", "strand", "maroon"))
"""What leaves people without access, whatever they are cut off from."""
SOME = frozenset(
    ("many", "most", "some", "others", "few", "more", "all", "both", "who", "newcomers", "everyone", "third", "half",
     "quarter", "cent", "percent", "%", "majority", "one", "number", "thousands", "hundreds", "millions", "scores")
)  # fmt: skip
EATEN = {"eat": "food", "drink": "water"}
ENOUGH, LITTLE = frozenset(("enough", "anything", "much")), frozenset(("nothing", "little"))
OUTAGES = frozenset(("knock out", "disrupt", "interrupt", "paralyse", "paralyze", "cripple"))
GIVING_OUT = frozenset(("run out", "run low", "run short", "dwindle", "dry up", "deteriorate", "worsen", "disappear"))
"""What nobody plans for a thing to do."""
MANY = frozenset(("they", "them", "we", "us", "themselves"))
UNTOLD = frozenset(("demanded",))
PEOPLE = frozenset(("civilians", "people", "ethnic", "religious"))


def in_clause(scene: Scene, clause: Clause) -> Iterator[Found]:
    """All wants that a clause tells of."""
    if clause.kind == "nominal":
        return
    state = None if _severed(scene, clause) is not None else _state(scene, clause)
    found = state or (_first(scene, clause) if _may_tell(scene, clause) else None)
    if found is None:
        return
    realis = scene.status(clause.predicate).realis
    planned = realis == "planned" and clause.modal is None and clause.lemma not in GIVING_OUT
    untold = realis == "negated" if state else realis in UNTOLD or planned
    if not untold:
        yield found


def _may_tell(scene: Scene, clause: Clause) -> bool:
    verbs = words().verbs
    return clause.kind == "adjectival" or clause.lemma in verbs or scene.grammar.lemmas[clause.verb] in verbs


def _first(scene: Scene, clause: Clause) -> Found | None:
    return next((found for ask in _asks() if (found := ask(scene, clause)) is not None), None)


@cache
def _asks() -> tuple[Callable[[Scene, Clause], Found | None], ...]:
    """The kinds of want, the surest first."""
    people = (_severed, _wanting, _starved, _failing, _killing, _living_on, _sleeping)
    return (*people, _hungry, _working, _stock, _shared, stopped, _priced, _poor, unreached, hampered, _unsure, _needed)


def _state(scene: Scene, clause: Clause) -> Found | None:
    """People who are malnourished, hungry, crammed into a place."""
    grammar, states = scene.grammar, words().states
    theme = states.get(clause.lemma) or states.get(grammar.lowers[clause.predicate]) or _long_state(scene, clause)
    theme = theme or states.get(" ".join(grammar.lowers[clause.predicate - 1 : clause.predicate + 1]))
    if theme is None or not (_is_of_people(scene, clause) or _is_of_place(scene, clause)):
        return None
    if "object" in clause.slots and not clause.passive and clause.kind == "verbal":
        return None
    if grammar.lowers[clause.predicate : clause.predicate + 2] in (["sick", "of"], ["sick", "and"]):
        return None
    tokens = (*clause.fillers("subject", "object"), *(t for t in clause.slots.get("into", ())))
    return Found(clause.predicate, tokens, (theme,))


def _long_state(scene: Scene, clause: Clause) -> str | None:
    """States of several words: "are out of school", "are in need"."""
    if clause.kind != "verbal" or scene.grammar.lemmas[clause.verb] not in ("be", "remain", "stay"):
        return None
    for slot, fillers in clause.slots.items():
        for filler in fillers:
            if theme := words().states.get(f"{slot} {scene.grammar.lowers[filler]}"):
                return theme
    return None


def _is_of_place(scene: Scene, clause: Clause) -> bool:
    """ "The east of the city is cut off"."""
    tokens = clause.fillers("subject", "object")
    return any(t in scene.setting.places or scene.reading.is_a(t, "place", "territory", "site") for t in tokens)


def _is_of_people(scene: Scene, clause: Clause) -> bool:
    tokens = clause.fillers("subject", "object")
    heads = [meant(scene.grammar, t) for t in tokens]
    if any(scene.reading.is_a(t, "civilian", "held") for t in heads):
        return True
    return any(
        scene.kind(t) in PEOPLE or scene.grammar.tags[t] == "CD" or scene.grammar.lowers[t] in SOME | MANY
        for t in heads
    )


def _wanting(scene: Scene, clause: Clause) -> Found | None:
    """ "Residents lack food", "the ward has run out of blood", "families queue for bread"."""
    out_of = clause.slots.get("out of", ()) if clause.lemma in ("be", "run") else ()
    if clause.lemma == "short" and not clause.negated:
        out_of = prepositional(scene.grammar, clause.predicate, "of", "on")
        out_of = tuple(dict.fromkeys(t for thing in out_of for t in conjuncts(scene.grammar, thing)))
        return found_of(scene, clause, tuple(t for t in out_of if themes_of(scene, t)))
    if clause.negated or not (out_of or clause.lemma in words()["want_verbs"]) or _is_said_beside(scene, clause):
        return None
    things = tuple(t for slot in ("object", "of", "for", "from", "on", "without") for t in clause.slots.get(slot, ()))
    found = found_of(scene, clause, tuple(t for t in things if themes_of(scene, t)))
    return None if found is not None and _is_of_state(scene, clause, found) else found


def _is_of_state(scene: Scene, clause: Clause, found: Found) -> bool:
    """ "The country needs money and security": a state's business."""
    ruling = any(scene.kind(t) in RULERS for t in clause.slots.get("subject", ()))
    return ruling and clause.lemma in ("need", "require") and {*found.themes} <= {"general", "access", "protection"}


def _is_said_beside(scene: Scene, clause: Clause) -> bool:
    """ "Badly needed aid would reach them": what a thing is called beside what is told of it."""
    return clause.lemma in ("need", "require") and scene.grammar.deps[clause.predicate] == "amod"


def _severed(scene: Scene, clause: Clause) -> Found | None:
    """ "Shelling has cut off thousands of civilians from food and water": what stands behind "from" or "of"."""
    objects = clause.slots.get("object", ())
    if clause.lemma not in words()["severing_verbs"] or clause.negated or not _some_people(scene, objects):
        return None
    inner = (*objects, *(t for o in objects for t in prepositional(scene.grammar, o, "of")))
    things = [t for slot in ("from", "of") for t in clause.slots.get(slot, ())]
    things += [t for o in inner for t in prepositional(scene.grammar, o, "from")]
    if not things and clause.lemma in ISOLATING:
        return Found(clause.predicate, inner, ("access",))
    all_of_them = dict.fromkeys(t for thing in things for t in (thing, *conjuncts(scene.grammar, thing)))
    return found_of(scene, clause, tuple(t for t in all_of_them if themes_of(scene, t)), *inner)


def _starved(scene: Scene, clause: Clause) -> Found | None:
    """ "The siege starved residents"."""
    objects = clause.slots.get("object", ()) if clause.lemma == "starve" and not clause.negated else ()
    return Found(clause.predicate, objects, ("food",)) if _some_people(scene, objects) else None


def _some_people(scene: Scene, tokens: tuple[int, ...]) -> bool:
    heads = [meant(scene.grammar, t) for t in tokens]
    grammar = scene.grammar
    named = ("civilian", "person", "held")
    single = {t for t in heads if grammar.tags[t] == "NN" and grammar.lemmas[t] not in words()["collectives"]}
    return any(grammar.lowers[t] in MANY or (t not in single and scene.reading.is_a(t, *named)) for t in heads)


def _hungry(scene: Scene, clause: Clause) -> Found | None:
    """ "They do not have enough to eat", "have nothing to drink"."""
    grammar = scene.grammar
    for thing in clause.slots.get("object", ()) if clause.lemma in HAS else ():
        eaten = next((c for c in grammar.children[thing] if grammar.lemmas[c] in EATEN), None)
        enough = grammar.lowers[thing] in ENOUGH
        if eaten is not None and (grammar.lowers[thing] in LITTLE or (clause.negated and enough)):
            return Found(clause.predicate, (*clause.slots.get("subject", ()), eaten), (EATEN[grammar.lemmas[eaten]],))
    return None


def _unsure(scene: Scene, clause: Clause) -> Found | None:
    """ "They do not know where their next meal will come from"."""
    grammar = scene.grammar
    if clause.lemma != "know" or not clause.negated:
        return None
    after = grammar.sentences[grammar.sentence_of[clause.predicate]][1]
    meals = (
        t for t in range(clause.predicate + 1, after) if grammar.lemmas[t] == "meal" and grammar.lowers[t - 1] == "next"
    )
    return next((Found(clause.predicate, (*clause.slots.get("subject", ()), t), ("food",)) for t in meals), None)


def _failing(scene: Scene, clause: Clause) -> Found | None:
    """ "Water is running short", "schools have been shut", "bread has doubled in price"."""
    lists, lemma = words(), clause.lemma
    harm = lemma in lists["harm_verbs"]
    if clause.negated or not (harm or lemma in lists["fail_verbs"]):
        return None
    things = tuple(t for t in _undone(scene, clause) if not (_is_cheap(scene, lemma, t) or is_one_house(scene, t)))
    themes = tuple(theme for theme in themes_of(scene, *things) if theme != "protection")
    if not themes:
        return None
    if harm and not (clause.perfect and set(themes) & lists["harm_themes"]):
        return None
    if lemma in lists["dear_verbs"] and not _is_dear(scene, clause, things):
        return None
    return found_of(scene, clause, tuple(t for t in things if themes_of(scene, t)))


def _is_cheap(scene: Scene, lemma: str, token: int) -> bool:
    """ "Cut prices": what falls is no dearer."""
    return scene.grammar.lemmas[token] in PRICES and lemma not in words()["dear_verbs"]


def _undone(scene: Scene, clause: Clause) -> tuple[int, ...]:
    """What gives out: the subject of a verb without object, the object where nobody acts."""
    if clause.passive:
        return () if "subject" in clause.slots else clause.slots.get("object", ())
    if clause.lemma in OUTAGES and not any(scene.kind(t) for t in clause.slots.get("subject", ())):
        return clause.slots.get("object", clause.slots.get("subject", ()))
    return () if "object" in clause.slots else clause.slots.get("subject", ())


def _is_dear(scene: Scene, clause: Clause, things: tuple[int, ...]) -> bool:
    grammar, dear = scene.grammar, words()["dear_words"]
    first, last = grammar.edges[clause.verb]
    around = {grammar.lemmas[t] for t in range(first, last + 1) if abs(t - clause.verb) < 9}
    around |= {grammar.lowers[t] for t in range(first, last + 1) if abs(t - clause.verb) < 9}
    return bool(dear & around) and bool(things)


def _killing(scene: Scene, clause: Clause) -> Found | None:
    """ "Diarrhoea has claimed four lives", "hunger is spreading"."""
    if clause.lemma not in words()["killing_verbs"] or clause.negated:
        return None
    subjects = clause.slots.get("subject", ())
    grammar, killing = scene.grammar, words()["killing_words"]
    called = ((t, *(c for c in grammar.children[t] if grammar.deps[c] in ("compound", "amod"))) for t in subjects)
    return found_of(scene, clause, tuple(t for row in called for t in row if grammar.lemmas[t] in killing))


def _living_on(scene: Scene, clause: Clause) -> Found | None:
    """ "They had lived on flour and water", "families are eating leaves"."""
    lists, lemmas = words(), scene.grammar.lemmas
    if clause.lemma in lists["live_on_verbs"]:
        on = clause.slots.get("on", ())
        if any(lemmas[t] in lists["poor_food"] or "food" in themes_of(scene, t) for t in on):
            return Found(clause.predicate, (*clause.slots.get("subject", ()), *on), ("food",))
    eaten = clause.slots.get("object", ()) if clause.lemma == "eat" else ()
    around = {lemmas[c] for t in eaten for c in (t, *scene.grammar.children[t])}
    if around & lists["poor_food"]:
        return Found(clause.predicate, (*clause.slots.get("subject", ()), *clause.slots["object"]), ("food",))
    return None


def _sleeping(scene: Scene, clause: Clause) -> Found | None:
    """ "Families are sleeping in the open": rough places only, and people only."""
    lists, lemmas = words(), scene.grammar.lemmas
    if (
        clause.lemma not in lists["sleep_verbs"]
        or not _is_of_people(scene, clause)
        or are_fighters(scene, *clause.slots.get("subject", ()))
    ):
        return None
    places = [t for slot in ("in", "on", "under", "among", "at", "into") for t in clause.slots.get(slot, ())]
    crowded = clause.lemma in lists["crowding_verbs"]
    bad = lists["sleep_places"] | lists["rough_words"] if crowded else lists["rough_words"]
    rough = tuple(t for t in places if lemmas[t] in bad)
    return Found(clause.predicate, (*clause.slots.get("subject", ()), *rough), ("shelter",)) if rough else None


def _working(scene: Scene, clause: Clause) -> Found | None:
    """ "Fewer than half of the hospitals are working", "fifteen of 36 clinics function in part"."""
    lists, grammar = words(), scene.grammar
    if clause.lemma not in lists["working_verbs"] and clause.lemma not in lists["working_words"]:
        return None
    subjects = tuple(s for s in clause.slots.get("subject", ()) if "object" not in clause.slots)
    things = tuple(t for s in subjects for t in (s, meant(grammar, s), *_whole(scene, s)) if themes_of(scene, t))
    first, last = grammar.edges[clause.verb]
    beside = [t for t in range(first, last + 1) if grammar.deps[t] != "pobj" and grammar.heads[t] == clause.verb]
    said = (*beside, *(t for s in subjects for t in range(grammar.edges[s][0], grammar.edges[s][1] + 1)))
    limited = any(grammar.lowers[t] in lists["limits"] for t in said)
    return found_of(scene, clause, things[:1], *subjects) if limited else None


def _whole(scene: Scene, token: int) -> tuple[int, ...]:
    """The whole that stands at the head of the sentence: "of the capital's hospitals fewer than half"."""
    grammar = scene.grammar
    links = ("of", "in") if grammar.tags[token] == "CD" else ("of",)
    inner = prepositional(grammar, token, *links)
    first = grammar.sentences[grammar.sentence_of[token]][0]
    return inner or (prepositional(grammar, grammar.heads[first], "of") if grammar.lowers[first] == "of" else ())


def _stock(scene: Scene, clause: Clause) -> Found | None:
    """ "We have fuel for four days"."""
    grammar = scene.grammar
    if clause.lemma not in HAS or clause.negated:
        return None
    objects = clause.slots.get("object", ())
    spans = [*clause.slots.get("for", ()), *(t for o in objects for t in prepositional(grammar, o, "for"))]
    spans += [t for s in spans for t in prepositional(grammar, s, "for")]
    if not any(grammar.lemmas[t] in words()["stock_units"] for t in spans):
        return None
    stocks = (t for t in objects if not _is_ample(grammar, t) and set(themes_of(scene, t)) - {"access"})
    return found_of(scene, clause, tuple(stocks), *spans)


def _is_ample(grammar: Grammar, token: int) -> bool:
    """ "They had enough food for months"."""
    return any(grammar.lowers[c] in ("enough", "sufficient", "ample", "more") for c in grammar.children[token])


def _shared(scene: Scene, clause: Clause) -> Found | None:
    """ "Families share a single latrine"."""
    grammar, objects = scene.grammar, clause.slots.get("object", ())
    if clause.lemma != "share":
        return None
    few = tuple(t for t in objects if any(_is_few(scene, c) for c in grammar.children[t]))
    return found_of(scene, clause, few)


def _is_few(scene: Scene, token: int) -> bool:
    return scene.grammar.deps[token] == "nummod" or scene.grammar.lowers[token] in words()["shared_words"]


def _needed(scene: Scene, clause: Clause) -> Found | None:
    """ "The most urgent needs are food and shelter", "priorities include clean water"."""
    grammar, lemma = scene.grammar, scene.grammar.lemmas[clause.verb]
    subjects = clause.slots.get("subject", ()) if lemma in NAMING and not clause.negated else ()
    if not any(grammar.lemmas[t] in NEEDS for t in subjects):
        return None
    named = {t for slot in ("object", "complement") for t in clause.slots.get(slot, ())}
    named |= {c for c in grammar.children[clause.verb] if grammar.deps[c] in ("attr", "dobj")}
    things = tuple(t for first in sorted(named) for t in conjuncts(grammar, first) if themes_of(scene, t))
    found = found_of(scene, clause, tuple(dict.fromkeys(things)), *subjects)
    return found._replace(token=subjects[0]) if found is not None else None


def _priced(scene: Scene, clause: Clause) -> Found | None:
    """ "The price of a sack of rice has gone from 10 to 30 dollars"."""
    subjects = clause.slots.get("subject", ())
    prices = tuple(t for t in subjects if scene.grammar.lemmas[t] in ("price", "cost", "rent"))
    rises = clause.lemma in RISING
    return found_of(scene, clause, prices) if prices and rises and not clause.negated else None


def _poor(scene: Scene, clause: Clause) -> Found | None:
    """ "Food and water are scarce", "bakeries remain shut", "clean water is impossible to find"."""
    grammar, adjectives = scene.grammar, words()["lacking_adjectives"]
    if clause.kind != "adjectival" and scene.grammar.lemmas[clause.verb] not in BEING:
        return None
    said = [clause.predicate, *clause.slots.get("complement", ())]
    said += [c for c in grammar.children[clause.verb] if grammar.deps[c] in ("acomp", "oprd", "advmod", "prt")]
    if clause.negated or not any({grammar.lowers[t], grammar.lemmas[t]} & adjectives for t in said):
        return None
    return found_of(scene, clause, tuple(t for t in clause.slots.get("subject", ()) if themes_of(scene, t)), *said)
