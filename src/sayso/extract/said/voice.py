"""What only looks like a saying: the outlet's own "we", questions left open, the dateline before the first words."""

from __future__ import annotations

from sayso.extract.reading import Reading
from sayso.extract.said.datelines import dateline_end
from sayso.extract.said.draft import Draft
from sayso.extract.said.ranges import DASHES
from sayso.records import Span

OWN_VOICE = frozenset(("we",))
COMMENTS = ("comment", "an interview", "further comment", "clarification", "more information")
VERIFYING = frozenset(("verify", "corroborate", "authenticate", "substantiate", "ascertain"))
OPEN_QUESTION = frozenset(("how", "what", "who", "whom", "where", "when", "why", "which"))


def says_something(reading: Reading, draft: Draft, *, inside: bool) -> bool:
    """Whether somebody else says something: "we expect" outside quotation marks is the outlet's word."""
    lowers = reading.grammar.lowers
    if not inside and draft.speakers and all(lowers[t] in OWN_VOICE for t in draft.speakers):
        return False
    return not (_left_open(reading, draft) or _not_verified(reading, draft))


def _not_verified(reading: Reading, draft: Draft) -> bool:
    """ "The paper could not verify either account" and a request for comment say nothing of what happened."""
    clause = reading.clause_at.get(draft.at)
    asked = reading.text[slice(*draft.spans[0])] if draft.spans else ""
    if draft.cue.act in ("demand", "ask") and (asked.startswith(COMMENTS) or _asked_about(reading, draft)):
        return True
    unknown = clause is not None and clause.lemma == "know" and not draft.speakers
    return clause is not None and clause.negated and (clause.lemma in VERIFYING or unknown)


def _asked_about(reading: Reading, draft: Draft) -> bool:
    """ "The minister, asked about the raid, said": by nobody named."""
    words = reading.grammar.lowers[draft.at : draft.at + 2]
    return not draft.speakers and words in (["asked", "about"], ["pressed", "about"], ["questioned", "about"])


def _left_open(reading: Reading, draft: Draft) -> bool:
    """ "He did not say how many": a question named and not answered."""
    clause = reading.clause_at.get(draft.at)
    if clause is None or draft.form not in ("clause", "infinitive") or draft.cue.act not in ("say", "confirm"):
        return False
    opening = reading.text[slice(*draft.spans[0])].split(maxsplit=1)
    return (clause.negated or _without(reading, draft.at)) and opening[:1] and opening[0].lower() in OPEN_QUESTION


def _without(reading: Reading, verb: int) -> bool:
    """ "Without saying how many"."""
    return reading.grammar.lowers[reading.grammar.heads[verb]] == "without"


def without_dateline(reading: Reading, draft: Draft) -> None:
    """Takes the dateline out of a content that the parser ran it into, and its town from the speakers."""
    draft.speakers = tuple(t for t in draft.speakers if not _in_dateline(reading, t))
    draft.spans = [_behind_dateline(reading, span) for span in draft.spans]


def _in_dateline(reading: Reading, token: int) -> bool:
    end = dateline_end(reading, token)
    return end is not None and token < end and not _told_between_dashes(reading, token, end)


def _told_between_dashes(reading: Reading, name: int, dash: int) -> bool:
    """ "Ana Ruiz – a nurse – said": what stands between two dashes tells who the name before them is."""
    grammar = reading.grammar
    told = [t for t in grammar.children[name] if t > dash and grammar.deps[t] == "appos"]
    return any(grammar.words[min(grammar.edges[t][1] + 1, len(grammar) - 1)] in DASHES for t in told)


def _behind_dateline(reading: Reading, span: Span) -> Span:
    first = reading.token_starting.get(span[0])
    end = dateline_end(reading, first) if first is not None else None
    if end is None or not first < end or end + 1 >= len(reading.grammar):
        return span
    return max(span[0], min(reading.grammar.starts[end + 1], span[1])), span[1]
