"""Whose people or things a noun names: the party in its modifiers, behind it, or meant by its possessive."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sayso.codebook import load_codebook
from sayso.extract.names.names import NameMatch
from sayso.extract.names.people_roles import antecedent
from sayso.extract.names.roster import PartyDraft
from sayso.extract.phrase import is_bare_definite, is_compound_prefix, is_prefixed
from sayso.extract.who.cast import Cast, Identity
from sayso.parse import Grammar, conjuncts, meant, prepositional

OWNER_DEPS = frozenset(("compound", "amod", "nmod", "poss", "appos"))
JOINED_TAGS = frozenset(("JJ", "NNP", "NNPS", "NN"))
OWNER_PREPOSITIONS = frozenset(("of", "from", "for", "with"))
OF_A_GROUP, BEARING = frozenset(("of", "from")), frozenset(("armed_group", "coalition"))

FARTHEST_SHARED = 5
"""Tokens from an adjective to the noun that it shares with another."""
MINISTRY = "ministry"
WITH_OFFICES = frozenset(("intergovernmental", "ngo"))
OF_STATES = frozenset(("state", "state_force", "intergovernmental", "people", "civilians"))
NO_STATES = frozenset(
    ("tribal", "religious", "clan", "church", "civic", "communal", "community", "ethnic", "opposition", "separatist",
     "insurgent", "guerrilla", "jihadist", "islamist", "muslim", "christian", "sunni", "shiite", "shia", "catholic",
     "protest", "student", "labour", "labor", "business", "union", "exiled", "dissident", "militant", "gang", "cartel",
     "rebel", "militia", "secessionist", "indigenous", "faction", "factional", "party")
)  # fmt: skip
"""What stands before leaders and others with a role who are not their state's."""
MAKES = frozenset(("fighter", "bomber", "patrol", "attack", "transport", "carrier", "passenger", "hunter", "sniper"))
"""What stands before "jet", "plane" or "boat" and is nobody."""


def owner_of(cast: Cast, token: int) -> NameMatch | None:
    """The name in the noun's own phrase that says whose people they are, before it or behind."""
    grammar = cast.grammar
    for child in sorted(grammar.children[token], reverse=True):
        if child < token and grammar.deps[child] in OWNER_DEPS:
            for part in (child, *grammar.children[child], *_whose(grammar, child)):
                if (match := _owning(cast, part)) is not None:
                    return _rather_behind(cast, token, match)
    match = _owning(cast, token - 1)
    if match is not None and (grammar.heads[match.last] == token or _beside(cast, match, token)):
        return _rather_behind(cast, token, match)
    return _owner_behind(cast, token)


def office_of(cast: Cast, token: int) -> NameMatch | None:
    """ "The UN office in Gao", "the U.N. secretary-general's office": the body whose office or mission it is."""
    grammar = cast.grammar
    if grammar.tags[token] != "NN" or grammar.lemmas[token] not in load_codebook().names.organisations:
        return None
    match = owner_of(cast, token) or next((m for c in grammar.children[token] if (m := owner_of(cast, c))), None)
    return match if match is not None and match.entry.kind in WITH_OFFICES and match.last < token else None


def owner_before(cast: Cast, token: int) -> NameMatch | None:
    """ "The ministry" behind "Georgia's Defence Ministry": the state whose ministry was told of last."""
    grammar = cast.grammar
    if grammar.lemmas[token] != MINISTRY or not is_bare_definite(grammar, token):
        return None
    before = [t for t in grammar.tokens_of_lemmas((MINISTRY,)) if t < token and not is_bare_definite(grammar, t)]
    owner = owner_of(cast, before[-1]) if before else None
    return owner if owner is not None and owner.entry.kind == "state" else None


def speaks_for(cast: Cast, token: int) -> tuple[int, ...]:
    """ "Its press service", "the army's media office", "army intelligence": whoever speaks or acts by it."""
    grammar, words = cast.grammar, load_codebook().descriptions
    if " ".join(grammar.lemmas[max(0, token - 1) : token + 1]) not in words.mouthpieces:
        return ()
    return tuple(
        c for c in grammar.children[token] if grammar.deps[c] == "poss" or grammar.lemmas[c] in words.home_army
    )


