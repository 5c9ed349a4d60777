"""Days of the week and months, in lower case and in order, in English whatever the machine's language is."""

from __future__ import annotations

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
SHORT_MONTHS = frozenset((*(month[:3] for month in MONTHS), "sept"))
"""As they are written before a dot."""
