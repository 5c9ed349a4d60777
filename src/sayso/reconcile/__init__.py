"""Claims of many reports, put together: copies told apart, happenings found, figures reconciled, disputes kept."""

from sayso.reconcile.copies import Copies, CopyLink, CopyReason, group_copies
from sayso.reconcile.crosswalk import crosswalk_columns, crosswalk_rows
from sayso.reconcile.incidents import DEFAULT_POLICY, reconcile_records

__all__ = [
    "DEFAULT_POLICY", "Copies", "CopyLink", "CopyReason", "crosswalk_columns", "crosswalk_rows", "group_copies",
    "reconcile_records",
]  # fmt: skip
