"""The secretary's bar 7 by keyboard: copies are asked for, the paper is checked, pages are picked, they go."""

from datetime import date

import pytest
from django.urls import reverse

from medoffice.records.disclosures.api import log
from medoffice.records.disclosures.types import Sought
from medoffice.records.documents.api import file_document, inbox, look_into, take_in
from medoffice.records.documents.tests.makers import paper
from medoffice.records.documents.types.papers import Door, Filing
from medoffice.records.patients.api import search
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import Counted, Person

pytestmark = pytest.mark.journey


def test_bar_7_copies_are_asked_for_checked_picked_and_delivered(person: Person) -> None:
    who = search(PROGRAM, "Vale, Ingrid")[0].id
    kept = take_in(actor=PROGRAM, door=Door.FAX, name="a.pdf", data=paper("Seen in consultation", "Advice"))
    look_into(actor=PROGRAM, file_id=kept.file_id)
    (found,) = inbox(PROGRAM)
    filing = Filing(kind="consult", dated=date(2026, 11, 20), patient_id=who, title="Dr Weiss on asthma")
    file_document(actor=PROGRAM, document_id=found.id, seen_version=found.version, filing=filing)
    kept = take_in(actor=PROGRAM, door=Door.FAX, name="b.pdf", data=paper("Authorization to release records"))
    look_into(actor=PROGRAM, file_id=kept.file_id)
    (signed,) = inbox(PROGRAM)
    filing = Filing(kind="authorization", dated=date(2026, 11, 18), patient_id=who, title="Authorization, signed")
    file_document(actor=PROGRAM, document_id=signed.id, seen_version=signed.version, filing=filing)
    desk = Counted(person.page, person.address)
    desk.come_in("farrow", reverse("desks:patient", args=[who]))
    desk.acts = 0
    desk.go("q")
    desk.type("An a")
    desk.tab_to("#id_paper")
    desk.type("An")
    desk.tab_to("#id_what")
    desk.writes("consultations of 2026")
    desk.tab_to("#id_to_name")
    desk.writes("Marsh & Pell")
    desk.tab_to("#id_to_address")
    desk.writes("4 Court Street, Riverbend, IL 62799")
    desk.go("Control+Enter")
    desk.press("c")
    desk.type("1-10")
    desk.tab_to("#id_identity")
    desk.writes("called back at the number of the bar")
    desk.tab_to("#id_signed_on")
    desk.writes("11/18/2026")
    desk.tab_to("#id_ends_on")
    desk.writes("11/18/2027")
    desk.go("Control+Enter")
    desk.press("p")
    desk.type("all")
    desk.go("Control+Enter")
    desk.go("g")
    desk.sees("The copies are ready")
    desk.keeps_to(30, 240, decisions=6)
    (line,) = [one for one in log(PROGRAM, Sought(patient_id=who))[0] if one.to_name == "Marsh & Pell"]
    assert line.what.endswith("copies, 2 pages")
