"""One happening in several words: the verb that carries a noun, the toll of an attack, the wounded beside the dead."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.extract.framing.framed import Framed
from sayso.extract.framing.light import place_of
from sayso.extract.reading import Reading
from sayso.parse import Grammar

HARM = frozenset(("killed", "injured", "executed"))
BESIDE_DISASTERS = frozenset(("ASSAULT", "COERCE", "MOBILIZE"))
FALLING = frozenset(("rock", "boulder", "debris", "tree", "branch", "mud", "roof", "wall", "masonry", "hailstone"))
CIVIL_VEHICLES = frozenset(
    ("lorry", "truck", "bus", "minibus", "coach", "car", "taxi", "train", "tram", "ferry", "boat", "van", "airliner",
     "jet", "plane", "airplane", "tanker", "trailer", "motorcycle", "vehicle")
)  # fmt: skip
MODES = ("heavy-weapons", "drone", "explosives", "firearms", "primitive")
"""Modes that are also the classes of the nouns for what such deeds are done with."""
WEAPON_SLOTS = ("by", "with", "subject", "from", "using")
CAUSE_SLOTS = ("subject", "in", "by", "during", "from", "after", "when", "with")
WORDS_AND_DEEDS = frozenset(("ACCUSE", "REQUEST", "THREATEN", "REJECT", "SUPPORT"))
"""Types that are said: what they speak of is a happening of its own."""
DOING_NOTHING = frozenset(("series", "string", "blast", "explosion", "fire", "blaze", "fireball", "detonation"))
"""What harms and is nobody: a party's doing, or an accident."""
THE = frozenset(("the", "this", "that", "these", "those"))
WHEN = frozenset(("when", "as", "after", None))
ON_OBJECTS = frozenset(("with", "for", "of", "over"))
"""Prepositions that the parser may hang on a verb's object ("blamed separatists for the bombing")."""
ENDS = frozenset(("CONCEDE", "RETREAT", "PROTEST"))
"""Types of verbs that end or name what their object tells ("called off the strike")."""
TAKES_UP = {
    "REJECT": ("REQUEST", "AGREE", "THREATEN", "REJECT", "RETREAT"),
    "CONCEDE": ("REQUEST",),
    "AGREE": ("REQUEST", "AGREE", "COOPERATE"),
    "SUPPORT": ("AGREE", "COOPERATE"),
}
"""Type of a verb -> types of the nouns that are what it refuses, grants or settles, and so no happening beside it."""


def set_accidents_apart(reading: Reading, found: Sequence[Framed]) -> None:
    """Marks, in place, the dead, the hurt and the ruined of a sentence that tells of a disaster or a disease and of no
    violence, and the troops that are sent there."""
    sentence_of = reading.grammar.sentence_of
    suffered = [item for item in found if item.frame.type in BESIDE_DISASTERS and _has_no_doer(reading, item)]
    if not suffered:
        return
    violent = {
        sentence_of[i.clause.predicate] for i in found if i.frame.type == "ASSAULT" and not _may_befall(reading, i)
    }
    for item in suffered:
        sentence = sentence_of[item.clause.predicate]
        if sentence not in violent and (item.frame.type == "MOBILIZE" or _may_befall(reading, item)):
            classes = ("disaster", "disease") if item.frame.counts else ("disaster",)
            item.by_accident = _tells_of(reading, sentence, classes) or (
                sentence > 0
                and sentence - 1 not in violent
                and _told_again(reading, item)
                and _tells_of(reading, sentence - 1, ("disaster",))
            )


def _tells_of(reading: Reading, sentence: int, classes: tuple[str, ...]) -> bool:
    tokens = range(*reading.grammar.sentences[sentence])
    return any(reading.is_a(t, *classes) and not _is_of_a_name(reading, t) for t in tokens)


def _is_of_a_name(reading: Reading, token: int) -> bool:
    """ "The Storm Corps", "Tornado jets": a word of a unit's or a weapon's name, and no weather."""
    grammar, head = reading.grammar, reading.grammar.heads[token]
    named = grammar.tags[token] == "NNP" and grammar.deps[token] == "compound"
    return named and reading.is_a(head, "armed", "group", "weapon", "vehicle")


