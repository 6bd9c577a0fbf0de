"""The list of a visit's risks: what is wrong, in words, and one key to the field that mends it."""

from urllib.parse import urlencode

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from medoffice.front_office.check_in.offers import risks_of
from medoffice.front_office.check_in.types import Arriving, Mend, Risk

KEYS = "123456789"  # any further risk is listed without one
FIELDS = {
    Mend.NAME: ("patients:change", "id_family"),
    Mend.BIRTH_DATE: ("patients:change", "id_birth_date"),
    Mend.SEX: ("patients:change", "id_sex"),
    Mend.ADDRESS: ("patients:change", "id_line1"),
    Mend.GUARANTOR: ("patients:people", "who-pays"),
}

GROUPS = {Mend.NAME: "name", Mend.BIRTH_DATE: "person", Mend.SEX: "person", Mend.ADDRESS: "address"}  # of the card


def risk_panel(request: HttpRequest, arriving: Arriving) -> SafeString | None:
    """What to put right before this visit is billed; nothing when all is in order."""
    actor = getattr(request, "actor", None)
    found = risks_of(actor, arriving) if actor is not None else []
    rows = [(KEYS[at : at + 1], risk, _where(risk, arriving, request.path)) for at, risk in enumerate(found)]
    return render_to_string("check_in/_risks.html", {"risks": rows}, request) if rows else None


def _where(risk: Risk, arriving: Arriving, here: str) -> str:
    """The field that mends it: on this page, or on one that leads back here."""
    if risk.url:
        return risk.url
    if risk.mend is Mend.MEMBER_ID:
        return f"#member-{risk.about}"
    if risk.mend is Mend.ASK:  # the insurance beside it has the key
        return ""
    if risk.mend is Mend.BILLED_TO:
        return "#coverage"
    back = urlencode({"next": here} | ({"edit": GROUPS[risk.mend]} if risk.mend in GROUPS else {}))
    of_policy = ("coverage:patient", f"case-{risk.about}" if risk.mend is Mend.CASE else "id_payer")
    page, field = FIELDS.get(risk.mend, of_policy)
    return f"{reverse(page, args=[arriving.patient.id])}?{back}#{field}"
