"""The worksheet of a visit's level: note left, what counts in the middle, the level and its reasons right."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from medoffice.clinic.charting.api import note_of
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.sources import is_verified
from medoffice.practice.api import staff_member
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import banner
from medoffice.revenue.coding.actions.add_element import add_element
from medoffice.revenue.coding.actions.drop_element import drop_element
from medoffice.revenue.coding.actions.take_elements import take_elements
from medoffice.revenue.coding.forms import ElementForm
from medoffice.revenue.coding.queries import codings, levels
from medoffice.revenue.coding.rules.levels import FLOORS, KINDS, MINUTES, SOURCE, Column, worked_out
from medoffice.revenue.coding.rules.proposals import Proposed, supposed
from medoffice.revenue.coding.types import CodedEncounter, LevelElement
from medoffice.revenue.coding.views.acting import done_or_shown, evidence_of
from medoffice.security.api import OfficeRequest, back, can, require, saw, screen

COLUMNS = (*(one.value for one in Column), "time")


@screen("coding.read")
def worksheet(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """The worksheet of one visit."""
    return _sheet(request, encounter_id)


def _sheet(request: OfficeRequest, encounter_id: UUID, refusal: Refusal | None = None) -> HttpResponse:
    """The worksheet, with what was refused on it."""
    found, codes = encounter(encounter_id), codings.coded(encounter_id)
    require(request.actor, "coding.read", found.patient_id, encounter_id)
    saw(request, [found.patient_id])
    readable = can(request.actor, "chart.read", found.patient_id, encounter_id)
    context = {
        "visit": found,
        "provider": staff_member(found.provider_id),
        "banner": banner(request.actor, found.patient_id),
        "note": note_of(encounter_id) if readable else None,
        "codes": codes,
        "refusal": refusal,
        "room": "coding",
        **(_counted(request, codes) if codes is not None and readable else {}),
    }
    return render(request, "coding/level.html", context, status=refusal.status if refusal else 200)


def _counted(request: OfficeRequest, codes: CodedEncounter) -> dict[str, object]:
    """What counts and what may, by column, the level of each, and the service that bills it."""
    counted = levels.elements(codes.id)
    offered = [] if codes.finished else levels.proposals(request.actor, codes)
    new = not levels.established(request.actor, codes)
    level = worked_out(counted, new=new)
    with_all = worked_out([*counted, *map(supposed, offered)], new=new)
    key = f"{'new' if new else 'est'}_{level.level}"
    service = next((one for one in codings.services(codes.date) if level.level and one.key == key), None)
    grades = {one.column.value: one for one in level.columns}
    coded = next((one for one in codes.services if one.key.startswith(("new_", "est_"))), None)
    return {
        "columns": [(name, grades.get(name), _in(name, counted), _in(name, offered)) for name in COLUMNS],
        "level": level,
        "with_all": with_all,
        "offered": offered,
        "new": new,
        "floors": list(enumerate(FLOORS[new], 2)),
        "verified": is_verified(SOURCE),
        "service": service,
        "coded": coded,
        "settled": coded is not None and service is not None and coded.key == service.key,
        "pointers": " ".join(str(one.position) for one in codes.diagnoses[:4]),
        "first": next((one for one in counted if one.evidence.ref.kind == "note"), None),
        "marks": _marks(counted, offered),
        "kinds": KINDS,
        "form": ElementForm(),
    }


def _in(name: str, every: Sequence[LevelElement | Proposed]) -> list[tuple[LevelElement | Proposed, str]]:
    """What stands in a column, each with the words of its kind."""
    return [(one, KINDS[one.kind].words if one.kind in KINDS else "") for one in every if _column(one.kind) == name]


def _column(kind: str) -> str:
    return "time" if kind == MINUTES else KINDS[kind].column.value


def _marks(counted: list[LevelElement], offered: list[Proposed]) -> list[tuple[int, int, str]]:
    """The words of the note that something rests on."""
    every = [(one.evidence, one.kind) for one in counted] + [(one.evidence, one.kind) for one in offered]
    return [(words.start, words.end, kind) for words, kind in every if words.ref.kind == "note"]


def _sheet_of_codes(request: OfficeRequest, coding_id: UUID, refusal: Refusal) -> HttpResponse:
    return _sheet(request, codings.coding(coding_id).encounter_id, refusal)


@require_POST
@screen("coding.code")
def take(request: OfficeRequest, coding_id: UUID) -> HttpResponse:
    """Take what is proposed and chosen."""
    chosen = request.POST.getlist("take")
    act = partial(take_elements, actor=request.actor, coding_id=coding_id, keys=chosen)
    return done_or_shown(request, act, partial(_sheet_of_codes, request, coding_id))


@require_POST
@screen("coding.code")
def add(request: OfficeRequest, coding_id: UUID) -> HttpResponse:
    """Count something on the marked words."""
    form = ElementForm(request.POST)

    def count() -> None:
        evidence, typed = evidence_of(form), form.cleaned_data
        add_element(
            actor=request.actor,
            coding_id=coding_id,
            kind=typed["kind"],
            about=typed["about"],
            evidence=evidence,
            minutes=typed["minutes"] or 0,
        )

    return done_or_shown(request, count, partial(_sheet_of_codes, request, coding_id))


@require_POST
@screen("coding.code")
def drop(request: OfficeRequest, element_id: UUID) -> HttpResponse:
    """Count something no longer."""
    drop_element(actor=request.actor, element_id=element_id)
    return back(request, "/coding/")
