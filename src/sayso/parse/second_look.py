"""Verbs that the tagger takes for nouns ("gangs extort traders", "Iran pays and arms the militia"): the model is asked
again with a word in their place that can be nothing but a verb; its second answer counts where it bears that out."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc, Token

from sayso.parse.grammar import Grammar
from sayso.parse.lemmas import Lemmas
from sayso.parse.repair.columns import INTRANSITIVE as WITHOUT_OBJECT

TRANSITIVE, INTRANSITIVE = {"VBP": "destroy", "VBZ": "destroys"}, {"VBP": "arrive", "VBZ": "arrives"}
"""Words that are verbs and nothing else, by the form asked for."""
NOUNS = frozenset(("NN", "NNS"))
OPENS_OBJECT = frozenset(("DT", "PRP$", "CD", "PRP", "NNP", "NNS", "JJ", "JJS", "JJR", "PDT", "NN"))
FOLLOWS = OPENS_OBJECT | {"IN", "TO", "RB"}
PLURAL_TAGS = frozenset(("NNS", "NNPS"))
PLURAL_NAMES = frozenset(("taliban", "police", "people", "children", "men", "women"))
PLAIN_PLURAL = "men"
ATTRIBUTIVE = frozenset(
    ("arms", "weapons", "sports", "drugs", "rights", "operations", "affairs", "communications", "systems", "sales",
     "customs", "forces", "logistics", "economics", "politics", "headquarters", "goods", "munitions", "explosives",
     "nations", "states", "services", "resources", "works", "savings", "news", "series", "means")
)  # fmt: skip
"""Plurals that stand before nouns as adjectives do: "arms trade", "forces commander"."""
CLAUSAL = frozenset(("ROOT", "ccomp", "advcl", "relcl", "parataxis"))
SAYING = frozenset(("say", "warn", "add", "report", "estimate"))
IN_PHRASE = frozenset(("compound", "nmod", "amod"))
NAMED = frozenset(("NNP", "NNPS", "NNS"))
LISTING = frozenset((",", "and", "or"))
AUXILIARIES = frozenset(("be", "have", "do"))
TAKEN_FOR_PLAIN = frozenset(("VB", "VBD", "NN"))
TENSED = frozenset(("VBD", "VBZ", "VBP", "MD", "VBN"))
STOPS = frozenset((".", "!", "?"))
LONGEST = 80
STAYS = frozenset(("remains", "remain", "remained", "remaining", "stays", "stay", "stayed", "stand", "stands", "stood"))
Swap = tuple[int, str]


def suspects(grammar: Grammar, sentence: int, lemmas: Lemmas) -> tuple[Swap, ...]:
    """The tokens of a sentence that look like verbs read as nouns, each with the word to ask the model by instead."""
    first, last = grammar.sentences[sentence]
    if not 4 <= last - first <= LONGEST:
        return ()
    titled = not STOPS & set(grammar.words[last - 2 : last])
    if titled and not _is_bare_title(grammar, sentence):
        return ()
    found = []
    for token in range(first + 1, last - 1):
        form = _form(grammar, token, lemmas) if grammar.tags[token] in NOUNS else None
        if titled and not _takes_what_follows(grammar, token):
            continue
        if form == "VBP" and titled and token == first + 3 and _opens_with_a_pair(grammar, first):
            found.append((token, TRANSITIVE[form]))
        elif form is not None and _may_be(grammar, token, form, known={at for at, _ in found}, lemmas=lemmas):
            alone = grammar.tags[token + 1] in FOLLOWS - OPENS_OBJECT and grammar.words[token + 1].islower()
            found.append((token, (INTRANSITIVE if alone else TRANSITIVE)[form]))
    return tuple(found)


def _is_bare_title(grammar: Grammar, sentence: int) -> bool:
    """Whether it is a headline in which no word was read as a verb with a tense: "Army bombs rebel town"."""
    first, last = grammar.sentences[sentence]
    block = grammar.block_of[sentence]
    titled = not block or not grammar.blocks or grammar.blocks[block].kind == "headline"
    return titled and not any(tag in TENSED for tag in grammar.tags[first:last])


def _opens_with_a_pair(grammar: Grammar, first: int) -> bool:
    """ "Israel, Hezbollah trade fire"."""
    named = grammar.tags[first][:3] == "NNP" and grammar.tags[first + 2][:3] == "NNP"
    return named and grammar.lowers[first + 1] in (",", "and")


def _takes_what_follows(grammar: Grammar, token: int) -> bool:
    """ "Bombs rebel town": what follows may be the object of such a verb, and it is none that has no object."""
    return grammar.tags[token + 1] in OPENS_OBJECT and grammar.lemmas[token] not in WITHOUT_OBJECT


def _form(grammar: Grammar, token: int, lemmas: Lemmas) -> str | None:
    """The finite form of a verb that the noun's word could be."""
    if token >= len(grammar) or grammar.tags[token] not in NOUNS or not grammar.words[token].islower():
        return None
    form = "VBP" if grammar.tags[token] == "NN" else "VBZ"
    return form if lemmas.is_verb(grammar.lowers[token], form) else None


