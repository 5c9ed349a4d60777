"""What happened: clauses against the codebook's frames."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sayso.extract.framing.framed import Framed
from sayso.extract.happened.sides import FORCES, sides_of
from sayso.extract.happened.untold import is_epithet, is_known_body, is_only_words
from sayso.extract.held.control import is_only_held
from sayso.extract.phrase import is_bare_plural, is_denied
from sayso.extract.said.unnamed_sources import is_of_the_nameless
from sayso.extract.scene import Scene
from sayso.extract.setting.setting import FAR
from sayso.records import Event, Span, tidy
from sayso.records.claims import ActorStatus, Protected, Realis

METHOD = "happened"
CONFIDENCE = {"verbal": 0.85, "nominal": 0.75, "adjectival": 0.75, "participle": 0.7}
LONGEST_EVIDENCE = 380
DEEDS = frozenset(("ASSAULT", "COERCE", "FLEE", "SANCTION", "MOBILIZE"))
"""Types of which a participle before a noun ("the bombed house") tells; of words it says what somebody is ("allied
troops")."""
STOOD_BY = frozenset(("back", "support", "sponsor", "fund", "finance", "arm", "equip", "train"))
"""How somebody stands to those whom a participle tells of: "rebels backed by Rwanda"."""
VOICED = frozenset(("REQUEST", "ACCUSE", "REJECT", "SUPPORT", "PROTEST", "THREATEN"))
"""Types of what a crowd says by its marching."""
STATES = frozenset(("trapped", "in_need", "civilians_present", "fighters_present"))
TOLLS = frozenset(("casualty", "injury", "fatality", "death", "loss", "victim"))
NOBODY = frozenset(("nobody", "none", "no-one"))
LONGEST_LABEL = 5
ORDINALS = frozenset(
    ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
     "latest", "deadliest", "worst", "heaviest", "bloodiest", "biggest", "largest", "first")
)  # fmt: skip
WATCHING = frozenset(
    ("track", "monitor", "document", "record", "count", "tally", "investigate", "map", "chronicle", "study", "research",
     "log", "tabulate", "watch", "observe", "follow", "catalogue", "catalog", "cover", "compile")
)  # fmt: skip
MADE = frozenset(
    ("link", "affiliate", "tie", "set", "establish", "create", "form", "charge", "task", "mandate", "head", "lead",
     "chair", "compose", "represent", "oversee", "run", "monitor", "govern", "coordinate", "organise", "organize")
)  # fmt: skip
SPEAKS = frozenset(("say", "tell", "announce", "add", "vote", "decide", "meet", "urge", "call", "warn", "have", "rule"))
"""What bodies that are no dead are made to be, and what they do."""
SPOKEN = frozenset(("REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AGREE", "CONCEDE", "CONSULT"))
"""Types that are said or signed, often far away: what was told before does not place them."""
MADE_FOR_IT = frozenset(
    ("readiness", "training", "drill", "capability", "capacity", "experience", "role", "vehicle", "helicopter",
     "aircraft", "plane", "jet", "drone", "plan", "power", "gear", "siren", "alert", "warning", "game", "room",
     "fatigue")
)  # fmt: skip
CAMPS_OF_FIGHTERS = frozenset(("training", "abandon", "military", "army", "base", "main", "jungle", "bandit"))
DENYING = frozenset(("deny", "denial"))
ACCUSING = frozenset(("accuse", "blame", "suspect", "allege", "suspicion"))
SUPPOSED = frozenset(("believed", "thought", "suspected", "alleged", "said", "presumed", "reported", "understood"))
SUSPECTING = frozenset(("suspected", "suspect", "alleged", "presumed", "believed", "apparent"))


def tells_an_event(scene: Scene, item: Framed) -> bool:
    """Whether a framed clause is an event of its own."""
    return not why_untold(scene, item)


def why_untold(scene: Scene, item: Framed) -> str:
    """Why a framed clause is no event of its own; empty where it is one."""
    if why := _why_no_happening(scene, item):
        return why
    if _of_nobody(scene, item):
        return "it befell nobody, or names those whom it befell"
    if item.clause.lemma == "accuse" and _is_the_accused(scene, item.clause.predicate):
        return "it is what somebody is called"
    if _only_denied(scene, item) or _is_refusal(scene, item):
        return "it is only denied"
    if item.clause.kind == "nominal":
        if _names_or_labels(scene, item) or _is_a_body_of_people(scene, item) or is_known_body(scene, item):
            return "it is a name or a label"
        return "it is part of another noun" if _is_only_part(scene, item) else ""
    if scene.opens_a_name(item.clause.predicate) or is_epithet(scene, item):
        return "it is a name or a label"
    told = item.frame.type in DEEDS and scene.grammar.tags[item.clause.predicate] != "VBG"
    return "" if told or item.clause.kind != "participle" else "a participle before a noun says what somebody is"


