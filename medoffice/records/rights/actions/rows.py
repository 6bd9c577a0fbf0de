"""Rows of rights, as the verbs write them, and the work of amendments."""

from datetime import date, datetime, time
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.models import Versioned
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, office_zone, open_work, today_here
from medoffice.records.patients.api import patient
from medoffice.records.rights.models import Amendment
from medoffice.records.rights.types import Answer
from medoffice.security.api import require, role_is_held
from medoffice.security.types import Actor, Role

ASKED, TO_TELL = "amendment", "amendment-tell"


def held(actor: Actor, amendment_id: UUID, word: str) -> Amendment:
    """A request, locked. Raises NotFound."""
    row = Amendment.objects.select_for_update().filter(id=amendment_id).first()
    if row is None:
        raise NotFound
    require(actor, word, row.patient_id, row.about_id)
    return row


def held_open(actor: Actor, amendment_id: UUID, word: str) -> Amendment:
    """A request that waits for its answer, locked. Raises NotFound, or Refusal if it was answered."""
    row = held(actor, amendment_id, word)
    if row.answer != Answer.OPEN:
        raise Refusal("answered", f"This request is {row.answer}.", "A new request begins anew.")
    return row


def day_wrong(patient_id: UUID, came_on: date) -> str:
    """What is wrong with the day on which something is said to have come, or nothing."""
    if came_on > today_here():
        return "This day is yet to come."
    return "The patient was not born then." if came_on < patient(patient_id).birth_date else ""


def refuse_stale(row: Versioned, seen_version: int) -> None:
    """Raise Conflict if somebody else saved after that version."""
    if row.version != seen_version:
        raise Conflict(
            "changed-meanwhile", f"{row.changed_by or 'Somebody'} changed this meanwhile.", "Look, then answer again."
        )


def save(actor: Actor, row: Versioned) -> None:
    """A new version, by whom and when."""
    row.version, row.changed_by, row.changed_at = row.version + 1, actor.name, clock.now()
    row.save()


def said(**fields: str) -> None:
    """Raise Invalid with what is wrong, by field; "" is nothing."""
    wrong = {name: [words] for name, words in fields.items() if words}
    if wrong:
        raise Invalid("not-acceptable", "Some fields need another look.", "", {"fields": wrong})


def ask_for(actor: Actor, row: Amendment, kind: str, title: str, due_on: date) -> None:
    """Work about a request, by the end of a day; its words stay within who may know what it is about."""
    role = Role.PRIVACY_OFFICER if kind == ASKED else Role.SECRETARY
    open_work(
        actor=actor,
        kind=kind,
        title=title,
        ref=Ref("amendment", row.id),
        patient_id=row.patient_id,
        visit_id=row.about_id,
        due_at=datetime.combine(due_on, time(17), office_zone()),
        key=f"{kind} {row.id}",
        queue=role if role_is_held(role) else Role.PROVIDER,
    )


def done_with(actor: Actor, row: Amendment, kind: str, outcome: str) -> None:
    """That work is done."""
    finish_work_about(actor=actor, ref=Ref("amendment", row.id), outcome=outcome, kind=kind)
