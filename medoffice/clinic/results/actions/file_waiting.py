"""File the messages that wait: each an act of its own, so that one that cannot be filed holds up no other."""

import logging
from uuid import UUID

from medoffice.clinic.orders.api import orders_by_number
from medoffice.clinic.orders.types import Order
from medoffice.clinic.results.actions.filing import file_reports, put_in_tray, settle
from medoffice.clinic.results.models import LabMessage, LabReport
from medoffice.clinic.results.queries.matching import candidates, known_as
from medoffice.clinic.results.queries.messages import came_off, odd_in, read
from medoffice.clinic.results.rules.answering import MOST_FINDINGS
from medoffice.clinic.results.rules.matching import only_sure, ordered_for
from medoffice.clinic.results.types import WITHDRAWN, MessageState, ReportSaid, Whose
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import action, acts_of_their_own, record
from medoffice.security.types import Actor

log = logging.getLogger(__name__)
AT_ONCE = 200


def file_waiting(*, actor: Actor) -> int:
    """File what waits, oldest first; returns how many messages were looked at."""
    waiting = LabMessage.objects.filter(state=MessageState.WAITS).order_by("came_at", "id")
    with acts_of_their_own():
        for message_id in (found := list(waiting.values_list("id", flat=True)[:AT_ONCE])):
            try:
                file_message(actor=actor, message_id=message_id)
            except Exception as error:  # noqa: BLE001 - a person files what the program cannot
                log.error("a laboratory's message could not be filed: %s", type(error).__name__)
                give_to_person(actor=actor, message_id=message_id)
    return len(found)


@action("results.receive")
def file_message(*, actor: Actor, message_id: UUID) -> MessageState:
    """File its results on the chart they belong to, or put it in the tray. Doing it again changes nothing."""
    row = LabMessage.objects.select_for_update().filter(id=message_id, state=MessageState.WAITS).first()
    if row is None:
        record("lab_message", message_id)
        return MessageState.FILED
    whose, reports = read(row)
    row.findings = [*row.findings, *odd_in(row)][:MOST_FINDINGS]
    orders = orders_by_number(report.placer for report in reports)
    patient_id, why = _belongs(row, whose, reports, orders)
    if patient_id is not None and patient_id in came_off(row, reports):
        patient_id, why = None, "what came under its number was taken off the chart it names"
    if patient_id is None or not reports:
        put_in_tray(actor, row, why or "there is no result in it")
    else:
        file_reports(actor, row, patient_id, reports, orders)
        settle(actor, row, MessageState.FILED, patient_id, why)
    record("lab_message", row.id, subjects=[patient_id] if patient_id else [], state=row.state)
    return MessageState(row.state)


@action("results.receive")
def give_to_person(*, actor: Actor, message_id: UUID) -> None:
    """What could not be filed waits in the tray."""
    row = LabMessage.objects.select_for_update().filter(id=message_id, state=MessageState.WAITS).first()
    if row is not None:
        put_in_tray(actor, row, "it could not be filed by itself")
    record("lab_message", message_id)


def _belongs(
    row: LabMessage, whose: Whose, reports: list[ReportSaid], orders: dict[str, Order]
) -> tuple[UUID | None, str]:
    """Whose it is, and on what that rests; nobody, and why."""
    if whose.several:
        return None, "it is about several patients"
    ordered = {order.patient_id for order in orders.values()}
    if len(ordered) > 1:
        return None, "its orders are of several patients"
    if ordered:
        return _agreed(whose, ordered.pop(), "by the number of the order")
    came = _came_before(row, reports)
    if len(came) == 1:
        return _agreed(whose, came.pop(), "by the laboratory's number, which came before")
    match = only_sure(whose, candidates(whose))
    if match is None:
        return None, "no order of ours, and no patient of whom two identifiers agree"
    return match.patient_id, f"by {' and '.join(match.agrees)}"


def _agreed(whose: Whose, patient_id: UUID, how: str) -> tuple[UUID | None, str]:
    try:
        known = known_as(patient_id)
    except Refusal:
        return None, "the record it belongs to is not there"
    agreed, why = ordered_for(whose, known)
    return (patient_id, how) if agreed else (None, why)


def _came_before(row: LabMessage, reports: list[ReportSaid]) -> set[UUID]:
    """Whose reports this laboratory has sent under these numbers of its own."""
    fillers = [report.filler for report in reports if report.filler]
    laboratory = row.facility or row.sender
    found = LabReport.objects.filter(filler__in=fillers, laboratory=laboratory) if fillers and laboratory else ()
    return {report.patient_id for report in found if report.status != WITHDRAWN}
