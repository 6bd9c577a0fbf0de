"""Who had a diagnosis or a service is known to the recalls of the office, and comes onto its board."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from medoffice.front_office.outreach.api import board, find_due, set_recall_rule
from medoffice.front_office.outreach.types.recalls import Basis
from medoffice.front_office.scheduling.api import define_visit_type
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.practice.tests.makers import Office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.coding.api import coded, finish_coding
from medoffice.revenue.coding.models import Diagnosis
from medoffice.revenue.coding.queries.codings import diagnosed_with, diagnoses_named, had_service
from medoffice.revenue.coding.tests.makers import make_coded, make_office
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db
NOON, LATER = datetime(2026, 11, 24, 18, tzinfo=UTC), datetime(2027, 5, 20, 18, tzinfo=UTC)


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOON):
        found = make_office()
        define_visit_type(actor=PROGRAM, key="sick", name="Sick visit", minutes=20)
        yield found


def had(office: Office, who: UUID, code: str = "J06.9", service: str = "visit", *, released: bool = True) -> UUID:
    """A visit with this diagnosis and service; the code is set afterwards, for one that has ended is not released."""
    visit = make_coded(office, who, service)
    whole = coded(visit)
    assert whole is not None
    if released:
        finish_coding(actor=PROGRAM, coding_id=whole.id)
    Diagnosis.objects.filter(coding_id=whole.id).update(code=code)
    return visit


def rule(basis: Basis, *codes: str, **more: object) -> UUID:
    said = {
        "name": "See again",
        "months": 6,
        "kind": "sick",
        "source": "a test",
        "valid_from": date(2026, 1, 5),
        **more,
    }
    return set_recall_rule(actor=PROGRAM, basis=basis, codes=codes, **said)  # type: ignore[arg-type] # its keywords


def due_later() -> list[tuple[UUID, UUID | None]]:
    """Who is on the board half a year later, and by which visit."""
    assert find_due(actor=PROGRAM) == 0
    with clock.frozen(LATER):
        find_due(actor=PROGRAM)
        assert find_due(actor=PROGRAM) == 0
        return [(one.patient_id, one.visit_id) for one in board(PROGRAM)]


@pytest.mark.parametrize(
    ("basis", "typed"),
    [
        (Basis.DIAGNOSIS, ("e11",)),
        (Basis.DIAGNOSIS, ("Z23", "E11.65")),
        (Basis.PROCEDURE, ("zz003",)),
        (Basis.PROCEDURE, ("shot", "ZZ002")),
    ],
)
def test_a_coded_visit_calls_its_patient_back(office: Office, basis: Basis, typed: tuple[str, ...]) -> None:
    who = make_patient()
    visit = had(office, who, "E11.65", "shot")
    had(office, make_patient("Near"), "E10.65")
    had(office, make_patient("Unreleased"), "E11.65", "shot", released=False)
    make_patient("Nobody")
    rule(basis, *typed)
    assert due_later() == [(who, visit)]


def test_the_last_time_counts_and_age_narrows_whom_it_is_about(office: Office) -> None:
    grown, child = make_patient("Grown", born=date(1970, 1, 1)), make_patient("Child", born=date(2020, 1, 1))
    for who in (grown, child):
        had(office, who, "E11.9")
    with clock.frozen(datetime(2026, 12, 1, 18, tzinfo=UTC)):
        again = had(office, grown, "E11.21")
    rule(Basis.DIAGNOSIS, "E11", from_age=18)
    assert due_later() == [(grown, again)]
    (seen,) = (one for one in diagnosed_with(("E11",)) if one.patient_id == grown)
    assert (seen.on, seen.visit_id) == (date(2026, 12, 1), again)
    assert len(had_service(("visit",))) == 2


def test_a_code_that_ended_is_known_and_finds_those_that_stand_for_it_since(office: Office) -> None:
    old, new, other = make_patient("Old"), make_patient("New"), make_patient("Other")
    had(office, old, "K61.3")  # ended on 09/30/2018, divided, and one part of it was put elsewhere
    had(office, new, "K61.5")
    had(office, other, "K61.4")
    assert {one.patient_id for one in diagnosed_with(("K61.3",))} == {old, new}
    assert {one.patient_id for one in diagnosed_with(("K61.5",))} == {new}  # who had the wider one may not have this
    assert diagnoses_named(("k61.3",))["k61.3"].words == "Ischiorectal abscess, now K61.5"


@pytest.mark.parametrize(
    ("basis", "typed"),
    [
        (Basis.DIAGNOSIS, ("E1",)),
        (Basis.DIAGNOSIS, ("E11", "Q00.99")),
        (Basis.DIAGNOSIS, ()),
        (Basis.PROCEDURE, ("ZZ999",)),
    ],
)
def test_a_rule_on_a_code_that_nobody_can_have_is_refused_by_name(
    office: Office,  # noqa: ARG001 - its services
    basis: Basis,
    typed: tuple[str, ...],
) -> None:
    with pytest.raises(Invalid) as refused:
        rule(basis, *typed)
    (words,) = refused.value.detail["fields"]["codes"]
    assert words == (f"There is no {basis.value} {typed[-1]}." if typed else "Name at least one.")


def test_the_rules_say_what_their_codes_mean_and_how_many_are_due(office: Office) -> None:
    had(office, make_patient(), "E11.65", "shot")
    rule(Basis.DIAGNOSIS, "e11", from_age=0, to_age=75)
    rule(Basis.PROCEDURE, "zz003", name="Next shot", kind="sick")
    due_later()
    page = signed_in("petrov").get("/outreach/recalls/rules/").content.decode()
    assert "diagnosis E11 Type 2 diabetes mellitus, 0 to 75 years" in page
    assert "procedure ZZ003 Demo shot" in page
    assert page.count("1 due") == 1