def _why_no_happening(scene: Scene, item: Framed) -> str:
    """Why a framed clause tells of no happening, by itself or by its frame; empty where it may."""
    if item.absorbed:
        return "another tells it"
    if item.by_accident:
        return "a disaster did it"
    if is_of_the_nameless(scene.grammar, item.clause.predicate):
        return "it is why a source has no name"
    if _is_state(item) or is_only_held(scene, item):
        return "it is a state, which is no happening"
    if is_only_words(scene, item):
        return "it tells what is not said, or what a deed is called"
    return "it tells something only with somebody, or where it is denied" if _is_bare(scene, item) else ""


def _is_bare(scene: Scene, item: Framed) -> bool:
    """ "Spoke of an agreement": no word of with whom, nor that there is none."""
    alone = item.frame.bare and not scene.who(*item.recipients)
    return alone and scene.status(item.clause.predicate).realis != "negated"


def _is_state(item: Framed) -> bool:
    """Holding a place, being trapped, being allied with somebody or backed by them is no happening."""
    frame, clause = item.frame, item.clause
    bare = clause.how == "relative" and clause.tense is None and clause.modal is None
    if clause.passive and (clause.lemma == "ally" or (bare and clause.lemma in STOOD_BY)):
        return True
    return frame.type == "OTHER" and (frame.control is not None or bool(STATES & set(frame.counts.values())))


def _of_nobody(scene: Scene, item: Framed) -> bool:
    """ "No one was hurt" is a figure of none and no event; nor is "the wounded" one, who are people."""
    grammar, token = scene.grammar, item.clause.predicate
    if item.clause.kind == "verbal" and any(is_denied(grammar, t) for t in _harm_told(scene, item)):
        return True
    if not item.frame.counts:
        return item.clause.kind == "nominal" and item.clause.lemma in TOLLS and is_denied(grammar, token)
    if item.clause.kind == "verbal" and any(
        grammar.lowers[c] in ("the", "these") and c < token for c in _determiners(scene, token)
    ):
        return True
    heads = (token,) if item.clause.kind == "nominal" else item.recipients
    return any(grammar.lowers[t] in NOBODY or is_denied(grammar, t) for t in heads)


def _harm_told(scene: Scene, item: Framed) -> list[int]:
    """The casualties of "caused no casualties"."""
    children = scene.grammar.children[item.clause.predicate] if item.frame.type == "ASSAULT" else ()
    return [t for t in children if item.first <= t <= item.last and scene.grammar.deps[t] == "dobj"]


def _only_denied(scene: Scene, item: Framed) -> bool:
    """ "Rejected the accusation": a charge of nobody against nobody that somebody denies is told where it was made, and
    "left without a fight" tells of none; "rejected that it arms them" refuses nothing."""
    if item.frame.type == "REJECT" and item.clause.kind == "verbal":
        return any(scene.grammar.deps[t] == "ccomp" and t > item.last for t in scene.grammar.children[item.clause.verb])
    bare = item.clause.kind == "nominal" and not (item.actors or item.recipients)
    unfought = item.frame.two_sided and item.clause.marker == "without"
    charge = item.frame.type == "ACCUSE" and scene.status(item.clause.predicate).realis == "negated"
    return bare and (unfought or charge)


def _is_a_body_of_people(scene: Scene, item: Framed) -> bool:
    """ "The body said", "a body linked to the party": those who speak, and no dead."""
    grammar, token = scene.grammar, item.clause.predicate
    if item.clause.lemma != "body" or item.recipients:
        return False
    made = any(grammar.deps[c] in ("acl", "relcl") and grammar.lemmas[c] in MADE for c in grammar.children[token])
    return made or (grammar.deps[token] == "nsubj" and grammar.lemmas[grammar.heads[token]] in SPEAKS)


