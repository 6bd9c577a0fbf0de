"""What other rooms may use of the chart."""

from medoffice.clinic.charting.actions.add_addendum import add_addendum
from medoffice.clinic.charting.actions.note_gestation import note_gestation
from medoffice.clinic.charting.actions.record_vitals import record_vitals
from medoffice.clinic.charting.actions.rows import (
    author_of,
    code_work_title,
    note_row,
    note_signed,
    sign_work_title,
    vitals_row,
)
from medoffice.clinic.charting.actions.sign_note import sign_note
from medoffice.clinic.charting.actions.start_note import start_note
from medoffice.clinic.charting.actions.write_note import write_note
from medoffice.clinic.charting.queries import note, note_of, unsigned_notes, vitals_of

__all__ = [
    "add_addendum",
    "author_of",
    "code_work_title",
    "note",
    "note_gestation",
    "note_of",
    "note_row",
    "note_signed",
    "record_vitals",
    "sign_note",
    "sign_work_title",
    "start_note",
    "unsigned_notes",
    "vitals_of",
    "vitals_row",
    "write_note",
]
