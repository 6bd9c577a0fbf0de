"""A signed note never changes: a trigger says so to the program and to the owner of the database alike."""

import pytest
from django.db import DatabaseError, connection, transaction

from medoffice.clinic.charting.api import add_addendum, note, write_note
from medoffice.clinic.charting.tests.makers import make_note
from medoffice.kernel.worlds import current
from medoffice.practice.tests.makers import make_office
from medoffice.security.types import PROGRAM

CHANGES = [
    "UPDATE note SET text = 'Other words' WHERE signed_at IS NOT NULL",
    "UPDATE note SET signed_at = NULL, sha256 = '' WHERE signed_at IS NOT NULL",
    "UPDATE note SET author = 'Nox' WHERE signed_at IS NOT NULL",
    "DELETE FROM note_addendum",
    "UPDATE note_addendum SET text = 'Other words'",
    "DELETE FROM note WHERE signed_at IS NOT NULL",
    "TRUNCATE note CASCADE",
    "TRUNCATE note_addendum",
]


@pytest.mark.usefixtures("fresh_world")
def test_nobody_changes_a_signed_note(fresh_world: str) -> None:
    office = make_office()
    signed, draft = make_note(office, signed=True), make_note(office)
    add_addendum(actor=office.provider, note_id=signed, text="Culture is negative.")
    before = note(signed)
    for role in (current.APP, current.OWNER):
        with current.use(fresh_world, role):
            for statement in CHANGES:
                with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                    cursor.execute(statement)
    assert note(signed) == before
    write_note(actor=PROGRAM, note_id=draft, text="A draft may change.", seen_version=1)
    assert note(draft).text == "A draft may change."
