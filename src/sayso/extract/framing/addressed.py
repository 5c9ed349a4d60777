"""Whom words are meant for: who is to do what is demanded, whose plan is refused, who would suffer what is
threatened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from sayso.extract.framing.framed import Framed
from sayso.extract.reading import Reading
from sayso.parse import Clause, prepositional

BY_WORDS = frozenset(
    ("REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE", "PROTEST", "SANCTION", "COOPERATE",
     "AID", "MOBILIZE")
)  # fmt: skip
OF_THE_DOER = frozenset(("REQUEST", "ACCUSE", "REJECT", "PROTEST", "SUPPORT"))
"""Types whose recipient is who does, or is to do, what the words are about; of the others it is to whom it is done."""
OWNERS = ("by", "of", "from", "against", "with", "to", "for", "on", "between", "in")
WITHIN = ("of", "for", "on", "into", "to")
"""Prepositions behind which stands what another noun is about: "allegations of abuses in the province"."""
UNDERGOING = ("object", "indirect", "to", "against", "with", "for", "on", "from")
GIVING = frozenset(
    ("send", "dispatch", "deploy", "hand", "deliver", "provide", "supply", "give", "cede", "surrender", "turn", "pay")
)
"""Verbs whose object is what changes hands, and hardly who undergoes it: "refused to send a delegation"."""
HOW = ("content", "infinitive", "purpose", "relative")
AIMS = frozenset(("ACCUSE", "REQUEST", "REJECT"))
VIOLENCE = frozenset(("ASSAULT", "COERCE"))
BEFORE = frozenset(("compound", "amod", "nmod", "poss"))
Tokens = tuple[int, ...]


def address(reading: Reading, found: Sequence[Framed], *, is_somebody: Callable[[int], bool]) -> None:
    """Fills, in place, the recipients of words that name none themselves: is_somebody says whether a head is a party
    or a place."""
    deeds = {item.clause.predicate: item for item in found}
    below: dict[int, list[Clause]] = defaultdict(list)
    for clause in reading.clauses:
        if clause.governor is not None and clause.how in HOW and clause.kind != "nominal":
            below[clause.governor].append(clause)
    for item in sorted(found, key=lambda item: item.frame.type == "PROTEST"):
        if item.frame.type in BY_WORDS and not any(is_somebody(token) for token in item.recipients):
            fitting = (
                tuple(token for token in tokens if token not in item.actors and is_somebody(token))
                for tokens in _meant(reading, item, deeds, below)
            )
            item.recipients = next((tokens for tokens in fitting if tokens), item.recipients)


def _meant(
    reading: Reading, item: Framed, deeds: dict[int, Framed], below: dict[int, list[Clause]]
) -> Iterator[Tokens]:
    if item.frame.type == "MOBILIZE":
        nouns = item.clause.fillers("for", "object", "in", "of")
        yield tuple(whom for noun in nouns for whom in prepositional(reading.grammar, noun, "against"))
        return
    doer, where = item.frame.type in OF_THE_DOER, not item.frame.two_sided
    for token in dict.fromkeys((*item.recipients, *item.clause.fillers("object", "on"))):
        if (deed := deeds.get(token)) is not None and deed is not item:
            if _is_laid_to_its_doer(item, deed):
                yield deed.actors
                yield prepositional(reading.grammar, token, "by", "from")
                return
            yield from _sides(deed, doer=doer, where=where)
        for about in (token, *prepositional(reading.grammar, token, *WITHIN)):
            yield from _owners(reading, about, where=where)
    if item.frame.type == "PROTEST":
        yield from _aims(reading, item, deeds, below)
    else:
        yield from _told_below(reading, item, deeds, below)


def _told_below(
    reading: Reading, item: Framed, deeds: dict[int, Framed], below: dict[int, list[Clause]]
) -> Iterator[Tokens]:
    """Who does, or undergoes, what the statement under the words tells ("agreed to free them")."""
    doer, where = item.frame.type in OF_THE_DOER, not item.frame.two_sided
    for clause in below.get(item.clause.verb, ()):
        if clause.how not in HOW[:2]:
            continue
        deed = deeds.get(clause.predicate)
        if doer:
            yield clause.fillers("object" if clause.passive else "subject")
        if deed is not None:
            yield from _sides(deed, doer=doer, where=where)
        yield clause.fillers(*(UNDERGOING[1:] if clause.lemma.split()[0] in GIVING else UNDERGOING))
        for token in clause.fillers("object"):
            yield from _owners(reading, token)


def _aims(reading: Reading, item: Framed, deeds: dict[int, Framed], below: dict[int, list[Clause]]) -> Iterator[Tokens]:
    """Against whom a protest is: those of whom it demands or condemns something ("to demand the resignation of", "in
    protest of the government's refusal")."""
    for token in (item.clause.verb, item.clause.predicate, item.last):
        for clause in below.get(token, ()):
            deed = deeds.get(clause.predicate)
            if deed is not None and deed.frame.type in AIMS:
                yield deed.recipients
                for owned in (*deed.recipients, *clause.fillers("object", "for")):
                    yield from _owners(reading, owned)
    for slot in ("against", "over", "at", "of", "to"):
        for token in item.clause.fillers(slot):
            yield from _owners(reading, token)


def _is_laid_to_its_doer(item: Framed, deed: Framed) -> bool:
    """ "The arrest of nine teachers was denounced", "a rally against the killing of a boy", "demanded their release":
    whoever is to answer for it, it is not those who undergo it."""
    freed = item.frame.type == "REQUEST" and deed.frame.mode == "release"
    return freed or (item.frame.type in ("ACCUSE", "PROTEST") and deed.frame.type in VIOLENCE)


def _sides(deed: Framed, *, doer: bool, where: bool) -> Iterator[Tokens]:
    yield deed.actors if doer else deed.recipients
    yield deed.recipients if doer else deed.actors
    yield deed.grounds if where else ()


def _owners(reading: Reading, token: int, *, where: bool = True) -> Iterator[Tokens]:
    """Who stands before a noun or behind its prepositions: "South Korea's demand", "sanctions on Burma", "a
    Senegalese plan". where: also who is named by the place it is in; two who sign in a city sign with nobody there."""
    grammar = reading.grammar
    yield tuple(c for c in grammar.children[token] if grammar.deps[c] == "poss" and grammar.tags[c] != "PRP$")
    for word in OWNERS if where else OWNERS[:-1]:
        behind = prepositional(grammar, token, word)
        yield behind
        yield tuple(child for inner in behind for child in grammar.children[inner] if grammar.deps[child] in BEFORE)
    yield tuple(
        child for child in grammar.children[token] if grammar.deps[child] in BEFORE and _may_own(reading, child)
    )


def _may_own(reading: Reading, word: int) -> bool:
    """A "general strike" is no general's: an adjective owns only as a name does."""
    return reading.grammar.deps[word] != "amod" or reading.grammar.words[word][0].isupper()
