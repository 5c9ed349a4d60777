"""Who a noun phrase is: by name, by person, by the party in its modifiers, by description, by reference back, or as a
class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sayso.codebook import NounClass, load_codebook
from sayso.extract.acting import acts
from sayso.extract.names.class_keys import CLASS, ClassKeys
from sayso.extract.names.genders import find_genders
from sayso.extract.names.names import NameMatch, is_told_by
from sayso.extract.names.people import PersonMention
from sayso.extract.names.roster import PartyDraft, PersonDraft
from sayso.extract.phrase import PROPER_TAGS, is_one, is_one_human, no_one, phrase_span, phrase_words
from sayso.extract.reading import Reading
from sayso.extract.said.sayings import Saying
from sayso.extract.who import owned
from sayso.extract.who.apart import joined_before, told_apart
from sayso.extract.who.beside import PEOPLES, Beside
from sayso.extract.who.cast import NOBODY, SOURCE, Cast, Identity, once, person_key
from sayso.extract.who.described import Describer
from sayso.extract.who.governing import of_its_head
from sayso.extract.who.introducer import Introducer
from sayso.extract.who.issuer import ISSUING, OURS, announcer, issuer_of
from sayso.extract.who.nameless import numbered_names, own_name, stands_in_name, unknown_name, unknown_organisations
from sayso.extract.who.paired import counted_before, of_two
from sayso.extract.who.parallel import done_to_before, said_of_before
from sayso.extract.who.refer import ARMED, FIRST_PERSON, PRONOUNS, UNARMED, Referrer
from sayso.extract.who.spoke_before import heard, who_spoke
from sayso.parse import meant, prepositional
from sayso.records import Span

NOUN_TAGS = frozenset(("NN", "NNS", "JJ", "NNP", "NNPS", "VBN"))
INSTRUMENTS = frozenset(("vehicle", "weapon"))


class Who:
    """The parties and people of one report. Ask with the head token of a noun phrase."""

    def __init__(
        self,
        reading: Reading,
        names: tuple[NameMatch, ...],
        people: tuple[PersonMention, ...],
        *,
        elsewhere: frozenset[int] = frozenset(),
        home: str | None = None,
    ) -> None:
        """`elsewhere`: tokens of places and times, which are nobody unless they act; home: the country that it is
        about."""
        self.reading, self.grammar, self.elsewhere = reading, reading.grammar, elsewhere
        self.cast = Cast(reading, names, people, home=home)
        self.roster, self.name_at, self.person_at = self.cast.roster, self.cast.name_at, self.cast.person_at
        self.words = load_codebook().descriptions
        self.keys = ClassKeys(reading, self.name_at, self.roster)
        named = {t: key for t in unknown_organisations(self.cast, elsewhere) if (key := unknown_name(self.cast, t))}
        self.numbered = numbered_names(self.cast, named)
        genders = {f"name {name}": gender for name, gender in find_genders(reading, people).items()}
        self.referrer = Referrer(reading, self.cast.mentions(named), genders)
        self.beside = Beside(self.cast, self.identify, elsewhere)
        self.describer = Describer(self.cast, self.referrer, self.keys)
        self.known: dict[int, Identity] = {}
        self.all_of: dict[int, tuple[Identity, ...]] = {}
        self.speakers_at: dict[int, tuple[int, ...]] = {}
        self.told_by: dict[int, tuple[int, ...]] = {}
        self.introducer = Introducer(self.cast, self.referrer, self.identify)
        for mention in people:
            self.introducer.introduce(mention)
        self.ids(*named)

    def hear(self, sayings: Sequence[Saying]) -> None:
        """Sayings in: from now on "we" within quotation marks is whoever says it, and "they" there is somebody else."""
        starts = self.grammar.starts
        self.speakers_at = heard(starts, [(span, one.speakers) for one in sayings for span in one.verbatim])
        self.told_by = heard(starts, [(span, one.speakers) for one in sayings for span in one.content])

    # -- asking -----------------------------------------------------------------------------------------------------
    def identify(self, token: int) -> Identity:
        """Who the noun phrase with this head is; NOBODY where it names nobody."""
        if token not in self.known:
            self.known[token] = NOBODY
            self.known[token] = self._identify(meant(self.grammar, token))
        return self.known[token]

    def ids(self, *tokens: int) -> tuple[str, ...]:
        """Heads in, ids of parties or people out, each once, in order; what they name is wanted in the record."""
        return once(self.cast.id_of(identity) for identity in self._each(tokens))

    def _each(self, tokens: Iterable[int]) -> Iterator[Identity]:
        for token in tokens:
            if token not in self.all_of:
                self.all_of[token] = (self.identify(token), *self._joined_with(token))
            yield from self.all_of[token]

    def organised(self, *tokens: int) -> tuple[str, ...]:
        """Ids of the organised parties among what the heads name."""
        parties = (identity.party for identity in self._each(tokens))
        return once(self.cast.id_of(Identity(party=p)) for p in parties if self.cast.is_organised(p))

    def belonging(self, token: int) -> tuple[str, ...]:
        """Ids of the party whose people the noun phrase names, where that is more than a class of people."""
        return self.organised(meant(self.grammar, token))

    def may_fight(self, token: int) -> bool:
        """Whether the head is a person or a party that may do violence: no news agency, no ministry of health."""
        key, person, _ = self.identify(token)
        party = self.roster.parties.get(key or "")
        return person is not None or (party is not None and party.kind not in UNARMED)

    def is_force(self, token: int) -> bool:
        """Whether the head is a party that bears arms."""
        party = self.roster.parties.get(self.identify(token).party or "")
        return party is not None and party.kind in ARMED

    def is_unarmed(self, token: int) -> bool:
        """Whether the head is a party that does no violence: a news agency, a monitor."""
        party, person, _ = self.identify(token)
        return person is None and party is not None and not self.may_fight(token)

    def speaker(self, token: int) -> tuple[str | None, str | None]:
        """(party id, person id) of whoever speaks; a person brings the party for whom they speak."""
        identity = self._one_of(token) or self.identify(token)
        if identity == NOBODY and self.grammar.tags[token][:2] in ("NN", "DT"):
            identity = self._class(meant(self.grammar, token), None)
        person = self.roster.people.get(identity.person or "")
        party = Identity(party=identity.party or (person and person.party))
        return self.cast.id_of(party), self.cast.id_of(Identity(person=identity.person))

    def _one_of(self, token: int) -> Identity | None:
        """ "One of its officials", "one of them, a nurse": a person without a name."""
        if self.grammar.lowers[token] != "one":
            return None
        beside = [c for c in self.grammar.children[token] if self.grammar.deps[c] == "appos"]
        if beside and beside[0] in self.person_at:
            return self.identify(beside[0])
        many = beside[0] if beside else meant(self.grammar, token)
        if many == token or self.grammar.tags[many] != ("NN" if beside else "NNS"):
            return None
        named = self.identify(many)
        return named if named.person is not None else self._unnamed(many)

    def prefix(self, token: int) -> tuple[str, ...]:
        """Ids of the party before a hyphen; a token such as "U.S.-backed" is known by its first part."""
        if (named := self.cast.before_hyphen(token)) is not None:
            return once([self.cast.id_of(named)])
        return self.ids(token) if self.grammar.tags[token][:2] == "NN" else ()

    def as_state(self, *tokens: int) -> tuple[str, ...]:
        """Ids of the states that the tokens name, whatever place they are too."""
        return once(map(self.cast.id_of, owned.states_named(self.cast, tokens)))

    def in_name(self, token: int) -> bool:
        """Whether the token stands within a party's or person's name, or within a run of proper nouns."""
        return stands_in_name(self.cast, token)

    def phrase(self, token: int) -> Span:
        """The noun with what stands before it in its phrase, without article or number."""
        return phrase_span(self.reading, token)

    # -- by name ----------------------------------------------------------------------------------------------------
    def _identify(self, token: int) -> Identity:
        if token in self.person_at:
            return Identity(person=person_key(self.person_at[token]))
        match = self.name_at.get(token)
        if match is not None and (led := self.describer.led_by(token)) is not None:
            return Identity(party=led, how="by description")
        if match is not None and (
            token == match.last or (match.form != "adjective" and is_told_by(self.grammar, match, token))
        ):
            return self._by_name(match.last, match)
        if self.grammar.lowers[token] in PRONOUNS:
            return self._by_reference(token)
        if (named := self._of_two_or_numbered(token)) is not None:
            return named
        if self.grammar.tags[token] in NOUN_TAGS and (found := self._by_class(token)) is not None:
            return found
        if (body := self._of_body(token)) is not None:
            return body
        if self.grammar.tags[token] in PROPER_TAGS and token not in self.elsewhere:
            return Identity(party=unknown_name(self.cast, token))
        return NOBODY

    def _of_body(self, token: int) -> Identity | None:
        """ "The UN office", "the mission" named before, "its mouthpiece, the Morning Herald"."""
        if (office := owned.office_of(self.cast, token)) is not None:
            return Identity(party=self.cast.want(office.entry, span=self.phrase(token)).key)
        voiced = (self._side_of(owner) for owner in owned.speaks_for(self.cast, token))
        if (called := next(voiced, None) or self.describer.called_so(token)) is not None:
            return Identity(party=called, how="by description")
        return self.beside.apposed(token) if self.grammar.tags[token] == "NN" else None

    def _of_two_or_numbered(self, token: int) -> Identity | None:
        """ "The 33rd Front", which is no front; "the latter"; the first of "the two groups"; a name cut short; those of
        whom so many were told of."""
        if (counted := counted_before(self.cast, token)) is not None and (found := self.identify(counted)) != NOBODY:
            return found._replace(how="by description")
        two = of_two(self.cast, self.referrer, token, self._side_of)
        described = two[0] if two else None if token in self.numbered else self.describer.shortened(token)
        if described is not None:
            return Identity(party=described, how="by description")
        numbered = self.numbered.get(token)
        return Identity(party=numbered) if numbered else None

    def _by_name(self, token: int, match: NameMatch) -> Identity:
        if match.form == "metonym" and not acts(self.grammar, token):
            return NOBODY
        if match.form == "adjective" and (noun := owned.shared_noun(self.cast, token)) is not None:
            entry = next((c for c in self.reading.classes(noun) if c.party_kind), None)
            if entry is not None:
                return self._of_owner(noun, entry, match)
        if match.form == "adjective" and self.grammar.tags[token] in ("NNS", "NNPS"):
            return self._class(token, None)
        return Identity(party=self.cast.want(match.entry, span=match.span).key)

    def _by_reference(self, token: int) -> Identity:
        speakers = self.speakers_at.get(token, ())
        if self.grammar.lowers[token] in FIRST_PERSON:
            return self._speaker_as(token, speakers[0]) if speakers else self._issuer(token)
        same = said_of_before(self.reading, token)
        if same is not None and (found := self.identify(same)) != NOBODY:
            return found
        parallel = done_to_before(self.reading, token)
        if parallel is not None and (found := self.identify(parallel)) != NOBODY:
            return found._replace(how="by pronoun")
        if parallel is not None and self.grammar.tags[parallel] != "NNS":
            return NOBODY
        apart = frozenset(key for t in speakers for key in (self._side_of(t), self.identify(t).person) if key)
        mention = self.referrer.pronoun(token, but=frozenset(meant(self.grammar, t) for t in speakers), apart=apart)
        if mention is None:
            return NOBODY
        if mention.person is not None:
            return Identity(person=mention.person, how="by pronoun")
        if mention.party is not None:
            party = self.identify(mention.token).party or mention.party
            if party == mention.party:
                self.roster.parties[party].spans.add(self.reading.span(token, token))
            return Identity(party=party, how="by pronoun")
        found = self.identify(mention.token)
        if found == NOBODY and mention.kind == SOURCE:
            found = self._class(mention.token, None)
        return found._replace(how="by pronoun") if found != NOBODY else NOBODY

    def _issuer(self, token: int) -> Identity:
        """ "Our forces", in a statement that bears the name of a party and stands in no quotation."""
        key = issuer_of(self.cast) if self.grammar.lowers[token] in OURS else None
        if key is None and self.grammar.lowers[token] in OURS and (opens := announcer(self.reading)) is not None:
            party = self.roster.parties.get(self.identify(opens).party or "")
            key = party.key if party is not None and party.kind in ISSUING else None
        return Identity(party=key, how="by letterhead") if key is not None else NOBODY

    def _speaker_as(self, token: int, speaker: int) -> Identity:
        """ "I" is the person who speaks, "we" and "our" the party for whom they speak."""
        identity = self.identify(speaker)
        person = self.roster.people.get(identity.person or "")
        if self.grammar.lowers[token] in ("i", "me", "my") or person is None or person.party is None:
            return identity._replace(how="by pronoun") if identity != NOBODY else NOBODY
        return Identity(party=person.party, how="by pronoun")

    def _joined_with(self, token: int) -> tuple[Identity, ...]:
        """ "Thai and Cambodian soldiers", "members of A and B": all but the first; of "both sides" the others."""
        if counted_before(self.cast, token) is not None:
            return ()
        if further := of_two(self.cast, self.referrer, token, self._side_of)[1:]:
            return tuple(Identity(party=key, how="by description") for key in further)
        wholes = tuple(map(self.identify, owned.joined_wholes(self.grammar, token, self.words.membership)))
        if wholes and wholes[0].party == self.identify(token).party:
            return wholes[1:]
        others = owned.joined_owners(self.cast, token)
        entry = next((c for c in self.reading.classes(token) if c.party_kind), None) if others else None
        return tuple(self._of_owner(token, entry, other) for other in others) if entry is not None else ()

    # -- by common nouns --------------------------------------------------------------------------------------------
    def _by_class(self, token: int) -> Identity | None:
        """By what the codebook knows of the noun; None where it knows neither people nor what people use."""
        classes = self.reading.classes(token)
        people = next((c for c in classes if c.party_kind or c.unit == "people"), None)
        if people is not None:
            return NOBODY if self.keys.is_mass(token) or no_one(self.grammar, token) else self._by_noun(token, people)
        return self._of_instrument(token) if any(c.name in INSTRUMENTS for c in classes) else None

    def _by_noun(self, token: int, entry: NounClass) -> Identity:
        if (named := self.beside.named(token, entry)) is not None:
            return named
        if (owner := self._owner_of(token)) is not None:
            if (apart := self.describer.of_another_power(token, entry, owner.entry)) is not None:
                return Identity(party=apart)
            return self._of_owner(token, entry, owner)
        party = self._of_others(token, entry) or self.describer.described(token, entry)
        if party is not None and not self._is_own_side(token, party):
            self.roster.parties[party].spans.add(self.phrase(token))
            return Identity(party=party, how="by description")
        if is_one_human(self.grammar, token, entry) and (entry.role or self.referrer.speaks(token)):
            named = who_spoke(self.cast, self.referrer, self.keys, token)
            return Identity(person=named, how="by description") if named else self._unnamed(token)
        named = own_name(self.cast, token)
        return Identity(party=named) if named is not None else self._class(token, entry)

    def _owner_of(self, token: int) -> NameMatch | None:
        """ "The group's rival": whoever is called so by somebody is none of theirs."""
        apart = self.grammar.lemmas[token] in self.words.against
        has_owner = apart and any(self.grammar.deps[c] == "poss" for c in self.grammar.children[token])
        return None if has_owner else owned.owner_of(self.cast, token) or owned.owner_before(self.cast, token)

    def _of_others(self, token: int, entry: NounClass) -> str | None:
        """ "Its men", "the group's snipers", "members of the group", "army units", "a military convoy": the organised
        party that is spoken of as the owner."""
        lemma = self.grammar.lemmas[token]
        unarmed = entry.party_kind == "civilians" or (entry.party_kind is None and lemma not in self.words.membership)
        apart = unarmed or lemma in self.words.against
        if apart or (entry.role and is_one(self.grammar, token)):
            return None
        common = self.grammar.words[token].islower()
        owners = [c for c in self.grammar.children[token] if self.grammar.deps[c] == "poss" and common]
        if lemma in self.words.membership:
            owners += prepositional(self.grammar, token, "of", "from")
        if lemma in self.words.membership or entry.party_kind == "state_force":
            owners += [c for c in self.grammar.children[token] if owned.is_army_before(self.cast, c, token)]
        parties = [p for owner in owners if self.cast.is_organised(p := self._side_of(owner))]
        told = (of_its_head(self.cast, token, p) or self.describer.forces_of(token, p) for p in parties if p)
        return next((party for party in told if party), None)

    def _is_own_side(self, token: int, party: str) -> bool:
        """ "The invaders", in the mouth of the rebels' spokesman, are not the rebels; nor are those beside them."""
        apart = told_apart(self.grammar, token, self.told_by, hostile=self.words.hostile)
        apart = (*apart, *joined_before(self.grammar, token))
        return any(party == self._side_of(t) for t in apart)

    def _side_of(self, token: int) -> str | None:
        """The party that the head names, or for which the person that it names stands: "his men", "her group"."""
        identity = self.identify(token)
        person = self.roster.people.get(identity.person or "")
        return identity.party or (person.party if person is not None else None)

    def _of_instrument(self, token: int) -> Identity:
        """ "Russian bombers", "its jets": what strikes belongs to somebody, or to nobody who is named."""
        owner = owned.owner_of(self.cast, token)
        if owner is not None and owner.entry.kind not in PEOPLES:
            span = self.phrase(token) if owner.form == "adjective" and owner.last < token else owner.span
            return Identity(party=self.cast.want(owner.entry, span=span).key, how="by what they used")
        parties, forces = self.roster.parties, frozenset((*self.words.army, *self.words.branches))
        user = owned.user_of(self.grammar, token, forces, lambda c: parties.get(self.identify(c).party or ""))
        return Identity(party=user.key, how="by what they used") if user else NOBODY

    def _of_owner(self, token: int, entry: NounClass, owner: NameMatch) -> Identity:
        """People of a named party: fighters are the party, somebody with a role speaks for it, civilians are apart."""
        if owner.entry.kind == "state":
            return self._of_state(token, entry, owner)
        reports = owner.entry.kind == "media" and is_one_human(self.grammar, token, entry)
        apart = (entry.name in ("civilian", "held") or entry.party_kind == "civilians") and not reports
        if apart or owner.form == "adjective" or owner.entry.kind in PEOPLES:
            return self._class(token, entry)
        draft = self.cast.want(owner.entry, span=owner.span)
        draft.spans.add(self.phrase(token))
        if reports or (entry.role and not entry.collective and is_one(self.grammar, token)):
            return self._unnamed(token, party=draft.key)
        return Identity(party=draft.key)

    def _of_state(self, token: int, entry: NounClass, owner: NameMatch) -> Identity:
        lemma, one_with_a_role = self.grammar.lemmas[token], entry.role and is_one(self.grammar, token)
        if owned.leads_others(self.cast, token, owner):
            return self._unnamed(token) if one_with_a_role else self._class(token, entry)
        if lemma in self.words.army or lemma in self.words.branches:
            return Identity(party=self.describer.force(token, owner.entry))
        if lemma not in self.words.state and entry.party_kind != "state" and not one_with_a_role:
            return self._class(token, entry)
        draft = self.cast.want(owner.entry, span=owner.span if one_with_a_role else self.phrase(token))
        return self._unnamed(token, party=draft.key) if one_with_a_role else Identity(party=draft.key)

    def _class(self, token: int, entry: NounClass | None) -> Identity:
        """A class of people as a party of its own, named as the report names it: none of those who act on them ("the
        army captured 400 soldiers")."""
        kind = entry.party_kind if entry is not None and entry.party_kind else self.keys.office_kind(token)
        key = CLASS + self.keys.of(token)
        if key in self.roster.parties and self._is_own_side(token, key):
            key = f"{CLASS}other {self.keys.of(token)}"
        span, name = self.phrase(token), phrase_words(self.reading, token)
        draft = self.roster.party(PartyDraft(key=key, name=name, kind=kind))
        if span < min(draft.spans, default=span) and len(name.split()) <= len(draft.name.split()):
            draft.name = name
        draft.spans.add(span)
        return Identity(party=key)

    def _unnamed(self, token: int, *, party: str | None = None) -> Identity:
        """Somebody without a name who has a role: "a spokesman for the army"."""
        party = party or self.introducer.role_party(token)
        key, role = f"role {party} {self.keys.of(token)}", phrase_words(self.reading, token)
        if self.grammar.tags[token] == "NNS":
            role = role.removesuffix(self.grammar.words[token]) + self.grammar.lemmas[token]
        self.roster.person(PersonDraft(key=key, role=role, party=party)).spans.add(self.phrase(token))
        return Identity(party=party, person=key)
