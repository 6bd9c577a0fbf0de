"""Medicare's lists of the office judge an order before it goes, and a notice (ABN) is heard of where it is billed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from medoffice.clinic.orders.api import (
    give_notice,
    import_tests,
    modifiers_for,
    notice_of,
    order_tests,
    requisition,
    strike_notice,
)
from medoffice.clinic.orders.tests.makers import make_laboratory
from medoffice.clinic.orders.types import Asked, Choice, Ground, LabTest, RequisitionState, Support
from medoffice.kernel import clock
from medoffice.kernel.facts import deliver
from medoffice.kernel.money import Money
from medoffice.practice.api import add_payer
from medoffice.practice.tests.makers import ADDRESS, Office, work
from medoffice.records.coverage.tests.makers import add_policy
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.code_lists.tests.makers import take
from medoffice.revenue.coding.api import coded, define_service, finish_coding
from medoffice.revenue.coding.queries.coverage import medicare_supports
from medoffice.revenue.coding.queries.findings import findings
from medoffice.revenue.coding.queries.touched import touched
from medoffice.revenue.coding.rules.noticed import noticed
from medoffice.revenue.coding.tests.makers import START, make_coded, make_office
from medoffice.revenue.coding.types import Touches
from medoffice.security.types import PROGRAM
from medoffice.standards.code_lists.types import ListKind

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
LISTED, OTHER = "E11.9", "J06.9"


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(datetime(2026, 11, 24, 16, tzinfo=UTC)):
        yield make_office()


@pytest.fixture
def vale(office: Office) -> UUID:  # noqa: ARG001 - an office to be a patient of
    """Medicare pays first for her."""
    made = make_patient()
    payer = add_payer(
        actor=PROGRAM, key="medicare", name="Medicare", number="99902", filing_code="MB", timely_filing_days=365,
        phone="217-555-0111", address=ADDRESS,
    )  # fmt: skip
    add_policy(made, payer, member_id="1SG4TE5MK73")
    return made


def support(who: UUID, *diagnoses: str) -> Support:
    found = medicare_supports(who, TODAY, ["Z9901"], diagnoses)
    assert found is not None
    return found["Z9901"][0]


def test_what_is_not_loaded_is_never_covered(vale: UUID) -> None:
    assert support(vale, LISTED) is Support.NOT_LOADED
    take(ListKind.NATIONAL_CODES)
    assert support(vale, LISTED) is Support.NOT_LOADED  # the local list is another
    assert support(vale, OTHER) is Support.AGAINST
    take(ListKind.COVERAGE)
    assert support(vale, LISTED) is Support.LISTED
    assert support(vale, "Z00.00") is Support.AGAINST
    assert medicare_supports(vale, TODAY, ["Q0000"], [LISTED]) == {
        "Q0000": (Support.UNNAMED, "Q0000: no list says for which diagnoses Medicare pays it.")
    }
    assert support(vale) is Support.AGAINST


def test_only_where_medicare_pays_first(office: Office) -> None:
    other = make_patient("Quist", "Per")
    assert medicare_supports(other, TODAY, ["Z9901"], [OTHER]) is None
    add_policy(other, office.payer_id)
    assert medicare_supports(other, TODAY, ["Z9901"], [OTHER]) is None


def test_an_order_that_the_lists_do_not_support_waits_and_the_notice_is_told_to_the_coder(
    office: Office, vale: UUID
) -> None:
    take(ListKind.NATIONAL_CODES)
    define_service(
        actor=PROGRAM, key="assay", code="Z9901", words="Assay", kind="lab", placeholder=True, valid_from=START
    )
    visit = make_coded(office, vale, "assay")
    lab = make_laboratory()
    import_tests(actor=PROGRAM, laboratory_id=lab, tests=(LabTest("AS", "Assay", billed=("Z9901",)),))
    asked = order_tests(
        actor=office.provider, encounter_id=visit, laboratory_id=lab, asked=Asked(("AS",), (OTHER,))
    )  # fmt: skip
    assert requisition(asked).state is RequisitionState.NOTICE
    assert [one.kind for one in touched(PROGRAM, {OTHER})] == [Touches.ORDER]
    give_notice(
        actor=PROGRAM, requisition_id=asked, seen_version=requisition(asked).version, codes=("AS",),
        choice=Choice.BILL, ground=Ground.NECESSITY, reason="Not listed", cost=Money(4_200), signed_on=TODAY,
    )  # fmt: skip
    whole = coded(visit)
    assert whole is not None
    (said,) = [one.words for one in findings(whole) if one.code == "notice-given"]
    assert said.startswith("The patient signed a notice (ABN) on 11/24/2026 for Z9901, option 1. Modifier GA says so")
    assert "unverified" in said
    (line,) = whole.services
    marked = replace(whole, services=(replace(line, modifiers=("GA",)),))
    assert "notice-given" not in {one.code for one in findings(marked)}
    assert modifiers_for(Choice.BILL, Ground.NECESSITY) == ("GA",)
    kept = notice_of(asked)
    assert kept is not None
    newer = replace(kept, choice=Choice.PAY)
    (told,) = noticed(whole.services, [kept, newer], modifiers_for)
    assert "chose to pay Z9901" in told.words
    wrong = replace(kept, struck_at=clock.now(), struck_by="Carmen Ruiz", struck_why="Another's form")
    assert noticed(whole.services, [wrong], modifiers_for) == []
    (told,) = noticed(marked.services, [wrong], modifiers_for)
    assert (told.code, "Take modifier GA away" in told.words) == ("notice-struck", True)
    assert noticed(marked.services, [wrong, kept], modifiers_for) == []
    finish_coding(actor=PROGRAM, coding_id=whole.id)
    seen = requisition(asked).version
    strike_notice(actor=PROGRAM, requisition_id=asked, seen_version=seen, why="Another's form")
    assert "notice-given" not in {one.code for one in findings(whole)}
    assert "notice-struck" in {one.code for one in findings(marked)}
    deliver()
    (again,) = work("code-again")
    assert again.startswith("A notice (ABN) was struck as wrong after its codes were released")
    assert encounter(visit).patient_id == vale
