"""Screens of disclosures: the log, and the account a patient may ask for."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from medoffice.kernel import clock
from medoffice.practice.api import practice, today_here
from medoffice.records.disclosures import queries
from medoffice.records.disclosures.forms import SoughtForm
from medoffice.records.disclosures.rules.accounting import reaches_back_to
from medoffice.records.disclosures.types import Sought
from medoffice.records.patients.api import banner, patients_by_id
from medoffice.security.api import OfficeRequest, saw, screen
from medoffice.ui.lists import limit_of, rest_of


@screen("disclosures.read")
def log(request: OfficeRequest) -> HttpResponse:
    """What left the office, latest first. What is looked for is sent, not put into the address: it may be a name."""
    form = SoughtForm(request.POST or None)
    for name in ("first", "last"):
        form.fields[name].today = today_here()  # type: ignore[attr-defined] # a TypedDateField
    sought = form.sought() if form.is_bound and form.is_valid() else Sought()
    found, total = queries.log(request.actor, sought, limit_of(request))
    people = patients_by_id({one.patient_id for one in found})
    saw(request, people)
    context = {
        "form": form,
        "lines": [(one, people[one.patient_id]) for one in found],
        "total": total,
        "rest": rest_of(request, len(found), total),
        "office": practice().name,
        "printed": clock.now(),
        "room": "letters",
    }
    return render(request, "disclosures/log.html", context, status=422 if form.errors else 200)


@screen("disclosures.account", patient="patient_id")
def account(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """The accounting of disclosures of a patient, ready to print."""
    today = today_here()
    context = {
        "lines": queries.accounting(request.actor, patient_id),
        "first": reaches_back_to(today),
        "today": today,
        "banner": banner(request.actor, patient_id),
        "office": practice().name,
        "printed": clock.now(),
        "room": "letters",
    }
    return render(request, "disclosures/account.html", context)
