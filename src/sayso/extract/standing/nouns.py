"""Relations that nouns state: "an ally of Iran", "their Russian partners", "a pact with Mali", "pro-junta militia"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sayso.codebook import Phrases, load_codebook
from sayso.extract.names.people_roles import antecedent
from sayso.extract.reading import HYPHENS
from sayso.extract.scene import Scene
from sayso.extract.standing.armed import WEAPONS
from sayso.extract.standing.called import GROUPS, called_so
from sayso.extract.standing.mutual import with_each_other
from sayso.extract.standing.sides import apposed, instances, is_in_a_list, is_refused, sides_of
from sayso.extract.standing.stated import SENT, Stated
from sayso.parse import Grammar, conjuncts, prepositional
from sayso.records.claims import Realis, RelationType

TIED = ("amod", "acomp", "acl", "advcl", "relcl", "oprd", "xcomp", "ccomp")
DEEMING = frozenset(
    ("see", "consider", "deem", "regard", "view", "know", "think", "believe", "describe", "perceive", "say")
)
OWN_FORCES = frozenset(("force", "army", "militia", "service", "unit"))
"""What states have as a matter of course."""
MEMBER = "member"
"""Of whom is a bond; whose ("its strongest member") is told here."""
OWNING_BODIES = frozenset(("armed_group", "coalition"))
MEDIA = frozenset(("agency", "outlet", "channel", "station", "broadcaster", "network", "newspaper", "website"))
"""Of groups these speak for them; states have others, too."""
OWNING = ("of", "for", "to")
WITH_EACH_OTHER = frozenset(("ally", "partner", "affiliate", "auxiliary", "adviser", "advisor", "proxy", "client"))
"""Nouns that name a party of themselves: "their Russian partners" are the Russians, and theirs."""
BESIDE = frozenset(("appos", "compound", "nmod"))
"""Where a noun only tells who somebody is."""
OF_NATIONS = frozenset(("proxy", "ally", "client", "foe", "adversary"))
HELPERS = frozenset(("ngo", "intergovernmental"))
"""Their partners are those who work with them for anybody's good."""
ASSEMBLED = frozenset(("political", "coalition"))
"""Those who are "close to" a capital in no other sense."""
LIST_WORDS = frozenset(("allied", "affiliated", "friendly", "other", "local", "associated"))
SIGNING = frozenset(("sign", "have", "make", "form", "conclude", "enter", "strike", "announce", "seal"))


@cache
def _nouns() -> Phrases[tuple[RelationType, bool]]:
    return Phrases((noun, (entry.type, entry.reversed)) for entry in load_codebook().relations for noun in entry.nouns)


@cache
def _pacts() -> Phrases[RelationType]:
    return Phrases((noun, entry.type) for entry in load_codebook().relations for noun in entry.pacts)


@cache
def _before() -> dict[str, RelationType]:
    return {word: entry.type for entry in load_codebook().relations for word in entry.before}


@cache
def _adjectives() -> dict[str, RelationType]:
    return {word: entry.type for entry in load_codebook().relations for word in entry.adjectives}


@cache
def _ties() -> dict[tuple[str, str], RelationType]:
    return {(a, b): entry.type for entry in load_codebook().relations for a, b in (tie.split() for tie in entry.ties)}


@cache
def _wanted() -> frozenset[str]:
    firsts = (first for first, _ in _ties())
    return frozenset((*_nouns().table, *_pacts().table, *_before(), *_adjectives(), *firsts))


def in_nouns(scene: Scene) -> Iterator[Stated]:
    """All relations that noun phrases state."""
    grammar, nouns, pacts, before, adjectives = scene.grammar, _nouns(), _pacts(), _before(), _adjectives()
    ties, wanted = {first for first, _ in _ties()}, _wanted()
    for token in sorted({*grammar.tokens_of_lemmas(wanted), *grammar.tokens_of(wanted)}):
        lemma, lower = grammar.lemmas[token], grammar.lowers[token]
        noun = grammar.tags[token][:2] == "NN"
        if noun and lemma in pacts.table and not scene.in_name(token):
            yield from _pact(scene, token)
            yield from _between(scene, token)
        if noun and lemma in nouns.table:
            yield from _called(scene, token)
        elif lower in ties and grammar.deps[_first_said(grammar, token)] in TIED:
            yield from _tied(scene, token)
        elif lower in before:
            yield from _prefixed(scene, token)
        if lower in adjectives:
            yield from _allied(scene, token)


