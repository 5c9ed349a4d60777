"""Of a figure: its unit, its group and whose people they are."""

from __future__ import annotations

from sayso.codebook import NounClass, load_codebook
from sayso.extract.counted.draft import Counted
from sayso.extract.counted.labelled import counted_by_label
from sayso.extract.counted.nationals import are_nationals
from sayso.extract.counted.nouns import measure_nouns, people_class, said_to_be
from sayso.extract.counted.some_of_them import are_who_did_it, pronoun_of
from sayso.extract.scene import Scene
from sayso.parse import FINITE_TAGS, conjuncts, prepositional

MODIFIERS = frozenset(("compound", "amod", "nmod", "poss"))
COUNTED_UNITS = frozenset(("people", "households", "percent", "units", "groups", "incidents"))
INCIDENTS = frozenset(("attacks",))
WEAK = frozenset((None, "people"))
LOSSES = frozenset(
    ("dead", "wounded", "injured", "missing", "captured", "loss", "casualty", "fatality", "death", "toll")
)
BELONGING = frozenset(("member", "element", "cadre", "man", "leader", "chief", "commander", "boss", "emir", "deputy"))
SHARING = frozenset(("account", "make", "constitute", "represent", "comprise", "form"))
FARTHEST_VERB = 4
HARMED = frozenset(("killed", "injured", "missing", "captured", "other"))
FORCES = frozenset(("soldiers", "police", "fighters"))
BESIDE = frozenset(("injured", "captured", "missing"))
"""What became of some where others of them were killed."""
OF_ANY_FORCE = frozenset(
    ("officer", "recruit", "conscript", "commander", "general", "colonel", "sergeant", "reservist")
)
"""Who is among the soldiers is one of them, and so among the police."""
PRICE = frozenset(("loss", "cost", "price", "expense", "sacrifice"))
HAVING = frozenset(("have", "number", "field", "command", "boast", "muster", "possess", "maintain"))
LOST = frozenset(("loss", "casualty"))
SUFFERING = frozenset(("suffer", "sustain", "take", "incur"))
LOSING = SUFFERING | {"lose", "record"}
RECKONED = frozenset(("be", "have", "include", "total", "amount", "number", "stand", "come", "comprise"))
LOSSES_BACK = 14
"""Tokens before a number in which the word of loss stands."""
MEMBERS = {"armed_group": "fighters", "state_force": "soldiers"}
"""Kind of a party -> what its members are counted as."""


def heads_of(scene: Scene, item: Counted) -> list[int]:
    """The nouns that the number holds for: what is counted, with what is conjoined to it."""
    if item.parts:
        return list(item.parts)
    if item.quantity.percent and (sharers := _sharers(scene, item)):
        return sharers
    noun = _antecedent(scene, item.noun)
    noun = _people_behind(scene, noun) if item.measure not in INCIDENTS else noun
    if item.head == item.quantity.number or item.quantity.first < item.quantity.number:
        noun = said_to_be(scene.reading, item.quantity.number) or noun
        if (labelled := counted_by_label(scene.reading, item.quantity)) is not None:
            return [labelled]
    if item.quantity.single or item.quantity.best == 1 or item.source == "named":
        return [noun]
    beside = (token for token in conjuncts(scene.grammar, noun) if token > noun and not _has_number(scene, token))
    return [noun, *beside]


def _sharers(scene: Scene, item: Counted) -> list[int]:
    """ "Children account for half of the displaced", "women make up 53 per cent": of whom the share is."""
    grammar, at = scene.grammar, item.quantity.first - 1
    while at > 0 and grammar.tags[at] in ("IN", "RP", "RB") and item.quantity.first - at < FARTHEST_VERB:
        at -= 1
    clause = scene.clause(at) if grammar.lemmas[at] in SHARING else None
    subjects = clause.slots.get("subject", ()) if clause is not None and clause.verb == at else ()
    return [token for token in subjects if people_class(scene.reading, token) is not None]


def _antecedent(scene: Scene, noun: int) -> int:
    """As in "40 pilgrims, six of whom were shot": those whom "whom" stands for."""
    grammar, at = scene.grammar, noun
    if grammar.tags[noun] not in ("WP", "WDT"):
        return noun
    while grammar.heads[at] != at:
        if grammar.deps[at] == "relcl":
            return grammar.heads[at]
        at = grammar.heads[at]
    return noun


