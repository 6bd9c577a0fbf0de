"""What must be true of devices at the end of a day: what was attached did its order, has its paper, and was seen."""

from datetime import date

from medoffice.clinic.devices.api import attached_at
from medoffice.clinic.devices.types import Attached
from medoffice.clinic.orders.api import order
from medoffice.clinic.orders.types import OrderState
from medoffice.clinic.results.api import report
from medoffice.clinic.results.types import ReportState
from medoffice.records.documents.api import known_document
from medoffice.records.encounters.api import encounters_on
from medoffice.revenue.books.types import Proof


def device_proofs(on: date) -> list[Proof]:
    """Of what was attached at the day's visits: orders done, papers on the chart, calibrations said, signed off."""
    found = [one for visit in encounters_on(None, on) for one in attached_at(visit.id)]
    done = sum(order(one.order_id).state is OrderState.DONE for one in found)
    papers = sum(_on_chart(one) for one in found)
    calibrated = sum(one.by.calibrated_on is not None for one in found)
    signed = sum(report(one.report_id).state is ReportState.SIGNED for one in found)
    words = (
        f"{len(found)} attached, {done} orders done, {papers} papers on the same chart,"
        f" {calibrated} with the device's calibration, {signed} signed"
    )
    whole = bool(found) and len(found) == done == papers == calibrated == signed
    return [Proof("devices", "What a device wrote did its order, is on the chart and was seen", whole, words)]


def _on_chart(one: Attached) -> bool:
    return one.document_id is not None and known_document(one.document_id).patient_id == one.patient_id
