"""Everything that Sayso raises on purpose.

SaysoError
├── InputRefused      one input can't be read: what, why, what to do
├── CodebookError     a data file of the codebook says something it may not
├── LedgerError       a ledger is missing, locked or of another version
├── QueryError        a query that can't be read: what is wrong, what to do
├── UserRefused       a user, password, role or token that can't be as it is given: why, what to do
├── HookRefused       a hook that can't be as it is given: why, what to do
├── DeskRefused       a desk elsewhere that refuses what it is asked, or can't be reached: status, why
├── DecisionRefused   a decision that can't be taken: why, and the decision that stands in its way
├── CodingRefused     a coding, or a sample, that can't be as it is given: why
└── RecordError       a record breaks its own contract (a defect of Sayso, never of the input)
"""

from __future__ import annotations


class SaysoError(Exception):
    """The root: catch it to catch whatever Sayso raises on purpose."""


class InputRefused(SaysoError):
    """One input that can't be read. All parts reach `Exception.args`, so that it survives pickling.

    code: a short stable word ("empty", "binary", ...); what: the input; why and what_to_do: one clause each.
    """

    def __init__(self, code: str, what: str, why: str, what_to_do: str) -> None:
        super().__init__(code, what, why, what_to_do)
        self.code, self.what, self.why, self.what_to_do = code, what, why, what_to_do

    def __str__(self) -> str:
        return f"{self.what}: {self.why}; {self.what_to_do}."


class CodebookError(SaysoError):
    """A codebook file that breaks its schema: file, entry and what is wrong with it."""

    def __init__(self, file: str, why: str) -> None:
        super().__init__(file, why)
        self.file, self.why = file, why

    def __str__(self) -> str:
        return f"codebook file {self.file}: {self.why}"


class LedgerError(SaysoError):
    """A ledger that can't be used: which, why, what to do."""

    def __init__(self, ledger: str, why: str, what_to_do: str) -> None:
        super().__init__(ledger, why, what_to_do)
        self.ledger, self.why, self.what_to_do = ledger, why, what_to_do

    def __str__(self) -> str:
        return f"ledger {self.ledger}: {self.why}; {self.what_to_do}."


class QueryError(SaysoError):
    """A query for the full-text search that can't be read: the query, what is wrong with it, what to do."""

    def __init__(self, query: str, why: str, what_to_do: str) -> None:
        super().__init__(query, why, what_to_do)
        self.query, self.why, self.what_to_do = query, why, what_to_do

    def __str__(self) -> str:
        return f"the query can't be read: {self.why}; {self.what_to_do}."


class UserRefused(SaysoError):
    """A user, a password, a role or a token that can't be as it is given: why, what to do."""

    def __init__(self, why: str, what_to_do: str) -> None:
        super().__init__(why, what_to_do)
        self.why, self.what_to_do = why, what_to_do

    def __str__(self) -> str:
        return f"{self.why}; {self.what_to_do}."


class HookRefused(SaysoError):
    """A hook, to which changes are to be sent, that can't be as it is given: why, what to do."""

    def __init__(self, why: str, what_to_do: str) -> None:
        super().__init__(why, what_to_do)
        self.why, self.what_to_do = why, what_to_do

    def __str__(self) -> str:
        return f"{self.why}; {self.what_to_do}."


class DeskRefused(SaysoError):
    """A desk elsewhere that refuses what it is asked: the status of its answer, null where there was none, and why."""

    def __init__(self, status: int | None, why: str) -> None:
        super().__init__(status, why)
        self.status, self.why = status, why

    def __str__(self) -> str:
        return self.why


class DecisionRefused(SaysoError):
    """A decision that can't be taken: why; `by`: the key of the decision that stands in its way, where one does."""

    def __init__(self, why: str, by: str | None = None) -> None:
        super().__init__(why, by)
        self.why, self.by = why, by

    def __str__(self) -> str:
        return f"the decision can't be taken: {self.why}" + (f" ({self.by})." if self.by else ".")


class CodingRefused(SaysoError):
    """A sample that can't be drawn, or a coding that can't be taken or shown: why."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why

    def __str__(self) -> str:
        return f"{self.why}."


class RecordError(SaysoError):
    """A record that does not validate against the published schema."""
