"""The renewal desk: what is asked for again, one at hand with all that decides it; the next follows by itself."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from medoffice.clinic.prescriptions.actions.answer_renewal import answer_renewal
from medoffice.clinic.prescriptions.actions.approve_renewal import approve_renewal
from medoffice.clinic.prescriptions.actions.ask_renewal import ask_renewal
from medoffice.clinic.prescriptions.actions.deny_renewal import deny_renewal
from medoffice.clinic.prescriptions.actions.prepare_renewal import prepare_renewal
from medoffice.clinic.prescriptions.forms import AnswerForm, RenewalForm, RenewsForm, WhyForm
from medoffice.clinic.prescriptions.queries import prescriptions as asked
from medoffice.clinic.prescriptions.queries import renewals as desked
from medoffice.clinic.prescriptions.queries import safety
from medoffice.clinic.prescriptions.types.prescribing import State
from medoffice.clinic.prescriptions.types.renewals import DECIDED, Renewal, Stands, Way
from medoffice.clinic.prescriptions.views.desk import taken_by
from medoffice.clinic.prescriptions.views.reasons import reasons_given
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.practice.api import today_here
from medoffice.records.patients.api import banner, patients_by_id
from medoffice.security.api import OfficeRequest, can, saw, screen, seen_version
from medoffice.ui.fields import refusals_in
from medoffice.ui.lists import limit_of


@screen("renewals.read")
def desk(request: OfficeRequest) -> HttpResponse:
    """What waits, and the first of it at hand."""
    everything = desked.open_renewals(request.actor)
    return _desk(request, everything, everything[0] if everything else None)


@screen("renewals.read")
def renewal(request: OfficeRequest, renewal_id: UUID) -> HttpResponse:
    """What waits, and this one at hand."""
    return _desk(request, desked.open_renewals(request.actor), desked.renewal(request.actor, renewal_id))


@screen("renewals.ask", patient="patient_id")
def ask(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Somebody asks for a medicine again."""
    known = [one for one in asked.prescriptions_of(request.actor, patient_id) if one.state is State.SIGNED]
    form = RenewalForm(request.POST or None)
    form.offer(known)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            made = ask_renewal(
                actor=request.actor, patient_id=patient_id, asking=form.asking(), prescription_id=form.prescription_id()
            )
            return redirect("prescriptions:renewal", made)
    context = {
        "form": form,
        "banner": banner(request.actor, patient_id),
        "patient_id": patient_id,
        "room": "prescriptions",
    }
    return render(request, "prescriptions/ask.html", context, status=422 if form.errors else 200)


@require_POST
@screen("prescriptions.prepare")
def prepare(request: OfficeRequest, renewal_id: UUID) -> HttpResponse:
    """The same again, with what the protocol says."""
    form = RenewsForm(request.POST)
    renews_id = form.cleaned_data["renews"] if form.is_valid() else None
    prepare_renewal(actor=request.actor, renewal_id=renewal_id, seen_version=seen_version(request), renews_id=renews_id)
    return redirect("prescriptions:renewals")


@require_POST
@screen("prescriptions.sign")
def approve(request: OfficeRequest, renewal_id: UUID) -> HttpResponse:
    """Signed by one key; the next is at hand."""
    try:
        approve_renewal(
            actor=request.actor, renewal_id=renewal_id, seen_version=seen_version(request),
            made_version=seen_version(request, "made"), reasons=reasons_given(request),
        )  # fmt: skip
    except Invalid as refusal:
        one = desked.renewal(request.actor, renewal_id)
        return _desk(request, desked.open_renewals(request.actor), one, unsigned=refusal)
    return redirect("prescriptions:renewals")


@require_POST
@screen("renewals.deny")
def deny(request: OfficeRequest, renewal_id: UUID) -> HttpResponse:
    """Not again, and why."""
    form = WhyForm(request.POST)
    if form.is_valid():
        with refusals_in(form):
            why = form.cleaned_data["why"]
            deny_renewal(actor=request.actor, renewal_id=renewal_id, seen_version=seen_version(request), why=why)
            return redirect("prescriptions:renewals")
    one = desked.renewal(request.actor, renewal_id)
    return _desk(request, desked.open_renewals(request.actor), one, why=form)


