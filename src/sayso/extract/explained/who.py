"""Who the words of a slot are, by which rule, and who else they might have been."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.extract.explained.scene import Seen
from sayso.extract.explained.types import Identified, Rival
from sayso.extract.who.cast import NOBODY, Identity
from sayso.extract.who.owned import owner_of
from sayso.extract.who.refer import Mention
from sayso.extract.who.who import FIRST_PERSON, PRONOUNS
from sayso.parse import meant

MOST_RIVALS = 6


def identify_all(seen: Seen, slot: str, tokens: Iterable[int]) -> tuple[Identified, ...]:
    """Who the heads of noun phrases are, each once."""
    return tuple(identify(seen, slot, token) for token in dict.fromkeys(tokens))


def identify(seen: Seen, slot: str, token: int) -> Identified:
    """Who the noun phrase with this head is, and how that was found."""
    identity, head = seen.work.who.identify(token), meant(seen.grammar, token)
    rule, rivals = _rule(seen, head, identity)
    behind = f"behind '{seen.grammar.words[token]}' of: " if head != token else ""
    return Identified(
        slot=slot, words=seen.phrase(token), rule=behind + rule, id=_id(seen, identity), name=_name(seen, identity),
        rivals=rivals,
    )  # fmt: skip


def _id(seen: Seen, identity: Identity) -> str | None:
    roster = seen.work.who.roster
    draft = roster.people.get(identity.person or "") or roster.parties.get(identity.party or "")
    return draft.id if draft is not None else None


def _name(seen: Seen, identity: Identity) -> str | None:
    roster = seen.work.who.roster
    person, party = roster.people.get(identity.person or ""), roster.parties.get(identity.party or "")
    if person is not None:
        return person.name or f"a {person.role}"
    return party.name if party is not None else None


def _rule(seen: Seen, head: int, identity: Identity) -> tuple[str, tuple[Rival, ...]]:
    who, lower = seen.work.who, seen.grammar.lowers[head]
    if head in who.person_at:
        return _named_person(seen, head), ()
    if head in who.name_at:
        match = who.name_at[head]
        source = "the report's own introduction" if match.entry.id.startswith("introduced ") else "the codebook"
        return f"by name: {match.form} of '{match.entry.id}' in {source}", ()
    if lower in FIRST_PERSON:
        return "by pronoun: whoever speaks in this quotation", ()
    if lower in PRONOUNS:
        return "by pronoun: the best of the mentions before it", _pronoun_rivals(seen, head)
    if identity.how == "by description":
        rivals = _described_rivals(seen, head)
        lone = f"; no rivals, and the report is about {who.cast.home or 'no one country'}" if not rivals else ""
        return f"by description: {_classes(seen, head)}{lone}", rivals
    return _by_noun(seen, head, identity), _described_rivals(seen, head) if identity == NOBODY else ()


def _named_person(seen: Seen, head: int) -> str:
    mention = seen.work.who.person_at[head]
    role = f", role '{seen.phrase(mention.role).text}'" if mention.role is not None else ""
    title = f", title '{mention.title}'" if mention.title else ""
    return f"by name: a person{title}{role}"


def _by_noun(seen: Seen, head: int, identity: Identity) -> str:
    place = seen.scene.place(head)
    if identity == NOBODY and place:
        return f"a place, {seen.name(place[0])}, that does not act"
    owner = owner_of(seen.work.who.cast, head)
    if identity.how:
        return identity.how + (f": '{seen.words(owner.span).text}'" if owner is not None else "")
    classes = _classes(seen, head)
    if identity == NOBODY:
        return f"nobody: {classes}; no name, and no pronoun that refers back"
    if owner is not None:
        return f"people of '{seen.words(owner.span).text}' ({owner.form}): {classes}"
    return f"unnamed, as the report calls them: {classes}"


def _classes(seen: Seen, head: int) -> str:
    names = [entry.name for entry in seen.reading.classes(head)]
    return f"'{seen.grammar.lemmas[head]}' is a noun of {', '.join(names)}" if names else "a word of no class"


# -- rivals -------------------------------------------------------------------------------------------------------
def _pronoun_rivals(seen: Seen, token: int) -> tuple[Rival, ...]:
    who = seen.work.who
    but = frozenset(meant(seen.grammar, t) for t in who.speakers_at.get(token, ()))
    rows = sorted(who.referrer.scored(token, but=but), key=lambda row: (row[0], row[1].token), reverse=True)
    return tuple(_mentioned(seen, mention, score) for score, mention in rows[:MOST_RIVALS])


def _mentioned(seen: Seen, mention: Mention, score: float) -> Rival:
    identity = seen.work.who.identify(mention.token)
    words = seen.phrase(mention.token)
    return Rival(name=_name(seen, identity) or words.text, score=round(score, 2), id=_id(seen, identity), words=words)


def _described_rivals(seen: Seen, head: int) -> tuple[Rival, ...]:
    """The parties that the noun could stand for, by how lately, how often and in which role they are named."""
    who = seen.work.who
    lemma, parties = seen.grammar.lemmas[head], who.roster.parties
    keys = who.describer.standing_for({lemma, seen.grammar.lowers[head]})
    for entry in () if keys else seen.reading.classes(head)[:1]:
        keys = who.describer.of_that_kind(entry, lemma)
    rows = who.referrer.ranked(head, keys)
    return tuple(
        Rival(name=parties[key].name, score=round(score, 2), id=parties[key].id) for score, key in rows[:MOST_RIVALS]
    )
