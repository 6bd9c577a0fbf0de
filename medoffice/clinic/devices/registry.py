"""What devices offer to other rooms: the panel at a visit, what filing settles, their kind of work, their commands."""

from uuid import UUID

from django.urls import reverse

from medoffice.clinic.devices.actions.hear_devices import REFUSED
from medoffice.clinic.devices.actions.note_paper_left import PAPER_LEFT, note_paper_left
from medoffice.clinic.devices.queries.attached import attached_file, order_to_attach
from medoffice.clinic.devices.queries.devices import services
from medoffice.clinic.devices.views.patient import panel
from medoffice.clinic.devices.views.visit import visit_panel
from medoffice.clinic.orders.api import orders_waiting, perform_order
from medoffice.kernel.facts import Delivery, listen
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.kernel.trace import Ref
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.practice.api import register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.records.documents.api import known_document, register_filing
from medoffice.records.documents.types.papers import DocumentLeft
from medoffice.security.api import can
from medoffice.security.types import PROGRAM, Actor, Role
from medoffice.ui.navigation import Command, register_command
from medoffice.ui.panels import register_panel


class _Ordered:
    """A tracing that came by a door for papers may be what an order waits for."""

    label = "The order it answers"

    def choices(self, actor: Actor, patient_id: UUID) -> list[tuple[UUID, str]]:
        """The patient's open orders for which a device writes something."""
        found = [one for key in services() for one in orders_waiting(patient_id, key)]
        return [
            (one.id, f"{one.words}, ordered {one.ordered_at:%m/%d/%Y}")
            for one in found
            if can(actor, "orders.perform", patient_id, one.encounter_id)
        ]

    def filed(self, actor: Actor, document_id: UUID, chosen: UUID, *, signs: bool) -> None:
        """The order is done. Raises Invalid if no provider is to see the paper: nothing else of it is signed off.

        Refusal for an order of somebody else, or that is settled.
        """
        placed, _ = order_to_attach(chosen)
        if known_document(document_id).patient_id != placed.patient_id:
            raise Refusal("order-of-another", "This order is somebody else's.", "Choose one of this patient.")
        if not signs:
            words = "Choose who signs it off: it answers an order."
            raise Invalid("signer-missing", words, "", {"fields": {"signer": [words]}})
        perform_order(actor=actor, order_id=chosen, result="On paper, filed on the chart")

    def signed(self, actor: Actor, document_id: UUID) -> None:
        """Nothing waits for that here."""


def _url(ref: Ref) -> str:  # noqa: ARG001 - all are on one page
    return reverse("devices:devices")


def _file_url(ref: Ref) -> str:
    one = attached_file(ref.id)
    return reverse("devices:attached", args=[one.encounter_id, one.id])


def _paper_left(told: Delivery) -> None:
    note_paper_left(actor=PROGRAM, document_id=told.fact.document_id)


listen(DocumentLeft, _paper_left)
register_append_only("device_calibration")
register_filing("device", _Ordered())
register_work_kind(WorkKind(REFUSED, "a device's file that was not taken", Role.MEDICAL_ASSISTANT, 8, _url))
register_work_kind(
    WorkKind(PAPER_LEFT, "paper of a measurement that left the chart", Role.MEDICAL_ASSISTANT, 4, _file_url)
)
register_panel("visit", visit_panel)
register_panel("patient", panel)
register_command(
    Command("Devices that measure", "devices:devices", "devices.see", words="ECG, EKG, spirometer, calibration, serial")
)
