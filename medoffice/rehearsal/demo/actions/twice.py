"""Somebody who is registered twice, in a hurry, with a slip in the given name: found at night, or merged by noon."""

from datetime import date
from uuid import UUID

from medoffice.records.patients.api import alike_patients, merge_patients, patient, register_patient
from medoffice.records.patients.types.people import Patient, PatientName
from medoffice.rehearsal.demo.actions.timeline import Script, at
from medoffice.rehearsal.demo.types import Scene
from medoffice.security.api import can
from medoffice.security.types import Actor

LONG = 5  # letters of a given name in which two change places without making another name


def twice_registered(scene: Scene, on: date, *, merged: bool) -> Script:
    """A patient is registered once more in the morning; ``merged``: by noon somebody sees it, and the two are one."""
    zone = scene.riverbend.office.zone
    yield at(on, 8, 20, zone)
    desk = scene.riverbend.desk["main"]
    who = next((one for one in map(patient, scene.patients.values()) if _may(desk, one)), None)
    if who is None:
        return
    again = _again(desk, who)
    yield at(on, 11, 45, zone)
    if merged and who.id in {hit.id for hit in _found(desk, patient(again))}:
        seen, seen_merged, number = patient(who.id).version, patient(again).version, patient(again).mrn
        merge_patients(actor=desk, survivor_id=who.id, merged_id=again, seen=seen, seen_merged=seen_merged, picks={})
        scene.twice[number] = who.id


def _may(desk: Actor, who: Patient) -> bool:
    """Whom the desk may merge, with a telephone and a given name that a slip leaves like itself."""
    given = who.name.given
    plain = len(given) >= LONG and given.isalpha() and given[2] != given[3]
    return plain and bool(who.phone) and can(desk, "patients.merge", who.id)


def _again(desk: Actor, who: Patient) -> UUID:
    given = who.name.given
    slip = given[:2] + given[3] + given[2] + given[4:]
    return register_patient(
        actor=desk, name=PatientName(who.name.family, slip), sex=who.sex, birth_date=who.birth_date, phone=who.phone,
        language=who.language, address=who.address,
    )  # fmt: skip


def _found(desk: Actor, one: Patient) -> list[Patient]:
    return [
        patient(hit.id)
        for hit in alike_patients(desk, one.name, one.birth_date, sex=one.sex, phone=one.phone, address=one.address)
        if hit.id != one.id
    ]
