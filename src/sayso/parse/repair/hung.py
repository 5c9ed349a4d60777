"""Verbs and nouns that the parser hung on the word beside them: deeds that are denied or stopped, a second participle
of a passive, a subject behind an opening place, a second verb of a quotation."""

from __future__ import annotations

from sayso.parse.borrow import DONE_TO_ALL
from sayso.parse.tree import Tree

REPORTS = frozenset(("report", "rumour", "rumor", "claim", "allegation", "story", "news", "account", "accusation"))
SHOWING = frozenset(("show", "depict", "capture", "film", "picture", "record", "see", "hear", "catch", "watch"))
TAKING_DEEDS = frozenset(
    ("deny", "admit", "start", "begin", "continue", "stop", "cease", "resume", "avoid", "risk", "quit", "finish",
     "consider", "contemplate", "suggest", "propose", "recommend", "threaten", "acknowledge", "confess")
)  # fmt: skip
"""Verbs behind which a form in "-ing" is a deed ("denied shelling villages")."""
STATES = frozenset(
    ("fleeing", "advancing", "remaining", "rising", "ongoing", "retreating", "outgoing", "opposing", "warring",
     "existing", "visiting", "increasing", "growing", "passing", "working", "striking", "governing", "ruling",
     "approaching", "returning", "incoming", "surviving", "looming", "continuing", "standing", "missing", "living",
     "fighting", "building", "housing", "meeting", "training", "sitting", "leading", "acting", "surrounding",
     "neighbouring", "neighboring", "demonstrating", "protesting", "departing", "marching", "pending", "freezing")
)  # fmt: skip
"""Forms in "-ing" that say what somebody is doing or is, and take no object."""
RIDDING = frozenset(("clear", "purge", "cleanse", "rid", "sweep", "empty", "sanitise", "sanitize", "comb"))
DEEDS = frozenset(
    ("raid", "attack", "campaign", "run", "sortie", "mission", "operation", "spree", "talk", "session", "incident",
     "exercise", "round", "season", "rampage", "ground", "range", "duel", "case", "ability", "power")
)  # fmt: skip
"""Nouns that a form in "-ing" only tells apart ("bombing raids")."""

HARMED = frozenset(("injured", "wounded", "hurt", "killed", "displaced", "maimed", "arrested", "detained"))
MANY = frozenset(("scores", "dozens", "hundreds", "thousands", "tens", "several", "many", "others"))


INFINITIVES = frozenset(("xcomp", "ccomp", "advcl", "acl"))


def deed_read_into_its_object(tree: Tree, form: int) -> None:
    """ "Stopped bombing villages", "has denied dispatching mercenaries": the form is what was stopped or denied."""
    noun, verb = tree.heads[form], form - 1
    if verb < 0 or not tree.lowers[form].endswith("ing") or tree.grammar.lemmas[verb] not in TAKING_DEEDS:
        return
    if tree.deps[noun] != "dobj" or tree.heads[noun] != verb or tree.lowers[form] in STATES:
        return
    if tree.grammar.lemmas[noun] in DEEDS or tree.tags[verb][0] != "V":
        return
    tree.retag(form, "VBG")
    tree.move(form, verb, "xcomp")
    for child in [c for c in tree.children[verb] if c > noun and tree.deps[c] == "prep"]:
        tree.move(child, form, "prep")
    tree.move(noun, form, "dobj")


def harm_read_into_its_number(tree: Tree, harm: int) -> None:
    """ "Killed 25 soldiers and injured scores": a second deed, and no injured scores."""
    many = tree.heads[harm]
    if tree.lowers[harm] not in HARMED or tree.lowers[many] not in MANY or tree.deps[many] != "conj":
        return
    verb = tree.heads[tree.heads[many]]
    if tree.tags[verb][0] != "V" or tree.deps[tree.heads[many]] != "dobj" or tree.lowers[harm - 1] != "and":
        return
    tree.move(harm, verb, "conj")
    tree.retag(harm, "VBN" if tree.tags[verb] in ("VBN", "VBG") else "VBD")
    tree.move(many, harm, "dobj")


def second_deed_read_into_its_object(tree: Tree, form: int) -> None:
    """ "Killing 19 people and burning shops", "stealing cattle and abducting children": what opens the second object is
    a second deed."""
    noun, verb = tree.heads[form], tree.heads[tree.heads[form]]
    if tree.tags[form] != "VBG" or tree.deps[noun] != "conj" or tree.grammar.lemmas[form] not in DONE_TO_ALL:
        return
    if tree.lowers[form - 1] not in ("and", ",") or tree.opening_of(noun) != form:
        return
    while tree.deps[verb] == "conj" and tree.tags[verb][:2] == "NN":
        verb = tree.heads[verb]
    if tree.deps[verb] == "dobj" and tree.tags[tree.heads[verb]] == "VBG":
        tree.move(form, tree.heads[verb], "conj")
        tree.move(noun, form, "dobj")


