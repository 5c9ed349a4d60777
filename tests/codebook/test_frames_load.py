"""The frame files hold to their schema, to the modes of the record, and to their own examples."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from sayso.codebook.frames import Frame
from sayso.codebook.index import spread
from sayso.codebook.load import DATA, read_data
from sayso.records.claims import EventType

FILES = sorted((DATA / "frames").glob("*.yaml"))
FRAMES = {path: read_data(path, tuple[Frame, ...]) for path in FILES}

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
    return all(_forms(part) & said or part in text.lower() for part in word.lower().split() if part[0] != "@")


def _words(frame: Frame) -> list[str]:
    return [word for phrase in (*frame.verbs, *frame.nouns, *frame.adjectives) for word in spread(phrase)]


def _has_word(frame: Frame, text: str) -> bool:
    return any(_names(word, text) for word in _words(frame))


def _faults(path: Path, is_sound: Callable[[Frame], bool]) -> list[str]:
    return [frame.name for frame in FRAMES[path] if not is_sound(frame)]


def _word_lists(frame: Frame) -> tuple[tuple[str, ...], ...]:
    return frame.verbs, frame.nouns, frame.adjectives, frame.agents


def _expected(frame: Frame) -> list[tuple[str, str]]:
    said = [(read.text, part) for read in frame.reads for part in (read.trigger, read.actor, read.recipient)]
    return [(text, part) for text, part in said if isinstance(part, str)]


def _needs_can_be_met(frame: Frame) -> bool:
    needed = frame.needs.keys()
    return not (needed & {"subject", "object"} and frame.nouns) and not (needed & {"poss", "modifier"} and frame.verbs)


each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def test_there_are_frames_of_every_type() -> None:
    assert {frame.type for frames in FRAMES.values() for frame in frames} == set(get_args(EventType))


def test_names_are_unique() -> None:
    names = Counter(frame.name for frames in FRAMES.values() for frame in frames)
    assert [name for name, count in names.items() if count > 1] == []


@each_file
def test_frames_have_words_and_examples(path: Path) -> None:
    assert _faults(path, lambda frame: bool(_words(frame) and len(frame.reads) >= 2 and frame.not_reads)) == []


@each_file
def test_modes_belong_to_their_types(path: Path) -> None:
    assert _faults(path, lambda frame: frame.mode is None or frame.mode in MODES.get(frame.type, set())) == []


@each_file
def test_acled_names_are_those_of_acled(path: Path) -> None:
    assert _faults(path, lambda frame: frame.acled is None or frame.acled in ACLED) == []


@each_file
def test_no_word_stands_twice_in_a_frame(path: Path) -> None:
    assert _faults(path, lambda frame: all(len(set(words)) == len(words) for words in _word_lists(frame))) == []


@each_file
def test_reads_contain_a_word_of_their_frame(path: Path) -> None:
    assert _faults(path, lambda frame: all(_has_word(frame, read.text) for read in frame.reads)) == []


@each_file
def test_not_reads_contain_a_word_of_their_frame(path: Path) -> None:
    assert _faults(path, lambda frame: all(_has_word(frame, text) for text in frame.not_reads)) == []


@each_file
def test_expected_words_stand_in_the_text(path: Path) -> None:
    assert _faults(path, lambda frame: all(part in text for text, part in _expected(frame))) == []


@each_file
def test_needs_can_be_met_by_each_word(path: Path) -> None:
    assert _faults(path, _needs_can_be_met) == []
