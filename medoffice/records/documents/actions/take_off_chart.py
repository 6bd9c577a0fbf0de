"""Take the papers that came inside of a message off the chart the message was filed on by mistake."""

from uuid import UUID

from django.db.models import F, Q

from medoffice.kernel.refusals import Invalid
from medoffice.records.documents.actions.laying import leaves_now
from medoffice.records.documents.actions.leaving import end_sign_off, tell_left, tell_privacy
from medoffice.records.documents.actions.splitting import done_with
from medoffice.records.documents.actions.writing import note, save, told
from medoffice.records.documents.models import Document, PaperFile
from medoffice.records.documents.queries.holds import holds_of
from medoffice.records.documents.types.papers import TAKEN_OFF, State
from medoffice.security.api import action, record
from medoffice.security.types import Actor

_STAYS = "The paper of a result that is another patient's is still on this chart: {}"


@action("documents.take_off")
def take_off_chart(*, actor: Actor, file_id: UUID, patient_id: UUID, why: str) -> int:
    """Set aside whatever this file became there until ``file_report`` files it on the right chart; how many stay.

    What is under legal hold, or has pages of another paper in it, stays: the privacy officer is told. Raises Invalid
    without a reason.
    """
    if not why.strip():
        raise Invalid("no-reason", "Say why.", "", {"fields": {"why": ["Say why."]}})
    PaperFile.objects.filter(id=file_id, for_patient=patient_id).update(for_patient=None)
    has = Q(file_id=file_id) | Q(leaves__file_id=file_id, leaves__arranged=F("arranged"))
    there = Q(state=State.INBOX) | Q(state=State.FILED, patient_id=patient_id)
    rows = Document.objects.select_for_update(of=("self",)).select_related("file")
    stay = 0
    for row in rows.filter(id__in=Document.objects.filter(has, there).values("id")).order_by("id"):
        stops = _stops(row)
        if not stops:
            _set_aside(actor, row, why)
        elif row.patient_id is not None:
            tell_privacy(actor, row.id, row.patient_id, _STAYS.format(stops))
            stay += 1
    record("document file", file_id, subjects=[patient_id], stay=stay)
    return stay


def _stops(row: Document) -> str:
    """Why it cannot leave by itself; "" if it can."""
    if len({leaf.file.id for leaf in leaves_now(row)}) > 1:
        return "pages of another paper are in it."
    return "it is under legal hold." if row.patient_id is not None and holds_of(row.patient_id, row.id) else ""


def _set_aside(actor: Actor, row: Document, why: str) -> None:
    wrong, before = row.patient_id, told(row)
    end_sign_off(actor, row, TAKEN_OFF)
    row.state, row.why, row.suggested = State.ASIDE, why.strip()[:200], {}
    row.patient_id = row.encounter_id = row.filed_at = None
    row.filed_by, row.about_id = "", row.id
    save(actor, row)
    note(actor, row, TAKEN_OFF, before=before, why=why)
    done_with(actor, row, TAKEN_OFF)
    if wrong is not None:
        tell_left(actor, row.id, wrong)
