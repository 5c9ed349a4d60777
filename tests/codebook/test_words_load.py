"""The word lists and the frames that ship with Sayso: they load, name their convention and hold together."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from sayso.codebook.frames import Frame
from sayso.codebook.load import DATA, read_data
from sayso.codebook.words import Attribution, ConditionWords, Cue, Embedding, Hedges, LightVerb, NounClass, NumberWords

FORMS: dict[str, Any] = {
    "cues": tuple[Cue, ...],
    "embeddings": tuple[Embedding, ...],
    "light_verbs": tuple[LightVerb, ...],
    "attributions": tuple[Attribution, ...],
    "nouns": tuple[NounClass, ...],
    "numbers": NumberWords,
    "hedges": Hedges,
    "conditions": ConditionWords,
}
LISTS = ("cues", "embeddings", "light_verbs", "attributions", "nouns")
WORD_FIELDS = ("verbs", "nouns", "adjectives", "phrases", "agents")
RESOLVED = {"party", "place", "person"}
MODES = {
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "REJECT": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone "
    "heavy-weapons crowd-control unconventional",
    "CONSULT": "visit third-party multilateral phone",
}
FRAME_FILES = sorted((DATA / "frames").glob("*.yaml"), key=lambda path: path.stem)


def read_list(name: str) -> Any:
    return read_data(DATA / f"{name}.yaml", FORMS[name])


def read_frames(path: Any) -> tuple[Frame, ...]:
    return read_data(path, tuple[Frame, ...])


def word_lists(entry: Any) -> list[tuple[str, ...]]:
    return [getattr(entry, field, ()) for field in WORD_FIELDS]


def repeated(words: Any) -> list[str]:
    return [word for word, count in Counter(words).items() if count > 1]


def classes_named(frame: Frame) -> set[str]:
    rules = (*frame.needs.values(), *frame.never.values())
    return {word[1:] for words in rules for word in words if word.startswith("@")}


@pytest.mark.parametrize("name", FORMS)
def test_loads_and_is_not_empty(name: str) -> None:
    assert read_list(name)


@pytest.mark.parametrize("name", LISTS)
def test_no_lemma_twice_within_an_entry(name: str) -> None:
    assert [twice for entry in read_list(name) for words in word_lists(entry) if (twice := repeated(words))] == []


@pytest.mark.parametrize("field", ["verbs", "nouns", "adjectives", "phrases"])
def test_a_reporting_word_with_its_objects_stands_in_one_entry_only(field: str) -> None:
    assert repeated((word, cue.objects) for cue in read_list("cues") for word in getattr(cue, field)) == []


def test_a_light_verb_has_one_reading_where_its_noun_stands() -> None:
    assert repeated((verb, entry.via) for entry in read_list("light_verbs") for verb in entry.verbs) == []


def test_an_embedding_verb_has_one_reading_for_each_doer() -> None:
    assert repeated((verb, entry.subject_of) for entry in read_list("embeddings") for verb in entry.verbs) == []


def test_numbers_name_their_convention() -> None:
    name, _, version = read_list("numbers").convention.partition("-")
    assert name == "sayso" and version


@pytest.mark.parametrize(
    ("word", "low"),
    [
        ("tens", 10),
        ("dozens", 12),
        ("scores", 20),
        ("hundreds", 100),
        ("thousands", 1000),
        ("tens of thousands", 10_000),
    ],
)
def test_vague_words_follow_the_record(word: str, low: int) -> None:
    assert read_list("numbers").vague[word] == low


@pytest.mark.parametrize(
    ("words", "modifier"),
    [("at least", "at_least"), ("upwards of", "at_least"), ("more than", "more_than"), ("fewer than", "fewer_than"),
     ("nearly", "nearly"), ("up to", "up_to"), ("about", "about")],
)  # fmt: skip
def test_bounds_follow_the_record(words: str, modifier: str) -> None:
    assert read_list("numbers").before[words] == modifier


def test_condition_states_have_a_known_theme() -> None:
    conditions = read_list("conditions")
    assert set(conditions.states.values()) <= set(conditions.themes)


@pytest.mark.parametrize("path", FRAME_FILES, ids=lambda path: path.stem)
def test_frames_use_known_classes(path: Any) -> None:
    known = {entry.name for entry in read_list("nouns")} | RESOLVED
    assert {
        frame.name: classes_named(frame) - known for frame in read_frames(path) if classes_named(frame) - known
    } == {}


@pytest.mark.parametrize("path", FRAME_FILES, ids=lambda path: path.stem)
def test_frames_use_the_modes_of_their_type(path: Any) -> None:
    wrong = [f.name for f in read_frames(path) if f.mode and f.mode not in MODES.get(f.type, "").split()]
    assert wrong == []


@pytest.mark.parametrize("path", FRAME_FILES, ids=lambda path: path.stem)
def test_frames_show_what_they_read_and_what_not(path: Any) -> None:
    assert [f.name for f in read_frames(path) if len(f.reads) < 2 or not f.not_reads] == []


@pytest.mark.parametrize("path", FRAME_FILES, ids=lambda path: path.stem)
def test_words_that_fill_a_slot_stand_in_their_sentence(path: Any) -> None:
    shown = [(e.text, w) for f in read_frames(path) for e in f.reads for w in (e.trigger, e.actor, e.recipient)]
    assert [(text, words) for text, words in shown if isinstance(words, str) and words not in text] == []


def test_frame_names_are_unique() -> None:
    assert repeated(frame.name for path in FRAME_FILES for frame in read_frames(path)) == []
