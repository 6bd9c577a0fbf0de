"""What Medicare's lists say of services for diagnoses, before anything is done."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from medoffice.clinic.orders.types import Support
from medoffice.practice.api import payer
from medoffice.records.coverage.api import coverages_on
from medoffice.revenue.code_lists.api import known_of
from medoffice.revenue.coding.rules.covering import supports
from medoffice.revenue.coding.rules.visited import PayerKind, payer_kind


def medicare_supports(
    patient_id: UUID, on: date, codes: Sequence[str], diagnoses: Sequence[str]
) -> dict[str, tuple[Support, str]] | None:
    """How its lists stand to each service, by code; None where Medicare does not pay first that day.

    Two queries, and those of the lists.
    """
    policies = coverages_on(patient_id, on)
    if not policies or payer_kind(payer(policies[0].payer_id).filing_code) is not PayerKind.MEDICARE:
        return None
    known = known_of(codes, on, medicaid=False)
    return {code: supports(code, diagnoses, known) for code in codes}
