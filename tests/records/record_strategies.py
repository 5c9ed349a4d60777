"""Records drawn by lot: every field filled or left empty, every span inside the text."""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import strategies as st

from sayso.records import (
    Block,
    Candidate,
    Caption,
    Condition,
    Control,
    Dispute,
    Event,
    Figure,
    Interval,
    Party,
    Person,
    Place,
    Published,
    Record,
    Relation,
    Relevance,
    Report,
    Speaker,
    Time,
    Utterance,
    When,
)
from sayso.records.claims import Measure

SIZE = 40
"""Code points of the drawn text."""


def perhaps(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), strategy)


def some(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(strategy, max_size=2).map(tuple)


texts = st.text(st.characters(exclude_categories=("Cs",)), min_size=SIZE, max_size=SIZE)
words = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12)
words_or_none = perhaps(words)
ids = st.from_regex(r"\A[a-z]{3,9}:[0-9a-f]{16}\Z")
some_ids = some(ids)
days = perhaps(st.dates().map(str))
spans = (
    st.tuples(st.integers(0, SIZE - 1), st.integers(1, SIZE))
    .map(lambda pair: (min(pair), max(pair)))
    .filter(lambda span: span[0] < span[1])
)
evidence = st.lists(spans, min_size=1, max_size=3).map(tuple)
some_spans = some(spans)
numbers = perhaps(st.floats(0, 1e9))
whens = st.one_of(st.none(), st.builds(When, start=days, end=days, basis=words, time=perhaps(ids)))

blocks = st.builds(
    Block, kind=st.sampled_from(("paragraph", "caption", "headline")), start=st.just(0), end=st.just(SIZE)
)
captions = st.builds(
    Caption,
    start=st.just(0),
    end=st.just(SIZE),
    taken=perhaps(st.builds(Interval, start=days, end=days)),
    credit=words_or_none,
    file_picture=st.booleans(),
)
reports = st.builds(
    Report,
    id=ids,
    uri=words_or_none,
    outlet=words_or_none,
    title=words_or_none,
    byline=words_or_none,
    language=words_or_none,
    text=texts,
    published=st.builds(
        Published, start=days, end=days, basis=st.sampled_from(("given", "inferred", "unknown")), evidence=some_spans
    ),
    relevance=perhaps(st.builds(Relevance, conflict=st.booleans(), basis=words)),
    dateline=perhaps(ids),
    blocks=some(blocks),
    captions=some(captions),
)

parties = st.builds(
    Party,
    id=ids,
    name=words,
    kind=st.sampled_from(("state", "ngo", "people")),
    country=words_or_none,
    wikidata=words_or_none,
    evidence=evidence,
)
people = st.builds(
    Person, id=ids, name=words_or_none, title=words_or_none, role=words_or_none, party=perhaps(ids), evidence=evidence
)
candidates = st.builds(
    Candidate,
    name=words,
    country=words_or_none,
    geonames=perhaps(st.integers(1)),
    lat=numbers,
    lon=numbers,
    score=st.floats(0, 1),
)
places = st.builds(
    Place,
    id=ids,
    name=words,
    kind=st.sampled_from(("city", "site", "country")),
    country=words_or_none,
    admin1=words_or_none,
    lat=numbers,
    lon=numbers,
    geonames=perhaps(st.integers(1)),
    uncertainty_m=perhaps(st.integers(0)),
    within=perhaps(ids),
    candidates=some(candidates),
    evidence=evidence,
)
times = st.builds(
    Time,
    id=ids,
    text=words,
    start=days,
    end=days,
    precision=st.sampled_from(("day", "month", "vague")),
    basis=st.sampled_from(("stated", "inferred", "unresolved")),
    evidence=evidence,
)

speakers = st.builds(Speaker, party=perhaps(ids), person=perhaps(ids), evidence=evidence)
utterances = st.builds(
    Utterance,
    id=ids,
    speakers=some(speakers),
    cue=perhaps(spans),
    content=some_spans,
    verbatim=some_spans,
    mode=st.sampled_from(("quoted", "reported", "mixed")),
    act=st.sampled_from(("say", "deny", "demand")),
    addressee=some_ids,
    outer=perhaps(ids),
    when=whens,
    evidence=evidence,
)

COMMON = {
    "id": ids,
    "utterance": perhaps(ids),
    "realis": st.sampled_from(("happened", "planned", "negated")),
    "hedges": some_spans,
    "background": st.booleans(),
    "when": whens,
    "where": some_ids,
    "confidence": st.floats(0, 1),
    "method": words,
    "basis": some(words),
    "evidence": evidence,
}
claims = st.one_of(
    st.builds(
        Event,
        **COMMON,
        type=st.sampled_from(("ASSAULT", "FLEE", "OTHER")),
        mode=words_or_none,
        actor=some_ids,
        recipient=some_ids,
        trigger=spans,
        weapon=words_or_none,
        protected=st.just(("medical",)),
        grave=st.just(("hostage",)),
    ),
    st.builds(
        Figure,
        **COMMON,
        measure=st.sampled_from(get_args(Measure)),
        low=numbers,
        best=numbers,
        high=numbers,
        modifier=st.sampled_from(("exactly", "about", "vague")),
        unit=words,
        group=words_or_none,
        party=some_ids,
        perpetrator=some_ids,
        event=perhaps(ids),
        what=words,
        composition_stated=st.booleans(),
        span=spans,
    ),
    st.builds(
        Control,
        **COMMON,
        holder=some_ids,
        other=some_ids,
        area=some_ids,
        state=st.sampled_from(("held", "besieged")),
        share=numbers,
    ),
    st.builds(Condition, **COMMON, themes=st.just(("food", "water")), severity=words_or_none, group=words_or_none),
    st.builds(Relation, **COMMON, subject=some_ids, type=st.sampled_from(("backs", "arms")), object=some_ids),
)
disputes = st.builds(Dispute, about=words, claims=some_ids, why=words)

records = st.builds(
    Record,
    report=reports,
    parties=some(parties),
    people=some(people),
    places=some(places),
    times=some(times),
    utterances=some(utterances),
    claims=some(claims),
    disputes=some(disputes),
)
