"""A saying in the making, and a saying."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

import msgspec

from sayso.codebook import Cue
from sayso.extract.said.hit import Hit
from sayso.records import Span
from sayso.records.claims import Act, Realis, UtteranceMode

Form = Literal["clause", "infinitive", "linked", "object", "around", "quotation"]
SayingKind = Literal["speech", "belief", "intention", "perception", "document"]


class Saying(msgspec.Struct, frozen=True, kw_only=True):
    """One reporting word and what is said by it; the speakers are token numbers, resolved elsewhere.

    cue: the span of the reporting words (None for a quotation that goes on without one), cue_token: their head.
    speakers: heads of the noun phrases that speak, conjoined ones spread out, none where the text names none.
    content, verbatim: what was said, and what of it stands between quotation marks. addressees: heads, like speakers.
    realis: how its content is to be taken (None: as told). hedge: the cue itself casts doubt. outer: the number, in the
    tuple that `find_sayings` gives, of the saying whose content it stands in. stand_ins: relative pronouns that stand
    for the speakers beside the reporting words. basis: the steps of inference.
    """

    cue: Span | None
    cue_token: int | None
    speakers: tuple[int, ...]
    content: tuple[Span, ...]
    verbatim: tuple[Span, ...]
    mode: UtteranceMode
    act: Act
    kind: SayingKind
    addressees: tuple[int, ...] = ()
    realis: Realis | None = None
    hedge: bool = False
    outer: int | None = None
    stand_ins: tuple[Span, ...] = ()
    basis: tuple[str, ...] = ()
    evidence: tuple[Span, ...]


class Found(NamedTuple):
    """Token ranges (first, last) of what is reported, and the form it has; raised: its subject does not speak."""

    ranges: tuple[tuple[int, int], ...]
    form: Form
    raised: bool = False


@dataclass
class Draft:
    """What is known so far of one saying. spans: its content; full: its quotations that stand by themselves."""

    hit: Hit | None
    at: int
    speakers: tuple[int, ...]
    spans: list[Span] = field(default_factory=list)
    full: list[Span] = field(default_factory=list)
    addressees: tuple[int, ...] = ()
    basis: list[str] = field(default_factory=list)
    cue: Cue | None = None
    form: Form = "quotation"
