"""What referrals register: their chips, what is given at check-out, their loops, the papers that go, their work."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.urls import reverse

from medoffice.front_office.check_in.api import register_parting
from medoffice.front_office.check_in.types import Parting
from medoffice.front_office.letters.api import register_letter_list
from medoffice.front_office.letters.types.letters import LetterList
from medoffice.front_office.referrals.actions.note_report import close_with_report, note_report
from medoffice.front_office.referrals.actions.rows import OVERDUE, TO_SEND
from medoffice.front_office.referrals.offers import register_loops, register_packet_part
from medoffice.front_office.referrals.queries.packet import document_pages, documents_offered
from medoffice.front_office.referrals.queries.referrals import (
    loops_of,
    open_referrals,
    referrals_of_visit,
    reports_of_open,
    sent_here,
    waiting_for_report,
)
from medoffice.front_office.referrals.types import Direction, Loop, PartSource, Referral
from medoffice.front_office.referrals.views.referrals import patient_panel, visit_panel
from medoffice.front_office.scheduling.api import register_prerequisite
from medoffice.front_office.scheduling.types import Appointment, Chip
from medoffice.kernel.trace import Ref
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.practice.api import register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.records.documents.api import register_filing, register_open_use
from medoffice.records.encounters.types import Encounter
from medoffice.security.types import Actor, Role
from medoffice.ui.navigation import Command, NavItem, register_command, register_navigation
from medoffice.ui.panels import register_panel


def _url(ref: Ref) -> str:
    return reverse("referrals:referral", args=[ref.id])


def _chips(actor: Actor, visits: Sequence[Appointment]) -> Mapping[UUID, Chip]:
    """Who was sent here, and by whom. What payer wants a referral is not known here."""
    found = sent_here(actor, {one.patient_id for one in visits})
    return {one.id: _chip(found[one.patient_id]) for one in visits if one.patient_id in found}


def _chip(one: Referral) -> Chip:
    return Chip("ok", f"sent by {one.performer.name}", _url(Ref("referral", one.id)))


def _partings(actor: Actor, visit: Encounter) -> Sequence[Parting]:
    """What was referred at this visit."""
    found = [one for one in referrals_of_visit(actor, visit.id) if one.direction is Direction.OUT]
    return [
        Parting(
            f"Referral to {one.performer.name}, {one.performer.specialty}",
            chip=one.state.value,
            tone="" if one.open else "ok",
            url=_url(Ref("referral", one.id)),
            key="" if number else "f",
        )
        for number, one in enumerate(found)
    ]


class _Report:
    """A document that is filed may be the report of a referral."""

    label = "Closes referral"

    def choices(self, actor: Actor, patient_id: UUID) -> list[tuple[UUID, str]]:
        """The referrals of this patient that wait for one."""
        found = waiting_for_report(actor, patient_id)
        return [(one.id, f"{one.number} to {one.performer.name}, {one.performer.specialty}") for one in found]

    def filed(self, actor: Actor, document_id: UUID, chosen: UUID, *, signs: bool) -> None:
        """It is the report."""
        note_report(actor=actor, referral_id=chosen, document_id=document_id, signs=signs)

    def signed(self, actor: Actor, document_id: UUID) -> None:
        """It was read."""
        close_with_report(actor=actor, document_id=document_id)


def _loops(actor: Actor) -> list[Loop]:
    return loops_of(open_referrals(actor), _url(Ref("referral", _NONE)).replace(str(_NONE), "{}"))


def _referred(actor: Actor, _: str) -> list[UUID]:
    return [one.patient_id for one in open_referrals(actor) if one.direction is Direction.OUT]


_NONE = UUID(int=0)
register_append_only("referral_event")
register_append_only("referral_pace")
register_prerequisite("referral", _chips)
register_parting("referral", _partings)
register_packet_part("document", PartSource(documents_offered, document_pages))
register_loops("referrals", _loops)
register_letter_list(LetterList("referrals", "Referrals that are open", _referred))
register_filing("referral", _Report())
register_open_use("a referral", reports_of_open)
register_work_kind(WorkKind(TO_SEND, "referral to send", Role.SECRETARY, 24, _url))
register_work_kind(WorkKind(OVERDUE, "referral overdue", Role.SECRETARY, 24, _url))
register_panel("patient", patient_panel)
register_panel("visit", visit_panel)
register_navigation(NavItem("referrals", "Referrals", "referrals:desk", "referrals.read", 26))
register_command(Command("Loop radar", "referrals:radar", "referrals.read"))
register_command(Command("Outside providers", "referrals:directory", "referrals.set_up"))
register_command(Command("When referrals are due", "referrals:paces", "referrals.set_up"))
