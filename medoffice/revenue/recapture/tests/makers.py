"""Released visits of earlier years and of this one, for tests, made through the actions."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from uuid import UUID

from medoffice.clinic.charting.api import note, sign_note, start_note
from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.trace import Ref
from medoffice.practice.tests.makers import Office
from medoffice.records.encounters.tests.makers import begin
from medoffice.revenue.coding.api import (
    code_diagnosis,
    code_service,
    define_service,
    finish_coding,
    services,
    start_coding,
)
from medoffice.revenue.coding.types import Evidence
from medoffice.security.types import PROGRAM

NOW = datetime(2026, 11, 24, 18, tzinfo=UTC)  # Tuesday noon in Chicago
LAST_YEAR = datetime(2025, 6, 3, 16, tzinfo=UTC)
TEXT = "Assessment: type 2 diabetes with kidney disease, stable. Heart failure, compensated."
WORDS = "type 2 diabetes with kidney disease"


def make_seen(
    office: Office, patient_id: UUID, codes: Sequence[str] = ("E11.22",), at: datetime = LAST_YEAR, words: str = WORDS
) -> UUID:
    """A visit at an instant, these codes of it released, each on the same words; the visit."""
    with clock.frozen(at):
        if not any(one.key == "seen" for one in services(at.date())):
            define_service(
                actor=PROGRAM, key="seen", code="ZZ090", words="Demo visit", kind="office", placeholder=True,
                valid_from=date(2020, 1, 1),
            )  # fmt: skip
        visit = begin(office, patient_id, Ref("appointment", new_id()))
        note_id = start_note(actor=PROGRAM, encounter_id=visit, text=TEXT)
        sign_note(actor=office.provider, note_id=note_id, seen_version=note(note_id).version)
        coding_id = start_coding(actor=PROGRAM, encounter_id=visit)
        start = TEXT.index(words)
        evidence = Evidence(Ref("note", note_id), start, start + len(words), words)
        for code in codes:
            code_diagnosis(actor=PROGRAM, coding_id=coding_id, code=code, evidence=evidence)
        pointers = list(range(1, len(codes) + 1))
        code_service(actor=PROGRAM, coding_id=coding_id, key="seen", evidence=evidence, pointers=pointers)
        finish_coding(actor=PROGRAM, coding_id=coding_id)
    return visit
