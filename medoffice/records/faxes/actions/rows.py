"""The rows of faxes as actions hold them, and the lines of their stories."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.records.disclosures.api import kept_from_plan, objections
from medoffice.records.faxes.models import Fax, FaxEvent
from medoffice.records.faxes.offers import second_looks
from medoffice.records.faxes.types import FaxState
from medoffice.security.api import hold_labels, kept, require, role_is_held
from medoffice.security.types import Actor, Role


def held_fax(actor: Actor, fax_id: UUID, word: str = "faxes.send") -> Fax:
    """A fax, locked, of which the actor may do what ``word`` says. Raises NotFound, or Refusal with a label's words."""
    row = Fax.objects.select_for_update(of=("self",)).filter(id=fax_id).first()
    if row is None:
        raise NotFound
    for about in (row.encounter_id, *row.abouts):
        require(actor, word, row.patient_id, about, to_patient=row.purpose == "patient")
    return row


def kept_now(actor: Actor, row: Fax) -> bool:
    """Whether a label or a restriction keeps by now what was queued, or the room that queued it would not queue it now.

    No label is set until the act ends.
    """
    hold_labels()
    pairs = {(row.patient_id, about) for about in (row.encounter_id, *row.abouts)}
    if objections([(row.patient_id, row.to_name)]) or _taken_back(actor, row):
        return True
    if kept_from_plan(row.purpose, (row.encounter_id, *row.abouts)):
        return True
    return bool(kept(actor, "faxes.send", pairs, to_patient=row.purpose == "patient"))


def _taken_back(actor: Actor, row: Fax) -> bool:
    kind, _, rest = row.key.partition(" ")
    look = second_looks.get(kind)
    return look is not None and not look(actor, rest)


def give_up(actor: Actor, row: Fax, title: str) -> None:
    """A person must see to it: it did not arrive, or may not go."""
    queue = Role.SECRETARY if role_is_held(Role.SECRETARY) else Role.RECEPTIONIST
    open_work(
        actor=actor,
        kind="fax-failed",
        title=title,
        ref=Ref("fax", row.id),
        patient_id=row.patient_id,
        visit_id=row.encounter_id,
        queue=queue,
        key=str(row.id),
    )


def refuse_unless(row: Fax, *states: FaxState) -> None:
    """Raise Refusal for a fax that stands elsewhere by now."""
    if row.state not in states:
        raise Refusal("fax-elsewhere", f"This fax is {row.state} by now.", "Open it again.")


def note_event(row: Fax, words: str, by: str, told: str | None = None) -> FaxEvent:
    """A line of its story, as it stands now."""
    return FaxEvent.objects.create(fax=row, state=row.state, words=words[:200], told=told, by=by, at=clock.now())