def _may_be(grammar: Grammar, token: int, form: str, *, known: set[int], lemmas: Lemmas) -> bool:
    """known: the suspects before it in the sentence."""
    listed = grammar.lowers[token + 1] in LISTING and form in (
        _form(grammar, token + 2, lemmas),
        grammar.tags[token + 2],
    )
    if not listed and grammar.tags[token + 1] not in FOLLOWS and grammar.deps[token] not in ("advcl", "relcl"):
        return False
    if _agrees(grammar, token, form) and _stands_for_a_clause(grammar, token):
        return True
    if grammar.deps[token] == "ROOT" and _has_a_subject(grammar, token):
        return True
    followed = grammar.tags[token + 1] in OPENS_OBJECT
    if followed and any(ask(grammar, token, form) for ask in (_of_a_far_subject, _beside_a_state, _helped_to)):
        return True
    if _behind_an_aside(grammar, token, form):
        return listed or grammar.tags[token + 1] in OPENS_OBJECT - {"NN", "NNS"}
    return _joined(grammar, token, form, known=known, listed=listed)


def _has_a_subject(grammar: Grammar, token: int) -> bool:
    """ "The Houthis control the port": no noun has one."""
    first, _ = grammar.sentences[grammar.sentence_of[token]]
    return any(grammar.heads[t] == token and grammar.deps[t] == "nsubj" for t in range(first, token))


def _agrees(grammar: Grammar, token: int, form: str) -> bool:
    """Whether a noun that could be its subject stands straight before it."""
    before = token - 1
    while before > 0 and grammar.tags[before] == "RB":
        before -= 1
    tag, lower = grammar.tags[before], grammar.lowers[before]
    if form == "VBZ":
        return tag in ("NN", "NNP") or lower == "military"
    plural = tag in PLURAL_TAGS or lower in PLURAL_NAMES or _is_share(grammar, token)
    plural = plural or (tag in ("NNP", "NN") and _ends_a_list(grammar, token))
    return plural and lower not in ATTRIBUTIVE


def _stands_for_a_clause(grammar: Grammar, token: int) -> bool:
    """Whether the noun phrase is where a statement should be: at the root, after "when", beside another subject."""
    at = token
    while grammar.deps[at] in IN_PHRASE or _is_share(grammar, at) or (at == token and _ends_a_list(grammar, at)):
        at = grammar.heads[at]
    if grammar.tags[at][:2] not in ("NN", "CD"):
        return False
    of_a_noun = grammar.deps[at] == "nsubj" and grammar.tags[grammar.heads[at]][:2] in ("NN", "RB")
    return of_a_noun or grammar.deps[at] in CLAUSAL or _doubled(grammar, at)


def _of_a_far_subject(grammar: Grammar, token: int, form: str) -> bool:
    """ "People around Goma lack water": the head of the phrase that ends before it, at the root, may be its subject."""
    at = token
    while grammar.deps[at] in IN_PHRASE or grammar.deps[at] in ("pobj", "prep"):
        at = grammar.heads[at]
    named = grammar.tags[token - 1] in NAMED and grammar.deps[token] in IN_PHRASE | {"pobj"}
    agrees = grammar.tags[at] in (PLURAL_TAGS if form == "VBP" else ("NN", "NNP"))
    told = grammar.deps[at] == "dobj" and grammar.lemmas[grammar.heads[at]] in SAYING
    return named and at < token - 1 and agrees and (told or grammar.deps[at] in CLAUSAL)


