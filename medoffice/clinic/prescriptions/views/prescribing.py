"""Prescribing: a form that is read back in plain words as it is typed, or a favourite of the office by one key."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from medoffice.clinic.prescriptions.actions.change_prescription import change_prescription
from medoffice.clinic.prescriptions.actions.prepare_prescription import prepare_prescription
from medoffice.clinic.prescriptions.forms import PrescribeForm, prescribed_shown
from medoffice.clinic.prescriptions.offers import drugs_named
from medoffice.clinic.prescriptions.queries import prescriptions as asked
from medoffice.clinic.prescriptions.queries.filling import prescribe_as_typed
from medoffice.clinic.prescriptions.rules.english import english
from medoffice.clinic.prescriptions.rules.filling import Filled
from medoffice.clinic.prescriptions.types.prescribing import Prescribed, Prescribing
from medoffice.clinic.prescriptions.views.desk import taken_by
from medoffice.kernel.refusals import Refusal
from medoffice.practice.api import providers, staff_of_user, today_here
from medoffice.records.patients.api import banner, patient
from medoffice.security.api import OfficeRequest, came_from, saw, screen, seen_version
from medoffice.standards.terminology.api import medicine_search
from medoffice.standards.terminology.types import MEDICINE_EDITION
from medoffice.ui.fields import refusals_in
from medoffice.ui.panels import panels_for

MOST_HITS, MOST_FAVOURITES = 12, 9


@screen("prescriptions.prepare", patient="patient_id")
def new(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Prescribe something; ``follows`` in the address is what it renews, ``entry`` on the list what it goes on with."""
    before = _uuid(request, "follows")
    old = asked.prescription(request.actor, before) if before else None
    goes_on = old.entry_id if old and old.patient_id == patient_id else None
    initial: dict[str, object] = (
        prescribed_shown(old.says) if old else {"medicine": request.GET.get("medicine", "")[:200]}
    )
    form = _form(request, initial)
    filled = None
    if form.is_bound and form.is_valid():
        filled = _filled(form)
        if filled.says is not None:
            with refusals_in(form):
                made = prepare_prescription(
                    actor=request.actor, patient_id=patient_id, prescriber_id=UUID(form.cleaned_data["prescriber"]),
                    says=filled.says, encounter_id=_uuid(request, "visit"), follows=before,
                    entry_id=_uuid(request, "entry") or goes_on,
                )  # fmt: skip
                return redirect("prescriptions:prescription", made)
        _show(form, filled)
    return _page(request, patient_id, form, filled)


@require_POST
@screen("prescriptions.prepare", patient="patient_id")
def by_favourite(request: OfficeRequest, patient_id: UUID, favourite_id: UUID) -> HttpResponse:
    """What the office prescribes often, prepared by one key."""
    me, people = staff_of_user(request.actor.id), providers()
    signer = me if me is not None and me.is_provider else next(iter(people), None)
    if signer is None:
        raise Refusal("no-prescriber", "Nobody of this office prescribes.", "Add a provider first.")
    made = prepare_prescription(
        actor=request.actor, patient_id=patient_id, prescriber_id=signer.id,
        says=asked.favourite(favourite_id).says, encounter_id=_uuid(request, "visit"),
    )  # fmt: skip
    return redirect("prescriptions:prescription", made)


@screen("prescriptions.prepare")
def change(request: OfficeRequest, prescription_id: UUID) -> HttpResponse:
    """Change what is not signed yet."""
    one = asked.prescription(request.actor, prescription_id, "prescriptions.prepare")
    form = _form(request, prescribed_shown(one.says))
    del form.fields["prescriber"]
    filled = None
    if form.is_bound and form.is_valid():
        filled = _filled(form)
        if filled.says is not None:
            with refusals_in(form):
                change_prescription(
                    actor=request.actor, prescription_id=one.id, says=filled.says, seen_version=seen_version(request)
                )
                return redirect("prescriptions:prescription", one.id)
        _show(form, filled)
    saw(request, [one.patient_id])
    return _page(request, one.patient_id, form, filled, version=one.version)


@require_POST
@screen("prescriptions.prepare")
def find(request: OfficeRequest) -> HttpResponse:
    """Medicines, as typed; what is on no list is taken as text."""
    typed = request.POST.get("medicine", "").strip()
    hits = medicine_search(typed, MOST_HITS)
    others = drugs_named(typed, [one.words for one in hits], MOST_HITS - len(hits))
    return render(request, "prescriptions/_hits.html", {"hits": hits, "others": others, "typed": typed})


@require_POST
@screen("prescriptions.prepare", patient="patient_id")
def reads(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """What is typed, in plain words and counted, and what other rooms know of it. Raises NotFound."""
    patient(patient_id)
    form = PrescribeForm(request.POST)
    del form.fields["prescriber"]
    form.full_clean()
    filled = _filled(form) if form["sig"].data else None
    context = {**_reading(filled), "panels": _beside(request, patient_id, form, filled)}
    return render(request, "prescriptions/_reads.html", context)


def _form(request: OfficeRequest, initial: dict[str, object]) -> PrescribeForm:
    me = staff_of_user(request.actor.id)
    form = PrescribeForm(request.POST or None, initial=initial)
    form.offer(providers(), me.id if me else None)
    return form


def _filled(form: PrescribeForm) -> Filled:
    """What the form comes to."""
    return prescribe_as_typed(form.typed(), today_here(), form.cleaned_data.get("key", ""))


def _show(form: PrescribeForm, filled: Filled) -> None:
    for one in filled.found:
        form.add_error(one.where if one.where in form.fields else None, one.words)


def _reading(filled: Filled | None) -> dict[str, object]:
    says: Prescribed | None = filled.says if filled else None
    return {
        "filled": filled,
        "says": says,
        "words": english(filled.read.sig) if filled and filled.read.sig else "",
        "edition": MEDICINE_EDITION,
    }


def _beside(request: OfficeRequest, patient_id: UUID, form: PrescribeForm, filled: Filled | None) -> list[SafeString]:
    """What other rooms say of what is typed."""
    says = filled.says if filled else None
    medicine = str(form["medicine"].value() or "").strip()
    typed = Prescribing(patient_id, medicine, says.substances if says else ())
    return panels_for("prescribing", request, typed)


def _page(
    request: OfficeRequest, patient_id: UUID, form: PrescribeForm, filled: Filled | None, version: int = 0
) -> HttpResponse:
    context = {
        "form": form,
        "version": version,
        "banner": banner(request.actor, patient_id),
        "patient_id": patient_id,
        "visit": _uuid(request, "visit"),
        "entry": _uuid(request, "entry"),
        "follows": _uuid(request, "follows"),
        "favourites": [] if version else list(zip("123456789", asked.favourites(), strict=False)),
        "taken": taken_by(request, patient_id),
        "back": came_from(request, ""),
        "room": "prescriptions",
        "panels": _beside(request, patient_id, form, filled),
        **_reading(filled),
    }
    return render(request, "prescriptions/new.html", context, status=422 if form.errors else 200)


def _uuid(request: OfficeRequest, name: str) -> UUID | None:
    """An id that the address or the form names; None for what is none."""
    typed = request.POST.get(name) or request.GET.get(name, "")
    try:
        return UUID(typed) if typed else None
    except ValueError:
        return None
