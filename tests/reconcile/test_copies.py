"""Reports that came out of one another are one source, and the reason is said."""

from __future__ import annotations

import random
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reconcile import Copies, group_copies
from sayso.reconcile.copies import plain_url
from sayso.records import Published, Record, Report, Utterance, report_id

WIRE = """\
Mortar shells landed on a bakery in the river town of Tessalvo before dawn on Monday and killed eleven people who stood in
line for bread, a hospital director and two relatives said.

The shells came from the hills to the east, where fighters of the Northern Front dug in last month after the army gave up its last
garrison in the valley. The front did not answer calls. An army spokesman said that its guns had been silent since Saturday.

Rescue workers pulled a boy of nine out of the rubble at noon. Eighteen wounded were taken to the district hospital, which has run
without mains power since the spring and counts its diesel by the hour.

Some four thousand people have left Tessalvo in a week, most of them on foot along the river road to the border, aid groups say.
"""
REWRITE = """\
Eleven dead as bakery queue is shelled

Tessalvo residents were burying their dead on Monday evening after shells hit a bakery in the besieged town.

The shells came from the hills to the east, where fighters of the Northern Front dug in last month. The front has not commented on
the attack, the third of its kind this year. An army spokesman said that its guns had been silent since Saturday.

Eighteen wounded were taken to the district hospital, which has run without mains power since the spring. Doctors there told our
correspondent that two of them were unlikely to live through the night and that blood was short.
"""
LOOSE = """\
TESSALVO (AP) A strike on a queue outside a bakery left at least eleven people dead, medics and kin told reporters.

Fighters of the Northern Front dug in last month in hills east of town, and an army spokesman said that its guns had been silent
since Saturday. Eighteen wounded were taken to the district hospital, where power comes from one ageing generator. Four thousand
people or so have fled within a week, nearly all on foot along the river road to the border, where tents are going up.
"""
OWN = """\
Our reporter counted nine bodies under blankets in the courtyard of the hospital of Tessalvo on Monday. A baker, Samo Idrisi, 52, said
he had just opened the shutter when the first shell came down across the street. The second one hit the people who ran towards him.

Neither side has admitted to firing. The crater, which we saw, points to the ridge in the north, and not to the hills in the east.
"""
QUOTE = "we will not rest until every gun on the ridge above this town is silent and every family that fled can go home again"
SPEECH_ONE = (
    f'The minister spoke in the capital on Tuesday. "{QUOTE}," he told members of parliament who had asked for weeks.'
)
SPEECH_TWO = (
    f'Opposition leaders laughed when he said "{QUOTE}" and left the hall. Nobody had expected much of the session.'
)


def record(text: str, *, outlet: str | None = None, uri: str | None = None, day: str | None = "2031-04-07") -> Record:
    published = Published(start=day, end=day, basis="given") if day else Published()
    identity = report_id(f"{text} {outlet} {uri} {day}".encode())
    return Record(report=Report(id=identity, uri=uri, outlet=outlet, published=published, text=text))


def quoting(text: str, outlet: str) -> Record:
    span = (text.index(QUOTE), text.index(QUOTE) + len(QUOTE))
    said = Utterance(id="u", mode="quoted", act="say", verbatim=(span,), content=(span,), evidence=(span,))
    return msgspec.structs.replace(record(text, outlet=outlet), utterances=(said,))


def judged(*records: Record) -> list[str]:
    return [link.reason for group in group_copies(records) for link in group.links]


