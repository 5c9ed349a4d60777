"""One report in, a telling for each happening out: round-ups parted, one story left whole, history left out."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.reconcile import crosswalk_rows, reconcile_records
from sayso.reconcile.accounts import Account
from sayso.reconcile.statements import gather_statements
from sayso.reconcile.tellings import Telling, gather_tellings
from sayso.reconcile.terms import place_skeleton, plain
from sayso.records import Record, content_id
from tests.reconcile.conftest import Told, read_told

DAY = "2024-05-15"
FIVE = """Five attacks in a day across the west

KADUGLI, Sudan (Plains Agency) - Shells killed four people in the vegetable market of Kadugli on Tuesday, medics said.

In El Obeid, a drone struck a fuel depot, wounding three workers.

In El Fasher, gunmen shot dead a teacher outside his school. Police said that they were looking for two men on a motorbike.

In Kosti, two soldiers were killed when a roadside bomb hit their truck.

In Nyala, an air strike destroyed a clinic, killing a nurse and wounding six patients."""
LIST = """Situation update, 14 May 2024

- Kharkiv region: Two people were killed and five wounded by shelling in Kupiansk.
- Donetsk region: Russian forces shelled Kostiantynivka and killed one person.
- Kherson: A drone hit a bus, injuring eight people.
- Zaporizhzhia region: an air strike on Orikhiv left three dead."""
UPDATE = """Flash update No. 3

HIGHLIGHTS

- At least 6 civilians were killed and 11 injured by shells at a water point in Kadugli on 12 May.
- At least 9 civilians were killed and 21 injured in Kosti on 13 May.
- 2 civilians were killed and 4 injured at a bus station in Nyala on 14 May, according to the authorities."""
ASIDE = """Shells hit market in Kadugli

KADUGLI - Shells killed nine people in the market of Kadugli on Tuesday, doctors said. The army blamed the rebels.

Meanwhile, in the town of Kosti, a drone strike killed three herders on Tuesday, residents said."""
STORY = """Bomb kills 12 at mosque in Quetta

QUETTA, Pakistan - A bomb killed 12 people and wounded 30 at a mosque in Quetta on Tuesday, police said.

Nine of the wounded were taken to a hospital in Karachi, where two of them died, doctors said. The imam, who came from Peshawar, was among the dead.

"I heard a blast and then another," said Abdul Karim, who lost his brother in the attack in Quetta."""
HISTORY = """Bomb kills 12 at mosque in Quetta

QUETTA, Pakistan - A bomb killed 12 people and wounded 30 at a mosque in Quetta on Tuesday, police said.

In Peshawar, a bomb killed 84 people in January 2023. In Karachi, gunmen killed 46 people in 2015."""
TOWN_AND_QUARTER = """Fourteen dead in Kadugli

KADUGLI - Shells killed 14 people in Kadugli on Tuesday, doctors said.

