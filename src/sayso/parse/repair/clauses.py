"""Subjects that the parser hung elsewhere, participles that it took for the main verb, verbs joined to the wrong verb:
put right for all verbs alike."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache

from sayso.parse.repair import between, fragments, loose, relatives
from sayso.parse.repair.asides import (
    aside_as_subject,
    main_subject_read_into_aside,
    main_verb_behind_whose,
    verb_behind_aside,
)
from sayso.parse.repair.charges import charge_with_its_circumstances, charged_with_gerund
from sayso.parse.repair.openings import (
    OPENINGS,
    counted_between,
    deed_of_the_noun_before,
    noun_hung_on_its_verb,
    opening_before_a_time_clause,
    opening_noun_read_as_subject,
    subject_behind_as,
    subject_behind_opening,
)
from sayso.parse.repair.outcomes import outcome_hung_on_a_noun
from sayso.parse.repair.participles import (
    JOINED,
    STOPS,
    is_bare_finite,
    main_verb_above_participle,
    main_verb_behind_participle,
    main_verb_behind_what_they_are,
    participle_between_commas,
    participle_joined_to_participle,
    subject_dep,
)
from sayso.parse.repair.sayings import (
    apposition_read_as_speaker,
    asked_aside,
    gerund_behind_the_saying,
    last_of_a_list,
    saying_joined_to_its_content,
    speaker_at_the_end,
    speaker_before_a_comma,
    speaker_behind_the_verb,
    stated_beside_the_saying,
    telling_beside_a_saying,
    time_behind_the_saying,
)
from sayso.parse.repair.speech import (
    content_hung_on_a_medium,
    content_read_as_speaker,
    statement_read_as_participle,
    subject_within_a_gerund,
    verb_of_the_speaker,
    verb_read_into_an_as,
)
from sayso.parse.repair.tolls import (
    DONE_TO_SOMEBODY,
    harmed_of_the_noun_before,
    participle_of_the_number_before,
    shares_an_object,
    toll_read_as_deed,
)
from sayso.parse.tree import SUBJECTS, TWO_SUBJECTS, Tree

PRISONERS = frozenset(("prisoner", "captive", "hostage"))
Rule = Callable[[Tree, int], None]
UNDERGONE = frozenset(("shelling", "bombing", "shooting", "stabbing", "fighting", "raiding", "strafing", "looting"))
"""Deeds in -ing by which people come to harm."""


def repair_clauses(tree: Tree) -> None:
    """Mends the columns in place, verb by verb."""
    for token, tag in enumerate(tree.tags):
        if tag[0] == "V":
            _repair(tree, token)


def _repair(tree: Tree, verb: int) -> None:
    """Asks the rules in order, each where it may have something to do with such a verb as the last one left."""
    done = 0
    while True:
        moves, dep = tree.moves, tree.deps[verb]
        for number, rule in _asked(dep, tree.hung_on(verb)):
            if number < done:
                continue
            rule(tree, verb)
            if tree.moves != moves or tree.deps[verb] != dep:
                done = number + 1
                break
        else:
            return


@cache
def _asked(dep: str, below: frozenset[str]) -> tuple[tuple[int, Rule], ...]:
    """The rules that a verb is asked about, with their numbers: by how it hangs on another, and what hangs on it."""
    return tuple(
        (number, rule)
        for number, rule in enumerate(RULES)
        if (rule not in ONLY or dep in ONLY[rule]) and (rule not in ABOVE or not below.isdisjoint(ABOVE[rule]))
    )


def _gapped_passive(tree: Tree, verb: int) -> None:
    """ "Two were killed and nine wounded", "left two dead and nine wounded": the second is a passive, too."""
    subject, head = tree.subject(verb), tree.heads[verb]
    done_to = tree.grammar.lemmas[verb] in DONE_TO_SOMEBODY
    undergone = tree.tags[verb] == "VBN" or (tree.tags[verb] == "VBD" and done_to)
    if not undergone or tree.deps[verb] != "conj" or subject is None or tree.auxiliaries(verb):
        return
    passive = tree.below(head, "auxpass") or (done_to and not shares_an_object(tree, verb))
    if passive and not tree.below(verb, "dobj"):
        tree.deps[subject], tree.tags[verb] = "nsubjpass", "VBN"


def _object_is_subject_of_content(tree: Tree, verb: int) -> None:
    """ "Says 3,250 people, among them children, have been killed": what was taken for the object is the
    subject of the content."""
    content = next((c for c in tree.below(verb, "ccomp") if c > verb), None)
    objects = [c for c in tree.below(verb, "dobj") if c > verb]
    if content is None or len(objects) != 1 or not is_bare_finite(tree, content):
        return
    if objects[0] < tree.opening(content):
        tree.move(objects[0], content, subject_dep(tree, content))


def _had_since(tree: Tree, verb: int) -> None:
    """ "Jets had since pounded positions, killing 12": "since" between "had" and its participle is an adverb."""
    since = verb - 1
    if tree.tags[verb] not in ("VBN", "VBD") or since < 1 or tree.lowers[since] != "since":
        return
    auxiliary, noun = since - 1, tree.heads[verb]
    if tree.lowers[auxiliary] not in ("had", "has", "have") or tree.deps[auxiliary] not in ("aux", "ROOT"):
        return
    above = tree.heads[auxiliary]
    if tree.deps[verb] != "amod" or tree.heads[noun] != since or above in (noun, verb):
        return
    subject = tree.subject(above)
    tree.move(verb, verb if tree.heads[above] == above else tree.heads[above], tree.deps[above])
    tree.move(noun, verb, "dobj")
    tree.move(since, verb, "advmod")
    tree.move(auxiliary, verb, "aux")
    tree.move(above, verb, "advcl")
    if subject is not None:
        tree.move(subject, verb, "nsubj")


def _object_of_adjective(tree: Tree, verb: int) -> None:
    """ "Shot dead his guard": whoever is the object of an adjective is the verb's."""
    for adjective in tree.below(verb, "oprd", "acomp", "advmod"):
        if tree.tags[adjective][:2] == "JJ":
            for child in tree.below(adjective, "dobj", "npadvmod"):
                if child > adjective and tree.tags[child][0] in "NP":
                    tree.move(child, verb, "dobj")


