"""A requisition as a laboratory reads it: the message, and the lines of its paper and labels."""

from datetime import datetime
from typing import Any

from medoffice.clinic.orders.rules.notices import told_of
from medoffice.clinic.orders.types import LabTest, Sheet
from medoffice.standards.hl7.api import Message, write_oml, write_orm
from medoffice.standards.hl7.types import (
    Address,
    Answer,
    Clinician,
    Code,
    Ends,
    Identifier,
    Moment,
    PersonName,
    RequestedTest,
    Subject,
)
from medoffice.standards.hl7.types import Requisition as Written

ICD10 = "I10"
US = "MEDOFFICE"


def message_of(sheet: Sheet, *, at: datetime, office: str, training: bool) -> Message:
    """The requisition for the wire; the same input gives the same bytes."""
    lab, req = sheet.laboratory, sheet.requisition
    ends = Ends(req.number, Moment(at), US, office, lab.application, lab.facility, training)
    family, given = sheet.patient_name
    street, city, state, code = sheet.home
    subject = Subject(
        (Identifier(sheet.mrn, office, "", "MR"),),
        PersonName(family, given),
        sheet.born,
        sheet.sex,
        Address(street, "", city, state, code),
    )
    npi, named, called = sheet.provider
    by = Clinician(Identifier(npi, "NPI", "2.16.840.1.113883.4.6", "NPI"), PersonName(named, called))
    tests = tuple(_test(sheet, number, test, office) for number, test in sheet.tests)
    written = Written(ends, subject, by, tests)
    return write_orm(written) if lab.old else write_oml(written)


def _test(sheet: Sheet, number: str, test: LabTest, office: str) -> RequestedTest:
    req = sheet.requisition
    said = dict(req.asked.answers)
    answers = [Answer(Code("FASTING", "Fasting", "L"), "Y" if req.asked.fasting else "N")] if test.fasting else []
    answers += [Answer(Code("", ask, "L"), said[ask]) for ask in test.asks if said.get(ask)]
    return RequestedTest(
        placer=Identifier(number, office),
        code=Code(test.code, test.words, "L", Code(test.loinc, "", "LN") if test.loinc else None),
        diagnoses=tuple(Code(code, words, ICD10) for code, words in sheet.diagnoses),
        answers=tuple(answers),
        notes=tuple(filter(None, (req.asked.note, _notice(sheet, test.code)))),
        specimen=Identifier(number, office) if req.collected_at else Identifier(),
        specimen_type=Code("", test.specimen, "L") if test.specimen and req.collected_at else Code(),
        collected=Moment(req.collected_at) if req.collected_at else None,
    )


def _notice(sheet: Sheet, code: str) -> str:
    """What a laboratory that bills must know of the notice about a test."""
    return told_of(sheet.notice) if sheet.notice is not None and code in sheet.notice.codes else ""


def missing_answers(sheet_tests: tuple[LabTest, ...], answers: tuple[tuple[str, str], ...]) -> list[str]:
    """What the laboratory asks with these tests and nobody has answered."""
    said = {ask for ask, words in answers if words.strip()}
    return list(dict.fromkeys(ask for test in sheet_tests for ask in test.asks if ask not in said))


def paper_of(sheet: Sheet, office: dict[str, str]) -> dict[str, Any]:
    """What stands on the requisition's paper."""
    req, lab = sheet.requisition, sheet.laboratory
    return {
        "title": f"Requisition {req.number}",
        "number": req.number,
        "office": office,
        "laboratory": lab.name,
        "account": lab.account,
        "patient": f"{sheet.patient_name[0]}, {sheet.patient_name[1]}".strip(", "),
        "born": f"{sheet.born:%m/%d/%Y}",
        "sex": sheet.sex,
        "mrn": sheet.mrn,
        "phone": sheet.phone,
        "home": ", ".join(filter(None, sheet.home)),
        "provider": f"{sheet.provider[2]} {sheet.provider[1]}".strip(),
        "npi": sheet.provider[0],
        "tests": [
            {
                "number": number,
                "code": test.code,
                "words": test.words,
                "specimen": test.specimen,
                "fasting": test.fasting,
            }
            for number, test in sheet.tests
        ],
        "diagnoses": [f"{code} {words}".strip() for code, words in sheet.diagnoses],
        "answers": [f"{ask}: {words}" for ask, words in req.asked.answers if words],
        "fasting": req.asked.fasting,
        "note": req.asked.note,
        "signed": f"Signed electronically by {req.signed_by}" if req.signed_by else "",
        "standing": req.standing,
        "notice": f"{told_of(sheet.notice)} ({', '.join(sheet.notice.codes)})" if sheet.notice else "",
    }


def labels_of(sheet: Sheet) -> list[dict[str, Any]]:
    """A label for each specimen: two identifiers, the number, what it is, when it was taken."""
    kinds: dict[str, list[tuple[str, LabTest]]] = {}
    for number, test in sheet.tests:
        kinds.setdefault(test.specimen or "specimen", []).append((number, test))
    at = sheet.requisition.collected_at
    return [
        {
            "name": f"{sheet.patient_name[0]}, {sheet.patient_name[1]}".strip(", "),
            "born": f"{sheet.born:%m/%d/%Y}",
            "mrn": sheet.mrn,
            "number": sheet.requisition.number,
            "specimen": kind,
            "tests": ", ".join(test.words for _, test in tests),
            "taken": f"{at:%m/%d/%Y %H:%M} {sheet.requisition.collected_by}"
            if at
            else "taken ______________ by ________",
        }
        for kind, tests in kinds.items()
    ]
