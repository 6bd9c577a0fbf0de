"""What coverage puts into patient identity: the state of coverage in the banner, the card at registration."""

from uuid import UUID

from medoffice.practice.api import today_here
from medoffice.records.coverage.queries import coverages_on
from medoffice.records.coverage.views import at_registration, registered
from medoffice.records.patients.api import register_banner_fact, register_registration_part
from medoffice.records.patients.types import BannerFact


def _banner_fact(patient_id: UUID) -> BannerFact:
    held = coverages_on(patient_id, today_here())
    return BannerFact(held[0].payer_name, "ok") if held else BannerFact("no insurance today", "warn")


register_banner_fact("coverage", _banner_fact)
register_registration_part("coverage", "Insurance, as the card says it", at_registration, registered)
