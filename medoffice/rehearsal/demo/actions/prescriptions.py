"""The prescriptions of the demo office: signed, sent to pharmacies, asked for again, told of; some wait."""

from datetime import date, timedelta
from uuid import UUID

from medoffice.clinic.prescriptions.api import (
    answer_renewal,
    approve_renewal,
    ask_renewal,
    call_back_prescription,
    change_pharmacy,
    checked,
    choose_pharmacy,
    dispatches_waiting,
    favourites,
    keep_agreement,
    keep_favourite,
    note_monitoring_check,
    open_renewals,
    pharmacies_like,
    prepare_prescription,
    prepare_renewal,
    prescribe_as_typed,
    prescription,
    prescriptions_of_visit,
    send_prescription,
    sign_prescription,
    standing_of,
    tell_dispatch,
    withdraw_prescription,
)
from medoffice.clinic.prescriptions.types.controlled import Seen
from medoffice.clinic.prescriptions.types.exchange import Carried, Event, Stand
from medoffice.clinic.prescriptions.types.pharmacies import Pharmacy
from medoffice.clinic.prescriptions.types.prescribing import Prescribed, State, Typed
from medoffice.clinic.prescriptions.types.renewals import Asking, Stands, Way
from medoffice.exchange.simulators.pharmacy.api import set_mood
from medoffice.exchange.simulators.pharmacy.types import PharmacyMood
from medoffice.kernel.jobs import run_due
from medoffice.practice.api import today_here
from medoffice.records.encounters.api import encounters_on
from medoffice.records.encounters.types import Encounter, Stage
from medoffice.rehearsal.demo.actions.timeline import Script, at
from medoffice.rehearsal.demo.types import Scene
from medoffice.security.api import can
from medoffice.security.types import PROGRAM

PLACE, SIGNER, ASSISTANT = "main", "okafor", "ruiz"
OFTEN = (
    ("Pressure, start", "lisinopril 10 mg tablet", "1 tab po daily #30 rf3", "Blood pressure"),
    ("Sugar, start", "metformin 500 mg tablet", "1 tab po bid #60 rf2", "Diabetes"),
    ("Strep throat", "amoxicillin 500 mg capsule", "1 cap po bid x10d", "Sore throat"),
    ("Cholesterol", "atorvastatin 20 mg tablet", "1 tab po qhs #30 rf5", "Cholesterol"),
    ("Pain, short", "tramadol 50 mg tablet", "1 tab po q6h prn pain #12", "Pain"),
)
PHARMACIST, PROGRAM_OF_STATE = "Ann Reyes, RPh", "Illinois"
WIRED = 6  # pharmacies


def prescriptions_of_day(scene: Scene, on: date, *, some: int = 5) -> Script:
    """Some of those who were seen are prescribed something; what comes of it has its end two days later."""
    zone = scene.riverbend.office.zone
    yield at(on, 16, 50, zone)
    prescribe_some(scene, on, some)
    for minutes in (5, 15, 45):
        yield at(on, 16, 50, zone) + timedelta(minutes=minutes)
        run_due()
    yield at(on + timedelta(days=1), 9, 15, zone)
    run_due()
    _asked_again(scene, on)
    yield at(on + timedelta(days=1), 10, 0, zone)
    _renew_all(scene)
    for hours in (1, 3):
        yield at(on + timedelta(days=1), 10, 0, zone) + timedelta(hours=hours)
        run_due()
    yield at(on + timedelta(days=2), 9, 0, zone)
    run_due()
    _tie_up(scene)