def _told_again(reading: Reading, item: Framed) -> bool:
    """ "The blast killed nine": the accident of the sentence before."""
    grammar, nouns = reading.grammar, (item.clause.predicate, *item.actors)
    return any(grammar.lemmas[t] in DOING_NOTHING and grammar.lowers[grammar.edges[t][0]] in THE for t in nouns)


def _may_befall(reading: Reading, item: Framed) -> bool:
    """Whether it can be a disaster's doing."""
    return bool(item.frame.counts or item.frame.blind) and _has_no_doer(reading, item)


def _has_no_doer(reading: Reading, item: Framed) -> bool:
    return (
        item.frame.type == "MOBILIZE"
        or not item.actors
        or any(_is_disaster(reading, actor) for actor in item.actors)
        or all(_does_nothing(reading, actor) for actor in item.actors)
    )


def _does_nothing(reading: Reading, actor: int) -> bool:
    """A blast, a boulder, a lorry: what harms and is nobody."""
    lemma = reading.grammar.lemmas[actor]
    return lemma in DOING_NOTHING or lemma in FALLING or lemma in CIVIL_VEHICLES


def _is_disaster(reading: Reading, noun: int) -> bool:
    """ "The flood", "Hurricane Mitch", "cholera"."""
    before = [child for child in reading.grammar.children[noun] if reading.grammar.deps[child] == "compound"]
    return any(reading.is_a(token, "disaster", "disease") for token in (noun, *before))


def set_weapons(reading: Reading, found: Sequence[Framed]) -> None:
    """Sets, in place, the weapon that the words around a verb name, whatever its frame has, and the mode that goes with
    it: "damaged by a bomb", "killed with machetes", "shells struck"."""
    for item in found:
        if item.frame.type == "ASSAULT" and item.clause.kind == "verbal":
            tokens = [t for slot in WEAPON_SLOTS for t in item.clause.slots.get(slot, ())]
            weapon = next((t for t in tokens if reading.is_a(t, "weapon", "explosive")), None)
            if weapon is not None:
                item.weapon = reading.grammar.lemmas[weapon]
                item.mode = item.frame.mode or next((mode for mode in MODES if reading.is_a(weapon, mode)), None)


def settle(grammar: Grammar, found: Sequence[Framed]) -> None:
    """Sets, in place, which of the framed clauses tell others: of each happening one is left that none tells."""
    by_predicate = {item.clause.predicate: item for item in found}
    for item in found:
        _in_longer_noun(grammar, item, by_predicate)
        _ends_a_phrase(item, by_predicate)
        _in_protest(item, by_predicate)
    partners = {grammar.heads[item.clause.predicate]: item for item in found if _is_second_toll(grammar, item)}
    for item in found:
        _not_by_the_hit(grammar, item, by_predicate)
        _with_cause(item, by_predicate, partners.get(item.clause.predicate))
    by_object = {token: item for item in found for token in item.clause.slots.get("object", ())}
    for item in found:
        above = item.clause.governor if item.clause.governor is not None else -1
        carrier = by_predicate.get(above) or (by_object.get(above) if place_of(item.clause) in ON_OBJECTS else None)
        if carrier is not None and item.clause.kind == "nominal" and not carrier.absorbed and not item.absorbed:
            _with_carrier(item, carrier)
    by_subject = {token: item for item in found if _is_cause(item) or _harms(item) for token in _subjects(item)}
    for item in found:
        _beside_another_toll(grammar, item, by_predicate)
        _made_again(item, by_predicate)
        _fired_so(grammar, item, by_subject)
    for item in found:
        _done_then(item, by_predicate)
        _given_by_force(item, by_predicate)
        _fought_for(item, by_predicate)
        _to_protest(item, by_predicate)
        _answered_by(item, by_predicate)


def _in_longer_noun(grammar: Grammar, item: Framed, by_predicate: dict[int, Framed]) -> None:
    """ "Mediation efforts": the longer noun that its head ends tells the happening."""
    token = item.clause.predicate
    longer = by_predicate.get(grammar.heads[token]) if grammar.deps[token] == "compound" else None
    if longer is not None and longer.clause.kind == "nominal" and longer.first <= token < longer.clause.predicate:
        item.told_by = longer


