"""A person's decisions in, worklists out; incidents kept up to date with the ledger's harvests."""

from sayso.review.agreement import FieldAgreement, agree_on, alpha_of
from sayso.review.as_decided import review_browsed
from sayso.review.changes import note_changes
from sayso.review.coding import (
    CODED,
    Agreement,
    CodingUnit,
    Disagreement,
    adjudicate,
    agreement_of,
    code_unit,
    coded_so_far,
    coded_units,
    coding_unit,
    coding_units,
    draw_sample,
    find_sample,
)
from sayso.review.deciding import find_decision, undo
from sayso.review.docket import Docket, load_docket, load_docket_of
from sayso.review.found import review_found
from sayso.review.groups import MachineGroups, group_records, load_machine_groups
from sayso.review.headlines import ToldFigure, ToldIncident, ToldParty, headline_of, tell_incident
from sayso.review.judged import HarmSuggestion, Judged, next_states, suggest_harm
from sayso.review.on_claims import accept_claim, comment_claim, correct_claim, find_claim, grade_claim, reject_claim
from sayso.review.on_incidents import (
    assign,
    comment_incident,
    grade_incident,
    grade_outlet,
    grade_report,
    merge_incidents,
    move_report,
    set_harm,
    set_state,
    split_incident,
)
from sayso.review.previews import Preview, PreviewField, preview_merge, preview_move, preview_split
from sayso.review.regroup import DecidedGroup, Regrouped, ids_decided_on, regroup
from sayso.review.reviewed import Remark, ReviewedIncident
from sayso.review.update import Updated, update_incidents
from sayso.review.verdicts import ReviewedClaim, decide_harvests, decided_by_report, review_claims
from sayso.review.withheld import Withheld, as_seen, load_withheld, withhold_incident, withhold_report
from sayso.review.worklists import Wanted, answers_to, history, is_below, those_below, work_list

__all__ = [
    "CODED", "Agreement", "CodingUnit", "DecidedGroup", "Disagreement", "Docket", "FieldAgreement",
    "HarmSuggestion", "Judged", "MachineGroups", "Preview", "PreviewField", "Regrouped", "Remark", "ReviewedClaim",
    "ReviewedIncident", "ToldFigure", "ToldIncident", "ToldParty", "Updated", "Wanted", "Withheld", "accept_claim",
    "adjudicate", "agree_on", "agreement_of", "alpha_of", "answers_to", "as_seen", "assign", "code_unit",
    "coded_so_far", "coded_units", "coding_unit", "coding_units", "comment_claim", "comment_incident",
    "correct_claim", "decide_harvests", "decided_by_report", "draw_sample", "find_claim", "find_decision",
    "find_sample", "grade_claim", "grade_incident", "grade_outlet", "grade_report", "group_records", "headline_of",
    "history", "ids_decided_on", "is_below", "load_docket", "load_docket_of", "load_machine_groups",
    "load_withheld", "merge_incidents", "move_report", "next_states", "note_changes", "preview_merge",
    "preview_move", "preview_split", "regroup", "reject_claim", "review_browsed", "review_claims", "review_found",
    "set_harm", "set_state", "split_incident", "suggest_harm", "tell_incident", "those_below", "undo",
    "update_incidents", "withhold_incident", "withhold_report", "work_list",
]  # fmt: skip