@pytest.mark.parametrize(
    ("one", "other", "reasons"),
    [
        pytest.param(record(WIRE, uri="a"), record(WIRE, uri="a"), ["same_bytes"], id="the same bytes"),
        pytest.param(
            record(WIRE, uri="https://www.herald.example/t/1?utm_source=x"),
            record(OWN, uri="http://m.herald.example/t/1/#top", day="2031-06-01"),
            ["same_url"],
            id="another version of one page",
        ),
        pytest.param(record(WIRE, outlet="A"), record(WIRE.upper(), outlet="B"), ["same_text"], id="the same words"),
        pytest.param(
            record(WIRE, outlet="A"),
            record("Eleven die in line for bread\n\n" + WIRE, outlet="B", day="2031-05-07"),
            ["near_text"],
            id="another headline, a month later",
        ),
        pytest.param(record(WIRE, outlet="A"), record(REWRITE, outlet="B"), ["rewritten"], id="rewritten by a client"),
        pytest.param(
            record(WIRE, outlet="A"), record(REWRITE, outlet="B", day=None), ["rewritten"], id="on a day nobody knows"
        ),
        pytest.param(
            record(WIRE, outlet="Associated Press"), record(LOOSE, outlet="B"), ["wire"], id="an agency is credited"
        ),
        pytest.param(
            record(WIRE, outlet="River Wire"),
            record(f"{LOOSE}\nRelatives told River Wire that the dead had no coffins.", outlet="B"),
            ["wire"],
            id="an outlet of the corpus is credited",
        ),
        pytest.param(record(WIRE, outlet="A"), record(LOOSE, outlet="B"), [], id="no agency in common"),
        pytest.param(record(WIRE, outlet="A"), record(REWRITE, outlet="B", day="2031-06-07"), [], id="months later"),
        pytest.param(record(WIRE, outlet="A"), record(REWRITE, outlet="A"), [], id="an outlet's next story"),
        pytest.param(record(WIRE, outlet="A"), record(OWN, outlet="B"), [], id="of its own"),
        pytest.param(quoting(SPEECH_ONE, "A"), quoting(SPEECH_TWO, "B"), [], id="only the quotation is shared"),
        pytest.param(record("Shelling again.", outlet="A"), record("Shelling again.", outlet="B"), [], id="too short"),
        pytest.param(record("", outlet="A"), record("", outlet="B"), [], id="empty"),
    ],
)
def test_two_reports(one: Record, other: Record, reasons: list[str]) -> None:
    assert judged(one, other) == reasons
    assert judged(other, one) == reasons


def test_independent_sources_are_counted() -> None:
    """The agency, two clients and one who went there himself: two sources."""
    groups = group_copies([record(WIRE, outlet="A"), record(OWN, outlet="B"), record(REWRITE, outlet="C"),
                           record(WIRE + "A picture was added.", outlet="D")])  # fmt: skip
    assert [group.reports for group in groups] == [(0, 2, 3), (1,)]
    assert {(link.one, link.other) for link in groups[0].links} >= {(0, 2), (0, 3)}
    assert all(link.why and 0 < link.share <= 1 for link in groups[0].links)


def test_nothing_in_nothing_out() -> None:
    assert group_copies([]) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.a.example/b", "http://a.example/b/"),
        ("https://a.example/b?utm_campaign=x&id=4", "https://a.example/b?id=4"),
        ("https://a.example/b/amp/", "https://m.a.example/b"),
        ("https://a.example/b#comments", "https://A.example/b"),
    ],
)
def test_one_page_by_two_addresses(one: str, other: str) -> None:
    assert plain_url(one) == plain_url(other) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [("https://a.example/b?id=4", "https://a.example/b?id=5"), ("https://a.example/B", "https://a.example/c")],
)
def test_two_pages(one: str, other: str) -> None:
    assert plain_url(one) != plain_url(other)


@pytest.mark.parametrize("uri", [None, "", "a.txt", "-", "corpus.jsonl#3", "http://[bad", "ftp://a.example/b"])
def test_no_page(uri: str | None) -> None:
    assert plain_url(uri) is None


STOCK = [record(text, outlet=outlet) for text in (WIRE, REWRITE, OWN, LOOSE) for outlet in ("A", "AP", "B")]


@given(st.permutations(range(len(STOCK))))
def test_the_order_does_not_matter(order: list[int]) -> None:
    def members(groups: tuple[Copies, ...], records: list[Record]) -> set[frozenset[str]]:
        return {frozenset(records[at].report.id for at in group.reports) for group in groups}

    shuffled = [STOCK[at] for at in order]
    assert members(group_copies(shuffled), shuffled) == members(group_copies(STOCK), STOCK)


def test_every_report_is_in_one_group_and_links_hold_it_together() -> None:
    groups = group_copies(STOCK)
    assert sorted(at for group in groups for at in group.reports) == list(range(len(STOCK)))
    for group in groups:
        assert {at for link in group.links for at in (link.one, link.other)} in (set(), set(group.reports))


def test_many_reports_that_are_no_copies() -> None:
    """Words drawn by lot, 500 reports: nothing is joined, and one copy among them is found."""
    chance = random.Random(4)
    words = [f"w{number}" for number in range(3000)]
    texts = [" ".join(chance.choices(words, k=200)) for _ in range(500)]
    groups = group_copies([record(text, outlet=str(at)) for at, text in enumerate([*texts, texts[7] + " again"])])
    assert [group.reports for group in groups if len(group.reports) > 1] == [(7, 500)]
    assert all(one.reports[0] < other.reports[0] for one, other in pairwise(groups))
