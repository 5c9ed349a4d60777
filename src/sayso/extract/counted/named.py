"""The dead who are named where nobody counts any: who is killed by name is one of the dead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from sayso.extract.counted.draft import Counted
from sayso.extract.counted.quantities import Quantity
from sayso.extract.framing.framer import Framed
from sayso.extract.scene import Scene

KILLED = frozenset(("killed", "executed"))


def count_named(scene: Scene, framed: Sequence[Framed], items: Sequence[Counted]) -> list[Counted]:
    """Those whom the report names as killed, where it gives no number of them; nobody is counted twice."""
    if any(item.measure in KILLED and item.nature != "cumulative" for item in items):
        return []
    known: set[str] = set()
    return [item for one in framed if (item := _counted(scene, one, known)) is not None]


def _counted(scene: Scene, item: Framed, known: set[str]) -> Counted | None:
    """The people by name to whom it was done, the first time that each is told of."""
    measure = item.frame.counts.get("recipient")
    if measure not in KILLED or item.frame.type != "ASSAULT" or item.by_accident:
        return None
    killed = {name: token for token in _named(scene, item.recipients) for name in scene.who(token)}
    new = {name: token for name, token in killed.items() if name not in known}
    known.update(killed)
    if not new or scene.status(item.clause.predicate).realis != "happened":
        return None
    tokens = sorted(new.values())
    first = scene.reading.token_starting.get(scene.phrase(tokens[0])[0], tokens[0])
    span = scene.grammar.span(first, tokens[-1])
    quantity = Quantity(span=span, first=first, last=tokens[-1], number=tokens[0], best=float(len(new)))
    return Counted(quantity, tokens[0], tokens[0], measure, "named", item)


def _named(scene: Scene, tokens: Sequence[int]) -> Iterator[int]:
    """The heads that are somebody's name, or bring one behind them: "her son, Ibrahim Tabikh"."""
    grammar = scene.grammar
    for token in tokens:
        behind = (child for child in grammar.children[token] if grammar.deps[child] == "appos" and child > token)
        named = (one for one in (token, *behind) if grammar.tags[one][:3] == "NNP" and scene.kind(one) == "person")
        yield from islice(named, 1)
