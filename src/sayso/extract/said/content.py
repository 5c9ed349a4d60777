"""What a reporting verb reports, by grammar: its clause, infinitive, object with complement, or the clause around."""

from __future__ import annotations

from sayso.extract.reading import Reading
from sayso.extract.said.cues import is_time
from sayso.extract.said.draft import Found
from sayso.extract.said.hit import Hit
from sayso.extract.said.numbers import given_number, numbered_content, with_tolls
from sayso.extract.said.objects import ITSELF, all_of_it, content_like, is_bare_number, is_toll, named_thing
from sayso.extract.said.ranges import (
    Range,
    and_that,
    behind_agent,
    by_dependency,
    feeling_about,
    has_to,
    minus,
    trimmed,
    with_additions,
    without_aside,
    without_cue,
)
from sayso.parse import FINITE_TAGS, Clause

CLAUSES = ("ccomp", "csubj", "csubjpass")
WITH_OBJECT = frozenset(("demand", "order", "accuse", "describe", "condemn", "predict"))
"""Acts whose object belongs to what is said ("urged the army to leave"); elsewhere it is who is spoken to."""
RAISED = frozenset(("say", "claim", "estimate", "predict", "describe", "accuse", "confirm"))
"""Acts whose passive tells of its subject ("is believed to have"); elsewhere that is spoken to ("was told to")."""
OBJECT_LINKS = frozenset(("of", "as", "with", "for", "on"))
PARTING = frozenset((";", ":"))
ENDING = frozenset((".", "?", "!"))
REPORTED = frozenset(("report", "announce", "declare", "mention"))
"""Verbs whose passive tells of a happening by its noun alone ("clashes were reported")."""
VAGUE = frozenset(("something", "anything", "everything", "nothing", "one", "those", "what"))
RELATIVE = frozenset(("that", "which", "whom", "who"))
TERMS = frozenset(("condition", "basis", "understanding", "ground"))
BOUNDS = frozenset(("between", "about", "around", "over", "under"))
PASSIVE = frozenset(("auxpass", "agent", "nsubjpass", "csubjpass"))


def verb_content(reading: Reading, hit: Hit) -> Found | None:
    """What the verb reports; None where it has nothing that could be content, so that it is no reporting word here."""
    kids = by_dependency(reading, hit.head)
    passive = not PASSIVE.isdisjoint(kids) or _accused_of(reading, hit, kids)
    found = _passive(reading, hit, kids) if passive or _thought_to(reading, hit) else _active(reading, hit, kids)
    found = found or all_of_it(reading, hit, kids) or _around(reading, hit, kids)
    return found._replace(ranges=(*found.ranges, *and_that(reading, kids, hit.head))) if found is not None else None


def _accused_of(reading: Reading, hit: Hit, kids: dict[str, list[int]]) -> bool:
    """ "A trader, accused of paying the rebels": a participle without an object is a passive."""
    grammar = reading.grammar
    loose = grammar.tags[hit.head] == "VBN" and grammar.deps[hit.head] in ("acl", "advcl")
    return loose and hit.cue.act == "accuse" and not {"dobj", "nsubj", "aux"} & kids.keys()


def _thought_to(reading: Reading, hit: Hit) -> bool:
    """ "The men, thought to number 5,000": verbs of saying and believing with a bare infinitive are passives."""
    grammar, cue = reading.grammar, hit.cue
    if grammar.tags[hit.head] not in ("VBD", "VBN") or cue.object_is_content or cue.kind not in ("speech", "belief"):
        return False
    if cue.quote_only:
        return False
    to = grammar.lowers[hit.head + 1 : hit.head + 2] == ["to"] and grammar.tags[hit.head + 1] == "TO"
    return cue.act in ("say", "estimate") and to and len(hit.words) == 1


# -- active ---------------------------------------------------------------------------------------------------------
def _active(reading: Reading, hit: Hit, kids: dict[str, list[int]]) -> Found | None:
    if hit.cue.numbered:
        piece = numbered_content(reading, hit.head, hit.tail)
        return Found((piece,), "linked") if piece is not None else None
    clause = _clause_of(reading, hit, kids)
    if clause is not None:
        pieces = without_cue(reading, hit, clause, _with_object(reading, hit, kids, clause))
        return Found((*_before_colon(reading, hit, kids, clause), *pieces), "clause")
    if hit.cue.quote_only:
        return None
    return (
        _of_antecedent(reading, hit, kids)
        or (_linked(reading, hit, kids) if len(hit.words) > 1 else None)
        or _infinitive(reading, hit, kids)
        or _linked(reading, hit, kids)
        or _object(reading, hit, kids)
        or _in_statement(reading, hit, kids)
        or _mistagged(reading, hit, kids)
    )


