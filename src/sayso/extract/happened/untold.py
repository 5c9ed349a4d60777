"""What a frame fits and nobody tells as a happening: silence, what a deed is called, what a place is known for."""

from __future__ import annotations

from sayso.extract.framing.framed import Framed
from sayso.extract.phrase import is_bare_plural
from sayso.extract.said.cues import REFUSING
from sayso.extract.scene import Scene

SILENT = frozenset(
    ("comment", "elaborate", "speculate", "name", "identify", "say", "discuss", "confirm", "speak", "answer",
     "disclose", "reveal", "specify", "respond", "reply", "react", "provide", "give", "rule", "talk")
)  # fmt: skip
ANSWERED = frozenset(
    ("comment", "respond", "react", "reply", "answer", "elaborate", "reject", "dismiss", "deny", "refute", "rebut",
     "dispute", "disclaim", "repudiate")
)  # fmt: skip
CRIMES = frozenset(("crime", "genocide", "cleansing", "extermination", "atrocity"))
TOLD_ABOUT = frozenset(
    ("word", "news", "detail", "information", "comment", "figure", "breakdown", "estimate", "update", "clarity", "data")
)
BROUGHT_IN = frozenset(("casualties", "injuries", "victims", "fatalities", "casualty", "wounded", "injured"))
RECEIVING = frozenset(("receive", "take", "admit", "treat", "evacuate", "carry", "ferry", "transport", "bring"))
"""What is done with those who came to harm."""
OBJECTS = frozenset(("dobj", "nsubjpass"))
KNOWN_FOR = frozenset(
    ("hit", "strike", "ravage", "tear", "scar", "batter", "wrack", "plague", "affect", "devastate", "damage")
)
FORBIDDEN = frozenset(("ban", "outlaw", "proscribe", "prohibit", "sanction", "blacklist", "disband", "defunct"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "VBN", "VB"))
PRESENT = frozenset(("VBZ", "VBP"))
UNLAWFUL = frozenset(("crime", "violation", "breach", "offence", "offense", "atrocity", "felony"))
DANGERS = frozenset(("threat", "menace"))
POSING = frozenset(
    ("pose", "be", "represent", "constitute", "present", "remain", "become", "assess", "perceive", "counter",
     "eliminate", "neutralise", "neutralize", "combat", "address", "tackle", "mitigate", "underestimate", "consider",
     "see")
)  # fmt: skip
"""What is done with a danger, which nobody has uttered."""
DESTROYING = frozenset(("destroy", "damage", "hit", "strike", "knock", "wreck", "shell", "bomb", "collapse", "fall"))
JUDGING = frozenset(
    ("amount", "constitute", "be", "represent", "qualify", "count", "equal", "call", "describe", "brand")
)


def is_only_words(scene: Scene, item: Framed) -> bool:
    """Whether it tells what is not said, what a deed is called, what somebody thinks, what is a danger."""
    tests = (
        _is_a_question, _keeps_silent, _is_answered, _is_judgement, _is_asked, _is_opinion, _is_danger, _is_taken_in,
        _is_how_access_is, _is_outcome, _is_charge, _is_what_the_law_says,
    )  # fmt: skip
    return any(test(scene, item) for test in tests)


def _is_a_question(scene: Scene, item: Framed) -> bool:
    """ "Declined to say how many had died", "did not say who was killed": what is not told."""
    grammar, clause = scene.grammar, item.clause
    if clause.kind != "verbal" or clause.governor is None or grammar.deps[clause.verb] != "ccomp":
        return False
    asked = (c for t in clause.fillers("subject", "object") for c in grammar.children[t] if grammar.lowers[c] == "many")
    counted = any(grammar.lowers[c - 1] == "how" for c in asked)
    above = grammar.heads[clause.governor] if grammar.deps[clause.governor] == "xcomp" else clause.governor
    return counted and (
        grammar.lemmas[above] in REFUSING or any(grammar.deps[c] == "neg" for c in grammar.children[above])
    )


def _is_opinion(scene: Scene, item: Framed) -> bool:
    """ "Agreed that the price was right": what somebody thinks, and nothing that is to be done."""
    grammar, verb = scene.grammar, item.clause.verb
    if item.frame.type != "AGREE" or grammar.lemmas[verb] != "agree":
        return False
    shared = [c for c in grammar.children[verb] if grammar.deps[c] == "ccomp" and grammar.tags[c] in FINITE]
    return bool(shared) and not any(grammar.tags[t] in ("MD", "TO") for c in shared for t in grammar.children[c])


def _is_danger(scene: Scene, item: Framed) -> bool:
    """ "The threat posed by mines", "remains a threat to the region": nobody has threatened."""
    clause, grammar = item.clause, scene.grammar
    uttered = item.frame.type != "THREATEN" or item.frame.mode is not None
    if uttered or clause.kind != "nominal" or clause.lemma not in DANGERS:
        return False
    posed = any(grammar.lemmas[c] in POSING for c in grammar.children[clause.predicate] if grammar.deps[c] == "acl")
    above = clause.governor is not None and grammar.lemmas[clause.governor] in POSING
    return posed or above or not (item.actors or item.recipients)


def _is_how_access_is(scene: Scene, item: Framed) -> bool:
    """ "Humanitarian access remains limited": how it is, and nobody has let anybody in."""
    as_subject = scene.grammar.deps[item.clause.predicate] in ("nsubj", "nsubjpass")
    return as_subject and item.frame.mode == "access" and item.clause.kind == "nominal"