def _in_protest(item: Framed, by_predicate: dict[int, Framed]) -> None:
    """ "Began a hunger strike to protest his arrest": what a crowd does to show its anger shows it."""
    above = by_predicate.get(item.clause.governor) if item.clause.how == "purpose" else None
    shown = item.frame.type == "ACCUSE" and item.frame.mode == "disapprove"
    if shown and above is not None and above.frame.type == "PROTEST":
        item.told_by = above
        above.recipients = above.recipients or item.recipients


def _harms(item: Framed) -> bool:
    return bool(HARM & set(item.frame.counts.values()))


def _not_by_the_hit(grammar: Grammar, item: Framed, by_predicate: dict[int, Framed]) -> None:
    """ "The patrol came under fire, killing two": whoever is hit kills nobody; those who fired did, if told."""
    above = by_predicate.get(item.clause.governor) if item.clause.governor is not None else None
    if above is None or not _harms(item) or grammar.tags[item.clause.predicate] != "VBG":
        return
    hit = above.recipients if "subject" in above.frame.verb_slots.recipient else ()
    if item.actors and set(item.actors) <= set(hit):
        item.actors = above.actors


def _is_second_toll(grammar: Grammar, item: Framed) -> bool:
    return _harms(item) and item.clause.kind == "verbal" and grammar.deps[item.clause.predicate] == "conj"


def _with_cause(item: Framed, by_predicate: dict[int, Framed], partner: Framed | None) -> None:
    """A toll and the deed behind it are one happening: "12 were killed in a raid by the army on the camp"; where the
    deed stands behind the second of two tolls ("12 died and 9 were hurt in a raid") it is that of both. partner: the
    second."""
    if not _harms(item) or (item.clause.kind == "nominal" and item.light is None):
        return
    for slot in CAUSE_SLOTS:
        fillers = item.clause.slots.get(slot, ()) or (partner.clause.slots.get(slot, ()) if partner else ())
        found = (by_predicate.get(token) for token in fillers)
        deeds = [deed for deed in found if deed is not None and deed is not item and _is_cause(deed)]
        causes = {deed.clause.predicate for deed in deeds}
        item.actors = tuple(actor for actor in item.actors if actor not in causes)
        item.actors = item.actors or tuple(dict.fromkeys(actor for deed in deeds for actor in _doers(deed, item)))
        for deed in deeds:
            _tell(item, deed)


def _is_cause(deed: Framed) -> bool:
    return deed.frame.type == "ASSAULT" and not deed.absorbed and not _harms(deed)


def _tell(item: Framed, deed: Framed) -> None:
    item.recipients = item.recipients or deed.recipients
    item.grounds = item.grounds or deed.grounds
    item.status = item.status or (deed.status if set(deed.actors) & set(item.actors) else None)
    item.mode, item.weapon = item.mode or deed.frame.mode, item.weapon or deed.frame.weapon
    item.also += (*range(deed.first, deed.last + 1), *deed.actors)
    deed.told_by = item


def _doers(deed: Framed, item: Framed) -> tuple[int, ...]:
    """Who did it; of clashes "with the army" the army, where nobody else is named but those whom it befell."""
    others = (token for token in deed.recipients if token not in item.recipients)
    own = tuple(token for token in deed.actors if not deed.frame.two_sided or token not in item.recipients)
    return own or (tuple(others) if deed.frame.two_sided else ())


def _with_carrier(item: Framed, carrier: Framed) -> None:
    """A noun and the verb that it hangs on: one of them tells both, or each is a happening of its own."""
    if _goes_on(item, carrier):
        carrier.told_by = item
        return
    if _is_in_phrase(item, carrier) or _was_asked_for(item, carrier) or _is_done(item, carrier):
        item.told_by = carrier
        carrier.recipients = carrier.recipients or item.recipients
        carrier.also += (item.clause.predicate,)
    elif item.frame.type in TAKES_UP.get(carrier.frame.type, ()) or _is_stopped_aid(item, carrier):
        item.told_by = carrier
    elif item.frame.type == carrier.frame.type == "ASSAULT" and place_of(item.clause) == "with":
        item.told_by = carrier
        carrier.mode, carrier.weapon = item.frame.mode, item.frame.weapon
    elif carrier.frame.type == "ACCUSE" and place_of(item.clause) in ("for", "of", "over") and not item.actors:
        item.actors = carrier.recipients
    elif carrier.frame.type == "REQUEST" and item.frame.type == "RETREAT" and place_of(item.clause) == "object":
        carrier.recipients = tuple(who for who in item.actors if who not in carrier.actors) or carrier.recipients
    elif carrier.frame.type == "ACCUSE" and place_of(item.clause) == "object":
        carrier.recipients = tuple(actor for actor in item.actors if actor not in carrier.actors)
    elif item.light is not None and carrier.frame.type not in WORDS_AND_DEEDS and _same_deed(item, carrier):
        carrier.told_by = item
        item.also += (carrier.clause.predicate,)


