"""What waits for an answer of a payer; what stands of it beside a prescription, a medicine that is typed, a patient."""

from datetime import date, timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from medoffice.clinic.prescriptions.types.prescribing import Prescribing, Prescription
from medoffice.clinic.prescriptions.types.prescribing import State as Prescribed
from medoffice.practice.api import today_here
from medoffice.records.coverage.api import coverages_on
from medoffice.records.patients.api import patients_by_id
from medoffice.revenue.authorizations.queries import authorizations as asked
from medoffice.revenue.authorizations.queries.formularies import beside
from medoffice.revenue.authorizations.queries.packet import drug_of
from medoffice.revenue.authorizations.rules.clocks import ENDS_SOON, ends_soon
from medoffice.revenue.authorizations.rules.wording import number_words
from medoffice.revenue.authorizations.types import Authorization, Drug
from medoffice.security.api import OfficeRequest, can, saw, screen
from medoffice.ui.lists import limit_of, rest_of

MOST = 6


@screen("authorizations.read")
def desk(request: OfficeRequest) -> HttpResponse:
    """Every request that is open, by its day; then the approvals that end soon."""
    everything, today = asked.open_authorizations(request.actor), today_here()
    limit = limit_of(request)
    ending, ends = asked.approvals_ending(request.actor, today + timedelta(days=ENDS_SOON), limit)
    found = everything[:limit]
    rest = rest_of(request, len(found), len(everything))
    people = patients_by_id({one.patient_id for one in (*found, *ending)})
    saw(request, people)
    context = {
        "lines": [(one, people[one.patient_id], bool(one.due_on and one.due_on < today)) for one in found],
        "ending": [(one, people[one.patient_id]) for one in ending],
        "ends": ends,
        "total": len(everything),
        "overdue": sum(bool(one.due_on and one.due_on < today) for one in everything),
        "rest": rest,
        "rest_ending": None if rest else rest_of(request, len(ending), ends),
        "room": "authorizations",
    }
    return render(request, "authorizations/desk.html", context)


def prescription_panel(request: HttpRequest, given: Prescription) -> SafeString | None:
    """On a prescription: what each list says of its medicine, what the payer was asked, and asking by a key."""
    actor, today = getattr(request, "actor", None), today_here()
    if actor is None or not can(actor, "authorizations.read", given.patient_id, given.encounter_id):
        return None
    found = asked.about_medicine(actor, given.patient_id, given.says.medicine, today)
    waits = {one.policy_id for one in found if one.due_on}
    may = can(actor, "authorizations.prepare", given.patient_id, given.encounter_id)
    fit = may and given.state in (Prescribed.PREPARED, Prescribed.SIGNED)
    stand = [(one, _standing(one, given, today, may=may)) for one in found[:MOST]]
    allowed = {one.policy_id for one in found if one.holds_on(today)}
    context = {
        "given": given,
        "beside": beside(given.patient_id, drug_of(given), today),
        "policies": [
            (one, one.id in allowed)
            for one in (coverages_on(given.patient_id, today) if fit else ())
            if one.id not in waits
        ],
        "found": stand,
        "first": next((one.id for one, each in stand if each["usable"]), None),
    }
    return render_to_string("authorizations/_prescription.html", context, request)


def _standing(one: Authorization, given: Prescription, today: date, *, may: bool) -> dict[str, bool]:
    """Whether its approval ends soon, its number stands on the prescription, or could be put there."""
    approved = one.approved if one.holds_on(today) else None
    on_it = approved is not None and number_words(approved) in given.says.to_pharmacist
    return {
        "ending": approved is not None and ends_soon(approved.ends, today),
        "on_it": on_it,
        "usable": approved is not None and may and given.state is Prescribed.PREPARED and not on_it,
    }


def prescribing_panel(request: HttpRequest, typed: Prescribing) -> SafeString | None:
    """While something is prescribed: what each list of the patient's active coverage says of it."""
    actor, today = getattr(request, "actor", None), today_here()
    if actor is None or not typed.medicine or not can(actor, "authorizations.read", typed.patient_id):
        return None
    found = asked.about_medicine(actor, typed.patient_id, typed.medicine, today)
    context = {
        "beside": beside(typed.patient_id, Drug(typed.medicine, typed.substances), today),
        "held": [(one, one.approved and ends_soon(one.approved.ends, today)) for one in found if one.holds_on(today)],
    }
    return render_to_string("authorizations/_prescribing.html", context, request)


def patient_panel(request: HttpRequest, patient_id: UUID) -> SafeString | None:
    """On a patient's page: what payers were asked; nothing where they were asked nothing."""
    actor = getattr(request, "actor", None)
    if actor is None or not can(actor, "authorizations.read", patient_id):
        return None
    found = asked.authorizations_of(actor, patient_id)[:MOST]
    return render_to_string("authorizations/_patient.html", {"found": found}, request) if found else None