def _is_outcome(scene: Scene, item: Framed) -> bool:
    """ "Water was cut off", "aid was held up after shelling destroyed the bridge": what came of a deed, and no deed of
    somebody else."""
    grammar, clause = scene.grammar, item.clause
    if item.frame.type != "COERCE" or not clause.passive or item.actors or clause.kind != "verbal":
        return False
    cut = clause.fillers("object") if grammar.lemmas[clause.verb] == "cut" else ()
    if any(entry.theme in ("electricity", "water") for t in cut for entry in scene.reading.classes(t)):
        return True
    below = grammar.children[clause.predicate]
    causes = (*below, *(t for c in below if grammar.lowers[c] == "after" for t in grammar.children[c]))
    return any(grammar.deps[c] in ("advcl", "pcomp") and grammar.lemmas[c] in DESTROYING for c in causes)


def _is_charge(scene: Scene, item: Framed) -> bool:
    """ "Wanted for homicide and extortion": the crimes by their names, and none that is told of."""
    grammar, clause = scene.grammar, item.clause
    wanted = clause.governor is not None and clause.marker == "for" and grammar.lemmas[clause.governor] == "want"
    if not wanted or clause.kind != "nominal" or item.actors:
        return False
    return not any(grammar.deps[c] in ("det", "poss", "nummod") for c in grammar.children[clause.predicate])


def _keeps_silent(scene: Scene, item: Framed) -> bool:
    """ "Declined to comment", "refused to say how many": nothing is refused to anybody."""
    grammar, verb = scene.grammar, item.clause.verb
    if item.frame.type != "REJECT" or grammar.lemmas[verb] not in REFUSING:
        return False
    return any(grammar.deps[c] == "xcomp" and grammar.lemmas[c] in SILENT for c in grammar.children[verb])


def _is_taken_in(scene: Scene, item: Framed) -> bool:
    """ "The hospital was taking in casualties": people who came to harm, and no harm."""
    clause, grammar = item.clause, scene.grammar
    people = clause.kind == "nominal" and grammar.lowers[clause.predicate] in BROUGHT_IN and clause.governor is not None
    return people and clause.marker in OBJECTS and grammar.lemmas[clause.governor] in RECEIVING


def _is_answered(scene: Scene, item: Framed) -> bool:
    """ "Did not respond to the accusation", "denied the charge": a charge of nobody, told where it was made."""
    clause = item.clause
    bare = item.frame.type == "ACCUSE" and clause.kind == "nominal" and not (item.actors or item.recipients)
    return bare and clause.governor is not None and scene.grammar.lemmas[clause.governor] in ANSWERED


def _is_asked(scene: Scene, item: Framed) -> bool:
    """ "There was no word on casualties": what nothing is known of, without so much as an article."""
    clause, grammar = item.clause, scene.grammar
    bare = clause.kind == "nominal" and not (item.actors or item.recipients)
    if not bare or clause.how != "prep" or clause.governor is None:
        return False
    asked = (clause.governor, *(c for c in grammar.children[clause.governor] if grammar.deps[c] == "dobj"))
    about = any(grammar.lemmas[t] in TOLD_ABOUT for t in asked)
    return about and not any(grammar.deps[c] in ("det", "poss") for c in grammar.children[clause.predicate])


def _is_judgement(scene: Scene, item: Framed) -> bool:
    """ "The raid could amount to a war crime": what a deed is called, and no second deed."""
    clause, grammar = item.clause, scene.grammar
    if clause.kind != "nominal" or clause.lemma not in CRIMES or item.actors or item.recipients:
        return False
    above = scene.clause(clause.governor) if clause.governor is not None else None
    return above is not None and grammar.lemmas[above.verb] in JUDGING and clause.marker != "nsubj"


def is_epithet(scene: Scene, item: Framed) -> bool:
    """ "The insurgency-hit district", "the banned movement", "the displaced families": what somebody is
    known for."""
    clause, grammar = item.clause, scene.grammar
    if clause.kind != "participle":
        return False
    before, lemma = clause.predicate - 2, grammar.lemmas[clause.predicate]
    joined = before >= 0 and grammar.words[before + 1] == "-" and grammar.tags[before] in ("NN", "NNS")
    known = lemma == "displace" and grammar.lowers[clause.predicate - 1] in ("the", "these")
    return lemma in FORBIDDEN or known or (joined and lemma in KNOWN_FOR)


def is_known_body(scene: Scene, item: Framed) -> bool:
    """ "Their bodies were left on the road": those of whose death was told."""
    owners = (c for c in scene.grammar.children[item.clause.predicate] if scene.grammar.tags[c] == "PRP$")
    return item.frame.name == "bodies" and not item.recipients and any(True for _ in owners)


def _is_what_the_law_says(scene: Scene, item: Framed) -> bool:
    """ "Attacks on civilians are war crimes", "directing strikes at hospitals is a crime": of any such deed, and none
    that anybody did."""
    grammar, at = scene.grammar, item.clause.predicate
    while grammar.deps[at] in ("dobj", "pobj", "prep", "pcomp"):
        at = grammar.heads[at]
    be = grammar.heads[at]
    if grammar.deps[at] not in ("nsubj", "csubj") or grammar.lemmas[be] != "be" or grammar.tags[be] not in PRESENT:
        return False
    any_of_them = grammar.tags[at] == "VBG" or is_bare_plural(grammar, at)
    called = any(grammar.deps[c] == "attr" and grammar.lemmas[c] in UNLAWFUL for c in grammar.children[be])
    return any_of_them and called and not scene.who(*item.actors)
