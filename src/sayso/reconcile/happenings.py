"""A report in, its happenings out: the stretches of its text that tell of violence in different places, or in one place
on different days, the news first.

A happening is a settlement, or several that one claim names together, with the sentences whose violence is set there,
on one of its days where there are several (`days`). A sentence that tells of none belongs with the one before it in
its paragraph, else to the news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

import msgspec
from msgspec.structs import replace

from sayso.codebook import load_joining
from sayso.reconcile.accounts import HARM, MEANS, Account, harm_of, is_violent, ordinal
from sayso.reconcile.days import day_of, days_apart
from sayso.reconcile.distances import kilometres_between
from sayso.reconcile.lines import Line, part_lines
from sayso.reconcile.sets import join_sets
from sayso.reconcile.terms import place_skeleton, plain
from sayso.records import AnyClaim, Event, Figure, Place, Report, Span, When

SETTLEMENTS = frozenset(("city", "town", "village"))
NEAR_KM = 10.0
"""Settlements no farther apart are one scene, a village and the fields behind it; nor are those within twice what a
place is uncertain by: a city and its suburb."""
MANY = 3
"""From how many on a number is hardly told of two places by chance."""
ROUND_UP = 2
"""Scenes beside the first from which on a report is a round-up."""
NEWS_DAYS = 7
"""Days before the report's day in which what it tells is news, and no history."""
ROUGH = frozenset(("month", "season", "year", "decade"))
"""Precisions of times by which no news of the week is told."""
FROM_ELSEWHERE = tuple(
    f"where: from the {source}" for source in ("sentence before", "paragraph before", "dateline", "title")
)
"""Steps of inference after which a claim's place is that of another."""
IN_ITS_SENTENCE = (
    "where: from the clause above", "where: from the clause beside", "where: from the clause below",
    "where: from the sentence", "where: from those who live there",
)  # fmt: skip
"""Steps after which its place still stands in a claim's own sentence."""
FROM_LABEL = "where: from the sentence before"
DESTROY = "destroy"
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+")
_BREAK = re.compile(r"[.!?][\"'”’)\]]*\s|\n\W*")
_LABEL = re.compile(r"\s*(?:region|province|oblast|city|town|district)?\s*:\s")
_FEW_WORDS = r"\W+(?:[\w'-]+\W+){0,6}"

OUTSIDE = frozenset(("headline", "byline", "dateline", "timestamp", "caption"))
"""Blocks that say what is told elsewhere in the report."""
Scene = frozenset[str]
Named = tuple[AnyClaim, dict[str, Place]]


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """One happening of a report: its claims, its stretches of text, its settlements by skeleton."""

    claims: tuple[AnyClaim, ...]
    passages: tuple[Span, ...]
    scene: Scene = frozenset()


def part_happenings(account: Account) -> tuple[Happening, ...]:
    """An account in, its happenings out, the news first, then as the text has them; at least one. What another place's
    history tells is left out."""
    claims = sorted(account.record.claims, key=lambda claim: claim.evidence[0])
    named = list(_named(account, claims))
    if lines := part_lines(account):
        return _with_lines(account, named, lines)
    scenes, history = _scenes(account, named)
    on_days = {scene: days_apart(_told_in(scene, named)) for scene in scenes}
    if len(scenes) + len(history) < 2 and not any(on_days.values()):
        return (Happening(claims=account.record.claims, passages=((0, len(account.record.report.text)),)),)
    parts: dict[Scene, list[tuple[Span, list[AnyClaim]]]] = {
        part: [] for scene in (*scenes, *history) for part in _parts_of(scene, on_days)
    }
    for scene, span, told in _sentences(account, claims, (*scenes, *history), on_days):
        parts[scene].append((span, told))
    return tuple(_happening(scene, rows) for scene, rows in parts.items() if rows and scene not in history)


