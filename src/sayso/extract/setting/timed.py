"""Which clause a time dates: the one that it stands in, or the happening before it that somebody speaks of."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping

from msgspec.structs import replace

from sayso.extract.reading import Reading
from sayso.parse import Clause, Grammar
from sayso.records import Time, When

SOME_WEEKS = dt.timedelta(days=20)
A_WEEK, A_MONTH = dt.timedelta(days=7), dt.timedelta(days=27)
LONG_AGO, SUMMED_UP = dt.timedelta(days=60), dt.timedelta(days=300)
STATES = frozenset(
    ("be", "face", "need", "lack", "have", "live", "remain", "require", "depend", "suffer", "host", "number", "stand")
)
"""What goes on while it is said: "said in May that people faced hunger"."""
JUDGING = frozenset(("condemn", "accuse", "warn"))
UTTERING = frozenset(("voice", "express", "raise"))
RECORDING = frozenset(("record", "document", "register", "verify", "count", "tally", "log"))
"""What is done by whoever keeps a count."""
CAUSING = frozenset(("force", "drive", "cause", "compel", "lead", "push", "prompt", "oblige"))
COMPARED = frozenset(("compared", "than", "versus", "vs", "vs."))
MEASURED_BY = frozenset(("on", "over", "from", "against", "to"))
CHANGES = frozenset(
    (
        "increase",
        "decrease",
        "rise",
        "drop",
        "decline",
        "fall",
        "reduction",
        "jump",
        "surge",
        "cent",
        "percent",
        "%",
        "spike",
    )
)
WARS = frozenset(("war", "conflict", "insurgency", "rebellion", "uprising", "revolt", "genocide", "hostility"))
WAGED = ("subject", "agent", "in", "during", "by", "from", "because of", "due to")
ORDINALS = frozenset(
    ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
     "twelfth", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th", "last", "latest", "umpteenth")
)  # fmt: skip
PARTS = frozenset(("them", "whom", "which", "these", "those"))
SHARES = frozenset(("most", "many", "half", "some", "all", "third", "majority"))
IRREGULAR = frozenset(("worst", "best"))
WITHIN = frozenset(("in", "of", "since", "during"))
LONGEST_COUNT = 8
"""Words between the one that counts and the stretch in which it does."""
CLIMB = 6
REACH = 12
"""Tokens between a happening and the time behind it."""


def records(reading: Reading, verb: int) -> bool:
    """Whether its days are those of what it tells: "recorded 8,400 deaths last year"."""
    return reading.grammar.lemmas[verb] in RECORDING


def tells_of(reading: Reading, verb: int) -> bool:
    """Whether where and when it stands with is that of the happening which is its subject: "clashes were reported in
    Goma on Friday"."""
    clause = reading.clause_at.get(verb)
    if clause is None or not clause.passive or reading.grammar.lemmas[verb] != "report":
        return False
    subjects = (reading.clause_at.get(filler) for filler in clause.slots.get("object", ()))
    return any(below is not None and below.kind == "nominal" for below in subjects)


def makes_do(reading: Reading, verb: int) -> bool:
    """Whether somebody is made to do something by it: "forced them to leave"."""
    return reading.grammar.lemmas[verb] in CAUSING


def times_opened(reading: Reading, times: Mapping[int, Time], day: str | None) -> dict[int, Time]:
    """The same times but those that others are compared with or counted in; those of "since the beginning of the
    uprising in March 2011" from then to the report's day."""
    told = ((token, time) for token, time in times.items() if not _is_beside_others(reading.grammar, token, time))
    return {token: _opened(reading, token, time, day) for token, time in told}


def _is_beside_others(grammar: Grammar, token: int, time: Time) -> bool:
    is_stretch = time.start is None or time.start != time.end
    apart = _is_compared_with(grammar, token, time) or _is_of_a_part(grammar, token)
    return apart or (is_stretch and is_counted_in(grammar, token))


def is_counted_in(grammar: Grammar, token: int) -> bool:
    """ "For the second time this year", "the third such raid in a month", "the worst attack since May": a stretch in
    which others are counted, and not when this one was."""
    before = _opening_of(grammar, token) - 1
    return ranks_before(grammar, before if grammar.lowers[before] in WITHIN else before + 1)


def ranks_before(grammar: Grammar, link: int) -> bool:
    """Whether the words in front of a token count or rank what is told: "the second time", "the worst attack"."""
    before = link - 1
    for first in range(before, max(before - LONGEST_COUNT, 0), -1):
        if grammar.tags[first][0] == "V" or grammar.tags[first] in (",", ".", ":"):
            return False
        ranks = grammar.tags[first] in ("JJS", "RBS") or grammar.lowers[first] in IRREGULAR
        if ranks and not _tells_a_share(grammar, first):
            return True
        if grammar.lowers[first] in ORDINALS:
            counts = first == before or grammar.lowers[first + 1] == "such" or grammar.lowers[before] == "time"
            return counts and grammar.lowers[first - 1] == "the"
    return False