def _called(scene: Scene, token: int) -> Iterator[Stated]:
    """ "Hezbollah, an ally of Iran", "the group's armed wing, the X", "their Russian partners"."""
    grammar = scene.grammar
    types = [kind for _, kind in _nouns().ending_at(grammar.lemmas, token, lowers=grammar.lowers)][:1]
    if not types:
        return
    kind, turned = types[0]
    own = grammar.lemmas[token] in OWN_FORCES
    if grammar.lemmas[token] == MEMBER and prepositional(grammar, token, "of"):
        return
    if (own and (grammar.deps[token] != "appos" or grammar.tags[token] == "NNP")) or (
        not turned and is_in_a_list(grammar, token)
    ):
        return
    first = _first_of_two(grammar, token)
    owning = [c for c in grammar.children[first] if not turned or kind != "part_of" or grammar.deps[c] == "prep"]
    owners = [t for c in owning for t in _owners(scene, c, branch=kind == "part_of")]
    called = [t for t in called_so(scene, first) if not _is_called_so(scene, t)]
    if grammar.lemmas[token] == "partner" and any(scene.kind(t) in HELPERS for t in (*owners, *called)):
        return
    if not called and (grammar.lemmas[token] in WITH_EACH_OTHER or _is_told_by_nation(scene, token, kind)):
        called = [token]
    if not owners and grammar.deps[token] == "attr" and grammar.tags[token] == "NNS":
        yield from with_each_other(scene, token, kind)
    nation = _nation(scene, token) if called and called != [token] and not owners else None
    if not called or ((own or grammar.lemmas[token] in MEDIA) and any(scene.kind(t) not in GROUPS for t in owners)):
        return
    obj = _of_whom(scene, token, owners, kind) if nation is None else scene.owner_in(nation)
    subject = tuple(i for i in _subjects(scene, called, token) if i not in obj) if obj else ()
    if subject and obj:
        one, other = (obj, subject) if turned else (subject, obj)
        tokens = sorted((*called, *owners, token))
        first, last = tokens[0], tokens[-1]
        if grammar.sentence_of[first] == grammar.sentence_of[last] == grammar.sentence_of[token]:
            realis = "negated" if is_refused(grammar, owners) else _realis(scene, token)
            yield Stated("noun", token, one, kind, other, grammar.span(first, last), realis)


def _of_whom(scene: Scene, token: int, owners: list[int], kind: RelationType) -> tuple[str, ...]:
    """Whose ally it is: a party, or a man by name ("Mr Assad's ally"), who stands for the party that he serves; his
    advisers are no party."""
    men = [t for t in owners if scene.kind(t) == "person"] if scene.grammar.lemmas[token] not in SENT else []
    told = kind == "arms" or scene.grammar.lemmas[token] in WITH_EACH_OTHER
    capitals = [t for t in owners if scene.is_metonym(t)] if told else []
    return scene.parties(*owners) or sides_of(scene, men, kind) or scene.state(*capitals)


def _realis(scene: Scene, token: int) -> Realis | None:
    """Who somebody is holds whatever becomes of the clause around: "never met its ally, the X"."""
    aside = scene.grammar.deps[token] in BESIDE
    return "happened" if aside and scene.status(token).realis not in ("happened", "ongoing") else None


def _is_called_so(scene: Scene, token: int) -> bool:
    """ "Factions of the X, the Y's foes": what somebody is called is nobody else."""
    grammar = scene.grammar
    owned = any(grammar.deps[c] == "poss" for c in grammar.children[token])
    return owned and grammar.tags[token] in ("NN", "NNS") and grammar.lemmas[token] in _nouns().table


def _is_told_by_nation(scene: Scene, token: int, kind: RelationType) -> bool:
    """ "Their Iranian backers": a nation's, who stand for it."""
    adjectives = (c for c in scene.grammar.children[token] if scene.grammar.deps[c] in ("amod", "compound"))
    return kind in ("backs", "arms", "funds", "opposes") and any(scene.kind(c) == "state" for c in adjectives)


def _nation(scene: Scene, token: int) -> int | None:
    """Whose "an Iranian proxy" is, by its adjective; only of nouns that tell no branch in a country."""
    grammar = scene.grammar
    if grammar.lemmas[token] not in OF_NATIONS:
        return None
    return next((c for c in grammar.children[token] if grammar.deps[c] == "amod" and scene.kind(c) == "state"), None)


