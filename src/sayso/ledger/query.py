"""What a person types into the search, read into a tree. Nothing of it reaches a database but words cut out of it.

    query   = either { OR either }
    either  = part { [AND] part }            words side by side must all be there
    part    = [NOT | -] ( "(" query ")" | [field:] words )
    words   = word | word* | "a phrase"
    field   = speaker | place | kind | type | publisher | day

`day:` takes a day, a month or a year, or two of them with `..` between, and holds for the whole query.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import msgspec

from sayso.errors import QueryError
from sayso.ledger.words import BREAK, FIELDS, words_of
from sayso.records import Interval

LONGEST = 1_000
"""Characters of a query."""
MOST_TERMS, DEEPEST = 40, 12
FEWEST_LETTERS = 3
"""Letters before a `*`: fewer are the beginning of too many words."""

_TOKEN = re.compile(
    r"""(?P<space>\s+) | (?P<open>\() | (?P<close>\))
      | (?P<not>(?:NOT(?=[\s(]|$)|-(?=[\w("“]))) | (?P<join>(?:AND|OR)(?=[\s()]|$))
      | (?P<term>(?:(?P<field>[A-Za-z_]+):)? (?:["“”](?P<phrase>[^"“”]*)["“”] | (?P<word>[^\s()"“”]+)))
      | (?P<other>.)""",
    re.VERBOSE,
)
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_FIELDS = ", ".join(f"{field}:" for field in FIELDS)
NO_FIELD = f"put it in quotation marks to find the words, or use one of {_FIELDS}"
NO_DAY = "write day:2017-10-15, day:2017-10, day:2017 or day:2017-10-01..2017-10-15"
_UNREADABLE = 'write words, "a phrase", AND, OR, NOT, ( ), or one of ' + _FIELDS


class Term(msgspec.Struct, frozen=True):
    """Words that stand side by side. `open`: the last one is the beginning of a word."""

    words: tuple[str, ...]
    open: bool = False


class Not(msgspec.Struct, frozen=True):
    part: Node


class AllOf(msgspec.Struct, frozen=True):
    """What all of its parts hold for."""

    parts: tuple[Node, ...]


class AnyOf(msgspec.Struct, frozen=True):
    """What one of its parts holds for."""

    parts: tuple[Node, ...]


Node = Term | Not | AllOf | AnyOf


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked: a tree of words (None where only days were), and the days that must be touched."""

    tree: Node | None
    days: Interval | None = None


class _Token(NamedTuple):
    kind: str
    said: str
    field: str | None
    phrase: str | None
    word: str | None


def parse_query(query: str) -> Query:
    """A query in, its tree out. Raises QueryError, which says in a sentence what is wrong with it."""
    if len(query) > LONGEST:
        raise _error(query[:40] + "…", f"it is longer than {LONGEST} characters")
    return _Parser(query).read()


def terms_of(node: Node | None) -> Iterator[Term]:
    """The terms that something found has, negated ones left out."""
    if isinstance(node, Term):
        yield node
    elif isinstance(node, AllOf | AnyOf):
        for part in node.parts:
            yield from terms_of(part)


class _Parser:
    """Reads one query from left to right."""

    def __init__(self, query: str) -> None:
        self.query, self.at, self.days = query, 0, []
        self.tokens = [token for token in _tokens(query) if token.kind != "space"]
        if sum(token.kind == "term" for token in self.tokens) > MOST_TERMS:
            raise _error(query, f"it asks for more than {MOST_TERMS} things")

    def read(self) -> Query:
        tree = self._any(depth=0) if self.tokens else None
        if self.at < len(self.tokens):
            raise _error(self.query, "a ) closes nothing")
        if len(self.days) > 1:
            raise _error(self.query, "day: stands in it more than once")
        if tree is None and not self.days:
            raise _error(self.query, "there is no word in it")
        return Query(tree=tree, days=self.days[0] if self.days else None)

    def _any(self, depth: int) -> Node | None:
        if depth > DEEPEST:
            raise _error(self.query, "its parentheses are too deep")
        parts = [self._all(depth)]
        while self._next("join") == "OR":
            parts.append(self._all(depth, after="OR"))
        if len(parts) > 1 and None in parts:
            raise _error(self.query, "day: holds for the whole query and can't be joined by OR")
        return AnyOf(tuple(parts)) if len(parts) > 1 else parts[0]

    def _all(self, depth: int, after: str | None = None) -> Node | None:
        parts, many = [self._part(depth, after)], True
        while many:
            if self._next("join", "AND"):
                parts.append(self._part(depth, "AND"))
            elif self._peek() in ("term", "open", "not"):
                parts.append(self._part(depth, None))
            else:
                many = False
        found = tuple(part for part in parts if part is not None)
        return AllOf(found) if len(found) > 1 else found[0] if found else None

    def _part(self, depth: int, after: str | None) -> Node | None:
        if negation := self._next("not"):
            if depth >= DEEPEST:
                raise _error(self.query, "its parentheses are too deep")
            part = self._part(depth + 1, negation)
            if part is None:
                raise _error(self.query, "NOT can't stand before day:")
            return Not(part)
        if self._next("open"):
            return self._group(depth)
        if self._peek() != "term":
            raise _error(self.query, self._lacking(after))
        self.at += 1
        return self._term(self.tokens[self.at - 1], depth)

    def _group(self, depth: int) -> Node:
        if self._peek() == "close":
            raise _error(self.query, "there is nothing between ( and )")
        node = self._any(depth + 1)
        if not self._next("close"):
            raise _error(self.query, "a ( is left open")
        return node

    def _lacking(self, after: str | None) -> str:
        at_end = self.at >= len(self.tokens)
        if after:
            return f"nothing stands behind {after}"
        return "a ( is left open" if at_end else f"nothing stands before {self.tokens[self.at].said}"

    def _term(self, token: _Token, depth: int) -> Node | None:
        said = token.phrase if token.phrase is not None else token.word or ""
        if token.field is None:
            return _words(self.query, token, said, "")
        if (field := token.field.casefold()) not in FIELDS:
            raise _error(self.query, f"there is no field {token.field!r}", NO_FIELD)
        if field != "day":
            return _words(self.query, token, said, FIELDS[field] + BREAK)
        if depth:
            raise _error(self.query, "day: holds for the whole query and can't stand in parentheses or behind NOT")
        self.days.append(_days(self.query, said))
        return None

    def _peek(self) -> str | None:
        return self.tokens[self.at].kind if self.at < len(self.tokens) else None

    def _next(self, kind: str, said: str | None = None) -> str | None:
        """Go past the next token where it is of that kind, and give what was said."""
        if self._peek() != kind or (said and self.tokens[self.at].said != said):
            return None
        if kind == "join" and said is None and self.tokens[self.at].said != "OR":
            return None
        self.at += 1
        return self.tokens[self.at - 1].said


def _tokens(query: str) -> Iterator[_Token]:
    for found in _TOKEN.finditer(query):
        if found.lastgroup == "other" or found["other"]:
            raise _error(query, "a quotation mark is left open")
        kind = next(name for name in ("space", "open", "close", "not", "join", "term") if found[name] is not None)
        yield _Token(kind, found[0], found["field"], found["phrase"], found["word"])


def _words(query: str, token: _Token, said: str, before: str) -> Term:
    if token.phrase is None and said.endswith(":") and said[:-1].casefold() in FIELDS:
        raise _error(query, f"nothing stands right behind {said}")
    plain = said.rstrip("*")
    words = tuple(before + word for word in words_of(plain))
    if not words:
        raise _error(query, f"there is no word in {token.said!r}")
    if "*" in plain:
        raise _error(query, "a * can only end a word")
    if (opened := plain != said) and len(words[-1]) < FEWEST_LETTERS + len(before):
        raise _error(query, f"a * needs {FEWEST_LETTERS} letters before it")
    return Term(words, opened)


def _days(query: str, said: str) -> Interval:
    first, dots, last = said.partition("..")
    if not first and not last:
        raise _error(query, f"{said!r} is no day", NO_DAY)
    start = _day(query, first, said, end=False) if first or not dots else "0001-01-01"
    end = _day(query, last if dots else first, said, end=True) if last or not dots else "9999-12-31"
    if start > end:
        raise _error(query, f"{said} ends before it begins")
    return Interval(start=start, end=end)


def _day(query: str, text: str, said: str, *, end: bool) -> str:
    wrong = _error(query, f"{said!r} is no day", NO_DAY)
    if not (found := _DAY.fullmatch(text)):
        raise wrong
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        month = month or (12 if end else 1)
        return date(year, month, day or (calendar.monthrange(year, month)[1] if end else 1)).isoformat()
    except (ValueError, calendar.IllegalMonthError):
        raise wrong from None


def _error(query: str, why: str, what_to_do: str = _UNREADABLE) -> QueryError:
    return QueryError(query, why, what_to_do)
