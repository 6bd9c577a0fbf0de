"""The screens of documents: a fax to file, a long e-mail, something refused, a report filed and sent back."""

from datetime import UTC, date, datetime
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.jobs import run_due
from medoffice.kernel.tests.hostile_papers import TEST_VIRUS, mail
from medoffice.practice.api import providers
from medoffice.records.documents.api import (
    ask_destruction,
    documents_of_file,
    file_document,
    hold_chart,
    inbox,
    look_into,
    send_back,
    set_keeping,
    take_in,
)
from medoffice.records.documents.tests.makers import paper
from medoffice.records.documents.types.keeping import Keeping
from medoffice.records.documents.types.papers import Door, Filing
from medoffice.records.patients.api import patient
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import actor_named
from medoffice.security.types import PROGRAM
from tests.journeys.screens_outreach import Add

LETTER = "Seen in consultation. Thank you for referring this patient; asthma, worse at night."


def documents(add: Add, who: UUID) -> None:
    """What waits, what is filed, what was not taken."""
    known = patient(who)
    head = f"Prairie Laboratory report\nPatient: {known.name.sorted_form}   DOB: {known.birth_date:%m/%d/%Y}"
    lab = paper(f"{head}\nDate collected: 11/20/2026\nSpecimen: blood. Reference range follows", "Hemoglobin 13.1")
    came = [
        (Door.FAX, "consult.pdf", paper(LETTER)),
        (Door.FAX, "lab.pdf", lab),
        (Door.MAIL, "letter.eml", mail(head=b"X-Note: <b>\r\n")),
        (Door.SCAN, "virus.pdf", TEST_VIRUS),
    ]
    for door, name, data in came:
        kept = take_in(actor=PROGRAM, door=door, name=name, data=data, sender="(217) 555-0155")
        look_into(actor=PROGRAM, file_id=kept.file_id)
    run_due()
    filed, *waiting = inbox(PROGRAM)
    signer = providers()[0].id
    filing = Filing(
        kind="consult", dated=date(2026, 11, 20), patient_id=who, title="Dr Weiss on asthma", signer_id=signer
    )
    file_document(actor=PROGRAM, document_id=filed.id, seen_version=filed.version, filing=filing)
    send_back(actor=actor_named("okafor"), document_id=filed.id, why="page two is missing")
    for one in waiting:
        add("vega", "documents:work", one.id)
        add("vega", "documents:arrange", one.id)
    for route in ("documents:show", "documents:refile", "documents:print", "documents:arrange"):
        add("vega", route, filed.id)
    add("okafor", "documents:show", filed.id)
    add("vega", "documents:inbox")
    add("vega", "documents:laid-aside")
    add("vega", "documents:search")
    add("vega", "documents:search-chart", who)
    add("vega", "documents:of-patient", who)
    add("vega", "documents:of-patient", who, query="?type=consult")
    add("petrov", "documents:types")
    add("petrov", "documents:types", query="?type=lab")
    add("petrov", "documents:keeping")
    held_and_past(add)


def held_and_past(add: Add) -> None:
    """A chart that is held; papers past their retention: free to go, waiting for a second look, held, unverified."""
    petrov = actor_named("petrov")
    set_keeping(actor=petrov, rule=Keeping("chart", "", 10, 3, "decided by the partners", date(2026, 1, 1)))
    gone, other = make_patient("Osei", "Kwame"), make_patient("Lindqvist", "Maj")
    for number, (whose, kind) in enumerate([(gone, "consult"), (gone, "lab"), (other, "consult"), (other, "ecg")]):
        with clock.frozen(datetime(2001, 5, 8, 18, tzinfo=UTC)):
            kept = take_in(actor=PROGRAM, door=Door.SCAN, name="old.pdf", data=paper(f"Paper {number} of long ago"))
            look_into(actor=PROGRAM, file_id=kept.file_id)
            (one,) = documents_of_file(kept.file_id)
            filing = Filing(kind=kind, dated=date(2001, 5, number + 1), patient_id=whose)
            file_document(actor=PROGRAM, document_id=one.id, seen_version=one.version, filing=filing)
        if kind == "lab":
            ask_destruction(actor=petrov, file_id=kept.file_id)
    hold_chart(actor=petrov, patient_id=other, why="A lawsuit is expected")
    add("petrov", "documents:show", one.id)
    add("petrov", "documents:holds")
    for username in ("petrov", "ferreira"):
        add(username, "documents:past")
