"""What the full-text index knows of a harvest: an entry for the report and one for each claim, with its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from sayso.ledger.dialects import add_words, insert_numbered
from sayso.ledger.rows import Gave, Row
from sayso.ledger.tables import entry, harvest
from sayso.ledger.words import BREAK, words_of, words_of_days, words_of_field
from sayso.records import AnyClaim, Incident, Party, Person, Place, Record, Speaker

BETWEEN = "; "
"""Between several speakers or places in one column."""


class Entry(NamedTuple):
    """A row of `entry`, and the words by which it is found."""

    row: Row
    words: list[str]


def append_entries(connection: Connection, record: Record, gave: Iterable[Gave], done: Row) -> None:
    """Put the entries of a harvest, whose rows and pass are given, into the index."""
    entries = list(entries_of(record, gave, done))
    numbers = insert_numbered(connection, entry, [each.row for each in entries])
    add_words(connection, [(number, each.words) for number, each in zip(numbers, entries, strict=True)])


def entries_of(record: Record, gave: Iterable[Gave], done: Row) -> Iterator[Entry]:
    """The entries of one harvest: the report's, then its claims' in order."""
    scene = _Scene(record)
    yield _report_entry(record, scene, done)
    keys = [row["key"] for name, rows, _ in gave if name == "claims" for row in rows]
    for position, (claim, key) in enumerate(zip(record.claims, keys, strict=True)):
        yield _claim_entry(claim, key, position, scene, done)


def incident_entry(key: str, incident: Incident) -> Entry:
    """The entry of an incident: found by its parties, its places, whoever speaks of it, and by what is counted."""
    speakers = [name for toll in incident.tolls for point in toll.points for name in point.speakers]
    fields = {
        "kind": ["incident"],
        "type": dict.fromkeys(figure.measure for figure in incident.figures),
        "speaker": dict.fromkeys(speakers),
        "place": dict.fromkeys(
            name for each in incident.where for name in (each.name, each.admin1, each.country) if name
        ),
        "publisher": dict.fromkeys(each.outlet for each in incident.accounts if each.outlet),
    }
    named = [word for party in incident.parties for word in (*words_of(party.name), BREAK)]
    row = {
        "of": "incident", "key": key, "pass": None, "position": None, "publisher": None,
        "day_start": incident.when.start, "day_end": incident.when.end, "type": " ".join(fields["type"]),
        "speakers": BETWEEN.join(fields["speaker"]), "places": BETWEEN.join(each.name for each in incident.where),
    }  # fmt: skip
    return Entry(row, [*_words(fields, incident.when.start, incident.when.end), *named])


def missing_entries(connection: Connection) -> list[str]:
    """The keys of the passes that the index knows nothing of."""
    known = select(entry.c.key).where(entry.c["pass"] == harvest.c.key).exists()
    return list(connection.execute(select(harvest.c.key).where(~known)).scalars())


class _Scene:
    """The names behind the ids of a record."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.parties: dict[str, Party] = {party.id: party for party in record.parties}
        self.people: dict[str, Person] = {person.id: person for person in record.people}
        self.places: dict[str, Place] = {place.id: place for place in record.places}
        self.speakers = {each.id: [*map(self.speaker, each.speakers)] for each in record.utterances}

    def speaker(self, speaker: Speaker) -> str:
        """Who speaks, by name, title, role and party, as far as they are known."""
        person = self.people.get(speaker.person or "")
        party = self.parties.get(speaker.party or (person.party if person else None) or "")
        known = (person.title, person.name or person.role) if person else ()
        return " ".join(filter(None, (*known, f"({party.name})" if party and known else party and party.name)))

    def said_by(self, claim: AnyClaim) -> list[str]:
        """The speakers of a claim; the outlet, where it speaks in its own voice."""
        if claim.utterance is None:
            return [self.record.report.outlet] if self.record.report.outlet else []
        return [name for name in self.speakers.get(claim.utterance, ()) if name]

    def around(self, place: Place) -> list[str]:
        """A place and the places that it lies in, by name, with its country's code."""
        names, country = [], place.country
        while place.name not in names:
            names += [place.name, *filter(None, [place.admin1])]
            place = self.places.get(place.within or "", place)
        return [*dict.fromkeys(names), *filter(None, [country])]


def _report_entry(record: Record, scene: _Scene, done: Row) -> Entry:
    report = record.report
    speakers = [name for names in scene.speakers.values() for name in names if name]
    types = [each for claim in record.claims for each in types_of(claim)]
    row = _row("report", done["report"], done, report.published, report.outlet)
    words = [*words_of(report.title or ""), BREAK, *words_of(report.text)]
    return _entry(row | {"position": None, "type": None}, words, ["report"], types, speakers, record.places, scene)


def _claim_entry(claim: AnyClaim, key: str, position: int, scene: _Scene, done: Row) -> Entry:
    report, kind = scene.record.report, claim.__struct_config__.tag
    places = [scene.places[each] for each in claim.where if each in scene.places]
    row = _row("claim", key, done, claim.when, report.outlet)
    words = [word for start, end in claim.evidence for word in (*words_of(report.text[start:end]), BREAK)]
    types = list(types_of(claim))
    row |= {"position": position, "type": " ".join([str(kind), *types])}
    return _entry(row, words, ["claim", str(kind)], types, scene.said_by(claim), places, scene)


def _row(of: str, key: str, done: Row, days: Any, publisher: str | None) -> Row:
    start, end = (days.start, days.end) if days else (None, None)
    return {"of": of, "key": key, "pass": done["key"], "day_start": start, "day_end": end, "publisher": publisher}


def _entry(
    row: Row,
    words: list[str],
    kinds: Iterable[str],
    types: Iterable[str],
    speakers: Iterable[str],
    places: Iterable[Place],
    scene: _Scene,
) -> Entry:
    """The row with its speakers and places, and all the words that it is found by: its fields', then its text's."""
    speakers, places = list(dict.fromkeys(speakers)), list(places)
    around = dict.fromkeys(name for place in places for name in scene.around(place))
    fields = {"kind": kinds, "type": dict.fromkeys(types), "speaker": speakers, "place": around,
              "publisher": [row["publisher"] or ""]}  # fmt: skip
    found_by = _words(fields, row["day_start"], row["day_end"])
    named = BETWEEN.join(dict.fromkeys(place.name for place in places))
    return Entry(row | {"speakers": BETWEEN.join(speakers), "places": named}, [*found_by, *words])


def _words(fields: Mapping[str, Iterable[str]], start: str | None, end: str | None) -> list[str]:
    """The words that an entry's fields and days are found by, and a break behind them."""
    found_by = [word for field, values in fields.items() for word in words_of_field(field, values)]
    return [*found_by, *words_of_days(start, end), BREAK]


def types_of(claim: AnyClaim) -> Iterator[str]:
    """What sort of its kind a claim is: type and mode of an event, measure of a figure, state of control, themes."""
    for field in ("type", "mode", "measure", "state"):
        if value := getattr(claim, field, None):
            yield value
    yield from getattr(claim, "themes", ())
