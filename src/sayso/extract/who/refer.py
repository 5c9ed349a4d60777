"""References back within a report: pronouns and descriptions, resolved where one reading is plainly best, else left
alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sayso.extract.names.genders import HE, SHE, gender_of_noun, may_be
from sayso.extract.reading import Reading
from sayso.extract.who.apart import never_meant
from sayso.extract.who.meanwhile import is_struck_by, suffers_rather
from sayso.extract.who.parallel import PLURAL, speaks, tells_of_others

SINGULAR = frozenset(["he", "she", "him", "her", "his", "hers", "himself", "herself"])
PRONOUNS = frozenset(
    ("he", "she", "him", "her", "his", "hers", "they", "them", "their", "theirs", "it", "its", "who", "whom", "we",
     "us", "our", "i", "me", "my", "themselves", "itself", "himself", "herself")
)  # fmt: skip
UNDERGOING, NEUTER = frozenset(("them", "him", "her")), frozenset(["it", "its", "itself"])
UNARMED = frozenset(("media", "ngo"))
"""Kinds of party that do no violence."""
FIRST_PERSON = frozenset(("we", "us", "our", "ours", "i", "me", "my"))
AFFAIRS = frozenset(
    ("position", "stance", "policy", "attitude", "interest", "aim", "role", "ambition", "relation", "approach",
     "strategy", "view", "calculation", "priority", "involvement", "support", "backing", "motive", "goal", "influence")
)  # fmt: skip
"""What somebody has of whom a sentence is about then."""
STRUCK = frozenset(("dobj", "nsubjpass"))
HUMAN = frozenset(("people", "civilians", "person"))
SENTENCES_BACK, SPOKE_BACK = 3, 3
OF_FIGHTERS = ("fighter", "armed", "role", "site", "territory")
"""What of their own nobody strikes."""
LONGEST_CHAIN = 12
"""Pronouns for one person that are followed back."""
SUBJECT_BONUS, NEAR_BONUS, AGENT_BONUS, NUMBER_BONUS = 1.5, 1.0, 0.5, 1.0
LATELY = 8
"""Sentences within which "the group" is somebody named before."""
SPEAKER_BONUS = 1.0
"""For who spoke before, where the pronoun speaks: "he said"."""
ARMED = ("state_force", "armed_group")
OF_MANY = frozenset(("armed_group", "coalition", "state_force", "civilians", "ngo"))
GENDER_BONUS = {"he": 0.5, "she": 1.5}
"""For somebody of whom it is known that the pronoun fits; of most men whom a report names it does not tell."""
ASIDE_COST = 1.0
"""For the subject of a relative clause ("the Front, which the army drove out"), and for who is named as a source."""
QUOTED_COST = 3.0
"""For who is named only within a quotation, where the pronoun stands outside."""
OFTEN_BONUS, CLEAR_LEAD = 0.5, 0.4


class Mention(NamedTuple):
    """Something that may be referred to: a named party or person, or a noun that stands for a class of people; `one`:
    the noun means one human being."""

    token: int
    party: str | None = None
    person: str | None = None
    noun: str | None = None
    plural: bool = False
    kind: str | None = None
    one: bool = False


class Referrer:
    """Who a pronoun or a description means, by number, kind, role in the clause and distance."""

    def __init__(self, reading: Reading, mentions: Sequence[Mention], genders: Mapping[str, str] | None = None) -> None:
        """genders: a person's key -> "he" or "she", where that is known."""
        self.reading, self.grammar, self.mentions = reading, reading.grammar, mentions
        self.genders = genders or {}
        self.tokens = [mention.token for mention in mentions]

    def pronoun(
        self, token: int, *, but: frozenset[int] = frozenset(), apart: frozenset[str] = frozenset()
    ) -> Mention | None:
        """The mention that the pronoun refers back to, or none; `but`: tokens of mentions that it can't mean; `apart`:
        keys of whom it can't mean."""
        if self._means_weapons(token) or self._means_a_thing(token):
            return None
        found = self._best(token, but=but, apart=apart)
        if found is None and self.grammar.lowers[token] in SINGULAR:
            steps = (self._best(before, but=but, apart=apart) for before in self.same_before(token))
            return next((mention for mention in steps if mention is not None), None) or self._sole(token, apart)
        return found

    def _means_weapons(self, token: int) -> bool:
        """ "Shells fell on the town at night. They killed a boy": what the sentence before is about."""
        sentence = self.grammar.sentence_of[token]
        if self.grammar.lowers[token] != "they" or self.grammar.deps[token] != "nsubj" or not sentence:
            return False
        if self.grammar.block_of[sentence] != self.grammar.block_of[sentence - 1]:
            return False
        first, after = self.grammar.sentences[sentence - 1]
        subjects = [t for t in range(first, after) if self.grammar.deps[t] in ("nsubj", "nsubjpass")]
        about = next((t for t in subjects if self.grammar.heads[self.grammar.heads[t]] == self.grammar.heads[t]), None)
        plural = about is not None and self.grammar.tags[about] == "NNS"
        return plural and about is not None and self.reading.is_a(about, "weapon")

    def _means_a_thing(self, token: int) -> bool:
        """ "They attacked a ship on Monday. It was later hit again": what the sentence before tells was struck."""
        sentence = self.grammar.sentence_of[token]
        if self.grammar.lowers[token] != "it" or self.grammar.deps[token] != "nsubjpass" or not sentence:
            return False
        struck = (t for t in range(*self.grammar.sentences[sentence - 1]) if self.grammar.deps[t] in STRUCK)
        return any(self.grammar.tags[t] == "NN" and self.reading.is_a(t, "vehicle", "structure") for t in struck)

    def _sole(self, token: int, apart: frozenset[str]) -> Mention | None:
        """The one person named before of whom it is known that the pronoun fits, however far back."""
        words = SHE if self.grammar.lowers[token] in SHE else HE
        known = [
            m for m in self.mentions[: bisect_left(self.tokens, token)] if self.genders.get(m.person or "") in words
        ]
        persons = {mention.person for mention in known}
        return known[-1] if len(persons) == 1 and not apart & persons else None

    def _best(self, token: int, *, but: frozenset[int], apart: frozenset[str]) -> Mention | None:
        scored = [row for row in self.scored(token, but=but) if not apart & {row[1].party, row[1].person}]
        return max(scored, key=lambda row: (row[0], row[1].token))[1] if scored else None

    def same_before(self, token: int) -> list[int]:
        """The pronouns "he" or "she" before one of them, the nearest first, each a few sentences before the next."""
        words, chain, at = SHE if self.grammar.lowers[token] in SHE else HE, [], token
        for before in range(token - 1, -1, -1):
            far = self.grammar.sentence_of[at] - self.grammar.sentence_of[before] > SENTENCES_BACK
            if far or len(chain) > LONGEST_CHAIN:
                break
            if self.grammar.lowers[before] in words:
                chain.append(before)
                at = before
        return chain

    def scored(self, token: int, *, but: frozenset[int] = frozenset()) -> list[tuple[float, Mention]]:
        """The mentions before a pronoun that it may refer back to, each with its score."""
        lower, apart = self.grammar.lowers[token], never_meant(self.reading, token)
        return [
            (self._score(mention, token), mention)
            for mention in self.before(token)
            if self._agrees(mention, lower) and mention.token not in but and not self._same_clause(mention.token, token)
            if not self.speaks(token) or self._may_have_said(mention, token)
            if mention.kind not in UNARMED or not self._is_of_the_armed(token)
            if mention.token not in apart
        ]

    def _may_have_said(self, mention: Mention, token: int) -> bool:
        """Whether a pronoun that speaks can mean it: nobody within what is said, no human being who said nothing."""
        grammar, at, verb = self.grammar, mention.token, self.grammar.heads[token]
        if mention.one and mention.kind != "people" and not self.speaks(at):
            return False
        while grammar.heads[at] not in (at, verb):
            at = grammar.heads[at]
        return grammar.heads[at] != verb or grammar.deps[at] != "ccomp"

    def _is_of_the_armed(self, token: int) -> bool:
        """ "Told an agency that its fighters": whoever has fighters bears arms."""
        return self.grammar.deps[token] == "poss" and self.reading.is_a(self.grammar.heads[token], "fighter", "armed")

    def nearest(self, token: int, keys: set[str], *, lately: bool = False) -> str | None:
        """Of several parties the one that a description at the token most likely means: lately named, as a subject,
        often; none on a tie. `lately`: only those named in the sentences before it."""
        if len(keys) == 1 and not lately:
            return next(iter(keys))
        if lately and (about := self._just_told_of(token, keys)) is not None:
            return about
        ranked = self.ranked(token, self._lately(token, keys) if lately else keys)
        if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < CLEAR_LEAD):
            return None
        return ranked[0][1]

    def _just_told_of(self, token: int, keys: set[str]) -> str | None:
        """ "The charity said ... The group accused": the one of them that the sentence before has for its subject."""
        grammar, sentence = self.grammar, self.grammar.sentence_of[token]
        if not sentence or grammar.block_of[sentence] != grammar.block_of[sentence - 1]:
            return None
        told = (m for m in self.before(token, back=1) if grammar.sentence_of[m.token] == sentence - 1)
        about = {m.party for m in told if m.party in keys and self._is_about(m.token)}
        return about.pop() if len(about) == 1 else None

    def _is_about(self, token: int) -> bool:
        verb = self.grammar.heads[token]
        return self.grammar.deps[token] == "nsubj" and self.grammar.heads[verb] == verb

    def _lately(self, token: int, keys: set[str]) -> set[str]:
        last = bisect_left(self.tokens, token)
        oldest = self.grammar.sentence_of[token] - LATELY
        return {
            m.party for m in self.mentions[:last] if m.party in keys and self.grammar.sentence_of[m.token] >= oldest
        }

    def ranked(self, token: int, keys: set[str]) -> list[tuple[float, str]]:
        """The parties of these keys that are named before the token, each with its score, the likeliest first."""
        named = [m for m in self.mentions[: bisect_left(self.tokens, token)] if m.party in keys]
        return sorted(
            ((self._salience(named, key, token), key) for key in {m.party for m in named if m.party}), reverse=True
        )

    def last_named(self, token: int, key: str) -> int | None:
        """How many sentences back a party was named last, by its name; None where it has not been."""
        named = [m.token for m in self.mentions[: bisect_left(self.tokens, token)] if m.party == key]
        return self.grammar.sentence_of[token] - self.grammar.sentence_of[named[-1]] if named else None

    def _salience(self, named: Sequence[Mention], key: str, token: int) -> float:
        own = [m.token for m in named if m.party == key]
        back = self.grammar.sentence_of[token] - self.grammar.sentence_of[own[-1]]
        subject = any(self.grammar.deps[t] in ("nsubj", "nsubjpass", "attr") for t in own[-2:])
        return SUBJECT_BONUS * subject + OFTEN_BONUS * min(len(own), 6) - back

    def before(self, token: int, *, back: int = SENTENCES_BACK) -> Sequence[Mention]:
        """The mentions in the sentences just before the token."""
        oldest = self.grammar.sentence_of[token] - back
        at = bisect_left(self.tokens, token)
        first = at
        while first and self.grammar.sentence_of[self.tokens[first - 1]] >= oldest:
            first -= 1
        return self.mentions[first:at]

    def _agrees(self, mention: Mention, lower: str) -> bool:
        if lower in SINGULAR:
            return (mention.person is not None or mention.one) and may_be(lower, self._gender(mention))
        if lower in PLURAL:
            return mention.plural or (mention.kind in OF_MANY and not mention.one)
        if lower in NEUTER:
            return mention.person is None and not mention.plural and not mention.one and mention.kind not in HUMAN
        return False

    def _gender(self, mention: Mention) -> str | None:
        """ "he" for one soldier without a name, too."""
        if mention.person is not None:
            return self.genders.get(mention.person)
        return gender_of_noun(mention.noun) or ("he" if mention.kind in ARMED else None)

    def _same_clause(self, antecedent: int, token: int) -> bool:
        """A subject is not its own verb's object: "the army shelled them" is not the army's men; possessives may
        refer back, but not to what they stand beside ("Iran, its patron")."""
        if self.grammar.deps[token] == "poss":
            owned = self.grammar.heads[token]
            beside = self.grammar.deps[owned] == "appos" and self.grammar.heads[owned] == antecedent
            theirs = self.grammar.lowers[token] in ("their", "its") and self.reading.is_a(owned, *OF_FIGHTERS)
            return beside or (theirs and is_struck_by(self.grammar, owned, antecedent))
        one, other = self.reading.owner(antecedent), self.reading.owner(token)
        if one is None or other is None:
            return False
        done_to = self.grammar.lowers[token] in UNDERGOING and antecedent in other.slots.get("subject", ())
        done_by = other.how == "relative" and other.governor == antecedent and token in other.slots.get("subject", ())
        return one is other or done_to or done_by

    def _score(self, mention: Mention, token: int) -> float:
        grammar = self.grammar
        back = grammar.sentence_of[token] - grammar.sentence_of[mention.token]
        score = -float(back) - ASIDE_COST * (mention.kind == "media" and mention.party is None)
        at = self._top(mention.token)
        if grammar.deps[at] in ("nsubj", "nsubjpass") or self._owns_a_subject(at):
            score += SUBJECT_BONUS - ASIDE_COST * (grammar.deps[grammar.heads[at]] == "relcl")
        if back == 0:
            score += NEAR_BONUS
        if mention.plural and grammar.lowers[token] in PLURAL:
            score += NUMBER_BONUS
        if mention.party or mention.person:
            score += AGENT_BONUS
        if mention.person in self.genders:
            score += GENDER_BONUS[self.genders[mention.person]]
        if mention.token in self.reading.quoted and token not in self.reading.quoted:
            score -= QUOTED_COST
        suffers = suffers_rather(grammar, token, kind=mention.kind, noun=mention.noun)
        if suffers or tells_of_others(self.reading, mention.token, token):
            score -= QUOTED_COST
        if self.speaks(token) and self.speaks(at):
            score += SPEAKER_BONUS
        elif back and self._said_it_behind(at) and not self._is_of_speakers(token):
            score -= ASIDE_COST
        return score - (token - mention.token) / 200

    def _owns_a_subject(self, token: int) -> bool:
        """ "Beijing's position is ambivalent. It supplies ...": whose affair the sentence is about."""
        grammar, owned = self.grammar, self.grammar.heads[token]
        about = grammar.deps[token] == "poss" and grammar.deps[owned] in ("nsubj", "nsubjpass")
        return about and grammar.lemmas[owned] in AFFAIRS

    def _said_it_behind(self, token: int) -> bool:
        """ "Gunmen burned the bus, police said": who is only named as the source of what stands before."""
        grammar, verb = self.grammar, self.grammar.heads[token]
        told = (c for c in grammar.children[verb] if grammar.deps[c] == "ccomp")
        return self.speaks(token) and any(content < token for content in told)

    def _is_of_speakers(self, token: int) -> bool:
        """ "Said one of them"."""
        return self.grammar.deps[token] == "pobj" and self.speaks(self.grammar.heads[self.grammar.heads[token]])

    def spoke_last(self, token: int) -> Mention | None:
        """The one named human being who spoke last in the sentences just before."""
        sentence = self.grammar.sentence_of[token]
        for mention in reversed(self.before(token)):
            back = sentence - self.grammar.sentence_of[mention.token]
            if mention.person is not None and 0 < back <= SPOKE_BACK and self.speaks(self._top(mention.token)):
                return mention
        return None

    def _top(self, token: int) -> int:
        """What a name stands beside: in "a baker of Goma, Ann Kone, said" the baker."""
        grammar = self.grammar
        if grammar.deps[token] == "appos":
            token = grammar.heads[token]
            while grammar.deps[token] in ("pobj", "prep") and grammar.heads[token] != token:
                token = grammar.heads[token]
        return token

    def speaks(self, token: int) -> bool:
        """Whether it is the subject of a reporting word."""
        return speaks(self.reading, token)
