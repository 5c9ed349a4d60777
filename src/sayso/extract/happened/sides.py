"""Who did it to whom: the sides of a framed clause as parties and people."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.extract.framing.framed import Framed
from sayso.extract.scene import Scene
from sayso.parse import appositions, meant, prepositional

FORCES = frozenset(("state_force", "armed_group"))
ON_PEOPLE = frozenset(("beat", "torture", "sexual", "abduct", "targeted", "arrest", "release", "crowd-control"))
"""Modes of deeds that are done to people."""
LIKE_PEOPLE = ("er", "or", "ist", "man", "woman", "ian", "eer", "ant", "ee", "mate", "folk", "hand")
"""How nouns for people end."""
FIGHTING = frozenset(("fight", "battle", "engage", "combat", "duel"))
RIVALS = frozenset(("rival", "warring", "opposing", "feuding", "both", "two", "hostile", "competing"))
ABOUT_DEEDS = frozenset(("REQUEST", "ACCUSE", "PROTEST"))
"""Types of words about a deed: "protested the killing of a boy" is against no boy."""
GIVEN_BACK = frozenset(("release", "access"))
CARRYING = frozenset(("carry", "transport", "house", "host", "shelter", "take", "bring", "belong", "hold", "man"))
ARMED = ("group", "armed", "fighter")
HELD = frozenset(("hold", "control", "occupy", "guard", "man", "defend", "garrison", "use", "run", "staff"))
BODIES = FORCES | {"coalition", "political", "intergovernmental", "ngo", "state"}
"""Kinds of those who have sites of their own: what befalls their base befalls them."""
MADE_FOR = "passenger"
"""Who stands before a train or a plane that need carry none."""
AIMED_AT = frozenset(
    ("target", "asset", "interest", "leg", "arm", "hand", "foot", "throat", "head", "skull", "face", "chest", "eye",
     "debt", "loan", "door", "doorstep", "account")
)  # fmt: skip


def sides_of(scene: Scene, item: Framed) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who does it and who undergoes it; both sides of a fight stand in both."""
    actor, recipient = _actors(scene, item), _recipients(scene, item)
    recipient = tuple(dict.fromkeys((*recipient, *scene.who(*item.hurt)))) if item.hurt else recipient
    if item.frame.two_sided or _is_between(item):
        sides = tuple(dict.fromkeys((*actor, *recipient)))
        return sides, () if len(sides) == 1 and not recipient and _fights_nobody_named(scene, item) else sides
    if item.frame.type == "ASSAULT" or any(scene.how(token) for token in item.recipients):
        recipient = tuple(who for who in recipient if who not in actor)
    return actor, recipient


def _is_between(item: Framed) -> bool:
    """ "Violence between farmers and herders"."""
    between = item.clause.slots.get("between", ()) if item.frame.type == "ASSAULT" else ()
    return len(between) > 1 and between == item.actors


def _fights_nobody_named(scene: Scene, item: Framed) -> bool:
    """ "Militias fighting to seize the town": against others, who are not named; "rival militias fought" each
    other."""
    if item.clause.lemma not in FIGHTING or item.clause.kind != "verbal":
        return False
    return not any(scene.grammar.lowers[c] in RIVALS for t in item.actors for c in scene.grammar.children[t])


def _actors(scene: Scene, item: Framed) -> tuple[str, ...]:
    """Who does it. In talks and the like a capital or a country is its state; of violence it may be the place, and is
    where something was fired from it."""
    if item.frame.type == "ASSAULT":
        fired_from = [t for t in item.clause.slots.get("from", ()) if t in scene.setting.places]
        doers = (token for token in item.actors if token not in fired_from)
        return _speaks_for(scene, item) or scene.who(*doers) or scene.who(*_holding(scene, item.actors))[:1]
    states = [t for t in item.actors if item.frame.type not in ("FLEE", "OTHER", "PROTEST")]
    return scene.who(*item.actors) or scene.state(*states)


def _holding(scene: Scene, actors: Sequence[int]) -> tuple[int, ...]:
    """ "A police post opened fire": whose site it was fired from."""
    return _whose(scene, [t for t in actors if _is_common_ground(scene, t)])


def _speaks_for(scene: Scene, item: Framed) -> tuple[str, ...]:
    """ "The army's spokesman denied killing them": those for whom somebody denies it."""
    saying = scene.saying_at(item.clause.predicate)
    denied = saying is not None and saying.act == "deny" and set(item.actors) <= set(saying.speakers)
    return scene.sides(*item.actors) if denied else ()


