"""What was prescribed to the patient of the policy tests, what it was for, and what the office prescribes often."""

from datetime import date
from uuid import UUID

from medoffice.clinic.prescriptions.api import (
    ask_renewal,
    choose_pharmacy,
    favourites,
    keep_agreement,
    keep_favourite,
    prepare_prescription,
    prescribe_as_typed,
    send_prescription,
    sign_prescription,
)
from medoffice.clinic.prescriptions.tests.makers import make_aside, make_pharmacy
from medoffice.clinic.prescriptions.types.exchange import Carried
from medoffice.clinic.prescriptions.types.prescribing import Prescribed, Typed
from medoffice.clinic.prescriptions.types.renewals import Asking, Way
from medoffice.practice.api import today_here
from medoffice.practice.tests.makers import Office
from medoffice.records.coverage.api import coverages_on
from medoffice.revenue.authorizations.api import formularies, prepare_authorization
from medoffice.revenue.authorizations.tests.makers import make_formulary
from medoffice.security.types import PROGRAM


def prescriptions(office: Office, patient: UUID, encounter: UUID, said: str) -> dict[str, UUID | str]:
    """A prescription of a visit, signed, that says what the visit was for; a favourite that says nothing of anybody."""
    assert office.provider_id
    where = make_pharmacy()
    choose_pharmacy(actor=PROGRAM, patient_id=patient, pharmacy_id=where)
    made = prepare_prescription(
        actor=PROGRAM, patient_id=patient, prescriber_id=office.provider_id, says=_says(said), encounter_id=encounter
    )
    sign_prescription(actor=office.provider, prescription_id=made, seen_version=1)
    sent = send_prescription(actor=PROGRAM, prescription_id=made, way=Carried.PHONE, told="Ann Reyes")
    asking = Asking(said, Way.FAX, "Corner Drug")
    asked = ask_renewal(actor=PROGRAM, patient_id=patient, asking=asking, prescription_id=made)
    agreed = keep_agreement(
        actor=PROGRAM,
        patient_id=patient,
        prescriber_id=office.provider_id,
        signed_on=date(2026, 11, 24),
        until=date(2027, 11, 23),
    )
    policy = next(one.id for one in coverages_on(patient, today_here()))
    payer = prepare_authorization(actor=PROGRAM, prescription_id=made, policy_id=policy)
    make_formulary(office)
    kept = next((one.id for one in favourites()), None)
    return {
        "prescription_id": made,
        "renewal_id": asked,
        "pharmacy_id": where,
        "dispatch_id": sent,
        "wire_id": make_aside(),
        "agreement_id": agreed,
        "authorization_id": payer,
        "formulary_id": formularies()[0].id,
        "favourite_id": kept or keep_favourite(actor=PROGRAM, name="Pressure", says=_says("Pressure")),
    }


def _says(indication: str) -> Prescribed:
    typed = Typed("lisinopril 10 mg tablet", "1 tab po daily x30d", indication=indication)
    says = prescribe_as_typed(typed, date(2026, 11, 24)).says
    assert says is not None
    return says
