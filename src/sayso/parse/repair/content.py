"""What is said, where the parser hung it on whom it is said to, or its tail on who says it."""

from __future__ import annotations

from sayso.parse.saying import STATING
from sayso.parse.tree import Tree

INCLUDING = frozenset(("including", "among"))


def content_behind_the_told(tree: Tree, verb: int) -> None:
    """ "Confirmed to a news site that commanders had left the town": with a subject and an object of its own it is
    what was confirmed, and says nothing of the site."""
    told = tree.heads[verb]
    to = tree.heads[told]
    saying, that = tree.heads[to], next(iter(tree.below(verb, "dobj", "mark", "nsubj")), None)
    if tree.lowers[to] != "to" or tree.grammar.lemmas[saying] not in STATING or that != told + 1:
        return
    if tree.lowers[that] == "that" and tree.deps[that] == "dobj" and tree.subject(verb) is not None:
        tree.deps[that] = "mark"
        tree.move(verb, saying, "ccomp")


def that_read_as_object(tree: Tree, that: int) -> None:
    """ "Told monitors that rents have doubled": before a statement with a subject of its own "that" opens it."""
    verb = tree.heads[that]
    opens = tree.lowers[that] == "that" and tree.deps[verb] == "ccomp" and tree.opening_of(verb) == that
    if opens and tree.subject(verb) is not None and tree.heads[verb] < that:
        tree.deps[that] = "mark"
        tree.retag(that, "IN")


def parts_behind_the_saying(tree: Tree, including: int) -> None:
    """ "Some 400 have fled, the agency said on Monday, including 90 children": they are a part of those who fled."""
    saying = tree.heads[including]
    if tree.lowers[including] not in INCLUDING or tree.grammar.lemmas[saying] not in STATING or including < saying:
        return
    content = next((c for c in tree.below(saying, "ccomp") if c < saying), None)
    if content is not None and tree.lowers[including - 1] == ",":
        counted = tree.below(content, "nsubj", "nsubjpass", "dobj")
        whole = next((c for c in counted if tree.below(c, "nummod")), None)
        if whole is not None:
            tree.move(including, whole, "prep")


def deed_asked_for_in_quotes(tree: Tree, to: int) -> None:
    """ "Called on all sides to "exercise restraint"": between quotation marks the infinitive is one, too."""
    verb = to + 2
    if tree.lowers[to] != "to" or verb >= len(tree.tags) or tree.tags[to + 1] != "``" or tree.tags[verb] != "VB":
        return
    thing = tree.heads[verb]
    if tree.deps[verb] == "compound" and tree.heads[thing] == to:
        head = tree.heads[to]
        tree.move(verb, head, "xcomp")
        tree.move(thing, verb, "dobj")
        tree.move(to, verb, "aux")
        tree.retag(to, "TO")
