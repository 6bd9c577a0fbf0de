"""The card of a patient: each group of fields is changed where it stands, and nobody's typing is lost."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from medoffice.kernel.refusals import Conflict, NotFound, Refusal
from medoffice.practice.api import providers, today_here
from medoffice.records.patients.actions.add_contact import add_contact
from medoffice.records.patients.actions.change_patient import change_patient
from medoffice.records.patients.actions.end_contact import end_contact
from medoffice.records.patients.actions.keep_photo import drawn_photo, drop_photo, keep_photo
from medoffice.records.patients.forms import (
    GROUPS,
    ChangeForm,
    ComfortForm,
    ContactForm,
    PhotoForm,
    as_typed,
)
from medoffice.records.patients.queries import card as queries
from medoffice.records.patients.queries.people import banner, hits_of, patient
from medoffice.records.patients.rules.card_lines import lines_of
from medoffice.records.patients.types.card import Card, Origin
from medoffice.security.api import OfficeRequest, back, came_from, require, saw, screen, seen_version
from medoffice.ui.fields import refusals_in, show_refusal


@dataclass(frozen=True, slots=True)
class Opened:
    """The group that is being changed: its form, and both values where somebody else changed the same."""

    key: str
    form: ChangeForm
    conflict: Conflict | None = None

    @property
    def pairs(self) -> list[tuple[str, str, object, object]]:
        """Each field that collides, its label, my value and theirs, written as they are typed."""
        if self.conflict is None:
            return []
        mine, theirs = self.conflict.detail["mine"], self.conflict.detail["theirs"]
        named = {field: "pcp" if field == "pcp_id" else field for field in mine}
        label = {field: str(self.form[name].label) for field, name in named.items()}
        return [(named[one], label[one], self._written(one, mine), self._written(one, theirs)) for one in mine]

    def _written(self, field: str, values: dict[str, Any]) -> object:
        value = values[field]
        if isinstance(value, bool):
            return "yes" if value else "no"
        choices = dict(getattr(self.form.fields.get("pcp" if field == "pcp_id" else field), "choices", []))
        if isinstance(value, list):
            return ", ".join(str(choices.get(one, one)) for one in value)
        return f"{value:%m/%d/%Y}" if isinstance(value, date) else choices.get(str(value or ""), value)


@screen("patients.change", patient="patient_id")
def change(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """The card; ``?edit=`` opens a group in its place."""
    who, version = queries.card(request.actor, patient_id)
    kind = _groups(request).get(request.GET.get("edit", ""))
    opened = Opened(request.GET["edit"], _form(kind, who)) if kind else None
    return _card(request, who, version, opened)


@require_POST
@screen("patients.change", patient="patient_id")
def change_group(request: OfficeRequest, patient_id: UUID, group: str) -> HttpResponse:
    """Save a group. If somebody else changed the same fields meanwhile, both values are shown to choose from."""
    kind = _groups(request).get(group)
    if kind is None:
        raise NotFound
    who, version = queries.card(request.actor, patient_id)
    opened = Opened(group, _form(kind, who, request))
    opened, saved = _save(request, patient_id, opened)
    if saved:
        return back(request, f"{reverse('patients:change', args=[patient_id])}#{group}")
    return _card(request, who, version, opened, 409 if opened.conflict else 422)


@screen("patients.change", patient="patient_id")
def comfort(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """The comfort card: how to address the patient, their language, what they fear, what helps."""
    who, version = queries.card(request.actor, patient_id)
    posted = request if request.method == "POST" else None
    opened, saved = Opened("comfort", _form(ComfortForm, who, posted)), False
    if posted:
        opened, saved = _save(request, patient_id, opened)
    if saved:
        return back(request, f"/patient/{patient_id}/")
    context = {"opened": opened, "version": version, "banner": banner(request.actor, patient_id)}
    context["next"] = request.POST.get("next", request.GET.get("next", ""))
    status = 409 if opened.conflict else 422 if opened.form.errors else 200
    return render(request, "patients/comfort.html", context, status=status)


@screen("patients.change", patient="patient_id")
def contacts(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Further telephones and e-mail addresses."""
    form = ContactForm(request.POST or None)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            add_contact(actor=request.actor, patient_id=patient_id, **form.cleaned_data)
            return redirect("patients:contacts", patient_id)
    context = {"form": form, "banner": banner(request.actor, patient_id), "contacts": queries.contacts(patient_id)}
    return render(request, "patients/contacts.html", context, status=422 if form.errors else 200)