def _is_the_accused(scene: Scene, token: int) -> bool:
    """ "Testified that the accused guarded them": people, and no charge."""
    lowers = scene.grammar.lowers
    return (
        lowers[token] == "accused"
        and lowers[token - 1] in ("the", "other", "co")
        and scene.grammar.tags[token + 1 : token + 2] != ["IN"]
    )


def _is_refusal(scene: Scene, item: Framed) -> bool:
    """ "Vowed not to return it": what nobody agrees to."""
    words = scene.grammar.lowers[item.first : item.last + 2]
    return item.frame.type == "AGREE" and item.clause.kind == "verbal" and not {"not", "never"}.isdisjoint(words)


def _determiners(scene: Scene, token: int) -> list[int]:
    return [child for child in scene.grammar.children[token] if scene.grammar.deps[child] in ("det", "neg")]


def _names_or_labels(scene: Scene, item: Framed) -> bool:
    grammar, token = scene.grammar, item.clause.predicate
    if item.clause.marker == "as" or _is_kept_watch_on(scene, item) or _is_numbered(scene, item):
        return True
    if scene.in_name(token) or _is_somebody(scene, token) or scene.reading.block_kind(token) == "heading":
        return True
    first, after = grammar.sentences[grammar.sentence_of[token]]
    if grammar.words[after - 1] == ":" and after - first <= LONGEST_LABEL + 1:
        return True
    return item.clause.governor is None and after - first <= LONGEST_LABEL and not (item.actors or item.recipients)


def _is_numbered(scene: Scene, item: Framed) -> bool:
    """ "Shot dead a grocer, the fourth killing of a civilian there": which of how many the deed before was."""
    grammar, token = scene.grammar, item.clause.predicate
    before = [grammar.lowers[child] for child in grammar.children[token] if child < token]
    return grammar.deps[token] == "appos" and "the" in before and any(word in ORDINALS for word in before)


def _is_kept_watch_on(scene: Scene, item: Framed) -> bool:
    """ "A group that tracks arrests and deaths": what somebody watches all the time, of which nothing is told here."""
    above = scene.reading.clause_at.get(item.clause.governor)
    bare = is_bare_plural(scene.grammar, item.clause.predicate) and not (item.actors or item.recipients)
    return bare and above is not None and above.tense == "present" and above.lemma in WATCHING


def _is_somebody(scene: Scene, token: int) -> bool:
    """ "Ban said": a capitalised word that names a person or a party, and no prohibition."""
    return scene.grammar.tags[token][:3] == "NNP" and scene.kind(token) is not None


def _is_only_part(scene: Scene, item: Framed) -> bool:
    """ "Displacement camp", "combat troops", "attack helicopters": a noun before a noun that names nobody, or before
    a force or what is made for it, tells nothing."""
    token = item.clause.predicate
    if scene.grammar.deps[token] != "compound":
        return False
    whole = scene.grammar.heads[token]
    of_force = scene.kind(whole) in FORCES or scene.grammar.lemmas[whole] in MADE_FOR_IT
    return of_force or item.clause.lemma in TOLLS or not (item.actors or item.recipients)


def find_events(scene: Scene, framed: Sequence[Framed]) -> tuple[Event, ...]:
    """Framed clauses in, one event each out; what only carries or repeats another happening is left to that one."""
    protests = frozenset(item.clause.predicate for item in framed if item.frame.type == "PROTEST")
    return tuple(_event(scene, item, protests) for item in framed if not item.absorbed)


def _voiced(scene: Scene, item: Framed, protests: frozenset[int]) -> Realis | None:
    """ "Marched to demand his release": who marches for it has demanded it; the status is that of the march."""
    above = item.clause.governor
    if item.clause.how != "purpose" or above not in protests or item.frame.type not in VOICED:
        return None
    return scene.status(above).realis