def prescriptions_of_weeks(scene: Scene, today: date) -> Script:
    """Two days of the weeks with their end; of the last day some wait: to be signed, to be renewed, at pharmacies."""
    zone = scene.riverbend.office.zone
    days = [day for back in range(10, 0, -1) if (day := today - timedelta(days=back)).weekday() < 5]
    yield from prescriptions_of_day(scene, days[0])
    yield at(days[-1], 16, 50, zone)
    prescribe_some(scene, days[-1], 5, unsigned=1)
    yield at(days[-1], 17, 10, zone)
    run_due()
    _asked_again(scene, days[-1])
    waiting = [one for one in open_renewals(PROGRAM) if one.stands is Stands.NEW]
    for one in waiting[:1]:
        prepare_renewal(actor=scene.riverbend.actors[ASSISTANT], renewal_id=one.id, seen_version=one.version)


def prescribe_some(scene: Scene, on: date, some: int, *, unsigned: int = 0) -> None:
    """Prescribed to so many of those who were seen that day, signed but for the last, and sent."""
    if not prescriptions_kept(scene):
        return
    signer = scene.riverbend.actors[SIGNER]
    stores = _stores()
    seen = _seen(scene, on)[:some]
    wired = [one for one in stores if one.wire]
    by_wire = False
    for place, visit in enumerate(seen):
        _, medicine, sig, why = OFTEN[place % len(OFTEN)]
        wire = place > 0 and not by_wire and bool(wired)
        store = wired[on.day % len(wired)] if wire else stores[(place * 7 + on.day) % len(stores)]
        choose_pharmacy(actor=PROGRAM, patient_id=visit.patient_id, pharmacy_id=store.id)
        made = prepare_prescription(
            actor=signer, patient_id=visit.patient_id, prescriber_id=scene.riverbend.staff[SIGNER],
            says=_says(medicine, sig, why), encounter_id=visit.id,
        )  # fmt: skip
        one = prescription(signer, made)
        if one.says.schedule.controlled:
            _watch(scene, visit.patient_id, on)
        if any(alert.asks for alert in checked(signer, visit.patient_id, one.says, one.entry_id).alerts):
            withdraw_prescription(actor=signer, prescription_id=made, why="an alert stands against it")
        elif place < len(seen) - unsigned:
            sign_prescription(actor=signer, prescription_id=made, seen_version=one.version)
            by_wire |= wire and not one.says.schedule.controlled
            _send(scene, made, by_phone=place % 2 == 1, by_wire=wire)


def wire_some(seed: int) -> None:
    """Some pharmacies take prescriptions by wire; what they gave they are soon asked for again."""
    set_mood(PharmacyMood(seed=seed, habits=(("renewal", 100),), ahead=90))
    for place, one in enumerate(_stores()[:WIRED]):
        change_pharmacy(
            actor=PROGRAM, pharmacy_id=one.id, phone=one.phone, fax=one.fax, hours=one.hours, used=True,
            wire=f"{990_0000 + place}", seen_version=one.version,
        )  # fmt: skip


def _stores() -> list[Pharmacy]:
    return [one for one in pharmacies_like("") if one.fax and one.kind == "community"]


def _watch(scene: Scene, patient_id: UUID, on: date) -> None:
    """Before a controlled medicine is signed: the program was looked into, and an agreement signed."""
    nurse = scene.riverbend.actors[ASSISTANT]
    note_monitoring_check(actor=nurse, patient_id=patient_id, program=PROGRAM_OF_STATE, seen=Seen.AS_EXPECTED)
    if standing_of(nurse, patient_id).agreement_until is None:
        keep_agreement(
            actor=nurse, patient_id=patient_id, prescriber_id=scene.riverbend.staff[SIGNER], signed_on=on,
            until=on + timedelta(days=364),
        )  # fmt: skip


def prescriptions_kept(scene: Scene) -> bool:
    """What the office prescribes often is kept by the first prescription; whether there is a pharmacy at all."""
    known = {one.name for one in favourites()}
    for name, medicine, sig, why in OFTEN:
        if name not in known:
            keep_favourite(actor=scene.riverbend.actors[SIGNER], name=name, says=_says(medicine, sig, why))
    return bool(pharmacies_like("", 1))


