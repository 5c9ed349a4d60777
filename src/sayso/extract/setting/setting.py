"""Where a clause is set: its own place, else those around it, each step away written down; `days` says when."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from itertools import islice
from typing import NamedTuple

from sayso.extract.reading import Reading
from sayso.extract.setting.days import Days
from sayso.extract.setting.entries import entries_of
from sayso.extract.setting.everywhere import is_everywhere
from sayso.extract.setting.grounds import Grounds, ids_of
from sayso.extract.setting.joined import happenings_of, is_of_what_it_led_to, joined_to
from sayso.extract.setting.passing import is_by_the_way, is_on_the_way, places_that_open
from sayso.extract.setting.story import owner_above
from sayso.extract.setting.timed import is_apart, is_over, is_summed_up, tells_of_a_whole_war, when_of
from sayso.extract.where.nesting import Nesting
from sayso.extract.where.place_ranks import (
    LOCALS,
    is_kind,
    is_of_a_parley,
    is_of_an_aside,
    is_of_one_among_them,
    is_told_of_an_object,
    is_where_taken,
    is_whither_of_an_aside,
    rank_of,
)
from sayso.parse import Clause

CLIMB = 6
FAR = frozenset(f"where: from the {source}" for source in ("sentence before", "paragraph before", "dateline", "title"))
"""Steps that lead out of the sentence."""
PUBLISHING = frozenset(("publish", "release", "issue", "present", "launch", "compile"))
"""What is done with reports where those are who write them."""
HERE = frozenset(("where: from the sentence before", "where: from the heading"))
"""Of these the steps that stay in the paragraph or under its heading."""
WHEN = frozenset((None, "when", "as", "while", "after"))
SENTENCES_BACK = 4
ASIDES = (is_where_taken, is_whither_of_an_aside, is_of_an_aside, is_of_one_among_them, is_of_what_it_led_to)


class Found(NamedTuple):
    """Items with the step of inference that gave them (empty where they stand in the clause itself)."""

    items: tuple[str, ...]
    how: str = ""


class Setting:
    """Places by the clause that they stand in: token -> place id; `days` has the times."""

    def __init__(
        self, reading: Reading, *, places: dict[int, str], days: Days, dateline: str | None, nesting: Nesting
    ) -> None:
        self.reading, self.days, self.dateline, self.nesting = reading, days, dateline, nesting
        self.places, self.place_tokens = places, sorted(places)
        self.grounds = Grounds(reading, places, nesting)
        self.places_of = self._by_owner(places)
        self._in_sentence = cache(self._find_in_sentence)
        self._of_the_news = cache(self._find_of_the_news)
        self._opened = places_that_open(reading, self.place_tokens)
        self._where: dict[tuple[int, bool], Found] = {}

    def _by_owner(self, tokens: Sequence[int] | dict) -> dict[int, list[int]]:
        """Predicate of the clause -> the tokens that stand in it, those of sub-clauses left to these."""
        owned: dict[int, list[int]] = defaultdict(list)
        for token in sorted(tokens):
            clause = self.reading.owner(token)
            if clause is not None and clause.kind == "nominal" and is_kind(self.reading, clause.predicate):
                clause = owner_above(self.reading, clause) or clause
            if clause is not None:
                owned[clause.predicate].append(token)
        return owned

    def where(self, clause: Clause, *, but_care: bool = False) -> Found:
        """Place ids of the clause: its own, of the happenings in its slots, of the clauses above, of the sentence, of
        the last one; but_care: of the harmed, who were not harmed where they were brought."""
        found = self._where.get((clause.predicate, but_care))
        if found is None:
            found = self._where[clause.predicate, but_care] = self._set_in(clause, but_care=but_care)
        return found

    def _set_in(self, clause: Clause, *, but_care: bool) -> Found:
        told = (found for found in self.looks_where(clause, but_care=but_care) if found.items)
        found = next(told, Found(()))
        if found.items and all(map(self.nesting.is_sector, found.items)):
            found = next((one for one in told if one.how not in FAR), found)
        return found._replace(items=self.settled(found.items, clause))

    def settled(self, items: tuple[str, ...], clause: Clause) -> tuple[str, ...]:
        """ "The market": a site without a name is given with the named place that the clause is set in."""
        if not self.nesting.are_common(items):
            return items
        near = self.nesting.named(self._inside(clause)) or self._named_before(clause)
        first, after = self._sentence_of(clause)
        here = {self.places[token] for token in self._tokens_in(first, after)}
        if self.nesting.lie_in(items, here) and not self.nesting.lie_in(items, near):
            return items
        if near:
            return (*items, *near)
        if again := self.nesting.holders_told(items, before=self.reading.grammar.starts[first]):
            return (*items, *again)
        named = (self.nesting.named(found.items) for found in self.looks_where(clause))
        return (*items, *next((around for around in named if around), ()))

    def _sentence_of(self, clause: Clause) -> tuple[int, int]:
        return self.reading.grammar.sentences[self.reading.grammar.sentence_of[clause.predicate]]

    def _tokens_in(self, first: int, after: int) -> list[int]:
        """The tokens of places from one token to before another."""
        return self.place_tokens[bisect_left(self.place_tokens, first) : bisect_left(self.place_tokens, after)]

    def _named_before(self, clause: Clause) -> tuple[str, ...]:
        """ "Stormed the town of X, set the station ablaze": the named place that was last told of in the sentence."""
        first, _ = self._sentence_of(clause)
        named = [t for t in self._tokens_in(first, clause.predicate) if not self.nesting.are_common((self.places[t],))]
        return ids_of(self.places, self.grounds.set_here([t for t in named if not self._speaks(t)])[-1:])

    def looks_where(self, clause: Clause, *, but_care: bool = False) -> Iterator[Found]:
        """What each of these gives, in the order in which they are asked, nearest first."""
        yield Found(self._inside(clause, but_care=but_care))
        measures = self.days.yardsticks.measures
        apart = measures(clause)
        for upper in self.days.clauses_above(clause):
            if apart and not measures(upper):
                break
            yield Found(self._inside(upper, but_care=True), "where: from the clause above")
        for lower in self._told_within(clause):
            yield Found(self._inside(lower), "where: from the clause below")
        for beside in joined_to(self.reading, clause):
            yield Found(self._inside(beside), "where: from the clause beside")
            for lower in self._told_within(beside):
                yield Found(self._inside(lower), "where: from the clause below")
        if apart:
            return
        sentence = self.reading.grammar.sentence_of[clause.predicate]
        yield Found(self._in_sentence(sentence), "where: from the sentence")
        yield Found(self._of_locals(sentence), "where: from those who live there")
        if is_everywhere(self.reading, clause) or tells_of_a_whole_war(self.reading, clause):
            return
        when, day = self.days.when(clause), self.days.day
        apart = is_apart(when, day)
        near = is_summed_up(when, day)
        yield from (found for found in self._before(sentence, apart=apart) if found.how in HERE or not near)

    def _told_within(self, clause: Clause) -> list[Clause]:
        """ "Six died and two were hurt when a bomber struck X": what tells when it happened tells where."""
        return [one for one in self._times.get(clause.predicate, ()) if one.marker in WHEN]

    @cached_property
    def _times(self) -> dict[int, list[Clause]]:
        found: dict[int, list[Clause]] = defaultdict(list)
        for clause in self.reading.clauses:
            if clause.how == "time" and clause.governor is not None:
                found[clause.governor].append(clause)
        return found

    def _inside(self, clause: Clause, *, but_care: bool = False) -> tuple[str, ...]:
        """The places that stand in a clause; but_care: but those to which the harmed were brought."""
        tokens = [*self.places_of.get(clause.predicate, ()), *self._opened_by(clause)]
        for filler in (filler for fillers in clause.slots.values() for filler in fillers):
            for below in happenings_of(self.reading, filler):
                if below is not clause:
                    tokens += self.places_of.get(below.predicate, ())
                    tokens += self._told_of(below)
        if but_care:
            tokens = [token for token in tokens if not is_where_taken(self.reading, token)]
        return ids_of(self.places, self.grounds.set_here(tokens))

    def _opened_by(self, clause: Clause) -> list[int]:
        """ "In Goma, where fighting resumed": the place before a "where" is that of the clause behind it."""
        governor = clause.governor
        if clause.how != "relative" or governor not in self.places or governor not in clause.slots.get("in", ()):
            return []
        grammar = self.reading.grammar
        return [grammar.heads[governor], governor] if grammar.heads[governor] in self.places else [governor]

    def _told_of(self, happening: Clause) -> list[int]:
        """ "Killed in attacks that targeted X": the places of the relative clauses of which it is the subject."""
        told = self._relatives.get(happening.predicate, ()) if happening.kind == "nominal" else ()
        return [token for clause in told for token in self.places_of.get(clause.predicate, ())]

    @cached_property
    def _relatives(self) -> dict[int, list[Clause]]:
        found: dict[int, list[Clause]] = defaultdict(list)
        for clause in self.reading.clauses:
            governor = clause.governor
            if governor is not None and clause.how == "relative" and governor in clause.slots.get("subject", ()):
                found[governor].append(clause)
        return found

    def _find_in_sentence(self, sentence: int) -> tuple[str, ...]:
        return self.grounds.one_of(self._told_in(sentence))

    def _told_in(self, sentence: int) -> list[int]:
        """The tokens of the places in which a sentence is set, but those of whoever says it, and of asides."""
        first, after = self.reading.grammar.sentences[sentence]
        told = [t for t in self._tokens_in(first, after) if not self._speaks(t) and not self._is_left(t)]
        return [token for token in told if not is_told_of_an_object(self.reading, token)] or told

    def _lent_by(self, sentence: int, *, apart: bool, same: bool) -> tuple[str, ...]:
        """What a sentence gives to those behind it: what it tells of another time does not move the story; same: to
        those of its paragraph."""
        if not apart:
            return self._of_the_news(sentence, same)
        told = self._told_in(sentence)
        return self.grounds.one_of([token for token in told if not is_of_a_parley(self.reading, token)])

    def _find_of_the_news(self, sentence: int, same: bool) -> tuple[str, ...]:
        found = self._of_its_news(sentence, same)
        return found if same else tuple(place for place in found if place not in self._only_reached)

    def _of_its_news(self, sentence: int, same: bool) -> tuple[str, ...]:
        told = [token for token in self._told_in(sentence) if not self._is_long_past(token)]
        told = [token for token in told if same or self.places[token] not in self._only_reached]
        told = [token for token in told if not is_by_the_way(self.reading, token)]
        if found := self.grounds.one_of(told):
            return found
        named = [token for token in told if self.places[token] not in self.nesting.common]
        return self.grounds.one_of(named) or (self._of_the_main_clause(sentence, told) if told else ())

    @cached_property
    def _only_reached(self) -> frozenset[str]:
        """The places of which the report tells only that somebody went or came from there."""
        named = [token for token in self.place_tokens if self.reading.grammar.words[token][:1].isupper()]
        stayed = {self.places[token] for token in named if not is_on_the_way(self.reading, token)}
        return frozenset(self.places[token] for token in named) - stayed

    def _of_the_main_clause(self, sentence: int, told: list[int]) -> tuple[str, ...]:
        """Of several places the one where that is set which the sentence tells first of all."""
        main = self._main_of(sentence)
        mine = self.places_of.get(main.predicate, ()) if main is not None else ()
        return self.grounds.one_of([token for token in mine if token in told])

    def _main_of(self, sentence: int) -> Clause | None:
        """What a sentence tells first of all: its main clause, or what that one says."""
        grammar, (first, after) = self.reading.grammar, self.reading.grammar.sentences[sentence]
        root = next((token for token in range(first, after) if grammar.heads[token] == token), first)
        main = self.reading.clause_at.get(root)
        if main is None or main.verb not in self.days.speech:
            return main
        below = (clause for clause in self.days.below.get(main.predicate, ()) if clause.how == "content")
        return next(below, None)

    def _is_long_past(self, token: int) -> bool:
        owner = self.reading.owner(token)
        return owner is not None and is_over(self.days.when(owner), self.days.day)

    def _of_locals(self, sentence: int) -> tuple[str, ...]:
        """ "Residents of X said that houses had been looted": the one place whose people speak of it."""
        first, after = self.reading.grammar.sentences[sentence]
        ids = ids_of(
            self.places, [token for token in self._tokens_in(first, after) if self._is_home_of_speakers(token)]
        )
        ids = self.nesting.finest(ids)
        return ids if len(ids) == 1 else ()

    def _is_home_of_speakers(self, token: int) -> bool:
        """Of "residents of X", and of X in "In X, police said"."""
        grammar, owner = self.reading.grammar, self.reading.owner(token)
        link = grammar.heads[token]
        if grammar.deps[token] != "pobj" or owner is None or owner.verb not in self.days.speech:
            return False
        speakers = owner.slots.get("subject", ())
        opens = link == grammar.sentences[grammar.sentence_of[link]][0] and grammar.lowers[link] in ("in", "at")
        return any(grammar.lemmas[one] in LOCALS and (opens or grammar.heads[link] == one) for one in speakers)

    def _is_left(self, token: int) -> bool:
        """Whether it is only where somebody was brought or went, what a relative clause tells of another time, or
        where that happened which the news is measured by."""
        if any(left(self.reading, token) for left in ASIDES):
            return True
        if self.days.yardsticks.holds(token):
            return True
        owner = self.reading.owner(token)
        above = (owner, *self.days.clauses_above(owner)) if owner is not None else ()
        aside = any(clause.how == "relative" for clause in above)
        return aside and owner is not None and is_apart(self.days.when(owner), self.days.day)

    def _speaks(self, token: int) -> bool:
        """Whether the place stands within the words that name a speaker, or says where somebody speaks."""
        grammar = self.reading.grammar
        owner = self.reading.owner(token)
        if owner is not None and owner.verb in self.days.speech:
            return True
        at = token
        for _ in range(CLIMB + CLIMB):
            head = grammar.heads[at]
            if head == at:
                return False
            if grammar.tags[at] == "VBN" and grammar.deps[at] == "acl" and grammar.lemmas[at] in PUBLISHING:
                return True
            named = grammar.deps[at] in ("nsubj", "nsubjpass") or grammar.lowers[head] == "according"
            if head in self.days.speech and named:
                return True
            at = head
        return False

    def _before(self, sentence: int, *, apart: bool) -> Iterator[Found]:
        """The place of the sentences before, then of the paragraphs before: a story stays where it is until it moves.
        What is told of another time (`apart`) is set only where its paragraph told of other times before, or opens
        with a place."""
        elsewhere = False
        for earlier in self._beside(sentence):
            told_apart = self._is_apart(earlier)
            elsewhere = elsewhere or told_apart
            if apart and not told_apart:
                break
            found = self._lent_by(earlier, apart=apart, same=True)
            found = self._with_its_town(earlier, found) if self.nesting.are_common(found) else found
            yield Found(found, "where: from the sentence before")
        yield Found(self._opening(sentence), "where: from the sentence before")
        if not (apart or elsewhere):
            yield from self._paragraphs_before(sentence)

    def _beside(self, sentence: int) -> Iterator[int]:
        """The sentences before one in its paragraph, the nearest first."""
        grammar = self.reading.grammar
        near = islice(self.reading.sentences_before(sentence), SENTENCES_BACK)
        return (earlier for earlier in near if grammar.block_of[earlier] == grammar.block_of[sentence])

    def _opening(self, sentence: int) -> tuple[str, ...]:
        """ "In X, life is hard. Rebels raided the town in July": the place that the sentence's paragraph opens with."""
        opened = self._opened.get(self.reading.grammar.block_of[sentence], ())
        first, _ = self.reading.grammar.sentences[sentence]
        return self.grounds.one_of([token for token in opened if token < first and not self._speaks(token)])

    def _paragraphs_before(self, sentence: int) -> Iterator[Found]:
        grammar = self.reading.grammar
        for earlier in islice(self.reading.sentences_before(sentence), SENTENCES_BACK):
            if grammar.block_of[earlier] == grammar.block_of[sentence]:
                continue
            if self._is_of_an_entry(earlier) and not self.reading.is_heading(earlier):
                break
            if self.reading.is_heading(earlier):
                yield Found(self._in_sentence(earlier), "where: from the heading")
                break
            found = self._lent_by(earlier, apart=False, same=False)
            if self.nesting.are_abroad(found):
                return
            found = self._towns_told(earlier, found) if self.nesting.are_common(found) else found
            yield Found(found if len(found) == 1 else (), "where: from the paragraph before")
        if self.dateline:
            yield Found((self.dateline,), "where: from the dateline")
        else:
            yield Found(self._titled, "where: from the title")

    def _with_its_town(self, sentence: int, sites: tuple[str, ...]) -> tuple[str, ...]:
        """The sites of a sentence with the named place that its main clause has for them."""
        main = self._main_of(sentence)
        told = self.where(main).items if main is not None else ()
        holders = self._towns_told(sentence, sites)
        return tuple(dict.fromkeys((*sites, *(told if set(sites) < set(told) else ()), *holders)))

    def _towns_told(self, sentence: int, sites: tuple[str, ...]) -> tuple[str, ...]:
        """Where the sites lie, as far as the sentence names it: of "a camp outside Marib" Marib."""
        here = {self.places[token] for token in self._tokens_in(*self.reading.grammar.sentences[sentence])}
        return tuple(holder for site in sites if (holder := self.nesting.holder(site)) in here)

    @cached_property
    def _titled(self) -> tuple[str, ...]:
        """ "Flash Update: Clashes in X": the one place, smaller than a country, of a title."""
        told = [token for token in self.place_tokens if self.reading.block_kind(token) == "headline"]
        ids = self.nesting.finest(ids_of(self.places, [t for t in told if rank_of(self.reading, self.places, t) == 0]))
        wide = any(self.nesting.places[place].precision == "country" for place in ids)
        return ids if len(ids) == 1 and not wide else ()

    def _is_of_an_entry(self, sentence: int) -> bool:
        """Whether it stands in an entry of a digest, behind the label of a place ("Kona: ..."): the next paragraph is
        set elsewhere."""
        return len(self._entries) > 1 and self.reading.grammar.block_of[sentence] in self._entries

    @cached_property
    def _entries(self) -> frozenset[int]:
        return entries_of(self.reading, self.place_tokens)

    def _is_apart(self, sentence: int) -> bool:
        """Whether a sentence tells of another time than that of the news."""
        return any(is_apart(when_of(time, ""), self.days.day) for time in self.days.story.days_of(sentence))
