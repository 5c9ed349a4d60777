"""What a report is about, as far as places tell: its countries, its areas, and where its outlet is at home."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache

from sayso.codebook.places import load_place_words
from sayso.resolve.gazetteer import GazetteerEntry, find_name, open_gazetteer
from sayso.resolve.gazetteer_fold import fold
from sayso.resolve.places_score import Anchors, Context, fame
from sayso.resolve.places_types import PlaceMention

PEOPLE_AGAIN = 0.15
"""What a people's name counts for its country each further time, where the text names places: "Turkish" stands before
every drone of a war abroad."""
PEOPLE_WEIGHT, OFTEN, UNSURE, CONTESTED = 0.7, 3, 0.6, 2.0
COUNTRY_DOMAINS = {"uk": "GB", "su": "RU", "eu": ""}
PLAIN_DOMAINS = frozenset({"co", "io", "tv", "me", "ai", "fm", "ly", "cc", "ws", "to", "am", "is", "la", "it"})
"""Country domains that outlets elsewhere use for their looks."""
SMALLEST_HOME = 2_000
LEAST_LABEL = 5
ENOUGH = ("one place", "another place")
"""As many names of places as make a country one that the report speaks of."""


def gather(
    mentions: Sequence[PlaceMention], names: dict[str, tuple[GazetteerEntry, ...]], outlet: str | None
) -> Context:
    """The first view of a report: countries and areas that are named for sure, and peoples; nothing resolved yet."""
    countries: Counter[str] = Counter()
    areas: Counter[str] = Counter()
    named: dict[str, set[str]] = defaultdict(set)
    told: Counter[str] = Counter()
    for mention in mentions:
        if mention.role in ("site", "back"):
            continue
        entries = names[fold(mention.stem)]
        if mention.role == "people":
            peoples = [entry.country or "" for entry in entries if entry.how == "people"]
            told.update(dict.fromkeys(peoples, 1))
            for country in peoples:
                named[country].update(ENOUGH)
            continue
        if meant := _count(entries, countries, areas):
            wide = meant.level in ("country", "admin1", "region")
            named[meant.country or ""].update(ENOUGH if wide else [fold(mention.stem)])
    again = PEOPLE_AGAIN if countries else PEOPLE_WEIGHT
    countries.update({country: PEOPLE_WEIGHT + again * (times - 1) for country, times in told.items()})
    homes, home_country = outlet_home(outlet) if outlet else ((), None)
    spoken_of = frozenset(country for country, stems in named.items() if len(stems) >= len(ENOUGH))
    return Context(_shares(countries), _shares(areas), Anchors(), homes, home_country, spoken_of)


def _count(entries: Sequence[GazetteerEntry], countries: Counter[str], areas: Counter[str]) -> GazetteerEntry | None:
    """A name counts for its most famous place, less where others bear it, not at all where one is nearly as famous.
    The place that it counts for, or None."""
    known = [entry for entry in entries if entry.how != "people"]
    if not known:
        return None
    best = max(known, key=fame)
    rivals = [fame(entry) for entry in known if entry.country != best.country]
    if rivals and max(rivals) > fame(best) - CONTESTED:
        return None
    weight = UNSURE if rivals else 1.0
    if best.level in ("country", "admin1", "region"):
        countries[best.country or ""] += weight
    elif weight == 1.0:
        countries[best.country or ""] += 0.7
    if best.level == "admin1":
        areas[best.admin1 or ""] += weight
    return best


def _shares(counts: Counter[str]) -> dict[str, float]:
    most = max(counts.values(), default=0)
    return {name: count / max(most, OFTEN) for name, count in counts.items() if name}


@lru_cache(maxsize=4096)
def outlet_home(outlet: str) -> tuple[tuple[GazetteerEntry, ...], str | None]:
    """The places that an outlet's name or address names ("www.thefresnoherald.com"), and the country of its address."""
    host = re.sub(r"^https?://|/.*$", "", outlet.strip().lower())
    if "." not in host or " " in host:
        words = [word for word in re.findall(r"[\w'’-]+", outlet) if word.lower() not in load_place_words().paper_words]
        return _homes(" ".join(words)), None
    labels = [
        label for label in host.split(".") if label not in ("www", "m", "en", "com", "co", "org", "net", "gov", "news")
    ]
    ending = host.rsplit(".", 1)[-1]
    country = COUNTRY_DOMAINS.get(ending, ending.upper()) if len(ending) == 2 and ending not in PLAIN_DOMAINS else None
    homes = _homes_in_label(labels[0] if labels else "")
    at_home = _in_country(homes, country or "US") or _in_country(_loose_homes(labels), country or "US")
    return at_home or homes, country or None


def _in_country(homes: tuple[GazetteerEntry, ...], country: str) -> tuple[GazetteerEntry, ...]:
    return tuple(entry for entry in homes if entry.country == country)


def _loose_homes(labels: list[str]) -> tuple[GazetteerEntry, ...]:
    """The place behind a newspaper's word, in one label or in two ("onlineathens.com", "chronicle.augusta.com")."""
    words = load_place_words().paper_words
    bare = [label for label in labels if label not in words] if words.intersection(labels) else []
    bare += [label.removeprefix(word) for label in labels[:1] for word in words if label.startswith(word)]
    return next((homes for name in bare if len(name) >= LEAST_LABEL and (homes := _homes(name))), ())


def _homes_in_label(label: str) -> tuple[GazetteerEntry, ...]:
    """The places whose name is what remains of a host name without a newspaper's words, or stands at its beginning."""
    bare = label.removeprefix("the").replace("-", "")
    for word in sorted(load_place_words().paper_words, key=lambda word: (-len(word), word)):
        if bare.endswith(word) and len(bare) - len(word) >= 4:
            bare = bare.removesuffix(word)
            for again in ("daily", "evening", "morning", "sunday", "city"):
                bare = bare.removesuffix(again) if len(bare) - len(again) >= 4 else bare
            break
    else:
        return ()
    return _homes(bare) or _homes_of_two(bare)


def _homes(name: str) -> tuple[GazetteerEntry, ...]:
    return tuple(
        entry
        for entry in open_gazetteer().find(fold(name))
        if entry.level in ("admin1", "admin2") or (entry.level == "settlement" and entry.population >= SMALLEST_HOME)
    )[:12]


def _homes_of_two(bare: str) -> tuple[GazetteerEntry, ...]:
    for at in range(3, len(bare) - 2):
        found = _homes(f"{bare[:at]} {bare[at:]}")
        if found:
            return found
    return ()


def look_up(mentions: Sequence[PlaceMention]) -> dict[str, tuple[GazetteerEntry, ...]]:
    """Folded name -> its entries, for every name and qualifier of the mentions."""
    names: dict[str, tuple[GazetteerEntry, ...]] = {}
    for mention in mentions:
        if mention.role in ("site", "back"):
            continue
        for name in (mention.stem, *mention.qualifiers):
            key = fold(name)
            if key not in names:
                names[key] = find_name(name)
    return names
