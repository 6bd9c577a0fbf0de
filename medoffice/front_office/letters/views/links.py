"""Letters behind a link: sending one, those that are out, and the page on which the reader opens it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from medoffice.front_office.letters.actions.open_link import open_link
from medoffice.front_office.letters.actions.revoke_link import revoke_link
from medoffice.front_office.letters.actions.send_link import send_link
from medoffice.front_office.letters.actions.set_link_rule import set_link_rule
from medoffice.front_office.letters.forms import LinkForm, LinkRuleForm
from medoffice.front_office.letters.queries import letters as asked
from medoffice.front_office.letters.queries.links import link_rule, links_out, own_email, token_hash
from medoffice.front_office.letters.queries.paper import pages_of_link
from medoffice.front_office.letters.types.letters import Letter
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.practice.api import practice, today_here
from medoffice.records.patients.api import banner, patients_by_id
from medoffice.security.api import OfficeRequest, acts_of_their_own, open_door, saw, screen, trying
from medoffice.security.types import PROGRAM
from medoffice.ui.fields import refusals_in


@screen("letters.send")
def link(request: OfficeRequest, letter_id: UUID) -> HttpResponse:
    """Mail a link to a letter; the code that somebody else is told on the telephone is shown once."""
    now = asked.letter(request.actor, letter_id)
    saw(request, [now.patient_id])
    form = LinkForm(request.POST if request.method == "POST" else None)
    form.ask(of_another=now.to == "other")
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            sent = send_link(actor=request.actor, letter_id=letter_id, place=_place(request), **form.cleaned_data)
            if not sent.code:
                messages.success(request, "The link is mailed; it asks for the birth date.")
                return redirect("letters:letter", letter_id)
            return _page(request, now, form, code=sent.code)
    return _page(request, now, form)


def _place(request: OfficeRequest) -> str:
    return request.build_absolute_uri(reverse("letters:open", args=["x"])).removesuffix("x/")


def _page(request: OfficeRequest, now: Letter, form: LinkForm, code: str = "") -> HttpResponse:
    address, stands = "", ""
    if now.to == "patient":
        try:
            address = own_email(now.patient_id)
        except Refusal as refusal:
            stands = f"{refusal.words} {refusal.fix}"
    context = {
        "letter": now,
        "form": form,
        "address": address,
        "stands": stands,
        "code": code,
        "rule": link_rule(),
        "reader": asked.recipient_of(now),
        "banner": banner(request.actor, now.patient_id),
        "room": "letters",
    }
    return render(request, "letters/link.html", context, status=422 if form.errors else 200)


@screen("letters.write")
def links(request: OfficeRequest) -> HttpResponse:
    """The links that are out: opened by whom and when, called back, over; and for how long links live."""
    found = links_out(request.actor)
    people = patients_by_id({one.patient_id for one in found})
    saw(request, people)
    rule, now = link_rule(), clock.now()
    may = request.may("letters.set_up")
    initial = {"days": rule.days, "tries": rule.tries, "since": f"{today_here():%m/%d/%Y}"}
    form = LinkRuleForm(request.POST if request.method == "POST" and may else None, initial=initial)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            set_link_rule(actor=request.actor, rule=form.filled())
            return redirect("letters:links")
    context = {
        "lines": [(one, people[one.patient_id], one.state(now)) for one in found],
        "rule": rule,
        "form": form if may else None,
        "may_revoke": request.may("letters.revoke_link"),
        "room": "letters",
    }
    return render(request, "letters/links.html", context, status=422 if form.errors else 200)


@require_POST
@screen("letters.revoke_link")
def revoke(request: OfficeRequest, sending_id: UUID) -> HttpResponse:
    """It opens for nobody any more."""
    revoke_link(actor=request.actor, sending_id=sending_id, why=request.POST.get("why", ""))
    messages.success(request, "It is called back.")
    return redirect("letters:links")


@open_door("a reader opens a letter without an account: a random link, and something only they know")
def open_letter(request: HttpRequest, token: str) -> HttpResponse:
    """Asks for the birth date or the code whatever the link is; the right one gets the letter as a file to save."""
    refusal = None
    if request.method == "POST":
        try:
            with trying("letter link", token_hash(token), request.META.get("REMOTE_ADDR", "")):
                with acts_of_their_own():  # each try is judged anew: a form sent again after a call back opens nothing
                    sending_id = open_link(actor=PROGRAM, token=token, second=request.POST.get("second", "")[:40])
                if sending_id is None:
                    words = "With this no letter opens."
                    raise Refusal("wrong-link", words, "Look at what you typed, or call us for another link.")
                headers = {"Content-Disposition": 'attachment; filename="letter.pdf"', "Cache-Control": "no-store"}
                data = pages_of_link(sending_id)
                return HttpResponse(data, content_type="application/octet-stream", headers=headers)
        except Refusal as refused:
            refusal = refused
    office = practice()
    context = {"office_name": office.name, "phone": office.phone, "refusal": refusal}
    return render(request, "letters/open.html", context, status=422 if refusal else 200)
