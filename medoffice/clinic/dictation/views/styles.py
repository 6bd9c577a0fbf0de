"""How reports are written: each style by the same words, and which holds."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from medoffice.clinic.dictation.actions.set_style import set_style
from medoffice.clinic.dictation.forms.office import StyleForm
from medoffice.clinic.dictation.queries.styles import style
from medoffice.security.api import OfficeRequest, screen
from medoffice.standards.dictated.formatting import format_report
from medoffice.standards.dictated.types import Profile

_SAID = (
    "start metformin five hundred milligrams b i d and ibuprofen four hundred milligrams t i d p r n period "
    "next section assessment htn and copd period"
)


@screen("dictation.set_up")
def how_written(request: OfficeRequest) -> HttpResponse:
    """Both styles beside each other; one is chosen for drafts and for the formatter's key."""
    now, by = style()
    form = StyleForm(request.POST or None, initial={"profile": now.value})
    if form.is_bound and form.is_valid():
        set_style(actor=request.actor, profile=Profile(form.cleaned_data["profile"]))
        return redirect("dictation:style")
    shown = [(one, format_report(_SAID, one).text, one is now) for one in Profile]
    context = {"form": form, "shown": shown, "said": _SAID, "by": by, "room": "dictation"}
    return render(request, "dictation/style.html", context, status=422 if form.errors else 200)
