"""Words that are deeds: who says what they will do, or what others must, or what is wrong with it, agrees, threatens,
refuses, asks or accuses by saying it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from sayso.extract.framing.framed import Framed
from sayso.extract.scene import Scene
from sayso.parse import Clause
from sayso.records import Event, Span, Utterance
from sayso.records.claims import EventType

METHOD = "promised"
CONFIDENCE = 0.6
KIND = frozenset(("AID", "COOPERATE", "SUPPORT", "CONSULT", "CONCEDE", "RETREAT", "AGREE"))
UNKIND = frozenset(("ASSAULT", "COERCE", "SANCTION", "PROTEST"))
OWN_WILL = frozenset(("will", "would", "'ll", "shall", "wo"))
DUTY = frozenset(("must", "should", "ought"))
WILLING = frozenset(("willing", "ready", "prepared"))
"""Adjectives by which somebody offers to do a thing."""
OWN_STEPS = WILLING | frozenset(
    ("plan", "intend", "set", "determined", "decide", "aim", "going", "about", "want", "due", "vow", "swear", "pledge",
     "promise")
)  # fmt: skip
ORGANISED = frozenset(("state", "state_force", "armed_group", "coalition", "political", "intergovernmental", "person"))
COMPLAINING = frozenset(("complain", "protest", "object", "lament", "deplore", "decry", "bemoan", "grumble", "fume"))
FORCEFUL = frozenset(("state", "state_force", "armed_group", "coalition"))
"""Kinds of those whose "they will be shot" is no forecast."""
THEIRS = frozenset(
    ("country", "government", "party", "group", "movement", "army", "troop", "force", "men", "man", "fighter", "member",
     "people", "nation", "administration", "organisation", "organization", "union", "side", "administration", "team")
)  # fmt: skip
"""What a speaker may call their own side."""
MAYBE = frozenset(("may", "might", "could"))
ON_TERMS = OWN_WILL | frozenset(("could", "may", "might"))
ACCUSING = frozenset(("accuse", "condemn"))
STATING = frozenset(("say", "promise", "confirm", "warn", "claim", "demand"))


def find_promises(scene: Scene, told: Sequence[tuple[Framed, Event]]) -> tuple[Event, ...]:
    """Framed clauses with their events in, the deeds of words that they make out, one a saying."""
    by_id = {utterance.id: utterance for utterance in scene.utterances}
    made: dict[tuple[str, EventType], Event] = {}
    known = {(scene.grammar.sentence_of[item.clause.predicate], event.type) for item, event in told}
    said: set[tuple[int, str]] = set()
    for item, event in told:
        utterance = by_id.get(event.utterance or "")
        if utterance is None or utterance.act not in STATING or not utterance.speakers or utterance.cue is None:
            continue
        for kind, recipient in _meant(scene, item, event, utterance):
            if (scene.grammar.sentence_of[item.clause.predicate], kind) not in known:
                made.setdefault((utterance.id, kind), _event(scene, item, event, utterance, kind, recipient))
                said.add((scene.grammar.sentence_of[item.clause.predicate], kind))
    own = tuple(_refusals_and_terms(scene, told, known | said))
    return (*made.values(), *own, *_offers(scene, told, known | said))


def find_duties(scene: Scene, known: Collection[tuple[int, EventType]]) -> tuple[Event, ...]:
    """ "Ethiopia should free the staff, the envoy said": what somebody says that an organised other must do is asked of
    them, whatever it is. known: (sentence, type) of the events that are told there anyway."""
    made: dict[str, Event] = {}
    for clause in scene.reading.clauses:
        utterance = scene.utterance_at(clause.verb) if _is_duty(clause) else None
        if utterance is None or utterance.act not in STATING or utterance.cue is None or utterance.id in made:
            continue
        speakers = {who for speaker in utterance.speakers for who in (speaker.party, speaker.person) if who}
        asked = scene.parties(*clause.slots.get("subject", ()))
        told = (scene.grammar.sentence_of[clause.predicate], "REQUEST") in known
        if asked and speakers and not told and not speakers & set(asked):
            made[utterance.id] = _said(scene, clause, utterance, "REQUEST", asked, ())
    return tuple(made.values())


def find_complaints(scene: Scene, known: Collection[tuple[int, EventType]]) -> tuple[Event, ...]:
    """ "Complained that the police had failed them": who says so accuses those whom it is said of. known: (sentence,
    type) of the events that are told there anyway."""
    made: dict[str, Event] = {}
    clauses = (clause for clause in scene.reading.clauses if clause.how == "content" and clause.kind != "nominal")
    spoken_of = {clause.governor: clause for clause in clauses}
    for clause in scene.reading.clauses:
        content = spoken_of.get(clause.predicate) if clause.lemma in COMPLAINING and not clause.negated else None
        utterance = scene.utterance_at(clause.verb) if content is not None else None
        if content is None or utterance is None or utterance.act not in ACCUSING or utterance.cue is None:
            continue
        speakers = {who for speaker in utterance.speakers for who in (speaker.party, speaker.person) if who}
        if speakers and (scene.grammar.sentence_of[clause.predicate], "ACCUSE") not in known:
            accused = scene.parties(*content.slots.get("subject", ()))
            made.setdefault(utterance.id, _said(scene, clause, utterance, "ACCUSE", accused, ()))
    return tuple(made.values())


def _is_duty(clause: Clause) -> bool:
    """ "Must leave", "should not return"; neither "should have left" nor "should be paid"."""
    return clause.modal in DUTY and clause.how == "content" and not (clause.perfect or clause.passive)


def _meant(
    scene: Scene, item: Framed, event: Event, utterance: Utterance
) -> Iterator[tuple[EventType, tuple[str, ...]]]:
    speakers = {who for speaker in utterance.speakers for who in (speaker.party, speaker.person) if who}
    own = bool(speakers & set(event.actor)) or _are_their_own(scene, item.actors)
    unsure = item.clause.modal in MAYBE and event.realis == "possible" and event.type in UNKIND
    if own and unsure and speakers & set(event.actor):
        yield "THREATEN", event.recipient
    elif own and _will(scene, item):
        if event.realis == "negated" and event.type in KIND:
            yield "REJECT", event.recipient
        elif event.realis == "planned" and event.type in KIND:
            yield "AGREE", event.recipient
        elif event.realis == "planned" and event.type in UNKIND and not _is_decided(scene, utterance):
            yield "THREATEN", event.recipient
    elif not event.actor and event.type == "ASSAULT" and event.realis in ("planned", "conditional"):
        if item.clause.modal in OWN_WILL and item.clause.passive and _is_forceful(scene, utterance):
            yield "THREATEN", event.recipient
    elif not own and event.actor and item.clause.modal in DUTY and event.realis == "demanded":
        yield "REQUEST", event.actor


def _refusals_and_terms(
    scene: Scene, told: Sequence[tuple[Framed, Event]], known: set[tuple[int, str]]
) -> Iterator[Event]:
    """ "Lome will not hold talks", "Tunis could expel them unless it is paid", in the outlet's words: a party refuses
    the one and threatens with the other."""
    modal = [(item, event) for item, event in told if item.clause.modal in ON_TERMS and event.utterance is None]
    terms = {c.governor for c in scene.reading.clauses if c.how == "condition"} if modal else frozenset()
    for item, event in modal:
        clause, kind = item.clause, _by_modal(item, event, on_terms=item.clause.predicate in terms)
        place = (scene.grammar.sentence_of[clause.predicate], kind or "")
        if kind is not None and place not in known and _is_organised(scene, item.actors):
            known.add(place)
            spot = scene.grammar.span(min(*item.actors, clause.predicate), max(*item.actors, item.last))
            actor = scene.who(*item.actors) or event.actor
            yield _told(scene, clause, kind, actor, event.recipient, evidence=spot)


def _is_forceful(scene: Scene, utterance: Utterance) -> bool:
    """Whether one of the speakers has men under arms, or speaks for such."""
    starts = scene.grammar.starts
    spans = [span for speaker in utterance.speakers for span in speaker.evidence]
    named = (t for start, end in spans for t in range(bisect_left(starts, start), bisect_left(starts, end)))
    return any(scene.kind(t) in FORCEFUL or scene.reading.is_a(t, "fighter", "armed") for t in named)


def _by_modal(item: Framed, event: Event, *, on_terms: bool) -> EventType | None:
    if event.realis == "negated" and item.clause.modal in OWN_WILL and event.type in KIND:
        return "REJECT"
    certain = item.clause.modal in OWN_WILL or event.type != "ASSAULT"
    return "THREATEN" if on_terms and certain and event.type in UNKIND and event.realis != "negated" else None


def _are_their_own(scene: Scene, actors: Sequence[int]) -> bool:
    """ "Said his country would send", "its members would strike": those for whom somebody speaks."""
    grammar = scene.grammar
    return any(
        grammar.lemmas[t] in THEIRS and any(grammar.tags[c] == "PRP$" for c in grammar.children[t]) for t in actors
    )


def _is_decided(scene: Scene, utterance: Utterance) -> bool:
    """ "Decided to cut its aid": done with, and no threat."""
    start, end = utterance.cue or (0, 0)
    return scene.grammar.text[start:end].lower().startswith(("decid", "resolv", "agree"))


def _will(scene: Scene, item: Framed) -> bool:
    """A future of one's own, or being willing or ready to."""
    above = {scene.grammar.lemmas[step] for step in scene.status(item.clause.predicate).steps}
    return item.clause.modal in OWN_WILL or (item.clause.how == "infinitive" and bool(above & OWN_STEPS))


