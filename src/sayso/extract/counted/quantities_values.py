"""What a number with its bound is worth: low, best, high and modifier by the conventions of `numbers.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sayso.codebook import NumberWords, load_codebook
from sayso.extract.counted.quantities_pattern import DIGITS
from sayso.records.claims import Modifier

NO_BOUND = (None, "about", "exactly")
LARGEST = 1e12
"""Past this a number counts nobody and nothing that a report tells of."""
RANGING = re.compile(r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere)\s+from$")
LONGEST_LINK = 16
"""Code points of "ranging from " and white space before a number."""
PARTS = re.compile(rf"{DIGITS}|[a-z]+")


class Bounds(NamedTuple):
    """low, best, high."""

    low: float | None = None
    best: float | None = None
    high: float | None = None


class Value(NamedTuple):
    """Bounds with the modifier that made them; percent: a share of a whole that is not given."""

    bounds: Bounds
    modifier: Modifier
    percent: bool = False


def value_of(match: re.Match[str]) -> Value | None:
    """The value of a match of the quantity pattern; None where its words make no number."""
    words = load_codebook().numbers
    bound = _bound(match, words)
    if match["alone"]:
        return _share_alone(words.fractions[_plain(match["alone"])], bound)
    if match["vague"]:
        floor = Bounds(low=float(words.vague[_plain(match["vague"])]))
        return Value(floor, "vague" if bound in NO_BOUND else bound)  # type: ignore[arg-type]
    one = number_of(match["one"], words)
    if one is None:
        return None
    if match["whole"] and one < (whole := words.out_of[_plain(match["whole"])]):
        return _share_alone(one / whole, bound)
    if match["share"]:
        return _share_of(
            _plain(match["share"]), one, bound or ("exactly" if match["one"][:2].lower() == "a " else None), words
        )
    two = number_of(match["two"], words) if is_range(match) else None
    if two is not None and match["dash"] and two <= one:
        return None
    if two is not None and (one := _with_scale(one, two, match)) < two:
        return Value(Bounds(low=one, high=two), bound or "about")
    return Value(bounded(one, bound or "exactly"), bound or "exactly", bool(match["percent"]))


def is_range(match: re.Match[str]) -> bool:
    """As in "200 to 300", "between 40 and 50", "6-7", "ranging from 3 to 12"; "three and two" and "rose from 3 to 12"
    are two numbers each."""
    before = match.string[max(0, match.start() - LONGEST_LINK) : match.start()].rstrip().lower()
    if not match["two"] or (before.endswith("from") and not RANGING.search(before)):
        return False
    if match["dash"]:
        return not _is_aside(match)
    return bool(match["between"]) or match["to"].lower() != "and"


def _is_aside(match: re.Match[str]) -> bool:
    """ "Wounding five - three in one town, two in another": no range goes down."""
    if not match.string[match.end("one") : match.start("dash")].isspace():
        return False
    words = load_codebook().numbers
    one, two = (number_of(match[name], words) for name in ("one", "two"))
    return one is not None and two is not None and two <= one


def bounded(value: float, modifier: Modifier) -> Bounds:
    """A number under its bound: the counting conventions of the record contract."""
    if modifier in ("at_least", "more_than"):
        return Bounds(low=value)
    if modifier in ("at_most", "up_to", "fewer_than"):
        return Bounds(high=value)
    if modifier == "nearly":
        return Bounds(best=value, high=value)
    return Bounds(best=value)


def number_of(phrase: str, words: NumberWords) -> float | None:
    """From "1,000", "2.5 million", "twenty-three", "a hundred and ten" -> the number; None where it is none."""
    if (known := words.units.get(_plain(phrase))) is not None:
        return float(known)
    total = current = 0.0
    seen = False
    for part in PARTS.findall(phrase.lower()):
        if part == "and":
            continue
        if part[0].isdigit():
            current, seen = current + float(re.sub(r"[,\u00a0\u202f]", "", part)), True
        elif part in words.scales:
            current, seen = (current or 1) * words.scales[part], True
            if words.scales[part] >= 1000:
                total, current = total + current, 0.0
        elif part in words.units:
            current, seen = current + words.units[part], True
        else:
            return None
    return total + current if seen and total + current <= LARGEST else None


def _share_alone(share: float, bound: Modifier | None) -> Value:
    modifier = bound or "about"
    return Value(bounded(float(round(100 * share)), modifier), modifier, percent=True)


def _share_of(word: str, whole: float, bound: Modifier | None, words: NumberWords) -> Value:
    """Half of 2,000 is about 1,000, half a million 500,000, most of 200,000 between half and all of it."""
    share = words.fractions[word]
    if share == 0.5 and not word.endswith("half"):
        return Value(Bounds(low=whole * share, high=whole), "vague")
    modifier = bound or "about"
    return Value(bounded(float(round(whole * share)), modifier), modifier)


def _with_scale(one: float, two: float, match: re.Match[str]) -> float:
    """As in "two to three hundred", "1 to 2 million": the scale behind the second number holds for the first."""
    shared = [s for s in load_codebook().numbers.scales if len(s) > 2 and s in match["two"].lower()]
    if one < 100 <= two and shared and not any(s in match["one"].lower() for s in shared):
        return one * max(load_codebook().numbers.scales[s] for s in shared)
    return one


def _bound(match: re.Match[str], words: NumberWords) -> Modifier | None:
    before = _plain(match["before"] or "")
    if not before:
        return words.after.get(_plain(match["after"] or ""))
    if before in words.before:
        return words.before[before]
    known = [words.before[part] for part in _parts(before) if part in words.before]
    return next((bound for bound in known if bound != "exactly"), known[0] if known else None)


def _parts(phrase: str) -> Iterator[str]:
    """The phrase from its front and from its back, the longest pieces first."""
    words = phrase.split()
    for size in range(len(words), 0, -1):
        yield " ".join(words[:size])
        yield " ".join(words[-size:])


def _plain(phrase: str) -> str:
    return " ".join(phrase.lower().replace("-", " ").split())
