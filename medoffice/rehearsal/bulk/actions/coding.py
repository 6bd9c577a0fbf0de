"""The rows of a visit's codes and charges, as the coder's actions write them one after the other."""

from datetime import date, datetime
from functools import cache

from medoffice.clinic.charting.api import code_work_title
from medoffice.kernel.facts import fact_row
from medoffice.kernel.trace import Ref
from medoffice.practice.api import work_done, work_row
from medoffice.rehearsal.bulk.actions.money import Accounts, charge
from medoffice.rehearsal.bulk.actions.pen import Pen
from medoffice.rehearsal.bulk.types import Row, ToCode
from medoffice.rehearsal.stories.types import ServiceEvidence
from medoffice.revenue.billing.types import Charge, ChargesCaptured
from medoffice.revenue.coding.api import coding_finished, coding_row, diagnosis_row, service, service_row
from medoffice.revenue.coding.types import CodedDiagnosis, CodedEncounter, CodedService, Evidence, OfficeService
from medoffice.security.types import Actor
from medoffice.standards.terminology.api import icd10


def to_code_row(seen: ToCode, at: datetime) -> Row:
    """The work that the signature opens, at its instant."""
    about = Ref("encounter", seen.encounter_id)
    title = code_work_title(seen.number)
    key = str(seen.encounter_id)
    return work_row(kind="to-code", title=title, ref=about, patient_id=seen.patient_id, at=at, key=key)


def code_visit(
    pen: Pen, accounts: Accounts, coder: Actor, seen: ToCode, work: Row, at: datetime
) -> tuple[CodedEncounter, list[Charge]]:  # fmt: skip
    """Everything from the work in hand to the charges; returns the codes and the charges."""
    patients = [seen.patient_id]
    coding = coding_row(
        encounter_id=seen.encounter_id,
        patient_id=seen.patient_id,
        note_id=seen.note_id,
        on=seen.on,
        coder=coder.name,
        at=at,
    )
    pen.act(coder, "coding.code", at, Ref("coding", coding.id), patients)
    pen.loader.add(work_done(work, "in hand", coder.name, at))
    pen.act(coder, "work.do", at, Ref("work", work.id), patients, ["work.do"])
    diagnoses = _diagnoses(pen, coder, seen, coding, at)
    services = _services(pen, coder, seen, coding, at)
    pen.loader.add(coding_finished(coding, coder.name, at))
    via = ["coding.code", "work.do"]
    charges = charge(pen, accounts, coder, seen, services, at, via)
    captured = ChargesCaptured(seen.encounter_id, seen.patient_id)
    pen.loader.add(fact_row(captured, seen.encounter_id, at, delivered_at=at))
    about = Ref("encounter", seen.encounter_id)
    pen.act(coder, "charges.capture", at, about, patients, via, charges=len(charges))
    codes = CodedEncounter(
        id=coding.id,
        encounter_id=seen.encounter_id,
        patient_id=seen.patient_id,
        date=seen.on,
        coder=coder.name,
        finished=True,
        diagnoses=tuple(diagnoses),
        services=tuple(services),
    )
    return codes, charges


def _diagnoses(pen: Pen, coder: Actor, seen: ToCode, coding: Row, at: datetime) -> list[CodedDiagnosis]:
    made = []
    for position, told in enumerate(seen.told.codes, 1):
        code, title = _title_of(told.code, seen.on)
        evidence = Evidence(Ref("note", seen.note_id), told.start, told.end, told.phrase)
        row = diagnosis_row(coding, position=position, code=code, title=title, evidence=evidence, by=coder.name, at=at)
        pen.loader.add(row)
        pen.act(coder, "coding.code", at, Ref("code_diagnosis", row.id), [seen.patient_id])
        made.append(CodedDiagnosis(row.id, position, code, title, evidence))
    return made


def _services(pen: Pen, coder: Actor, seen: ToCode, coding: Row, at: datetime) -> list[CodedService]:
    made = []
    for line, told in enumerate(seen.told.services, 1):
        offered, evidence = _service_of(told.service_key, seen.on), _evidence(seen, told)
        row = service_row(
            coding,
            line=line,
            key=told.service_key,
            code=offered.code,
            words=offered.words,
            modifiers=(),
            units=told.units,
            pointers=(1,),
            evidence=evidence,
            by=coder.name,
            at=at,
        )
        pen.loader.add(row)
        pen.act(coder, "coding.code", at, Ref("code_service", row.id), [seen.patient_id])
        made.append(
            CodedService(row.id, line, told.service_key, offered.code, offered.words, (), told.units, (1,), evidence)
        )
    return made


def _evidence(seen: ToCode, told: ServiceEvidence) -> Evidence:
    """Words of the note, or the order that was carried out."""
    if told.order_key:
        done = seen.orders[told.order_key]
        return Evidence(Ref("order", done.id), 0, len(done.result), done.result)
    return Evidence(Ref("note", seen.note_id), told.start, told.end, told.phrase)


@cache
def _service_of(key: str, on: date) -> OfficeService:
    return service(key, on)


@cache
def _title_of(code: str, on: date) -> tuple[str, str]:
    """The code as it is written, and its title, on a day."""
    found = icd10(code, on)
    if found is None:
        raise LookupError(f"{code} is no diagnosis code on {on}")
    return found.code, found.title
