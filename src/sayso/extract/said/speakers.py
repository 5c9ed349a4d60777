"""Who speaks: the heads of the noun phrases that are a reporting word's subject, agent, owner or object."""

from __future__ import annotations

from sayso.extract.reading import Reading
from sayso.extract.said.hit import Hit
from sayso.parse import conjuncts, prepositional

NOBODY = frozenset(("it", "there", "this", "that", "what", "which", "who"))
QUOTING = frozenset(("quote", "cite", "record"))
ADDRESSED = frozenset(
    (
        "tell",
        "inform",
        "notify",
        "warn",
        "assure",
        "remind",
        "ask",
        "order",
        "urge",
        "brief",
        "advise",
        "instruct",
        "promise",
    )
)

COMPILED = frozenset(
    ("figure", "data", "datum", "tally", "count", "toll", "record", "statistic", "estimate", "survey", "number", "list",
     "database", "document", "research", "analysis", "dataset", "tracker", "poll", "assessment", "review")
)  # fmt: skip
"""What somebody has put together, whose word it is: "figures compiled by", "a tally by"."""


ACCOUNTS = COMPILED | frozenset(
    (
        "report",
        "statement",
        "version",
        "communique",
        "communiqué",
        "bulletin",
        "release",
        "press release",
        "word",
        "account",
        "source",
    )
)
TELLERS = frozenset(
    ("director", "spokesman", "spokeswoman", "spokesperson", "official", "mayor", "governor", "source", "witness",
     "eyewitness", "resident", "relative", "family", "medic", "doctor", "nurse", "paramedic", "hospital", "clinic",
     "ministry", "department", "journalist", "reporter", "correspondent", "activist", "outlet", "agency", "media",
     "newspaper", "channel", "observatory", "monitor", "watchdog", "broadcaster", "website", "user", "account")
)  # fmt: skip
"""Who tells of the harmed more likely than they harm: "reported killed by the agency"."""
ONLY_SEEN = frozenset(
    (
        "see",
        "obtain",
        "review",
        "view",
        "read",
        "examine",
        "quote",
        "cite",
        "verify",
        "authenticate",
        "translate",
        "leak",
    )
)
"""What is done to somebody else's document."""


def verb_speakers(reading: Reading, hit: Hit, *, raised: bool) -> tuple[int, ...]:
    """The verb's deep subject; a passive's agent; none where the text names none."""
    grammar = reading.grammar
    clause = reading.clause_at.get(hit.head)
    if clause is None:
        return _word_before(reading, hit.head)
    if _loose_participle(reading, hit.head):
        return _main_subject(reading, hit.head)
    if (quoted := _quoted_as(reading, hit.head)) is not None:
        return _real(reading, quoted)
    if raised or _asked(reading, hit.head) or (clause.passive and not _acts(reading, hit.head)):
        by = clause.slots.get("by", ()) or _accuser_above(reading, hit)
        return _real(reading, by) or _reporter_of_state(reading, hit.head) or _author_before(reading, hit.head)
    subject = _sole_reporter(reading, hit.head) or clause.slots.get("subject", ()) or _stray_subject(reading, hit.head)
    if any(grammar.deps[t] == "expl" for t in subject):
        return ()
    return tuple(author for token in _real(reading, subject) for author in _authors(reading, token))


def _authors(reading: Reading, token: int) -> tuple[int, ...]:
    """Whose post, statement or video it is that says something; the noun itself where nobody is named."""
    grammar = reading.grammar
    counted = grammar.lemmas[token] in COMPILED
    tells = counted or grammar.lemmas[token] in reading.index.cue_nouns
    if grammar.tags[token] not in ("NN", "NNS") or not tells:
        return (token,)
    told = [t for t in grammar.children[token] if grammar.deps[t] == "acl" and grammar.tags[t] == "VBN"]
    if (owner := _whose_account(reading, token)) is not None:
        return (owner,)
    published = [t for t in told if grammar.lemmas[t] not in ONLY_SEEN or (counted and grammar.lemmas[t] == "verify")]
    makers = tuple(a for t in published for a in prepositional(grammar, t, "by"))
    found = [*prepositional(grammar, token, "by", "from"), *makers]
    found += [t for t in grammar.children[token] if grammar.deps[t] == "poss" and grammar.tags[t][:3] == "NNP"]
    named = tuple(
        t for t in found if grammar.tags[t][:3] == "NNP" or reading.is_a(t, "person", "role", "group", "armed")
    )
    return named or (makers if counted else ()) or (token,)


