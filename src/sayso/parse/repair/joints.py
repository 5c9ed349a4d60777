"""What stands where two statements meet, which the parser gives to the wrong one: times, contents, particles."""

from __future__ import annotations

from collections.abc import Callable

from sayso.parse.borrow import CHARGING
from sayso.parse.lemmas import Lemmas
from sayso.parse.repair import agents, attached, charges, content, counts, grounds, loose, pairs
from sayso.parse.repair.asides import verb_read_into_an_aside
from sayso.parse.repair.between import (
    for_his_part,
    gap_read_as_mark,
    name_behind_whose_word,
    one_side_on_the_other,
    sides_behind_the_place,
    state_read_as_adverb,
    toll_of_two_sides,
)
from sayso.parse.repair.deeds import CALENDAR, doer_behind_deed, done_to_behind_doer, let_go
from sayso.parse.repair.hung import (
    cleared_of,
    company_read_as_particle,
    company_read_as_subject,
    deed_read_into_its_object,
    finite_beside_infinitive,
    first_verb_read_as_content,
    gerund_of_those_shown,
    harm_read_into_its_number,
    link_behind_second_noun,
    made_to,
    name_read_as_infinitive,
    participle_read_as_noun,
    second_deed_read_into_its_object,
    second_of_three_verbs,
    second_verb_of_quotation,
    subject_behind_opening_place,
    subject_of_a_report,
)
from sayso.parse.repair.subjects import (
    bare_verb_read_as_subject,
    deed_behind_as,
    emphatic_reflexive,
    first_of_two_peoples,
    name_beside_office,
    office_before_its_holder,
    participle_read_as_subject,
    subject_read_as_further_place,
    verb_read_as_head,
    verb_read_as_plural,
    verb_read_into_its_object,
)
from sayso.parse.repair.tolls import wounded_read_as_verb
from sayso.parse.tree import Tree

DONE_TO = frozenset(
    ("kill", "injure", "wound", "detain", "arrest", "abduct", "kidnap", "displace", "execute", "behead", "hospitalise",
     "hospitalize", "destroy", "damage", "rescue", "capture", "evacuate", "shoot", "massacre", "slaughter", "hack",
     "stab", "lynch", "slay", "torch", "neutralise", "neutralize", "martyr")
)  # fmt: skip
"""Deeds that are hardly told without whom they were done to."""
NEAR = frozenset(("last", "this", "next", "earlier", "late", "early"))
DAYS = frozenset(("yesterday", "today", "tomorrow", "week", "month", "year", "weekend"))
DATING = frozenset(("on", "in", "late", "early", "during", "at"))
ASKING = frozenset(
    ("ask", "urge", "order", "tell", "beg", "command", "instruct", "implore", "entreat", "beseech", "exhort", "direct",
     "authorise", "authorize", "task", "mandate", "summon", "press", "pressure", "oblige", "require")
)  # fmt: skip
APPEALING, TURNING_TO = frozenset(("appeal", "call", "plead", "signal")), frozenset(("to", "on", "upon", "with"))
KEEPING = frozenset(("go", "keep", "carry", "press"))
PLACING = frozenset(("off", "out", "down", "up", "past", "through", "over", "in"))
GIVING_OVER = frozenset(("hand", "turn", "sign"))
"""Verbs that take "over" as a part of themselves in front of what is given: no "more than"."""


def repair_joints(tree: Tree, lemmas: Lemmas) -> None:
    """Mends the columns in place, token by token."""
    tree.retagged.clear()
    for token, dep in enumerate(tree.deps):
        for rule in BY_PREPOSITION.get(tree.lowers[token], ()) if dep == "prep" else RULES.get(dep, ()):
            rule(tree, token)
    for token in tree.retagged:
        tree.grammar.lemmas[token] = lemmas.of(tree.lowers[token], tree.tags[token])


def _time_before_conjunction(tree: Tree, time: int) -> None:
    """ "Stopped deliveries last week after gunmen seized a lorry": the week is that of the main verb."""
    later = tree.heads[time]
    mark = next(iter(tree.below(later, "mark")), None)
    if tree.deps[later] != "advcl" or mark is None or not time < mark or not _is_day(tree, time):
        return
    first, last = _edges(tree, time)
    if last + 1 == mark and tree.lowers[first - 1] not in (",", "-", "–", "—", "("):
        tree.move(time, tree.heads[later], tree.deps[time])


