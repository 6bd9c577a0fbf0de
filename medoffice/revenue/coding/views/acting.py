"""What the desk and the worksheet share: evidence out of a form, and an act that is shown where it is refused."""

from collections.abc import Callable

from django.http import HttpResponse

from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.revenue.coding.forms import EvidenceForm
from medoffice.revenue.coding.types import Evidence
from medoffice.security.api import OfficeRequest, back


def evidence_of(form: EvidenceForm) -> Evidence:
    """The form's evidence. Raises Invalid in words if the form or the evidence is not complete."""
    if not form.is_valid():
        raise Invalid("not-acceptable", " ".join(f"{name}: {errors[0]}" for name, errors in form.errors.items()))
    evidence = form.evidence()
    if evidence is None:
        raise Invalid("evidence-missing", "No words are marked.", "Select the words of the note that support the code.")
    return evidence


def done_or_shown(
    request: OfficeRequest, act: Callable[[], object], show: Callable[[Refusal], HttpResponse]
) -> HttpResponse:
    """Act and go back to the page; what was not acceptable is shown on the page itself, with its status."""
    try:
        act()
    except Invalid as refusal:
        return show(refusal)
    return back(request, "/coding/")
