"""Reads of laboratories, their tests, order sets, and requisitions."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from medoffice.clinic.orders import models
from medoffice.clinic.orders.queries.notices import notice_of
from medoffice.clinic.orders.rules.notices import not_wanted
from medoffice.clinic.orders.types import (
    OPEN,
    WAITED_FOR,
    Asked,
    Laboratory,
    LabTest,
    OrderSet,
    OrderState,
    Requisition,
    RequisitionState,
    Sheet,
)
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import office_zone, staff_member
from medoffice.records.patients.api import patient
from medoffice.security.api import permitted
from medoffice.security.types import Actor
from medoffice.standards.terminology.api import icd10

TRIES = 8  # after these a person is told


def laboratories(*, used: bool = True) -> list[Laboratory]:
    """The office's laboratories by name. One query."""
    rows = models.Laboratory.objects.order_by("name")
    return [to_laboratory(row) for row in (rows.filter(used=True) if used else rows)]


def laboratory(laboratory_id: UUID) -> Laboratory:
    """A laboratory. Raises NotFound. One query."""
    row = models.Laboratory.objects.filter(id=laboratory_id).first()
    if row is None:
        raise NotFound
    return to_laboratory(row)


def offered_tests(laboratory_id: UUID, codes: Iterable[str] | None = None) -> list[LabTest]:
    """The tests a laboratory offers, by name; of these codes only, if given, in their order. One query."""
    rows = models.LabTest.objects.filter(laboratory_id=laboratory_id, used=True).order_by("words")
    if codes is None:
        return [to_test(row) for row in rows]
    found = {row.code: to_test(row) for row in rows.filter(code__in=set(codes))}
    return [found[code] for code in dict.fromkeys(codes) if code in found]


def order_sets() -> list[OrderSet]:
    """The office's order sets by name. One query."""
    rows = models.OrderSet.objects.order_by("name")
    return [OrderSet(row.key, row.name, row.laboratory_id, tuple(row.codes), row.standing, row.kept_by) for row in rows]


def requisition(requisition_id: UUID) -> Requisition:
    """A requisition. Raises NotFound. Two queries."""
    row = models.Requisition.objects.filter(id=requisition_id).first()
    if row is None:
        raise NotFound
    return to_requisition(row, _codes([row.id]).get(row.id, ()))


def requisitions_of(encounter_id: UUID) -> list[Requisition]:
    """The requisitions of a visit, in the order they were made. Two queries."""
    rows = list(models.Requisition.objects.filter(encounter_id=encounter_id).order_by("id"))
    codes = _codes([row.id for row in rows])
    return [to_requisition(row, codes.get(row.id, ())) for row in rows]


def open_requisitions(actor: Actor) -> list[Requisition]:
    """What is not signed, not sent, refused, or has no result yet, oldest first. Two queries."""
    waits = Q(state__in=WAITED_FOR, due_at__isnull=False) | Q(standing__gt="", signed_at=None)
    waits |= Q(state__in=OPEN)
    rows = models.Requisition.objects.filter(waits).exclude(state=RequisitionState.CANCELLED)
    found = list(permitted(actor, "orders.read", rows).order_by("made_at", "id"))
    codes = _codes([row.id for row in found])
    return [to_requisition(row, codes.get(row.id, ())) for row in found]


def due_to_go() -> list[UUID]:
    """What may go now. One query."""
    rows = models.Requisition.objects.filter(state=RequisitionState.TO_SEND, try_at__lte=clock.now())
    return list(rows.order_by("try_at", "id").values_list("id", flat=True)[:100])


def silent() -> list[UUID]:
    """What should have had a result by now, and nobody was told. One query."""
    rows = models.Requisition.objects.filter(state__in=WAITED_FOR, due_at__lte=clock.now(), silent_at=None)
    return list(rows.order_by("due_at", "id").values_list("id", flat=True)[:100])


def sent_orders() -> dict[UUID, list[tuple[datetime, bool]]]:
    """By laboratory, when each requisition went that still waits for a result, and whether over the wire. One query."""
    rows = models.Requisition.objects.filter(state__in=WAITED_FOR, due_at__isnull=False, sent_at__isnull=False)
    found: dict[UUID, list[tuple[datetime, bool]]] = {}
    for laboratory_id, at, state in rows.values_list("laboratory_id", "sent_at", "state"):
        if at is not None:
            found.setdefault(laboratory_id, []).append((at, state == RequisitionState.ACCEPTED))
    return found


