"""Take what was filed on the wrong patient's chart off it again."""

from collections.abc import Iterable
from uuid import UUID

from medoffice.clinic.orders.api import wait_again
from medoffice.clinic.results.actions.filing import ask_sign_off, put_in_tray, save
from medoffice.clinic.results.actions.note_entry import held_report
from medoffice.clinic.results.models import LabMessage, LabReport, LabResult
from medoffice.clinic.results.types import FOUND_HERE, WITHDRAWN, Level, MessageState, ReportState, ResultsFiled
from medoffice.kernel import clock
from medoffice.kernel.facts import publish
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.records.documents.api import take_off_chart as take_paper_off
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("results.match")
def take_off_chart(*, actor: Actor, report_id: UUID, seen_version: int, why: str) -> list[UUID]:
    """Every result that came with it is withdrawn there and stays to be read; what came waits in the tray again.

    An order that it answered is waited for anew. A provider signs off that it was wrong, for somebody may have acted
    by it. Returns the messages. Raises NotFound, Invalid without why, Refusal for what was taken off or changed
    meanwhile, and for what was entered in the office: that is corrected where it was entered.
    """
    row = held_report(report_id)
    require(actor, "results.match", row.patient_id, row.about_id)
    if not why.strip():
        words = "Say how you know that it is another patient's."
        raise Invalid("why-missing", words, "", {"fields": {"why": [words]}})
    if row.version != seen_version or row.status == WITHDRAWN:
        words = f"{row.changed_by or 'Somebody'} changed this meanwhile."
        raise Refusal("changed-meanwhile", words, "Open it again.")
    reports, came = _all_of(row)
    if any(one.why == FOUND_HERE for one in came):
        raise Refusal("entered-here", "This was entered in the office.", "Correct or strike it where it was entered.")
    said = f"Taken off this chart by {actor.name}: {why.strip()[:300]}"
    if stay := _papers_off(actor, row.patient_id, [one.id for one in reports], why):
        said += "\nA paper of it is still on this chart; the privacy officer is told why."
    for one in reports:
        _withdraw(actor, one, said)
    for message in came:
        message.patient_id = None
        put_in_tray(actor, message, f"it was on another chart: {why.strip()}")
    record("lab_report", row.id, subjects=[row.patient_id], taken_off=len(reports), papers_stay=stay)
    return [one.id for one in came]


def _all_of(row: LabReport) -> tuple[list[LabReport], list[LabMessage]]:
    """The reports of the patient that came together with this one, and the messages they came in, locked."""
    reports, came = {row.id}, {row.message_id}
    while True:
        results = LabResult.objects.filter(report__patient_id=row.patient_id)
        more = set(results.filter(report_id__in=reports).values_list("message_id", flat=True)) | came
        also = set(results.filter(message_id__in=more).values_list("report_id", flat=True)) | reports
        if (also, more) == (reports, came):
            break
        reports, came = also, more
    rows = LabMessage.objects.select_for_update().filter(id__in=came, state=MessageState.FILED)
    return list(LabReport.objects.select_for_update().filter(id__in=reports)), list(rows.order_by("came_at", "id"))


def _papers_off(actor: Actor, patient_id: UUID, reports: Iterable[UUID], why: str) -> int:
    """The papers of these reports leave the chart as well, filed or not; how many stay. One of another's too stays."""
    mine = LabResult.objects.filter(report_id__in=reports, file_id__isnull=False)
    others = LabResult.objects.filter(report__patient_id=patient_id, file_id__isnull=False)
    kept = set(
        others.exclude(report_id__in=reports).exclude(report__status=WITHDRAWN).values_list("file_id", flat=True)
    )
    files = set(mine.values_list("file_id", flat=True)) - kept
    mine.filter(document=None).update(file_id=None)
    return sum(
        take_paper_off(actor=actor, file_id=one, patient_id=patient_id, why=why) for one in sorted(filter(None, files))
    )


def _withdraw(actor: Actor, report: LabReport, said: str) -> None:
    for standing in LabResult.objects.filter(report=report, replaced_by=None).exclude(status=WITHDRAWN):
        _taken_back(standing)
    order_id, ref = report.order_id, Ref("lab_report", report.id)
    report.status, report.corrected, report.level = WITHDRAWN, True, Level.NORMAL
    report.critical_since = report.raised_at = None
    report.state, report.signed_by, report.signed_at = ReportState.OPEN, "", None
    report.notes = "\n".join(filter(None, (report.notes, said)))
    save(actor, report)
    finish_work_about(actor=actor, ref=ref, outcome="taken off the chart")
    ask_sign_off(actor, report)
    if order_id is not None:
        wait_again(actor=actor, order_id=order_id, why=said)
    publish(ResultsFiled(report.id, report.patient_id, corrected=True), subject=report.id)


def _taken_back(standing: LabResult) -> None:
    """A further version of a result that says it was wrong; said when that was, so that it may be put there again."""
    before = standing.id
    standing.id, standing.status, standing.level = new_id(), WITHDRAWN, Level.NORMAL
    standing.came_at = clock.now()
    standing.file_id = standing.document_id = None
    LabResult.objects.filter(id=before).update(replaced_by_id=standing.id)
    standing.save(force_insert=True)
