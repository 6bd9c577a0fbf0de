"""Record versions in the database: of two who save at one moment one is shown the other's; nothing is overwritten."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier

import pytest
from django.db import connection, transaction

from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, Invalid
from medoffice.kernel.versions import save_changes
from medoffice.kernel.worlds import current
from medoffice.records.patients.models import Patient
from medoffice.records.patients.tests.makers import make_patient

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)


def make(phone: str = "") -> Patient:
    """A record that people edit."""
    return Patient.objects.get(id=make_patient(phone=phone))


def stored(record: Patient, field: str) -> object:
    return Patient.objects.values_list(field, flat=True).get(pk=record.pk)


def test_a_save_raises_the_version_and_says_who_and_when() -> None:
    record = make()
    with clock.frozen(NOON):
        fresh, changed = save_changes(record, {"phone": "1", "family": "Vale"}, seen_version=1, by="Lind")
    assert (changed, fresh.version, fresh.changed_by, fresh.changed_at) == (["phone"], 2, "Lind", NOON)
    assert stored(record, "phone") == "1"


def test_what_changes_nothing_saves_nothing_however_old() -> None:
    record = make(phone="1")
    assert save_changes(record, {"phone": "1"}, seen_version=0, by="Lind")[1] == []
    assert stored(record, "version") == 1


def test_a_stale_save_is_told_both_values_and_stores_none() -> None:
    record = make()
    with clock.frozen(NOON):
        save_changes(record, {"phone": "theirs", "email": "x@example.com"}, seen_version=1, by="Ruiz")
    with pytest.raises(Conflict) as conflict:
        save_changes(record, {"phone": "mine", "family": "Valé"}, seen_version=1, by="Lind")
    assert conflict.value.detail == {
        "mine": {"phone": "mine", "family": "Valé"},
        "theirs": {"phone": "theirs", "family": "Vale"},
        "changed_by": "Ruiz",
        "changed_at": NOON,
        "version": 2,
    }
    assert (stored(record, "phone"), stored(record, "family")) == ("theirs", "Vale")


def test_a_value_that_will_not_do_is_said_field_by_field() -> None:
    record = make()
    with pytest.raises(Invalid) as refusal:
        save_changes(record, {"family": "x" * 500}, seen_version=1, by="Lind")
    assert set(refusal.value.detail["fields"]) == {"family"}
    assert (stored(record, "version"), stored(record, "family")) == (1, "Vale")


def test_eight_who_save_at_once_from_one_version_are_one_and_seven(fresh_world: str) -> None:
    record, start = make(), Barrier(8)

    def save(number: int) -> str:
        with current.use(fresh_world):
            try:
                start.wait()
                with transaction.atomic():
                    save_changes(record, {"phone": f"{number}"}, seen_version=1, by=f"Person {number}")
                return f"{number}"
            except Conflict as conflict:
                return "" if conflict.detail["mine"] == {"phone": f"{number}"} else "not mine"
            finally:
                connection.close()

    with ThreadPoolExecutor(8) as pool:
        winners = list(filter(None, pool.map(save, range(8))))
    assert len(winners) == 1
    assert (stored(record, "phone"), stored(record, "version")) == (winners[0], 2)
