"""The provider's bars 3 and 4 and the assistant's 8 by keyboard, counted in acts: prescribing, and renewals."""

import os

import pytest

from medoffice.clinic.charting.tests.makers import enter
from medoffice.clinic.charting.types import ListKind
from medoffice.clinic.prescriptions.api import (
    ask_renewal,
    choose_pharmacy,
    dispatches_of,
    keep_favourite,
    prepare_prescription,
    prescriptions_of,
    renewal,
    sign_prescription,
)
from medoffice.clinic.prescriptions.tests.makers import make_pharmacy, said
from medoffice.clinic.prescriptions.types.exchange import Stand
from medoffice.clinic.prescriptions.types.prescribing import State
from medoffice.clinic.prescriptions.types.renewals import Asking, Stands, Way
from medoffice.practice.api import staff_of_user
from medoffice.records.patients.api import search
from medoffice.security.api import actor_named
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import Counted, Person

pytestmark = pytest.mark.journey


def look(person: Person, name: str) -> None:
    """A picture of the page, where somebody wants to look at it."""
    if folder := os.environ.get("MEDOFFICE_PICTURES"):
        person.page.screenshot(path=f"{folder}/{name}.png")


def test_provider_4_a_favourite_is_prescribed_in_few_acts(person: Person) -> None:
    who = search(PROGRAM, "Vale")[0].id
    keep_favourite(actor=PROGRAM, name="Strep throat", says=said("amoxicillin 500 mg capsule", "1 cap po bid x10d"))
    enter(who, ListKind.ALLERGY, "Penicillin", details={"reaction": "hives"})
    enter(who, ListKind.MEDICATION, "Syrup of figs")
    okafor = Counted(person.page, person.address)
    okafor.come_in("okafor", f"/charting/chart/{who}/")
    okafor.acts = 0
    okafor.go("Alt+r")
    look(okafor, "prescribe")
    okafor.go("Alt+1")
    look(okafor, "alerts")
    okafor.sees("Penicillin is noted")
    okafor.press("Alt+1")
    okafor.type("N")
    okafor.go("Control+Enter")
    okafor.keeps_to(7, 12, decisions=3)
    (one,) = [each for each in prescriptions_of(PROGRAM, who) if each.says.medicine.startswith("amoxicillin")]
    assert one.state is State.SIGNED
    okafor.sees("No true allergy")
    look(okafor, "signed")

    okafor.come_in("okafor", f"/prescriptions/of/{who}/new/")
    okafor.type("lisin 10")
    okafor.sees("lisinopril 10 mg tablet")
    okafor.press("Enter", "Enter")  # half a word: the first marks, the second takes
    okafor.type("1 po qd #90 rf3")
    okafor.sees("Take 1 tablet by mouth once a day.")
    okafor.sees("90 tablets")
    look(okafor, "typed")
    okafor.go("Control+Enter")
    okafor.go("Control+Enter")
    okafor.go("Escape")
    look(okafor, "of-patient")
    assert [each.state for each in prescriptions_of(PROGRAM, who)] == [State.SIGNED, State.SIGNED]


def test_assistant_8_and_provider_3_a_clean_renewal_is_prepared_and_signed_by_one_key_each(person: Person) -> None:
    who, okafor = search(PROGRAM, "Quist")[0].id, actor_named("okafor")
    signer = staff_of_user(okafor.id)
    assert signer is not None
    before = prepare_prescription(actor=PROGRAM, patient_id=who, prescriber_id=signer.id, says=said())
    sign_prescription(actor=okafor, prescription_id=before, seen_version=1)
    asking = Asking("lisinopril 10 mg tablet", Way.FAX, "Corner Drug", "Corner Drug", "(217) 555-0142")
    asked = ask_renewal(actor=PROGRAM, patient_id=who, asking=asking, prescription_id=before)
    ruiz = Counted(person.page, person.address)
    ruiz.come_in("ruiz", "/prescriptions/renewals/")
    look(ruiz, "renewal-to-prepare")
    ruiz.acts = 0
    ruiz.go("y")
    ruiz.keeps_to(4, 15, decisions=2)
    ruiz.come_in("okafor", "/prescriptions/renewals/")
    look(ruiz, "renewal-to-decide")
    ruiz.acts = 0
    ruiz.go("y")
    ruiz.keeps_to(1, 3, decisions=1)
    assert renewal(PROGRAM, asked).stands is Stands.APPROVED
    look(ruiz, "renewal-to-answer")


def test_rx4_a_signed_prescription_is_faxed_by_two_keys_and_seen_on_the_desk(person: Person) -> None:
    who, okafor = search(PROGRAM, "Vale")[0].id, actor_named("okafor")
    signer = staff_of_user(okafor.id)
    assert signer is not None
    choose_pharmacy(actor=PROGRAM, patient_id=who, pharmacy_id=make_pharmacy())
    made = prepare_prescription(actor=PROGRAM, patient_id=who, prescriber_id=signer.id, says=said())
    sign_prescription(actor=okafor, prescription_id=made, seen_version=1)
    ruiz = Counted(person.page, person.address)
    ruiz.come_in("ruiz", f"/prescriptions/{made}/")
    look(ruiz, "to-send")
    ruiz.acts = 0
    ruiz.go("d")
    look(ruiz, "send")
    ruiz.go("Control+Enter")
    ruiz.keeps_to(2, 6, decisions=1)
    look(ruiz, "dispatch")
    assert [one.stand for one in dispatches_of(PROGRAM, made)] == [Stand.QUEUED]
    ruiz.go("Escape")
    ruiz.sees("Corner Drug")
    look(ruiz, "at-pharmacies")
    ruiz.come_in("ruiz", f"/prescriptions/of/{who}/pharmacies/")
    look(ruiz, "their-pharmacies")
