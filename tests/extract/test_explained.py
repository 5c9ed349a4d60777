"""Explanations: what made a value of the record, and why words gave none."""

from __future__ import annotations

import re
from functools import cache

import msgspec
import pytest

from sayso.extract import KINDS, Explainer, Explanation, Step, extract_record
from sayso.parse import parse_grammars
from sayso.records import Block, Published, Report, inside

REPORT = """Rebels shell hospital in Sirte

SIRTE, Libya, May 4, 2016 - Rebels of the Northern Shield shelled a hospital in Sirte on Tuesday, killing at least 12
patients, Colonel Omar Saleh, a spokesman for the army, said. They plan to attack the airport, he said.

The army denied that its soldiers had looted the market. Dozens of families fled the city.

Government troops captured Bin Jawad in April. Residents lack water and bread. The militia is backed by Turkey.

A ward with 40 beds burned. A man aged 31 described the scene.
"""
ARMED = (
    "Soldiers of the Libyan army entered the town. The Northern Shield fled. Residents said they had burned the school."
)


@cache
def explainer(text: str) -> Explainer:
    blocks, at = [], 0
    for piece in re.finditer(r"\n\n|\Z", text):
        if text[at : piece.start()].strip():
            kind = "headline" if not blocks and text is REPORT else "paragraph"
            blocks.append(Block(kind=kind, start=at, end=piece.start()))
        at = piece.end()
    report = Report(id="sha256:0", text=text, blocks=tuple(blocks))
    return Explainer(report, next(iter(parse_grammars([report]))))


def one(about: str, words: str, *, text: str = REPORT) -> Explanation:
    """The only explanation of that kind for the words."""
    found = [row for row in explainer(text).words(words) if row.about == about]
    assert len(found) == 1, [(row.about, row.method) for row in explainer(text).words(words)]
    return found[0]


def rules(steps: tuple[Step, ...]) -> str:
    return " | ".join(f"{step.rule}: {step.words.text if step.words else ''} -> {step.gives}" for step in steps)


def test_the_record_is_the_one_that_is_read() -> None:
    looked = explainer(REPORT)
    again = extract_record(looked.seen.work.reading.report, looked.seen.grammar)
    assert looked.record == again


def test_every_claim_has_a_line_and_an_explanation() -> None:
    looked = explainer(REPORT)
    lines = looked.claims()
    assert {line.id for line in lines} == {claim.id for claim in looked.record.claims}
    for line in lines:
        explained = looked.by_id(line.id)
        assert explained is not None
        assert (explained.about, explained.method) == (line.kind, line.method)
        assert explained.clause is not None
        assert explained.passages
        assert explained.value is not None and explained.value["id"] == line.id


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_asked_for(kind: str) -> None:
    found = explainer(REPORT).of_kind(kind)
    assert found
    assert {row.about for row in found} == {kind}
    assert msgspec.json.decode(msgspec.json.encode(found), type=tuple[Explanation, ...])


def test_confidence_is_the_start_less_the_steps() -> None:
    for claim in explainer(REPORT).record.claims:
        start, *costs, outcome = explainer(REPORT).explain(claim).confidence
        assert outcome.rule in ("together", "the best of its tellings")
        if outcome.rule == "together":
            left = float(start.gives) + sum(float(step.gives) for step in costs)
            assert float(outcome.gives) == pytest.approx(max(0.05, left), abs=0.011)


def test_marks_stand_in_their_sentence() -> None:
    looked = explainer(REPORT)
    for claim in looked.record.claims:
        for passage in looked.explain(claim).passages:
            assert looked.record.report.text[slice(*passage.span)] == passage.text
            assert all(inside(mark.span, passage.span) for mark in passage.marks)


# -- sections ------------------------------------------------------------------------------------------------------
def test_an_event_tells_its_frame_and_why_others_did_not_fit() -> None:
    plan = one("event", "attack the airport")
    chosen = [frame for frame in plan.frames if frame.chosen]
    assert [f"happened/{frame.frame}" for frame in chosen] == [plan.method]
    refused = [frame.against for frame in plan.frames if not frame.chosen]
    assert any("needs in with one of" in against and "there is nothing" in against for against in refused if against)
    assert any("its further words are not there" in against for against in refused if against)


def test_the_chosen_frame_is_the_method_of_every_event() -> None:
    for row in explainer(REPORT).of_kind("event"):
        assert f"happened/{next(frame.frame for frame in row.frames if frame.chosen)}" == row.method


def test_the_trigger_and_the_slots_are_marked() -> None:
    plan = one("event", "attack the airport")
    text = plan.passages[0].text
    marked = {mark.role: text[mark.span[0] - plan.passages[0].span[0] :][: mark.span[1] - mark.span[0]]
              for mark in plan.passages[0].marks}  # fmt: skip
    assert marked["trigger"] == "attack"
    assert marked["actor"] == "They"
    assert marked["cue"] == "said"


