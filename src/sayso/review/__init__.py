"""A person's decisions in, worklists out; incidents kept up to date with the ledger's harvests."""

from sayso.review.update import Updated, update_incidents

__all__ = ["Updated", "update_incidents"]
