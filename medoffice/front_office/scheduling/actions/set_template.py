"""Say when a unit can be booked in a usual week."""

from datetime import date
from uuid import UUID

from medoffice.front_office.scheduling.actions.known_units import known_unit
from medoffice.front_office.scheduling.models import Block as Row
from medoffice.front_office.scheduling.models import Template
from medoffice.front_office.scheduling.queries.units import all_templates, template, visit_types
from medoffice.front_office.scheduling.rules.weeks import collision, left_of, odd_blocks
from medoffice.front_office.scheduling.types import Block
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.practice.api import site
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("appointments.set_up")
def set_template(
    *,
    actor: Actor,
    unit_id: UUID,
    site_id: UUID,
    blocks: tuple[Block, ...],
    valid_from: date,
    valid_to: date | None = None,
) -> UUID:
    """Set the week from a date on, to a date or for good; it takes these days from the others at the site.

    Booked visits stay booked; ``fallout`` lists before, ``off_template`` after, those that do not fit. Raises Invalid
    for blocks that cannot be, Refusal (hours-collide) if the unit is at another site then.
    """
    unit, place = known_unit(unit_id), site(site_id)
    wrong = odd_blocks(blocks)
    if valid_to is not None and valid_to < valid_from:
        wrong = "The last day comes before the first."
    unknown = {kind for one in blocks for kind in one.kinds} - {kind.key for kind in visit_types()}
    if unknown:
        wrong = f"There is no kind of visit {', '.join(sorted(unknown))}."
    if wrong:
        raise Invalid("odd-week", wrong, "Correct the week.", {"fields": {"week": [wrong]}})
    known = all_templates(unit_id)
    elsewhere = collision(blocks, (valid_from, valid_to), (one for one in known if one.site_id != site_id))
    if elsewhere:
        raise Refusal("hours-collide", elsewhere, "End those first, or choose other times.")
    for old in known:
        if old.site_id == site_id:
            _cut(old.id, left_of((old.valid_from, old.valid_to), (valid_from, valid_to)))
    made = _write(unit.id, place.id, blocks, valid_from, valid_to)
    record("template", made)
    return made


def _cut(template_id: UUID, left: list[tuple[date, date | None]]) -> None:
    """Leave of a template only these days: none, one stretch, or one before and one after."""
    old = template(template_id)
    if not left:
        Template.objects.filter(id=template_id).update(replaced_at=clock.now())
        return
    Template.objects.filter(id=template_id).update(valid_from=left[0][0], valid_to=left[0][1])
    for first, last in left[1:]:
        _write(old.unit_id, old.site_id, old.blocks, first, last)


def _write(unit_id: UUID, site_id: UUID, blocks: tuple[Block, ...], valid_from: date, valid_to: date | None) -> UUID:
    row = Template.objects.create(unit_id=unit_id, site_id=site_id, valid_from=valid_from, valid_to=valid_to)
    Row.objects.bulk_create(
        Row(
            template_id=row.id,
            weekday=one.weekday,
            starts=one.starts,
            ends=one.ends,
            kinds=list(one.kinds),
            opens_days=one.opens_days,
            at_once=one.at_once,
            label=one.label.strip()[:40],
        )
        for one in blocks
    )
    return row.id
