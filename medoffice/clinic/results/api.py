"""What other rooms may use of results."""

from medoffice.clinic.results.actions.enter_own import enter_own, take_own
from medoffice.clinic.results.actions.follow_up import follow_up
from medoffice.clinic.results.actions.note_entry import note_entry, tell_patient
from medoffice.clinic.results.actions.receive import receive
from medoffice.clinic.results.actions.return_message import return_message
from medoffice.clinic.results.actions.sign_report import sign_report
from medoffice.clinic.results.actions.take_off_chart import take_off_chart
from medoffice.clinic.results.offers import register_result_source
from medoffice.clinic.results.queries.matching import whose_is
from medoffice.clinic.results.queries.messages import message, tray
from medoffice.clinic.results.queries.reports import (
    filed_count,
    open_count,
    open_reports,
    report,
    reports_found_by,
    reports_of,
    results_of,
)
from medoffice.clinic.results.rules.answering import why_not_taken
from medoffice.clinic.results.rules.trend import trend_of

__all__ = [
    "enter_own",
    "filed_count",
    "follow_up",
    "message",
    "note_entry",
    "open_count",
    "open_reports",
    "receive",
    "register_result_source",
    "report",
    "reports_found_by",
    "reports_of",
    "results_of",
    "return_message",
    "sign_report",
    "take_off_chart",
    "take_own",
    "tell_patient",
    "tray",
    "trend_of",
    "whose_is",
    "why_not_taken",
]
