"""Call the payers whose questions wait, one file for each; what comes back at once is taken in."""

import logging
from collections.abc import Iterator
from uuid import UUID

from medoffice.kernel.refusals import Refusal
from medoffice.kernel.worlds import current
from medoffice.records.coverage.actions.hand_over import Handing, hand_over
from medoffice.records.coverage.actions.put_back import put_back
from medoffice.records.coverage.actions.take_answers import take_answers
from medoffice.records.coverage.models import Check
from medoffice.records.coverage.offers import eligibility_doors
from medoffice.records.coverage.types import CheckState, EligibilityDoor
from medoffice.security.api import acts_of_their_own
from medoffice.security.types import Actor
from medoffice.standards.x12.api import read_271

log = logging.getLogger(__name__)
UNREADABLE = "What came back cannot be read."


def call_payers(*, actor: Actor) -> int:
    """Hand over what waits for each payer whose line is open; returns how many questions were handed over.

    A line that fails, however it fails, costs the office nothing but the question's wait.
    """
    asked = 0
    with acts_of_their_own():  # a form sent twice notes its questions once; what waits then is called for by itself
        for payer_id in list(_waiting()):
            while (handing := hand_over(actor=actor, payer_id=payer_id)) is not None:
                asked += len(handing.ids)
                if not _call(actor, handing):
                    break
    return asked


def _waiting() -> Iterator[UUID]:
    """The payers with questions that wait. One query."""
    rows = Check.objects.filter(state=CheckState.WAITING).order_by("policy__payer_id")
    yield from rows.values_list("policy__payer_id", flat=True).distinct()


def _call(actor: Actor, handing: Handing) -> bool:
    """One call; whether the line is worth calling again now."""
    try:
        data = _door().ask(handing.name, handing.data)
    except Refusal as refusal:
        return _failed(actor, handing, refusal.words)
    except Exception as error:  # noqa: BLE001 - a broken line must not stop anybody at the desk; it is kept and told
        log.error("the eligibility line broke: %s", type(error).__name__)
        return _failed(actor, handing, "The line to the payers broke.")
    if data is None:
        return True
    if not read_271(data)[0]:
        return _failed(actor, handing, UNREADABLE)
    take_answers(actor=actor, data=data)
    return True


def _failed(actor: Actor, handing: Handing, why: str) -> bool:
    put_back(actor=actor, payer_id=handing.payer_id, ids=list(handing.ids), why=why)
    return False


def _door() -> EligibilityDoor:
    """The simulator in demo, training and test worlds, the folder in a practice's own. Raises Refusal without one."""
    door = eligibility_doors.get("folder" if current.kind() == "practice" else "simulator")
    if door is None:
        raise Refusal("no-eligibility-line", "No line to the payers is set up.", "Set up the clearinghouse first.")
    return door
