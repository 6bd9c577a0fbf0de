"""What other rooms may use of security: acting, the policy, screens, audit, accounts."""

from medoffice.security.acting import action, acts_of_their_own, form_sent, record
from medoffice.security.actions.add_user import add_user
from medoffice.security.actions.break_glass import break_glass
from medoffice.security.actions.carry_labels import carry_labels
from medoffice.security.actions.change_password import change_password
from medoffice.security.actions.change_roles import change_roles
from medoffice.security.actions.deny_subject import deny_subject
from medoffice.security.actions.end_access import end_access
from medoffice.security.actions.end_label import end_label
from medoffice.security.actions.give_code import give_code
from medoffice.security.actions.label_patient import label_patient
from medoffice.security.actions.label_visit import label_visit
from medoffice.security.actions.lift_denial import lift_denial
from medoffice.security.actions.note_breached_list import note_breached_list
from medoffice.security.actions.note_rotation import note_rotation
from medoffice.security.actions.open_record import open_record
from medoffice.security.actions.opening import end_accesses_of
from medoffice.security.actions.record_consent import record_consent
from medoffice.security.actions.review_access import review_access
from medoffice.security.actions.revoke_consent import revoke_consent
from medoffice.security.actions.set_up_owner import set_up_owner
from medoffice.security.audit import event_rows, seal, verify, write_seen
from medoffice.security.breached import keep_breached_list
from medoffice.security.confidential import access, accesses_of, accesses_to_review, denials_of, labels_of
from medoffice.security.offers import register_person
from medoffice.security.proofs import ask_proof, need_proof
from medoffice.security.queries import (
    actor_named,
    actor_of,
    any_user_exists,
    audit_lines,
    done_since_last_act,
    last_event_at,
    last_used_at,
    role_is_held,
    users,
)
from medoffice.security.screens import OfficeRequest, back, came_from, open_door, saw, screen, seen_version, words_of
from medoffice.security.setup_code import setup_code
from medoffice.security.standings import standings
from medoffice.security.throttle import trying
from medoffice.security.words import (
    can,
    denied,
    grant,
    hold_labels,
    kept,
    labelled,
    labelled_at_all,
    permitted,
    require,
    verdict,
)

__all__ = [
    "OfficeRequest",
    "access",
    "accesses_of",
    "accesses_to_review",
    "action",
    "actor_named",
    "actor_of",
    "acts_of_their_own",
    "add_user",
    "any_user_exists",
    "ask_proof",
    "audit_lines",
    "back",
    "break_glass",
    "came_from",
    "can",
    "carry_labels",
    "change_password",
    "change_roles",
    "denials_of",
    "denied",
    "deny_subject",
    "done_since_last_act",
    "end_access",
    "end_accesses_of",
    "end_label",
    "event_rows",
    "form_sent",
    "give_code",
    "grant",
    "hold_labels",
    "keep_breached_list",
    "kept",
    "label_patient",
    "label_visit",
    "labelled",
    "labelled_at_all",
    "labels_of",
    "last_event_at",
    "last_used_at",
    "lift_denial",
    "need_proof",
    "note_breached_list",
    "note_rotation",
    "open_door",
    "open_record",
    "permitted",
    "record",
    "record_consent",
    "register_person",
    "require",
    "review_access",
    "revoke_consent",
    "role_is_held",
    "saw",
    "screen",
    "seal",
    "seen_version",
    "set_up_owner",
    "setup_code",
    "standings",
    "trying",
    "users",
    "verdict",
    "verify",
    "words_of",
    "write_seen",
]