def _noun_before_verb(tree: Tree, verb: int) -> None:
    """ "Function in part and four have closed", "cut the road and lorries have been stuck": a noun that is joined to
    one before and stands straight before a finite verb without subject is that verb's."""
    if tree.deps[verb] not in JOINED or not is_bare_finite(tree, verb):
        return
    noun = tree.opening(verb) - 1
    if noun < 1 or tree.deps[noun] not in ("conj", "dobj", "appos") or tree.tags[noun][:2] not in ("NN", "CD", "PR"):
        return
    start = noun
    while start > 0 and tree.heads[start - 1] == noun and tree.deps[start - 1] not in ("cc", "punct"):
        start -= 1
    if tree.lowers[start - 1] in STOPS and tree.heads[noun] != verb:
        tree.move(noun, verb, subject_dep(tree, verb))


def _verb_of_the_content(tree: Tree, verb: int) -> None:
    """ "Said his men had killed 23, destroyed four and captured one": a second content without subject is
    joined to the first."""
    head = tree.heads[verb]
    if tree.deps[verb] != "ccomp" or tree.subject(verb) is not None or tree.below(verb, "mark"):
        return
    first = next((c for c in tree.below(head, "ccomp") if head < c < verb and tree.subject(c) is not None), None)
    if first is not None and tree.tags[verb] in ("VBD", "VBN", "VBZ", "VBP"):
        tree.move(verb, first, "conj")


