"""Who a person is when the report names them: their role, and the party for whom they speak or act."""

from __future__ import annotations

from collections.abc import Callable

from sayso.codebook import load_codebook
from sayso.extract.names.people_again import PersonMention
from sayso.extract.names.people_roles import antecedent, role_parties
from sayso.extract.phrase import PROPER_TAGS, is_bare_definite, phrase_span, phrase_words
from sayso.extract.who.cast import Cast, Identity
from sayso.extract.who.led import led_by
from sayso.extract.who.owned import is_far, may_be_served
from sayso.extract.who.refer import Referrer

SPEAKERS = ("spokes", "press secretary")
PRIVATE = frozenset(
    ("dissident", "exile", "refugee", "citizen", "national", "writer", "author", "poet", "novelist", "singer", "actor",
     "footballer", "student", "farmer", "shopkeeper", "trader", "businessman", "businesswoman", "activist", "blogger",
     "journalist", "photographer", "academic", "historian", "analyst", "aristocrat", "preacher", "emigrant", "hostage")
)  # fmt: skip
"""Roles that nobody has for the state of which he is a citizen."""
LED = frozenset(("armed_group", "coalition", "political", "religious"))
"""Kinds of parties that are somebody's without a word for what he is to them."""
SERVED = LED | {"state", "state_force", "ngo", "intergovernmental", "media", "other"}
"""Those that somebody may be said to lead."""


class Introducer:
    """The people of one report, as they are named. `identify` tells whom the head of a noun phrase names."""

    def __init__(self, cast: Cast, referrer: Referrer, identify: Callable[[int], Identity]) -> None:
        self.cast, self.reading, self.grammar = cast, cast.reading, cast.grammar
        self.referrer, self.identify = referrer, identify

    def introduce(self, mention: PersonMention) -> None:
        """A person by name, with the role and the party that the words around the name tell."""
        draft = self.cast.person(mention)
        if mention.role is not None and draft.role is None:
            draft.role = phrase_words(self.reading, mention.role)
            draft.spans.add(phrase_span(self.reading, mention.role))
            draft.party = self.role_party(mention.role) or draft.party
        if draft.party is None and mention.title is not None:
            draft.party = self._party_before(mention.first)
        draft.party = draft.party or self._spoken_for(mention)
        draft.party = draft.party or self._led_by(mention)

    def _party_before(self, first: int) -> str | None:
        """ "Ukrainian President V. Z.": an adjective or a name straight before the title says for whom."""
        token, titles = first - 1, load_codebook().names.titles
        if (owner := self._owner_of_title(first)) is not None:
            return owner
        while token >= 0 and token not in self.cast.name_at and self.grammar.tags[token] in PROPER_TAGS:
            token -= 1
        while token >= 0 and self.grammar.lowers[token].rstrip(".") in titles:
            token -= 1
        match = self.cast.name_at.get(token)
        return self.cast.want(match.entry, hint=match.span).key if match is not None else None

    def _owner_of_title(self, first: int) -> str | None:
        """ "Nato, whose Secretary-General V. Z.", "its President V. Z.": whose title it is."""
        head = self.grammar.heads[first] if self.grammar.deps[first] == "compound" else first
        owners = (c for c in self.grammar.children[head] if c < first and self.grammar.deps[c] == "poss")
        for token in (antecedent(self.grammar, c) for c in owners):
            match = self.cast.name_at.get(token)
            if match is not None:
                return self.cast.want(match.entry, span=match.span).key
        return None

    def _spoken_for(self, mention: PersonMention) -> str | None:
        """ "Spokesman Z. M. said", "Z. M., the spokesman, said": who speaks for nobody named does so for the party that
        was spoken of last."""
        role = mention.role
        bare = role is not None and is_bare_definite(self.grammar, role) and self.grammar.lowers[role]
        if not ((mention.title or "").lower().startswith(SPEAKERS) or (bare or "").startswith(SPEAKERS)):
            return None
        parties = self.cast.roster.parties.items()
        keys = {k for k, p in parties if (p.wanted or k.startswith("name ")) and self.cast.is_organised(k)}
        return self.referrer.nearest(mention.first, keys) if keys else None

    def _led_by(self, mention: PersonMention) -> str | None:
        """Who somebody leads or is of: a party that the words say they lead, else an armed group or the like."""
        for token, sure in led_by(self.reading, mention):
            if token in self.cast.person_at:
                continue
            match = self.cast.name_at.get(token)
            kinds = SERVED if sure else LED
            if match is not None and match.entry.kind in (kinds - {"state", "other"} if match.last == token else kinds):
                return self.cast.want(match.entry, span=match.span).key
            party = self.identify(token).party if match is None else None
            if party is not None and self.cast.roster.parties[party].kind in kinds:
                self.cast.roster.parties[party].wanted = True
                return party
        return None

    def _is_antecedent(self, token: int, role: int) -> bool:
        """ "Chad, whose president": the owner stands outside the role's own phrase."""
        owners = (c for c in self.grammar.children[role] if self.grammar.tags[c] == "WP$")
        return any(antecedent(self.grammar, c) == token for c in owners)

    def role_party(self, role: int) -> str | None:
        """The party for whom somebody has the role whose noun is given."""
        about = (t for t in role_parties(self.reading, role) if t not in self.cast.person_at)
        tokens = [t for t in about if self._is_antecedent(t, role) or not is_far(self.cast, t, role)]
        for token in sorted(tokens, key=lambda t: t not in self.cast.name_at):
            if (match := self.cast.name_at.get(token)) is not None:
                if match.form == "adjective" and self.grammar.lemmas[role] in PRIVATE:
                    return None
                span, hint = (None, match.span) if match.form == "adjective" else (match.span, None)
                return self.cast.want(match.entry, span=span, hint=hint).key
            party = self.identify(token).party
            if party is not None and may_be_served(self.cast, token, party, role):
                self.cast.roster.parties[party].wanted = True
                return party
        return None