def _clause_of(reading: Reading, hit: Hit, kids: dict[str, list[int]]) -> int | None:
    """The clause behind the word, else the one before it that only a comma or a mark parts from it."""
    clauses = [
        t for dep in CLAUSES for t in kids.get(dep, ()) if t not in hit.words and _is_reportable(reading, hit, t)
    ]
    after = [t for t in clauses if t > hit.head and not _cut_off(reading, hit.head, t)]
    if after:
        return after[0]
    if any(is_bare_number(reading, hit, t) for t in kids.get("dobj", ()) if t > hit.head):
        return None
    return next((t for t in clauses if t < hit.head and not _cut_off(reading, t, hit.head)), None)


def _before_colon(reading: Reading, hit: Hit, kids: dict[str, list[int]], clause: int) -> tuple[Range, ...]:
    """ "They had fled, she said: the town was empty": what stands before is said as well."""
    words = reading.grammar.words
    if hit.cue.kind != "speech" or clause < hit.head or words[reading.grammar.edges[clause][0] - 1] != ":":
        return ()
    before = [t for t in kids.get("ccomp", ()) if t < hit.head and not _cut_off(reading, t, hit.head)]
    return tuple(trimmed(reading, reading.grammar.edges[t]) for t in before[:1])


def _cut_off(reading: Reading, one: int, other: int) -> bool:
    """Whether punctuation between the clause and the word makes two sentences of them, whatever the parser says."""
    words, edges = reading.grammar.words, reading.grammar.edges
    return any(words[t] in PARTING for t in range(min(edges[one][1], other), other)) or any(
        words[t] in ENDING for t in range(one, max(one, edges[other][0]))
    )


def _is_reportable(reading: Reading, hit: Hit, clause: int) -> bool:
    """Whether a clause is what is told, and not what is seen happening ("saw them leave")."""
    if hit.cue.kind != "perception" and not hit.cue.quote_only:
        return True
    grammar = reading.grammar
    if hit.cue.quote_only:
        return clause < hit.head and grammar.deps[clause] != "csubj"
    below = [clause, *grammar.children[clause]]
    return any(grammar.tags[t] in FINITE_TAGS and grammar.deps[t] != "nsubj" for t in below)


def _with_object(reading: Reading, hit: Hit, kids: dict[str, list[int]], clause: int) -> int | None:
    """The object that stands before the infinitive and belongs to the content."""
    objects = [t for t in kids.get("dobj", ()) if t not in hit.words and hit.head < t < clause]
    if objects and hit.cue.act in WITH_OBJECT and hit.cue.kind != "perception":
        return objects[0]
    return None


def _infinitive(reading: Reading, hit: Hit, kids: dict[str, list[int]]) -> Found | None:
    if hit.cue.kind == "perception":
        return None
    words = reading.grammar.words
    for child in kids.get("xcomp", ()):
        first = _with_object(reading, hit, kids, child)
        apart = first is None and words[reading.grammar.edges[child][0] - 1] == ","
        if child > hit.head and child not in hit.words and not apart:
            return Found(without_cue(reading, hit, child, first), "infinitive")
    return None


def _linked(reading: Reading, hit: Hit, kids: dict[str, list[int]]) -> Found | None:
    """ "Called for talks", "accused them of shelling", "described it as a massacre", "called it a massacre"."""
    objects = [t for t in kids.get("dobj", ()) if t not in hit.words]
    if len(hit.words) > 1:
        found = _behind_tail(reading, hit, kids, objects)
        if found is not None:
            return found
    if not objects or reading.grammar.lowers[objects[0]] in ITSELF:
        return None
    link = _link(reading, hit, kids, objects[0])
    if link is None:
        return None
    links = [t for t in kids.get("prep", ()) if hit.cue.act == "accuse" and reading.grammar.lowers[t] == "of"]
    first, last = reading.grammar.edges[objects[0]][0], reading.grammar.edges[max(link, *links, link)][1]
    return Found((trimmed(reading, (first, last)),), "linked")


