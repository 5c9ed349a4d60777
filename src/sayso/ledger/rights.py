"""Who may do what: the one table of roles and rights."""

from __future__ import annotations

from typing import Literal, get_args

Role = Literal["reader", "coder", "reviewer", "admin"]
Right = Literal["read", "code", "decide", "see_withheld", "administer"]
ROLES: tuple[Role, ...] = get_args(Role)

RIGHTS: dict[Role, frozenset[Right]] = {
    "reader": frozenset(("read",)),
    "coder": frozenset(("read", "code")),
    "reviewer": frozenset(("read", "code", "decide")),
    "admin": frozenset(get_args(Right)),
}
"""read: whatever is not withheld; code: a sample that one was given; decide: on claims, incidents, sources;
see_withheld: restricted records; administer: users, and what is withheld."""


def may(role: Role, right: Right) -> bool:
    """Whether somebody of that role may do it."""
    return right in RIGHTS[role]
