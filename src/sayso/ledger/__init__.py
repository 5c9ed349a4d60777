"""Append and read: what was read is never overwritten. Harvests in, records out, every quote checked."""

from sayso.ledger.append import append_harvest, append_refusal, append_sighting
from sayso.ledger.decisions import (
    Decided,
    Decision,
    DecisionKind,
    DecisionTarget,
    append_decision,
    load_decisions,
    undo_decision,
)
from sayso.ledger.dialects import ledger_name
from sayso.ledger.load import Harvest, Tally, find_harvest, load_harvests, tally_ledger
from sayso.ledger.open import open_ledger
from sayso.ledger.resolutions import Resolution, append_resolution, load_resolutions
from sayso.ledger.rows import locus_of
from sayso.ledger.search import Found, search_ledger
from sayso.ledger.verify import Fault, decision_log_head, verify_ledger

__all__ = [
    "Decided",
    "Decision",
    "DecisionKind",
    "DecisionTarget",
    "Fault",
    "Found",
    "Harvest",
    "Resolution",
    "Tally",
    "append_decision",
    "append_harvest",
    "append_refusal",
    "append_resolution",
    "append_sighting",
    "decision_log_head",
    "find_harvest",
    "ledger_name",
    "load_decisions",
    "load_harvests",
    "load_resolutions",
    "locus_of",
    "open_ledger",
    "search_ledger",
    "tally_ledger",
    "undo_decision",
    "verify_ledger",
]
