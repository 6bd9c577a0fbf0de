"""What other rooms may use of the chart."""

from medoffice.clinic.charting.actions.add_addendum import add_addendum
from medoffice.clinic.charting.actions.record_vitals import record_vitals
from medoffice.clinic.charting.actions.sign_note import sign_note
from medoffice.clinic.charting.actions.start_note import start_note
from medoffice.clinic.charting.actions.write_note import write_note
from medoffice.clinic.charting.queries import note, note_of, unsigned_notes, vitals_of

__all__ = [
    "add_addendum",
    "note",
    "note_of",
    "record_vitals",
    "sign_note",
    "start_note",
    "unsigned_notes",
    "vitals_of",
    "write_note",
]