def _time_behind_saying(tree: Tree, time: int) -> None:
    """ "Said in June it would send boats": a day between a verb and the subject of its content is the verb's."""
    told = tree.heads[time]
    saying, subject = tree.heads[told], tree.subject(told)
    if tree.deps[told] != "ccomp" or subject is None or not saying < time < subject or not _is_day(tree, time):
        return
    first, last = _edges(tree, time)
    if first == saying + 1 and last < _edges(tree, subject)[0]:
        tree.move(time, saying, tree.deps[time])


def _is_day(tree: Tree, time: int) -> bool:
    """Whether the word, or what its preposition governs, is a day, a month or a week, and no length of time."""
    if tree.deps[time] == "prep":
        inner = next(iter(tree.below(time, "pobj")), None)
        return inner is not None and tree.lowers[time] in DATING and tree.lowers[inner].strip(".") in CALENDAR
    beside = {tree.lowers[child] for child in tree.children[time]}
    return tree.lowers[time].strip(".") in CALENDAR or (tree.lowers[time] in DAYS and bool(beside & NEAR))


def _edges(tree: Tree, token: int) -> tuple[int, int]:
    """The first and the last token of all that hangs on a token."""
    first, last, waiting = token, token, [token]
    while waiting:
        at = waiting.pop()
        first, last = min(first, at), max(last, at)
        waiting += tree.children[at]
    return first, last


def _second_of_two_sides(tree: Tree, second: int) -> None:
    """ "Clashes between Congo army, M23": a headline's comma between two sides is its "and"."""
    first = tree.heads[second]
    between = tree.heads[first]
    apart = tree.lowers[tree.opening_of(second) - 1] == ","
    if tree.lowers[between] != "between" or tree.deps[first] != "pobj" or not apart:
        return
    if not any(tree.deps[c] in ("cc", "conj") for c in (*tree.children[first], *tree.children[second])):
        tree.deps[second] = "conj"


def _statement_before_semicolon(tree: Tree, verb: int) -> None:
    """ "Two states protested; Accra said it would send boats": what ends at a semicolon is no content of what follows,
    but a statement beside it."""
    later = tree.heads[verb]
    subject = tree.subject(later)
    if subject is None or not verb < subject or tree.subject(verb) is None or tree.below(verb, "mark"):
        return
    if ";" not in tree.lowers[verb:subject]:
        return
    head, dep = tree.heads[later], tree.deps[later]
    tree.move(verb, verb if head == later else head, dep)
    tree.move(later, verb, "parataxis")


def _particle_before_number(tree: Tree, particle: int) -> None:
    """ "Turned over 31 captives": a part of the verb, and no more than 31."""
    verb, number = particle - 1, tree.heads[particle]
    if tree.lowers[particle] != "over" or verb < 0 or tree.grammar.lemmas[verb] not in GIVING_OVER:
        return
    if number > particle and tree.tags[verb][0] == "V":
        tree.move(particle, verb, "prt")
        tree.retag(particle, "RP")


def _gerund_as_noun(tree: Tree, second: int) -> None:
    """ "Accused of funding and arming rebels": a gerund beside a gerund is none the less one for being without its
    object."""
    first = tree.heads[second]
    bare = all(tree.deps[child] in ("cc", "conj", "punct") for child in tree.children[first])
    if tree.tags[second] != "VBG" or tree.deps[first] != "pobj" or not tree.lowers[first].endswith("ing") or not bare:
        return
    for thing in tree.below(second, "dobj"):
        tree.retag(first, "VBG")
        tree.deps[first] = "pcomp"
        tree.move(thing, second, "dobj")


def _participle_beside_verb(tree: Tree, noun: int) -> None:
    """ "Funded and armed rebels": the noun is what both verbs have, and the second is no adjective of it."""
    first, second = tree.heads[noun], next(iter(tree.below(noun, "amod")), None)
    if (
        second is None
        or second - 2 != first
        or tree.lowers[second - 1] != "and"
        or tree.below(first, "dobj", "auxpass")
    ):
        return
    if tree.tags[first] in ("VBD", "VBN") and tree.lowers[second].endswith("ed"):
        tree.move(second, first, "conj")
        tree.move(noun, second, "dobj")
        tree.retag(first, "VBD")
        tree.retag(second, "VBD")


def _charge_on_the_charged(tree: Tree, of: int) -> None:
    """ "Accused its neighbour of arming rebels": what one is accused of hangs on the verb."""
    charged = tree.heads[of]
    while tree.deps[charged] == "conj":
        charged = tree.heads[charged]
    verb = tree.heads[charged]
    while tree.tags[verb] == "IN" and tree.heads[verb] != verb:
        verb = tree.heads[verb]
    deed = any(tree.lowers[c].endswith("ing") for c in tree.below(of, "pcomp", "pobj"))
    if (
        deed
        and tree.lowers[of] == "of"
        and tree.deps[charged] in ("dobj", "pobj")
        and tree.grammar.lemmas[verb] in CHARGING
    ):
        tree.move(of, verb, "prep")


