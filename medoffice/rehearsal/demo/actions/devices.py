"""The demo office's devices: an ECG machine and a spirometer, calibrated; a tracing that is attached to its order.

Serials and what the paper says are made up; the rate on it is the pulse that was counted at the visit.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from medoffice.clinic.charting.api import note_of, vitals_of
from medoffice.clinic.devices.api import attach_file, devices, note_calibration, set_up_device
from medoffice.clinic.devices.types import Reading, ReadOff, SaidOfDevice
from medoffice.clinic.orders.api import orders_of, place_order
from medoffice.clinic.orders.types import Order
from medoffice.clinic.results.types import OURS
from medoffice.kernel import clock
from medoffice.kernel.printing import pdf
from medoffice.practice.api import today_here
from medoffice.records.encounters.api import encounter, encounters_on
from medoffice.records.encounters.types import Encounter, Stage
from medoffice.records.patients.api import patient
from medoffice.rehearsal.demo.actions.office_lab import sign_at_visit
from medoffice.rehearsal.demo.actions.papers import PAPER
from medoffice.rehearsal.demo.actions.timeline import Script, at
from medoffice.rehearsal.demo.types import Scene
from medoffice.rehearsal.stories.types import RenderedVisit, ServiceEvidence
from medoffice.security.api import can
from medoffice.security.types import PROGRAM, Actor

PLACE, SIGNER, ECG = "main", "okafor", "ecg"
SAYS = "Sinus rhythm, no acute change (made up)"
HAD = (
    (SaidOfDevice("ECG 1", "Cardio 12 (made up)", "C12-0041", (ECG,)), "1 mV gives 10 mm"),
    (SaidOfDevice("Spirometer", "SpiroLite (made up)", "SL-4407", ("spirometry",)), "3 L syringe"),
)


def stock_devices() -> None:
    """The devices, each calibrated on the day they came."""
    for said, how in HAD:
        device_id = set_up_device(actor=PROGRAM, said=said)
        note_calibration(actor=PROGRAM, device_id=device_id, on=today_here(), words=how)


def tracing_of_day(scene: Scene, on: date) -> Script:
    """In the afternoon an ECG is ordered for the first who was seen and whose note is not signed yet: coded later.

    It is taken and attached; the provider signs it off.
    """
    provider = scene.riverbend.actors[SIGNER]
    hand = scene.riverbend.assistant[PLACE][0]
    for minutes in range(0, 180, 10):
        yield at(on, 13, 40, scene.riverbend.office.zone) + timedelta(minutes=minutes)
        found = next((one for one in _seen(scene, on) if _may(provider, hand, one) and _can_wait(one)), None)
        if found is not None:
            break
    else:
        return
    order_id = place_order(actor=provider, encounter_id=found.id, key=ECG, words="12-lead electrocardiogram")
    yield clock.now() + timedelta(minutes=12)
    attach_tracing(hand, found.id, order_id)
    yield clock.now() + timedelta(minutes=9)
    sign_at_visit(provider, found.id)


def attach_tracing(actor: Actor, encounter_id: UUID, order_id: UUID) -> UUID:
    """The paper of an ECG at a visit, with its rate and what the device says of it; the result's id."""
    visit, taken, device = encounter(encounter_id), clock.now() - timedelta(minutes=4), devices(ECG)[0]
    known = vitals_of(encounter_id)
    rate = known.pulse if known is not None else None
    beats = (Reading("Heart rate", f"{rate}", "/min", code="ecg-rate", system=OURS),) if rate else ()
    readings = (*beats, Reading("Interpretation", SAYS, code="ecg-said", system=OURS))
    data = _tracing(visit, taken, [f"{one.words}: {one.value} {one.unit}".strip() for one in readings])
    return attach_file(
        actor=actor, order_id=order_id, name="ecg.pdf", data=data, read=ReadOff(device.id, taken, readings)
    )  # fmt: skip


def _seen(scene: Scene, on: date) -> list[Encounter]:
    found = [one for one in encounters_on(scene.riverbend.sites[PLACE], on) if one.stage is Stage.FINISHED]
    return sorted(found, key=lambda one: (one.provider_id != scene.riverbend.staff[SIGNER], one.started_at))


def _may(provider: Actor, hand: Actor, one: Encounter) -> bool:
    return all(
        can(actor, word, one.patient_id, one.id)
        for actor, word in ((provider, "orders.place"), (provider, "results.sign"), (hand, "devices.attach"))
    )


def _can_wait(one: Encounter) -> bool:
    """Whether nobody codes the visit before the tracing is there, and none was asked for yet."""
    note = note_of(one.id)
    return (note is None or not note.signed) and ECG not in {order.key for order in orders_of(one.id)}


def traced(told: RenderedVisit, orders: Mapping[str, Order]) -> list[ServiceEvidence]:
    """The line of a tracing that was ordered beside what the visit's story tells."""
    is_besides = ECG in orders and ECG not in {one.order_key for one in told.services}
    return [ServiceEvidence(ECG, 1, 0, 0, "", ECG)] if is_besides else []


def _tracing(visit: Encounter, taken: datetime, says: list[str]) -> bytes:
    known, (said, _) = patient(visit.patient_id), HAD[0]
    lines = [
        f"Patient: {known.name.sorted_form}     DOB: {known.birth_date:%m/%d/%Y}     MRN: {known.mrn}",
        f"Taken: {taken:%m/%d/%Y %H:%M} UTC     Device: {said.name}, serial {said.serial}",
        *says,
    ]
    return pdf(PAPER, {"title": "Electrocardiogram", "sender": "Riverbend (made up)", "lines": lines})
