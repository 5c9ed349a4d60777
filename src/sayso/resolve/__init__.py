"""Mentions -> places and dates, each with its candidates and the step that settled it."""

from sayso.resolve.gazetteer import find_name, open_gazetteer
from sayso.resolve.places import resolve_places
from sayso.resolve.published import caption_taken, coverage, infer_published
from sayso.resolve.times import resolve_times, scan_times

__all__ = [
    "caption_taken",
    "coverage",
    "find_name",
    "infer_published",
    "open_gazetteer",
    "resolve_places",
    "resolve_times",
    "scan_times",
]