@require_POST
@screen("renewals.answer")
def answer(request: OfficeRequest, renewal_id: UUID) -> HttpResponse:
    """Whoever asked was told."""
    form = AnswerForm(request.POST)
    if form.is_valid():
        with refusals_in(form):
            said = form.cleaned_data
            answer_renewal(
                actor=request.actor, renewal_id=renewal_id, seen_version=seen_version(request), way=Way(said["way"]),
                told=said["told"],
            )  # fmt: skip
            return redirect("prescriptions:renewals")
    one = desked.renewal(request.actor, renewal_id)
    return _desk(request, desked.open_renewals(request.actor), one, told=form)


def _desk(
    request: OfficeRequest,
    everything: list[Renewal],
    one: Renewal | None,
    *,
    why: WhyForm | None = None,
    told: AnswerForm | None = None,
    unsigned: Refusal | None = None,
) -> HttpResponse:
    found = everything[: limit_of(request)]
    people = patients_by_id(desked.of_ids([*found, *([one] if one else [])]))
    saw(request, people)
    context = {
        "lines": [(each, people[each.patient_id]) for each in found],
        "total": len(everything),
        "one": one,
        "why": why or WhyForm(),
        "told": told or AnswerForm(initial=_answer_to(one)),
        "unsigned": unsigned,
        "room": "prescriptions",
        **(_at_hand(request, one) if one else {}),
    }
    wrong = bool(unsigned or (why and why.errors) or (told and told.errors))
    return render(request, "prescriptions/renewals.html", context, status=422 if wrong else 200)


def _answer_to(one: Renewal | None) -> dict[str, str]:
    """Whoever asked is told by the way they asked."""
    if one is None:
        return {}
    return {"way": one.asking.way.value, "told": " ".join(filter(None, (one.asking.asker, one.asking.answer_to)))}


def _at_hand(request: OfficeRequest, one: Renewal) -> dict[str, object]:
    """All that decides it: what is renewed, what was prepared, the protocol, the checker, what the patient takes."""
    actor = request.actor

    def may(word: str) -> bool:
        return can(actor, word, one.patient_id, one.encounter_id)

    context: dict[str, object] = {
        "banner": banner(actor, one.patient_id),
        "protocol": desked.protocol_on(today_here()),
        "may_prepare": may("prescriptions.prepare") and one.stands is Stands.NEW,
        "may_sign": may("prescriptions.sign") and one.stands is Stands.READY,
        "may_deny": may("renewals.deny") and one.stands in (Stands.NEW, Stands.READY),
        "may_answer": may("renewals.answer") and one.stands in DECIDED and one.answered_at is None,
        "tried": safety.self_test(),
    }
    if not may("prescriptions.read"):
        return context
    made = asked.prescription(actor, one.made_id) if one.made_id else None
    before = asked.prescription(actor, one.prescription_id) if one.prescription_id else None
    if before is None and one.stands is Stands.NEW:
        before = desked.renewed_by(actor, one.patient_id, one.asking.medicine)
    given = reasons_given(request)
    context |= {
        "made": made,
        "before": before,
        "taken": taken_by(request, one.patient_id),
        "points": one.points
        or desked.points_of(actor, one.patient_id, one.asking.medicine, before.id if before else None),
    }
    if made is not None and made.state is State.PREPARED:
        found, often = safety.checked(actor, one.patient_id, made.says, made.entry_id), safety.overridden()
        context |= {
            "checked": found,
            "alerts": [(alert, often.get(alert.rule), given.get(alert.key, "")) for alert in found.alerts],
        }
    return context


def patient_panel(request: HttpRequest, patient_id: UUID) -> SafeString | None:
    """On a patient's page: the way to take a request; what was asked for, to those who see it nowhere else."""
    actor = getattr(request, "actor", None)
    if actor is None or not can(actor, "renewals.read", patient_id):
        return None
    elsewhere = can(actor, "prescriptions.read", patient_id)
    found = [] if elsewhere else [one for one in desked.renewals_of(actor, patient_id) if one.answered_at is None]
    context = {
        "renewals": found[:4],
        "elsewhere": elsewhere,
        "patient_id": patient_id,
        "may_ask": can(actor, "renewals.ask", patient_id),
    }
    return render_to_string("prescriptions/_renewals.html", context, request)
