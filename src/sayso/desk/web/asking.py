"""What an address asks: its query and its path, checked against the type that a page declares."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

import msgspec
from starlette.requests import Request

from sayso.errors import SaysoError

T = TypeVar("T")


class PageRefused(SaysoError):
    """A page that can't be given: the status, why, and what to do."""

    def __init__(self, status: int, why: str, what_to_do: str) -> None:
        super().__init__(status, why, what_to_do)
        self.status, self.why, self.what_to_do = status, why, what_to_do

    def __str__(self) -> str:
        return f"{self.why[0].upper()}{self.why[1:]}; {self.what_to_do}."


def ask(wanted: type[T], request: Request) -> T:
    """The type of what may be asked and a request in, what is asked out. Raises PageRefused."""
    given: dict[str, Any] = {name: value for name, value in request.query_params.items() if value != ""}
    given |= {name: request.query_params.getlist(name) for name in given.keys() & _lists(wanted)}
    given |= request.path_params
    try:
        return msgspec.convert(given, wanted, strict=False)
    except msgspec.ValidationError as error:
        raise PageRefused(400, f"the address asks for what is not there ({error})", "mend the address") from error


@cache
def _lists(wanted: type) -> frozenset[str]:
    """The fields that an address may give several times."""
    fields = msgspec.inspect.type_info(wanted).fields  # type: ignore[attr-defined]
    return frozenset(each.encode_name for each in fields if isinstance(each.type, msgspec.inspect.VarTupleType))