def _behind_tail(reading: Reading, hit: Hit, kids: dict[str, list[int]], objects: list[int]) -> Found | None:
    """What the last fixed word governs: the talks of "call for talks", the army of "call for the army to leave"."""
    grammar, last = reading.grammar, hit.tail
    if grammar.deps[last] == "mark" and grammar.edges[grammar.heads[last]][1] > last:
        return Found((trimmed(reading, (last + 1, grammar.edges[grammar.heads[last]][1])),), "linked")
    if grammar.deps[last := feeling_about(reading, kids, last)] not in ("prep", "agent"):
        return None
    if objects and hit.head < objects[0] < last and grammar.lowers[last] == "on" and hit.cue.act != "accuse":
        return None
    if objects and hit.head < objects[0] < last:
        return Found((trimmed(reading, (grammar.edges[objects[0]][0], grammar.edges[last][1])),), "linked")
    inside = [t for t in grammar.children[last] if grammar.deps[t] in ("pobj", "pcomp", "ccomp")]
    if not inside or (grammar.lowers[last] == "on" and is_time(reading, inside[0])):
        return None
    if grammar.tags[inside[0]] == "WDT" or _only_named(reading, hit, inside[0]):
        return None
    return Found((with_additions(reading, last, _extent(reading, inside[0], kids, hit)),), "linked")


def _only_named(reading: Reading, hit: Hit, target: int) -> bool:
    """ "Agreed to the truce", "sided with the colonel": a thing or a person, and nothing that is said of it."""
    if hit.cue.act == "promise":
        return reading.grammar.tags[target][:2] == "NN"
    return hit.cue.kind == "belief" and hit.cue.act == "say" and named_thing(reading, target)


def _link(reading: Reading, hit: Hit, kids: dict[str, list[int]], target: int) -> int | None:
    """What is said of the object: its complement, its "as", the "of" of an accusation."""
    grammar = reading.grammar
    links = ("as",)
    if hit.cue.act in WITH_OBJECT or hit.cue.kind == "belief":
        links = ("of", "as", "with") if hit.cue.act == "describe" else ("of", "as", "with", "for")
        for child in kids.get("oprd", []) + kids.get("acomp", []):
            if child > target:
                return child
    elif not hit.cue.object_is_content:
        return None
    inner = grammar.children[target] if hit.cue.act == "accuse" else ()
    for child in [*kids.get("prep", ()), *inner]:
        if child > target and grammar.deps[child] == "prep" and grammar.lowers[child] in links:
            return child
    return None


def _extent(reading: Reading, token: int, kids: dict[str, list[int]], hit: Hit) -> Range:
    """The object's subtree, with the infinitive that belongs to it ("called for the army to leave")."""
    first, last = reading.grammar.edges[token]
    for child in kids.get("xcomp", []) + kids.get("ccomp", []) + kids.get("advcl", []):
        if child > last and has_to(reading, child):
            last = max(last, reading.grammar.edges[child][1])
    return first, last


def _object(reading: Reading, hit: Hit, kids: dict[str, list[int]]) -> Found | None:
    for child in (*kids.get("dobj", ()), *_bounded(reading, kids)):
        if child in hit.words or child < hit.head:
            continue
        if content_like(reading, hit, child):
            called = reading.grammar.lemmas[child] in reading.index.cue_nouns
            extent = _extent(reading, child, kids, hit) if called else _with_place(reading, child, kids)
            return Found((trimmed(reading, with_tolls(reading, extent)),), "object")
    return None


def _bounded(reading: Reading, kids: dict[str, list[int]]) -> list[int]:
    """The number in "reported between two and four dead", "spoke of up to 40 dead", which is no place."""
    grammar = reading.grammar
    links = [t for t in kids.get("prep", ()) if grammar.lowers[t] in BOUNDS]
    return [t for link in links for t in grammar.children[link] if grammar.deps[t] == "pobj"]


def _with_place(reading: Reading, target: int, kids: dict[str, list[int]]) -> Range:
    """A number of victims with the phrases right behind it, which hang on the verb: "93 dead at hospitals"."""
    first, last = reading.grammar.edges[target]
    for child in kids.get("prep", ()) if is_toll(reading, target) else ():
        if reading.grammar.edges[child][0] == last + 1:
            last = reading.grammar.edges[child][1]
    return first, last


