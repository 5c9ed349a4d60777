"""Every page as HTML and as JSON: what it shows, what it refuses, what it carries against foreign code."""

from __future__ import annotations

import pytest
from lxml import html
from starlette.testclient import TestClient

from sayso.desk.web.guard import POLICY

EVERYTHING = "/situation?all=true"


def twin(address: str) -> str:
    path, _, query = address.partition("?")
    return f"{'/situation' if path == '/' else path}.json?{query}"


def test_every_page_has_its_json(client: TestClient, addresses: list[str]) -> None:
    for address in addresses:
        page, data = client.get(address), client.get(twin(address))
        assert (page.status_code, data.status_code) == (200, 200), address
        assert page.headers["content-type"].startswith("text/html")
        assert data.headers["content-type"] == "application/json"


def test_no_page_runs_foreign_code(client: TestClient, addresses: list[str]) -> None:
    for address in addresses:
        page = client.get(address)
        assert page.headers["content-security-policy"] == POLICY
        tree = html.fromstring(page.text)
        assert tree.xpath("//script[not(@src)] | //*[@style] | //style") == [], address
        assert [name for each in tree.iter() for name in each.attrib if name.startswith("on")] == []
        assert [url for url in tree.xpath("//@src | //link/@href") if not url.startswith("/static/")] == []


def test_every_link_leads_somewhere(client: TestClient, addresses: list[str]) -> None:
    links = {
        link.partition("#")[0]
        for address in addresses
        for link in html.fromstring(client.get(address).text).xpath("//a/@href | //*/@src | //link/@href")
        if link.startswith("/")
    }
    assert {link: client.get(link).status_code for link in sorted(links)[:150]}.values() == {200} or [
        link for link in sorted(links)[:150] if client.get(link).status_code != 200
    ] == []


def test_every_word_of_an_incident_leads_to_its_span(client: TestClient, incident: dict) -> None:
    hrefs = {each["href"] for position in incident["positions"] for each in position["statements"]}
    hrefs |= {rival["href"] for figures in incident["figures"] for rival in figures["rivals"] if rival["quote"]}
    assert hrefs
    for href in sorted(hrefs)[:40]:
        address, _, anchor = href.partition("#")
        tree = html.fromstring(client.get(address).text)
        assert tree.xpath("//*[@id = $anchor]", anchor=anchor), href
        assert tree.xpath("//*[contains(concat(' ', @data-of, ' '), concat(' ', $anchor, ' '))]", anchor=anchor), href


def test_a_report_is_shown_whole_and_in_order(client: TestClient, engine, incident: dict) -> None:
    for source in incident["sources"]:
        shown = client.get(f"/reports/{source['id']}.json").json()
        runs = [run["text"] for each in shown["paragraphs"] for passage in each["passages"] for run in passage["runs"]]
        page = html.fromstring(client.get(f"/reports/{source['id']}").text)
        seen = "".join(page.xpath("//article[@class='report-text']")[0].itertext())
        assert "".join("".join(runs).split()) == "".join(seen.split())


def test_situation_narrows_by_period_place_and_party(client: TestClient, situation: dict) -> None:
    dated = [row for row in situation["rows"] if row["start"]]
    row = dated[len(dated) // 2]
    of_day = client.get(f"/situation.json?from={row['start']}&to={row['start']}").json()
    assert row["id"] in {each["id"] for each in of_day["rows"]}
    assert all(
        each["start"] <= row["start"] <= (each["end"] or each["start"]) for each in of_day["rows"] if each["start"]
    )
    placed = client.get("/situation.json", params={"all": "true", "place": row["place"]}).json()
    assert row["id"] in {each["id"] for each in placed["rows"]}
    assert placed["total"] < situation["total"]
    party = next(each for each in dated if each["actors"])
    found = client.get("/situation.json", params={"all": "true", "party": party["actors"][0]}).json()
    assert party["id"] in {each["id"] for each in found["rows"]}


@pytest.mark.parametrize("column", ["day", "place", "killed", "independent", "reports"])
def test_rows_are_sorted_by_a_column_either_way(client: TestClient, column: str) -> None:
    falling = client.get(f"/situation.json?all=true&sort={column}").json()["rows"]
    rising = client.get(f"/situation.json?all=true&sort={column}&rising=true").json()["rows"]
    assert {row["id"] for row in falling} == {row["id"] for row in rising}
    key = {"day": "start", "independent": "independent", "reports": "reports", "place": "place"}.get(column)
    if key:
        values = [row[key] for row in rising if row[key] is not None]
        assert values == sorted(values)


REFUSED = {
    "no such page": ("/nowhere", 404),
    "no such incident": ("/incidents/ffffffffffffffff", 404),
    "no such report": ("/reports/ffff", 404),
    "a query that can't be read": ("/search?q=((", 400),
    "a column that there is not": ("/situation?sort=colour", 400),
    "a day that is none": ("/situation?from=yesterday", 400),
    "a number that is none": ("/search?q=a&skip=many", 400),
}


@pytest.mark.parametrize(("address", "status"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_says_why(client: TestClient, address: str, status: int) -> None:
    page, data = client.get(address), client.get(twin(address))
    assert (page.status_code, data.status_code) == (status, status)
    assert data.json()["why"].endswith(".")
    assert data.json()["why"] in html.fromstring(page.text).text_content()


def test_what_a_reader_has_is_not_sent_again(client: TestClient) -> None:
    first = client.get(EVERYTHING)
    again = client.get(EVERYTHING, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(EVERYTHING, headers={"Accept-Encoding": "identity"}).content == first.content


def test_another_host_is_not_answered(client: TestClient) -> None:
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400


def test_a_merge_is_previewed_before_it_is_decided(client: TestClient, situation: dict) -> None:
    ids = [row["id"] for row in situation["rows"] if row["figures"]][:2]
    shown = client.get("/merge.json", params={"incidents": ids}).json()
    assert [row["id"] for row in shown["before"]] == ids
    assert len(shown["after"]) == 1
    assert shown["conflicts"] == len([line for line in shown["lines"] if line["conflict"]])
    page = html.fromstring(client.get("/merge", params={"incidents": ids}).text)
    assert page.xpath("//input[@name='incidents']/@value") == [f"incident:{each}" for each in ids]
    assert client.get("/merge", params={"incidents": ids[:1]}).status_code == 409
    assert client.get("/merge").status_code == 409


def test_a_split_is_previewed_before_it_is_decided(client: TestClient, incident: dict) -> None:
    asked = {"incident": incident["row"]["id"], "reports": [incident["sources"][-1]["id"]]}
    shown = client.get("/split.json", params=asked).json()
    assert (len(shown["before"]), len(shown["after"])) == (1, 2)
    assert (
        client.get("/split", params=asked | {"reports": [source["id"] for source in incident["sources"]]}).status_code
        == 409
    )
