"""What compliance hears of and shows: emergencies in the privacy officer's queue, its place on the rail."""

from datetime import timedelta

from django.urls import reverse

from medoffice.kernel.facts import Delivery, listen
from medoffice.kernel.trace import Ref
from medoffice.management.compliance.rules.due import review_due
from medoffice.practice.api import closures, finish_work_about, office_zone, open_work, register_work_kind, sites
from medoffice.practice.types import WorkKind
from medoffice.security.api import access
from medoffice.security.types import PROGRAM, AccessBegan, AccessReviewed, Role
from medoffice.ui.navigation import NavItem, register_navigation


def _url(ref: Ref) -> str:
    return reverse("compliance:review", args=[ref.id])


def _access_began(delivery: Delivery) -> None:
    """An emergency is told at once; a known person's record opened with a reason waits in the list of reviews."""
    if not delivery.fact.emergency:
        return
    began, zone = access(delivery.fact.access_id).began_at, office_zone()
    today = began.astimezone(zone).date()
    closed = closures([place.id for place in sites()[:1]], today, today + timedelta(days=14))
    open_work(
        actor=PROGRAM,
        kind="glass",
        title=f"{delivery.fact.who} broke the glass",
        ref=Ref("access", delivery.fact.access_id),
        patient_id=delivery.fact.subject,
        priority=1,
        due_at=review_due(began, zone, {one.on for one in closed}),
        key=str(delivery.fact.access_id),
    )


def _access_reviewed(delivery: Delivery) -> None:
    finish_work_about(actor=PROGRAM, ref=Ref("access", delivery.fact.access_id), outcome="reviewed")


listen(AccessBegan, _access_began)
listen(AccessReviewed, _access_reviewed)
register_work_kind(WorkKind("glass", "emergency access to review", Role.PRIVACY_OFFICER, 48, _url))
register_navigation(NavItem("privacy", "Privacy", "compliance:reviews", "security.review", 94))
