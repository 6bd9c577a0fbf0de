"""What other rooms may use of the chart."""

from medoffice.clinic.charting.actions.add_addendum import add_addendum
from medoffice.clinic.charting.actions.amend_entry import amend_entry
from medoffice.clinic.charting.actions.attest_list import attest_list
from medoffice.clinic.charting.actions.change_entry import change_entry
from medoffice.clinic.charting.actions.cosign_note import cosign_note
from medoffice.clinic.charting.actions.decide_incoming import decide_incoming
from medoffice.clinic.charting.actions.decide_noted import decide_noted
from medoffice.clinic.charting.actions.enter_on_list import enter_on_list
from medoffice.clinic.charting.actions.leave_incoming import leave_incoming
from medoffice.clinic.charting.actions.note_gestation import note_gestation
from medoffice.clinic.charting.actions.recode_note_template import recode_note_template
from medoffice.clinic.charting.actions.record_vitals import record_vitals
from medoffice.clinic.charting.actions.revise_note import revise_note
from medoffice.clinic.charting.actions.route_notes import route_notes
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
from medoffice.clinic.charting.actions.strike_entry import strike_entry
from medoffice.clinic.charting.actions.take_in_entries import take_in_entries
from medoffice.clinic.charting.actions.take_over_chart import take_over_chart, taken_over
from medoffice.clinic.charting.actions.write_note import write_note
from medoffice.clinic.charting.offers import (
    register_allergy_classes,
    register_copies,
    register_deficiency,
    register_heard_at,
)
from medoffice.clinic.charting.queries.beside import going_with
from medoffice.clinic.charting.queries.chart import (
    chart_of,
    charts_of,
    cosigning_of,
    incoming_of,
    last_period_of,
    takings_of,
    vitals_of,
)
from medoffice.clinic.charting.queries.coded import problems_coded
from medoffice.clinic.charting.queries.noted import noted_at
from medoffice.clinic.charting.queries.notes import note, note_of, notes_standing, unsigned_notes
from medoffice.clinic.charting.queries.templates import note_templates
from medoffice.clinic.charting.rules.checking import check_told
from medoffice.clinic.charting.rules.history import holds
from medoffice.clinic.charting.rules.periods import may_be_pregnant

__all__ = [
    "add_addendum",
    "amend_entry",
    "attest_list",
    "author_of",
    "change_entry",
    "chart_of",
    "charts_of",
    "check_told",
    "code_work_title",
    "cosign_note",
    "cosigning_of",
    "decide_incoming",
    "decide_noted",
    "enter_on_list",
    "going_with",
    "holds",
    "incoming_of",
    "last_period_of",
    "leave_incoming",
    "may_be_pregnant",
    "note",
    "note_gestation",
    "note_of",
    "note_row",
    "note_signed",
    "note_templates",
    "noted_at",
    "notes_standing",
    "problems_coded",
    "recode_note_template",
    "record_vitals",
    "register_allergy_classes",
    "register_copies",
    "register_deficiency",
    "register_heard_at",
    "revise_note",
    "route_notes",
    "sign_note",
    "sign_work_title",
    "start_note",
    "strike_entry",
    "take_in_entries",
    "take_over_chart",
    "taken_over",
    "takings_of",
    "unsigned_notes",
    "vitals_of",
    "vitals_row",
    "write_note",
]
