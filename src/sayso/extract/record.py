"""A report and its grammar in, its record out: each question asked once, in the order in which one needs the other's
answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from sayso.extract.counted.figures import find_figures
from sayso.extract.counted.quantities import find_quantities
from sayso.extract.counted.quantities_except import without_exceptions
from sayso.extract.counted.wanting import counted_in_need
from sayso.extract.disputed.disputes import find_disputes
from sayso.extract.disputed.words import Names
from sayso.extract.framing.framer import Framed, Framer
from sayso.extract.happened.events import find_events, tells_an_event
from sayso.extract.happened.narrowed import narrow_events, narrow_figures, places_told
from sayso.extract.happened.promised import find_complaints, find_duties, find_promises
from sayso.extract.happened.retold import contested, date_figures, merge_retold
from sayso.extract.held.control import find_control
from sayso.extract.lacking.conditions import find_conditions
from sayso.extract.names.names import find_names
from sayso.extract.names.people import find_people
from sayso.extract.reading import Reading
from sayso.extract.said.sayings import Saying, find_sayings
from sayso.extract.scene import Scene
from sayso.extract.setting.days import Days
from sayso.extract.setting.setting import Setting
from sayso.extract.spoken import find_utterances
from sayso.extract.stage import Stage, find_times, set_stage
from sayso.extract.standing.relations import find_relations
from sayso.extract.where.nesting import Nesting
from sayso.extract.who.who import Who
from sayso.parse import Grammar
from sayso.records import AnyClaim, Control, Event, Place, Record, Report, content_id
from sayso.resolve.times import TimeMention

C = TypeVar("C", bound=AnyClaim)


@dataclass(frozen=True, slots=True)
class Workings:
    """A record with what it was made from. mentions: of times; sayings: those behind the utterances, in the same
    order; framed: the clauses that frames read."""

    record: Record
    reading: Reading
    mentions: tuple[TimeMention, ...]
    stage: Stage
    who: Who
    sayings: tuple[Saying, ...]
    scene: Scene
    framer: Framer
    framed: tuple[Framed, ...]


def extract_record(report: Report, grammar: Grammar) -> Record:
    """One report, parsed, in; everything that it says out."""
    return work_out(report, grammar).record


def work_out(report: Report, grammar: Grammar, *, scene_type: type[Scene] = Scene) -> Workings:
    """As `extract_record`, with the workings. scene_type: what the claims are set in, where somebody wants to look
    on."""
    reading = Reading(report, grammar)
    names = find_names(reading)
    mentions, timed = find_times(reading, names)
    people = find_people(reading, names, timed=timed)
    stage = set_stage(reading, names, people, mentions=mentions, timed=timed)
    who = Who(reading, names, people, elsewhere=stage.elsewhere, home=stage.home)
    sayings = find_sayings(reading)
    who.hear(sayings)
    days = Days(reading, times=stage.times_at, speech=_speech(sayings), day=stage.day, coverage=stage.coverage)
    nesting = Nesting(stage.places, common=stage.common_sites, home=stage.home)
    setting = Setting(reading, places=stage.places_at, days=days, dateline=_filed_at_home(stage, who), nesting=nesting)
    utterances = find_utterances(reading, who, days, sayings)
    scene = scene_type(reading, who, setting, utterances=utterances, sayings=sayings, day=stage.day)
    framer = _framer(reading, who, stage)
    framed = framer.framed()
    claims = _claims(scene, framed, stage)
    record = Record(
        report=stage.report, parties=who.roster.party_records(), people=who.roster.person_records(),
        places=_places(stage, claims),
        times=stage.times, utterances=utterances, claims=claims,
        disputes=find_disputes(claims, utterances, Names(report.text, (*stage.places, *who.roster.party_records()))),
    )  # fmt: skip
    return Workings(record, reading, mentions, stage, who, sayings, scene, framer, framed)


def _filed_at_home(stage: Stage, who: Who) -> str | None:
    """The dateline's place; none where it lies in another country than the report is about: filed in Bangkok, of
    Myanmar."""
    place = next((place for place in stage.places if place.id == stage.report.dateline), None)
    abroad = place is not None and who.cast.home is not None and place.country not in (None, who.cast.home)
    return None if abroad else stage.report.dateline


def _speech(sayings: Sequence[Saying]) -> frozenset[int]:
    return frozenset(saying.cue_token for saying in sayings if saying.cue_token is not None)


def _framer(reading: Reading, who: Who, stage: Stage) -> Framer:
    return Framer(
        reading,
        is_party=lambda token: bool(who.identify(token).party or who.identify(token).person),
        is_person=lambda token: bool(who.identify(token).person),
        is_place=lambda token: token in stage.places_at,
        is_fighter=who.may_fight,
        is_unarmed=who.is_unarmed,
        is_force=who.is_force,
    )


def _claims(scene: Scene, framed: tuple[Framed, ...], stage: Stage) -> tuple[AnyClaim, ...]:
    told = [item for item in framed if tells_an_event(scene, item)]
    found = find_events(scene, told)
    pairs, placed = merge_retold(scene, told, found), places_told(found)
    events = named(scene, narrow_events(scene, contested([event for _, event in pairs]), placed))
    promises = _deeds_of_words(scene, [(item, event) for (item, _), event in zip(pairs, events, strict=True)])
    by_teller = {item.clause.predicate: event for (item, _), event in zip(pairs, events, strict=True)}
    tellers = {item.clause.predicate: item.teller.clause.predicate for item in framed}
    by_predicate = {token: by_teller[teller] for token, teller in tellers.items() if teller in by_teller}
    quantities = without_exceptions(scene.reading, find_quantities(scene.reading, taken=stage.timed))
    figures = date_figures(find_figures(scene, framed, quantities, by_predicate), events)
    conditions = find_conditions(scene)
    figures = counted_in_need(scene, narrow_figures(scene, figures, placed, events), conditions)
    others = (*figures, *find_control(scene), *conditions, *find_relations(scene))
    return _once((*events, *promises, *named(scene, others)))


def _deeds_of_words(scene: Scene, told: list[tuple[Framed, Event]]) -> tuple[Event, ...]:
    """What is promised, refused and asked for by saying it."""
    promises = find_promises(scene, told)
    sentence_of = scene.grammar.sentence_of
    known = {(sentence_of[item.clause.predicate], event.type) for item, event in told}
    asked = {promise.utterance for promise in promises if promise.type == "REQUEST"}
    duties = [duty for duty in find_duties(scene, known) if duty.utterance not in asked]
    return named(scene, (*promises, *duties, *find_complaints(scene, known)))


def _places(stage: Stage, claims: Sequence[AnyClaim]) -> tuple[Place, ...]:
    """The places of the report; a site without a name is one only where a claim is set there, or a place lies in it."""
    used = {place for claim in claims for place in (*claim.where, *(claim.area if isinstance(claim, Control) else ()))}
    above = {place.id: place.within for place in stage.places}
    kept = {place for place in above if place not in stage.common_sites or place in used | {stage.report.dateline}}
    for place in tuple(kept):
        while (place := above[place] or "") and place not in kept:
            kept.add(place)
    return tuple(place for place in stage.places if place.id in kept)


def named(scene: Scene, claims: Sequence[C]) -> tuple[C, ...]:
    """Claims with their ids: the hash of report, words, meaning and method."""
    report = scene.reading.report.id
    return tuple(msgspec.structs.replace(claim, id=content_id("claim", report, claim)) for claim in claims)


def _once(claims: Sequence[AnyClaim]) -> tuple[AnyClaim, ...]:
    return tuple({claim.id: claim for claim in claims}.values())
