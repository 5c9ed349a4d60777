"""Heads that lead back to themselves: nobody climbs such a tree to its end."""

from __future__ import annotations

from sayso.parse.grammar import Grammar


def open_rings(grammar: Grammar) -> None:
    """Makes, in place, a root of one word of every ring of heads: of its first verb with a tense, else of its first
    word. A repair that sets heads by itself may close a ring."""
    heads, known = grammar.heads, bytearray(len(grammar))
    for token in range(len(grammar)):
        path, at = [], token
        while not known[at] and heads[at] != at:
            known[at] = True
            path.append(at)
            at = heads[at]
        known[at] = True
        if heads[at] != at and at in path:
            ring = sorted(path[path.index(at) :])
            top = next((t for t in ring if grammar.tags[t] in ("VBD", "VBZ", "VBP")), ring[0])
            grammar.heads[top], grammar.deps[top] = top, "ROOT"
