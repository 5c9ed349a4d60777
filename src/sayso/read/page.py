"""A web page -> pieces and what its metadata says. Nothing of the page is run, fetched or followed."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

import msgspec
from lxml.etree import LxmlError, _Element
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.utils import load_html

from sayso.errors import InputRefused
from sayso.read.decode import refuse_lost, without_unseen
from sayso.read.markup import Marks, prepare
from sayso.read.metadata import PageFacts, page_facts
from sayso.read.pieces import Piece, split_text
from sayso.read.refusals import refused
from sayso.records.report import BlockKind

MOST_ELEMENTS = 60_000
"""Elements of one page: far above any report, and low enough that reading stays bounded."""

_CONTAINERS = frozenset({"body", "main", "list", "quote", "div", "table", "row", "ab"})
_KINDS: dict[str, BlockKind] = {"head": "heading", "item": "list"}


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """The article of a page in pieces, and its metadata."""

    pieces: tuple[Piece, ...]
    facts: PageFacts


def read_page(html: str, uri: str) -> Page:
    """A page in, its article and metadata out. Raises InputRefused: no_article, too_large, encoding."""
    whole = "<html" in html[:5000].lower()
    tree = _tree(html if whole else f"<html><body><div>{html}</div></body></html>", uri)
    facts = page_facts(tree, uri)
    marks = prepare(tree)
    body = _article(tree, uri) if whole else _fragment(tree, uri)
    stretches = list(_stretches(body))
    refuse_lost("".join(text for _, text in stretches), uri)
    pieces = tuple(piece for element, text in stretches for piece in _pieces(element, text, marks))
    return Page(pieces=pieces, facts=facts)


def _tree(html: str, uri: str) -> HtmlElement:
    try:
        tree = load_html(html)
    except (LxmlError, ValueError, RecursionError):
        tree = None
    if tree is None:
        raise refused("no_article", uri, "it is not a web page that can be read")
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        raise refused("too_large", uri, f"the page has more than {MOST_ELEMENTS:,} elements")
    return tree


def _article(tree: HtmlElement, uri: str) -> _Element:
    try:
        found = bare_extraction(tree, fast=True, include_comments=False, include_tables=False, with_metadata=False)
    except (LxmlError, RecursionError):
        found = None
    if found is None:
        raise refused("no_article", uri)
    return found.body


def _fragment(tree: HtmlElement, uri: str) -> _Element:
    """The article of a piece of a page; where the extractor finds none, it is all of what was given."""
    given = deepcopy(tree.find("body"))
    try:
        found = _article(tree, uri)
    except InputRefused:
        return given
    return found if "".join(found.itertext()).strip() else given


def _stretches(element: _Element) -> Iterator[tuple[str, str]]:
    """The article's elements in reading order, each with its text; text between elements counts as a paragraph."""
    if element.tag in _CONTAINERS or (element.tag == "item" and element.find("list") is not None):
        yield "p", element.text or ""
        for child in element:
            yield from _stretches(child)
            yield "p", child.tail or ""
    elif isinstance(element.tag, str):
        yield element.tag, "".join(_flat(element))


def _flat(element: _Element) -> Iterator[str]:
    yield "\n" if element.tag == "lb" else element.text or ""
    for child in element:
        yield from _flat(child)
        yield child.tail or ""


def _pieces(tag: str, text: str, marks: Marks) -> Iterator[Piece]:
    if not text.strip():
        return
    for piece in split_text(without_unseen(text)):
        kind = marks.kind_of(piece.text) or piece.kind or _KINDS.get(tag)
        yield msgspec.structs.replace(piece, kind=kind, credit=marks.credits.get(piece.text))