def _verb_on_an_object(tree: Tree, verb: int) -> None:
    """ "Have looted shops, beaten residents": a participle with an object of its own is no part of the noun before."""
    noun = tree.heads[verb]
    above = tree.heads[noun]
    if tree.tags[verb] not in ("VBN", "VBD") or tree.deps[verb] != "acl" or tree.lowers[verb - 1] != ",":
        return
    if tree.below(verb, "dobj") and tree.deps[noun] == "dobj" and tree.tags[above] in ("VBN", "VBD"):
        tree.move(verb, above, "conj")


def _gerund_beside_object(tree: Tree, verb: int) -> None:
    """ "Killing men and raping women": a gerund with an object is joined to the gerund, not to its object."""
    noun = tree.heads[verb]
    above = tree.heads[noun]
    if tree.tags[verb] != "VBG" or tree.deps[verb] != "conj" or not tree.below(verb, "dobj"):
        return
    if tree.tags[noun][:2] == "NN" and tree.deps[noun] in ("dobj", "pobj") and tree.tags[above] == "VBG":
        tree.move(verb, above, "conj")


def _speaker_read_into_a_list(tree: Tree, verb: int) -> None:
    """ "Fired on mourners at the funeral of a leader, witnesses and hospital staff said": the last of the list
    is who said it."""
    content = next((c for c in tree.below(verb, "ccomp") if c < verb), None)
    last = tree.opening(verb) - 1
    if content is None or tree.subject(verb) is not None or tree.tags[last][:2] not in ("NN", "PR"):
        return
    comma = last
    while comma > content and tree.lowers[comma] != ",":
        comma -= 1
    inside = [t for t in range(comma + 1, last + 1) if not comma < tree.heads[t] <= last]
    nouns = [t for t in inside if tree.tags[t][:2] == "NN"]
    if comma > content and len(nouns) == 1 and all(t in nouns or tree.deps[t] in ("punct", "cc") for t in inside):
        tree.move(nouns[0], verb, "nsubj")


def _adjective_as_subject(tree: Tree, verb: int) -> None:
    """ "The wounded, most of them women, were taken": people named by an adjective with an article are the subject."""
    for token in tree.below(verb, "amod"):
        if token < verb and tree.below(token, "det"):
            subject = tree.subject(verb)
            tree.move(token, verb, subject_dep(tree, verb))
            if subject is not None and subject > token:
                tree.move(subject, token, "appos")


def _taken_prisoner(tree: Tree, verb: int) -> None:
    """ "Taking 11 officers prisoner", "took six prisoner": what they became is no part of who they are."""
    if tree.grammar.lemmas[verb] not in ("take", "hold"):
        return
    _gapped_prisoners(tree, verb)
    for noun in tree.below(verb, "dobj"):
        before = [t for t in tree.below(noun, "compound", "nummod") if t == noun - 1]
        several = before and (tree.tags[before[0]] == "NNS" or tree.lowers[before[0]] not in ("a", "one"))
        if tree.lowers[noun] in PRISONERS and several:
            tree.move(before[0], verb, "dobj")
            for child in [c for c in tree.children[noun] if c < before[0]]:
                tree.move(child, before[0], tree.deps[child])
            tree.move(noun, verb, "oprd")


def _gapped_prisoners(tree: Tree, verb: int) -> None:
    """ "Seven were killed and three taken prisoner": the number is of those who were taken."""
    noun = tree.heads[verb]
    numbers = [t for t in tree.below(noun, "nummod") if t == verb - 1]
    if tree.deps[verb] == "amod" and noun == verb + 1 and tree.lowers[noun] in PRISONERS and numbers:
        tree.move(verb, tree.heads[noun] if tree.heads[noun] != noun else verb, tree.deps[noun])
        tree.move(noun, verb, "oprd")
        tree.move(numbers[0], verb, "nsubjpass")