def _goes_on(item: Framed, carrier: Framed) -> bool:
    """ "The shelling has not let up": no end, but the shelling."""
    ends = carrier.frame.phase == "ended" and carrier.clause.negated and carrier.clause.kind == "verbal"
    return ends and item.frame.type == "ASSAULT" and place_of(item.clause) == "subject"


def _is_stopped_aid(item: Framed, carrier: Framed) -> bool:
    """ "An aid convoy was turned back", "looted food aid": what was to be given, and was not."""
    stopped = carrier.frame.type in ("ASSAULT", "COERCE") and place_of(item.clause) == "object"
    return stopped and item.frame.type == "AID"


def _done_then(deed: Framed, by_predicate: dict[int, Framed]) -> None:
    """ "Eleven were killed when rebels ambushed a patrol", "six died and nine were hurt when": whoever did it is told
    in the clause of time."""
    clause = deed.clause
    last = by_predicate.get(clause.governor) if clause.how == "time" and clause.marker in WHEN else None
    toll = last.teller if last is not None and _harms(last) else last
    if toll is None or toll.actors or not _harms(toll) or toll.clause.kind != "verbal" or toll.frame.type != "ASSAULT":
        return
    told_of_deed = clause.kind == "verbal" and not deed.frame.two_sided and deed.frame.control is None
    if _is_cause(deed) and told_of_deed and not clause.negated:
        toll.actors = tuple(actor for actor in deed.actors if actor not in toll.recipients)


def _to_protest(item: Framed, by_predicate: dict[int, Framed]) -> None:
    """ "Blocked the road to protest the killings": what it was for, and no second protest."""
    deed = by_predicate.get(item.clause.governor) if item.clause.how in ("infinitive", "purpose") else None
    if deed is not None and deed.frame.type == item.frame.type == "PROTEST" and not deed.absorbed:
        deed.recipients = deed.recipients or item.recipients
        item.told_by = deed


def _answered_by(deed: Framed, by_predicate: dict[int, Framed]) -> None:
    """ "Retaliated by ambushing a convoy": one deed, told by what was done."""
    answer = by_predicate.get(deed.clause.governor) if deed.clause.marker == "by" else None
    if answer is None or deed.clause.kind != "verbal" or answer.recipients or answer.absorbed:
        return
    if deed.frame.type == answer.frame.type == "ASSAULT" and deed.actors == answer.actors:
        answer.told_by = deed


def _given_by_force(gift: Framed, by_predicate: dict[int, Framed]) -> None:
    """ "Forced the drivers to hand over their cargo": what is taken so is no aid."""
    force = by_predicate.get(gift.clause.governor) if gift.clause.how == "infinitive" else None
    if gift.frame.type == "AID" and force is not None and force.frame.type == "COERCE":
        gift.told_by = force


def _fought_for(deed: Framed, by_predicate: dict[int, Framed]) -> None:
    """ "Militias fighting to take the town from the army": whom they would take it from is whom they fight."""
    fight = by_predicate.get(deed.clause.governor) if deed.clause.how in ("infinitive", "purpose") else None
    if fight is None or fight.recipients or not fight.frame.two_sided or fight.clause.kind != "verbal":
        return
    if fight.frame.type == deed.frame.type == "ASSAULT":
        fight.recipients = tuple(token for token in deed.recipients if token not in fight.actors)


