"""When the nights of the office's background work are: by the wall clock of its first site."""

from zoneinfo import ZoneInfo

from medoffice.kernel.schedules import register_local_zone
from medoffice.practice.queries import sites


def _zone() -> ZoneInfo:
    return ZoneInfo(next((site.zone for site in sites()), "UTC"))


register_local_zone(_zone)
