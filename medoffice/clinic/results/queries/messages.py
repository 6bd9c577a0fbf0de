"""Reads of messages of laboratories: the tray, what was refused, one of them."""

from collections.abc import Iterable
from datetime import timedelta
from typing import NoReturn
from uuid import UUID

from django.db.models import Q, QuerySet

from medoffice.clinic.results import models
from medoffice.clinic.results.queries.matching import candidates_of_all
from medoffice.clinic.results.rules.matching import compare
from medoffice.clinic.results.rules.readings import said_in
from medoffice.clinic.results.types import WITHDRAWN, Message, MessageState, ReportSaid, Waiting, Whose
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import office_zone
from medoffice.security.api import kept
from medoffice.security.types import Actor
from medoffice.standards.hl7.api import oddities_in, read_message


def read(row: models.LabMessage) -> tuple[Whose, list[ReportSaid]]:
    """Whose a kept message says it is, and its reports; nothing of one about several patients. No query."""
    return said_in(read_message(bytes(row.data)), office_zone())


def odd_in(row: models.LabMessage) -> list[dict[str, str]]:
    """What in a kept message was read otherwise than it stands, as its row says it. No query."""
    return [one.as_json() for one in oddities_in(read_message(bytes(row.data)))]


def message(message_id: UUID) -> Message:
    """A message. Raises NotFound. One query."""
    return to_message(row_of(message_id))


def row_of(message_id: UUID, *, lock: bool = False) -> models.LabMessage:
    """A message's row. Raises NotFound. One query."""
    rows = models.LabMessage.objects.select_for_update() if lock else models.LabMessage.objects
    row = rows.filter(id=message_id).first()
    if row is None:
        raise NotFound
    return row


def waiting(actor: Actor, message_id: UUID) -> Waiting:
    """A message of the tray, with whose it says it is. Raises NotFound for one that is not there for them."""
    row = row_of(message_id)
    if row.state != MessageState.TRAY:
        raise NotFound
    return next(iter(_shown(actor, [_waiting(row)])), None) or _nothing()


def tray(actor: Actor) -> list[Waiting]:
    """What belongs to nobody yet, oldest first; not what may be about somebody kept from the actor. Six queries."""
    rows = models.LabMessage.objects.filter(state=MessageState.TRAY).order_by("came_at", "id")
    return _shown(actor, [_waiting(row) for row in rows])


def _shown(actor: Actor, found: list[Waiting]) -> list[Waiting]:
    """Without what agrees in anything with a patient whom the actor may not know of."""
    known = candidates_of_all([one.whose for one in found])
    hidden = kept(actor, "results.match", [(one.id, None) for one in known])
    away = [one for one in known if (one.id, None) in hidden]
    return [one for one in found if not any(compare(one.whose, who).agrees for who in away)]


def _nothing() -> NoReturn:
    raise NotFound


def came_off(row: models.LabMessage, reports: Iterable[ReportSaid]) -> set[UUID]:
    """Off whose charts a person took this, or what came under the same numbers of its laboratory. One query."""
    said = list(reports)
    fillers, placers = {one.filler for one in said} - {""}, {one.placer for one in said} - {""}
    same = Q(filler__in=fillers) | Q(filler="", placer__in=placers)
    found = models.LabReport.objects.filter(
        Q(same, laboratory=row.facility or row.sender) | Q(results__message=row), status=WITHDRAWN
    )
    return set(found.values_list("patient_id", flat=True))


def came_off_of(message_id: UUID) -> set[UUID]:
    """The same of a message of the tray. Raises NotFound. Two queries."""
    row = row_of(message_id)
    return came_off(row, read(row)[1])


def refused(limit: int = 50) -> list[Message]:
    """What was refused, latest first. One query."""
    rows = models.LabMessage.objects.filter(state=MessageState.REFUSED).defer("data", "ack").order_by("-came_at", "-id")
    return [to_message(row) for row in rows[:limit]]


def came_under(numbers: Iterable[str]) -> QuerySet[models.LabMessage]:
    """What came under these numbers, of whichever sender, without its bytes. One query, none for none.

    By the number alone: asked for its sender as well, the database may read all that one has ever sent.
    """
    wanted = {one for one in numbers if one}
    rows = models.LabMessage.objects
    return rows.filter(control_id__in=wanted).defer("data") if wanted else rows.none()


def said_of_letters(message_ids: Iterable[UUID]) -> list[str]:
    """What could not be read as these messages declare it, in words, each once. One query, none for none."""
    wanted = set(message_ids)
    rows = models.LabMessage.objects.filter(id__in=wanted).values_list("findings", flat=True) if wanted else ()
    return list(dict.fromkeys(str(one["words"]) for each in rows for one in each if one.get("code") == "hl7.charset"))


def unfiled() -> bool:
    """Whether a message waits to be filed. One query."""
    return models.LabMessage.objects.filter(state=MessageState.WAITS).exists()


def waits_too_long(minutes: int) -> int:
    """How many messages wait longer than that to be filed. One query."""
    before = clock.now() - timedelta(minutes=minutes)
    return models.LabMessage.objects.filter(state=MessageState.WAITS, came_at__lt=before).count()


def to_message(row: models.LabMessage) -> Message:
    """A row as the noun."""
    return Message(
        id=row.id,
        sender=row.sender,
        facility=row.facility,
        control_id=row.control_id,
        kind=row.kind,
        size=row.size,
        peer=row.peer,
        came_at=row.came_at,
        ack=row.ack_code,
        state=MessageState(row.state),
        why=row.why,
        findings=tuple(str(one.get("words", "")) for one in row.findings),
        patient_id=row.patient_id,
        settled_by=row.settled_by,
        settled_at=row.settled_at,
        version=row.version,
    )


def _waiting(row: models.LabMessage) -> Waiting:
    said, reports = read(row)
    tests = tuple(dict.fromkeys(report.words for report in reports))
    return Waiting(to_message(row), said, tests, tuple(filter(None, (report.placer for report in reports))))
