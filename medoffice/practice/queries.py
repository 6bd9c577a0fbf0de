"""Reads of the practice and of its work queue. Each function is one query unless it says otherwise.

What hardly ever changes is asked once while a page is read.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet
from django.utils.timezone import get_current_timezone, get_default_timezone

from medoffice.kernel import clock
from medoffice.kernel.checks import Checked
from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.reading import once
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice import models
from medoffice.practice.offers import work_kinds
from medoffice.practice.types import (
    Address,
    Closure,
    ExamRoom,
    Payer,
    Practice,
    Site,
    StaffMember,
    WorkItem,
    WorkState,
)
from medoffice.security.api import kept, permitted, role_is_held
from medoffice.security.types import Actor, Role

REASON = "encounters.reason"  # the word for what a visit is for


def practice_is_set_up() -> bool:
    """Whether the owner has entered the office."""
    return models.Practice.objects.exists()


@once
def practice() -> Practice:
    """The office. Raises Refusal if it is not set up."""
    row = models.Practice.objects.first()
    if row is None:
        raise Refusal("not-set-up", "The practice is not set up yet.", "The owner enters its name and numbers first.")
    return Practice(row.id, row.name, row.npi, row.tax_id, row.taxonomy, row.phone, _address(row))


@once
def sites() -> list[Site]:
    """All sites by name."""
    return [_site(row) for row in models.Site.objects.order_by("name")]


def office_zone() -> ZoneInfo:
    """The zone in which the office as a whole counts its days: its first site's, or UTC before there is one."""
    return ZoneInfo(next((place.zone for place in sites()), "UTC"))


def today_here() -> date:
    """The date at the site of the person at the screen (no query); where there is no screen, the office's date."""
    here = get_current_timezone()
    return clock.today(office_zone()) if here == get_default_timezone() else clock.now().astimezone(here).date()


def day_here(at: datetime) -> date:
    """Which day it was where the office is. As ``office_zone``."""
    return at.astimezone(office_zone()).date()


def site(site_id: UUID) -> Site:
    """A site. Raises NotFound."""
    row = models.Site.objects.filter(id=site_id).first()
    if row is None:
        raise NotFound
    return _site(row)


def exam_rooms(site_id: UUID) -> list[ExamRoom]:
    """The rooms of a site by name."""
    rows = models.ExamRoom.objects.filter(site_id=site_id).order_by("name")
    return [ExamRoom(row.id, row.site_id, row.name) for row in rows]


@once
def staff() -> list[StaffMember]:
    """Everybody who works here, by family name."""
    return [_staff(row) for row in models.Staff.objects.order_by("family_name", "name")]


@once
def providers(site_id: UUID | None = None) -> list[StaffMember]:
    """Those who see patients and sign; of one site if given."""
    rows = models.Staff.objects.filter(is_provider=True).order_by("family_name", "name")
    return [_staff(row) for row in (rows.filter(site_id=site_id) if site_id else rows)]


def staff_member(staff_id: UUID) -> StaffMember:
    """Somebody who works here. Raises NotFound."""
    row = models.Staff.objects.filter(id=staff_id).first()
    if row is None:
        raise NotFound
    return _staff(row)


@once
def staff_of_user(user_id: UUID) -> StaffMember | None:
    """The staff member behind an account, if there is one."""
    row = models.Staff.objects.filter(user_id=user_id).first()
    return _staff(row) if row else None


def is_closed(site_id: UUID, on: date) -> str | None:
    """Why a site is closed on a date, or None."""
    row = models.Closure.objects.filter(site_id=site_id, on=on).first()
    return row.reason if row else None


def closures(site_ids: Collection[UUID], first: date, last: date | None = None) -> list[Closure]:
    """The days on which these sites are closed, from first on (to last), soonest first."""
    rows = models.Closure.objects.filter(site_id__in=site_ids, on__gte=first).order_by("on")
    rows = rows.filter(on__lte=last) if last else rows
    return [Closure(row.id, row.site_id, row.on, row.reason) for row in rows]


@once
def payers() -> list[Payer]:
    """All payers by name."""
    return [_payer(row) for row in models.Payer.objects.order_by("name")]


def payer(payer_id: UUID) -> Payer:
    """A payer. Raises NotFound."""
    return _one_payer(Q(id=payer_id))