def _offers(scene: Scene, told: Sequence[tuple[Framed, Event]], known: set[tuple[int, str]]) -> Iterator[Event]:
    """ "Norway is willing to send engineers": whoever is willing to do what is no harm agrees to it."""
    types = {item.clause.predicate: event.type for item, event in told}
    below = {c.governor: c for c in scene.reading.clauses if c.how == "infinitive" and c.governor is not None}
    for clause in scene.reading.clauses:
        deed = below.get(clause.predicate)
        if clause.lemma not in WILLING or clause.negated or clause.modal in DUTY or deed is None:
            continue
        kind = types.get(deed.predicate)
        fits = kind in KIND or (kind is None and clause.lemma == "willing")
        actor = (
            scene.who(*clause.fillers("subject")) if fits and _is_organised(scene, clause.fillers("subject")) else ()
        )
        if actor and (scene.grammar.sentence_of[clause.predicate], "AGREE") not in known:
            tokens = deed.fillers("object", "to", "with", "for")
            whom = scene.who(*tokens) or scene.state(*tokens)
            yield _told(scene, clause, "AGREE", actor, whom, evidence=_stretch(scene, clause, deed))


def _is_organised(scene: Scene, tokens: Sequence[int]) -> bool:
    return any(scene.kind(token) in ORGANISED for token in tokens)


