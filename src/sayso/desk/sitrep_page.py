"""The situation as one page that needs nothing but itself: no request leaves it, and it works without its script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib import resources

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined

from sayso.desk.sitrep import Group, Situation
from sayso.desk.sitrep_lines import Line
from sayso.desk.sitrep_map import draw_map
from sayso.desk.sitrep_text import lay_out_text
from sayso.desk.sitrep_timeline import draw_timeline
from sayso.desk.sitrep_words import count_words, days_words
from sayso.records import Figure

GAUGE_WIDTH = 120
WIDEST_RATIO = 200
"""Figures further apart than this share no scale: the small would vanish."""


class Gauge(msgspec.Struct, frozen=True, kw_only=True):
    """One figure on the scale of its group: the range it leaves open, and its best value. An arrow is an open end."""

    start: float
    end: float
    best: float | None
    open_end: bool


def render_page(situation: Situation) -> str:
    """Situation in, a whole HTML page out."""
    style, script = _asset("paper.css"), _asset("light.js")
    published = [a.record.report.published for a in situation.accounts]
    days = [day for each in published for day in (each.start, each.end) if day]
    return (
        _environment()
        .get_template("sitrep.html")
        .render(
            situation=situation,
            period=days_words(min(days), max(days)) if days else "",
            reports=[(account, lay_out_text(account)) for account in situation.accounts],
            timeline=draw_timeline(situation.happened + situation.outlook, days),
            map=draw_map(situation.located),
            gauges={line.anchor: gauge for group in situation.figures for line, gauge in _gauges(group)},
            style=style,
            script=script,
            policy=_policy(style, script),
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("sayso.desk"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(count_words=count_words, days_words=days_words, gauge_width=GAUGE_WIDTH)
    environment.globals.update(filled_columns=_filled_columns)
    return environment


def _filled_columns(lines: Sequence[Line], gauges: dict[str, Gauge]) -> set[str]:
    """The columns in which at least one line has something to show."""
    words = {"What": "what", "State": "what", "Figure": "what", "Who": "who", "Whose": "who", "Relation": "who"}
    words |= {"Where": "where", "When": "when"}
    filled = {column for column, field in words.items() if any(getattr(line, field) for line in lines)}
    return filled | ({"Range"} if any(line.anchor in gauges for line in lines) else set())


@cache
def _asset(name: str) -> str:
    return (resources.files("sayso.desk") / "static" / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """A content security policy that lets this page's own style and script run, by their hashes, and nothing else."""
    hashes = [base64.b64encode(hashlib.sha256(each.encode()).digest()).decode() for each in (style, script)]
    allowed = f"style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _gauges(group: Group) -> list[tuple[Line, Gauge]]:
    """A gauge for each figure of a group that can be laid on one scale; none for a figure that stands alone."""
    figures = [(line, line.claim) for line in group.lines if isinstance(line.claim, Figure)]
    values = [value for _, figure in figures for value in _values(figure) if value > 0]
    if len(figures) < 2 or not values or max(values) / min(values) > WIDEST_RATIO:
        return []
    unit = (GAUGE_WIDTH - 12) / max(values)
    return [(line, _gauge(figure, unit)) for line, figure in figures if _values(figure)]


def _values(figure: Figure) -> Sequence[float]:
    return [value for value in (figure.low, figure.best, figure.high) if value is not None]


def _gauge(figure: Figure, unit: float) -> Gauge:
    if figure.best is not None:
        start, end = figure.low or figure.best, figure.high or figure.best
    else:
        start, end = figure.low or 0, figure.high
    last = end * unit if end is not None else GAUGE_WIDTH - 8
    best = None if figure.best is None else round(figure.best * unit + 2, 1)
    return Gauge(start=round(start * unit + 2, 1), end=round(last + 2, 1), best=best, open_end=end is None)
