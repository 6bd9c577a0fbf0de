"""The screens of letters and of what left the office: something on each, made through the actions."""

from datetime import timedelta

from medoffice.exchange.simulators.fax.api import set_mood
from medoffice.exchange.simulators.fax.types import FaxMood
from medoffice.front_office.letters.api import merge_letters, send_letter, send_link, start_letter, write_plain_copy
from medoffice.front_office.letters.types.letters import Way
from medoffice.front_office.outreach.api import add_recalls
from medoffice.front_office.scheduling.api import visit_types
from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.trace import Ref
from medoffice.records.disclosures.api import record_disclosures
from medoffice.records.disclosures.types import Leaving
from medoffice.records.documents.api import cover_sheet
from medoffice.records.faxes.api import faxes as faxes_sent
from medoffice.records.faxes.api import hand_over, hear_all, queue_fax
from medoffice.records.faxes.types import FaxState, ToFax
from medoffice.records.patients.api import change_patient, patient
from medoffice.records.patients.types.people import PatientChanges
from medoffice.revenue.claims.tests.makers import Place
from medoffice.security.types import PROGRAM
from tests.journeys.screens_outreach import Add


def faxes(add: Add, place: Place) -> None:
    """A fax to a number that is none, one that arrived; a document to be faxed."""
    set_mood(FaxMood(nobody=("2175550199",)))
    for number in ("2175550199", "2175550123"):
        wanted = ToFax(
            key=f"screen {number}", patient_id=place.patient_id, what="L-1: Records request", to_name="Prairie Clinic",
            to_number=number, purpose="treatment",
        )  # fmt: skip
        went = queue_fax(actor=PROGRAM, wanted=wanted, pages=cover_sheet("", ""))
        hand_over(actor=PROGRAM)
        add("vega", "faxes:fax", went)
    clock.advance(timedelta(minutes=5))
    hear_all(actor=PROGRAM)
    add("vega", "faxes:box")
    (arrived,), _ = faxes_sent(PROGRAM, FaxState.DELIVERED)
    add("vega", "faxes:new", arrived.document_id)


def letters(add: Add, place: Place) -> None:
    """Templates, one that waits for approval; a letter that lacks much, one to be signed, one that went; the log."""
    who = place.patient_id
    cause, why = Ref("letter", new_id()), "subpoena of 11/02; only the visits it names"
    left = Leaving(who, "court", "Visit notes of 2025", "County Court", "1 Court Square", "mail", cause, why)
    record_disclosures(actor=PROGRAM, leaving=(left,))
    for route in ("letters:templates", "letters:letterheads", "letters:new-template"):
        add("petrov", route)
    add("petrov", "letters:template", "en", "excuse")
    add("petrov", "letters:read", "es", "recall")
    draft = start_letter(actor=PROGRAM, patient_id=who, key="payment_plan")
    excuse = start_letter(actor=PROGRAM, patient_id=who, key="excuse")
    sent = start_letter(actor=PROGRAM, patient_id=who, key="missed_visit")
    send_letter(actor=PROGRAM, letter_id=sent, way=Way.MAIL)
    for made in (draft, excuse, sent, write_plain_copy(actor=PROGRAM, letter_id=sent)):
        add("vega", "letters:letter", made)
    add("petrov", "letters:plain-words")
    add("okafor", "letters:letter", excuse)
    add("vega", "letters:words", draft)
    for made in (sent, draft):
        add("vega", "letters:link", made)
    email = PatientChanges(email="reader@example.org")
    change_patient(actor=PROGRAM, patient_id=who, seen_version=patient(who).version, changes=email)
    send_link(actor=PROGRAM, letter_id=sent, place="https://office.example/letters/open/")
    add("vega", "letters:links")
    add("petrov", "letters:links")
    add("lind", "letters:open", "no-such-link")
    add("vega", "letters:new", who)
    add("vega", "letters:desk")
    faxes(add, place)
    add_recalls(actor=PROGRAM, patient_ids=(who,), kind=visit_types()[0].key, name="Blood pressure, see again")
    add("vega", "letters:merge-start")
    add("vega", "letters:mailing", "recalls", "recall")
    add("vega", "letters:mailing", "recalls", "postcard")
    merged = merge_letters(actor=PROGRAM, key=new_id(), list_key="recalls", template_key="recall", given={})
    add("vega", "letters:merge", merged)
    cards = merge_letters(actor=PROGRAM, key=new_id(), list_key="recalls", template_key="postcard", given={})
    add("vega", "letters:merge", cards)
    add("haddad", "disclosures:log")
    add("haddad", "disclosures:account", who)
