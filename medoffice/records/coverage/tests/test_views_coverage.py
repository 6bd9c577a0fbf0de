"""The insurance page: adding, correcting, ending; whoever typed first."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from django.test import Client

from medoffice.kernel import clock
from medoffice.practice.tests.makers import Office, make_office
from medoffice.records.coverage.api import coverage, coverages_of
from medoffice.records.coverage.types import Relation
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(datetime(2026, 11, 24, 16, tzinfo=UTC)):
        yield make_office()


@pytest.fixture
def desk(office: Office) -> Client:  # noqa: ARG001 - receptionist Lind works in an office
    return signed_in("lind")


@pytest.fixture
def who(office: Office) -> UUID:  # noqa: ARG001 - numbers are given by an office
    return make_patient("Amaro", "Lucía")


def card(office: Office, **typed: str) -> dict[str, str]:
    form = {"payer": str(office.payer_id), "member_id": "PM7719642", "order": "1", "starts": "1/1/26", "relation": "18"}
    return {**form, **typed}


def test_a_policy_is_added_once_and_corrected_and_ended(desk: Client, office: Office, who: UUID) -> None:
    path = f"/coverage/{who}/"
    assert "no insurance today" in desk.get(path).content.decode()
    for _ in range(2):
        assert desk.post(path, card(office, copay="25", once="a")).status_code == 302
    (policy,) = coverages_of(who)
    page = desk.get(path).content.decode()
    assert "no insurance today" not in page
    assert "$25.00" in page
    correct = f"{path}{policy.id}/correct/"
    assert desk.post(correct, {"member_id": "HM7719642", "version": "1"}).status_code == 302
    stale = desk.post(correct, {"member_id": "HM0000001", "version": "1"})
    shown = stale.content.decode()
    assert stale.status_code == 409
    assert "HM7719642" in shown
    assert "HM0000001" in shown
    blank = desk.post(correct, {"member_id": " ", "version": "2"})
    assert blank.status_code == 422
    assert "The member id on the card is needed." in blank.content.decode()
    assert coverage(policy.id).member_id == "HM7719642"
    assert desk.post(f"{path}{policy.id}/end/", {"on": "31/31/26"}).status_code == 422
    assert desk.post(f"{path}{policy.id}/end/", {"on": "12/31/2025"}).status_code == 422
    assert desk.post(f"{path}{policy.id}/end/", {"on": ""}).status_code == 302
    assert coverage(policy.id).ends == date(2026, 11, 24)


def test_somebody_else_may_hold_the_policy(desk: Client, office: Office, who: UUID) -> None:
    path, child = f"/coverage/{who}/", card(office, relation="19")
    missing = desk.post(path, child)
    assert missing.status_code == 422
    assert "Needed when somebody else holds the policy." in missing.content.decode()
    holder = {"holder_family": "Amaro", "holder_given": "Diego", "holder_born": "1/1/01", "holder_sex": "M"}
    assert desk.post(path, {**child, **holder}).status_code == 302
    (policy,) = coverages_of(who)
    assert policy.relation is Relation.CHILD
    assert policy.subscriber is not None
    assert policy.subscriber.birth_date == date(2001, 1, 1)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"member_id": ""}, "required"),
        ({"starts": "soon"}, "Write a date"),
        ({"copay": "a bit"}, "Write an amount"),
        ({"ends": "12/31/2025"}, "ends before it starts"),
        ({"order": "1"}, "Prairie Mutual is the primary insurance since 01/01/2026."),
    ],
)
def test_a_policy_that_cannot_be_is_shown_again(
    desk: Client, office: Office, who: UUID, typed: dict[str, str], words: str
) -> None:
    path = f"/coverage/{who}/"
    desk.post(path, card(office))
    answer = desk.post(path, card(office, group="100", **{"order": "2", **typed}))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert 'value="100"' in page
    assert len(coverages_of(who)) == 1