def _antecedent(reading: Reading, hit: Hit, kids: dict[str, list[int]], clause: Clause) -> int | None:
    """The noun that a relative clause has for its object, by the parser's word or by its "that" and "which"."""
    grammar = reading.grammar
    if "object" in clause.borrowed:
        return clause.slots["object"][0]
    below = [*kids.get("dobj", ()), *(c for t in kids.get("xcomp", ()) for c in grammar.children[t])]
    stands_in = any(t < hit.head and grammar.lowers[t] in RELATIVE for t in below)
    return grammar.heads[hit.head] if stands_in else None


def _of_antecedent(reading: Reading, hit: Hit, kids: dict[str, list[int]]) -> Found | None:
    """ "A law that critics call a gag", "an attack that they blame on rebels": the noun before is the object."""
    grammar, clause = reading.grammar, reading.clause_at.get(hit.head)
    if grammar.deps[hit.head] != "relcl" or clause is None:
        return None
    noun = _antecedent(reading, hit, kids, clause)
    if noun is None:
        return None
    behind = [t for dep in ("oprd", "prep", "acomp", "xcomp") for t in kids.get(dep, ()) if t > hit.head]
    links = [t for t in behind if grammar.deps[t] != "prep" or grammar.lowers[t] in OBJECT_LINKS]
    if hit.cue.act not in WITH_OBJECT and hit.cue.kind != "belief":
        links = []
    by_itself = content_like(reading, hit, noun) and ("object" in clause.borrowed or hit.cue.act == "deny")
    if noun >= hit.head or reading.grammar.lowers[noun] in VAGUE or not (links or by_itself):
        return None
    before = trimmed(reading, (grammar.edges[noun][0], max(noun, grammar.edges[hit.head][0] - 1)))
    said = [(max(grammar.edges[t][0], hit.head + 1), grammar.edges[t][1]) for t in links[:1]]
    return Found((before, *(trimmed(reading, piece) for piece in said)), "linked")


def _mistagged(reading: Reading, hit: Hit, kids: dict[str, list[int]]) -> Found | None:
    """ "The army states that it has ...": what the parser hung on a verb that it took for a plural."""
    for clause in kids.get("relcl", ()):
        if clause > hit.head and _stray_clause(reading, hit.head, clause):
            return Found((trimmed(reading, reading.grammar.edges[clause]),), "clause")
    return None


def _in_statement(reading: Reading, hit: Hit, kids: dict[str, list[int]]) -> Found | None:
    """ "Said in a statement the group had come", "denied for months that": the parser hangs the clause on the noun."""
    grammar = reading.grammar
    nouns = [noun for link in kids.get("prep", ()) for noun in grammar.children[link]] + kids.get("dobj", [])
    for noun in nouns:
        for clause in grammar.children[noun]:
            if clause > hit.head and grammar.deps[clause] in ("relcl", "acl") and _stray_clause(reading, noun, clause):
                return Found((trimmed(reading, grammar.edges[clause]),), "clause")
    return None


def _stray_clause(reading: Reading, noun: int, clause: int) -> bool:
    grammar, first = reading.grammar, reading.grammar.edges[clause][0]
    subjects = [t for t in grammar.children[clause] if grammar.deps[t] in ("nsubj", "nsubjpass")]
    if not subjects or grammar.tags[subjects[0]] in ("WP", "WDT"):
        return False
    if grammar.lowers[first] == "that":
        return grammar.deps[first] == "mark" and grammar.lemmas[noun] not in TERMS
    return grammar.deps[clause] == "relcl" and grammar.lemmas[noun] in reading.index.cue_nouns


# -- passive --------------------------------------------------------------------------------------------------------
def _passive(reading: Reading, hit: Hit, kids: dict[str, list[int]]) -> Found | None:
    grammar, cue = reading.grammar, hit.cue
    if "agent" in kids and (given := given_number(reading, hit.head)):
        return Found(given, "linked", raised=True)
    clause = None if _thought_to(reading, hit) else _clause_of(reading, hit, kids) or behind_agent(reading, kids)
    subject = next(iter(kids.get("nsubjpass", []) + kids.get("nsubj", [])), None)
    if clause is not None:
        return Found(
            without_cue(reading, hit, clause, None),
            "clause",
            raised=subject is not None and grammar.lowers[subject] == "it",
        )
    complement = next((t for t in kids.get("xcomp", []) + kids.get("oprd", []) if t > hit.head), None)
    if complement is None or cue.kind == "perception":
        complement = _link_of_passive(reading, hit, kids)
    if complement is None:
        return _condemned(reading, hit, kids, subject) or _reported(reading, hit, kids, subject)
    after = trimmed(reading, grammar.edges[complement])
    if subject is None or cue.act not in RAISED:
        return Found((after,), "infinitive", raised=True)
    return Found((without_aside(reading, subject), after), "infinitive", raised=True)


