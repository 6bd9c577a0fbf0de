"""Give the level of a visit before its codes are seen."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.revenue.code_audits.actions.keeping import keep_judgement, open_chart
from medoffice.revenue.code_audits.rules.judging import HIGHEST, NO_LEVEL, level_of, of_level
from medoffice.revenue.code_audits.types import Kind
from medoffice.revenue.coding.api import coding, services
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("code_audits.audit")
def give_level(*, actor: Actor, audited_id: UUID, level: int) -> None:
    """Give it once, 1 to 5, 0 for a visit without one: what agreement on levels is counted by. The line that bills a
    level is judged by it at once, and can be judged anew.

    Raises Invalid for another number, Refusal where it is given.
    """
    row = open_chart(actor, audited_id)
    if not NO_LEVEL <= level <= HIGHEST:
        raise Invalid("level-wrong", "A level is 1 to 5, or 0 for none.", "")
    if row.own_level is not None:
        raise Refusal("level-given", "The level is given, and the codes are seen.", "Judge the line instead.")
    row.own_level, row.level_at = level, clock.now()
    row.save(update_fields=["own_level", "level_at"])
    codes = coding(row.coding_id)
    by_key = {one.key: one.code for one in services(codes.date)}
    for line in codes.services:
        if level_of(line):
            verdict, reason, key = of_level(line, level)
            keep_judgement(row, line, Kind.SERVICE, verdict, reason=reason, instead=by_key.get(key, ""))
    record("audited_chart", row.id, subjects=[row.patient_id], level=level)