def _send(scene: Scene, made: UUID, *, by_phone: bool, by_wire: bool = False) -> None:
    controlled = prescription(PROGRAM, made).says.schedule.controlled
    way = Carried.PHONE if by_phone else Carried.FAX
    way = Carried.WIRE if by_wire and not controlled else way
    why = "The pharmacist asked for it; the paper follows" if controlled else ""
    told = PHARMACIST if way is Carried.PHONE else ""
    send_prescription(actor=scene.riverbend.actors[ASSISTANT], prescription_id=made, way=way, told=told, why=why)


def _asked_again(scene: Scene, on: date) -> None:
    """A pharmacy asks by fax for what one was prescribed, a patient by telephone for another's."""
    found = [
        one
        for visit in _seen(scene, on)
        for one in prescriptions_of_visit(PROGRAM, visit.id)
        if one.state is State.SIGNED and not one.says.schedule.controlled
    ]
    for place, one in enumerate(found[:2]):
        by_fax = place == 0
        asking = Asking(
            one.says.medicine, Way.FAX if by_fax else Way.PHONE, "the pharmacy" if by_fax else "the patient",
            note="Wants ninety days" if by_fax else "",
        )  # fmt: skip
        ask_renewal(
            actor=scene.riverbend.actors[ASSISTANT],
            patient_id=one.patient_id,
            asking=asking,
            prescription_id=one.id if by_fax else None,
        )


def _renew_all(scene: Scene) -> None:
    """Each request is prepared, approved by the provider, and whoever asked is told."""
    signer = scene.riverbend.actors[SIGNER]
    for one in open_renewals(signer):
        if one.stands is not Stands.NEW:
            continue
        made = prepare_renewal(actor=signer, renewal_id=one.id, seen_version=one.version)
        approve_renewal(actor=signer, renewal_id=one.id, seen_version=one.version + 1, made_version=1)
        if one.asking.way is Way.WIRE:
            continue  # the approval goes by itself, and is the prescription
        answer_renewal(
            actor=scene.riverbend.actors[ASSISTANT],
            renewal_id=one.id,
            seen_version=one.version + 2,
            way=one.asking.way,
            told=one.asking.asker,
        )
        _send(scene, made, by_phone=True)


def _tie_up(scene: Scene) -> None:
    """What no fax carried is told by telephone; the pharmacies say that the rest was dispensed."""
    signer = scene.riverbend.actors[SIGNER]
    for one in dispatches_waiting(signer):
        if one.stand is Stand.FAILED:
            call_back_prescription(
                actor=scene.riverbend.actors[ASSISTANT], dispatch_id=one.id, seen_version=one.version
            )
            _send(scene, one.prescription_id, by_phone=True)
    for one in dispatches_waiting(signer):
        if one.stand in (Stand.ACCEPTED, Stand.VERIFIED):
            tell_dispatch(
                actor=scene.riverbend.actors[ASSISTANT],
                dispatch_id=one.id,
                event=Event.FILLED,
                words=PHARMACIST,
                seen_version=one.version,
            )


def _says(medicine: str, sig: str, why: str) -> Prescribed:
    says = prescribe_as_typed(Typed(medicine, sig, indication=why), today_here()).says
    if says is None:
        raise ValueError(f"{medicine}, {sig} cannot be prescribed")
    return says


def _seen(scene: Scene, on: date) -> list[Encounter]:
    """Those seen that day for whom the provider may prescribe and the office may send."""
    signer = scene.riverbend.actors[SIGNER]
    found = [
        one
        for one in encounters_on(scene.riverbend.sites[PLACE], on)
        if one.stage is Stage.FINISHED
        and can(signer, "prescriptions.sign", one.patient_id, one.id)
        and can(scene.riverbend.actors[ASSISTANT], "prescriptions.send", one.patient_id, one.id)
    ]
    return sorted(found, key=lambda one: (one.provider_id != scene.riverbend.staff[SIGNER], one.started_at))
