"""A report with its grammar, clauses and quotations: what every question is put to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate

from sayso.codebook import Index, NounClass, codebook_index
from sayso.parse import Clause, Grammar, Quote, read_clauses, read_quotes
from sayso.records import Report, Span

HYPHENS = frozenset(("-", "–", "‑"))
SHORTEST_SAID = 4
"""Tokens between marks that are more than a name."""


class Reading:
    """One report, parsed; the layer of clauses with the codebook's look-ups beside it."""

    def __init__(self, report: Report, grammar: Grammar, *, index: Index | None = None) -> None:
        self.report, self.grammar = report, grammar
        self.index = index or codebook_index()
        self.text = report.text
        self._classes: dict[int, tuple[NounClass, ...]] = {}
        self._class_names: dict[int, frozenset[str]] = {}

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """All clauses, in the order of their predicates."""
        return read_clauses(self.grammar, happenings=self.index.happening_nouns, phrases=self._phrases())

    def _phrases(self) -> frozenset[int]:
        """The nouns that tell of a happening by the words before them or by what their preposition brings."""
        lemmas, lowers, known = self.grammar.lemmas, self.grammar.lowers, self.index.happening_phrases
        words, deverbal = self.index.happenings, self.index.deverbal
        told = (
            token
            for token in self.grammar.tokens_of_lemmas(known)
            if self._brings(token) or words.nouns.all_ending_at(lemmas, token, lowers=lowers)
        )
        done = (token for token in self.grammar.tokens_of_lemmas(deverbal.keys()) if self._is_done_to_something(token))
        return frozenset((*told, *done))

    def _is_done_to_something(self, token: int) -> bool:
        """ "The delivery of medicine", "their seizing of lorries": what is made of a verb, with what it is done to."""
        grammar, children = self.grammar, self.grammar.children[token]
        if grammar.lowers[token].endswith("ings"):
            return False
        definite = any(grammar.deps[child] in ("det", "poss", "amod") for child in children)
        return definite and any(grammar.lowers[child] == "of" for child in children)

    def _brings(self, token: int) -> bool:
        grammar = self.grammar
        wanted = {phrase[0] for phrase, _ in self.index.happenings.headed.get(grammar.lemmas[token], ())}
        below = (
            {grammar.lowers[child] for child in grammar.children[token] if grammar.deps[child] == "prep"}
            if wanted
            else set()
        )
        in_order = token > 0 and grammar.lowers[token - 1] == "in"
        infinitive = (
            "to" in wanted and not in_order and any(grammar.deps[child] == "acl" for child in grammar.children[token])
        )
        return infinitive or bool(wanted & below)

    @cached_property
    def clause_at(self) -> dict[int, Clause]:
        """Predicate or verb token -> its clause."""
        return {token: clause for clause in self.clauses for token in (clause.verb, clause.predicate)}

    @cached_property
    def hyphened(self) -> tuple[int, ...]:
        """The tokens that hold a hyphen or stand behind one; "the brigade – trained by Kenya –" has a dash."""
        grammar = self.grammar
        within = [token for token, lower in enumerate(grammar.lowers) if "-" in lower]
        apart = [t for t in grammar.tokens_of(HYPHENS) if 0 < t < len(grammar) - 1]
        behind = [t + 1 for t in apart if grammar.starts[t] == grammar.ends[t - 1]]
        return tuple(sorted({*within, *behind}))

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotations of the report, in order."""
        return read_quotes(self.text, self.report.blocks)

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The tokens within quotations that are longer than a name."""
        starts = self.grammar.starts
        spans = ((bisect_left(starts, q.inner[0]), bisect_left(starts, q.inner[1])) for q in self.quotes)
        return frozenset(t for first, after in spans if after - first >= SHORTEST_SAID for t in range(first, after))

    def quotes_near(self, span: Span) -> tuple[Quote, ...]:
        """The quotations that may share a code point with the span, in order; none that does is left out."""
        starts, ends = self._quote_edges
        return self.quotes[bisect_right(ends, span[0]) : bisect_left(starts, span[1])]

    @cached_property
    def _quote_edges(self) -> tuple[list[int], list[int]]:
        """Where each quotation begins; and where it, or a longer one before it, ends."""
        starts = [quote.outer[0] for quote in self.quotes]
        return starts, list(accumulate((quote.outer[1] for quote in self.quotes), max))

    @cached_property
    def token_starting(self) -> dict[int, int]:
        """Offset of its first code point -> token."""
        return {start: token for token, start in enumerate(self.grammar.starts)}

    def classes(self, token: int) -> tuple[NounClass, ...]:
        """The noun classes of the token, with the words before it where the codebook knows a longer noun."""
        found = self._classes.get(token)
        if found is None:
            alone = self._stands_for(token) or (self.grammar.lemmas[token] if self._is_aged(token) else "")
            words, at = ((alone,), 0) if alone else (self.grammar.lemmas, token)
            found = self._classes[token] = self.index.noun_classes(words, at)
        return found

    def _stands_for(self, token: int) -> str:
        """ "Nine others": people, unless things were counted before ("wrecked three tanks and damaged nine others");
        empty for any other word."""
        grammar = self.grammar
        if grammar.lowers[token] != "others":
            return ""
        first, _ = grammar.sentences[grammar.sentence_of[token]]
        counted = (grammar.heads[t] for t in range(token - 1, first - 1, -1) if grammar.deps[t] == "nummod")
        before = next((noun for noun in counted if noun != token), token)
        people = before == token or self.is_a(before, "person", "fighter", "armed")
        return "person" if people else grammar.lemmas[before]

    def _is_aged(self, token: int) -> bool:
        """Whether an age stands before the noun: "a 19-year-old man" is no old man."""
        grammar = self.grammar
        return token > 2 and grammar.lowers[token - 1] == "old" and grammar.lowers[token - 3] in ("year", "month")

    def is_a(self, token: int, *names: str) -> bool:
        """Whether the token's noun belongs to one of these classes."""
        own = self._class_names.get(token)
        if own is None:
            own = self._class_names[token] = frozenset(entry.name for entry in self.classes(token))
        return not own.isdisjoint(names)

    def block_kind(self, token: int) -> str:
        """The kind of the block in which the token stands."""
        grammar = self.grammar
        blocks = grammar.blocks
        return blocks[grammar.block_of[grammar.sentence_of[token]]].kind if blocks else "paragraph"

    def is_heading(self, sentence: int) -> bool:
        """Whether another part of the report begins with the sentence: a story does not go on beyond it."""
        return self.block_kind(self.grammar.sentences[sentence][0]) == "heading"

    def sentences_before(self, sentence: int) -> Iterator[int]:
        """The sentences before one, the nearest first: what a caption tells is no part of the story around it."""
        grammar, captions = self.grammar, self._captions
        here = grammar.block_of[sentence]
        for earlier in range(sentence - 1, -1, -1):
            block = grammar.block_of[earlier]
            if block == here or captions.isdisjoint((block, here)):
                yield earlier

    @cached_property
    def _captions(self) -> frozenset[int]:
        """The numbers of the blocks that are captions."""
        return frozenset(number for number, block in enumerate(self.grammar.blocks) if block.kind == "caption")

    def are_items(self, sentence: int, other: int) -> bool:
        """Whether two sentences stand in items of a list, each in its own."""
        grammar = self.grammar
        listed = (self.block_kind(grammar.sentences[one][0]) == "list" for one in (sentence, other))
        return all(listed) and grammar.block_of[sentence] != grammar.block_of[other]

    def owner(self, token: int) -> Clause | None:
        """The nearest clause at or above the token in its tree."""
        return self._owners[token]

    @cached_property
    def _owners(self) -> list[Clause | None]:
        found: list[Clause | None] = [None] * len(self.grammar)
        for token in self.grammar.downwards:
            found[token] = self.clause_at.get(token) or found[self.grammar.heads[token]]
        return found

    def span(self, first: int, last: int) -> Span:
        """The span from one token to another, both included."""
        return self.grammar.span(first, last)
