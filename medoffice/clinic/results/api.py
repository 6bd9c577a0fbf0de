"""What other rooms may use of results."""

from medoffice.clinic.results.actions.receive import receive
from medoffice.clinic.results.actions.sign_report import sign_report
from medoffice.clinic.results.queries.messages import message, tray
from medoffice.clinic.results.queries.reports import open_count, open_reports, report, reports_of, results_of

__all__ = [
    "message",
    "open_count",
    "open_reports",
    "receive",
    "report",
    "reports_of",
    "results_of",
    "sign_report",
    "tray",
]
