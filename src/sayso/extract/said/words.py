"""What nouns, adjectives and adverbial phrases of saying report."""

from __future__ import annotations

from sayso.extract.reading import Reading
from sayso.extract.said.draft import Found
from sayso.extract.said.hit import Hit
from sayso.extract.said.numbers import stated_number
from sayso.extract.said.objects import named_thing
from sayso.extract.said.ranges import Range, by_dependency, has_to, minus, trimmed

OF_CONTENT = frozenset(("deny", "accuse", "warn", "threaten", "demand", "predict", "claim", "promise", "condemn"))
DENYING = frozenset(("reject", "deny", "dismiss", "dispute", "refute", "rebut", "rubbish", "repeat", "make", "call"))
ENDING = frozenset((".", "!", "?", ";"))
WRITTEN = frozenset(
    ("statement", "report", "letter", "message", "speech", "post", "video", "article", "interview", "bulletin")
)
"""What somebody makes to some end: "a statement to mark the day" says nothing of it."""
NOUN_LINKS = frozenset(("of", "for"))


def noun_content(reading: Reading, hit: Hit) -> Found | None:
    """ "The claim that ...", "their demand to ...", "his denial of ..."."""
    grammar, kids = reading.grammar, by_dependency(reading, hit.head)
    for child in kids.get("acl", []) + kids.get("ccomp", []) + kids.get("relcl", []):
        if child > hit.head and _is_noun_clause(reading, child):
            return Found((trimmed(reading, grammar.edges[child]),), "clause")
    owned = "poss" in kids or any(grammar.lowers[t] in ("by", "from") for t in kids.get("prep", ()))
    if owned and (number := stated_number(reading, hit.head)) is not None:
        return Found((number,), "linked")
    if hit.cue.act not in OF_CONTENT:
        return None
    for link in kids.get("prep", ()):
        if grammar.lowers[link] in NOUN_LINKS:
            for inside in grammar.children[link]:
                if grammar.deps[inside] == "pcomp" or (
                    grammar.deps[inside] == "pobj" and not named_thing(reading, inside)
                ):
                    return Found((trimmed(reading, grammar.edges[inside]),), "linked")
    return None


def _is_noun_clause(reading: Reading, clause: int) -> bool:
    grammar = reading.grammar
    first = grammar.edges[clause][0]
    if _is_told_of(reading, clause):
        return False
    if has_to(reading, clause):
        return grammar.deps[clause] != "relcl" and grammar.lemmas[grammar.heads[clause]] not in WRITTEN
    if grammar.lowers[first] != "that":
        return False
    return grammar.deps[first] == "mark" or (
        any(grammar.deps[c] in ("nsubj", "nsubjpass") and c != first for c in grammar.children[clause])
        and grammar.deps[first] not in ("dobj", "pobj")
    )


def _is_told_of(reading: Reading, clause: int) -> bool:
    """ "An allegation that the mayor rejected": the clause says what became of the noun, which is its object."""
    told, noun = reading.clause_at.get(clause), reading.grammar.heads[clause]
    stands_in = [c for c in reading.grammar.children[clause] if reading.grammar.deps[c] == "dobj"]
    if told is not None and any(reading.grammar.lowers[c] in ("which", "that") for c in stands_in):
        return told.lemma.split()[0] in DENYING
    denied = told is not None and told.lemma.split()[0] in DENYING and reading.grammar.deps[clause] == "relcl"
    return denied and told is not None and noun in told.slots.get("object", ())


def adjective_content(reading: Reading, hit: Hit) -> Found | None:
    """ "Is adamant that ...", "was afraid to ...", "are critical of the deal"."""
    grammar, kids = reading.grammar, by_dependency(reading, hit.head)
    above = grammar.heads[hit.head]
    if grammar.deps[hit.head] not in ("acomp", "ROOT", "conj", "ccomp", "relcl", "advcl", "oprd", "attr", "acl"):
        return None
    near = kids.get("ccomp", []) + kids.get("xcomp", [])
    near += [t for t in grammar.children[above] if t > hit.head and grammar.deps[t] in ("ccomp", "xcomp")]
    for child in near:
        if child > hit.head:
            return Found((trimmed(reading, grammar.edges[child]),), "clause")
    return None


def phrase_content(reading: Reading, hit: Hit) -> Found | None:
    """ "According to the army, ...": the clause that the phrase stands in, without the phrase."""
    grammar = reading.grammar
    top = hit.head
    while grammar.heads[top] != top and not (
        top not in hit.words and reading.clause_at.get(top) and grammar.tags[top][0] == "V"
    ):
        top = grammar.heads[top]
    hole = phrase_extent(reading, hit)
    pieces = minus(reading, grammar.edges[_first_of_all(reading, top, hole)], hole)
    return Found(pieces, "around") if pieces else None


def _first_of_all(reading: Reading, top: int, hole: Range) -> int:
    """The first of the statements that a phrase behind a comma closes: "Four were killed and seven hurt, according to
    the mayor", whatever came of it behind the phrase; the last alone where another's word stands among them."""
    grammar = reading.grammar
    behind = range(hole[1] + 1, min(hole[1] + 3, len(grammar)))
    ends = not behind or grammar.words[behind[0]] in ENDING
    goes_on = len(behind) > 1 and grammar.words[behind[0]] == "," and grammar.tags[behind[1]] == "VBG"
    if not (ends or goes_on) or grammar.words[hole[0] - 1] != ",":
        return top
    first = top
    while _goes_with_the_verb_above(reading, first):
        first = grammar.heads[first]
        told = any(grammar.deps[child] in ("ccomp", "xcomp") for child in grammar.children[first])
        if told and any(not further for further, _ in reading.index.cue_verbs.get(grammar.lemmas[first], ())):
            return top
    return first


def _goes_with_the_verb_above(reading: Reading, verb: int) -> bool:
    """ "Shelled it and left", "shelled it, killing 12": what is done as well, or comes of it."""
    grammar = reading.grammar
    joined = grammar.deps[verb] == "conj" or (grammar.deps[verb] == "advcl" and grammar.tags[verb] == "VBG")
    return joined and grammar.tags[grammar.heads[verb]][0] == "V"


def phrase_extent(reading: Reading, hit: Hit) -> Range:
    """From the phrase's first word to the last of its speaker."""
    grammar = reading.grammar
    last = max(
        [hit.tail, *(grammar.edges[t][1] for t in grammar.children[hit.tail] if grammar.deps[t] in ("pobj", "pcomp"))]
    )
    return hit.head, last
