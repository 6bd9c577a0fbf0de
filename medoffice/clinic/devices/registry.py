"""What devices offer to other rooms: the panel at a visit, what filing settles, their kind of work, their commands."""

from uuid import UUID

from django.urls import reverse

from medoffice.clinic.devices.actions.hear_devices import REFUSED
from medoffice.clinic.devices.queries.devices import services
from medoffice.clinic.devices.views.visit import visit_panel
from medoffice.clinic.orders.api import orders_waiting, perform_order
from medoffice.kernel.trace import Ref
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.practice.api import register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.records.documents.api import register_filing
from medoffice.security.api import can
from medoffice.security.types import Actor, Role
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

    def filed(self, actor: Actor, document_id: UUID, chosen: UUID, *, signs: bool) -> None:  # noqa: ARG002 - documents ask
        """The order is done; who is to see the paper is asked by documents."""
        perform_order(actor=actor, order_id=chosen, result="On paper, filed on the chart")

    def signed(self, actor: Actor, document_id: UUID) -> None:
        """Nothing waits for that here."""


def _url(ref: Ref) -> str:  # noqa: ARG001 - all are on one page
    return reverse("devices:devices")


register_append_only("device_calibration")
register_filing("device", _Ordered())
register_work_kind(WorkKind(REFUSED, "a device's file that was not taken", Role.MEDICAL_ASSISTANT, 8, _url))
register_panel("visit", visit_panel)
register_command(
    Command("Devices that measure", "devices:devices", "devices.see", words="ECG, EKG, spirometer, calibration, serial")
)