def second_of_three_verbs(tree: Tree, form: int) -> None:
    """ "Set fire to the hall, freed inmates and abducted the imam": between a verb and one with its tense the form
    behind a comma is a verb too, and no freed inmates."""
    noun, verb = tree.heads[form], tree.heads[tree.heads[form]]
    if tree.tags[form] != "VBN" or tree.lowers[form - 1] != "," or tree.opening_of(noun) != form:
        return
    later = [c for c in tree.below(noun, "conj") if tree.tags[c] == "VBD" and tree.subject(c) is None]
    if not later or tree.tags[verb] != "VBD" or noun < verb:
        return
    tree.move(form, verb, "conj")
    tree.retag(form, "VBD")
    tree.move(noun, form, "dobj")
    for joined in (*tree.below(noun, "cc"), *later):
        tree.move(joined, form, tree.deps[joined])


def gerund_of_those_shown(tree: Tree, shown: int) -> None:
    """ "The video shows the army bombing Lodwar": nobody shows the army a "bombing Lodwar"."""
    verb, gerund = tree.heads[shown], shown + 1
    if tree.grammar.lemmas[verb] not in SHOWING or tree.tags[shown][:2] != "NN" or verb > shown:
        return
    seen = next((t for t in tree.below(verb, "dobj") if t > shown), None)
    if seen is not None and tree.lowers[gerund].endswith("ing") and tree.heads[gerund] == seen:
        tree.move(gerund, verb, "ccomp")
        tree.move(shown, gerund, "nsubj")
        tree.move(seen, gerund, "dobj")
        tree.retag(gerund, "VBG")


def subject_of_a_report(tree: Tree, about: int) -> None:
    """ "Denied reports carried by outlets of the rebels about a massacre": what it is about is told of the report, not
    of what stands between."""
    noun = tree.heads[about]
    if tree.lowers[about] != "about" or tree.tags[noun][0] not in "VN" or noun > about:
        return
    while tree.heads[noun] != noun and tree.deps[noun] in ("acl", "agent", "pobj", "prep"):
        noun = tree.heads[noun]
        if tree.grammar.lemmas[noun] in REPORTS:
            tree.move(about, noun, "prep")
            return


def participle_read_as_noun(tree: Tree, word: int) -> None:
    """ "Two nurses were dragged from the clinic and shot": "shot" without an article behind a passive is its second
    participle."""
    if tree.lowers[word] != "shot" or tree.tags[word] != "NN" or tree.lowers[word - 1] not in ("and", "or", "then"):
        return
    bare = all(tree.deps[child] in ("prep", "punct", "advmod") for child in tree.children[word])
    verb = tree.heads[word]
    while tree.tags[verb][0] != "V" and tree.heads[verb] != verb:
        verb = tree.heads[verb]
    if bare and tree.tags[verb] == "VBN" and tree.below(verb, "auxpass"):
        tree.move(word, verb, "conj")
        tree.retag(word, "VBN")


def subject_behind_opening_place(tree: Tree, noun: int) -> None:
    """ "In Juba, an adviser to the president said": who stands between the comma and a verb without subject is no
    further name of the place."""
    place = tree.heads[noun]
    _place_read_as_subject(tree, place)
    link = tree.heads[place]
    verb = tree.heads[link]
    while tree.deps[verb] == "pobj" and tree.deps[link] == "prep" and tree.lowers[link] == "of":
        place, link = verb, tree.heads[verb]
        verb = tree.heads[link]
    if tree.deps[place] != "pobj" or tree.deps[link] != "prep" or tree.tags[verb][0] != "V":
        return
    first = tree.opening_of(noun)
    if not (link < place < noun < verb) or tree.subject(verb) is not None or tree.lowers[first - 1] != ",":
        return
    last = tree.opening(verb) - 1
    if tree.lowers[last] == "," and tree.deps[last - 1] == "appos":
        last -= 1
    if tree.is_finite(verb) and tree.tags[noun][:2] == "NN" and tree.is_below(last, noun):
        tree.move(noun, verb, "nsubjpass" if tree.below(verb, "auxpass") else "nsubj")


def _place_read_as_subject(tree: Tree, place: int) -> None:
    """ "In Juba, where ..., an adviser said": a name straight behind a preposition that governs nothing is its own."""
    link = place - 1
    if link < 0 or tree.deps[place] != "nsubj" or tree.deps[link] != "prep" or tree.children[link]:
        return
    if tree.heads[link] == tree.heads[place] and tree.tags[place] == "NNP":
        tree.move(place, link, "pobj")


def second_verb_of_quotation(tree: Tree, verb: int) -> None:
    """`Reported that "gunmen stormed the town, herded the men together and left"`: what stands within the marks goes on
    with the verb within them."""
    above = tree.heads[verb]
    if above > verb or tree.tags[verb] != "VBD" or tree.subject(verb) is not None:
        return
    content = next((c for c in tree.below(above, "ccomp") if above < c < verb), None)
    subject = tree.subject(content) if content is not None else None
    if content is None or subject is None or tree.tags[content] != "VBD":
        return
    marks = [t for t in range(above, verb) if tree.tags[t] in ("``", "''")]
    if len(marks) == 1 and marks[0] < subject:
        tree.move(verb, content, "conj")


