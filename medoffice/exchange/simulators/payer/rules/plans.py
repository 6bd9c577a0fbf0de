"""Payers, plans and members, given as plain data by whoever sets up the office: nothing about a patient is built in.

Money is integer cents, percentages are whole numbers, day counts are calendar days unless said otherwise.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from medoffice.exchange.simulators.payer.rules.wire import fold
from medoffice.exchange.simulators.payer.types import Person

PATIENT_SHARE, LESSER = "patient_share", "lesser"


@dataclass(frozen=True, slots=True)
class Payer:
    """A payer and how it pays. ``pay_weekdays`` are ISO numbers (Monday 1).

    ``interest_percent`` a year is owed for each day past ``interest_after_days`` from receipt, on what is paid.
    A payer with a bank account pays by ACH to ``payee_routing``/``payee_account``, else by cheque.
    """

    id: str
    name: str
    filing: str
    tax_id: str
    street: str
    city: str
    state: str
    zip: str
    phone: str = "8005550100"
    pay_after_days: int = 10
    pay_weekdays: tuple[int, ...] = (1, 2, 3, 4, 5)
    interest_percent: int = 0
    interest_after_days: int = 30
    routing: str = ""
    account: str = ""
    payee_routing: str = ""
    payee_account: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a plan allows and covers.

    ``fees`` is cents for one unit of a code; a code not in it is allowed ``allowed_percent`` of its charge, and never
    more than the charge. The copay is taken once a date of service, from the first payable line whose code is in
    ``copay_codes`` (any code where that is empty) and that is not preventive. ``not_covered`` names (group, reason);
    ``bundled`` names the codes into which a code is included; ``necessity`` the diagnosis prefixes that support one.
    ``secondary``: ``patient_share`` pays what the earlier payer left to the patient up to the own allowed amount;
    ``lesser`` up to the own allowed amount less what the earlier payer paid. ``sequestration_percent`` becomes CO 253.

    The rest is told when somebody asks about eligibility: ``insurance`` is the kind of plan (EB04), ``visits`` how many
    of a service type a year, ``excluded`` the service types the plan does not have.
    """

    key: str
    payer_id: str
    allowed_percent: int = 100
    fees: Mapping[str, int] = field(default_factory=dict)
    deductible: int = 0
    coinsurance_percent: int = 0
    copay: int = 0
    copay_codes: tuple[str, ...] = ()
    copay_waives_deductible: bool = False
    preventive: tuple[str, ...] = ()
    sequestration_percent: int = 0
    timely_days: int = 365
    authorization: tuple[str, ...] = ()
    drug_codes: tuple[str, ...] = ()
    not_covered: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    bundled: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    necessity: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    downcode: Mapping[str, str] = field(default_factory=dict)
    secondary: str = PATIENT_SHARE
    claim_remarks: tuple[str, ...] = ()
    name: str = ""
    insurance: str = ""
    out_of_pocket: int = 0
    visits: Mapping[str, int] = field(default_factory=dict)
    excluded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """A person a plan covers. ``key`` is unique; the members of a family may share ``member_id`` (NM109).

    ``ends`` is the last covered day. ``primary_elsewhere`` names a payer that must decide first. Who asks about
    eligibility by ``previous_id`` is told the new one; ``pcp`` is the primary care provider of a plan that wants
    one; ``asked`` is what becomes of a question about them (a ``Way`` of ``eligibility``), blank: nothing odd.
    """

    key: str
    plan_key: str
    member_id: str
    last: str
    first: str
    birth: date
    begins: date
    ends: date | None = None
    primary_elsewhere: str = ""
    previous_id: str = ""
    pcp: str = ""
    asked: str = ""


def letters(text: str) -> str:
    """What of a text two writers of it must agree on: its letters and digits, folded."""
    return re.sub(r"[^A-Z0-9]", "", fold(text))


@dataclass(frozen=True)
class Registry:
    """Everything the payers know before a claim arrives; members are found by id and by key, however many there are."""

    payers: tuple[Payer, ...] = ()
    plans: tuple[Plan, ...] = ()
    members: tuple[Member, ...] = ()

    def payer(self, payer_id: str) -> Payer | None:
        """The payer with this id, if there is one."""
        return next((payer for payer in self.payers if payer.id == payer_id), None)

    def plan(self, key: str) -> Plan:
        """The plan of a member. Raises LookupError where the registry names none."""
        found = next((plan for plan in self.plans if plan.key == key), None)
        if found is None:
            raise LookupError(f"the registry has no plan {key!r}")
        return found

    def holders(self, payer_id: str, member_id: str) -> list[Member]:
        """Everybody this payer has under a member id, or had under it before."""
        plans = {plan.key for plan in self.plans if plan.payer_id == payer_id}
        wanted = letters(member_id)
        return [
            member
            for member in self.members
            if member.plan_key in plans
            and wanted
            and wanted in (letters(member.member_id), letters(member.previous_id))
        ]

    def member(self, payer_id: str, member_id: str, patient: Person) -> Member | None:
        """The covered person: the id and the birth date must agree; twins are told apart by first name."""
        plans = {plan.key for plan in self.plans if plan.payer_id == payer_id}
        found = [
            member
            for member in self._by_id.get(letters(member_id), ())
            if member.plan_key in plans and member.birth == patient.birth
        ]
        same = [member for member in found if letters(member.first) == letters(patient.first)]
        return next(iter(same or (found if len(found) == 1 else [])), None)

    def keyed(self, key: str) -> Member | None:
        """The member with this key, if there is one."""
        return self._by_key.get(key)

    @cached_property
    def _by_key(self) -> dict[str, Member]:
        return {member.key: member for member in reversed(self.members)}

    @cached_property
    def _by_id(self) -> dict[str, list[Member]]:
        found: dict[str, list[Member]] = {}
        for member in self.members:
            found.setdefault(letters(member.member_id), []).append(member)
        return found


def corrected_name(member: Member, patient: Person) -> tuple[str, str] | None:
    """Last and first name on the payer's file where the claim wrote them otherwise (NM1*74), else None."""
    if (letters(member.last), letters(member.first)) == (letters(patient.last), letters(patient.first)):
        return None
    return fold(member.last), fold(member.first)
