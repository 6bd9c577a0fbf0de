"""The screens of devices: none, some, one with calibrations; an order that waits for a file, and one that has it."""

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.devices.api import attach_file, attached_at, calibrations_of, strike_attached
from medoffice.clinic.devices.tests.makers import LUNGS, make_device, make_order, make_read, read_off
from medoffice.clinic.devices.types import Reading
from medoffice.records.documents.tests.makers import png
from medoffice.revenue.claims.tests.makers import Place
from medoffice.security.types import PROGRAM
from tests.journeys.screens_outreach import Add


def devices(add: Add, place: Place) -> None:
    """Two devices, one never calibrated; a tracing that was attached, and an order that waits."""
    visit = make_visit(place.office, place.patient_id)
    add("ruiz", "devices:devices")
    add("ruiz", "devices:of-patient", place.patient_id)
    add("ruiz", "devices:choose", visit)
    heart, lungs = make_device(), make_device(LUNGS, None)
    read = read_off(heart, Reading("Interpretation", "<i>sinus</i> rhythm", code="ecg-said", system="L"))
    attach_file(actor=PROGRAM, order_id=make_order(visit), name="<b>a.png", data=png(40, 30), read=read)
    asked = make_order(visit, "spirometry")
    for person in ("ruiz", "petrov"):
        add(person, "devices:devices")
        for one in (heart, lungs):
            add(person, "devices:device", one)
    add("petrov", "devices:new")
    add("ruiz", "devices:choose", visit)
    add("ruiz", "devices:attach", visit, asked)
    add("ruiz", "devices:strike-calibration", calibrations_of(heart)[0].id)
    make_read(visit, place.patient_id)
    add("ruiz", "devices:of-patient", place.patient_id)
    tracing = attached_at(visit)[0]
    add("ruiz", "devices:attached", visit, tracing.id)
    strike_attached(actor=PROGRAM, file_id=tracing.id, why="<b>another</b> visit's")
    add("ruiz", "devices:attached", visit, tracing.id)