def payer_by_key(key: str) -> Payer:
    """A payer by the office's own key. Raises NotFound."""
    return _one_payer(Q(key=key))


def payer_by_number(number: str) -> Payer:
    """A payer by its id on the wire; a blank id matches nothing. Raises NotFound."""
    return _one_payer(Q(number=number) & ~Q(number=""))


def last_numbers() -> dict[str, int]:
    """The last number given out under each prefix. One query."""
    return dict(models.NumberSequence.objects.values_list("prefix", "last"))


def work_items(actor: Actor, queue: str | None = None, limit: int = 100) -> list[WorkItem]:
    """What waits for this person: what is theirs and their roles' queues (or one queue), most pressing first.

    Two queries.
    """
    rows = permitted(actor, "work.do", _open_work()).select_related("owner")
    mine = [role.value for role in Role if actor.holds(frozenset({role}))]
    rows = rows.filter(queue=queue) if queue else rows.filter(Q(queue__in=mine) | Q(owner_id=actor.id))
    now = clock.now()
    return _as_seen(actor, rows.order_by("priority", "due_at", "id")[:limit], now)


def open_of_kinds(kinds: Iterable[str]) -> int:
    """How many items of these kinds are open. One query."""
    return _open_work().filter(kind__in=list(kinds)).count()


def work_item(actor: Actor, item_id: UUID) -> WorkItem:
    """An item of the queue, done or not. Raises NotFound if there is none or the actor may not see it. Two queries."""
    rows = permitted(actor, "work.do", models.WorkItem.objects.filter(id=item_id))
    found = _as_seen(actor, rows.select_related("owner"), clock.now())
    if not found:
        raise NotFound
    return found[0]


def _as_seen(actor: Actor, rows: Iterable[models.WorkItem], now: datetime) -> list[WorkItem]:
    """Items; where a title speaks of a visit that is kept from the actor, it does not say what."""
    found = list(rows)
    about = {(row.patient_id, row.visit_id) for row in found if row.patient_id and row.visit_id}
    closed = kept(actor, REASON, about)
    return [
        replace(item, title="Confidential visit") if (row.patient_id, row.visit_id) in closed else item
        for row, item in ((row, _item(row, now)) for row in found)
    ]


def open_work_count() -> int:
    """How many items are open in the whole office."""
    return _open_work().count()


def unowned_work() -> int:
    """How many open items lie in a queue that nobody active has the role for. Must be zero."""
    queues = set(_open_work().values_list("queue", flat=True))
    orphaned = [queue for queue in queues if not role_is_held(Role(queue))]
    return _open_work().filter(queue__in=orphaned).count()


def work_check() -> list[Checked]:
    """Every open item lies in a queue somebody works in, is of a kind the program knows, and is not overdue."""
    rows, unowned = _open_work(), unowned_work()
    late = rows.filter(due_at__lt=clock.now()).count()
    unknown = sorted(set(rows.exclude(kind__in=list(work_kinds)).values_list("kind", flat=True)))
    found = [Finding("work-unknown", kind, f"Work of the kind {kind} has no page to do it on.") for kind in unknown]
    if unowned:
        words = f"{unowned} items lie in a queue that nobody has the role for. Give the role to somebody."
        found.append(Finding("work-unowned", "work queue", words))
    if late:
        found.append(Finding("work-overdue", "work queue", f"{late} items are overdue.", Severity.WARNING))
    told = f"{rows.count()} open, {unowned} without anybody to do them, {late} overdue"
    return [Checked("work", "every work item has somebody to do it, in time", told, tuple(found))]


def work_about(ref: Ref) -> UUID | None:
    """The open item about this thing, if there is one."""
    return _open_work().filter(ref_kind=ref.kind, ref_id=ref.id).values_list("id", flat=True).first()


def work_on(actor: Actor, ref: Ref, *kinds: str) -> list[WorkItem]:
    """The open items of these kinds about a thing, as the actor may see them, what is due first first. Two queries."""
    rows = permitted(actor, "work.do", _open_work().filter(ref_kind=ref.kind, ref_id=ref.id, kind__in=kinds))
    return _as_seen(actor, rows.select_related("owner").order_by("due_at", "id"), clock.now())


