"""Exit statuses: 0, the status of the one kind of refusal that there was, or a general one."""

from __future__ import annotations

from collections.abc import Collection

from sayso.read import EXIT_STATUS

SEVERAL = 3
"""Inputs were refused, for more than one kind of reason. (1 is a failure of Sayso, 2 a wrong call of the command.)"""
INTERNAL = 70
"""One report met a defect of Sayso: EX_SOFTWARE of sysexits.h."""


def status_of(codes: Collection[str]) -> int:
    """Codes of the refusals in, exit status out."""
    kinds = set(codes)
    if not kinds:
        return 0
    if len(kinds) > 1:
        return SEVERAL
    return {**EXIT_STATUS, "internal": INTERNAL}[kinds.pop()]
