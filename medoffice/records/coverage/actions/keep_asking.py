"""Ask again by itself what was not answered, until the day asked about is over."""

from datetime import timedelta
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from medoffice.kernel import clock
from medoffice.kernel.codec import from_json
from medoffice.practice.api import today_here
from medoffice.records.coverage.actions.call_payers import call_payers
from medoffice.records.coverage.actions.note_questions import check_row
from medoffice.records.coverage.actions.put_back import wait_again
from medoffice.records.coverage.models import Check
from medoffice.records.coverage.rules.line import OVERDUE
from medoffice.records.coverage.types import AskedAs, Asking, CheckState, Standing
from medoffice.security.api import action, record
from medoffice.security.types import Actor

LATER, MOST = timedelta(hours=1), 8


def keep_asking(*, actor: Actor) -> int:
    """Take up what is overdue and what payers could not answer yet, then call; returns how many were handed over."""
    if _overdue().exists() or _not_yet().exists():
        take_up_questions(actor=actor)
    return call_payers(actor=actor)


@action("coverage.ask")
def take_up_questions(*, actor: Actor) -> list[UUID]:
    """Overdue questions wait again; where the payer could not answer yet, a new one is noted. Returns the new ones."""
    for row in _overdue().select_for_update():
        wait_again(row, "No answer came.")
    fresh = []
    for row in _not_yet().select_for_update(of=("self",)):
        who: AskedAs = from_json(row.asked_as, AskedAs)
        asking = Asking(row.policy_id, row.on, row.visit_id)
        fresh.append(check_row(asking, who, row.patient_id, actor.name, row.tries + 1))
    Check.objects.bulk_create(fresh)
    record("eligibility_check", fresh[0].id if fresh else None, questions=len(fresh))
    return [row.id for row in fresh]


def _overdue() -> QuerySet[Check]:
    return Check.objects.filter(state=CheckState.ASKED, handed_at__lt=clock.now() - OVERDUE)


def _not_yet() -> QuerySet[Check]:
    """The latest questions of their kind whose payers said: later."""
    since = clock.now() - timedelta(days=1)
    latest = Check.objects.filter(policy_id=OuterRef("policy_id"), on=OuterRef("on")).order_by("-asked_at", "-id")
    rows = Check.objects.filter(
        state=CheckState.ANSWERED, result__standing=Standing.LATER.value, tries__lt=MOST, on__gte=today_here(),
        asked_at__gte=since, asked_at__lt=clock.now() - LATER,
    )  # fmt: skip
    return rows.filter(id=Subquery(latest.values("id")[:1])).order_by("id")
