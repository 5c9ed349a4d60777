"""Claims of many reports, put together: copies told apart, happenings found, figures reconciled, disputes kept."""

from sayso.reconcile.accounts import Account
from sayso.reconcile.copies import Copies, CopyLink, CopyReason, group_copies
from sayso.reconcile.crosswalk import crosswalk_columns, crosswalk_rows
from sayso.reconcile.grouping import Grouping, group_tellings
from sayso.reconcile.incidents import (
    DEFAULT_POLICY,
    assemble_incidents,
    gather_accounts,
    incident_id,
    reconcile_records,
    telling_order,
)
from sayso.reconcile.shelf import Group
from sayso.reconcile.tellings import Telling, gather_tellings, retell
from sayso.reconcile.vocabulary import Habits, Vocabulary, Weighed, count_terms, terms_weighed

__all__ = [
    "DEFAULT_POLICY", "Account", "Copies", "CopyLink", "CopyReason", "Group", "Grouping", "Habits", "Telling",
    "Vocabulary", "Weighed", "assemble_incidents", "count_terms", "crosswalk_columns", "crosswalk_rows",
    "gather_accounts", "gather_tellings", "group_copies", "group_tellings", "incident_id", "reconcile_records",
    "retell", "telling_order", "terms_weighed",
]  # fmt: skip
