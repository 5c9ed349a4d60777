"""The nouns: frozen records, spans, ids, the JSON Schema; the only JSON <-> record code."""

from sayso.records.claims import (
    AnyClaim,
    Claim,
    Condition,
    Control,
    Event,
    Figure,
    Measure,
    Relation,
    Speaker,
    Utterance,
    When,
)
from sayso.records.ids import content_id, report_id
from sayso.records.incidents import (
    DisputeSide,
    Incident,
    IncidentClaim,
    IncidentDispute,
    IncidentFigure,
    IncidentParty,
    IncidentPlace,
    IncidentReport,
    IncidentReview,
    IncidentWhen,
    Join,
    Responsibility,
    ResponsibilityClaim,
    ScoredFeature,
    SourceCollapse,
    SourceCounts,
    Toll,
    TollPoint,
)
from sayso.records.mentions import Candidate, Party, Person, Place, Time
from sayso.records.record import Dispute, Record, Refusal, RefusedInput
from sayso.records.report import Block, Caption, Interval, Published, Relevance, Report
from sayso.records.spans import Span, inside, overlaps, tidy, trim
from sayso.records.wire import check_record, record_from_json, record_schema, record_to_json

__all__ = [
    "AnyClaim", "Block", "Candidate", "Caption", "Claim", "Condition", "Control", "Dispute", "DisputeSide", "Event",
    "Figure", "Incident", "IncidentClaim", "IncidentDispute", "IncidentFigure", "IncidentParty", "IncidentPlace",
    "IncidentReport", "IncidentReview", "IncidentWhen", "Interval", "Join", "Measure", "Party", "Person", "Place",
    "Published", "Record", "Refusal", "RefusedInput", "Relation", "Relevance", "Report", "Responsibility",
    "ResponsibilityClaim", "ScoredFeature", "SourceCollapse", "SourceCounts", "Span", "Speaker", "Time", "Toll",
    "TollPoint", "Utterance", "When", "check_record", "content_id", "inside", "overlaps", "record_from_json",
    "record_schema", "record_to_json", "report_id", "tidy", "trim",
]  # fmt: skip
