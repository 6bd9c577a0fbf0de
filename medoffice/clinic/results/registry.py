"""What results offer to other rooms: their kinds of work, their place in the chain, the way from a patient, a check."""

from collections.abc import Sequence
from uuid import UUID

from django.urls import reverse

from medoffice.clinic.results.actions.follow_reports import follow_reports
from medoffice.clinic.results.actions.raise_critical import LATE
from medoffice.clinic.results.queries.copying import (
    SOURCE,
    found_in_results,
    result_enclosed,
    result_to_copy,
    results_to_copy,
    results_to_enclose,
)
from medoffice.clinic.results.queries.messages import row_of, waits_too_long
from medoffice.clinic.results.queries.reports import report, reports_of_order, results_of
from medoffice.clinic.results.rules.silence import QUIET
from medoffice.clinic.results.types import BACK, TASK, ResultsFiled
from medoffice.clinic.results.views import panel
from medoffice.front_office.referrals.api import register_packet_part
from medoffice.front_office.referrals.types import PartSource
from medoffice.kernel.checks import Checked, register_check
from medoffice.kernel.facts import fact
from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref, Step, register_effects, tracers
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.practice.api import register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.records.documents.api import register_chart_text
from medoffice.records.patients.api import register_unmerging
from medoffice.records.releases.api import register_source
from medoffice.records.releases.types import Source
from medoffice.security.types import Role
from medoffice.ui.navigation import Command, NavItem, register_command, register_navigation
from medoffice.ui.panels import register_panel

_LATE = 15  # minutes


def _report_url(ref: Ref) -> str:
    return reverse("results:report", args=[ref.id])


def _whose_url(ref: Ref) -> str:
    return reverse("results:whose", args=[ref.id])


def _message_url(ref: Ref) -> str:
    return reverse("results:message", args=[ref.id])


def _refused_url(ref: Ref) -> str:
    return reverse("results:refused", args=[ref.id])


def _laboratories_url(_: Ref) -> str:
    return reverse("results:laboratories")


def _trace(report_id: UUID) -> Step | None:
    """What came of an order, with the message it came in."""
    try:
        one = report(report_id)
    except NotFound:
        return None
    found = results_of([one.id]).get(one.id, [])
    told = "; ".join(f"{result.words} {result.value} {result.unit}".strip() for result in found[:6])
    causes = [Ref("order", one.order_id)] if one.order_id else []
    message = row_of(found[0].message_id) if found else None
    return Step(
        ref=Ref("lab_report", one.id),
        stage="note",
        title="Laboratory report",
        words=f"{one.words}, {one.state.value}",
        causes=tuple(causes),
        at=one.reported_at or one.came_at,
        who=one.signed_by or one.laboratory,
        url=_report_url(Ref("lab_report", one.id)),
        details=(("message", message.control_id), ("sha256", message.sha256)) if message else (),
        quote=told,
        quote_span=(0, len(told)),
        subject=one.patient_id,
        needs="results.read",
        opens="results.read",
        visit=one.about_id,
    )


def _of_order(order_id: UUID) -> list[Ref]:
    return [Ref("lab_report", one.id) for one in reports_of_order(order_id)]


def _check() -> Sequence[Checked]:
    late = waits_too_long(_LATE)
    words = f"{late} messages of laboratories wait longer than {_LATE} minutes to be filed."
    findings = (Finding("results-wait", "lab_message", words, Severity.WARNING),) if late else ()
    return [Checked("results", "messages of laboratories that wait", f"{late} wait too long", findings)]


fact(ResultsFiled)
tracers.register("lab_report", _trace)
register_effects("order", _of_order)
register_check("results", _check)
register_work_kind(WorkKind("result-sign", "result to sign off", Role.PROVIDER, 24, _report_url))
register_work_kind(WorkKind("result-critical", "critical result", Role.PROVIDER, 1, _report_url))
register_work_kind(WorkKind("lab-unmatched", "result of nobody yet", Role.MEDICAL_ASSISTANT, 4, _message_url))
register_work_kind(
    WorkKind("lab-refused", "laboratory's message that was refused", Role.MEDICAL_ASSISTANT, 8, _refused_url)
)
register_work_kind(WorkKind(QUIET, "laboratory that has gone silent", Role.MEDICAL_ASSISTANT, 2, _laboratories_url))
register_work_kind(WorkKind(LATE, "critical result nobody has seen", Role.NURSE, 1, _report_url))
register_work_kind(WorkKind(TASK, "task about a result", Role.MEDICAL_ASSISTANT, 24, _report_url))
register_work_kind(WorkKind(BACK, "visit to book after a result", Role.RECEPTIONIST, 24, _whose_url))
register_append_only("lab_entry")
register_unmerging("results", follow_reports)
register_panel("patient", panel)
register_source(Source(SOURCE, "Results", results_to_copy, result_to_copy))
register_packet_part(SOURCE, PartSource(results_to_enclose, result_enclosed))
register_chart_text("results", found_in_results)
register_navigation(NavItem("results", "Results", "results:desk", "results.read", 34))
register_command(Command("Results of nobody yet", "results:tray", "results.match"))
register_command(Command("Laboratories: when each last sent", "results:laboratories", "results.read"))