def holds_work_about(actor: Actor, ref: Ref) -> bool:
    """Whether an open item about this thing is the actor's, or anybody's of a role they have. One query."""
    mine = [role.value for role in Role if actor.holds(frozenset({role}))]
    rows = _open_work().filter(ref_kind=ref.kind, ref_id=ref.id)
    return rows.filter(Q(owner_id=actor.id) | Q(owner=None, queue__in=mine)).exists()


def work_was_opened(kind: str, key: str) -> bool:
    """Whether an item of a kind was ever opened under this key, open or done. One query."""
    return models.WorkItem.objects.filter(kind=kind, key=key).exists()


def work_last_finished(kind: str, ref_id: UUID) -> datetime | None:
    """When the last item of a kind about this thing was finished. One query."""
    rows = models.WorkItem.objects.filter(kind=kind, ref_id=ref_id, finished_at__isnull=False)
    return rows.order_by("-finished_at").values_list("finished_at", flat=True).first()


def work_is_open(kind: str, key: str) -> bool:
    """Whether an item of a kind is open under this key. One query."""
    return _open_work().filter(kind=kind, key=key).exists()


def open_items_of(kind: str) -> list[tuple[UUID, UUID, datetime, datetime]]:
    """The open items of a kind about patients, each with whose it is, since when and until when. One query."""
    rows = _open_work().filter(kind=kind).order_by("id").values_list("id", "patient_id", "opened_at", "due_at")
    return [(item, who, since, due) for item, who, since, due in rows if who is not None]


def refs_waiting(*kinds: str, limit: int | None = None) -> list[tuple[str, UUID]]:
    """What open items of these kinds are about, as (kind, id), most pressing first. One query."""
    rows = _open_work().filter(kind__in=kinds).order_by("priority", "due_at", "id")
    return list(rows.values_list("kind", "ref_id")[:limit])


def waits_for_somebody(kind: str, ref_id: UUID) -> bool:
    """Whether an item of this kind about this thing is open. One query."""
    return _open_work().filter(kind=kind, ref_id=ref_id).exists()


def work_owners(kind: str, ref_id: UUID) -> set[UUID]:
    """Who had or has an item of this kind about this thing. One query."""
    rows = models.WorkItem.objects.filter(kind=kind, ref_id=ref_id).exclude(owner_id=None)
    return set(rows.values_list("owner_id", flat=True).distinct())


def open_work_about(ref_kind: str, ids: Collection[UUID]) -> set[UUID]:
    """About which of these things an item is open. One query."""
    return set(_open_work().filter(ref_kind=ref_kind, ref_id__in=ids).values_list("ref_id", flat=True))


def _one_payer(which: Q) -> Payer:
    row = models.Payer.objects.filter(which).first()
    if row is None:
        raise NotFound
    return _payer(row)


def _address(row: models.Practice | models.Site | models.Payer) -> Address:
    return Address(row.line1, row.city, row.state, row.zip, row.line2)


def _site(row: models.Site) -> Site:
    return Site(row.id, row.key, row.name, row.zone, row.phone, _address(row), row.npi, row.place_of_service)


def _staff(row: models.Staff) -> StaffMember:
    return StaffMember(
        row.id,
        row.key,
        row.name,
        row.family_name,
        row.credentials,
        row.is_provider,
        row.npi,
        row.taxonomy,
        row.site_id,
        row.user_id,
    )


def _payer(row: models.Payer) -> Payer:
    return Payer(
        row.id, row.key, row.name, row.number, row.filing_code, row.timely_filing_days, row.phone, _address(row)
    )


def _open_work() -> QuerySet[models.WorkItem]:
    return models.WorkItem.objects.exclude(state=WorkState.DONE)


def _item(row: models.WorkItem, now: datetime) -> WorkItem:
    kind, ref = work_kinds[row.kind], Ref(row.ref_kind, row.ref_id)
    return WorkItem(
        id=row.id,
        kind=row.kind,
        words=kind.words,
        title=row.title,
        queue=Role(row.queue),
        state=WorkState(row.state),
        priority=row.priority,
        opened_at=row.opened_at,
        due_at=row.due_at,
        ref=ref,
        url=kind.url(ref),
        patient_id=row.patient_id,
        owner_name=row.owner.name if row.owner else "",
        overdue=row.due_at < now,
    )