def _tells_a_share(grammar: Grammar, token: int) -> bool:
    """ "Most deaths", "most of them", "at least nine"."""
    if grammar.lowers[token] not in ("most", "least"):
        return False
    return grammar.lowers[token - 1] == "at" or grammar.lowers[token + 1] == "of" or grammar.tags[token + 1][0] == "N"


def _opening_of(grammar: Grammar, token: int) -> int:
    first = token
    while first > 0 and grammar.deps[first - 1] in ("det", "amod", "nummod", "compound") and token - first < CLIMB:
        first -= 1
    return first


def _is_compared_with(grammar: Grammar, token: int, time: Time) -> bool:
    """ "A decrease of 23 per cent on the first quarter", "up from 36 in 2021": a time that others are measured by. On a
    day things happen: "Shells fell on Monday"."""
    if _is_up_from(grammar, token) or _is_as_then(grammar, token):
        return True
    at, measured_by = token, MEASURED_BY - {"on"} if time.precision == "day" else MEASURED_BY
    for _ in range(CLIMB):
        lower, before = grammar.lowers[at], grammar.heads[at]
        beside = {grammar.lemmas[before], grammar.lowers[at - 1]}
        if lower in COMPARED or (lower in measured_by and not beside.isdisjoint(CHANGES)):
            return True
        if grammar.tags[at][0] == "V" or before == at:
            return False
        at = before
    return False


def _is_as_then(grammar: Grammar, token: int) -> bool:
    """ "Three times as many as a year ago"."""
    near = range(max(token - LONGEST_COUNT, 2), token)
    return any(grammar.lowers[at - 2 : at + 1 : 2] == ["as", "as"] and grammar.tags[at - 1][:2] == "JJ" for at in near)


def _is_of_a_part(grammar: Grammar, token: int) -> bool:
    """ "2.6 million are displaced, 660,000 of them since May": a time of those alone."""
    first = token
    while grammar.tags[first - 1] in ("IN", "DT", "JJ") and first > 1 and grammar.lowers[first - 1] != "of":
        first -= 1
    if grammar.lowers[first - 1] not in PARTS or grammar.lowers[first - 2] != "of":
        return False
    return grammar.tags[first - 3] == "CD" or grammar.lowers[first - 3] in SHARES


def _is_up_from(grammar: Grammar, token: int) -> bool:
    """ "3.6 million people are displaced, up from 3.1 million at the end of 2024": the time of the number that is
    compared with."""
    for at in range(token, max(token - LONGEST_COUNT, 0), -1):
        if grammar.words[at] in (",", ";", ".") or grammar.tags[at][0] == "V":
            return False
        if grammar.lowers[at] == "from":
            return grammar.lowers[at - 1] in ("up", "down")
    return False


def _opened(reading: Reading, token: int, time: Time, day: str | None) -> Time:
    grammar, at = reading.grammar, token
    if "far" in grammar.lowers[token - 2 : token] and time.end and day and (time.start or day) <= day < time.end:
        return replace(time, end=day)
    for _ in range(CLIMB):
        at = grammar.heads[at]
        if grammar.tags[at][0] == "V":
            break
        if grammar.lowers[at] == "since":
            known = time.start and day and not time.text.lower().startswith("since")
            return replace(time, text=f"since {time.text}", end=day) if known else time
    return time


def times_by_clause(
    reading: Reading, times: Mapping[int, Time], *, speech: frozenset[int], day: str | None
) -> dict[int, list[int]]:
    """Predicate of a clause -> the tokens of the times that date it. times: by the token by which they hang in the
    tree; speech: tokens of verbs that report; day: the report's, ISO."""
    owned: dict[int, list[int]] = defaultdict(list)
    for token in sorted(times):
        clause = reading.owner(token)
        if clause is not None:
            old = is_old(times[token], day) and (clause.verb in speech or judges(reading, clause))
            deed = _spoken_of(reading, clause, token) if old else None
            owned[clause.predicate if deed is None else deed].append(token)
    return owned


def is_said_to_be(reading: Reading, clause: Clause, speech: frozenset[int]) -> bool:
    """ "It said that half of the people faced hunger": how things are while it is said, and no part of a story."""
    stative = clause.how == "content" and clause.lemma in STATES and not clause.passive and not clause.perfect
    return stative and clause.governor in speech


def is_of_the_speaker(reading: Reading, token: int, speech: frozenset[int]) -> bool:
    """ "Say survivors who reached Tambo on Saturday": a day of theirs, and none of what they tell."""
    owner = reading.owner(token)
    if owner is None or owner.how != "relative" or owner.governor is None:
        return False
    grammar, who = reading.grammar, owner.governor
    return grammar.heads[who] in speech and grammar.deps[who] == "nsubj"