def _whose_account(reading: Reading, token: int) -> int | None:
    """ "According to a report of the Institute", "the first versions of the authorities": whose it is, not of what."""
    grammar = reading.grammar
    if grammar.lemmas[token] not in ACCOUNTS:
        return None
    found = prepositional(grammar, token, "of")
    tellers = ("role", "group", "institution")
    return next((t for t in found if grammar.tags[t][:3] == "NNP" or reading.is_a(t, *tellers)), None)


def _reporter_of_state(reading: Reading, verb: int) -> tuple[int, ...]:
    """ "Forty were reported injured by the director": whoever bears no arms did not injure them, but tells of them."""
    grammar = reading.grammar
    states = [t for t in grammar.children[verb] if grammar.deps[t] in ("xcomp", "oprd", "acomp") and t == verb + 1]
    agents = [t for state in states for t in prepositional(grammar, state, "by")]
    return tuple(t for t in agents if grammar.lemmas[t] in TELLERS)


def _author_before(reading: Reading, verb: int) -> tuple[int, ...]:
    """ "In a post by Omar Musa, it was reported that": whose post it stands in."""
    grammar = reading.grammar
    if not any(grammar.deps[t] == "nsubjpass" and grammar.lowers[t] == "it" for t in grammar.children[verb]):
        return ()
    media = [t for t in prepositional(grammar, verb, "in") if t < verb and grammar.lemmas[t] in reading.index.cue_nouns]
    return tuple(author for t in media for author in _authors(reading, t) if author != t)


def _sole_reporter(reading: Reading, verb: int) -> tuple[int, ...]:
    """ "The agency was the first to report", "they were the only ones to say": the subject of what is "the first"."""
    grammar, noun = reading.grammar, reading.grammar.heads[verb]
    if grammar.tags[verb] != "VB" or grammar.deps[verb] not in ("relcl", "acl", "xcomp", "advcl"):
        return ()
    if grammar.deps[noun] not in ("attr", "acomp") or grammar.lemmas[grammar.heads[noun]] != "be":
        return ()
    subjects = [t for t in grammar.children[grammar.heads[noun]] if grammar.deps[t] == "nsubj"]
    return _real(reading, conjuncts(grammar, subjects[0])) if subjects else ()


def _accuser_above(reading: Reading, hit: Hit) -> tuple[int, ...]:
    """ "Indicted by a court, accused of paying the rebels": who accuses in the passive above accuses here."""
    grammar, at = reading.grammar, _finite_above(reading, hit.head)
    forms = reading.index.cue_verbs.get(grammar.lemmas[at], ())
    if hit.cue.act != "accuse" or at not in reading.clause_at or not any(cue.act == "accuse" for _, cue in forms):
        return ()
    return reading.clause_at[at].slots.get("by", ())


def _quoted_as(reading: Reading, verb: int) -> tuple[int, ...] | None:
    """ "The agency quoted a source as saying": whoever is quoted, not who quotes; None where nobody is."""
    grammar, link = reading.grammar, reading.grammar.heads[verb]
    clause = reading.clause_at.get(grammar.heads[link])
    if grammar.tags[verb] != "VBG" or grammar.lowers[link] != "as" or clause is None or clause.lemma not in QUOTING:
        return None
    return clause.slots.get("object") or None


def _acts(reading: Reading, verb: int) -> bool:
    """ "Said by telephone that": a subject of its own and no auxiliary of the passive, so that "by" tells how."""
    deps = [reading.grammar.deps[t] for t in reading.grammar.children[verb]]
    return "nsubj" in deps and "auxpass" not in deps and "nsubjpass" not in deps


def _word_before(reading: Reading, verb: int) -> tuple[int, ...]:
    """The speaker of a verb that the tagger took for a noun: the noun that it hangs before it."""
    before = [t for t in reading.grammar.children[verb] if t == verb - 1]
    return tuple(t for t in before if reading.grammar.deps[t] in ("compound", "amod", "nmod"))


def _loose_participle(reading: Reading, verb: int) -> bool:
    """ "..., remarking that": behind a comma a participle belongs to the subject, wherever the parser hung it."""
    grammar = reading.grammar
    return grammar.tags[verb] == "VBG" and grammar.deps[verb] == "acl" and grammar.words[verb - 1] == ","


