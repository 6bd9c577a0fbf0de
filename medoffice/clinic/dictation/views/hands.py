"""One's own keys and pedal for the player of recordings."""

import json
from collections.abc import Sequence
from decimal import Decimal

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.clinic.dictation.actions.set_hand import set_hand
from medoffice.clinic.dictation.actions.set_pass_pace import set_pass_pace
from medoffice.clinic.dictation.forms.typing import HandForm, PassPaceForm
from medoffice.clinic.dictation.queries.hands import hand_of
from medoffice.clinic.dictation.types.hands import Act, Hand
from medoffice.clinic.dictation.types.playing import Played
from medoffice.kernel.refusals import Invalid
from medoffice.security.api import OfficeRequest, acts_of_their_own, screen, seen_version
from medoffice.ui.fields import refusals_in


@screen("dictation.shorten")
def hand(request: OfficeRequest) -> HttpResponse:
    """Which key or pedal does what; learned by pressing it."""
    now = hand_of(request.actor)
    form = HandForm(
        request.POST or None,
        initial=_shown(now),
    )
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            set_hand(actor=request.actor, hand=form.filled(seen_version(request)))
            return redirect("dictation:hand")
    if form.is_bound:
        now = hand_of(request.actor)
    context = {
        "form": form,
        "keys": [form[act.value] for act in Act],
        "now": now,
        "kept": _kept(now, form) if form.is_bound and seen_version(request) != now.version else [],
        "room": "dictation",
    }
    return render(request, "dictation/hand.html", context, status=422 if form.errors else 200)


@require_POST
@screen("dictation.shorten")
def pass_pace(request: OfficeRequest) -> HttpResponse:
    """The speed danger words were last heard at. The answer is for the script."""
    form = PassPaceForm(request.POST)
    if not form.is_valid():
        raise Invalid("not-kept", "This could not be kept.", "Open the page again.")
    with acts_of_their_own():
        set_pass_pace(actor=request.actor, percent=form.cleaned_data["pass_percent"])
    return HttpResponse(status=204)


def _kept(now: Hand, form: HandForm) -> list[str]:
    """In words, what was kept in another window meanwhile and is otherwise than what this page says."""
    kept = _shown(now)
    others = [name for name, value in kept.items() if form.cleaned_data.get(name) != value]
    return [f"{form[name].label}: {'no key' if kept[name] == '' else kept[name]}" for name in others]


def _shown(now: Hand) -> dict[str, str | int | Decimal]:
    """As the form's fields show it."""
    speeds = {"percent": now.percent, "pass_percent": now.pass_percent}
    return {**now.shown, "seconds": Decimal(now.back_ms) / 1000, **speeds}


def player_of(
    request: OfficeRequest, sounds: list[tuple[str, int, str]], unheard: Sequence[Played] = ()
) -> dict[str, object]:
    """What the player of a page needs: the sounds, why others are not heard, and how this person works it."""
    hand = hand_of(request.actor)
    return {"sounds": sounds, "unheard": unheard, "hand": hand, "hand_told": json.dumps(hand.shown)}
