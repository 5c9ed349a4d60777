"""Decisions sent to the desk: by a form, by a program; undone; refused."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

OWN = {"Sec-Fetch-Site": "same-origin"}


def now(client: TestClient, incident: dict) -> dict:
    return client.get(f"/incidents/{incident['row']['id']}.json").json()


def test_a_form_decides_and_leads_back(client: TestClient, incident: dict) -> None:
    back = f"/incidents/{incident['row']['id']}#decide"
    form = {"act": "state", "incident": incident["id"], "to": "in_progress", "reason": "to look", "back": back}
    answer = client.post("/decisions", data=form, headers=OWN)
    assert (answer.status_code, answer.headers["location"]) == (303, back)
    after = now(client, incident)
    assert after["state"] == "in_progress"
    assert after["history"][-1]["who"] == "tester"
    key = after["history"][-1]["key"]
    assert client.post("/decisions.json", json={"act": "undo", "decision": key, "reason": "back"}).status_code == 201
    assert now(client, incident)["state"] == incident["state"]


def test_a_claim_is_corrected_and_shown_so(client: TestClient, incident: dict) -> None:
    rival = next(rival for figures in incident["figures"] for rival in figures["rivals"] if rival["quote"])
    sent = {"act": "correct", "claim": rival["claims"][0], "field": "group", "value": "children", "reason": "as said"}
    decided = client.post("/decisions.json", json=sent)
    assert decided.status_code == 201, decided.text
    report = rival["href"].partition("#")[0]
    claims = client.get(f"{report}.json").json()["claims"]
    verdicts = [verdict["words"] for claim in claims for verdict in claim["verdicts"]]
    assert verdicts == ['group: "children"']
    undone = {"act": "undo", "decision": decided.json()["key"], "reason": "a test"}
    assert client.post("/decisions.json", json=undone).status_code == 201
    assert now(client, incident)["figures"] == incident["figures"]


REFUSED = {
    "no reason": ({"act": "state", "incident": "x", "to": "approved"}, 422),
    "no such act": ({"act": "burn", "incident": "x", "reason": "y"}, 422),
    "no such incident": ({"act": "assign", "incident": "ffffffff", "assignee": "me", "reason": "y"}, 409),
    "no such claim": ({"act": "reject", "claim": "claim:ffffffff", "reason": "y"}, 409),
    "a grade that there is not": ({"act": "grade_incident", "incident": "x", "grade": 7, "reason": "y"}, 422),
    "one incident to merge": ({"act": "merge", "incidents": [], "reason": "y"}, 422),
    "no such decision": ({"act": "undo", "decision": "nothing", "reason": "y"}, 409),
}


@pytest.mark.parametrize(("sent", "status"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_decided_says_why(client: TestClient, sent: dict, status: int) -> None:
    answer = client.post("/decisions.json", json=sent)
    assert answer.status_code == status, answer.text
    assert answer.json()["why"].endswith(".")


FOREIGN = {
    "from another site": {"Sec-Fetch-Site": "cross-site"},
    "from another part of the site": {"Sec-Fetch-Site": "same-site"},
    "with another origin": {"Origin": "https://evil.example"},
    "with an origin that is none": {"Origin": "null"},
}


@pytest.mark.parametrize("headers", FOREIGN.values(), ids=FOREIGN)
def test_another_site_decides_nothing(client: TestClient, incident: dict, headers: dict[str, str]) -> None:
    form = {"act": "note", "incident": incident["id"], "text": "mine now", "back": "/"}
    assert client.post("/decisions", data=form, headers=headers).status_code == 403
    assert now(client, incident)["comments"] == incident["comments"]


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_a_decision_leads_to_no_other_site(client: TestClient, incident: dict, back: str) -> None:
    form = {"act": "note", "incident": incident["id"], "text": "a note", "back": back}
    assert client.post("/decisions", data=form, headers=OWN).headers["location"] == "/situation"


def test_what_is_too_large_is_refused(client: TestClient) -> None:
    answer = client.post("/decisions.json", content=b" " * 1_000_001)
    assert answer.status_code == 413
