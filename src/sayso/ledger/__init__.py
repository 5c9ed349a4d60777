"""Append and read: what was read is never overwritten. Harvests in, records out, every quote checked."""

from sayso.ledger.append import append_harvest, append_refusal, append_sighting
from sayso.ledger.browse import (
    Browsed,
    Cursor,
    Mark,
    browse_incidents,
    count_incidents,
    cursor_of,
    ledger_mark,
    newest_day,
)
from sayso.ledger.changes import (
    Change,
    ChangeKind,
    ToldBefore,
    ToldUpTo,
    all_told,
    append_change,
    cancelled_since,
    find_changes,
    groups_by_day,
    last_change_of,
    load_changes,
    newest_change,
    note_told,
    note_told_up_to,
    told_of_reports,
    told_up_to_now,
    up_to_now,
)
from sayso.ledger.coding import (
    Coding,
    Sample,
    append_codings,
    append_sample,
    claims_of_kind,
    load_codings,
    load_samples,
)
from sayso.ledger.decisions import (
    Decided,
    Decision,
    DecisionKind,
    DecisionTarget,
    append_decision,
    load_decisions,
    targets_on_claims,
    undo_decision,
)
from sayso.ledger.dialects import ledger_name, taking_turn
from sayso.ledger.generations import (
    Generation,
    begin_generation,
    complete_generation,
    drop_generations,
    load_habits,
    load_vocabulary,
    newest_generation,
    note_placed,
)
from sayso.ledger.hooks import Hook, add_hook, load_hooks, note_failed, note_sent, remove_hook, resume_hook, take_hooks
from sayso.ledger.incidents import (
    append_incident,
    drop_incidents,
    drop_some_incidents,
    groups_without,
    incidents_of,
    load_incident,
    load_incidents,
    without_incident,
)
from sayso.ledger.left_out import LeftOut, load_left_out
from sayso.ledger.load import (
    Harvest,
    Tally,
    find_harvest,
    has_outlet,
    load_confidence,
    load_harvests,
    reports_named,
    reports_of_claim,
    tally_ledger,
)
from sayso.ledger.open import open_ledger
from sayso.ledger.people import (
    User,
    add_user,
    check_password,
    check_role,
    disable_user,
    has_users,
    load_users,
    set_password,
    set_role,
)
from sayso.ledger.resolutions import Resolution, append_resolution, load_resolutions
from sayso.ledger.rights import RIGHTS, ROLES, Right, Role, may
from sayso.ledger.rows import locus_of, portions
from sayso.ledger.search import Found, newer_answers, search_ledger
from sayso.ledger.searches import (
    THIS_MACHINE,
    SavedSearch,
    drop_search,
    look_at_search,
    save_search,
    saved_searches,
)
from sayso.ledger.sessions import (
    Token,
    begin_session,
    end_session,
    find_session,
    find_token,
    load_tokens,
    make_token,
    revoke_token,
)
from sayso.ledger.standings import (
    all_groups,
    append_kin,
    append_standing,
    find_marked,
    groups_of,
    load_kin,
    load_weighed,
    members_of,
    set_groups,
)
from sayso.ledger.tellings import (
    STALE,
    KeptTelling,
    append_tellings,
    count_tellings,
    find_tellings,
    load_tellings,
    load_untold,
    name_tellings,
    passes_of,
    still_untold,
    tellings_named,
    tellings_of_incident,
    tellings_of_reports,
    untold_passes,
    wait_no_more,
    waiting_passes,
)
from sayso.ledger.verify import Fault, decision_log_head, verify_ledger

__all__ = [
    "RIGHTS", "ROLES", "STALE", "THIS_MACHINE", "Browsed", "Change", "ChangeKind", "Coding", "Cursor", "Decided",
    "Decision", "DecisionKind", "DecisionTarget", "Fault", "Found", "Generation", "Harvest", "Hook", "KeptTelling",
    "LeftOut", "Mark", "Resolution", "Right", "Role", "Sample", "SavedSearch", "Tally", "Token", "ToldBefore",
    "ToldUpTo", "User", "add_hook", "add_user", "all_groups", "all_told", "append_change", "append_codings",
    "append_decision", "append_harvest", "append_incident", "append_kin", "append_refusal", "append_resolution",
    "append_sample", "append_sighting", "append_standing", "append_tellings", "begin_generation", "begin_session",
    "browse_incidents", "cancelled_since", "check_password", "check_role", "claims_of_kind", "complete_generation",
    "count_incidents", "count_tellings", "cursor_of", "decision_log_head", "disable_user", "drop_generations",
    "drop_incidents", "drop_search", "drop_some_incidents", "end_session", "find_changes", "find_harvest",
    "find_marked", "find_session", "find_tellings", "find_token", "groups_by_day", "groups_of", "groups_without",
    "has_outlet", "has_users", "incidents_of", "last_change_of", "ledger_mark", "ledger_name", "load_changes",
    "load_codings", "load_confidence", "load_decisions", "load_habits", "load_harvests", "load_hooks",
    "load_incident", "load_incidents", "load_kin", "load_left_out", "load_resolutions", "load_samples",
    "load_tellings", "load_tokens", "load_untold", "load_users", "load_vocabulary", "load_weighed", "locus_of",
    "look_at_search", "make_token", "may", "members_of", "name_tellings", "newer_answers", "newest_change",
    "newest_day", "newest_generation", "note_failed", "note_placed", "note_sent", "note_told", "note_told_up_to",
    "open_ledger", "passes_of", "portions", "remove_hook", "reports_named", "reports_of_claim", "resume_hook",
    "revoke_token", "save_search", "saved_searches", "search_ledger", "set_groups", "set_password", "set_role",
    "still_untold", "take_hooks", "taking_turn", "tally_ledger", "targets_on_claims", "tellings_named",
    "tellings_of_incident", "tellings_of_reports", "told_of_reports", "told_up_to_now", "undo_decision",
    "untold_passes", "up_to_now", "verify_ledger", "wait_no_more", "waiting_passes", "without_incident",
]  # fmt: skip
