"""Audits for tests: released visits with levels, coded by another, and a sample of them."""

from datetime import timedelta
from uuid import UUID

from medoffice.clinic.charting.api import note, sign_note, start_note
from medoffice.kernel.ids import new_id
from medoffice.kernel.money import Money
from medoffice.kernel.trace import Ref
from medoffice.practice.api import today_here
from medoffice.practice.tests.makers import Office
from medoffice.records.encounters.api import move_encounter
from medoffice.records.encounters.tests.makers import begin
from medoffice.records.encounters.types import Stage
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.billing.api import set_fee
from medoffice.revenue.code_audits.api import draw_audit
from medoffice.revenue.code_audits.types import Sampling
from medoffice.revenue.coding.api import code_diagnosis, code_service, define_service, finish_coding, start_coding
from medoffice.revenue.coding.tests.makers import START
from medoffice.revenue.coding.types import Evidence
from medoffice.security.types import PROGRAM, Actor

TEXT = "Assessment: type 2 diabetes, stable; essential hypertension, stable. Continue both medicines."
LEVELS = {"est_2": ("ZZ012", 6000), "est_3": ("ZZ013", 9000), "est_4": ("ZZ014", 13000)}
NO_FEE = ("est_5", "ZZ015")


def make_services() -> None:
    """Levels 2 to 5; the office has a fee for all but the last."""
    for key, (code, cents) in LEVELS.items():
        define_service(actor=PROGRAM, key=key, code=code, words=key, kind="visit", placeholder=True, valid_from=START)
        set_fee(actor=PROGRAM, code=code, amount=Money(cents), valid_from=START)
    key, code = NO_FEE
    define_service(actor=PROGRAM, key=key, code=code, words=key, kind="visit", placeholder=True, valid_from=START)


def make_released(office: Office, coder: Actor, family: str, *keys: str) -> UUID:
    """A visit whose codes a coder released: E11.9, and the services by key; its codes' id."""
    visit = begin(office, make_patient(family, "Per"), Ref("appointment", new_id()))
    note_id = start_note(actor=PROGRAM, encounter_id=visit, text=TEXT)
    sign_note(actor=office.provider, note_id=note_id, seen_version=note(note_id).version)
    coding_id = start_coding(actor=coder, encounter_id=visit)
    words = Evidence(Ref("note", note_id), 12, 27, TEXT[12:27])
    code_diagnosis(actor=coder, coding_id=coding_id, code="E11.9", evidence=words)
    for key in keys:
        code_service(actor=coder, coding_id=coding_id, key=key, evidence=words, pointers=[1])
    finish_coding(actor=coder, coding_id=coding_id)
    for stage in (Stage.ROOMED, Stage.WITH_PROVIDER, Stage.CHECK_OUT, Stage.FINISHED):
        move_encounter(actor=PROGRAM, encounter_id=visit, stage=stage, room="1")
    return coding_id


def sampling(size: int = 10, **said: object) -> Sampling:
    """A sample of the last days."""
    today = today_here()
    told = {"first": today - timedelta(days=10), "last": today, "size": size, "seed": "seven"} | said
    return Sampling(**told)  # type: ignore[arg-type]  # fields by their names


def make_audit(auditor: Actor, size: int = 10, **said: object) -> UUID:
    """A sample drawn by somebody."""
    return draw_audit(actor=auditor, said=sampling(size, **said))
