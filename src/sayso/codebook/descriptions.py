"""Words by which a report speaks of parties without naming them."""

from __future__ import annotations

from sayso.codebook.frames import Checked
from sayso.records.mentions import PartyKind


class DescriptionWords(Checked, frozen=True, kw_only=True):
    """Words by which a report speaks of parties without naming them. Data: `data/descriptions.yaml`, one mapping; see
    its comments."""

    army: tuple[str, ...]
    branches: tuple[str, ...]
    state: tuple[str, ...]
    home_army: tuple[str, ...]
    home_government: tuple[str, ...]
    without_army: tuple[str, ...]
    against: tuple[str, ...]
    hostile: tuple[str, ...]
    somebody: tuple[str, ...]
    she: tuple[str, ...]
    he: tuple[str, ...]
    alike: dict[str, tuple[str, ...]]
    own_side: tuple[str, ...]
    membership: tuple[str, ...]
    mouthpieces: tuple[str, ...]
    not_apart: tuple[str, ...]
    mass: tuple[str, ...]
    sided: tuple[str, ...]
    general: dict[str, tuple[PartyKind, ...]]
    telling_kind: dict[PartyKind, tuple[str, ...]]
    known_by: tuple[str, ...]
    behind_governments: dict[str, tuple[str, ...]]
    official: tuple[str, ...]
    of_many: tuple[str, ...]
    bodies: tuple[str, ...]
    introduced: dict[PartyKind, tuple[str, ...]]
