"""Relations that compounds state: "Iran-backed militia", "the U.S.-led coalition", "government-allied fighters"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sayso.extract.compounds import compounds
from sayso.extract.scene import Scene
from sayso.extract.standing.sides import body_of
from sayso.extract.standing.stated import BEARERS, FORCES, Stated
from sayso.records.claims import RelationType


def by_compound(scene: Scene, types: Mapping[str, RelationType]) -> Iterator[Stated]:
    """All relations of this form. types: participle -> what it tells."""
    grammar = scene.grammar
    for compound in compounds(scene.reading, frozenset(types)):
        kind = types[grammar.lowers[compound.participle].rsplit("-", 1)[-1]]
        by_a_state = kind != "leads" and scene.kind(compound.noun) in BEARERS
        if not _is_party(scene, compound.owner) and not (by_a_state and scene.kind(compound.owner) == "state"):
            continue
        if kind == "leads" and grammar.lowers[compound.owner].split("-")[0] == "state":
            continue
        owner, noun = scene.owner_in(compound.owner), scene.who(compound.noun)
        noun = noun or (body_of(scene, (compound.noun,)) if kind == "leads" else ())
        if owner and noun:
            span = grammar.span(compound.first, max(compound.noun, compound.participle))
            ends = (noun, owner) if kind == "allied_with" else (owner, noun)
            yield Stated("compound", compound.noun, ends[0], kind, ends[1], span, "happened")


def _is_party(scene: Scene, owner: int) -> bool:
    """Not "activist-run", "state-run": a class of people or a common noun stands in no lasting relation."""
    word = scene.grammar.words[owner]
    return word[:1].isupper() or "-" in word or scene.kind(owner) in FORCES - {"state", "other"}