def _beside_a_state(grammar: Grammar, token: int, form: str) -> bool:
    """ "Camps are overcrowded and lack latrines": joined to an adjective, which no noun is."""
    head = grammar.heads[token]
    joined = form == "VBP" and grammar.deps[token] == "conj" and grammar.lowers[token - 1] == "and"
    return joined and grammar.deps[head] == "acomp" and grammar.lowers[grammar.heads[head]] in ("are", "were")


def _helped_to(grammar: Grammar, token: int, form: str) -> bool:
    """ "Helped the army retake the town": a noun before another, behind those who are helped."""
    over = grammar.heads[token] if grammar.deps[token] == "compound" else token
    helped = grammar.deps[over] in ("dobj", "ccomp") and grammar.lemmas[grammar.heads[over]] == "help"
    behind = grammar.tags[token - 1][:2] == "NN" and grammar.heads[over] < token - 1
    return form == "VBP" and helped and behind and over + (grammar.deps[over] == "ccomp") > token


def _is_share(grammar: Grammar, token: int) -> bool:
    """ "Thousands of Rohingya trek": "of", and what stands behind it, where something is counted."""
    of = grammar.heads[token]
    if grammar.deps[token] == "pobj":
        return grammar.lowers[of] == "of" and grammar.tags[grammar.heads[of]] in ("NNS", "CD")
    return grammar.deps[token] == "prep" and grammar.lowers[token] == "of" and grammar.tags[of] in ("NNS", "CD")


def _ends_a_list(grammar: Grammar, token: int) -> bool:
    """ "The Front and the Legion fight": behind the last of two names that are joined at the root."""
    head = grammar.heads[token]
    joined = any(grammar.lowers[t] == "and" and grammar.heads[t] == head for t in range(head, token))
    return grammar.deps[token] == "conj" and joined and grammar.tags[head][:3] == "NNP"


def _doubled(grammar: Grammar, subject: int) -> bool:
    """ "The Taliban rule by fear, villagers complain": two subjects of one verb are a sentence within a sentence."""
    verb = grammar.heads[subject]
    return grammar.deps[subject] == "nsubj" and any(
        grammar.heads[t] == verb and grammar.deps[t] == "nsubj" for t in range(subject + 1, verb)
    )


def _behind_an_aside(grammar: Grammar, token: int, form: str) -> bool:
    """ "The army, which declared martial law, trains and pays them": read as one of a list with the root."""
    root = grammar.heads[token]
    if grammar.heads[root] != root or grammar.lowers[token - 1] != ",":
        return False
    if grammar.deps[token] not in ("conj", "appos"):
        return False
    agrees = grammar.tags[root] in (PLURAL_TAGS if form == "VBP" else ("NN", "NNP"))
    return agrees and any(
        grammar.heads[t] == root and grammar.deps[t] in ("relcl", "acl", "appos") for t in range(root + 1, token)
    )


def _joined(grammar: Grammar, token: int, form: str, *, known: set[int], listed: bool) -> bool:
    """ "Pays and arms the militia": beside a verb of the same form, in front of an object of its own."""
    first, _ = grammar.sentences[grammar.sentence_of[token]]
    if grammar.lowers[token - 1] not in LISTING or grammar.deps[token] == "pobj":
        return False
    tags, lemmas = grammar.tags, grammar.lemmas
    beside = any(t in known or (tags[t] == form and lemmas[t] not in AUXILIARIES) for t in range(first, token))
    return beside and (listed or tags[token + 1] in OPENS_OBJECT - {"NN"} | {"IN"})


