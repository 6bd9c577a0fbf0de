"""Put right what was attached: other values, or, where it was wrong as a whole, nothing of it."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from medoffice.clinic.devices.actions.keeping import held_file
from medoffice.clinic.devices.models import DeviceFile
from medoffice.clinic.devices.rules.correcting import corrected, is_otherwise, struck
from medoffice.clinic.devices.rules.wrote import PLACE, in_words
from medoffice.clinic.devices.types import By, FileState, Reading
from medoffice.clinic.orders.api import order, strike_order
from medoffice.clinic.orders.types import Order, OrderState
from medoffice.clinic.results.api import enter_own, report, results_of
from medoffice.clinic.results.types import OURS, WITHDRAWN, Found, Own, Result
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("devices.attach")
def correct_attached(
    *, actor: Actor, file_id: UUID, seen_version: int, values: Mapping[str, str], why: str,
    more: Sequence[Reading] = (),
) -> None:  # fmt: skip
    """Other values stand from now on, by their keys; a blank one is withdrawn, ``more`` stand beside them.

    What was said before stays to be read, and the result waits for its sign-off again. ``seen_version`` is the
    result's. Raises NotFound, Invalid without why or where nothing would stand, Conflict, Refusal for what was struck,
    or if nothing is otherwise.
    """
    row, placed = _held(actor, file_id, why)
    stands = _stands(row, seen_version)
    if not more and not is_otherwise(stands, values):
        raise Refusal("nothing-otherwise", "These are the values that stand.", "Change one, then correct.")
    found = corrected(stands, values, more)
    if all(one.status == WITHDRAWN for one in found):
        raise Invalid("nothing-left", "Nothing of it would stand: strike it as a whole.", "")
    _enter(actor, row, placed, found, why, withdrawn=False)
    finish_work_about(actor=actor, ref=Ref("device_file", row.id), outcome="corrected")
    record("device_file", row.id, subjects=[placed.patient_id], corrected=True)


@action("devices.attach")
def strike_attached(*, actor: Actor, file_id: UUID, why: str) -> None:
    """Nothing of it stands: its values are withdrawn, nothing was done for the order, and the file may come again.

    Its paper stays on the chart until documents are told. Raises NotFound, Invalid without why, Refusal if it was
    struck before.
    """
    row, placed = _held(actor, file_id, why)
    _enter(actor, row, placed, struck(_stands(row)), why, withdrawn=True)
    if placed.state is OrderState.DONE:
        strike_order(actor=actor, order_id=placed.id, why=f"file {row.number} was wrong: {why.strip()}")
    row.state, row.why, row.struck_by = FileState.STRUCK.value, why.strip()[:300], actor.name
    row.save()
    finish_work_about(actor=actor, ref=Ref("device_file", row.id), outcome="struck")
    record("device_file", row.id, subjects=[placed.patient_id], struck=True)


def _held(actor: Actor, file_id: UUID, why: str) -> tuple[DeviceFile, Order]:
    """A file that is attached and stands, locked, and its order."""
    row = held_file(file_id)
    if row.order_id is None or row.report_id is None:
        raise NotFound
    placed = order(row.order_id)
    require(actor, "devices.attach", placed.patient_id, placed.encounter_id)
    if not why.strip():
        raise Invalid("why-missing", "Say what is wrong with it.", "", {"fields": {"why": ["This is needed."]}})
    if row.state == FileState.STRUCK:
        raise Refusal("struck", f"{row.struck_by} struck this: {row.why}", "Attach what is right.")
    return row, placed


def _stands(row: DeviceFile, seen_version: int | None = None) -> list[Result]:
    """Its values as they stand. Raises Conflict where they were read in another version."""
    if row.report_id is None:
        raise NotFound
    if seen_version is not None and report(row.report_id).version != seen_version:
        raise Conflict("changed-meanwhile", "Somebody changed or signed it meanwhile.", "Read it again, then correct.")
    return results_of([row.report_id]).get(row.report_id, [])


def _enter(
    actor: Actor, row: DeviceFile, placed: Order, found: Sequence[Found], why: str, *, withdrawn: bool
) -> None:  # fmt: skip
    by = By(row.device, row.serial, row.calibrated_on)
    done = "Withdrawn" if withdrawn else "Corrected"
    own = Own(
        row.number, placed.key, OURS, row.what, tuple(found),
        f"{in_words(by)}. Attached by {row.came_by}. {done} by {actor.name}: {why.strip()[:300]}",
        corrected=not withdrawn, withdrawn=withdrawn, place=PLACE, device=row.serial, taken_at=row.taken_at,
        document_id=row.document_id,
    )  # fmt: skip
    enter_own(actor=actor, order_id=placed.id, own=own)
