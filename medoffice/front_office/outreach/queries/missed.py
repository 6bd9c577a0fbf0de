"""Reads of missed visits: the policy, how often somebody missed, one of them."""

from datetime import date
from uuid import UUID

from medoffice.front_office.outreach import models
from medoffice.front_office.outreach.types.waitlist import YEAR, FeeState, Missed, MissedPolicy
from medoffice.front_office.scheduling.api import missed_since
from medoffice.kernel import clock
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref
from medoffice.records.patients.types.people import BannerFact
from medoffice.security.api import permitted, require
from medoffice.security.types import Actor


def policies() -> list[MissedPolicy]:
    """What holds and held, latest first. One query."""
    return [_policy(row) for row in models.MissedPolicy.objects.order_by("-valid_from")]


def policy_on(on: date) -> MissedPolicy | None:
    """What holds on a day. One query."""
    row = models.MissedPolicy.objects.filter(valid_from__lte=on).order_by("-valid_from").first()
    return _policy(row) if row else None


def missed(actor: Actor, missed_id: UUID) -> Missed:
    """A missed visit. Raises NotFound. Two queries."""
    row = models.Missed.objects.filter(id=missed_id).first()
    if row is None:
        raise NotFound
    require(actor, "outreach.read", row.patient_id)
    return _missed(row)


def missed_with_fee(actor: Actor) -> list[Missed]:
    """Missed visits whose fee is not decided yet, first missed first. One query."""
    rows = permitted(actor, "outreach.missed", models.Missed.objects.filter(fee_state=FeeState.OPEN))
    return [_missed(row) for row in rows.order_by("at", "id")]


def missed_fact(patient_id: UUID) -> BannerFact | None:
    """For the banner: how often they missed in a year, or cancelled late. One query."""
    missed_, late = missed_since(patient_id, clock.now() - YEAR)
    told = [f"{missed_} missed"] if missed_ else []
    told += [f"{late} cancelled late"] if late else []
    return BannerFact(f"{', '.join(told)} in a year", "warn") if told else None


def _missed(row: models.Missed) -> Missed:
    return Missed(
        id=row.id,
        appointment_id=row.appointment_id,
        patient_id=row.patient_id,
        state=row.state,
        at=row.at,
        before=row.before,
        fee=Money(row.fee_cents),
        fee_state=FeeState(row.fee_state),
        why=row.why,
        by=row.decided_by,
        charge=Ref(row.charge_kind, row.charge_id) if row.charge_id else None,
    )


def _policy(row: models.MissedPolicy) -> MissedPolicy:
    return MissedPolicy(
        id=row.id,
        valid_from=row.valid_from,
        no_show_fee=Money(row.no_show_cents),
        late_fee=Money(row.late_cents),
        free_times=row.free_times,
        tells=row.tells,
        spared=tuple(row.spared),
    )