def test_status_tells_the_word_that_set_it() -> None:
    plan = one("event", "attack the airport")
    assert "under this, as infinitive: plan -> planned" in rules(plan.status)
    assert plan.status[-1].gives == "planned"


def test_a_denial_tells_the_cue_that_negates() -> None:
    looted = one("event", "looted the market")
    assert looted.value is not None and looted.value["realis"] == "negated"
    assert "denied -> negated" in rules(looted.status)


def test_a_pronoun_tells_its_rivals_with_scores() -> None:
    actor = next(who for who in one("event", "attack the airport").who if who.slot == "actor")
    assert actor.rule.startswith("by pronoun")
    assert len(actor.rivals) > 1
    assert actor.rivals[0].id == actor.id
    assert [rival.score for rival in actor.rivals] == sorted((r.score for r in actor.rivals), reverse=True)


def test_where_and_when_stop_at_the_step_that_gave_the_answer() -> None:
    looted = one("event", "looted the market")
    for steps in (looted.where, looted.when):
        assert [step.gives is None for step in steps[:-1]] == [True] * (len(steps) - 1)
    assert looted.where[-1].gives is not None


def test_the_outlets_own_voice_is_told() -> None:
    assert "the outlet's own voice" in rules(one("event", "fled the city").said)


def test_an_utterance_tells_its_cue_and_speaker() -> None:
    said = one("utterance", "denied")
    assert "act deny in cues.yaml" in said.said[0].rule
    assert [(who.slot, who.words.text) for who in said.who] == [("speaker", "army")]


def test_a_figure_tells_pattern_bound_and_convention() -> None:
    killed = one("figure", "at least 12")
    told = rules(killed.number)
    assert "number as written: at least 12 -> before 'at least', one '12'" in told
    assert "modifier at_least:  -> low 12, best open, high open" in told
    assert "patients" in told
    assert "-> killed" in told


def test_a_place_tells_candidates_with_features() -> None:
    sirte = next(
        row for row in explainer(REPORT).of_kind("place") if row.value and row.value["name"].upper() == "SIRTE"
    )
    assert sirte.rivals[0].features["fame"] > 0
    assert sirte.rivals[0].score == pytest.approx(sum(sirte.rivals[0].features.values()), abs=0.02)


def test_the_report_tells_how_its_day_is_known() -> None:
    told = rules(explainer(REPORT).of_kind("report")[0].steps)
    assert "May 4, 2016 -> 2016-05-04" in told
    assert "published: taken (dateline)" in told


def test_a_day_that_was_given_is_told_with_what_the_text_says() -> None:
    looked = explainer(REPORT)
    report = msgspec.structs.replace(
        looked.seen.reading.report, published=Published(start="2016-05-09", end="2016-05-09", basis="given")
    )
    told = rules(Explainer(report, looked.seen.grammar).of_kind("report")[0].steps)
    assert "published: given:  -> 2016-05-09" in told
    assert "May 4, 2016 -> 2016-05-04" in told


# -- words that gave none ------------------------------------------------------------------------------------------
def test_words_without_a_claim_say_why() -> None:
    scene = [row for row in explainer(REPORT).words("described") if row.about == "clause"]
    assert scene
    assert scene[0].fate[0].startswith("no event: ")


def test_a_number_without_a_figure_says_why() -> None:
    aged = one("number", "31")
    assert aged.number[-1].rule == "no figure"
    assert aged.number[-1].gives == "an age"


def test_words_are_found_in_any_case_and_over_line_ends() -> None:
    assert any(row.about == "figure" for row in explainer(REPORT).words("AT LEAST 12 patients"))
    assert explainer(REPORT).words("no such words") == ()
    assert explainer(REPORT).words(" ") == ()


def test_an_offset_finds_what_stands_there() -> None:
    at = REPORT.index("attack")
    assert any(row.method == "happened/attack" for row in explainer(REPORT).at(at))
    assert explainer(REPORT).at(len(REPORT) + 10) == ()


def test_an_id_may_be_cut_short() -> None:
    looked = explainer(REPORT)
    line = looked.claims()[0]
    assert looked.by_id(line.id[: len("claim:") + 12]) == looked.by_id(line.id)
    assert looked.by_id("claim:") is None, "several begin so"
    assert looked.by_id("claim:nothing") is None


def test_a_pronoun_in_a_saying_may_not_be_its_speaker() -> None:
    told = [who for row in explainer(ARMED).words("burned") for who in row.who if who.words.text == "they"]
    assert told
    assert all(who.rivals for who in told)
