"""The screens of coding: a visit to code and one coded, their levels, a question asked and one answered."""

from uuid import UUID

from medoffice.clinic.charting.api import note_of
from medoffice.kernel.trace import Ref
from medoffice.revenue.claims.tests.makers import Place
from medoffice.revenue.coding.api import answer_query, ask_provider, start_coding
from medoffice.revenue.coding.types import Evidence
from medoffice.security.types import PROGRAM
from tests.journeys.screens_outreach import Add


def coding(add: Add, place: Place, to_code: UUID, coded: UUID) -> None:
    """The desk of both visits; the coded one waits for an answer and has one."""
    note = note_of(coded)
    assert note is not None
    coding_id = start_coding(actor=PROGRAM, encounter_id=coded)
    words = Evidence(Ref("note", note.id), 0, 5, note.text[:5])
    waits, told = (
        ask_provider(actor=PROGRAM, coding_id=coding_id, template=template, evidence=words)
        for template in ("course", "exact")
    )
    answer_query(actor=place.office.provider, query_id=told, choice="other", words="Since Monday, worse at night.")
    add("abara", "coding:queue")
    add("abara", "coding:missing")
    for visit in (to_code, coded):
        add("abara", "coding:visit", visit)
        add("abara", "coding:level", visit)
    add("abara", "coding:ask", coded)
    add("abara", "coding:ask", coded, query="?start=0&end=5")
    for query_id in (waits, told):
        add("okafor", "coding:answer", query_id)
