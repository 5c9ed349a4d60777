"""Double coding at the desk: blind until all have coded everything, then compared, then decided."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from lxml import html
from sqlalchemy import Engine
from starlette.testclient import TestClient

from sayso.desk.views.coded_fields import fields_to_code, values_sent
from sayso.desk.views.evidence import LoneAccount
from sayso.desk.web import make_app
from sayso.ledger import Sample, add_user, append_harvest, load_codings, load_harvests, make_token, open_ledger
from sayso.records import Record
from sayso.review import (
    CODED,
    code_unit,
    coding_units,
    draw_sample,
    find_claim,
    find_sample,
    undo,
    update_incidents,
    withhold_report,
)
from tests.desk.web.conftest import SETTINGS, fill
from tests.review.told import ingest_told

PASSWORD = "seven horses in the rain"
OWN = {"Sec-Fetch-Site": "same-origin"}
SECRET = "a note that only Ben knows"
PEOPLE = {"Ana": "coder", "Ben": "coder", "Cem": "reviewer", "Dan": "reader", "Eva": "coder"}


@pytest.fixture(scope="module")
def everybody(make_ledger: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with open_ledger(make_ledger(tmp_path_factory.mktemp("coding")), make=True) as opened:
        ingest_told(opened)
        update_incidents(opened)
        for name, role in PEOPLE.items():
            add_user(opened, name, PASSWORD, role=role)
        yield opened


@pytest.fixture
def sample(everybody: Engine, request: pytest.FixtureRequest) -> Sample:
    """Three figures that Ana and Ben code; Ben has done his part."""
    drawn = draw_sample(everybody, request.node.name, ("ana", "Ben"), units=3, fields=("best", "group"), who="Cem")
    for unit in drawn.units:
        code_unit(everybody, drawn.name, unit, {"best": 7123, "group": "elderly"}, coder="Ben", note=SECRET)
    return drawn


@pytest.fixture(scope="module")
def tokens(everybody: Engine) -> dict[str, str]:
    """Name -> what a program of theirs shows."""
    return {name: make_token(everybody, name, "test") for name in PEOPLE}


@pytest.fixture
def as_user(everybody: Engine, tokens: dict[str, str]) -> Iterator[Callable[[str], TestClient]]:
    with TestClient(make_app(everybody, SETTINGS), follow_redirects=False) as opened:

        def of(name: str) -> TestClient:
            client = TestClient(opened.app, follow_redirects=False)
            client.headers["Authorization"] = f"Bearer {tokens[name]}"
            return client

        yield of


def send(client: TestClient, sample: Sample, unit: str, best: str = "5") -> Any:
    form = {"sample": sample.name, "unit": unit, "value.best": best, "value.group": '"civilians"', "note": "seen"}
    return client.post("/codings", data=form, headers=OWN)


def test_a_coder_sees_the_words_and_nothing_else(
    as_user: Callable[[str], TestClient], sample: Sample, everybody: Engine
) -> None:
    ana = as_user("Ana")
    for number, unit in enumerate(coding_units(everybody, sample.name, coder="ana"), start=1):
        asked = {"sample": sample.name, "unit": number}
        page, data = ana.get("/code", params=asked), ana.get("/code.json", params=asked)
        assert (page.status_code, data.status_code) == (200, 200)
        assert [each for each in ("7123", SECRET) if each in page.text + data.text] == []
        pane = html.fromstring(page.text).xpath("//div[contains(@class, 'pane')]")[0]
        marked = "".join("".join(each.itertext()) for each in pane.xpath(".//u"))
        assert marked == "".join(unit.text[start:end] for start, end in unit.evidence)
        claim = find_claim(everybody, unit.unit)[1]
        assert claim.id.partition(":")[2] not in page.text + data.text
        assert [field["said"] for field in data.json()["fields"]] == [None, None]


def test_the_form_codes_and_leads_to_the_next(
    as_user: Callable[[str], TestClient], sample: Sample, everybody: Engine
) -> None:
    ana, asked = as_user("Ana"), {"sample": sample.name}
    for number, unit in enumerate(sample.units, start=1):
        assert ana.get("/code.json", params=asked).json()["number"] == number
        assert ana.get("/agreement.json", params=asked).json()["fields"] == []
        assert SECRET not in ana.get("/agreement", params=asked).text
        answer = send(ana, sample, unit, best="" if number == 3 else "5")
        assert answer.status_code == 303 and answer.headers["location"].startswith("/code?sample=")
    said = load_codings(everybody, sample.name, coder="ana")
    assert [each.value for each in said] == [5.0, "civilians"] * 2 + [None, "civilians"]
    assert {each.note for each in said} == {"seen"}
    assert send(ana, sample, sample.units[0]).status_code == 409
    assert ana.get("/coding.json").json()["samples"][0]["complete"] is True


def test_what_they_disagree_on_is_decided_and_undone(as_user: Callable[[str], TestClient], sample: Sample) -> None:
    ana, cem, asked = as_user("Ana"), as_user("Cem"), {"sample": sample.name}
    for unit in sample.units:
        send(ana, sample, unit)
    shown = cem.get("/agreement.json", params=asked).json()
    assert [(each["field"], each["units"], each["same"]) for each in shown["fields"]] == [
        ("best", 3, 0),
        ("group", 3, 0),
    ]
    assert (shown["disagreed"], shown["waiting"], len(shown["units"])) == (3, 6, 3)
    page = html.fromstring(cem.get("/agreement", params=asked).text)
    form = page.xpath("//form[.//input[@value='adjudicate']][.//button[@name='value']]")[0]
    sent = {each.get("name"): each.get("value", "") for each in form.xpath(".//input")}
    sent |= {"value": form.xpath(".//button[@name='value']/@value")[1], "reason": "the text says so"}
    assert ana.post("/decisions", data=sent, headers=OWN).status_code == 403
    assert cem.post("/decisions", data=sent | {"reason": ""}, headers=OWN).status_code == 422
    back = cem.post("/decisions", data=sent, headers=OWN)
    assert (back.status_code, back.headers["location"]) == (303, sent["back"])
    after = cem.get("/agreement.json", params=asked).json()
    settled = next(rival["settled"] for unit in after["units"] for rival in unit["rivals"] if rival["settled"])
    assert (settled["words"], settled["who"], settled["reason"]) == ("7,123", "Cem", "the text says so")
    assert (after["waiting"], len(cem.get("/agreement.json", params=asked | {"open": True}).json()["units"])) == (5, 3)
    undone = html.fromstring(cem.get("/agreement", params=asked).text).xpath("//form[.//input[@value='undo']]")[0]
    again = {each.get("name"): each.get("value") for each in undone.xpath(".//input")}
    assert cem.post("/decisions", data=again, headers=OWN).status_code == 303
    assert cem.get("/agreement.json", params=asked).json()["waiting"] == 6


@pytest.mark.parametrize(
    ("who", "path", "status"),
    [
        ("Dan", "/coding", 403),
        ("Dan", "/code", 403),
        ("Dan", "/agreement", 403),
        ("Eva", "/code", 409),
        ("Eva", "/agreement", 200),
        ("Ana", "/code", 200),
        ("Cem", "/coding", 200),
        ("Cem", "/code", 409),
    ],
)
def test_who_may_see_a_sample(
    as_user: Callable[[str], TestClient], sample: Sample, who: str, path: str, status: int
) -> None:
    client = as_user(who)
    assert client.get(path, params={"sample": sample.name}).status_code == status
    assert client.get(f"{path}.json", params={"sample": sample.name}).status_code == status
    assert ("/coding" in client.get("/situation").text) is (who != "Dan")


REFUSED: dict[str, tuple[dict[str, Any], int]] = {
    "nothing said": ({"said": {}}, 422),
    "no unit": ({"unit": ""}, 422),
    "another unit": ({"unit": "locus:0"}, 409),
    "another sample": ({"sample": "autumn"}, 409),
    "no such field": ({"said": {"low": 5}}, 409),
    "a value that it can't have": ({"said": {"best": "many"}}, 409),
}


@pytest.mark.parametrize(("changed", "status"), REFUSED.values(), ids=REFUSED)
def test_codings_that_are_refused(
    as_user: Callable[[str], TestClient], sample: Sample, changed: dict[str, Any], status: int
) -> None:
    sent = {"sample": sample.name, "unit": sample.units[0], "said": {"best": 5}} | changed
    answer = as_user("Ana").post("/codings.json", json=sent)
    assert answer.status_code == status, answer.text
    assert answer.json()["why"].endswith(".")
    assert as_user("Dan").post("/codings.json", json=sent).status_code == 403


def test_a_program_codes_too(as_user: Callable[[str], TestClient], sample: Sample) -> None:
    sent = {"sample": sample.name, "unit": sample.units[1], "said": {"best": 12, "group": None}}
    kept = as_user("Ana").post("/codings.json", json=sent)
    assert (kept.status_code, kept.json()["number"], kept.json()["done"]) == (201, 2, 1)
    assert [(field["coded"], field["said"]) for field in kept.json()["fields"]] == [(True, 12), (True, None)]


def test_what_is_withheld_is_not_coded(sample: Sample, everybody: Engine, tokens: dict[str, str]) -> None:
    report = find_claim(everybody, sample.units[0])[0].report
    withheld = withhold_report(everybody, report.id, who="Cem", reason="a source is at risk")
    ana, asked = TestClient(make_app(everybody, SETTINGS)), {"sample": sample.name, "unit": 1}
    ana.headers["Authorization"] = f"Bearer {tokens['Ana']}"
    shown = ana.get("/code.json", params=asked).json()
    assert (shown["withheld"], shown["reports"], shown["fields"]) == (True, [], [])
    assert report.text[:40] not in ana.get("/code", params=asked).text
    assert send(ana, sample, sample.units[0]).status_code == 403
    undo(everybody, withheld.key, who="Cem", reason="a test")


def test_what_is_read_no_more_does_not_stop_a_coder(make_ledger: Callable[[Path], str], tmp_path: Path) -> None:
    with open_ledger(make_ledger(tmp_path), make=True) as engine:
        ingest_told(engine)
        drawn = draw_sample(engine, "spring", (SETTINGS.who, "Ben"), units=3, who="Cem")
        record, _ = find_claim(engine, drawn.units[0])
        append_harvest(engine, Record(report=record.report), method="newer")
        desk = TestClient(make_app(engine, SETTINGS), follow_redirects=False)
        shown = desk.get("/code.json?sample=spring").json()
        assert (shown["gone"], shown["fields"], shown["number"]) == (True, [], 1)
        page = html.fromstring(desk.get("/code?sample=spring").text)
        assert "Nothing is read there any more" in page.text_content()
        assert desk.get(page.xpath("//a[@rel='next']/@href")[0]).status_code == 200
        sent = {"sample": "spring", "unit": drawn.units[0], "said": {"best": 5}}
        assert desk.post("/codings.json", json=sent).status_code == 409


# -- what may be said of a field -----------------------------------------------------------------------------------
@pytest.mark.parametrize("of", [kind for kind in CODED if kind != "incident"])
def test_what_was_read_can_be_said_by_the_form(make_ledger: Callable[[Path], str], tmp_path: Path, of: str) -> None:
    with open_ledger(make_ledger(tmp_path), make=True) as engine:
        fill(engine, made=0)
        records = [each.record for each in load_harvests(engine)]
        claims = [(record, claim) for record in records for claim in record.claims if kind_of(claim) == of]
        assert claims
        for record, claim in claims[:10]:
            account = LoneAccount(record)
            fields = list(fields_to_code(of, CODED[of], {}, account))
            read = {field.name: msgspec.json.decode(as_json(getattr(claim, field.name))) for field in fields}
            assert values_sent(of, CODED[of], dict(filled(fields, read))) == read


def kind_of(claim: Any) -> str:
    return str(claim.__struct_config__.tag)


def filled(fields: Any, read: dict[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """What a browser sends when somebody chooses in the form what was read."""
    for field in fields:
        value, offered = read[field.name], [each.value for each in field.choices]
        if field.kind == "several":
            assert field.open or set(value) <= set(offered)
            yield f"value.{field.name}", [as_json(each) for each in value if each in offered]
            yield f"more.{field.name}", [", ".join(each for each in value if each not in offered)]
        elif field.kind == "one":
            assert value in offered or (value is None and field.may_be_empty)
            yield f"value.{field.name}", [as_json(value)]
        else:
            yield f"value.{field.name}", ["" if value is None else str(value)]


def as_json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def test_incidents_are_coded_at_the_desk(as_user: Callable[[str], TestClient], everybody: Engine) -> None:
    sample = draw_sample(everybody, "harm", ("Ana", "Ben"), of="incident", units=2, who="Cem")
    ana = as_user("Ana")
    shown = ana.get("/code.json", params={"sample": "harm"}).json()
    assert [field["name"] for field in shown["fields"]] == ["harm", "information"] and shown["reports"]
    form = {"sample": "harm", "unit": sample.units[0], "value.harm": '"fair"', "value.information": "2"}
    assert ana.post("/codings", data=form, headers=OWN).status_code == 303
    for unit, coder in ((sample.units[1], "Ana"), *((unit, "Ben") for unit in sample.units)):
        code_unit(everybody, "harm", unit, {"harm": "weak", "information": 2}, coder=coder)
    found = as_user("Cem").get("/agreement.json", params={"sample": "harm"}).json()
    assert [each["words"] for each in found["units"][0]["rivals"][0]["answers"]] == ["fair", "weak"]
    assert find_sample(everybody, "harm").units[0] == found["units"][0]["unit"]
