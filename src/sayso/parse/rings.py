"""Heads that lead back to themselves: nobody climbs such a tree to its end."""

from __future__ import annotations

from sayso.parse.tree import Tree


def open_rings(tree: Tree) -> None:
    """Makes, in place, a root of one word of every ring of heads: of its first verb with a tense, else of its first
    word. A repair that sets heads by itself may close a ring."""
    reached = [token for token, head in enumerate(tree.heads) if head == token]
    for token in reached:
        reached.extend(tree.children[token])
    if len(reached) < len(tree.heads):
        _open_each(tree)


def _open_each(tree: Tree) -> None:
    heads, known = tree.heads, bytearray(len(tree.heads))
    for token in range(len(heads)):
        path, at = [], token
        while not known[at] and heads[at] != at:
            known[at] = True
            path.append(at)
            at = heads[at]
        known[at] = True
        if heads[at] != at and at in path:
            ring = sorted(path[path.index(at) :])
            top = next((t for t in ring if tree.tags[t] in ("VBD", "VBZ", "VBP")), ring[0])
            tree.move(top, top, "ROOT")
