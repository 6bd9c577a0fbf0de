"""How soon dictations are due, and how long their recordings are kept."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from medoffice.clinic.dictation.actions.set_pace import set_pace
from medoffice.clinic.dictation.forms.office import PaceForm
from medoffice.clinic.dictation.queries.paces import kinds, paces
from medoffice.clinic.dictation.rules.due import pace_on
from medoffice.practice.api import today_here
from medoffice.security.api import OfficeRequest, screen
from medoffice.ui.fields import refusals_in


@screen("dictation.set_up")
def when_due(request: OfficeRequest) -> HttpResponse:
    """In how many hours each kind is due, and how long recordings are kept; set it anew from a day on."""
    form, today = PaceForm(request.POST or None), today_here()
    form.fields["since"].today = today  # type: ignore[attr-defined] # a TypedDateField
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            set_pace(actor=request.actor, pace=form.filled())
            return redirect("dictation:paces")
    known, titles = paces(), kinds()
    ahead = [one for one in known if one.since > today]
    lines = [*(pace_on(known, key, today) for key in titles), *ahead]
    context = {"form": form, "lines": [(titles[one.kind], one) for one in lines], "room": "dictation"}
    return render(request, "dictation/paces.html", context, status=422 if form.errors else 200)
