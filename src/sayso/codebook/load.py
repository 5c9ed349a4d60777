"""Data files -> Codebook, checked entry by entry. A file that breaks its schema is named with the entry at fault."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from sayso.codebook.cache import recall_data
from sayso.codebook.descriptions import DescriptionWords
from sayso.codebook.frames import Checked, Frame
from sayso.codebook.words import (
    Attribution,
    ConditionWords,
    Cue,
    Embedding,
    Hedges,
    LightVerb,
    MeasureWords,
    NameWords,
    NounClass,
    NumberWords,
    PartyEntry,
    RelationWords,
)
from sayso.errors import CodebookError

T = TypeVar("T")
DATA = Path(__file__).parent / "data"


class Codebook(Checked, frozen=True, kw_only=True):
    """All that Sayso knows about words. See the entry classes for what each list holds."""

    frames: tuple[Frame, ...]
    cues: tuple[Cue, ...]
    embeddings: tuple[Embedding, ...]
    light_verbs: tuple[LightVerb, ...]
    attributions: tuple[Attribution, ...]
    nouns: tuple[NounClass, ...]
    numbers: NumberWords
    hedges: Hedges
    conditions: ConditionWords
    parties: tuple[PartyEntry, ...]
    names: NameWords
    descriptions: DescriptionWords
    measures: MeasureWords
    relations: tuple[RelationWords, ...]
    nominalisations: dict[str, tuple[str, ...]]


def read_data(path: Path, form: type[T]) -> T:
    """One YAML file in, its checked content out. Raises CodebookError with the file and the entry at fault."""
    content = path.read_bytes()
    return recall_data(path.stem, content, form, lambda: _checked(path, content, form))


def _checked(path: Path, content: bytes, form: type[T]) -> T:
    try:
        return msgspec.yaml.decode(content, type=form)
    except msgspec.MsgspecError as error:
        raise CodebookError(str(path.relative_to(DATA)), str(error)) from error


def _folder(folder: str, form: type[T]) -> tuple[T, ...]:
    files = sorted((DATA / folder).glob("*.yaml"))
    return tuple(entry for path in files for entry in read_data(path, tuple[form, ...]))  # type: ignore[valid-type]


@cache
def load_codebook() -> Codebook:
    """The codebook that ships with Sayso, read once a process."""
    return Codebook(
        frames=_folder("frames", Frame),
        cues=read_data(DATA / "cues.yaml", tuple[Cue, ...]),
        embeddings=read_data(DATA / "embeddings.yaml", tuple[Embedding, ...]),
        light_verbs=read_data(DATA / "light_verbs.yaml", tuple[LightVerb, ...]),
        attributions=read_data(DATA / "attributions.yaml", tuple[Attribution, ...]),
        nouns=read_data(DATA / "nouns.yaml", tuple[NounClass, ...]),
        numbers=read_data(DATA / "numbers.yaml", NumberWords),
        hedges=read_data(DATA / "hedges.yaml", Hedges),
        conditions=read_data(DATA / "conditions.yaml", ConditionWords),
        parties=_folder("parties", PartyEntry),
        measures=read_data(DATA / "measures.yaml", MeasureWords),
        relations=read_data(DATA / "relations.yaml", tuple[RelationWords, ...]),
        nominalisations=read_data(DATA / "nominalisations.yaml", dict[str, tuple[str, ...]]),
        descriptions=read_data(DATA / "descriptions.yaml", DescriptionWords),
        names=read_data(DATA / "names.yaml", NameWords),
    )
