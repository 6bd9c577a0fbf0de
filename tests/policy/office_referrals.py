"""Whom the office of the policy tests sent a patient to, what it prescribed, what its staff wrote about them."""

from uuid import UUID

from medoffice.front_office.memos.api import write_memo
from medoffice.front_office.memos.types import To
from medoffice.front_office.referrals.api import add_performer, make_referral, performers
from medoffice.front_office.referrals.types import Asked
from medoffice.practice.tests.makers import ADDRESS, Office
from medoffice.security.types import PROGRAM
from tests.policy.office_dictation import dictations
from tests.policy.office_prescriptions import prescriptions

WHO = "Ruth Abelard, MD"


def sent_on(office: Office, patient: UUID, encounter: UUID, said: str) -> dict[str, UUID | str]:
    """A referral and a prescription of a visit, which say what the visit was for, and a memo about the patient."""
    known = next((one.id for one in performers() if one.name == WHO), None)
    heart = known or add_performer(actor=PROGRAM, name=WHO, specialty="Cardiology", address=ADDRESS)
    assert office.provider_id
    asked = make_referral(
        actor=office.provider, patient_id=patient, performer_id=heart, asked=Asked(said, f"What of {said}?"),
        requester_id=office.provider_id, encounter_id=encounter,
    )  # fmt: skip
    memo = write_memo(
        actor=office.provider, to=To(office.provider.id), subject="Call", body="She waits for it.", patient_id=patient
    )
    given = prescriptions(office, patient, encounter, said) | dictations(office, encounter, said)
    return {"performer_id": heart, "referral_id": asked, "thread_id": memo, **given}
