"""Try the checker: it must find what it must find."""

from medoffice.clinic.prescriptions.models import SafetyTest
from medoffice.clinic.prescriptions.queries.safety import book, recognise
from medoffice.clinic.prescriptions.rules.safety import dead
from medoffice.kernel import clock
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("prescriptions.test")
def try_checker(*, actor: Actor) -> bool:
    """Ask it for what the book says it must find; whether it did. What it did not find is on every page from now on."""
    rules = book()
    wrong = dead(rules, recognise)
    row = SafetyTest.objects.create(at=clock.now(), version=rules.version, wrong="\n".join(wrong))
    record("safety_test", row.id, wrong=len(wrong))
    return not wrong
