"""Take a control in use for a level of a test at a site."""

from uuid import UUID

from medoffice.clinic.office_lab.actions.keeping import locked_test, refuse_found
from medoffice.clinic.office_lab.models import Control
from medoffice.clinic.office_lab.queries.bench import to_test
from medoffice.clinic.office_lab.rules.judging import check_control
from medoffice.clinic.office_lab.types import ControlSaid, Scale
from medoffice.kernel import clock
from medoffice.kernel.findings import Finding
from medoffice.kernel.rows import new_row
from medoffice.practice.api import site, today_here
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("office_lab.keep")
def take_control(*, actor: Actor, test_id: UUID, site_id: UUID, said: ControlSaid) -> UUID:
    """A control as its sheet has it; the one before it of this level is used no more, and its runs count no more.

    Raises NotFound, Invalid field by field.
    """
    site(site_id)
    test = to_test(locked_test(test_id))
    found = check_control(test.said, said)
    if said.expires < today_here():
        found.append(Finding("expired", "expires", "It has expired."))
    refuse_found("control-odd", found)
    now, number = clock.now(), test.said.scale is Scale.QUANTITATIVE
    Control.objects.filter(test_id=test_id, site_id=site_id, level=said.level, ended_at=None).update(ended_at=now)
    row = new_row(
        Control,
        test_id=test_id,
        site_id=site_id,
        level=said.level,
        lot=said.lot.strip().upper()[:30],
        expires=said.expires,
        expected="" if number else said.expected,
        mean=said.mean if number else None,
        sd=said.sd if number else None,
        entered_at=now,
        entered_by=actor.name,
    )
    row.save(force_insert=True)
    record("office_control", row.id, level=said.level)
    return row.id
