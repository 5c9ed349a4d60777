"""Days of the headings of a digest: "Monday 11 June" dates what stands under it, up to the next heading."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from sayso.extract.reading import Reading
from sayso.records import Time

HEADINGS = frozenset(("heading", "timestamp"))
OPENING = 5
"""Within how many words of its start a heading names its day."""


class HeadedDays:
    """The days that headings give; none where fewer than two headings name a day, which is then the report's own.

    times: token by which a time hangs in the tree -> Time.
    """

    def __init__(self, reading: Reading, times: Mapping[int, Time]) -> None:
        self.starts: list[int] = []
        self.days: list[Time | None] = []
        grammar = reading.grammar
        for sentence, (first, after) in enumerate(grammar.sentences):
            kind = grammar.blocks[grammar.block_of[sentence]].kind if grammar.blocks else "paragraph"
            if kind in HEADINGS:
                day = next((times[t] for t in range(first, min(after, first + OPENING)) if _is_day(times.get(t))), None)
                if day is not None or kind == "heading":
                    self.starts.append(first)
                    self.days.append(day)
        if len({day.start for day in self.days if day is not None}) < 2:
            self.starts, self.days = [], []

    def day_at(self, token: int) -> Time | None:
        """The day of the heading that a token stands under, if it names one."""
        at = bisect_right(self.starts, token) - 1
        return self.days[at] if at >= 0 else None


def _is_day(time: Time | None) -> bool:
    return time is not None and time.start is not None and time.start == time.end
