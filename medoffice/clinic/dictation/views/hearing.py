"""Who hears recordings first, and a try of that."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.clinic.dictation.actions.asking import listens
from medoffice.clinic.dictation.actions.set_recogniser import set_recogniser
from medoffice.clinic.dictation.actions.try_recogniser import try_recogniser
from medoffice.clinic.dictation.forms.office import HearingForm
from medoffice.clinic.dictation.queries.drafts import hearing
from medoffice.clinic.dictation.queries.practicum import practice_dictation
from medoffice.clinic.dictation.queries.tries import latest_try, server_key
from medoffice.clinic.dictation.rules.trying import SAMPLE, standing
from medoffice.clinic.dictation.types.servers import Hearing
from medoffice.kernel import clock
from medoffice.kernel.speech_models import own_model
from medoffice.security.api import OfficeRequest, screen
from medoffice.ui.fields import refusals_in


@screen("dictation.set_up")
def who_hears(request: OfficeRequest) -> HttpResponse:
    """Which recogniser it is, and where if it is a server; how a try of it stands, which asks again by itself."""
    by = hearing()
    if "X-Poll" in request.headers:
        return render(request, "dictation/_tried.html", _tried(by))
    form = HearingForm(request.POST or None, initial=HearingForm.initial_of(by))
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            chosen, forget = form.filled(), form.cleaned_data["forget"]
            set_recogniser(actor=request.actor, recogniser=chosen.recogniser, server=chosen.server, forget_key=forget)
            return redirect("dictation:who-hears")
    if form.is_bound:
        form.ask_key_again()
    context = {"form": form, "model": own_model(), "room": "dictation", **_tried(by)}
    return render(request, "dictation/hearing.html", context, status=422 if form.errors else 200)


def _tried(by: Hearing) -> dict[str, Any]:
    """Who hears as it is set, whether a key is kept, and how the latest try of it stands."""
    one = latest_try()
    return {
        "by": by,
        "key": server_key(),
        "can_try": listens(by.recogniser),
        "tried": one,
        "stands": standing(one, clock.now()) if one else None,
        "sample": practice_dictation(SAMPLE),
    }


@require_POST
@screen("dictation.set_up")
def try_it(request: OfficeRequest) -> HttpResponse:
    """Have the recogniser tried; its page tells what comes of it."""
    try_recogniser(actor=request.actor)
    return redirect("dictation:who-hears")
