"""The dependencies of a grammar while they are being put right: columns that can be changed, and who hangs on whom."""

from __future__ import annotations

from sayso.parse.grammar import Grammar

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))
FINITE_TAGS = frozenset(("VBD", "VBZ", "VBP", "MD"))
AUXILIARY = frozenset(("aux", "auxpass"))
TWO_SUBJECTS = "two subjects"
"""What `Tree.hung_on` says of a verb besides."""


class Tree:
    """A grammar's columns, the children of every token; `move` keeps both in step; `retag` notes what it changed."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.tags, self.deps, self.heads, self.lowers = grammar.tags, grammar.deps, grammar.heads, grammar.lowers
        self.moves = 0
        self.retagged: set[int] = set()
        self.children: list[list[int]] = [[] for _ in grammar.words]
        for token, head in enumerate(grammar.heads):
            if head != token:
                self.children[head].append(token)

    def move(self, token: int, head: int, dep: str) -> None:
        """Hang a token, with all below it, on another head; nothing where it would then hang on itself. Whatever is
        its own head is the root, whatever else it was to be: who climbs a tree relies on it."""
        if head != token and self.is_below(head, token):
            return
        self.moves += 1
        if self.heads[token] != token:
            self.children[self.heads[token]].remove(token)
        self.heads[token], self.deps[token] = head, "ROOT" if head == token else dep
        if head != token:
            self.children[head].append(token)
            self.children[head].sort()

    def is_below(self, token: int, above: int) -> bool:
        """Whether a token hangs on another, or on what hangs on it, or is it."""
        while token != above and self.heads[token] != token:
            token = self.heads[token]
        return token == above

    def retag(self, token: int, tag: str) -> None:
        """Gives a token another tag, and notes it: its lemma is to be looked up anew."""
        self.tags[token] = tag
        self.retagged.add(token)

    def below(self, token: int, *deps: str) -> list[int]:
        """The children that hang on the token in one of these ways."""
        return [child for child in self.children[token] if self.deps[child] in deps]

    def hung_on(self, verb: int) -> frozenset[str]:
        """The ways in which words hang on a verb; TWO_SUBJECTS where two or more are subjects."""
        deps = [self.deps[child] for child in self.children[verb]]
        subjects = [dep for dep in deps if dep in SUBJECTS]
        return frozenset((*deps, TWO_SUBJECTS) if len(subjects) > 1 else deps)

    def subject(self, verb: int) -> int | None:
        """The first subject of a verb."""
        return next((child for child in self.children[verb] if self.deps[child] in SUBJECTS), None)

    def is_finite(self, verb: int) -> bool:
        """Whether the verb, or one of its auxiliaries, has a tense."""
        return self.tags[verb] in FINITE_TAGS or any(
            self.tags[child] in FINITE_TAGS for child in self.children[verb] if self.deps[child] in AUXILIARY
        )

    def auxiliaries(self, verb: int) -> list[int]:
        """The auxiliaries of a verb."""
        return [child for child in self.children[verb] if self.deps[child] in AUXILIARY]

    def opening_of(self, token: int) -> int:
        """The first token of all that hangs on the token."""
        first = token
        for child in self.children[token]:
            if child < token:
                first = min(first, self.opening_of(child))
        return first

    def closing_of(self, token: int) -> int:
        """The last token of all that hangs on the token."""
        last = token
        for child in self.children[token]:
            if child > token:
                last = max(last, self.closing_of(child))
        return last

    def opening(self, verb: int) -> int:
        """The first token of a verb with its auxiliaries and the adverbs among them."""
        own = [c for c in self.children[verb] if c < verb and self.deps[c] in ("aux", "auxpass", "neg", "advmod")]
        return min((verb, *own))
