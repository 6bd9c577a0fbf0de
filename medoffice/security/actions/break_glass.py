"""Break the glass: in an emergency, see what a label keeps from somebody who treats."""

from uuid import UUID

from medoffice.kernel.refusals import Invalid
from medoffice.security.acting import action
from medoffice.security.actions.opening import begin
from medoffice.security.types import Actor, Reason

EMERGENCIES = (Reason.EMERGENCY, Reason.TREATMENT)


@action("security.break_glass")
def break_glass(*, actor: Actor, subject: UUID, code: Reason, why: str) -> UUID:
    """See one patient's labelled records on the screen for an hour, and write what the emergency needs.

    Raises NotFound where no glass is to break (nothing is kept, a denial by name, one's own record, only what no glass
    opens), Invalid without a reason.
    """
    if code not in EMERGENCIES:
        words = "Choose an emergency, or treatment now."
        raise Invalid("no-emergency", words, "", {"fields": {"code": [words]}})
    return begin(actor, "security.break_glass", subject, code, why, emergency=True)
