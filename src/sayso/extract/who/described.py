"""Whom a description means: "the militants", "the group", "U.S.-backed fighters", "the army"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from sayso.codebook import DescriptionWords, NounClass, PartyEntry, load_codebook
from sayso.extract.compounds import compounds
from sayso.extract.names.class_keys import CLASS, ClassKeys
from sayso.extract.names.name_book import known_name
from sayso.extract.names.roster import PartyDraft
from sayso.extract.phrase import (
    MODIFIER_DEPS,
    is_bare_plural,
    is_definite,
    is_half_of_compound,
    phrase_span,
    phrase_words,
    set_apart,
)
from sayso.extract.who.cast import BODIES, Cast, states_by_country
from sayso.extract.who.governing import home_government
from sayso.extract.who.owned import MINISTRY
from sayso.extract.who.refer import ARMED, Referrer
from sayso.records.mentions import PartyKind

LINKS = frozenset(("of", "for", "on", "in", "to", "against"))
INTRODUCED = "introduced "
LONGEST_LINK = len(' of the "')
ARMY_SENTENCES_BACK = 3
"""Sentences after which "the army" is again that of the report's country."""
SENTENCES_BACK = 4
"""Sentences within which "the Iran-aligned movement" is the one group named before."""
OF_EITHER_SIDE = frozenset(
    ("enemy", "foe", "rival", "adversary", "opponent", "invader", "occupier", "aggressor", "mercenary", "traitor",
     "puppet")
)  # fmt: skip
"""Words for fighters that say on which side the writer is, and not whether they are a state's."""
SAME_CREED = dict.fromkeys(("islamist", "jihadist", "jihadi"), ("islamist", "jihadist"))
OF_ARMIES = frozenset(("unit", "column", "gunner", "pilot", "peacekeeper"))
"""What a state has only of its army."""
WITH_MEMBERS = frozenset(("ngo", "media", "other"))
"""Kinds of those whose members are told by their trade: "six doctors" are no network of doctors."""
REGULAR = re.compile(r"\d+(?:st|nd|rd|th) .*(?:Brigade|Battalion|Regiment|Division|Squadron)$")
"""Units of an army, of which nobody says "the group"."""


@cache
def _countries() -> frozenset[str]:
    return frozenset(entry.id for entry in states_by_country().values())


def _heads(words: Sequence[str]) -> tuple[str, ...]:
    """Of a name's words those that say what it is: the last, and one before a preposition ("Mission in")."""
    return (*words[-1:], *(word for word, behind in pairwise(words) if behind in LINKS))


