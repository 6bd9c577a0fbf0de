"""The screens of releases: requests that are picked with something black, late, delivered, under way by fax."""

from datetime import timedelta
from uuid import UUID

from medoffice.practice.api import today_here
from medoffice.records.documents.api import known_documents_of
from medoffice.records.releases.api import (
    check_request,
    deliver,
    note_request,
    papers,
    pick_pages,
    request,
)
from medoffice.records.releases.types import Asked, Asker, Checked, Way
from medoffice.security.types import PROGRAM
from tests.journeys.screens_outreach import Add

TO = ("Marsh & Pell, Attorneys", "4 Court Street\nRiverbend, IL 62799")


def releases(add: Add, who: UUID) -> None:
    """Requests in each state; the chart has a consultation that was filed."""
    scan = known_documents_of(who)[0].id
    key = f"document-{scan.hex}"
    today = today_here()
    late = note_request(
        actor=PROGRAM,
        patient_id=who,
        asked=Asked(Asker.COURT, "subpoena", *TO, "visits of <2025>", "what it names", today - timedelta(days=41)),
    )
    told = Asked(Asker.ATTORNEY, "authorization", *TO, "the consultation", "", today - timedelta(days=25))
    picked = note_request(actor=PROGRAM, patient_id=who, asked=told)
    sent = note_request(actor=PROGRAM, patient_id=who, asked=told)
    faxed = note_request(actor=PROGRAM, patient_id=who, asked=told)
    elements = tuple(element.key for element in papers()["authorization"].elements)
    for one, found in ((picked, elements[:4]), (sent, elements), (faxed, elements)):
        checked = Checked(
            found, "called the bar's register", (), scan, today - timedelta(days=30), today + timedelta(days=300)
        )
        check_request(actor=PROGRAM, request_id=one, seen_version=1, checked=checked)
        pages, black = {key: "all"}, {key: "1: 5-9 x 0-60"}
        pick_pages(actor=PROGRAM, request_id=one, seen_version=2, pages=pages, black=black, why="")
    deliver(actor=PROGRAM, request_id=sent, way=Way.FILE)
    deliver(actor=PROGRAM, request_id=faxed, way=Way.FAX, fax="217-555-0144")
    for one in (late, picked, sent, faxed):
        add("vega", "releases:request", request(PROGRAM, one).id)
    add("haddad", "releases:desk")
    add("haddad", "releases:desk", query="?show=delivered")
    add("vega", "releases:new", who)
    add("vega", "releases:look", picked, key)
