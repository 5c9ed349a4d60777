"""Claims of many reports, put together: which reports are copies, so that nobody's word is counted twice."""

from sayso.reconcile.copies import Copies, CopyLink, CopyReason, group_copies

__all__ = ["Copies", "CopyLink", "CopyReason", "group_copies"]