In the Hajar al-Nar neighbourhood of Kadugli, shells killed 14 people who were queuing for bread, residents said."""

Toll = dict[str, float]
PARTS: dict[str, tuple[str, list[tuple[str, Toll]]]] = {
    "five attacks in a day": (
        FIVE,
        [
            ("Kadugli", {"killed": 4}), ("El Obeid", {"injured": 3}), ("El Fasher", {"killed": 1}),
            ("Kosti", {"killed": 2}), ("Nyala", {"killed": 1, "injured": 6}),
        ],
    ),
    "a list by place": (
        LIST,
        [("Kupiansk", {"killed": 2, "injured": 5}), ("Kostiantynivka", {"killed": 1}), ("Kherson", {"injured": 8}),
         ("Orikhiv", {"killed": 3})],
    ),
    "towns at the end of their lines": (
        UPDATE,
        [("Kadugli", {"killed": 6, "injured": 11}), ("Kosti", {"killed": 9, "injured": 21}),
         ("Nyala", {"killed": 2, "injured": 4})],
    ),
    "the news, and another place": (ASIDE, [("Kadugli", {"killed": 9}), ("Kosti", {"killed": 3})]),
    "one story in several towns": (STORY, [("Quetta", {"killed": 12, "injured": 30})]),
    "history stays out": (HISTORY, [("Quetta", {"killed": 12, "injured": 30})]),
    "a town and its quarter": (TOWN_AND_QUARTER, [("Kadugli", {"killed": 14})]),
}  # fmt: skip


def record_of(text: str) -> Record:
    told: Told = ("Plains Agency", DAY, text)
    return read_told((told,))[0]


def toll_of(record: Record, telling: Telling) -> Toll:
    """The dead and the hurt of a telling, whoever they were, the first number of each."""
    account = Account(record)
    claims = [account.claims[claim] for claim in telling.claims]
    found: Toll = {}
    for each in gather_statements(account, claims, "", is_news=telling.is_news):
        if each.measure in ("killed", "injured") and each.nature == "event_count":
            found.setdefault(each.measure, each.value)
    return found


@pytest.mark.parametrize(("text", "expected"), PARTS.values(), ids=PARTS)
def test_a_telling_for_each_happening(text: str, expected: list[tuple[str, Toll]]) -> None:
    record = record_of(text)
    places = {place.id: place.name for place in record.places}
    tellings = gather_tellings(record)
    found = [(places[each.spots[0].place].title(), toll_of(record, each)) for each in tellings]
    assert found == expected


@pytest.mark.parametrize("text", [row[0] for row in PARTS.values()], ids=PARTS)
def test_a_claim_stands_in_one_telling(text: str) -> None:
    tellings = gather_tellings(record_of(text))
    claims = [claim for each in tellings for claim in each.claims]
    assert len(claims) == len(set(claims))
    assert len({each.key for each in tellings}) == len(tellings)


DIGEST = """Weekly digest

West

- 21 June: Rockets hit the Bor quarter of Tripoli. 11 people were killed and 27 injured.

- 22 June: Rockets hit a market in Tripoli. 3 people were killed and 9 injured.

- 22 June: A car bomb exploded in Benghazi. 2 people were killed.

Since April the digest has counted 812 deaths."""


def test_lines_of_a_digest_are_happenings_also_in_one_city() -> None:
    record = record_of(DIGEST)
    tolls = [toll_of(record, telling) for telling in gather_tellings(record)]
    assert tolls == [{"killed": 11, "injured": 27}, {"killed": 3, "injured": 9}, {"killed": 2}]


HEADED = """Weekly brief, 12-18 May 2024

In the week we counted 64 dead in the region.

Kadugli. On 13 May two rockets hit the market. At least 18 civilians were killed, one of whom died on the way to Kosti.

Dilling. The army has held the town since 14 May. A trader was shot dead there on 16 May.

