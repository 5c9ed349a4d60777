"""Read the ledger back: records as they were read, the latest pass of each report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, Table, func, or_, select

from sayso.ledger.rows import item_of, pass_key, portions, report_key, report_of
from sayso.ledger.tables import HARVESTED, claim, harvest, refusal, report, sighting, utterance
from sayso.records import Record, Report

PASSES_AT_ONCE = 200


class Harvest(msgspec.Struct, frozen=True, kw_only=True):
    """One report as the ledger has it: its record, by which method, and everywhere that its bytes were found."""

    record: Record
    method: str
    was_read: bool
    uris: tuple[str, ...]


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """What a ledger holds, counted. `refused`: code -> inputs that were never read since."""

    reports: int
    passes: int
    utterances: int
    claims: int
    refused: dict[str, int]


def find_harvest(engine: Engine, reading: Report, *, method: str, was_read: bool) -> str | None:
    """The key of the report that came of this reading by this method, or None; read counts for left unread too."""
    key = report_key(reading)
    keys = {pass_key(key, method, was_read=was_read), pass_key(key, method, was_read=True)}
    with engine.connect() as connection:
        return connection.execute(select(harvest.c.report).where(harvest.c.key.in_(keys))).scalars().first()


def load_harvests(engine: Engine, *, reports: Sequence[str] | None = None) -> Iterator[Harvest]:
    """The latest harvest of every report, by day of publication, then in the order in which they were read.

    reports: the ids of those that are wanted, where not all are.
    """
    with engine.connect() as connection:
        passes = list(connection.execute(_latest_passes(reports)).scalars())
        for row, record, uris in _load_some(connection, passes):
            yield Harvest(record=record, method=row["method"], was_read=row["was_read"], uris=uris)


def load_passes(connection: Connection, keys: Sequence[str]) -> Iterator[tuple[str, str, Record]]:
    """Keys of passes in; each with the key of its report, and its record, out. Memory stays flat."""
    for row, record, _ in _load_some(connection, keys):
        yield row["pass"], row["key"], record


def latest_passes(connection: Connection, reports: Sequence[str]) -> set[str]:
    """Ids of reports in, the keys of the passes that count out, one for each."""
    return set(connection.execute(_latest_passes(reports)).scalars())


def latest_of_all() -> Any:
    """Selects the keys of the passes that count."""
    return _latest_passes(None)


def reports_of_claim(engine: Engine, name: str) -> list[str]:
    """The id or locus of a claim in, the ids of the reports in which some pass found it out."""
    own = select(harvest.c.report_id).join_from(claim, harvest, claim.c["pass"] == harvest.c.key)
    with engine.connect() as connection:
        found = own.where(or_(claim.c.id == name, claim.c.locus == name)).distinct().order_by(harvest.c.report_id)
        return list(connection.execute(found).scalars())


def load_confidence(engine: Engine, reports: Iterable[str]) -> dict[tuple[str, str], float]:
    """Ids of reports in; report and claim -> how sure the latest pass of the report is of the claim, 0 to 1, out."""
    found: dict[tuple[str, str], float] = {}
    own = select(harvest.c.report_id, claim.c.id, claim.c.confidence)
    own = own.join_from(claim, harvest, claim.c["pass"] == harvest.c.key)
    with engine.connect() as connection:
        for some in portions(dict.fromkeys(reports), PASSES_AT_ONCE):
            rows = connection.execute(own.where(claim.c["pass"].in_(latest_passes(connection, some))))
            found.update(((report, name), confidence) for report, name, confidence in rows)
    return found


def reports_named(engine: Engine, name: str) -> list[str]:
    """The id of a report, or where one was found, in, the ids of the reports out."""
    own = select(report.c.id).outerjoin(sighting, sighting.c.report == report.c.key).distinct().order_by(report.c.id)
    with engine.connect() as connection:
        return list(connection.execute(own.where(or_(report.c.id == name, sighting.c.uri == name))).scalars())


def has_outlet(engine: Engine, name: str) -> bool:
    """Whether any report is from an outlet of that name."""
    with engine.connect() as connection:
        return connection.execute(select(report.c.key).where(report.c.outlet == name).limit(1)).first() is not None


def tally_ledger(engine: Engine) -> Tally:
    """How much a ledger holds."""
    with engine.connect() as connection:
        count = {table.name: _count(connection, table) for table in (report, harvest, utterance, claim)}
        seen = select(sighting.c.key).where(sighting.c.uri == refusal.c.uri).exists()
        codes = connection.execute(select(refusal.c.code).where(~seen)).scalars()
        return Tally(
            reports=count["report"],
            passes=count["pass"],
            utterances=count["utterance"],
            claims=count["claim"],
            refused=dict(sorted(Counter(codes).items())),
        )


def _count(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def _latest_passes(reports: Sequence[str] | None) -> Any:
    """Where a report was read more than once, the last pass that read it counts; ties go to the greater key."""
    order = (harvest.c.was_read.desc(), harvest.c.recorded_at.desc(), harvest.c.key.desc())
    rank = func.row_number().over(partition_by=harvest.c.report_id, order_by=order).label("rank")
    wanted = select(harvest.c.key.label("pass"), harvest.c.recorded_at, harvest.c.report, rank)
    ranked = (wanted if reports is None else wanted.where(harvest.c.report_id.in_(reports))).subquery()
    joined = select(ranked.c["pass"]).join_from(ranked, report, ranked.c.report == report.c.key)
    by_day = (report.c.published_start.is_not(None), report.c.published_start, ranked.c.recorded_at, ranked.c["pass"])
    return joined.where(ranked.c.rank == 1).order_by(*by_day)


def _load_some(
    connection: Connection, keys: Sequence[str]
) -> Iterator[tuple[Mapping[str, Any], Record, tuple[str, ...]]]:
    """Each pass of these keys in their order: its row with its report's, its record, where its bytes were found."""
    for at in range(0, len(keys), PASSES_AT_ONCE):
        some = keys[at : at + PASSES_AT_ONCE]
        rows = {row["pass"]: row for row in connection.execute(_with_reports(some)).mappings()}
        lists = {name: _load_items(connection, name, some) for name in HARVESTED}
        uris = _load_uris(connection, [row["key"] for row in rows.values()])
        for key in some:
            found = uris[rows[key]["key"]]
            items = {name: tuple(lists[name][key]) for name in HARVESTED}
            yield rows[key], Record(report=report_of(rows[key], uri=found[0] if found else None), **items), found


def _with_reports(passes: Sequence[str]) -> Any:
    columns = (
        harvest.c.key.label("pass"),
        harvest.c.method,
        harvest.c.was_read,
        report.c.key,
        report.c.text,
        report.c.item,
    )
    return (
        select(*columns).join_from(harvest, report, harvest.c.report == report.c.key).where(harvest.c.key.in_(passes))
    )


def _load_items(connection: Connection, name: str, passes: Sequence[str]) -> dict[str, list[Any]]:
    table = HARVESTED[name]
    wanted = (
        select(table.c["pass"], table.c.item)
        .where(table.c["pass"].in_(passes))
        .order_by(table.c["pass"], table.c.position)
    )
    found = defaultdict(list)
    for key, item in connection.execute(wanted):
        found[key].append(item_of(name, item))
    return found


def _load_uris(connection: Connection, reports: list[str]) -> dict[str, tuple[str, ...]]:
    order = (sighting.c.recorded_at, sighting.c.key)
    wanted = select(sighting.c.report, sighting.c.uri).where(
        sighting.c.report.in_(reports), sighting.c.uri.is_not(None)
    )
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for key, uri in connection.execute(wanted.order_by(*order)):
        found[key] += (uri,)
    return found
