"""What upkeep offers to other rooms: its kinds of work and its command."""

from django.urls import reverse

from medoffice.clinic.upkeep.actions.keeping import MISSED, ODD
from medoffice.kernel.trace import Ref
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.practice.api import register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.security.types import Role
from medoffice.ui.navigation import Command, register_command


def _url(ref: Ref) -> str:
    return reverse("upkeep:equipment", args=[ref.id])


register_append_only("upkeep_entry")
register_append_only("upkeep_missed")
register_append_only("upkeep_decided")
register_work_kind(WorkKind(MISSED, "not logged in time", Role.MEDICAL_ASSISTANT, 1, _url))
register_work_kind(WorkKind(ODD, "out of its limits", Role.MANAGER, 4, _url))
register_command(
    Command(
        "Upkeep",
        "upkeep:day",
        "upkeep.see",
        words="temperature, refrigerator, fridge, freezer, autoclave, sterilizer, spore, cleaning, log",
    )
)
