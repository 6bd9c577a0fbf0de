"""The screens of prescriptions: what waits, a patient's, prescribing, one in each of its states."""

from decimal import Decimal

from medoffice.clinic.prescriptions.api import (
    choose_pharmacy,
    count_pills,
    end_prescription,
    keep_agreement,
    keep_favourite,
    prepare_renewal,
    send_prescription,
    withdraw_prescription,
)
from medoffice.clinic.prescriptions.tests.makers import (
    make_aside,
    make_pharmacy,
    make_prepared,
    make_renewal,
    make_signed,
    said,
)
from medoffice.clinic.prescriptions.types.exchange import Carried
from medoffice.practice.api import today_here
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.claims.tests.makers import Place
from medoffice.security.types import PROGRAM
from tests.journeys.screens_outreach import Add


def prescriptions(add: Add, place: Place) -> None:
    """One to sign, one that is signed, ended and withdrawn ones; a controlled one and one that nobody knows."""
    office, who = place.office, place.patient_id
    keep_favourite(actor=PROGRAM, name="Pressure, start", says=said())
    pain = said("tramadol 50 mg tablet", "1-2 tabs po q6h prn pain x5d", to_pharmacist="<b>Speaks Spanish</b>")
    figs = said("Syrup of figs & senna, grandmother's own", "1 tsp po bid x10d until it is better")
    waits = make_prepared(office, who, pain)
    signed = make_signed(office, who, figs)
    ended, gone = make_signed(office, who), make_prepared(office, who)
    end_prescription(actor=office.provider, prescription_id=ended, why="Cough since the second week")
    withdraw_prescription(actor=PROGRAM, prescription_id=gone, why="")
    for one in (waits, signed, ended, gone):
        add("okafor", "prescriptions:prescription", one)
    add("ruiz", "prescriptions:prescription", waits)
    add("ruiz", "prescriptions:change", waits)
    add("okafor", "prescriptions:new", who)
    add("okafor", "prescriptions:new", who, query=f"?follows={signed}")
    add("ruiz", "prescriptions:new", make_patient("Ortiz", "Ana"))
    for person in ("okafor", "ruiz"):
        add(person, "prescriptions:of-patient", who)
        add(person, "prescriptions:desk")
    where = make_pharmacy()
    choose_pharmacy(actor=PROGRAM, patient_id=who, pharmacy_id=where)
    add("lind", "prescriptions:pharmacies")
    add("lind", "prescriptions:pharmacies", query="?q=nothing+at+all")
    add("lind", "prescriptions:pharmacy", where)
    add("lind", "prescriptions:their-pharmacies", who)
    choose_pharmacy(actor=PROGRAM, patient_id=who, pharmacy_id=where)
    told = make_signed(office, who, pain)
    add("ruiz", "prescriptions:sent")
    add("ruiz", "prescriptions:send", told)
    sent = send_prescription(actor=PROGRAM, prescription_id=told, way=Carried.PHONE, told="Ann Reyes")
    add("ruiz", "prescriptions:dispatch", sent)
    add("okafor", "prescriptions:sent")
    make_aside()
    add("ruiz", "prescriptions:aside")
    assert office.provider_id
    keep_agreement(
        actor=PROGRAM, patient_id=who, prescriber_id=office.provider_id, signed_on=today_here(), until=today_here()
    )
    count_pills(actor=PROGRAM, prescription_id=told, counted=Decimal(1), words="<i>bottle</i> seen")
    for person in ("okafor", "ruiz"):
        add(person, "prescriptions:controlled", who)
        add(person, "prescriptions:sheet", who)
    add("okafor", "prescriptions:prescription", told)
    asked = make_renewal(office, who)
    add("okafor", "prescriptions:renewal", asked)
    prepare_renewal(actor=PROGRAM, renewal_id=asked, seen_version=1)
    add("okafor", "prescriptions:renewal", asked)
    add("ruiz", "prescriptions:renewals")
    add("lind", "prescriptions:renewals")
    add("lind", "prescriptions:ask-renewal", who)