def _asked(reading: Reading, verb: int) -> bool:
    """ "Asked whether he would resign, he said": a participle without a subject is a passive."""
    grammar = reading.grammar
    own = any(grammar.deps[t] in ("nsubj", "aux") for t in grammar.children[verb])
    return grammar.tags[verb] in ("VBN", "VBD") and grammar.deps[verb] in ("advcl", "acl") and not own


def _finite_above(reading: Reading, verb: int) -> int:
    """The predicate of the finite clause above, the root where there is none."""
    heads, at = reading.grammar.heads, reading.grammar.heads[verb]
    while heads[at] != at:
        clause = reading.clause_at.get(at)
        if clause is not None and clause.tense is not None and clause.kind != "nominal":
            break
        at = heads[at]
    return at


def _main_subject(reading: Reading, verb: int) -> tuple[int, ...]:
    """The subject of the finite clause above."""
    clause = reading.clause_at.get(_finite_above(reading, verb))
    return _real(reading, clause.slots.get("object" if clause.passive else "subject", ())) if clause else ()


def _stray_subject(reading: Reading, verb: int) -> tuple[int, ...]:
    """ "People interviewed there said": the subject that the parser hung on an auxiliary which is none."""
    grammar = reading.grammar
    for child in grammar.children[verb]:
        if child < verb and grammar.deps[child] in ("aux", "advcl", "csubj"):
            for below in grammar.children[child]:
                if grammar.deps[below] == "nsubj":
                    return conjuncts(grammar, below)
    return ()


def _real(reading: Reading, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """Without words that stand for nobody, and without a noun that only tells what the name right behind it is."""
    lowers, edges = reading.grammar.lowers, reading.grammar.edges
    kept = tuple(t for t in tokens if lowers[t] not in ("there", "what"))
    return tuple(t for t in kept if not any(edges[t][1] + 1 == edges[other][0] for other in kept))


OF_OTHERS = frozenset(
    ("reject", "dismiss", "ignore", "rebuff", "spurn", "resist", "defy", "heed", "refuse", "oppose", "face", "receive",
     "hear", "prompt", "trigger", "spark", "draw", "fuel", "answer", "welcome", "deny", "dispute", "contradict")
)  # fmt: skip
"""What one does with the words of somebody else: "rejected calls for a truce", "drew condemnation"."""


def noun_speakers(reading: Reading, hit: Hit) -> tuple[int, ...]:
    """The noun's owner, whom it is by or from, else the subject of its verb ("issued a warning")."""
    grammar = reading.grammar
    for child in grammar.children[hit.head]:
        if grammar.deps[child] == "poss":
            return conjuncts(grammar, child)
    named = prepositional(grammar, hit.head, "by", "from")
    if named:
        return named
    verb = grammar.heads[hit.head]
    if grammar.deps[hit.head] == "pobj" and grammar.lemmas[grammar.heads[verb]] in reading.index.cue_verbs:
        verb = grammar.heads[verb]
    elif grammar.deps[hit.head] not in ("dobj", "attr") or grammar.lemmas[verb] in OF_OTHERS:
        return ()
    clause = reading.clause_at.get(verb)
    return _real(reading, clause.slots.get("subject", ())) if clause is not None else ()


def adjective_speakers(reading: Reading, hit: Hit) -> tuple[int, ...]:
    """The subject of the adjective's verb."""
    clause = reading.clause_at.get(hit.head) or reading.clause_at.get(reading.grammar.heads[hit.head])
    if clause is None:
        return ()
    return _real(reading, clause.slots.get("object" if clause.passive else "subject", ()))


def phrase_speakers(reading: Reading, hit: Hit) -> tuple[int, ...]:
    """The object of the phrase's last preposition or participle."""
    grammar = reading.grammar
    below = [t for t in grammar.children[hit.tail] if grammar.deps[t] in ("pobj", "dobj", "pcomp")]
    if not below:
        below = [t for t in grammar.children[hit.head] if grammar.deps[t] in ("pobj", "dobj") and t > hit.tail]
    return tuple(author for t in below[:1] for s in conjuncts(grammar, t) for author in _authors(reading, s))


def verb_addressees(reading: Reading, hit: Hit) -> tuple[int, ...]:
    """Who is spoken to: the object of "tell" and its like, or whom "to" names."""
    grammar = reading.grammar
    clause = reading.clause_at.get(hit.head)
    if clause is None:
        return ()
    if grammar.lemmas[hit.head] in ADDRESSED:
        return clause.slots.get("indirect") or clause.slots.get("object", ())
    return clause.slots.get("to", ())