def _asked_to(tree: Tree, verb: int) -> None:
    """ "Asked the council on Sunday to condemn it": whoever is asked is to do it, whatever stands between."""
    asking = tree.heads[verb]
    to = any(tree.tags[c] == "TO" for c in tree.below(verb, "aux"))
    asked = [c for c in tree.below(asking, "dobj", "dative") if asking < c < verb]
    turned_to = [c for c in tree.below(asking, "prep") if asking < c < verb and tree.lowers[c] in TURNING_TO]
    known = tree.grammar.lemmas[asking] in (ASKING if asked else APPEALING)
    if to and (asked or turned_to) and known and not tree.below(verb, "mark"):
        tree.deps[verb] = "xcomp"


def _went_on_to(tree: Tree, verb: int) -> None:
    """ "Went on to take the town": what somebody went on to do is done, and no purpose of going on."""
    going = tree.heads[verb]
    particle = next(iter(tree.below(going, "prt", "advmod", "prep")), None)
    if tree.grammar.lemmas[going] != "go" or particle is None or tree.lowers[particle] != "on" or particle > verb:
        return
    if any(tree.tags[c] == "TO" for c in tree.below(verb, "aux")) and not tree.below(particle, "pobj"):
        tree.deps[verb] = "xcomp"
        tree.deps[particle] = "advmod"


def _subject_beside_subject(tree: Tree, later: int) -> None:
    """ "A leader of the group and eight militants were killed": two subjects with an "and" between are one of both."""
    verb = tree.heads[later]
    first = tree.subject(verb)
    if first is None or first >= later or tree.deps[first] != tree.deps[later] or not first < later < verb:
        return
    joint = tree.below(first, "cc")
    if joint and first < joint[-1] < later and not tree.below(first, "conj"):
        tree.move(later, first, "conj")


def _bare_passive(tree: Tree, subject: int) -> None:
    """ "15 guards detained", "activists arrested in Kona": a deed without an object is done to its subject, in
    telegrams and titles."""
    verb = tree.heads[subject]
    if tree.grammar.lemmas[verb] not in DONE_TO or tree.tags[verb] not in ("VBD", "VBN") or subject > verb:
        return
    lone = not tree.below(verb, "dobj", "aux", "auxpass", "conj", "cc", "dative") and tree.deps[verb] != "conj"
    if not lone or tree.tags[subject] not in ("NNS", "NN", "CD", "NNPS", "NNP"):
        return
    if tree.below(subject, "nummod", "quantmod") or _is_titled(tree, subject, verb):
        tree.deps[subject] = "nsubjpass"
        tree.retag(verb, "VBN")


def _is_titled(tree: Tree, subject: int, verb: int) -> bool:
    """Whether the two stand in a line without a full stop, the first without an article."""
    last = tree.grammar.sentences[tree.grammar.sentence_of[verb]][1] - 1
    return tree.tags[last] != "." and tree.heads[verb] == verb and not tree.below(subject, "det", "poss")


def _went_on_doing(tree: Tree, gerund: int) -> None:
    """ "Would go on firing", "kept on advancing": what goes on is done, and no place or theme of going."""
    particle = tree.heads[gerund]
    going = tree.heads[particle]
    if tree.lowers[particle] == "on" and tree.lowers[gerund].endswith("ing") and tree.grammar.lemmas[going] in KEEPING:
        tree.move(gerund, going, "xcomp")
        tree.deps[particle] = "prt"
        tree.retag(gerund, "VBG")


def _from_where_they_were_taken(tree: Tree, particle: int) -> None:
    """ "Were pulled off a train": a passive has no object behind its particle, which is a preposition then."""
    verb = tree.heads[particle]
    if particle < verb or tree.lowers[particle] not in PLACING or not tree.below(verb, "auxpass"):
        return
    for noun in tree.below(verb, "dobj"):
        if particle < noun and _edges(tree, noun)[0] == particle + 1:
            tree.move(noun, particle, "pobj")
            tree.deps[particle] = "prep"


