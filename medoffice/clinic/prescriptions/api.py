"""What other rooms may use of prescriptions."""

from medoffice.clinic.prescriptions.actions.answer_renewal import answer_renewal
from medoffice.clinic.prescriptions.actions.approve_renewal import approve_renewal
from medoffice.clinic.prescriptions.actions.ask_renewal import ask_renewal
from medoffice.clinic.prescriptions.actions.call_back_prescription import call_back_prescription
from medoffice.clinic.prescriptions.actions.change_pharmacy import change_pharmacy
from medoffice.clinic.prescriptions.actions.change_prescription import change_prescription
from medoffice.clinic.prescriptions.actions.choose_pharmacy import choose_pharmacy
from medoffice.clinic.prescriptions.actions.count_pills import count_pills
from medoffice.clinic.prescriptions.actions.deny_renewal import deny_renewal
from medoffice.clinic.prescriptions.actions.direct_prescription import direct_prescription
from medoffice.clinic.prescriptions.actions.drop_favourite import drop_favourite
from medoffice.clinic.prescriptions.actions.end_prescription import end_prescription
from medoffice.clinic.prescriptions.actions.keep_agreement import end_agreement, keep_agreement
from medoffice.clinic.prescriptions.actions.keep_favourite import keep_favourite
from medoffice.clinic.prescriptions.actions.leave_pharmacy import leave_pharmacy
from medoffice.clinic.prescriptions.actions.note_monitoring_check import note_monitoring_check
from medoffice.clinic.prescriptions.actions.prepare_prescription import prepare_prescription
from medoffice.clinic.prescriptions.actions.prepare_renewal import prepare_renewal
from medoffice.clinic.prescriptions.actions.print_prescription import print_prescription
from medoffice.clinic.prescriptions.actions.recode_favourite import recode_favourite
from medoffice.clinic.prescriptions.actions.send_prescription import send_prescription
from medoffice.clinic.prescriptions.actions.settle_wire import settle_wire
from medoffice.clinic.prescriptions.actions.sign_prescription import sign_prescription
from medoffice.clinic.prescriptions.actions.take_pharmacies import take_pharmacies
from medoffice.clinic.prescriptions.actions.take_safety_book import take_safety_book
from medoffice.clinic.prescriptions.actions.tell_dispatch import tell_dispatch
from medoffice.clinic.prescriptions.actions.try_checker import try_checker
from medoffice.clinic.prescriptions.actions.withdraw_prescription import withdraw_prescription
from medoffice.clinic.prescriptions.offers import register_drug_names, register_pharmacy_line
from medoffice.clinic.prescriptions.queries.controlled import standing_of
from medoffice.clinic.prescriptions.queries.dispatches import (
    dispatch,
    dispatches_of,
    dispatches_waiting,
    prescription_counts,
)
from medoffice.clinic.prescriptions.queries.filling import prescribe_as_typed
from medoffice.clinic.prescriptions.queries.pharmacies import pharmacies_like, pharmacies_of, pharmacy
from medoffice.clinic.prescriptions.queries.prescriptions import (
    favourites,
    prescription,
    prescriptions_of,
    prescriptions_of_visit,
    story_of,
    to_sign,
)
from medoffice.clinic.prescriptions.queries.renewals import open_renewals, renewal, renewals_of
from medoffice.clinic.prescriptions.queries.safety import alerts_of, checked, self_test
from medoffice.clinic.prescriptions.queries.wire import set_aside, wire_counts

__all__ = [
    "alerts_of",
    "answer_renewal",
    "approve_renewal",
    "ask_renewal",
    "call_back_prescription",
    "change_pharmacy",
    "change_prescription",
    "checked",
    "choose_pharmacy",
    "count_pills",
    "deny_renewal",
    "direct_prescription",
    "dispatch",
    "dispatches_of",
    "dispatches_waiting",
    "drop_favourite",
    "end_agreement",
    "end_prescription",
    "favourites",
    "keep_agreement",
    "keep_favourite",
    "leave_pharmacy",
    "note_monitoring_check",
    "open_renewals",
    "pharmacies_like",
    "pharmacies_of",
    "pharmacy",
    "prepare_prescription",
    "prepare_renewal",
    "prescribe_as_typed",
    "prescription",
    "prescription_counts",
    "prescriptions_of",
    "prescriptions_of_visit",
    "print_prescription",
    "recode_favourite",
    "register_drug_names",
    "register_pharmacy_line",
    "renewal",
    "renewals_of",
    "self_test",
    "send_prescription",
    "set_aside",
    "settle_wire",
    "sign_prescription",
    "standing_of",
    "story_of",
    "take_pharmacies",
    "take_safety_book",
    "tell_dispatch",
    "to_sign",
    "try_checker",
    "wire_counts",
    "withdraw_prescription",
]
