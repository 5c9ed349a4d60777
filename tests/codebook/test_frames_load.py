"""The frame files hold to their schema, to the modes of the record, and to their own examples."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from sayso.codebook.frames import Frame
from sayso.codebook.load import DATA, read_data
from sayso.records.claims import EventType

FILES = sorted((DATA / "frames").glob("*.yaml"))
FRAMES = [(path.stem, frame) for path in FILES for frame in read_data(path, tuple[Frame, ...])]

MODES: dict[str, set[str]] = {
    "RETREAT": {"withdraw", "release", "disarm", "ceasefire", "access", "resign"},
    "REQUEST": {"assist", "change", "yield", "meet"},
    "REJECT": {"assist", "change", "yield", "meet"},
    "ACCUSE": {"disapprove", "investigate", "allege"},
    "THREATEN": {"restrict", "arrest", "relations", "expel", "territory", "violence"},
    "PROTEST": {"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"},
    "SANCTION": {"convict", "expel", "withdraw", "discontinue"},
    "MOBILIZE": {"troops", "weapons", "police", "militia"},
    "COERCE": {
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation",
        "cyber",
    },
    "ASSAULT": {
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
        "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    },
    "CONSULT": {"visit", "third-party", "multilateral", "phone"},
}  # fmt: skip

ACLED = {
    "Government regains territory", "Non-state actor overtakes territory", "Armed clash", "Peaceful protest",
    "Excessive force against protesters", "Protest with intervention", "Violent demonstration", "Mob violence",
    "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack", "Grenade",
    "Remote explosive/landmine/IED", "Sexual violence", "Attack", "Abduction/forced disappearance", "Agreement",
    "Arrests", "Change to group/activity", "Disrupted weapons use", "Headquarters or base established",
    "Looting/property destruction", "Non-violent transfer of territory", "Other",
}  # fmt: skip

PAST = """
be is are was were been being|bear bore borne|beat beaten|begin began begun|bid bade|bind bound|blow blew blown
body bodies|break broke broken|breed bred|bring brought|build built|burst burst|buy bought|cast cast
catch caught|child children|choose chose chosen|cling clung|come came|cost cost|cut cut|deal dealt|dig dug
do did done|draw drew drawn|drive drove driven|fall fell fallen|feed fed|fight fought|find found|flee fled
fling flung|fly flew flown|forbid forbade forbidden|forgive forgave forgiven|forsake forsook|freeze froze frozen
get got|give gave given|go went gone|gunman gunmen|hang hung|have had has|hear heard|hide hid hidden|hit hit
hold held|keep kept|know knew known|lay laid|lead led|leave left|lend lent|let let|lie lay lain|life lives
lose lost|make made|man men|meet met|mow mown|overrun overran|oversee oversaw|overtake overtook overtaken
overthrow overthrew overthrown|party parties|pay paid|put put|quit quit|rebuild rebuilt|retake retook retaken
rid rid|ride rode ridden|ring rang rung|rise rose risen|run ran|say said|see saw seen|seek sought|sell sold
send sent|set set|shake shook shaken|shoot shot|show shown|shrink shrank|shut shut|sink sank sunk|sit sat
slay slew slain|sleep slept|speak spoke spoken|speed sped|spend spent|split split|spread spread
spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung|strike struck|swear swore sworn
sweep swept|swim swam|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought
throw threw thrown|undergo underwent|understand understood|uphold upheld|wear wore|win won
withdraw withdrew withdrawn|withhold withheld|woman women|write wrote written
"""
IRREGULAR = {line.split()[0]: set(line.split()[1:]) for line in re.split(r"[|\n]", PAST) if line.strip()}


def _forms(word: str) -> set[str]:
    stem = word[:-1]
    forms = {word, word + "s", word + "es", word + "ed", word + "d", word + "ing", word + word[-1] + "ed"}
    forms |= {word + word[-1] + "ing", stem + "ing", stem + "ies", stem + "ied", word + "ly", word + "'s"}
    return forms | IRREGULAR.get(word, set())


def _names(word: str, text: str) -> bool:
    said = {token.removesuffix("'s") for token in re.findall(r"[\w'’-]+", text.lower())}
    return all(_forms(part) & said or part in text.lower() for part in word.lower().split())


def _words(frame: Frame) -> list[str]:
    return [*frame.verbs, *frame.nouns, *frame.adjectives]


def _each() -> pytest.MarkDecorator:
    cases = [pytest.param(frame, id=f"{stem}-{frame.name}") for stem, frame in FRAMES]
    return pytest.mark.parametrize("frame", cases)


def test_there_are_frames_of_every_type() -> None:
    assert {frame.type for _, frame in FRAMES} == set(get_args(EventType))


def test_names_are_unique() -> None:
    names = Counter(frame.name for _, frame in FRAMES)
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_read_by_the_schema(path: Path) -> None:
    assert read_data(path, tuple[Frame, ...])


@_each()
def test_it_has_words_and_examples(frame: Frame) -> None:
    assert _words(frame)
    assert len(frame.reads) >= 2
    assert frame.not_reads


@_each()
def test_its_mode_belongs_to_its_type(frame: Frame) -> None:
    assert frame.mode is None or frame.mode in MODES.get(frame.type, set())


@_each()
def test_its_acled_name_is_acled_s(frame: Frame) -> None:
    assert frame.acled is None or frame.acled in ACLED


@pytest.mark.parametrize("kind", ["verbs", "nouns", "adjectives", "agents"])
@_each()
def test_no_word_stands_twice(frame: Frame, kind: str) -> None:
    assert [word for word, count in Counter(getattr(frame, kind)).items() if count > 1] == []


@_each()
def test_its_reads_contain_its_words(frame: Frame) -> None:
    assert [read.text for read in frame.reads if not any(_names(word, read.text) for word in _words(frame))] == []


@_each()
def test_its_not_reads_contain_its_words(frame: Frame) -> None:
    assert [text for text in frame.not_reads if not any(_names(word, text) for word in _words(frame))] == []


@_each()
def test_its_expectations_stand_in_the_text(frame: Frame) -> None:
    said = [(read.text, part) for read in frame.reads for part in (read.trigger, read.actor, read.recipient)]
    assert [part for text, part in said if isinstance(part, str) and part not in text] == []


@_each()
def test_its_needs_can_be_met_by_each_of_its_words(frame: Frame) -> None:
    if {"subject", "object"} & frame.needs.keys():
        assert frame.nouns == ()
    if {"poss", "modifier"} & frame.needs.keys():
        assert frame.verbs == ()
