"""What prescriptions register: their kind of work, their place in the chain, on pages and in the rail."""

from uuid import UUID

from django.urls import reverse

from medoffice.clinic.charting.api import register_allergy_classes
from medoffice.clinic.prescriptions.actions.count_pills import COUNT_SHORT
from medoffice.clinic.prescriptions.actions.dispatching import FAXED, TO_CANCEL, TO_LOOK_AT
from medoffice.clinic.prescriptions.actions.note_fax_arrived import note_fax_arrived
from medoffice.clinic.prescriptions.actions.renewing import TO_ANSWER, TO_DECIDE, TO_PREPARE
from medoffice.clinic.prescriptions.actions.rows import TO_SIGN
from medoffice.clinic.prescriptions.actions.settling import settle_pharmacies
from medoffice.clinic.prescriptions.actions.wiring import TO_CALL, TO_CHANGE, TO_SORT, WIRE_DOWN
from medoffice.clinic.prescriptions.queries.dispatches import dispatch
from medoffice.clinic.prescriptions.queries.prescriptions import prescription, prescriptions_of_visit
from medoffice.clinic.prescriptions.queries.safety import allergies_called, safety_check
from medoffice.clinic.prescriptions.types.exchange import Stand
from medoffice.clinic.prescriptions.views import renewals
from medoffice.clinic.prescriptions.views.desk import patient_panel, visit_panel
from medoffice.kernel.checks import register_check
from medoffice.kernel.facts import Delivery, listen
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref, Step, register_effects, tracers
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.practice.api import register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.records.faxes.api import register_second_look
from medoffice.records.faxes.types import FaxArrived
from medoffice.records.patients.api import register_merging
from medoffice.security.types import PROGRAM, Actor, Role
from medoffice.ui.navigation import Command, NavItem, register_command, register_navigation
from medoffice.ui.panels import register_panel


def _url(ref: Ref) -> str:
    return reverse("prescriptions:prescription", args=[ref.id])


def _renewal_url(ref: Ref) -> str:
    return reverse("prescriptions:renewal", args=[ref.id])


def _dispatch_url(ref: Ref) -> str:
    return reverse("prescriptions:dispatch", args=[ref.id])


def _aside_url(ref: Ref) -> str:  # noqa: ARG001 - all are on one page
    return reverse("prescriptions:aside")


def _sent_url(ref: Ref) -> str:  # noqa: ARG001 - there is one
    return reverse("prescriptions:sent")


def _arrived(told: Delivery) -> None:
    kind, _, dispatch = told.fact.key.partition(" ")
    if kind == FAXED:
        note_fax_arrived(actor=PROGRAM, dispatch_id=UUID(dispatch))


def _may_still_go(actor: Actor, sent: str) -> bool:
    return dispatch(actor, UUID(sent)).stand is Stand.QUEUED


def _trace(prescription_id: UUID) -> Step | None:
    try:
        one = prescription(PROGRAM, prescription_id)
    except NotFound:
        return None
    return Step(
        ref=Ref("prescription", one.id),
        stage="note",
        title=f"Prescription {one.number}",
        words=f"{one.says.medicine}, {one.state.value}",
        causes=(Ref("encounter", one.encounter_id),) if one.encounter_id else (),
        at=one.signed_at or one.prepared_at,
        who=one.signed_by or one.prepared_by,
        url=_url(Ref("prescription", one.id)),
        details=(("seal", one.sha256[:16]),) if one.sha256 else (),
        subject=one.patient_id,
        needs="prescriptions.read",
        opens="prescriptions.read",
        visit=one.encounter_id,
    )


def _of_encounter(encounter_id: UUID) -> list[Ref]:
    return [Ref("prescription", one.id) for one in prescriptions_of_visit(PROGRAM, encounter_id)]


register_append_only("prescription_event")
register_append_only("prescription_alert")
register_append_only("pharmacy_message")
register_append_only("safety_book")
register_append_only("safety_test")
register_append_only("monitoring_check")
register_append_only("pill_count")
listen(FaxArrived, _arrived)
register_second_look(FAXED, _may_still_go)
register_allergy_classes("prescriptions", allergies_called)
register_check("prescriptions", safety_check)
tracers.register("prescription", _trace)
register_effects("encounter", _of_encounter)
register_merging("prescriptions", settle_pharmacies)
register_work_kind(WorkKind(TO_SIGN, "prescription to sign", Role.PROVIDER, 24, _url))
register_work_kind(WorkKind(TO_CANCEL, "cancel at a pharmacy", Role.MEDICAL_ASSISTANT, 2, _dispatch_url))
register_work_kind(WorkKind(TO_LOOK_AT, "a pharmacy did not do it", Role.PROVIDER, 8, _dispatch_url))
register_work_kind(WorkKind(TO_PREPARE, "renewal to prepare", Role.MEDICAL_ASSISTANT, 24, _renewal_url))
register_work_kind(WorkKind(TO_DECIDE, "renewal to decide", Role.PROVIDER, 24, _renewal_url))
register_work_kind(WorkKind(TO_ANSWER, "renewal to answer", Role.MEDICAL_ASSISTANT, 4, _renewal_url))
register_work_kind(WorkKind(COUNT_SHORT, "fewer left than expected", Role.PROVIDER, 24, _url))
register_work_kind(WorkKind(TO_CALL, "a pharmacy to call", Role.MEDICAL_ASSISTANT, 4, _dispatch_url))
register_work_kind(WorkKind(TO_CHANGE, "a pharmacy asks for a change", Role.PROVIDER, 8, _dispatch_url))
register_work_kind(WorkKind(TO_SORT, "a pharmacy's message", Role.MEDICAL_ASSISTANT, 4, _aside_url))
register_work_kind(WorkKind(WIRE_DOWN, "the wire to pharmacies fails", Role.MEDICAL_ASSISTANT, 1, _sent_url))
register_panel("patient", patient_panel)
register_panel("patient", renewals.patient_panel)
register_panel("chart", patient_panel)
register_panel("visit", visit_panel)
register_navigation(NavItem("prescriptions", "Rx", "prescriptions:desk", "prescriptions.read", 28))
register_command(Command("Prescriptions at pharmacies", "prescriptions:sent", "prescriptions.read"))
register_command(Command("Messages of pharmacies that were set aside", "prescriptions:aside", "prescriptions.send"))
register_command(Command("Pharmacies: the directory", "prescriptions:pharmacies", "pharmacies.read"))
register_command(Command("Medicines that are asked for again", "prescriptions:renewals", "renewals.read"))