def _subjects(scene: Scene, called: list[int], token: int) -> tuple[str, ...]:
    """Those who are called so; a noun that stands for itself is its own party, or that of its adjective."""
    if called != [token]:
        return scene.parties(*(t for t in called if scene.kind(t) != "person")) or scene.state(*called)
    return scene.parties(token) or scene.who(token)


def _owners(scene: Scene, child: int, *, branch: bool) -> tuple[int, ...]:
    """Whose ally, wing or coalition a noun is, by one of the words that hang on it; a branch may be one from them."""
    grammar, head = scene.grammar, scene.grammar.heads[child]
    if grammar.deps[child] == "poss":
        return (antecedent(grammar, child),) if grammar.tags[child] == "WP$" else conjuncts(grammar, child)
    named = (grammar.words[child][:1].isupper() or scene.in_name(child)) and "," not in grammar.words[child:head]
    bodies = OWNING_BODIES | {"intergovernmental"} if grammar.lemmas[head] == MEMBER else OWNING_BODIES
    if grammar.deps[child] in ("compound", "nmod") and scene.kind(child) in bodies:
        return (child,) if named else ()
    if grammar.deps[child] == "prep" and (
        grammar.lowers[child] in OWNING or (branch and grammar.lowers[child] == "from")
    ):
        found = tuple(t for c in grammar.children[child] if grammar.deps[c] == "pobj" for t in conjuncts(grammar, c))
        found = tuple(to for t in found for to in _supplied_to(grammar, t) or (t,))
        return tuple(member for t in found for member in instances(grammar, t)) or found
    return ()


def _supplied_to(grammar: Grammar, token: int) -> tuple[int, ...]:
    """ "Supplier of arms to Kyiv": whom they are brought to."""
    return prepositional(grammar, token, "to") if grammar.lemmas[token] in WEAPONS else ()


def _first_of_two(grammar: Grammar, token: int) -> int:
    """ "Rwanda's arms supplier and closest ally": the first of two such nouns, which has the owner of both."""
    first = grammar.heads[token]
    owned = any(grammar.deps[c] in ("poss", "det", "prep") for c in grammar.children[token])
    joined = grammar.deps[token] == "conj" and grammar.lemmas[first] in _nouns().table and not owned
    return first if joined and any(grammar.deps[c] == "poss" for c in grammar.children[first]) else token


def _tied(scene: Scene, token: int) -> Iterator[Stated]:
    """ "Fighters loyal to the government", "the militia is close to the army"."""
    grammar = scene.grammar
    head = grammar.heads[_first_said(grammar, token)]
    clause = scene.reading.clause_at.get(head) if grammar.deps[token] == "acomp" else None
    subjects = clause.slots.get("subject", ()) if clause is not None else (apposed(scene, head),)
    subjects = _deemed(scene, head) or subjects
    if _is_told_of_another(grammar, token):
        return
    for child in grammar.children[token]:
        kind = _ties().get((grammar.lowers[token], grammar.lowers[child]))
        others = [t for c in grammar.children[child] if grammar.deps[c] == "pobj" for t in conjuncts(grammar, c)]
        subject, obj = (scene.who(*subjects), sides_of(scene, others, kind)) if kind else ((), ())
        near = grammar.lowers[token] == "close"
        if kind and not obj and (not near or all(scene.kind(t) in ASSEMBLED for t in subjects)):
            obj = scene.state(*(t for t in others if scene.is_metonym(t)))
        if subject and obj and not any(scene.kind(t) in ("civilians", "people", "person", None) for t in subjects):
            tokens = (*subjects, *others, token)
            yield Stated("noun", token, subject, kind, obj, grammar.span(min(tokens), max(tokens)), "happened")


def _first_said(grammar: Grammar, token: int) -> int:
    """ "Led by a tycoon and close to the king": the first of two that are said of a noun."""
    first = grammar.heads[token]
    joined = grammar.deps[token] == "conj" and grammar.tags[token][0] in "JVR" and grammar.tags[first] in ("VBN", "JJ")
    return first if joined else token


