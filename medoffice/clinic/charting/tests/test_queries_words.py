"""The words of notes are found beside documents, and only by those who may read the note."""

import pytest

from medoffice.clinic.charting.models import Note
from medoffice.clinic.charting.queries.notes import found_in_notes
from medoffice.clinic.charting.tests.makers import make_note
from medoffice.practice.tests.makers import make_office
from medoffice.security.api import label_patient, label_visit
from medoffice.security.tests.makers import person
from medoffice.security.types import PROGRAM, Label

pytestmark = pytest.mark.django_db


def test_notes_are_found_by_their_words_as_far_as_labels_let() -> None:
    office = make_office()
    note = Note.objects.get(id=make_note(office, text="Asthma, worse at night; asthma plan given"))
    make_note(office, text="Sore throat")
    (hit,) = found_in_notes(office.provider, "asthma", None, 20).hits
    assert (hit.patient_id, hit.url) == (note.patient_id, f"/charting/{note.encounter_id}/")
    assert hit.text[hit.spans[0][0] : hit.spans[0][1]] == "Asthma"
    assert found_in_notes(office.provider, "asthma", make_note(office), 20).hits == ()
    assert found_in_notes(person("lind"), "asthma", None, 20).hits == ()
    label_patient(actor=PROGRAM, subject=note.patient_id, label=Label.VIP, why="known here")
    (closed,) = found_in_notes(office.provider, "asthma", None, 20).hits
    assert (closed.title, closed.text) == ("Opens with a reason", "")
    label_visit(
        actor=PROGRAM, subject=note.patient_id, things=[note.encounter_id], label=Label.PART2, why="counselling"
    )
    assert found_in_notes(person("chen"), "asthma", None, 20).hits == ()