def _recipients(scene: Scene, item: Framed) -> tuple[str, ...]:
    """Who undergoes it. A place in such a slot is where it happened; a state's name may be both: in violence its
    capital is not."""
    places = [t for t in item.recipients if t in scene.setting.places]
    going = item.frame.type in ("FLEE", "RETREAT", "MOBILIZE") and item.frame.mode not in GIVEN_BACK
    moving = going or item.frame.control is not None
    states = [t for t in places if not moving and not (item.frame.type == "ASSAULT" and scene.is_metonym(t))]
    others = [t for t in item.recipients if t not in places]
    things = [t for t in others if item.frame.type not in ABOUT_DEEDS or t not in scene.reading.clause_at]
    found = (*scene.who(*others), *scene.state(*states)) or scene.who(*_whose(scene, things))
    if not found and not others and item.frame.type == "ASSAULT":
        taken = item.clause.slots.get("object", ()) if item.frame.control is not None else ()
        owners = _whose(scene, [t for t in (*places, *taken) if _is_common_ground(scene, t)]) or _holders(scene, places)
        found = scene.who(*(t for t in owners if scene.kind(t) in BODIES))
    return tuple(dict.fromkeys(found)) or _unlisted(scene, item, others)


def _holders(scene: Scene, places: Sequence[int]) -> tuple[int, ...]:
    """ "An assault on Tina, a town held by the army", "Tina, which the army holds": who holds what is attacked."""
    grammar = scene.grammar
    said = [c for place in places for t in (place, *appositions(grammar, place)) for c in grammar.children[t]]
    held = (c for c in said if grammar.deps[c] in ("acl", "relcl") and grammar.lemmas[c] in HELD)
    return tuple(t for c in held for t in (*prepositional(grammar, c, "by"), *_own_subject(scene, c)))


def _own_subject(scene: Scene, verb: int) -> tuple[int, ...]:
    children = scene.grammar.children[verb]
    return tuple(c for c in children if scene.grammar.deps[c] == "nsubj" and scene.grammar.tags[c][:2] == "NN")


def _is_common_ground(scene: Scene, token: int) -> bool:
    """Whether the head is a site without a name of its own: "a base of the army", "positions of the rebels"."""
    named = token in scene.setting.places and not scene.is_common_place(token)
    return not named and scene.reading.is_a(token, "territory", "site", "structure")


def _unlisted(scene: Scene, item: Framed, tokens: Sequence[int]) -> tuple[str, ...]:
    """Whom a deed that is done to people befell, where no list has the noun ("beat a sorcerer"): a class of people."""
    grammar = scene.grammar
    if item.clause.kind != "verbal" or ("recipient" not in item.frame.counts and item.frame.mode not in ON_PEOPLE):
        return ()
    heads = (meant(grammar, token) for token in tokens)
    unknown = (t for t in heads if grammar.tags[t] in ("NN", "NNS") and not scene.reading.classes(t))
    return scene.people(*(t for t in unknown if grammar.lemmas[t].endswith(LIKE_PEOPLE)))


def _whose(scene: Scene, things: Sequence[int]) -> tuple[int, ...]:
    """Whose the thing is, or who is in it: "the cameras of reporters", "a police post", "a bus carrying workers"."""
    grammar = scene.grammar
    owners = [t for thing in things for t in prepositional(grammar, thing, "of", "with")]
    for thing in dict.fromkeys((*things, *(meant(grammar, thing) for thing in things))):
        for child in grammar.children[thing]:
            if grammar.deps[child] == "acl" and grammar.lemmas[child] in CARRYING:
                owners += [t for t in grammar.children[child] if grammar.deps[t] in ("dobj", "prep")]
                owners += prepositional(grammar, child, "to")
            if grammar.deps[child] == "acl" and grammar.lemmas[child] in HELD:
                owners += prepositional(grammar, child, "by")
        owners += _owners_before(scene, thing)
    places = scene.setting.places
    return tuple(t for t in owners if t not in places or scene.kind(t) in FORCES)


def _owners_before(scene: Scene, thing: int) -> list[int]:
    """Who stands before a thing as its owner; what is said of a town's people ("a Kurdish town") owns no town."""
    grammar, deps = scene.grammar, ("poss", "compound", "nmod")
    classes = scene.reading.classes(thing)
    if (not classes and grammar.lemmas[thing] not in AIMED_AT) or any(
        entry.unit == "people" or entry.party_kind for entry in classes
    ):
        return []
    before = [child for child in grammar.children[thing] if child < thing and grammar.deps[child] in deps]
    before += [c for c in grammar.children[thing] if grammar.deps[c] == "amod" and scene.reading.is_a(c, *ARMED)]
    if not scene.reading.is_a(thing, "place", "territory"):
        before += [c for c in grammar.children[thing] if grammar.deps[c] == "amod" and grammar.words[c][0].isupper()]
    return [child for child in before if scene.kind(child) not in (None, "other") and grammar.lemmas[child] != MADE_FOR]
