"""What rights register: kinds of work, their place, what stands beside things of a chart, what never changes."""

from uuid import UUID

from django.urls import reverse

from medoffice.kernel.trace import Ref
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.practice.api import register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.records.disclosures.api import register_objector
from medoffice.records.documents.api import register_appended
from medoffice.records.patients.api import register_banner_fact
from medoffice.records.patients.types.people import BannerFact
from medoffice.records.rights.actions.ask_restriction import RESTRICTION
from medoffice.records.rights.actions.rows import ASKED, TO_TELL
from medoffice.records.rights.queries.amendments import beside
from medoffice.records.rights.queries.restrictions import against, holding_of
from medoffice.records.rights.views.notices import notice_panel
from medoffice.records.rights.views.patient import patient_panel
from medoffice.security.types import Role
from medoffice.ui.navigation import Command, register_command
from medoffice.ui.panels import register_panel


def _restriction(ref: Ref) -> str:
    return reverse("rights:restriction", args=[ref.id])


def _url(ref: Ref) -> str:
    return reverse("rights:amendment", args=[ref.id])


def _kept_from(patient_id: UUID) -> BannerFact | None:
    """Who is not to be told, for whoever is about to write or speak."""
    names = dict.fromkeys(one.to_name for one in holding_of(patient_id))
    return BannerFact(f"not to be told: {', '.join(names)}", "bad") if names else None


register_banner_fact("restrictions", _kept_from)
register_append_only("amendment_line")
register_append_only("privacy_notice")
register_append_only("notice_receipt")
register_appended("amendments", beside)
register_work_kind(WorkKind(ASKED, "amendment asked for", Role.PRIVACY_OFFICER, 1440, _url))
register_work_kind(WorkKind(TO_TELL, "amendment to tell of", Role.SECRETARY, 48, _url))
register_work_kind(WorkKind(RESTRICTION, "restriction asked for", Role.PRIVACY_OFFICER, 336, _restriction))
register_objector("restrictions", against)
register_command(
    Command("Amendments of charts", "rights:desk", "rights.note", words="amendment, restriction, correction")
)
register_command(Command("Notice of privacy practices", "rights:notices", "rights.notice"))
register_panel("patient", patient_panel)
register_panel("check-in", notice_panel)
