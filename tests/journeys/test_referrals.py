"""The secretary's bars 5 and 6 by keyboard, counted in acts: a packet goes out, an overdue report is chased."""

from datetime import timedelta
from uuid import UUID

import pytest

from medoffice.front_office.letters.api import sendings_of
from medoffice.front_office.letters.types.letters import Way
from medoffice.front_office.referrals.api import events_of, make_referral, referrals_of, watch_referrals
from medoffice.front_office.referrals.tests.makers import make_performer, make_sent
from medoffice.front_office.referrals.types import Asked, Priority, State
from medoffice.kernel import clock
from medoffice.practice.api import staff_of_user
from medoffice.records.documents.api import documents_of_file, file_document, look_into, take_in
from medoffice.records.documents.tests.makers import paper
from medoffice.records.documents.types.papers import Door, Filing
from medoffice.records.patients.api import search
from medoffice.security.api import actor_named
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import Counted, Person

pytestmark = pytest.mark.journey
STAT = Asked("Chest pain, R07.9", "Stress test?", Priority.STAT)


def filed(who: UUID, text: str) -> None:
    kept = take_in(actor=PROGRAM, door=Door.SCAN, name="", data=paper(text))
    look_into(actor=PROGRAM, file_id=kept.file_id)
    (found,) = documents_of_file(kept.file_id)
    file_document(
        actor=PROGRAM, document_id=found.id, seen_version=found.version, filing=Filing("ecg", None, who, title=text)
    )


def test_secretary_5_and_6_a_packet_goes_out_and_an_overdue_report_is_chased(person: Person) -> None:
    okafor = actor_named("okafor")
    signer = staff_of_user(okafor.id)
    assert signer is not None
    heart, (first, second) = make_performer(), (search(PROGRAM, name)[0].id for name in ("Vale", "Quist"))
    for text in ("ECG of the summer", "ECG of the spring"):
        filed(first, text)
    with clock.frozen(clock.now() - timedelta(days=12)):
        late = make_sent(okafor, second, signer.id, heart, STAT)
    made = make_referral(actor=okafor, patient_id=first, performer_id=heart, asked=STAT, requester_id=signer.id)
    watch_referrals(actor=PROGRAM)
    farrow = Counted(person.page, person.address)

    farrow.come_in("farrow", f"/referrals/{made}/")
    farrow.acts = 0
    farrow.go("p")
    farrow.sees("ECG of the summer")
    farrow.press("1", "2")
    farrow.go("Control+Enter")
    farrow.keeps_to(12, 75, decisions=5)
    (one,) = referrals_of(PROGRAM, first)
    assert one.state is State.SENT
    assert one.letter_id
    assert [(sent.way, sent.pages) for sent in sendings_of(one.letter_id)] == [(Way.FAX, 4)]

    farrow.come_in("farrow", "/referrals/")
    farrow.sees("overdue")
    farrow.acts = 0
    farrow.press("j")
    farrow.go("Enter")
    farrow.press("h")
    farrow.writes("Left a message; they fax it tomorrow")
    farrow.go("Control+Enter")
    farrow.keeps_to(6, 20, decisions=3)
    assert [(event.what, event.words) for event in events_of(late)][-1] == (
        "called",
        "Left a message; they fax it tomorrow",
    )