def _event(scene: Scene, item: Framed, protests: frozenset[int]) -> Event:
    frame, clause = item.frame, item.clause
    actor, recipient = sides_of(scene, item)
    status = scene.status(clause.predicate)
    where = _finer(scene, item, scene.place(*[t for t in (*item.recipients, *item.grounds)]))
    spoken = frame.type in SPOKEN and scene.where(clause.predicate).how in FAR
    known: dict[str, Any] = {"where": where} if where or spoken else {}
    if frame.realis is not None and (status.realis == "happened" or _told_by_denying(scene, item)):
        known["realis"] = frame.realis
    if (voiced := _voiced(scene, item, protests)) is not None:
        known["realis"] = voiced
    basis = tuple(f"{slot}: {how}" for slot, tokens in (("actor", item.actors), ("recipient", item.recipients))
                  for token in tokens[:1] if (how := scene.how(token)))  # fmt: skip
    return Event(
        **scene.common(
            clause.predicate, evidence=_evidence(scene, item), confidence=CONFIDENCE[clause.kind],
            method=f"{METHOD}/{frame.name}",
            basis=basis, **known,
        ),
        type=frame.type, mode=item.mode or frame.mode, actor=actor, recipient=recipient,
        actor_status=_actor_status(scene, item, actor), trigger=_trigger(scene, item), weapon=item.weapon or
        frame.weapon,
        phase=status.phase or frame.phase, protected=_protected(scene, item), grave=frame.grave,
    )  # fmt: skip


def _finer(scene: Scene, item: Framed, grounds: tuple[str, ...]) -> tuple[str, ...]:
    """ "Kidnapped him from his home in the X quarter, in eastern Y": what lies in the ground of a deed, where its own
    clause names it."""
    own = scene.where(item.clause.predicate) if grounds else None
    return scene.setting.nesting.finer(grounds, () if own is None or own.how else own.items)


def _told_by_denying(scene: Scene, item: Framed) -> bool:
    """ "Will not tolerate": the denial is a part of the words that tell it."""
    words = scene.grammar.lowers[item.first : item.last + 1]
    return item.frame.realis == "happened" and not {"not", "n't", "n’t", "longer"}.isdisjoint(words)


def _actor_status(scene: Scene, item: Framed, actor: tuple[str, ...]) -> ActorStatus:
    if not actor:
        return "unstated"
    grammar = scene.grammar
    saying = scene.saying_at(_trigger(scene, item))
    above = {grammar.lemmas[step] for step in scene.status(item.clause.predicate).steps}
    if (saying is not None and saying.act == "deny") or above & DENYING:
        return "denied"
    if item.status is not None:
        return item.status
    if above & ACCUSING or (item.light is not None and not ACCUSING.isdisjoint(item.light.verbs)):
        return "suspected"
    beside = [child for token in item.actors for child in grammar.children[token]]
    supposed = any(grammar.lowers[child] in SUSPECTING for child in beside) or any(
        _is_supposed(scene, token) for token in item.actors
    )
    return "suspected" if supposed else "stated"


def _is_supposed(scene: Scene, actor: int) -> bool:
    """ "Believed to have been carried out by X"."""
    grammar = scene.grammar
    deed = grammar.heads[grammar.heads[actor]]
    return grammar.deps[deed] == "xcomp" and grammar.lowers[grammar.heads[deed]] in SUPPOSED


def _trigger(scene: Scene, item: Framed) -> Span:
    return scene.grammar.span(item.first, item.last)


def _evidence(scene: Scene, item: Framed) -> tuple[Span, ...]:
    """The clause's own stretch: from its first to its last word where that is short, else trigger and slots."""
    grammar, clause = scene.grammar, item.clause
    parts = [grammar.span(item.first, item.last)]
    tokens = [
        t
        for t in (*item.actors, *item.recipients, *item.also)
        if grammar.sentence_of[t] == grammar.sentence_of[clause.predicate]
    ]
    parts += [grammar.subtree(t) if t not in item.also else grammar.span(t, t) for t in tokens]
    start, end = min(s for s, _ in parts), max(e for _, e in parts)
    if end - start <= LONGEST_EVIDENCE:
        return ((start, end),)
    return tidy([grammar.span(item.first, item.last), *(grammar.span(t, t) for t in tokens)])


def _is_of_fighters(scene: Scene, camp: int) -> bool:
    """ "A rebel camp", "an army camp", "a training camp"."""
    before = [child for child in scene.grammar.children[camp] if child < camp]
    return any(
        scene.reading.is_a(c, "armed", "fighter", "group") or scene.grammar.lemmas[c] in CAMPS_OF_FIGHTERS
        for c in before
    )


def _protected(scene: Scene, item: Framed) -> tuple[Protected, ...]:
    found = [
        entry.protected
        for token in (*item.recipients, *item.grounds)
        for entry in scene.reading.classes(token)
        if entry.protected and not (entry.protected == "camp" and _is_of_fighters(scene, token))
    ]
    return tuple(dict.fromkeys(found))
