"""Sayings in, utterances out: speakers resolved to parties and people, days of saying, nesting."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.extract.reading import Reading
from sayso.extract.said.sayings import Saying
from sayso.extract.setting.days import Days
from sayso.extract.who.who import Who
from sayso.records import Speaker, Utterance, content_id, tidy


def find_utterances(reading: Reading, who: Who, days: Days, sayings: Sequence[Saying]) -> tuple[Utterance, ...]:
    """The sayings of a reading in, one utterance each out, in the same order."""
    ids = [
        content_id("utterance", reading.report.id, saying.cue, saying.content, saying.verbatim, saying.act)
        for saying in sayings
    ]
    return tuple(_utterance(reading, who, days, saying, number, ids) for number, saying in enumerate(sayings))


def _utterance(reading: Reading, who: Who, days: Days, saying: Saying, number: int, ids: list[str]) -> Utterance:
    clause = reading.clause_at.get(saying.cue_token) if saying.cue_token is not None else None
    return Utterance(
        id=ids[number], speakers=_speakers(who, saying), cue=saying.cue,
        content=saying.content, verbatim=saying.verbatim,
        mode=saying.mode, act=saying.act, addressee=who.ids(*saying.addressees),
        outer=ids[saying.outer] if saying.outer is not None and saying.outer != number else None,
        when=days.when(clause) if clause is not None else None, evidence=tidy(saying.evidence),
    )  # fmt: skip


def _speakers(who: Who, saying: Saying) -> tuple[Speaker, ...]:
    """Each speaker once: "the leader and former minister, A. B." is one."""
    found: dict[tuple[str | None, str | None, int], Speaker] = {}
    for token in saying.speakers:
        speaker = _speaker(who, token, saying)
        known = speaker.person is not None or speaker.party is not None
        found.setdefault((speaker.party, speaker.person, 0 if known else token), speaker)
        for party in who.ids(token)[1:] if speaker.party is not None else ():
            found.setdefault((party, None, 0), Speaker(party=party, person=None, evidence=speaker.evidence))
    return tuple(found.values())


def _speaker(who: Who, token: int, saying: Saying) -> Speaker:
    party, person = who.speaker(token)
    return Speaker(party=party, person=person, evidence=tidy((who.phrase(token), *saying.stand_ins)))
