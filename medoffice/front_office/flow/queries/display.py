"""The screen in the waiting room: who agreed to be on it, by token and first name, and whether they are called."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.crypto import salted_hmac

from medoffice.front_office.flow.models import Calling, Display
from medoffice.front_office.flow.types import Called
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import site
from medoffice.records.encounters.api import encounters_on
from medoffice.records.encounters.types import Encounter, Stage


def token_hash(token: str) -> str:
    """What is kept of a screen's token."""
    return salted_hmac("flow display", token, algorithm="sha256").hexdigest()


def displays() -> dict[UUID, datetime]:
    """Since when each site has a screen, if it has one. One query."""
    return dict(Display.objects.filter(ended_at=None).values_list("site_id", "made_at"))


def called(token: str) -> tuple[str, list[Called]]:
    """The site of a screen and its lines; who waits longest stands first, who is called above them. Five queries.

    Raises NotFound for a token that is unknown or ended.
    """
    row = Display.objects.filter(token_hash=token_hash(token), ended_at=None).first()
    if row is None:
        raise NotFound
    place = site(row.site_id)
    visits = encounters_on(place.id, clock.today(ZoneInfo(place.zone)))
    shown = {one.id: one for one in visits if one.stage in (Stage.ARRIVED, Stage.ROOMED)}
    rows = Calling.objects.filter(encounter_id__in=list(shown)).exclude(token="")
    lines = [(_line(one, shown[one.encounter_id]), shown[one.encounter_id].started_at) for one in rows]
    return place.name, [line for line, _ in sorted(lines, key=lambda pair: (not pair[0].ready, pair[1]))]


def calling_of(encounter_id: UUID) -> tuple[str, str] | None:
    """The token of a visit and what the patient is called on the screen; None if they are not on it. One query."""
    row = Calling.objects.filter(encounter_id=encounter_id).exclude(token="").first()
    return (row.token, row.name) if row else None


def has_display(site_id: UUID) -> bool:
    """Whether a site has a screen in its waiting room. One query."""
    return Display.objects.filter(site_id=site_id, ended_at=None).exists()


def _line(row: Calling, visit: Encounter) -> Called:
    if visit.stage is Stage.ROOMED:
        return Called(row.token, row.name, f"please come to {visit.room}", ready=True)
    return Called(row.token, row.name, "waiting", ready=False)
