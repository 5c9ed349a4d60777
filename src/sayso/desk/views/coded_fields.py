"""What a coder may say of a field: one of some words, several of them, a number, or words of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Literal, get_args

import msgspec
from msgspec import inspect

from sayso.codebook import load_codebook, load_grades, load_harm_rules
from sayso.desk.sitrep_lines import Account
from sayso.ledger import Coding
from sayso.records import AnyClaim

Kind = Literal["one", "several", "number", "words"]
NOTHING = "nothing"
CLAIMS = {str(each.__struct_config__.tag): each for each in get_args(AnyClaim)}
NOT_OF_THE_REPORT = ("themes", "protected", "grave", "hedges")
"""Fields with several values that name no party, person or place of the report."""
PLACES = ("where", "area")


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that may be said: the value as JSON has it, and in words."""

    value: Any
    words: str


class CodedField(msgspec.Struct, frozen=True, kw_only=True):
    """One field to code. kind: what may be said; several: any of the choices, and ids of the codebook where `open`;
    may_be_empty: null, or nothing at all, can be said too. said: what the coder said, where they have."""

    name: str
    kind: Kind
    choices: tuple[Choice, ...] = ()
    open: bool = False
    may_be_empty: bool = False
    coded: bool = False
    said: Any = None

    @property
    def further(self) -> list[str]:
        """What they said that is none of the choices."""
        known = [each.value for each in self.choices]
        return [each for each in self.said or () if each not in known] if self.kind == "several" else []


def fields_to_code(
    of: str, names: Iterable[str], said: Mapping[str, Coding], account: Account | None
) -> Iterator[CodedField]:
    """What a sample is of, the names of its fields, what the coder said, and the report of a claim, in; the fields."""
    for name in names:
        field = _of_incident(name) if account is None else _of_claim(of, name, account)
        given = said.get(name)
        yield msgspec.structs.replace(field, coded=given is not None, said=given.value if given else None)


def words_of_value(value: Any, account: Account | None) -> str:
    """A value as a coder gave it in, as words out: parties and places by their names."""
    if value is None or value == []:
        return NOTHING
    if isinstance(value, list):
        return ", ".join(words_of_value(each, account) for each in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float | int):
        return f"{value:,g}" if abs(value) < 1e15 else str(value)
    names = _names(account) if account else {}
    return names.get(value, str(value).replace("_", " ")) if isinstance(value, str) else str(value)


def values_sent(of: str, names: Iterable[str], sent: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """What a sample is of, its fields, and what a form has under `value.FIELD` and `more.FIELD`, in; each field as
    JSON has it out. A field of which the form has nothing is left out."""
    kinds = {name: _kind_of(of, name) for name in names}
    given = {name: kind for name, kind in kinds.items() if f"value.{name}" in sent or kind == "several"}
    return {
        name: _value(kind, sent.get(f"value.{name}", ()), sent.get(f"more.{name}", ())) for name, kind in given.items()
    }


def _value(kind: Kind, values: Sequence[str], more: Sequence[str]) -> Any:
    match kind:
        case "several":
            return [*map(_json, values), *(each.strip() for text in more for each in text.split(",") if each.strip())]
        case "words":
            return _words(values[-1]) or None
        case _:
            return _json(values[-1]) if values[-1].strip() else None


def _json(text: str) -> Any:
    """JSON, or, where it is none, the words, which will be refused for what is wrong with them."""
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError:
        return text


def _words(text: str) -> Any:
    """Words as they are, but for what can only be JSON."""
    return _json(text) if text.lstrip().startswith(("{", "[")) else text.strip()


# -- what may be said ---------------------------------------------------------------------------------------------
def _kind_of(of: str, name: str) -> Kind:
    return "one" if of not in CLAIMS else _plain_field(of, name).kind


def _of_incident(name: str) -> CodedField:
    if name == "harm":
        choices = tuple(Choice(value=word, words=word) for word in load_harm_rules().words)
    else:
        grades = load_grades().credibility
        choices = tuple(Choice(value=grade, words=f"{grade}: {words}") for grade, words in grades.items())
    return CodedField(name=name, kind="one", choices=choices, may_be_empty=True)


def _of_claim(of: str, name: str, account: Account) -> CodedField:
    field = _plain_field(of, name)
    if field.kind != "several" or name in NOT_OF_THE_REPORT:
        return field
    named = {place.id: place.name for place in account.record.places} if name in PLACES else account.names
    choices = tuple(Choice(value=id, words=words) for id, words in named.items())
    return msgspec.structs.replace(field, choices=choices, open=name not in PLACES)


@cache
def _plain_field(of: str, name: str) -> CodedField:
    """A field of a kind of claim, as far as its type and the codebook say what it may be."""
    found = next(each for each in inspect.type_info(CLAIMS[of]).fields if each.name == name)  # type: ignore[attr-defined]
    types = found.type.types if isinstance(found.type, inspect.UnionType) else (found.type,)
    empty = any(isinstance(each, inspect.NoneType) for each in types)
    kind, values = _shape(types[0])
    known = tuple(values or _vocabulary().get(name, ()))
    choices = tuple(Choice(value=each, words=words_of_value(each, None)) for each in known)
    kind = "one" if choices and kind == "words" else kind
    return CodedField(name=name, kind=kind, choices=choices, may_be_empty=empty)


def _shape(type_: inspect.Type) -> tuple[Kind, Sequence[Any]]:
    """How a value of a type is said, and which values it has."""
    match type_:
        case inspect.LiteralType():
            return "one", type_.values
        case inspect.BoolType():
            return "one", (False, True)
        case inspect.FloatType() | inspect.IntType():
            return "number", ()
        case inspect.VarTupleType():
            inner = type_.item_type
            return "several", inner.values if isinstance(inner, inspect.LiteralType) else ()
    return "words", ()


@cache
def _vocabulary() -> dict[str, tuple[str, ...]]:
    """Fields whose words are the codebook's."""
    book = load_codebook()
    return {
        "group": tuple(sorted({each.group for each in book.nouns if each.group})),
        "mode": tuple(sorted({each.mode for each in book.frames if each.mode})),
        "themes": tuple(sorted(book.conditions.themes)),
    }


def _names(account: Account) -> dict[str, str]:
    return account.names | {place.id: place.name for place in account.record.places}