def _people_behind(scene: Scene, noun: int) -> int:
    """As in "two deaths of soldiers", "bodies of men": those whom a noun of harm is about."""
    if scene.grammar.lemmas[noun] not in measure_nouns() or scene.grammar.lowers[noun + 1 : noun + 3] == ["of", "war"]:
        return noun
    inner = [t for t in prepositional(scene.grammar, noun, "of", "from") if people_class(scene.reading, t)]
    return inner[0] if inner else noun


def unit_of(scene: Scene, item: Counted) -> str:
    """What is counted: people, households, structures, incidents, percent …"""
    if item.quantity.percent:
        return "percent"
    if item.measure in INCIDENTS:
        return "incidents"
    known = next((entry.unit for entry in scene.reading.classes(item.noun) if entry.unit), None)
    if known is not None:
        return known
    if are_nationals(scene.grammar, item.noun):
        return "people"
    of_things = item.measure in ("other", "area_controlled") and item.noun != item.quantity.number
    return "things" if of_things or item.measure.startswith("structures") else "people"


def group_of(scene: Scene, item: Counted, heads: list[int], unit: str) -> tuple[str | None, bool]:
    """The group counted, and whether the text says how many of each: "275 fighters and their families" does not."""
    if unit not in COUNTED_UNITS:
        return None, True
    if item.source == "part" and item.whole is not None and scene.grammar.lemmas[heads[0]] in OF_ANY_FORCE:
        around = group_of(scene, item.whole, heads_of(scene, item.whole), "people")
        if around[0] in FORCES:
            return around
    if (told := _group_of_them(scene, item, heads)) is not None:
        return told, True
    groups = [_group(scene, head) for head in heads]
    kinds = {group for group in groups if group not in WEAK}
    if item.parts and len({*groups}) > 1:
        return "people", True
    if kinds == {"civilians"} and "people" in groups:
        return "people", True
    if len(kinds) > 1 or (kinds and "people" in groups):
        return "mixed", False
    if kinds:
        return kinds.pop(), True
    if item.whole is not None and item.noun == item.quantity.number and not _outgrows(scene, item):
        return group_of(scene, item.whole, heads_of(scene, item.whole), "people")
    bare = unit == "people" and item.noun in (item.quantity.number, item.quantity.last + 1)
    beside = (_armed_beside(scene, item) or _lost_by_the_armed(scene, item)) if bare else None
    return beside or ("people" if unit in ("people", "households") else None), True


def _group_of_them(scene: Scene, item: Counted, heads: list[int]) -> str | None:
    """ "Nine of them": what those are of whom they are nine, or whom the pronoun means."""
    pronoun = pronoun_of(scene, item)
    if pronoun is None or heads[0] not in (pronoun, item.quantity.number):
        return None
    if item.whole is not None:
        return group_of(scene, item.whole, heads_of(scene, item.whole), "people")[0]
    return None if are_who_did_it(scene, item, pronoun) else MEMBERS.get(scene.kind(pronoun) or "")


def _armed_beside(scene: Scene, item: Counted) -> str | None:
    """Of "four soldiers were killed and eight wounded" the eight: a bare number of the hurt beside the dead of a side
    that bears arms, who are counted together."""
    before = _counted_beside(scene, item)
    group = _group(scene, before) if before is not None else None
    return group if group in FORCES else None


def _counted_beside(scene: Scene, item: Counted) -> int | None:
    """Those with whom a bare number is counted: "killed three soldiers and wounded six"; six others may be anybody."""
    grammar, number = scene.grammar, item.quantity.number
    if item.measure not in BESIDE or item.noun not in (number, item.quantity.last + 1):
        return None
    verb = grammar.heads[number]
    above = grammar.heads[verb]
    if grammar.deps[verb] != "conj" or not above < verb < len(grammar):
        return None
    before = [t for t in grammar.children[above] if grammar.deps[t] in ("dobj", "nsubjpass") and _has_number(scene, t)]
    return before[0] if len(before) == 1 and len(conjuncts(grammar, before[0])) == 1 else None


def _lost_by_the_armed(scene: Scene, item: Counted) -> str | None:
    """ "The enemy's losses were 40 killed and 65 wounded": whoever loses them has none but the armed."""
    owners = _owners_of_losses(scene, item) if item.measure in HARMED else ()
    return next((MEMBERS.get(scene.kind(owner) or "") for owner in owners), None)


def _outgrows(scene: Scene, item: Counted) -> bool:
    """ "Of three women ... the count rose to 26": more than there were of a group before are not all of it."""
    if scene.grammar.lowers[item.quantity.first - 1] in ("at", "about", "around"):
        return False
    before = item.whole.quantity.best if item.whole is not None else None
    return item.source == "again" and before is not None and (item.quantity.best or 0) > before


