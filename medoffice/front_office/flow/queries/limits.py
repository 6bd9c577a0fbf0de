"""How long is long in this office."""

from medoffice.front_office.flow import models
from medoffice.front_office.flow.types import Limit


def limits() -> list[Limit]:
    """What the office said, by kind and stage. One query."""
    return [Limit(row.kind, row.stage, row.look, row.act) for row in models.Limit.objects.order_by("kind", "stage")]
