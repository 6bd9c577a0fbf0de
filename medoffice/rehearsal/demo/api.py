"""What other rooms may use of the demo office."""

from medoffice.rehearsal.demo.actions.authorizations import payers_asked_of_day
from medoffice.rehearsal.demo.actions.build import (
    make_demo_world,
    open_the_door,
    play_weeks,
    resume_demo_world,
    working_day,
)
from medoffice.rehearsal.demo.actions.code_audits import audit_of_day
from medoffice.rehearsal.demo.actions.confidential import helper_of
from medoffice.rehearsal.demo.actions.devices import tracing_of_day
from medoffice.rehearsal.demo.actions.dictation import addenda_of_day
from medoffice.rehearsal.demo.actions.laboratory import laboratory_of_day
from medoffice.rehearsal.demo.actions.last_year import earlier_conditions, visits_of_last_year
from medoffice.rehearsal.demo.actions.office import set_up_office, surprise_office
from medoffice.rehearsal.demo.actions.office_hours import (
    HANDED,
    call_of_each_kind,
    calls_of_day,
    close_day,
    hand_on_an_emergency,
    schedule_of_day,
)
from medoffice.rehearsal.demo.actions.office_lab import controls_of_days
from medoffice.rehearsal.demo.actions.outreach import outreach_of_day
from medoffice.rehearsal.demo.actions.papers import papers_of_day
from medoffice.rehearsal.demo.actions.people import members_of, open_scene, patient_of, tell_payers
from medoffice.rehearsal.demo.actions.prescriptions import prescriptions_of_day
from medoffice.rehearsal.demo.actions.records import records_of_day
from medoffice.rehearsal.demo.actions.referrals import referrals_of_day
from medoffice.rehearsal.demo.actions.reports import report_of_day
from medoffice.rehearsal.demo.actions.slips import slips_of_day
from medoffice.rehearsal.demo.actions.telling import identity_of, policy_of
from medoffice.rehearsal.demo.actions.timeline import at, play, queue_of
from medoffice.rehearsal.demo.actions.twice import twice_registered
from medoffice.rehearsal.demo.actions.typing_reviews import reviews_of_days
from medoffice.rehearsal.demo.actions.upkeep import readings_of_days
from medoffice.rehearsal.demo.actions.visits import METHODS, code_visit, injury_at_work, visit_script

__all__ = [
    "HANDED",
    "METHODS",
    "addenda_of_day",
    "at",
    "audit_of_day",
    "call_of_each_kind",
    "calls_of_day",
    "close_day",
    "code_visit",
    "controls_of_days",
    "earlier_conditions",
    "hand_on_an_emergency",
    "helper_of",
    "identity_of",
    "injury_at_work",
    "laboratory_of_day",
    "make_demo_world",
    "members_of",
    "open_scene",
    "open_the_door",
    "outreach_of_day",
    "papers_of_day",
    "patient_of",
    "payers_asked_of_day",
    "play",
    "play_weeks",
    "policy_of",
    "prescriptions_of_day",
    "queue_of",
    "readings_of_days",
    "records_of_day",
    "referrals_of_day",
    "report_of_day",
    "resume_demo_world",
    "reviews_of_days",
    "schedule_of_day",
    "set_up_office",
    "slips_of_day",
    "surprise_office",
    "tell_payers",
    "tracing_of_day",
    "twice_registered",
    "visit_script",
    "visits_of_last_year",
    "working_day",
]