def _gerund_that_is_a_noun(tree: Tree, verb: int) -> None:
    """ "Killed in army shelling of the town", "in artillery shelling by the army": a gerund before "of" or "by" is the
    noun, and the noun before it tells of it."""
    noun = verb - 1
    behind = tree.lowers[verb + 1] if verb + 1 < len(tree.tags) else ""
    is_noun = behind == "of" or (behind in ("by", "on") and tree.lowers[verb] in UNDERGONE)
    if tree.tags[verb] != "VBG" or not is_noun or noun < 0 or tree.tags[noun][:2] != "NN":
        return
    if tree.deps[noun] != "pobj" or tree.auxiliaries(verb):
        return
    tree.move(verb, tree.heads[noun], "pobj")
    for child in list(tree.children[noun]):
        if child < noun:
            tree.move(child, verb, tree.deps[child])
    tree.move(noun, verb, "compound")
    tree.tags[verb], tree.grammar.lemmas[verb] = "NN", tree.lowers[verb]


def _gerund_undergone(tree: Tree, verb: int) -> None:
    """ "Nine were killed in shelling in the town", "died in bombing": who dies of a gerund without object is not who
    does it, and it is a noun."""
    preposition = tree.heads[verb]
    above = tree.heads[preposition]
    bare = tree.tags[verb] == "VBG" and tree.lowers[verb] in UNDERGONE and not tree.below(verb, "dobj", "nsubj", "aux")
    harmed = tree.tags[above] == "VBN" or tree.grammar.lemmas[above] in ("die", "perish", "death")
    harmed = harmed or tree.below(above, "auxpass")
    if bare and harmed and tree.lowers[preposition] in ("in", "by", "during", "amid", "from"):
        tree.move(verb, preposition, "pobj")
        tree.tags[verb], tree.grammar.lemmas[verb] = "NN", tree.lowers[verb]


def _gerund_behind_subject(tree: Tree, verb: int) -> None:
    """ "Two bombers driving trucks have killed 30": a gerund with a subject of its own is no subject; that one is."""
    head, subject = tree.heads[verb], tree.subject(verb)
    if tree.tags[verb] != "VBG" or tree.deps[verb] not in ("csubj", "csubjpass") or subject is None:
        return
    if subject < verb < head and not tree.auxiliaries(verb):
        tree.move(subject, head, subject_dep(tree, head))
        tree.move(verb, subject, "acl")


def _up_to_a_number(tree: Tree, verb: int) -> None:
    """ "Kidnapped up to 16 advisers": read as "kidnapped up" to somebody; the number is the object's."""
    for up in tree.below(verb, "prt"):
        to, number = up + 1, up + 2
        if number >= len(tree.tags) or tree.lowers[up : up + 2] != ["up", "to"] or tree.tags[number] != "CD":
            continue
        noun = tree.heads[number] if tree.deps[number] == "nummod" else number
        if tree.deps[noun] == "pobj" and tree.heads[noun] == to:
            tree.move(noun, verb, "dobj")
        tree.move(up, number, "quantmod")
        tree.move(to, number, "quantmod")


