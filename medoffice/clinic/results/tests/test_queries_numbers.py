"""Whether a number came before is looked up in an index, however many messages there are."""

import hashlib

import pytest
from django.db import connection

from medoffice.clinic.results.models import LabMessage
from medoffice.clinic.results.queries.messages import came_under
from medoffice.kernel import clock
from medoffice.kernel.ids import new_id

pytestmark = pytest.mark.django_db
MANY = 4_000


def kept(control: str, state: str = "filed", facility: str = "PRAIRIE LAB") -> LabMessage:
    return LabMessage(
        id=new_id(), sender="LIS", facility=facility, control_id=control, kind="ORU^R01", data=b"x", size=1,
        sha256=hashlib.sha256(control.encode()).hexdigest(), came_at=clock.now(), ack_code="AA", ack=b"x", state=state,
    )  # fmt: skip


def test_a_number_that_came_before_is_looked_up_and_not_searched_for() -> None:
    LabMessage.objects.bulk_create([kept(f"M{number}") for number in range(MANY)])
    LabMessage.objects.bulk_create([kept("M7", "refused"), kept("M7", facility="OTHER"), kept("")])
    asked = [f"M{number}" for number in range(0, 640, 10)]
    with connection.cursor() as cursor:  # nobody has counted this small table yet; of a large one it is the same
        cursor.execute("SET LOCAL enable_seqscan = off")
    plan = came_under(asked).explain()
    assert "lab_message_number" in plan
    assert "Seq Scan" not in plan
    assert "Filter" not in plan
    assert came_under(asked).count() == len(asked)
    assert sorted((row.facility, row.state) for row in came_under(["M7", ""])) == [
        ("OTHER", "filed"), ("PRAIRIE LAB", "filed"), ("PRAIRIE LAB", "refused")
    ]  # fmt: skip
    assert list(came_under([""])) == []
