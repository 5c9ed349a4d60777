"""How parties, people, places and times were found and resolved, and how the day of the report is known."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.explained.scene import Seen
from sayso.extract.explained.types import Explanation, Identified, Rival, Step
from sayso.extract.explained.who import identify
from sayso.extract.stage import tense_at
from sayso.records import Interval, Party, Person, Place, Published, Report, Span, Time, inside
from sayso.resolve.places import sense_key, weigh_senses
from sayso.resolve.places_score import Scored
from sayso.resolve.places_types import PlaceMention
from sayso.resolve.published import days_told
from sayso.resolve.times import ResolvedTime, resolve_values

MOST_CANDIDATES = 6


# -- parties and people -------------------------------------------------------------------------------------------
def explain_somebody(seen: Seen, item: Party | Person) -> Explanation:
    """Every span of a party or person, with who the words there are and how that was found."""
    rows = (_by_span(seen, span) for span in item.evidence)
    who = tuple(row for row in rows if row is not None)
    about = "person" if isinstance(item, Person) else "party"
    return Explanation(about=about, id=item.id, who=who, steps=tuple(_roles(seen, item)))


def _by_span(seen: Seen, span: Span) -> Identified | None:
    tokens = seen.tokens_in(span)
    heads = seen.grammar.heads
    head = next((t for t in reversed(tokens) if heads[t] not in tokens or heads[t] == t), None)
    return identify(seen, "named", head) if head is not None else None


def _roles(seen: Seen, item: Party | Person) -> Iterator[Step]:
    if isinstance(item, Party):
        kept = item.wikidata or "no Wikidata item"
        yield Step(rule=f"kind {item.kind}, country {item.country or 'none'}", gives=kept)
        return
    for rule, value in (("title", item.title), ("role", item.role), ("speaks or acts for", seen.name(item.party))):
        if value:
            yield Step(rule=rule, gives=value)


# -- places -------------------------------------------------------------------------------------------------------
def explain_place(seen: Seen, place: Place) -> Explanation:
    """The mentions that mean a place, and the candidates of its name with what gave them points."""
    mentions = [m for m in seen.work.stage.place_mentions if any(inside(m.span, span) for span in place.evidence)]
    named = next((m for m in mentions if m.role == "name"), None)
    steps = (*(_place_step(seen, mention) for mention in mentions), *_precision(seen, place))
    return Explanation(
        about="place", id=place.id, steps=steps, rivals=_candidates(seen, named) if named is not None else ()
    )


def _place_step(seen: Seen, mention: PlaceMention) -> Step:
    told = [f"called a {mention.kind}"] if mention.kind and mention.role == "name" else []
    told += [f"in {', '.join(mention.qualifiers)}"] if mention.qualifiers else []
    told += [f"{mention.distance_m} m away"] if mention.distance_m is not None else []
    told += ["a part of it"] if mention.part else []
    told += ["in a direction of it"] if mention.direction else []
    told += ["acts, so that it may be a party"] if mention.acts else []
    told += ["inside the name of an institution"] if mention.inside_name else []
    told += [f"anchored in '{_anchor(seen, mention.anchor)}'"] if mention.anchor is not None else []
    asked = f"gazetteer asked for '{mention.stem}'" if mention.role == "name" else f"a {mention.role}"
    return Step(rule=f"mention ({mention.role})", words=seen.words(mention.span), gives="; ".join((asked, *told)))


def _anchor(seen: Seen, number: int) -> str:
    return seen.work.stage.place_mentions[number].name


def _precision(seen: Seen, place: Place) -> Iterator[Step]:
    if place.lat is None:
        yield Step(rule="no point", gives="the gazetteer lacks the name, or two places tie")
    radius = f", ± {place.uncertainty_m} m" if place.uncertainty_m is not None else ""
    yield Step(
        rule=f"precision {place.precision}{radius}", gives=f"within {seen.name(place.within) or 'nothing named'}"
    )


def _candidates(seen: Seen, mention: PlaceMention) -> tuple[Rival, ...]:
    senses = weigh_senses(seen.work.stage.place_mentions, outlet=seen.record.report.outlet)
    return tuple(_candidate(one) for one in senses[sense_key(mention)].ranked[:MOST_CANDIDATES])


def _candidate(one: Scored) -> Rival:
    entry = one.entry
    where = ", ".join(part for part in (entry.level, entry.admin1 or entry.country) if part)
    features = {name: round(share, 2) for name, share in one.features.items()}
    people = f", {entry.population:,} people" if entry.population else ""
    return Rival(
        name=f"{entry.name} ({where}{people})", score=round(one.points, 2), features=features,
        id=f"geonames:{entry.geonames}" if entry.geonames else None,
    )  # fmt: skip


# -- times --------------------------------------------------------------------------------------------------------
def explain_time(seen: Seen, time: Time) -> Explanation:
    """What a time expression says by itself, and what made days of it."""
    report = seen.record.report.published
    day = Interval(start=report.start, end=report.end) if report.end else None
    text = seen.reading.text
    values = resolve_values(seen.work.mentions, text=text, day=day, tense_at=lambda at: tense_at(seen.reading, at))
    found = next((value for value in values if value.time.id == time.id), None)
    return Explanation(about="time", id=time.id, steps=tuple(_time_steps(seen, time, found)))


def _time_steps(seen: Seen, time: Time, found: ResolvedTime | None) -> Iterator[Step]:
    if found is not None:
        mention = found.mention
        parts = {name: getattr(mention.value, name) for name in mention.value.__struct_fields__[1:]}
        said = ", ".join(f"{name} {part}" for name, part in parts.items() if part not in (None, 0))
        yield Step(rule=f"expression ({mention.value.kind})", words=seen.words(mention.span), gives=said or None)
        yield Step(
            rule=f"preposition ({mention.opening})",
            gives=f"{found.bare.start or '…'} to {found.bare.end or '…'} without it",
        )
        yield Step(rule="tense of its clause", gives=tense_at(seen.reading, mention.full[0]))
    published = seen.record.report.published
    yield Step(rule=f"day of the report ({published.basis})", gives=published.end)
    for span in time.evidence[1:]:
        yield Step(rule="worked out from", words=seen.words(span))
    yield Step(rule=f"{time.basis}, to the {time.precision}", gives=f"{time.start or '…'} to {time.end or '…'}")


# -- the report ---------------------------------------------------------------------------------------------------
def explain_report(seen: Seen) -> Explanation:
    """How the day of the report is known, what else of the text tells a day, and why it was taken for conflict."""
    report = seen.record.report
    steps = (*_published_steps(seen, report), *_report_steps(seen, report))
    return Explanation(about="report", id=report.id, steps=steps)


def _published_steps(seen: Seen, report: Report) -> Iterator[Step]:
    if report.published.basis in ("given", "metadata", "url"):
        yield Step(rule=f"published: {report.published.basis}", gives=_day(report.published))
    told = days_told(report.text, seen.work.mentions, captions=report.captions, blocks=report.blocks)
    for rule, published in told:
        span = published.evidence[0] if published is not None and published.evidence else None
        words = seen.words(span) if span is not None else None
        yield Step(rule=f"published, by the text: {rule}", words=words, gives=_day(published))
    yield Step(rule=f"published: taken ({report.published.basis})", gives=_day(report.published))


def _day(published: Published | None) -> str | None:
    if published is None or published.start is None:
        return None
    return published.start if published.start == published.end else f"{published.start} to {published.end}"


def _report_steps(seen: Seen, report: Report) -> Iterator[Step]:
    if report.relevance is not None:
        about = "armed conflict" if report.relevance.conflict else "not about armed conflict"
        yield Step(rule=f"relevance: {about}", gives=report.relevance.basis)
    yield Step(rule="dateline", gives=seen.name(report.dateline))
    home = seen.work.stage.home
    yield Step(rule="country in which most of its places lie", gives=home)
    for caption in report.captions:
        taken = f"{caption.taken.start} to {caption.taken.end}" if caption.taken is not None else None
        yield Step(rule="caption taken", words=seen.words((caption.start, caption.end)), gives=taken)
