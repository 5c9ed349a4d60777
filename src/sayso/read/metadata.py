"""What a page says about itself: title, outlet, byline, day of publication."""

from __future__ import annotations

import calendar
import datetime as dt
import re

import msgspec
from htmldate import find_date
from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata

from sayso.read.decode import clean_line
from sayso.read.titles import bare_title
from sayso.records import Published

_DATES = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1970-01-01",
    "max_date": "2099-12-31",
    "deferred_url_extractor": True,
}
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-]([01]\d)[/-]([0-3]\d)(?:[/-]|$)")
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if number}
_NAMED_URL_DATE = re.compile(rf"/((?:19|20)\d\d)/({'|'.join(_MONTHS)})/([0-3]?\d)(?:/|$)")


class PageFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What the page's own metadata says; null where it says nothing."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: Published = Published()


def page_facts(tree: HtmlElement, uri: str) -> PageFacts:
    """A page's tree and its address in, its metadata out."""
    found = extract_metadata(tree, default_url=uri if "://" in uri else None, date_config=dict(_DATES), extensive=False)
    names = [name for name in (found.sitename, found.hostname) if name]
    headline = _headline(tree)
    title = headline or (bare_title(found.title, names) if found.title else None)
    url = found.url or uri
    return PageFacts(
        title=clean_line(title),
        outlet=clean_line(found.sitename),
        byline=clean_line(found.author.replace("; ", ", ") if found.author else None),
        published=_published(tree, url),
    )


def _headline(tree: HtmlElement) -> str | None:
    """The page's one h1, or the one in its article."""
    for path in (".//article//h1", ".//main//h1", ".//h1"):
        lines = [line for line in (" ".join(h.text_content().split()) for h in tree.xpath(path)) if line]
        if len(lines) == 1 and lines[0].count(" ") > 1:
            return lines[0]
    return None


def _published(tree: HtmlElement, url: str) -> Published:
    if day := find_date(tree, **_DATES):
        return Published(start=day, end=day, basis="metadata")
    day = _day_in(url)
    return Published(start=day, end=day, basis="url") if day else Published()


def _day_in(url: str) -> str | None:
    if found := _URL_DATE.search(url):
        year, month, day = found.groups()
    elif found := _NAMED_URL_DATE.search(url.lower()):
        year, month, day = found[1], str(_MONTHS[found[2]]), found[3]
    else:
        return None
    try:
        return dt.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
