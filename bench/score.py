"""Score records against hand-made gold (tests/gold/README.md says what gold looks like).

    python -m bench.score GOLD.yaml RECORD.jsonl [GOLD.yaml RECORD.jsonl ...] [--json] [--show]

Per section: recall (found of the gold), precision (right of the given), F1; and how often each attribute of what was
found is right. A prediction answers a gold item where its spans point at the item's quote (half of the shorter of the
two, none longer than 400 code points) and the values agree that make the item what it is: a time's days, a figure's
measure and bounds, an event's or relation's type, an utterance's speaker. A list as a value means any of its members;
an optional item is no miss; a second prediction for the same item is not counted; a section that the gold lacks is not
scored.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bench.matching import (
    LONGEST_CONTENT,
    NEAR_DEGREES,
    Ground,
    Item,
    alternatives,
    days,
    find_all,
    fold,
    points_at,
    shared,
    spans_of,
)

CLAIMS = {
    "events": "event",
    "figures": "figure",
    "control": "control",
    "conditions": "condition",
    "relations": "relation",
}
SECTIONS = ("parties", "people", "places", "times", "utterances", *CLAIMS)
WHO = ("actor", "recipient", "perpetrator", "party", "holder", "subject", "object")
AS_IT_IS = ("realis", "modifier", "group", "state")
BOUNDS = ("low", "best", "high")

Match = Callable[[Ground, Item, Item], bool]
Check = tuple[str, bool]


@dataclass
class Score:
    """Counts over any number of reports. counts: (section, found | gold | given); right: (attribute, right | asked)."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    right: Counter[tuple[str, str]] = field(default_factory=Counter)
    missed: list[tuple[str, str]] = field(default_factory=list)
    made_up: list[tuple[str, str]] = field(default_factory=list)
    unsound: list[str] = field(default_factory=list)

    def recall(self, section: str) -> float:
        return self._share(section, "gold")

    def precision(self, section: str) -> float:
        return self._share(section, "given")

    def f1(self, section: str) -> float:
        """Twice what was found, by what was asked and what was given; 1 where there was neither."""
        both = self.counts[section, "gold"] + self.counts[section, "given"]
        return 2 * self.counts[section, "found"] / both if both else 1.0

    def attributes(self) -> dict[str, float]:
        """Attribute ("events.actor") -> share that is right of those found."""
        asked = sorted(name for name, what in self.right if what == "asked")
        return {name: self.right[name, "right"] / self.right[name, "asked"] for name in asked}

    def mean_f1(self) -> float:
        met = [section for section in SECTIONS if self.counts[section, "gold"] or self.counts[section, "given"]]
        return sum(map(self.f1, met)) / len(met) if met else 0.0

    def note(self, section: str, checks: Iterable[Check]) -> None:
        for name, ok in checks:
            self.right[f"{section}.{name}", "asked"] += 1
            self.right[f"{section}.{name}", "right"] += ok

    def _share(self, section: str, of: str) -> float:
        return self.counts[section, "found"] / self.counts[section, of] if self.counts[section, of] else 0.0


def score_records(pairs: Iterable[tuple[Item, Item]]) -> Score:
    """Gold and record (as JSON has it), pair by pair, in; their common score out."""
    score = Score()
    for gold, record in pairs:
        ground = Ground(gold, record)
        score.unsound += find_unsound(record)
        score.note("report", check_report(ground))
        score_parties(score, ground)
        for section in SECTIONS[1:]:
            score_section(score, ground, section)
    return score


def score_section(score: Score, ground: Ground, section: str) -> None:
    """Pair the gold's items with the record's, one to one and in order, and check what was found."""
    golds = ground.gold.get(section)
    if golds is None:
        return
    given, match = items_of(ground.record, section), MATCHES[section]
    used: list[int] = []
    for gold in golds:
        free = (at for at, item in enumerate(given) if section == "utterances" or at not in used)
        at = next((at for at in free if match(ground, gold, given[at])), None)
        if at is not None:
            used.append(at)
            score.note(section, CHECKS[section](ground, gold, given[at]))
        elif not gold.get("optional"):
            score.missed.append((section, called(gold)))
            score.counts[section, "gold"] += 1
    repeats = [item for at, item in enumerate(given) if at not in used]
    made_up = [item for item in repeats if not any(match(ground, gold, item) for gold in golds)]
    score.made_up += [(section, shown(ground, item)) for item in made_up]
    score.counts[section, "found"] += len(used)
    score.counts[section, "gold"] += len(used)
    score.counts[section, "given"] += len(used) + len(made_up)


def score_parties(score: Score, ground: Ground) -> None:
    """A party that the record splits in two is given twice; one that the gold lacks costs nothing."""
    for gold in ground.gold.get("parties") or ():
        ids = [party for party in ground.parties if gold["id"] in ground.meanings[party]]
        if ids or not gold.get("optional"):
            score.counts["parties", "gold"] += 1
            score.counts["parties", "found"] += bool(ids)
            score.counts["parties", "given"] += len(ids)
        if not ids and not gold.get("optional"):
            score.missed.append(("parties", gold["id"]))


