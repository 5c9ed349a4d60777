"""Everything that Sayso raises on purpose.

SaysoError
├── InputRefused      one input can't be read: what, why, what to do
├── CodebookError     a data file of the codebook says something it may not
├── LedgerError       a ledger is missing, locked or of another version
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


class RecordError(SaysoError):
    """A record that does not validate against the published schema."""