def _group(scene: Scene, head: int) -> str | None:
    own = _named_group(scene.reading.classes(head))
    if own in FORCES and (named := _group_by_name(scene, head)) is not None:
        return named
    belongs = scene.grammar.lemmas[head] in BELONGING
    if belongs and (told := _group_of_members(scene, head)):
        return told
    if own not in WEAK:
        return own
    for child in scene.grammar.children[head]:
        if (
            child < head
            and scene.grammar.deps[child] in MODIFIERS
            and scene.grammar.tags[child] != "VBN"
            and (told := _named_group(scene.reading.classes(child)))
        ):
            return told if told not in WEAK else own
    return own or _group_by_name(scene, head)


def _group_by_name(scene: Scene, head: int) -> str | None:
    """ "Killed 218 Houthis", "two VDP": those who are called by the name of an armed party."""
    named = scene.grammar.tags[head] in ("NNP", "NNPS") or scene.grammar.words[head][0].isupper()
    return MEMBERS.get(scene.kind(head) or "") if named and not scene.is_class(head) else None


def _group_of_members(scene: Scene, head: int) -> str | None:
    """As in "members of the jihadist group", "members of Boko Haram": what those are to whom they belong."""
    for whole in prepositional(scene.grammar, head, "of", "from"):
        if _named_group(scene.reading.classes(whole)) == "police":
            return "police"
        if (told := MEMBERS.get(scene.kind(whole) or "")) is not None:
            return told
        before = (c for c in scene.grammar.children[whole] if c < whole and scene.grammar.deps[c] in MODIFIERS)
        if any(_named_group(scene.reading.classes(child)) == "fighters" for child in before):
            return "fighters"
    owners = (c for c in scene.grammar.children[head] if scene.grammar.tags[c] == "PRP$" or c == head - 1)
    if (told := next((MEMBERS[kind] for c in owners if (kind := scene.kind(c)) in MEMBERS), None)) is not None:
        return told
    kinds = scene.kinds(scene.party_of(head))
    return MEMBERS.get(kinds[0]) if kinds else None


def _losers(scene: Scene, item: Counted) -> tuple[str, ...]:
    """ "Eritrea lost 140 personnel": whose people they are stands before the verb."""
    told = item.framed
    if told is None or item.source != "frame" or "object" not in told.frame.counts:
        return ()
    before = told.frame.verb_slots.recipient == ("subject",) and item.head in told.clause.fillers("object")
    return scene.parties(*told.recipients) if before else ()


def _havers(scene: Scene, item: Counted) -> tuple[str, ...]:
    """ "The ELN has some 6,000 fighters": whose they are stands before the verb."""
    clause = scene.clause(scene.grammar.heads[item.head])
    if item.measure != "fighters_present" or clause is None or clause.lemma not in HAVING or clause.passive:
        return ()
    return scene.parties(*clause.fillers("subject")) if item.head in clause.fillers("object") else ()


def _named_group(classes: tuple[NounClass, ...]) -> str | None:
    return next((entry.group for entry in classes if entry.group), None)


def _has_number(scene: Scene, head: int) -> bool:
    grammar = scene.grammar
    if grammar.tags[head] == "CD" or grammar.lowers[head] in load_codebook().numbers.vague:
        return True
    return any(
        grammar.deps[c] == "nummod" or grammar.lowers[c] in ("a", "an", "another") for c in grammar.children[head]
    )


def party_of(scene: Scene, item: Counted, heads: list[int]) -> tuple[str, ...]:
    """The parties whose people are counted; those of "20 of them" are whose "they" are, a part's those of its whole."""
    if item.source == "named":
        return scene.sides(*heads)
    pronoun = pronoun_of(scene, item)
    if pronoun is not None and item.whole is not None:
        return party_of(scene, item.whole, heads_of(scene, item.whole))
    if pronoun is not None and are_who_did_it(scene, item, pronoun):
        return ()
    found = tuple(dict.fromkeys(party for head in heads for party in scene.party_of(head) if party))
    if owners := _losers(scene, item) or _havers(scene, item):
        return owners
    if item.measure in HARMED and (not found or all(scene.is_class(head) for head in heads)):
        found = _who_lost(scene, item) or found or _whose_losses(scene, item)
    beside = _counted_beside(scene, item)
    if beside is not None and scene.grammar.lowers[item.noun] != "others" and _group(scene, beside) in FORCES:
        return tuple(party for party in scene.party_of(beside) if party)
    if found or item.noun != item.quantity.number:
        return found
    they = prepositional(scene.grammar, item.quantity.number, "of")
    found = tuple(party for token in they for party in scene.party_of(token) if party)
    return found or (party_of(scene, item.whole, heads_of(scene, item.whole)) if item.whole is not None else ())


