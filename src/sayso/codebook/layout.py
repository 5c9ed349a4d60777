"""Words that tell what a block of a report is: furniture of a page, captions, bylines, datelines, languages."""

from __future__ import annotations

from functools import cache

from sayso.codebook.frames import Checked
from sayso.codebook.load import DATA, read_data


class LayoutWords(Checked, frozen=True, kw_only=True):
    """What pages say around their reports. Data: `data/layout.yaml`, one mapping of lists; matched without regard
    to case.

    furniture_lines: whole lines that are never part of a report ("breaking news"); furniture_openers: how such
    lines begin ("sign up for our"); furniture_endings: how they end ("all rights reserved"); sections: headings of
    link lists ("related stories"), dropped with the short lines under them; neighbours: labels of reports before and
    behind this one ("next post"), dropped with their headlines; navigation: entries of a site's menu
    ("home", "sport"); releases: standing lines of a press release that are never its title ("for immediate
    release"). caption_openers: how a caption begins; caption_labels: what a page puts in front of a caption and is
    no part of it; file_words: signs of a picture from the archive; credit_labels: words before a picture's owner
    ("photo", "courtesy of"); agencies: names that credit a picture or stand in a dateline's brackets.
    byline_openers: words before a reporter's name; byline_roles: what reporters are called; name_particles: small
    words inside names. timestamp_labels: words before a date of publication or coverage; zones: names of time
    zones. speakers: words in front of a colon after which somebody speaks. slugs: words that a desk puts in front of a
    headline ("update", "exclusive"). english: everyday words that are
    English and nothing else.
    """

    furniture_lines: tuple[str, ...]
    furniture_openers: tuple[str, ...]
    furniture_endings: tuple[str, ...]
    sections: tuple[str, ...]
    neighbours: tuple[str, ...]
    navigation: tuple[str, ...]
    releases: tuple[str, ...]
    caption_openers: tuple[str, ...]
    caption_labels: tuple[str, ...]
    file_words: tuple[str, ...]
    credit_labels: tuple[str, ...]
    agencies: tuple[str, ...]
    byline_openers: tuple[str, ...]
    byline_roles: tuple[str, ...]
    name_particles: tuple[str, ...]
    timestamp_labels: tuple[str, ...]
    zones: tuple[str, ...]
    speakers: tuple[str, ...]
    slugs: tuple[str, ...]
    english: tuple[str, ...]


@cache
def load_layout() -> LayoutWords:
    """The layout words that ship with Sayso, read once a process. Raises CodebookError."""
    return read_data(DATA / "layout.yaml", LayoutWords)
