"""The parties of the codebook hang together: every file loads, every id, country and name is what it says."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

import pycountry
import pytest

from sayso.codebook.load import DATA, read_data
from sayso.codebook.words import PartyEntry

LEAST = {
    "states": 195,
    "state_forces": 150,
    "armed_groups": 280,
    "coalitions": 40,
    "intergovernmental": 120,
    "ngos": 120,
    "media": 180,
    "political": 80,
    "peoples": 80,
}
FILES = {name: read_data(DATA / "parties" / f"{name}.yaml", tuple[PartyEntry, ...]) for name in LEAST}
PARTIES = tuple(entry for entries in FILES.values() for entry in entries)
BY_ID = {entry.id: entry for entry in PARTIES}

# Names of one lower-case word that the press prints so, and that mean nothing else in English.
LOANWORDS = """
    antibalaka chavistas colectivos contras dozos dpa imbonerakure janjaweed khawarij koglweogo korucu mujaheddin
    mujahedeen mujahedin mujahideen mujahidin mustanfareen naxalites naxals peshmerga peshmergas recontras shabbiha
    shabiha wazalendo
"""
ORDINARY = """
    Acted Alliance Amnesty Army Authority Change Coalition Congress Council Eta Forces Front Government Guards Justice
    Mend Movement Observatory Opposition Party Police Rebels Resistance Solidarity Time Unity Vanguard
"""
TERRITORIES = """
    AI AQ AS AW AX BL BM BQ BV CC CK CW CX FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF NU PF PM
    PN PR RE SH SJ SX TC TF TK UM VG VI WF YT
"""


def printed(entry: PartyEntry) -> Iterable[str]:
    """All that stands for the party by itself or before a noun, acronyms aside: these may belong to one party only."""
    return {entry.name, *entry.names, *entry.adjectives, *entry.metonyms}


def named(name: str) -> PartyEntry:
    """The one party that a printed name belongs to."""
    (entry,) = [entry for entry in PARTIES if name in printed(entry)]
    return entry


@pytest.mark.parametrize("file", LEAST)
def test_the_list_is_broad(file: str) -> None:
    assert len(FILES[file]) >= LEAST[file]


def test_every_file_of_the_folder_is_tested() -> None:
    assert {path.stem for path in (DATA / "parties").glob("*.yaml")} == set(LEAST)


def test_ids_are_unique_slugs() -> None:
    assert not [id for id, count in Counter(entry.id for entry in PARTIES).items() if count > 1]
    assert not [entry.id for entry in PARTIES if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", entry.id)]


def test_countries_are_known() -> None:
    countries = {entry.country for entry in PARTIES} - {None, "XK"}
    assert not [code for code in countries if pycountry.countries.get(alpha_2=code) is None]


def test_every_state_of_the_united_nations_is_there() -> None:
    listed = {entry.country for entry in FILES["states"]}
    assert not [c.alpha_2 for c in pycountry.countries if c.alpha_2 not in {*listed, *TERRITORIES.split()}]


def test_parts_belong_to_parties_that_exist() -> None:
    assert not [entry.id for entry in PARTIES if entry.part_of is not None and entry.part_of not in BY_ID]


def test_no_party_is_part_of_itself() -> None:
    for entry in PARTIES:
        seen: list[str] = []
        above: PartyEntry | None = entry
        while above is not None and above.id not in seen:
            seen.append(above.id)
            above = BY_ID.get(above.part_of or "")
        assert above is None, f"{entry.id} is part of itself"


def test_wikidata_numbers_are_used_once() -> None:
    numbers = Counter(entry.wikidata for entry in PARTIES if entry.wikidata is not None)
    assert not [number for number, count in numbers.items() if count > 1]
    assert all(re.fullmatch(r"Q[1-9]\d*", number) for number in numbers)


def test_no_name_belongs_to_two_parties() -> None:
    owners = defaultdict(set)
    for entry in PARTIES:
        for name in printed(entry):
            owners[name].add(entry.id)
    assert not {name: ids for name, ids in owners.items() if len(ids) > 1}


def test_an_acronym_is_no_other_partys_name() -> None:
    owners = {name: entry.id for entry in PARTIES for name in (entry.name, *entry.names)}
    assert not [(entry.id, a) for entry in PARTIES for a in entry.acronyms if owners.get(a, entry.id) != entry.id]


def test_no_word_is_listed_twice_in_an_entry() -> None:
    for entry in PARTIES:
        words = [entry.name, *entry.names, *entry.acronyms, *entry.metonyms]
        assert not [word for word, count in Counter(words).items() if count > 1], entry.id


def test_no_ordinary_word_is_a_name() -> None:
    names = {name for entry in PARTIES for name in (entry.name, *entry.names)}
    assert not [name for name in names if re.fullmatch(r"[a-z]+", name) and name not in LOANWORDS.split()]
    assert not names.intersection(ORDINARY.split())


def test_short_forms_in_capitals_are_acronyms() -> None:
    names = {name for entry in PARTIES for name in entry.names}
    assert not [name for name in names if re.fullmatch(r"[A-Z]{1,3}", name)]


def test_names_are_spelled_with_plain_apostrophes_and_single_spaces() -> None:
    everything = {word for entry in PARTIES for word in (*printed(entry), *entry.acronyms, *entry.stands_for)}
    assert not [word for word in everything if re.search(r"[’‘ʿʾ\t\n]|  |^\s|\s$|^$|^the ", word)]


def test_states_have_demonyms() -> None:
    without = {entry.id for entry in FILES["states"] if not entry.adjectives}
    assert without == {"dominica", "falkland-islands", "serbia-and-montenegro", "vatican"}


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Syrian", "syria"),
        ("Emirati", "united-arab-emirates"),
        ("Nigerien", "niger"),
        ("Nigerian", "nigeria"),
        ("South Sudanese", "south-sudan"),
        ("Burkinabe", "burkina-faso"),
        ("Kremlin", "russia"),
        ("Downing Street", "united-kingdom"),
        ("U.S.", "united-states"),
        ("Israeli army", "israel-defense-forces"),
        ("FARDC", "fardc"),
        ("al-Shabab", "al-shabaab"),
        ("Al Shabaab", "al-shabaab"),
        ("Hizbollah", "hezbollah"),
        ("Daesh", "islamic-state"),
        ("ISIL", "islamic-state"),
        ("Jabhat al-Nusra", "nusra-front"),
        ("Ansar Allah", "houthis"),
        ("M23", "march-23-movement"),
        ("Mayi-Mayi", "mai-mai"),
        ("Sendero Luminoso", "shining-path"),
        ("Doctors Without Borders", "msf"),
        ("U.N. refugee agency", "unhcr"),
        ("Gaza's Health Ministry", "gaza-health-ministry"),
        ("Rohingyas", "rohingya"),
    ],
    ids=lambda value: value.replace(" ", "_"),
)
def test_a_name_leads_to_its_party(name: str, id: str) -> None:
    assert named(name).id == id