RULES: dict[str, tuple[Callable[[Tree, int], None], ...]] = {
    "nsubjpass": (
        counts.some_of_them_read_as_subject,
        _subject_beside_subject,
        company_read_as_subject,
        emphatic_reflexive,
    ),
    "dative": (gerund_of_those_shown,),
    "dobj": (pairs.first_of_two_objects, content.that_read_as_object, charges.done_to_by_the_charged),
    "nmod": (pairs.side_read_before_the_other,),
    "nsubj": (
        counts.some_of_them_read_as_subject,
        for_his_part,
        office_before_its_holder,
        attached.object_read_as_subject,
        _bare_passive,
        participle_read_as_subject,
        name_behind_whose_word,
        attached.harmed_read_as_speakers,
        attached.plural_read_as_verb,
        pairs.object_said_to_be,
    ),
    "csubj": (bare_verb_read_as_subject,),
    "npadvmod": (
        _time_before_conjunction,
        _time_behind_saying,
        pairs.first_of_a_pair,
        grounds.share_beside_a_place,
        grounds.name_read_as_time,
        counts.counted_read_as_measure,
    ),
    "relcl": (
        grounds.verb_of_relative_read_as_plural,
        content.content_behind_the_told,
        attached.relative_behind_its_noun,
    ),
    "dep": (loose.side_before_a_comma,),
    "acl": (attached.verb_behind_an_aside, agents.participle_behind_noun, wounded_read_as_verb),
    "ROOT": (verb_read_as_head,),
    "advcl": (_asked_to, _went_on_to, made_to, verb_read_as_head, attached.outcome_behind_when, wounded_read_as_verb),
    "xcomp": (_went_on_to, name_read_as_infinitive),
    "pobj": (_went_on_doing, loose.noun_behind_its_name),
    "pcomp": (_went_on_doing,),
    "aux": (let_go,),
    "prt": (attached.preposition_read_as_particle, _from_where_they_were_taken, company_read_as_particle),
    "ccomp": (verb_read_as_plural, _statement_before_semicolon, first_verb_read_as_content),
    "conj": (
        counts.counted_beside_the_counted,
        agents.kin_read_into_a_name,
        verb_read_as_plural,
        grounds.verb_beside_a_date,
        grounds.place_behind_an_aside,
        done_to_behind_doer,
        name_beside_office,
        first_of_two_peoples,
        subject_read_as_further_place,
        _gerund_as_noun,
        _participle_beside_verb,
        participle_read_as_noun,
        second_verb_of_quotation,
        finite_beside_infinitive,
    ),
    "appos": (
        pairs.second_of_a_pair,
        loose.name_of_the_noun_before,
        loose.nearest_before_an_aside,
        agents.list_read_as_apposition,
        grounds.list_of_places_read_as_apposition,
        grounds.share_beside_a_place,
        subject_behind_opening_place,
        _second_of_two_sides,
        counts.object_behind_its_source,
        toll_of_two_sides,
        verb_read_as_head,
    ),
    "agent": (agents.agent_of_the_order,),
    "attr": (counts.subject_behind_its_participle,),
    "neg": (counts.not_before_a_number,),
    "mark": (gap_read_as_mark,),
    "nummod": (counts.number_read_before_its_toll, counts.number_behind_not, counts.number_before_its_aside),
    "compound": (deed_read_into_its_object, verb_read_into_its_object, deed_behind_as),
    "quantmod": (_particle_before_number,),
    "advmod": (_particle_before_number, state_read_as_adverb),
    "amod": (
        _particle_before_number,
        harm_read_into_its_number,
        second_deed_read_into_its_object,
        second_of_three_verbs,
        deed_read_into_its_object,
        verb_read_into_an_aside,
        grounds.verb_read_into_its_siege,
        agents.proxy_of_somebody,
    ),
}
"""Rules by the dependency of the token that they may move."""
TIMES = (_time_before_conjunction, _time_behind_saying)
BY_PREPOSITION: dict[str, tuple[Callable[[Tree, int], None], ...]] = {
    **dict.fromkeys(DATING, TIMES),
    "of": (_charge_on_the_charged, charges.second_charge, cleared_of, done_to_behind_doer, link_behind_second_noun),
    "by": (
        loose.means_of_the_verb,
        doer_behind_deed,
        link_behind_second_noun,
        agents.agent_behind_means,
        agents.agent_of_the_order,
    ),
    "from": (link_behind_second_noun,),
    "to": (content.deed_asked_for_in_quotes,),
    "between": (counts.range_read_as_place, sides_behind_the_place),
    "against": (one_side_on_the_other,),
    "about": (subject_of_a_report,),
    "with": (attached.answered_with,),
    "according": (loose.source_of_the_whole, loose.source_by_its_name),
    "including": (content.parts_behind_the_saying,),
    "among": (content.parts_behind_the_saying,),
}
"""Rules for a token that is a preposition, by its word."""
