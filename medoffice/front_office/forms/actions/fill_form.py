"""A patient fills and signs a form."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from medoffice.front_office.forms.models import Definition, Filled, Link
from medoffice.front_office.forms.queries import LISTS, form_in
from medoffice.front_office.forms.rules.answering import answered, enabled, response, said, shown
from medoffice.front_office.forms.rules.signing import as_svg, strokes_of
from medoffice.front_office.forms.types import ASKED, Answers, Item, ItemType, Kind, Questionnaire
from medoffice.kernel import clock, files
from medoffice.kernel.printing import pdf
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.kernel.typeface import undrawable
from medoffice.practice.api import office_zone, open_work, practice
from medoffice.records.patients.api import note_said, patient
from medoffice.security.api import action, record
from medoffice.security.types import Actor

_PAGE = Path(__file__).resolve().parent.parent / "templates" / "forms" / "paper.typ"
_OTHER_LETTERS = "(in letters this page cannot print; they are kept with the answers)"


@action("forms.hand")
def fill_form(
    *,
    actor: Actor,
    link_id: UUID,
    definition_id: UUID,
    typed: Mapping[str, Sequence[str]],
    signed_name: str,
    strokes: str = "",
) -> UUID:
    """Keep the answers, the page as it was signed, and what the patient said of themselves for a person to look at.

    Raises Invalid with what is wrong, by item; Refusal if the form was signed under this link already, or the link
    ended.
    """
    link = Link.objects.select_for_update().filter(id=link_id).first()
    row = Definition.objects.filter(id=definition_id).first()
    if link is None or row is None or not link.definitions.filter(id=definition_id).exists():
        raise NotFound
    if link.ended_at is not None or link.expires_at <= clock.now():
        raise Refusal("link-ended", "The time for this form is over.", "Ask at the desk for another link.")
    if Filled.objects.filter(link_id=link_id, definition_id=definition_id).exists():
        raise Refusal("signed-already", "This form is signed already.", "Give the device back at the desk.")
    form = form_in(row.body)
    answers, wrong = answered(form, typed)
    drawn, name = strokes_of(strokes), " ".join(signed_name.split())[:120]
    if not name:
        wrong["signed_name"] = "Write your name to sign."
    if wrong:
        fields = {key: [why] for key, why in wrong.items()}
        raise Invalid("not-acceptable", "Some answers need another look.", "", {"fields": fields})
    now = clock.now()
    told = response(form, answers, canonical=f"urn:medoffice:form:{row.key}|{row.version}", authored=now.isoformat())
    page = _page(link.patient_id, row, form, answers, name, as_svg(drawn) if drawn else "")
    kept = Filled.objects.create(
        definition_id=row.id,
        patient_id=link.patient_id,
        appointment_id=link.appointment_id,
        link_id=link.id,
        response=told,
        signed_name=name,
        strokes=strokes if drawn else "",
        sha256=files.store(page, "application/pdf"),
        filled_at=now,
        taken_by=link.made_by,
    )
    _hear(actor, kept, said(form, answers))
    record("filled form", kept.id, subjects=[link.patient_id], form=row.key, version=row.version)
    return kept.id


def _hear(actor: Actor, kept: Filled, told: Mapping[str, str]) -> None:
    """What the patient said of themselves waits for a decision; a list is looked through by somebody clinical."""
    fields = {fact: text for fact, text in told.items() if fact not in LISTS}
    if fields:
        note_said(actor=actor, patient_id=kept.patient_id, told=fields, source_id=kept.id)
    for fact in LISTS:
        if told.get(fact):
            open_work(
                actor=actor,
                kind="patient-wrote",
                title=f"Look through what the patient wrote: {fact}",
                ref=Ref("filled form", kept.id),
                patient_id=kept.patient_id,
                visit_id=kept.appointment_id,
                key=f"{kept.id}:{fact}",
            )


def _page(patient_id: UUID, row: Definition, form: Questionnaire, answers: Answers, name: str, svg: str) -> bytes:
    """The page as it was signed, as a PDF."""
    who, zone = patient(patient_id), office_zone()
    content: dict[str, Any] = {
        "office": practice().name,
        "title": _drawn(row.title),
        "version": row.version,
        "patient": _drawn(who.name.spoken_form) if not undrawable("form", "", who.name.spoken_form) else who.mrn,
        "born": f"{who.birth_date:%m/%d/%Y}",
        "mrn": who.mrn,
        "lines": _lines(form.items, answers, 0),
        "agreed": row.kind == Kind.CONSENT,
        "name": _drawn(name),
        "svg": svg,
        "at": f"{clock.now().astimezone(zone):%m/%d/%Y %-I:%M %p}",
    }
    return pdf(_PAGE, content)


def _lines(items: Sequence[Item], answers: Answers, depth: int) -> list[dict[str, Any]]:
    """What the page shows of each item that was asked."""
    found: list[dict[str, Any]] = []
    for item in items:
        if not enabled(item, answers):
            continue
        given = ", ".join(shown(item, value) for value in answers.get(item.link_id, ()))
        asked = item.type in ASKED
        said_ = _drawn(given) if given else ("no answer" if asked else "")
        heading = item.type is ItemType.GROUP
        found.append({"text": _drawn(item.text), "answer": said_, "depth": depth, "heading": heading})
        found += _lines(item.items, answers, depth + 1)
    return found


def _drawn(text: str) -> str:
    return _OTHER_LETTERS if undrawable("form", "", text) else text
