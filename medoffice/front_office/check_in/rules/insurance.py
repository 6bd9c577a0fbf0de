"""What to ask payers about coming visits, and what of their answers somebody at the desk must look at."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.front_office.check_in.types import Insurance, Payable, PolicyToday
from medoffice.front_office.scheduling.types import HOLDS_THE_SLOT, Appointment
from medoffice.kernel.money import Money
from medoffice.records.coverage.types import Asking, Case, Check, CheckState, Coverage, Standing

CARD_GOOD = 365  # days; the house's own measure: most plans change with the year


def day_of(booked: Appointment, zone: ZoneInfo) -> date:
    """The day of an appointment on the wall of its site."""
    return booked.starts.astimezone(zone).date()


def card_is_old(pictured: date | None, on: date) -> bool:
    """Whether a card is to be pictured again: the last picture is a year old on the day of the visit."""
    return pictured is not None and (on - pictured).days >= CARD_GOOD


def in_force(policies: Iterable[Coverage], on: date) -> list[Coverage]:
    """Those that hold on a day, first to pay first."""
    held = (one for one in policies if one.starts <= on and (one.ends is None or on <= one.ends))
    return sorted(held, key=lambda one: (one.order, one.starts))


def insurance_in(
    booked: Appointment,
    on: date,
    held: Sequence[Coverage],
    cases: Iterable[Case],
    checks: Sequence[Check],
    pictured: Mapping[UUID, date],
) -> Insurance:
    """Who pays for a visit, which questions about it concern the policies in force, when their cards were seen."""
    of = {policy.id: tuple(one for one in checks if one.coverage_id == policy.id) for policy in held}
    return Insurance(
        on,
        next((one for one in cases if one.id == booked.case_id), None),
        tuple(
            PolicyToday(policy, of[policy.id], seen := pictured.get(policy.id), card_is_old(seen, on))
            for policy in held
        ),
        tuple(one for one in checks if one.coverage_id not in of),
    )


def copay_of(insurance: Insurance) -> Money | None:
    """The copay of a visit: what the payer told, else what the card says; None without insurance or in a case."""
    if insurance.case is not None or not insurance.policies:
        return None
    first = insurance.policies[0]
    said = next((one.result for one in first.checks if one.result), None)
    return said.copay if said is not None and said.copay is not None else first.policy.copay


def may_be_billed(policies: Iterable[Coverage], cases: Iterable[Case]) -> list[Payable]:
    """Who may be billed for a visit: the policies in force in their order, then the open cases."""
    held = [Payable(one.id, f"{one.payer_name} {one.member_id}") for one in policies]
    return held + [Payable(one.id, one.label, is_case=True) for one in cases]


def still_to_ask(
    booked: Iterable[tuple[Appointment, date]],
    held: Mapping[tuple[UUID, date], Sequence[Coverage]],
    asked: Mapping[UUID, Sequence[Check]],
) -> list[Asking]:
    """Every policy of every visit that holds its time, unless it was asked about as the policy is now.

    A visit that is billed to a case is nothing to ask the health insurance about.
    """
    return [
        Asking(policy.id, on, visit.id)
        for visit, on in booked
        if visit.state in HOLDS_THE_SLOT and visit.case_id is None
        for policy in held.get((visit.patient_id, on), ())
        if not any(_covers(check, policy) for check in asked.get(visit.id, ()))
    ]


def _covers(check: Check, policy: Coverage) -> bool:
    return check.coverage_id == policy.id and check.asked_as.member_id == policy.member_id


def latest_by_policy(checks: Iterable[Check]) -> dict[UUID, Check]:
    """The latest question about each policy, of questions latest first."""
    found: dict[UUID, Check] = {}
    for one in checks:
        found.setdefault(one.coverage_id, one)
    return found


def to_look_at(booked: Appointment, on: date, today: date, checks: Iterable[Check]) -> list[Check]:
    """The answers about a coming visit that a person must look at; none once it is over, given up or another's to pay.

    What a payer could not answer yet is asked again by itself and bothers nobody.
    """
    if booked.state not in HOLDS_THE_SLOT or booked.case_id is not None or on < today:
        return []
    return [one for one in latest_by_policy(checks).values() if _bothers(one)]


def _bothers(check: Check) -> bool:
    if check.result is None:
        return check.state is CheckState.GIVEN_UP
    return not check.result.in_order and check.result.standing is not Standing.LATER


def is_pressing(starts: datetime, now: datetime) -> bool:
    """Whether the visit is within a day."""
    return (starts - now).days < 1
