"""What coverage registers: the state of coverage in the banner, the card at registration, dead lines as work."""

from uuid import UUID

from django.urls import reverse

from medoffice.kernel.facts import fact
from medoffice.kernel.trace import Ref
from medoffice.practice.api import register_work_kind, today_here
from medoffice.practice.types import WorkKind
from medoffice.records.coverage.actions.line import WORK
from medoffice.records.coverage.actions.settling import settle_policies
from medoffice.records.coverage.queries import coverages_on, member_ids_of
from medoffice.records.coverage.types import EligibilityTold
from medoffice.records.coverage.views import at_registration, registered
from medoffice.records.patients.api import (
    register_banner_fact,
    register_card_cause,
    register_identifier,
    register_merging,
    register_registration_part,
)
from medoffice.records.patients.types.people import BannerFact
from medoffice.security.types import Role
from medoffice.ui.navigation import Command, register_command


def _banner_fact(patient_id: UUID) -> BannerFact:
    held = coverages_on(patient_id, today_here())
    return BannerFact(held[0].payer_name, "ok") if held else BannerFact("no insurance today", "warn")


def _line_url(ref: Ref) -> str:  # noqa: ARG001 - one page for all lines
    return reverse("coverage:line")


def _told_url(patient_id: UUID, _check: UUID) -> str:
    return reverse("coverage:told", args=[patient_id])


fact(EligibilityTold)
register_card_cause("payer", "a payer's answer", "coverage.read", _told_url)
register_work_kind(WorkKind(WORK, "payers not reached", Role.RECEPTIONIST, 8, _line_url))
register_command(Command("Questions to payers", "coverage:line", "coverage.ask"))
register_identifier("member number", member_ids_of)
register_merging("coverage", settle_policies)
register_banner_fact("coverage", _banner_fact)
register_registration_part("coverage", "Insurance, as the card says it", at_registration, registered)
