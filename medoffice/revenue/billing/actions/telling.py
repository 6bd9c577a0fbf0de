"""What may be told of an account on paper or by telephone; shared by the statement and the one who explains it."""

from collections.abc import Sequence
from uuid import UUID

from medoffice.front_office.calls.types import BalanceLine, BalanceTold
from medoffice.kernel.money import Money
from medoffice.records.patients.api import patient
from medoffice.revenue.billing.queries.charges import charges_of_patient
from medoffice.revenue.billing.queries.events import events_of_charges, patient_balance
from medoffice.revenue.billing.rules.statement import explain
from medoffice.revenue.billing.types import Charge
from medoffice.security.api import kept, require
from medoffice.security.types import PROGRAM, Actor


def tellable(charges: Sequence[Charge], *, to_patient: bool) -> list[Charge]:
    """Those that may be told to who gets the statement: the patient, or another who pays for them."""
    visits = {(found.patient_id, found.visit_id) for found in charges}
    closed = kept(PROGRAM, "statements.make", visits, to_patient=to_patient)
    return [found for found in charges if (found.patient_id, found.visit_id) not in closed]


def explained_balance(actor: Actor, patient_id: UUID) -> BalanceTold:
    """What a patient owes, line by line, as a statement would say it; nothing of visits a label keeps. Six queries."""
    require(actor, "billing.read", patient_id)
    who = patient(patient_id)
    asked = [one for one in charges_of_patient(patient_id) if one.patient_balance or one.insurance_balance]
    charges = tellable(asked, to_patient=who.guarantor_id is None)
    open_ = [one for one in charges if one.patient_balance]
    events = events_of_charges([one.id for one in open_])
    told = [(one, explain(one.date, one.words, events[one.id])) for one in open_]
    return BalanceTold(
        owed=Money.total(line.due for _, line in told),
        with_insurance=Money.total(one.insurance_balance for one in charges),
        held=patient_balance(patient_id).unapplied,
        lines=tuple(
            BalanceLine(
                words=line.words,
                date=line.date,
                charged=line.charged,
                insurance_paid=line.insurance_paid,
                taken_off=line.adjusted,
                paid=line.patient_paid,
                with_insurance=one.insurance_balance,
                owed=line.due,
                why=line.because,
            )
            for one, line in told
        ),
    )
