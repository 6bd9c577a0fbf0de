"""What other rooms may use of patient identity."""

from medoffice.records.patients.actions.change_patient import change_patient
from medoffice.records.patients.actions.decide_said import decide_said
from medoffice.records.patients.actions.end_permission import end_permission
from medoffice.records.patients.actions.join_household import join_household
from medoffice.records.patients.actions.leave_household import leave_household
from medoffice.records.patients.actions.merge_patients import merge_patients
from medoffice.records.patients.actions.note_said import note_said
from medoffice.records.patients.actions.permit_person import permit_person
from medoffice.records.patients.actions.register_patient import register_patient
from medoffice.records.patients.actions.rows import known_word_rows, name_word_rows, patient_row, permitted_row
from medoffice.records.patients.actions.set_guarantor import set_guarantor
from medoffice.records.patients.actions.set_label_size import set_label_size
from medoffice.records.patients.actions.unmerge_patients import unmerge_patients
from medoffice.records.patients.offers import (
    register_alert_place,
    register_banner_fact,
    register_banner_list,
    register_card_cause,
    register_identifier,
    register_merging,
    register_paper_section,
    register_patient_column,
    register_registration_part,
    register_together,
    register_unmerging,
)
from medoffice.records.patients.queries.card import primary_provider
from medoffice.records.patients.queries.duplicates import alike_patients
from medoffice.records.patients.queries.faces import faces_of
from medoffice.records.patients.queries.people import (
    banner,
    born_between,
    find_by_mrn,
    hits_of,
    household,
    known_by,
    patient,
    patients_by_id,
    permitted_people,
    permitting,
    said_by,
    search,
    told_on_paper,
    with_interpreter,
    years_of,
)
from medoffice.records.patients.rules.age import age_words
from medoffice.records.patients.rules.labels import code_of
from medoffice.records.patients.rules.names import tokens

__all__ = [
    "age_words",
    "alike_patients",
    "banner",
    "born_between",
    "change_patient",
    "code_of",
    "decide_said",
    "end_permission",
    "faces_of",
    "find_by_mrn",
    "hits_of",
    "household",
    "join_household",
    "known_by",
    "known_word_rows",
    "leave_household",
    "merge_patients",
    "name_word_rows",
    "note_said",
    "patient",
    "patient_row",
    "patients_by_id",
    "permit_person",
    "permitted_people",
    "permitted_row",
    "permitting",
    "primary_provider",
    "register_alert_place",
    "register_banner_fact",
    "register_banner_list",
    "register_card_cause",
    "register_identifier",
    "register_merging",
    "register_paper_section",
    "register_patient",
    "register_patient_column",
    "register_registration_part",
    "register_together",
    "register_unmerging",
    "said_by",
    "search",
    "set_guarantor",
    "set_label_size",
    "tokens",
    "told_on_paper",
    "unmerge_patients",
    "with_interpreter",
    "years_of",
]
