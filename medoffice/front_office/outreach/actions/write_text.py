"""Write a text of the office."""

from medoffice.front_office.outreach.models import OwnText
from medoffice.front_office.outreach.rules.texts import faults
from medoffice.front_office.outreach.types.messages import Detail, Purpose
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.records.patients.types.people import LANGUAGES
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("outreach.set_up")
def write_text(*, actor: Actor, purpose: Purpose, language: str, detail: Detail, subject: str, body: str) -> None:
    """From now on these words are sent; what is queued keeps its own. Raises Invalid per field."""
    wrong = {name: [why] for name, why in faults(detail, subject, body).items()}
    if language not in LANGUAGES:
        wrong["language"] = ["Choose one of the languages."]
    if wrong:
        raise Invalid("odd-text", "Some fields need another look.", "Correct them.", {"fields": wrong})
    OwnText.objects.update_or_create(
        purpose=purpose,
        language=language,
        detail=detail,
        defaults={
            "subject": subject.strip(),
            "body": body.strip(),
            "changed_by": actor.name,
            "changed_at": clock.now(),
        },
    )
    record("outreach_text", purpose=purpose.value, language=language, measure=detail.value)
