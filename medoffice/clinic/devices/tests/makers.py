"""Devices, their files and what was attached, for tests; made through the actions."""

from datetime import date
from uuid import UUID

from medoffice.clinic.devices.api import attach_file, attached_at, note_calibration, set_up_device
from medoffice.clinic.devices.types import Reading, ReadOff, SaidOfDevice
from medoffice.clinic.orders.api import place_order
from medoffice.kernel import clock
from medoffice.records.patients.api import patient
from medoffice.security.types import PROGRAM, Actor

HEART = SaidOfDevice("ECG, room 2", "Cardio 12", "C12-0077", ("ecg",))
LUNGS = SaidOfDevice("SpiroLite", "", "SL-4411", ("spirometry",))


def make_device(said: SaidOfDevice = HEART, calibrated: date | None = date(2026, 11, 20)) -> UUID:
    """A device of the office, calibrated."""
    made = set_up_device(actor=PROGRAM, said=said)
    if calibrated:
        note_calibration(actor=PROGRAM, device_id=made, on=calibrated, words="3 L syringe")
    return made


def make_order(visit: UUID, key: str = "ecg") -> UUID:
    """An order for which a device writes something."""
    return place_order(actor=PROGRAM, encounter_id=visit, key=key, words=key.upper())


def spirometry_file(mrn: str, name: str = "Vale,Ingrid", born: str = "1971-03-02") -> bytes:
    """A file of a spirometer in the office's layout."""
    return (
        f"medoffice device file,1\npatient,{mrn}\nname,{name}\nborn,{born}\nsex,F\nservice,spirometry\n"
        "taken,2026-11-24 10:05\ndevice,SpiroLite\nserial,SL-4411\ncalibrated,2026-11-24\n"
        "reading,FEV1,2.91,L,>= 2.60\nreading,FEV1/FVC,64,%,>= 70,L,own-1,99DEV\nnote,good effort\n"
    ).encode()


def read_off(device_id: UUID, *readings: Reading) -> ReadOff:
    """What somebody read off a paper, just now."""
    return ReadOff(device_id, clock.now(), readings)


def make_attached(order_id: UUID, data: bytes, device_id: UUID | None = None, actor: Actor = PROGRAM) -> UUID:
    """A file that was attached; the result's id."""
    read = read_off(device_id) if device_id else None
    return attach_file(actor=actor, order_id=order_id, name="tracing", data=data, read=read)


def make_read(visit: UUID, patient_id: UUID) -> UUID:
    """A file in the office's layout that was attached at a visit; its id."""
    who = patient(patient_id)
    data = spirometry_file(who.mrn, f"{who.name.family},{who.name.given}", f"{who.birth_date}").decode()
    data = data.replace("sex,F", f"sex,{who.sex}").replace("2026-11-24 10:05", f"{clock.now():%Y-%m-%d %H:%M}+00:00")
    make_attached(make_order(visit, "spirometry"), data.encode())
    return attached_at(visit)[-1].id