def _with_lines(account: Account, named: Sequence[Named], lines: Sequence[Line]) -> tuple[Happening, ...]:
    """The lines of a digest; before them the news, where what stands around them sets a deed somewhere. Totals and what
    is told of no place are left out."""
    listed = [span for line in lines for span in line.spans]
    around = tuple(span for span in _blocks(account.record.report) if not _overlaps(span, listed))
    deed = any(_is_deed(claim, IN_ITS_SENTENCE) and _begins_in(claim, around) for claim, _ in named)
    claims = tuple(claim for claim in account.record.claims if _begins_in(claim, around))
    news = (Happening(claims=claims, passages=around),) if deed else ()
    return (
        *news,
        *(Happening(claims=each.claims, passages=each.spans, scene=each.places | each.days) for each in lines),
    )


def _overlaps(span: Span, others: Sequence[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _begins_in(claim: AnyClaim, spans: Sequence[Span]) -> bool:
    return any(start <= claim.evidence[0][0] < end for start, end in spans)


def _parts_of(scene: Scene, on_days: Mapping[Scene, Sequence[str]]) -> list[Scene]:
    """A scene on each of its days: the first goes by the name of the place alone."""
    return [scene, *(scene | {day} for day in on_days.get(scene, ())[1:])]


def _happening(scene: Scene, rows: Sequence[tuple[Span, Sequence[AnyClaim]]]) -> Happening:
    return Happening(
        claims=tuple(claim for _, told in rows for claim in told), passages=tuple(span for span, _ in rows), scene=scene
    )


# -- scenes -------------------------------------------------------------------------------------------------------
def _scenes(account: Account, named: Sequence[Named]) -> tuple[list[Scene], list[Scene]]:
    """The scene of the news, and every other that is a happening of its own, in the order of the text; and those that
    are history.

    Two others and more make a round-up; one alone must open its sentence ("In Dilling, ..."), as news of another place
    does and the address of a victim does not.
    """
    if not named:
        return [], []
    first, *others = _draw(named)
    for steps in ((), IN_ITS_SENTENCE):
        apart = [scene for scene in others if _stands_apart(scene, named, steps)]
        history = [scene for scene in apart if _is_past(account, scene, named)]
        recent = [scene for scene in apart if scene not in history]
        if len(_counted(recent, named)) >= ROUND_UP:
            return [first, *recent], history
    return _beside(account, first, others, named)


def _beside(
    account: Account, first: Scene, others: Sequence[Scene], named: Sequence[Named]
) -> tuple[list[Scene], list[Scene]]:
    """The news, and where another scene opens its sentence that one too; and those that are history."""
    apart = [scene for scene in others if _stands_apart(scene, named, ())]
    history = [scene for scene in apart if _is_past(account, scene, named)]
    counted = _counted([scene for scene in apart if scene not in history], named)
    opening = [scene for scene in counted if any(_opens(account, claim) for claim in _told_in(scene, named))]
    return [first, *opening], history


def _named(account: Account, claims: Sequence[AnyClaim]) -> Iterator[Named]:
    """The claims that tell of one deed as news, below the headline, with the settlements in which they are set."""
    report = account.record.report
    outside = [(block.start, block.end) for block in report.blocks if block.kind in OUTSIDE]
    attacked = {place for claim in claims if isinstance(claim, Event) and claim.protected for place in claim.where}
    for claim in filter(_is_news, claims):
        at, found = claim.evidence[0][0], _settlements(account, claim)
        above = any(start <= at < end for start, end in outside)
        if found and not above and not _is_care(account, claim, attacked):
            yield _as_labelled(account, claim), found


def _as_labelled(account: Account, claim: AnyClaim) -> AnyClaim:
    """The claim; without the step of inference by which it has its place from a label before it ("Kherson: a drone hit
    a bus"), which is as good as its own words."""
    if FROM_LABEL not in claim.basis:
        return claim
    text, at = account.record.report.text, claim.evidence[0][0]
    named = [span for each in claim.where if each in account.places for span in account.places[each].evidence]
    labelled = any(end <= at and _LABEL.match(text, end) and not _BREAK.search(text, end, at) for _, end in named)
    return replace(claim, basis=tuple(step for step in claim.basis if step != FROM_LABEL)) if labelled else claim


def _is_news(claim: AnyClaim) -> bool:
    """Whether a claim tells of one deed as news: neither background nor a total to date."""
    total = isinstance(claim, Figure) and claim.nature != "event_count"
    return is_violent(claim) and not claim.background and not total


def _is_care(account: Account, claim: AnyClaim, attacked: set[str]) -> bool:
    """Whether a claim is set where the hurt were brought, and not where an attack hit the doctors."""
    sites = [account.places[each] for each in claim.where if each in account.places and each not in attacked]
    return any(_words(site) & load_joining().care for site in sites)


def _words(place: Place) -> set[str]:
    return set(plain(place.name).split())


def _settlements(account: Account, claim: AnyClaim) -> dict[str, Place]:
    """The settlements in which a claim is set, by skeleton."""
    places = [account.settlement(account.places[each]) for each in claim.where if each in account.places]
    towns = [place for place in places if place.kind in SETTLEMENTS and not _words(place) & load_joining().town_parts]
    named = {place_skeleton(place.name): place for place in towns}
    return {key: place for key, place in named.items() if key}


def _draw(named: Sequence[Named]) -> list[Scene]:
    """Settlements as scenes, in the order of the text: those near one another are one, and those that one claim names
    together, unless several of them have claims of their own: then it sums up."""
    known = {key: place for _, found in named for key, place in found.items()}
    alone = {next(iter(found)) for _, found in named if len(found) == 1}
    together = (set(found) for claim, found in named if _is_own(claim) and len(alone & set(found)) < 2)
    near = ({one, other} for one, other in combinations(known, 2) if _are_near(known[one], known[other]))
    order = {key: at for at, key in enumerate(known)}
    joined = join_sets([*({key} for key in known), *together, *near])
    return sorted(joined, key=lambda scene: min(order[key] for key in scene))


def _are_near(one: Place, other: Place) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    near = max(NEAR_KM, *(2 * (each.uncertainty_m or 0) / 1_000 for each in (one, other)))
    return kilometres_between((one.lat, one.lon), (other.lat, other.lon)) <= near


def _last_day(account: Account, news: Sequence[AnyClaim]) -> int | None:
    """The report's day, else the last that it tells of."""
    told = [ordinal(claim.when.end) for claim in news if claim.when and claim.when.end]
    return ordinal(account.record.report.published.end) or max((day for day in told if day), default=None)


def _told_in(scene: Scene, named: Sequence[Named]) -> list[AnyClaim]:
    return [claim for claim, found in named if not scene.isdisjoint(found)]


def _counted(scenes: Sequence[Scene], named: Sequence[Named]) -> list[Scene]:
    """The scenes in which the harmed are counted."""
    return [scene for scene in scenes if any(_counts(claim) for claim in _told_in(scene, named))]


def _stands_apart(scene: Scene, named: Sequence[Named], steps: Sequence[str]) -> bool:
    """Whether a scene may be a happening of its own: a deed whose own words name the place, or have it by one of these
    steps, told in one go, and not by the numbers of another place."""
    own = _told_in(scene, named)
    at = [number for number, (_, found) in enumerate(named) if not scene.isdisjoint(found)]
    in_one_go = at[-1] - at[0] < 1.34 * len(at)
    return in_one_go and any(_is_deed(claim, steps) for claim in own) and not _repeats(scene, named)


def _is_past(account: Account, scene: Scene, named: Sequence[Named]) -> bool:
    """Whether a scene is history: its days lie long before the report's, or are told by month or year."""
    last = _last_day(account, [claim for claim, _ in named])
    rough = {time.id for time in account.record.times if time.precision in ROUGH}
    dated = [claim.when for claim in _told_in(scene, named) if claim.when and (claim.when.end or claim.when.time)]
    return bool(dated) and all(when.time in rough or _is_before(when, last) for when in dated)


def _is_before(when: When, last: int | None) -> bool:
    """Whether a time ends before the week of the report."""
    end = ordinal(when.end)
    return bool(end and last and last - end > NEWS_DAYS)


def _is_deed(claim: AnyClaim, steps: Sequence[str] = ()) -> bool:
    """Whether a claim is a deed, by its means or by whom it harms, in a place that its own words name, or that it has
    by one of these steps."""
    deed = isinstance(claim, Event) and (claim.mode in (*MEANS, DESTROY) or harm_of(claim) is not None)
    return deed and not any(step.startswith("where") and step not in steps for step in claim.basis)


def _is_own(claim: AnyClaim) -> bool:
    return not any(step in FROM_ELSEWHERE for step in claim.basis)


def _repeats(scene: Scene, named: Sequence[Named]) -> bool:
    """Whether all that a scene counts is counted elsewhere as well: one toll, told of a town and of its quarter."""
    own = {number for claim in _told_in(scene, named) if (number := _number(claim))}
    many = any(number >= MANY for _, number in own)
    return many and own <= {_number(claim) for claim, found in named if scene.isdisjoint(found)}


def _number(claim: AnyClaim) -> tuple[str, float] | None:
    """How many were harmed, and how; None for what counts nobody."""
    value = (claim.best or claim.low or claim.high) if isinstance(claim, Figure) else None
    return (claim.measure, value) if isinstance(claim, Figure) and claim.measure in HARM and value else None


def _counts(claim: AnyClaim) -> bool:
    """Whether a claim counts the harmed of a place that its own sentence names."""
    return _number(claim) is not None and _is_own(claim)


def _opens(account: Account, claim: AnyClaim) -> bool:
    """Whether a deed's place opens its sentence: "In Dilling, ...", "Near the town of Dilling ...", "Dilling: ..."."""
    if not isinstance(claim, Event) or not _is_deed(claim):
        return False
    text, trigger = account.record.report.text, claim.trigger[0]
    start = max((found.end() for found in _BREAK.finditer(text, 0, trigger)), default=0)
    ahead = [span for each in claim.where for span in account.places[each].evidence if start <= span[0] < trigger]
    return any(_opening().fullmatch(text, start, at) for at, _ in ahead)


@cache
def _opening() -> re.Pattern[str]:
    """What may stand before the place at the head of a sentence: nothing, or a word that turns elsewhere and a few."""
    return re.compile(f"(?:(?:{'|'.join(load_joining().openers)}){_FEW_WORDS})?", re.IGNORECASE)


# -- sentences ----------------------------------------------------------------------------------------------------
def _sentences(
    account: Account, claims: Sequence[AnyClaim], scenes: Sequence[Scene], on_days: Mapping[Scene, Sequence[str]]
) -> Iterator[tuple[Scene, Span, list[AnyClaim]]]:
    """Each sentence with its scene and the claims that begin in it."""
    scene_of = {key: scene for scene in scenes for key in scene}
    report = account.record.report
    outside = {block.start for block in report.blocks if block.kind in OUTSIDE}
    for start, end in _blocks(report):
        scene = scenes[0]
        for span in _cut(report.text, start, end):
            told = [claim for claim in claims if span[0] <= claim.evidence[0][0] < span[1]]
            if start not in outside:
                place = next(_scenes_of(account, told, scene_of), None)
                scene = _on_its_day(place, told, scene, on_days) if place else scene
            yield scene, span, told


def _on_its_day(place: Scene, told: Sequence[AnyClaim], before: Scene, on_days: Mapping[Scene, Sequence[str]]) -> Scene:
    """A place on the day that a sentence tells of; where it names none, on that of the sentence before."""
    days = on_days.get(place, ())
    day = next((each for claim in told if (each := day_of(claim)) in days), None)
    if day is None:
        return before if place <= before else place
    return place | {day} if day != days[0] else place


def _scenes_of(account: Account, claims: Sequence[AnyClaim], scene_of: dict[str, Scene]) -> Iterator[Scene]:
    for _, found in _named(account, claims):
        yield from (scene_of[key] for key in found if key in scene_of)


def _blocks(report: Report) -> list[Span]:
    """The blocks of a text, with what lies between them."""
    starts = [0, *sorted(block.start for block in report.blocks if block.start)]
    return list(zip(starts, [*starts[1:], len(report.text)], strict=True))


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    for found in _SENTENCE_END.finditer(text, start, end):
        yield start, found.end()
        start = found.end()
    if start < end:
        yield start, end
