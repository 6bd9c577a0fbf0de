"""What a patient sees: forms behind a link, one after the other, on one device; nothing else of the office."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import constant_time_compare

from medoffice.front_office.forms.actions.begin_link import begin_link
from medoffice.front_office.forms.actions.fill_form import fill_form
from medoffice.front_office.forms.queries import form_in, opened, token_hash
from medoffice.front_office.forms.rules.answering import answered, asked
from medoffice.front_office.forms.types import Handed
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.api import practice
from medoffice.security.api import open_door, trying
from medoffice.security.types import PROGRAM

COOKIE, ALIVE = "form_device", 3_600


@open_door("a patient fills forms without an account; the link is random, lives 45 minutes and opens on one device")
def at(request: HttpRequest, token: str) -> HttpResponse:
    """Begin on this device, then one form after the other; in the end, thanks."""
    try:
        with trying("form link", "a link", request.META.get("REMOTE_ADDR", "")):
            link = opened(token)
    except Refusal as refusal:
        return _page(request, "ended", status=404, refusal=refusal)
    if not _is_device(request, link):
        return _begin(request, token, link)
    if not link.waiting:
        return _page(request, "done")
    wanted = link.waiting[0]
    form, typed, wrong = form_in(wanted.body), _typed(request), dict[str, str]()
    if request.method == "POST" and "signed_name" in request.POST:
        try:
            fill_form(
                actor=PROGRAM,
                link_id=link.id,
                definition_id=wanted.id,
                typed=typed,
                signed_name=request.POST.get("signed_name", ""),
                strokes=request.POST.get("strokes", ""),
            )
            return redirect("forms:at", token)
        except Invalid as refusal:
            wrong = {name: " ".join(why) for name, why in refusal.detail["fields"].items()}
    answers, _ = answered(form, typed)
    context = {
        "form": wanted,
        "kind": wanted.kind,
        "asked": list(asked(form.items, typed, wrong, answers)),
        "wrong": wrong,
        "signed_name": request.POST.get("signed_name", ""),
        "place": len(link.definitions) - len(link.waiting) + 1,
        "of": len(link.definitions),
    }
    return _page(request, "fill", status=422 if wrong else 200, **context)


def _page(request: HttpRequest, name: str, status: int = 200, **context: object) -> HttpResponse:
    """A page for a patient, under the name of the office."""
    return render(request, f"forms/{name}.html", {"office_name": practice().name, **context}, status=status)


def _begin(request: HttpRequest, token: str, link: Handed) -> HttpResponse:
    """Nothing of the patient is shown before a device has begun; reading alone begins nothing."""
    if link.device_hash:
        refusal = Refusal("another-device", "This was begun on another device.", "Ask at the desk for another link.")
        return _page(request, "ended", status=404, refusal=refusal)
    if request.method != "POST":
        return _page(request, "begin")
    secret = begin_link(actor=PROGRAM, token=token)
    answer = redirect("forms:at", token)
    answer.set_cookie(
        COOKIE, secret, max_age=ALIVE, path="/forms/at/", secure=request.is_secure(), httponly=True, samesite="Strict"
    )
    return answer


def _is_device(request: HttpRequest, link: Handed) -> bool:
    held = request.COOKIES.get(COOKIE, "")
    return bool(held and link.device_hash) and constant_time_compare(token_hash(held), link.device_hash)


def _typed(request: HttpRequest) -> dict[str, list[str]]:
    if any("\x00" in text for _, values in request.POST.lists() for text in values):
        raise NotFound
    sent = ((name, values) for name, values in request.POST.lists() if name.startswith("q-"))
    return {name.removeprefix("q-"): [str(one) for one in values] for name, values in sent}