def _is_told_of_another(grammar: Grammar, token: int) -> bool:
    """ "Venezuela, where it is allied with officers": a relative clause with a subject of its own."""
    own = [c for c in grammar.children[token] if grammar.deps[c] in ("nsubj", "nsubjpass")]
    return grammar.deps[token] == "relcl" and any(grammar.tags[c] not in ("WDT", "WP") for c in own)


def _deemed(scene: Scene, head: int) -> tuple[int, ...]:
    """ "The brigade, seen as loyal to the president", "is considered close to the army": who is held to be so."""
    grammar = scene.grammar
    over = grammar.heads[head] if grammar.lowers[head] == "as" else head
    clause = scene.reading.clause_at.get(over) if grammar.lemmas[over] in DEEMING else None
    return tuple(apposed(scene, t) for t in clause.slots.get("object", ())) if clause is not None else ()


def _pact(scene: Scene, token: int) -> Iterator[Stated]:
    """ "Niger, which signed a defence pact with Mali"."""
    grammar, clause = scene.grammar, scene.reading.owner(scene.grammar.heads[token])
    if clause is None or clause.lemma not in SIGNING or not _pacts().ending_at(grammar.lemmas, token):
        return
    partners = [t for c in grammar.children[token] if grammar.lowers[c] == "with" for t in grammar.children[c]]
    partners += clause.slots.get("with", ())
    if not partners:
        yield from with_each_other(scene, token, _pacts().ending_at(grammar.lemmas, token)[0][1])
    subjects = clause.slots.get("subject", ())
    subject, obj = scene.parties(*subjects), scene.parties(*partners)
    if subject and obj and scene.status(clause.predicate).realis in ("happened", "ongoing"):
        tokens = [t for t in (*subjects, *partners, token) if grammar.sentence_of[t] == grammar.sentence_of[token]]
        kind = _pacts().ending_at(grammar.lemmas, token)[0][1]
        yield Stated("noun", token, subject, kind, obj, grammar.span(min(tokens), max(tokens)))


def _between(scene: Scene, token: int) -> Iterator[Stated]:
    """ "The uneasy alliance between the militia and the army is coming apart"."""
    grammar, kinds = scene.grammar, _pacts().ending_at(scene.grammar.lemmas, token)
    sides = [t for first in prepositional(grammar, token, "between") for t in conjuncts(grammar, first)]
    if len(sides) < 2 or not kinds or scene.status(token).realis not in ("happened", "ongoing"):
        return
    subject, obj = scene.parties(sides[0]), scene.parties(*sides[1:])
    if subject and obj:
        yield Stated("noun", token, subject, kinds[0][1], obj, grammar.span(token, max(sides)))


def _prefixed(scene: Scene, token: int) -> Iterator[Stated]:
    """The militia of "pro-government militia" backs the government."""
    grammar, last = scene.grammar, token + 2
    if last + 1 >= len(grammar) or grammar.words[token + 1] not in HYPHENS:
        return
    noun = next((t for t in range(last + 1, min(last + 4, len(grammar))) if grammar.tags[t] in ("NNS", "NN")), None)
    if noun is None or scene.kind(noun) in ("civilians", "people", "media"):
        return
    subject, obj = scene.who(noun), scene.owner_in(last) or scene.parties(last)
    if subject and obj:
        yield Stated("noun", noun, subject, _before()[grammar.lowers[token]], obj, grammar.span(token, noun))


def _allied(scene: Scene, token: int) -> Iterator[Stated]:
    """ "The army and allied militias": allied with those named before."""
    grammar = scene.grammar
    noun = grammar.heads[token]
    if grammar.deps[token] != "amod" or grammar.deps[noun] != "conj":
        return
    first = grammar.heads[noun]
    subject, obj = scene.who(noun), scene.parties(first)
    if subject and obj and scene.kind(noun) not in ("civilians", "people"):
        yield Stated("noun", noun, subject, _adjectives()[grammar.lowers[token]], obj, grammar.span(first, noun))


def listed_on(scene: Scene, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """The last of a list that the parser cut off: "supported by Russia, Iran and allied Shiite militias"."""
    grammar = scene.grammar
    if len(tokens) < 2:
        return ()
    at = max(tokens) + 1
    if at + 2 >= len(grammar) or grammar.lowers[at] != "and" or grammar.lowers[at + 1] not in LIST_WORDS:
        return ()
    return tuple(t for t in range(at + 2, min(at + 5, len(grammar))) if grammar.tags[t] == "NNS")[:1]
