"""Names with a country's in them: "the Lebanese Red Crescent", "the Red Cross Society of Niger", "Oxfam Yemen"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.codebook import PartyEntry, load_codebook
from sayso.extract.names.name_book import Form, Meaning

Raw = tuple[int, int, Sequence[Meaning]]

LONGEST_SOCIETY = 50
"""Characters of "Red Crescent Society of the "."""


def with_nations(text: str, rows: list[Raw]) -> list[Raw]:
    """The names of a text, in order, those of national societies and of sections of organisations as one each."""
    joined: list[Raw] = []
    for row in _with_societies(text, rows):
        if joined and _is_section(text, joined[-1], row):
            joined[-1] = joined[-1][0], row[1], joined[-1][2]
        else:
            joined.append(row)
    return joined


def _is_section(text: str, before: Raw, row: Raw) -> bool:
    """ "Amnesty International Nigeria", "Save the Children Sudan": an organisation's name, then a country's."""
    entry, form = before[2][0]
    country, named = row[2][0]
    parted = text[before[1] : row[0]] != " " or text[row[1] : row[1] + 1] == "-"
    return not parted and entry.kind == "ngo" and form == "name" and (country.kind, named) == ("state", "name")


def _with_societies(text: str, rows: list[Raw]) -> list[Raw]:
    if not any(society in text for society in load_codebook().names.national):
        return rows
    found = [society for row in rows if (society := _society(text, row)) is not None]
    taken = [(start, end) for start, end, _ in found]
    kept = [row for row in rows if not any(start < row[1] and row[0] < end for start, end in taken)]
    return sorted((*kept, *found), key=lambda row: row[0])


def _society(text: str, row: Raw) -> Raw | None:
    """The row of a country, grown to the name of its national society around it; None where there is none."""
    start, end, meanings = row
    country = next((entry for entry, form in meanings if entry.kind == "state" and form in ("name", "adjective")), None)
    if country is None or country.country is None:
        return None
    behind, before = _patterns()
    if (match := behind.match(text, end)) is not None:
        return start, match.end(), _meaning(country, text[start : match.end()], match["society"])
    opening = max(0, start - LONGEST_SOCIETY)
    if (match := before.search(text[opening:start])) is not None:
        first = opening + match.start()
        return first, end, _meaning(country, text[first:end], match["society"])
    return None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands behind a country's name, and before it."""
    names = "|".join(map(re.escape, load_codebook().names.national))
    society = rf"(?P<society>{names})(?:,? [Ss]ociety)?"
    return re.compile(rf" (?:National )?{society}\b"), re.compile(rf"\b{society} of (?:the )?$")


def _meaning(country: PartyEntry, name: str, society: str) -> list[tuple[PartyEntry, Form]]:
    """The codebook's society of that country, else one that only this report knows."""
    listed = (e for e in load_codebook().parties if e.country == country.country and e.kind == "ngo")
    entry = next((entry for entry in listed if society in entry.name), None)
    if entry is None:
        kind, key = load_codebook().names.national[society], f"{country.id} {society.lower()}"
        entry = PartyEntry(id=key, name=name, kind=kind, country=country.country)
    return [(entry, "name")]
