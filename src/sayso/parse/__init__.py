"""Report -> Reading: the grammar, the quotations and the clauses. The only room that knows the language model."""

from sayso.parse.build import read_clauses
from sayso.parse.case import is_title
from sayso.parse.clauses import Clause, How
from sayso.parse.grammar import Grammar
from sayso.parse.labels import slug_end
from sayso.parse.language import load_model
from sayso.parse.model import parse_grammars
from sayso.parse.phrases import appositions, conjuncts, hang_together, is_below, meant, prepositional
from sayso.parse.quotes import Quote, read_quotes
from sayso.parse.standing import is_plain_form
from sayso.parse.tree import FINITE_TAGS

__all__ = [
    "FINITE_TAGS",
    "Clause",
    "Grammar",
    "How",
    "Quote",
    "appositions",
    "conjuncts",
    "hang_together",
    "is_below",
    "is_plain_form",
    "is_title",
    "load_model",
    "meant",
    "parse_grammars",
    "prepositional",
    "read_clauses",
    "read_quotes",
    "slug_end",
]
