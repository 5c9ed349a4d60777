"""A page's tree made ready for the extractor: captions and clock times kept, the parts of a live page held together."""

from __future__ import annotations

import re

import msgspec
from lxml.html import HtmlElement, fromstring

from sayso.read.captions import bare_credit
from sayso.records.report import BlockKind

_CAPTION_CLASSES = ("wp-caption-text", "caption", "image-caption", "media-caption", "photo-caption")
_OF_CAPTIONS = " or ".join(f"contains(concat(' ', @class, ' '), ' {name} ')" for name in _CAPTION_CLASSES)
_CAPTIONS = f".//figcaption | .//*[self::p or self::div or self::span][{_OF_CAPTIONS}]"
_HIDDEN = re.compile(r"visually-?hidden|screen-?reader|\bsr-only\b|offscreen|u-hide", re.IGNORECASE)
_CREDIT = re.compile(r"credit|copyright|photographer|\bsource\b|attribution", re.IGNORECASE)
_INLINE = frozenset(
    {"p", "span", "a", "b", "i", "em", "strong", "li", "h1", "h2", "h3", "h4", "td", "address", "small", "label"}
)
_PARTS = frozenset({"section", "div", "article"})
_SHORTEST_PARAGRAPH = 40
_Container = tuple[str, str, int]
_LONGEST_CAPTION = 1_000


class Marks(msgspec.Struct, frozen=True):
    """What the markup says of stretches of text: captions, their credits, clock times."""

    captions: frozenset[str]
    times: frozenset[str]
    credits: dict[str, str]

    def kind_of(self, text: str) -> BlockKind | None:
        """caption, timestamp or None."""
        return "caption" if text in self.captions else "timestamp" if text in self.times else None


def prepare(tree: HtmlElement) -> Marks:
    """A page's tree in, changed in place; what its markup says of stretches of its text out."""
    captions, owners = _lift_captions(tree)
    times = _lift_times(tree)
    _join_parts(tree)
    return Marks(frozenset(captions), frozenset(times), owners)


def _lift_captions(tree: HtmlElement) -> tuple[set[str], dict[str, str]]:
    """Each caption becomes a paragraph where its figure stood."""
    captions: set[str] = set()
    owners: dict[str, str] = {}
    for element in tree.xpath(_CAPTIONS):
        credit = _take_out_credit(element)
        _take_out(element, _HIDDEN)
        text = _line(element)
        if not text or len(text) > _LONGEST_CAPTION:
            continue
        captions.add(text)
        if credit:
            owners[text] = credit
        _stand_in(element, text)
    return captions, owners


def _take_out_credit(caption: HtmlElement) -> str | None:
    found = [child for child in caption.iterdescendants() if _classed(child, _CREDIT)]
    if not found or _line(found[0]) == _line(caption):
        return None
    credit = bare_credit(_line(found[0]))
    _take_out(caption, _CREDIT)
    return credit


def _take_out(element: HtmlElement, pattern: re.Pattern[str]) -> None:
    for child in [child for child in element.iterdescendants() if _classed(child, pattern)]:
        if child.getparent() is not None:
            child.drop_tree()


def _classed(element: HtmlElement, pattern: re.Pattern[str]) -> bool:
    return isinstance(element.tag, str) and pattern.search(element.get("class") or "") is not None


def _line(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _stand_in(caption: HtmlElement, text: str) -> None:
    figure = next(caption.iterancestors("figure"), caption)
    paragraph = fromstring("<p></p>")
    paragraph.text = text
    figure.addprevious(paragraph)
    caption.drop_tree()


def _lift_times(tree: HtmlElement) -> set[str]:
    """A time that stands alone becomes a paragraph; a time within a line becomes plain words of it."""
    times: set[str] = set()
    for element in list(tree.iter("time")):
        parent = element.getparent()
        if parent is None:
            continue
        line = _line(element)
        if parent.tag in _INLINE or (element.tail or "").strip():
            if _line(parent) == line:
                times.add(line)
            element.drop_tag()
        elif line:
            times.add(line)
            element.tag = "p"
            element.attrib.clear()
    return times


def _join_parts(tree: HtmlElement) -> None:
    """Where most of a page's running text lies in several containers of one class and depth, as in live pages and
    pages cut up by advertisements, they are the parts of one article: all go into the first, for the extractor
    keeps one container."""
    held: dict[_Container, dict[HtmlElement, int]] = {}
    for paragraph in tree.iter("p"):
        parent, length = paragraph.getparent(), len(paragraph.text_content().strip())
        if parent is not None and length >= _SHORTEST_PARAGRAPH:
            parts = held.setdefault(_container(parent), {})
            parts[parent] = parts.get(parent, 0) + length
    lengths = {container: sum(parts.values()) for container, parts in held.items()}
    best = max(lengths, key=lambda container: lengths[container], default=None)
    if best and len(held[best]) > 1 and lengths[best] > sum(lengths.values()) / 2 and _sets_apart(best):
        _merge([part for part in tree.iter(best[0]) if _container(part) == best])


def _container(element: HtmlElement) -> _Container:
    return element.tag, element.get("class") or "", sum(1 for _ in element.iterancestors())


def _sets_apart(container: _Container) -> bool:
    tag, classes, _ = container
    return tag in _PARTS and bool(classes or tag in ("section", "article"))


def _merge(parts: list[HtmlElement]) -> None:
    first = parts[0]
    if next(first.iterancestors("article", "main"), None) is not None:
        first.attrib.pop("class", None)
    for part in parts[1:]:
        if len(first) and (part.text or "").strip():
            first[-1].tail = f"{first[-1].tail or ''} {part.text}"
        first.extend(list(part))