class Describer:
    """Descriptions against the parties on stage; keys of the roster come out, or None where nothing fits or two fit
    equally."""

    def __init__(self, cast: Cast, referrer: Referrer, keys: ClassKeys) -> None:
        self.cast, self.referrer, self.keys = cast, referrer, keys
        self.grammar, self.roster = cast.grammar, cast.roster
        self.words: DescriptionWords = load_codebook().descriptions
        self.led: dict[int, int] = {}
        self.marks = self._marks()

    def described(self, token: int, entry: NounClass) -> str | None:
        """The party on stage that the noun stands for."""
        if (marked := self._by_mark(token) or self._sole_group(token)) is not None:
            return marked
        apart, lemma = set_apart(self.grammar, token), self.grammar.lemmas[token]
        if self._is_our_army(token, lemma) and (state := states_by_country().get(self.cast.home_at(token) or "")):
            return self.force(token, state)
        if apart == "words":
            return self._of_told_kind(token, entry) or self._met_in_full(token)
        if (called := self.called_so(token)) is not None:
            return called
        fits = self.standing_for({lemma, self.grammar.lowers[token]})
        fits = {key for key in fits if not self._is_strange_army(key, token) and not self._is_other_side(key, token)}
        if apart == "number":
            fits = {key for key in fits if key.startswith(CLASS) or self.roster.parties[key].kind not in WITH_MEMBERS}
            return next(iter(fits)) if len(fits) == 1 else self._home_army(token, lemma)
        definite = is_definite(self.grammar, token) or self._stands_for_its_army(token, lemma)
        definite = definite or is_half_of_compound(self.grammar, token)
        general = lemma in self.words.general
        if (
            (not fits or general)
            and definite
            and not (self.keys.told_without_the(token) or self.keys.told_apart_before(token))
        ):
            fits |= {key for key in self.of_that_kind(entry, lemma) if not self._is_other_side(key, token)}
        if not definite and not is_bare_plural(self.grammar, token):
            return None
        if fits:
            named = {key for key in fits if not key.startswith(CLASS)} or fits
            return self.referrer.nearest(token, named, lately=lemma in self.words.general)
        return self._home_army(token, lemma) or self._home_government(token)

    def called_so(self, token: int) -> str | None:
        """ "The mission", "the battalion commander": the party lately named whose own name has the word."""
        lemma = self.grammar.lemmas[token]
        if lemma not in load_codebook().names.organisations or lemma in self.words.of_many:
            return None
        before = self.grammar.deps[token] == "compound" and not self.grammar.children[token]
        told = is_definite(self.grammar, self.grammar.heads[token] if before else token)
        if not told or set_apart(self.grammar, token) is not None:
            return None
        fits = {key for key, party in self.roster.parties.items() if party.wanted and self._has_word(party, lemma)}
        kinds = self.words.general.get(lemma) if fits else None
        if len(own := {key for key in fits if self._is_titled(self.roster.parties[key], lemma)}) == 1:
            return own.pop()
        rivals = {k for k, p in self.roster.parties.items() if p.wanted and self._may_be(p, kinds)} if kinds else set()
        nearest = self.referrer.nearest(token, fits | rivals, lately=True) if fits else None
        return nearest if nearest in fits else None

    def shortened(self, token: int) -> str | None:
        """ "The tribal alliance", "the Wa army": the one party on stage whose name has these words in this order, among
        more."""
        grammar, lemma = self.grammar, self.grammar.lemmas[token]
        if grammar.tags[token] != "NN" or lemma not in load_codebook().names.organisations:
            return None
        said = [c for c in grammar.children[token] if c < token and grammar.deps[c] in MODIFIER_DEPS]
        if not said or not is_definite(grammar, token) or said[-1] != token - 1:
            return None
        words = [grammar.lowers[c] for c in (*said, token)]
        fits = {key for key, party in self.roster.parties.items() if party.wanted and self._has_all(party, words)}
        return fits.pop() if len(fits) == 1 and not any(self._is_nation(c) for c in said) else None

    def _is_nation(self, token: int) -> bool:
        match = self.cast.name_at.get(token)
        return match is not None and match.entry.kind == "state"

    def _has_all(self, party: PartyDraft, words: list[str]) -> bool:
        """Whether one of a party's names has the words in this order, and more."""
        for name in self._own_names(party):
            rest = iter(parts := name.lower().split())
            if len(parts) > len(words) and parts[-1] == words[-1] and all(word in rest for word in words):
                return True
        return False

    def _has_word(self, party: PartyDraft, lemma: str) -> bool:
        return any(lemma == word for name in self._own_names(party) for word in _heads(name.lower().split()))

    def _own_names(self, party: PartyDraft) -> set[str]:
        """What the report calls a party; nothing of a class of people or a country, whose words are anybody's."""
        if party.key.startswith(CLASS) or party.key in _countries():
            return set()
        return {party.name, *(self.cast.reading.text[start:end] for start, end in party.spans)}

    def _is_titled(self, party: PartyDraft, lemma: str) -> bool:
        """'The organisation of "Islamic State"': whether the report puts the word before the party's own name."""
        text = self.cast.reading.text
        ends = [end for start, end in party.spans if text[start:end].lower() == lemma]
        between = (text[end:start] for end in ends for start, _ in party.spans if end < start <= end + LONGEST_LINK)
        return any(link.split()[:1] == ["of"] and len(link.split()) < 3 for link in between)

    def standing_for(self, words: set[str]) -> set[str]:
        """Parties on stage for which one of the words can stand."""
        return {key for key, party in self.roster.parties.items() if party.wanted and words & party.stands_for}

    def of_that_kind(self, entry: NounClass, lemma: str) -> set[str]:
        """Parties on stage of the kind that a general word can mean: "the group", "the agency", "the gunmen"."""
        kinds = self.words.general.get(lemma)
        if kinds is not None:
            fits = {key for key, party in self.roster.parties.items() if party.wanted and self._may_be(party, kinds)}
            return {key for key in fits if not self._is_of_a_body(self.roster.parties[key])} or fits
        if entry.party_kind != "armed_group" or lemma in OF_EITHER_SIDE:
            return set()
        return {key for key, party in self.roster.parties.items() if party.spans and party.kind == "armed_group"}

    def _of_told_kind(self, token: int, entry: NounClass) -> str | None:
        """ "The rights group", "the Lebanese militant group": the party named before that all words before the noun
        fit."""
        grammar, lemma = self.grammar, self.grammar.lemmas[token]
        general = lemma in self.words.general or entry.collective
        if grammar.tags[token] != ("NN" if general else "NNS"):
            return None
        if not is_definite(grammar, token):
            return self._sole_of_kind(token, lemma)
        keys = self.of_that_kind(entry, lemma) or self._of_no_state(token, lemma)
        for child in grammar.children[token]:
            if child < token and grammar.deps[child] in ("amod", "compound", "nmod", "poss"):
                keys = {key for key in keys if self._fits_word(key, child)}
        ranked = self.referrer.ranked(token, keys)
        return self.referrer.nearest(token, {key for _, key in ranked}) if ranked else None

    def _sole_of_kind(self, token: int, lemma: str) -> str | None:
        """ "Islamist insurgents", who bring up nobody: the one group by name that is called "the insurgents"."""
        before = [self.grammar.lowers[c] for c in self.grammar.children[token] if c < token]
        keys = {key for key in self.standing_for({lemma, self.grammar.lowers[token]}) if not key.startswith(CLASS)}
        told = " ".join(word.lower() for key in keys for word in self.roster.parties[key].stands_for)
        fits = before and all(any(word in told for word in SAME_CREED.get(said, (said,))) for said in before)
        return keys.pop() if fits and len(keys) == 1 and is_bare_plural(self.grammar, token) else None

    def _of_no_state(self, token: int, lemma: str) -> set[str]:
        """ "The ethnic army", "the rebel force": groups of which a word says that they are no state's."""
        telling = self.words.telling_kind["armed_group"]
        told = any(self.grammar.lowers[child] in telling for child in self.grammar.children[token] if child < token)
        if lemma not in self.words.army or not told:
            return set()
        return {key for key, party in self.roster.parties.items() if party.wanted and party.kind == "armed_group"}

    def _fits_word(self, key: str, token: int) -> bool:
        """Whether a word before a noun can be said of the party: its country, or what its kind is called."""
        party, match = self.roster.parties[key], self.cast.name_at.get(token)
        if match is not None:
            return match.form == "adjective" and party.country is not None and match.entry.country == party.country
        lower = self.grammar.lowers[token]
        return lower in self.words.not_apart or lower in self.words.telling_kind.get(party.kind, ())

    def _is_strange_army(self, key: str, token: int) -> bool:
        """Whether it is the army of another country than the report's, and has not been named, or not of late."""
        party, home = self.roster.parties[key], self.cast.home_at(token)
        if party.kind != "state_force" or party.country == home:
            return False
        back = self.referrer.last_named(token, key)
        if back is None or home in self.words.without_army:
            return back is None
        return home is not None and (back > ARMY_SENTENCES_BACK or self._is_guest(key, token))

    def _is_guest(self, key: str, token: int) -> bool:
        """ "Expelled French troops": an army that did nothing itself where it was named last."""
        named = [m.token for m in self.referrer.mentions if m.party == key and m.token < token]
        return self.grammar.deps[named[-1]] != "nsubj"

    def _is_other_side(self, key: str, token: int) -> bool:
        """Whether it is an armed group, of which nobody says "government fighters"."""
        return self.roster.parties[key].kind == "armed_group" and self._has_own_side(token)

    @staticmethod
    def _may_be(party: PartyDraft, kinds: tuple[PartyKind, ...]) -> bool:
        """Whether a general word can mean the party: no agency is a country; a new name may be of any kind, and one of
        a "force" that of a group."""
        if party.key in _countries() or REGULAR.match(party.name):
            return False
        new = party.key.startswith(INTRODUCED)
        return party.kind in kinds or (
            new and party.kind in ("other", "state_force" if "armed_group" in kinds else "other")
        )

    def _is_of_a_body(self, party: PartyDraft) -> bool:
        """ "UN Panel of Experts": by its own name something else than an agency or a group."""
        return any(word in self.words.bodies for word in _heads(party.name.lower().split()))

    def _home_army(self, token: int, lemma: str) -> str | None:
        """ "The army", "government troops": the forces of the country that the report is about, where that is plain."""
        state = states_by_country().get(self.cast.home_at(token) or "")
        if state is None or state.country in self.words.without_army:
            return None
        if not (self._is_home_army(token, lemma) or self._of_own_side(token, lemma)):
            return None
        return self.force(token, state)

    def _is_home_army(self, token: int, lemma: str) -> bool:
        """ "The army", "the armed forces"."""
        return lemma in self.words.home_army or self.grammar.lowers[token - 1 : token + 1] == ["armed", "forces"]

    def _is_our_army(self, token: int, lemma: str) -> bool:
        """ "Our troops", "our men", where the outlet itself speaks."""
        ours = (lemma in self.words.army or lemma == "man") and token not in self.cast.reading.quoted
        return ours and any(self.grammar.lowers[c] == "our" for c in self.grammar.children[token])

    def _home_government(self, token: int) -> str | None:
        state = home_government(self.cast, token)
        return self.cast.want(state).key if state is not None else None

    def _stands_for_its_army(self, token: int, lemma: str) -> bool:
        """ "Army shelling", "Military spokesman": before another noun the word needs no article."""
        before = self.grammar.deps[token] in ("compound", "amod") and not self.grammar.children[token]
        return before and self.grammar.tags[token] in ("NN", "JJ") and lemma in self.words.home_army

    def _of_own_side(self, token: int, lemma: str) -> bool:
        """ "Regime forces", "junta troops": the state's own, without its name."""
        return lemma in self.words.army and self._has_own_side(token)

    def _has_own_side(self, token: int) -> bool:
        """Whether a word for the state's own stands straight before the noun."""
        return any(
            self.grammar.lemmas[c] in self.words.own_side for c in self.grammar.children[token] if c == token - 1
        )

    def force(self, token: int, state: PartyEntry) -> str:
        """A state's army or police as a party of its own, however the noun calls it."""
        lemma = self.grammar.lemmas[token]
        branch = lemma if lemma in self.words.branches else "army"
        adjective = (state.adjectives or (state.name,))[0]
        name = f"{adjective} {'armed forces' if branch == 'army' else branch}"
        key = self._listed(state, branch) or f"{state.id} {branch}"
        draft = self.roster.party(PartyDraft(key=key, name=name, kind="state_force", country=state.country))
        draft.wanted = True
        draft.spans.add(phrase_span(self.cast.reading, token))
        return draft.key

    def forces_of(self, token: int, owner: str) -> str | None:
        """Whom "its men" means, by whose they are: the party itself, the army of a state or of its ministry; None for
        what a state's other people are."""
        party = self.roster.parties[owner]
        of_state, armed = party.kind == "state", self._is_force(token) or self.grammar.lemmas[token] in OF_ARMIES
        if not of_state and not (armed and MINISTRY in party.name.lower()):
            return owner
        state = next((e for e in states_by_country().values() if owner == e.id or party.country == e.country), None)
        return self.force(token, state) if state is not None and armed else None

    def _is_force(self, token: int) -> bool:
        lemma = self.grammar.lemmas[token]
        return lemma in self.words.army or lemma in self.words.branches

    def _listed(self, state: PartyEntry, branch: str) -> str | None:
        """The state's one force that the report names in full and that such a word stands for."""
        fits = {
            m.entry.id
            for m in self.cast.names
            if m.entry.kind == "state_force" and m.entry.country == state.country and branch in m.entry.stands_for
        }
        return fits.pop() if len(fits) == 1 else None

    def _by_mark(self, token: int) -> str | None:
        """ "U.S.-backed fighters": the one party that the report calls U.S.-backed by name elsewhere."""
        mark = self.marks.get(token)
        if mark is None:
            return None
        nouns = [noun for noun, other in self.marks.items() if other == mark]
        named = {key for noun in nouns for t in (noun - 1, noun, noun + 1) if (key := self._organised_name(t))}
        return named.pop() if len(named) == 1 else None

    def _sole_group(self, token: int) -> str | None:
        """ "The Iran-aligned movement": the one armed group that the report has named before, not in this sentence."""
        if token not in self.marks or self.grammar.tags[token] != "NN" or not is_definite(self.grammar, token):
            return None
        if self.grammar.lemmas[token] in self.words.state:
            return None
        keys = {key for key, p in self.roster.parties.items() if p.kind == "armed_group" and not key.startswith(CLASS)}
        named = [key for _, key in self.referrer.ranked(token, keys)]
        back = self.referrer.last_named(token, named[0]) if len(named) == 1 else None
        return named[0] if back is not None and 0 < back <= SENTENCES_BACK else None

    def of_another_power(self, token: int, entry: NounClass, state: PartyEntry) -> str | None:
        """ "U.S.-backed Syrian forces": no army of the state, but the group that is so called, or one of its own."""
        mark = self.marks.get(token)
        if mark is None or not (entry.party_kind in ARMED or self._is_force(token)) or state.kind != "state":
            return None
        power, behind = mark
        own = power in (state.id, *self.words.behind_governments.get(state.id, ()))
        official = any(self.grammar.lemmas[t] in self.words.own_side for t in self.grammar.children[token])
        if own or official or self.grammar.lemmas[token] in self.words.official:
            return None
        return self._by_mark(token) or self._called_in_full(token) or self._own_group(token, f"{power} {behind}")

    def _called_in_full(self, token: int) -> str | None:
        """The one party on stage for which all of the words can stand: "U.S.-backed Syrian fighters"."""
        words = phrase_words(self.cast.reading, token).lower()
        fits = {
            key
            for key, party in self.roster.parties.items()
            if party.wanted and any(words == full.lower() for full in party.stands_for)
        }
        return fits.pop() if len(fits) == 1 else None

    def _met_in_full(self, token: int) -> str | None:
        """ "The security forces" behind "Somali security forces": the one party whose words end in all of these."""
        if not is_definite(self.grammar, token):
            return None
        words, text = f" {phrase_words(self.cast.reading, token).lower()}", self.cast.reading.text
        met = ((key, span) for key, p in self.roster.parties.items() if p.wanted for span in p.spans)
        fits = {key for key, (start, end) in met if text[start:end].lower().endswith(words)}
        return fits.pop() if len(fits) == 1 else None

    def _own_group(self, token: int, mark: str) -> str:
        name = phrase_words(self.cast.reading, token)
        draft = self.roster.party(PartyDraft(key=f"{CLASS}{mark} {self.keys.of(token)}", name=name, kind="armed_group"))
        draft.spans.add(phrase_span(self.cast.reading, token))
        return draft.key

    def led_by(self, token: int) -> str | None:
        """ "U.S.-led strikes": behind whom the one stands who leads, the one party that the report calls U.S.-led."""
        noun = self.led.get(token)
        return self._by_mark(noun) if noun is not None and noun not in self.cast.name_at else None

    def _organised_name(self, token: int) -> str | None:
        match = self.cast.name_at.get(token)
        known = match is not None and match.form in ("name", "acronym") and match.entry.kind in BODIES
        return match.entry.id if known and match is not None else None

    def _marks(self) -> dict[int, tuple[str, str]]:
        """Noun -> (who stands before the hyphen, the participle behind it), for all compounds such as "Iran-backed"."""
        found = {}
        for compound in compounds(self.cast.reading, frozenset(self.words.known_by)):
            owner, behind = self.grammar.words[compound.owner], self.grammar.lowers[compound.participle]
            if compound.owner == compound.participle:
                owner, _, behind = owner.rpartition("-")
            entry = known_name(owner)
            found[compound.noun] = (entry.id if entry else owner.lower(), behind.lower())
            if behind.lower().endswith("led"):
                self.led[compound.owner] = compound.noun
        return found
