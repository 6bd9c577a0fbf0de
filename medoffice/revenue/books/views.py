"""Screens of the books: the day sheet, deposits, proofs."""

from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.kernel import clock
from medoffice.practice.api import practice, sites
from medoffice.revenue.books import queries
from medoffice.revenue.books.actions.make_deposit import make_deposit
from medoffice.revenue.books.actions.nightly_proof import nightly_proof
from medoffice.security.api import OfficeRequest, saw, screen
from medoffice.ui.dates import day_to_show
from medoffice.ui.lists import limit_of, rest_of


@screen("books.read")
def sheet_of_day(request: OfficeRequest) -> HttpResponse:
    """The day sheet of a date."""
    today = clock.today(ZoneInfo(sites()[0].zone))
    on = day_to_show(request.GET.get("on", ""), today)
    sheet = queries.day_sheet(request.actor, on, limit_of(request))
    saw(request, {line.patient_id for line in sheet.lines if line.patient_id})
    rest = rest_of(request, len(sheet.lines), sheet.count)
    context = {"sheet": sheet, "rest": rest, "on": on, "office": practice()}
    return render(request, "books/day_sheet.html", context)


@screen("books.read")
def all_deposits(request: OfficeRequest) -> HttpResponse:
    """What is to be deposited, and what was."""
    context = {"waiting": queries.to_be_deposited(), "deposits": queries.deposits()}
    return render(request, "books/deposits.html", context)


@require_POST
@screen("books.deposit")
def deposit(request: OfficeRequest) -> HttpResponse:
    """Make a deposit."""
    today = clock.today(ZoneInfo(sites()[0].zone))
    make_deposit(actor=request.actor, kind=request.POST.get("kind", ""), on=today)
    return redirect("books:deposits")


@screen("books.read")
def all_proofs(request: OfficeRequest) -> HttpResponse:
    """What must be true, as it was last proved: tonight by itself, or now by whoever asks."""
    at, proofs = queries.latest_proofs()
    return render(request, "books/proofs.html", {"proofs": proofs, "at": at})


@require_POST
@screen("books.prove")
def prove(request: OfficeRequest) -> HttpResponse:
    """Run the proofs and keep the result."""
    nightly_proof(actor=request.actor)
    return redirect("books:proofs")
