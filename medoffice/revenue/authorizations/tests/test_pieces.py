"""What of a chart may go: what holds, what was truly tried, with what goes along, and nothing that was paid in full."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest

from medoffice.clinic.charting.tests.makers import enter
from medoffice.clinic.charting.types import ListKind
from medoffice.clinic.prescriptions.api import prescription
from medoffice.clinic.prescriptions.tests.makers import make_signed
from medoffice.clinic.prescriptions.types.prescribing import Prescription
from medoffice.kernel import clock
from medoffice.practice.tests.makers import Office
from medoffice.records.documents.types.papers import Appended
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.authorizations.queries import pieces as chart
from medoffice.revenue.authorizations.queries.pieces import pieces_of
from medoffice.revenue.authorizations.types import Group, Piece
from medoffice.revenue.coding.api import coded, finish_coding
from medoffice.revenue.coding.tests.makers import make_coded, make_office
from medoffice.security.api import label_visit
from medoffice.security.types import PROGRAM, Label

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(datetime(2026, 11, 24, 18, tzinfo=UTC)):
        yield make_office()


@pytest.fixture
def who(office: Office) -> UUID:  # noqa: ARG001 - the office is there first
    return make_patient()


@pytest.fixture
def given(office: Office, who: UUID) -> Prescription:
    return prescription(PROGRAM, make_signed(office, who))


def released(office: Office, who: UUID) -> UUID:
    """A visit whose code is released."""
    visit = make_coded(office, who)
    found = coded(visit)
    assert found
    finish_coding(actor=PROGRAM, coding_id=found.id)
    return visit


def told(given: Prescription, group: Group) -> list[Piece]:
    return [one for one in pieces_of(PROGRAM, given) if one.group is group]


def test_what_nobody_took_was_refuted_or_ends_on_a_day_to_come_was_not_tried(who: UUID, given: Prescription) -> None:
    enter(who, ListKind.MEDICATION, "Senna", status="stopped", ended="2026-05")
    enter(who, ListKind.MEDICATION, "Bran", status="not-taken")
    enter(who, ListKind.MEDICATION, "Aloe", status="stopped", ended="2026-05", verification="refuted")
    enter(who, ListKind.MEDICATION, "Prunes", ended="2027-01")
    assert [one.words for one in told(given, Group.TRIED)] == ["Senna"]


def test_what_is_refuted_or_over_is_no_allergy_and_no_diagnosis(who: UUID, given: Prescription) -> None:
    enter(who, ListKind.ALLERGY, "Penicillin")
    enter(who, ListKind.ALLERGY, "Peanut", status="inactive")
    enter(who, ListKind.ALLERGY, "Latex", verification="refuted")
    enter(who, ListKind.PROBLEM, "Constipation", status="recurrence")
    enter(who, ListKind.PROBLEM, "Asthma", verification="refuted")
    enter(who, ListKind.PROBLEM, "Gout", status="resolved")
    assert [one.words for one in told(given, Group.ALLERGY)] == ["Penicillin"]
    assert [one.words for one in told(given, Group.DIAGNOSIS)] == ["Constipation"]


def test_a_visit_that_was_paid_in_full_is_left_out_and_another_with_that_code_is_not(
    office: Office, who: UUID, given: Prescription
) -> None:
    visits = {released(office, who), released(office, who)}
    (first,) = told(given, Group.DIAGNOSIS)
    assert first.about in visits
    label_visit(actor=PROGRAM, subject=who, things=[first.about], label=Label.RESTRICTED, why="paid in full")
    (second,) = told(given, Group.DIAGNOSIS)
    assert {second.about} == visits - {first.about}


def test_an_amendment_goes_with_its_note_and_its_entry(
    office: Office, who: UUID, given: Prescription, monkeypatch: pytest.MonkeyPatch
) -> None:
    released(office, who)
    entry = enter(who, ListKind.ALLERGY, "Penicillin", details={"reaction": "hives"})
    beside = [
        Appended("Amendment", "It was\na cough.", "", "", goes=True),
        Appended("Not said", "x", "", "", goes=False),
    ]
    monkeypatch.setattr(chart, "appended_to", lambda _, notes: dict.fromkeys(notes, beside))
    monkeypatch.setattr(chart, "going_with", lambda _: {entry: ("Amendment. She ate eggs since.",)})
    assert [one.more for one in told(given, Group.ALLERGY)] == ["hives [Amendment. She ate eggs since.]"]
    (diagnosis,) = told(given, Group.DIAGNOSIS)
    assert diagnosis.more.endswith("” [Amendment. It was a cough.]")
