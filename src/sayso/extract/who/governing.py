"""Whose government "the government" is, where no word of its own says so."""

from __future__ import annotations

from sayso.codebook import PartyEntry, load_codebook
from sayso.extract.acting import acts
from sayso.extract.phrase import is_definite, set_apart
from sayso.extract.who.cast import Cast, states_by_country
from sayso.parse import Grammar, prepositional


def home_government(cast: Cast, token: int) -> PartyEntry | None:
    """The state that a bare "the government" is: of the capital that it sits in, else of the country that the report is
    about; None behind another state that may be meant."""
    grammar = cast.grammar
    if grammar.lemmas[token] not in load_codebook().descriptions.home_government or grammar.tags[token] != "NN":
        return None
    if not is_definite(grammar, token) or set_apart(grammar, token) is not None:
        return None
    if seats := prepositional(grammar, token, "in", "of", "at"):
        return _seated(cast, seats[0])
    home = cast.home_at(token)
    return None if home is None or _is_rivalled(cast, token, home) else states_by_country().get(home)


def of_its_head(cast: Cast, token: int, head: str) -> str | None:
    """ "Burhan's government", of a head whose name no list has: the state's own."""
    government = cast.grammar.lemmas[token] in load_codebook().descriptions.home_government
    state = states_by_country().get(cast.home_at(token) or "")
    if not government or cast.roster.parties[head].kind != "other" or state is None:
        return None
    return cast.want(state).key


def _seated(cast: Cast, seat: int) -> PartyEntry | None:
    """ "The government in Kinshasa", "of Mali"."""
    match = cast.name_at.get(seat)
    return match.entry if match is not None and match.entry.kind == "state" else None


def _is_rivalled(cast: Cast, token: int, home: str) -> bool:
    """Whether another state was the last to act: in the sentence before, or before what the government does here; or
    only this sentence names anybody of that country."""
    grammar, here = cast.grammar, cast.grammar.sentence_of[token]
    of_home = {grammar.sentence_of[match.last] for match in cast.names if match.entry.country == home}
    near = [
        match
        for match in cast.names
        if match.entry.kind == "state" and match.last < token and here - grammar.sentence_of[match.last] <= 1
    ]
    acting = [match for match in near if acts(grammar, match.last) and not _is_done_to(grammar, match.last, token)]
    return of_home == {here} or (bool(acting) and acting[-1].entry.country != home)


def _is_done_to(grammar: Grammar, actor: int, token: int) -> bool:
    """ "Turkey has armed the government": whoever does it is another."""
    return grammar.sentence_of[actor] == grammar.sentence_of[token] and grammar.deps[token] in ("dobj", "pobj")
