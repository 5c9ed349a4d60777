"""The forms of the codebook as one pattern over classes, and where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from sayso.codebook.times import FormKind, TimeForm, load_times
from sayso.errors import CodebookError
from sayso.resolve.time_tokens import Tokens, class_letters

CORES = frozenset({
    "ISO", "NUMERIC", "D", "Y", "ORDNUM", "DECADE", "HOLIDAY", "DAYWORD", "DECADEWORD", "SEASON", "SEASONW", "MONTH",
    "MONTHN", "MONTHW", "MONTHUP", "MONTHLOW", "MSHORT", "WEEKDAY", "DAYPART", "QUARTERNUMBER", "TENS",
})  # fmt: skip
NO_CORES = frozenset({"UNTIL", "UHOUR"})
STOPS = (
    "OTHER", "BREAK", "FUNCTION", "PEOPLE", "MONEY", "OTHERNUMBER", "CLOSE", "MARK", "NUMBERED", "QUANTIFIER",
    "POSSESSOR",
)  # fmt: skip
_NAME = re.compile(r"[A-Z][A-Z0-9]*")


class Found(msgspec.Struct, frozen=True):
    """A form that stands in a text, from token `first` to token `last`, both included."""

    kind: FormKind
    first: int
    last: int


def _expand(form: str) -> str:
    macros = load_times().macros
    widened = _NAME.sub(lambda name: macros.get(name[0], name[0]), form)
    return widened if widened == form else _expand(widened)


def _letter_of(name: re.Match[str]) -> str:
    try:
        return class_letters()[name[0]]
    except KeyError:
        raise CodebookError("times.yaml", f"no class of tokens is called {name[0]}") from None


def compile_form(form: str) -> str:
    """A form over class names in, one over class characters out. Raises CodebookError for an unknown class."""
    return re.sub(r"\s+", "", _NAME.sub(_letter_of, _expand(form)))


@cache
def _grammar() -> tuple[re.Pattern[str], tuple[TimeForm, ...]]:
    forms = load_times().forms
    return re.compile("|".join(f"({compile_form(form.form)})" for form in forms)), forms


@cache
def _runs() -> re.Pattern[str]:
    letters = class_letters()
    stops = "".join(letters[name] for name in STOPS)
    cores = "".join(
        letter for name, letter in letters.items() if name in CORES or (name[0] == "U" and name not in NO_CORES)
    )
    return re.compile(f"(?<![^{stops}])[^{stops}]*[{cores}][^{stops}]*")


def find_forms(tokens: Tokens) -> Iterator[Found]:
    """Tokens in, the forms that stand in them out, left to right; none overlaps another."""
    pattern, forms = _grammar()
    for run in _runs().finditer(tokens.classes):
        token = run.start()
        while token < run.end():
            match = pattern.match(tokens.classes, token)
            if match is None:
                token += 1
                continue
            yield Found(forms[(match.lastindex or 1) - 1].kind, token, match.end() - 1)
            token = match.end()
