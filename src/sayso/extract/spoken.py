"""Sayings in, utterances out: speakers resolved to parties and people, days of saying, nesting."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.extract.reading import Reading
from sayso.extract.said import Saying
from sayso.extract.setting import Setting
from sayso.extract.who import Who
from sayso.records import Speaker, Utterance, content_id, tidy


def find_utterances(reading: Reading, who: Who, setting: Setting, sayings: Sequence[Saying]) -> tuple[Utterance, ...]:
    """The sayings of a reading in, one utterance each out, in the same order."""
    ids = [
        content_id("utterance", reading.report.id, saying.cue, saying.content, saying.verbatim, saying.act)
        for saying in sayings
    ]
    return tuple(_utterance(reading, who, setting, saying, number, ids) for number, saying in enumerate(sayings))


def _utterance(reading: Reading, who: Who, setting: Setting, saying: Saying, number: int, ids: list[str]) -> Utterance:
    clause = reading.clause_at.get(saying.cue_token) if saying.cue_token is not None else None
    return Utterance(
        id=ids[number], speakers=tuple(_speaker(who, token, saying) for token in saying.speakers), cue=saying.cue,
        content=saying.content, verbatim=saying.verbatim,
        mode=saying.mode, act=saying.act, addressee=who.ids(*saying.addressees),
        outer=ids[saying.outer] if saying.outer is not None and saying.outer != number else None,
        when=setting.when(clause) if clause is not None else None, evidence=tidy(saying.evidence),
    )  # fmt: skip


def _speaker(who: Who, token: int, saying: Saying) -> Speaker:
    party, person = who.speaker(token)
    return Speaker(party=party, person=person, evidence=tidy((who.phrase(token), *saying.stand_ins)))
