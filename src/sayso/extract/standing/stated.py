"""One relation as it was found, before it is a claim."""

from __future__ import annotations

from typing import NamedTuple

from sayso.records import Span
from sayso.records.claims import Realis, RelationType

FORCES = frozenset(("state", "state_force", "armed_group", "coalition", "intergovernmental", "political", "other"))
BEARERS = frozenset(("armed_group", "state_force", "coalition"))
"""Kinds of party that bear arms."""
TOLD = frozenset(("happened", "ongoing", "planned", "expected", "possible", "negated"))
SENT = frozenset(("adviser", "advisor", "instructor", "trainer", "officer", "mercenary", "expert", "contractor"))
"""Those whom a state sends to help others."""


class Stated(NamedTuple):
    """How it was found, the token to set it by, the ids, and the words."""

    how: str
    token: int
    subject: tuple[str, ...]
    type: RelationType
    object: tuple[str, ...]
    span: Span
    realis: Realis | None = None