def _rather_behind(cast: Cast, token: int, match: NameMatch) -> NameMatch:
    """ "Chadian rebels from the Front", "Syrian fighters of the Brigade": whose men they are, and not from where."""
    of_a_land = match.form == "adjective" and match.entry.kind == "state"
    behind = _owner_behind(cast, token, OF_A_GROUP) if of_a_land else None
    return behind if behind is not None and behind.entry.kind in BEARING else match


def _whose(grammar: Grammar, owner: int) -> tuple[int, ...]:
    """ "The Front, whose fighters", "the Front, a militia whose fighters": the noun for which "whose" stands, and what
    that stands beside."""
    if grammar.tags[owner] != "WP$":
        return ()
    noun = antecedent(grammar, owner)
    return (noun, grammar.heads[noun]) if grammar.deps[noun] == "appos" else (noun,)


def _beside(cast: Cast, match: NameMatch, token: int) -> bool:
    """ "Syrian government air strikes": an adjective before a noun before a noun says whose the first noun is."""
    heads = cast.grammar.heads
    return match.form == "adjective" and heads[match.last] > token and heads[token] > token


def _owning(cast: Cast, token: int) -> NameMatch | None:
    match = cast.name_at.get(token)
    if match is None or token in cast.person_at or is_compound_prefix(cast.grammar, match.last):
        return None
    return None if is_prefixed(cast.grammar, match.first) else match


def _owner_behind(cast: Cast, token: int, links: frozenset[str] = OWNER_PREPOSITIONS) -> NameMatch | None:
    """ "Fighters from the Popular Front": only parties that are no state, whose name is mostly a place."""
    grammar = cast.grammar
    for child in grammar.children[token]:
        if grammar.deps[child] == "conj":
            return None
        if grammar.deps[child] == "prep" and grammar.lowers[child] in links:
            for inner in grammar.children[child]:
                match = cast.name_at.get(inner)
                if match is not None and match.entry.kind != "state" and match.form in ("name", "acronym"):
                    return match
    return None


def is_army_before(cast: Cast, child: int, token: int) -> bool:
    """ "Army units": whose they are stands straight before them, and nothing behind tells them from the rest."""
    grammar = cast.grammar
    apart = any(grammar.deps[c] in ("acl", "relcl") for c in grammar.children[token])
    return child == token - 1 and not apart and grammar.lemmas[child] in load_codebook().descriptions.home_army


def leads_others(cast: Cast, token: int, owner: NameMatch) -> bool:
    """ "Congolese militia leaders", "an Iraqi tribal elder": whoever stands between the state and the role is led."""
    grammar, reading = cast.grammar, cast.reading
    between = [c for c in grammar.children[token] if owner.last < c < token and grammar.deps[c] in OWNER_DEPS]
    return any(
        grammar.lowers[child] in NO_STATES
        or any(entry.party_kind and entry.party_kind not in OF_STATES for entry in reading.classes(child))
        for child in between
    )


def joined_owners(cast: Cast, token: int) -> tuple[NameMatch, ...]:
    """Of "Thai and Cambodian soldiers" the Cambodians: adjectives of states joined to one that says whose they are."""
    grammar, names = cast.grammar, cast.name_at
    if grammar.tags[token] not in ("NNS", "NNPS") or grammar.tags[token - 1] not in JOINED_TAGS:
        return ()
    firsts = [c for c in grammar.children[token] if c < token and grammar.deps[c] in OWNER_DEPS and c in names]
    joined = [c for first in firsts for c in conjuncts(grammar, first)[1:] if c in names]
    found = [names[c] for c in (*firsts, *joined) if names[c].form == "adjective" and names[c].entry.kind == "state"]
    first = names.get(token) or owner_of(cast, token)
    return tuple(match for match in found if match != first) if joined else ()


