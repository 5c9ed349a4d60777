"""What the machine makes of a ledger: tellings, the accounts that they stand in, and which of them go together."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy import Engine

from sayso.ledger import load_harvests
from sayso.reconcile import Account, Grouping, Telling, gather_accounts, gather_tellings, group_tellings
from sayso.records import Record


class MachineGroups(msgspec.Struct, frozen=True, kw_only=True):
    """Tellings by key, accounts by report id, and groups of tellings by their keys. grouping: says what speaks for
    putting two tellings together."""

    tellings: dict[str, Telling]
    accounts: dict[str, list[Account]]
    grouping: Grouping
    groups: tuple[tuple[str, ...], ...]


def load_machine_groups(engine: Engine) -> MachineGroups:
    """A ledger in, what the machine makes of its reports out, whatever people decided."""
    return group_records([each.record for each in load_harvests(engine) if each.was_read and each.record.claims])


def group_records(records: Sequence[Record]) -> MachineGroups:
    """Records in, what the machine makes of them out."""
    accounts = gather_accounts(records)
    tellings = {each.key: each for found in accounts.values() for each in gather_tellings(found[0].record)}
    grouping, groups = group_tellings(tellings.values())
    return MachineGroups(tellings=tellings, accounts=accounts, grouping=grouping, groups=tuple(groups))
