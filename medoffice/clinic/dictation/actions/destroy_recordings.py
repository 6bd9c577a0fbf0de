"""Destroy recordings whose time is over."""

from datetime import timedelta

from django.db.models import Exists, OuterRef

from medoffice.clinic.dictation.actions.forget_sound import forget_sound
from medoffice.clinic.dictation.actions.rows import step
from medoffice.clinic.dictation.models import Dictation, Recording
from medoffice.clinic.dictation.queries.paces import kinds, paces
from medoffice.clinic.dictation.rules.due import pace_on
from medoffice.clinic.dictation.types.dictations import Verb
from medoffice.kernel import clock, files
from medoffice.practice.api import office_zone
from medoffice.records.documents.api import holds_of
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.destroy")
def destroy_recordings(*, actor: Actor) -> int:
    """The sound of what was signed or rejected, after the days that its kind is kept; returns how many.

    The row stays and says since when it is gone. What a chart on legal hold has stays.
    """
    known, now, count = paces(), clock.now(), 0
    today = clock.today(office_zone())
    for kind in kinds():
        before = now - timedelta(days=pace_on(known, kind, today).keep_days)
        rows = Dictation.objects.filter(kind=kind, ended_at__lte=before)
        due = rows.filter(Exists(Recording.objects.filter(dictation=OuterRef("id"), gone_at=None)))
        for row in due.select_for_update():
            if not holds_of(row.patient_id):
                count += _destroy(actor, row)
    return count


def _destroy(actor: Actor, row: Dictation) -> int:
    there = list(Recording.objects.filter(dictation=row, gone_at=None))
    for one in there:
        digest, one.sha256, one.gone_at = one.sha256, "", clock.now()
        one.save(update_fields=["sha256", "gone_at"])
        if not Recording.objects.filter(sha256=digest).exists() and not files.named_by_others([digest], Recording):
            forget_sound(digest)
    step(actor, row, Verb.DESTROY, f"{len(there)}")
    record("dictation", row.id, subjects=[row.patient_id])
    return len(there)