def judges(reading: Reading, clause: Clause) -> bool:
    """Whether it speaks ill of what was done, or fears for it: "condemned", "voiced concern about"."""
    first = clause.lemma.split()[0]
    cues = (cue for rest, cue in reading.index.cue_verbs.get(first, ()) if not rest)
    return first in UTTERING or any(cue.act in JUDGING and cue.kind == "speech" for cue in cues)


def is_old(time: Time, day: str | None) -> bool:
    """Whether it ended a week or more before the report: what is said then is seldom news."""
    if day is None or time.end is None:
        return False
    return dt.date.fromisoformat(time.end) <= dt.date.fromisoformat(day) - A_WEEK


def is_apart(when: When | None, day: str | None) -> bool:
    """Whether it is of another time than the news: long past by its own days, or summed up over a year."""
    if when is None or day is None or when.start is None or when.end is None or when.basis == "coverage line":
        return False
    start, end = dt.date.fromisoformat(when.start), dt.date.fromisoformat(when.end)
    return end <= dt.date.fromisoformat(day) - LONG_AGO or end - start >= SUMMED_UP


def is_summed_up(when: When | None, day: str | None) -> bool:
    """Whether it goes on to the day of the report from some weeks before: what came in them need not be of one town."""
    if when is None or day is None or when.start is None or when.end != day:
        return False
    return dt.date.fromisoformat(day) - dt.date.fromisoformat(when.start) >= SOME_WEEKS


def is_over(when: When | None, day: str | None) -> bool:
    """Whether it is of another time than the news, and does not last to this day."""
    return is_apart(when, day) and when is not None and when.end != day


def tells_of_a_whole_war(reading: Reading, clause: Clause) -> bool:
    """ "The war has killed 24,000 people", "60,000 have died in the conflict": a sum over all its places."""
    if clause.tense != "present" or not clause.perfect:
        return False
    fillers = (token for slot in WAGED for token in clause.slots.get(slot, ()))
    return any(_is_war(reading, token) for token in fillers)


def _is_war(reading: Reading, token: int) -> bool:
    """Whether a noun is one of war, or an "it" is that is told of one right before."""
    grammar = reading.grammar
    if grammar.lowers[token] != "it":
        return grammar.lemmas[token] in WARS
    sentence = grammar.sentence_of[token]
    first, after = grammar.sentences[max(sentence - 1, 0)]
    return any(grammar.lemmas[t] in WARS and grammar.deps[t] == "nsubj" for t in range(first, min(after, token)))


def _spoken_of(reading: Reading, clause: Clause, time: int) -> int | None:
    """ "Voiced concern about air strikes last month": the deed between the verb and the time, with no comma behind."""
    grammar = reading.grammar
    for token in range(time - 1, max(clause.verb, time - REACH), -1):
        if grammar.lowers[token] in (",", ";"):
            return None
        deed = reading.clause_at.get(token)
        if deed is not None and deed.kind == "nominal" and grammar.deps[token] in ("pobj", "dobj"):
            return token
    return None


def whole(time: Time) -> str | None:
    """The last day of a time that is named behind "since" or by itself: of the year, the month or the day."""
    if time.start is None or not bounds_only(time):
        return time.end
    first = dt.date.fromisoformat(time.start)
    lasts = {"year": dt.timedelta(days=366), "month": dt.timedelta(days=31)}.get(time.precision)
    if lasts is None:
        return time.start
    after = (first + lasts).replace(day=1) if time.precision == "month" else first.replace(year=first.year + 1)
    return (after - dt.timedelta(days=1)).isoformat()


def bounds_only(time: Time) -> bool:
    """ "Since June", "until Friday", "by May" hold for the words that they stand with and for none below."""
    until = time.text.lower().startswith(("until", "till", "by "))
    since = time.text.lower().startswith("since") and time.start != time.end
    return time.start is None or time.end is None or until or since


def is_wide(time: Time) -> bool:
    """Whether it spans a month or more."""
    if time.start is None or time.end is None:
        return True
    return dt.date.fromisoformat(time.end) - dt.date.fromisoformat(time.start) >= A_MONTH


def only_names(grammar: Grammar, token: int, of: int | None = None) -> bool:
    """ "Broke the 2015 accord": a year before a noun says which one it is, and dates no clause but that noun's."""
    head = grammar.heads[token]
    return head != of and token < head and grammar.tags[token] == "CD" and grammar.tags[head][0] == "N"


def when_of(time: Time, basis: str) -> When:
    """The days of a time, with how a clause comes by them."""
    return When(start=time.start, end=time.end, basis=basis, time=time.id)