def unanswered(requisition_id: UUID) -> int:
    """How many of its tests have no result yet. One query."""
    settled = [OrderState.DONE, OrderState.REFUSED]
    return models.Order.objects.filter(requisition_id=requisition_id).exclude(state__in=settled).count()


def sheet(requisition_id: UUID) -> Sheet:
    """A requisition with everything a laboratory reads on it, without what the patient does not want. Nine queries."""
    req = requisition(requisition_id)
    lab, who, provider = laboratory(req.laboratory_id), patient(req.patient_id), staff_member(req.provider_id)
    numbers = models.Order.objects.filter(requisition_id=req.id).order_by("id").values_list("number", "key", "words")
    known = {test.code: test for test in _tests_ever(req.laboratory_id, req.asked.codes)}
    at = req.made_at.astimezone(office_zone()).date()
    diagnoses = tuple((code, found.title if (found := icd10(code, at)) else "") for code in req.asked.diagnoses)
    home = who.address
    given = provider.name.removesuffix(provider.family_name).strip()
    notice = notice_of(requisition_id)
    gone = not_wanted(notice)
    pairs = [pair for pair in zip(numbers, req.asked.codes, strict=True) if pair[1] not in gone]
    return Sheet(
        requisition=req,
        laboratory=lab,
        tests=tuple((number or "", known.get(code, LabTest(code, words))) for (number, _, words), code in pairs),
        patient_name=(who.name.family, who.name.given),
        born=who.birth_date,
        sex=who.sex,
        mrn=who.mrn,
        phone=who.call_at,
        home=(home.line1, home.city, home.state, home.zip),
        provider=(provider.npi, provider.family_name, given),
        diagnoses=diagnoses,
        notice=notice,
    )


def _tests_ever(laboratory_id: UUID, codes: Iterable[str]) -> list[LabTest]:
    rows = models.LabTest.objects.filter(laboratory_id=laboratory_id, code__in=set(codes))
    return [to_test(row) for row in rows]


def _codes(ids: Iterable[UUID]) -> dict[UUID, tuple[str, ...]]:
    """The codes of the tests of requisitions, in their order. One query, none for none."""
    wanted = set(ids)
    if not wanted:
        return {}
    rows = models.Order.objects.filter(requisition_id__in=wanted).order_by("id")
    found: dict[UUID, tuple[str, ...]] = {}
    for requisition_id, code in rows.values_list("requisition_id", "test_code"):
        if requisition_id is not None:
            found[requisition_id] = (*found.get(requisition_id, ()), code)
    return found


def to_laboratory(row: models.Laboratory) -> Laboratory:
    """A row as the noun."""
    names = (row.id, row.key, row.name, row.phone, row.application, row.facility, row.account)
    return Laboratory(
        *names, *(row.door, row.host, row.port, row.old), row.hours, row.quiet_hours, row.used, row.version
    )


def to_test(row: models.LabTest) -> LabTest:
    """A row as the noun."""
    return LabTest(row.code, row.words, row.specimen, row.fasting, tuple(row.asks), row.loinc, tuple(row.billed))


def to_requisition(row: models.Requisition, codes: tuple[str, ...]) -> Requisition:
    """A row as the noun."""
    answers = tuple((str(ask), str(words)) for ask, words in row.answers)
    return Requisition(
        id=row.id,
        number=row.number,
        patient_id=row.patient_id,
        encounter_id=row.encounter_id,
        laboratory_id=row.laboratory_id,
        provider_id=row.provider_id,
        asked=Asked(codes, tuple(row.diagnoses), row.fasting, row.note, answers),
        state=RequisitionState(row.state),
        made_by=row.made_by,
        made_at=row.made_at,
        standing=row.standing,
        signed_by=row.signed_by,
        signed_at=row.signed_at,
        collected_by=row.collected_by,
        collected_at=row.collected_at,
        sent_at=row.sent_at,
        due_at=row.due_at,
        tries=row.tries,
        try_at=row.try_at,
        why=row.why,
        version=row.version,
        on_wire=row.message is not None,
    )
