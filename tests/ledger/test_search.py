"""Reports and claims are found by words and fields, on every database alike; no query does harm."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, text

from sayso.errors import QueryError
from sayso.ledger import Found, append_harvest, dialects, open_ledger, search_ledger, tally_ledger, verify_ledger
from sayso.ledger.dialects import writing
from sayso.ledger.query import parse_query
from sayso.ledger.words import words_of
from sayso.records import Published, Record, Report, record_from_json, report_id

SITUATION = Path(__file__).parents[1] / "desk" / "situation.jsonl"


@pytest.fixture(scope="module")
def filled(make_ledger: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The hand-made records, and two plain reports, in a ledger that the tests only look at."""
    with open_ledger(make_ledger(tmp_path_factory.mktemp("search")), make=True) as engine:
        for record in (*map(record_from_json, SITUATION.read_bytes().splitlines()), *PLAIN):
            append_harvest(engine, record, method="by hand")
        yield engine


def plain(text_: str, day: str | None = None, end: str | None = None) -> Record:
    published = Published(start=day, end=end or day, basis="given") if day else Published()
    return Record(
        report=Report(
            id=report_id(text_.encode()), outlet="Ärzte-Blatt", title=text_[:12], published=published, text=text_
        )
    )


PLAIN = (
    plain(
        "Café siège: the naïve general's co-ordinated assault on Sant'Ana, 3.5 km off; 战争 الحَرْب.",
        "2029-12-30",
        "2030-02-02",
    ),
    plain("A report of no day. " + "word " * 20_000 + "zebra crossing"),
)


def quotes(found: list[Found]) -> list[str]:
    return [each.quote for each in found]


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        pytest.param("cup", {"report": 1}, id="a word"),
        pytest.param("CUP Final", {"report": 1}, id="two words, whatever their case"),
        pytest.param('"cup final"', {"report": 1}, id="a phrase"),
        pytest.param('"final cup"', {}, id="a phrase the other way round"),
        pytest.param('"main market" kind:claim', {"claim": 1}, id="a phrase in a claim"),
        pytest.param("cup OR siege", {"report": 2}, id="or"),
        pytest.param("cup AND siege", {}, id="and"),
        pytest.param("kind:report NOT kadugli", {"report": 4}, id="not"),
        pytest.param("kind:report -kadugli -cup", {"report": 3}, id="minus"),
        pytest.param("NOT kind:claim", {"report": 6}, id="nothing but not"),
        pytest.param("NOT (kind:claim OR cup)", {"report": 5}, id="not a group"),
        pytest.param("NOT NOT cup", {"report": 1}, id="not not"),
        pytest.param("cup OR NOT kind:claim", {"report": 6}, id="or not"),
        pytest.param("(cup OR siege) NOT (cup final)", {"report": 1}, id="groups"),
        pytest.param("fin* AND cup", {"report": 1}, id="beginnings"),
        pytest.param('"cup fin*"', {"report": 1}, id="a phrase that ends in a beginning"),
        pytest.param("cafe SIEGE naive", {"report": 1}, id="accents"),
        pytest.param("co-ordinated", {"report": 1}, id="a hyphen"),
        pytest.param("Sant'Ana 3.5", {"report": 1}, id="an apostrophe and a point"),
        pytest.param("战争 الحرب", {"report": 1}, id="other scripts"),
        pytest.param("zebra", {"report": 1}, id="late in a long report"),
        pytest.param("publisher:arzte", {"report": 2}, id="publisher"),
        pytest.param('publisher:"northern wire" kind:report', {"report": 1}, id="publisher, a phrase"),
        pytest.param("speaker:haroun kind:figure", {"claim": 1}, id="speaker by name"),
        pytest.param('speaker:"armed forces" kind:figure', {"claim": 1}, id="speaker by party"),
        pytest.param("kind:figure type:killed place:kadugli", {"claim": 3}, id="figures of the dead at a place"),
        pytest.param("type:ASSAULT kind:report", {"report": 3}, id="reports of assaults"),
        pytest.param("place:SD kind:report", {"report": 3}, id="a country by its code"),
        pytest.param("day:2030-01", {"report": 1}, id="a month that the days touch"),
        pytest.param("day:2030-01-15", {"report": 1}, id="a day between"),
        pytest.param("day:2030-02-03", {}, id="the day after"),
        pytest.param("day:2029..2030 cafe", {"report": 1}, id="years"),
        pytest.param("day:1900.. kind:report", {"report": 5}, id="from, which leaves out what has no day"),
        pytest.param("day:..2024-03-06 kind:report", {"report": 1}, id="until"),
        pytest.param("text", {}, id="a column is no word"),
    ],
)
def test_what_is_found(filled: Engine, query: str, kinds: dict[str, int]) -> None:
    found = search_ledger(filled, query, most=500)
    assert {of: sum(each.of == of for each in found) for of in ("report", "claim")} == {"report": 0, "claim": 0} | kinds


def test_every_answer_underlines_its_words(filled: Engine) -> None:
    texts = {each.report: each for each in search_ledger(filled, "kind:report", most=500)}
    with filled.connect() as connection:
        text_of = dict(connection.execute(text("SELECT id, text FROM report")).all())
    for each in search_ledger(filled, "kadugli OR cup OR zebra", most=500):
        assert each.report in texts
        for start, end in each.evidence:
            assert text_of[each.report][start:end] in text_of[each.report]
        if each.of == "claim":
            assert " … ".join(text_of[each.report][start:end] for start, end in each.evidence) == each.quote
        else:
            assert {word for start, end in each.evidence for word in words_of(text_of[each.report][start:end])} <= {
                "kadugli",
                "cup",
                "zebra",
            }