def items_of(record: Item, section: str) -> list[Item]:
    """The record's items that a section of the gold is about."""
    if section in CLAIMS:
        return [claim for claim in record.get("claims", ()) if claim.get("kind") == CLAIMS[section]]
    items = record.get(section, [])
    return [item for item in items if item.get("name")] if section == "people" else items


def called(gold: Item) -> str:
    return str(next(gold[key] for key in ("quote", "name", "content", "verbatim") if gold.get(key)))


def shown(ground: Ground, item: Item) -> str:
    """The words of an item that was made up, with its type or measure."""
    spans = next(
        (found for key in ("trigger", "span", "content", "evidence") if (found := spans_of(item.get(key)))), []
    )
    words = " / ".join(ground.text[start:end] for start, end in spans)[:110]
    return f"{words!r} {item.get('type') or item.get('measure') or ''}".rstrip()


# -- what makes an item the one that the gold asks for ---------------------------------------------------------------
def touches(ground: Ground, gold: Item, spans: Any) -> bool:
    return points_at(find_all(gold["quote"], ground.text), spans_of(spans))


def is_time(ground: Ground, gold: Item, time: Item) -> bool:
    wanted = [[gold["start"], gold["end"]]] if "start" in gold else gold["any"]
    return touches(ground, gold, time.get("evidence")) and (time["start"], time["end"]) in map(days, wanted)


def is_place(ground: Ground, gold: Item, place: Item) -> bool:
    return not ground.names(place).isdisjoint(map(fold, alternatives(gold["name"])))


def is_person(ground: Ground, gold: Item, person: Item) -> bool:
    return fold(gold["name"]) == fold(person["name"])


def is_utterance(ground: Ground, gold: Item, utterance: Item) -> bool:
    wanted = [span for key in ("content", "verbatim") if gold.get(key) for span in find_all(gold[key], ground.text)]
    content = spans_of(utterance.get("content"))
    common = shared(wanted, content + spans_of(utterance.get("verbatim")))
    if 2 * common < max((end - start for start, end in wanted), default=1):
        return False
    if sum(end - start for start, end in content) > LONGEST_CONTENT:
        return False
    return any(ground.is_speaker(speaker, gold["speaker"]) for speaker in utterance.get("speakers", ()))


def is_event(ground: Ground, gold: Item, event: Item) -> bool:
    spans = event.get("trigger") or event.get("evidence")
    return event["type"] in alternatives(gold["type"]) and touches(ground, gold, spans)


def is_figure(ground: Ground, gold: Item, figure: Item) -> bool:
    same = all(figure.get(bound) == gold[bound] for bound in BOUNDS if bound in gold)
    spans = figure.get("span") or figure.get("evidence")
    return same and figure["measure"] in alternatives(gold["measure"]) and touches(ground, gold, spans)


def is_control(ground: Ground, gold: Item, control: Item) -> bool:
    return is_condition(ground, gold, control) and ground.is_party(control.get("holder"), gold.get("holder"))


def is_condition(ground: Ground, gold: Item, condition: Item) -> bool:
    return touches(ground, gold, condition.get("evidence"))


def is_relation(ground: Ground, gold: Item, relation: Item) -> bool:
    sides = all(ground.is_party(relation.get(side), gold[side]) for side in ("subject", "object"))
    return sides and relation["type"] in alternatives(gold["type"]) and touches(ground, gold, relation.get("evidence"))


MATCHES: dict[str, Match] = {
    "people": is_person, "places": is_place, "times": is_time, "utterances": is_utterance, "events": is_event,
    "figures": is_figure, "control": is_control, "conditions": is_condition, "relations": is_relation,
}  # fmt: skip


# -- which attributes of what was found are right --------------------------------------------------------------------
def check_report(ground: Ground) -> Iterator[Check]:
    gold, report = ground.gold.get("report", {}), ground.record["report"]
    if "title" in gold:
        yield "title", fold(report.get("title")) in map(fold, alternatives(gold["title"]))
    for junk in gold.get("furniture", ()):
        yield "furniture", junk not in ground.text
    if "published" in gold:
        published = report.get("published") or {}
        wanted = [days([one["start"], one["end"]]) for one in alternatives(gold["published"])]
        yield "published", (published.get("start"), published.get("end")) in wanted
    for caption in gold.get("captions", ()):
        yield from check_caption(ground, caption)


def check_caption(ground: Ground, gold: Item) -> Iterator[Check]:
    captions = ground.record["report"].get("captions", ())
    found = [each for each in captions if gold["starts"] in ground.text[each["start"] : each["end"]]]
    yield "captions", len(found) == 1
    if "about_date" in gold:
        taken = (found[0].get("taken") if found else None) or {}
        yield "caption date", taken.get("start") == str(gold["about_date"])


def check_nothing(ground: Ground, gold: Item, item: Item) -> Iterator[Check]:
    yield from ()


