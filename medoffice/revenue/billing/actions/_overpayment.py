"""A charge paid beyond what was open: somebody must look, once, until it is made good."""

from uuid import UUID

from medoffice.kernel.money import ZERO
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work
from medoffice.revenue.billing.queries import charge
from medoffice.security.types import Actor


def watch_overpayment(actor: Actor, charge_id: UUID) -> None:
    """Open a work item while either balance of a charge is below zero; finish it when neither is."""
    found = charge(charge_id)
    ref = Ref("charge", charge_id)
    beyond = [
        f"{-open_} by the {who}"
        for who, open_ in (("insurance", found.insurance_balance), ("patient", found.patient_balance))
        if open_ < ZERO
    ]
    if not beyond:
        finish_work_about(actor=actor, ref=ref, outcome="no longer overpaid")
        return
    open_work(
        actor=actor,
        kind="credit-balance",
        title=f"Charge {found.number} is overpaid: {', '.join(beyond)}",
        ref=ref,
        patient_id=found.patient_id,
        key=str(charge_id),
    )
