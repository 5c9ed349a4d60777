"""Control in a phrase that hangs on a place: "two pockets, still in the hands of the army", "Baga, under rebel control
since May"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.held.area import area_of, is_ground
from sayso.extract.scene import Scene
from sayso.parse import Grammar, conjuncts, prepositional
from sayso.records import Control, tidy
from sayso.records.claims import ControlState

CONFIDENCE, METHOD = 0.65, "held/aside"
PHRASES: dict[str, dict[str, ControlState]] = {
    "hand": {"in": "held"}, "control": {"under": "held", "outside": "lost", "beyond": "lost"},
    "rule": {"under": "held"}, "occupation": {"under": "held"}, "siege": {"under": "besieged"},
    "blockade": {"under": "besieged"}, "encirclement": {"under": "besieged"},
}  # fmt: skip
"""Noun -> the preposition that leads into it -> what the place then is."""
TAKING = frozenset(
    ("capture", "seize", "take", "retake", "recapture", "overrun", "liberate", "conquer", "storm", "occupy", "clear")
)
MASTERS = frozenset(("master", "ruler", "overlord"))
STRONGHOLDS = frozenset(("stronghold", "bastion", "fiefdom", "fief", "redoubt"))
"""What a place is called that somebody holds: "Kawda, a rebel stronghold"."""
SEAT = "capital"
TOLD_ASIDE = frozenset((*PHRASES, *STRONGHOLDS, *MASTERS, SEAT))
PAST = frozenset(("once", "former", "formerly", "previously", "onetime", "erstwhile"))
UNTIL = frozenset(("until", "till"))
OWNING = frozenset(("poss", "compound", "amod", "nmod"))
ADVERBS = frozenset(
    (
        "still",
        "now",
        "then",
        "both",
        "all",
        "already",
        "again",
        "long",
        "largely",
        "firmly",
        "currently",
        "nominally",
        "effectively",
        "officially",
        "mostly",
        "partly",
        "fully",
        "entirely",
        "formally",
    )
)
NOUNS = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "attr"))
PARTS = frozenset(("all", "much", "most", "half", "some", "part"))
POWERS = frozenset(("state", "state_force", "armed_group", "coalition", "political", "ethnic", "other"))


def control_by_aside(scene: Scene) -> Iterator[Control]:
    """All claims of this form."""
    grammar = scene.grammar
    for token in grammar.tokens_of_lemmas(TOLD_ASIDE):
        lemma = grammar.lemmas[token]
        if lemma in PHRASES and grammar.deps[token] == "pobj":
            before = grammar.heads[token]
            state = PHRASES[lemma].get(grammar.lowers[before])
            place = _told_of(scene, before) if state is not None else None
            if place is not None:
                yield from _claim(scene, token, place, state)
        elif (lemma in STRONGHOLDS or _is_seat(scene, token)) and grammar.deps[token] == "appos":
            if not _is_just_taken(scene, grammar.heads[token]):
                yield from _claim(scene, token, grammar.heads[token], _lasting(scene, token), listed=False)
        elif lemma == SEAT and grammar.deps[token] == "attr" and _is_seat(scene, token):
            for place in (c for c in grammar.children[grammar.heads[token]] if grammar.deps[c] == "nsubj"):
                yield from _claim(scene, token, place, "held", listed=False)
        elif lemma in MASTERS and grammar.deps[token] == "appos":
            yield from _of_masters(scene, token)


def _is_just_taken(scene: Scene, place: int) -> bool:
    """ "Captured Kaya, the last rebel stronghold": it is theirs no more."""
    grammar = scene.grammar
    return grammar.deps[place] in ("dobj", "nsubjpass") and grammar.lemmas[grammar.heads[place]] in TAKING


def _lasting(scene: Scene, token: int) -> ControlState:
    """Whether it is theirs still: no "former stronghold", no "stronghold until May"."""
    grammar = scene.grammar
    first, last = grammar.edges[token]
    over = not PAST.isdisjoint(grammar.lowers[first:token]) or not UNTIL.isdisjoint(grammar.lowers[token : last + 1])
    return "lost" if over else "held"


def _of_masters(scene: Scene, token: int) -> Iterator[Control]:
    """ "The movement, once master of Kaya, is in hiding"."""
    lord = scene.grammar.heads[token]
    for ground in prepositional(scene.grammar, token, "of"):
        area, holder = area_of(scene, ground), scene.who(lord)
        if area and holder and scene.kind(lord) in POWERS:
            known = {"evidence": tidy([scene.grammar.span(lord, ground)]), "where": area, "realis": "happened"}
            yield Control(
                **scene.common(token, confidence=CONFIDENCE, method=METHOD, **known),
                holder=holder, area=area, state=_lasting(scene, token),
            )  # fmt: skip


def _is_seat(scene: Scene, token: int) -> bool:
    """ "Jilib, the de facto capital of ..."."""
    before = scene.grammar.children[token]
    return scene.grammar.lemmas[token] == SEAT and any(scene.grammar.lowers[c] == "facto" for c in before)


def _told_of(scene: Scene, before: int) -> int | None:
    """The noun that the phrase hangs on, or that stands before its comma, wherever the parse hung it."""
    grammar, place = scene.grammar, scene.grammar.heads[before]
    while grammar.deps[place] == "pobj" and (grammar.lemmas[place] == "border" or _is_beyond(grammar, place)):
        place = grammar.heads[grammar.heads[place]]
    if grammar.tags[place][0] in "VM":
        at = before - 1
        while grammar.lowers[at] in ADVERBS:
            at -= 1
        place = at - 1 if grammar.words[at] == "," else place
    named = grammar.tags[place][:2] == "NN" or grammar.lowers[place] in PARTS
    return place if grammar.deps[place] in NOUNS and named else None


def _is_beyond(grammar: Grammar, place: int) -> bool:
    """ "The last town on the border with Chad under their control"."""
    over = grammar.heads[place]
    return grammar.lowers[over] == "with" and grammar.lemmas[grammar.heads[over]] == "border"


def _claim(scene: Scene, token: int, place: int, state: ControlState, *, listed: bool = True) -> Iterator[Control]:
    area, powers = _area(scene, place) if listed else area_of(scene, place), _powers(scene, token)
    ground = is_ground(scene, place)
    if not powers or not (area or ground):
        return
    besieged, still = state == "besieged", {} if listed else {"when": None}
    yield Control(
        **scene.common(
            token, evidence=tidy([scene.grammar.span(min(place, token), _last(scene, token))]), confidence=CONFIDENCE,
            method=METHOD, where=area, realis="happened", **still,
        ),
        holder=() if besieged else powers, other=powers if besieged else (), area=area, state=state,
    )  # fmt: skip


def _area(scene: Scene, place: int) -> tuple[str, ...]:
    """The place, with those that it stands in a row with: "Baga and Doron Baga, both under ..."."""
    grammar = scene.grammar
    first = grammar.heads[place] if grammar.deps[place] in ("conj", "appos") else place
    return tuple(dict.fromkeys(found for t in conjuncts(grammar, first) for found in area_of(scene, t)))


def _powers(scene: Scene, token: int) -> tuple[str, ...]:
    grammar = scene.grammar
    inner = [t for c in prepositional(grammar, token, "of", "by") for t in conjuncts(grammar, c)]
    before = [c for c in grammar.children[token] if grammar.deps[c] in OWNING]
    named = [t for t in (*inner, *before) if scene.kind(t) in POWERS]
    return scene.who(*(t for t in named if t in inner)) or tuple(
        dict.fromkeys(found for t in named for found in (scene.owner_in(t) or scene.who(t)))
    )


def _last(scene: Scene, token: int) -> int:
    inner = prepositional(scene.grammar, token, "of", "by")
    return max((token, *inner))
