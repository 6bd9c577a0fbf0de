"""Make a patient's statement as a PDF."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from medoffice.kernel import clock, files
from medoffice.kernel.findings import Finding
from medoffice.kernel.money import Money
from medoffice.kernel.printing import pdf
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.typeface import undrawable
from medoffice.practice.api import next_number, practice
from medoffice.practice.types import Address
from medoffice.records.patients.api import patient
from medoffice.records.patients.types.people import Patient
from medoffice.revenue.billing.actions.recording import office_today, wait_for_turn
from medoffice.revenue.billing.actions.telling import tellable
from medoffice.revenue.billing.models import Statement
from medoffice.revenue.billing.queries.charges import charges_of_patient
from medoffice.revenue.billing.queries.events import events_of_charges
from medoffice.revenue.billing.rules.statement import StatementLine, explain, statement_total
from medoffice.revenue.ledger.api import patient_sum
from medoffice.revenue.ledger.types import Account
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor

_TEMPLATE = Path(__file__).resolve().parent.parent / "templates" / "billing" / "statement.typ"


@action("statements.make")
def make_statement(*, actor: Actor, patient_id: UUID) -> UUID:
    """Make and store a statement of what the patient owes, each line explained.

    Its total is the ledger's patient balance or it is not made (P68). Visits that a label keeps from who gets it are
    left out, with what they cost. Raises Refusal when nothing is owed, or when the lines and the ledger differ.
    """
    require(actor, "statements.make", patient_id)
    who = patient(patient_id)  # NotFound, as for one kept from the actor
    wait_for_turn()
    asked = [found for found in charges_of_patient(patient_id) if found.patient_balance]
    charges = tellable(asked, to_patient=_reader(who).id == who.id)
    left_out = Money.total(found.patient_balance for found in asked if found not in charges)
    owed = patient_sum(Account.PATIENT_RECEIVABLE, patient_id) - left_out
    events = events_of_charges([found.id for found in charges])
    lines = [explain(found.date, found.words, events[found.id]) for found in charges]
    if statement_total(lines) != owed:
        words = f"The statement would ask for {statement_total(lines)}, the ledger says {owed}."
        raise Refusal("statement-unequal", words, "Tell the bookkeeper; the statement is not made.")
    if owed.cents <= 0:
        raise Refusal("nothing-owed", "This patient owes nothing.", "No statement is needed.")
    number, today = next_number("S"), office_today()
    content, findings = _content(patient_id, lines)
    if left_out:
        findings = [
            *findings,
            Finding("kept-back", "charges", f"{left_out} of confidential visits is not asked for here."),
        ]
    content |= {"number": number, "date": f"{today:%m/%d/%Y}", "total": str(owed)}
    row = Statement.objects.create(
        number=number,
        patient_id=patient_id,
        amount_cents=owed.cents,
        sha256=files.store(pdf(_TEMPLATE, content), "application/pdf"),
        findings=[finding.as_json() for finding in findings],
        charge_ids=[found.id for found in charges],
        date=today,
        made_at=clock.now(),
        made_by=actor.name,
    )
    record("statement", row.id, subjects=[patient_id], cents=owed.cents)
    return row.id


def _content(patient_id: UUID, lines: Sequence[StatementLine]) -> tuple[dict[str, Any], list[Finding]]:
    """What is printed, and what could not be. It goes to the guarantor where there is one (``_reader``)."""
    who, office = patient(patient_id), practice()
    addressee = _reader(who)
    lines_to = _lines_of(addressee.mail_to)
    if addressee.private.care_of and addressee.private.address.line1:
        lines_to = [f"c/o {addressee.private.care_of}", *lines_to]
    findings = [
        *undrawable("statement", "name", addressee.name.spoken_form + who.name.spoken_form),
        *undrawable("statement", "preferred name", who.name.preferred),
        *undrawable("statement", "address", "".join(lines_to)),
    ]
    content = {
        "office": office.name,
        "office_address": ", ".join(_lines_of(office.address)),
        "office_phone": office.phone,
        "to": _printed(addressee.name.spoken_form, f"Guarantor of patient {who.mrn}"),
        "name": _printed(who.name.spoken_form, f"Patient {who.mrn}"),
        "preferred": _printed(who.name.preferred, ""),
        "address": [_printed(line, "") for line in lines_to],
        "mrn": who.mrn,
        "lines": [
            {
                "date": f"{line.date:%m/%d/%Y}",
                "words": line.words,
                "because": line.because,
                **{name: _shown(getattr(line, name)) for name in ("adjusted", "insurance_paid", "patient_paid")},
                "charged": str(line.charged),
                "due": str(line.due),
            }
            for line in lines
        ],
    }
    return content, findings


def _reader(who: Patient) -> Patient:
    """Who gets the statement: the guarantor, but never where the patient asked to be reached in confidence."""
    return patient(who.guarantor_id) if who.guarantor_id and not who.private.asked else who


def _printed(text: str, instead: str) -> str:
    """The text, or what is printed when the typeface lacks its script."""
    return instead if undrawable("statement", "", text) else text


def _shown(amount: Money) -> str:
    return str(amount) if amount else ""


def _lines_of(address: Address) -> list[str]:
    code = address.zip if len(address.zip) != 9 else f"{address.zip[:5]}-{address.zip[5:]}"
    return [line for line in (address.line1, address.line2, f"{address.city}, {address.state} {code}") if line]
