"""Append and read: what was read is never overwritten. Harvests in, records out, every quote checked."""

from sayso.ledger.append import append_harvest, append_refusal, append_sighting
from sayso.ledger.load import Harvest, Tally, find_harvest, load_harvests, tally_ledger
from sayso.ledger.open import open_ledger
from sayso.ledger.verify import Fault, verify_ledger

__all__ = [
    "Fault",
    "Harvest",
    "Tally",
    "append_harvest",
    "append_refusal",
    "append_sighting",
    "find_harvest",
    "load_harvests",
    "open_ledger",
    "tally_ledger",
    "verify_ledger",
]
