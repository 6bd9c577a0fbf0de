"""A charge paid beyond what was open: somebody must look, once, until it is made good."""

from collections.abc import Mapping
from uuid import UUID

from medoffice.kernel.money import ZERO
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work
from medoffice.revenue.billing.types import Charge
from medoffice.security.types import Actor


def watch_overpayment(actor: Actor, before: Mapping[UUID, Charge], after: Mapping[UUID, Charge]) -> None:
    """Open a work item for each charge with a balance below zero; finish that of a charge made good meanwhile."""
    for charge_id, found in after.items():
        ref, beyond = Ref("charge", charge_id), _beyond(found)
        if beyond:
            open_work(
                actor=actor,
                kind="credit-balance",
                title=f"Charge {found.number} is overpaid: {', '.join(beyond)}",
                ref=ref,
                patient_id=found.patient_id,
                key=str(charge_id),
            )
        elif _beyond(before[charge_id]):
            finish_work_about(actor=actor, ref=ref, outcome="no longer overpaid")


def _beyond(found: Charge) -> list[str]:
    balances = (("insurance", found.insurance_balance), ("patient", found.patient_balance))
    return [f"{-open_} by the {who}" for who, open_ in balances if open_ < ZERO]
