"""What every claim of a report is set in: who, where, when, whose word, whether it happened. Claims get their common
fields here."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from sayso.extract.names.class_keys import CLASS
from sayso.extract.reading import Reading
from sayso.extract.realis.denied import is_beside_the_denial
from sayso.extract.realis.hedges import find_hedges
from sayso.extract.realis.status import Status, is_aside, status_of
from sayso.extract.said.sayings import Saying
from sayso.extract.setting.background import Context
from sayso.extract.setting.setting import Found, Setting
from sayso.extract.who.who import Who
from sayso.parse import Clause
from sayso.records import Span, Utterance, When, overlaps, tidy

FORMER = frozenset(("former", "ex", "ex-", "onetime"))
"""What parts somebody from the party of their role."""
STEP_COST = {"where": 0.04, "when": 0.04, "actor": 0.08, "recipient": 0.08, "speaker": 0.06}


def cost_of(step: str) -> float:
    """What a step of inference, as it is written into a claim's basis, takes from its confidence."""
    return STEP_COST.get(step.split(":")[0], 0.05)


class Scene:
    """One report's reading with its mentions resolved. Token numbers are those of `reading.grammar`."""

    def __init__(
        self,
        reading: Reading,
        who: Who,
        setting: Setting,
        *,
        utterances: Sequence[Utterance],
        sayings: Sequence[Saying],
        day: str | None,
    ) -> None:
        """`sayings`: those behind the utterances, in the same order."""
        self.reading, self.grammar, self.index = reading, reading.grammar, reading.index
        self._who, self.setting, self.utterances, self.day = who, setting, utterances, day
        self.context = Context(reading, setting.days)
        self.hedges = find_hedges(reading)
        self.hedge_starts = [start for start, _ in self.hedges]
        self._status: dict[int, Status] = {}
        self._told = self._innermost(sayings)
        self._spoken = {
            saying.cue_token: number
            for number, saying in enumerate(sayings)
            if saying.cue_token is not None and saying.speakers and saying.kind == "speech"
        }
        self._sayings = sayings

    def _innermost(self, sayings: Sequence[Saying]) -> dict[int, int]:
        """Token -> the number of the innermost saying in whose content it stands."""
        spans = [
            (span, number) for number, saying in enumerate(sayings) for span in (*saying.content, *saying.verbatim)
        ]
        starts, told = self.grammar.starts, {}
        for (start, end), number in sorted(spans, key=lambda row: row[0][0] - row[0][1]):
            for token in range(bisect_left(starts, start), bisect_left(starts, end)):
                told[token] = number
        return told

    # -- who --------------------------------------------------------------------------------------------------------
    def who(self, *tokens: int) -> tuple[str, ...]:
        """Noun phrase heads in, ids of parties or persons out: partitives, descriptions and pronouns resolved;
        conjoined heads are to be given each. A head that names nobody gives nothing."""
        return self._who.ids(*tokens)

    def state(self, *tokens: int) -> tuple[str, ...]:
        """Ids of the states that the heads name, whatever place they are too: whom one accuses, arms or sanctions."""
        return self._who.as_state(*tokens)

    def people(self, *tokens: int) -> tuple[str, ...]:
        """Like `who`, but a noun that no list has is a class of people."""
        return tuple(dict.fromkeys(p for token in tokens for p in self._who.speaker(token)[:1] if p))

    def is_metonym(self, token: int) -> bool:
        """Whether the head is a capital or a seat of power that may speak for its state."""
        match = self._who.name_at.get(token)
        return match is not None and match.form == "metonym"

    def opens_a_name(self, token: int) -> bool:
        """Whether a verb is the first word of a party's name: "Save the Children"."""
        start = self.grammar.starts[token]
        named = (
            {match.span[0] for match in self._who.name_at.values()} if self.grammar.words[token][:1].isupper() else ()
        )
        return start in named

    def in_name(self, token: int) -> bool:
        """Whether the token stands within somebody's name, or in a run of capitalised words that is one."""
        return self._who.in_name(token)

    def kind(self, token: int) -> str | None:
        """The kind of the party that the head names, "person" for a person, None where it names nobody."""
        identity = self._who.identify(token)
        if identity.party is not None:
            return self._who.roster.parties[identity.party].kind
        return "person" if identity.person is not None else None

    def people_named(self, token: int) -> str | None:
        """The name of the class of people that a pronoun stands for; None where it stands for anybody else."""
        party = self._who.roster.parties.get(self._who.identify(token).party or "")
        return party.name if party is not None and party.kind in ("civilians", "people") else None

    def how(self, token: int) -> str:
        """The step of inference by which the head was identified; empty where the words name the party themselves."""
        return self._who.identify(token).how

    def party_of(self, token: int) -> tuple[str, ...]:
        """The parties to whom the people of a noun phrase belong: "Syrian soldiers" -> the Syrian army; none for
        "civilians"."""
        return self._who.belonging(token)

    def is_class(self, token: int) -> bool:
        """Whether the head names a class of people ("a constable") and no party of its own name."""
        return (self._who.identify(token).party or "").startswith(CLASS)

    def parties(self, *tokens: int) -> tuple[str, ...]:
        """Like `who`, but only organised parties and states: no persons, no classes of people."""
        return self._who.organised(*tokens)

    def kinds(self, parties: Sequence[str]) -> tuple[str, ...]:
        """The kinds of the parties with these ids, in their order; persons have none."""
        known = self._who.roster.parties
        return tuple(known[party].kind for party in parties if party in known)

    def sides(self, *tokens: int) -> tuple[str, ...]:
        """Like `parties`; a person stands for the party that they lead or serve."""
        found = (i for t in tokens for i in (self._who.organised(t) or self._party_of_person(t)))
        return tuple(dict.fromkeys(found))

    def _party_of_person(self, token: int) -> tuple[str, ...]:
        party, person = self._who.speaker(token) if self.kind(token) == "person" else (None, None)
        role = self._who.roster.people[self._who.identify(token).person or ""].role if person else None
        return (party,) if party and person and not FORMER.intersection((role or "").lower().split()) else ()

    def owner_in(self, token: int) -> tuple[str, ...]:
        """Who stands before the hyphen of a compound: "U.S.-backed" -> the United States."""
        return self._who.prefix(token)

    def phrase(self, token: int) -> Span:
        """The noun with what stands before it in its phrase, without article or number."""
        return self._who.phrase(token)

    # -- where and when ----------------------------------------------------------------------------------------------
    def place(self, *tokens: int) -> tuple[str, ...]:
        """Noun phrase heads in, place ids out; heads that are no place give nothing."""
        found = (self.setting.places.get(token) for token in tokens)
        return tuple(dict.fromkeys(place for place in found if place))

    def is_common_place(self, token: int) -> bool:
        """Whether the head is a site without a name of its own: "a base of the army"."""
        return self.setting.places.get(token) in self.setting.nesting.common

    def clause(self, token: int) -> Clause | None:
        """The clause of a predicate token, or the nearest one above the token."""
        return self.reading.clause_at.get(token) or self.reading.owner(token)

    def where(self, token: int, *, harmed: bool = False) -> Found:
        """The places of the clause around a token and the step that gave them; harmed: of those who were harmed, and
        may then have been brought elsewhere."""
        clause = self.clause(token)
        return self.setting.where(clause, but_care=harmed) if clause is not None else Found(())

    def _settled(self, places: tuple[str, ...], token: int) -> tuple[str, ...]:
        clause = self.clause(token)
        return self.setting.settled(places, clause) if clause is not None else places

    def when(self, token: int) -> When | None:
        """The days of the clause around a token, with how they are known."""
        clause = self.clause(token)
        return self.setting.days.when(clause) if clause is not None else self.setting.days.covered()

    # -- whose word, and whether it happened --------------------------------------------------------------------------
    def utterance_at(self, token: int) -> Utterance | None:
        """The utterance that the token makes ("they accused ..."), else the innermost in whose content it stands."""
        number = self._spoken.get(token, self._told.get(token))
        return self.utterances[number] if number is not None else None

    def saying_at(self, token: int) -> Saying | None:
        """The saying behind that utterance."""
        number = self._told.get(token)
        return self._sayings[number] if number is not None else None

    def status(self, token: int) -> Status:
        """Realis and phase of the clause around a predicate token."""
        if token not in self._status:
            clause = self.clause(token)
            status = status_of(self.reading, clause) if clause is not None else Status()
            self._status[token] = self._as_said(token, status)
        return self._status[token]

    def _as_said(self, token: int, status: Status) -> Status:
        """What a cue makes of its content: denied is negated, threatened is planned, feared is possible."""
        saying = self.saying_at(token)
        if saying is None or saying.realis is None or status.realis not in ("happened", "ongoing"):
            return status
        clause = self.clause(token)
        beside = clause is not None and saying.realis == "negated" and is_beside_the_denial(self.reading, clause)
        if beside or (clause is not None and is_aside(self.reading, clause)):
            return status
        return status._replace(realis=saying.realis)

    def hedged(self, span: Span) -> tuple[Span, ...]:
        """The hedges that stand within a span or straight before it."""
        at = bisect_left(self.hedge_starts, span[0] - 30)
        found = []
        while at < len(self.hedges) and self.hedges[at][0] < span[1]:
            if overlaps(self.hedges[at], span) or 0 <= span[0] - self.hedges[at][1] <= 1:
                found.append(self.hedges[at])
            at += 1
        return tuple(found)

    def background(self, token: int, when: When | None) -> bool:
        """Whether the text tells it as context: a month or more before the news, in the past perfect under a date of
        its own, going on from what is so told, or to measure the news by."""
        return self.context.holds(self.clause(token), when)

    def common(
        self, token: int, *, evidence: tuple[Span, ...], confidence: float, method: str, **known: Any
    ) -> dict[str, Any]:
        """The fields that all claims share, for the clause around a predicate token. What is given in `known` (realis,
        where, when, basis, background ...) outranks what would be worked out; harmed: as in `where`. Ids come later."""
        place, harmed = known.pop("where", None), known.pop("harmed", False)
        found = Found(self._settled(place, token)) if place is not None else self.where(token, harmed=harmed)
        when = known.pop("when") if "when" in known else self.when(token)
        basis = (*known.pop("basis", ()), *((found.how,) if found.how else ()))
        if when is not None and when.basis != "stated":
            basis = (*basis, f"when: from the {when.basis}")
        utterance = self.utterance_at(token)
        evidence = tidy(evidence)
        fields = {
            "id": "", "utterance": utterance.id if utterance is not None else None, "realis": self.status(token).realis,
            "hedges": self.hedged(evidence[0]), "background": self.background(token, when), "when": when,
            "where": found.items, "confidence": self._confidence(confidence, basis), "method": method, "basis": basis,
            "evidence": evidence,
        }  # fmt: skip
        return {**fields, **known}

    @staticmethod
    def _confidence(start: float, basis: tuple[str, ...]) -> float:
        cost = sum(cost_of(step) for step in basis)
        return round(max(0.05, start - cost), 2)
