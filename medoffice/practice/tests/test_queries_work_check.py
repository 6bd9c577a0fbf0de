"""The check of the work queue: nobody's work, unknown work, late work."""

from datetime import timedelta
from uuid import uuid4

import pytest

from medoffice.kernel import clock
from medoffice.practice.models import WorkItem
from medoffice.practice.queries import work_check
from medoffice.security.tests.makers import make_user, person
from medoffice.security.types import Role

pytestmark = pytest.mark.django_db


def _item(kind: str = "proof", hours: int = 24) -> WorkItem:
    now = clock.now()
    return WorkItem.objects.create(
        kind=kind,
        title="Does not hold",
        queue=Role.BOOKKEEPER,
        opened_at=now,
        due_at=now + timedelta(hours=hours),
        ref_kind="proof",
        ref_id=uuid4(),
    )


def _codes() -> list[str]:
    return [finding.code for finding in work_check()[0].findings]


def test_work_without_anybody_to_do_it_fails_until_somebody_has_the_role() -> None:
    assert work_check()[0].ok
    _item()
    assert _codes() == ["work-unowned"]
    assert not work_check()[0].ok
    person("vega")
    assert _codes() == []


def test_overdue_work_warns_and_work_of_an_unknown_kind_fails() -> None:
    make_user("chen", "Wei Chen", Role.BOOKKEEPER)
    _item(hours=-1)
    assert _codes() == ["work-overdue"]
    assert work_check()[0].ok
    _item(kind="never heard of")
    assert _codes() == ["work-unknown", "work-overdue"]
    assert not work_check()[0].ok
