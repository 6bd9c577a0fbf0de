"""Note what was done about a pharmacy's message that was set aside."""

from uuid import UUID

from medoffice.clinic.prescriptions.models import WireIn
from medoffice.clinic.prescriptions.types.wire import Came
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("prescriptions.send")
def settle_wire(*, actor: Actor, wire_id: UUID, words: str) -> None:
    """Somebody saw to it: what they did. It stays as it came. Raises NotFound, Invalid without words."""
    row = WireIn.objects.select_for_update(of=("self",)).filter(id=wire_id, state=Came.ASIDE).first()
    if row is None:
        raise NotFound
    if row.patient_id:
        require(actor, "prescriptions.send", row.patient_id, row.encounter_id)
    if not words.strip():
        raise Invalid("words-missing", "Say what was done.", "", {"fields": {"words": ["This is needed."]}})
    row.state, row.settled, row.settled_by, row.settled_at = (
        Came.SETTLED.value, words.strip()[:200], actor.name, clock.now(),
    )  # fmt: skip
    row.save()
    finish_work_about(actor=actor, ref=Ref("wire_in", row.id), outcome="settled")
    record("wire message in", row.id, subjects=[row.patient_id] if row.patient_id else [], settled=True)
