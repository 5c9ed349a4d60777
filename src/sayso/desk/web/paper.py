"""Templates and what they may call: a view in, the bytes of a page out."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from typing import Any
from urllib.parse import urlencode

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined

from sayso.codebook import load_harm_rules
from sayso.desk.sitrep_words import count_words
from sayso.desk.web.office import Settings
from sayso.ledger import may


def print_page(template: str, settings: Settings, **shown: Any) -> bytes:
    """A template's name and what it shows in, the page out."""
    return _environment().get_template(f"web/{template}").render(settings=settings, **shown).encode()


@cache
def static_url(name: str) -> str:
    """The address of an asset, with a hash of what is in it, so that it may be kept for good."""
    body = (resources.files("sayso.desk") / "static" / name).read_bytes()
    return f"/static/{name}?{hashlib.sha256(body).hexdigest()[:12]}"


def with_query(asked: msgspec.Struct, **changed: Any) -> str:
    """The query of an address that asks the same but for what is changed; what stands at its default is left out."""
    values = msgspec.to_builtins(asked) | changed
    return urlencode({name: _plain(value) for name, value in values.items() if value not in ("", False, 0, None)})


def _plain(value: Any) -> str:
    return "true" if value is True else str(value)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("sayso.desk"),
        autoescape=True,
        extensions=["jinja2.ext.loopcontrols"],
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(static_url=static_url, with_query=with_query, count_words=count_words)
    environment.filters["json"] = lambda value: msgspec.json.encode(value).decode()
    environment.globals.update(may=may, harm_words=tuple(load_harm_rules().words))
    return environment