@require_POST
@screen("patients.change")
def contact_end(request: OfficeRequest, contact_id: UUID) -> HttpResponse:
    """It is no longer theirs."""
    whose = queries.contact_of(contact_id)
    require(request.actor, "patients.change", whose)
    end_contact(actor=request.actor, contact_id=contact_id)
    return redirect("patients:contacts", whose)


@screen("patients.change", patient="patient_id")
def photo(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Take a photo in, or take it away."""
    form = PhotoForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and "gone" in request.POST:
        drop_photo(actor=request.actor, patient_id=patient_id)
        return redirect(f"{reverse('patients:change', args=[patient_id])}#photo")
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            drawn = drawn_photo(form.cleaned_data["photo"].read())
            keep_photo(actor=request.actor, patient_id=patient_id, drawn=drawn)
            return redirect(f"{reverse('patients:change', args=[patient_id])}#photo")
    who, _ = queries.card(request.actor, patient_id)
    context = {"form": form, "banner": banner(request.actor, patient_id), "has": bool(who.photo)}
    return render(request, "patients/photo.html", context, status=422 if form.errors else 200)


@screen("patients.read", patient="patient_id")
def photo_file(request: OfficeRequest, patient_id: UUID) -> HttpResponse:  # noqa: ARG001 - a view
    """The photo: dots of our own drawing, never the file that came."""
    headers = {"Content-Disposition": 'inline; filename="photo.png"', "Cache-Control": "no-store"}
    return HttpResponse(queries.photo(patient_id), content_type="image/png", headers=headers)


def _groups(request: OfficeRequest) -> dict[str, type[ChangeForm]]:
    """The groups that somebody may change."""
    told = request.may("patients.told")
    return {key: kind for key, (_, kind) in GROUPS.items() if told or key != "told"}


def _form(kind: type[ChangeForm], who: Card, sent: OfficeRequest | None = None) -> ChangeForm:
    form = kind(sent.POST if sent else None, initial=as_typed(who))
    form.today = today_here()
    form.offer(providers())
    return form


def _save(request: OfficeRequest, patient_id: UUID, opened: Opened) -> tuple[Opened, bool]:
    """Save what was typed; what is refused stands in the form, a collision beside it."""
    if not opened.form.is_valid():
        return opened, False
    seen = seen_version(request)
    try:
        change_patient(actor=request.actor, patient_id=patient_id, seen_version=seen, changes=opened.form.changes())
    except Conflict as found:
        return Opened(opened.key, opened.form, found), False
    except Refusal as refusal:
        if refusal.code == "key-reused":
            raise
        show_refusal(opened.form, refusal)
        return opened, False
    return opened, True


def _column(field: str) -> str:
    return "pcp_id" if field == "pcp" else field


def _origins(kind: type[ChangeForm], knows: Mapping[str, Origin]) -> list[tuple[str, Origin]]:
    """From what the fields of a group are known: those that are known from one thing together, the latest first."""
    found: dict[Origin, list[str]] = {}
    for name in kind.names:
        if origin := knows.get(_column(name)):
            found.setdefault(origin, []).append(str(kind.base_fields[name].label))
    return [
        (", ".join(labels), one) for one, labels in sorted(found.items(), key=lambda pair: pair[0].at, reverse=True)
    ]


def _card(request: OfficeRequest, who: Card, version: int, opened: Opened | None, status: int = 200) -> HttpResponse:
    """The card with at most one group open; saving leads on to ``next`` only from where it was opened elsewhere."""
    may, here, leads = _groups(request), "here" in request.GET, came_from(request, "")
    told, whose = lines_of(who), patient(who.id)
    knows = queries.provenance(request.actor, who.id, {_column(one) for kind in may.values() for one in kind.names})
    rows = [(key, title, told[key], _origins(may[key], knows)) for key, (title, _) in GROUPS.items() if key in may]
    payer = next(iter(hits_of(request.actor, filter(None, [whose.guarantor_id]))), None)
    saw(request, [payer.id] if payer else [])
    query, here_is = urlencode({"next": leads}) if leads else "", reverse("patients:change", args=[who.id])
    context = {
        "who": who,
        "rows": rows,
        "opened": opened,
        "version": version,
        "banner": banner(request.actor, who.id),
        "payer": payer,
        "next": "" if here else leads,
        "leads": leads or f"/patient/{who.id}/",
        "keeps": query and f"&{query}",
        "leaves": f"{here_is}?{query}" if query else here_is,
    }
    return render(request, "patients/card.html", context, status=status)
