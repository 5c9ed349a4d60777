"""What a denial leaves as it was: "denied any role in the attack", "escaped an ambush"."""

from __future__ import annotations

from sayso.extract.reading import Reading
from sayso.parse import Clause

PARTS_IN_IT = frozenset(
    ("role", "part", "hand", "involvement", "responsibility", "participation", "complicity", "knowledge", "link",
     "connection", "tie", "blame", "liability", "guilt", "culpability", "awareness", "foreknowledge", "accountability",
     "comment", "elaborate", "discuss", "speak", "talk", "answer", "respond", "react", "remark")
)  # fmt: skip
"""What one denies to have had in a deed, or does not do about it, that was done all the same."""
EVADED = frozenset(("escape", "dodge", "evade", "elude"))
CHARGES = frozenset(("accusation", "allegation", "charge", "complaint", "insinuation", "suspicion", "criticism"))


def is_beside_the_denial(reading: Reading, clause: Clause) -> bool:
    """Whether a denial leaves the happening as it was: "denied any role in the attack", "dismissed the accusations",
    "escaped an ambush" (who escaped arrest was not arrested)."""
    if clause.kind != "nominal":
        return clause.lemma in ("accuse", "allege", "blame")
    above = reading.grammar.lemmas[clause.governor] if clause.governor is not None else ""
    if above in EVADED and clause.how == "content":
        return any(reading.grammar.deps[child] == "det" for child in reading.grammar.children[clause.predicate])
    return clause.lemma in CHARGES or (clause.how == "prep" and above in PARTS_IN_IT)
