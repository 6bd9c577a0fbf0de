"""Say how long is long."""

from medoffice.front_office.flow.models import Limit
from medoffice.front_office.scheduling.api import visit_type
from medoffice.kernel.refusals import Invalid
from medoffice.records.encounters.types import OVER, Stage
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("flow.set_up")
def set_limit(*, actor: Actor, kind: str, stage: str, look: int, act: int) -> None:
    """After how many minutes at a stage a visit of a kind (any, if blank) is looked at and acted on.

    About the same it replaces what was said. Raises Invalid; NotFound for a kind there is not.
    """
    fields: dict[str, list[str]] = {}
    if stage not in {one.value for one in Stage} - {one.value for one in OVER}:
        fields["stage"] = ["Choose a stage at which patients wait."]
    if not 1 <= look <= 240:
        fields["look"] = ["1 to 240 minutes."]
    if not look <= act <= 240:
        fields["act"] = ["As long or longer, up to 240 minutes."]
    if fields:
        raise Invalid("not-acceptable", "These minutes cannot be.", "", {"fields": fields})
    if kind:
        visit_type(kind)
    row, _ = Limit.objects.update_or_create(kind=kind, stage=stage, defaults={"look": look, "act": act})
    record("flow limit", row.id, visits=kind, stage=stage, look=look, act=act)
