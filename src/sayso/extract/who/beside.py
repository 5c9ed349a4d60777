"""Who a noun is by what stands in apposition to it: a name behind a trade or an office, a group behind "a militia"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sayso.codebook import NounClass, load_codebook
from sayso.extract.names.class_keys import CLASS
from sayso.extract.names.names import NameMatch, are_alike, is_head
from sayso.extract.phrase import PROPER_TAGS, called, is_one, known_as, phrase_span
from sayso.extract.who.cast import NOBODY, Cast, Identity, person_key
from sayso.records import Span

GROUPS = frozenset(("armed_group", "coalition", "political"))
BANDS = GROUPS | {"state_force"}
PEOPLES = frozenset(("ethnic", "religious"))


class Beside:
    """The names beside the nouns of one report. `identify` tells whom the head of a noun phrase names; elsewhere:
    tokens of places and times."""

    def __init__(self, cast: Cast, identify: Callable[[int], Identity], elsewhere: frozenset[int]) -> None:
        self.cast, self.grammar, self.identify, self.elsewhere = cast, cast.grammar, identify, elsewhere
        self.roster, self.name_at, self.person_at = cast.roster, cast.name_at, cast.person_at
        words = load_codebook().descriptions
        self.against, self.general = words.against, words.general
        self.person_of = {p.role: p for p in cast.people if p.role is not None and p.role < p.first}

    def named(self, token: int, entry: NounClass) -> Identity | None:
        """ "The police spokesman, Mohammed S.", "the Falcons, a militia": the name in apposition says who it is."""
        grammar = self.grammar
        beside = [c for c in grammar.children[token] if grammar.deps[c] == "appos"]
        beside += [grammar.heads[token]] if grammar.deps[token] == "appos" or self._opens_name(token) else []
        beside += called(grammar, token)
        if not self._is_served(token, entry) and (person := self._person_beside(token, beside)) is not None:
            return person
        if party := next((m.entry for m in self._names_of(known_as(grammar, token)) if m.entry.kind in BANDS), None):
            return Identity(party=self.cast.want(party, span=self._phrase(token)).key)
        party = next((match.entry for match in self._names_of(beside)), None)
        general = self.general.get(grammar.lemmas[token], ())
        if party is None and (entry.party_kind in GROUPS or general) and is_one(grammar, token):
            named = [t for t in beside if grammar.tags[t] in PROPER_TAGS]
            return self._introduced_beside(token, entry, named) or self._aside_of(token)
        its_ally = grammar.lemmas[token] in self.against
        alike = its_ally or (party is not None and (are_alike(party.kind, entry.party_kind) or party.kind in general))
        if party is None or not alike or not is_one(grammar, token):
            return None
        return Identity(party=self.cast.want(party, span=self._phrase(token)).key)

    def _is_served(self, token: int, entry: NounClass) -> bool:
        """ "A spokesman for the contingent, Jean R.": the name is the spokesman's."""
        grammar, link = self.grammar, self.grammar.heads[token]
        role = grammar.heads[link] if grammar.deps[token] == "pobj" else token
        return entry.collective and role != token and self.cast.reading.is_a(role, "role")

    def _opens_name(self, token: int) -> bool:
        """ "The pro-independence movement CNRT": a common noun straight before the name of such a body."""
        common = self.grammar.deps[token] == "compound" and self.grammar.words[token].islower()
        match = self.name_at.get(token + 1) if common else None
        return match is not None and match.last == self.grammar.heads[token] and match.form in ("name", "acronym")

    def _introduced_beside(self, token: int, entry: NounClass, beside: Sequence[int]) -> Identity | None:
        """ "A rival force, FARK", "the Kaniyat, a militia": a name that no list has, and what kind of party it is."""
        free = (t for t in beside if not ({t} & (self.elsewhere | self.name_at.keys() | self.person_at.keys())))
        key = next((key for t in free if (key := self.identify(t).party)), None)
        if key is None:
            return None
        party = self.roster.parties[key]
        open_kind = party.kind == "other" or key.startswith(CLASS)
        party.kind = entry.party_kind if open_kind and entry.party_kind else party.kind
        party.spans.add(self._phrase(token))
        return Identity(party=key)

    def _aside_of(self, token: int) -> Identity | None:
        """ "The Agwelek forces, a militia": the group of whom the noun in apposition tells what they are."""
        common = self.grammar.deps[token] == "appos" and self.grammar.tags[token] not in PROPER_TAGS
        above = self.identify(self.grammar.heads[token]) if common else NOBODY
        party = self.roster.parties.get(above.party or "")
        return above if party is not None and party.kind in GROUPS and not party.key.startswith(CLASS) else None

    def _person_beside(self, token: int, beside: Sequence[int]) -> Identity | None:
        person = self.person_of.get(token) or next((self.person_at[t] for t in beside if t in self.person_at), None)
        return Identity(person=person_key(person)) if person is not None else None

    def _names_of(self, tokens: Sequence[int]) -> list[NameMatch]:
        named = ((t, match) for t in tokens if (match := self.name_at.get(t)) is not None)
        return [match for t, match in named if t == match.last or is_head(self.grammar, match, t)]

    def apposed(self, token: int) -> Identity | None:
        """ "Its mouthpiece, the Morning Herald", "the alcalde of Tame, Ana R.": whoever the name behind it says."""
        beside = [c for c in self.grammar.children[token] if self.grammar.deps[c] == "appos" and c > token]
        if (person := self._person_beside(token, beside)) is not None:
            return person
        named = (m for m in self._names_of(beside) if m.form in ("name", "acronym") and m.entry.kind not in PEOPLES)
        return next((Identity(party=self.cast.want(match.entry, span=match.span).key) for match in named), None)

    def _phrase(self, token: int) -> Span:
        return phrase_span(self.cast.reading, token)