RULES: tuple[Rule, ...] = (
    noun_hung_on_its_verb,
    subject_behind_opening, counted_between, main_subject_read_into_aside,
    subject_behind_as, opening_before_a_time_clause, opening_noun_read_as_subject, deed_of_the_noun_before,
    statement_read_as_participle,
    main_verb_behind_what_they_are, participle_joined_to_participle, participle_between_commas,
    main_verb_behind_participle, main_verb_above_participle, content_read_as_speaker,
    _taken_prisoner, verb_behind_aside, _gapped_passive,
    _object_is_subject_of_content, charged_with_gerund,
    charge_with_its_circumstances, _had_since, _object_of_adjective, _noun_before_verb, content_hung_on_a_medium,
    _verb_of_the_content, verb_of_the_speaker, _verb_on_an_object, _gerund_beside_object, _speaker_read_into_a_list,
    _adjective_as_subject, aside_as_subject, _gerund_that_is_a_noun, verb_read_into_an_as, subject_within_a_gerund,
    _gerund_undergone, _gerund_behind_subject, _up_to_a_number, outcome_hung_on_a_noun,
    toll_read_as_deed, participle_of_the_number_before, harmed_of_the_noun_before, speaker_at_the_end,
    saying_joined_to_its_content,
    asked_aside, gerund_behind_the_saying, time_behind_the_saying, speaker_behind_the_verb, apposition_read_as_speaker,
    stated_beside_the_saying, main_verb_behind_whose, telling_beside_a_saying, speaker_before_a_comma,
    last_of_a_list,
    *between.RULES, *loose.RULES, *fragments.RULES, *relatives.RULES,
)  # fmt: skip
ONLY: dict[Rule, Collection[str]] = {
    subject_behind_as: {"advcl"},
    deed_of_the_noun_before: {"advcl"},
    main_verb_above_participle: {"advcl"},
    opening_before_a_time_clause: {"advcl", "ccomp"},
    _gapped_passive: {"conj"},
    participle_joined_to_participle: {"conj"},
    charged_with_gerund: {"amod"},
    charge_with_its_circumstances: {"pcomp"},
    gerund_behind_the_saying: {"pcomp"},
    time_behind_the_saying: {"ccomp"},
    _gerund_undergone: {"pcomp"},
    _had_since: {"amod"},
    _noun_before_verb: JOINED,
    content_hung_on_a_medium: {"relcl", "acl"},
    statement_read_as_participle: {"acl"},
    _verb_of_the_content: {"ccomp"},
    verb_of_the_speaker: {"conj"},
    apposition_read_as_speaker: {"conj"},
    saying_joined_to_its_content: {"conj"},
    stated_beside_the_saying: {"conj"},
    telling_beside_a_saying: {"advcl"},
    last_of_a_list: {"conj"},
    speaker_before_a_comma: {"advcl"},
    main_verb_behind_whose: {"advcl"},
    _verb_on_an_object: {"acl"},
    _gerund_beside_object: {"conj"},
    verb_read_into_an_as: {"advcl"},
    verb_behind_aside: {"acl"},
    main_subject_read_into_aside: {"advcl"},
    _gerund_behind_subject: {"csubj", "csubjpass"},
    outcome_hung_on_a_noun: {"acl", "pcomp"},
    participle_of_the_number_before: {"acl"},
    **between.ONLY,
    **loose.ONLY,
    **fragments.ONLY,
    **relatives.ONLY,
}
"""How the verbs hang on other words that a rule may have to do with, where it looks for that first."""
ABOVE: dict[Rule, Collection[str]] = {
    main_verb_behind_what_they_are: {"xcomp"},
    opening_before_a_time_clause: {"mark"},
    opening_noun_read_as_subject: {"mark"},
    noun_hung_on_its_verb: {"compound"},
    subject_behind_opening: OPENINGS,
    counted_between: {"prep", "auxpass"},
    main_verb_behind_participle: SUBJECTS,
    participle_joined_to_participle: {"agent"},
    participle_between_commas: SUBJECTS,
    main_verb_above_participle: SUBJECTS,
    content_read_as_speaker: {TWO_SUBJECTS},
    _object_is_subject_of_content: {"ccomp"},
    _object_of_adjective: {"oprd", "acomp", "advmod"},
    _speaker_read_into_a_list: {"ccomp"},
    _adjective_as_subject: {"amod"},
    aside_as_subject: {TWO_SUBJECTS},
    subject_within_a_gerund: SUBJECTS,
    _up_to_a_number: {"prt"},
    outcome_hung_on_a_noun: {"dobj"},
    toll_read_as_deed: {"nsubj"},
    harmed_of_the_noun_before: {"dobj"},
    asked_aside: {"ccomp"},
    time_behind_the_saying: {"mark"},
    **between.ABOVE,
    **loose.ABOVE,
    **fragments.ABOVE,
    **relatives.ABOVE,
}
"""How other words hang on such a verb, one of them at the least."""
