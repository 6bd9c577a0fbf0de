"""Make a patient's statement as a PDF."""

import json
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

import typst

from medoffice.kernel import clock, files
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Refusal
from medoffice.practice.api import next_number, practice, sites
from medoffice.practice.types import Practice
from medoffice.records.patients.api import patient
from medoffice.records.patients.types import Patient
from medoffice.revenue.billing.models import Statement
from medoffice.revenue.billing.queries import charges_of_patient, events_of_charges, patient_balance
from medoffice.revenue.billing.rules.statement import StatementLine, explain, statement_total, undrawable
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor

_TEMPLATE = Path(__file__).resolve().parent.parent / "templates" / "billing" / "statement.typ"


@action("statements.make")
def make_statement(*, actor: Actor, patient_id: UUID) -> UUID:
    """Make and store a statement of what the patient owes, each line explained.

    Its total is the ledger's patient balance or it is not made (P68); nothing owed makes no statement.
    """
    require(actor, "statements.make", patient_id)
    who, owed = patient(patient_id), patient_balance(patient_id).patient
    charges = charges_of_patient(patient_id)
    events = events_of_charges([found.id for found in charges])
    lines = [explain(found.date, found.words, events[found.id]) for found in charges if found.patient_balance]
    if owed.cents <= 0:
        raise Refusal("nothing-owed", "This patient owes nothing.", "No statement is needed.")
    if statement_total(lines) != owed:
        words = f"The statement would ask for {statement_total(lines)}, the ledger says {owed}."
        raise Refusal("statement-unequal", words, "Tell the bookkeeper; the statement is not made.")
    today = clock.today(ZoneInfo(sites()[0].zone))
    number = next_number("S")
    data = _content(practice(), who, lines, owed, number, f"{today:%m/%d/%Y}")
    pdf = typst.compile(str(_TEMPLATE), sys_inputs={"data": json.dumps(data)}, ignore_system_fonts=True)
    row = Statement.objects.create(
        number=number,
        patient_id=patient_id,
        amount_cents=owed.cents,
        sha256=files.store(pdf, "application/pdf"),
        findings=[finding.as_json() for finding in undrawable(data["name"] + data["preferred"])],
        date=today,
        made_at=clock.now(),
        made_by=actor.name,
    )
    record("statement", row.id, subjects=[patient_id], cents=owed.cents)
    return row.id


def _content(
    office: Practice, who: Patient, lines: list[StatementLine], owed: Money, number: str, today: str
) -> dict[str, object]:
    preferred = who.name.preferred if not undrawable(who.name.preferred) else ""
    return {
        "office": office.name,
        "office_address": f"{office.address.line1}, {office.address.city}, {office.address.state} {office.address.zip}",
        "office_phone": office.phone,
        "name": who.name.spoken_form,
        "preferred": preferred,
        "address": [who.address.line1, f"{who.address.city}, {who.address.state} {who.address.zip}"],
        "mrn": who.mrn,
        "number": number,
        "date": today,
        "total": str(owed),
        "lines": [
            {
                "date": f"{line.date:%m/%d/%Y}",
                "words": line.words,
                "charged": str(line.charged),
                "adjusted": str(line.adjusted),
                "insurance": str(line.insurance_paid),
                "paid": str(line.patient_paid),
                "due": str(line.due),
            }
            for line in lines
        ],
    }