def mend_past_forms(grammar: Grammar, lemmas: Lemmas) -> None:
    """ "The army retook": a past form that the tagger took for a plain one; "lay siege", for a past of "lie"."""
    for token, tag in enumerate(grammar.tags):
        if tag not in TAKEN_FOR_PLAIN:
            continue
        past = tag == "VB" or (tag == "NN" and grammar.deps[token] in CLAUSAL and _has_object(grammar, token))
        if past and lemmas.is_only_past(grammar.lowers[token]):
            grammar.tags[token], grammar.lemmas[token] = "VBD", lemmas.of(grammar.lowers[token], "VBD")
        elif tag == "VBD" and grammar.lowers[token] == "lay" and _has_object(grammar, token):
            grammar.tags[token], grammar.lemmas[token] = "VBP", "lay"


def _has_object(grammar: Grammar, verb: int) -> bool:
    after = grammar.sentences[grammar.sentence_of[verb]][1]
    return any(grammar.heads[t] == verb and grammar.deps[t] == "dobj" for t in range(verb + 1, after))


def mend_passives(grammar: Grammar, lemmas: Lemmas) -> None:
    """ "Were encircled": what stands behind the auxiliary of a passive is a participle, whatever its tag."""
    for token in [token for token, dep in enumerate(grammar.deps) if dep == "auxpass"]:
        verb = grammar.heads[token]
        if grammar.tags[verb] == "JJ":
            grammar.tags[verb], grammar.lemmas[verb] = "VBN", lemmas.of(grammar.lowers[verb], "VBN")
        if grammar.lowers[token] in STAYS:
            _seat_undergone(grammar, token, verb)


def _seat_undergone(grammar: Grammar, auxiliary: int, verb: int) -> None:
    """ "The town remains besieged by the army": the subject is who undergoes it, wherever the parse hung it."""
    first, after = grammar.sentences[grammar.sentence_of[verb]]
    for token in range(first, after):
        if grammar.heads[token] in (auxiliary, verb) and grammar.deps[token] == "nsubj":
            grammar.heads[token], grammar.deps[token] = verb, "nsubjpass"


def look_again(grammars: Iterable[Grammar], nlp: Language, lemmas: Lemmas) -> None:
    """Asks the model again, in place, about the sentences that seem to hold a verb read as a noun."""
    asked = [
        (grammar, sentence, swaps)
        for grammar in grammars
        for sentence in range(len(grammar.sentences))
        if (swaps := suspects(grammar, sentence, lemmas))
    ]
    docs = [_with_swaps(nlp, grammar, sentence, swaps) for grammar, sentence, swaps in asked]
    for (grammar, sentence, swaps), doc in zip(asked, nlp.pipe(docs, batch_size=64), strict=True):
        if _bears_out(doc, grammar.sentences[sentence][0], swaps):
            _take_over(grammar, sentence, doc, lemmas)


def _with_swaps(nlp: Language, grammar: Grammar, sentence: int, swaps: tuple[Swap, ...]) -> Doc:
    first, last = grammar.sentences[sentence]
    words, ends = grammar.words[first:last], grammar.ends
    for token, word in swaps:
        words[token - first] = word
        if grammar.tags[token - 1] == "NNP" and not word.endswith("s"):
            words[token - 1 - first] = PLAIN_PLURAL
    spaces = [at + 1 < len(grammar) and grammar.starts[at + 1] > ends[at] for at in range(first, last)]
    return Doc(nlp.vocab, words=words, spaces=spaces)


def _bears_out(doc: Doc, first: int, swaps: tuple[Swap, ...]) -> bool:
    """Whether the second answer is one sentence in which each word asked for is a verb with a subject, or beside
    another verb."""
    if sum(1 for _ in doc.sents) != 1:
        return False
    return all(_is_predicate(doc[token - first]) for token, _ in swaps)


def _is_predicate(token: Token) -> bool:
    if token.tag_[0] != "V" or token.dep_ in ("amod", "compound"):
        return False
    return token.dep_ == "conj" or any(child.dep_ in ("nsubj", "nsubjpass") for child in token.children)


def _take_over(grammar: Grammar, sentence: int, doc: Doc, lemmas: Lemmas) -> None:
    first, _ = grammar.sentences[sentence]
    for token in doc:
        at = first + token.i
        if grammar.tags[at] != token.tag_:
            grammar.lemmas[at] = lemmas.of(grammar.lowers[at], token.tag_)
        grammar.tags[at], grammar.deps[at], grammar.heads[at] = token.tag_, token.dep_, first + token.head.i