El Obeid. On 15 May a drone hit a depot, killing two guards."""


def test_paragraphs_that_are_headed_by_their_place_are_happenings() -> None:
    record = record_of(HEADED)
    tolls = [toll_of(record, telling).get("killed") for telling in gather_tellings(record)]
    assert tolls == [18, 1, 2]


def test_what_a_list_says_of_one_day_and_place_is_one_happening() -> None:
    lines = (
        "- Shells hit Kadugli on Tuesday, killing nine people.\n\n- The shells on Kadugli hurt 20 people on Tuesday."
    )
    assert len(gather_tellings(record_of(f"Shells on Kadugli\n\n{lines}"))) == 1


def test_what_is_counted_over_a_period_is_of_many_places() -> None:
    record = record_of(
        "KADUGLI, Sudan - Shells killed three people in Kadugli on Tuesday, the mayor said.\n\n"
        "In the past 24 hours seven soldiers were killed, the army said."
    )
    assert toll_of(record, gather_tellings(record)[0]) == {"killed": 3}


def test_the_news_keeps_its_name() -> None:
    record = record_of(FIVE)
    assert gather_tellings(record)[0].key == content_id("telling", record.report.id, 0)


def test_two_tellings_of_one_report_are_two_incidents() -> None:
    record = record_of(FIVE)
    incidents = reconcile_records([record])
    assert [incident.reports for incident in incidents] == [("Plains Agency/2024-05-15",)] * 5
    rows = list(crosswalk_rows(incidents))
    assert {row["telling"] for row in rows} == {each.key for each in gather_tellings(record)}


def test_a_round_up_joins_the_reports_of_its_parts() -> None:
    single: Told = (
        "Savanna Post", DAY,
        "Drone hits fuel depot in El Obeid\n\nEL OBEID - A drone struck the fuel depot in El Obeid on Tuesday and "
        "wounded three workers, the governor said.",
    )  # fmt: skip
    records = read_told((("Plains Agency", DAY, FIVE), single))
    together = [incident for incident in reconcile_records(records) if len(incident.reports) == 2]
    assert [place.name for incident in together for place in incident.where][:1] == ["El Obeid"]


def test_the_day_is_that_of_the_attack_and_not_of_a_death() -> None:
    text = "A teacher died on May 14 of wounds that he suffered on May 12, when shells hit the market of Kadugli."
    (telling,) = gather_tellings(record_of(text))
    assert (date.fromordinal(telling.days[0]).isoformat(), telling.dated) == ("2024-05-12", True)


FILED = {
    "where it happened": (
        "KADUGLI, Sudan (Plains Agency) - Shells killed two people on Tuesday, medics said.",
        {"kadugli"},
    ),
    "elsewhere": (
        "KHARTOUM (Plains Agency) - Shells killed two people in Kadugli on Tuesday, medics said.",
        {"kadugli"},
    ),
    "abroad": (
        "NAIROBI (Plains Agency) - Shells killed two people in Sudan on Tuesday, the Sudanese army said.",
        set(),
    ),
    "around a town": ("Shells killed two people in the countryside of Kadugli on Tuesday, medics said.", {"kadugli"}),
}


@pytest.mark.parametrize(("text", "spots"), FILED.values(), ids=FILED)
def test_a_report_is_set_where_its_news_is_and_not_where_it_was_filed(text: str, spots: set[str]) -> None:
    record = record_of(text)
    (telling,) = gather_tellings(record)
    named = {place.id: plain(place.name).replace("countryside of ", "") for place in record.places}
    assert {named[spot.place] for spot in telling.spots} == spots


def test_the_villages_and_sites_of_the_news_are_kept() -> None:
    text = "Shells hit the town of Dilling on Tuesday, killing two people. In 2019 shells had hit the town of Kauda."
    (telling,) = gather_tellings(record_of(text))
    assert telling.sites == {place_skeleton("Dilling")}


def test_a_weekday_is_no_date() -> None:
    (telling,) = gather_tellings(record_of("Shells killed four people in the market of Kadugli on Tuesday."))
    assert (date.fromordinal(telling.days[0]).isoformat(), telling.dated) == ("2024-05-14", False)


OF_OTHERS = {
    "months before": "Shells killed 40 people there on January 9.",
    "in a year": "In 2019, shells killed 40 people there.",
}


@pytest.mark.parametrize("more", OF_OTHERS.values(), ids=OF_OTHERS)
def test_what_is_dated_long_before_counts_nobody(more: str) -> None:
    record = record_of(f"Shells wounded four people in Kadugli on Tuesday, doctors said. {more}")
    (telling,) = gather_tellings(record)
    assert telling.toll == {"injured": 4}


SHOT = {
    "the dead among them": ("Sixteen people were shot in Kadugli on Tuesday and one of them died.", 15),
    "the dead beside them": ("Gunmen shot four others in Kadugli on Tuesday and killed one man.", 4),
    "told apart": ("Four people were shot in Kadugli on Tuesday. Doctors said that one man died.", 3),
}


@pytest.mark.parametrize(("text", "hurt"), SHOT.values(), ids=SHOT)
def test_who_was_shot_and_lives(text: str, hurt: int) -> None:
    record = record_of(text)
    assert toll_of(record, gather_tellings(record)[0])["injured"] == hurt
