"""The claim of a visit with one thing changed in thought: before and after, side by side. Nothing is stored."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import staff_member
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import banner
from medoffice.revenue.claims.forms import SupposeForm
from medoffice.revenue.claims.queries.history import MOST, billed_first
from medoffice.revenue.claims.queries.supposing import LOOKS_BACK, Side, sides
from medoffice.revenue.claims.rules.odds import FEW
from medoffice.revenue.coding.api import Supposed, changes, coded
from medoffice.revenue.coding.api import suppose as supposed_codes
from medoffice.revenue.coding.types import CodedEncounter
from medoffice.security.api import OfficeRequest, can, require, saw, screen, write_seen
from medoffice.standards.terminology.api import carc_words
from medoffice.ui.fields import refusals_in

WORD = "claims.suppose"


def suppose_panel(request: HttpRequest, codes: CodedEncounter | None) -> SafeString | None:
    """The way from the coder's desk of a visit to what one change would come to."""
    actor = getattr(request, "actor", None)
    if actor is None or codes is None or not codes.every:
        return None
    if not can(actor, WORD, codes.patient_id, codes.encounter_id):
        return None
    return render_to_string("claims/_suppose.html", {"codes": codes}, request)


@screen(WORD)
def suppose(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """What the claim of a visit is, and what it would be with one thing changed; what was tried is noted as seen.

    It is sent, not put into the address: a code is of the patient.
    """
    visit, codes = encounter(encounter_id), coded(encounter_id)
    for word in (WORD, "coding.read", "claims.read"):
        require(request.actor, word, visit.patient_id, encounter_id)
    if codes is None:
        raise NotFound
    form = SupposeForm(request.POST or None)
    form.offer(changes(codes))
    tried = _tried(request, form, codes)
    under = billed_first(visit)
    before, after = sides(visit, codes, tried, under)
    context = {
        "visit": visit,
        "provider": staff_member(visit.provider_id),
        "banner": banner(request.actor, visit.patient_id),
        "form": form,
        "tried": tried,
        "change": form.says() if tried else "",
        "under": under,
        "sides": [("As it is coded", before, False), *([("Supposed", after, True)] if after else [])],
        "why": _reasons(before, after),
        "few": FEW,
        "most": MOST,
        "years": LOOKS_BACK.days // 365,
        "room": "claims",
    }
    return render(request, "claims/suppose.html", context, status=422 if form.errors else 200)


def _reasons(*sides: Side | None) -> list[tuple[str, str]]:
    """The numbers of reasons that are on the page, with our words for them."""
    told = {reason for side in sides if side for line in side.lines for one in line.shares for reason, _ in one.reasons}
    known = ((number, carc_words(number)) for number in sorted(told))
    return [(number, words.words if words else "no words of ours for this number") for number, words in known]


def _tried(request: OfficeRequest, form: SupposeForm, codes: CodedEncounter) -> Supposed | None:
    """The codes with the change, noted as seen; None where nothing was chosen, or not what can be."""
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            change = form.change_chosen()
            found = supposed_codes(request.actor, codes, change)
            told = {"supposed": change.key, "to": change.to}
            visit, who = codes.encounter_id, [codes.patient_id]
            write_seen(request.actor, WORD, who, object_kind="encounter", object_id=visit, detail=told)
            return found
    saw(request, [codes.patient_id])
    return None