def test_the_newest_come_first_and_may_be_left_out(filled: Engine) -> None:
    every = search_ledger(filled, "kind:report")
    assert every[0].report == PLAIN[1].report.id
    assert search_ledger(filled, "kind:report", most=2, after=1) == every[1:3]


@pytest.mark.parametrize("query", ["report", "the OR shells", '"shells hit"', "kind:claim NOT market", "zeppelin"])
def test_ever_older_stretches_give_what_all_at_once_gives(
    engine: Engine, records: list[Record], query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialects, "STRETCH", 2)
    monkeypatch.setattr(dialects, "MOST_STRETCHES", 3)
    monkeypatch.setattr(dialects, "FEW", -1)
    for record in (*records, *PLAIN):
        append_harvest(engine, record, method="by hand")
    found = search_ledger(engine, query, most=1000)
    one_by_one = [each for at in range(len(found) + 1) for each in search_ledger(engine, query, most=1, after=at)]
    assert one_by_one == found
    assert len({each.key for each in found}) == len(found)
    monkeypatch.setattr(dialects, "MOST_STRETCHES", 0)
    assert search_ledger(engine, query, most=1000) == found
    monkeypatch.setattr(dialects, "FEW", 1_000)
    assert search_ledger(engine, query, most=1000) == found


def test_an_older_reading_is_not_found(engine: Engine, records: list[Record]) -> None:
    append_harvest(engine, records[0], method="one")
    before = len(search_ledger(engine, "kind:claim", most=500))
    assert before == len(records[0].claims)
    append_harvest(engine, msgspec.structs.replace(records[0], claims=records[0].claims[:1], disputes=()), method="two")
    assert len(search_ledger(engine, "kind:claim", most=500)) == 1
    append_harvest(engine, Record(report=records[0].report), method="three", was_read=False)
    assert len(search_ledger(engine, "kind:claim", most=500)) == 1, "a pass that left it unread does not count"


def test_verify_sees_what_the_index_lacks(engine: Engine, records: list[Record]) -> None:
    append_harvest(engine, records[0], method="one")
    with writing(engine) as connection:
        connection.execute(text("UPDATE entry SET key = 'claims:0' WHERE position = 0"))
    assert [fault.table for fault in verify_ledger(engine)] == ["entry"]


BAD = {
    "": "there is no word in it",
    "  ": "there is no word in it",
    "!?": "there is no word in '!?'",
    '"bread line': "a quotation mark is left open",
    "(mortar": "a ( is left open",
    "(": "a ( is left open",
    "mortar)": "a ) closes nothing",
    "()": "there is nothing between ( and )",
    "AND mortar": "nothing stands before AND",
    "mortar AND": "nothing stands behind AND",
    "mortar OR": "nothing stands behind OR",
    "a OR OR b": "nothing stands behind OR",
    "NOT": "nothing stands behind NOT",
    "sh*ls": "a * can only end a word",
    "sh*": "a * needs 3 letters before it",
    "*": "there is no word in '*'",
    "http://example.org/x": "there is no field 'http'",
    "speaker:": "nothing stands right behind speaker:",
    "speaker: army": "nothing stands right behind speaker:",
    "day:yesterday": "'yesterday' is no day",
    "day:2031-02-30": "'2031-02-30' is no day",
    "day:2031-13": "'2031-13' is no day",
    "day:0000": "'0000' is no day",
    "day:2031..2030": "2031..2030 ends before it begins",
    "day:..": "'..' is no day",
    "day:2031 day:2032": "day: stands in it more than once",
    "mortar OR day:2031": "day: holds for the whole query",
    "NOT day:2031": "day: holds for the whole query",
    "(day:2031 mortar)": "day: holds for the whole query",
    "x" * 1001: "it is longer than 1000 characters",
    "ab " * 41: "it asks for more than 40 things",
    "(" * 20 + "a" + ")" * 20: "its parentheses are too deep",
    "day:": "nothing stands right behind day:",
    "NOT " * 20 + "a": "its parentheses are too deep",
}


@pytest.mark.parametrize(("query", "why"), BAD.items(), ids=[query[:20] or "empty" for query in BAD])
def test_a_query_that_cannot_be_read_says_why(query: str, why: str) -> None:
    with pytest.raises(QueryError) as refused:
        parse_query(query)
    assert str(refused.value).startswith(f"the query can't be read: {why}")
    assert str(refused.value).count("\n") == 0


HOSTILE = [
    "'; DROP TABLE report; --",
    '"x" OR 1=1',
    "a'':* & !b | (c)",
    "NEAR(cup final, 2)",
    "{words}:cup",
    "words MATCH cup",
    "^cup",
    "cup + final",
    "\\' OR ''='",
    "%s %(wanted)s :wanted ?1",
    "cup\x00final",
    "\ud800",
    "a" * 900,
    "<script>alert(1)</script>",
    "'a':1 'b':2",
    "k:report",
    "-(cup)",
    "--cup",
]


@pytest.mark.parametrize("query", HOSTILE)
def test_a_hostile_query_is_only_words(filled: Engine, query: str) -> None:
    before = tally_ledger(filled)
    try:
        search_ledger(filled, query)
    except QueryError as error:
        assert str(error)
    assert tally_ledger(filled) == before


@given(st.text(st.sampled_from("ab\"*()-: '\\.&|!<>0?%ORANDNT\x00éß战"), max_size=30) | st.text(max_size=20))
@settings(max_examples=300, deadline=None)
def test_any_query_is_answered_or_refused_in_a_sentence(filled: Engine, query: str) -> None:
    try:
        found = search_ledger(filled, query, most=3)
    except QueryError as error:
        assert str(error).endswith(".")
    else:
        assert all(isinstance(each, Found) for each in found)
