"""Why an input can't be read: the codes, their exit statuses, and the words."""

from __future__ import annotations

import msgspec

from sayso.errors import InputRefused


class _Wording(msgspec.Struct, frozen=True):
    exit_status: int
    why: str
    what_to_do: str


_WORDING = {
    "missing": _Wording(10, "there is no such file or folder", "check the path"),
    "empty": _Wording(11, "there is no text in it", "give a report that has words"),
    "binary": _Wording(12, "it is not text", "turn it into plain text or HTML first"),
    "no_article": _Wording(
        13, "there is no article in it, only the furniture of a page", "give the page of one report"
    ),
    "language": _Wording(14, "it is not in English", "give an English text or translation"),
    "encoding": _Wording(15, "its characters can't be told", "save it as UTF-8"),
    "too_large": _Wording(16, "it is larger than the limit", "part it into single reports, or raise the limit"),
    "bad_line": _Wording(17, "the line is not a report", 'give one JSON object a line, with "text" or "html"'),
    "unreadable": _Wording(18, "it can't be opened", "check the permissions and that the file is whole"),
}

EXIT_STATUS: dict[str, int] = {code: wording.exit_status for code, wording in _WORDING.items()}
"""Refusal code -> exit status of the command line where nothing else went wrong."""


def refused(code: str, what: str, why: str | None = None) -> InputRefused:
    """The refusal of one input. `why` takes the place of the code's usual reason."""
    wording = _WORDING[code]
    return InputRefused(code, what, why or wording.why, wording.what_to_do)
