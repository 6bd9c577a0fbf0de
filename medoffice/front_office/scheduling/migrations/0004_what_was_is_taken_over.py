"""The hours of the practice become weeks of the schedule; what is booked holds its provider; each has its log."""

from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.db import migrations
from medoffice.kernel.ids import new_id

HOLDS = ("booked", "confirmed", "arrived")
FOREVER = date.max


def take_over(apps: Any, _editor: Any) -> None:
    """Weeks by the dates on which the hours of a provider at a site change; then holdings and logs."""
    model = apps.get_model
    rows = model("practice", "WorkingHours").objects.order_by("staff_id", "site_id", "valid_from", "weekday", "starts")
    for (staff, site), found in groupby(rows, lambda row: (row.staff_id, row.site_id)):
        model("scheduling", "Unit").objects.get_or_create(id=staff, defaults={"kind": "provider", "staff_id": staff})
        _weeks(model, staff, site, list(found))
    booked = model("scheduling", "Appointment").objects
    known = set(model("scheduling", "Unit").objects.values_list("id", flat=True))
    for provider in set(booked.filter(walk_in=False).values_list("provider_id", flat=True)) - known:
        model("scheduling", "Unit").objects.create(id=provider, kind="provider", staff_id=provider)
    holding, change = model("scheduling", "Holding"), model("scheduling", "StateChange")
    holding.objects.bulk_create(
        (
            holding(id=new_id(), appointment_id=row.id, unit_id=row.provider_id, during=row.during, live=row.state in HOLDS)
            for row in booked.filter(walk_in=False).iterator()
        ),
        batch_size=2_000,
    )
    change.objects.bulk_create(
        (
            change(id=new_id(), appointment_id=row.id, state=row.state, why=row.why, at=row.booked_at, by=row.booked_by)
            for row in booked.iterator()
        ),
        batch_size=2_000,
    )


def _weeks(model: Any, staff: Any, site: Any, hours: list[Any]) -> None:
    """One week for each stretch of dates on which the same hours hold; hours keep their id in the first."""
    edges = sorted({row.valid_from for row in hours} | {row.valid_to + timedelta(days=1) for row in hours if row.valid_to})
    kept = set()
    for first, after in zip(edges, [*edges[1:], FOREVER], strict=True):
        held = [row for row in hours if row.valid_from <= first and (row.valid_to is None or first <= row.valid_to)]
        if not held:
            continue
        last = None if after == FOREVER else after - timedelta(days=1)
        week = model("scheduling", "Template").objects.create(
            id=new_id(), unit_id=staff, site_id=site, valid_from=first, valid_to=last
        )
        for row in held:
            model("scheduling", "Block").objects.create(
                id=new_id() if row.id in kept else row.id,
                template=week, weekday=row.weekday, starts=row.starts, ends=row.ends,
            )
            kept.add(row.id)


def give_back(apps: Any, _editor: Any) -> None:
    """The weeks of providers become hours again."""
    hours = apps.get_model("practice", "WorkingHours")
    blocks = apps.get_model("scheduling", "Block").objects.filter(template__unit__kind="provider")
    hours.objects.bulk_create(
        hours(
            id=block.id,
            staff_id=block.template.unit_id,
            site_id=block.template.site_id,
            weekday=block.weekday,
            starts=block.starts,
            ends=block.ends,
            valid_from=block.template.valid_from,
            valid_to=block.template.valid_to,
        )
        for block in blocks.select_related("template")
    )


class Migration(migrations.Migration):

    dependencies = [
        ('practice', '0002_work_of_a_visit'),
        ('scheduling', '0003_units_templates_holdings'),
    ]
    run_before = [('practice', '0003_hours_are_of_the_schedule')]

    operations = [
        migrations.RunPython(take_over, give_back),
    ]
