"""Keep the exception list true: a visit whose insurance a person must look at stands on it, and leaves it by itself."""

from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.front_office.check_in.rules.insurance import day_of, is_pressing, to_look_at
from medoffice.front_office.scheduling.api import appointment
from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work, site
from medoffice.records.coverage.api import checks_of_visits, coverages_on
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor

EXCEPTION = "eligibility"


@action("check_in.arrive")
def look_at_insurance(*, actor: Actor, appointment_id: UUID) -> None:
    """Put a visit on the exception list by what payers told last, or take it off. Doing it again changes nothing."""
    booked = appointment(appointment_id)
    require(actor, "check_in.arrive", booked.patient_id)
    zone = ZoneInfo(site(booked.site_id).zone)
    on, ref = day_of(booked, zone), Ref("appointment", booked.id)
    held = {policy.id for policy in coverages_on(booked.patient_id, on)}
    checks = [one for one in checks_of_visits([booked.id])[booked.id] if one.coverage_id in held]
    wrong = to_look_at(booked, on, clock.today(zone), checks)
    if wrong:
        open_work(
            actor=actor,
            kind=EXCEPTION,
            title=f"{wrong[0].payer_name}: {wrong[0].chip}, visit of {on:%m/%d/%Y}",
            ref=ref,
            patient_id=booked.patient_id,
            visit_id=booked.id,
            priority=1 if is_pressing(booked.starts, clock.now()) else 2,
            due_at=booked.starts,
            key=str(booked.id),
        )
    else:
        finish_work_about(actor=actor, ref=ref, outcome="nothing left to look at", kind=EXCEPTION)
    record("appointment", booked.id, subjects=[booked.patient_id], exceptions=len(wrong))
