"""Write a line of a log, and correct one by another."""

from uuid import UUID

from medoffice.clinic.immunizations.api import set_aside
from medoffice.clinic.upkeep.actions.keeping import MISSED, ODD, end_if_done, locked, needed, refuse_found
from medoffice.clinic.upkeep.models import LogEntry
from medoffice.clinic.upkeep.queries import equipment, lots_in
from medoffice.clinic.upkeep.rules.judging import DUE, check_told, odd
from medoffice.clinic.upkeep.types import Equipment, Told
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.rows import new_row
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("upkeep.log")
def log_entry(*, actor: Actor, equipment_id: UUID, told: Told) -> UUID:
    """What somebody saw of it just now. What is not as it should be becomes work, and vaccines in it are set aside.

    Raises NotFound, Invalid by field, Refusal for what is not looked after any more.
    """
    row = locked(equipment_id)
    if not row.used:
        raise Refusal("not-used", f"{row.name} is not looked after any more.", "Set it up again first.")
    one = equipment(equipment_id)
    made = _write(actor, one, told)
    made.save(force_insert=True)
    if told.what is DUE[one.kept.kind]:
        about = Ref("upkeep_equipment", equipment_id)
        finish_work_about(actor=actor, ref=about, outcome="logged", kind=MISSED)
    _follow(actor, one, made)
    record("upkeep_entry", made.id, odd=bool(made.odd))
    return made.id


@action("upkeep.log")
def correct_entry(*, actor: Actor, entry_id: UUID, told: Told, why: str) -> UUID:
    """What was really seen then; the wrong line stays to be read. What is wrong now becomes work as if it were new.

    Lots that the wrong line set aside stay so until somebody decides. Raises NotFound, Invalid by field, Refusal if it
    was corrected before.
    """
    before = LogEntry.objects.filter(id=entry_id).first()
    if before is None:
        raise NotFound
    locked(before.equipment_id)
    needed(why)
    later = LogEntry.objects.filter(instead_of_id=entry_id).first()
    if later is not None:
        raise Refusal("corrected", f"{later.by} corrected this line: {later.why}.", "Open what stands instead of it.")
    one = equipment(before.equipment_id)
    made = _write(actor, one, told)
    made.at, made.instead_of_id, made.why = before.at, before.id, why.strip()[:200]
    made.save(force_insert=True)
    _follow(actor, one, made)
    if before.odd and not made.odd:
        end_if_done(actor, one.id, f"entered wrongly: {made.why}")
    record("upkeep_entry", made.id, corrected=str(entry_id), odd=bool(made.odd))
    return made.id


def _write(actor: Actor, one: Equipment, told: Told) -> LogEntry:
    refuse_found("entry-odd", check_told(one.kept, told))
    now = clock.now()
    return new_row(
        LogEntry, equipment_id=one.id, what=told.what, value=told.value, passed=told.passed,
        load=told.load.strip()[:20], cycle=told.cycle.strip()[:60], did=told.did.strip()[:200],
        odd=odd(one.kept, told)[:200], at=now, entered_at=now, by=actor.name, by_id=actor.id,
    )  # fmt: skip


def _follow(actor: Actor, one: Equipment, made: LogEntry) -> None:
    """What is out of its limits is somebody's work, once, and vaccines in it are given to nobody."""
    if not made.odd:
        return
    why = f"{one.kept.name}: {made.odd}"
    for lot, _ in lots_in(one):
        set_aside(actor=actor, lot_id=lot.id, why=why)
    open_work(
        actor=actor, kind=ODD, title=why[:200], ref=Ref("upkeep_equipment", one.id), priority=1, key=str(one.id)
    )  # fmt: skip