def _ends_a_phrase(item: Framed, by_predicate: dict[int, Framed]) -> None:
    """ "Forced 40 families to flee", "forced drivers to hand over cash": the last verb of a phrase that tells the same,
    or that takes by force what the verb gives up."""
    whole = by_predicate.get(item.clause.governor) if item.clause.governor is not None else None
    if whole is None or whole is item or item.clause.kind != "verbal":
        return
    taken = whole.frame.mode == "seize" and item.frame.type == "RETREAT"
    if whole.frame.type != item.frame.type and not taken:
        return
    if whole.first < item.clause.predicate <= whole.last:
        item.told_by = whole


def _made_again(item: Framed, by_predicate: dict[int, Framed]) -> None:
    """ "The accord signed in August", "sanctions imposed by the union": a noun told by the participle behind it."""
    noun = by_predicate.get(item.clause.governor) if item.clause.how == "relative" else None
    if noun is None or noun.absorbed or noun.clause.kind != "nominal" or item.frame.type != noun.frame.type:
        return
    of_phrase = item.frame.type == "AGREE" or item.first <= noun.clause.predicate <= item.last
    if of_phrase and not item.absorbed and noun.clause.predicate in item.clause.slots.get("object", ()):
        item.actors, item.recipients = item.actors or noun.actors, item.recipients or noun.recipients
        noun.told_by = item


def _subjects(item: Framed) -> tuple[int, ...]:
    return item.clause.slots.get("subject", ()) if item.clause.kind == "verbal" else ()


def _fired_so(grammar: Grammar, item: Framed, by_subject: dict[int, Framed]) -> None:
    """ "Rockets fired by the rebels hit a school", "a bomb planted by them killed nine": one happening, told by what
    the weapon did."""
    weapon = item.clause.governor if item.clause.how == "relative" and _is_cause(item) else None
    struck = by_subject.get(weapon) if weapon is not None else None
    if struck is None or struck is item or struck.absorbed or grammar.lemmas[weapon] != struck.weapon:
        return
    struck.actors = struck.actors or item.actors
    _tell(struck, item)


def _is_in_phrase(item: Framed, carrier: Framed) -> bool:
    """The noun is a word of the verb's phrase ("lodged a complaint"); what is demanded is told beside the demand all
    the same."""
    apart = carrier.frame.type in WORDS_AND_DEEDS and carrier.frame.type != item.frame.type
    return not apart and carrier.first <= item.clause.predicate <= carrier.last


def _is_done(item: Framed, carrier: Framed) -> bool:
    """ "Fought a gun battle", "lodged a protest with the envoy": an object that says again what the verb tells."""
    if place_of(item.clause) != "object":
        return False
    fought = item.frame.two_sided and carrier.frame.two_sided and item.frame.type == carrier.frame.type == "ASSAULT"
    set_off = item.frame.mode == carrier.frame.mode == "explosives"
    shown = carrier.frame.type == "ACCUSE" and carrier.frame.mode == "disapprove" and item.frame.type == "PROTEST"
    return fought or set_off or (shown and carrier.first <= item.clause.predicate <= carrier.last)


def _was_asked_for(item: Framed, carrier: Framed) -> bool:
    """The verb's frame fits because of this noun ("lifted sanctions"); violence is told beside it all the same."""
    if carrier.frame.type in WORDS_AND_DEEDS or (item.frame.type == "ASSAULT" and carrier.frame.type not in ENDS):
        return False
    place = place_of(item.clause)
    return place in carrier.frame.needs and item.clause.predicate in carrier.clause.slots.get(place, ())


def _same_deed(item: Framed, carrier: Framed) -> bool:
    return place_of(item.clause) != "subject" or carrier.frame.type == item.frame.type


def _beside_another_toll(grammar: Grammar, item: Framed, by_predicate: dict[int, Framed]) -> None:
    """ "46 dead and 80 wounded" is one happening with two figures."""
    token = item.clause.predicate
    if item.absorbed or not _harms(item) or grammar.deps[token] != "conj":
        return
    other = by_predicate.get(grammar.heads[token])
    if other is None or other.teller is item or not _harms(other):
        return
    if set(item.actors) <= {*other.actors, *other.also}:
        item.told_by = other.teller
        other.teller.hurt += item.recipients
