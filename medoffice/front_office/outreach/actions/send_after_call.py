"""Send the patient of a call what was asked, or that it is done."""

from uuid import UUID

from medoffice.front_office.calls.types import Call
from medoffice.front_office.outreach.actions.queue_message import queue_message
from medoffice.front_office.outreach.types.messages import Purpose
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref
from medoffice.security.api import action
from medoffice.security.types import Actor


@action("outreach.send")
def send_after_call(*, actor: Actor, taken: Call, answer: str) -> UUID:
    """The words of an answer, or without any that what they called about is done; one message a call.

    Labels on the call decide how much is said. As ``queue_message``; raises NotFound for a call about nobody.
    """
    if taken.patient_id is None:
        raise NotFound
    return queue_message(
        actor=actor,
        patient_id=taken.patient_id,
        purpose=Purpose.ANSWER if answer else Purpose.DONE,
        about=Ref("call", taken.id),
        key=f"call {taken.id}",
        values={"answer": answer},
        visit_id=taken.id,
    )
