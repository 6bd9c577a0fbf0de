"""What code lists offer to others: their check, their work, their place in the navigation."""

from django.urls import reverse

from medoffice.clinic.prescriptions.api import register_drug_names
from medoffice.kernel.checks import register_check
from medoffice.kernel.trace import Ref
from medoffice.practice.api import register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.revenue.code_lists.actions.tell_endings import LIST_ENDS
from medoffice.revenue.code_lists.queries.drug_names import drug_names, product_names
from medoffice.revenue.code_lists.queries.releases import lists_check
from medoffice.security.types import Role
from medoffice.ui.navigation import Command, register_command


def _url(_ref: Ref) -> str:
    return reverse("code_lists:lists")


register_drug_names("RxNorm", drug_names)
register_drug_names("NDC", product_names)
register_check("code-lists", lists_check)
register_work_kind(WorkKind(LIST_ENDS, "code list to load anew", Role.CODER, 240, _url))
register_command(Command("Code lists: what is loaded", "code_lists:lists", "code_lists.read"))
register_command(
    Command(
        "Code lists: look a code up",
        "code_lists:look",
        "code_lists.read",
        words="CARC, RARC, NUCC taxonomy, CVX, LOINC, NDC, RxNorm, HCPCS",
    )
)
