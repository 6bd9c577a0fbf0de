"""What lists say of the tests of a requisition, and the notices (ABN) that were given."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from medoffice.clinic.orders import models
from medoffice.clinic.orders.offers import judges
from medoffice.clinic.orders.rules.notices import judge_tests
from medoffice.clinic.orders.types import Choice, Ground, Judged, Notice
from medoffice.clinic.orders.types import LabTest as Test
from medoffice.kernel.money import Money
from medoffice.records.documents.types.papers import State


def judged(
    patient_id: UUID, laboratory_id: UUID, codes: Sequence[str], diagnoses: Sequence[str], on: date
) -> list[Judged]:
    """What lists say of each test for these diagnoses; nothing where who pays follows none. One query, and theirs."""
    rows = models.LabTest.objects.filter(laboratory_id=laboratory_id, code__in=set(codes))
    known = {row.code: row for row in rows}
    tests = [Test(code, known[code].words, billed=tuple(known[code].billed)) for code in codes if code in known]
    billed = sorted({code for test in tests for code in test.billed})
    for judge in judges.values():
        told = judge(patient_id, on, billed, diagnoses)
        if told is not None:
            return judge_tests(tests, told)
    return []


def notice_of(requisition_id: UUID) -> Notice | None:
    """The notice that was given before a requisition went, or the word that none was; as it stands. Two queries."""
    rows = models.Notice.objects.filter(requisition_id=requisition_id, struck_at=None)
    return next(iter(_notices(rows)), None)


def notices_struck(requisition_id: UUID) -> list[Notice]:
    """The notices of a requisition that were wrong, as they were noted. Two queries, one for none."""
    rows = models.Notice.objects.filter(requisition_id=requisition_id, struck_at__isnull=False)
    return _notices(rows.order_by("id"))


def notices_of_visit(encounter_id: UUID) -> list[Notice]:
    """The notices about the tests of a visit, with those that were struck. Two queries, one for none."""
    return _notices(models.Notice.objects.filter(requisition__encounter_id=encounter_id).order_by("id"))


def _notices(rows: QuerySet[models.Notice]) -> list[Notice]:
    found = [(row, row.requisition.laboratory_id) for row in rows.select_related("requisition", "document")]
    billed = _billed([(lab, code) for row, lab in found for code in row.codes])
    return [to_notice(row, [one for code in row.codes for one in billed.get((lab, code), ())]) for row, lab in found]


def _billed(wanted: Sequence[tuple[UUID, str]]) -> dict[tuple[UUID, str], list[str]]:
    if not wanted:
        return {}
    rows = models.LabTest.objects.filter(
        laboratory_id__in={lab for lab, _ in wanted}, code__in={code for _, code in wanted}
    )
    return {(row.laboratory_id, row.code): list(row.billed) for row in rows}


def is_on_chart(row: models.Notice) -> bool:
    """Whether its paper stands on the chart of whom it is about; one that a person moved or struck does not."""
    paper = row.document
    return paper is not None and paper.state == State.FILED and paper.patient_id == row.requisition.patient_id


def to_notice(row: models.Notice, billed: Sequence[str]) -> Notice:
    """A row as the noun."""
    return Notice(
        id=row.id,
        requisition_id=row.requisition_id,
        codes=tuple(row.codes),
        billed=tuple(dict.fromkeys(billed)),
        choice=Choice(row.choice),
        ground=Ground(row.ground),
        reason=row.reason,
        cost=None if row.cost_cents is None else Money(row.cost_cents),
        signed_on=row.signed_on,
        document_id=row.document_id if is_on_chart(row) else None,
        noted_by=row.noted_by,
        noted_at=row.noted_at,
        version=row.version,
        struck_at=row.struck_at,
        struck_by=row.struck_by,
        struck_why=row.struck_why,
    )
