"""Who a noun phrase is: by name, by person, by the party in its modifiers, by description, by reference back, or as a class."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import NamedTuple

from sayso.codebook import NounClass, PartyEntry, load_codebook
from sayso.extract.acting import acts
from sayso.extract.compounds import compounds
from sayso.extract.name_book import known_name
from sayso.extract.names import NameMatch
from sayso.extract.people import PersonMention, role_parties
from sayso.extract.reading import Reading
from sayso.extract.refer import Mention, Referrer
from sayso.extract.roster import PartyDraft, PersonDraft, Roster
from sayso.parse import conjuncts, meant, prepositional
from sayso.records import Span

FORCE_WORDS = frozenset("army military force troop soldier serviceman personnel".split())
OWN_FORCE = frozenset("police navy gendarmerie coastguard guard".split())
STATE_WORDS = frozenset(
    "government authority official administration ministry minister president leader regime parliament cabinet state diplomat".split()
)
NOT_APART = frozenset(
    "remaining local same armed last few its their government these those other some any many heavily".split()
)
GENERAL_WORDS: dict[str, frozenset[str]] = {
    "group": frozenset(("armed_group", "ngo", "political", "coalition")),
    "organisation": frozenset(("ngo", "intergovernmental", "armed_group")),
    "organization": frozenset(("ngo", "intergovernmental", "armed_group")),
    "movement": frozenset(("armed_group", "political")),
    "agency": frozenset(("intergovernmental", "ngo", "media", "state")),
    "charity": frozenset(("ngo",)),
    "monitor": frozenset(("ngo",)),
    "watchdog": frozenset(("ngo",)),
    "alliance": frozenset(("coalition", "intergovernmental")),
    "coalition": frozenset(("coalition",)),
    "bloc": frozenset(("coalition", "intergovernmental")),
    "militia": frozenset(("armed_group",)),
    "party": frozenset(("political",)),
    "ministry": frozenset(("state",)),
    "broadcaster": frozenset(("media",)),
    "network": frozenset(("media", "ngo")),
}
"""General words and the kinds of party on stage that they can mean."""
HOME_FORCE_WORDS = frozenset("army military troop soldier".split())
BACKED = frozenset("backed supported led aligned allied sponsored trained dominated".split())
BACKED_KINDS = frozenset(("armed_group", "coalition", "state_force", "political"))
NOUN_TAGS = frozenset(("NN", "NNS", "JJ", "NNP", "NNPS", "VBN"))
INSTRUMENTS = frozenset(("vehicle", "weapon"))
MEMBERSHIP = frozenset(
    "member fighter leader commander supporter follower loyalist unit column leadership part wing branch remnant".split()
)
PRONOUNS = frozenset(
    "he she him her his hers they them their theirs it its who we us our i me my themselves itself himself herself".split()
)


@cache
def states_by_country() -> dict[str, PartyEntry]:
    """The codebook's states by their country's alpha-2 code."""
    return {entry.country: entry for entry in load_codebook().parties if entry.kind == "state" and entry.country}


class Identity(NamedTuple):
    """Keys into the roster; `how` is a step of inference, or empty where the words themselves name the party."""

    party: str | None = None
    person: str | None = None
    how: str = ""


NOBODY = Identity()
CLASS = "class "
"""How the keys of parties begin that are no more than a class of people."""


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
        """`elsewhere`: tokens of places and times, which are nobody unless they act; home: the country (alpha-2) that it is about."""
        self.reading, self.grammar = reading, reading.grammar
        self.names, self.people, self.elsewhere = names, people, elsewhere
        self.roster = Roster()
        self.backed_at = self._backed()
        self.name_at: dict[int, NameMatch] = {t: m for m in self.names for t in range(m.first, m.last + 1)}
        self.person_at: dict[int, PersonMention] = {t: p for p in self.people for t in range(p.first, p.last + 1)}
        self.known: dict[int, Identity] = {}
        self.acronyms: dict[str, str] = {}
        self.speaker_of: dict[int, Identity] = {}
        self._register_names()
        self.home = home or self._home()
        self.referrer = Referrer(reading, self._mentions())
        self._register_people()

    # -- what is named ----------------------------------------------------------------------------------------------
    def _register_names(self) -> None:
        for match in self.names:
            if match.form == "adjective":
                continue
            draft = self._entry(match.entry)
            if match.form == "metonym" or match.entry.kind == "state":
                continue
            draft.wanted = True
            draft.spans.add(match.span)

    def _entry(self, entry: PartyEntry) -> PartyDraft:
        return self.roster.party(
            PartyDraft(
                key=entry.id, name=entry.name, kind=entry.kind, country=entry.country, wikidata=entry.wikidata,
                stands_for=frozenset(entry.stands_for),
            )
        )  # fmt: skip

    def _register_people(self) -> None:
        for mention in self.people:
            draft = self.roster.person(PersonDraft(key=f"name {mention.name}", name=mention.name, title=mention.title))
            draft.wanted = True
            draft.spans.add(self.reading.span(mention.first, mention.last))
            if mention.role is not None and draft.role is None:
                draft.role = self._noun(mention.role)
                draft.party = self._role_party(mention.role) or draft.party
            if draft.party is None and mention.title is not None:
                draft.party = self._party_before(mention.first)

    def _party_before(self, first: int) -> str | None:
        """ "Ukrainian President V. Z.": an adjective or a name straight before the title says for whom."""
        token = first - 1
        while token >= 0 and self.grammar.lowers[token].rstrip(".") in load_codebook().names.titles:
            token -= 1
        match = self.name_at.get(token)
        return self._want(match.entry).key if match is not None else None

    def _role_party(self, role: int) -> str | None:
        for token in role_parties(self.reading, role):
            if token in self.person_at:
                continue
            match = self.name_at.get(token)
            if match is not None:
                return self._want(match.entry, span=match.span if match.form != "adjective" else None).key
            party = self.identify(token).party
            if party is not None:
                self.roster.parties[party].wanted = True
                return party
        return None

    def _want(self, entry: PartyEntry, *, span: Span | None = None) -> PartyDraft:
        draft = self._entry(entry)
        draft.wanted = True
        if span is not None:
            draft.spans.add(span)
        return draft

    def _home(self) -> str | None:
        """The country that the report is mostly about: alpha-2, only where it clearly leads."""
        counts = Counter(
            m.entry.country for m in self.names if m.entry.kind in ("state", "state_force") and m.entry.country
        )
        ranked = counts.most_common(2)
        if not ranked or (len(ranked) == 2 and ranked[0][1] < 2 * ranked[1][1]):
            return None
        return ranked[0][0]

    def _mentions(self) -> list[Mention]:
        """What pronouns and descriptions may refer to, in order."""
        rows = [
            Mention(
                token=m.last, party=m.entry.id, plural=self.grammar.tags[m.last] in ("NNS", "NNPS"), kind=m.entry.kind
            )
            for m in self.names
            if m.form in ("name", "acronym") and m.entry.kind != "state"
        ]
        rows += [Mention(token=p.last, person=f"name {p.name}", plural=False, kind="person") for p in self.people]
        rows += [
            Mention(token=m.last, party=m.entry.id, plural=False, kind="state")
            for m in self.names
            if m.form in ("name", "acronym", "metonym") and m.entry.kind == "state" and acts(self.grammar, m.last)
        ]
        rows += [
            Mention(token=t, noun=self.grammar.lemmas[t], plural=self.grammar.tags[t] == "NNS", kind=entry.party_kind)
            for t in range(len(self.grammar))
            if self.grammar.tags[t] in ("NN", "NNS") and self.grammar.deps[t] != "compound" and t not in self.name_at
            for entry in self.reading.classes(t)[:1]
            if entry.party_kind and (entry.party or entry.collective or entry.role)
        ]
        return sorted(rows, key=lambda row: row.token)

    def in_name(self, token: int) -> bool:
        """Whether the token stands within a party's or person's name, or within a run of proper nouns."""
        grammar = self.grammar
        if token in self.person_at or (token in self.name_at and self.name_at[token].form != "adjective"):
            return True
        if grammar.tags[token] not in ("NNP", "NNPS") or self.reading.block_kind(token) in ("headline", "heading"):
            return False
        around = [t for t in (token - 1, token + 1) if 0 <= t < len(grammar)]
        return any(grammar.tags[t] in ("NNP", "NNPS") and t not in self.name_at for t in around)

    def state_at(self, token: int) -> bool:
        """Whether the token names a state or the seat of its government."""
        match = self.name_at.get(token)
        return match is not None and match.entry.kind == "state" and match.form != "adjective"

    def as_state(self, *tokens: int) -> tuple[str, ...]:
        """Ids of the states that the tokens name, whatever place they are too."""
        found = [
            self._id(Identity(party=self._want(self.name_at[t].entry, span=self.name_at[t].span).key))
            for t in tokens
            if self.state_at(t)
        ]
        return tuple(dict.fromkeys(i for i in found if i))

    # -- asking -----------------------------------------------------------------------------------------------------
    def identify(self, token: int) -> Identity:
        """Who the noun phrase with this head is; NOBODY where it names nobody."""
        if token not in self.known:
            self.known[token] = NOBODY
            self.known[token] = self._identify(token)
        return self.known[token]

    def ids(self, *tokens: int) -> tuple[str, ...]:
        """Heads in, ids of parties or people out, each once, in order; what they name is wanted in the record."""
        found = [self._id(self.identify(token)) for token in tokens]
        return tuple(dict.fromkeys(i for i in found if i))

    def _id(self, identity: Identity) -> str | None:
        if identity.person is not None:
            person = self.roster.people[identity.person]
            person.wanted = True
            return person.id
        if identity.party is not None:
            party = self.roster.parties[identity.party]
            party.wanted = True
            return party.id
        return None

    def _identify(self, token: int) -> Identity:
        token = meant(self.grammar, token)
        if token in self.person_at:
            return Identity(person=f"name {self.person_at[token].name}")
        if (match := self.name_at.get(token)) is not None and token == match.last:
            return self._by_name(token, match)
        if self.grammar.lowers[token] in PRONOUNS:
            return self._by_reference(token)
        if self.grammar.tags[token] in NOUN_TAGS:
            classes = self.reading.classes(token)
            people = next((c for c in classes if c.party_kind or c.unit == "people"), None)
            if people is not None:
                return self._by_noun(token, people)
            if any(c.name in INSTRUMENTS for c in classes):
                return self._of_instrument(token)
        if self.grammar.tags[token] in ("NNP", "NNPS") and token not in self.elsewhere:
            return self._by_unknown_name(token)
        return NOBODY

    def _by_name(self, token: int, match: NameMatch) -> Identity:
        if match.form == "metonym" and not acts(self.grammar, token):
            return NOBODY
        if match.form == "adjective" and self.grammar.tags[token] in ("NNS", "NNPS"):
            return self._class(token, None)
        self._want(match.entry, span=match.span)
        return Identity(party=match.entry.id)

    def _by_reference(self, token: int) -> Identity:
        mention = self.referrer.pronoun(token)
        if mention is None:
            return NOBODY
        if mention.person is not None:
            return Identity(person=mention.person, how="by pronoun")
        if mention.party is not None:
            self.roster.parties[mention.party].spans.add(self.reading.span(token, token))
            return Identity(party=mention.party, how="by pronoun")
        found = self.identify(mention.token)
        return found._replace(how="by pronoun") if found is not NOBODY else NOBODY

    # -- common nouns -----------------------------------------------------------------------------------------------
    def _by_noun(self, token: int, entry: NounClass) -> Identity:
        lemma = self.grammar.lemmas[token]
        if (named := self._named_beside(token)) is not None:
            return named
        owner = self._owner(token)
        if owner is not None:
            return self._of_owner(token, entry, owner)
        if (party := self._of_others(token, entry, lemma)) is not None:
            self.roster.parties[party].spans.add(self.phrase(token))
            return Identity(party=party, how="by description")
        described = self._described(token, entry, lemma)
        if described is not None:
            self.roster.parties[described].spans.add(self.phrase(token))
            return Identity(party=described, how="by description")
        if entry.role and self.grammar.tags[token] in ("NN", "NNP") and not entry.collective:
            return self._unnamed(token)
        return self._class(token, entry)

    def _named_beside(self, token: int) -> Identity | None:
        """ "The police spokesman, Mohammed S.", "the health minister, A. H.": the name in apposition says who it is."""
        grammar = self.grammar
        beside = [c for c in grammar.children[token] if grammar.deps[c] == "appos"]
        if grammar.deps[token] == "appos":
            beside.append(grammar.heads[token])
        person = next((self.person_at[t] for t in beside if t in self.person_at), None)
        return Identity(person=f"name {person.name}") if person is not None else None

    def _of_others(self, token: int, entry: NounClass, lemma: str) -> str | None:
        """ "Its men", "their forces", "members of the group": the organised party that is spoken of as the owner."""
        if entry.party_kind == "civilians" or (entry.role and self.grammar.tags[token] in ("NN", "NNP")):
            return None
        owners = [c for c in self.grammar.children[token] if self.grammar.tags[c] == "PRP$"]
        if lemma in MEMBERSHIP:
            owners += prepositional(self.grammar, token, "of")
        parties = (self.identify(owner).party for owner in owners)
        return next(
            (p for p in parties if p and self.roster.parties[p].kind not in ("civilians", "people", "state")), None
        )

    def _of_instrument(self, token: int) -> Identity:
        """ "Russian bombers", "the army's drones", "its jets": what strikes belongs to somebody, or to nobody who is named."""
        owner = self._owner(token)
        if owner is not None and owner.entry.kind not in ("ethnic", "religious"):
            return Identity(party=self._want(owner.entry, span=owner.span).key, how="by what they used")
        owners = [c for c in self.grammar.children[token] if self.grammar.deps[c] in ("poss", "compound")]
        party = next((p for c in owners if (p := self.identify(c).party)), None)
        return Identity(party=party, how="by what they used") if party else NOBODY

    def _owner(self, token: int) -> NameMatch | None:
        """The name in the noun's own phrase that says whose people they are."""
        grammar = self.grammar
        for child in sorted(grammar.children[token], reverse=True):
            if grammar.deps[child] in ("compound", "amod", "nmod", "poss", "appos") and child < token:
                for part in (child, *grammar.children[child]):
                    match = self.name_at.get(part)
                    if match is not None and not self._is_prefix(part) and part not in self.person_at:
                        return match
        match = self.name_at.get(token - 1)
        if match is not None and not self._is_prefix(token - 1) and grammar.heads[match.last] == token:
            return match
        return self._owner_behind(token)

    def _owner_behind(self, token: int) -> NameMatch | None:
        """ "Fighters from the Popular Front", "members of X": only parties that are no state, whose name is mostly a place."""
        grammar = self.grammar
        for child in grammar.children[token]:
            if grammar.deps[child] == "conj":
                return None
            if grammar.deps[child] == "prep" and grammar.lowers[child] in ("of", "from", "for", "with"):
                for inner in grammar.children[child]:
                    match = self.name_at.get(inner)
                    if match is not None and match.entry.kind != "state" and match.form in ("name", "acronym"):
                        return match
        return None

    def _is_prefix(self, token: int) -> bool:
        """ "Iran-backed", "Kurdish-led": the name before the hyphen does not own the people."""
        after = token + 1
        return after < len(self.grammar) and self.grammar.words[after] in ("-", "–", "‑")

    def _of_owner(self, token: int, entry: NounClass, owner: NameMatch) -> Identity:
        lemma = self.grammar.lemmas[token]
        if owner.entry.kind == "state":
            return self._of_state(token, entry, owner, lemma)
        if owner.form == "adjective" or owner.entry.kind in ("ethnic", "religious"):
            return self._class(token, entry)
        if entry.name in ("civilian", "held") or entry.party_kind == "civilians":
            return self._class(token, entry)
        draft = self._want(owner.entry, span=owner.span)
        draft.spans.add(self.phrase(token))
        if entry.role and not entry.collective and self.grammar.tags[token] in ("NN", "NNP"):
            return self._unnamed(token, party=draft.key)
        return Identity(party=draft.key)

    def _of_state(self, token: int, entry: NounClass, owner: NameMatch, lemma: str) -> Identity:
        if lemma in FORCE_WORDS or lemma in OWN_FORCE:
            return Identity(party=self._force(token, owner.entry, "force" if lemma in FORCE_WORDS else lemma))
        if lemma in STATE_WORDS or entry.party_kind == "state":
            draft = self._want(owner.entry, span=self.phrase(token))
            if entry.role and self.grammar.tags[token] in ("NN", "NNP"):
                return self._unnamed(token, party=draft.key)
            return Identity(party=draft.key)
        if entry.role and self.grammar.tags[token] in ("NN", "NNP"):
            return self._unnamed(token, party=self._want(owner.entry, span=owner.span).key)
        return self._class(token, entry)

    def _force(self, token: int, state: PartyEntry, branch: str) -> str:
        """A state's army or police as a party of its own, however it is called."""
        listed = self._listed_force(state, branch)
        adjective = (state.adjectives or (state.name,))[0]
        name = f"{adjective} {'armed forces' if branch == 'force' else branch}"
        key = listed or f"{state.id} {branch}"
        draft = self.roster.party(PartyDraft(key=key, name=name, kind="state_force", country=state.country))
        draft.wanted = True
        draft.spans.add(self.phrase(token))
        return draft.key

    def _listed_force(self, state: PartyEntry, branch: str) -> str | None:
        """The state's one force that the report names in full and that such a word stands for."""
        word = "army" if branch == "force" else branch
        fits = {
            m.entry.id
            for m in self.names
            if m.entry.kind == "state_force" and m.entry.country == state.country and word in m.entry.stands_for
        }
        return fits.pop() if len(fits) == 1 else None

    def _described(self, token: int, entry: NounClass, lemma: str) -> str | None:
        """The party on stage that "the militants", "the group", "government troops" stands for; none on a tie."""
        if (backed := self._same_backer(token)) is not None:
            return backed
        apart = self._told_apart(token)
        if apart == "words":
            return None
        definite = self._is_definite(token)
        words = {lemma, self.grammar.lowers[token]}
        fits = {key for key, party in self.roster.parties.items() if party.wanted and words & party.stands_for}
        if apart == "number":
            return next(iter(fits)) if len(fits) == 1 else None
        if not fits and definite:
            fits = self._of_that_kind(token, entry, lemma)
        if fits and (definite or self._is_bare(token)):
            return self.referrer.nearest(token, {key for key in fits if not key.startswith(CLASS)} or fits)
        return self._home_force(token, lemma) if definite or self._is_bare(token) else None

    def _of_that_kind(self, token: int, entry: NounClass, lemma: str) -> set[str]:
        """Parties on stage of the kind that a general word can mean: "the group", "the agency", "the gunmen"."""
        if lemma in GENERAL_WORDS:
            kinds = GENERAL_WORDS[lemma]
            return {key for key, party in self.roster.parties.items() if party.wanted and party.kind in kinds}
        if entry.party_kind != "armed_group":
            return set()
        return {key for key, party in self.roster.parties.items() if party.spans and party.kind == "armed_group"}

    def _home_force(self, token: int, lemma: str) -> str | None:
        """ "The army", "government troops": the forces of the country that the report is about, where that is plain."""
        state = self._home_state()
        if state is None or lemma not in HOME_FORCE_WORDS:
            return None
        return self._force(token, state, "force" if lemma in FORCE_WORDS else lemma)

    def _home_state(self) -> PartyEntry | None:
        return states_by_country().get(self.home) if self.home else None

    def _same_backer(self, token: int) -> str | None:
        """ "U.S.-backed fighters": the one party that the report calls U.S.-backed by name elsewhere."""
        mark = self.backed_at.get(token)
        if mark is None:
            return None
        named = {
            self.name_at[t].entry.id
            for noun, other in self.backed_at.items()
            if other == mark
            for t in (noun, noun - 1, noun + 1)
            if t in self.name_at
            and self.name_at[t].form in ("name", "acronym")
            and self.name_at[t].entry.kind in BACKED_KINDS
        }
        return named.pop() if len(named) == 1 else None

    def _backed(self) -> dict[int, tuple[str, str]]:
        """Noun -> (who stands before the hyphen, the participle behind it), for all compounds such as "Iran-backed"."""
        found = {}
        for compound in compounds(self.reading, BACKED):
            owner = self.grammar.words[compound.owner]
            owner, _, behind = (
                owner.rpartition("-")
                if compound.owner == compound.participle
                else (owner, "", self.grammar.lowers[compound.participle])
            )
            entry = known_name(owner)
            found[compound.noun] = (entry.id if entry else owner.lower(), behind.lower())
        return found

    def _told_apart(self, token: int) -> str | None:
        """What sets the noun apart: "words" of its own ("Kurdish militias", "rival militants"), a "number", or nothing."""
        grammar, apart = self.grammar, None
        for child in grammar.children[token]:
            if child >= token or grammar.lowers[child] in NOT_APART:
                continue
            if grammar.deps[child] == "nummod":
                apart = apart or "number"
            elif grammar.deps[child] in ("amod", "compound", "nmod", "poss"):
                return "words"
        return apart

    def _is_definite(self, token: int) -> bool:
        return any(
            self.grammar.lowers[c] in ("the", "this", "these", "those", "that") and self.grammar.deps[c] == "det"
            for c in self.grammar.children[token]
        )

    def _is_bare(self, token: int) -> bool:
        return self.grammar.tags[token] in ("NNS", "NNPS") and not any(
            self.grammar.deps[c] in ("det", "nummod") for c in self.grammar.children[token]
        )

    def _class(self, token: int, entry: NounClass | None) -> Identity:
        """A class of people as a party of its own, named as the report names it."""
        name = self._noun(token)
        key = f"{CLASS}{self._class_key(token)}"
        kind = entry.party_kind if entry is not None and entry.party_kind else "people"
        draft = self.roster.party(PartyDraft(key=key, name=name, kind=kind))
        draft.spans.add(self.phrase(token))
        return Identity(party=key)

    def _class_key(self, token: int) -> str:
        """ "Local residents" and "residents" are one class; "Kurdish fighters" and "Arab fighters" are two."""
        names = sorted(
            self.name_at[c].entry.id for c in self.grammar.children[token] if c in self.name_at and c < token
        )
        return " ".join((*names, self.grammar.lemmas[token]))

    def _unnamed(self, token: int, *, party: str | None = None) -> Identity:
        """Somebody without a name who has a role: "a spokesman for the army"."""
        party = party or self._role_party(token)
        key = f"role {party} {self._class_key(token)}"
        draft = self.roster.person(PersonDraft(key=key, role=self._noun(token), party=party))
        draft.spans.add(self.phrase(token))
        return Identity(party=party, person=key)

    def _by_unknown_name(self, token: int) -> Identity:
        """A proper name that no list knows: an organisation by its last word, else whoever it is."""
        grammar = self.grammar
        first = token
        while (
            first - 1 >= 0
            and grammar.heads[first - 1] == token
            and grammar.deps[first - 1] in ("compound", "amod", "nmod")
        ):
            first -= 1
        name = self.reading.text[grammar.starts[first] : grammar.ends[token]]
        kind = load_codebook().names.organisations.get(grammar.lemmas[token], "other")
        draft = self.roster.party(PartyDraft(key=f"name {' '.join(name.split()).lower()}", name=name, kind=kind))
        draft.spans.add(self.reading.span(first, token))
        return Identity(party=draft.key)

    # -- words of a phrase -------------------------------------------------------------------------------------------
    def phrase(self, token: int) -> Span:
        """The noun with what stands before it in its phrase, without article or number."""
        return self.reading.span(self._first(token), token)

    def _first(self, token: int) -> int:
        grammar, first = self.grammar, token
        left = grammar.edges[token][0]
        for at in range(token - 1, left - 1, -1):
            if (
                grammar.tags[at] in ("DT", "PDT", "CD", "WDT", "PRP$", ",", "IN")
                or grammar.deps[at] in ("quantmod", "predet", "cc", "punct")
                and grammar.words[at] != "-"
            ):
                break
            first = at
        return first

    def _noun(self, token: int) -> str:
        start, end = self.phrase(token)
        return " ".join(self.reading.text[start:end].split())

    def spread(self, token: int) -> tuple[int, ...]:
        """The token with what is conjoined to it."""
        return conjuncts(self.grammar, token)

    def belonging(self, token: int) -> tuple[str, ...]:
        """Ids of the parties whose people the noun phrase names: its own party where that is organised, else its owner's."""
        token = meant(self.grammar, token)
        identity = self.identify(token)
        if identity.party is not None and self.roster.parties[identity.party].kind not in ("civilians", "people"):
            return (self._id(Identity(party=identity.party)) or "",)
        return ()

    def organised(self, *tokens: int) -> tuple[str, ...]:
        """Ids of the organised parties among what the heads name."""
        found = []
        for token in tokens:
            party = self.identify(token).party
            if party is not None and self.roster.parties[party].kind not in ("civilians", "people"):
                found.append(self._id(Identity(party=party)))
        return tuple(dict.fromkeys(i for i in found if i))

    def prefix(self, token: int) -> tuple[str, ...]:
        """Ids of the party before a hyphen; a token such as "U.S.-backed" is known by its first part."""
        match = self.name_at.get(token)
        if match is not None:
            return (self._id(Identity(party=self._want(match.entry, span=match.span).key)) or "",)
        start, word = self.grammar.starts[token], self.grammar.words[token]
        entry = known_name(word.rsplit("-", 1)[0]) if "-" in word else None
        if entry is not None:
            span = (start, start + len(word.rsplit("-", 1)[0]))
            return (self._id(Identity(party=self._want(entry, span=span).key)) or "",)
        return self.ids(token) if self.grammar.tags[token][:2] == "NN" else ()

    def speaker(self, token: int) -> tuple[str | None, str | None]:
        """(party id, person id) of whoever speaks; a person brings the party for whom they speak."""
        identity = self.identify(token)
        person = self.roster.people.get(identity.person or "")
        party = identity.party or (person.party if person is not None else None)
        return (
            self._id(Identity(party=party)) if party is not None else None,
            self._id(Identity(person=identity.person)) if identity.person is not None else None,
        )
