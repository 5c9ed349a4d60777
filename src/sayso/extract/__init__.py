"""Reading -> mentions, utterances, claims: one file a question."""

from sayso.extract.record import extract_record

__all__ = ["extract_record"]
