"""The log of stages is history: neither the program nor the owner of the database can change it."""

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.trace import Ref
from medoffice.kernel.worlds import current
from medoffice.practice.tests.makers import make_office
from medoffice.records.encounters.api import stages_of
from medoffice.records.encounters.tests.makers import EVENING, begin
from medoffice.records.patients.tests.makers import make_patient

CHANGES = ["UPDATE encounter_stage SET by = 'Nox'", "DELETE FROM encounter_stage", "TRUNCATE encounter_stage"]


@pytest.mark.usefixtures("fresh_world")
def test_nobody_changes_the_log(fresh_world: str) -> None:
    clock.freeze(EVENING)
    visit = begin(make_office(), make_patient(), Ref("appointment", new_id()))
    before = stages_of(visit)
    for statement in CHANGES:
        with pytest.raises(DatabaseError) as refused, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
        assert isinstance(refused.value.__cause__, psycopg.errors.InsufficientPrivilege), "no right"
        with (
            current.use(fresh_world, current.OWNER),
            pytest.raises(DatabaseError) as stopped,
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)
        assert not isinstance(stopped.value.__cause__, psycopg.errors.InsufficientPrivilege), "a trigger"
    assert stages_of(visit) == before