def own_loss(scene: Scene, item: Counted) -> int | None:
    """ "Killed 200 for the loss of 11 men", "at the cost of nine fighters": the verb whose subject lost them."""
    grammar, head = scene.grammar, item.noun
    of, loss = grammar.heads[head], grammar.heads[grammar.heads[head]]
    if grammar.lowers[of] != "of" or grammar.lemmas[loss] not in PRICE or grammar.deps[loss] != "pobj":
        return None
    clause = scene.clause(grammar.heads[grammar.heads[loss]])
    paid = clause is not None and clause.kind == "verbal" and grammar.lowers[grammar.heads[loss]] in ("for", "at")
    return clause.predicate if paid and clause is not None else None


def _who_lost(scene: Scene, item: Counted) -> tuple[str, ...]:
    """ "The invaders lost 1,640 people killed and wounded": theirs."""
    if (paying := own_loss(scene, item)) is not None:
        clause = scene.clause(paying)
        return scene.parties(*clause.fillers("subject")) if clause is not None else ()
    clause = scene.clause(scene.grammar.heads[item.head])
    if clause is None or clause.lemma != "lose" or item.head not in clause.fillers("object"):
        return scene.parties(*_owners_of_losses(scene, item))
    return scene.parties(*clause.fillers("subject"))


def _owners_of_losses(scene: Scene, item: Counted) -> tuple[int, ...]:
    """Whose the bare numbers are behind a word of loss: "the rebels' losses were 40 killed and 65 wounded", "suffered
    heavy losses: 30 dead, 12 captured", "lost 14 men and had 37 wounded"."""
    grammar, number = scene.grammar, item.quantity.number
    if item.noun != number and grammar.lowers[item.noun] not in LOSSES:
        return ()
    first, _ = grammar.sentences[grammar.sentence_of[number]]
    for token in range(item.quantity.first - 1, max(first, number - LOSSES_BACK) - 1, -1):
        lemma = grammar.lemmas[token]
        if lemma in LOST and grammar.tags[token][:2] == "NN":
            return _owners(scene, token)
        if lemma in LOSING or (grammar.tags[token] in FINITE_TAGS and lemma not in RECKONED):
            clause = scene.clause(token) if lemma in LOSING else None
            losers = clause.fillers("subject") if clause is not None and not clause.passive else ()
            return tuple(t for t in losers if lemma == "lose" or scene.kind(t) in MEMBERS)
    return ()


def _owners(scene: Scene, loss: int) -> tuple[int, ...]:
    """Whose losses they are: the word before the noun, or the subject of the verb that suffers them."""
    grammar = scene.grammar
    owners = [c for c in grammar.children[loss] if grammar.deps[c] in MODIFIERS and grammar.lemmas[c] not in LOSSES]
    if scene.parties(*owners):
        return tuple(owners)
    clause = scene.clause(grammar.heads[loss]) if grammar.deps[loss] == "dobj" else None
    suffers = clause is not None and clause.lemma in SUFFERING and not clause.passive
    return clause.fillers("subject") if clause is not None and suffers else ()


def _whose_losses(scene: Scene, item: Counted) -> tuple[str, ...]:
    """Whose the dead are of "put rebel dead at 60", "put their own losses at nine dead and four wounded"."""
    grammar, head = scene.grammar, item.head
    while grammar.deps[head] == "conj" and grammar.heads[head] < head:
        head = grammar.heads[head]
    link = grammar.heads[head]
    if grammar.deps[head] != "pobj" or grammar.lowers[link] != "at":
        return ()
    above = grammar.heads[link]
    lost = (above, *(c for c in grammar.children[above] if grammar.deps[c] in ("dobj", "nsubj", "nsubjpass")))
    losses = (t for t in lost if t < link and (grammar.lemmas[t] in LOSSES or grammar.lowers[t] in LOSSES))
    owners = (c for t in losses for c in grammar.children[t] if grammar.deps[c] in MODIFIERS)
    owners = [owner for owner in owners if grammar.lemmas[owner] not in LOSSES]
    return tuple(dict.fromkeys(party for owner in owners for party in scene.parties(owner)))
