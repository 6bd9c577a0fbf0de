"""RX8 by keyboard: a payer is asked with a packet of the chart, signed, faxed, answered; its number is prescribed."""

from uuid import UUID

import pytest

from medoffice.clinic.charting.tests.makers import enter
from medoffice.clinic.charting.types import ListKind
from medoffice.clinic.prescriptions.api import prepare_prescription, prescription
from medoffice.clinic.prescriptions.tests.makers import said
from medoffice.practice.api import payer, staff_of_user, today_here
from medoffice.records.coverage.api import coverages_on
from medoffice.records.disclosures.api import log
from medoffice.records.disclosures.types import Sought
from medoffice.records.faxes.api import faxes
from medoffice.records.patients.api import search
from medoffice.revenue.authorizations.api import authorizations_of, read_formulary, signed_packet, take_formulary
from medoffice.revenue.authorizations.tests.makers import file_of
from medoffice.revenue.authorizations.types import State
from medoffice.security.api import actor_named
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import Person
from tests.journeys.test_office_lab import look

pytestmark = pytest.mark.journey
MEDICINE = "atorvastatin 20 mg tablet"


def prescribed() -> tuple[UUID, UUID]:
    """A medicine that the payer's list wants asked first waits for Dr Okafor; what was tried is on the chart."""
    who, okafor = search(PROGRAM, "Vale")[0].id, actor_named("okafor")
    signer = staff_of_user(okafor.id)
    assert signer is not None
    enter(who, ListKind.MEDICATION, "Simvastatin 20 mg", status="stopped", began="2026-03", ended="2026-06")
    enter(who, ListKind.ALLERGY, "Penicillin", details={"reaction": "hives"})
    for number in {payer(one.payer_id).number for one in coverages_on(who, today_here())}:
        lines = (f"{MEDICINE},,,3,yes,yes,30 in 30 days,simvastatin 20 mg tablet", "metformin,,,1,no,no,,")
        take_formulary(actor=PROGRAM, said=read_formulary(file_of(number, *lines)), source="list.csv")
    given = prepare_prescription(
        actor=okafor, patient_id=who, prescriber_id=signer.id, says=said(MEDICINE, "1 tab po qhs #30 rf3")
    )
    return who, given


def it_is_signed_faxed_and_prescribed(who: UUID, given: UUID) -> None:
    """What was tried went with it as it was signed, by fax, and the number stands on the prescription."""
    (done,) = authorizations_of(PROGRAM, who)
    assert done.state is State.APPROVED
    signed = signed_packet(done.id)
    assert signed is not None
    assert "Simvastatin 20 mg" in {piece.words for piece in signed.packet.pieces}
    assert "A-4711" in prescription(PROGRAM, given).says.to_pharmacist
    (fax,) = [one for one in faxes(PROGRAM)[0] if one.patient_id == who]
    assert fax.to_number.endswith("0199")
    assert log(PROGRAM, Sought())[0] == [], "what is faxed is in the log when it arrived"


def test_rx8_a_payer_is_asked_signed_sent_answered_and_its_number_is_on_the_prescription(person: Person) -> None:
    who, given = prescribed()
    ruiz = person
    ruiz.come_in("ruiz", f"/prescriptions/{given}/")
    ruiz.sees("prior authorization")
    look(ruiz, "payers-prescription")
    ruiz.go("a")
    ruiz.sees("Tried before")
    look(ruiz, "payers-packet")
    ruiz.press("q")
    ruiz.type("Was another statin tried? Yes, simvastatin, with muscle pain.")
    ruiz.tab_to("#id_to_number")
    ruiz.type("(217) 555-0199")
    ruiz.go("Control+Enter")
    ruiz.sees("It waits for a prescriber's signature.")
    look(ruiz, "payers-to-sign")
    ruiz.come_in("okafor", "/authorizations/")
    look(ruiz, "payers-desk")
    ruiz.press("j")
    ruiz.go("Enter")
    ruiz.sees("with muscle pain")
    look(ruiz, "payers-signing")
    ruiz.go("Control+Enter")
    ruiz.sees("Signed")
    (one,) = authorizations_of(PROGRAM, who)
    ruiz.come_in("ruiz", f"/authorizations/{one.id}/")
    look(ruiz, "payers-to-send")
    ruiz.go("f")
    ruiz.sees("What the payer says")
    look(ruiz, "payers-asked")
    ruiz.press("n")
    for words in ("A-4711", "11/25/2026", "+180d", "30 a month"):
        ruiz.type(words)
        ruiz.press("Tab")
    ruiz.tab_to("button[name=to][value=approved]")
    ruiz.go("Enter")
    ruiz.sees("A-4711")
    look(ruiz, "payers-approved")
    ruiz.go("r")
    ruiz.sees("A-4711")
    look(ruiz, "payers-number")
    ruiz.go("u")
    ruiz.sees("Prior authorization A-4711")
    look(ruiz, "payers-on-prescription")
    it_is_signed_faxed_and_prescribed(who, given)


def test_rx8_the_lists_of_payers_are_looked_into(person: Person) -> None:
    prescribed()
    person.come_in("ruiz", "/authorizations/lists/")
    look(person, "payers-lists")
    person.press("j")
    person.go("Enter")
    look(person, "payers-list")
    person.sees(MEDICINE)