def check_person(ground: Ground, gold: Item, person: Item) -> Iterator[Check]:
    yield "of", ground.is_party(person.get("party"), gold.get("of"))


def check_place(ground: Ground, gold: Item, place: Item) -> Iterator[Check]:
    if "country" in gold:
        yield "country", place.get("country") == gold["country"]
    if "lat" in gold:
        yield "where", is_near(gold, place)
    if "within" in gold:
        yield "within", ground.is_place(place.get("within"), gold["within"])


def is_near(gold: Item, place: Item) -> bool:
    if place.get("lat") is None:
        return False
    return all(abs(place[axis] - gold[axis]) < NEAR_DEGREES for axis in ("lat", "lon"))


def check_utterance(ground: Ground, gold: Item, utterance: Item) -> Iterator[Check]:
    if gold.get("verbatim"):
        yield "verbatim", shared(find_all(gold["verbatim"], ground.text), spans_of(utterance.get("verbatim"))) > 0
    if gold.get("person"):
        people = [ground.people.get(speaker.get("person") or "", {}) for speaker in utterance["speakers"]]
        yield "person", any(fold(person.get("name")) == fold(gold["person"]) for person in people)


def check_claim(ground: Ground, gold: Item, claim: Item) -> Iterator[Check]:
    yield from ((name, ground.is_party(claim.get(name), gold[name])) for name in WHO if name in gold)
    yield from ((name, claim.get(name) in alternatives(gold[name])) for name in AS_IT_IS if name in gold)
    for name, key in (("place", "where"), ("area", "area")):
        if name in gold:
            yield name, ground.is_place(claim.get(key), gold[name])
    if "when" in gold:
        yield "when", ground.is_when(claim, gold["when"])
    if "said_by" in gold:
        yield "said_by", ground.is_said_by(claim, gold["said_by"])
    if "background" in gold:
        yield "background", bool(claim.get("background")) == gold["background"]
    if "themes" in gold:
        yield "themes", set(gold["themes"]) <= set(claim.get("themes") or ())


CHECKS: dict[str, Callable[[Ground, Item, Item], Iterator[Check]]] = {
    "people": check_person, "places": check_place, "times": check_nothing, "utterances": check_utterance,
    **dict.fromkeys(CLAIMS, check_claim),
}  # fmt: skip


def find_unsound(record: Item) -> list[str]:
    """What no record may get wrong: items without evidence, or with evidence outside the text."""
    size, bad = len(record["report"]["text"]), []
    for name in ("parties", "people", "places", "times", "utterances", "claims"):
        for item in record.get(name, ()):
            spans = spans_of(item.get("evidence"))
            if not spans or any(not 0 <= start < end <= size for start, end in spans):
                bad.append(f"{name} {item.get('id')}: evidence {spans} of a text of {size}")
    return bad


# -- the command -----------------------------------------------------------------------------------------------------
def as_plain(score: Score) -> dict[str, Any]:
    """The score as JSON has it."""
    met = [section for section in SECTIONS if score.counts[section, "gold"] or score.counts[section, "given"]]
    plain: dict[str, Any] = {
        section: {
            **{what: score.counts[section, what] for what in ("found", "gold", "given")},
            "recall": score.recall(section), "precision": score.precision(section), "f1": score.f1(section),
        }
        for section in met
    }  # fmt: skip
    return {**plain, "attributes": score.attributes(), "unsound": score.unsound}


def as_lines(score: Score) -> Iterator[str]:
    """The score as a person reads it."""
    for section, row in as_plain(score).items():
        if section in SECTIONS:
            recall, precision = (
                f"{row[way]:.2f} ({row['found']}/{row[of]})" for way, of in (("recall", "gold"), ("precision", "given"))
            )
            yield f"{section:12} recall {recall:15} precision {precision:15} F1 {row['f1']:.2f}"
    yield "right of what was found: " + ", ".join(f"{name} {share:.2f}" for name, share in score.attributes().items())
    yield f"mean F1 {score.mean_f1():.3f}"
    yield from (f"unsound: {what}" for what in score.unsound)


def as_list(score: Score) -> Iterator[str]:
    """What was missed and what was made up, one a line."""
    yield from (f"missed   {section}: {what}" for section, what in score.missed)
    yield from (f"made up  {section}: {what}" for section, what in score.made_up)


def main() -> int:
    """Ends with 1 where a record is unsound."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", metavar="GOLD RECORD", type=Path)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--show", action="store_true", help="list what was missed and what was made up")
    args = parser.parse_args()
    pairs = zip(args.files[::2], args.files[1::2], strict=True)
    score = score_records(
        (yaml.safe_load(gold.read_text()), json.loads(record.read_text().splitlines()[0])) for gold, record in pairs
    )
    lines = (
        [json.dumps(as_plain(score), indent=1)]
        if args.json
        else [*(as_list(score) if args.show else ()), *as_lines(score)]
    )
    print("\n".join(lines))
    return 1 if score.unsound else 0


if __name__ == "__main__":
    sys.exit(main())