def _link_of_passive(reading: Reading, hit: Hit, kids: dict[str, list[int]]) -> int | None:
    """ "Was described as a massacre", "is accused of shelling"."""
    grammar = reading.grammar
    if len(hit.words) > 1 and grammar.deps[hit.tail] == "prep":
        return hit.tail
    if hit.cue.act not in ("describe", "accuse"):
        return None
    links = [t for t in kids.get("prep", ()) if grammar.lowers[t] in OBJECT_LINKS and t > hit.head]
    return links[0] if links else None


def _reported(reading: Reading, hit: Hit, kids: dict[str, list[int]], subject: int | None) -> Found | None:
    """ "Clashes were reported in two districts": what was reported, and the rest of the clause, by nobody named."""
    if (
        subject is None
        or reading.grammar.lemmas[hit.head] not in REPORTED
        or "agent" in kids
        or not content_like(reading, hit, subject)
    ):
        return None
    grammar = reading.grammar
    before = trimmed(reading, grammar.edges[subject])
    behind = [t for t in kids.get("prep", []) + kids.get("npadvmod", []) if t > hit.tail]
    if not behind:
        return Found((before,), "object", raised=True)
    last = max(grammar.edges[t][1] for t in behind)
    return Found((before, trimmed(reading, (min(grammar.edges[t][0] for t in behind), last))), "object", raised=True)


def _condemned(reading: Reading, hit: Hit, kids: dict[str, list[int]], subject: int | None) -> Found | None:
    """ "The attack was condemned by the president": only where it is said by whom."""
    if subject is None or "agent" not in kids or not content_like(reading, hit, subject):
        return None
    return Found((trimmed(reading, reading.grammar.edges[subject]),), "object", raised=True)


# -- the clause around ----------------------------------------------------------------------------------------------
def _around(reading: Reading, hit: Hit, kids: dict[str, list[int]]) -> Found | None:
    """ "The army, he said, had left"; "as the army said", but not "shot as he spoke": the clause around the words."""
    grammar, head = reading.grammar, reading.grammar.heads[hit.head]
    dep = grammar.deps[hit.head]
    if head == hit.head or hit.cue.kind not in ("speech", "belief") or "nsubj" not in kids or "oprd" in kids:
        return None
    first, last = grammar.edges[hit.head]
    as_clause = dep == "advcl" and grammar.lowers[first] == "as" and not ("dobj" in kids and hit.cue.act == "describe")
    meanwhile = as_clause and grammar.tags[kids["nsubj"][0]] == "PRP" and grammar.words[max(first - 1, 0)].isalpha()
    as_clause = as_clause and (first == 0 or not meanwhile) and hit.cue.act not in FORETELLING
    if (dep not in ("parataxis", "ccomp") and not as_clause) or hit.cue.quote_only or grammar.tags[head][0] not in "VN":
        return None
    if not as_clause and (";" in grammar.words[first - 1 : first + 1] or not _set_off(reading, first, last)):
        return None
    return Found(minus(reading, grammar.edges[head], (first, last)), "around")


def _set_off(reading: Reading, first: int, last: int) -> bool:
    """Whether commas or dashes part the words from what is around them."""
    words = reading.grammar.words
    before = words[first - 1] if first else ","
    after = words[last + 1] if last + 1 < len(words) else "."
    around = before in _PAUSES and (after in _PAUSES or after in ".?!")
    return around or not _PAUSES.isdisjoint((words[first], words[last]))


FORETELLING = frozenset(("promise", "demand", "order", "ask", "threaten"))
"""What comes before a deed and does not tell of it: "withdrew, as the rebels had demanded"."""
_PAUSES = frozenset((",", "-", "–", "—", "--", ";", ":", '"', "”", "''", "(", ")"))