def _stretch(scene: Scene, clause: Clause, deed: Clause) -> Span:
    tokens = (*clause.fillers("subject"), clause.predicate, deed.predicate)
    return scene.grammar.span(min(tokens), max(tokens))


def _told(
    scene: Scene, clause: Clause, kind: EventType, actor: tuple[str, ...], recipient: tuple[str, ...], *, evidence: Span
) -> Event:
    trigger = scene.grammar.span(clause.predicate, clause.predicate)
    fields = scene.common(
        clause.predicate, evidence=(trigger, evidence), confidence=CONFIDENCE, method=f"{METHOD}/{kind.lower()}",
        realis="happened", basis=("type: from what is said",),
    )  # fmt: skip
    return Event(
        **fields, type=kind, actor=actor, recipient=tuple(who for who in recipient if who not in actor),
        actor_status="stated", trigger=trigger,
    )  # fmt: skip


def _event(
    scene: Scene, item: Framed, event: Event, utterance: Utterance, kind: EventType, recipient: tuple[str, ...]
) -> Event:
    return _said(scene, item.clause, utterance, kind, recipient, event.evidence)


def _said(
    scene: Scene,
    clause: Clause,
    utterance: Utterance,
    kind: EventType,
    recipient: tuple[str, ...],
    evidence: tuple[Span, ...],
) -> Event:
    assert utterance.cue is not None
    parties = (speaker.party or speaker.person for speaker in utterance.speakers)
    fields = scene.common(
        clause.predicate, evidence=(utterance.cue, *(evidence or (scene.grammar.subtree(clause.verb),))),
        confidence=CONFIDENCE, method=f"{METHOD}/{kind.lower()}",
        realis="happened", when=utterance.when, basis=("type: from what is said",),
    )  # fmt: skip
    actor = tuple(dict.fromkeys(party for party in parties if party))
    return Event(
        **fields, type=kind, actor=actor, recipient=tuple(who for who in recipient if who not in actor),
        actor_status="stated" if actor else "unstated", trigger=utterance.cue,
    )  # fmt: skip
