"""Reads of what can be booked: kinds of visits, units and their templates, absences, rules. One query each."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter
from uuid import UUID

from django.db.models import Q, QuerySet

from medoffice.front_office.scheduling import models
from medoffice.front_office.scheduling.types import Away, Block, Rule, Unit, UnitKind, VisitType, Week
from medoffice.kernel.reading import once
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import staff_member

_HELD = models.Template.objects.filter(replaced_at=None)
_OF_BLOCKS = ("weekday", "starts", "ends", "kinds", "opens_days", "at_once", "label")


@once
def visit_types() -> list[VisitType]:
    """All kinds of visits by name."""
    return [_visit_type(row) for row in models.VisitType.objects.order_by("name")]


def visit_type(key: str) -> VisitType:
    """A kind of visit. Raises NotFound."""
    row = models.VisitType.objects.filter(key=key).first()
    if row is None:
        raise NotFound
    return _visit_type(row)


def units(site_id: UUID | None = None) -> list[Unit]:
    """Everything that can be booked, or what stands at a site, by kind and name."""
    rows = _units(Q(site_id=site_id) if site_id else Q())
    return sorted(rows, key=lambda one: (one.kind != UnitKind.PROVIDER, one.kind, one.name))


def unit(unit_id: UUID) -> Unit:
    """Something that can be booked, or a provider who has no week yet. Raises NotFound."""
    found = _units(Q(id=unit_id))
    if found:
        return found[0]
    member = staff_member(unit_id)
    if not member.is_provider:
        raise NotFound
    return Unit(member.id, UnitKind.PROVIDER, member.name, "", None)


def units_in(groups: Collection[str]) -> list[Unit]:
    """The units of these groups, by name. No query for none."""
    return sorted(_units(Q(group__in=groups)), key=lambda one: one.name) if groups else []


def groups_known() -> list[str]:
    """The groups that kinds of visits may ask for."""
    return sorted(set(models.Unit.objects.exclude(group="").values_list("group", flat=True)))


def templates_of(unit_ids: Iterable[UUID], first: date, last: date | None) -> list[Week]:
    """The templates of these units that hold on some day from first to last, by unit, site and date."""
    rows = _HELD.filter(Q(valid_to=None) | Q(valid_to__gte=first), unit_id__in=list(unit_ids))
    return _templates(rows.filter(valid_from__lte=last) if last else rows)


def all_templates(unit_id: UUID) -> list[Week]:
    """The templates of a unit, past ones too, by site and date."""
    return _templates(_HELD.filter(unit_id=unit_id))


def template(template_id: UUID) -> Week:
    """A template. Raises NotFound."""
    found = _templates(_HELD.filter(id=template_id))
    if not found:
        raise NotFound
    return found[0]


def absences(unit_ids: Iterable[UUID], first: datetime, last: datetime | None = None) -> list[Away]:
    """When these units are away, from first on (to last), soonest first."""
    rows = models.Away.objects.filter(taken_back_at=None, unit_id__in=list(unit_ids), during__endswith__gt=first)
    rows = rows.filter(during__startswith__lt=last) if last else rows
    return [_away(row) for row in rows.order_by("during")]


def rules() -> list[Rule]:
    """Every rule about capacity and length."""
    silent = Q(at_once=None, over=None, per_day=None, minutes=None)
    rows = models.Rule.objects.exclude(silent).order_by("id")
    return [
        Rule(
            row.id, row.unit_id, row.visit_type_id or "", row.label, row.at_once, row.over, row.per_day, row.minutes
        )
        for row in rows
    ]  # fmt: skip


def _units(which: Q) -> list[Unit]:
    return [to_unit(row) for row in models.Unit.objects.filter(which).select_related("staff", "room")]


def to_unit(row: models.Unit) -> Unit:
    """A row as the noun; needs ``staff`` and ``room``."""
    name = row.staff.name if row.staff else row.room.name if row.room else row.name
    return Unit(row.id, UnitKind(row.kind), name, row.group, row.site_id)


def _templates(rows: QuerySet[models.Template]) -> list[Week]:
    """Templates with their blocks: one line a block, and one for a template without any."""
    told = rows.order_by("unit_id", "site_id", "valid_from", "id", "blocks__weekday", "blocks__starts").values_list(
        "id", "unit_id", "site_id", "valid_from", "valid_to", *(f"blocks__{name}" for name in _OF_BLOCKS)
    )
    found = []
    for (template_id, unit_id, site_id, first, last), lines in groupby(told, key=itemgetter(0, 1, 2, 3, 4)):
        blocks = tuple(_block(line[5:]) for line in lines if line[5] is not None)
        found.append(Week(template_id, unit_id, site_id, first, last, blocks))
    return found


def _block(line: tuple[object, ...]) -> Block:
    weekday, starts, ends, kinds, *rest = line
    return Block(weekday, starts, ends, tuple(kinds), *rest)  # type: ignore[arg-type] # columns in their order


def _away(row: models.Away) -> Away:
    return Away(row.id, row.unit_id, row.during.lower, row.during.upper, row.reason)


def _visit_type(row: models.VisitType) -> VisitType:
    return VisitType(
        row.key, row.name, row.minutes, row.encounter_class, row.takes_copay, tuple(row.needs), row.fasting
    )
