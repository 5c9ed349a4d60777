"""The grammar of a clause, the frames that were tried on it, what became of it, and its status."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.explained.scene import Seen
from sayso.extract.explained.types import ClauseSeen, FrameTried, Slot, Step, Word
from sayso.extract.framing.framer import Framed, Framer, Trial
from sayso.extract.happened.events import why_untold
from sayso.extract.held.control import control_framer
from sayso.extract.realis.own import own_status
from sayso.extract.realis.status import governing_entry, stands_under
from sayso.parse import Clause


# -- grammar ------------------------------------------------------------------------------------------------------
def see_clause(seen: Seen, clause: Clause) -> ClauseSeen:
    """A clause with its slots in words, and what it stands under."""
    under = seen.token(clause.governor) if clause.governor is not None else None
    return ClauseSeen(
        predicate=seen.token(clause.predicate), lemma=clause.lemma, kind=clause.kind, traits=tuple(_traits(clause)),
        slots=tuple(_slot(seen, clause, name, fillers) for name, fillers in clause.slots.items() if fillers),
        under=under, how=clause.how, marker=clause.marker,
    )  # fmt: skip


def _traits(clause: Clause) -> Iterator[str]:
    if clause.tense is not None:
        yield clause.tense
    yield from (name for name in ("perfect", "progressive", "passive", "negated") if getattr(clause, name))
    if clause.modal is not None:
        yield f"modal {clause.modal}"


def _slot(seen: Seen, clause: Clause, name: str, fillers: tuple[int, ...]) -> Slot:
    return Slot(name=name, words=tuple(seen.phrase(t) for t in fillers), borrowed=name in clause.borrowed)


# -- frames -------------------------------------------------------------------------------------------------------
def frames_tried(seen: Seen, clause: Clause, *, of_control: bool = False) -> tuple[FrameTried, ...]:
    """The frames that know the clause's word, in the order in which they are asked. of_control: those of holding."""
    rows, chosen = [], False
    for trial in _framer(seen, of_control=of_control).trials(clause):
        first = trial.framed is not None and not chosen
        chosen = chosen or first
        rows.append(_tried(seen, clause, trial, first=first))
    return tuple(rows)


def _framer(seen: Seen, *, of_control: bool) -> Framer:
    if not of_control:
        return seen.work.framer
    framer = control_framer(seen.scene)
    framer.words = framer.index.holdings
    return framer


def _tried(seen: Seen, clause: Clause, trial: Trial, *, first: bool) -> FrameTried:
    against = _against(seen, clause, trial)
    if against is None and not first:
        against = "fits as well, but comes later"
    return FrameTried(
        frame=trial.frame.name, type=trial.frame.type, mode=trial.frame.mode, chosen=first, against=against
    )


def _against(seen: Seen, clause: Clause, trial: Trial) -> str | None:
    if trial.against is None:
        return None
    rule, slot = trial.against
    if rule == "words":
        return f"its further words are not there: {slot}"
    asked = trial.frame.never[slot] if rule == "never" else trial.frame.needs[slot]
    found = ", ".join(seen.phrase(t).text for t in clause.slots.get(slot, ())) or "nothing"
    verb = "must not have" if rule == "never" else "needs"
    return f"{verb} in {slot} one of {_list(asked)}; there is {found}"


def _list(words: tuple[str, ...], most: int = 8) -> str:
    more = f" and {len(words) - most} more" if len(words) > most else ""
    return ", ".join(words[:most]) + more


# -- what became of it --------------------------------------------------------------------------------------------
def fate_of(seen: Seen, clause: Clause) -> tuple[str, ...]:
    """What became of a clause: the claims of it, who tells it instead, or why it tells nothing."""
    made = [f"made {claim.id} ({claim.method})" for claim in seen.claims_from(clause)]
    return (*made, *_fate_of_framed(seen, clause, made=bool(made)))


def _fate_of_framed(seen: Seen, clause: Clause, *, made: bool) -> Iterator[str]:
    item = framed_at(seen, clause.predicate)
    if item is None:
        yield from () if made else (_why_unframed(seen, clause),)
    elif item.absorbed:
        by = item.teller
        yield f"no event of its own: told by '{_trigger(seen, by).text}' (frame {by.frame.name})"
    elif why := why_untold(seen.scene, item):
        yield f"no event, though frame {item.frame.name} fits: {why}"


def _why_unframed(seen: Seen, clause: Clause) -> str:
    tried = len(list(seen.work.framer.trials(clause)))
    return f"no event: none of the {tried} frames tried fits" if tried else f"no event: no frame knows '{clause.lemma}'"


def framed_at(seen: Seen, predicate: int) -> Framed | None:
    """The clause with that predicate as a frame reads it, if one does."""
    return next((item for item in seen.work.framed if item.clause.predicate == predicate), None)


def _trigger(seen: Seen, item: Framed) -> Word:
    return seen.words(seen.grammar.span(item.first, item.last))


# -- status -------------------------------------------------------------------------------------------------------
def status_steps(seen: Seen, clause: Clause) -> tuple[Step, ...]:
    """The words that set whether it happened: its own, those above it, those of the saying; and the outcome."""
    outcome = seen.scene.status(clause.predicate)
    gives = outcome.realis + (f", {outcome.phase}" if outcome.phase else "")
    return (*_own(seen, clause), *_above(seen, clause), *_told(seen, clause), Step(rule="together", gives=gives))


def _own(seen: Seen, clause: Clause) -> Iterator[Step]:
    traits = ", ".join(_traits(clause)) or "plain"
    yield Step(rule=f"own words ({traits})", words=seen.token(clause.verb), gives=own_status(seen.reading, clause))
    if clause.negated:
        below = seen.grammar.children[clause.predicate]
        no = next((t for t in below if seen.grammar.deps[t] == "neg"), None)
        yield Step(rule="negation", words=seen.token(no) if no is not None else None, gives="negated")


def _above(seen: Seen, clause: Clause) -> Iterator[Step]:
    for above in stands_under(seen.reading, clause):
        entry = governing_entry(seen.reading, above)
        upper = seen.reading.clause_at.get(above.token)
        parts = [entry.realis, getattr(entry, "phase", None)] if entry is not None else []
        gives = ", ".join(part for part in parts if part) or None
        if above.how == "condition":
            gives = "conditional"
        elif above.how == "purpose":
            gives = gives or "planned, where nothing nearer says otherwise"
        elif upper is not None and upper.negated:
            gives = f"{gives or 'as told'}, negated"
        yield Step(
            rule=f"under this, as {above.how}" + (f" ({above.marker})" if above.marker else ""),
            words=seen.token(above.token),
            gives=gives,
        )


def _told(seen: Seen, clause: Clause) -> Iterator[Step]:
    saying = seen.scene.saying_at(clause.predicate)
    if saying is not None and saying.realis is not None:
        words = seen.words(saying.cue) if saying.cue is not None else None
        yield Step(rule="the saying's cue", words=words, gives=f"{saying.realis}, where nothing nearer says otherwise")
