"""The cast of a report: its named parties and people in the roster, and all that pronouns and descriptions may refer
to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from typing import NamedTuple

from sayso.codebook import PartyEntry, load_codebook
from sayso.extract.acting import acts
from sayso.extract.names.name_book import known_name
from sayso.extract.names.names import NameMatch, head_in
from sayso.extract.names.people import PersonMention
from sayso.extract.names.roster import PartyDraft, PersonDraft, Roster
from sayso.extract.phrase import is_one_human
from sayso.extract.reading import Reading
from sayso.extract.who.entries import homes_of_entries
from sayso.extract.who.refer import Mention
from sayso.records import Span

NO_MENTION = frozenset(("compound", "oprd"))
"""How nouns hang that bring nobody up: "militia leaders", "taken prisoner"."""
PLAIN_PEOPLE = frozenset(("civilians", "people"))
SOURCE = "source"
"""The kind of a mention that is no party until somebody refers back to it: a statement, a broadcaster."""
SINGLE = frozenset(("state", "ngo", "media", "intergovernmental", "political"))
"""Kinds of parties that are "it", however their names end: the Syrian Observatory for Human Rights."""
BODIES_OF_MEN = frozenset(("forces", "brigades", "units", "guards", "battalions"))
BODIES = frozenset(("armed_group", "state_force", "coalition", "political"))
"""Kinds of parties that are "the group", "the force", "the movement" once they were named."""


class Identity(NamedTuple):
    """Keys into the roster; `how` is a step of inference, or empty where the words themselves name the party."""

    party: str | None = None
    person: str | None = None
    how: str = ""


NOBODY = Identity()


@cache
def states_by_country() -> dict[str, PartyEntry]:
    """The codebook's states by their country's alpha-2 code: those of today stand before those that are no more, and
    have adjectives, which their offices have not."""
    found: dict[str, PartyEntry] = {}
    for entry in load_codebook().parties:
        if entry.kind == "state" and entry.country and entry.adjectives:
            found.setdefault(entry.country, entry)
    return found


class Cast:
    """Names and people of one reading by token, with the roster that they fill.

    home: the country (alpha-2) that the report is about, where one is given or clearly leads among the states named.
    """

    def __init__(
        self, reading: Reading, names: tuple[NameMatch, ...], people: tuple[PersonMention, ...], *, home: str | None
    ) -> None:
        self.reading, self.grammar = reading, reading.grammar
        self.names, self.people = names, people
        self.roster = Roster()
        self.name_at: dict[int, NameMatch] = {t: m for m in names for t in range(m.first, m.last + 1)}
        self.person_at: dict[int, PersonMention] = {t: p for p in people for t in range(p.first, p.last + 1)}
        self.home = home or self._leading_country()
        for match in names:
            if match.form != "adjective":
                self._register(match)

    def _register(self, match: NameMatch) -> None:
        """What is named is on stage; a state only where it acts, since its name is mostly a place."""
        draft = self.entry(match.entry)
        if match.form != "metonym" and match.entry.kind != "state":
            draft.wanted = True
            draft.spans.add(match.span)

    def entry(self, entry: PartyEntry) -> PartyDraft:
        """The draft of a party of the codebook."""
        return self.roster.party(
            PartyDraft(
                key=entry.id, name=entry.name, kind=entry.kind, country=entry.country, wikidata=entry.wikidata,
                stands_for=frozenset(entry.stands_for),
            )
        )  # fmt: skip

    def want(self, entry: PartyEntry, *, span: Span | None = None, hint: Span | None = None) -> PartyDraft:
        """That draft, wanted in the record, with a span more that names it, or an adjective that hints at it."""
        draft = self.entry(entry)
        draft.wanted = True
        if span is not None:
            draft.spans.add(span)
        if hint is not None:
            draft.hints.add(hint)
        return draft

    def before_hyphen(self, token: int) -> Identity | None:
        """The party that a name, or the first part of "U.S.-backed", names."""
        match, word = self.name_at.get(token), self.grammar.words[token]
        if match is not None and match.last == token and "-" not in word:
            return Identity(party=self.want(match.entry, span=match.span).key)
        first, start = word.rpartition("-")[0] or word, self.grammar.starts[token]
        entry = known_name(first)
        return Identity(party=self.want(entry, span=(start, start + len(first))).key) if entry is not None else None

    def person(self, mention: PersonMention) -> PersonDraft:
        """The draft of a person by name, wanted in the record."""
        draft = self.roster.person(PersonDraft(key=person_key(mention), name=mention.name, title=mention.title))
        draft.wanted = True
        draft.spans.add(self.reading.span(mention.first, mention.last))
        return draft

    def id_of(self, identity: Identity) -> str | None:
        """The record's id of whoever it is, the person first; from here on they are wanted in the record."""
        drafts = (self.roster.people.get(identity.person or ""), self.roster.parties.get(identity.party or ""))
        for draft in drafts:
            if draft is not None and draft.named:
                draft.wanted = True
                return draft.id
        return None

    def is_organised(self, party: str | None) -> bool:
        """Whether the key is of a party that is more than a class of people."""
        return party is not None and self.roster.parties[party].kind not in PLAIN_PEOPLE

    def home_at(self, token: int) -> str | None:
        """The country (alpha-2) that the report, or the entry of it in which the token stands, is about."""
        return self._homes.get(self.grammar.block_of[self.grammar.sentence_of[token]], self.home)

    @cached_property
    def _homes(self) -> dict[int, str]:
        return homes_of_entries(self.grammar, self.names)

    def _leading_country(self) -> str | None:
        counts = Counter(
            m.entry.country for m in self.names if m.entry.kind in ("state", "state_force") and m.entry.country
        )
        ranked = counts.most_common(2)
        leads = ranked and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1])
        return ranked[0][0] if leads else None

    def mentions(self, unknown: Mapping[int, str]) -> list[Mention]:
        """What pronouns and descriptions may refer to, in order; unknown: last token of an organisation's name that no
        list has -> its key."""
        parties = self.roster.parties
        others = [Mention(token=t, party=key, kind=parties[key].kind) for t, key in unknown.items()]
        people = [Mention(token=p.last, person=person_key(p), kind="person") for p in self.people]
        found = (*self._named(), *others, *people, *self._classes(), *self._sources(set(unknown)))
        return sorted(found, key=lambda mention: mention.token)

    def _named(self) -> list[Mention]:
        return [
            Mention(
                token=(head := head_in(self.grammar, m)),
                party=m.entry.id,
                plural=self._is_of_many(head, m),
                kind=m.entry.kind,
            )
            for m in self.names
            if (m.form in ("name", "acronym") and m.entry.kind != "state")
            or (m.form != "adjective" and m.entry.kind == "state" and acts(self.grammar, m.last))
        ]

    def _is_of_many(self, head: int, match: NameMatch) -> bool:
        """ "The Houthis"; not "the Democratic Forces" or "Doctors Without Borders", each an "it", too."""
        tag, one_body = self.grammar.tags[head], match.first < head and self.grammar.lowers[head] in BODIES_OF_MEN
        return match.entry.kind not in SINGLE and (tag == "NNS" or (tag == "NNPS" and not one_body))

    def _classes(self) -> list[Mention]:
        grammar = self.grammar
        return [
            Mention(
                token=t,
                noun=grammar.lemmas[t],
                plural=grammar.tags[t] == "NNS",
                kind=entry.party_kind,
                one=is_one_human(grammar, t, entry),
            )
            for t in range(len(grammar))
            if grammar.tags[t][:2] == "NN" and grammar.deps[t] not in NO_MENTION and t not in self.name_at
            for entry in self.reading.classes(t)[:1]
            if entry.party_kind and (entry.party or entry.collective or entry.role or self._speaks(t))
            if grammar.tags[t] in ("NN", "NNS") or (entry.collective and self._is_titled(t))
        ]

    def _sources(self, named: set[int]) -> list[Mention]:
        """ "Houthi-run television reported", "the statement said": what is heard and is no class of people."""
        grammar, others = self.grammar, named | self.name_at.keys() | self.person_at.keys()
        heard = (t for t in range(len(grammar)) if grammar.deps[t] == "nsubj" and grammar.tags[t] == "NN")
        return [
            Mention(token=t, noun=grammar.lemmas[t], kind=SOURCE)
            for t in heard
            if t not in others and self._speaks(t) and not any(c.party_kind for c in self.reading.classes(t))
        ]

    def _is_titled(self, token: int) -> bool:
        """ "The General Staff": a collective noun with a capital and another one before it, and nobody's name."""
        tags = self.grammar.tags
        return token > 0 and tags[token - 1][:3] == "NNP" and not {token, token - 1} & self.person_at.keys()

    def _speaks(self, token: int) -> bool:
        """ "A teacher who escaped said": whoever is heard may be "he" or "they" afterwards."""
        if self.grammar.deps[token] == "appos" and self.grammar.lowers[self.grammar.heads[token]] == "one":
            token = self.grammar.heads[token]
        verb = self.grammar.heads[token]
        cues = self.reading.index.cue_verbs.get(self.grammar.lemmas[verb], ())
        return self.grammar.deps[token] == "nsubj" and any(not rest and cue.kind == "speech" for rest, cue in cues)


def person_key(mention: PersonMention) -> str:
    """The roster's key of a person by name."""
    return f"name {mention.name}"


def once(ids: Iterable[str | None]) -> tuple[str, ...]:
    """The ids that are there, each once, in order."""
    return tuple(dict.fromkeys(i for i in ids if i))
