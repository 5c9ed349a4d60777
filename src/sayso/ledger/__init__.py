"""Append and read: what was read is never overwritten. Harvests in, records out, every quote checked."""

from sayso.ledger.append import append_harvest, append_refusal, append_sighting
from sayso.ledger.dialects import ledger_name
from sayso.ledger.load import Harvest, Tally, find_harvest, load_harvests, tally_ledger
from sayso.ledger.open import open_ledger
from sayso.ledger.search import Found, search_ledger
from sayso.ledger.verify import Fault, verify_ledger

__all__ = [
    "Fault",
    "Found",
    "Harvest",
    "Tally",
    "append_harvest",
    "append_refusal",
    "append_sighting",
    "find_harvest",
    "ledger_name",
    "load_harvests",
    "open_ledger",
    "search_ledger",
    "tally_ledger",
    "verify_ledger",
]
