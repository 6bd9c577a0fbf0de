"""A patient, a policy, a case and what a payer said of them, as nouns: for the rules of arrival."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

from medoffice.front_office.check_in.types import Insurance, PolicyToday
from medoffice.kernel.money import Money
from medoffice.practice.types import Address
from medoffice.records.coverage.types import (
    AskedAs,
    Case,
    CaseKind,
    Check,
    CheckState,
    Coverage,
    Eligibility,
    Relation,
    Standing,
)
from medoffice.records.patients.types.people import Patient, PatientName

ON, WHO, PAYER = date(2026, 11, 24), uuid4(), uuid4()
HOME = Address("12 Elm St", "Riverbend", "IL", "62704")
PATIENT = Patient(
    WHO, "M-1", PatientName("Vale", "Ingrid"), "", "F", date(1968, 3, 8), None, "en", False, "", "", HOME, None, None,
    "", 1,
)  # fmt: skip
POLICY = Coverage(
    uuid4(), WHO, PAYER, "Prairie Mutual", "", "PM7719642", "", Relation.SELF, None, 1, date(2026, 1, 1), None,
    Money(2500), 1,
)  # fmt: skip
IN_ORDER = Eligibility(Standing.ACTIVE, "Prairie Mutual covers the patient on 11/24/2026.")
INJURY = Case(
    uuid4(), WHO, CaseKind.WORK, PAYER, "Quarry Fund", "WC-7", date(2026, 11, 20), "IL", "Quarry Works", "", "", "",
    date(2026, 11, 21), None, 1,
)  # fmt: skip


def check(result: Eligibility | None = IN_ORDER, state: CheckState = CheckState.ANSWERED, **asked: Any) -> Check:  # noqa: ANN401 - of AskedAs
    """A question about the policy as it is, and its answer."""
    who = replace(AskedAs("PM7719642", "Vale", "Ingrid", date(1968, 3, 8)), **asked)
    at = datetime(2026, 11, 23, tzinfo=UTC)
    return Check(uuid4(), "Q-1", POLICY.id, WHO, "Prairie Mutual", uuid4(), ON, who, at, "lind", state, at, result, "")


def held(*checks: Check, policy: Coverage = POLICY, case: Case | None = None) -> Insurance:
    """Who pays: the policy, with what its payer was asked, latest first."""
    return Insurance(ON, case, (PolicyToday(policy, checks),), ())
