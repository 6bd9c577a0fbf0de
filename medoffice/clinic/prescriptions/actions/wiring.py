"""What goes by wire: queued, held up, called off before it went; which line carries it."""

from datetime import timedelta
from uuid import UUID

from medoffice.clinic.prescriptions.models import Dispatch, Pharmacy, Renewal, WireOut
from medoffice.clinic.prescriptions.offers import lines
from medoffice.clinic.prescriptions.rules.exchange import ENDS
from medoffice.clinic.prescriptions.types.exchange import Message
from medoffice.clinic.prescriptions.types.wire import Answer, Left, PharmacyLine
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.kernel.worlds import current
from medoffice.practice.api import finish_work_about, open_work
from medoffice.security.types import Actor

WIRE, WIRE_IN = Ref("pharmacy_wire", UUID(int=1)), Ref("pharmacy_wire", UUID(int=2))
WIRE_DOWN, TO_CALL, TO_CHANGE, TO_SORT = "pharmacy-wire-down", "pharmacy-to-call", "pharmacy-asks", "pharmacy-message"
HELD_UP = timedelta(minutes=15)


def line() -> PharmacyLine:
    """The simulator in demo, training and test worlds, the folder in a practice's own. Raises Refusal without one."""
    found = lines.get("folder" if current.kind() == "practice" else "simulator")
    if found is None:
        raise Refusal("no-pharmacy-line", "There is no line to pharmacies.", "Send it by fax or telephone.")
    return found


def queue_out(
    about: Dispatch | Renewal, where: Pharmacy, message: Message, *, relates_to: str = "", answer: Answer | None = None,
    why: str = "", renewal: Renewal | None = None, tries: int = 1, after: timedelta = timedelta(),
) -> WireOut:  # fmt: skip
    """A message that goes by itself, under a number of its own."""
    now = clock.now()
    return WireOut.objects.create(
        pharmacy=where,
        dispatch=about if isinstance(about, Dispatch) else None,
        renewal=about if isinstance(about, Renewal) else renewal,
        patient_id=about.patient_id,
        encounter_id=about.encounter_id,
        message=message.value,
        relates_to=relates_to[:80],
        answer=answer.value if answer else "",
        why=why.strip()[:200],
        tries=tries,
        state=Left.WAITS.value,
        queued_at=now,
        go_at=now + after,
    )


def hold_back(sent: Dispatch) -> None:
    """What has not gone of it does not go; that it is cancelled does."""
    waits = WireOut.objects.filter(dispatch=sent, state=Left.WAITS).exclude(message=Message.CANCEL)
    waits.update(state=Left.WITHDRAWN)


def may_have_gone(sent: Dispatch) -> bool:
    """Whether something of it that waits was written to be handed over: the line may have it, though nobody knows."""
    return WireOut.objects.filter(dispatch=sent, state=Left.WAITS, data__isnull=False).exists()


def no_more_waits(sent: Dispatch, message: Message) -> None:
    """What waited for this is answered; what has ended waits for nothing."""
    outs = WireOut.objects.filter(dispatch=sent, state__in=[Left.GONE, Left.SILENT])
    if message is not Message.CANCEL_RESPONSE and sent.stand not in ENDS:
        outs = outs.exclude(message=Message.CANCEL)
    outs.update(state=Left.ANSWERED)


def note_line_failed(actor: Actor, why: str) -> None:
    """The line failed; when something waits too long for it, a person knows."""
    late = WireOut.objects.filter(state=Left.WAITS, go_at__lte=clock.now() - HELD_UP).count()
    if late:
        title = f"{late} messages to pharmacies do not go out: {why} They are tried again by themselves."
        open_work(actor=actor, kind=WIRE_DOWN, title=title, ref=WIRE, priority=1, key="pharmacy wire")


def note_line_silent(actor: Actor, why: str) -> None:
    """Nothing can be fetched from the line, so nobody hears what pharmacies say: a person knows at once."""
    title = f"Nothing comes from pharmacies: {why} It is tried again every minute."
    open_work(actor=actor, kind=WIRE_DOWN, title=title[:200], ref=WIRE_IN, priority=1, key="pharmacy wire in")


def note_line_works(actor: Actor) -> None:
    """It works."""
    finish_work_about(actor=actor, ref=WIRE, outcome="works again")


def ask_to_call(actor: Actor, sent: Dispatch, words: str, key: str) -> None:
    """Somebody calls the pharmacy, once for each silence or refusal."""
    open_work(
        actor=actor,
        kind=TO_CALL,
        title=f"{words} {sent.prescription.number}",
        ref=Ref("dispatch", sent.id),
        patient_id=sent.patient_id,
        visit_id=sent.encounter_id,
        key=f"{key} {TO_CALL}",
    )
