"""Screens of the practice: setting the office up, from nothing to the first bookable hour."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.kernel import clock, jobs
from medoffice.kernel.refusals import Invalid
from medoffice.practice import queries
from medoffice.practice.actions.add_payer import add_payer
from medoffice.practice.actions.add_room import add_room
from medoffice.practice.actions.add_site import add_site
from medoffice.practice.actions.add_staff import add_staff
from medoffice.practice.actions.change_payer import change_payer
from medoffice.practice.actions.change_site import change_site
from medoffice.practice.actions.change_staff import change_staff
from medoffice.practice.actions.close_site import close_site
from medoffice.practice.actions.finish_work import finish_work
from medoffice.practice.actions.hand_over_work import hand_over_work
from medoffice.practice.actions.open_site import open_site
from medoffice.practice.actions.put_off_work import put_off_work
from medoffice.practice.actions.set_up_practice import set_up_practice
from medoffice.practice.actions.try_jobs_again import try_jobs_again
from medoffice.practice.forms import (
    ClosedForm,
    HandOverForm,
    NewStaffForm,
    PayerForm,
    PracticeForm,
    PutOffForm,
    RoomForm,
    SiteForm,
    StaffForm,
)
from medoffice.practice.offers import set_up_steps
from medoffice.security.api import OfficeRequest, back, saw, screen, users
from medoffice.ui.fields import refusals_in
from medoffice.ui.panels import panels_for


@screen("practice.set_up")
def set_up(request: OfficeRequest) -> HttpResponse:
    """What a new office enters, in order, and what is there already."""
    steps = [(step, step.there()) for step in set_up_steps.values()]
    missing = next((step.key for step, there in steps if not there), "")
    return render(request, "practice/set_up.html", {"steps": steps, "missing": missing})


@screen("practice.set_up")
def office(request: OfficeRequest) -> HttpResponse:
    """Enter or correct the legal office that bills."""
    initial = PracticeForm.shown(queries.practice()) if queries.practice_is_set_up() else {}
    form = PracticeForm(request.POST or None, initial=initial)
    if _did(form, lambda: set_up_practice(actor=request.actor, **form.filled())):
        return redirect("practice:set-up")
    return _page(request, "practice/office.html", form)


@screen("practice.set_up")
def sites(request: OfficeRequest) -> HttpResponse:
    """The sites; add one."""
    places = queries.sites()
    form = SiteForm(request.POST or None, initial={"zone": "America/Chicago", "place_of_service": "11"})
    if _did(form, lambda: add_site(actor=request.actor, **form.filled())):
        return redirect("practice:sites")
    return _page(request, "practice/sites.html", form, sites=places)


@screen("practice.set_up")
def site(request: OfficeRequest, site_id: UUID) -> HttpResponse:
    """A site: correct it; its rooms and closed days."""
    place = queries.site(site_id)
    form = SiteForm(request.POST or None, initial=SiteForm.shown(place))
    if _did(form, lambda: change_site(actor=request.actor, site_id=site_id, **form.filled())):
        return redirect("practice:site", site_id)
    return _site_page(request, site_id, form=form)


@require_POST
@screen("practice.set_up")
def site_room(request: OfficeRequest, site_id: UUID) -> HttpResponse:
    """Add an exam room."""
    form = RoomForm(request.POST)
    if _did(form, lambda: add_room(actor=request.actor, site_id=site_id, **form.cleaned_data)):
        return redirect("practice:site", site_id)
    return _site_page(request, site_id, room_form=form)


@require_POST
@screen("practice.set_up")
def site_closed(request: OfficeRequest, site_id: UUID) -> HttpResponse:
    """Close a site for a day."""
    form = ClosedForm(request.POST)
    if _did(form, lambda: close_site(actor=request.actor, site_id=site_id, **form.cleaned_data)):
        return redirect("practice:site", site_id)
    return _site_page(request, site_id, closed_form=form)


@require_POST
@screen("practice.set_up")
def site_open(request: OfficeRequest, site_id: UUID, closure_id: UUID) -> HttpResponse:
    """Take back that a site is closed on a day."""
    open_site(actor=request.actor, closure_id=closure_id)
    return redirect("practice:site", site_id)


@screen("practice.set_up")
def staff(request: OfficeRequest) -> HttpResponse:
    """Everybody who works here; add somebody, with an account."""
    members = queries.staff()
    form = NewStaffForm(request.POST or None, initial={"account": "new"})
    form.offer(queries.sites())
    taken = {member.user_id for member in members}
    form.offer_accounts([(user.id, user.name) for user in users() if user.active and user.id not in taken])
    if _did(
        form,
        lambda: add_staff(
            actor=request.actor,
            user_id=form.user_id(),
            account=form.new_account(),
            **form.filled(),
        ),
    ):
        return redirect("practice:staff")
    return _page(request, "practice/staff.html", form, members=members, sites=queries.sites())


@screen("practice.set_up")
def member(request: OfficeRequest, staff_id: UUID) -> HttpResponse:
    """Somebody who works here: correct it; what other rooms know of them."""
    form = StaffForm(request.POST or None, initial=StaffForm.shown(queries.staff_member(staff_id)))
    form.offer(queries.sites())
    if _did(form, lambda: change_staff(actor=request.actor, staff_id=staff_id, **form.filled())):
        return redirect("practice:member", staff_id)
    return _member_page(request, staff_id, form=form)


@screen("practice.set_up")
def payers(request: OfficeRequest) -> HttpResponse:
    """The payers; add one."""
    known = queries.payers()
    form = PayerForm(request.POST or None, initial={"timely_filing_days": 90})
    if _did(form, lambda: add_payer(actor=request.actor, **form.filled())):
        return redirect("practice:payers")
    return _page(request, "practice/payers.html", form, payers=known)


@screen("practice.set_up")
def payer(request: OfficeRequest, payer_id: UUID) -> HttpResponse:
    """Correct a payer."""
    form = PayerForm(request.POST or None, initial=PayerForm.shown(queries.payer(payer_id)))
    if _did(form, lambda: change_payer(actor=request.actor, payer_id=payer_id, **form.filled())):
        return redirect("practice:payers")
    return _page(request, "practice/payers.html", form, payers=queries.payers(), chosen=payer_id)


@screen("practice.watch")
def background_work(request: OfficeRequest) -> HttpResponse:
    """What the office does by itself and does not go well."""
    troubles = jobs.troubles()
    given_up = any(finding.code == "job-failed" for finding in troubles)
    context = {"troubles": troubles, "given_up": given_up, "room": "practice"}
    return render(request, "practice/jobs.html", context)


@require_POST
@screen("practice.watch")
def jobs_again(request: OfficeRequest) -> HttpResponse:
    """Let what was given up run again."""
    again = try_jobs_again(actor=request.actor)
    messages.success(request, f"{again} of them are taken up again.")
    return redirect("practice:jobs")


@screen("work.do")
def work_item(request: OfficeRequest, item_id: UUID) -> HttpResponse:
    """An item of the queue: finish it with its outcome, hand it over, put it back."""
    item = queries.work_item(request.actor, item_id)
    saw(request, {item.patient_id} if item.patient_id else set())
    people = [user for user in users() if user.active and user.id != request.actor.id]
    return render(request, "practice/work_item.html", {"item": item, "people": people, "room": "work"})


@require_POST
@screen("work.do")
def work_hand_over(request: OfficeRequest, item_id: UUID) -> HttpResponse:
    """Hand an item over, or put it back into its queue."""
    form = HandOverForm(request.POST)
    if not form.is_valid():
        raise Invalid("nobody-chosen", "Nobody of that name is here.", "Open the item again and choose from the list.")
    hand_over_work(actor=request.actor, item_id=item_id, to=form.cleaned_data["to"])
    return back(request, "/work/")


@require_POST
@screen("work.do")
def work_put_off(request: OfficeRequest, item_id: UUID) -> HttpResponse:
    """Let an item wait until a time, as typed: +2w, tomorrow 10am."""
    form = PutOffForm(request.POST)
    if not form.is_valid():
        raise Invalid(
            "no-time",
            " ".join(str(why) for why in form.errors.get("until", ["Say until when."])),
            "Such as +2w or 3pm.",
        )
    put_off_work(actor=request.actor, item_id=item_id, until=form.cleaned_data["until"])
    return back(request, "/work/")


@require_POST
@screen("work.do")
def work_finish(request: OfficeRequest, item_id: UUID) -> HttpResponse:
    """Finish an item, saying what came of it."""
    finish_work(actor=request.actor, item_id=item_id, outcome=request.POST.get("outcome", ""))
    return back(request, "/work/")


def _did(form: forms.Form, act: Callable[[], object]) -> bool:
    """Act on a form that was sent and is well typed; False leaves it to be shown again, with what was refused."""
    if not form.is_bound or not form.is_valid():
        return False
    with refusals_in(form):
        act()
        return True
    return False


def _site_page(
    request: OfficeRequest,
    site_id: UUID,
    form: SiteForm | None = None,
    room_form: RoomForm | None = None,
    closed_form: ClosedForm | None = None,
) -> HttpResponse:
    place = queries.site(site_id)
    first = form or SiteForm(initial=SiteForm.shown(place))
    others = {"room_form": room_form or RoomForm(), "closed_form": closed_form or ClosedForm()}
    closed = queries.closures([site_id], clock.today(clock.zone(place.zone)))
    rooms = queries.exam_rooms(site_id)
    return _page(request, "practice/site.html", first, site=place, rooms=rooms, closed=closed, **others)


def _member_page(request: OfficeRequest, staff_id: UUID, form: StaffForm | None = None) -> HttpResponse:
    who = queries.staff_member(staff_id)
    first = form or StaffForm(initial=StaffForm.shown(who))
    first.offer(queries.sites())
    return _page(request, "practice/member.html", first, member=who, panels=panels_for("member", request, staff_id))


def _page(request: OfficeRequest, template: str, form: forms.Form, **context: object) -> HttpResponse:
    """A page with a form; 422 if one of its forms was sent and is shown again."""
    shown = [form, *(value for value in context.values() if isinstance(value, forms.Form))]
    status = 422 if any(each.is_bound and each.errors for each in shown) else 200
    return render(request, template, {"form": form, "room": "practice", **context}, status=status)