def states_named(cast: Cast, tokens: Iterable[int]) -> Iterator[Identity]:
    """The states that the tokens name by a noun, whatever place they are too."""
    for match in (cast.name_at[token] for token in tokens if token in cast.name_at):
        if match.entry.kind == "state" and match.form != "adjective":
            yield Identity(party=cast.want(match.entry, span=match.span).key)


def joined_wholes(grammar: Grammar, token: int, membership: frozenset[str]) -> tuple[int, ...]:
    """Of "members of the army and policemen", "dozens of soldiers and militiamen" all whose people they are.
    membership: the nouns whose people are those of what stands behind "of"."""
    partitive = meant(grammar, token) != token or grammar.lemmas[token] in membership
    return prepositional(grammar, token, "of") if partitive else ()


def shared_noun(cast: Cast, token: int) -> int | None:
    """Of "between Thai and Cambodian soldiers" the soldiers, asked of the Thai: the noun that an adjective of a state
    shares with the one joined to it."""
    grammar = cast.grammar
    for noun in grammar.children[token]:
        if grammar.deps[noun] != "conj" or grammar.tags[noun] not in ("NNS", "NNPS") or noun - token > FARTHEST_SHARED:
            continue
        owner = cast.name_at.get(noun) or owner_of(cast, noun)
        joined = all(t in cast.name_at or grammar.lowers[t] in ("and", "or", ",") for t in range(token, noun))
        if owner is not None and owner.entry.kind in ("state", "state_force") and joined:
            return noun
    return None


def may_be_served(cast: Cast, token: int, party: str, role: int) -> bool:
    """Whether somebody whose role's noun is given can have it with the party that a token near it names: no
    "executive", no "North County", no village."""
    grammar, reading = cast.grammar, cast.reading
    if token < role and grammar.tags[token] in ("JJ", "VBN"):
        return reading.is_a(token, "armed", "group")
    if token > role and party.startswith("name ") and not reading.is_a(role, "role", "armed"):
        return False
    bare = token < role and grammar.deps[token] != "poss" and grammar.tags[token] in ("NNP", "NNPS")
    return not bare or cast.roster.parties[party].kind != "other" or grammar.words[token].isupper()


def is_far(cast: Cast, token: int, role: int) -> bool:
    """A state named within whom a role is for: "head of the Gaza health office" serves no Gaza."""
    heads, match = cast.grammar.heads, cast.name_at.get(token)
    around = (role, heads[role])
    near = heads[token] in around or heads[heads[token]] in around
    if match is None:
        return not near and not cast.reading.is_a(token, "armed", "group")
    return not near and match.entry.kind in ("state", "ethnic", "religious")


def user_of(
    grammar: Grammar, weapon: int, forces: frozenset[str], party_at: Callable[[int], PartyDraft | None]
) -> PartyDraft | None:
    """ "Rebel shells", "army jets", "shells fired by the army", "a shell of the rebels": who stands before a weapon, or
    behind it and "by" or "of". forces: words for an army and its branches; party_at: who a token names."""
    children = grammar.children[weapon]
    before = (c for c in children if grammar.deps[c] in ("poss", "compound") and grammar.lowers[c] not in MAKES)
    forces_before = (c for c in children if grammar.deps[c] == "amod" and grammar.lemmas[c] in forces)
    named = (c for c in forces_before if not is_prefixed(grammar, c))
    participles = [c for c in children if grammar.deps[c] == "acl" and grammar.tags[c] == "VBN"]
    behind = (t for c in participles for t in prepositional(grammar, c, "by"))
    tokens = (*sorted((*before, *named)), *behind, *prepositional(grammar, weapon, "of"))
    users = ((token, party) for token in tokens if (party := party_at(token)))
    return next((party for token, party in users if not _is_make(grammar, token, party)), None)


def _is_make(grammar: Grammar, token: int, party: PartyDraft) -> bool:
    """ "Tornado rockets", "Wasp drones": a name before a weapon that no list of parties has is that of its make."""
    return party.kind == "other" and grammar.deps[token] == "compound" and grammar.tags[token][:3] == "NNP"
