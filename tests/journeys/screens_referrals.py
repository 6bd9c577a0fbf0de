"""The screens of referrals: one to send, one overdue, one that came here, one whose report is to be filed."""

from datetime import timedelta
from uuid import UUID

from medoffice.front_office.memos.api import answer_memo, write_memo
from medoffice.front_office.memos.types import To
from medoffice.front_office.referrals.api import make_referral, receive_referral
from medoffice.front_office.referrals.tests.makers import QUESTION, make_performer, make_sent
from medoffice.front_office.referrals.types import Asked, Priority
from medoffice.kernel import clock
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.claims.tests.makers import Place
from medoffice.security.api import actor_named
from medoffice.security.types import PROGRAM
from tests.journeys.screens_outreach import Add

LONG = "Interventional electrophysiology and congenital heart disease of adults"


def referrals(add: Add, place: Place) -> None:
    """What is open in every state there is a form for; the directory; when each step is due."""
    office, who, now = place.office, place.patient_id, clock.now()
    heart = make_performer("Dr Maria-Magdalena von Westphalen-Oyelaran, MD, FACC", LONG)
    urgent = Asked("Chest pain, R07.9", "Stress test? <b>Soon</b>", Priority.URGENT, "AUTH-5521")
    with clock.frozen(now - timedelta(days=40)):
        late = make_sent(office.provider, who, office.provider_id, heart, urgent)
    to_send = make_referral(
        actor=office.provider, patient_id=who, performer_id=heart, asked=QUESTION, requester_id=office.provider_id
    )
    came = receive_referral(
        actor=PROGRAM, patient_id=make_patient("أحمد", "ليلى"), performer_id=heart, asked=Asked("Murmur", "See her?")
    )
    for one in (late, to_send, came):
        add("vega", "referrals:referral", one)
    add("okafor", "referrals:new", who)
    add("vega", "referrals:new", who)
    add("vega", "referrals:received", who)
    add("vega", "referrals:packet", to_send)
    add("vega", "referrals:desk")
    add("okafor", "referrals:radar")
    add("petrov", "referrals:directory")
    add("petrov", "referrals:performer", heart)
    add("petrov", "referrals:paces")
    memos(add, who)


def memos(add: Add, who: UUID) -> None:
    """A long thread about a patient, one about nobody, a new one."""
    vega, okafor = actor_named("vega"), actor_named("okafor")
    about = write_memo(
        actor=vega, to=To(okafor.id), subject="Refill of <lisinopril>", body="Asks for ninety days.\nMay she?",
        patient_id=who, clinical=True,
    )  # fmt: skip
    answer_memo(actor=okafor, thread_id=about, body="Yes, and a blood pressure first. " * 20)
    write_memo(actor=okafor, to=To(None, "receptionist"), subject="Closing at noon on Friday", body="Tell all.")
    add("vega", "memos:thread", about)
    add("vega", "memos:desk")
    add("vega", "memos:new")
    add("okafor", "memos:new-about", who)
