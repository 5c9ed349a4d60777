"""A clause read by a frame."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.codebook import Frame, LightVerb
from sayso.parse import Clause
from sayso.records.claims import ActorStatus


@dataclass(slots=True, eq=False)
class Framed:
    """A clause read by a frame. actors, recipients, grounds: head tokens; first, last: the trigger's tokens.

    told_by: the framed clause that tells this one (the light verb's noun took over, or a toll names the attack), which
    takes its mode, weapon and words along. light: the entry of the verb that carries the noun. also: further tokens
    that tell of it. by_accident: a disaster did it. hurt: whom a second toll names.
    """

    clause: Clause
    frame: Frame
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    grounds: tuple[int, ...]
    first: int
    last: int
    told_by: Framed | None = None
    mode: str | None = None
    weapon: str | None = None
    light: LightVerb | None = None
    also: tuple[int, ...] = ()
    by_accident: bool = False
    status: ActorStatus | None = None
    hurt: tuple[int, ...] = ()

    @property
    def absorbed(self) -> bool:
        """Whether another framed clause tells it."""
        return self.told_by is not None

    @property
    def teller(self) -> Framed:
        """The framed clause that tells it in the end: itself, or who took it over."""
        item = self
        while item.told_by is not None:
            item = item.told_by
        return item
