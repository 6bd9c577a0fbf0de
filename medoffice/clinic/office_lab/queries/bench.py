"""Reads of the bench: tests, kits, controls, runs of quality control; no patients."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from uuid import UUID

from medoffice.clinic.office_lab import models
from medoffice.clinic.office_lab.rules.locking import why_locked
from medoffice.clinic.office_lab.types import (
    Control,
    ControlSaid,
    Every,
    Kit,
    OfficeTest,
    Run,
    SaidOfTest,
    Scale,
    Westgard,
)
from medoffice.kernel.findings import Finding
from medoffice.kernel.refusals import NotFound


def office_tests(*, every: bool = False) -> list[OfficeTest]:
    """The tests the office does, by name; with ``every`` those it did. One query."""
    rows = models.OfficeTest.objects.order_by("name")
    return [to_test(row) for row in (rows if every else rows.filter(used=True))]


def office_test(test_id: UUID) -> OfficeTest:
    """A test. Raises NotFound. One query."""
    row = models.OfficeTest.objects.filter(id=test_id).first()
    if row is None:
        raise NotFound
    return to_test(row)


def kits(test_ids: Iterable[UUID], site_id: UUID | None = None) -> list[Kit]:
    """The kits of tests that were not ended, what expires first before the others. One query."""
    rows = models.KitLot.objects.filter(test_id__in=set(test_ids), ended_at=None)
    rows = rows.filter(site_id=site_id) if site_id else rows
    return [to_kit(row) for row in rows.order_by("expires", "id")]


def kit(kit_id: UUID) -> Kit:
    """A kit. Raises NotFound. One query."""
    row = models.KitLot.objects.filter(id=kit_id).first()
    if row is None:
        raise NotFound
    return to_kit(row)


def controls(test_ids: Iterable[UUID]) -> list[Control]:
    """The controls of tests that are in use. One query."""
    rows = models.Control.objects.filter(test_id__in=set(test_ids), ended_at=None)
    return [to_control(row) for row in rows.order_by("level", "id")]


def runs_of_kits(kit_ids: Iterable[UUID]) -> list[Run]:
    """What controls gave with kits, oldest first. One query."""
    rows = models.QcRun.objects.filter(kit_id__in=set(kit_ids)).select_related("control")
    return [to_run(row) for row in rows.order_by("id")]


def runs_of_controls(control_ids: Iterable[UUID]) -> list[Run]:
    """What controls gave, with any kit, oldest first. One query."""
    rows = models.QcRun.objects.filter(control_id__in=set(control_ids)).select_related("control")
    return [to_run(row) for row in rows.order_by("id")]


def standings(
    on: date, test_ids: Iterable[UUID], site_id: UUID | None = None
) -> list[tuple[OfficeTest, Kit, list[Finding]]]:
    """Each kit of these tests with what keeps it from being used on a day, nothing if it may be. Four queries."""
    known = {row.id: to_test(row) for row in models.OfficeTest.objects.filter(id__in=set(test_ids)).order_by("name")}
    found = kits(known, site_id)
    in_use = defaultdict(list)
    for one in controls(known):
        in_use[one.test_id, one.site_id].append(one)
    ran = defaultdict(list)
    for run in runs_of_kits(one.id for one in found):
        ran[run.kit_id].append(run)
    return [
        (
            known[one.test_id],
            one,
            why_locked(known[one.test_id], one, in_use[one.test_id, one.site_id], ran[one.id], on),
        )
        for one in sorted(found, key=lambda one: (known[one.test_id].said.name, one.expires, one.lot))
    ]


def to_test(row: models.OfficeTest) -> OfficeTest:
    """A row as the noun."""
    said = SaidOfTest(
        key=row.key,
        name=row.name,
        scale=Scale(row.scale),
        levels=tuple(row.levels),
        every=Every(row.every),
        answers=tuple(row.answers),
        unusual=tuple(row.unusual),
        unit=row.unit,
        low=_plain(row.low),
        high=_plain(row.high),
        least=_plain(row.least),
        most=_plain(row.most),
        loinc=row.loinc,
        rejects=tuple(Westgard(one) for one in row.rejects),
    )
    return OfficeTest(row.id, said, row.standing_by, row.used, row.version)


def to_kit(row: models.KitLot) -> Kit:
    """A row as the noun."""
    return Kit(row.id, row.test_id, row.site_id, row.lot, row.expires, row.came_at, row.ended_why, row.ended_by)


def to_control(row: models.Control) -> Control:
    """A row as the noun."""
    said = ControlSaid(row.level, row.lot, row.expires, row.expected, _plain(row.mean), _plain(row.sd))
    return Control(row.id, row.test_id, row.site_id, said, row.ended_at is None)


def to_run(row: models.QcRun) -> Run:
    """A row as the noun."""
    return Run(
        id=row.id,
        run_id=row.run_id,
        kit_id=row.kit_id,
        control_id=row.control_id,
        level=row.control.level,
        value=row.value,
        number=row.number,
        z=row.z,
        passed=row.passed,
        broken=tuple(Westgard(one) for one in row.broken),
        did=row.did,
        on=row.on,
        at=row.at,
        by=row.by,
    )


def _plain(number: Decimal | None) -> Decimal | None:
    """A number without the zeros its column adds."""
    return None if number is None else Decimal(f"{number.normalize():f}")
