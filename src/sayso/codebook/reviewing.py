"""How people grade what was read: the Admiralty scale, the words for harm, the states of review. Data:
`data/reconcile/`."""

from __future__ import annotations

from functools import cache
from typing import Literal, get_args

from sayso.codebook.frames import Checked
from sayso.codebook.load import DATA, read_data

Reliability = Literal["A", "B", "C", "D", "E", "F"]
Credibility = Literal[1, 2, 3, 4, 5, 6]
HarmWord = Literal["confirmed", "fair", "weak", "contested", "discounted"]
SetBy = Literal["nobody", "assigning", "somebody", "change"]
DisputeKind = Literal["figures", "denial", "perpetrators", "descriptions", "control"]


class GradeWords(Checked, frozen=True, kw_only=True):
    """What each grade of a source and of its information means. Data: `data/reconcile/grades.yaml`."""

    version: int
    source: str
    reliability: dict[Reliability, str]
    credibility: dict[Credibility, str]

    def __post_init__(self) -> None:
        _check_all(self.reliability, get_args(Reliability))
        _check_all(self.credibility, get_args(Credibility))


class HarmRule(Checked, frozen=True, kw_only=True):
    """A word, and what has to hold for it to be suggested; what is left out is not asked."""

    word: HarmWord
    why: str
    conceded: bool = False
    harmed: Literal["anybody", "fighters"] = "anybody"
    disputed: frozenset[DisputeKind] = frozenset()
    accused: int = 0
    sources: int = 0

    @property
    def asks_nothing(self) -> bool:
        """Whether it holds for every incident."""
        return not (self.conceded or self.disputed or self.accused or self.sources) and self.harmed == "anybody"


class HarmRules(Checked, frozen=True, kw_only=True):
    """The five words, and the rules that suggest one, in order. Data: `data/reconcile/harm.yaml`."""

    name: str
    version: int
    source: str
    words: dict[HarmWord, str]
    rules: tuple[HarmRule, ...]

    def __post_init__(self) -> None:
        _check_all(self.words, get_args(HarmWord))
        if [rule.asks_nothing for rule in self.rules] != [False] * (len(self.rules) - 1) + [True]:
            raise ValueError("the last rule, and no other, has to hold for every incident")


class ReviewState(Checked, frozen=True, kw_only=True):
    """A state, how it comes about, and where a person may go from it."""

    name: str
    title: str
    set_by: SetBy
    to: tuple[str, ...]
    changed: str | None = None


class ReviewStates(Checked, frozen=True, kw_only=True):
    """The states of review, the first of which is where everything begins. Data: `data/reconcile/states.yaml`."""

    version: int
    states: tuple[ReviewState, ...]

    def __post_init__(self) -> None:
        known = {state.name: state for state in self.states}
        if len(known) != len(self.states) or self.states[0].set_by != "nobody":
            raise ValueError("each state stands there once, the first of them set by nobody")
        wrong = {to for state in self.states for to in state.to if not _may_be_set(known.get(to))}
        wrong |= {name for state in self.states if (name := state.changed) and not _comes_of_change(known.get(name))}
        if wrong:
            raise ValueError(f"no state can become {', '.join(sorted(wrong))}")

    def find(self, name: str) -> ReviewState | None:
        """The state of that name."""
        return next((state for state in self.states if state.name == name), None)


def _check_all(given: dict, expected: tuple) -> None:
    if set(given) != set(expected):
        raise ValueError(f"expected {', '.join(map(str, expected))}; found {', '.join(map(str, given))}")


def _may_be_set(state: ReviewState | None) -> bool:
    return state is not None and state.set_by in ("nobody", "somebody")


def _comes_of_change(state: ReviewState | None) -> bool:
    return state is not None and state.set_by == "change"


@cache
def load_grades() -> GradeWords:
    """The Admiralty scale, read once a process. Raises CodebookError."""
    return read_data(DATA / "reconcile" / "grades.yaml", GradeWords)


@cache
def load_harm_rules() -> HarmRules:
    """The words for harm and the rule that suggests one, read once a process. Raises CodebookError."""
    return read_data(DATA / "reconcile" / "harm.yaml", HarmRules)


@cache
def load_states() -> ReviewStates:
    """The states of review, read once a process. Raises CodebookError."""
    return read_data(DATA / "reconcile" / "states.yaml", ReviewStates)