def first_verb_read_as_content(tree: Tree, first: int) -> None:
    """ "Gunmen stormed the town, herded the men together, he said": of two verbs before a comma the first has the
    subject of both, and the second is no verb of saying."""
    later = tree.heads[first]
    subject = tree.subject(first)
    if not first < later or subject is None or tree.subject(later) is not None or tree.deps[later] != "ccomp":
        return
    if tree.tags[first] != "VBD" or tree.tags[later] != "VBD" or tree.lowers[tree.opening(later) - 1] != ",":
        return
    if not tree.below(later, "dobj"):
        return
    tree.move(first, tree.heads[later], "ccomp")
    tree.move(later, first, "conj")


def cleared_of(tree: Tree, of: int) -> None:
    """ "Cleared the town of Bama of rebels", "purged two suburbs of rebels": what it is rid of hangs on the verb."""
    top = tree.heads[of]
    while tree.deps[top] in ("pobj", "prep", "compound") and tree.tags[top][0] != "V":
        top = tree.heads[top]
    verb = tree.heads[top]
    rid = next(iter(tree.below(of, "pobj")), None)
    if tree.lowers[of] != "of" or tree.deps[top] != "dobj" or tree.grammar.lemmas[verb] not in RIDDING or rid is None:
        return
    named = tree.heads[of] != top and tree.tags[tree.heads[of]] == "NNP"
    if verb < top < of and (named or (tree.heads[of] == top and tree.tags[rid] == "NNS")):
        tree.move(of, verb, "prep")


def made_to(tree: Tree, verb: int) -> None:
    """ "Was made to bury the dead": no purpose, but what was done."""
    above = tree.heads[verb]
    to = any(tree.tags[c] == "TO" for c in tree.below(verb, "aux"))
    if to and above < verb and tree.grammar.lemmas[above] == "make" and tree.below(above, "auxpass"):
        tree.deps[verb] = "xcomp"


def company_read_as_particle(tree: Tree, particle: int) -> None:
    """ "Was killed along with 12 guests", "died alongside 12 guests": no part of the verb, but who shared its lot."""
    verb = tree.heads[particle]
    if tree.lowers[particle] == "along" and tree.lowers[particle + 1 : particle + 2] == ["with"]:
        tree.move(particle, verb, "advmod")
    elif tree.lowers[particle] == "alongside":
        tree.move(particle, verb, "prep")
        for noun in [t for t in tree.below(verb, "dobj") if t > particle]:
            tree.move(noun, particle, "pobj")


def name_read_as_infinitive(tree: Tree, name: int) -> None:
    """ "Posted to Facebook that": a word with a capital behind "to" is no verb, and what hangs on it is the verb's."""
    to, verb = name - 1, tree.heads[name]
    if tree.tags[name] != "VB" or tree.lowers[to] != "to" or not tree.grammar.words[name][0].isupper():
        return
    if tree.tags[verb][0] != "V" or verb >= to:
        return
    for child in [c for c in tree.children[name] if c > name]:
        tree.move(child, verb, tree.deps[child])
    tree.move(to, verb, "prep")
    tree.move(name, to, "pobj")
    tree.retag(name, "NNP")
    tree.retag(to, "IN")


def company_read_as_subject(tree: Tree, noun: int) -> None:
    """ "Seven members, along with 18 others, were killed": who stands behind "with" is no second subject."""
    link = tree.opening_of(noun) - 1
    if link < 1 or tree.lowers[link] != "with" or tree.lowers[link - 1] not in ("along", "together"):
        return
    if not tree.below(link, "pobj") and any(t < link for t in tree.below(tree.heads[noun], "nsubj", "nsubjpass")):
        tree.move(noun, link, "pobj")


def finite_beside_infinitive(tree: Tree, verb: int) -> None:
    """ "Have tried to clear the town but have been pinned down", "wants the south to secede and is armed by Iran": a
    verb with a tense goes on with what the subject did, not with what it tried or wanted."""
    first = tree.heads[verb]
    if tree.tags[verb][0] != "V" or tree.deps[first] not in INFINITIVES or tree.tags[first] != "VB" or verb < first:
        return
    above = tree.heads[first]
    while tree.tags[above][0] == "N" and tree.heads[above] != above:
        above = tree.heads[above]
    to = any(tree.lowers[t] == "to" for t in tree.below(first, "aux"))
    joined = tree.lowers[tree.opening(verb) - 1] in ("and", "but") and tree.subject(verb) is None
    if to and joined and tree.is_finite(verb) and tree.subject(above) is not None:
        tree.move(verb, above, "conj")


def link_behind_second_noun(tree: Tree, link: int) -> None:
    """ "Footage and statements from two commanders", "the RSF and fighters of the Joint Force": what stands behind the
    second of two nouns is at least its own."""
    second, first = link - 1, tree.heads[link]
    joined = tree.deps[second] == "conj" and tree.heads[second] == first
    named = tree.tags[first][:3] == "NNP" and tree.tags[second] in ("NN", "NNS")
    if (
        (tree.lowers[link] in ("from", "by") or named)
        and joined
        and tree.tags[second][:2] == tree.tags[first][:2] == "NN"
    ):
        tree.move(link, second, "prep")
